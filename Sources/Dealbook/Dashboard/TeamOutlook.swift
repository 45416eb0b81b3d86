// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The chance of the team, and of each owner, of reaching the period's target: values that no formula gives.
struct TeamOutlook {
  struct Figures {
    var chance: Double?
    /// The chance of reaching any target.
    var reach: (Double) -> Double?
    var p10: Double
    var p50: Double
    var p90: Double
    /// What is reached with the confidence that the team asks for.
    var commit: Double?
  }

  /// Above this number of steps a normal distribution is used instead: with thousands of deals the difference is not visible.
  private static let mostSteps = 20_000_000

  private let source: DashboardSource
  private let start: Double
  private let end: Double
  private let deals: OpenDeals
  /// Whether an amount of the period is so large that sums would not be exact to the cent. There is no distribution then.
  let isTooLarge: Bool

  static let needs = ["de_amount", "de_is_open", "de_is_won", "de_in_period", "de_prob", "de_close_eff"]

  /// Nil if the Deals sheet lacks what a distribution needs, or the settings lack a period.
  init?(_ source: DashboardSource) {
    guard source.lack(Self.needs) == nil,
      let start = source.team.settings.number("PeriodStart"), let end = source.team.settings.number("PeriodEnd")
    else { return nil }
    self.source = source
    self.start = start
    self.end = end
    deals = OpenDeals(source.analysis.computation.environment)
    var won = 0.0
    isTooLarge =
      (0..<source.rowCount("de")).contains { row in
        guard source.number("de_in_period", row) == 1, let amount = source.number("de_amount", row) else {
          return false
        }
        if source.number("de_is_won", row) == 1 { won += amount }
        return source.number("de_is_open", row) == 1 && OpenDeals.cents(amount) == nil
      } || OpenDeals.cents(won) == nil
  }

  /// The figures of the whole team.
  func team(target: Double?) -> Figures? {
    figures(deals.all(from: start, to: end), won: won { _ in true }, target: target)
  }

  func owner(_ name: String, target: Double?) -> Figures? {
    let owner = source.column("de_owner")
    return figures(
      deals.deals(owner: name, from: start, to: end),
      won: won { row in owner.map { $0[row].shownText.lowercased() == name.lowercased() } ?? false }, target: target)
  }

  /// The figures of all owners but these together.
  func others(besides owners: [String]) -> Figures? {
    let known = Set(owners.map { $0.lowercased() })
    guard let owner = source.column("de_owner") else { return nil }
    func isOther(_ row: Int) -> Bool { !known.contains(owner[row].shownText.lowercased()) }
    return figures(deals.all(from: start, to: end)?.filter { isOther($0.row) }, won: won(isOther), target: nil)
  }

  private func won(_ isTheirs: (Int) -> Bool) -> Double {
    (0..<source.rowCount("de")).reduce(0) { sum, row in
      guard source.number("de_is_won", row) == 1, source.number("de_in_period", row) == 1, isTheirs(row) else {
        return sum
      }
      return sum + (source.number("de_amount", row) ?? 0)
    }
  }

  private func figures(_ open: [OpenDeals.Deal]?, won: Double, target: Double?) -> Figures? {
    guard !isTooLarge, let open, let wonCents = OpenDeals.cents(won) else { return nil }
    let items = open.map(\.item)
    guard OutlookWork.steps(of: items) <= Self.mostSteps else { return normal(items, won: won, target: target) }
    let total = TotalDistribution(won: wonCents, items: items)
    let quantiles = total.quantiles([0.1, 0.5, 0.9]).map { Double($0) / 100 }
    func reach(_ target: Double) -> Double? {
      OpenDeals.cents(target).map { Self.rounded(total.probability(atLeast: $0)) }
    }
    return Figures(
      chance: target.flatMap(reach), reach: reach,
      p10: quantiles[0], p50: quantiles[1], p90: quantiles[2],
      commit: Double(total.committable(confidence: source.team.settings.number("TargetConf") ?? 0.8)) / 100)
  }

  private func normal(_ items: [TotalDistribution.Item], won: Double, target: Double?) -> Figures {
    let curve = NormalTotal(items, won: won)
    func reach(_ target: Double) -> Double? { Self.rounded(curve.probability(atLeast: target)) }
    return Figures(
      chance: target.flatMap(reach), reach: reach, p10: curve.tenth, p50: curve.mean.rounded(), p90: curve.ninetieth,
      commit: curve.committable(confidence: source.team.settings.number("TargetConf") ?? 0.8))
  }

  /// Probabilities are shown with four decimals.
  private static func rounded(_ probability: Double) -> Double {
    (probability * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000
  }
}
