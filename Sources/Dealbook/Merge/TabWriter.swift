// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Writes to one tab of ours: cells of existing rows, rows below the last one, columns beside the last one.
struct TabWriter {
  let sheet: RecordSheet
  private(set) var tab: RecordTab
  /// The numbers of the rows on the tab.
  private var numbers: Set<Int>
  let columns: [MergeColumn]
  let book: RecordBook
  var edit = SheetEdit()
  /// The rows of a new tab that are kept free for those that it has in the copy it comes from.
  private var reserved: Set<Int> = []
  /// The column numbers of columns that ours lacked, by index among all columns.
  private(set) var added: [Int: Int] = [:]
  private var nextColumn: Int
  /// The row below which new rows are added, and the number of rows added.
  private var lastRow: Int
  private var appended = 0
  /// All rows between the last one and this one are taken.
  private var nextRow: Int
  /// Rows below the last one that are not empty.
  private var obstacles: Set<Int>
  private var taken: Set<Int> = []
  /// Whether rows can be inserted; nil if that has not been tested yet.
  private var hasRoom: Bool?
  private(set) var headerRow: Int?
  private let lastColumn: Int
  /// The last data row, whose formats new rows get; 0 if there is none.
  private let styledRow: Int
  /// The cell formats of that row, by column. The sheet is read for them once there is a new row.
  private lazy var styles: [Int: Int] = findStyles()
  /// Whether a date needs a format that a new cell would not have.
  private(set) var needsDateStyle = false
  /// The cells of our rows that get a date.
  private(set) var dates: [CellReference: WorkbookEdit.NumberKind] = [:]
  /// Rows that were emptied and are to be taken out if possible.
  private(set) var removed: Set<Int> = []
  /// The first row of the content below the data, if rows can be inserted above it.
  private var bottom: Int?
  private let listStart: Int
  /// The merged ranges of the sheet: only the first cell of each has a value.
  private lazy var mergedCells: [CellRange] = findMergedCells()
  /// The headers of added columns, by column number.
  private(set) var newColumnHeaders: [(number: Int, header: String)] = []

  /// What is added to the data of the sheet, for the content around it.
  private let addedRows: AddedRows?
  /// Whether ours lacks the tab.
  private(set) var isNew: Bool

  struct AddedRows {
    var rows: Int
    var insertion: RowChange.Insertion?
  }

