// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension MergePlan {
  /// Merges copies of a workbook by record and column.
  ///
  /// - Parameters:
  ///   - base: the workbook from which all copies were made.
  ///   - ours: the copy that becomes the result; whatever nobody changed keeps its bytes.
  ///   - theirs: the other copies; their order does not matter.
  ///   - preference: who wins if copies disagree; nil leaves that to people.
  ///   - disputed: what cells hold on which copies disagree.
  ///   - trustsBase: whether to skip the checks that the base is the right one.
  public init(
    base: RecordBook, ours: MergeSide, theirs: [MergeSide], preference: MergePreference? = nil,
    disputed: DisputedCells = .base, trustsBase: Bool = false
  ) throws(MergeRefusal) {
    self.init()
    self.disputed = disputed
    var sides = [ours] + theirs.sorted { ($0.name, $0.saved) < ($1.name, $1.saved) }
    self.sides = sides.map(\.name)
    for side in sides {
      let open = try Self.reading { () throws(SpreadsheetError) in
        try ConflictSheet.undecided(in: side.book.team.workbook)
      }
      if open > 0 { throw .undecided(copy: side.name, count: open) }
    }
    let books = [base] + sides.map(\.book)
    let agreed = try Self.reading { () throws(SpreadsheetError) in try RecordBook.agreeing(books) }
    let base = agreed[0]
    for place in sides.indices { sides[place].book = agreed[place + 1] }
    let names = RowNames(base.team)
    let all = try Self.reading { () throws(SpreadsheetError) in try MergeGroups(base, sides) }
    let groups = all.groups
    var merges = groups.map {
      SheetMerge($0, base: base, sides, names: names, steady: all.steady, lists: all.lists[0], preference)
    }
    if !trustsBase { try BaseCheck(base: base, sides: sides, merges: merges.compactMap(\.self)).run() }
    // IDs first: references to a row that gets a new ID follow.
    var renames: [Int: [ColumnReference: [String: String]]] = [:]
    for place in merges.indices {
      guard let renamed = merges[place]?.settleIDs(), case .data(let prefix)? = merges[place]?.base.kind,
        let id = base.team.playbook.sheet(prefix)?.idColumn?.key
      else { continue }
      for (side, ids) in renamed { renames[side, default: [:]][ColumnReference(sheet: prefix, column: id)] = ids }
    }
    try Self.reading { () throws(SpreadsheetError) in
      for (place, group) in groups.enumerated() {
        guard var merge = merges[place] else {
          lack(group, sides, all, preference)
          continue
        }
        merge.renames = renames
        merge.notes = try MergeNotes(merge)
        for (side, copy) in group.copies.enumerated() where copy == nil && group.base != nil && sides[side].given == nil
        {
          if case .plain = merge.base.kind {
            remarks.append(.sheetMissing(copy: sides[side].name, sheet: merge.base.title))
          }
          if case .data = merge.base.kind {
            remarks.append(.sheetMissing(copy: sides[side].name, sheet: merge.base.title))
          }
        }
        try take(merge, around: groups)
      }
    }
    if let lists = all.lists.first { unmask(lists) }
    followInsertions(in: sides[0].book)
    if needsDateStyle { edit.newStyles = [NewStyle(base: 0, numberFormat: "yyyy-mm-dd")] }
    let team = sides[0].book.team
    let ours = team.workbook
    try Self.reading { () throws(SpreadsheetError) in
      try tellReaders(of: team)
      try edit.showNumbers(dates, of: ours)
      try removeRows(from: ours)
    }
  }

  private static func reading<Result>(
    _ body: () throws(SpreadsheetError) -> Result
  ) throws(MergeRefusal) -> Result {
    do throws(SpreadsheetError) { return try body() } catch { throw .unreadable(.spreadsheet(error)) }
  }

  private mutating func take(_ merge: SheetMerge, around groups: [MergeGroups.Group]) throws(SpreadsheetError) {
    let sheet = merge.ours.sheet
    func around(_ side: Int, _ tab: Int) -> RecordSheet? {
      guard case .data(let prefix) = sheet.kind else { return nil }
      return groups.lazy.compactMap { $0.copies[side] }
        .first { $0.kind == .around(prefix) && $0.tabs[0].number == tab }
    }
    var merge = merge
    let added = (edit.sheets[sheet.sheetIndex]?.appendedRows).map {
      TabWriter.AddedRows(rows: $0.count, insertion: edit.insertedRows[sheet.sheetIndex])
    }
    var writer = try OursWriter(
      sheet, merge.columns, around: { around(0, $0) }, added: sheet.kind.isAround ? added : nil,
      new: merge.newTabs(around: around), book: merge.sides[0].book)
    merge.settleHeaders(&writer, &self)
    merge.merge(into: &writer, &self)
    merge.mergeHeaderNotes(&writer, &self)
    try merge.tellViews(&self)
    needsDateStyle = needsDateStyle || writer.needsDateStyle
    addedColumns += writer.newColumns
    for tab in writer.tabs { try take(tab, of: sheet, merge, among: groups.compactMap { $0.copies[0] }) }
  }

  private mutating func take(
    _ writer: TabWriter, of sheet: RecordSheet, _ merge: SheetMerge, among others: [RecordSheet]
  ) throws(SpreadsheetError) {
    let new = try writer.finished()
    if writer.isNew {
      takeTab(writer.tab, new, merge)
      return
    }
    let index = writer.tab.sheetIndex
    if let insertion = writer.insertion { edit.insertedRows[index] = insertion }
    if sheet.kind.isData, let rows = new.appendedRows, let list = sheet.list(onTab: writer.tab.number) {
      additions.append(ListGrowth(sheet: index, list: list, last: rows.after + rows.count))
    }
    removal.add(writer.removed, of: sheet, onTab: writer.tab.number, among: others)
    guard !new.isEmpty else { return }
    if sheet.kind.isAround {
      aroundEdits[index] = new
    } else {
      dates[index, default: [:]].merge(writer.dates) { $1 }
      edit.sheets[index, default: SheetEdit()].add(new)
    }
  }

  /// Adds a tab that a copy has added.
  private mutating func takeTab(_ tab: RecordTab, _ content: SheetEdit, _ merge: SheetMerge) {
    var new = NewSheet(name: tab.title)
    new.cells = content.cells
    for (cell, note) in content.notes { if case .set(let note) = note { new.notes[cell] = note } }
    edit.newSheets.append(new)
    guard let side = merge.newTabs.first(where: { $0.tab.number == tab.number })?.side else { return }
    let copy = merge.sides[side].name
    remarks.append(.sheetAdded(copy: copy, sheet: tab.title))
    let cells = content.discussions.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    if !cells.isEmpty { remarks.append(.discussionsLeftOut(copy: copy, sheet: tab.title, cells: cells)) }
  }

  /// Moves the changes to cells around a sheet's data along with inserted rows.
  private mutating func followInsertions(in book: RecordBook) {
    for (index, around) in aroundEdits {
      edit.sheets[index, default: SheetEdit()].add(
        edit.insertedRows[index].map { around.moved($0, in: book, index) } ?? around)
    }
    aroundEdits = [:]
    for (index, insertion) in edit.insertedRows {
      let change = RowChange(insertion: insertion)
      let title = book.team.workbook.sheets[index].name
      conflicts.removeAll { conflict in
        conflict.sheet == title && conflict.sheetKind.isAround
          && conflict.cell.map { $0.row >= insertion.before } == true
          && conflict.options.allSatisfy { option in
            option.cell.formula.map { FormulaShape.isAlikeButRows($0, conflict.baseCell.formula) } ?? false
          }
      }
      for place in conflicts.indices where conflicts[place].sheet == title && conflicts[place].sheetKind.isAround {
        guard let cell = conflicts[place].cell, let row = change.row(cell.row) else { continue }
        conflicts[place].cell = CellReference(row: row, column: cell.column)
      }
    }
  }

  /// Takes deleted rows out where that is possible; the others stay empty. What is below moves up.
  private mutating func removeRows(from workbook: Workbook) throws(SpreadsheetError) {
    try removal.settle(&edit, of: workbook)
    for (index, rows) in edit.removedRows {
      let change = RowChange(removed: rows)
      let title = workbook.sheets[index].name
      for place in conflicts.indices where conflicts[place].sheet == title {
        guard let cell = conflicts[place].cell, let row = change.row(cell.row) else { continue }
        conflicts[place].cell = CellReference(row: row, column: cell.column)
      }
      remarks = remarks.map { remark in
        guard case .rowEmptied(title, let id, let row) = remark else { return remark }
        return change.row(row).map { .rowEmptied(sheet: title, id: id, row: $0) }
          ?? .rowRemoved(sheet: title, id: id, row: row)
      }
    }
  }

  /// Writes the rows of ours where formulas name whole lists.
  private mutating func unmask(_ lists: WholeLists) {
    edit = edit.unmasked(lists)
    aroundEdits = aroundEdits.mapValues { $0.unmasked(lists) }
    for place in conflicts.indices {
      conflicts[place].baseCell = lists.unmasked(conflicts[place].baseCell)
      conflicts[place].options = conflicts[place].options.map { $0.unmasked(lists) }
    }
  }

  /// Tells what of the team's own reads whole lists and grows with them, and what ends where a list ended before rows were added to it. Totals
  /// that move with the rows below it grow anyway.
  private mutating func tellReaders(of team: BoundWorkbook) throws(SpreadsheetError) {
    guard !additions.isEmpty else { return }
    grownLists = try GrownLists(additions, of: team)
    let grown = try grownLists.readers(in: team.workbook)
    // The sheets need not be looked through once more.
    if grown.isEmpty, !edit.writesFormulas { grownLists = GrownLists() }
    func isBelow(_ reader: OutsideReader) -> Bool {
      guard reader.kind == .formula, let cell = CellReference(reader.place),
        let index = team.workbook.sheets.firstIndex(where: { $0.name == reader.sheet }),
        let insertion = edit.insertedRows[index]
      else { return false }
      return cell.row >= insertion.before
    }
    let growing = try grown.readers(in: team.workbook).filter { !isBelow($0) }
    if !growing.isEmpty { remarks.append(.rangesGrown(growing)) }
    let lists = Dictionary(
      additions.map { ($0.sheet, $0.list.rows) }, uniquingKeysWith: { first, _ in first })
    let short = try ShortRanges(in: team, below: lists, except: grown).readers.filter { !isBelow($0) }
    if !short.isEmpty { remarks.append(.rangesShort(short)) }
  }
}

