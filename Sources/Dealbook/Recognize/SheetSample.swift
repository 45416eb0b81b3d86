// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The first rows of a sheet, from which its kind is determined.
struct SheetSample: Sendable {
  struct Cell: Sendable {
    var column: Int
    var value: CellValue
    var isDate: Bool
    var hasFormula: Bool
    var style: Int

    var isBlank: Bool {
      switch value {
      case .blank: true
      case .text(let text): StraySpace.isBlank(text)
      case .number, .boolean, .error: false
      }
    }

    /// Text that a person typed; nil for the result of a formula.
    var typedText: String? {
      guard !hasFormula, case .text(let text) = value, !StraySpace.isBlank(text) else { return nil }
      return text
    }
  }

  struct Row: Sendable {
    var index: Int
    /// From left to right, without blank cells.
    var cells: [Cell]

    subscript(column: Int) -> Cell? {
      var (low, high) = (0, cells.count)
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low < cells.count && cells[low].column == column ? cells[low] : nil
    }
  }

  let sheetIndex: Int
  let title: String
  var rows: [Row] = []
  let dateSystem: DateSystem
  private let workbook: Workbook

  /// The last row that is examined.
  static let lastRow = 160
  /// The number of columns that are examined.
  static let mostColumns = 400

  init(_ workbook: Workbook, sheetIndex: Int, strings: SharedStringTable) throws(SpreadsheetError) {
    self.sheetIndex = sheetIndex
    self.workbook = workbook
    title = workbook.sheets[sheetIndex].name
    dateSystem = workbook.dateSystem
    var rows: [Row] = []
    let styles = workbook.styles
    try workbook.forFirstRows(
      ofSheet: sheetIndex, through: Self.lastRow, strings: strings
    ) { row, cells throws(SpreadsheetError) in
      var kept: [Cell] = []
      for cell in row.cells where cell.column <= Self.mostColumns {
        let value = try cells.value(of: cell, row: row.index)
        let sample = Cell(
          column: cell.column, value: value,
          isDate: value.number != nil && (cell.type == .isoDate || styles.numberFormat(at: cell.style).kind == .date),
          hasFormula: cell.formulaKind != .none, style: cell.style)
        if !sample.isBlank || sample.hasFormula { kept.append(sample) }
      }
      if !kept.isEmpty { rows.append(Row(index: row.index, cells: kept)) }
    }
    self.rows = rows
  }

  /// The columns over which cells of a row are merged. Takes as long as reading the sheet once more.
  func merged(inRow row: Int) -> [ClosedRange<Int>] {
    let ranges = (try? workbook.worksheet(at: sheetIndex).facts().mergedCells) ?? []
    return ranges.filter { $0.first.row == row && $0.first.column < $0.last.column }.map(\.columns)
  }

  func row(_ index: Int) -> Row? { rows.first { $0.index == index } }

  /// Whether a column has filled cells from row `first` on, and whether one of them is a formula.
  func fillings(of column: Int, from first: Int) -> (any: Bool, formulas: Bool) {
    var isFilled = false
    for row in rows where row.index >= first {
      guard let cell = row[column], !cell.isBlank else { continue }
      if cell.hasFormula { return (true, true) }
      isFilled = true
    }
    return (isFilled, false)
  }

  /// The contents of a column from row `first` on, without the `skipped` rows.
  func contents(of column: Int, from first: Int, skipping skipped: Set<Int>) -> ColumnContents {
    var contents = ColumnContents()
    for row in rows where row.index >= first && !skipped.contains(row.index) {
      contents.add(row[column], dateSystem)
    }
    return contents
  }
}
