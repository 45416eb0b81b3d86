// SPDX-License-Identifier: Apache-2.0

import Playbook
public import Spreadsheet

/// The result of applying the choices on the sheet of conflicts.
public struct Resolution: Sendable {
  /// An edit of the workbook with the sheet.
  public private(set) var edit = WorkbookEdit()
  public private(set) var taken = 0
  /// Conflicts without a choice.
  public private(set) var open = 0
  /// Choices that cannot be applied, each with the reason.
  public private(set) var refused: [(row: Int, why: Reason)] = []

  public enum Reason: Hashable, Sendable {
    /// The choice is not one that the line offers.
    case noSuchChoice(String)
    /// The row or column no longer exists.
    case notThere(String)
  }

  /// Nil if the workbook has no such sheet.
  public init?(_ book: RecordBook) throws(DealbookError) {
    let workbook = book.team.workbook
    guard let index = ConflictSheet.position(in: workbook) else { return nil }
    do throws(SpreadsheetError) {
      let grid = try CellGrid(workbook.worksheet(at: index))
      guard let mark = ConflictSheet.markColumn(of: grid) else { return nil }
      var lines = Lines(grid: grid, mark: mark, book: book)
      var row = ConflictSheet.headerRow + 1
      while row <= grid.lastRow {
        defer { row += 1 }
        guard let kind = grid[row, mark].text.flatMap({ MergeConflict.Kind(rawValue: $0) }) else { continue }
        let choice = StraySpace.trimmed(grid[row, mark - 2].shownText)
        guard !choice.isEmpty else {
          open += 1
          continue
        }
        if let why = try lines.take(row, kind, choice) {
          refused.append((row, why))
          open += 1
        } else {
          taken += 1
          if let cell = CellReference(row: row, column: mark) { lines.own[cell] = CellEdit(.text("done")) }
        }
      }
      edit = lines.edit
      try edit.showNumbers(lines.dates, of: workbook)
      // As long as some are open, the sheet's links lead to cells that must stay where they are.
      if open == 0 { try lines.removal.settle(&edit, of: workbook) }
      if open > 0, !lines.own.isEmpty {
        var own = SheetEdit()
        own.cells = lines.own
        edit.sheets[index] = own
      }
    } catch {
      throw .spreadsheet(error)
    }
  }
}

private struct Lines {
  let grid: CellGrid
  let mark: Int
  let book: RecordBook
  var edit = WorkbookEdit()
  var own: [CellReference: CellEdit] = [:]
  /// By sheet, cells in columns of dates.
  var dates: [Int: [CellReference: WorkbookEdit.NumberKind]] = [:]
  /// Rows that were emptied.
  var removal = RowRemoval()

  /// The column with the conflict's cell, if it has one in the result.
  private static let linkColumn = 6

