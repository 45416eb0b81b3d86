// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Deals of an owner, a team or the company, prepared so that a scenario that changes a few of them only costs those few.
///
/// The deals are divided into parts, and the distribution of all deals outside each part is computed once. A scenario's changes are nearly
/// always in one part, whose deals are then added to the rest. If the parts would be too large to keep, the distribution of all deals is kept
/// instead, and the deals that a scenario changes are taken out of it and added anew.
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
  /// Whether the distribution of all deals is kept, and not that of the deals outside each part.
  private let isWhole: Bool
  /// The distribution of all deals; nil until it is needed, `.some(nil)` if deals cannot be taken out of it.
  private let whole = Mutex<TotalsTable??>(nil)
  /// Whether without any few of the deals there are still too many totals for a finer grain; nil if that has not been tested.
  private let staysCoarse = Mutex<Bool?>(nil)
  /// Whether without the deals of some blocks there are still too many totals for a finer grain, as far as that has been tested.
  private let coarseWithout = Mutex<[[Int]: Bool]>([:])
  /// How many deals there are in a block: about as many as there are blocks.
  private let blockSize: Int
  /// For each part whether, whatever its deals are, there are too many totals for a finer grain; nil if that has not been tested.
  private let isCoarse: Mutex<[Bool?]>

  /// A part has about as many deals as there are parts.
  static let fewest = 16
  /// The most deals of a whole that are taken out.
  private static let mostRemoved = 2
  /// The most cells in all tables together.
  static let mostCells = 500_000
  /// The most cells of the distribution of all deals, if it is kept, for all owners or teams together.
  static let mostWholeCells = 4_000_000
  private let wholeCells: Int

  /// Nil if there are too few deals to gain anything, or too many totals.
  ///
  /// - Parameters:
  ///   - grain: that of the distribution of all deals.
  ///   - cells: how many the tables of the parts may have together.
  ///   - wholeCells: how many that of all deals may have.
  init?(_ deals: [Deal], grain: Int = 1, cells: Int = mostCells, wholeCells: Int = mostCells) {
    self.wholeCells = min(wholeCells, 2 * TotalDistribution.supportLimit)
    guard deals.count >= Self.fewest else { return nil }
    rows = deals.map(\.row)
    items = deals.map(\.item)
    self.grain = grain
    let steps = TotalDistribution.Steps(items, grain: grain)
    unit = steps.unit
    let limit = TotalDistribution.supportLimit
    let span = steps.steps.reduce(0) { $0 + abs($1) }
    let most = Int(Double(deals.count).squareRoot().rounded(.up))
    blockSize = most
    // With fewer than four parts, a part is not much less than the whole.
    let room = min(most, cells / max(1, span))
    isWhole = room < min(4, most) || span > limit
    let count = isWhole ? 1 : room
    guard !ManyTotals.areCertain(of: steps.uncertain, beyond: limit) else {
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
    var (gone, come): ([Int], [TotalDistribution.Item]) = ([], [])
    var (own, other) = (0, 0)
    while own < rows.count || other < deals.count {
      let row = own < rows.count ? rows[own] : Int.max
      let theirs = other < deals.count ? deals[other].row : Int.max
      if row < theirs || row == theirs && items[own] != deals[other].item {
        touched.insert(part(of: own))
        gone.append(own)
        if row == theirs { come.append(deals[other].item) }
      } else if theirs < row {
        // A deal that has come belongs to the part of the one before it.
        touched.insert(part(of: max(0, own - 1)))
        come.append(deals[other].item)
      }
      if row <= theirs { own += 1 }
      if theirs <= row { other += 1 }
    }
    if isWhole { return distribution(won: won, without: gone, with: come, of: deals) }
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

  /// The distribution of all deals, with some taken out and others added; nil if it is better computed from scratch.
  ///
  /// - Parameter places: those of the deals that are taken out.
  private func distribution(
    won: Int, without places: [Int], with come: [TotalDistribution.Item], of deals: [Deal]
  ) -> TotalDistribution? {
    guard places.count <= Self.mostRemoved, come.count <= Self.mostRemoved else { return nil }
    let gone = places.map { items[$0] }
    let steps = (gone + come).map { item -> Int? in
      let amount =
        item.probability == 0 ? 0 : TotalDistribution.roundedDivision(item.amount, by: grain)
      return amount >= 0 && amount.isMultiple(of: unit) ? amount / unit : nil
    }
    guard !steps.contains(nil), remainsCoarse || remainsCoarse(without: places) || needsGrain(deals.map(\.item)),
      var table = wholeTable?.copy()
    else {
      return nil
    }
    for (place, item) in (gone + come).enumerated() {
      guard let step = steps[place], step > 0 else { continue }
      if place >= gone.count {
        table.add(step, item.probability)
      } else if !table.remove(step, item.probability) {
        return nil
      }
    }
    if table.exceeds(TotalDistribution.supportLimit) { return nil }
    return TotalDistribution(table, won: won, unit: unit * grain, grain: grain)
  }

  private func part(of place: Int) -> Int { (starts.firstIndex { $0 > place } ?? starts.count) - 1 }

  private var wholeTable: TotalsTable? {
    whole.withLock { known in
      if let known { return known }
      let made = TotalDistribution.Steps(items, grain: grain).table(
        within: TotalDistribution.supportLimit)?.trimmed().flatMap { $0.cellCount <= wholeCells ? $0 : nil }
      known = .some(made)
      return made
    }
  }

  /// Whether finer grains are out of the question with few of the deals taken out: each leaves at least half of the totals.
  private var remainsCoarse: Bool {
    staysCoarse.withLock { known in
      if let known { return known }
      var finer = 1
      var isSure = true
      while finer < grain, isSure {
        let steps = TotalDistribution.Steps(items, grain: finer)
        isSure = ManyTotals.areCertain(
          of: steps.uncertain, beyond: TotalDistribution.supportLimit << Self.mostRemoved)
        finer *= 10
      }
      known = isSure
      return isSure
    }
  }

  /// Whether a finer grain is out of the question because the deals outside the blocks of these alone have too many totals for it; more
  /// deals never have fewer.
  private func remainsCoarse(without places: [Int]) -> Bool {
    let blocks = Set(places.map { $0 / blockSize }).sorted()
    if let known = coarseWithout.withLock({ $0[blocks] }) { return known }
    let isCoarse = needsGrain(
      items.indices.filter { !blocks.contains($0 / blockSize) }.map { items[$0] })
    coarseWithout.withLock { $0[blocks] = isCoarse }
    return isCoarse
  }

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
