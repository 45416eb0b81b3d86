// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// All cells of a small sheet, or of certain rows; used to read Settings and Lists.
struct CellGrid {
  private var cells: [CellReference: CellValue] = [:]
  /// The formulas of cells that have one, without the leading `=`.
  private(set) var formulas: [CellReference: String] = [:]
  private(set) var lastRow = 0
  private(set) var lastColumn = 0

  init() {}

  init(_ sheet: Worksheet, within rows: ClosedRange<Int> = 1...CellReference.maxRow) throws(SpreadsheetError) {
    var grid = CellGrid()
    try sheet.forEachRow { row throws(SpreadsheetError) in
      guard rows.contains(row.index) else { return }
      for cell in row.cells {
        guard let place = CellReference(row: row.index, column: cell.column) else { continue }
        let value = try sheet.value(of: cell, row: row.index)
        if cell.formulaKind != .none {
          grid.formulas[place] = try sheet.formula(of: cell, row: row.index)?.text ?? ""
        }
        guard value != .blank else { continue }
        grid.cells[place] = value
        grid.lastRow = max(grid.lastRow, row.index)
        grid.lastColumn = max(grid.lastColumn, cell.column)
      }
    }
    self = grid
  }

  subscript(cell: CellReference) -> CellValue { cells[cell] ?? .blank }

  subscript(row: Int, column: Int) -> CellValue {
    CellReference(row: row, column: column).map { self[$0] } ?? .blank
  }

  var inReadingOrder: [(CellReference, CellValue)] {
    cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
