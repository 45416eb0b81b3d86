// SPDX-License-Identifier: Apache-2.0

import GRDB
import Testing

@testable import Nightly

@Suite struct `The form of a history` {
  /// A history as earlier versions wrote it, with a row for each finding and each of its events.
  private static func writeOldHistory(at path: String) throws -> FileResult {
    let book = FileResult.book("a.xlsx", .of("DEA-004", "D002"))
    let queue = try DatabaseQueue(path: path)
    try HistorySchema.migrator.migrate(queue, upTo: "4 no longer asked")
    try queue.write { database in
      for (run, day) in [(1, "2025-06-28"), (2, "2025-06-29")] {
        try database.execute(
          sql: "INSERT INTO runs VALUES (?, ?, 'test', ?, '', '', 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, '')",
          arguments: [run, day, "inputs \(run)"])
      }
      let payload = String(decoding: try #require(book.observation).json, as: UTF8.self)
      try database.execute(
        sql: "INSERT INTO observations VALUES (7, 'a.xlsx', ?, ?)", arguments: [book.key, payload])
      try database.execute(
        sql: "INSERT INTO files VALUES (2, 'a.xlsx', 'checked', '', 0, ?, 7)", arguments: [book.sha256])
      let findings: [(ObservedFinding, [(Int, String, String)])] = [
        (.of("DEA-004", "D001"), [(1, "2025-06-28", "new"), (2, "2025-06-29", "fixed")]),
        (.of("DEA-004", "D002"), [(1, "2025-06-28", "new")]),
      ]
      for (number, (finding, events)) in findings.enumerated() {
        try database.execute(
          sql: "INSERT INTO findings VALUES (?, ?, 'a.xlsx', ?, ?, 'Deals', ?, 'amount', 'Li', '2025-06-28', ?)",
          arguments: [
            number + 1, finding.fingerprint(in: "a.xlsx"), finding.rule, finding.severity, finding.rowId,
            String(decoding: finding.json, as: UTF8.self),
          ])
        for (run, day, state) in events {
          try database.execute(sql: "INSERT INTO events VALUES (?, ?, ?, ?)", arguments: [number + 1, run, day, state])
        }
      }
    }
    return book
  }

  @Test func `a history of an earlier edition is gone on with`() throws {
    let nights = try Nights()
    let book = try Self.writeOldHistory(at: nights.history)
    let before = try History(nights.history).answer(History.Question())
    #expect(
      before.events.map { "\($0.run) \($0.rowId) \($0.state)" } == ["1 D001 new", "1 D002 new", "2 D001 fixed"])
    #expect(try History(nights.history).known(of: ["a.xlsx"]).keys == ["a.xlsx": [book.key]])
    let night = try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002")))
    #expect(night.states == ["a.xlsx DEA-004 D001 reopened", "a.xlsx DEA-004 D002 persisting"])
    #expect(night.findings.map(\.firstSeen) == ["2025-06-28", "2025-06-28"])
    #expect(
      try History(nights.history).answer(History.Question(row: "d001")).events.map(\.state) == [
        "new", "fixed", "reopened",
      ])
  }

  @Test func `a night in which nothing happened leaves what is known of a workbook alone`() throws {
    let nights = try Nights()
    let book = FileResult.book("a.xlsx", .of("DEA-004", "D001"))
    _ = try nights.run("2025-06-29", book)
    func rows() throws -> [Row] {
      try HistoryStore(nights.history).read { try Row.fetchAll($0, sql: "SELECT * FROM lives") }
    }
    let before = try rows()
    _ = try nights.run("2025-06-30", book)
    #expect(try rows() == before)
    #expect(before.count == 1)
  }

  @Test(arguments: ["fates", "words"]) func `a life that cannot be read is damage, and says of which workbook`(
    column: String
  ) throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D001")))
    for bytes in ["x'00'", "x'0500000000000000'", "x'ffffffffffffff7f00'", "zeroblob(40)"] {
      try HistoryStore(nights.history).write { try $0.execute(sql: "UPDATE lives SET \(column) = \(bytes)") }
      let error = #expect(throws: NightlyError.self) { try History(nights.history).answer(History.Question()) }
      #expect(error?.description.contains("a.xlsx cannot be read") == true)
    }
  }

  @Test func `a life is read back as it was written, and nothing else is read as one`() throws {
    var life = Life("a.xlsx")
    let findings = ["D1", "D2"].map { id in
      let finding = ObservedFinding.of("DEA-004", id)
      return NightFinding(
        file: "a.xlsx", state: .new, firstSeen: "2025-06-29", fingerprint: finding.fingerprint(in: "a.xlsx"),
        finding: finding)
    }
    life.note(findings, run: 3, asOf: "2025-06-29")
    var fixed = findings[1]
    fixed.state = .fixed
    life.note([fixed], run: 300, asOf: "2025-07-30")
    let bytes = life.fates
    let again = try #require(Life("a.xlsx", fates: bytes))
    #expect(again.entries.map(\.events) == life.entries.map(\.events))
    #expect(again.entries.map(\.fingerprint) == findings.map(\.fingerprint))
    #expect(again.open == 1)
    #expect(again.lastRun == 300)
    for count in bytes.indices { #expect(Life("a.xlsx", fates: Array(bytes[..<count])) == nil) }
    #expect(Life("a.xlsx", fates: bytes + [0]) == nil)
  }

  @Test func `the same night once more says the same on one screen, and is noted`() throws {
    let nights = try Nights()
    let results = [FileResult.book("a.xlsx", .of("DEA-004", "D001")), .unreadable("b.xlsx")]
    let terms = NightlyRun.Terms(asOf: "2025-06-30", version: "test", waivers: .none, keep: 10)
    func repeated(_ terms: NightlyRun.Terms) throws -> NightBrief? {
      try NightlyRun.repeated(RunResults(results), history: nights.history, terms: terms) { _ in 3 }
    }
    #expect(try repeated(terms) == nil)
    let night = try nights.run("2025-06-30", results[0], results[1])
    let brief = try #require(try repeated(terms))
    #expect(brief.json == night.brief.json)
    #expect(brief.news.map(\.finding.rowId) == ["D001"])
    #expect(brief.unchecked.map(\.path) == ["b.xlsx"])
    let run = try #require(try History(nights.history).answer(History.Question()).runs.first)
    #expect(run.times == 2)
    #expect(run.exit == 3)
    let other = NightlyRun.Terms(asOf: "2025-07-01", version: "test", waivers: .none, keep: 10)
    #expect(try repeated(other) == nil)
  }
}