extension SheetEdit {
  /// The same edit after rows were inserted above. A formula that only differs in row numbers is left out, because it is adjusted anyway.
  fileprivate func moved(_ insertion: RowChange.Insertion, in book: RecordBook, _ index: Int) -> SheetEdit {
    let change = RowChange(insertion: insertion)
    let grid = try? CellGrid(book.team.workbook.worksheet(at: index), within: insertion.before...CellReference.maxRow)
    var moved = self
    moved.cells = [:]
    for (cell, wish) in cells {
      if cell.row >= insertion.before, let formula = wish.formula,
        FormulaShape.isAlikeButRows(formula, grid?.formulas[cell])
      {
        continue
      }
      if let row = change.row(cell.row), let place = CellReference(row: row, column: cell.column) {
        moved.cells[place] = wish
      }
    }
    return moved
  }

  /// Combines this edit with another edit of the same sheet.
  fileprivate mutating func add(_ other: SheetEdit) {
    cells.merge(other.cells) { _, new in new }
    notes.merge(other.notes) { _, new in new }
    discussions.merge(other.discussions) { _, new in new }
    tables += other.tables
    autoFilterLastColumn = other.autoFilterLastColumn ?? autoFilterLastColumn
    appendedRows = other.appendedRows ?? appendedRows
  }
}
