// SPDX-License-Identifier: Apache-2.0

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

  private let table: TotalsTable
  /// The certain part of the total, in cents.
  private let won: Int
  /// The cents of one step of the table.
  private let unit: Int
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
    var known: [Int]?
    while true {
      let steps = Steps(items, grain: grain)
      // Round amounts give the same steps again, for which there were too many totals.
      if steps.steps != known, let table = steps.table(within: limit) {
        self.init(table, won: won, unit: steps.unit * grain, grain: grain)
        return
      }
      known = steps.steps
      grain *= 10
    }
  }

  /// - Parameters:
  ///   - table: in steps of `unit` cents.
  init(_ table: TotalsTable, won: Int, unit: Int, grain: Int) {
    (self.table, self.won, self.unit, self.grain) = (table.copy(), won, unit, grain)
  }

  init(totals: [Int], probabilities: [Double], grain: Int) {
    self.init(TotalsTable(totals: totals, probabilities: probabilities), won: 0, unit: 1, grain: grain)
  }

  /// The possible totals, in cents, ascending.
  public var totals: [Int] { table.list().totals.map(total) }

  /// The probability of each of ``totals``.
  public var probabilities: [Double] { table.list().probabilities }

  private func total(_ step: Int) -> Int { won + step * unit }

  /// P(total ≥ `target`).
  public func probability(atLeast target: Int) -> Double {
    let (missing, isBeyond) = target.subtractingReportingOverflow(won)
    if isBeyond { return target > won ? 0 : 1 }
    let (whole, rest) = missing.quotientAndRemainder(dividingBy: unit)
    return table.probability(atLeast: rest > 0 ? whole + 1 : whole)
  }

  /// The smallest total whose cumulative probability reaches `share`: P10 is `quantile(0.1)`.
  public func quantile(_ share: Double) -> Int { quantiles([share])[0] }

  /// The quantiles of ascending shares, in one pass.
  public func quantiles(_ shares: [Double]) -> [Int] { table.quantiles(shares.map { $0 - Self.tolerance }).map(total) }

  /// The largest total that is reached with at least this confidence: what can be promised.
  public func committable(confidence: Double) -> Int {
    total(table.largest(reachedWith: confidence - Self.tolerance))
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
    func table(within limit: Int) -> TotalsTable? {
      if areManyForSure(limit) { return nil }
      var table = TotalsTable()
      for (step, chance) in zip(steps, chances) where step != 0 {
        table.add(step, chance)
        if table.exceeds(limit) { return nil }
      }
      return table
    }

    /// Whether there are more than `limit` totals.
    func exceed(_ limit: Int) -> Bool { table(within: limit) == nil }

    /// Whether there are more than `limit` totals, found without their probabilities; false if that has to be tried.
    private func areManyForSure(_ limit: Int) -> Bool {
      let steps = uncertain
      // A probability that is too small for a number is 0, and its total does not count.
      let least = chances.reduce(0) { $1 > 0 && $1 < 1 ? $0 + Int(min($1, 1 - $1).exponent) : $0 }
      if least > -1000, let exceed = ManyTotals.exceed(limit, of: steps, within: 16 * limit) { return exceed }
      return ManyTotals.areCertain(of: steps, beyond: limit)
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
