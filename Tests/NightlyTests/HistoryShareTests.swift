// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import Nightly

/// What a workbook that changes a lot every night makes of a history.
@Suite struct `Room in a history` {
  private static func life(_ entries: [(String, [(Int, Life.Fate)])]) -> Life {
    Life(
      "a.xlsx",
      entries.map { name, events in
        Life.Entry(
          fingerprint: name, severity: "error", firstSeen: "2025-06-01",
          events: events.map { Life.Event(run: $0.0, asOf: "2025-06-01", fate: $0.1) }, place: nil)
      })
  }

  @Test func `what is open and what the last run found stays, and of the rest the latest`() {
    let entries: [(String, [(Int, Life.Fate)])] = [
      ("open since the beginning", [(1, .new)]), ("over long ago", [(1, .new), (2, .fixed)]),
      ("over lately", [(1, .new), (2, .fixed), (7, .reopened), (8, .fixed)]), ("new", [(9, .new)]),
      ("over tonight", [(3, .new), (9, .fixed)]),
    ]
    var life = Self.life(entries)
    #expect(!life.exceeds(Life.Room(entries: 5, events: 10, bytes: 50), bytes: 50))
    #expect(life.exceeds(Life.Room(entries: 4, events: 10, bytes: 50), bytes: 50))
    #expect(life.exceeds(Life.Room(entries: 5, events: 9, bytes: 50), bytes: 50))
    #expect(life.exceeds(Life.Room(entries: 5, events: 10, bytes: 49), bytes: 50))
    // Three quarters of the room: all but one of the findings.
    let sizes = Array(repeating: 10, count: 5)
    #expect(life.condense(to: Life.Room(entries: 6, events: 100, bytes: 1000), sizes) == 3)
    #expect(life.entries.map(\.fingerprint).contains("over long ago") == false)
    #expect(life.entries.map(\.events.count) == [1, 3, 1, 2])
    // No room at all: the last run alone, and what is open.
    life = Self.life(entries)
    #expect(life.condense(to: Life.Room(entries: 0, events: 0, bytes: 0), sizes) == 9)
    #expect(life.entries.map(\.fingerprint) == ["open since the beginning", "new", "over tonight"])
    #expect(life.known("over tonight")?.fate == .fixed)
    #expect(life.known("open since the beginning")?.firstSeen == "2025-06-01")
  }

