// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// The rows of a sheet by key, with keys compared as conditional sums and lookups do.
struct KeyRows: Sendable {
  private var rows: [String: [Int]] = [:]
  /// Rows whose key may match nothing or more than itself: a blank, a pattern, a numeral, an error.
  private(set) var uncertain: [Int] = []

  init(_ column: Column) {
    for row in 0..<column.count {
      if let key = Self.key(column[row]) { rows[key, default: []].append(row) } else { uncertain.append(row) }
    }
  }

  /// The rows that cells with this value can match; nil if that is uncertain.
  func rows(for value: CellValue) -> [Int]? {
    if value == .blank || value == .text("") { return [] }
    return Self.key(value).map { rows[$0] ?? [] }
  }

  private static func key(_ value: CellValue) -> String? {
    switch value {
    case .number(let number): return "\(number)"
    case .text(let text):
      guard !text.isEmpty, IDCriterion.numeral(text) == nil, !text.unicodeScalars.contains(where: isOperator) else {
        return nil
      }
      return "=" + CaseFolding.folded(text)
    case .blank, .boolean, .error: return nil
    }
  }

  private static func isOperator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "?", "~", "<", ">", "=": true
    default: false
    }
  }
}
