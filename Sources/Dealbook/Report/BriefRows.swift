// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Turns rows of a workbook into the tables of a brief.
struct BriefRows {
  let source: DashboardSource

  /// The columns that name accounts, with their IDs if their own sheet gives them any.
  private let keyed: [String: Column]
  /// The rows whose account stands in a row above, in merged cells, and the offset of that row.
  private let merged: [String: [Int: Int]]

  init(_ source: DashboardSource) {
    self.source = source
    var keyed: [String: Column] = [:]
    for sheet in source.team.sheets {
      for key in ["account_id", "acct"] {
        keyed["\(sheet.prefix)_\(key)"] = source.analysis.keyed(ColumnID(sheet: sheet.prefix, key: key))
      }
    }
    self.keyed = keyed
    var merged: [String: [Int: Int]] = [:]
    for sheet in source.team.sheets {
      guard let column = sheet.column("account_id") else { continue }
      let tops = sheet.mergedTops(of: column)
      if !tops.isEmpty { merged["\(sheet.prefix)_account_id"] = tops }
    }
    self.merged = merged
  }

  func rows(_ prefix: String, where isWanted: (Int) -> Bool) -> [Int] {
    guard let sheet = source.team.sheet(prefix) else { return [] }
    return (0..<sheet.rows.count).filter { sheet.rows.kinds[$0] == .data && isWanted($0) }
  }

  func value(_ prefix: String, _ key: String, _ row: Int) -> CellValue {
    guard let column = source.column("\(prefix)_\(key)"), row < column.count else { return .blank }
    return column[row]
  }

  /// In lower case, for comparison.
  func text(_ prefix: String, _ key: String, _ row: Int) -> String {
    let row = merged["\(prefix)_\(key)"]?[row] ?? row
    guard let column = keyed["\(prefix)_\(key)"] else { return value(prefix, key, row).shownText.lowercased() }
    return row < column.count ? column[row].shownText.lowercased() : ""
  }

  /// The ID of an account, and its name if no other account has that for its ID or its name.
  func keys(of row: Int?, _ wanted: String) -> Set<String> {
    guard let row else { return [wanted] }
    let name = text("acc", "name", row)
    var keys: Set = [text("acc", "account_id", row)]
    let others = rows("acc") { $0 != row && [text("acc", "name", $0), text("acc", "account_id", $0)].contains(name) }
    if others.isEmpty { keys.insert(name) }
    return keys.filter { !$0.isEmpty }
  }

  /// The rows of other sheets that seem to mean the account, written otherwise, and do not count for it.
  func others(of row: Int?, _ wanted: String, where isTheirs: (String, String, Int) -> Bool) -> [CellPlace] {
    let texts = row.map { row in ["account_id", "name"].map { value("acc", $0, row).shownText } } ?? [wanted]
    let keys = Set(texts.map(LikeText.key).filter { !$0.isEmpty })
    return Self.places.filter { $0.1 == "account_id" }.flatMap { prefix, key -> [CellPlace] in
      guard let sheet = SheetRows(source, prefix, [key]) else { return [] }
      return sheet.rows.filter { row in
        !isTheirs(prefix, key, row) && !(prefix == "pa" && isTheirs(prefix, "acct", row))
          && keys.contains(LikeText.key(value(prefix, key, row).shownText))
      }.map { sheet.place(key, $0) }
    }
  }

  /// The accounts that other sheets than their own name, as written.
  var namedAccounts: [String] {
    var known: Set<String> = []
    var names: [String] = []
    for (prefix, key) in Self.places {
      for row in rows(prefix, where: { _ in true }) {
        let name = StraySpace.trimmed(value(prefix, key, row).shownText)
        if !name.isEmpty, known.insert(name.lowercased()).inserted { names.append(name) }
      }
    }
    return names
  }

  private static let places = [
    ("de", "account_id"), ("pa", "account_id"), ("pa", "acct"), ("co", "account_id"), ("re", "account_id"),
    ("vi", "account_id"), ("ct", "account_id"),
  ]

  /// Whether the column names accounts that their own sheet does not have.
  func isLost(_ prefix: String, _ key: String) -> Bool {
    source.team.references.lost[ColumnID(sheet: prefix, key: key)] != nil
  }

  /// A note about an account that has no row of its own.
  func unlisted(_ account: String) -> String {
    guard let sheet = source.team.sheet("acc") else {
      return source.words(
        "沒有客戶表；以上是其他表裡的「\(account)」", "There is no sheet of accounts; this is what other sheets say about “\(account)”")
    }
    return source.words(
      "「\(sheet.title)」表沒有「\(account)」；以上是其他表裡的",
      "The sheet “\(sheet.title)” does not have “\(account)”; this is what other sheets say")
  }

