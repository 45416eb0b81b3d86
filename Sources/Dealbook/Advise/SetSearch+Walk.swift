// SPDX-License-Identifier: Apache-2.0

extension SetSearch {
  /// Amounts in whole units, rounded up if the unit is not exact, so that totals are never underestimated.
  struct Grid {
    let unit: Int
    let isExact: Bool
    /// The missing amount, in units.
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

  /// The probabilities of totals below the goal, and the probability that the goal is reached already.
  struct Totals {
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

    /// The chance of the goal, where `tail[y]` is the probability that the remaining deals give y units or more.
    func chance(_ tail: [Double]) -> Double {
      var sum = reached
      let width = short.count
      for place in 0..<width { sum += short[place] * tail[width - place] }
      return sum
    }
  }

  /// Searches the sets of one size after the other.
  struct Walk {
    private let search: SetSearch
    private let grid: Grid
    private let start: Totals
    /// What it costs to compute a chance exactly, in steps of the search; 0 if the tables are exact.
    private let leafCost: Int
    /// For each number of moves still to choose and each first remaining move: the probability that the rest gives y units or more.
    private var tails: [[[Double]]] = []

    init(_ search: SetSearch, _ grid: Grid, size: Int) {
      self.search = search
      self.grid = grid
      var start = Totals(width: grid.width)
      for item in search.fixed { start = start.adding(grid.units(item.amount), item.probability) }
      self.start = start
      leafCost = grid.isExact ? 0 : search.exactCost(width: grid.width)
    }

    /// Fills the tables for one more move to choose.
    private mutating func extendTails() {
      let open = tails.count
      let count = search.moves.count
      var end = [Double](repeating: 0, count: grid.width + 1)
      end[0] = 1
      var rows = Array(repeating: end, count: count + 1)
      // If more moves are to be chosen than remain, the surplus is ignored.
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

    /// The tail with one deal added in front.
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
        result.tried += leafCost
        guard result.tried <= search.bound || leafCost == 0 else {
          result.isExact = false
          return
        }
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
