// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Testing

@testable import Nightly

@Suite struct `What a night tells of changes` {
  @Test func `the closing date of a deal that was won is no change of the expected one`() throws {
    let nights = try Nights()
    func deal(_ stage: String, _ close: String, isOpen: Bool) -> Deal {
      Deal(
        id: "D1", name: "D1", owner: "Li", account: "A1", stage: stage, stageNumber: isOpen ? 1 : 6, amount: 100,
        close: close, isOpen: isOpen, stalledDays: 0)
    }
    _ = try nights.run("2026-11-15", .book("a.xlsx", deals: [deal("Bid", "2026-12-10", isOpen: true)]))
    let won = try nights.run("2026-11-16", .book("a.xlsx", deals: [deal("Won", "2026-11-16", isOpen: false)])).digest
    #expect(won.dealsMoved.map(\.after) == ["Won"] && won.changes.map(\.field) == [])
    let corrected = try nights.run("2026-11-17", .book("a.xlsx", deals: [deal("Won", "2026-11-14", isOpen: false)]))
    #expect(corrected.digest.changes.map { "\($0.field) \($0.after)" } == ["close 2026-11-14"])
    let again = try nights.run("2026-11-18", .book("a.xlsx", deals: [deal("Bid", "2026-12-20", isOpen: true)])).digest
    #expect(again.dealsSlipped.map(\.deal.id) == [] && again.changes.map(\.field) == [])
  }

  @Test func `a target whose period is over is at risk no longer`() throws {
    var book = FileResult.book("a.xlsx")
    book.observation?.confidence = 0.8
    book.observation?.targets = [
      Target(id: "T1", owner: "Li", start: "2025-01-01", end: "2025-12-31", target: 90, probability: 0),
      Target(id: "T2", owner: "Li", start: "2026-01-01", end: "2026-12-31", target: 90, probability: 0.1),
    ]
    let digest = try Nights().run("2026-11-15", book).digest
    #expect(digest.targetsAtRisk.prefix(9).map(\.target.id) == ["T2"])
  }
}
