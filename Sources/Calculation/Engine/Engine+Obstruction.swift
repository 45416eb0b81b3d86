// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension Engine {
  /// Why a formula may not spill over `area`: it reaches beyond the sheet, or another cell in it has content.
  func obstruction(to area: Area, for formula: Int, _ grid: Grid) -> BlockedSpill? {
    guard area.bottom <= CellReference.maxRow, area.right <= CellReference.maxColumn else { return .sheetEnds }
    if area.isCell { return nil }
    if let merged = grid.merged.first(where: { Area(sheet: area.sheet, $0).intersection(area) != nil }) {
      return .merged(merged, area)
    }
    for (sheet, table) in book.tables where Area(sheet: sheet, table.range).intersection(area) != nil {
      return .table(table.displayName, area)
    }
    for column in area.left...area.right {
      guard let store = grid.column(column) else { continue }
      for at in store.range(area.top, area.bottom)
      where store.formulas[at] != formula && (store.formulas[at] >= 0 || !store.values[at].isBlank) {
        return .cell(Place(sheet: area.sheet, row: Int(store.rows[at]), column: column), area)
      }
    }
    return nil
  }
}
