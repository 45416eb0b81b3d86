// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Whose number of staff each is, as a tab with both says. Some sheets name their owners by numbers and others by names, and formulas do not
/// find one by the other.
struct StaffNumbers {
  /// The name on the tab.
  let tab: String
  /// By folded number, the name as written.
  private let names: [String: String]
  /// The prefixes of the sheets whose owners are called by numbers.
  let sheets: Set<String>
  /// By prefix, the header under which the numbers stand where no column was read as that of the owners.
  private let unreadHeaders: [String: UnboundHeader]

  private static let owner = "owner"
  /// The sheets whose figures belong to owners.
  private static let prefixes = ["de", "tg", "pa", "re", "co", "le"]

  /// Nil unless one tab says whose all the numbers are.
  init?(_ sheets: [LocatedSheet], in team: BoundWorkbook) throws(SpreadsheetError) {
    let owners = Self.prefixes.compactMap { prefix -> (sheet: LocatedSheet, entries: Set<String>)? in
      guard let sheet = sheets.first(where: { $0.prefix == prefix }) else { return nil }
      return (sheet, sheet.values(of: Self.owner).map { Self.entries($0, sheet.rows) } ?? [])
    }
    // Targets without owners have none yet.
    guard owners.contains(where: { !$0.entries.isEmpty }), owners.count > 1 else { return nil }
    let tabs =
      sheets.filter { $0.prefix == "pe" }.map(\.sheetIndex)
      + team.otherSheets.filter { if case .noWorksheet = $0.reason { false } else { true } }.map(\.sheetIndex)
    var found: StaffNumbers?
    let strings = try team.workbook.sharedStrings.table()
    for index in tabs.prefix(Self.mostTabs) {
      let sample = try SheetSample(team.workbook, sheetIndex: index, strings: strings)
      guard let table = try StaffTable(sample, owners: owners, in: team) else { continue }
      // Two tabs that say it may say different things.
      guard found == nil else { return nil }
      found = StaffNumbers(
        tab: sample.title, names: table.names, sheets: table.sheets, unreadHeaders: table.unreadHeaders)
    }
    guard let found else { return nil }
    self = found
  }

  private init(tab: String, names: [String: String], sheets: Set<String>, unreadHeaders: [String: UnboundHeader]) {
    (self.tab, self.names, self.sheets, self.unreadHeaders) = (tab, names, sheets, unreadHeaders)
  }

  private static let mostTabs = 20

  /// The sheet with names in place of numbers; as it is if it has none.
  func applied(to sheet: LocatedSheet, in workbook: Workbook) throws(SpreadsheetError) -> LocatedSheet {
    guard sheets.contains(sheet.prefix) else { return sheet }
    var sheet = sheet
    if let header = unreadHeaders[sheet.prefix], let definition = sheet.definition.column(Self.owner) {
      let values = try sheet.values(under: header.column, in: workbook)
      sheet.add(
        LocatedColumn(
          definition: definition, number: header.column, header: header.header, unit: nil, values: values,
          evidence: nil, confidence: 0.9))
    }
    guard let place = sheet.columns.firstIndex(where: { $0.key == Self.owner }) else { return sheet }
    let values = sheet.columns[place].values
    var builder = ColumnBuilder(capacity: values.count)
    for offset in 0..<values.count {
      let value = values[offset]
      builder.append(names[ReferenceIndex.key(value.shownText)].map { .text($0) } ?? value)
    }
    sheet.columns[place].values = builder.finish()
    sheet.staffTab = tab
    return sheet
  }

  fileprivate static func entries(_ values: Column, _ rows: RowLayout) -> Set<String> {
    var entries: Set<String> = []
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data && !values[offset].isEmpty {
      entries.insert(ReferenceIndex.key(values[offset].shownText))
    }
    return entries
  }
}

/// A tab on which each row has a number of staff and a name.
private struct StaffTable {
  var names: [String: String] = [:]
  var sheets: Set<String> = []
  var unreadHeaders: [String: UnboundHeader] = [:]

  init?(
    _ sample: SheetSample, owners: [(sheet: LocatedSheet, entries: Set<String>)], in team: BoundWorkbook
  ) throws(SpreadsheetError) {
    guard let last = sample.rows.last, last.index < SheetSample.lastRow else { return nil }
    var columns: [Int: [Int: String]] = [:]
    for row in sample.rows {
      for cell in row.cells where !cell.isBlank && !cell.hasFormula {
        columns[cell.column, default: [:]][row.index] = StraySpace.trimmed(cell.value.shownText)
      }
    }
    func column(of entries: Set<String>) -> Int? {
      columns.filter { column in
        let known = Set(column.value.values.map(ReferenceIndex.key))
        return !entries.isEmpty && entries.isSubset(of: known)
      }.keys.min()
    }
    let places = owners.map { (sheet: $0.sheet, column: column(of: $0.entries)) }
    // The sheets that call their owners as others do need nothing.
    guard let deals = places.first(where: { $0.column != nil }) else { return nil }
    let used = Set(places.compactMap(\.column))
    guard used.count < 3 else { return nil }
    var numberColumn: Int?
    if used.count == 2 {
      let areNumbers = used.filter { number in
        (columns[number] ?? [:]).values.count { $0.contains(where: \.isNumber) } * 2 > columns[number]?.count ?? 0
      }
      guard areNumbers.count == 1 else { return nil }
      numberColumn = areNumbers.first
    } else if let targets = places.first(where: { $0.sheet.prefix == "tg" && !$0.sheet.holds("owner") }) {
      // The targets may call their owners by numbers under a header that is not read.
      for header in targets.sheet.unknownHeaders {
        let entries = StaffNumbers.entries(
          try targets.sheet.values(under: header.column, in: team.workbook), targets.sheet.rows)
        guard let number = column(of: entries), number != deals.column else { continue }
        guard unreadHeaders.isEmpty else { return nil }
        numberColumn = number
        unreadHeaders["tg"] = header
        sheets.insert("tg")
      }
    }
    guard let numberColumn, let nameColumn = used.first(where: { $0 != numberColumn }) ?? deals.column,
      nameColumn != numberColumn, let numbers = columns[numberColumn], let written = columns[nameColumn]
    else { return nil }
    for place in places where place.column == numberColumn { sheets.insert(place.sheet.prefix) }
    for (row, number) in numbers {
      guard let name = written[row] else { continue }
      let key = ReferenceIndex.key(number)
      // A number of two people says nothing.
      guard names.updateValue(name, forKey: key) == nil else { return nil }
    }
    guard !sheets.isEmpty, Set(names.values.map(ReferenceIndex.key)).count == names.count else { return nil }
  }
}
