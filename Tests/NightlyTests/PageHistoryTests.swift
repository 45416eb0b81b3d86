// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Nightly

/// What pages tell of the nights before.
extension `Pages of a night` {
  @Test func `the trend has every night, though the history keeps figures only where they have changed`() throws {
    let nights = try Nights()
    func book(_ won: Double) -> FileResult {
      Self.made("a.xlsx") {
        $0.headline.won = won
        $0.rows = Int(won)
      }
    }
    _ = try nights.run("2025-06-26", book(100))
    _ = try nights.run("2025-06-27", book(100))
    _ = try nights.run("2025-06-28", .unreadable("a.xlsx"))
    _ = try nights.run("2025-06-29", book(100))
    let night = try nights.run("2025-06-30", book(150))
    let trend = try NightTrend(HistoryStore(nights.history), upTo: night.run)
    let won = Headline.places.firstIndex { $0.key == .won } ?? 0
    #expect(try trend.headlines()["a.xlsx"]?.map { $0?.values[won] } == [100, 100, nil, 100, 150])
    #expect(try night.index().contains("▲\u{A0}+50 since the last run"))
    // Repeating the same night gives the same page.
    let again = try nights.run("2025-06-30", book(150))
    #expect(try again.index() == night.index())
  }

  @Test func `figures go with a workbook that has another name now, and outlive forgotten runs`() throws {
    var nights = try Nights()
    nights.keep = 2
    func book(_ path: String) -> FileResult {
      var book = Self.made(path) { $0.headline.won = 100 }
      book.sha256 = SHA256.hex("same")
      return book
    }
    for day in 21...29 { _ = try nights.run("2025-06-\(day)", book("a.xlsx")) }
    let night = try nights.run("2025-06-30", book("b.xlsx"))
    let all = try NightTrend(HistoryStore(nights.history), upTo: night.run).headlines()
    let won = Headline.places.firstIndex { $0.key == .won } ?? 0
    #expect(all["b.xlsx"]?.map { $0?.values[won] } == [100, 100])
  }

  @Test func `chances are set against how deals ended, stage by stage`() throws {
    let nights = try Nights()
    func book(_ deals: (id: String, stage: Double, chance: Double, open: Bool, won: Bool)...) -> FileResult {
      Self.made("a.xlsx") { seen in
        seen.deals = deals.map {
          Deal(
            id: $0.id, owner: "Li", stage: "S\(Int($0.stage))", stageNumber: $0.stage, amount: 10,
            probability: $0.chance,
            isOpen: $0.open, isWon: $0.won)
        }
      }
    }
    _ = try nights.run("2025-06-27", book(("D1", 2, 0.2, true, false), ("D2", 2, 0.4, true, false)))
    _ = try nights.run("2025-06-28", book(("D1", 3, 0.5, true, false), ("D2", 7, 0, false, false)))
    let night = try nights.run("2025-06-29", book(("D1", 6, 1, false, true), ("D2", 7, 0, false, false)))
    let truth = try NightTrend(HistoryStore(nights.history), upTo: night.run).calibration()
    #expect(truth.map(\.label) == ["S2", "S3"])
    #expect(truth.map(\.closed) == [2, 1] && truth.map(\.won) == [1, 1])
    #expect(abs((truth[0].stated ?? 0) - 0.3) < 1e-9 && abs((truth[0].brier ?? 0) - (0.64 + 0.16) / 2) < 1e-9)
    let seen = try History(nights.history).closedDeals()
    #expect(
      seen.deals == [
        .init(
          stages: [.init(number: 2, label: "S2", stated: 0.2), .init(number: 3, label: "S3", stated: 0.5)], isWon: true),
        .init(stages: [.init(number: 2, label: "S2", stated: 0.4)], isWon: false),
      ])
    #expect(seen.workbooks == 1 && seen.first == "2025-06-27" && seen.last == "2025-06-29")
    // There are too few to draw conclusions from, and the page says so.
    #expect(try night.index().contains("fewer than 20"))
  }

  @Test func `a target is set beside what came of the one before`() throws {
    func book() -> FileResult {
      Self.made("a.xlsx") { seen in
        seen.targets = [("Li", 100.0, 120.0, 150.0), ("Wang", 100, 80, 110), ("Wu", 100, 50, 100)].flatMap {
          [
            Target(id: "\($0.0)1", owner: $0.0, start: "2024-01-01", end: "2024-12-31", target: $0.1, won: $0.2),
            Target(id: "\($0.0)2", owner: $0.0, start: "2025-01-01", end: "2025-12-31", target: $0.3, won: 0),
          ]
        }
      }
    }
    let nights = try Nights()
    let night = try nights.run("2025-06-30", book())
    let steps = try NightTrend(HistoryStore(nights.history), upTo: night.run).targetSteps(on: "2025-06-30")
    #expect(steps.map(\.attainment) == [1.2, 0.8, 0.5])
    #expect(steps.map { ($0.growth * 100).rounded() } == [50, 10, 0])
    #expect(try night.index().contains("Fast-ox index 0.9"))
  }

  // MARK: Form
}