  /// Returns nil if the choice was applied.
  mutating func take(_ row: Int, _ kind: MergeConflict.Kind, _ choice: String) throws(SpreadsheetError) -> Resolution
    .Reason?
  {
    let all = Language.allCases.map { ConflictWords(language: $0) }
    func isIt(_ word: (ConflictWords) -> String) -> Bool {
      all.contains { word($0).lowercased() == choice.lowercased() }
    }
    let column = isIt(\.base) ? ConflictSheet.baseColumn : sideColumn(choice)
    if kind.isByHand, isIt(\.done) { return nil }
    switch kind {
    case .cell, .formula, .note, .discussion:
      guard let column else { return .noSuchChoice(choice) }
      // There, a formula that could not come in is that of the base.
      if kind == .formula, column == ConflictSheet.baseColumn { return nil }
      // A column that ours has deleted, so that the conflict has no cell, stays deleted.
      let isGone = grid[row, Self.linkColumn].isEmpty
      if isGone, column == ConflictSheet.baseColumn, let (sheet, _) = record(row), columnPlace(row, sheet) == nil {
        return nil
      }
      guard let (sheet, record) = record(row), let place = columnPlace(row, sheet),
        let cell = sheet.place(record, place)
      else { return .notThere(told(row)) }
      let index = sheet.tab(ofRow: record).sheetIndex
      if kind == .discussion {
        guard let discussion = discussion(row, column) else { return .noSuchChoice(choice) }
        edit.sheets[index, default: SheetEdit()].discussions[cell] = discussion
      } else if kind == .note {
        let text = grid[row, column].text ?? ""
        edit.sheets[index, default: SheetEdit()].notes[cell] =
          text.isEmpty ? .remove : .set(CellNote(author: "", text: text))
      } else if kind == .cell {
        let formula = stored(row, column)
        guard formula != ConflictSheet.stuck else { return .noSuchChoice(choice) }
        guard !isCovered(cell, onSheet: index) else { return .notThere(told(row)) }
        edit.sheets[index, default: SheetEdit()].cells[cell] =
          formula.isEmpty ? CellEdit(grid[row, column]) : CellEdit(.blank, formula: formula)
        note(sheet.columns[place], cell, onSheet: index)
      } else {
        // The formula is only shown as text there, and its value has been carried over; a person has to type it where it belongs.
        return .noSuchChoice(choice)
      }
    case .row:
      guard let (sheet, record) = record(row) else { return .notThere(told(row)) }
      // A copy that has deleted the row says so in its column.
      if isIt(\.delete) || column.map({ place in all.contains { $0.deleted == grid[row, place].text } }) == true {
        empty(record, sheet)
        return nil
      }
      guard let column else { return .noSuchChoice(choice) }
      return takeParts(row, of: record, on: sheet, column, choice)
    case .id:
      if isIt(\.both) { return nil }
      guard let column, let sheet = sheet(row), let id = grid[row, mark + 2].text, let newID = grid[row, mark - 1].text,
        let first = sheet.rows.firstIndex(where: { $0.key == ReferenceIndex.key(id) }),
        let second = sheet.rows.firstIndex(where: { $0.key == ReferenceIndex.key(newID) })
      else { return column == nil ? .noSuchChoice(choice) : .notThere(told(row)) }
      // Copies that agree with the first row are in the columns before, so ours keeps the ID.
      if grid[row, column].text == grid[row, firstSide(row)].text {
        empty(second, sheet)
      } else {
        empty(first, sheet)
        rename(second, to: id, from: newID, on: sheet)
      }
    case .room, .covered, .tab, .sheet, .header: return .noSuchChoice(choice)
    }
    return nil
  }

  /// Gives a row the cells and notes of the lines below its own; all of them or, where one cannot be applied, none.
  private mutating func takeParts(
    _ row: Int, of record: Int, on sheet: RecordSheet, _ column: Int, _ choice: String
  ) -> Resolution.Reason? {
    let isBase = column == ConflictSheet.baseColumn
    let index = sheet.tab(ofRow: record).sheetIndex
    var wish = edit.sheets[index] ?? SheetEdit()
    var next = row + 1
    while let part = grid[next, mark].text.flatMap({ ConflictSheet.RowPart(rawValue: $0) }) {
      defer { next += 1 }
      let value = grid[next, column]
      guard !value.isEmpty, let key = grid[next, mark + 3].text else { continue }
      // The row has the discussions of the base.
      if isBase, part.isDiscussion { continue }
      let place =
        part.isNote || part.isDiscussion ? sheet.columns.firstIndex { $0.publicKey == key } : sheet.places[key]
      guard let cell = place.flatMap({ sheet.place(record, $0) }) else {
        // The row is as in the base, without the columns that ours has deleted.
        if isBase { continue }
        return .notThere(told(row, part: next))
      }
      let isEmptied = part.isEmptied && !isBase
      if part.isDiscussion {
        guard let discussion = discussion(next, column) else { return .noSuchChoice(choice) }
        wish.discussions[cell] = discussion
      } else if part.isNote {
        wish.notes[cell] = isEmptied ? .remove : .set(CellNote(author: "", text: value.shownText))
      } else {
        let formula = stored(next, column)
        guard formula != ConflictSheet.stuck else { return .noSuchChoice(choice) }
        wish.cells[cell] = formula.isEmpty ? CellEdit(isEmptied ? .blank : value) : CellEdit(.blank, formula: formula)
        if let place { note(sheet.columns[place], cell, onSheet: index) }
      }
    }
    if !wish.isEmpty { edit.sheets[index] = wish }
    return nil
  }

  /// Notes that the cell may get a date.
  private mutating func note(_ column: RecordColumn, _ cell: CellReference, onSheet index: Int) {
    if column.type == .date { dates[index, default: [:]][cell] = .date }
  }

  /// What is kept in hidden columns for a column.
  private func stored(_ row: Int, _ column: Int) -> String {
    var stored = ""
    for place in ConflictSheet.storedColumns(column, mark: mark) {
      guard let part = grid[row, place].text, !part.isEmpty else { break }
      stored += part
    }
    return stored
  }

