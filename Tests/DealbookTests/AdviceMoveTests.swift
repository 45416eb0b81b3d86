// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `The moves that are advised` {
  /// Deals of Ann that close in the second quarter of 2026, and her targets for the first two quarters.
  private static func book(
    _ count: Int, target: Double = 9_000_000, ids: Bool = true,
    asOf: SerialDate? = SerialDate(year: 2026, month: 4, day: 15)
  ) throws -> PlayedBook {
    let stages = ["Verify opportunity", "Pre-bid guidance", "Bid submission"]
    let rows = (0..<count).map { number -> [PlainWorkbook.Cell] in
      [
        ids ? .text("D\(1000 + number)") : .blank, "A1", .text("deal, \(number)"), .text(stages[number % 3]),
        .number(Double(200_000 + number * 7_310 % 90_000)), .date(46_120 + number % 60), "Ann",
      ]
    }
    var sheet = DealSheet(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Owner (AR)"], rows)
    if !ids {
      sheet.headers.removeFirst()
      sheet.rows = sheet.rows.map { Array($0.dropFirst()) }
    }
    sheet.others = [
      PlainWorkbook.Sheet(
        "Targets",
        [["Target ID", "Owner", "Period start", "Period end", "Target"]]
          + [("T1", 46_023.0, 46_112.0), ("T2", 46_113, 46_203)].map {
            [.text($0.0), "Ann", .date(Int($0.1)), .date(Int($0.2)), .number(target)]
          })
    ]
    return try PlayedBook(sheet.bytes(), asOf: asOf)
  }

  @Test(arguments: [4, 24]) func `are worth what playing each alone gives`(_ count: Int) throws {
    let book = try Self.book(count)
    let advice = try Advisor(book.table).advice(.init(owner: "Ann", reach: 0.95, bound: 100))
    let goal = try #require(advice.goals.last)
    #expect(goal.moves.count >= count / 2)
    for move in goal.moves {
      let after = try book.play(move.change).after.owners[1]
      func gain(_ key: String) -> Double { (after.number(key) ?? 0) - (goal.prospect.number(key) ?? 0) }
      #expect(abs(gain("p_exact") - move.worth.chance) < 1e-9, "\(move.change)")
      #expect(abs(gain("p10") - move.worth.p10) < 0.01 && abs(gain("commit") - move.worth.commit) < 0.01)
    }
    #expect(goal.moves.contains { $0.worth.p10 > 0 } || count == 4)
  }

  @Test func `are none for a period that has ended`() throws {
    let book = try Self.book(30)
    let advice = try Advisor(book.table).advice(.init(owner: "Ann", reach: 0.95))
    #expect(advice.goals.map(\.isOver) == [true, false])
    let over = try #require(advice.goals.first)
    #expect(over.moves.isEmpty && over.sets.isEmpty && over.newPipeline.isEmpty && !over.isReached)
    for (language, word) in [(Language.english, "Periods that are over"), (.traditionalChinese, "已結束的期間")] {
      let text = AdvicePage(book.table, file: "team.xlsx", language: language).page(advice).text()
      #expect(text.contains(word))
    }
    // On its last day something can be done.
    let last = try Self.book(30, asOf: SerialDate(year: 2026, month: 3, day: 31))
    #expect(try Advisor(last.table).advice(.init(owner: "Ann")).goals.map(\.isOver) == [false, false])
  }

  @Test func `bring back no deal where postponements are not counted, which is said`() throws {
    // All deals close in the period of the second target.
    let book = try Self.book(12, asOf: SerialDate(year: 2026, month: 3, day: 1))
    let goals = try Advisor(book.table).advice(.init(owner: "Ann", reach: 0.99)).goals
    #expect(goals.map(\.later) == [12, 0])
    #expect(goals.allSatisfy { goal in goal.moves.allSatisfy { $0.kind == .advance } })
    for (language, word) in [(Language.english, "none is taken for one that slipped"), (.traditionalChinese, "延期次數")] {
      let advice = try Advisor(book.table).advice(.init(owner: "Ann", reach: 0.99))
      #expect(AdvicePage(book.table, file: "team.xlsx", language: language).page(advice).text().contains(word))
    }
  }

  @Test func `name a deal that has no ID by its name`() throws {
    let book = try Self.book(12, target: 1_500_000, ids: false)
    let goal = try #require(try Advisor(book.table).advice(.init(owner: "Ann", reach: 0.99)).goals.last)
    let move = try #require(goal.moves.first { $0.name == "deal, 3" })
    #expect(move.change.hasPrefix("deals[name=\"deal, 3\"].stage="))
    #expect(try book.play(move.change).changes.first?.count == 1)
  }

  @Test func `are found among very many, and what is not proved is said`() throws {
    var random = SeededRandom(5)
    let moves = (0..<48).map { _ -> SetSearch.Move in
      let amount = Int.random(in: 40...400, using: &random) * 50_000
      let stage = Int.random(in: 0...2, using: &random)
      return SetSearch.Move(
        before: .init(amount: amount, probability: [0.1, 0.5, 0.7][stage]),
        after: .init(amount: amount, probability: [0.5, 0.7, 0.8][stage]))
    }
    let mean = moves.reduce(0.0) { $0 + Double($1.before?.amount ?? 0) * ($1.before?.probability ?? 0) }
    let search = SetSearch(missing: Int(mean * 1.2), fixed: [], moves: moves, reach: 0.8, bound: 1000)
    let result = search.run()
    let set = try #require(result.sets.first)
    #expect(!result.isExact && result.sets.count == 1 && set.moves.count > 1)
    #expect(set.chance >= 0.8 && set.chance == search.chance(of: set.moves))
    // No single move can be left out.
    for move in set.moves { #expect(search.chance(of: set.moves.filter { $0 != move }) < 0.8) }
  }

  @Test func `that are not enough come with the fewest new deals that are`() throws {
    let book = try Self.book(12)
    let goal = try #require(try Advisor(book.table).advice(.init(owner: "Ann", reach: 0.9)).goals.last)
    #expect(goal.sets.isEmpty && !goal.newPipeline.isEmpty)
    let after = try book.table.play(Scenario(name: "", changes: goal.moves.map(\.change))).after.owners[1]
    #expect(after.number("p_exact") == goal.chanceOfAll)
    for new in goal.newPipeline {
      func chance(_ count: Int) throws -> Double {
        let additions = try (0..<count).map { number in
          try Scenario.Addition(
            "deals: deal_id=N\(number), account_id=A1, amount=\(Int(new.size)), stage=\(new.stage), "
              + "expected_close=2026-06-30, owner=Ann")
        }
        let scenario = Scenario(name: "", changes: goal.moves.map(\.change), additions: additions)
        return try book.table.play(scenario).after.owners[1].number("p_exact") ?? 0
      }
      #expect(try abs(chance(new.count) - new.chance) < 1e-6)
      if new.count > 1 { #expect(try chance(new.count - 1) < 0.9) }
    }
  }
}
