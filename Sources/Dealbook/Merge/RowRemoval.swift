// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Emptied rows that are taken out of their sheets as a person would delete them, where everything that refers to rows can follow.
struct RowRemoval {
  /// By index of the sheet.
  private(set) var candidates: [Int: Set<Int>] = [:]

  var isEmpty: Bool { candidates.isEmpty }

  /// Adds emptied rows of `sheet`, except those whose cells belong to something else as well.
  ///
  /// - Parameter others: the records of the workbook, some of which may be on the same sheet.
  mutating func add(
    _ rows: Set<Int>, of sheet: RecordSheet, onTab tab: Int, among others: some Sequence<RecordSheet>
  ) {
    guard !rows.isEmpty, let index = sheet.tab(tab)?.sheetIndex else { return }
    var free = rows
    for other in others where other.sheetIndex == index && other.kind != sheet.kind {
      for row in other.rows { free.remove(row.number) }
    }
    if sheet.kind.isData {
      // Something beside the data, in a column that has no header, stays where it is.
      let bare = sheet.columns.indices.filter { sheet.columns[$0].key.hasPrefix("#") }
      for (place, row) in sheet.rows.enumerated()
      where row.tab == tab && free.contains(row.number) && bare.contains(where: { !sheet.cell(place, $0).isNothing }) {
        free.remove(row.number)
      }
    }
    if !free.isEmpty { candidates[index, default: []].formUnion(free) }
  }

  /// Extends the edit so that it removes those rows that can be removed.
  func settle(_ edit: inout WorkbookEdit, of workbook: Workbook) throws(SpreadsheetError) {
    guard !isEmpty else { return }
    var quiet = edit
    quiet.recalculation = .never
    var book = try Workbook(workbook.applying(quiet), limits: workbook.package.limits)
    for (place, index) in candidates.keys.sorted().enumerated() {
      let rows = try book.removableRows(among: candidates[index] ?? [], ofSheet: index)
      guard !rows.isEmpty else { continue }
      edit.removedRows[index] = rows
      guard place + 1 < candidates.count else { continue }
      book = try Workbook(book.applying(RowChange(removed: rows), toSheet: index), limits: workbook.package.limits)
    }
  }
}

/// Cells whose formulas may have other values after rows were removed.
struct RemovedRowTrace {
  private let change: RowChange
  /// For each removed row, the nearest remaining rows above and below it, by their new numbers.
  private var neighbours: [Int: [Int]] = [:]

  init(_ removed: Set<Int>) {
    change = RowChange(removed: removed)
    var rest = change.removed[...]
    while let first = rest.first {
      var last = first
      while removed.contains(last + 1) { last += 1 }
      let near = [first - 1, last + 1].compactMap { $0 > 0 ? change.row($0) : nil }
      for row in first...last { neighbours[row] = near }
      rest = rest.dropFirst(last - first + 1)
    }
  }

  /// The changed cells by their new positions. In place of a removed cell are its neighbours: every range that held the cell holds one
  /// of them.
  func moved(_ cells: Set<CellReference>) -> Set<CellReference> {
    var moved: Set<CellReference> = []
    for cell in cells {
      let rows = change.row(cell.row).map { [$0] } ?? neighbours[cell.row] ?? []
      for row in rows { if let new = CellReference(row: row, column: cell.column) { moved.insert(new) } }
    }
    return moved
  }

  /// The cells of a workbook whose formulas ask for row numbers.
  static func numbering(in workbook: Workbook) throws(SpreadsheetError) -> [Int: Set<CellReference>] {
    var cells: [Int: Set<CellReference>] = [:]
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      guard let part = sheet.part, workbook.package.contains(part) else { continue }
      var formulas = StreamedFormulas()
      try workbook.forEachRow(ofSheet: index) { row, stored throws(SpreadsheetError) in
        try formulas.take(row, stored)
        for cell in row.cells where cell.formulaKind != .none {
          guard let text = try formulas.formula(of: cell, row: row.index, stored)?.text?.uppercased(),
            text.contains("ROW(") || text.contains("CELL("),
            let place = CellReference(row: row.index, column: cell.column)
          else { continue }
          cells[index, default: []].insert(place)
        }
      }
    }
    return cells
  }
}