  /// Whether a cell has no value of its own, because it is merged with others.
  private func isCovered(_ cell: CellReference, onSheet index: Int) -> Bool {
    ((try? book.team.workbook.worksheet(at: index).facts().mergedCells) ?? []).contains {
      $0.first != cell && $0.contains(cell)
    }
  }

  /// The discussion that a column shows; nil if it is not whole.
  private func discussion(_ row: Int, _ column: Int) -> DiscussionEdit? {
    let stored = stored(row, column)
    return stored.isEmpty ? .remove : DiscussionText(stored).map { .set($0.discussion) }
  }

  /// The first copy with a value in a line.
  private func firstSide(_ row: Int) -> Int {
    (ConflictSheet.baseColumn + 1..<mark - 2).first { !grid[row, $0].isEmpty } ?? ConflictSheet.baseColumn + 1
  }

  private func sideColumn(_ choice: String) -> Int? {
    (ConflictSheet.baseColumn + 1..<mark - 2).first {
      grid[ConflictSheet.headerRow, $0].text?.lowercased() == choice.lowercased()
    }
  }

  /// - Parameter part: for a line below that of a row, its number.
  private func told(_ row: Int, part: Int? = nil) -> String {
    [grid[row, 2].text, grid[row, 3].text, grid[part ?? row, 5].text].compactMap(\.self).joined(separator: " ")
  }

  private func sheet(_ row: Int) -> RecordSheet? {
    guard let name = grid[row, mark + 1].text else { return nil }
    return book.sheets.first { ConflictSheet.name($0.kind, $0.title) == name }
  }

  private func record(_ row: Int) -> (RecordSheet, Int)? {
    guard let sheet = sheet(row) else { return nil }
    let id = grid[row, mark + 2].shownText
    if sheet.hasIDs, !id.isEmpty {
      let key = sheet.kind == .settings ? HeaderNormalizer.key(id) : ReferenceIndex.key(id)
      return sheet.rows.firstIndex { $0.key == key }.map { (sheet, $0) }
    }
    guard let cell = grid[row, Self.linkColumn].text.flatMap({ CellReference($0) }) else { return nil }
    let title = grid[row, 2].text
    let tab = sheet.tabs.first { $0.title == title }?.number ?? sheet.tabs[0].number
    return sheet.rows.firstIndex { $0.number == cell.row && $0.tab == tab }.map { (sheet, $0) }
  }

  private func columnPlace(_ row: Int, _ sheet: RecordSheet) -> Int? {
    guard let key = grid[row, mark + 3].text else { return nil }
    return sheet.columns.firstIndex { $0.publicKey == key }
  }

  private mutating func empty(_ record: Int, _ sheet: RecordSheet) {
    if sheet.kind.isData {
      removal.add([sheet.rows[record].number], of: sheet, onTab: sheet.rows[record].tab, among: book.sheets)
    }
    let last = max(
      book.team.sheets.first { $0.sheetIndex == sheet.sheetIndex }?.lastUsedColumn ?? 0,
      sheet.columns.map(\.number).max() ?? 0)
    for column in stride(from: 1, through: last, by: 1) {
      guard let cell = CellReference(row: sheet.rows[record].number, column: column) else { continue }
      edit.sheets[sheet.tab(ofRow: record).sheetIndex, default: SheetEdit()].cells[cell] = CellEdit(.blank)
    }
  }

  /// Gives a row its former ID, and updates references to it.
  private mutating func rename(_ record: Int, to id: String, from newID: String, on sheet: RecordSheet) {
    guard case .data(let prefix) = sheet.kind, let own = sheet.columns.firstIndex(where: \.isID),
      let cell = sheet.place(record, own)
    else { return }
    edit.sheets[sheet.tab(ofRow: record).sheetIndex, default: SheetEdit()].cells[cell] = CellEdit(.text(id))
    let target = ColumnReference(sheet: prefix, column: sheet.columns[own].key)
    for other in book.sheets {
      for (place, column) in other.columns.enumerated() {
        guard case .reference(target)? = column.located?.definition.allowed else { continue }
        for row in other.rows.indices {
          guard ReferenceIndex.key(other.cell(row, place).value.shownText) == ReferenceIndex.key(newID),
            let cell = other.place(row, place)
          else { continue }
          edit.sheets[other.tab(ofRow: row).sheetIndex, default: SheetEdit()].cells[cell] = CellEdit(.text(id))
        }
      }
    }
  }
}
