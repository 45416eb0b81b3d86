// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import GRDB
internal import Zip

/// Reads and writes ``Life`` values, one per row.
struct LifeStore {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// What so many packed bytes may hold at most. Whoever prepares a history could otherwise make a small file ask for any amount of
  /// memory.
  private static func longest(_ packed: Int) -> Int { max(12 << 20, 64 * packed) }

  static func packed(_ bytes: [UInt8]) throws -> Data {
    let packed = try Deflated.pack(bytes)
    return Data(bytes.count <= longest(packed.count) ? packed : Deflated.stored(bytes))
  }

  static func unpacked(_ data: Data?, _ what: String) throws -> [UInt8] {
    guard let data, let bytes = Deflated.unpack([UInt8](data), limit: longest(data.count)) else {
      throw HistoryCheck.Damage(reason: "what it says about \(what) cannot be read")
    }
    return bytes
  }

  /// Empty if the history has none.
  func life(of path: String) throws -> Life {
    let statement = try database.cachedStatement(sql: "SELECT fates FROM lives WHERE path = ?")
    guard let row = try Row.fetchOne(statement, arguments: [path]) else { return Life(path) }
    return try Self.life(path, row["fates"])
  }

  private static func life(_ path: String, _ fates: Data?) throws -> Life {
    guard let life = Life(path, fates: try unpacked(fates, path), packed: fates?.count ?? 0) else {
      throw HistoryCheck.Damage(reason: "what it says about \(path) cannot be read")
    }
    return life
  }

  /// Visits all lives in the order in which they were added, or that of one workbook, without the runs that have been
  /// forgotten.
  func visit(of path: String? = nil, _ body: (Life) throws -> Void) throws {
    let oldest = try oldest()
    let rows = try Row.fetchCursor(
      database, sql: "SELECT path, fates FROM lives WHERE (:path IS NULL OR path = :path) ORDER BY id",
      arguments: ["path": path])
    while let row = try rows.next() {
      var life = try Self.life(row["path"], row["fates"])
      life.prune(before: oldest)
      try body(life)
    }
  }

  /// The number of the first run that the history still has.
  func oldest() throws -> Int { try Int.fetchOne(database, sql: "SELECT min(id) FROM runs") ?? 0 }

  /// The words of the findings, in the order in which they are stored.
  func words(of path: String) throws -> [ArraySlice<UInt8>] {
    let statement = try database.cachedStatement(sql: "SELECT words FROM lives WHERE path = ?")
    guard let row = try Row.fetchOne(statement, arguments: [path]) else { return [] }
    return try Self.unpacked(row["words"], path).split(separator: UInt8(ascii: "\n"))
  }

  /// The words of each finding of a life.
  func findings(of life: Life) throws -> [ObservedFinding] {
    let stored = try words(of: life.path)
    return try life.entries.map { entry in
      guard let place = entry.place, place < stored.count, let finding = ObservedFinding(json: Array(stored[place]))
      else { throw HistoryCheck.Damage(reason: "what it says about \(life.path) cannot be read") }
      return finding
    }
  }

  /// Findings about lists of waivers, by fingerprint, each with the name of its list. They belong to no workbook.
  func waiverWords() throws -> [String: (path: String, finding: ObservedFinding)] {
    var words: [String: (path: String, finding: ObservedFinding)] = [:]
    for path in try String.fetchAll(database, sql: "SELECT path FROM lives WHERE is_list ORDER BY id") {
      let life = try life(of: path)
      for (entry, finding) in zip(life.entries, try findings(of: life)) { words[entry.fingerprint] = (path, finding) }
    }
    return words
  }

  /// Writes a life if it has changed.
  ///
  /// - Parameters:
  ///   - isList: whether the findings are about a list of waivers.
  ///   - room: how much is kept; nil for everything.
  /// - Returns: the first run of which everything is still known, if older ones had to be forgotten.
  @discardableResult
  func save(_ life: Life, isList: Bool = false, room: Life.Room? = nil) throws -> Int? {
    var life = life
    var fates = life.fates
    guard fates != life.stored, !(life.entries.isEmpty && life.stored.isEmpty) else { return nil }
    let stored = try words(of: life.path)
    var first: Int?
    if let room, life.entries.count > Self.few || life.eventCount > room.events {
      let sizes = life.entries.map { entry in
        entry.place.map { $0 < stored.count ? stored[$0].count : 0 } ?? entry.words.count
      }
      if life.exceeds(room, bytes: sizes.reduce(0, +)) {
        first = life.condense(to: room, sizes)
        fates = life.fates
      }
    }
    let data = try Self.packed(fates)
    let isAsStored = life.entries.count == stored.count && life.entries.enumerated().allSatisfy { $1.place == $0 }
    if isAsStored {
      try database.cachedStatement(
        sql: "UPDATE lives SET is_list = ?, last_run = ?, open = ?, fates = ? WHERE path = ?"
      ).execute(arguments: [isList, life.lastRun, life.open, data, life.path])
      return first
    }
    var words: [UInt8] = []
    for entry in life.entries {
      if let place = entry.place {
        guard place < stored.count else {
          throw HistoryCheck.Damage(reason: "what it says about \(life.path) cannot be read")
        }
        words += stored[place]
      } else {
        words += entry.words
      }
      words.append(UInt8(ascii: "\n"))
    }
    // The row keeps its number, which gives the order in which workbooks were added.
    try database.cachedStatement(
      sql: """
        INSERT INTO lives (path, is_list, last_run, open, fates, words) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (path) DO UPDATE SET is_list = excluded.is_list, last_run = excluded.last_run, open = excluded.open,
          fates = excluded.fates, words = excluded.words
        """
    ).execute(arguments: [life.path, isList, life.lastRun, life.open, data, try Self.packed(words)])
    return first
  }

  /// For so many findings there is always room.
  private static let few = 300

  /// Forgets workbooks whose findings were all over before the oldest run.
  func prune(before oldest: Int) throws {
    try database.execute(sql: "DELETE FROM lives WHERE open = 0 AND last_run < ?", arguments: [oldest])
  }
}
