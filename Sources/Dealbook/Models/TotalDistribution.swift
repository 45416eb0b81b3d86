// SPDX-License-Identifier: Apache-2.0

import Base

/// The exact distribution of a total: the amount already won plus deals that are each won in full or not at all.
///
/// A generalized Poisson binomial distribution: the deals are independent, and deal *i* adds its amount with its probability. Amounts are
/// whole cents, so totals that are equal on paper are equal here (documents/method.md, Targets).
public struct TotalDistribution: Sendable {
  /// A deal that may still be won.
  public struct Item: Hashable, Sendable {
    /// In cents. Negative amounts (a credit) are allowed.
    public var amount: Int
    /// 0 … 1.
    public var probability: Double

    public init(amount: Int, probability: Double) {
      self.amount = amount
      self.probability = probability
    }
  }

  /// The possible totals, in cents, ascending.
  public let totals: [Int]
  /// The probability of each of `totals`.
  public let probabilities: [Double]
  /// The granularity of the amounts in cents: 1 if the distribution is exact to the cent.
  public let grain: Int

  /// The most distinct totals before amounts are rounded to a coarser granularity.
  public static let supportLimit = 500_000

  /// - Parameters:
  ///   - won: the certain part of the total, in cents.
  ///   - items: in the order of the sheet, which determines the order of additions and therefore the last bit.
  ///   - limit: with more distinct totals than this, amounts are rounded to ten times the grain, repeatedly until they fit (the coarsening
  ///     rule); see `grain`.
  public init(won: Int, items: [Item], supportLimit limit: Int = Self.supportLimit) {
    var grain = 1
    while true {
      let steps = Steps(items, grain: grain)
      if !ManyTotals.areCertain(of: steps.uncertain, beyond: limit), let table = steps.table(limit: limit) {
        let (totals, probabilities) = table.list()
        self.totals = totals.map { won + $0 * steps.unit * grain }
        self.probabilities = probabilities
        self.grain = grain
        return
      }
      grain *= 10
    }
  }

  /// P(total ≥ `target`).
  public func probability(atLeast target: Int) -> Double {
    let start = totals.partitioningIndex { $0 >= target }
    return min(1, probabilities[start...].reduce(0, +))
  }

  /// The smallest total whose cumulative probability reaches `share`: P10 is `quantile(0.1)`.
  public func quantile(_ share: Double) -> Int {
    var cumulative = 0.0
    for (index, probability) in probabilities.enumerated() {
      cumulative += probability
      if cumulative >= share - Self.tolerance { return totals[index] }
    }
    return totals[totals.count - 1]
  }

  /// The largest total that is reached with at least this confidence: what can be promised.
  public func committable(confidence: Double) -> Int {
    var tail = 0.0
    for index in totals.indices.reversed() {
      tail += probabilities[index]
      if tail >= confidence - Self.tolerance { return totals[index] }
    }
    return totals[0]
  }

  /// Cumulative sums of many products miss a round share by a few units in the last place (documents/method.md, Targets).
  private static let tolerance = 1e-12

  /// The amounts of the deals in units of their greatest common divisor, which keeps dense tables as small as possible.
  struct Steps {
    /// The step of each item; 0 for one that never changes a total.
    let steps: [Int]
    let chances: [Double]
    /// In grains.
    let unit: Int

    init(_ items: [Item], grain: Int) {
      let rounded = items.map { $0.probability == 0 ? 0 : roundedDivision($0.amount, by: grain) }
      let divisor = max(1, rounded.reduce(0, Self.greatestCommonDivisor))
      steps = rounded.map { $0 / divisor }
      chances = items.map(\.probability)
      unit = divisor
    }

    /// The steps that are not certain. Each doubles the number of totals, unless some coincide.
    var uncertain: [Int] { zip(steps, chances).filter { $1 < 1 }.map { $0.0 } }

    /// Adds one deal after the other, in order; nil if there are more than `limit` totals.
    func table(limit: Int) -> TotalsTable? {
      var table = TotalsTable()
      for (step, chance) in zip(steps, chances) where step != 0 {
        table.add(step, chance)
        if table.exceeds(limit) { return nil }
      }
      return table
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
      var (a, b) = (a, abs(b))
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }
  }

  /// Rounds half away from zero.
  static func roundedDivision(_ amount: Int, by grain: Int) -> Int {
    guard grain > 1 else { return amount }
    let half = grain / 2
    return amount >= 0 ? (amount + half) / grain : -((-amount + half) / grain)
  }
}
