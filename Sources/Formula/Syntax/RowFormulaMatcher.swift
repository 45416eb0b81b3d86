// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// Tells whether cells of a column hold that column's formula, even after another program has saved it in its own spelling.
///
/// Equal bytes match at once. A different spelling is parsed, and the verdict is remembered: a column of 100,000 rows saved by LibreOffice
/// costs only a few parses.
public struct RowFormulaMatcher: Sendable {
  private let formula: RowFormula
  private let pattern: [[UInt8]]
  private var spellings: [Spelling] = []

  /// More would slow down a column with a different formula in every row.
  private static let maxSpellings = 16

  /// A text found in a cell, split at its row number, and whether it is the column's formula.
  private struct Spelling {
    var pattern: [[UInt8]]
    var isSame: Bool
  }

  public init(_ formula: RowFormula) {
    self.formula = formula
    pattern = formula.segments.map { Array($0.utf8) }
  }

  /// Whether `text`, found in a cell of `row`, is the formula of that row, with or without a leading `=`.
  public mutating func matches(_ text: String, row: Int) -> Bool {
    let bytes = Array(text.utf8)
    if Self.isEqual(bytes, pattern, row: row) { return true }
    if let known = spellings.first(where: { Self.isEqual(bytes, $0.pattern, row: row) }) { return known.isSame }
    return learn(text, bytes, row: row)
  }

  private mutating func learn(_ text: String, _ bytes: [UInt8], row: Int) -> Bool {
    let isSame = FormulaComparison.sameFormula(a: text, b: formula.text(row: row))
    guard spellings.count < Self.maxSpellings else { return isSame }
    let pattern = Self.pattern(of: bytes, row: row)
    // A verdict that holds for two rows holds for all: a row number that is written out can equal the row in only one of them.
    let other = row < CellReference.maxRow ? row + 1 : row - 1
    let there = RowFormula(segments: pattern.map { String(decoding: $0, as: UTF8.self) }).text(row: other)
    if FormulaComparison.sameFormula(a: there, b: formula.text(row: other)) == isSame {
      spellings.append(Spelling(pattern: pattern, isSame: isSame))
    }
    return isSame
  }

  /// The text, split at each reference to `row`.
  private static func pattern(of text: [UInt8], row: Int) -> [[UInt8]] {
    var pattern: [[UInt8]] = [[]]
    let digits = Array(String(row).utf8)
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: text.span) {
      if token.kind == .cell || token.kind == .row, let axes = FormulaAxes(text.span, token.range), axes.row == row,
        text[token.range].hasSuffix(digits)
      {
        pattern[pattern.count - 1] += text[token.range].dropLast(digits.count)
        pattern.append([])
      } else {
        pattern[pattern.count - 1] += text[token.range]
      }
    }
    return pattern
  }

  private static func isEqual(_ text: [UInt8], _ pattern: [[UInt8]], row: Int) -> Bool {
    let digits = String(row).utf8
    var at = 0
    for (index, segment) in pattern.enumerated() {
      if index > 0 {
        for digit in digits {
          guard at < text.count, text[at] == digit else { return false }
          at += 1
        }
      }
      guard text.count - at >= segment.count else { return false }
      for byte in segment {
        guard text[at] == byte else { return false }
        at += 1
      }
    }
    return at == text.count
  }
}

extension ArraySlice<UInt8> {
  /// `A07` refers to row 7, but does not end with the digits of 7 alone.
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count > suffix.count
      ? self.suffix(suffix.count).elementsEqual(suffix)
        && self[endIndex - suffix.count - 1] != UInt8(ascii: "0")
      : count == suffix.count && elementsEqual(suffix)
  }
}
