// SPDX-License-Identifier: Apache-2.0

/// Splits a formula into tokens, iteratively and in linear time. Any sequence of bytes is accepted.
///
/// The concatenation of all tokens, including white space, is the text. Whether they make sense is up to the parser: bytes that
/// do not begin a token become one of kind `unknown`. The caller decides how long a text may be.
///
/// The tokenizer is a value that holds only a position; the bytes are passed to each call:
/// ```swift
/// var tokenizer = FormulaTokenizer()
/// while let token = tokenizer.next(in: bytes.span) { print(token.kind, token.range) }
/// ```
public struct FormulaTokenizer: Sendable {
  private let notation: FormulaNotation
  private var offset = 0
  private var last: FormulaToken.Kind?
  /// The offset and kind of the second end of an `A:C` or `1:3`, after the first end has been returned.
  private var secondEnd: (at: Int, kind: FormulaToken.Kind)?
  /// The end of the word of which the last token was the first part, so that no byte is scanned again and again.
  private var wordLimit = 0

  public init(notation: FormulaNotation = .excel) { self.notation = notation }

  /// All tokens of `text`.
  public static func tokens(in text: [UInt8], notation: FormulaNotation = .excel) -> [FormulaToken] {
    var tokenizer = FormulaTokenizer(notation: notation)
    var tokens: [FormulaToken] = []
    while let token = tokenizer.next(in: text.span) { tokens.append(token) }
    return tokens
  }

  /// The next token, or nil at the end. `text` must be the same for each call.
  public mutating func next(in text: Span<UInt8>) -> FormulaToken? {
    guard offset < text.count else { return nil }
    let start = offset
    let (kind, end) = scan(text, from: start)
    last = kind
    offset = end
    return FormulaToken(kind: kind, range: start..<end)
  }