  /// - Parameters:
  ///   - around: the other content of the sheet.
  ///   - added: for such content, what is added to the data.
  init(
    _ sheet: RecordSheet, _ tab: RecordTab, _ columns: [MergeColumn], around: RecordSheet?, added: AddedRows? = nil,
    book: RecordBook
  ) throws(SpreadsheetError) {
    addedRows = added
    self.sheet = sheet
    self.tab = tab
    self.columns = columns
    self.book = book
    let own = sheet.numbers(onTab: tab.number)
    numbers = Set(own)
    let located = Self.located(sheet, tab, book)
    headerRow = sheet.kind.isData || sheet.kind.isAround ? tab.headerRow : located?.headerRow
    let last = own.max() ?? (sheet.kind.isData ? tab.header?.upperBound : nil) ?? 0
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
      let grid = try CellGrid(book.team.workbook.worksheet(at: tab.sheetIndex))
      for number in (last + 1)...(last + 200) where sheet.columns.contains(where: { !grid[number, $0.number].isEmpty })
      {
        blocked.insert(number)
      }
    }
    // A total a little below the data, as people write it with a blank row between, would not count what stands in that row.
    if sheet.kind.isData, let total = blocked.min(), total > last + 1,
      total - last <= LocatedSheet.mostBlankRowsAboveTotal + 1, around?.hasFormula(inRow: total) == true
    {
      blocked.formUnion(last + 1..<total)
    }
    obstacles = blocked
    listStart = located == nil ? 1 : own.min() ?? (tab.header?.upperBound ?? 0) + 1
    bottom = blocked.min()
    styledRow = sheet.hasIDs ? last : 0
    isNew = false
  }

  /// A tab that ours lacks, with the formats and headers of another one.
  ///
  /// - Parameters:
  ///   - tab: how it is in a copy.
  ///   - template: a tab of ours.
  ///   - around: the other content of the tab in the copy, whose formulas are only of use if its columns stand as ours do.
  ///   - rows: the numbers of its rows in the copy.
  init(
    new tab: RecordTab, like template: TabWriter, around: RecordSheet?, keepsFormulas: Bool, rows: [Int]
  ) throws(SpreadsheetError) {
    self = template
    // While the tab is still that of the template.
    _ = styles
    self.tab = tab
    self.tab.sheetIndex = -1
    isNew = true
    (numbers, taken, edit, added, newColumnHeaders) = ([], [], SheetEdit(), [:], [])
    (obstacles, bottom, hasRoom, headerRow) = ([], nil, nil, tab.headerRow)
    nextColumn = lastColumn + 1
    reserved = Set(rows)
    let header = tab.headerRow ?? 1
    lastRow = max(tab.header?.upperBound ?? header, rows.max() ?? 0, around?.rows.map(\.number).max() ?? 0)
    nextRow = lastRow + 1
    let formats = Self.located(sheet, template.tab, book)?.formats.header ?? [:]
    if let row = template.headerRow {
      let grid = try CellGrid(book.team.workbook.worksheet(at: template.tab.sheetIndex), within: row...row)
      for number in 1...max(1, lastColumn) where !grid[row, number].isEmpty {
        guard let place = CellReference(row: header, column: number) else { continue }
        edit.cells[place] = CellEdit(grid[row, number], style: formats[number].map { .index($0) } ?? .keep)
      }
    }
    guard let around else { return }
    for row in around.rows.indices {
      for column in around.columns.indices {
        var cell = around.cell(row, column)
        if !keepsFormulas { cell.formula = nil }
        if !cell.isNothing, let place = around.place(row, column) { edit.cells[place] = content(cell, style: .keep) }
      }
    }
  }

  private static func located(_ sheet: RecordSheet, _ tab: RecordTab, _ book: RecordBook) -> LocatedSheet? {
    switch sheet.kind {
    case .data(let prefix), .around(let prefix): book.team.sheet(prefix)
    default: book.team.sheets.first { $0.sheetIndex == tab.sheetIndex }
    }
  }

  private func findStyles() -> [Int: Int] {
    var styles: [Int: Int] = [:]
    guard styledRow > 0 else { return styles }
    try? book.team.workbook.forFirstRows(ofSheet: tab.sheetIndex, through: styledRow) {
      row, _ throws(SpreadsheetError) in
      if row.index == styledRow { for cell in row.cells { styles[cell.column] = cell.style } }
    }
    return styles
  }

  private func findMergedCells() -> [CellRange] {
    if isNew { return [] }
    // A large sheet is not read anew, let alone as a whole.
    if case .data(let prefix) = sheet.kind, let known = book.team.sheet(prefix), known.sheetIndex == tab.sheetIndex,
      !known.rows.range.isEmpty
    {
      return known.mergedCells
    }
    let frame = try? book.team.workbook.forEachRow(ofSheet: tab.sheetIndex) { _, _ in }
    return (try? frame?.facts().mergedCells) ?? []
  }

  // MARK: Cells

  /// Sets a cell of one of our rows. Returns its place; nil if ours has no such column.
  @discardableResult
  mutating func set(_ cell: RecordCell, row: Int, _ column: Int, isDate: Bool) -> CellReference? {
    guard let number = number(of: column), let place = CellReference(row: sheet.rows[row].number, column: number),
      !isCovered(place)
    else { return nil }
    edit.cells[place] = content(cell, style: .keep)
    if isDate, cell.value.number != nil { dates[place] = .date }
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
    return OursWriter.dateStyle
  }

  /// The column's number, existing or new.
  mutating func number(of column: Int) -> Int? {
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

  var headerStyle: StyleChoice {
    let formats = Self.located(sheet, tab, book)?.formats.header
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
    if let wanted, reserved.remove(wanted) != nil { return wanted }
    if case .around = sheet.kind { return wanted.flatMap { isFreeAround($0) ? $0 : nil } }
    if let wanted, !taken.contains(wanted), !numbers.contains(wanted),
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
    if taken.contains(row) || numbers.contains(row) { return false }
    guard let headerRow else { return true }
    if row < headerRow { return true }
    guard let data = book.data(sheet.prefix), row > headerRow else { return false }
    let last = max(data.numbers(onTab: tab.number).max() ?? 0, headerRow)
    guard row > last, let addedRows else { return row > last }
    return addedRows.insertion.map { row >= $0.before } ?? (row > last + addedRows.rows)
  }

  /// Whether rows can be inserted above the content below the data: every reference to rows below must be adjustable.
  private mutating func canMakeRoom() -> Bool {
    guard case .data = sheet.kind, !isNew, let bottom, obstacles.allSatisfy({ $0 >= bottom }) else { return false }
    if let known = hasRoom { return known }
    let trial = RowChange(insertion: .init(before: bottom, count: 1, listStart: listStart))
    let has = (try? book.team.workbook.applying(trial, toSheet: tab.sheetIndex)) != nil
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

  // MARK: Result

  /// The edit, with tables, validations and formats extended to new rows and columns.
  func finished() throws(SpreadsheetError) -> SheetEdit {
    var edit = edit
    guard case .data = sheet.kind, !isNew, let headerRow else { return edit }
    if appended > 0 {
      edit.appendedRows = AppendedRows(after: lastRow, count: appended, columns: 1...max(1, lastColumn))
    }
    guard let first = newColumnHeaders.first else { return edit }
    let tables = try book.team.workbook.tables(ofSheet: tab.sheetIndex)
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

extension RecordSheet {
  /// Whether a cell of the row with this number has a formula.
  fileprivate func hasFormula(inRow number: Int) -> Bool {
    rows.indices.contains { row in
      rows[row].number == number && columns.indices.contains { cell(row, $0).formula != nil }
    }
  }
}
