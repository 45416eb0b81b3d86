// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import Nightly

@Suite struct `Damaged histories` {
  private static let damages = [
    "UPDATE runs SET id = 9223372036854775807 WHERE id = 2", "UPDATE runs SET id = -1 WHERE id = 2",
    "UPDATE runs SET id = -9223372036854775808 WHERE id = 2",
    "UPDATE runs SET times = 9223372036854775807", "UPDATE files SET size = -9223372036854775808",
    "UPDATE lives SET last_run = 9223372036854775807", "UPDATE states SET run = -1",
    "DROP TABLE grdb_migrations; CREATE TABLE grdb_migrations (identifier TEXT); INSERT INTO grdb_migrations VALUES (NULL)",
    "DELETE FROM grdb_migrations", "ALTER TABLE runs RENAME TO walks",
    "DROP TABLE states",
  ]

  @Test(arguments: damages)
  func `a history with what no night has written is set aside, and the next night begins a new one`(_ damage: String)
    throws
  {
    let nights = try Nights()
    _ = try nights.run("2025-06-28", .book("a.xlsx", .of("DEA-004", "D001")))
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D002")))
    do {
      var plain = Configuration()
      plain.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: nights.history, configuration: plain)
      try queue.writeWithoutTransaction { try $0.execute(sql: damage) }
    }
    #expect(throws: NightlyError.self) { try nights.run("2025-06-30", .book("a.xlsx")) }
    #expect(FileManager.default.fileExists(atPath: nights.history + ".damaged-1"))
    #expect(try nights.run("2025-06-30", .book("a.xlsx")).previousAsOf == nil)
  }

  @Test func `what a history knows is told of the workbooks of the night alone`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-28", .book("a.xlsx", .of("DEA-004", "D001")), .book("b.xlsx"))
    let known = try History(nights.history).known(of: ["a.xlsx", "c.xlsx"])
    #expect(known.keys.keys.sorted() == ["a.xlsx"])
    #expect(known.keys["a.xlsx"]?.count == 1)
  }
}
