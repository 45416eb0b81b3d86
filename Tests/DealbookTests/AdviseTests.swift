// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `The smallest set of moves` {
  private static func item(_ amount: Int, _ probability: Double) -> TotalDistribution.Item {
    TotalDistribution.Item(amount: amount, probability: probability)
  }

  /// P(total ≥ missing), by enumerating all outcomes.
  private static func chance(_ items: [TotalDistribution.Item], _ missing: Int) -> Double {
    var sum = 0.0
    for outcome in 0..<(1 << items.count) {
      var (total, probability) = (0, 1.0)
      for (place, item) in items.enumerated() {
        let isWon = outcome >> place & 1 == 1
        total += isWon ? item.amount : 0
        probability *= isWon ? item.probability : 1 - item.probability
      }
      if total >= missing { sum += probability }
    }
    return sum
  }

  @Test func `is the one that going through all sets finds, in two thousand cases or a slice of them`() throws {
    var random = SeededRandom(7)
    let rates = [0.168, 0.336, 0.56, 0.8]
    var reached = 0
    for _ in 0..<Sweep.rounds(2000) {
      // Amounts without a common small unit can't be tabulated, only bounded.
      let isOdd = Int.random(in: 0..<4, using: &random) == 0
      func amount() -> Int {
        isOdd
          ? Int.random(in: 10_000_001...99_999_999, using: &random)
          : Int.random(in: 1...20, using: &random) * 5_000_000
      }
      let fixed = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Self.item(amount(), rates.randomElement(using: &random) ?? 0.5)
      }
      let moves = (0..<Int.random(in: 1...7, using: &random)).map { _ -> SetSearch.Move in
        let stage = Int.random(in: 0...2, using: &random)
        let amount = amount()
        let isSlipped = Int.random(in: 0..<6, using: &random) == 0
        return SetSearch.Move(
          before: isSlipped ? nil : Self.item(amount, rates[stage]),
          after: Self.item(amount, isSlipped ? rates[stage] : rates[stage + 1]))
      }
      let missing = amount() * Int.random(in: 1...4, using: &random)
      let reach = [0.3, 0.5, 0.8].randomElement(using: &random) ?? 0.5
      let search = SetSearch(missing: missing, fixed: fixed, moves: moves, reach: reach)
      let result = search.run()

      var best: (moves: [Int], chance: Double)?
      for set in 0..<(1 << moves.count) where set > 0 {
        let chosen = moves.indices.filter { set >> $0 & 1 == 1 }
        let items = moves.indices.compactMap { chosen.contains($0) ? moves[$0].after : moves[$0].before }
        let chance = Self.chance(fixed + items, missing)
        guard chance >= reach - SetSearch.tolerance else { continue }
        if let known = best {
          if chosen.count > known.moves.count { continue }
          if chosen.count == known.moves.count {
            if chance < known.chance - SetSearch.tolerance { continue }
            if chance <= known.chance + SetSearch.tolerance, !chosen.lexicographicallyPrecedes(known.moves) { continue }
          }
        }
        best = (chosen, chance)
      }
      #expect(result.isExact)
      if Self.chance(fixed + moves.compactMap(\.before), missing) >= reach - SetSearch.tolerance {
        #expect(result.sets.isEmpty)
        continue
      }
      #expect(result.sets.first?.moves == best?.moves)
      if let best {
        reached += 1
        #expect(abs((result.sets.first?.chance ?? 0) - best.chance) < 1e-9)
      }
    }
    #expect(reached > 40)
  }

  @Test func `is found as well where deals are won or lost together`() {
    var random = SeededRandom(23)
    var others = 0
    for _ in 0..<200 {
      let moves = (0..<Int.random(in: 2...6, using: &random)).map { _ -> SetSearch.Move in
        let amount = Int.random(in: 1...12, using: &random) * 100
        return SetSearch.Move(before: Self.item(amount, 0.3), after: Self.item(amount, 0.6))
      }
      let fixed = [Self.item(500, 0.5)]
      let bonds: [Int?] = (0...moves.count).map { _ in [nil, 0, 0, 1].randomElement(using: &random) ?? nil }
      let missing = Int.random(in: 2...12, using: &random) * 100
      func chance(_ chosen: [Int]) -> Double {
        let items = fixed + moves.indices.compactMap { chosen.contains($0) ? moves[$0].after : moves[$0].before }
        return TotalDistribution(won: 0, items: items, bonds: bonds).probability(atLeast: missing)
      }
      let result = SetSearch(missing: missing, fixed: fixed, moves: moves, reach: 0.5, bonds: bonds).run()
      let all = (0..<(1 << moves.count)).map { set in moves.indices.filter { set >> $0 & 1 == 1 } }
      let enough = all.filter { chance($0) >= 0.5 - SetSearch.tolerance }
      if enough.contains([]) || enough.isEmpty {
        #expect(result.sets.isEmpty)
        continue
      }
      let fewest = enough.map(\.count).min() ?? 0
      let best = enough.filter { $0.count == fewest }.map(chance).max() ?? 0
      #expect(result.isExact && result.sets.first?.moves.count == fewest)
      #expect(abs((result.sets.first?.chance ?? 0) - best) < 1e-9)
      let alone = SetSearch(missing: missing, fixed: fixed, moves: moves, reach: 0.5).run()
      if alone.sets.first?.moves != result.sets.first?.moves { others += 1 }
    }
    #expect(others > 20)
  }

  @Test func `is borne out by the scenario with the same groups`() throws {
    let book = try PlayedBook.golden()
    let owner = book.table.before.owners[0]
    let bonds = ["D001,D002,D003"]
    let advice = try Advisor(book.table).advice(.init(owner: owner.name, reach: 0.4, bonds: bonds))
    let goal = try #require(advice.goals.first)
    #expect(goal.prospect.values["p_exact"] == .number(0.336))
    for set in goal.sets {
      let played = try book.table.play(Scenario(name: "", changes: set.moves.map(\.change), bonds: bonds))
      #expect(played.after.owners[0].number("p_exact") == set.chanceAfter)
      #expect(set.chanceAfter >= 0.4)
    }
  }

  @Test func `stops at its bound and says so`() {
    let moves = (0..<24).map { place in
      SetSearch.Move(
        before: Self.item(1_000_003 + 7 * place, 0.3), after: Self.item(1_000_003 + 7 * place, 0.5))
    }
    let whole = SetSearch(missing: 9_000_000, fixed: [], moves: moves, reach: 0.6)
    let cut = SetSearch(missing: 9_000_000, fixed: [], moves: moves, reach: 0.6, bound: 3).run()
    #expect(!cut.isExact && !cut.sets.isEmpty)
    for set in cut.sets { #expect(whole.chance(of: set.moves) >= 0.6) }
  }
}

