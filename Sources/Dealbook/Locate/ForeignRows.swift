// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Recognizes rows below a header that do not belong to the sheet's data: the header repeated, section headings, notes, another table.
struct ForeignRows {
  private let texts: [Int: String]
  /// The recognized columns, by number.
  private let bound: [Int: ColumnDefinition]
  private let idColumn: Int?
  /// Whether each row should have an amount.
  private let hasAmounts: Bool
  /// The rows of other tables on the sheet, and those that the playbook says are not data.
  private let otherTables: [ClosedRange<Int>]
  /// Whether nearly all IDs have a digit, so that a word in their column is none.
  private let hasNumberedIDs: Bool
  /// Whether another table, which is not a table part of the file, has begun.
  private var isClosed = false
  /// A row after a gap that may be the header of another table, if the row below it is none of the data.
  private var suspect: (row: Int, number: Int, cells: [(column: Int, value: CellValue)])?
  /// The row that turned out to be such a header after it was taken for data, until it is asked for.
  private var unmasked: Int?
  /// The rows of other tables.
  private var unread: UnreadRows
  /// What the names of groups of rows say of the currency of their amounts.
  private(set) var currencies = RowCurrencies()
  /// A note among them that states the unit of amounts.
  private(set) var unit: UnitLine?
  /// Whether the notes that were read state it.
  private var readNotes: [String: Bool] = [:]
  private let workbook: Workbook
  private let sheetIndex: Int
  /// The columns up to which a cell of each row is merged, from which on; read when it is first asked for.
  private var merged: [Int: [ClosedRange<Int>]]?

  init(_ header: HeaderPlan, definition: SheetDefinition, in workbook: Workbook, sheetIndex: Int) {
    texts = header.texts
    var bound: [Int: ColumnDefinition] = [:]
    for column in header.bound { bound[column.number] = definition.column(column.key) }
    self.bound = bound
    (self.workbook, self.sheetIndex) = (workbook, sheetIndex)
    idColumn = header.bound.first { definition.column($0.key)?.type == .id }?.number
    hasAmounts =
      ["de", "co", "pa"].contains(definition.prefix) && bound.values.contains { $0.type == .money && !$0.isComputed }
    let columns = header.bound.map(\.number)
    let span = (columns.min() ?? 1)...max(columns.min() ?? 1, columns.max() ?? 1)
    let tables = (try? workbook.tables(ofSheet: sheetIndex)) ?? []
    hasNumberedIDs = header.hasNumberedIDs
    unread = UnreadRows(sheetIndex: sheetIndex)
    otherTables =
      tables.filter { table in
        table.range.first.row > header.rows.upperBound && table.range.columns.overlaps(span)
          && !Self.goesOn(table, under: header.texts)
      }.map { $0.range.first.row...$0.range.last.row } + definition.placement.skippedRows
  }

  /// Whether a table further down has the header of the data, so that it goes on with them.
  private static func goesOn(_ table: Table, under headers: [Int: String]) -> Bool {
    guard table.headerRowCount == 1 else { return false }
    let pairs = zip(table.range.columns, table.columns).compactMap { column, own in
      headers[column].map { word($0) == word(own.name) }
    }
    return pairs.count > 1 && pairs.allSatisfy(\.self)
  }

  /// - Parameter sheetIndex: that of the tab.
  mutating func beginPart(_ sheetIndex: Int) {
    isClosed = false
    suspect = nil
    merged = [:]
    unread.sheetIndex = sheetIndex
    currencies.beginPart()
  }

  /// The tables among and below the data that are not read.
  var blocks: [UnreadBlock] { unread.blocks }

  /// Whether the row before may be the header of another table.
  func suspects(before number: Int) -> Bool { suspect.map { $0.number + 1 == number } ?? false }

  /// The row that is no data after all.
  mutating func takeUnmasked() -> Int? {
    defer { unmasked = nil }
    return unmasked
  }

  /// Whether a row belongs to another table, whatever its content.
  func isNone(_ row: Int) -> Bool { otherTables.contains { $0.contains(row) } }

  /// Whether a row may repeat the header.
  func mayRepeat(_ text: String, at column: Int) -> Bool { texts[column] == StraySpace.trimmed(text) }

  /// Notes a row of another table.
  mutating func note(_ row: StoredRow, in sheet: SheetCells) throws(SpreadsheetError) {
    unread.add(row: row.index, try Self.cells(of: row, in: sheet))
  }

  private static func cells(
    of row: StoredRow, in sheet: SheetCells
  ) throws(SpreadsheetError) -> [(column: Int, value: CellValue)] {
    var cells: [(column: Int, value: CellValue)] = []
    for cell in row.cells {
      let value = try sheet.value(of: cell, row: row.index)
      if case .text(let text) = value, StraySpace.isBlank(text) { continue }
      if value != .blank { cells.append((cell.column, value)) }
    }
    return cells
  }

