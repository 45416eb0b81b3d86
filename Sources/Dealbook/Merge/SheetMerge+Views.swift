// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// What of a sheet is hidden.
///
/// That is how somebody looks at it and not what it says, so it is not merged; but people are told.
private struct SheetView {
  let isHidden: Bool
  private let columns: [ColumnInfo]
  private var rows: Set<Int> = []

  init(_ workbook: Workbook, _ tab: RecordTab) throws(SpreadsheetError) {
    isHidden = workbook.sheets[tab.sheetIndex].state != .visible
    var rows = tab.hiddenRows ?? []
    let known = tab.hiddenRows == nil ? nil : workbook.frame(ofReadSheet: tab.sheetIndex)
    let frame: Spreadsheet.SheetFrame
    if let known {
      frame = known
    } else {
      frame = try workbook.forEachRow(ofSheet: tab.sheetIndex) { row, cells in
        if cells.isHidden(row) { rows.insert(row.index) }
      }
    }
    let facts = try frame.facts()
    columns = facts.columns.filter(\.isHidden)
    if rows.isEmpty || facts.isFiltered { return }
    if try !workbook.tables(ofSheet: tab.sheetIndex).contains(where: \.isFiltered) { self.rows = rows }
  }

  func hides(column: Int) -> Bool { columns.contains { $0.columns.contains(column) } }
  func hides(row: Int) -> Bool { rows.contains(row) }
}

extension SheetMerge {
  /// Tells what copies hide, show or call otherwise, where the base and ours do not.
  func tellViews(_ plan: inout MergePlan) throws(SpreadsheetError) {
    guard base.sheetIndex >= 0, copies.count > 1 else { return }
    tellNames(&plan)
    guard base.kind.isData else {
      // One sheet may hold several lists, and other cells beside its data.
      if base.kind == .plain || base.kind == .settings { tellStates(&plan) }
      return
    }
    for tab in ours.sheet.tabs { try tellViews(of: tab, &plan) }
  }

  private func tellViews(of tab: RecordTab, _ plan: inout MergePlan) throws(SpreadsheetError) {
    guard let known = base.tab(tab.number) else { return }
    let before = try SheetView(baseBook.team.workbook, known)
    let own = try SheetView(sides[0].book.team.workbook, tab)
    for copy in copies.dropFirst() {
      guard let there = copy.sheet.tab(tab.number) else { continue }
      let view = try SheetView(sides[copy.side].book.team.workbook, there)
      func isNew(_ old: Bool, _ new: Bool, _ ours: Bool) -> Bool { old != new && ours != new }
      let hidden = columns.filter { column in
        guard let base = column.base, let place = column.places[copy.side], let mine = column.places[0] else {
          return false
        }
        return isNew(
          before.hides(column: self.base.columns[base].number),
          view.hides(column: copy.sheet.columns[place].number),
          own.hides(column: ours.sheet.columns[mine].number))
      }
      // The rows of a handed-out copy have moved.
      let rows =
        sides[copy.side].given != nil
        ? 0
        : base.rows.indices.count { row in
          guard let there = copy.rowOf[row], let mine = ours.rowOf[row], base.rows[row].tab == tab.number,
            copy.sheet.rows[there].tab == tab.number, ours.sheet.rows[mine].tab == tab.number
          else { return false }
          return isNew(
            before.hides(row: base.rows[row].number), view.hides(row: copy.sheet.rows[there].number),
            own.hides(row: ours.sheet.rows[mine].number))
        }
      let isSheet = isNew(before.isHidden, view.isHidden, own.isHidden)
      guard isSheet || !hidden.isEmpty || rows > 0 else { continue }
      plan.remarks.append(
        .viewDiffers(
          copy: sides[copy.side].name, sheet: tab.title, isSheet: isSheet, columns: hidden.map(\.header),
          rows: rows))
    }
  }

  /// Tells which copies have renamed a sheet: the name in ours stays, because formulas everywhere may refer to it.
  private func tellNames(_ plan: inout MergePlan) {
    func name(_ book: RecordBook, _ tab: RecordTab) -> String { book.team.workbook.sheets[tab.sheetIndex].name }
    for tab in ours.sheet.tabs {
      guard let before = base.tab(tab.number).map({ name(baseBook, $0) }) else { continue }
      let own = name(sides[0].book, tab)
      for copy in copies.dropFirst() {
        guard let now = copy.sheet.tab(tab.number).map({ name(sides[copy.side].book, $0) }), now != before, now != own
        else { continue }
        let remark = MergeRemark.sheetRenamed(copy: sides[copy.side].name, sheet: own, name: now)
        // A sheet may hold several lists.
        if !plan.remarks.contains(remark) { plan.remarks.append(remark) }
      }
    }
  }

  /// Tells which copies hide or show the whole sheet.
  private func tellStates(_ plan: inout MergePlan) {
    func isHidden(_ book: RecordBook, _ sheet: RecordSheet) -> Bool {
      book.team.workbook.sheets[sheet.sheetIndex].state != .visible
    }
    let (before, own) = (isHidden(baseBook, base), isHidden(sides[0].book, ours.sheet))
    for copy in copies.dropFirst() {
      let now = isHidden(sides[copy.side].book, copy.sheet)
      guard now != before, now != own else { continue }
      plan.remarks.append(
        .viewDiffers(copy: sides[copy.side].name, sheet: ours.sheet.title, isSheet: true, columns: [], rows: 0))
    }
  }
}