@Suite struct `Deals that share one fortune` {
  @Test func `have the distribution that going through all outcomes gives`() {
    var random = SeededRandom(11)
    for _ in 0..<200 {
      let items = (0..<Int.random(in: 2...7, using: &random)).map { _ in
        TotalDistribution.Item(
          amount: Int.random(in: 1...9, using: &random) * 100,
          probability: [0.1, 0.25, 0.5, 0.5, 0.8, 1].randomElement(using: &random) ?? 0.5)
      }
      let bonds = items.map { _ in [nil, 0, 0, 1].randomElement(using: &random) ?? nil }
      let total = TotalDistribution(won: 50, items: items, bonds: bonds)
      // One draw per bond and per unbonded deal. A deal is won if the draw is below its probability.
      var parts: [[Int]] = []
      for bond in [0, 1] { parts.append(items.indices.filter { bonds[$0] == bond }) }
      parts += items.indices.filter { bonds[$0] == nil }.map { [$0] }
      var outcomes: [Int: Double] = [50: 1]
      for part in parts where !part.isEmpty {
        let cuts = Set(part.map { items[$0].probability } + [0, 1]).sorted()
        var next: [Int: Double] = [:]
        for (total, chance) in outcomes {
          for (low, high) in zip(cuts, cuts.dropFirst()) {
            let gain = part.filter { items[$0].probability >= high }.reduce(0) { $0 + items[$1].amount }
            next[total + gain, default: 0] += chance * (high - low)
          }
        }
        outcomes = next
      }
      for goal in stride(from: 50, through: 5000, by: 250) {
        let expected = outcomes.filter { $0.key >= goal }.values.reduce(0, +)
        #expect(abs(total.probability(atLeast: goal) - expected) < 1e-12)
      }
    }
  }

  @Test func `spread the result but not its mean, which a scenario shows`() throws {
    let book = try PlayedBook.golden()
    let alone = book.table.before.owners[0]
    let together = try book.play(bonds: ["D001,D002,D003"]).after.owners[0]
    // Won together with 0.336, the lowest of the three probabilities, instead of 0.8 × 0.336 × 0.5.
    #expect(together.values["p_exact"] == .number(0.336) && alone.values["p_exact"] == .number(0.1344))
    #expect(together.values["mu"] == alone.values["mu"])
  }
}

