// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Recognizes, while a sheet is read row by row, which of its formulas are one formula filled down.
struct FormulaColumns {
  /// Pattern numbers by key; see ``FormulaKey``.
  private var known: [[UInt8]: Int32] = [:]
  /// For each column, the formula from which the last one seen is filled down.
  private var recent: [Run] = []

  /// A formula and those that are filled down from it.
  struct Run {
    var row: Int
    /// In the book's formula texts.
    var text: Range<Int>
    /// Index in the book's patterns.
    var pattern: Int32
  }

  /// The run to which a formula belongs whose text is at `range`, the end of the book's formula texts.
  mutating func run(of text: String, _ range: Range<Int>, at place: Place, in book: Book) -> Run {
    while recent.count <= place.column { recent.append(Run(row: 0, text: 0..<0, pattern: -1)) }
    let last = recent[place.column]
    if last.pattern >= 0,
      FilledDown.continues(book.formulaTexts.span, last.text, range, rows: place.row - last.row)
    {
      return last
    }
    let key = FormulaKey.key(Array(book.formulaTexts[range]), at: place)
    let pattern: Int32
    if let same = known[key] {
      pattern = same
    } else {
      pattern = Int32(book.patterns.count)
      book.patterns.append(FormulaPattern(text, at: place, in: book))
      known[key] = pattern
    }
    recent[place.column] = Run(row: place.row, text: range, pattern: pattern)
    return recent[place.column]
  }
}

/// Recognizes a formula that is the one above it filled down, by comparing the texts without parsing them.
enum FilledDown {
  /// The role of a run of digits in a formula.
  private enum Digits {
    /// The row number of a relative reference.
    case moving
    /// A constant, an absolute row, or part of a name.
    case fixed
    case unclear
  }

  /// Whether the second formula is the first one filled down. True only if that is certain.
  ///
  /// - Parameter rows: the distance in rows from the first formula down to the second.
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
          // Compare the digits: a constant may have more of them than a number can hold.
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

  /// Reads the number at `place` and moves `place` past it; -1 if it is too large to be a row.
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
      // `3:3` refers to rows.
      return before == colon || after == colon ? .unclear : .fixed
    }
    var start = run.lowerBound - 1
    while start > formula.lowerBound, texts[start - 1].isASCIILetter { start -= 1 }
    guard run.lowerBound - start <= 3 else { return .fixed }
    var sign = start > formula.lowerBound ? texts[start - 1] : 0
    if sign == UInt8(ascii: "$") { sign = start - 1 > formula.lowerBound ? texts[start - 2] : 0 }
    // The letters and digits may be part of a longer name or a function's name.
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

/// The key shared by formulas that differ only in their position.
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
