// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
import Spreadsheet

/// R16: one account on a page before a meeting: who it is, who decides, the last visits, open deals, outstanding payments, renewals, and
/// the next steps.
public struct AccountBrief: Sendable {
  public let page: ReportPage

  private static let visits = 3

  /// The IDs and names by which the accounts of a workbook are known.
  public static func names(in analysis: Analysis) -> [String] {
    let rows = BriefRows(DashboardSource(analysis))
    return rows.rows("acc") { _ in true }.flatMap { row in
      ["account_id", "name"].map { StraySpace.trimmed(rows.value("acc", $0, row).shownText) }
    }.filter { !$0.isEmpty }
  }

  /// - Parameter account: its ID or its full name. Nil if there is no such account.
  public init?(_ analysis: Analysis, account: String, file: String, language: Language? = nil) {
    let source = DashboardSource(analysis, language: language)
    let wanted = account.lowercased()
    let rows = BriefRows(source)
    guard
      let row = rows.rows("acc", where: { rows.text("acc", "account_id", $0) == wanted }).first
        ?? rows.rows("acc", where: { rows.text("acc", "name", $0) == wanted }).first
    else { return nil }
    let id = rows.text("acc", "account_id", row)
    let words = source.words
    var sections: [ReportPage.Section] = []
    func add(_ section: ReportPage.Section?) { if let section { sections.append(section) } }
    add(
      rows.record(
        "acc", row, title: words("客戶概況", "Profile"),
        keys: [
          "level", "industry", "region", "owner", "lifecycle", "matrix", "rel_score", "gross_potential", "open_pipe",
          "wallet_share", "last_visit", "drift", "strategy", "strategy_hint", "rel_goal", "intel_note",
        ]))
    add(
      rows.table(
        "ct", title: words("決策人", "Decision makers"),
        keys: ["name", "title", "buy_role", "influence", "supp", "guide", "status", "last_visit"],
        rows.rows("ct") { rows.text("ct", "account_id", $0) == id }))
    let today = analysis.team.asOf ?? .infinity
    let visits = rows.rows("vi") { rows.text("vi", "account_id", $0) == id && rows.day("vi", "date", $0) <= today }
      .sorted { rows.day("vi", "date", $0) > rows.day("vi", "date", $1) }
    add(
      rows.table(
        "vi", title: words("最近 \(Self.visits) 次拜訪", "Last \(Self.visits) visits"),
        keys: ["date", "visitor", "mode", "topic", "result", "next_step", "next_date"],
        Array(visits.prefix(Self.visits))))
    let deals = rows.rows("de") { rows.text("de", "account_id", $0) == id && source.number("de_is_open", $0) == 1 }
    add(
      rows.table(
        "de", title: words("在手商機", "Open deals"),
        keys: ["deal_id", "name", "amount", "funnel_stage", "prob", "expected_close", "flags"], deals))
    let owed = rows.rows("pa") { row in
      (rows.text("pa", "account_id", row) == id || rows.text("pa", "acct", row) == id)
        && (source.number("pa_outstanding", row) ?? 0) > 0
    }
    add(
      rows.table(
        "pa", title: words("未收款", "Money owed"),
        keys: ["payment_id", "contract_id", "stage", "outstanding", "due", "days_over", "status"], owed))
    add(
      rows.table(
        "re", title: words("續單", "Renewals"),
        keys: ["renewal_id", "expiry", "days_exp", "amount", "status", "alert", "prob"],
        rows.rows("re") { rows.text("re", "account_id", $0) == id }))
    add(Self.steps(source, of: id))
    let name = source.column("acc_name").map { $0[row].shownText } ?? ""
    page = ReportPage(
      file: file, title: "\(source.column("acc_account_id").map { $0[row].shownText } ?? account) \(name)",
      subtitle: words(
        "會前檔案 · 截至 \(analysis.team.asOfText ?? "")", "Account brief · as of \(analysis.team.asOfText ?? "")"),
      figures: Self.figures(source, rows, deals: deals, owed: owed, row: row), sections: sections, notes: [],
      language: source.language.rawValue,
      numbers: ReportNumbers(language: source.language, system: analysis.team.workbook.dateSystem), isPortrait: true)
  }

