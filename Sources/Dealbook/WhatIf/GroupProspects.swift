// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The chances of teams and of the company, from all deals of their members at once; members' percentiles cannot be added.
struct GroupProspects {
  /// Above this number of steps a normal distribution is used instead: with thousands of deals the difference is not visible.
  private static let mostSteps = 20_000_000

  private let reader: SituationReader
  private let outlook: TrialOutlook?
  private let deals: OpenDeals
  /// What each owner has won in the period, by lower-case name.
  private let won: [String: Double]

  init(_ reader: SituationReader, _ outlook: TrialOutlook?) {
    self.reader = reader
    self.outlook = outlook
    deals = outlook?.deals ?? OpenDeals(reader.environment)
    if let outlook, let owners = outlook.owners {
      won = outlook.table.won.following(owners, moved: outlook.moved, to: reader)
    } else {
      won = WonDeals(reader).byOwner
    }
  }

  private var canTell: Bool {
    ["is_open", "prob", "close_eff", "in_period"].allSatisfy { reader.plan.contains(ColumnID(sheet: "de", key: $0)) }
      && reader.column("de", "amount") != nil
  }

  /// Without a Targets sheet: the owners of deals in the period, in the order of the sheet.
  func ownersOfDeals() -> [Situation.Prospect] {
    guard canTell, let period = reader.period else { return [] }
    var seen: Set<String> = []
    return reader.rows("de").compactMap { row in
      let name = reader.text("de_owner", row)
      guard !name.isEmpty, seen.insert(name.lowercased()).inserted,
        let open = deals.deals(owner: name, from: period.start, to: period.end)
      else { return nil }
      return prospect(name, open, won: won[name.lowercased()] ?? 0, target: nil, floor: nil, period)
    }
  }

  /// Only teams whose members have targets within the period of the settings.
  ///
  /// - Parameter before: the teams before the scenario; one whose members' deals and goals it leaves alone is taken from there.
  func teams(_ owners: [Situation.Prospect], before: [Situation.Prospect]) -> [Situation.Prospect] {
    guard canTell, let period = reader.period else { return [] }
    let touched = touchedOwners(in: period)
    return teamsOfPeople().compactMap { team in
      let members = Set(team.members)
      let goals = goals(of: owners.filter { members.contains($0.name.lowercased()) }, in: period)
      guard goals.target != nil else { return nil }
      if let touched, members.isDisjoint(with: touched),
        let known = before.first(where: { $0.name == team.name }), known.number("target") == goals.target,
        known.number("floor") == goals.floor
      {
        return known
      }
      var open: [OpenDeals.Deal] = []
      var owners = 0
      for member in members.sorted() {
        guard let own = deals.deals(owner: member, from: period.start, to: period.end) else { return nil }
        if !own.isEmpty { owners += 1 }
        open += own
      }
      open.sort { $0.row < $1.row }
      let sum = members.reduce(0) { $0 + (won[$1] ?? 0) }
      return prospect(
        team.name, open, won: sum, target: goals.target, floor: goals.floor, period, isOfOne: owners < 2)
    }
  }

  /// The owners whose deals the scenario changes; nil if teams cannot be taken from before it.
  private func touchedOwners(in period: (start: Double, end: Double)) -> Set<String>? {
    guard let outlook, outlook.keepsPeople, let owners = outlook.owners,
      let old = SituationReader(outlook.table.team, outlook.table.base.environment, plan: reader.plan).period,
      old == period
    else { return nil }
    return owners
  }

  /// In the order of the People sheet; members are in lower case.
  private func teamsOfPeople() -> [(name: String, members: [String])] {
    guard let people = reader.team.sheet("pe"), people.column("team") != nil else { return [] }
    var teams: [(name: String, members: [String])] = []
    var places: [String: Int] = [:]
    for row in reader.rows("pe") {
      let (person, team) = (reader.text("pe_person", row), reader.text("pe_team", row))
      guard !person.isEmpty, !team.isEmpty else { continue }
      let place = places[team.lowercased()] ?? teams.count
      if place == teams.count {
        places[team.lowercased()] = place
        teams.append((team, []))
      }
      teams[place].members.append(person.lowercased())
    }
    return teams
  }

  /// - Parameter before: the previous result, which is reused if its deals and goals are unchanged.
  func company(_ owners: [Situation.Prospect], before: Situation.Prospect?) -> Situation.Prospect? {
    guard canTell, let period = reader.period, let open = deals.all(from: period.start, to: period.end) else {
      return nil
    }
    let goals = goals(of: owners, in: period)
    let stated = reader.environment.value("TeamTarget")?.number
    let entry = reader.team.settings.entries["TeamTarget"]
    let isStated: Bool
    if case .cell? = entry?.source { isStated = true } else { isStated = entry?.isSupposed ?? false }
    let target = isStated && (stated ?? 0) > 0 ? stated : reader.addsTargets ? goals.target : nil
    return prospect("", open, won: won.values.reduce(0, +), target: target, floor: goals.floor, period)
  }

