// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The deals of a team or of the company, prepared so that a scenario that changes a few of them only costs those few.
///
/// The deals are divided into parts, and the distribution of all deals outside each part is computed once. A scenario's changes are nearly
/// always in one part, whose deals are then added to the rest.
final class Portfolio: Sendable {
  typealias Deal = (row: Int, item: TotalDistribution.Item)

  private let rows: [Int]
  private let items: [TotalDistribution.Item]
  /// The first deal of each part; the last entry is the end.
  private let starts: [Int]
  /// A common divisor of all amounts.
  private let unit: Int
  private let rests = Mutex<[TotalsTable]?>(nil)

  /// A part has about as many deals as there are parts.
  private static let fewest = 16
  /// The most cells in all tables together.
  private static let mostCells = 750_000

  /// Nil if there are too few deals to gain anything, or so many totals that amounts would have to be rounded.
  init?(_ deals: [Deal]) {
    guard deals.count >= Self.fewest else { return nil }
    rows = deals.map(\.row)
    items = deals.map(\.item)
    let steps = TotalDistribution.Steps(items, grain: 1)
    unit = steps.unit
    let size = Int(Double(deals.count).squareRoot().rounded(.up))
    starts = Array(stride(from: 0, to: deals.count, by: size)) + [deals.count]
    guard !ManyTotals.areCertain(of: steps.uncertain, beyond: TotalDistribution.supportLimit),
      steps.steps.reduce(0, { $0 + abs($1) }) <= min(TotalDistribution.supportLimit, Self.mostCells / starts.count)
    else { return nil }
  }

  /// The distribution of deals that are nearly all these; nil if it is better computed from scratch.
  func distribution(won: Int, _ deals: [Deal]) -> TotalDistribution? {
    // Both are in row order.
    var touched: Set<Int> = []
    var (own, other) = (0, 0)
    while own < rows.count || other < deals.count {
      let row = own < rows.count ? rows[own] : Int.max
      let theirs = other < deals.count ? deals[other].row : Int.max
      if row != theirs || items[own] != deals[other].item { touched.insert(part(of: min(own, rows.count - 1))) }
      if row <= theirs { own += 1 }
      if theirs <= row { other += 1 }
    }
    let part = touched.first ?? 0
    guard touched.count <= 1, deals.allSatisfy({ $0.item.amount.isMultiple(of: unit) }) else { return nil }
    let (first, end) = (starts[part], starts[part + 1])
    let low = first == 0 ? Int.min : rows[first]
    let high = end == rows.count ? Int.max : rows[end]
    var table = rest(of: part).copy()
    for deal in deals where deal.row >= low && deal.row < high && deal.item.probability > 0 {
      let step = deal.item.amount / unit
      if step != 0 { table.add(step, deal.item.probability) }
    }
    if table.exceeds(TotalDistribution.supportLimit) { return nil }
    let (totals, probabilities) = table.list()
    return TotalDistribution(totals: totals.map { won + $0 * unit }, probabilities: probabilities, grain: 1)
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

  /// Divide and conquer: the sum of each half of the parts is computed once.
  private func makeRests() -> [TotalsTable] {
    let count = starts.count - 1
    var made = Array(repeating: TotalsTable(), count: count)
    var open: [(parts: Range<Int>, others: TotalsTable)] = [(0..<count, TotalsTable())]
    func adding(_ parts: Range<Int>, to table: TotalsTable) -> TotalsTable {
      var table = table.copy()
      for place in starts[parts.lowerBound]..<starts[parts.upperBound] where items[place].probability > 0 {
        let step = items[place].amount / unit
        if step != 0 { table.add(step, items[place].probability) }
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