  func day(_ prefix: String, _ key: String, _ row: Int) -> Double { value(prefix, key, row).number ?? 0 }

  /// Nil without rows. Columns that are empty in all rows are left out.
  func table(
    _ prefix: String, title: String, message: String = "", keys: [String], _ rows: [Int]
  ) -> ReportPage.Section? {
    guard !rows.isEmpty, let definition = source.team.playbook.sheet(prefix) else { return nil }
    let columns = keys.compactMap { key -> (key: String, column: ReportPage.Column)? in
      guard let column = definition.column(key), rows.contains(where: { !value(prefix, key, $0).isEmpty }) else {
        return nil
      }
      // Amounts in a unit of their own are shown with it.
      let kind = unitLine(key, prefix) == nil ? Self.kind(column.type) : .text
      return (key, .init(key: key, title: header(of: column, on: prefix), kind: kind))
    }
    let units = rowUnits(prefix, columns.map(\.key), rows)
    return ReportPage.Section(
      id: "", title: title, message: message, columns: columns.map(\.column),
      rows: rows.map { row in columns.map { shown(prefix, $0.key, row, unit: units[row]) } }, bar: nil)
  }

  private func unitLine(_ key: String, _ prefix: String) -> UnitLine? {
    guard let column = source.team.sheet(prefix)?.column(key), column.definition.type == .money else { return nil }
    return column.unitLine
  }

  /// The currencies that a column of them names for these rows.
  private func rowUnits(_ prefix: String, _ keys: [String], _ rows: [Int]) -> [Int: String] {
    guard let sheet = source.team.sheet(prefix), let column = sheet.currencyColumn,
      keys.contains(where: { unitLine($0, prefix)?.isOfSeveralCurrencies == true })
    else { return [:] }
    let wanted = Set(rows)
    var units: [Int: String] = [:]
    // The rows have been read before; a file that has changed since then has no units here.
    try? sheet.forEachRow(in: source.team.workbook) { offset, row, cells throws(SpreadsheetError) in
      guard wanted.contains(offset) else { return }
      for cell in row.cells where cell.column == column {
        let unit = try cells.value(of: cell, row: row.index)
        units[offset] = StraySpace.trimmed(unit.shownText)
      }
    }
    return units
  }

  /// One row as a list of names and values.
  func record(_ prefix: String, _ row: Int, title: String, keys: [String]) -> ReportPage.Section? {
    guard let definition = source.team.playbook.sheet(prefix) else { return nil }
    let numbers = ReportNumbers(language: source.language, system: source.team.workbook.dateSystem)
    let rows = keys.compactMap { key -> [CellValue]? in
      guard let column = definition.column(key), !value(prefix, key, row).isEmpty else { return nil }
      let text = numbers.text(shown(prefix, key, row), Self.kind(column.type))
      return [.text(header(of: column, on: prefix)), .text(text)]
    }
    let words = source.words
    return ReportPage.Section(
      id: "", title: title, message: "",
      columns: [
        .init(key: "name", title: words("項目", "Item"), kind: .text),
        .init(key: "value", title: words("內容", "Value"), kind: .text),
      ], rows: rows, bar: nil)
  }

  /// Writes out the codes of flags.
  private func shown(_ prefix: String, _ key: String, _ row: Int, unit: String? = nil) -> CellValue {
    let value = value(prefix, key, row)
    if let line = unitLine(key, prefix), let number = value.number {
      // Of several currencies, that of the row is said where it is known.
      let said = line.isOfSeveralCurrencies ? unit ?? "" : line.unit
      return .text(ReportNumbers.grouped(number) + (said.isEmpty ? "" : " " + said))
    }
    guard prefix == "de", key == "flags", let text = value.text else { return value }
    let names = Dictionary(source.words.flags.map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first })
    let words = text.split(separator: " ").map { names[String($0)] ?? String($0) }
    return .text(words.joined(separator: source.language == .english ? ", " : "、"))
  }

  /// The title of a column; of amounts in another unit the team's own header, which states it.
  private func header(of column: ColumnDefinition, on prefix: String) -> String {
    if let own = source.team.sheet(prefix)?.column(column.key), own.moneyScale != nil { return own.header }
    return Self.short(column.titles[source.language])
  }

  /// A header without its unit.
  private static func short(_ title: String) -> String {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "(") else { return title }
    return String(title[..<open])
  }

  private static func kind(_ type: ColumnType) -> ReportPage.Kind {
    switch type {
    case .money: .money
    case .percent: .percent
    case .date: .date
    case .number, .integer, .ratio, .score: .number
    case .id, .key, .text, .tick, .list: .text
    }
  }
}
