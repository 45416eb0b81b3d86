/// Finds the smallest sets of moves with which a total reaches a goal often enough: exactly, the most likely first.
///
/// A move changes one deal: its probability, or whether it counts at all. How likely the goal is with the best moves still to be
/// chosen is bounded from above by a table: what could be reached if the choice might depend on how the deals before came out. No
/// choice made beforehand is better, so what the table rules out is ruled out.
package struct SetSearch: Sendable {
  package struct Move: Sendable {
    /// The deal without the move; nil where it does not count.
    package var before: TotalDistribution.Item?
    package var after: TotalDistribution.Item

    package init(before: TotalDistribution.Item?, after: TotalDistribution.Item) {
      self.before = before
      self.after = after
    }
  }

  package struct Result: Sendable {
    /// Positions of moves, ascending; the best set first. Empty where none reaches the goal, and where none is needed.
    package var sets: [(moves: [Int], chance: Double)] = []
    /// Whether no smaller set and no better one of this size can exist.
    package var isExact = true
    /// Sets that were looked at.
    package var tried = 0
    /// How likely the goal is with all moves.
    package var chanceOfAll = 0.0
  }

  /// What is missing to the goal, in cents, once what is won is counted.
  let missing: Int
  let fixed: [TotalDistribution.Item]
  /// In the order in which equal sets are told.
  let moves: [Move]
  let reach: Double
  /// How many sets are told.
  var most = 1
  /// After so many partial sets the search stops.
  var bound = 200_000

  package init(
    missing: Int, fixed: [TotalDistribution.Item], moves: [Move], reach: Double, most: Int = 1, bound: Int = 200_000
  ) {
    self.missing = missing
    self.fixed = fixed
    self.moves = moves
    self.reach = reach
    self.most = most
    self.bound = bound
  }

  /// Chances that are nearer to each other than this are the same.
  package static let tolerance = 1e-9

  /// The cells of one table, and of all.
  private static let widest = 4096
  private static let mostCells = 4_000_000

  package func run() -> Result {
    var result = Result()
    result.chanceOfAll = chance(of: Array(moves.indices))
    guard result.chanceOfAll >= reach - Self.tolerance, !moves.isEmpty, missing > 0,
      chance(of: []) < reach - Self.tolerance
    else { return result }
    let greedy = self.greedy()
    guard allAmounts.allSatisfy({ $0 >= 0 }) else {
      // Where a deal can take away, more is not always better, and no table bounds it.
      return exhausted(result, upTo: greedy.count, greedy)
    }
    let grid = Grid(self, size: greedy.count)
    var search = Walk(self, grid, size: greedy.count)
    for size in 1...greedy.count {
      search.look(for: size, &result)
      if !result.sets.isEmpty || !result.isExact { break }
    }
    if result.sets.isEmpty { result.sets = [(greedy, chance(of: greedy))] }
    return result
  }

  private var allAmounts: [Int] { fixed.map(\.amount) + moves.flatMap { [$0.before?.amount ?? 0, $0.after.amount] } }

  /// P(total ≥ goal) with these moves made.
  package func chance(of chosen: [Int]) -> Double {
    let chosen = Set(chosen)
    let items = moves.indices.compactMap { chosen.contains($0) ? moves[$0].after : moves[$0].before }
    return TotalDistribution(won: 0, items: fixed + items).probability(atLeast: missing)
  }

  /// The move that helps most, then the next: a set that reaches the goal, as all moves together do.
  private func greedy() -> [Int] {
    var chosen: [Int] = []
    while chosen.count < moves.count, chance(of: chosen) < reach - Self.tolerance {
      // What a deal decides is the same whatever its own probability is.
      let items = moves.indices.map { move in
        let deal = moves[move]
        if chosen.contains(move) { return deal.after }
        return deal.before ?? TotalDistribution.Item(amount: deal.after.amount, probability: 0)
      }
      let decided = TotalDistribution.sensitivities(won: 0, items: fixed + items, target: missing).suffix(items.count)
      var best: (move: Int, gain: Double)?
      for (move, sensitivity) in zip(moves.indices, decided) where !chosen.contains(move) {
        let gain = (moves[move].after.probability - items[move].probability) * sensitivity
        if gain > (best?.gain ?? -1) + Self.tolerance { best = (move, gain) }
      }
      guard let best else { break }
      chosen.append(best.move)
    }
    return chosen.sorted()
  }

  /// All sets, small ones first.
  private func exhausted(_ start: Result, upTo size: Int, _ greedy: [Int]) -> Result {
    var result = start
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

  /// Keeps a set that reaches the goal if it is among the best.
  fileprivate func keep(_ chosen: [Int], _ chance: Double, in result: inout Result) {
    guard chance >= reach - Self.tolerance else { return }
    // Sets come in the order of their moves: of equal ones the first stays ahead.
    let place = result.sets.firstIndex { $0.chance < chance - Self.tolerance } ?? result.sets.count
    guard place < most else { return }
    result.sets.insert((chosen, chance), at: place)
    if result.sets.count > most { result.sets.removeLast() }
  }

  /// What a set must at least come to, to be told.
  fileprivate func least(_ result: Result) -> Double {
    result.sets.count < most ? reach : max(reach, result.sets[result.sets.count - 1].chance)
  }
}

extension SetSearch {
  /// Amounts as whole numbers of a unit, rounded up where the unit is not exact: totals then reach no less than they do.
  fileprivate struct Grid {
    let unit: Int
    let isExact: Bool
    /// What is missing, in units.
    let width: Int

    init(_ search: SetSearch, size: Int) {
      let tables = (search.moves.count + 1) * (size + 1)
      let widest = min(SetSearch.widest, max(128, SetSearch.mostCells / tables))
      var divisor = search.missing
      for amount in search.allAmounts { divisor = Self.greatestCommonDivisor(divisor, amount) }
      divisor = max(1, divisor)
      let cells = search.missing / divisor
      isExact = cells <= widest
      unit = isExact ? divisor : (search.missing + widest - 1) / widest
      width = (search.missing + unit - 1) / unit
    }

    func units(_ amount: Int) -> Int { min(width, (amount + unit - 1) / unit) }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
      var (a, b) = (abs(a), abs(b))
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }
  }

  /// Totals short of the goal with their probabilities, and how likely the goal is reached already.
  fileprivate struct Totals {
    var short: [Double]
    var reached = 0.0

    init(width: Int) {
      short = [Double](repeating: 0, count: width)
      if width > 0 { short[0] = 1 } else { reached = 1 }
    }

    func adding(_ units: Int, _ chance: Double) -> Totals {
      if units == 0 || chance == 0 { return self }
      var next = self
      let width = short.count
      let split = max(0, width - units)
      var gone = 0.0
      for place in split..<width { gone += short[place] }
      next.reached += gone * chance
      for place in 0..<width { next.short[place] = short[place] * (1 - chance) }
      if split > 0 { for place in 0..<split { next.short[place + units] += short[place] * chance } }
      return next
    }

    /// How likely the goal is when `tail[y]` is how likely what follows gives y units or more.
    func chance(_ tail: [Double]) -> Double {
      var sum = reached
      let width = short.count
      for place in 0..<width { sum += short[place] * tail[width - place] }
      return sum
    }
  }

  /// Goes through the sets of one size after the other.
  fileprivate struct Walk {
    private let search: SetSearch
    private let grid: Grid
    private let start: Totals
    /// For each number of moves still to choose and each first move still open: how likely what follows gives y units or more.
    private var tails: [[[Double]]] = []

    init(_ search: SetSearch, _ grid: Grid, size: Int) {
      self.search = search
      self.grid = grid
      var start = Totals(width: grid.width)
      for item in search.fixed { start = start.adding(grid.units(item.amount), item.probability) }
      self.start = start
    }

    /// Fills the tables for one more move to choose.
    private mutating func extendTails() {
      let open = tails.count
      let count = search.moves.count
      var end = [Double](repeating: 0, count: grid.width + 1)
      end[0] = 1
      var rows = Array(repeating: end, count: count + 1)
      // With more moves to choose than there are, the rest is not chosen.
      for move in stride(from: count - 1, through: 0, by: -1) {
        let stay = Self.before(rows[move + 1], search.moves[move].before, grid)
        var row = stay
        if open > 0 {
          let take = Self.before(tails[open - 1][move + 1], search.moves[move].after, grid)
          for place in row.indices { row[place] = max(row[place], take[place]) }
        }
        rows[move] = row
      }
      tails.append(rows)
    }

    /// The tail of what follows with one deal before it.
    private static func before(_ tail: [Double], _ item: TotalDistribution.Item?, _ grid: Grid) -> [Double] {
      guard let item else { return tail }
      let units = grid.units(item.amount)
      let (win, lose) = (item.probability, 1 - item.probability)
      var result = tail
      for place in tail.indices { result[place] = lose * tail[place] + win * tail[max(0, place - units)] }
      return result
    }

    mutating func look(for size: Int, _ result: inout Result) {
      while tails.count <= size { extendTails() }
      guard start.chance(tails[size][0]) >= search.reach - SetSearch.tolerance else { return }
      var chosen: [Int] = []
      walk(0, size, start, &chosen, &result)
    }

    private func walk(_ move: Int, _ open: Int, _ totals: Totals, _ chosen: inout [Int], _ result: inout Result) {
      guard result.isExact else { return }
      guard totals.chance(tails[open][move]) >= search.least(result) - SetSearch.tolerance else { return }
      if open == 0 {
        let chance = grid.isExact ? totals.chance(tails[0][move]) : search.chance(of: chosen)
        search.keep(chosen, chance, in: &result)
        return
      }
      guard search.moves.count - move >= open else { return }
      result.tried += 1
      guard result.tried <= search.bound else {
        result.isExact = false
        return
      }
      let (before, after) = (search.moves[move].before, search.moves[move].after)
      chosen.append(move)
      walk(move + 1, open - 1, totals.adding(grid.units(after.amount), after.probability), &chosen, &result)
      chosen.removeLast()
      let kept = before.map { totals.adding(grid.units($0.amount), $0.probability) } ?? totals
      walk(move + 1, open, kept, &chosen, &result)
    }
  }
}
