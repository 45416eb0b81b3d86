// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The figures on the cards of a dashboard, each in a row of the block `figures`, and those that other blocks depend on.
struct DashboardFigures {
  /// In the order of the rows; a later edition appends to the end.
  enum Key: String, CaseIterable {
    case target, won, commit, best, weighted, chance, p10, p50, p90, overdue, overdueLines, due30, due60, due90, alerts
    case watches, changed
  }

  static func reference(_ key: Key) -> String { "[figures.value#\(row(key))]" }
  static func row(_ key: Key) -> Int { (Key.allCases.firstIndex(of: key) ?? 0) + 1 }

  private let source: DashboardSource
  /// The target of the period; nil if the workbook states none.
  private(set) var target: Double?
  /// Whether the targets of the period add up to one.
  let basis: TargetBasis
  private(set) var outlook: TeamOutlook?
  /// What the whole team can expect.
  private(set) var team: TeamOutlook.Figures?
  /// Why figures could not be computed, where a formula failed.
  private var failures: [Key: String] = [:]

  init(_ source: DashboardSource) {
    self.source = source
    basis = TargetBasis(source)
  }

  private var palette: DashboardPalette { source.palette }
  private var words: DashboardWords { source.words }

  /// Adds the blocks `basis` and `figures`.
  mutating func add(to data: inout ChartData) throws(DealbookError) {
    try addTarget(to: &data)
    outlook = TeamOutlook(source)
    let team = outlook?.team(target: target)
    self.team = team
    try addBasis(to: &data)
    var block = ChartBlock("figures", words("卡片上的數字", "Figures on the cards"), rows: Key.allCases.count)
    block.add("key", "", values: Key.allCases.map { .text($0.rawValue) })
    block.add(
      "computed", words("算出", "Computed"),
      values: Key.allCases.map { key in
        switch key {
        case .chance: team?.chance.map { .number($0) } ?? .blank
        case .p10: team.map { .number($0.p10) } ?? .blank
        case .p50: team.map { .number($0.p50) } ?? .blank
        case .p90: team.map { .number($0.p90) } ?? .blank
        default: .blank
        }
      })
    var whole = block
    whole.add("value", words("數字", "Figure"), formulas: Key.allCases.map(formula), format: palette.money)
    var trial = data
    do {
      try trial.add(whole)
      data = trial
    } catch {
      failures = failures(in: data)
      block.add("value", words("數字", "Figure"), formulas: Key.allCases.map(formula), format: palette.money)
      try data.add(block)
    }
  }

  /// Which figures have formulas that fail, and why: one takes no other with it.
  private func failures(in data: ChartData) -> [Key: String] {
    var failures: [Key: String] = [:]
    for key in Key.allCases where ![.chance, .p10, .p50, .p90].contains(key) {
      var trial = data
      var block = ChartBlock("figures", "", rows: 1)
      block.add("value", "", formula(of: key))
      do { try trial.add(block) } catch { failures[key] = "\(error)" }
    }
    return failures
  }

  /// Of two possible formulas, the one that an earlier fill chose, because a fill may itself have added the setting since.
  private func targetFormula(_ data: ChartData) -> String {
    guard let entry = source.team.settings.entries["TeamTarget"],
      case .number(let standard)? = source.team.playbook.setting("TeamTarget")?.defaultValue
    else { return "\"\"" }
    // What somebody has stated, and nobody can read, is not the sum of other targets.
    if entry.rejected != nil { return "\"\"" }
    let hasTargets = source.has("tg_target", "tg_p_start", "tg_p_end")
    let whole = hasTargets ? OwnerFormulas.all("tg_target") : "0"
    let sum = hasTargets ? basis.sum : whole
    func stated(_ sum: String) -> String { "IF(TeamTarget>0,TeamTarget,IF(\(sum)>0,\(sum),\"\"))" }
    // As earlier editions wrote it: the targets of the owners did not count where the setting was there but empty.
    let formerly = "IF(TeamTarget>0,TeamTarget,\"\")"
    let isOwn = "AND(TeamTarget>0,TeamTarget<>\(CellValue.number(standard).shownText))"
    let other = "IF(\(isOwn),TeamTarget,IF(\(sum)>0,\(sum),\"\"))"
    if let earlier = data.storedFormula(of: "target", column: 0, row: 1) {
      return [stated(sum), stated(whole), formerly].contains { FormulaComparison.sameFormula(a: earlier, b: $0) }
        ? stated(sum) : other
    }
    guard case .cell = entry.source else { return other }
    return source.holdsNumbers("tg_target") || entry.value != .number(standard) ? stated(sum) : other
  }

