// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Writes to one sheet of ours, which may be on several tabs.
struct OursWriter {
  let sheet: RecordSheet
  private let columns: [MergeColumn]
  /// By the number of the tab.
  private var writers: [Int: TabWriter] = [:]

  /// The placeholder for the date format among the new cell formats.
  static let dateStyle = StyleChoice.new(0)

  /// A tab that ours lacks, as a copy has it.
  struct NewTab {
    var tab: RecordTab
    var around: RecordSheet?
    /// Whether the columns of the copy stand where those of ours do.
    var keepsFormulas: Bool
    /// The numbers of its rows in the copy.
    var rows: [Int]
  }

  /// - Parameters:
  ///   - around: the other content of each tab.
  ///   - added: for such content, what is added to the data.
  ///   - new: the tabs that copies have added.
  init(
    _ sheet: RecordSheet, _ columns: [MergeColumn], around: (Int) -> RecordSheet?, added: TabWriter.AddedRows? = nil,
    new: [NewTab] = [], book: RecordBook
  ) throws(SpreadsheetError) {
    self.sheet = sheet
    self.columns = columns
    for tab in sheet.tabs {
      writers[tab.number] = try TabWriter(sheet, tab, columns, around: around(tab.number), added: added, book: book)
    }
    for tab in new {
      guard let template = writers[sheet.tabs[0].number] else { continue }
      writers[tab.tab.number] = try TabWriter(
        new: tab.tab, like: template, around: tab.around, keepsFormulas: tab.keepsFormulas, rows: tab.rows)
    }
  }

  /// The tabs of the result, first those of ours.
  var tabs: [TabWriter] {
    let own = sheet.tabs.map(\.number)
    return (own + writers.keys.filter { !own.contains($0) }.sorted()).compactMap { writers[$0] }
  }

  var newColumns: Int { tabs.first?.newColumnHeaders.count ?? 0 }
  var needsDateStyle: Bool { writers.values.contains(where: \.needsDateStyle) }

  /// The name of a tab; that of the first one if the result lacks it.
  func title(ofTab number: Int) -> String { writers[existing(number)]?.tab.title ?? sheet.title }

  private func existing(_ number: Int) -> Int { writers[number] == nil ? sheet.tabs[0].number : number }

  private mutating func on<Result>(_ tab: Int, _ body: (inout TabWriter) -> Result?) -> Result? {
    let number = existing(tab)
    // Taken out, so that it is changed in place.
    guard var writer = writers.removeValue(forKey: number) else { return nil }
    defer { writers[number] = writer }
    return body(&writer)
  }

  private mutating func on<Result>(row: Int, _ body: (inout TabWriter) -> Result?) -> Result? {
    on(sheet.rows[row].tab, body)
  }

  private mutating func onEach(_ body: (inout TabWriter) -> Void) {
    for number in writers.keys.sorted() { _ = on(number) { body(&$0) } }
  }

  // MARK: Cells

  /// Sets a cell of one of our rows. Returns its place; nil if ours has no such column.
  @discardableResult
  mutating func set(_ cell: RecordCell, row: Int, _ column: Int, isDate: Bool) -> CellReference? {
    add(column)
    return on(row: row) { $0.set(cell, row: row, column, isDate: isDate) }
  }

  /// Whether a cell of ours has no value of its own, because it is merged with others.
  mutating func isCovered(_ row: Int, _ column: Int) -> Bool {
    on(row: row) { $0.isCovered(row, column) } ?? false
  }

  /// Makes room for values of a column that only a copy has, in the same place on each tab.
  mutating func add(_ column: Int) {
    if columns[column].places[0] == nil { onEach { $0.add(column) } }
  }

  // MARK: Rows

  /// Writes a row below the last one of a tab. Returns its first cell; nil if there is no room.
  mutating func append(
    _ cells: [(Int, RecordCell, Bool)], onTab tab: Int, named id: String, preferring wanted: Int? = nil,
    carrying: (_ formula: String, _ row: Int, _ column: Int) -> String? = { _, _, _ in nil },
    computed stored: [Int: CellValue] = [:]
  ) -> CellReference? {
    for (column, cell, _) in cells where !cell.isNothing { add(column) }
    return on(tab) { $0.append(cells, named: id, preferring: wanted, carrying: carrying, computed: stored) }
  }

  /// Empties all cells of a row.
  ///
  /// - Parameter isTakenOut: whether the row is to be taken out if possible, so that the rows below move up.
  mutating func empty(_ row: Int, isTakenOut: Bool) {
    let number = sheet.rows[row].number
    _ = on(row: row) { $0.empty(number, isTakenOut: isTakenOut) }
  }

  /// Moves a row of ours to another tab, with what has been written to it. Returns its first cell there; nil if there is no room.
  mutating func move(
    _ row: Int, to tab: Int, preferring wanted: Int?, notes: [(column: Int, note: CellNote)],
    discussions: [(column: Int, discussion: Discussion)], isDate: (Int) -> Bool
  ) -> CellReference? {
    let before = writers
    let number = sheet.rows[row].number
    guard
      let taken = on(
        row: row, { $0.takeOut(row, notes: notes, discussions: discussions, isDate: isDate) }),
      let place = append(
        taken.cells.map { ($0.column, $0.cell, $0.isDate) }, onTab: tab, named: sheet.rows[row].id, preferring: wanted,
        carrying: { formula, target, _ in
          if target == number { return formula }
          guard FormulaShape.staysInRow(formula, row: number) else { return nil }
          return SharedFormula.shifted(formula, rows: target - number, columns: 0)
        })
    else {
      writers = before
      return nil
    }
    note(taken.notes, appendedRow: place.row, onTab: tab)
    discuss(taken.discussions, appendedRow: place.row, onTab: tab)
    return place
  }

  // MARK: Notes

  mutating func note(_ note: CellNote?, row: Int, _ column: Int) {
    _ = on(row: row) { $0.note(note, row: row, column) }
  }

  /// Puts notes on the cells of a row that was appended.
  mutating func note(_ notes: [(column: Int, note: CellNote)], appendedRow row: Int, onTab tab: Int) {
    for (column, _) in notes { add(column) }
    _ = on(tab) { $0.note(notes, appendedRow: row) }
  }

  mutating func note(_ note: CellNote?, onHeader column: Int, ofTab tab: Int) {
    add(column)
    _ = on(tab) { $0.note(note, onHeader: column) }
  }

  mutating func discuss(_ discussion: Discussion?, row: Int, _ column: Int) {
    _ = on(row: row) { $0.discuss(discussion, row: row, column) }
  }

  mutating func discuss(_ discussions: [(column: Int, discussion: Discussion)], appendedRow row: Int, onTab tab: Int) {
    for (column, _) in discussions { add(column) }
    _ = on(tab) { $0.discuss(discussions, appendedRow: row) }
  }

  mutating func discuss(_ discussion: Discussion?, onHeader column: Int, ofTab tab: Int) {
    add(column)
    _ = on(tab) { $0.discuss(discussion, onHeader: column) }
  }

  /// Gives a column of ours another header on each tab; false if that cannot be done on one of them.
  mutating func rename(_ place: Int, to header: String) -> Bool {
    let before = writers
    for number in writers.keys.sorted() {
      guard on(number, { $0.rename(place, to: header) }) == true else {
        writers = before
        return false
      }
    }
    return true
  }
}
