// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Writes to one sheet of ours: cells of existing rows, rows below the last one, columns beside the last one.
struct OursWriter {
  private let sheet: RecordSheet
  private let columns: [MergeColumn]
  private let book: RecordBook
  private(set) var edit = SheetEdit()
  /// The column numbers of columns that ours lacked, by index among all columns.
  private var added: [Int: Int] = [:]
  private var nextColumn: Int
  /// The row below which new rows are added, and the number of rows added.
  private let lastRow: Int
  private var appended = 0
  /// All rows between the last one and this one are taken.
  private var nextRow: Int
  /// Rows below the last one that are not empty.
  private let obstacles: Set<Int>
  private var taken: Set<Int> = []
  /// Whether rows can be inserted; nil if that has not been tested yet.
  private var hasRoom: Bool?
  private let headerRow: Int?
  private let lastColumn: Int
  /// The cell formats of the last data row, by column.
  private let styles: [Int: Int]
  /// Whether a date needs a format that a new cell would not have.
  private(set) var needsDateStyle = false
  /// Rows that were emptied and are to be taken out if possible.
  private(set) var removed: Set<Int> = []
  /// The first row of the content below the data, if rows can be inserted above it.
  private let bottom: Int?
  private let listStart: Int
  /// The merged ranges of the sheet: only the first cell of each has a value.
  private lazy var mergedCells: [CellRange] =
    (try? book.team.workbook.worksheet(at: sheet.sheetIndex).facts().mergedCells) ?? []
  /// The headers of added columns, by column number.
  private(set) var newColumnHeaders: [(number: Int, header: String)] = []

  /// The placeholder for the date format among the new cell formats.
  static let dateStyle = StyleChoice.new(0)

  /// What is added to the data of the sheet, for the content around it.
  private let addedRows: AddedRows?

  struct AddedRows {
    var rows: Int
    var insertion: RowChange.Insertion?
  }

  /// - Parameters:
  ///   - around: the other content of the sheet.
  ///   - added: for such content, what is added to the data.
  init(
    _ sheet: RecordSheet, _ columns: [MergeColumn], around: RecordSheet?, added: AddedRows? = nil, book: RecordBook
  ) throws(SpreadsheetError) {
    addedRows = added
    self.sheet = sheet
    self.columns = columns
    self.book = book
    let located = book.team.sheets.first { $0.sheetIndex == sheet.sheetIndex }
    headerRow = located?.headerRow
    let last: Int
    switch sheet.kind {
    case .data:
      last =
        sheet.rows.map(\.number).max()
        ?? max(located?.lastHeaderRow ?? 0, located?.hintRows.last ?? 0, located?.headerRow ?? 0)
    default: last = sheet.rows.map(\.number).max() ?? 0
    }
    lastRow = last
    nextRow = last + 1
    lastColumn = max(located?.lastUsedColumn ?? 0, sheet.columns.map(\.number).max() ?? 0)
    nextColumn = lastColumn + 1
    var blocked: Set<Int> = []
    let computed = Set(sheet.columns.filter(\.isComputed).map(\.number))
    if let around {
      for (index, row) in around.rows.enumerated() where row.number > last {
        // Formulas filled down beyond the data are not in the way.
        let isFormulasAlone = around.columns.indices.allSatisfy { place in
          let cell = around.cell(index, place)
          return cell.isNothing || cell.formula != nil && computed.contains(around.columns[place].number)
        }
        if !isFormulasAlone { blocked.insert(row.number) }
      }
    }
    if case .list = sheet.kind {
      // Other lists are beside it, so only its own columns need to be free.
      let grid = try CellGrid(book.team.workbook.worksheet(at: sheet.sheetIndex))
      for number in (last + 1)...(last + 200) where sheet.columns.contains(where: { !grid[number, $0.number].isEmpty })
      {
        blocked.insert(number)
      }
    }
    obstacles = blocked
    listStart = located.map { $0.rows.count > 0 ? $0.rows.range.lowerBound : ($0.lastHeaderRow ?? 0) + 1 } ?? 1
    bottom = blocked.min()
    var styles: [Int: Int] = [:]
    if last > 0, sheet.hasIDs {
      try book.team.workbook.forFirstRows(ofSheet: sheet.sheetIndex, through: last) { row, _ throws(SpreadsheetError) in
        if row.index == last { for cell in row.cells { styles[cell.column] = cell.style } }
      }
    }
    self.styles = styles
  }

  // MARK: Cells

