// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Collects the cells of rows that are not below a header.
struct GridScan {
  private let workbook: Workbook
  private var columns: [Int: Column] = [:]
  private var rows: [Int] = []

  private struct Column {
    var values = ColumnBuilder()
    var formulas: [Int: String] = [:]
    var dates: Set<Int> = []
  }

  init(_ workbook: Workbook) { self.workbook = workbook }

  mutating func take(
    _ row: StoredRow, _ cells: SheetCells, _ formulas: inout StreamedFormulas
  ) throws(SpreadsheetError) {
    var texts: [Int: String] = [:]
    for cell in row.cells where cell.formulaKind != .none {
      texts[cell.column] = try formulas.formula(of: cell, row: row.index, cells)?.text ?? ""
    }
    try take(row, cells, texts)
  }

  mutating func take(
    _ row: StoredRow, _ cells: SheetCells, formula: (StoredCell) throws(SpreadsheetError) -> String?
  ) throws(SpreadsheetError) {
    var texts: [Int: String] = [:]
    for cell in row.cells where cell.formulaKind != .none { texts[cell.column] = try formula(cell) ?? "" }
    try take(row, cells, texts)
  }

  private mutating func take(
    _ row: StoredRow, _ cells: SheetCells, _ formulas: [Int: String]
  ) throws(SpreadsheetError) {
    let offset = rows.count
    var holds = false
    for cell in row.cells {
      let value = try cells.value(of: cell, row: row.index)
      let formula = formulas[cell.column].flatMap { FormulaShape.isTruthValue($0) ? nil : $0 }
      if formula == nil, value.isEmpty { continue }
      holds = true
      if let formula { columns[cell.column, default: Column()].formulas[offset] = formula }
      if case .number = value, workbook.styles.numberFormat(at: cell.style).isDate {
        columns[cell.column, default: Column()].dates.insert(offset)
      }
      columns[cell.column, default: Column()].values.append(value, at: offset)
    }
    if holds { rows.append(row.index) }
  }

  func sheet(_ kind: RecordSheet.Kind, at index: Int, title: String) -> RecordSheet {
    let columns = columns.sorted { $0.key < $1.key }.map { number, column in
      var builder = column.values
      if builder.count < rows.count { builder.appendBlanks(rows.count - builder.count) }
      let letters = ColumnName.letters(number)
      var result = RecordColumn(
        key: letters, header: letters, number: number, type: nil, isComputed: false, values: builder.finish())
      result.formulas = column.formulas
      result.dates = column.dates
      return result
    }
    return RecordSheet(
      kind: kind, sheetIndex: index, title: title, columns: columns,
      rows: rows.enumerated().map { RecordRow(offset: $0, number: $1, id: "", key: "") })
  }
}
