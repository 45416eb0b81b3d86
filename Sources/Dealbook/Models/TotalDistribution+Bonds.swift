// SPDX-License-Identifier: Apache-2.0

extension TotalDistribution {
  /// The distribution of a total of deals, some of which depend on each other.
  ///
  /// Deals of one bond (the same account or budget) are won or lost together: the likeliest is won whenever any of them is, and each keeps
  /// its own probability. Deals with the same probability are therefore all won or all lost. Bonds are independent of each other.
  ///
  /// - Parameters:
  ///   - bonds: the bond of each item; nil for an independent deal.
  ///   - limit: as in ``init(won:items:supportLimit:)``.
  public init(won: Int, items: [Item], bonds: [Int?], supportLimit limit: Int = Self.supportLimit) {
    let parts = Self.parts(items, bonds)
    guard parts.contains(where: { $0.count > 1 }) else {
      self.init(won: won, items: items, supportLimit: limit)
      return
    }
    var grain = 1
    while true {
      let outcomes = parts.map { Self.outcomes(of: $0, grain: grain) }
      if let table = Self.table(outcomes, limit: limit) {
        let sorted = table.sorted { $0.key < $1.key }
        self.init(
          totals: sorted.map { won + $0.key * grain }, probabilities: sorted.map(\.value), grain: grain)
        return
      }
      grain *= 10
    }
  }

  /// Groups the deals by bond; each group takes the place of its first deal.
  private static func parts(_ items: [Item], _ bonds: [Int?]) -> [[Item]] {
    var places: [Int: Int] = [:]
    var parts: [[Item]] = []
    for (item, bond) in zip(items, bonds) {
      if let bond, let place = places[bond] {
        parts[place].append(item)
      } else {
        if let bond { places[bond] = parts.count }
        parts.append([item])
      }
    }
    return parts
  }

  /// The amounts that a group can add, with their probabilities: none of its deals, the likeliest one, the two likeliest …
  private static func outcomes(of part: [Item], grain: Int) -> [(amount: Int, chance: Double)] {
    let sorted = part.sorted { $0.probability > $1.probability }
    var outcomes = [(amount: 0, chance: 1 - sorted[0].probability)]
    var amount = 0
    for (place, item) in sorted.enumerated() {
      amount += roundedDivision(item.amount, by: grain)
      let next = place + 1 < sorted.count ? sorted[place + 1].probability : 0
      outcomes.append((amount, item.probability - next))
    }
    return outcomes.filter { $0.chance > 0 }
  }

  /// Nil if there are more than `limit` totals.
  private static func table(_ parts: [[(amount: Int, chance: Double)]], limit: Int) -> [Int: Double]? {
    var table = [0: 1.0]
    for outcomes in parts {
      var next: [Int: Double] = [:]
      next.reserveCapacity(table.count * outcomes.count)
      // In the order of totals, so that floating-point sums are the same in every run.
      for (total, probability) in table.sorted(by: { $0.key < $1.key }) {
        for outcome in outcomes { next[total + outcome.amount, default: 0] += probability * outcome.chance }
      }
      if next.count > limit { return nil }
      table = next
    }
    return table
  }
}
