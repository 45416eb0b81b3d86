// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Notes, discussions and headers.
extension TabWriter {
  mutating func note(_ note: CellNote?, row: Int, _ column: Int) {
    guard let place = columns[column].places[0].flatMap({ sheet.place(row, $0) }) else { return }
    edit.notes[place] = note.map { .set($0) } ?? .remove
  }

  /// Puts notes on the cells of a row that was appended.
  mutating func note(_ notes: [(column: Int, note: CellNote)], appendedRow row: Int) {
    for (column, note) in notes {
      guard let place = number(of: column).flatMap({ CellReference(row: row, column: $0) }) else { continue }
      edit.notes[place] = .set(note)
    }
  }

  /// Nothing is done where a discussion stands on the header.
  mutating func note(_ note: CellNote?, onHeader column: Int) {
    guard let headerRow, let number = number(of: column), let place = CellReference(row: headerRow, column: number),
      isNew || (try? book.team.workbook.notes(at: tab.sheetIndex).discussed.contains(place)) == false
    else { return }
    edit.notes[place] = note.map { .set($0) } ?? .remove
  }

  mutating func discuss(_ discussion: Discussion?, onHeader column: Int) {
    guard let headerRow, let number = number(of: column), let place = CellReference(row: headerRow, column: number)
    else { return }
    edit.discussions[place] = discussion.map { .set($0) } ?? .remove
  }

  /// Gives a column of ours another header; false if that cannot be done, as when formulas name the column of a table.
  mutating func rename(_ place: Int, to header: String) -> Bool {
    let column = sheet.columns[place]
    guard let headerRow, let cell = CellReference(row: headerRow, column: column.number) else { return false }
    if isNew {
      edit.cells[cell] = CellEdit(.text(header), style: headerStyle)
      return true
    }
    guard let worksheet = try? book.team.workbook.worksheet(at: tab.sheetIndex),
      (try? CellGrid(worksheet, within: headerRow...headerRow))?[headerRow, column.number].text == column.header
    else { return false }
    var trial = WorkbookEdit()
    trial.sheets[tab.sheetIndex, default: SheetEdit()].cells[cell] = CellEdit(.text(header))
    guard (try? book.team.workbook.applying(trial)) != nil else { return false }
    edit.cells[cell] = CellEdit(.text(header))
    return true
  }

  mutating func discuss(_ discussion: Discussion?, row: Int, _ column: Int) {
    guard let place = columns[column].places[0].flatMap({ sheet.place(row, $0) }) else { return }
    edit.discussions[place] = discussion.map { .set($0) } ?? .remove
  }

  mutating func discuss(_ discussions: [(column: Int, discussion: Discussion)], appendedRow row: Int) {
    for (column, discussion) in discussions {
      guard let place = number(of: column).flatMap({ CellReference(row: row, column: $0) }) else { continue }
      edit.discussions[place] = .set(discussion)
    }
  }

  // MARK: Moved rows

  /// What a row of ours that moves to another tab has there.
  struct TakenRow {
    var cells: [(column: Int, cell: RecordCell, isDate: Bool)] = []
    var notes: [(column: Int, note: CellNote)] = []
    var discussions: [(column: Int, discussion: Discussion)] = []
  }

  /// Empties a row of ours. Returns what it held, with what has been written to it.
  ///
  /// - Parameters:
  ///   - notes: those of the row in ours, by column.
  ///   - isDate: whether the cell of a column is shown as a date.
  mutating func takeOut(
    _ row: Int, notes: [(column: Int, note: CellNote)], discussions: [(column: Int, discussion: Discussion)],
    isDate: (Int) -> Bool
  ) -> TakenRow {
    var taken = TakenRow()
    let number = sheet.rows[row].number
    for column in columns.indices {
      let own = columns[column].places[0].map { sheet.columns[$0].number } ?? added[column]
      guard let own, let place = CellReference(row: number, column: own) else { continue }
      let stored = columns[column].places[0].map { sheet.cell(row, $0) } ?? .nothing
      let written = edit.cells.removeValue(forKey: place)
      let cell = written.map { RecordCell(value: $0.value, formula: $0.formula) } ?? stored
      if !cell.isNothing { taken.cells.append((column, cell, isDate(column))) }
      var note = notes.first { $0.column == column }?.note
      switch edit.notes.removeValue(forKey: place) {
      case .set(let new)?, .append(let new)?: note = new
      case .remove?: note = nil
      case nil: break
      }
      if let note { taken.notes.append((column, note)) }
      var discussion = discussions.first { $0.column == column }?.discussion
      switch edit.discussions.removeValue(forKey: place) {
      case .set(let new)?: discussion = new
      case .remove?: discussion = nil
      case nil: break
      }
      if let discussion { taken.discussions.append((column, discussion)) }
    }
    empty(number, isTakenOut: true)
    for (column, _) in notes { note(nil, row: row, column) }
    for (column, _) in discussions { discuss(nil, row: row, column) }
    return taken
  }
}
