// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The reports for which a dashboard has no room: R2, R11, R12, R16, R17 and R18.
struct FurtherReports {
  static let ids = ["R2", "R11", "R12", "R16", "R17", "R18"]

  let source: DashboardSource
  private let words: DashboardWords

  init(_ source: DashboardSource) {
    self.source = source
    words = source.words
  }

  /// A report, or the reason why there is none.
  func section(_ id: String) throws(DealbookError) -> (
    section: ReportPage.Section?, leftOut: (tile: String, reason: String)?
  ) {
    let name = self.name(id)
    func section(
      _ needs: [String], _ make: () throws(DealbookError) -> ReportPage.Section?
    ) throws(DealbookError) -> (section: ReportPage.Section?, leftOut: (tile: String, reason: String)?) {
      if let lacking = source.lack(needs) { return (nil, (name, source.reason(lacking: lacking))) }
      if let section = try make() { return (section, nil) }
      return (nil, (name, words.noData))
    }
    switch id {
    case "R2":
      return try section(["de_amount", "de_in_period", "de_peak"]) { () throws(DealbookError) in try margins(name) }
    case "R11":
      return try section(["ct_account_id", "ct_name"]) { () throws(DealbookError) in stakeholders(name) }
    case "R12": return try section(["tg_owner", "tg_target"]) { () throws(DealbookError) in fairness(name) }
    case "R16":
      return try section(["acc_account_id"]) { () throws(DealbookError) in accounts(name) }
    case "R17": return try section([]) { () throws(DealbookError) in work(name) }
    case "R18": return try section(["de_is_won", "de_peak"]) { () throws(DealbookError) in try calibration(name) }
    default: return (nil, nil)
    }
  }

  private func name(_ id: String) -> String {
    switch id {
    case "R2": words("裕量表", "Margin per stage")
    case "R11": words("決策鏈", "Stakeholder map")
    case "R12": words("目標公平", "Fairness of targets")
    case "R16": words("客戶一覽", "Accounts")
    case "R17": words("個人清單", "What to do, by owner")
    default: words("校準", "Calibration")
    }
  }

  private func column(_ key: String, _ traditional: TraditionalText, _ english: String, _ kind: ReportPage.Kind = .text)
    -> ReportPage.Column
  {
    ReportPage.Column(key: key, title: words(traditional, english), kind: kind)
  }

  private static func cell(_ number: Double?) -> CellValue { number.map { .number($0) } ?? .blank }

  // MARK: R2

  private func margins(_ name: String) throws(DealbookError) -> ReportPage.Section? {
    let environment = source.analysis.computation.environment
    let stages = try SituationReader(source.team, environment, plan: source.analysis.plan).stages()
    guard !stages.isEmpty else { return nil }
    // What the open deals of each stage may lose, by stage number.
    var risks: [Int: Double] = [:]
    let hasRisk = source.has("de_risk_margin", "de_stage_no", "de_is_open")
    if hasRisk, let deals = SheetRows(source, "de", ["risk_margin", "stage_no", "is_open"]) {
      for row in deals.rows where deals.number("is_open", row) == 1 {
        guard let stage = deals.number("stage_no", row).flatMap({ Int(exactly: $0) }) else { continue }
        risks[stage, default: 0] += deals.number("risk_margin", row) ?? 0
      }
    }
    let isNeeded = stages.contains { $0.values["gap"]?.number != nil }
    let short = stages.filter { ($0.values["gap"]?.number ?? 0) < 0 }.count
    var columns = [
      column("stage", "階段", "Stage"), column("need", "所需", "Needed", .money),
      column("reached", "到達", "Reached", .money), column("gap", "差額", "Surplus or gap", .money),
      column("margin_pct", "富餘率", "Margin rate", .percent), column("status", "狀態", "Status"),
    ]
    if hasRisk { columns.append(column("risk_margin", "在手的風險裕量", "Risk margin of open deals", .money)) }
    return ReportPage.Section(
      id: "R2", title: name,
      message: !isNeeded
        ? source.holdsNumbers("tg_target")
          ? words(
            "沒有填團隊目標（設定 TeamTarget），只列到達金額；R1 按責任人的目標計算",
            "No target of the team is stated (setting TeamTarget): reached so far. R1 goes by the owners' targets")
          : words("尚無目標，只列到達金額", "No target: reached so far")
        : short == 0
          ? words("各階段都已達所需", "Every stage holds what is needed")
          : words("\(short) 個階段未到所需", "Stages below what is needed: \(short)"),
      columns: columns,
      rows: stages.map { stage in
        [.text(stage.label)]
          + ["need", "reached", "gap", "margin_pct", "status"].map { stage.values[$0] ?? .blank }
          + (hasRisk ? [.number(((risks[stage.number] ?? 0) * 100).rounded() / 100)] : [])
      }, bar: 2)
  }

