/// The exact distribution of a total: what is already won plus deals that each come in whole or not at all.
///
/// A generalised Poisson binomial: the deals are independent, deal *i* adds its amount with its probability.
/// Amounts are whole cents, so that totals which are equal on paper are equal here (method.md, 5.2).
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

  /// The totals that can occur, in cents, ascending.
  public let totals: [Int]
  /// The probability of each of `totals`.
  public let probabilities: [Double]
  /// The grain of the amounts in cents: 1 when the distribution is exact to the cent.
  public let grain: Int

  /// How many different totals are told apart before amounts are rounded to a coarser grain.
  public static let supportLimit = 500_000

  /// - Parameters:
  ///   - won: what is certain, in cents.
  ///   - items: in the order of the sheet, which fixes the order of the additions and so the last bit.
  ///   - limit: with more different totals than this the amounts are rounded to ten times the grain, and again until
  ///     they fit (the coarsening rule); `grain` then says so.
  public init(won: Int, items: [Item], supportLimit limit: Int = Self.supportLimit) {
    var grain = 1
    while true {
      if let table = Self.table(items, grain: grain, limit: limit) {
        totals = table.totals.map { won + $0 * grain }
        probabilities = table.probabilities
        self.grain = grain
        return
      }
      grain *= 10
    }
  }

  /// P(total ≥ `target`).
  public func probability(atLeast target: Int) -> Double {
    let start = firstIndex { totals[$0] >= target }
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

  /// The largest total that is reached or passed with at least this confidence: what can be promised.
  public func committable(confidence: Double) -> Int {
    var tail = 0.0
    for index in totals.indices.reversed() {
      tail += probabilities[index]
      if tail >= confidence - Self.tolerance { return totals[index] }
    }
    return totals[0]
  }

  /// Cumulative sums of many products miss a round share by a few units in the last place (method.md, 7.6).
  private static let tolerance = 1e-12

  private func firstIndex(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = totals.count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  struct Table {
    var totals: [Int]
    var probabilities: [Double]
  }

  /// Adds one deal after the other to a sorted table of totals; nil when the table outgrows `limit`.
  private static func table(_ items: [Item], grain: Int, limit: Int) -> Table? {
    var table = Table(totals: [0], probabilities: [1])
    for item in items {
      let step = roundedDivision(item.amount, by: grain)
      if step == 0 || item.probability == 0 { continue }
      table = adding(step, item.probability, to: table)
      if table.totals.count > limit { return nil }
    }
    return table
  }

  static func adding(_ step: Int, _ p: Double, to old: Table) -> Table {
    var new = Table(totals: [], probabilities: [])
    new.totals.reserveCapacity(old.totals.count * 2)
    new.probabilities.reserveCapacity(old.totals.count * 2)
    let q = 1 - p
    var stay = 0
    var move = 0
    let count = old.totals.count
    while stay < count || move < count {
      let a = stay < count ? old.totals[stay] : Int.max
      let b = move < count ? old.totals[move] + step : Int.max
      var probability = 0.0
      if a <= b {
        probability += old.probabilities[stay] * q
        stay += 1
      }
      if b <= a {
        probability += old.probabilities[move] * p
        move += 1
      }
      // With certainty (p = 1) the unmoved totals vanish instead of staying as zeros.
      if probability > 0 {
        new.totals.append(min(a, b))
        new.probabilities.append(probability)
      }
    }
    return new
  }

  /// Half away from zero.
  static func roundedDivision(_ amount: Int, by grain: Int) -> Int {
    guard grain > 1 else { return amount }
    let half = grain / 2
    return amount >= 0 ? (amount + half) / grain : -((-amount + half) / grain)
  }
}
