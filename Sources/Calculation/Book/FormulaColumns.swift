import Formula
import Spreadsheet

/// The formulas of a sheet as they are read, row by row: which of them are one formula, filled down.
struct FormulaColumns {
  /// By what formulas have in common, see ``FormulaKey``.
  private var known: [[UInt8]: Int32] = [:]
  /// By column, the last formula met there.
  private var recent: [(row: Int, text: Range<Int>, pattern: Int32)] = []

  /// The position among the book's patterns of a formula whose text stands at `range` among its texts.
  mutating func pattern(of text: String, _ range: Range<Int>, at place: Place, in book: Book) -> Int32 {
    while recent.count <= place.column { recent.append((0, 0..<0, -1)) }
    let last = recent[place.column]
    let pattern: Int32
    if last.pattern >= 0,
      FilledDown.continues(book.formulaTexts.span, last.text, range, rows: place.row - last.row)
    {
      pattern = last.pattern
    } else {
      let key = FormulaKey.key(Array(book.formulaTexts[range]), at: place)
      if let same = known[key] {
        pattern = same
      } else {
        pattern = Int32(book.patterns.count)
        book.patterns.append(FormulaPattern(text, at: place, in: book))
        known[key] = pattern
      }
    }
    recent[place.column] = (place.row, range, pattern)
    return pattern
  }
}

/// Whether a formula is the one above it, filled down: found by comparing the texts, without reading either.
enum FilledDown {
  /// What the digits at a place of a formula are.
  private enum Digits {
    /// The row of a reference that moves.
    case moving
    /// A constant, an absolute row, a part of a name.
    case fixed
    case unclear
  }

  /// - Parameter rows: how many rows further down the second formula stands. True only where it is sure.
  static func continues(_ texts: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>, rows: Int) -> Bool {
    guard rows > 0 else { return false }
    var (i, j) = (first.lowerBound, second.lowerBound)
    var quote: UInt8 = 0
    while i < first.upperBound, j < second.upperBound {
      let byte = texts[i]
      if quote == 0, byte.isASCIIDigit, texts[j].isASCIIDigit {
        let (start, other) = (i, j)
        let x = number(texts, &i, first.upperBound)
        let y = number(texts, &j, second.upperBound)
        switch digits(texts, start..<i, first) {
        case .moving: if x < 0 || y != x + rows { return false }
        case .fixed:
          // By their digits: a constant may have more than a number holds.
          guard i - start == j - other else { return false }
          for offset in 0..<(i - start) where texts[start + offset] != texts[other + offset] { return false }
        case .unclear: return false
        }
        continue
      }
      guard byte == texts[j] else { return false }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      i += 1
      j += 1
    }
    return i == first.upperBound && j == second.upperBound
  }

  /// The number that begins at `place`, which moves behind it; -1 for one that is no row.
  private static func number(_ texts: Span<UInt8>, _ place: inout Int, _ end: Int) -> Int {
    var value = 0
    while place < end, texts[place].isASCIIDigit {
      value = value > 100_000_000 ? -1 : value < 0 ? -1 : value * 10 + Int(texts[place] & 15)
      place += 1
    }
    return value
  }

  private static func digits(_ texts: Span<UInt8>, _ run: Range<Int>, _ formula: Range<Int>) -> Digits {
    let before = run.lowerBound > formula.lowerBound ? texts[run.lowerBound - 1] : 0
    let after = run.upperBound < formula.upperBound ? texts[run.upperBound] : 0
    let colon = UInt8(ascii: ":")
    // An absolute row.
    if before == UInt8(ascii: "$") { return .fixed }
    guard before.isASCIILetter else {
      // `3:3` names rows.
      return before == colon || after == colon ? .unclear : .fixed
    }
    var start = run.lowerBound - 1
    while start > formula.lowerBound, texts[start - 1].isASCIILetter { start -= 1 }
    guard run.lowerBound - start <= 3 else { return .fixed }
    var sign = start > formula.lowerBound ? texts[start - 1] : 0
    if sign == UInt8(ascii: "$") { sign = start - 1 > formula.lowerBound ? texts[start - 2] : 0 }
    // Letters and digits that are part of something longer, or a function's name.
    return continuesName(sign) || continuesName(after) || after == UInt8(ascii: "(") || after == UInt8(ascii: "!")
      ? .unclear : .moving
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[")
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  fileprivate var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

/// What two formulas have in common that differ only by where they stand.
enum FormulaKey {
  static func key(_ text: [UInt8], at place: Place) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(text.count + 16)
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: text.span) {
      switch token.kind {
      case .cell, .column, .row:
        guard let axes = FormulaAxes(text.span, token.range) else {
          key += text[token.range]
          continue
        }
        key.append(token.kind == .cell ? 1 : token.kind == .column ? 2 : 3)
        append(axes.column, axes.columnIsAbsolute, place.column, to: &key)
        append(axes.row, axes.rowIsAbsolute, place.row, to: &key)
      default: key += text[token.range]
      }
    }
    return key
  }

  private static func append(_ number: Int, _ isAbsolute: Bool, _ base: Int, to key: inout [UInt8]) {
    let value = Int32(number == 0 ? 0 : isAbsolute ? number : number - base)
    key.append(isAbsolute ? 1 : 0)
    appendBits(value, to: &key)
  }

  private static func appendBits(_ value: Int32, to key: inout [UInt8]) {
    let bits = UInt32(bitPattern: value)
    for shift in stride(from: UInt32(0), to: 32, by: 8) { key.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }
}
