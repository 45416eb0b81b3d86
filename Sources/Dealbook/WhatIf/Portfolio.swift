// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Deals of an owner, a team or the company, prepared so that a scenario that changes a few of them only costs those few.
///
/// The deals are divided into parts, and the distribution of all deals outside each part is computed once. A scenario's changes are nearly
/// always in one part, whose deals are then added to the rest.
final class Portfolio: Sendable {
  typealias Deal = (row: Int, item: TotalDistribution.Item)

  private let rows: [Int]
  private let items: [TotalDistribution.Item]
  /// The first deal of each part; the last entry is the end.
  private let starts: [Int]
  /// The granularity of the amounts in cents.
  private let grain: Int
  /// A common divisor of all amounts, in grains.
  private let unit: Int
  private let rests = Mutex<[TotalsTable]?>(nil)
  /// For each part whether, whatever its deals are, there are too many totals for a finer grain; nil if that has not been tested.
  private let isCoarse: Mutex<[Bool?]>

  /// A part has about as many deals as there are parts.
  static let fewest = 16
  /// The most cells in all tables together.
  static let mostCells = 500_000

  /// Nil if there are too few deals to gain anything, or so many totals that the tables would have more than `cells` cells.
  ///
  /// - Parameter grain: that of the distribution of all deals.
  init?(_ deals: [Deal], grain: Int = 1, cells: Int = mostCells) {
    guard deals.count >= Self.fewest else { return nil }
    rows = deals.map(\.row)
    items = deals.map(\.item)
    self.grain = grain
    let steps = TotalDistribution.Steps(items, grain: grain)
    unit = steps.unit
    let limit = TotalDistribution.supportLimit
    let span = steps.steps.reduce(0) { $0 + abs($1) }
    let most = Int(Double(deals.count).squareRoot().rounded(.up))
    // With fewer than four parts, a part is not much less than the whole.
    let count = min(most, cells / max(1, span))
    guard count >= min(4, most), span <= limit, !ManyTotals.areCertain(of: steps.uncertain, beyond: limit) else {
      return nil
    }
    let size = (deals.count + count - 1) / count
    starts = Array(stride(from: 0, to: deals.count, by: size)) + [deals.count]
    isCoarse = Mutex(Array(repeating: grain == 1 ? true : nil, count: starts.count - 1))
  }

  /// The distribution of deals that are nearly all these; nil if it is better computed from scratch.
  func distribution(won: Int, _ deals: [Deal]) -> TotalDistribution? {
    // Both are in row order.
    var touched: Set<Int> = []
    var (own, other) = (0, 0)
    while own < rows.count || other < deals.count {
      let row = own < rows.count ? rows[own] : Int.max
      let theirs = other < deals.count ? deals[other].row : Int.max
      if row < theirs || row == theirs && items[own] != deals[other].item {
        touched.insert(part(of: own))
      } else if theirs < row {
        // A deal that has come belongs to the part of the one before it.
        touched.insert(part(of: max(0, own - 1)))
      }
      if row <= theirs { own += 1 }
      if theirs <= row { other += 1 }
    }
    let part = touched.first ?? 0
    guard touched.count <= 1 else { return nil }
    let (first, end) = (starts[part], starts[part + 1])
    let low = first == 0 ? Int.min : rows[first]
    let high = end == rows.count ? Int.max : rows[end]
    var steps: [(step: Int, chance: Double)] = []
    for deal in deals where deal.row >= low && deal.row < high && deal.item.probability > 0 {
      let amount = TotalDistribution.roundedDivision(deal.item.amount, by: grain)
      guard amount.isMultiple(of: unit) else { return nil }
      if amount != 0 { steps.append((amount / unit, deal.item.probability)) }
    }
    guard needsGrain(part) || needsGrain(deals.map(\.item)) else { return nil }
    var table = rest(of: part).copy()
    for (step, chance) in steps { table.add(step, chance) }
    if table.exceeds(TotalDistribution.supportLimit) { return nil }
    return TotalDistribution(table, won: won, unit: unit * grain, grain: grain)
  }

  private func part(of place: Int) -> Int { (starts.firstIndex { $0 > place } ?? starts.count) - 1 }

  private func rest(of part: Int) -> TotalsTable {
    rests.withLock { known in
      if let known { return known[part] }
      let made = makeRests()
      known = made
      return made[part]
    }
  }

  /// Whether a finer grain is out of the question because the other parts alone have too many totals for it; more deals never have fewer.
  private func needsGrain(_ part: Int) -> Bool {
    isCoarse.withLock { known in
      if let known = known[part] { return known }
      let isCoarse = needsGrain(Array(items[..<starts[part]] + items[starts[part + 1]...]))
      known[part] = isCoarse
      return isCoarse
    }
  }

  /// Whether these deals have too many totals for every finer grain.
  private func needsGrain(_ items: [TotalDistribution.Item]) -> Bool {
    var finer = 1
    var tested: [Int]?
    while finer < grain {
      let steps = TotalDistribution.Steps(items, grain: finer)
      if steps.steps != tested, !steps.exceed(TotalDistribution.supportLimit) { return false }
      tested = steps.steps
      finer *= 10
    }
    return true
  }

  /// Divide and conquer: the sum of each half of the parts is computed once.
  private func makeRests() -> [TotalsTable] {
    let count = starts.count - 1
    let steps = TotalDistribution.Steps(items, grain: grain)
    var made = Array(repeating: TotalsTable(), count: count)
    var open: [(parts: Range<Int>, others: TotalsTable)] = [(0..<count, TotalsTable())]
    func adding(_ parts: Range<Int>, to table: TotalsTable) -> TotalsTable {
      var table = table.copy()
      for place in starts[parts.lowerBound]..<starts[parts.upperBound] where steps.steps[place] != 0 {
        table.add(steps.steps[place], items[place].probability)
      }
      return table
    }
    while let (parts, others) = open.popLast() {
      if parts.count == 1 {
        // Without spare capacity for the next deal.
        made[parts.lowerBound] = others.copy()
        continue
      }
      let middle = parts.lowerBound + parts.count / 2
      open.append((middle..<parts.upperBound, adding(parts.lowerBound..<middle, to: others)))
      open.append((parts.lowerBound..<middle, adding(middle..<parts.upperBound, to: others)))
    }
    return made
  }
}
