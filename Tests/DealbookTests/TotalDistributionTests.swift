// SPDX-License-Identifier: Apache-2.0

import Dealbook
import TestSupport
import Testing

@Suite struct `The exact distribution of a total` {
  /// The table of documents/method.md, Targets: won, deals, target → P(target), P10, P50, P90, committable at 80 %.
  struct Case: Sendable {
    var won: Int
    var deals: [(Int, Double)]
    var target: Int
    var expected: (p: Double, p10: Int, p50: Int, p90: Int, commit: Int)
  }

  static let cases: [Case] = [
    Case(won: 0, deals: Array(repeating: (100, 0.5), count: 2), target: 100, expected: (0.75, 0, 100, 200, 0)),
    Case(won: 0, deals: Array(repeating: (10, 0.3), count: 10), target: 30, expected: (0.6172, 10, 30, 50, 20)),
    Case(won: 0, deals: [(300, 0.5), (100, 0.5), (200, 0.5)], target: 300, expected: (0.625, 0, 300, 600, 100)),
    Case(won: 50, deals: [(300, 0.5), (100, 0.5), (200, 0.5)], target: 350, expected: (0.625, 50, 350, 650, 150)),
    Case(won: 0, deals: [(500, 1), (400, 0), (100, 0.25)], target: 600, expected: (0.25, 500, 500, 600, 500)),
    Case(won: 1000, deals: [], target: 900, expected: (1, 1000, 1000, 1000, 1000)),
    Case(won: 0, deals: [], target: 1, expected: (0, 0, 0, 0, 0)),
    Case(
      won: 700_000, deals: [(1_200_000, 0.8), (600_000, 0.336), (900_000, 0.5)], target: 3_000_000,
      expected: (0.1344, 1_300_000, 2_500_000, 3_400_000, 1_900_000)),
    Case(
      won: 0, deals: Array(repeating: (1000, 0.2), count: 20), target: 5000, expected: (0.3704, 2000, 4000, 6000, 2000)),
  ]

  func distribution(_ item: Case) -> TotalDistribution {
    TotalDistribution(
      won: item.won * 100, items: item.deals.map { .init(amount: $0.0 * 100, probability: $0.1) })
  }

  @Test(arguments: cases.indices) func `gives the probability of the target`(_ index: Int) {
    let item = Self.cases[index]
    let p = distribution(item).probability(atLeast: item.target * 100)
    #expect(abs(p - item.expected.p) < 0.00005)
  }

