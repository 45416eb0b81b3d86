// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// A workbook's existing dashboard: its hidden sheet, and the positions of the blocks from an earlier fill.
struct StoredDashboard {
  let dataIndex: Int
  let places: [String: ChartData.Place]
  private let grid: CellGrid
  private let team: BoundWorkbook

  /// Nil if there is none. Only hidden sheets without other content of the team's are examined.
  init?(_ team: BoundWorkbook) throws(SpreadsheetError) {
    let known = Set(team.sheets.map(\.sheetIndex))
    for (index, sheet) in team.workbook.sheets.enumerated() {
      guard sheet.kind == .worksheet, !known.contains(index), Self.isCandidate(sheet) else { continue }
      let grid = try CellGrid(team.workbook.worksheet(at: index))
      guard grid[1, 1].text == ChartData.signature else { continue }
      var places: [String: ChartData.Place] = [:]
      for row in stride(from: 1, through: grid.lastRow, by: 1) {
        guard let key = grid[row, 1].text, let rows = grid[row, 2].number.flatMap({ Int(exactly: $0) }),
          (1...CellReference.maxRow).contains(rows)
        else { continue }
        places[key] = ChartData.Place(row: row, rows: rows)
      }
      (dataIndex, self.places, self.grid, self.team) = (index, places, grid, team)
      return
    }
    return nil
  }

  private static func isCandidate(_ sheet: SheetInfo) -> Bool {
    sheet.state != .visible && sheet.name != MetaSheet.name
      || Set(["圖表資料", "图表资料", "chart data"]).contains(sheet.name.lowercased())
  }

  func formula(in cell: CellReference) -> String? { grid.formulas[cell] }
  /// The cells of these rows that hold something.
  func cells(in rows: ClosedRange<Int>) -> [CellReference] {
    (1...max(1, grid.lastColumn)).flatMap { column in rows.compactMap { CellReference(row: $0, column: column) } }
      .filter { !grid[$0].isEmpty || grid.formulas[$0] != nil }
  }
  func text(in cell: CellReference) -> String? { grid[cell].text }

  /// Updates the cells of the hidden sheet, and the cells elsewhere that show them.
  func renew(_ data: ChartData, _ edit: inout WorkbookEdit) {
    var sheetEdit = edit.sheets[dataIndex] ?? SheetEdit()
    for (cell, wanted) in data.cells {
      let formula = grid.formulas[cell]
      let isSame: Bool
      if let text = wanted.formula {
        isSame = formula.map { FormulaComparison.sameFormula(a: $0, b: text) } ?? false
      } else {
        isSame = formula == nil
      }
      if isSame, ColumnFiller.isSame(grid[cell], wanted.value) { continue }
      sheetEdit.cells[cell] = CellEdit(wanted.value, formula: wanted.formula)
    }
    edit.sheets[dataIndex] = sheetEdit
    edit.chartRanges += data.changedRanges(ofSheet: dataIndex)
    renewShown(data, &edit)
  }

  /// Updates cells on the team's other sheets whose formula shows a cell of the hidden one, wherever they have been moved.
  private func renewShown(_ data: ChartData, _ edit: inout WorkbookEdit) {
    let start = AbsoluteReference.text(sheet: data.sheet, column: 1, rows: 1...1).dropLast(4)
    let plain = "\(data.sheet)!"
    let known = Set(team.sheets.map(\.sheetIndex))
    for (index, sheet) in team.workbook.sheets.enumerated()
    where index != dataIndex && sheet.kind == .worksheet && !known.contains(index) && index != team.funnelIndex {
      guard let worksheet = try? team.workbook.worksheet(at: index), let shown = try? CellGrid(worksheet) else {
        continue
      }
      for (cell, formula) in shown.formulas {
        guard formula.contains(start) || formula.contains(plain),
          let target = Self.lastReference(formula), let wanted = data.cells[target]
        else { continue }
        let value = wanted.value == .blank ? CellValue.number(0) : wanted.value
        if ColumnFiller.isSame(shown[cell], value) { continue }
        edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(value, formula: formula)
      }
    }
  }

  /// The cell at the end of a formula such as `'圖表資料'!$C$5` or `HYPERLINK(…,'圖表資料'!$C$5)`.
  private static func lastReference(_ formula: String) -> CellReference? {
    guard formula.hasPrefix("HYPERLINK(") || !formula.contains("("), let mark = formula.lastIndex(of: "!") else {
      return nil
    }
    return CellReference(formula[formula.index(after: mark)...].filter { $0 != "$" && $0 != ")" })
  }
}
