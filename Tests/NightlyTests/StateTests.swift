// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@testable import Nightly

@Suite struct `States of findings from night to night` {
  @Test func `three nights of known changes give exactly these states`() throws {
    let nights = try Nights()
    let first = try nights.run(
      "2025-06-28", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002")),
      .book("b.xlsx", .of("DEA-011", "D001")))
    #expect(first.previousAsOf == nil)
    #expect(first.states == ["a.xlsx DEA-004 D001 new", "a.xlsx DEA-004 D002 new", "b.xlsx DEA-011 D001 new"])
    let second = try nights.run(
      "2025-06-29", .book("a.xlsx", .of("DEA-004", "D002", row: 9, message: "in other words")),
      .book("b.xlsx", .of("DEA-011", "D001"), .of("DEA-012", "D001")))
    #expect(second.previousAsOf == "2025-06-28")
    #expect(
      second.states == [
        "a.xlsx DEA-004 D002 persisting", "a.xlsx DEA-004 D001 fixed", "b.xlsx DEA-011 D001 persisting",
        "b.xlsx DEA-012 D001 new",
      ])
    let third = try nights.run(
      "2025-06-30", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002")),
      .book("b.xlsx", .of("DEA-012", "D001")))
    #expect(
      third.states == [
        "a.xlsx DEA-004 D001 reopened", "a.xlsx DEA-004 D002 persisting", "b.xlsx DEA-012 D001 persisting",
        "b.xlsx DEA-011 D001 fixed",
      ])
    #expect(third.findings.map(\.firstSeen) == ["2025-06-28", "2025-06-28", "2025-06-29", "2025-06-28"])
  }

  @Test func `three nights with a waiver, a move and a row that comes back give exactly these states`() throws {
    var nights = try Nights()
    let waived = """
      waivers:
        - {rule: DEA-004, row: D002, reason: agreed, expires: 2025-06-29}
      """
    nights.waivers = try Waivers(bytes: Array(waived.utf8), path: "w.yaml")
    let moving = FileResult.book("c.xlsx", .of("DEA-007", "D009", severity: "warning"))
    _ = try nights.run(
      "2025-06-28", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002")),
      .book("b.xlsx", .of("PAY-001", "Y1")),
      moving)
    var moved = moving
    moved.path = "d.xlsx"
    let second = try nights.run(
      "2025-06-29", .book("a.xlsx", .of("DEA-004", "D002"), .of("DEA-005", "D003")), .unreadable("b.xlsx"), moved)
    #expect(
      second.states == [
        "a.xlsx DEA-004 D002 waived", "a.xlsx DEA-005 D003 new", "a.xlsx DEA-004 D001 fixed",
        "d.xlsx DEA-007 D009 persisting",
      ])
    #expect(second.digest.files.moved.map { "\($0.why) \($0.file)" } == ["c.xlsx d.xlsx"])
    let third = try nights.run(
      "2025-06-30", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002")), .book("b.xlsx"), moved)
    #expect(
      third.states == [
        "a.xlsx DEA-004 D001 reopened", "a.xlsx DEA-004 D002 reopened", "a.xlsx DEA-005 D003 fixed",
        "b.xlsx PAY-001 Y1 fixed", "d.xlsx DEA-007 D009 persisting", "w.yaml WVR-001 DEA-004 D002 new",
      ])
    // The open findings night by night, as the pictures show them.
    let trend = try NightTrend(HistoryStore(nights.history), upTo: third.run)
    #expect(trend.days == ["2025-06-28", "2025-06-29", "2025-06-30"])
    #expect(try trend.findings() == ["error": [2, 2, 2], "warning": [1, 1, 2]])
    #expect(try third.index().contains(">1 → 2</td>"))
  }

  @Test func `chances are followed target by target, the least likely first`() throws {
    let nights = try Nights()
    func book(_ chances: (String, Double)...) -> FileResult {
      var book = FileResult.book("a.xlsx")
      book.observation?.targets = chances.map { id, chance in
        Target(id: id, owner: id, start: "2025-01-01", end: "2025-12-31", target: 1000, probability: chance)
      }
      book.key = chances.map { "\($0)" }.joined()
      return book
    }
    _ = try nights.run("2025-06-28", book(("Li", 0.5)))
    _ = try nights.run("2025-06-29", book(("Li", 0.75), ("Wang", 0.25)))
    let night = try nights.run("2025-06-30", book(("Li", 1), ("Wang", 0)))
    let trend = try NightTrend(HistoryStore(nights.history), upTo: night.run)
    let chances = try trend.chances(of: nil)
    #expect(chances.map(\.owner) == ["Wang", "Li"])
    #expect(chances.map(\.values) == [[nil, 0.25, 0], [0.5, 0.75, 1]])
    #expect(try trend.chances(of: "b.xlsx").isEmpty)
  }

  @Test func `the same night once more is compared with the night before it again`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D001")))
    let books = FileResult.book("a.xlsx", .of("DEA-004", "D002"))
    let once = try nights.run("2025-06-30", books)
    let again = try nights.run("2025-06-30", books)
    #expect(again.json == once.json)
    #expect(again.states == ["a.xlsx DEA-004 D002 new", "a.xlsx DEA-004 D001 fixed"])
    let runs = try History(nights.history).answer(History.Question()).runs
    #expect(runs.map(\.times) == [1, 2])
  }

  @Test func `on one day a second run with other workbooks is compared with the first`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D001")))
    #expect(
      try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D002"))).states == [
        "a.xlsx DEA-004 D002 new", "a.xlsx DEA-004 D001 fixed",
      ])
  }

  @Test func `findings of a workbook that cannot be read are neither fixed nor new when it can be read again`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-28", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002")))
    let broken = try nights.run("2025-06-29", .unreadable("a.xlsx"))
    #expect(broken.states.isEmpty)
    #expect(broken.unchecked.map(\.path) == ["a.xlsx"])
    #expect(
      try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D001"))).states == [
        "a.xlsx DEA-004 D001 persisting", "a.xlsx DEA-004 D002 fixed",
      ])
  }

  @Test func `a workbook that is gone is said to be gone once, and its findings are no longer asked`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-28", .book("a.xlsx", .of("DEA-004", "D001")), .book("b.xlsx"))
    let second = try nights.run("2025-06-29", .book("b.xlsx"))
    #expect(second.states == ["a.xlsx DEA-004 D001 no longer asked"])
    #expect(second.digest.files.gone == ["a.xlsx"])
    #expect(second.unchecked.isEmpty)
    let third = try nights.run("2025-06-30", .book("b.xlsx"))
    #expect(third.digest.files.gone.isEmpty)
    #expect(!third.hasNews)
  }

  @Test func `a workbook under another name keeps its findings and their age`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-27", .book("a.xlsx", .of("DEA-004", "D001")))
    for (day, name) in [("2025-06-28", "b.xlsx"), ("2025-06-29", "a.xlsx"), ("2025-06-30", "a.xlsx")] {
      let night = try nights.run(day, .book(name, .of("DEA-004", "D001")))
      #expect(night.states == ["\(name) DEA-004 D001 persisting"])
      #expect(night.findings.map(\.firstSeen) == ["2025-06-27"])
      #expect(night.digest.files.gone.isEmpty)
    }
  }

  @Test func `two findings that are alike are told apart by their order`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-001", "D001"), .of("DEA-001", "D001", nth: 1)))
    #expect(
      try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-001", "D001"))).states == [
        "a.xlsx DEA-001 D001 persisting", "a.xlsx DEA-001 D001 fixed",
      ])
  }

  @Test func `what is forgotten of old runs leaves the states as they are`() throws {
    var nights = try Nights()
    nights.keep = 2
    for day in 1...6 {
      let night = try nights.run(
        "2025-06-0\(day)", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-012", "D00\(day)")))
      guard day > 1 else { continue }
      #expect(
        night.states == [
          "a.xlsx DEA-004 D001 persisting", "a.xlsx DEA-012 D00\(day) new", "a.xlsx DEA-012 D00\(day - 1) fixed",
        ])
      #expect(night.findings.first { _ in true }?.firstSeen == "2025-06-01")
    }
    let kept = try History(nights.history).answer(History.Question())
    #expect(kept.runs.map(\.asOf) == ["2025-06-05", "2025-06-06"])
    #expect(Set(kept.events.map(\.rowId)) == ["D001", "D004", "D005", "D006"])
  }

  @Test func `a text that became the number it said is repaired, not changed`() throws {
    let nights = try Nights()
    func deal(_ amount: Double?) -> Deal {
      Deal(id: "D1", name: "D1", owner: "Li", account: "A1", stage: "Bid", stageNumber: 4, amount: amount, isOpen: true)
    }
    var text = ObservedFinding.of("GEN-006", "D1")
    text.repair = "4200000"
    text.found = "4,200,000"
    _ = try nights.run("2025-06-29", .book("a.xlsx", text, deals: [deal(nil)]))
    let repaired = try nights.run("2025-06-30", .book("a.xlsx", deals: [deal(4_200_000)]))
    #expect(repaired.digest.changes.map { "\($0.field) \($0.repaired == true)" } == ["amount true"])
    // The same digits: what was there was a text.
    #expect(
      repaired.digest.markdown(.english).contains("amount: \"4,200,000\" → 4,200,000 (`a.xlsx`), repaired"))
    let changed = try nights.run("2025-07-01", .book("a.xlsx", deals: [deal(4_300_000)]))
    #expect(changed.digest.changes.map { "\($0.field) \($0.repaired == true)" } == ["amount false"])
  }

  @Test func `a stage under another label is no move`() throws {
    let nights = try Nights()
    func deal(_ stage: String, _ number: Double) -> Deal {
      Deal(
        id: "D1", name: "D1", owner: "Li", account: "A1", stage: stage, stageNumber: number, amount: 100, isOpen: true)
    }
    _ = try nights.run("2025-06-29", .book("a.xlsx", deals: [deal("标前引导", 3)]))
    let respelt = try nights.run("2025-06-30", .book("a.xlsx", deals: [deal("標前引導", 3)]))
    #expect(respelt.digest.dealsMoved.map(\.deal.id) == [])
    #expect(respelt.digest.changes.map(\.field) == [])
    let moved = try nights.run("2025-07-01", .book("a.xlsx", deals: [deal("標書提交", 4)]))
    #expect(moved.digest.dealsMoved.map(\.deal.id) == ["D1"])
    #expect(!moved.isRepeat)
  }

  @Test func `deals that moved, slipped, stalled or changed hands are told`() throws {
    let nights = try Nights()
    func deal(
      _ id: String, stage: String = "Lead", number: Double = 1, close: String = "2025-07-01", stalled: Double = 0,
      owner: String = "Li"
    ) -> Deal {
      Deal(
        id: id, name: id, owner: owner, account: "A1", stage: stage, stageNumber: number, amount: 100, close: close,
        probability: 0.5, isOpen: true, stalledDays: stalled)
    }
    _ = try nights.run("2025-06-29", .book("a.xlsx", deals: ["D1", "D2", "D3", "D4", "D5"].map { deal($0) }))
    let night = try nights.run(
      "2025-06-30",
      .book(
        "a.xlsx",
        deals: [
          deal("D1", stage: "Won", number: 6), deal("D2", close: "2025-07-11"), deal("D3", stalled: 1),
          deal("D4", owner: "Wang"), deal("D6"),
        ]))
    let digest = night.digest
    #expect(
      digest.dealsMoved.map { "\($0.deal.id) \($0.before) \($0.after) \($0.forward == true)" } == ["D1 Lead Won true"])
    #expect(digest.dealsSlipped.map { "\($0.deal.id) \($0.days ?? 0)" } == ["D2 10"])
    #expect(digest.dealsStalled.map(\.deal.id) == ["D3"])
    #expect(digest.changes.map { "\($0.rowId) \($0.field) \($0.before) \($0.after)" } == ["D4 owner Li Wang"])
    #expect(digest.dealsAdded.map(\.deal.id) == ["D6"])
    #expect(digest.dealsRemoved.map(\.deal.id) == ["D5"])
    let followed = try History(nights.history).answer(History.Question(row: "d2"))
    #expect(followed.changes.map { "\($0.asOf) \($0.field) \($0.after)" } == ["2025-06-30 close 2025-07-11"])
  }

  private static func deals(_ ids: ClosedRange<Int>, account: String = "A1", stage: String = "s") -> [Deal] {
    ids.map { number in
      Deal(
        id: "D\(number)", name: "deal \(number)", owner: "Li", account: account, stage: stage, amount: 1, close: "",
        isOpen: true, stalledDays: 0)
    }
  }

  @Test func `a workbook that was renamed and edited on one day keeps its findings, as most of its rows are there`()
    throws
  {
    let nights = try Nights()
    _ = try nights.run(
      "2026-03-31", .book("march.xlsx", .of("DEA-004", "D1"), .of("DEA-005", "D2"), deals: Self.deals(1...5)),
      .book("other.xlsx", deals: Self.deals(1...5, account: "A2")))
    let second = try nights.run(
      "2026-04-01",
      .book("april.xlsx", .of("DEA-004", "D1"), .of("DEA-006", "D9"), deals: Self.deals(2...6, stage: "later")),
      .book("other.xlsx", deals: Self.deals(1...5, account: "A2")))
    #expect(
      second.states == ["april.xlsx DEA-004 D1 persisting", "april.xlsx DEA-006 D9 new", "march.xlsx DEA-005 D2 fixed"])
    #expect(second.files.map(\.movedFrom) == ["march.xlsx", nil])
    #expect(second.digest.dealsMoved.count == 4)
  }

  @Test func `a new workbook that is like none that is gone, or like two of them, is no move`() throws {
    let nights = try Nights()
    _ = try nights.run(
      "2026-03-31", .book("a.xlsx", .of("DEA-004", "D1"), deals: Self.deals(1...5)),
      .book("b.xlsx", .of("DEA-005", "D1"), deals: Self.deals(1...5)),
      .book("c.xlsx", .of("DEA-004", "D1"), deals: Self.deals(11...15)))
    let second = try nights.run(
      "2026-04-01", .book("like a and b.xlsx", .of("DEA-004", "D1"), deals: Self.deals(1...6)),
      .book("unlike c.xlsx", .of("DEA-004", "D1"), deals: Self.deals(14...18)))
    #expect(second.files.allSatisfy { $0.movedFrom == nil })
    #expect(second.count(.new) == 2)
    #expect(second.count(.notAsked) == 3 && second.count(.fixed) == 0)
  }

  @Test func `two new workbooks that are like one that is gone are no move`() throws {
    let nights = try Nights()
    _ = try nights.run("2026-03-31", .book("a.xlsx", .of("DEA-004", "D1"), deals: Self.deals(1...5)))
    let second = try nights.run(
      "2026-04-01", .book("x.xlsx", .of("DEA-004", "D1"), deals: Self.deals(1...6)),
      .book("y.xlsx", .of("DEA-004", "D1"), deals: Self.deals(1...7)))
    #expect(second.files.allSatisfy { $0.movedFrom == nil })
  }
}