  /// - Parameters:
  ///   - number: the row's number in the continued numbering.
  ///   - isAfterGap: whether the row above has no data.
  ///   - isFirst: whether no row below the header has any yet.
  ///   - isOfTexts: whether the data in a column, if there are any, hold no numbers.
  mutating func isForeign(
    _ row: StoredRow, countedAs number: Int, in sheet: SheetCells, isAfterGap: Bool, isFirst: Bool,
    isOfTexts: (Int) -> Bool
  ) throws(SpreadsheetError) -> Bool {
    let cells = try Self.cells(of: row, in: sheet)
    let same = cells.count { cell in
      cell.value.text.map { texts[cell.column] == StraySpace.trimmed($0) } ?? false
    }
    if same > 1, same * 2 > cells.count {
      // With other words over dates or amounts, or the same in another order, it is the header of another table.
      isClosed = cells.contains(where: differs)
      suspect = nil
      if isClosed { unread.add(row: row.index, cells) }
      return true
    }
    if isClosed {
      unread.add(row: row.index, cells)
      return true
    }
    if let suspect, suspect.number + 1 == number {
      self.suspect = nil
      if contradicts(cells, isOfTexts) {
        isClosed = true
        unmasked = suspect.number
        unread.add(row: suspect.row, suspect.cells)
        unread.add(row: row.index, cells)
        return true
      }
    }
    if isNote(cells, row.index) { return true }
    if isHeading(cells) || isOfCurrency(cells) || (isAfterGap || isFirst && hasAmounts) && standsApart(cells) {
      currencies.add(cells, row: row.index, number: number)
      return true
    }
    if isAfterGap, beginsTable(cells) || isFigure(cells, isOfTexts) {
      isClosed = true
      unread.add(row: row.index, cells)
      return true
    }
    if spansColumns(cells, row.index) {
      currencies.add(cells, row: row.index, number: number)
      return true
    }
    if isAfterGap, !isFirst, mayHead(cells) { suspect = (row.index, number, cells) }
    return false
  }

  /// Whether the text over a column of the data is that of another column, or another text over dates or amounts.
  private func differs(_ cell: (column: Int, value: CellValue)) -> Bool {
    guard let definition = bound[cell.column], !definition.isComputed, let text = cell.value.text,
      let own = texts[cell.column]
    else { return false }
    let word = Self.word(text)
    guard word != Self.word(own) else { return false }
    return definition.type.isNumeric || texts.values.contains { Self.word($0) == word }
  }

  private static func word(_ header: String) -> String { TextFolding.folded(StraySpace.collapsed(header)) }

  /// Whether a row is the name of a group that says a currency: a text alone, or with others where each row has a numbered ID.
  private func isOfCurrency(_ cells: [(column: Int, value: CellValue)]) -> Bool {
    guard let text = cells.first?.value.text, cells.count == 1 || cells.count < 4 && hasWordForID(cells),
      cells.allSatisfy({ $0.value.text != nil })
    else { return false }
    return RowCurrencies.currency(in: text) != nil
  }

  /// Notes a total, which may be that of the amounts in one currency, and may state their unit.
  ///
  /// - Returns: a unit that it states, and that nothing has stated before. A total in thousands of amounts that are not says its own alone.
  mutating func noteTotal(_ text: String, row: Int, number: Int, column: Int) -> UnitLine? {
    currencies.add([(column, .text(text))], row: row, number: number, isTotal: true)
    return unit == nil ? UnitLine(total: text, at: CellReference(row: row, column: column)) : nil
  }

  mutating func take(_ unit: UnitLine) { self.unit = unit }

  /// Whether a row after a gap has nothing but words, as a header does.
  private func mayHead(_ cells: [(column: Int, value: CellValue)]) -> Bool {
    cells.count > 1
      && cells.allSatisfy { cell in
        guard let text = cell.value.text, text.utf8.count <= 120 else { return false }
        return cell.column != cells[0].column || !text.unicodeScalars.contains { ("0"..."9").contains($0) }
      }
  }

  /// Whether a row has numbers where the data have texts, or a word where they have numbered IDs.
  private func contradicts(_ cells: [(column: Int, value: CellValue)], _ isOfTexts: (Int) -> Bool) -> Bool {
    cells.contains { isOddNumber($0, isOfTexts) } || hasWordForID(cells)
  }

  private func isOddNumber(_ cell: (column: Int, value: CellValue), _ isOfTexts: (Int) -> Bool) -> Bool {
    guard let type = bound[cell.column]?.type, [.id, .key, .list].contains(type), let number = cell.value.number,
      number != 0
    else { return false }
    return isOfTexts(cell.column)
  }

