// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The next team target distributed by several rules, under the caps of the settings, with measures of fairness, so that they can be
/// compared before anybody is told.
public struct TargetRules: Sendable {
  /// The basis of the members' shares.
  public enum Rule: String, CaseIterable, Sendable {
    /// Potential and history, combined as the settings say: the method's own rule.
    case method
    case potential
    case history
    /// The same percentage for everybody.
    case even
    /// What the Targets sheet proposes, as far as it does.
    case proposed
  }

  public struct Share: Sendable {
    public var id: String
    public var owner: String
    public var target: Double
    public var next: Double
    /// next / target − 1.
    public var growth: Double
    /// next / reachable potential owned; nil without potential.
    public var load: Double?
    /// Whether somebody who did well would be raised beyond the cap (鞭打快牛).
    public var isFastOx: Bool
  }

  public struct Result: Sendable {
    public var rule: Rule
    public var start: Double
    public var end: Double
    /// Empty if the caps do not allow a target this low.
    public var shares: [Share]
    /// What is left for the team; negative if more is proposed than there is.
    public var pool: Double
    /// The sum of the lowest targets that the caps allow, if it exceeds the team's target.
    public var lowest: Double?
    /// The correlation of last attainment and growth, for three or more owners; above 0.5 good performance is punished (TGT-010).
    public var fastOxIndex: Double?

    public var growths: ClosedRange<Double>? {
      shares.map(\.growth).min().flatMap { low in shares.map(\.growth).max().map { low...$0 } }
    }
    public var loads: ClosedRange<Double>? {
      let loads = shares.compactMap(\.load)
      return loads.min().flatMap { low in loads.max().map { low...$0 } }
    }
    public var fastOxen: [String] { shares.filter(\.isFastOx).map(\.owner) }
  }

  public var team: Double
  public var results: [Result]

  init?(_ reader: SituationReader) {
    let settings = reader.team.settings
    guard settings.unknown["NextTeamTarget"] == nil, let team = settings.number("NextTeamTarget"),
      let whole = OpenDeals.cents(team), let unit = settings.number("TargetRound").flatMap(OpenDeals.cents),
      let up = settings.number("CapUp"), let down = settings.number("CapDown"), let sheet = reader.team.sheet("tg")
    else { return nil }
    self.team = team
    results = []
    var periods: [[Double]: [Int]] = [:]
    var order: [[Double]] = []
    for row in reader.rows("tg") {
      guard let start = reader.number("tg_p_start", row), let end = reader.number("tg_p_end", row),
        let target = reader.number("tg_target", row).flatMap(OpenDeals.cents), target > 0
      else { continue }
      if periods[[start, end]] == nil { order.append([start, end]) }
      periods[[start, end], default: []].append(row)
    }
    // A period with only one person's row is not one to distribute a team's target in.
    if periods.values.contains(where: { $0.count > 1 }) { order.removeAll { (periods[$0]?.count ?? 0) < 2 } }
    let high = settings.number("AttHigh") ?? .infinity
    for period in order {
      for rule in Rule.allCases {
        let all = periods[period] ?? []
        // As in the method, members without a target derived from potential do not take part.
        let rows = rule == .method ? all.filter { reader.value("tg", "raw_next", $0).number != nil } : all
        func amounts(_ key: String) -> [Double] { rows.map { reader.value("tg", key, $0).number ?? 0 } }
        let targets = amounts("target")
        let attained = rows.map { reader.value("tg", "prev_attain", $0).number }
        let potential = amounts("own_potential")
        guard let weights = Self.weights(rule, amounts, potential, targets, whole) else { continue }
        var result = Result(rule: rule, start: period[0], end: period[1], shares: [], pool: 0)
        var next: [Int] = []
        if rule == .proposed {
          next = weights
          result.pool = Double(whole - next.reduce(0, +)) / 100
        } else {
          let members = zip(targets, weights).map {
            TargetRebalance.Member(target: OpenDeals.cents($0) ?? 0, weight: $1)
          }
          switch TargetRebalance(team: whole, members: members, capUp: up, capDown: down, unit: unit) {
          case .shared(let dealt, let pool)?:
            next = dealt
            result.pool = Double(pool) / 100
          case .infeasible(let lowest)?: result.lowest = Double(lowest) / 100
          case nil: continue
          }
        }
        for (place, amount) in next.enumerated() {
          let (amount, target) = (Double(amount) / 100, targets[place])
          let growth = Self.ratio(amount / target - 1)
          result.shares.append(
            Share(
              id: sheet.rowID(at: rows[place]), owner: reader.text("tg_owner", rows[place]), target: target,
              next: amount, growth: growth,
              load: potential[place] > 0 ? Self.ratio(amount / potential[place]) : nil,
              isFastOx: amount > target * (1 + up) + 0.005 && (attained[place] ?? 0) >= high))
        }
        let pairs = zip(attained, result.shares).compactMap { attained, share in attained.map { ($0, share.growth) } }
        result.fastOxIndex = Self.correlation(pairs)
        results.append(result)
      }
    }
    if results.isEmpty { return nil }
  }

  /// In cents; nil if the workbook lacks the basis of the rule.
  private static func weights(
    _ rule: Rule, _ amounts: (String) -> [Double], _ potential: [Double], _ targets: [Double], _ team: Int
  ) -> [Int]? {
    func scaled(_ parts: [Double]) -> [Int]? {
      let sum = parts.reduce(0, +)
      guard sum > 0, parts.allSatisfy({ $0 >= 0 }) else { return nil }
      return parts.map { Int((Double(team) * $0 / sum).rounded(.toNearestOrAwayFromZero)) }
    }
    switch rule {
    case .method:
      let raw = amounts("raw_next").map { OpenDeals.cents($0) ?? 0 }
      return raw.contains { $0 > 0 } ? raw : nil
    case .potential: return scaled(potential)
    case .history: return scaled(amounts("prev_actual"))
    case .even: return scaled(targets)
    case .proposed:
      let proposed = amounts("proposed")
      guard proposed.contains(where: { $0 > 0 }) else { return nil }
      return zip(proposed, targets).map { OpenDeals.cents($0 > 0 ? $0 : $1) ?? 0 }
    }
  }

  private static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count >= 3 else { return nil }
    let count = Double(pairs.count)
    let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (a, b) in pairs {
      xx += (a - x) * (a - x)
      yy += (b - y) * (b - y)
      xy += (a - x) * (b - y)
    }
    // Without variance there is no correlation.
    guard xx > 1e-12, yy > 1e-12 else { return nil }
    return ratio(xy / (xx * yy).squareRoot())
  }

  private static func ratio(_ share: Double) -> Double { (share * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000 }
}

extension SandTable {
  /// The next targets by several rules in the unchanged workbook; nil if it has no targets or no team target.
  public func targetRules() -> TargetRules? {
    TargetRules(SituationReader(team, base.environment, plan: analysis.plan))
  }
}

extension Outcome {
  /// The next targets by several rules in the scenario.
  public func targetRules() -> TargetRules? {
    TargetRules(SituationReader(trial.team, trial.environment, plan: trial.table.analysis.plan))
  }
}
