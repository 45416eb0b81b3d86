// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import Zip

@testable import Nightly

/// Small histories that ask for much.
@Suite struct `Prepared histories` {
  private static func nights() throws -> (Nights, FileResult) {
    let nights = try Nights()
    let book = FileResult.book("a.xlsx", .of("DEA-004", "D001"))
    _ = try nights.run("2025-06-28", book)
    return (nights, book)
  }

  private static func blob(_ column: String, _ table: String, _ nights: Nights) throws -> [UInt8] {
    try HistoryStore(nights.history).read { database in
      let data = try Data.fetchOne(database, sql: "SELECT \(column) FROM \(table) LIMIT 1")
      return try LifeStore.unpacked(data, "a test")
    }
  }

  @Test(arguments: [("fates", "lives", UInt8(0)), ("words", "lives", 32), ("payload", "observations", 32)])
  func `what inflates to far more than its size is damage`(column: String, table: String, filler: UInt8) throws {
    let (nights, _) = try Self.nights()
    let bytes = try Self.blob(column, table, nights)
    let bomb = try Data(Deflated.pack(bytes + Array(repeating: filler, count: 30 << 20)))
    #expect(bomb.count < 400_000)
    try HistoryStore(nights.history).write { database in
      try database.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [bomb])
    }
    #expect(throws: NightlyError.self) { try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D002"))) }
    #expect(FileManager.default.fileExists(atPath: nights.history + ".damaged-1"))
  }

  @Test func `what is longer and really there is read`() throws {
    let long = Array(repeating: UInt8(32), count: 20 << 20)
    #expect(try LifeStore.unpacked(LifeStore.packed(long), "a test") == long)
    #expect(try LifeStore.unpacked(LifeStore.packed([]), "a test") == [])
  }

  @Test func `a name that is longer than any is damage`() throws {
    let (nights, book) = try Self.nights()
    try HistoryStore(nights.history).write { database in
      try database.execute(
        sql: """
          INSERT INTO files SELECT run, path || hex(zeroblob(600000)), outcome, why, size, sha256, observation, stamp
          FROM files
          """)
    }
    #expect(throws: NightlyError.self) { try nights.run("2025-06-29", book) }
    #expect(FileManager.default.fileExists(atPath: nights.history + ".damaged-1"))
  }

  @Test func `more fingerprints than there can be in so many bytes are damage`() throws {
    let entries = (0..<400).map { number in
      Life.Entry(
        fingerprint: String(repeating: "0", count: 32), severity: "error", firstSeen: "2025-06-01",
        events: [Life.Event(run: number, asOf: "2025-06-01", fate: .new)], place: nil)
    }
    let fates = Life("a.xlsx", entries).fates
    #expect(Life("a.xlsx", fates: fates, packed: try Deflated.pack(fates).count) == nil)
    #expect(Life("a.xlsx", fates: fates, packed: fates.count)?.entries.count == 400)
  }

  @Test(arguments: [
    ("UPDATE grdb_migrations SET identifier = 'x' || identifier WHERE identifier LIKE '1 %'", true),
    ("INSERT INTO grdb_migrations VALUES ('8 of a later edition')", false),
  ])
  func `a damaged list of migrations is damage, and only a later edition has more of them`(
    change: String, isDamage: Bool
  ) throws {
    let (nights, book) = try Self.nights()
    try HistoryStore(nights.history).write { try $0.execute(sql: change) }
    let error = #expect(throws: NightlyError.self) { try nights.run("2025-06-29", book) }
    #expect(FileManager.default.fileExists(atPath: nights.history + ".damaged-1") == isDamage)
    #expect(error?.description.contains("a later version of dealbook wrote it") == !isDamage)
  }
}
