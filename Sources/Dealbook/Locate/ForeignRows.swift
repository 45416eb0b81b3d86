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
  /// Whether another table, which is not a table part of the file, has begun.
  private var isClosed = false
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
    otherTables =
      tables.filter { table in
        table.range.first.row > header.rows.upperBound && table.range.columns.overlaps(span)
      }.map { $0.range.first.row...$0.range.last.row } + definition.placement.skippedRows
  }

  mutating func beginPart() {
    isClosed = false
    merged = [:]
  }

  /// Whether a row belongs to another table, whatever its content.
  func isNone(_ row: Int) -> Bool { otherTables.contains { $0.contains(row) } }

  /// Whether a row may repeat the header.
  func mayRepeat(_ text: String, at column: Int) -> Bool { texts[column] == StraySpace.trimmed(text) }

  /// - Parameters:
  ///   - isAfterGap: whether the row above has no data.
  ///   - isFirst: whether no row below the header has any yet.
  mutating func isForeign(
    _ row: StoredRow, in sheet: SheetCells, isAfterGap: Bool, isFirst: Bool
  ) throws(SpreadsheetError) -> Bool {
    var cells: [(column: Int, value: CellValue)] = []
    for cell in row.cells {
      let value = try sheet.value(of: cell, row: row.index)
      if case .text(let text) = value, StraySpace.isBlank(text) { continue }
      if value != .blank { cells.append((cell.column, value)) }
    }
    let same = cells.count { cell in
      cell.value.text.map { texts[cell.column] == StraySpace.trimmed($0) } ?? false
    }
    if same > 1, same * 2 > cells.count {
      isClosed = false
      return true
    }
    if isClosed { return true }
    if isNote(cells, row.index) || isHeading(cells) || (isAfterGap || isFirst && hasAmounts) && standsApart(cells) {
      return true
    }
    if isAfterGap, beginsTable(cells) {
      isClosed = true
      return true
    }
    return spansColumns(cells, row.index)
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
