// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// A column of a sheet across all copies.
struct MergeColumn {
  var key: String
  var header: String
  var located: LocatedColumn?
  var isID: Bool
  /// Its index among the columns of the base; nil for one that a copy has added.
  var base: Int?
  /// Its index among the columns of each copy.
  var places: [Int?]

  var publicKey: String { located != nil || !(key.hasPrefix("=") || key.hasPrefix("#")) ? key : header }
}

/// A sheet in one copy, compared with the base.
struct MergeCopy {
  let side: Int
  let sheet: RecordSheet
  let columns: ColumnPairs
  /// The row in the copy for each row of the base.
  private(set) var rowOf: [Int?]
  private(set) var newRows: [Int]
  /// The rows of the base that have another ID in the copy.
  private(set) var renamed: [Int]
  /// Rows matched without an ID: their number, and the lowest certainty among them.
  let byContent: (count: Int, certainty: Double)
  /// The offset from dates of the copy to dates of our workbook.
  let shift: Double

  init(
    side: Int, base: RecordSheet, _ sheet: RecordSheet, baseSystem: DateSystem, system: DateSystem, ours: DateSystem,
    steady: SteadySheets, mayLack: (Int) -> Bool
  ) {
    self.side = side
    self.sheet = sheet
    columns = ColumnPairs(
      base, sheet, dateShift: DateSystem.shift(from: baseSystem, to: system), followsHeaders: true,
      steady: steady)
    shift = DateSystem.shift(from: system, to: ours)
    var rowOf = [Int?](repeating: nil, count: base.rows.count)
    var newRows: [Int] = []
    var renamed: [Int] = []
    var (count, certainty) = (0, 1.0)
    for pair in RowPairs(columns, mayLack: mayLack).pairs {
      switch (pair.old, pair.new) {
      case (let old?, let new?):
        rowOf[old] = new
        if pair.hasOtherID {
          renamed.append(old)
        } else if pair.certainty < 1 {
          count += 1
          certainty = min(certainty, pair.certainty)
        }
      case (nil, let new?): newRows.append(new)
      default: break
      }
    }
    self.rowOf = rowOf
    self.newRows = newRows
    self.renamed = renamed
    byContent = (count, certainty)
  }

  /// The form in which the new ID of a row of the base is compared.
  func newKey(_ row: Int) -> String { rowOf[row].map { sheet.rows[$0].key } ?? "" }

  /// Takes rows for deleted and new ones after all, because their new IDs are those of other rows too.
  mutating func separate(_ rows: Set<Int>) {
    renamed.removeAll(where: rows.contains)
    newRows = (newRows + rows.compactMap { rowOf[$0] }).sorted()
    for row in rows { rowOf[row] = nil }
  }

  /// The row of the base for each row of the copy that the base has, with that of the headers.
  var baseRows: [Int: Int] {
    var rows: [Int: Int] = [:]
    for tab in sheet.tabs where sheet.headerRow(ofTab: tab.number) != nil {
      rows[MergePlace.header(ofTab: tab.number)] = MergePlace.header(ofTab: tab.number)
    }
    for (row, there) in rowOf.enumerated() { if let there { rows[there] = row } }
    return rows
  }

  /// The row in the copy for a row of the base, which may be that of the headers.
  func row(of base: Int) -> Int? {
    guard let tab = MergePlace.tab(ofHeader: base) else { return rowOf[base] }
    return sheet.headerRow(ofTab: tab) == nil ? nil : base
  }

  /// Where a cell of a row, which may be that of the headers, is on its tab.
  func place(_ row: Int, _ column: Int) -> CellReference? {
    guard let tab = MergePlace.tab(ofHeader: row) else { return sheet.place(row, column) }
    return sheet.headerRow(ofTab: tab).flatMap { CellReference(row: $0, column: sheet.columns[column].number) }
  }

  /// The tab of a row, which may be that of the headers.
  func tab(_ row: Int) -> Int { MergePlace.tab(ofHeader: row) ?? sheet.rows[row].tab }

  /// A cell with dates converted to our workbook's date system.
  func cell(_ row: Int, _ column: Int) -> RecordCell {
    let cell = sheet.cell(row, column)
    guard shift != 0, case .number(let number) = cell.value, isDate(row, column) else { return cell }
    return RecordCell(value: .number(number + shift), formula: cell.formula)
  }

  func isDate(_ row: Int, _ column: Int) -> Bool {
    let entry = sheet.columns[column]
    return entry.type == .date || entry.dates.contains(sheet.rows[row].offset)
  }
}

/// Whether two cells mean the same, however they are written: `1,250,000` as text and 1250000.
struct CellMeaning {
  let readers: CellReaders

  func isSame(_ a: RecordCell, _ b: RecordCell, in column: LocatedColumn?) -> Bool {
    if a == b || a.isNothing && b.isNothing { return true }
    guard a.formula == nil, b.formula == nil else { return false }
    guard let column else { return a.value == b.value || plain(a.value) == plain(b.value) }
    let definition = column.definition
    if definition.type.isNumeric {
      guard let x = number(a.value, column), let y = number(b.value, column) else { return a.value == b.value }
      return x == y
    }
    if case .list(let prefix) = definition.allowed, let labels = readers.labels[prefix] {
      return label(a.value, labels) == label(b.value, labels)
    }
    if definition.type == .tick, let x = TickReader.read(a.value), let y = TickReader.read(b.value) { return x == y }
    return plain(a.value) == plain(b.value)
  }

  private func number(_ value: CellValue, _ column: LocatedColumn) -> Double? {
    let reading =
      column.definition.type == .date
      ? readers.date(value, order: column.convention.dateOrder) : readers.number(value, in: column)
    return switch reading {
    case .number(let number), .readable(let number): number
    default: nil
    }
  }

  private func label(_ value: CellValue, _ labels: LabelReader) -> String {
    let text = plain(value)
    if case .otherLanguage(let label, _)? = labels.meaning(of: text) { return label }
    return text
  }

  private func plain(_ value: CellValue) -> String { StraySpace.cleaned(value.shownText) }
}