  private func hasWordForID(_ cells: [(column: Int, value: CellValue)]) -> Bool {
    guard hasNumberedIDs, let id = cells.first(where: { $0.column == idColumn })?.value.text else { return false }
    return !id.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  /// Whether a row after a gap is a figure with its name, as in a panel: a word where the data have numbered IDs, a number where they have
  /// texts, or the two and nothing else.
  private func isFigure(_ cells: [(column: Int, value: CellValue)], _ isOfTexts: (Int) -> Bool) -> Bool {
    guard cells.count > 1, cells[0].value.text != nil else { return false }
    let isOdd = cells.dropFirst().contains { isOddNumber($0, isOfTexts) }
    if hasWordForID(cells) { return isOdd || cells.count == 2 && UnreadBlock.isNumber(cells[1].value) }
    let hasAmount = cells.contains { cell in
      bound[cell.column].map { $0.type.isNumeric && !$0.isComputed } ?? false
    }
    return isOdd && !hasAmount && cells.count == 2
  }

  /// A single text that begins as a note does, or states the unit of the amounts.
  private mutating func isNote(_ cells: [(column: Int, value: CellValue)], _ row: Int) -> Bool {
    guard cells.count == 1, let cell = cells.first, case .text(let text) = cell.value else { return false }
    if UnitStatement.mayBeSaid(text), statesUnit(text, row, cell.column) { return true }
    let words = TextFolding.folded(StraySpace.trimmed(text))
    if words.hasPrefix("※") { return true }
    guard let colon = words.firstIndex(of: ":") else { return false }
    return Self.notes.contains(String(words[..<colon]))
  }

  /// Whether a note states the unit of amounts. Reading a text takes a while, so that a sheet of nothing but such notes would take long:
  /// each is read once, and no more than ``mostNotes`` of them.
  private mutating func statesUnit(_ text: String, _ row: Int, _ column: Int) -> Bool {
    if let known = readNotes[text] { return known }
    guard readNotes.count < Self.mostNotes else { return false }
    let line = UnitLine(note: text, at: CellReference(row: row, column: column))
    unit = unit ?? line
    readNotes[text] = line != nil
    return line != nil
  }

  private static let mostNotes = 2000

  private static let notes: Set<String> = [
    "注", "註", "备注", "備註", "說明", "说明", "附註", "note", "notes", "remark", "remarks", "hinweis", "anmerkung", "source",
    "quelle",
  ]

  /// A single text in the ID column that is not an ID, or a line of signatures.
  private func isHeading(_ cells: [(column: Int, value: CellValue)]) -> Bool {
    guard let cell = cells.first, cell.column == idColumn, case .text(let text) = cell.value else { return false }
    let trimmed = StraySpace.trimmed(text)
    let hasColon = trimmed.contains(":") || trimmed.contains("：")
    if hasColon, cells.count <= 3, cells.allSatisfy({ $0.value.text != nil }) { return true }
    guard cells.count == 1 else { return false }
    let hasDigit = trimmed.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    let isWordy = trimmed.contains(" ") || trimmed.unicodeScalars.contains { $0.value > 0x2FFF }
    return !hasDigit || isWordy
  }

  /// Whether a row is a single text that is merged across several columns of the data: the name of the group that follows.
  private mutating func spansColumns(_ cells: [(column: Int, value: CellValue)], _ row: Int) -> Bool {
    guard cells.count == 1, let cell = cells.first, cell.value.text != nil else { return false }
    let merged = self.merged ?? mergedAcross()
    self.merged = merged
    return merged[row]?.contains { range in
      range.lowerBound == cell.column && bound.keys.count(where: { range.contains($0) && $0 != cell.column }) > 1
    } ?? false
  }

  private func mergedAcross() -> [Int: [ClosedRange<Int>]] {
    guard let ranges = try? workbook.worksheet(at: sheetIndex).facts().mergedCells else { return [:] }
    var found: [Int: [ClosedRange<Int>]] = [:]
    for range in ranges where range.first.row == range.last.row {
      found[range.first.row, default: []].append(range.columns)
    }
    return found
  }

  /// Whether a row, of rows without IDs, is a single text where each row begins: the name of the next group, or what an export says of itself
  /// below its rows. So is one before the first row of amounts.
  private func standsApart(_ cells: [(column: Int, value: CellValue)]) -> Bool {
    guard idColumn == nil, bound.count > 3, cells.count == 1, let cell = cells.first, cell.value.text != nil,
      let first = bound.keys.min()
    else { return false }
    return cell.column <= first
  }

  /// Whether a row after a gap is the header of another table: only text, some of it where a number or a date should be.
  private func beginsTable(_ cells: [(column: Int, value: CellValue)]) -> Bool {
    guard cells.count > 1, cells.allSatisfy({ $0.value.text != nil }) else { return false }
    if let idColumn, let id = cells.first(where: { $0.column == idColumn })?.value.text,
      id.unicodeScalars.contains(where: { ("0"..."9").contains($0) })
    {
      return false
    }
    return cells.contains { cell in
      guard let definition = bound[cell.column], definition.type.isNumeric, let text = cell.value.text else {
        return false
      }
      return !text.unicodeScalars.contains { ("0"..."9").contains($0) } && StraySpace.trimmed(text).count > 1
    }
  }
}