  @Test(arguments: cases.indices) func `gives P10, P50 and P90`(_ index: Int) {
    let item = Self.cases[index]
    let total = distribution(item)
    #expect(
      [0.1, 0.5, 0.9].map { total.quantile($0) }
        == [item.expected.p10, item.expected.p50, item.expected.p90].map { $0 * 100 })
  }

  @Test(arguments: cases.indices) func `gives the value that can be promised`(_ index: Int) {
    let item = Self.cases[index]
    #expect(distribution(item).committable(confidence: 0.8) == item.expected.commit * 100)
  }

  @Test func `counts in cents so that 0.10 and 0.70 reach 0.80`() {
    let total = TotalDistribution(
      won: 0, items: [.init(amount: 10, probability: 0.5), .init(amount: 70, probability: 0.5)])
    #expect(total.probability(atLeast: 80) == 0.25)
  }

  @Test func `rounds amounts to a coarser grain when there are too many totals`() {
    let items = (0..<12).map { TotalDistribution.Item(amount: 1000 + (1 << $0), probability: 0.5) }
    let total = TotalDistribution(won: 0, items: items, supportLimit: 500)
    #expect(total.grain > 1)
    #expect(total.totals.count <= 500)
  }

  /// The definition, taken literally (documents/method.md, Targets).
  private func reference(_ items: [TotalDistribution.Item]) -> [Int: Double] {
    items.reduce([0: 1.0]) { old, item in
      var new: [Int: Double] = [:]
      for total in Set(old.keys).union(old.keys.map { $0 + item.amount }) {
        let sum = (old[total] ?? 0) * (1 - item.probability) + (old[total - item.amount] ?? 0) * item.probability
        if sum > 0 { new[total] = sum }
      }
      return new
    }
  }

  /// Close together; far apart; first close, then far apart, then close again; with credits; with certain and impossible deals.
  static let portfolios: [[TotalDistribution.Item]] = [
    items(40) { ($0 % 7 + 1, 0.3) },
    items(12) { (1 << (2 * $0), 0.5) },
    items(20) { ($0 + 1, 0.25) } + items(2) { (77_777_777 * $0 + 1_000_000, 0.5) } + items(5) { ($0 + 1, 0.9) },
    items(40) { ($0 % 2 == 0 ? 30 + $0 : -2 - $0, 0.6) },
    items(30) { (10 * $0, Double($0 % 3) / 2) },
  ]

  private static func items(_ count: Int, _ deal: (Int) -> (Int, Double)) -> [TotalDistribution.Item] {
    (0..<count).map(deal).map { TotalDistribution.Item(amount: $0.0, probability: $0.1) }
  }

  @Test(arguments: portfolios)
  func `is that of the definition to the last bit`(items: [TotalDistribution.Item]) {
    let total = TotalDistribution(won: 5, items: items)
    let expected = reference(items).sorted { $0.key < $1.key }
    #expect(total.totals == expected.map { $0.key + 5 })
    #expect(total.probabilities == expected.map(\.value))
  }

  @Test func `is moved by each deal as by asking with and without it`() {
    let items = (0..<60).map { TotalDistribution.Item(amount: 100 + $0 % 9, probability: 0.1 + Double($0 % 8) / 10) }
    let decided = TotalDistribution.sensitivities(won: 50, items: items, target: 3_000)
    for index in items.indices {
      var (with, without) = (items, items)
      with[index].probability = 1
      without[index].probability = 0
      let (won, lost) = (TotalDistribution(won: 50, items: with), TotalDistribution(won: 50, items: without))
      let difference = won.probability(atLeast: 3_000) - lost.probability(atLeast: 3_000)
      #expect(abs(decided[index] - difference) < 1e-12)
    }
  }
}

@Suite struct `A distribution of many deals` {
  /// Realistic deals: amounts that are multiples of `grain` cents, some certain, some credits.
  static func items(_ count: Int, seed: Int, grain: Int, credits: Bool) -> [TotalDistribution.Item] {
    var random = SeededRandom(seed)
    func roll(_ sides: Int) -> Int { random.roll(sides) }
    return (0..<count).map { _ in
      let amount = (1 + roll(120)) * grain * (credits && roll(6) == 0 ? -1 : 1)
      return .init(amount: amount, probability: Double(roll(21)) / 20)
    }
  }

  /// One deal after the other, in a dictionary: slow, but too simple to be wrong.
  static func plain(_ items: [TotalDistribution.Item]) -> [Int: Double] {
    var chances = [0: 1.0]
    for item in items where item.amount != 0 && item.probability > 0 {
      var next: [Int: Double] = [:]
      for (total, chance) in chances { next[total, default: 0] = chance * (1 - item.probability) }
      for (total, chance) in chances { next[total + item.amount, default: 0] += chance * item.probability }
      chances = next.filter { $0.value > 0 }
    }
    return chances
  }