  /// Sets a cell of one of our rows. Returns its place; nil if ours has no such column.
  @discardableResult
  mutating func set(_ cell: RecordCell, row: Int, _ column: Int, isDate: Bool) -> CellReference? {
    guard let number = number(of: column), let place = CellReference(row: sheet.rows[row].number, column: number),
      !isCovered(place)
    else { return nil }
    let isNew = columns[column].places[0] == nil
    edit.cells[place] = content(cell, style: isNew && isDate ? dateStyled(cell) : .keep)
    return place
  }

  /// Whether a cell of ours has no value of its own, because it is merged with others.
  mutating func isCovered(_ row: Int, _ column: Int) -> Bool {
    columns[column].places[0].flatMap { sheet.place(row, $0) }.map { isCovered($0) } ?? false
  }

  private mutating func isCovered(_ place: CellReference) -> Bool {
    mergedCells.contains { $0.first != place && $0.contains(place) }
  }

  private func content(_ cell: RecordCell, style: StyleChoice) -> CellEdit {
    if let formula = cell.formula { return CellEdit(cell.value, formula: formula, style: style) }
    return CellEdit(cell.value.isEmpty ? .blank : cell.value, style: style)
  }

  private mutating func dateStyled(_ cell: RecordCell) -> StyleChoice {
    guard case .number = cell.value else { return .keep }
    needsDateStyle = true
    return Self.dateStyle
  }

  /// The column's number, existing or new.
  private mutating func number(of column: Int) -> Int? {
    if let place = columns[column].places[0] { return sheet.columns[place].number }
    if let number = added[column] { return number }
    // A column that ours has removed stays out.
    guard columns[column].base == nil else { return nil }
    switch sheet.kind {
    case .plain, .around, .settings:
      // Such a column is identified by its letters.
      return Self.number(ofLetters: columns[column].key)
    case .list: return nil
    case .data: break
    }
    guard let headerRow, nextColumn <= CellReference.maxColumn,
      let header = CellReference(row: headerRow, column: nextColumn)
    else { return nil }
    let number = nextColumn
    added[column] = number
    nextColumn += 1
    edit.cells[header] = CellEdit(.text(columns[column].header), style: headerStyle)
    newColumnHeaders.append((number, columns[column].header))
    return number
  }

  private var headerStyle: StyleChoice {
    let formats = book.team.sheets.first { $0.sheetIndex == sheet.sheetIndex }?.formats.header
    let known = sheet.columns.last(where: { !$0.isComputed }).flatMap { formats?[$0.number] }
    return known.map { .index($0) } ?? .keep
  }

  private static func number(ofLetters letters: String) -> Int? { CellReference("\(letters)1")?.column }

  /// Makes room for values of a column that only a copy has.
  mutating func add(_ column: Int) { _ = number(of: column) }

  // MARK: Rows

  /// Writes a row below the last one. Returns its first cell; nil if there is no room.
  mutating func append(
    _ cells: [(Int, RecordCell, Bool)], named id: String, preferring wanted: Int? = nil,
    carrying: (_ formula: String, _ row: Int, _ column: Int) -> String? = { _, _, _ in nil },
    computed stored: [Int: CellValue] = [:]
  ) -> CellReference? {
    guard let row = freeRow(preferring: wanted) else { return nil }
    taken.insert(row)
    if row > lastRow { appended = max(appended, row - lastRow) }
    for (column, cell, isDate) in cells where !cell.isNothing {
      guard let number = number(of: column), let place = CellReference(row: row, column: number) else { continue }
      var cell = cell
      if let formula = cell.formula {
        cell.formula = carrying(formula, row, column)
        // A formula that would mean something else there is replaced with its value.
      }
      var style: StyleChoice = styles[number].map { .index($0) } ?? .keep
      if isDate, case .number = cell.value, !isDateStyle(styles[number]) { style = dateStyled(cell) }
      edit.cells[place] = content(cell, style: style)
    }
    fillDown(row, stored)
    // In columns without a value, the row takes the formats of the row above.
    if case .data = sheet.kind {
      for (number, style) in styles {
        guard let place = CellReference(row: row, column: number), edit.cells[place] == nil, style != 0 else {
          continue
        }
        edit.cells[place] = CellEdit(.blank, style: .index(style))
      }
    }
    return CellReference(row: row, column: sheet.columns.first?.number ?? 1)
  }

  /// Gives a new row of an option list the formulas of the row above, with their values in the copy that has added it.
  private mutating func fillDown(_ row: Int, _ stored: [Int: CellValue]) {
    guard case .list = sheet.kind, let last = sheet.rows.max(by: { $0.number < $1.number }) else { return }
    for (column, value) in stored {
      guard let own = columns[column].places[0].map({ sheet.columns[$0] }), let formula = own.formulas[last.offset],
        let place = CellReference(row: row, column: own.number)
      else { continue }
      edit.cells[place] = CellEdit(
        value, formula: SharedFormula.shifted(formula, rows: row - last.number, columns: 0),
        style: styles[own.number].map { .index($0) } ?? .keep)
    }
  }

