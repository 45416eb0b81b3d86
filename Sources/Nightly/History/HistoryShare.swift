// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// Keeps what a history says about one workbook within bounds, however much in it changes every night. The oldest runs are forgotten
/// for that workbook alone.
final class HistoryShare {
  /// A table that grows with every night.
  enum Table: String {
    case changes, figures, departures

    /// In bytes, as ``size`` counts them.
    var room: Int {
      switch self {
      case .changes: 2 << 20
      case .figures: 5 << 19
      case .departures: 1 << 20
      }
    }

    /// About as many bytes as a row takes with its indexes.
    var size: String {
      switch self {
      case .changes: "2 * length(path) + 2 * length(row_id) + length(before) + length(after) + 40"
      case .figures: "2 * length(path) + 2 * length(target_id) + length(owner) + 120"
      case .departures: "length(path) + length(deal) + length(label) + 40"
      }
    }
  }

  private let database: Database
  private let own: Int64
  private let keep: Int
  /// The workbooks of which a part of the past is forgotten from tonight on.
  private(set) var shortened: [String] = []

  /// - Parameters:
  ///   - own: the number of this night.
  ///   - keep: how many runs the history keeps.
  init(_ database: Database, own: Int64, keep: Int) {
    self.database = database
    self.own = own
    self.keep = max(2, keep)
  }

  /// How many bytes one night may add to a table about one workbook.
  static func mostPerNight(_ table: Table) -> Int { table.room / 2 }

  /// Makes room after a night has added so many bytes about a workbook. One that would take its share only after many nights
  /// is looked at now and then, and one that never would is not looked at.
  func makeRoom(in table: Table, for path: String, added: Int) throws {
    let isMuch = added > table.room / Self.pace
    // Departures outlive the runs, so few of them become many in time.
    let isSome = table == .departures ? added > 0 : added > table.room / keep
    guard isMuch || isSome && Int(own) % Self.pace == 0, let last = try lastWithoutRoom(in: table, for: path) else {
      return
    }
    try database.execute(
      sql: "DELETE FROM \(table.rawValue) WHERE path = ? AND run <= ?", arguments: [path, last])
    try note(path, from: last + 1)
  }

  private static let pace = 16

  /// The last run of which a table has no room for what it says about a workbook.
  private func lastWithoutRoom(in table: Table, for path: String) throws -> Int64? {
    let statement = try database.cachedStatement(
      sql: "SELECT run, sum(\(table.size)) AS size FROM \(table.rawValue) WHERE path = ? GROUP BY run ORDER BY run DESC"
    )
    let rows = try Row.fetchCursor(statement, arguments: [path])
    var size = 0
    while let row = try rows.next() {
      size += row["size"] as Int
      let run: Int64 = row["run"]
      if size > table.room, run < own { return run }
    }
    return nil
  }

  /// Records that what happened to a workbook is only known from a run on.
  func note(_ path: String, from run: Int64) throws {
    if try Int64.fetchOne(database, sql: "SELECT run FROM kept WHERE path = ?", arguments: [path]) == nil {
      shortened.append(path)
    }
    try database.execute(
      sql: """
        INSERT INTO kept (path, run) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET run = max(run, excluded.run)
        """, arguments: [path, run])
  }

  /// What the whole history may take for each workbook of a night, in bytes.
  static let mostPerWorkbook = 16 << 20

  /// Forgets the oldest runs if the history is larger than any that so many workbooks need: somebody gives the folder other
  /// workbooks every night.
  ///
  /// - Parameter most: the room for each of them, in bytes.
  /// - Returns: the first run that the history still has.
  func makeRoom(for workbooks: Int, oldest: Int, most: Int = mostPerWorkbook) throws -> Int {
    var oldest = oldest
    while try size() > most * max(1, workbooks) {
      let runs = try Int64.fetchAll(database, sql: "SELECT id FROM runs ORDER BY id")
      // The last two are what the next night is compared with.
      guard runs.count > 2 else { break }
      let last = runs[min(runs.count - 3, runs.count / 8)]
      try database.execute(sql: "DELETE FROM runs WHERE id <= ?", arguments: [last])
      try database.execute(sql: "DELETE FROM states WHERE run <= ?", arguments: [last])
      oldest = Int(last) + 1
      try LifeStore(database).prune(before: oldest)
    }
    return oldest
  }

  /// The pages in use, in bytes.
  private func size() throws -> Int {
    func number(_ name: String) throws -> Int { try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? 0 }
    return try (number("page_count") - number("freelist_count")) * number("page_size")
  }
}

extension HistorySchema {
  /// The first run since which everything about a workbook is known. There is no row for most workbooks, of which nothing was
  /// forgotten.
  static let kept = """
    CREATE TABLE kept (path TEXT NOT NULL PRIMARY KEY, run INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX changes_path ON changes (path);
    """
}
