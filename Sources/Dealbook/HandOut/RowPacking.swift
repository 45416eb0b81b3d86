// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Moves the rows of a sheet that stay to the top, and empties the rest.
struct RowPacking {
  private let workbook: Workbook
  private let tab: RecordTab
  private let kept: [Int]
  private let range: Range<Int>
  private let emptied: Set<CellReference>

  /// - Parameters:
  ///   - kept: numbers of rows, ascending.
  ///   - range: from the first to the last data row.
  ///   - emptied: cells that are moved without their content.
  init(_ workbook: Workbook, tab: RecordTab, kept: [Int], range: Range<Int>, without emptied: Set<CellReference>) {
    (self.workbook, self.tab, self.kept, self.range, self.emptied) = (workbook, tab, kept, range, emptied)
  }

  private struct Stored {
    var value: CellValue
    var formula: String?
    var style: Int
  }

  func edit() throws(SpreadsheetError) -> SheetEdit {
    var edit = SheetEdit()
    guard !range.isEmpty else { return edit }
    let targets = Dictionary(
      kept.enumerated().map { ($1, range.lowerBound + $0) }, uniquingKeysWith: { first, _ in first })
    let whole = try workbook.worksheet(at: tab.sheetIndex)
    var rows: [Int: [Int: Stored]] = [:]
    try whole.forEachRow { row throws(SpreadsheetError) in
      guard range.contains(row.index) else { return }
      for cell in row.cells {
        let formula = cell.formulaKind == .none ? nil : try whole.formula(of: cell, row: row.index)?.text
        rows[row.index, default: [:]][cell.column] = Stored(
          value: try whole.value(of: cell, row: row.index), formula: formula, style: cell.style)
      }
    }
    let notes = try workbook.notes(at: tab.sheetIndex)
    for number in kept {
      let target = targets[number] ?? number
      let source = rows[number] ?? [:]
      let columns = Set(source.keys).union(rows[target]?.keys.map { $0 } ?? [])
      for column in columns {
        guard let from = CellReference(row: number, column: column), let to = CellReference(row: target, column: column)
        else { continue }
        guard let stored = source[column], !emptied.contains(from) else {
          edit.cells[to] = CellEdit(.blank)
          continue
        }
        if target == number { continue }
        edit.cells[to] = CellEdit(
          stored.value, formula: stored.formula.map { SharedFormula.shifted($0, rows: target - number, columns: 0) },
          style: .index(stored.style))
      }
    }
    for number in range.dropFirst(kept.count) {
      for column in rows[number]?.keys.sorted() ?? [] {
        if let cell = CellReference(row: number, column: column) { edit.cells[cell] = CellEdit(.blank) }
      }
    }
    func target(of cell: CellReference) -> CellReference? {
      guard let row = targets[cell.row], !emptied.contains(cell) else { return nil }
      return CellReference(row: row, column: cell.column)
    }
    let discussions = try workbook.discussions(at: tab.sheetIndex)
    let discussed = notes.discussed.union(discussions.byCell.keys).union(discussions.unclear)
    for cell in discussed where range.contains(cell.row) && target(of: cell) != cell {
      if edit.discussions[cell] == nil { edit.discussions[cell] = .remove }
      if let discussion = discussions.byCell[cell], let to = target(of: cell) {
        edit.discussions[to] = .set(discussion)
      }
    }
    for (cell, note) in notes.notes where range.contains(cell.row) && discussions.byCell[cell] == nil {
      let to = target(of: cell)
      if to == cell { continue }
      // A note that stands for a discussion goes with it.
      if !discussed.contains(cell), edit.notes[cell] == nil { edit.notes[cell] = .remove }
      if let to { edit.notes[to] = .set(note) }
    }
    return edit
  }
}
