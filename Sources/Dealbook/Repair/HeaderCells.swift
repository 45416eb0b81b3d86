// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The cells that hold the headers of columns, each with its own text. In a header of several rows (金額 above 預估(萬元)) it is the lowest
/// cell with text.
struct HeaderCells {
  private var cells: [Int: (place: CellReference, text: String)] = [:]

  init(of columns: [LocatedColumn], on sheet: LocatedSheet, in workbook: Workbook) throws(SpreadsheetError) {
    guard let first = sheet.headerRow, let last = sheet.lastHeaderRow, !columns.isEmpty else { return }
    let grid = try first == last ? CellGrid() : CellGrid(workbook.worksheet(at: sheet.sheetIndex), within: first...last)
    for column in columns {
      let lowest = (first...last).last { grid[$0, column.number].text.map { !$0.isEmpty } ?? false }
      guard let place = CellReference(row: lowest ?? first, column: column.number) else { continue }
      cells[column.number] = (place, grid[place].text ?? column.header)
    }
  }

  var places: Set<CellReference> { Set(cells.values.map(\.place)) }

  subscript(column: LocatedColumn) -> (place: CellReference, text: String)? { cells[column.number] }
}
