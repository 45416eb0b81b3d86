// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
import Spreadsheet

/// R16: one account on a page before a meeting: who it is, who decides, the last visits, open deals, outstanding payments, renewals, and
/// the next steps.
public struct AccountBrief: Sendable {
  public let page: ReportPage

  private static let visits = 3

  /// The IDs and names by which the accounts of a workbook are known: those of its sheet of accounts, otherwise those that other sheets name.
  public static func names(in analysis: Analysis) -> [String] {
    let rows = BriefRows(DashboardSource(analysis))
    guard analysis.team.has("acc") else { return rows.namedAccounts }
    return rows.rows("acc") { _ in true }.flatMap { row in
      ["account_id", "name"].map { StraySpace.trimmed(rows.value("acc", $0, row).shownText) }
    }.filter { !$0.isEmpty }
  }

  /// - Parameter account: its ID or its full name. Nil if there is no such account.
  public init?(_ analysis: Analysis, account: String, file: String, language: Language? = nil) {
    let source = DashboardSource(analysis, language: language)
    let wanted = account.lowercased()
    let rows = BriefRows(source)
    let row =
      rows.rows("acc", where: { rows.text("acc", "account_id", $0) == wanted }).first
      ?? rows.rows("acc", where: { rows.text("acc", "name", $0) == wanted }).first
    let written = row == nil ? rows.namedAccounts.first { $0.lowercased() == wanted } : nil
    // An account of which other sheets alone speak has a brief as well.
    guard row != nil || written != nil, !wanted.isEmpty else { return nil }
    let keys = rows.keys(of: row, wanted)
    func isTheirs(_ prefix: String, _ key: String, _ row: Int) -> Bool { keys.contains(rows.text(prefix, key, row)) }
    let words = source.words
    var sections: [ReportPage.Section] = []
    func add(_ section: ReportPage.Section?) { if let section { sections.append(section) } }
    if let row {
      add(
        rows.record(
          "acc", row, title: words("客戶概況", "Profile"),
          keys: [
            "level", "industry", "region", "owner", "lifecycle", "matrix", "rel_score", "gross_potential", "open_pipe",
            "wallet_share", "last_visit", "drift", "strategy", "strategy_hint", "rel_goal", "intel_note",
          ]))
    }
    add(
      rows.table(
        "ct", title: words("決策人", "Decision makers"),
        keys: ["name", "title", "buy_role", "influence", "supp", "guide", "status", "last_visit"],
        rows.rows("ct") { isTheirs("ct", "account_id", $0) }))
    let today = analysis.team.asOf ?? .infinity
    let visits = rows.rows("vi") { isTheirs("vi", "account_id", $0) && rows.day("vi", "date", $0) <= today }
      .sorted { rows.day("vi", "date", $0) > rows.day("vi", "date", $1) }
    add(
      rows.table(
        "vi", title: words("最近 \(Self.visits) 次拜訪", "Last \(Self.visits) visits"),
        keys: ["date", "visitor", "mode", "topic", "result", "next_step", "next_date"],
        Array(visits.prefix(Self.visits))))
    let deals = rows.rows("de") { isTheirs("de", "account_id", $0) && source.number("de_is_open", $0) == 1 }
    add(
      rows.table(
        "de", title: words("在手商機", "Open deals"),
        keys: ["deal_id", "name", "amount", "funnel_stage", "prob", "expected_close", "flags"], deals))
    let closed = ClosedDeals(source, rows, where: isTheirs)
    add(closed.section(rows))
    let owed = rows.rows("pa") { row in
      (isTheirs("pa", "account_id", row) || isTheirs("pa", "acct", row))
        && (source.number("pa_outstanding", row) ?? 0) > 0
    }
    add(
      rows.table(
        "pa", title: words("未收款", "Money owed"),
        keys: ["payment_id", "contract_id", "stage", "outstanding", "due", "days_over", "status"], owed))
    if source.lack(["pa_outstanding"]) != nil {
      // What is open is not known; what was invoiced and received is there to read.
      add(
        rows.table(
          "pa", title: words("款項", "Payments"),
          keys: ["payment_id", "invoice_no", "contract_id", "stage", "amt_override", "received", "due_override"],
          rows.rows("pa") { isTheirs("pa", "account_id", $0) || isTheirs("pa", "acct", $0) }))
    }
    add(
      rows.table(
        "re", title: words("續單", "Renewals"),
        keys: ["renewal_id", "expiry", "days_exp", "amount", "status", "alert", "prob"],
        rows.rows("re") { isTheirs("re", "account_id", $0) }))
    add(Self.steps(source, of: keys))
    let title = row.map { row in
      ["account_id", "name"].map { rows.value("acc", $0, row).shownText }.filter { !$0.isEmpty }
    }
    page = ReportPage(
      file: file, title: title?.joined(separator: " ") ?? written ?? account,
      subtitle: words(
        "會前檔案 · 截至 \(analysis.team.asOfText ?? "")", "Account brief · as of \(analysis.team.asOfText ?? "")"),
      figures: Self.figures(source, rows, deals: deals, closed: closed, owed: owed, row: row), sections: sections,
      notes: (row == nil ? [rows.unlisted(written ?? account)] : []) + Self.notes(source, rows, where: isTheirs)
        + Self.note(source, others: rows.others(of: row, wanted, where: isTheirs)),
      language: source.language.rawValue,
      numbers: ReportNumbers(language: source.language, system: analysis.team.workbook.dateSystem), isPortrait: true)
  }

