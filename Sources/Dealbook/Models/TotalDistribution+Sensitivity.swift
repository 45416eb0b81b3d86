extension TotalDistribution {
  /// How much each deal decides: P(total ≥ `target`) when it is won less the same when it is lost (method.md, 7.6).
  ///
  /// The totals without one deal are built by halves: what both halves of the deals add is worked out once, so *n* deals
  /// cost log *n* distributions each, not *n*.
  ///
  /// - Parameters:
  ///   - won: what is certain, in cents.
  ///   - limit: with more different totals than this, amounts are rounded as in ``init(won:items:supportLimit:)``.
  /// - Returns: one number for each item, in their order.
  public static func sensitivities(
    won: Int, items: [Item], target: Int, supportLimit limit: Int = 50_000
  ) -> [Double] {
    let whole = TotalDistribution(won: 0, items: items, supportLimit: limit)
    var results = Array(repeating: 0.0, count: items.count)
    // The parts still to be split, with the distribution of all items outside of each.
    var open: [(part: Range<Int>, others: Table)] = [(items.indices, Table(totals: [0], probabilities: [1]))]
    while let (part, others) = open.popLast() {
      guard let first = part.first else { continue }
      if part.count == 1 {
        let step = roundedDivision(items[first].amount, by: whole.grain) * whole.grain
        results[first] =
          others.probability(atLeast: target - won - step, grain: whole.grain)
          - others.probability(atLeast: target - won, grain: whole.grain)
        continue
      }
      let middle = first + part.count / 2
      let (low, high) = (first..<middle, middle..<part.upperBound)
      open.append((high, adding(items[low], to: others, grain: whole.grain)))
      open.append((low, adding(items[high], to: others, grain: whole.grain)))
    }
    return results
  }

  private static func adding(_ items: ArraySlice<Item>, to table: Table, grain: Int) -> Table {
    items.reduce(table) { table, item in
      let step = roundedDivision(item.amount, by: grain)
      return step == 0 || item.probability == 0 ? table : adding(step, item.probability, to: table)
    }
  }
}

extension TotalDistribution.Table {
  /// P(total ≥ `target`); the totals are in units of `grain` cents.
  fileprivate func probability(atLeast target: Int, grain: Int) -> Double {
    var low = 0
    var high = totals.count
    while low < high {
      let middle = (low + high) / 2
      if totals[middle] * grain >= target { high = middle } else { low = middle + 1 }
    }
    return min(1, probabilities[low...].reduce(0, +))
  }
}