  // MARK: R11

  private func stakeholders(_ name: String) -> ReportPage.Section? {
    let keys = [
      "account_id", "name", "title", "buy_role", "influence", "supp", "power", "status", "change_alert",
    ]
    guard let contacts = SheetRows(source, "ct", keys), !contacts.rows.isEmpty else { return nil }
    var names: [String: (name: String, cover: CellValue)] = [:]
    if let accounts = SheetRows(source, "acc", ["account_id", "name", "role_cover"]) {
      for row in accounts.rows {
        names[accounts.text("account_id", row).lowercased()] = (
          accounts.text("name", row), accounts.value("role_cover", row)
        )
      }
    }
    let alerts = contacts.rows.filter { contacts.number("change_alert", $0) == 1 }.count
    // By account in the order of the sheet, the most powerful people first.
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for row in contacts.rows {
      let key = contacts.text("account_id", row).lowercased()
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    let rows = order.flatMap { key in
      (groups[key] ?? []).enumerated().sorted { a, b in
        let (x, y) = (contacts.number("power", a.element) ?? -1, contacts.number("power", b.element) ?? -1)
        return (y, a.offset) < (x, b.offset)
      }.map(\.element)
    }
    return ReportPage.Section(
      id: "R11", title: name,
      message: alerts == 0
        ? words("\(order.count) 個客戶的 \(rows.count) 位聯絡人", "\(rows.count) contacts of \(order.count) accounts")
        : words("\(alerts) 位決策人最近有變動", "Recent personnel changes: \(alerts)"),
      columns: [
        column("account_id", "客戶", "Account"), column("account", "客戶名稱", "Name"),
        column("role_cover", "角色覆蓋", "Roles covered", .percent), column("contact", "聯絡人", "Contact"),
        column("title", "職務", "Title"), column("buy_role", "角色", "Role"), column("influence", "影響力", "Influence"),
        column("supp", "支持度", "Support"), column("power", "權重", "Power", .number),
        column("status", "在任", "In post"), column("change_alert", "人事變動", "Changed"),
      ],
      rows: rows.map { row in
        let account = names[contacts.text("account_id", row).lowercased()]
        return [
          .text(contacts.text("account_id", row)), .text(account?.name ?? ""), account?.cover ?? .blank,
          .text(contacts.text("name", row)), .text(contacts.text("title", row)), .text(contacts.text("buy_role", row)),
          .text(contacts.text("influence", row)), .text(contacts.text("supp", row)), contacts.value("power", row),
          .text(contacts.text("status", row)), .text(contacts.number("change_alert", row) == 1 ? "!" : ""),
        ]
      }, bar: nil)
  }

  // MARK: R12

  private func fairness(_ name: String) -> ReportPage.Section? {
    let fairness = Fairness(source)
    guard !fairness.lines.isEmpty else { return nil }
    var parts: [String] = []
    let flagged = fairness.lines.filter(\.isFastOx).count
    if flagged > 0 {
      parts.append(words("\(flagged) 人上期超額、目標又被加過上限", "Raised beyond the cap after a good period: \(flagged)"))
    }
    if let index = fairness.index {
      parts.append(
        words("鞭打快牛指數 \(CellValue.number(index).shownText)", "fast-ox index \(CellValue.number(index).shownText)"))
    } else {
      parts.append(
        words("鞭打快牛指數：同時有上期完成率與增幅的不足 3 人", "no fast-ox index: fewer than 3 owners with both attainment and growth"))
    }
    if let pool = fairness.pool {
      let numbers = ReportNumbers(language: source.language, system: source.team.workbook.dateSystem)
      parts.append(words("團隊池 ", "team pool ") + numbers.money(pool))
    }
    return ReportPage.Section(
      id: "R12", title: name, message: parts.joined(separator: source.language == .english ? "; " : "；"),
      columns: [
        column("owner", "責任人", "Owner"), column("period", "期間", "Period"), column("target", "目標", "Target", .money),
        column("load", "目標負荷", "Load", .number), column("prev_attain", "上期完成率", "Previous attainment", .percent),
        column("growth", "擬定增幅", "Proposed growth", .percent),
        column("guard_next", "建議下期目標", "Guarded next target", .money), column("fast_ox", "鞭打快牛", "Fast ox"),
      ],
      rows: fairness.lines.map { line in
        [
          .text(line.owner), .text(line.period), Self.cell(line.target), Self.cell(line.load),
          Self.cell(line.attainment), Self.cell(line.growth), Self.cell(line.next), .text(line.isFastOx ? "!" : ""),
        ]
      }, bar: nil)
  }

  // MARK: R16

  private func accounts(_ name: String) -> ReportPage.Section? {
    let lines = AccountLines(source).lines
    guard !lines.isEmpty else { return nil }
    let late = lines.filter { ($0.overdue ?? 0) > 0 }.count
    let drifting = lines.filter { $0.driftLevel == 3 }.count
    return ReportPage.Section(
      id: "R16", title: name,
      message: words(
        "\(lines.count) 個客戶，\(late) 個有逾期款，\(drifting) 個漂移預警",
        "\(lines.count) accounts: \(late) with overdue money, \(drifting) drifting away"),
      columns: [
        column("account_id", "客戶", "Account"), column("name", "名稱", "Name"), column("owner", "責任人", "Owner"),
        column("last_visit", "上次拜訪", "Last visit"), column("deals", "在手件數", "Open deals", .number),
        column("open", "在手金額", "Open amount", .money), column("owed", "未收", "Owed", .money),
        column("overdue", "逾期", "Overdue", .money), column("drift", "漂移", "Drift"),
        column("cell", "位置", "Cell"),
      ],
      rows: lines.map { line in
        [
          .text(line.id), .text(line.name), .text(line.owner), .text(line.lastVisit), .number(Double(line.deals)),
          Self.cell(line.open), Self.cell(line.owed), Self.cell(line.overdue), .text(line.drift),
          .text(line.place.text),
        ]
      }, bar: nil)
  }

  // MARK: R17

  private func work(_ name: String) -> ReportPage.Section? {
    let list = WorkList(source)
    // By owner, and for each owner earliest first, as in the list. Items without an owner come last.
    var owners: [String: [WorkList.Item]] = [:]
    for item in list.items where item.day == nil || list.isLate(item) || list.isThisWeek(item) || item.kind == .renewal
    {
      owners[item.owner, default: []].append(item)
    }
    guard !owners.isEmpty else { return nil }
    let late = owners.values.joined().filter(list.isLate).count
    let week = owners.values.joined().filter(list.isThisWeek).count
    return ReportPage.Section(
      id: "R17", title: name,
      message: words("逾期 \(late) 件，本週 \(week) 件", "Overdue: \(late); this week: \(week)"),
      columns: [
        column("owner", "責任人", "Owner"), column("date", "日期", "Date"), column("kind", "類別", "Kind"),
        column("id", "編號", "ID"), column("what", "要做的事", "What to do"), column("account_id", "客戶", "Account"),
        column("amount", "金額", "Amount", .money), column("cell", "位置", "Cell"),
      ],
      rows: owners.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }.flatMap { owner in
        (owners[owner] ?? []).map { item in
          [
            .text(owner.isEmpty ? words("（無責任人）", "(nobody)") : owner), .text(item.date), .text(words.kind(item.kind)),
            .text(item.id), .text(item.what), .text(item.account), Self.cell(item.amount), .text(item.place.text),
          ]
        }
      }, bar: nil)
  }

