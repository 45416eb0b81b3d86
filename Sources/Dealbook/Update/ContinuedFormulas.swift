// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The team's own formulas that a new row continues: in columns in which every row of data has the same one, but for the row it speaks of.
struct ContinuedFormulas {
  private struct Found {
    var shape: String
    var formula: String
    var row: Int
    var style: Int
    var count = 1
  }

  private var columns: [Int: Found] = [:]

  /// - Parameter rows: the rows of data on the tab.
  init(_ sheet: LocatedSheet, sheetIndex: Int, rows: [Int], in workbook: Workbook) throws(SpreadsheetError) {
    guard sheet.hasFormulas, rows.count > 1 else { return }
    let ours = Set(sheet.columns.filter(\.definition.isComputed).map(\.number))
    let data = Set(rows)
    var columns: [Int: Found] = [:]
    let worksheet = try workbook.worksheet(at: sheetIndex)
    try worksheet.forEachRow { row throws(SpreadsheetError) in
      guard data.contains(row.index) else { return }
      for cell in row.cells where !ours.contains(cell.column) {
        guard let formula = try worksheet.formula(of: cell, row: row.index),
          formula.range == nil || formula.sharedIndex != nil,
          let text = formula.text
        else { continue }
        let shape = FormulaShape.of(text, row: row.index)
        guard let known = columns[cell.column] else {
          columns[cell.column] = Found(shape: shape, formula: text, row: row.index, style: cell.style)
          continue
        }
        let count = known.shape == shape ? known.count + 1 : 0
        columns[cell.column] = Found(
          shape: known.shape, formula: text, row: row.index, style: cell.style, count: count)
      }
    }
    self.columns = columns.filter { $0.value.count == rows.count }
  }

  /// The cells of a new row.
  func cells(ofRow row: Int) -> [CellReference: CellEdit] {
    var cells: [CellReference: CellEdit] = [:]
    for (column, found) in columns {
      guard let cell = CellReference(row: row, column: column) else { continue }
      cells[cell] = CellEdit(
        .blank, formula: SharedFormula.shifted(found.formula, rows: row - found.row, columns: 0),
        style: .index(found.style))
    }
    return cells
  }
}
