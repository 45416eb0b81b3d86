// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Amounts of deals, contracts, payments and renewals whose accounts are in several currencies: some programs keep the currency on the
/// account alone. Nobody knows then in which one each amount is, and nothing is added up.
enum AccountCurrencies {
  private static let accounts = "acc"
  private static let reference = "account_id"
  private static let sheets: Set<String> = ["de", "co", "pa", "re"]

  static func marking(
    _ sheets: [LocatedSheet], _ references: References, in workbook: Workbook
  ) throws(SpreadsheetError) -> [LocatedSheet] {
    guard let accounts = sheets.first(where: { $0.prefix == Self.accounts }), let column = accounts.currencyColumn,
      areSeveral(accounts.currencies)
    else { return sheets }
    let header = accounts.unknownHeaders.first { $0.column == column }?.header ?? ""
    let byRow = try currencies(in: column, of: accounts, workbook)
    var marked = sheets
    for (place, sheet) in sheets.enumerated()
    where Self.sheets.contains(sheet.prefix) && sheet.currencies.isEmpty && sheet.saidCurrency == nil {
      let id = ColumnID(sheet: sheet.prefix, key: Self.reference)
      guard references.lost[id] == nil, let key = references.named[id] ?? accounts.definition.idColumn?.key,
        let named = accounts.values(of: key), let referring = sheet.values(of: Self.reference)
      else { continue }
      let known = byAccount(named, byRow)
      for (index, column) in sheet.columns.enumerated() where saysNone(column) {
        let found = currencies(of: column, on: sheet, referring, known)
        guard areSeveral(found) else { continue }
        marked[place].columns[index].unitBeside = UnitLine(
          cell: nil, text: "\(accounts.title): \(StraySpace.trimmed(header))",
          unit: found.map(\.code).joined(separator: UnitLine.separator), scale: 1, columns: nil)
      }
    }
    return marked
  }

  private static func areSeveral(_ currencies: [Currency]) -> Bool {
    guard let first = currencies.first else { return false }
    return currencies.contains { SaidCurrency.differ($0, first) }
  }

  /// Whether nothing else says in which currency a column of amounts is.
  private static func saysNone(_ column: LocatedColumn) -> Bool {
    column.definition.type == .money && !column.definition.isComputed && column.unitLine == nil
      && column.definition.convention.currency == nil
      && ConventionSettling.currency(unit: column.unit, header: column.header).map { $0 == .yuan } ?? true
  }

  /// The currencies of the accounts, by row offset.
  private static func currencies(
    in column: Int, of sheet: LocatedSheet, _ workbook: Workbook
  ) throws(SpreadsheetError) -> [Int: Currency] {
    var found: [Int: Currency] = [:]
    try sheet.forEachRow(in: workbook) { offset, row, cells throws(SpreadsheetError) in
      for cell in row.cells where cell.column == column {
        let text = try cells.value(of: cell, row: row.index).text
        found[offset] = text.flatMap { Currency.named(TextFolding.folded(StraySpace.trimmed($0))) }
      }
    }
    return found
  }

  private static func byAccount(_ named: Column, _ byRow: [Int: Currency]) -> [String: Currency] {
    var known: [String: Currency] = [:]
    for (offset, currency) in byRow where offset < named.count && !named[offset].isEmpty {
      known[ReferenceIndex.key(named[offset].shownText)] = currency
    }
    return known
  }

  /// The currencies of the accounts of all rows that have an amount, each once, in the order of the rows.
  private static func currencies(
    of column: LocatedColumn, on sheet: LocatedSheet, _ referring: Column, _ known: [String: Currency]
  ) -> [Currency] {
    var found: [Currency] = []
    var isSeen = [Bool](repeating: false, count: referring.textCount)
    for offset in 0..<min(column.values.count, referring.count, sheet.rows.count)
    where sheet.rows.kinds[offset] == .data && (column.values.number(at: offset) ?? 0) != 0 {
      if let number = referring.textNumber(at: offset) {
        guard !isSeen[number] else { continue }
        isSeen[number] = true
      }
      guard let currency = known[ReferenceIndex.key(referring[offset].shownText)], !found.contains(currency) else {
        continue
      }
      found.append(currency)
    }
    return found
  }
}
