// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// What the file stores about certain cells besides their values.
struct StoredFacts {
  private(set) var styles: [CellReference: Int] = [:]
  /// Without the leading `=`; empty if the text cannot be known.
  private(set) var formulas: [CellReference: String] = [:]
  /// The values of whole columns below the header, including formulas' cached ones and blanks where those are missing.
  private(set) var columns: [Int: [(row: Int, value: CellValue)]] = [:]

  /// - Parameter whole: columns of which every cell below `headerRow` is needed.
  init(
    _ sheet: Worksheet, of cells: Set<CellReference>, wholeColumns whole: Set<Int>, below headerRow: Int
  ) throws(SpreadsheetError) {
    let rows = Set(cells.map(\.row))
    var facts = Self()
    try sheet.forEachRow { row throws(SpreadsheetError) in
      let isBelow = !whole.isEmpty && row.index > headerRow
      guard isBelow || rows.contains(row.index) else { return }
      for cell in row.cells {
        guard let place = CellReference(row: row.index, column: cell.column) else { continue }
        let isWhole = isBelow && whole.contains(cell.column)
        guard isWhole || cells.contains(place) else { continue }
        facts.styles[place] = cell.style
        let hasFormula = cell.formulaKind != .none
        if hasFormula { facts.formulas[place] = try sheet.formula(of: cell, row: row.index)?.text ?? "" }
        if isWhole {
          let value = try sheet.value(of: cell, row: row.index)
          if hasFormula || !value.isEmpty { facts.columns[cell.column, default: []].append((row.index, value)) }
        }
      }
    }
    self = facts
  }

  private init() {}
}