@Suite struct `Advice` {
  /// The golden workbook with a target that 陳明 reaches with one deal or another. D011 and D016 have no evidence against them.
  private static func reachable() throws -> PlayedBook {
    let book = try PlayedBook.golden()
    let targets = try #require(book.analysis.team.sheet("tg"))
    let row = try #require((0..<targets.rows.count).first { targets.rowID(at: $0) == "T003" })
    let deals = try #require(book.analysis.team.sheet("de"))
    let late = try #require((0..<deals.rows.count).first { deals.rowID(at: $0) == "D016" })
    return try PlayedBook(
      book.typedBytes([
        ("tg", "target", row, .number(200_000)), ("de", "expected_close", late, .number(45_930)),
        ("de", "owner", late, .text("陳明")),
      ]))
  }

  @Test func `claims what carrying it out gives`() throws {
    let book = try Self.reachable()
    let advice = try Advisor(book.table).advice(.init(reach: 0.5, most: 2))
    let sets = advice.goals.flatMap(\.sets)
    #expect(sets.count == 2)
    for set in sets {
      #expect(set.chanceAfter >= 0.5 && set.chanceAfter > set.chanceBefore)
      let played = try book.table.play(Scenario(name: "", changes: set.moves.map(\.change)))
      #expect(played.after.owners.contains(set.after))
    }
  }

  @Test func `goes no further than the evidence, and says what is missing`() throws {
    let book = try PlayedBook.golden()
    let advice = try Advisor(book.table).advice(.init(reach: 0.99))
    for move in advice.goals.flatMap(\.moves) where move.kind == .advance {
      let played = try book.play(move.change)
      let deals = try #require(book.analysis.team.sheet("de"))
      let row = try #require((0..<deals.rows.count).first { deals.rowID(at: $0) == move.row })
      let stage = ColumnID(sheet: "de", key: "stage_no")
      guard case .number(let before) = book.analysis.value(of: stage, at: row),
        case .number(let after)? = played.values(of: stage)?[row]
      else { continue }
      #expect(after == before + 1)
      #expect(played.values(of: ColumnID(sheet: "de", key: "stage_gap"))?[row] == .number(0))
    }
    let blocked = try #require(advice.goals.flatMap(\.blocked).first { $0.row == "D010" || $0.row == "D003" })
    #expect(!blocked.missing.isEmpty)
  }

  @Test func `says how much new pipeline would do where no set does`() throws {
    let book = try PlayedBook.golden()
    let goal = try #require(
      try Advisor(book.table).advice(.init(reach: 0.95)).goals.first { $0.sets.isEmpty && !$0.isReached })
    let new = try #require(goal.newPipeline.last)
    #expect(new.count > 0 && new.chance >= 0.95 && new.amount == new.size * Double(new.count))
  }

  @Test func `asks nobody for more who carries enough`() throws {
    let book = try PlayedBook.golden()
    let advice = try Advisor(book.table).advice(.init(reach: 0.3, isForCompany: true))
    let goal = try #require(advice.goals.first)
    #expect(!goal.spared.isEmpty)
    #expect(goal.moves.allSatisfy { !goal.spared.contains($0.owner) })
  }

  @Test func `lists the ten largest payments to collect, and says what all come to`() throws {
    let book = try PlayedBook.golden()
    var advice = try Advisor(book.table).advice(.init(reach: 0.3))
    let line = try #require(advice.collections.first)
    advice.collections = Array(repeating: line, count: 12)
    let page = AdvicePage(book.table, file: "team.xlsx", language: .english).page(advice)
    let section = try #require(page.sections.first { $0.title == "Money to collect" })
    #expect(section.rows.count == 10)
    let numbers = ReportNumbers(language: .english, system: .year1900)
    #expect(
      section.message.hasSuffix(
        "; 12 in all, \(numbers.money(line.outstanding * 12)) together, of which these are the largest 10"))
    advice.collections = Array(repeating: line, count: 10)
    #expect(
      AdvicePage(book.table, file: "team.xlsx", language: .english).page(advice).sections
        .allSatisfy { !$0.message.contains("in all") })
  }

  @Test(arguments: Language.allCases)
  func `is told in three languages`(_ language: Language) throws {
    let book = try PlayedBook.golden()
    let advice = try Advisor(book.table).advice(.init(reach: 0.2))
    let text = AdvicePage(book.table, file: "team.xlsx", language: language).page(advice).text()
    #expect(text.contains([.english: "What to do next"][language] ?? "下一步怎"))
  }
}