  /// The target stated in the settings; otherwise the sum of the period's targets; otherwise none. A team target that still has the
  /// playbook's default, in a workbook without targets, does not count.
  private mutating func addTarget(to data: inout ChartData) throws(DealbookError) {
    var block = ChartBlock("target", words("本期目標", "Target of the period"), rows: 1)
    block.add("value", words("目標", "Target"), targetFormula(data), format: palette.money)
    try data.add(block)
    target = data.shown("target.value", row: 1)?.value.number
  }

  /// The inputs of the computed chances, at the time of computation and now. A difference means that the chances are outdated.
  private func addBasis(to data: inout ChartData) throws(DealbookError) {
    guard outlook != nil, source.has("de_variance", "de_weighted") else { return }
    let open = "de_is_open,1,de_in_period,1"
    let now = [
      "AsOf", "N([target.value#1])", "SUMIFS(de_amount,de_is_won,1,de_in_period,1)", "SUMIFS(de_amount,\(open))",
      "SUMIFS(de_weighted,\(open))", "SUMIFS(de_variance,\(open))/1000000",
    ]
    var live = ChartBlock("now", words("目前的輸入", "Inputs now"), rows: now.count)
    live.add("value", words("目前", "Now"), formulas: now)
    try data.add(live)
    guard data.hasRoom(for: "basis") else { return }
    var block = ChartBlock("basis", words("達標機率算出時的輸入", "Inputs when P(target) was computed"), rows: now.count)
    block.addNumbers()
    block.add(
      "then", words("當時", "Then"), values: (1...now.count).map { data.shown("now.value", row: $0)?.value ?? .blank })
    block.add("changed", words("已變", "Changed"), "IF(ABS(N({then})-INDEX([now.value],{n}))>0.005,1,0)")
    try data.add(block)
  }

  /// The columns that the figure requires.
  static func needs(_ key: Key) -> [String] {
    let deals = ["de_amount", "de_in_period", "de_is_open", "de_is_won"]
    switch key {
    case .won: return deals
    case .commit, .best: return deals + ["de_fcat"]
    case .weighted: return deals + ["de_weighted"]
    case .chance, .p10, .p50, .p90: return TeamOutlook.needs
    case .overdue, .overdueLines: return ["pa_outstanding", "pa_days_over"]
    case .due30, .due60, .due90: return ["re_days_exp", "re_status"]
    case .alerts, .watches: return ["acc_drift"]
    case .target, .changed: return []
    }
  }

  /// Why the figure is missing.
  func reason(_ key: Key) -> String {
    if let failure = failures[key] { return failure }
    if let id = source.lack(Self.needs(key)) { return source.reason(lacking: id) }
    if source.holdsOnlyBlanks(key) { return words("沒有可算的數字", "no numbers to go by") }
    if let reason = source.nothingCounts(key) { return reason }
    if source.leavesUnread(key) { return source.unreadReason(key) }
    if [.chance, .p10, .p50, .p90].contains(key), outlook?.isTooLarge == true { return words.tooLarge }
    return switch key {
    case .target: noTarget ?? words("尚未填寫目標", "no target stated")
    case .chance where outlook != nil: noTarget ?? words("尚未填寫目標", "no target stated")
    case .chance, .p10, .p50, .p90: words("尚未填寫期間", "no period stated")
    default: words("沒有可算的數字", "no numbers to go by")
    }
  }

  /// Why there is no target although the workbook states targets; nil otherwise.
  private var noTarget: String? {
    if target != nil { return nil }
    if source.team.settings.entries["TeamTarget"]?.rejected != nil { return words.noSetting("TeamTarget") }
    if let id = source.lack(["tg_target"]), source.isWorthTelling(id) { return source.reason(lacking: id) }
    return basis.reason
  }

