// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Collects the calculated values of a workbook and writes them column by column, so that a million values cost little more than their
/// storage.
struct CachedValues {
  private struct Column {
    var sheet: Int
    var column: Int
    var rows: [Int32] = []
    var values: [CellValue] = []
  }

  private var columns: [Column] = []
  /// The index in `columns` for a sheet and column.
  private var places: [Int: Int] = [:]
  /// Formulas whose ranges change too.
  private var singles: [(sheet: Int, cell: CellReference, edit: CellEdit)] = []
  private(set) var isEmpty = true

  mutating func add(_ place: Place, _ value: CellValue) {
    isEmpty = false
    let key = place.sheet << 16 | place.column
    let at: Int
    if let known = places[key] {
      at = known
    } else {
      at = columns.count
      places[key] = at
      columns.append(Column(sheet: place.sheet, column: place.column))
    }
    columns[at].rows.append(Int32(place.row))
    columns[at].values.append(value)
  }

  mutating func add(_ sheet: Int, _ cell: CellReference, _ edit: CellEdit) {
    isEmpty = false
    singles.append((sheet, cell, edit))
  }

  func write(into edit: inout WorkbookEdit) {
    for column in columns {
      let ascends = zip(column.rows, column.rows.dropFirst()).allSatisfy { $0 < $1 }
      guard let first = column.rows.first, let last = column.rows.last else { continue }
      // Values far apart or out of row order are written one by one.
      guard ascends, Int(last - first) < 8 * column.rows.count + 64 else {
        for (row, value) in zip(column.rows, column.values) {
          guard let cell = CellReference(row: Int(row), column: column.column) else { continue }
          edit.sheets[column.sheet, default: SheetEdit()].cells[cell] = CellEdit(cached: value)
        }
        continue
      }
      let count = Int(last - first) + 1
      var values = column.values
      var written = [Bool](repeating: true, count: count)
      if count != values.count {
        values = [CellValue](repeating: .blank, count: count)
        written = [Bool](repeating: false, count: count)
        for (row, value) in zip(column.rows, column.values) {
          values[Int(row - first)] = value
          written[Int(row - first)] = true
        }
      }
      edit.sheets[column.sheet, default: SheetEdit()].fills.append(
        ColumnFill(column: column.column, firstRow: Int(first), cached: values, written: written))
    }
    for (sheet, cell, single) in singles { edit.sheets[sheet, default: SheetEdit()].cells[cell] = single }
  }
}