  private mutating func scan(_ text: Span<UInt8>, from start: Int) -> (FormulaToken.Kind, Int) {
    if let second = secondEnd, second.at == start {
      secondEnd = nil
      return (second.kind, Self.axisEnd(text, from: start))
    }
    let byte = text[start]
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09: return (.whitespace, Self.run(text, from: start, of: FormulaBytes.isSpace))
    case UInt8(ascii: "\""):
      guard let end = Self.quoted(text, from: start) else { return (.unknown, text.count) }
      return (.text, end)
    case UInt8(ascii: "'"): return Self.quotedSheet(text, from: start)
    case UInt8(ascii: "["): return bracket(text, from: start)
    case UInt8(ascii: "{"): return brace(text, from: start)
    case UInt8(ascii: "}"): return (.closeBrace, start + 1)
    case UInt8(ascii: "("): return (.openParenthesis, start + 1)
    case UInt8(ascii: ")"): return (.closeParenthesis, start + 1)
    case UInt8(ascii: ","): return (.comma, start + 1)
    case UInt8(ascii: ";"): return (.semicolon, start + 1)
    case UInt8(ascii: "<"):
      let next = start + 1 < text.count ? text[start + 1] : 0
      return (.operation, start + (next == UInt8(ascii: ">") || next == UInt8(ascii: "=") ? 2 : 1))
    case UInt8(ascii: ">"):
      return (.operation, start + (start + 1 < text.count && text[start + 1] == UInt8(ascii: "=") ? 2 : 1))
    case UInt8(ascii: "#"):
      if let end = Self.errorEnd(text, from: start) { return (.error, end) }
      return (.operation, start + 1)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "^"),
      UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: ":"), UInt8(ascii: "@"):
      return (.operation, start + 1)
    case UInt8(ascii: "$"): return axes(text, from: start) ?? (.unknown, start + 1)
    default: return word(text, from: start)
    }
  }

  // MARK: Words

  /// Scans a name, function, number, boolean, cell, one end of a range, or an unquoted sheet prefix.
  private mutating func word(_ text: Span<UInt8>, from start: Int) -> (FormulaToken.Kind, Int) {
    let end = start < wordLimit ? wordLimit : Self.wordEnd(text, from: start)
    guard end > start else { return (.unknown, start + max(1, FormulaBytes.sequenceLength(text, at: start))) }
    wordLimit = end
    let next = end < text.count ? text[end] : 0
    if next == UInt8(ascii: "!") { return (.sheet, end + 1) }
    if next == UInt8(ascii: ":"), last != .sheet, let sheets = Self.sheetSpanEnd(text, from: start, colon: end) {
      return (.sheet, sheets)
    }
    if let reference = axes(text, from: start) { return reference }
    let first = text[start]
    if FormulaBytes.isDigit(first) || first == UInt8(ascii: ".") {
      if let end = Self.numberEnd(text, from: start) { return (.number, end) }
      return (.unknown, end)
    }
    if first == UInt8(ascii: "?") { return (.unknown, end) }
    if next == UInt8(ascii: "(") { return (.function, end) }
    if FormulaBytes.isBoolean(text, start..<end) { return (.boolean, end) }
    return (.name, end)
  }

  /// Scans a cell, or the first end of a range of whole columns or rows, with or without `$`.
  private mutating func axes(_ text: Span<UInt8>, from start: Int) -> (FormulaToken.Kind, Int)? {
    let end = Self.axisEnd(text, from: start)
    guard end > start, FormulaBytes.nameCharacter(text, at: end) == 0, let first = FormulaAxes(text, start..<end)
    else { return nil }
    let next = end < text.count ? text[end] : 0
    if first.row > 0 && first.column > 0 { return next == UInt8(ascii: "(") ? nil : (.cell, end) }
    // `A` alone is a name and `1` is a number: only `A:C` and `1:3` are ranges.
    guard next == UInt8(ascii: ":") else { return nil }
    let secondStop = Self.axisEnd(text, from: end + 1)
    guard FormulaBytes.nameCharacter(text, at: secondStop) == 0,
      secondStop == text.count
        || text[secondStop] != UInt8(ascii: "(") && text[secondStop] != UInt8(ascii: "!"),
      let second = FormulaAxes(text, (end + 1)..<secondStop),
      (second.row > 0) == (first.row > 0), (second.column > 0) == (first.column > 0)
    else { return nil }
    let kind = first.row > 0 ? FormulaToken.Kind.row : .column
    secondEnd = (end + 1, kind)
    return (kind, end)
  }

  /// The end of `$`, letters, `$` and digits, all of them optional. At most three letters and nine digits are taken.
  private static func axisEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var at = start
    func skipDollar() { if at < text.count, text[at] == UInt8(ascii: "$") { at += 1 } }
    skipDollar()
    let letters = at
    while at < text.count, at < letters + 3, FormulaBytes.isLetter(text[at]) { at += 1 }
    if at > letters { skipDollar() }
    // A `$` that is not followed by digits belongs to the next token.
    let digits = at
    while at < text.count, at < digits + 9, FormulaBytes.isDigit(text[at]) { at += 1 }
    if at == digits, at > letters, text[at - 1] == UInt8(ascii: "$") { at -= 1 }
    return at
  }

  private static func wordEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while true {
      let length = FormulaBytes.nameCharacter(text, at: at)
      if length == 0 { return at }
      at += length
    }
  }

  /// The end of a prefix `Jan:Dec!` whose first name ends at `colon`; nil if this is not such a prefix.
  private static func sheetSpanEnd(_ text: Span<UInt8>, from start: Int, colon: Int) -> Int? {
    let end = wordEnd(text, from: colon + 1)
    guard end > colon + 1, end < text.count, text[end] == UInt8(ascii: "!") else { return nil }
    // `A1:Plan!B2` is a range between two cells; `Q1:Q4!B2` can only be sheets.
    func isCell(_ range: Range<Int>) -> Bool { FormulaAxes(text, range).map { $0.row > 0 && $0.column > 0 } ?? false }
    if isCell(start..<colon), !isCell((colon + 1)..<end) { return nil }
    return end + 1
  }

  /// The end of a number: digits, a fraction, an exponent; nil if there is no digit.
  private static func numberEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    var at = run(text, from: start, of: FormulaBytes.isDigit)
    var digits = at - start
    if at < text.count, text[at] == UInt8(ascii: ".") {
      let fraction = run(text, from: at + 1, of: FormulaBytes.isDigit)
      digits += fraction - at - 1
      at = fraction
    }
    guard digits > 0 else { return nil }
    if at < text.count, text[at] & 0xDF == UInt8(ascii: "E") {
      var exponent = at + 1
      if exponent < text.count, text[exponent] == UInt8(ascii: "+") || text[exponent] == UInt8(ascii: "-") {
        exponent += 1
      }
      let end = run(text, from: exponent, of: FormulaBytes.isDigit)
      if end > exponent { at = end }
    }
    return at
  }

  // MARK: Quotes, brackets, braces

  /// Scans `'It''s'!`. Without the `!`, it is not valid in a formula.
  private static func quotedSheet(_ text: Span<UInt8>, from start: Int) -> (FormulaToken.Kind, Int) {
    guard let end = quoted(text, from: start) else { return (.unknown, text.count) }
    guard end < text.count, text[end] == UInt8(ascii: "!") else { return (.unknown, end) }
    return (.sheet, end + 1)
  }

  /// Scans `[1]Rates!`, `[1]!`, `[1]Jan:Dec!`, or the brackets of a structured reference.
  private func bracket(_ text: Span<UInt8>, from start: Int) -> (FormulaToken.Kind, Int) {
    guard let end = Self.bracketEnd(text, from: start) else { return (.unknown, text.count) }
    if last != .name {
      let first = Self.wordEnd(text, from: end)
      if first < text.count, text[first] == UInt8(ascii: "!") { return (.sheet, first + 1) }
      if first < text.count, first > end, text[first] == UInt8(ascii: ":"),
        let sheets = Self.sheetSpanEnd(text, from: end, colon: first)
      {
        return (.sheet, sheets)
      }
    }
    return (.structured, end)
  }

  private func brace(_ text: Span<UInt8>, from start: Int) -> (FormulaToken.Kind, Int) {
    if notation == .template {
      var at = start + 1
      let toHere = at < text.count && text[at] == UInt8(ascii: "^")
      if toHere { at += 1 }
      if at < text.count, FormulaBytes.isLetter(text[at]) {
        let end = Self.run(text, from: at) {
          FormulaBytes.isLetter($0) || FormulaBytes.isDigit($0) || $0 == UInt8(ascii: "_")
        }
        if end < text.count, text[end] == UInt8(ascii: "}"),
          toHere || !FormulaBytes.isBoolean(text, at..<end)
        {
          return (toHere ? .templateColumn : .templateCell, end + 1)
        }
      }
    }
    return (.openBrace, start + 1)
  }

  /// The offset after the bracket that closes the one at `start`. A `'` escapes the character after it.
  private static func bracketEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var at = start
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "'"): at += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The offset after the quote that closes the one at `start`. A doubled quote stands for one.
  private static func quoted(_ text: Span<UInt8>, from start: Int) -> Int? {
    let quote = text[start]
    var at = start + 1
    while at < text.count {
      if text[at] == quote {
        guard at + 1 < text.count, text[at + 1] == quote else { return at + 1 }
        at += 1
      }
      at += 1
    }
    return nil
  }

  // MARK: Small parts

  private static func errorEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    for error in FormulaBytes.errors where FormulaBytes.equals(text, start..<(start + error.count), error) {
      return start + error.count
    }
    return nil
  }

  private static func run(_ text: Span<UInt8>, from start: Int, of belongs: (UInt8) -> Bool) -> Int {
    var at = start
    while at < text.count, belongs(text[at]) { at += 1 }
    return at
  }
}
