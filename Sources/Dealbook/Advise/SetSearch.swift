// SPDX-License-Identifier: Apache-2.0

/// Finds the smallest sets of moves with which a total reaches a goal often enough. The search is exact, and the most likely set comes
/// first.
///
/// A move changes one deal: its probability, or whether it counts at all. A table gives an upper bound for the chance with the best
/// remaining moves: the chance if each choice could depend on the outcome of the deals before it. No choice made in advance is better, so
/// whatever the table rules out is impossible.
package struct SetSearch: Sendable {
  package struct Move: Sendable {
    /// The deal without the move; nil if it does not count then.
    package var before: TotalDistribution.Item?
    package var after: TotalDistribution.Item

    package init(before: TotalDistribution.Item?, after: TotalDistribution.Item) {
      self.before = before
      self.after = after
    }
  }

  package struct Result: Sendable {
    /// Indexes of moves, ascending; the best set first. Empty if no set reaches the goal or none is needed.
    package var sets: [(moves: [Int], chance: Double)] = []
    /// Whether it is proved that there is no smaller set and no better one of this size.
    package var isExact = true
    /// The number of sets that were examined.
    package var tried = 0
    /// The chance of the goal with all moves.
    package var chanceOfAll = 0.0
  }

  /// The amount in cents that the deals won so far leave to the goal.
  let missing: Int
  let fixed: [TotalDistribution.Item]
  /// In the order in which equally good sets are reported.
  let moves: [Move]
  let reach: Double
  /// The most sets to report.
  var most = 1
  /// The number of partial sets after which the search stops.
  var bound = 200_000
  /// Which deals are won or lost together: the bonds of `fixed` and then of `moves`, nil for a deal of its own. Empty if none are.
  let bonds: [Int?]

  package init(
    missing: Int, fixed: [TotalDistribution.Item], moves: [Move], reach: Double, most: Int = 1, bound: Int = 200_000,
    bonds: [Int?] = []
  ) {
    self.bonds = bonds
    self.missing = missing
    self.fixed = fixed
    self.moves = moves
    self.reach = reach
    self.most = most
    self.bound = bound
  }

  /// Chances closer together than this count as equal.
  package static let tolerance = 1e-9

  /// The most cells of one table, and of all tables.
  static let widest = 4096
  static let mostCells = 1_500_000

  /// The most totals of the distributions by which moves are chosen; whether a set is enough is computed exactly.
  private static let mostTotals = 8192
  private static let mostSwaps = 50

  /// The most sets to try if deals depend on each other.
  private static let mostDependent = 5_000

  package func run() -> Result {
    var result = Result()
    result.chanceOfAll = chance(of: Array(moves.indices))
    guard result.chanceOfAll >= reach - Self.tolerance, !moves.isEmpty, missing > 0,
      chance(of: []) < reach - Self.tolerance
    else { return result }
    let greedy = self.greedy()
    guard bonds.isEmpty, allAmounts.allSatisfy({ $0 >= 0 }) else {
      // If a deal can reduce the total, more deals are not always better and no table gives a bound; nor if deals depend on each other.
      return exhausted(result, upTo: greedy.count, greedy)
    }
    let grid = Grid(self, size: greedy.count)
    var search = Walk(self, grid, size: greedy.count)
    for size in 1...greedy.count {
      search.look(for: size, &result)
      if !result.sets.isEmpty || !result.isExact { break }
    }
    if !result.isExact || result.sets.isEmpty { add(improved(greedy), to: &result) }
    return result
  }

  var allAmounts: [Int] { fixed.map(\.amount) + moves.flatMap { [$0.before?.amount ?? 0, $0.after.amount] } }

  /// P(total ≥ goal) with these moves made.
  package func chance(of chosen: [Int]) -> Double {
    let chosen = Set(chosen)
    let deals = moves.indices.map { chosen.contains($0) ? moves[$0].after : moves[$0].before }
    let items = fixed + deals.compactMap(\.self)
    let theirs = zip(deals, bonds.dropFirst(fixed.count)).filter { $0.0 != nil }.map(\.1)
    return TotalDistribution(won: 0, items: items, bonds: bonds.prefix(fixed.count) + theirs)
      .probability(atLeast: missing)
  }

  /// Adds the most helpful move until the set reaches the goal, which all moves together do.
  private func greedy() -> [Int] {
    var chosen: [Int] = []
    while chosen.count < moves.count, chance(of: chosen) < reach - Self.tolerance {
      if !bonds.isEmpty {
        let rest = moves.indices.filter { !chosen.contains($0) }.map { ($0, chance(of: chosen + [$0])) }
        guard let most = rest.map(\.1).max(), let first = rest.first(where: { $0.1 >= most - Self.tolerance }) else {
          break
        }
        chosen.append(first.0)
        continue
      }
      // How much a deal decides does not depend on its own probability.
      let gains = gains(with: chosen)
      var best: (move: Int, gain: Double)?
      for move in moves.indices where !chosen.contains(move) && gains[move] > (best?.gain ?? -1) + Self.tolerance {
        best = (move, gains[move])
      }
      guard let best else { break }
      chosen.append(best.move)
    }
    return chosen.sorted()
  }

  /// What each move adds to the chance, or, if it is chosen, would take from it; nearly, if there are very many totals.
  private func gains(with chosen: [Int]) -> [Double] {
    let chosen = Set(chosen)
    let items = moves.indices.map { move in
      let deal = moves[move]
      if chosen.contains(move) { return deal.after }
      return deal.before ?? TotalDistribution.Item(amount: deal.after.amount, probability: 0)
    }
    let decided = TotalDistribution.sensitivities(
      won: 0, items: fixed + items, target: missing, supportLimit: Self.mostTotals
    ).suffix(items.count)
    return zip(moves, decided).map { ($0.after.probability - ($0.before?.probability ?? 0)) * $1 }
  }

  /// A set that reaches the goal, with moves left out or replaced as long as that helps.
  private func improved(_ start: [Int]) -> [Int] {
    var (best, chance) = (start, chance(of: start))
    for _ in 0..<Self.mostSwaps {
      let gains = gains(with: best)
      guard let least = best.min(by: { gains[$0] < gains[$1] }) else { break }
      let fewer = best.filter { $0 != least }
      let without = self.chance(of: fewer)
      if without >= reach - Self.tolerance, !fewer.isEmpty {
        (best, chance) = (fewer, without)
        continue
      }
      let others = moves.indices.filter { !best.contains($0) }
      guard let most = others.max(by: { gains[$0] < gains[$1] }), gains[most] > gains[least] + Self.tolerance else {
        break
      }
      let swapped = (fewer + [most]).sorted()
      let now = self.chance(of: swapped)
      guard now > chance + Self.tolerance else { break }
      (best, chance) = (swapped, now)
    }
    return best
  }

  /// Examines all sets, small ones first.
  private func exhausted(_ start: Result, upTo size: Int, _ greedy: [Int]) -> Result {
    var result = start
    // With deals that depend on each other, each set takes a table of its own.
    let bound = bonds.isEmpty ? bound : min(bound, Self.mostDependent)
    func look(_ chosen: [Int], from first: Int, _ open: Int) {
      guard result.tried < bound else {
        result.isExact = false
        return
      }
      if open == 0 {
        result.tried += 1
        keep(chosen, chance(of: chosen), in: &result)
        return
      }
      guard moves.count - first >= open else { return }
      for move in first...(moves.count - open) { look(chosen + [move], from: move + 1, open - 1) }
    }
    for count in 1...max(1, size) {
      look([], from: 0, count)
      if !result.sets.isEmpty || !result.isExact { break }
    }
    if result.sets.isEmpty { result.sets = [(greedy, chance(of: greedy))] }
    return result
  }

  /// Adds a set that reaches the goal to those of the same size that a search found before it stopped.
  private func add(_ chosen: [Int], to result: inout Result) {
    if let known = result.sets.first, known.moves.count != chosen.count {
      if known.moves.count < chosen.count { return }
      result.sets = []
    }
    if result.sets.contains(where: { $0.moves == chosen }) { return }
    keep(chosen, chance(of: chosen), in: &result)
  }

  /// Keeps a set that reaches the goal if it is among the best.
  func keep(_ chosen: [Int], _ chance: Double, in result: inout Result) {
    guard chance >= reach - Self.tolerance else { return }
    // Sets come in the order of their moves, so the first of equal ones stays ahead.
    let place = result.sets.firstIndex { $0.chance < chance - Self.tolerance } ?? result.sets.count
    guard place < most else { return }
    result.sets.insert((chosen, chance), at: place)
    if result.sets.count > most { result.sets.removeLast() }
  }

  /// What it costs to compute the chance of a set exactly, in steps over a table of `width` cells.
  func exactCost(width: Int) -> Int {
    let amounts = fixed.map(\.amount) + moves.map(\.after.amount)
    let steps = TotalDistribution.Steps(amounts.map { .init(amount: $0, probability: 0.5) }, grain: 1).steps
    let most = amounts.count < 20 ? 1 << amounts.count : Int.max
    let totals = min(most, steps.reduce(0, +), TotalDistribution.supportLimit)
    return max(1, amounts.count * totals / (4 * max(1, width)))
  }

  /// The chance that a set must reach to be reported.
  func least(_ result: Result) -> Double {
    result.sets.count < most ? reach : max(reach, result.sets[result.sets.count - 1].chance)
  }
}
