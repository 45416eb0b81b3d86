// SPDX-License-Identifier: Apache-2.0

extension TotalDistribution {
  /// How much each deal decides: P(total ≥ `target`) if it is won minus the same if it is lost (documents/method.md, Targets).
  ///
  /// The totals without one deal are built by divide and conquer: the sum of each half of the deals is computed once, so *n* deals cost log
  /// *n* distributions rather than *n*. Of the totals without some deals, only those matter that these deals can still move across the
  /// target. With half of the deals open that is half as many, so all levels together cost little more than the first.
  ///
  /// - Parameters:
  ///   - won: the certain part of the total, in cents.
  ///   - limit: with more distinct totals than this, amounts are rounded as in ``init(won:items:supportLimit:)``.
  /// - Returns: one number for each item, in order.
  public static func sensitivities(
    won: Int, items: [Item], target: Int, supportLimit limit: Int = 50_000
  ) -> [Double] {
    let whole = TotalDistribution(won: 0, items: items, supportLimit: limit)
    let steps = Steps(items, grain: whole.grain)
    let unit = steps.unit * whole.grain
    /// The smallest number of units that reaches `missing`.
    func units(reaching missing: Int) -> Int { missing > 0 ? (missing + unit - 1) / unit : missing / unit }
    let amounts = items.map { roundedDivision($0.amount, by: whole.grain) * whole.grain }
    let targets = amounts.map { units(reaching: target - won - $0) }
    let plain = units(reaching: target - won)
    let lowest = targets.reduce(plain, min)
    let highest = targets.reduce(plain, max)
    // The most that the deals before each one can add and subtract.
    var gains = [0]
    var losses = [0]
    for step in steps.steps {
      gains.append((gains.last ?? 0) + max(0, step))
      losses.append((losses.last ?? 0) + max(0, -step))
    }
    /// Adds the deals of `part`. Later deals of it, and those of `open`, may still be added afterwards.
    func adding(_ part: Range<Int>, besides open: Range<Int>, to table: TotalsTable) -> TotalsTable {
      var table = table.copy()
      for index in part where steps.steps[index] != 0 {
        table.add(steps.steps[index], steps.chances[index])
        let gain = gains[part.upperBound] - gains[index + 1] + gains[open.upperBound] - gains[open.lowerBound]
        let loss = losses[part.upperBound] - losses[index + 1] + losses[open.upperBound] - losses[open.lowerBound]
        table.confine(to: (lowest - gain)..<(highest + loss))
      }
      return table
    }

    var results = Array(repeating: 0.0, count: items.count)
    // The parts still to be split, with the distribution of all items outside each.
    var open: [(part: Range<Int>, others: TotalsTable)] = [(items.indices, TotalsTable())]
    while let (part, others) = open.popLast() {
      guard let first = part.first else { continue }
      if part.count == 1 {
        results[first] = others.probability(atLeast: targets[first]) - others.probability(atLeast: plain)
        continue
      }
      let middle = first + part.count / 2
      let (low, high) = (first..<middle, middle..<part.upperBound)
      open.append((high, adding(low, besides: high, to: others)))
      open.append((low, adding(high, besides: low, to: others)))
    }
    return results
  }
}