  /// The sums of the owners' targets and floors in the period: of those for the whole period where an owner has one.
  private func goals(
    of owners: [Situation.Prospect], in period: (start: Double, end: Double)
  ) -> (target: Double?, floor: Double?) {
    func isWhole(_ owner: Situation.Prospect) -> Bool { owner.start == period.start && owner.end == period.end }
    let wholes = Set(owners.filter(isWhole).map { $0.name.lowercased() })
    let rows = owners.filter {
      ($0.start ?? 0) >= period.start && ($0.end ?? .infinity) <= period.end
        && (isWhole($0) || !wholes.contains($0.name.lowercased()))
    }
    func sum(_ key: String) -> Double? {
      let amounts = rows.compactMap { $0.number(key) }
      return amounts.isEmpty ? nil : SituationReader.cents(amounts.reduce(0, +))
    }
    return (sum("target"), sum("floor"))
  }

  /// - Parameter isOfOne: whether all deals are those of one owner.
  private func prospect(
    _ name: String, _ open: [OpenDeals.Deal], won: Double, target: Double?, floor: Double?,
    _ period: (start: Double, end: Double), isOfOne: Bool = false
  ) -> Situation.Prospect {
    let won = SituationReader.cents(won)
    let items = open.map(\.item)
    let amount = Double(items.reduce(0) { $0 + $1.amount }) / 100
    let weighted = SituationReader.cents(items.reduce(0) { $0 + Double($1.amount) / 100 * $1.probability })
    let mean = SituationReader.cents(won + weighted)
    var values: [String: CellValue] = [
      "won": .number(won), "open": .number(amount), "weighted": .number(weighted), "mu": .number(mean),
    ]
    if let floor { values["floor"] = .number(floor) }
    if let target {
      let remaining = max(0, SituationReader.cents(target - won))
      values["target"] = .number(target)
      values["remaining"] = .number(remaining)
      values["risk_margin"] = .number(SituationReader.cents(mean - target))
      if target > 0 {
        values["attain"] = .number(Self.ratio(won / target))
        values["margin_rate"] = .number(Self.ratio((mean - target) / target))
      }
      if remaining > 0 { values["cover"] = .number((amount / remaining * 100).rounded(.toNearestOrAwayFromZero) / 100) }
    }
    var prospect = Situation.Prospect(id: "", name: name, start: period.start, end: period.end, values: values)
    guard let cents = OpenDeals.cents(won) else { return prospect }
    // The distribution of one owner is computed exactly anyway, for the own target.
    prospect.isExact = isOfOne || OutlookWork.steps(of: items) <= Self.mostSteps
    let goals = [("p_exact", target), ("p_floor", floor)]
    if prospect.isExact {
      let total = distribution(name, won: cents, open)
      prospect.grain = total.grain
      for (key, goal) in goals {
        guard let goal = goal.flatMap(OpenDeals.cents) else { continue }
        prospect.values[key] = .number(OutlookFigures.rounded(total.probability(atLeast: goal)))
      }
      for (key, cents) in zip(["p10", "p50", "p90"], total.quantiles([0.1, 0.5, 0.9])) {
        prospect.values[key] = .number(Double(cents) / 100)
      }
      let confidence = TargetOutlook.confidence(reader.team)
      prospect.values["commit"] = .number(Double(total.committable(confidence: confidence)) / 100)
    } else {
      let curve = NormalTotal(items, won: won)
      for (key, goal) in goals {
        guard let goal else { continue }
        prospect.values[key] = .number(OutlookFigures.rounded(curve.probability(atLeast: goal)))
      }
      for (key, amount) in [("p10", curve.tenth), ("p50", curve.mean.rounded()), ("p90", curve.ninetieth)] {
        prospect.values[key] = .number(amount)
      }
      prospect.values["commit"] = .number(curve.committable(confidence: TargetOutlook.confidence(reader.team)))
    }
    return prospect
  }

  /// Without bonds, the deals of a scenario are nearly all those of the workbook.
  private func distribution(_ name: String, won: Int, _ open: [OpenDeals.Deal]) -> TotalDistribution {
    let items = open.map(\.item)
    guard let outlook else { return TotalDistribution(won: won, items: items) }
    if outlook.bonds.isEmpty,
      let total = outlook.table.portfolio(name)?.distribution(won: won, open.map { ($0.row, $0.item) })
    {
      return total
    }
    return outlook.distribution(won: won, items, rows: open.map(\.row))
  }

  /// The open deals of a team, or of the company if the name is empty, in the unchanged workbook.
  func deals(of name: String) -> [OpenDeals.Deal]? {
    guard let period = reader.period else { return nil }
    if name.isEmpty { return deals.all(from: period.start, to: period.end) }
    let open = (members(of: name) ?? []).compactMap { deals.deals(owner: $0, from: period.start, to: period.end) }
    return open.joined().sorted { $0.row < $1.row }
  }

  private func members(of name: String) -> [String]? {
    teamsOfPeople().first { $0.name == name }.map { Array(Set($0.members)).sorted() }
  }

  private static func ratio(_ share: Double) -> Double { (share * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000 }
}