  /// Why the figure is missing although the workbook has its sheet; nil if it is there, or the workbook has nothing for it.
  private func refusal(_ key: Key) -> String? {
    if key == .target { return noTarget }
    if let id = source.lack(Self.needs(key)) { return source.isWorthTelling(id) ? source.reason(lacking: id) : nil }
    if source.holdsOnlyBlanks(key) { return reason(key) }
    return key == .chance ? noTarget : nil
  }

  /// The formula of a figure. Where a table beside the one that is read may hold more of it, 0 would say what nobody knows.
  private func formula(of key: Key) -> String {
    let formula = plainFormula(of: key)
    let mayBeMore = source.leavesUnread(key) || source.nothingCounts(key) != nil
    return mayBeMore && formula != Self.none ? "IF(N(\(formula))=0,\"\",\(formula))" : formula
  }

  private static let none = "\"\""

  private func plainFormula(of key: Key) -> String {
    let none = Self.none
    guard failures[key] == nil, source.lack(Self.needs(key)) == nil || [.chance, .p10, .p50, .p90].contains(key) else {
      return none
    }
    let won = "SUMIFS(de_amount,de_is_won,1,de_in_period,1)"
    func category(_ place: Int) -> String { "SUMIFS(de_amount,de_fcat,INDEX(fc_label,\(place)),de_in_period,1)" }
    func due(_ days: Int) -> String {
      let counted = source.places(of: ["IDLE", "TALK"], in: AdoptedList.renewals).map {
        "COUNTIFS(re_days_exp,\">=0\",re_days_exp,\"<=\(days)\",re_status,INDEX(rs_label,\($0)))"
      }
      return counted.joined(separator: "+")
    }
    if source.holdsOnlyBlanks(key) { return none }
    func computed(_ key: Key) -> String {
      let cell = "[figures.computed#\(Self.row(key))]"
      return "IF(ISNUMBER(\(cell)),\(cell),\"\")"
    }
    switch key {
    case .target: return "[target.value#1]"
    case .won: return won
    // The committed amount includes what is won; the best case includes both.
    case .commit: return "\(won)+\(category(2))"
    case .best: return "\(won)+\(category(2))+\(category(3))"
    case .weighted: return "\(won)+SUMIFS(de_weighted,de_is_open,1,de_in_period,1)"
    case .chance, .p10, .p50, .p90: return computed(key)
    case .overdue: return "SUMIFS(pa_outstanding,pa_days_over,\">0\",pa_outstanding,\">0\")"
    case .overdueLines: return "COUNTIFS(pa_days_over,\">0\",pa_outstanding,\">0\")"
    case .due30: return due(30)
    case .due60: return due(60)
    case .due90: return due(90)
    case .alerts: return "COUNTIFS(acc_drift,INDEX(dl_label,3))"
    case .watches: return "COUNTIFS(acc_drift,INDEX(dl_label,2))"
    case .changed: return outlook != nil && source.has("de_variance", "de_weighted") ? "SUM([basis.changed])" : "0"
    }
  }

  // MARK: Cards

  struct Card {
    var name: String
    /// Why the workbook cannot have the figure: a sheet or a column that it lacks. Nil for a figure whose numbers are still to come.
    var lack: String?
    var value: (formula: String, value: CellValue)?
    var note: (formula: String, value: CellValue)?
    var format: String
  }

