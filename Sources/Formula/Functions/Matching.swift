// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// MATCH in a column, by scanning its rows.
enum Matching {
  /// The row of `wanted`. `kind` is 0 for an equal value, positive for the last value not greater, negative for the last value not smaller.
  static func place(of wanted: CellValue, in column: Column, _ rows: Range<Int>, kind: Double) -> Int? {
    let kind = kind.rounded(.towardZero)
    if kind > 0 { return Evaluator.lastNotAbove(wanted, in: column, rows) }
    if kind < 0 { return lastNotBelow(wanted, in: column, rows) }
    switch wanted {
    case .text(let text):
      if let pattern = Wildcard(text) {
        return rows.first { row in
          if case .text(let cell) = column[row] { return pattern.matches(folded: CaseFolding.folded(cell)) }
          return false
        }
      }
      let folded = CaseFolding.folded(text)
      return rows.first { row in
        if case .text(let cell) = column[row] {
          return CaseFolding.folded(cell).utf8.elementsEqual(folded.utf8)
        }
        return false
      }
    case .blank: return place(of: .number(0), in: column, rows, kind: 0)
    case .number(let number):
      return rows.first { column.kinds[$0] == .number && ApproximateNumber.equal(column.payload[$0], number) }
    case .boolean(let truth):
      return rows.first { column.kinds[$0] == .boolean && (column.payload[$0] != 0) == truth }
    case .error: return nil
    }
  }

  /// The last value not smaller than `wanted` in a column in descending order; of equal values the first.
  private static func lastNotBelow(_ wanted: CellValue, in column: Column, _ rows: Range<Int>) -> Int? {
    let wanted = Vector(constant: wanted == .blank ? .number(0) : wanted)
    let order = Comparison.apply(.less, Vector(column), wanted, lanes: column.count)
    var last: Int?
    let same = Comparison.apply(.equal, Vector(column), wanted, lanes: column.count)
    for row in rows where column.kinds[row] == wanted.kind(0) {
      if order.payload(row) != 0 { break }
      if same.payload(row) != 0 { return row }
      last = row
    }
    return last
  }
}