  @Test(arguments: 0..<8) func `is moved by each deal as in plain convolutions with and without it`(_ seed: Int) {
    let items = Self.items(18, seed: Int(seed), grain: 700, credits: seed % 2 == 0)
    let totals = Self.plain(items).keys.sorted()
    let (least, most) = (totals[0], totals[totals.count - 1])
    for target in [least - 1, least, least + 900, totals[totals.count / 2], most - 500, most, most + 1, 0] {
      let decided = TotalDistribution.sensitivities(won: 0, items: items, target: target)
      for index in items.indices {
        var (with, without) = (items, items)
        with[index].probability = 1
        without[index].probability = 0
        func reached(_ items: [TotalDistribution.Item]) -> Double {
          Self.plain(items).reduce(0) { $0 + ($1.key >= target ? $1.value : 0) }
        }
        #expect(abs(decided[index] - (reached(with) - reached(without))) < 1e-12, "target \(target), deal \(index)")
      }
    }
  }

  @Test(arguments: 0..<12) func `is that of a plain convolution, to the last bit`(_ seed: Int) {
    let count = [3, 8, 12, 16, 24, 32][seed % 6]
    let grain = [100, 1000, 12_500, 100_000][seed % 4]
    let items = Self.items(count, seed: Int(seed), grain: grain, credits: seed % 3 == 0)
    let plain = Self.plain(items)
    let total = TotalDistribution(won: 500, items: items)
    #expect(total.grain == 1)
    #expect(total.totals == plain.keys.sorted().map { $0 + 500 })
    #expect(zip(total.totals, total.probabilities).allSatisfy { plain[$0 - 500] == $1 })
  }

  @Test(arguments: 0..<6) func `is rounded exactly when there are more totals than the limit`(_ seed: Int) {
    let items = Self.items(12 + seed, seed: Int(seed) + 100, grain: 7, credits: seed % 2 == 0)
    for limit in [40, 200, 900] {
      var grain = 1
      while true {
        let rounded = items.map { item in
          TotalDistribution.Item(
            amount: (abs(item.amount) + grain / 2) / grain * grain * item.amount.signum(), probability: item.probability
          )
        }
        if Self.plain(rounded).count <= limit { break }
        grain *= 10
      }
      #expect(TotalDistribution(won: 0, items: items, supportLimit: limit).grain == grain)
    }
  }

  @Test func `is one total, and rounds nothing, when all deals are certain`() {
    let items = (0..<40).map { TotalDistribution.Item(amount: 1_000_003 * ($0 + 1) + $0 * $0, probability: 1) }
    let distribution = TotalDistribution(won: 0, items: items, supportLimit: 1000)
    #expect(distribution.grain == 1)
    #expect(distribution.totals == [items.reduce(0) { $0 + $1.amount }])
  }

  @Test func `takes an amount far from the others out of the dense table`() {
    var items = Self.items(24, seed: 9, grain: 100, credits: false)
    items.append(.init(amount: 40_000_000, probability: 0.25))
    items += Self.items(4, seed: 10, grain: 100, credits: false)
    let plain = Self.plain(items)
    let total = TotalDistribution(won: 0, items: items)
    #expect(total.totals == plain.keys.sorted())
    #expect(zip(total.totals, total.probabilities).allSatisfy { plain[$0] == $1 })
  }

  @Test(arguments: Sweep.cases(Array(1...12))) func `is exact as long as its totals are no more than the limit`(
    _ seed: Int
  ) {
    var random = SeededRandom(seed)
    func roll(_ sides: Int) -> Int { random.roll(sides) }
    let items = (0..<10).map { number in
      TotalDistribution.Item(
        amount: (roll(60) - 15) * (number < 5 ? 1 : 7) + 1, probability: [0, 0.25, 0.5, 0.75, 1][roll(5)])
    }
    var totals: Set<Int> = [0]
    for item in items where item.probability > 0 {
      let moved = Set(totals.map { $0 + item.amount })
      totals = item.probability == 1 ? moved : totals.union(moved)
    }
    let exact = TotalDistribution(won: 0, items: items, supportLimit: totals.count)
    #expect(exact.grain == 1 && exact.totals == totals.sorted())
    if totals.count > 1 {
      #expect(TotalDistribution(won: 0, items: items, supportLimit: totals.count - 1).grain > 1)
    }
  }
}