  /// The next steps on record, earliest first.
  private static func steps(_ source: DashboardSource, of accounts: Set<String>) -> ReportPage.Section? {
    let list = WorkList(source)
    let steps = list.items.filter { $0.kind == .step && accounts.contains($0.account.lowercased()) }
    guard !steps.isEmpty else { return nil }
    let words = source.words
    let late = steps.filter(list.isLate).count
    return ReportPage.Section(
      id: "", title: words("下一步", "Next steps"),
      message: late == 0 ? "" : words("\(late) 件已逾期", "\(late) overdue"),
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

  /// Of rows that are not counted here, although they seem to be the account's.
  private static func note(_ source: DashboardSource, others: [CellPlace]) -> [String] {
    guard !others.isEmpty else { return [] }
    let cells = FigureGaps(source: source, basis: TargetBasis(source)).cells(others)
    return [
      source.words(
        "不含 \(others.count) 列，它們可能也是這個客戶的，但寫法不同\(cells)",
        "Not counted here: \(source.words.count(others.count, "row that may be this account’s", "rows that may be this account’s")), written otherwise\(cells)"
      )
    ]
  }

  /// Why figures are missing, and which rows of the account they leave out.
  private static func notes(
    _ source: DashboardSource, _ rows: BriefRows, where isTheirs: (String, String, Int) -> Bool
  ) -> [String] {
    var own = source
    for prefix in ["de", "pa", "re"] where source.team.has(prefix) {
      own.onlyRows[prefix] = Set(
        rows.rows(prefix) { isTheirs(prefix, "account_id", $0) || prefix == "pa" && isTheirs(prefix, "acct", $0) })
    }
    let words = source.words
    var unnamed: [String] = []
    if let deals = source.team.sheet("de"), !deals.holds("account_id"), deals.rows.dataCount > 0 {
      let count = deals.rows.dataCount
      unnamed.append(
        words(
          "「\(deals.title)」沒有客戶欄，\(count) 筆商機都不能算給任何客戶",
          "“\(deals.title)” has no column of accounts, so none of its \(words.count(count, "deal", "deals")) can be counted here"
        ))
    }
    var lacking: [(tile: String, reason: String)] = []
    func note(_ title: String, _ needs: [String]) {
      guard let id = source.lack(needs), source.isWorthTelling(id) else { return }
      lacking.append((title, source.reason(lacking: id)))
    }
    note(words("在手金額", "Open deals"), ["de_amount", "de_is_open"])
    note(words("贏單", "Won deals"), ClosedDeals.needs)
    note(words("未收", "Owed"), ["pa_outstanding"])
    note(words("逾期", "Overdue"), ["pa_outstanding", "pa_days_over"])
    return unnamed + (lacking.isEmpty ? [] : [words.leftOut(lacking)])
      + FigureGaps(source: own, basis: TargetBasis(own)).sentencesOfAccount()
  }

  private static func figures(
    _ source: DashboardSource, _ rows: BriefRows, deals: [Int], closed: ClosedDeals, owed: [Int], row: Int?
  ) -> [ReportPage.Figure] {
    func sum(_ name: String, _ rows: [Int]) -> CellValue {
      .number(rows.reduce(0) { $0 + (source.number(name, $1) ?? 0) })
    }
    let words = source.words
    var figures: [ReportPage.Figure] = []
    if source.has("de_amount", "de_is_open"), source.team.sheet("de")?.holds("account_id") == true {
      let open = deals.isEmpty && rows.isLost("de", "account_id") ? CellValue.text("—") : sum("de_amount", deals)
      figures.append(.init(key: "open", title: words("在手金額", "Open deals"), value: open, kind: .money, note: ""))
    }
    figures += closed.figures()
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
    if source.has("acc_rel_score"), let score = row.flatMap({ source.number("acc_rel_score", $0) }) {
      figures.append(
        .init(key: "relation", title: words("關係分", "Relation"), value: .number(score), kind: .number, note: ""))
    }
    return figures
  }
}