  /// The next steps on record, earliest first.
  private static func steps(_ source: DashboardSource, of account: String) -> ReportPage.Section? {
    let list = WorkList(source)
    let steps = list.items.filter { $0.kind == .step && $0.account.lowercased() == account }
    guard !steps.isEmpty else { return nil }
    let words = source.words
    let late = steps.filter(list.isLate).count
    return ReportPage.Section(
      id: "", title: words("下一步", "Next steps"),
      message: late == 0 ? "" : words("下一步：\(late) 件已逾期", "Next steps: \(late) overdue"),
      columns: [
        .init(key: "date", title: words("日期", "Date"), kind: .date),
        .init(key: "id", title: words("編號", "ID"), kind: .text),
        .init(key: "action", title: words("要做的事", "What to do"), kind: .text),
        .init(key: "owner", title: words("責任人", "Owner"), kind: .text),
      ],
      rows: steps.map { step in
        [step.day.map { .number($0) } ?? .text(step.date), .text(step.id), .text(step.what), .text(step.owner)]
      }, bar: nil)
  }

  private static func figures(
    _ source: DashboardSource, _ rows: BriefRows, deals: [Int], owed: [Int], row: Int
  ) -> [ReportPage.Figure] {
    func sum(_ name: String, _ rows: [Int]) -> CellValue {
      .number(rows.reduce(0) { $0 + (source.number(name, $1) ?? 0) })
    }
    let words = source.words
    var figures: [ReportPage.Figure] = []
    if source.has("de_amount", "de_is_open") {
      figures.append(
        .init(key: "open", title: words("在手金額", "Open deals"), value: sum("de_amount", deals), kind: .money, note: ""))
    }
    if source.has("pa_outstanding", "pa_days_over") {
      let late = owed.filter { (source.number("pa_days_over", $0) ?? 0) > 0 }
      figures.append(
        .init(key: "owed", title: words("未收", "Owed"), value: sum("pa_outstanding", owed), kind: .money, note: ""))
      figures.append(
        .init(
          key: "overdue", title: words("逾期", "Overdue"), value: sum("pa_outstanding", late), kind: .money, note: "",
          isBad: !late.isEmpty)
      )
    }
    if source.has("acc_rel_score"), let score = source.number("acc_rel_score", row) {
      figures.append(
        .init(key: "relation", title: words("關係分", "Relation"), value: .number(score), kind: .number, note: ""))
    }
    return figures
  }
}

/// Turns rows of a workbook into the tables of a brief.
struct BriefRows {
  let source: DashboardSource

  init(_ source: DashboardSource) { self.source = source }

  func rows(_ prefix: String, where isWanted: (Int) -> Bool) -> [Int] {
    guard let sheet = source.team.sheet(prefix) else { return [] }
    return (0..<sheet.rows.count).filter { sheet.rows.kinds[$0] == .data && isWanted($0) }
  }

  func value(_ prefix: String, _ key: String, _ row: Int) -> CellValue {
    guard let column = source.column("\(prefix)_\(key)"), row < column.count else { return .blank }
    return column[row]
  }

  /// In lower case, for comparison.
  func text(_ prefix: String, _ key: String, _ row: Int) -> String { value(prefix, key, row).shownText.lowercased() }

  func day(_ prefix: String, _ key: String, _ row: Int) -> Double { value(prefix, key, row).number ?? 0 }

  /// Nil without rows. Columns that are empty in all rows are left out.
  func table(_ prefix: String, title: String, keys: [String], _ rows: [Int]) -> ReportPage.Section? {
    guard !rows.isEmpty, let definition = source.team.playbook.sheet(prefix) else { return nil }
    let columns = keys.compactMap { key -> (key: String, column: ReportPage.Column)? in
      guard let column = definition.column(key), rows.contains(where: { !value(prefix, key, $0).isEmpty }) else {
        return nil
      }
      return (key, .init(key: key, title: header(of: column, on: prefix), kind: Self.kind(column.type)))
    }
    return ReportPage.Section(
      id: "", title: title, message: "", columns: columns.map(\.column),
      rows: rows.map { row in columns.map { shown(prefix, $0.key, row) } }, bar: nil)
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
  private func shown(_ prefix: String, _ key: String, _ row: Int) -> CellValue {
    let value = value(prefix, key, row)
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
