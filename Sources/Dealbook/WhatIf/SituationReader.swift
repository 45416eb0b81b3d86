// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Collects the figures of a situation from computed columns.
struct SituationReader {
  let team: BoundWorkbook
  let environment: Environment
  let plan: ComputationPlan
  /// Whether the targets of owners add up to one of the company.
  let addsTargets: Bool

  init(_ team: BoundWorkbook, _ environment: Environment, plan: ComputationPlan, addsTargets: Bool = true) {
    self.team = team
    self.environment = environment
    self.plan = plan
    self.addsTargets = addsTargets
  }

  /// - Parameters:
  ///   - outlook: the chances that differ from those in the columns.
  ///   - before: the situation before the changes in `changed`; unaffected parts are taken from it.
  func situation(
    outlook: TrialOutlook?, reusing before: Situation? = nil, changed: Trial? = nil
  ) throws(DealbookError) -> Situation {
    func isTouched(_ prefixes: String...) -> Bool {
      guard let changed else { return true }
      return changed.changesRows || !changed.changedValues.isEmpty
        || changed.changed.keys.contains { key in prefixes.contains { key.hasPrefix($0) } }
    }
    if let before, let changed, changed.isUnchanged, !changed.changesRows, outlook?.bonds.isEmpty ?? true {
      return before
    }
    let owners = owners(outlook)
    let groups = GroupProspects(self, outlook)
    var teams = before?.teams ?? []
    var company = before?.company
    if before == nil || outlook?.deals != nil || isTouched("tg_", "pe_") {
      teams = groups.teams(owners, before: teams)
      company = groups.company(owners, before: before?.company)
    }
    let told: [Situation.Stage]
    if let before, !isTouched("de_", "le_", "st_") { told = before.stages } else { told = try stages() }
    return Situation(
      owners: owners, teams: teams, company: company, stages: told,
      cash: before.flatMap { isTouched("pa_") ? nil : $0.cash } ?? cash(),
      ageing: before.flatMap { isTouched("pa_", "ab_") ? nil : $0.ageing } ?? ageing(),
      retention: before.flatMap { isTouched("re_") ? nil : $0.retention } ?? retention())
  }

  func number(_ name: String, _ row: Int) -> Double? {
    guard let column = environment.column(name), row < column.count else { return nil }
    return column.number(at: row)
  }

  func text(_ name: String, _ row: Int) -> String {
    guard let column = environment.column(name), row < column.count else { return "" }
    return column[row].shownText
  }

  /// The value of a cell; blank for a computed column that cannot be computed here.
  func value(_ sheet: String, _ key: String, _ row: Int) -> CellValue {
    guard let column = column(sheet, key), row < column.count else { return .blank }
    return column[row].isEmpty ? .blank : column[row]
  }

  /// The column itself, for callers that read many rows.
  func column(_ sheet: String, _ key: String) -> Column? {
    let isComputed = team.playbook.sheet(sheet)?.column(key)?.isComputed ?? false
    guard !isComputed || plan.contains(ColumnID(sheet: sheet, key: key)),
      isComputed || team.sheet(sheet)?.column(key)?.obstacle == nil
    else { return nil }
    return environment.column("\(sheet)_\(key)")
  }

  var period: (start: Double, end: Double)? {
    guard let start = environment.value("PeriodStart")?.number, let end = environment.value("PeriodEnd")?.number else {
      return nil
    }
    return (start, end)
  }

  /// The data rows of a sheet.
  func rows(_ prefix: String) -> [Int] {
    guard let sheet = team.sheet(prefix) else { return [] }
    return (0..<sheet.rows.count).filter { sheet.rows.kinds[$0] == .data }
  }

  // MARK: Owners

  private func owners(_ outlook: TrialOutlook?) -> [Situation.Prospect] {
    guard let sheet = team.sheet("tg"), plan.contains(ColumnID(sheet: "tg", key: "won")) else {
      return GroupProspects(self, outlook).ownersOfDeals()
    }
    let columns = Situation.prospectKeys.map { key in (key: key, column: column("tg", key)) }
    let (names, starts, ends) = (
      environment.column("tg_owner"), environment.column("tg_p_start"), environment.column("tg_p_end")
    )
    func number(_ column: Column?, _ row: Int) -> Double? {
      column.flatMap { row < $0.count ? $0.number(at: row) : nil }
    }
    return rows("tg").map { row in
      var values: [String: CellValue] = [:]
      for (key, column) in columns {
        guard let column else { continue }
        var value = row < column.count ? column[row] : .blank
        if OutlookFigures.keys.contains(key), let other = outlook?.rows[row] { value = other?.value(key) ?? .blank }
        values[key] = value.isEmpty ? .blank : value
      }
      return Situation.Prospect(
        id: sheet.rowID(at: row), name: names.map { row < $0.count ? $0[row].shownText : "" } ?? "",
        start: number(starts, row), end: number(ends, row), values: values)
    }
  }

  // MARK: The rest

