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
    let steps = Steps(items, grain: whole.grain)
    let unit = steps.unit * whole.grain
    /// The totals that reach `missing` begin with this many units.
    func units(reaching missing: Int) -> Int { missing > 0 ? (missing + unit - 1) / unit : missing / unit }
    func adding(_ part: Range<Int>, to table: TotalsTable) -> TotalsTable {
      var table = table.copy()
      for index in part where steps.steps[index] != 0 { table.add(steps.steps[index], steps.chances[index]) }
      return table
    }

    var results = Array(repeating: 0.0, count: items.count)
    // The parts still to be split, with the distribution of all items outside of each.
    var open: [(part: Range<Int>, others: TotalsTable)] = [(items.indices, TotalsTable())]
    while let (part, others) = open.popLast() {
      guard let first = part.first else { continue }
      if part.count == 1 {
        let amount = roundedDivision(items[first].amount, by: whole.grain) * whole.grain
        results[first] =
          others.probability(atLeast: units(reaching: target - won - amount))
          - others.probability(atLeast: units(reaching: target - won))
        continue
      }
      let middle = first + part.count / 2
      let (low, high) = (first..<middle, middle..<part.upperBound)
      open.append((high, adding(low, to: others)))
      open.append((low, adding(high, to: others)))
    }
    return results
  }
}