  @Test func `a workbook whose findings change every night takes a bounded part of the history, and it is said once`()
    throws
  {
    var nights = try Nights()
    nights.keep = 400
    let lasting = ObservedFinding.of("DEA-004", "D000")
    var sizes: [Int] = []
    var told: [[String]] = []
    for number in 0..<14 {
      var findings = [lasting]
      for row in 0..<1000 { findings.append(.of("DEA-005", "N\(number)R\(row)", message: "\(number) \(row) is wrong")) }
      var book = FileResult.book("a.xlsx")
      book.observation?.findings = findings
      book.key = SHA256.hex("\(number)")
      book.sha256 = book.key
      let night = try nights.run("2025-06-\(number < 9 ? "0" : "")\(number + 1)", book)
      #expect(night.count(.persisting) == (number == 0 ? 0 : 1))
      #expect(night.count(.fixed) == (number == 0 ? 0 : 1000))
      told.append(night.shortened)
      sizes.append(
        try HistoryStore(nights.history).read { database in
          try LifeStore(database).life(of: "a.xlsx").entries.count
        })
    }
    // Each night adds 1000: without a bound the last would be at 14,001.
    #expect(sizes.max() ?? 0 <= 10_000)
    #expect(sizes.last ?? 0 > 5_000)
    #expect(told.filter { !$0.isEmpty } == [["a.xlsx"]])
    let answer = try History(nights.history).answer(History.Question(file: "a.xlsx"))
    let kept = try #require(answer.kept.first)
    #expect(answer.kept.count == 1 && kept.file == "a.xlsx" && kept.run > 1)
    // Of the runs since then everything is known.
    for run in kept.run...14 { #expect(answer.events.count { $0.run == run && $0.state == "new" } == 1000) }
    #expect(answer.events.filter { $0.rowId == "D000" }.map(\.run) == [1])
  }

  @Test func `values that change every night, figures and departures take a bounded part of the history`() throws {
    var nights = try Nights()
    nights.keep = 400
    let stages = ["A", "B"]
    for number in 0..<16 {
      let deals = (0..<1000).map { row in
        Deal(
          id: "D\(row)" + String(repeating: "x", count: 40), name: "n", owner: "o\(number)", account: "a",
          stage: stages[number % 2], stageNumber: Double(number % 2 + 1), amount: Double(number), close: "2025-12-31",
          probability: 0.5, isOpen: true, stalledDays: 0, isWon: false, place: "")
      }
      var book = FileResult.book("a.xlsx", deals: deals)
      book.observation?.targets = (0..<1200).map { Target(id: "T\($0)", owner: "o", start: "", end: "", target: 1) }
      book.key = SHA256.hex("\(number)")
      book.sha256 = book.key
      _ = try nights.run("2025-06-\(number < 9 ? "0" : "")\(number + 1)", book)
    }
    try HistoryStore(nights.history).read { (database: Database) throws -> Void in
      for table in [HistoryShare.Table.changes, .figures, .departures] {
        let size = try Int.fetchOne(database, sql: "SELECT sum(\(table.size)) FROM \(table.rawValue)") ?? 0
        #expect(size <= table.room && size >= table.room / 4, "\(table.rawValue) \(size)")
        // The last night is there as a whole, or as much of it as there is room for.
        let last = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.rawValue) WHERE run = 16") ?? 0
        #expect(last >= 1000, "\(table.rawValue) \(last)")
      }
    }
  }

  @Test func `other workbooks every night make the history forget its oldest runs`() throws {
    let nights = try Nights()
    for number in 1...6 {
      _ = try nights.run("2025-06-0\(number)", .book("\(number).xlsx", .of("DEA-004", "D00\(number)")))
    }
    try HistoryStore(nights.history).write { (database: Database) throws -> Void in
      let share = HistoryShare(database, own: 6, keep: 10)
      #expect(try share.makeRoom(for: 1, oldest: 1) == 1)
      #expect(try share.makeRoom(for: 1, oldest: 1, most: 1) == 5)
      #expect(try Int.fetchAll(database, sql: "SELECT id FROM runs ORDER BY id") == [5, 6])
    }
    #expect(
      try nights.run("2025-06-07", .book("6.xlsx", .of("DEA-004", "D006"))).states == ["6.xlsx DEA-004 D006 persisting"]
    )
  }

  @Test func `the answer of a history is told piece by piece in the form that it has as a whole`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-28", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002")))
    _ = try nights.run(
      "2025-06-29", .book("a.xlsx", .of("DEA-004", "D002")), .book("b.xlsx", .of("DEA-004", "D1\n\u{202E}")))
    func json(_ question: History.Question) throws -> [UInt8] {
      var bytes: [UInt8] = []
      let sink = ByteSink { bytes += $0 }
      try History(nights.history).writeJSON(question, to: sink)
      sink.flush()
      return bytes
    }
    struct Whole: Encodable {
      var changes: [ValueChange]
      var events: [FindingEvent]
      var figures: [OwnerFigures]
      var runs: [RunRecord]
    }
    for question in [History.Question(), History.Question(row: "d002"), History.Question(row: "nothing")] {
      let answer = try History(nights.history).answer(question)
      let whole = Whole(changes: answer.changes, events: answer.events, figures: answer.figures, runs: answer.runs)
      #expect(try json(question) == JSON.bytes(whole, pretty: true) + [UInt8(ascii: "\n")])
    }
    #expect(
      try History(nights.history).answer(History.Question()).events.map { "\($0.run) \($0.file) \($0.state)" } == [
        "1 a.xlsx new", "1 a.xlsx new", "2 a.xlsx fixed", "2 b.xlsx new",
      ])
  }
}