  func stages() throws(DealbookError) -> [Situation.Stage] {
    guard let definition = team.playbook.funnel, definition.needs.allSatisfy({ (team.sheet($0)?.rows.count ?? 0) > 0 })
    else { return [] }
    var templates: [String: FormulaTemplate] = [:]
    let prepared = PreparedPlaybook.of(team.playbook)
    for column in definition.columns {
      guard let formula = column.formula else { continue }
      do { templates[column.key] = try prepared.template(formula, on: nil) } catch {
        throw .formula(error, of: "funnel.\(column.key)")
      }
    }
    let unknown = team.settings.unknown
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      for (key, template) in templates
      where template.names.contains(where: { isMissing($0, unknown) })
        || template.keys.contains(where: { $0 != FunnelTable.numberKey && templates[$0] == nil })
      {
        templates[key] = nil
        isShrinking = true
      }
    }
    let won = team.lists[definition.list]?.columns["won"] ?? []
    let count = won.firstIndex { $0 == .number(1) } ?? won.count
    guard count > 0 else { return [] }
    let values = try FunnelTable(definition, templates).values(rows: count, firstRow: 2, in: environment)
    let labels = team.lists[definition.list]?.labels ?? []
    return (0..<count).map { place in
      var cells: [String: CellValue] = [:]
      for key in Situation.stageKeys { cells[key] = values[key].map { $0[place] } ?? .blank }
      return Situation.Stage(
        number: place + 1, label: place < labels.count ? labels[place].shownText : "", values: cells)
    }
  }

  /// Whether a name in the funnel's formulas is a setting without a known value, or a computed column that is missing.
  private func isMissing(_ name: String, _ unknown: [String: UnknownSetting]) -> Bool {
    switch team.playbook.meaning(ofName: name) {
    case .setting(let setting): return unknown[setting] != nil
    case .column(let reference):
      let id = ColumnID(sheet: reference.sheet, key: reference.column)
      let isComputed = team.playbook.sheet(id.sheet)?.column(id.key)?.isComputed ?? false
      return isComputed && team.sheet(id.sheet) != nil && !plan.contains(id)
        || team.sheet(id.sheet)?.column(id.key)?.obstacle != nil
    default: return false
    }
  }

  private func cash() -> [Situation.Money] {
    guard plan.contains(ColumnID(sheet: "pa", key: "outstanding")) else { return [] }
    let asOf = environment.value("AsOf")?.number
    var sums: [String: (due: Double, lost: Double)] = [:]
    for row in rows("pa") {
      guard let open = value("pa", "outstanding", row).number, open > 0 else { continue }
      var month = "later"
      if let due = value("pa", "due", row).number {
        let day = SerialDate.isoText(serial: due.rounded(.down), system: team.workbook.dateSystem) ?? ""
        month = asOf.map { due < $0 } == true ? "overdue" : day.count >= 7 ? String(day.prefix(7)) : "later"
      }
      sums[month, default: (0, 0)].due += open
      sums[month]?.lost += value("pa", "provision", row).number ?? 0
    }
    func rank(_ month: String) -> String { month == "overdue" ? "" : month == "later" ? "~" : month }
    return sums.sorted { rank($0.key) < rank($1.key) }.map { month, sum in
      Situation.Money(month: month, due: Self.cents(sum.due), expected: Self.cents(sum.due - sum.lost))
    }
  }

  private func ageing() -> [Situation.Bucket] {
    guard plan.contains(ColumnID(sheet: "pa", key: "bucket")), let labels = team.lists["ab"]?.labels else { return [] }
    var sums: [String: (amount: Double, provision: Double)] = [:]
    for row in rows("pa") {
      let bucket = value("pa", "bucket", row).shownText
      guard !bucket.isEmpty, let open = value("pa", "outstanding", row).number, open > 0 else { continue }
      sums[bucket, default: (0, 0)].amount += open
      sums[bucket]?.provision += value("pa", "provision", row).number ?? 0
    }
    return labels.map(\.shownText).map { label in
      let sum = sums[label] ?? (0, 0)
      return Situation.Bucket(label: label, amount: Self.cents(sum.amount), provision: Self.cents(sum.provision))
    }
  }

  /// Over the rows whose period ends with that of the settings and that had revenue to keep (documents/method.md, Reports).
  private func retention() -> Situation.Retention {
    guard let sheet = team.sheet("re"), sheet.column("opening") != nil, let period else {
      return Situation.Retention(net: nil, gross: nil, forecast: nil)
    }
    var (opening, expanded, lost, forecast) = (0.0, 0.0, 0.0, 0.0)
    var hasForecast = false
    for row in rows("re") {
      if let expected = value("re", "forecast", row).number {
        forecast += expected
        hasForecast = true
      }
      guard sheet.column("p_end") == nil || number("re_p_end", row) == period.end,
        let open = number("re_opening", row), open > 0
      else { continue }
      opening += open
      expanded += number("re_expand", row) ?? 0
      lost += (number("re_contract", row) ?? 0) + (number("re_churn", row) ?? 0)
    }
    func share(_ kept: Double) -> Double? {
      opening > 0 ? (kept / opening * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000 : nil
    }
    return Situation.Retention(
      net: share(opening + expanded - lost), gross: share(opening - lost),
      forecast: hasForecast ? Self.cents(forecast) : nil)
  }

  static func cents(_ amount: Double) -> Double { (amount * 100).rounded(.toNearestOrAwayFromZero) / 100 }
}