  /// Adds the block with the texts below the cards' figures, and returns the cards.
  func cards(_ data: inout ChartData) throws(DealbookError) -> [Card] {
    func f(_ key: Key) -> String { Self.reference(key) }
    let (target, won) = (f(.target), f(.won))
    func share(_ x: String) -> String {
      "IF(AND(ISNUMBER(\(target)),ISNUMBER(\(x))),\(words.quoted("目標的 ", ""))&\(DashboardPalette.percent("\(x)/\(target)"))&\(words.quoted("", " of target")),\"\")"
    }
    let notes = [
      "IF(ISNUMBER(\(target)),IF(ISNUMBER(\(won)),IF(\(won)>=\(target),\(words.quoted("已達標", "reached")),\(words.quoted("尚差 ", ""))&\(palette.words("(\(target)-\(won))"))&\(words.quoted("", " to go"))),\"\"),\(words.quoted("尚未填寫", "none stated")))",
      share(won), share(f(.commit)), share(f(.best)),
      "IF(\(f(.changed))>0,\(words.quoted(words.outdated)),IF(N(\(f(.p90)))>0,\"P10 \"&\(palette.words(f(.p10)))&\" · P50 \"&\(palette.words(f(.p50)))&\" · P90 \"&\(palette.words(f(.p90))),IF(ISNUMBER(\(target)),\"\",\(words.quoted("尚未填寫目標", "no target stated")))))",
      "IF(ISNUMBER(\(f(.overdueLines))),\(f(.overdueLines))&\(words.language == .english ? "IF(\(f(.overdueLines))=1,\" payment\",\" payments\")" : words.quoted(" 筆", "")),\"\")",
      "IF(ISNUMBER(\(f(.due90))),\(words.quoted("30 / 60 / 90 天內到期", "due in 30 / 60 / 90 days")),\"\")",
      "IF(ISNUMBER(\(f(.watches))),IF(\(f(.watches))=0,\(words.quoted("沒有其他待關注的客戶", "no further accounts to watch")),\(words.quoted("另有 ", "and "))&\(f(.watches))&\(words.quoted(" 家待關注", " to watch"))),\"\")",
    ]
    let keys: [Key] = [.target, .won, .commit, .best, .chance, .overdue, .due30, .alerts]
    // Without deals a target that nobody has stated is nothing to look at.
    let lacks = keys.map { key in
      let needs = key == .target && self.target == nil ? Self.needs(.won) : Self.needs(key)
      return failures[key] ?? source.lack(needs).map(source.reason)
    }
    let nothing = "\"—\""
    func shown(_ key: Key) -> String { "IF(ISNUMBER(\(f(key))),\(f(key)),\(nothing))" }
    let renewals = "IF(ISNUMBER(\(f(.due30))),\(f(.due30))&\" / \"&\(f(.due60))&\" / \"&\(f(.due90)),\(nothing))"
    let values = [
      shown(.target), shown(.won), shown(.commit), shown(.best), shown(.chance), shown(.overdue), renewals,
      shown(.alerts),
    ]
    let names = [
      words("本期目標", "Target"), words("已簽", "Won"), words("承諾", "Commit"), words("樂觀", "Best case"),
      words("達標機率", "P(target)"), words("逾期未收", "Overdue"), words("續約到期", "Renewals due"),
      words("漂移預警", "Drift alerts"),
    ]
    var block = ChartBlock("cards", words("卡片", "Cards"), rows: names.count)
    block.add("name", "", values: names.map { .text($0) })
    block.add("value", words("數字", "Figure"), formulas: values)
    block.add(
      "note", words("說明", "Note"),
      formulas: zip(notes, zip(keys, lacks)).map { note, own in
        if let reason = own.1 ?? refusal(own.0) { return words.quoted(reason) }
        if own.0 == .chance, outlook?.isTooLarge == true { return words.quoted(words.tooLarge) }
        // The chance itself is a value; what it was computed from is in cells.
        let told =
          "IF(ISERROR(\(f(own.0 == .chance ? .changed : own.0))),\(words.quoted(words.readsError)),IFERROR(\(note),\"\"))"
        let mayBeMore = own.0 != .chance && source.leavesUnread(own.0)
        let reason = source.nothingCounts(own.0) ?? (mayBeMore ? source.unreadReason(own.0) : nil)
        return reason.map { "IF(\(f(own.0))=\"\",\(words.quoted($0)),\(told))" } ?? told
      })
    try data.add(block)
    return names.enumerated().map { offset, name in
      Card(
        name: name, lack: lacks[offset], value: data.shown("cards.value", row: offset + 1),
        note: data.shown("cards.note", row: offset + 1),
        format: offset < 4 || offset == 5 ? palette.money : offset == 4 ? DashboardPalette.chance : "0")
    }
  }
}