  private func isDateStyle(_ style: Int?) -> Bool {
    style.map { book.team.workbook.styles.numberFormat(at: $0).isDate } ?? false
  }

  private mutating func freeRow(preferring wanted: Int?) -> Int? {
    if case .around = sheet.kind { return wanted.flatMap { isFreeAround($0) ? $0 : nil } }
    if let wanted, !taken.contains(wanted), !sheet.rows.contains(where: { $0.number == wanted }),
      !obstacles.contains(wanted), wanted < bottom ?? .max,
      headerRow == nil || wanted < headerRow ?? 0 || wanted > lastRow
    {
      return wanted
    }
    while taken.contains(nextRow) { nextRow += 1 }
    let row = nextRow
    guard row <= CellReference.maxRow else { return nil }
    return !obstacles.contains(row) || canMakeRoom() ? row : nil
  }

  /// Whether a row above the headers, or below the data and what is added to it, is empty.
  private func isFreeAround(_ row: Int) -> Bool {
    if taken.contains(row) || sheet.rows.contains(where: { $0.number == row }) { return false }
    guard let headerRow else { return true }
    if row < headerRow { return true }
    guard let data = book.data(sheet.prefix), row > headerRow else { return false }
    let last = max(data.rows.map(\.number).max() ?? 0, headerRow)
    guard row > last, let addedRows else { return row > last }
    return addedRows.insertion.map { row >= $0.before } ?? (row > last + addedRows.rows)
  }

  /// Whether rows can be inserted above the content below the data: every reference to rows below must be adjustable.
  private mutating func canMakeRoom() -> Bool {
    guard case .data = sheet.kind, let bottom, obstacles.allSatisfy({ $0 >= bottom }) else { return false }
    if let known = hasRoom { return known }
    let trial = RowChange(insertion: .init(before: bottom, count: 1, listStart: listStart))
    let has = (try? book.team.workbook.applying(trial, toSheet: sheet.sheetIndex)) != nil
    hasRoom = has
    return has
  }

  /// The rows to insert above the content below the data; nil for none.
  var insertion: RowChange.Insertion? {
    guard let bottom, hasRoom == true, let last = taken.max(), last >= bottom else { return nil }
    return .init(before: bottom, count: last - bottom + 1, listStart: listStart)
  }

  /// Empties all cells of a row.
  ///
  /// - Parameter isTakenOut: whether the row is to be taken out if possible, so that the rows below move up.
  mutating func empty(_ row: Int, isTakenOut: Bool) {
    if isTakenOut { removed.insert(row) }
    var numbers = Set(sheet.columns.map(\.number))
    if case .data = sheet.kind, lastColumn > 0 { numbers.formUnion(1...lastColumn) }
    for number in numbers {
      if let place = CellReference(row: row, column: number) { edit.cells[place] = CellEdit(.blank) }
    }
  }

  // MARK: Notes

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
      (try? book.team.workbook.notes(at: sheet.sheetIndex).discussed.contains(place)) == false
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
    guard let headerRow, let cell = CellReference(row: headerRow, column: column.number),
      let worksheet = try? book.team.workbook.worksheet(at: sheet.sheetIndex),
      (try? CellGrid(worksheet, within: headerRow...headerRow))?[headerRow, column.number].text == column.header
    else { return false }
    var trial = WorkbookEdit()
    trial.sheets[sheet.sheetIndex, default: SheetEdit()].cells[cell] = CellEdit(.text(header))
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

  // MARK: Result

  /// The edit, with tables, validations and formats extended to new rows and columns.
  func finished() throws(SpreadsheetError) -> SheetEdit {
    var edit = edit
    guard case .data = sheet.kind, let headerRow else { return edit }
    if appended > 0 {
      edit.appendedRows = AppendedRows(after: lastRow, count: appended, columns: 1...max(1, lastColumn))
    }
    guard let first = newColumnHeaders.first else { return edit }
    let tables = try book.team.workbook.tables(ofSheet: sheet.sheetIndex)
    if let table = tables.first(where: { $0.range.first.row == headerRow && $0.range.last.column == first.number - 1 })
    {
      edit.tables.append(
        TableEdit(
          part: table.part, newColumns: newColumnHeaders.map { NewTableColumn(name: $0.header, calculatedFormula: nil) }
        ))
    } else {
      edit.autoFilterLastColumn = newColumnHeaders.last?.number
    }
    return edit
  }
}