  // MARK: R18

  private func calibration(_ name: String) throws(DealbookError) -> ReportPage.Section? {
    guard let calibration = Calibration(try SandTable(source.analysis)) else { return nil }
    let isEnough = calibration.stages.contains(where: \.isEnough)
    return ReportPage.Section(
      id: "R18", title: name,
      message: isEnough
        ? words("設定的贏率與實際的比較", "Stated and actual win rates")
        : words(
          "已結商機還不足 \(Calibration.fewest) 筆，只供參考",
          "no stage has \(Calibration.fewest) closed deals yet: for information only"),
      columns: [
        column("stage", "階段", "Stage"), column("stated", "設定", "Stated", .percent),
        column("rate", "實際", "Actual", .percent), column("closed", "已結", "Closed", .number),
        column("won", "其中贏單", "Won", .number), column("brier", "預測誤差（0 最準）", "Error (0 is best)", .number),
      ],
      rows: calibration.stages.map { stage in
        [
          .text(stage.label), .number(stage.stated), Self.cell(stage.rate), .number(Double(stage.closed)),
          .number(Double(stage.won)), Self.cell(stage.brier),
        ]
      }, bar: 2)
  }
}

extension DashboardWords {
  /// What has to be done, in a word.
  func kind(_ kind: WorkList.Kind) -> String {
    switch kind {
    case .step: self("下一步", "Next step")
    case .money: self("收款", "Collect")
    case .renewal: self("續約", "Renew")
    case .drift: self("漂移", "Drift")
    }
  }
}
