// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Rows of two sheets that correspond.
struct MatchingRows {
  /// Indexes among the rows of each sheet.
  let rows: [(old: Int, new: Int)]
  fileprivate let cells: [CellPair]

  init(_ rows: [(old: Int, new: Int)], of columns: ColumnPairs) {
    self.rows = rows
    cells = rows.map { CellPair(columns.old.rows[$0.old].offset, columns.new.rows[$0.new].offset) }
  }
}

extension ColumnPairs {
  /// The indexes in `matching` of rows whose cells in a pair of columns may differ. For all others ``isSame(_:_:_:)`` is true.
  ///
  /// A column is compared as a whole, which is far faster than cell by cell.
  func suspects(_ pair: Pair, _ matching: MatchingRows) -> [Int] {
    let all = matching.rows.indices
    switch (pair.old, pair.new) {
    case (nil, nil): return []
    case (let a?, nil):
      let column = old.columns[a]
      return all.filter { Self.mayHold(column, Int(matching.cells[$0].own)) }
    case (nil, let b?):
      let column = new.columns[b]
      return all.filter { Self.mayHold(column, Int(matching.cells[$0].other)) }
    case (let a?, let b?):
      let (x, y) = (old.columns[a], new.columns[b])
      if x.isComputed, y.isComputed {
        if x.typed.isEmpty, y.typed.isEmpty { return [] }
        return all.filter {
          x.typed.contains(Int(matching.cells[$0].own)) || y.typed.contains(Int(matching.cells[$0].other))
        }
      }
      if x.isComputed || y.isComputed || dateShift != 0 && (x.type == .date || !x.dates.isEmpty) { return Array(all) }
      let found = x.values.differences(from: y.values, at: matching.cells)
      if x.formulas.isEmpty, y.formulas.isEmpty { return found }
      return withFormulas(found, x, y, matching)
    }
  }

  /// Adds rows in which either cell has a formula, unless both have the same.
  private func withFormulas(
    _ found: [Int], _ x: RecordColumn, _ y: RecordColumn, _ matching: MatchingRows
  ) -> [Int] {
    var result: [Int] = []
    var next = found[...]
    for (index, cell) in matching.cells.enumerated() {
      let isFound = next.first == index
      if isFound { next.removeFirst() }
      let (a, b) = (x.formulas[Int(cell.own)], y.formulas[Int(cell.other)])
      guard a != nil || b != nil else {
        if isFound { result.append(index) }
        continue
      }
      let (row, other) = matching.rows[index]
      if let a, let b, isSame(a, b, row, other) { continue }
      result.append(index)
    }
    return result
  }

  private static func mayHold(_ column: RecordColumn, _ offset: Int) -> Bool {
    if column.isComputed { return column.typed.contains(offset) }
    return offset < column.values.count && !column.values.isNothing(at: offset)
      || !column.formulas.isEmpty && column.formulas[offset] != nil
  }
}
