// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The cells of one sheet column in row order; only cells that exist are stored.
final class ColumnStore {
  private(set) var rows: [Int32] = []
  var values: [Scalar] = []
  /// The number in ``Book/formulas`` of the formula that produces the value; -1 for none.
  var formulas: [Int32] = []
  /// The number of cells that wait for a formula that has not been calculated, or never will be. May be too high, but never too low.
  var unsettled = 0

  func append(row: Int, _ value: Scalar, formula: Int32 = -1) {
    if let last = rows.last, Int(last) >= row {
      insert(row: row, value, formula: formula)
      return
    }
    rows.append(Int32(row))
    values.append(value)
    formulas.append(formula)
    if formula >= 0 { unsettled += 1 }
  }

  /// Gives back the room that was kept for further cells.
  func compact() {
    rows = Self.compacted(rows)
    values = Self.compacted(values)
    formulas = Self.compacted(formulas)
  }

  private static func compacted<Element>(_ array: [Element]) -> [Element] {
    guard array.capacity - array.count > array.count / 8 else { return array }
    var exact: [Element] = []
    exact.reserveCapacity(array.count)
    exact += array
    return exact
  }

  /// Inserts a cell at its place in row order, or replaces the one that is there.
  func insert(row: Int, _ value: Scalar, formula: Int32 = -1) {
    let at = lowerBound(row)
    if at < rows.count, rows[at] == row {
      values[at] = value
      formulas[at] = formula
    } else {
      rows.insert(Int32(row), at: at)
      values.insert(value, at: at)
      formulas.insert(formula, at: at)
    }
    if formula >= 0 { unsettled += 1 }
  }

  /// Makes `formula` the source of an existing cell's value.
  func take(_ at: Int, for formula: Int32) {
    formulas[at] = formula
    unsettled += 1
  }

  /// The position of the cell in `row`.
  @inline(__always)
  func position(of row: Int) -> Int? {
    guard let first = rows.first else { return nil }
    // Rows ascend, so the cell cannot be further along than in a column without gaps.
    let guess = row - Int(first)
    if guess < 0 { return nil }
    if guess < rows.count, rows[guess] == row { return guess }
    let at = lowerBound(row)
    return at < rows.count && rows[at] == row ? at : nil
  }

  /// The first position whose row is `row` or later.
  func lowerBound(_ row: Int) -> Int {
    guard let first = rows.first, row > first else { return 0 }
    var low = 0
    var high = min(rows.count, row - Int(first) + 1)
    if high <= rows.count, high > 0, rows[high - 1] < row { return high }
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The positions of the cells from row `top` to row `bottom`.
  func range(_ top: Int, _ bottom: Int) -> Range<Int> {
    let start = lowerBound(top)
    return start..<max(start, lowerBound(bottom + 1))
  }
}

/// The cells of one sheet, by column.
final class Grid {
  /// Indexed by column number from 1; a missing or nil column is empty.
  private(set) var columns: [ColumnStore?] = [nil]
  private(set) var lastRow = 0
  private var lastNotedColumn = 0
  var hiddenRows: Set<Int> = []
  var merged: [CellRange] = []
  /// The data rows of the filters on the sheet and its tables, without the header rows.
  var filteredRows: [ClosedRange<Int>] = []

  func column(_ number: Int) -> ColumnStore? { number < columns.count ? columns[number] : nil }

  func makeColumn(_ number: Int) -> ColumnStore {
    if let column = column(number) { return column }
    while columns.count <= number { columns.append(nil) }
    let column = ColumnStore()
    columns[number] = column
    return column
  }

  func compact() { for column in columns { column?.compact() } }

  func noteRow(_ row: Int) { lastRow = max(lastRow, row) }
  /// For a column whose cells are not kept.
  func noteColumn(_ column: Int) { lastNotedColumn = max(lastNotedColumn, column) }
  var lastColumn: Int { max(columns.count - 1, lastNotedColumn) }
}
