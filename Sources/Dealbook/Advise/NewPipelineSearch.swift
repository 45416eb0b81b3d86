// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Finds how many new deals at each stage would bring a goal to the wanted confidence once all moves are made.
struct NewPipelineSearch {
  /// More new deals than this are not useful advice.
  private static let mostDeals = 500

  private let table: SandTable
  private let missing: Int
  private let items: [TotalDistribution.Item]
  private let reach: Double
  /// The bond of each of `items`; empty if no deals depend on each other.
  private let bonds: [Int?]

  init(_ table: SandTable, missing: Int, items: [TotalDistribution.Item], reach: Double, bonds: [Int?]) {
    self.bonds = bonds
    self.table = table
    self.missing = missing
    self.items = items
    self.reach = reach
  }

  func run() -> [Advice.NewPipeline] {
    guard let list = table.team.playbook.funnel?.list, let stages = table.team.lists[list],
      let probabilities = stages.columns["prob"], let open = stages.columns["open"]
    else { return [] }
    let size = medianAmount
    guard size > 0 else { return [] }
    // By the number of new deals that are won: the chance that the others bring the rest.
    let others = TotalDistribution(won: 0, items: items, bonds: bonds)
    let tails = (0...Self.mostDeals).map { others.probability(atLeast: missing - $0 * size) }
    return stages.labels.indices.compactMap { place in
      guard place < open.count, open[place] == .number(1), place < probabilities.count,
        let probability = probabilities[place].number, probability > 0, probability <= 1,
        let (count, chance) = count(probability, tails)
      else { return nil }
      return Advice.NewPipeline(
        stage: stages.labels[place].shownText, probability: probability, size: Double(size) / 100, count: count,
        chance: OutlookFigures.rounded(chance))
    }
  }

  /// The median amount of the open deals, rounded to the unit of targets.
  private var medianAmount: Int {
    var amounts = items.map(\.amount).filter { $0 > 0 }.sorted()
    if amounts.isEmpty {
      let reader = SituationReader(table.team, table.base.environment, plan: table.analysis.plan)
      amounts = reader.rows("de").compactMap { reader.number("de_amount", $0).flatMap(OpenDeals.cents) }
        .filter { $0 > 0 }.sorted()
    }
    guard !amounts.isEmpty else { return 0 }
    let middle = amounts[amounts.count / 2]
    let unit = table.team.settings.number("TargetRound").flatMap(OpenDeals.cents) ?? 0
    return unit > 0 && middle >= unit ? (middle + unit / 2) / unit * unit : middle
  }

  /// The fewest deals that are enough, and the resulting chance; nil if more than `mostDeals` are needed.
  private func count(_ probability: Double, _ tails: [Double]) -> (Int, Double)? {
    // New deals are alike and independent, so only how many of them are won matters.
    func chance(_ count: Int) -> Double {
      let won = TotalDistribution(
        won: 0, items: Array(repeating: .init(amount: 1, probability: probability), count: count))
      let chances = zip(won.totals, won.probabilities).map { tails[$0] * $1 }
      return min(1, chances.reduce(0, +))
    }
    // More deals never lower the chance, so the fewest are found by binary search.
    var (low, high) = (0, 1)
    while chance(high) < reach - SetSearch.tolerance {
      low = high
      high *= 2
      guard high <= Self.mostDeals else { return nil }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if chance(middle) < reach - SetSearch.tolerance { low = middle } else { high = middle }
    }
    return (high, chance(high))
  }
}
