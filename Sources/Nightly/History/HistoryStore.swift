// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import GRDB
import Playbook

/// What runs have seen, in a SQLite file. A run is written in one transaction, so a killed run leaves no trace and two runs
/// can't mix.
///
/// Opening it starts threads. A process that forks workers must open it after the last of them has ended.
struct HistoryStore {
  let path: String
  let queue: DatabaseQueue
  private let setsAside: Bool

  /// Creates the file if it does not exist, and brings an older one up to date.
  ///
  /// - Parameters:
  ///   - isReadOnly: leaves the file unchanged, because other machines read it too.
  ///   - setsAside: renames a file that is damaged or not a history, so that the next run can start a new one.
  init(_ path: String, isReadOnly: Bool = false, setsAside: Bool = false) throws(NightlyError) {
    self.path = path
    self.setsAside = setsAside && !isReadOnly
    if !isReadOnly { try Files.makePrivate(path) }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      configuration.foreignKeysEnabled = true
      configuration.readonly = isReadOnly
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        HistoryCheck.limitValues(database)
      }
      guard FileStamp(path)?.size ?? 0 <= HistoryCheck.sizeLimit else {
        throw HistoryCheck.Damage(reason: "it is larger than any history file")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { try HistoryCheck.requireNothingActive($0) }
      // A history written by a later version may use the same tables with a different meaning.
      guard try queue.read({ try !HistoryCheck.isOfLaterEdition($0) }) else {
        throw NightlyError.history(path, "a later version of dealbook wrote it")
      }
      if !isReadOnly {
        let migrator = HistorySchema.migrator
        let isOld = try queue.read {
          let done = try migrator.appliedIdentifiers($0)
          return !done.isEmpty && done.count < migrator.migrations.count
        }
        try migrator.migrate(queue)
        // Give back the space that the old form needed.
        if isOld { try queue.vacuum() }
        try queue.read { try HistoryCheck.requireOwnTables($0) }
      }
    } catch {
      throw Self.explained(error, path, self.setsAside)
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws(NightlyError) -> T {
    do { return try queue.read(body) } catch { throw Self.explained(error, path, setsAside) }
  }

  func write<T>(_ body: (Database) throws -> T) throws(NightlyError) -> T {
    do { return try queue.write(body) } catch { throw Self.explained(error, path, setsAside) }
  }

  private static func explained(_ error: any Error, _ path: String, _ setsAside: Bool) -> NightlyError {
    if let error = error as? NightlyError { return error }
    if HistoryCheck.isDamage(error) {
      let reason = (error as? HistoryCheck.Damage)?.reason ?? (error as? DatabaseError)?.message ?? "it is damaged"
      guard setsAside else { return .history(path, reason) }
      guard let place = Files.setAside(path) else { return .history(path, "\(reason); move it away") }
      return .history(path, "\(reason); it was moved to \(place), and the next run starts a new one")
    }
    if let error = error as? DatabaseError { return .history(path, error.message ?? "\(error.resultCode)") }
    return .history(path, "\(error)")
  }

  /// What the history knows about some workbooks, to decide which need not be read again.
  ///
  /// - Parameters:
  ///   - names: those of the workbooks.
  ///   - withPage: whether to count only observations with what pages show.
  func known(of names: Set<String>, withPage: Bool) throws(NightlyError) -> History.Known {
    try read { database in
      var known = History.Known()
      // A run that was killed right at its start leaves an empty file. A shared history of an earlier version is not migrated,
      // so nothing is known from it.
      guard try database.tableExists("observations") else { return known }
      known.language = try Self.language(database)
      let hasPages = try database.columns(in: "observations").contains { $0.name == "has_page" }
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT path, key FROM observations"
          + (withPage ? " WHERE \(hasPages ? "has_page" : "FALSE")" : ""))
      while let row = try rows.next() {
        let path: String = row["path"]
        guard names.contains(path), known.keys[path]?.count ?? 0 < History.Known.mostKeys else { continue }
        known.keys[path, default: []].insert(row["key"])
      }
      guard try database.columns(in: "files").contains(where: { $0.name == "stamp" }) else { return known }
      let looks = try Row.fetchCursor(
        database,
        sql: "SELECT path, sha256, stamp FROM files WHERE run = (SELECT max(id) FROM runs) AND stamp != ''")
      while let row = try looks.next() {
        let path: String = row["path"]
        if names.contains(path) { known.looks[path] = History.Look(stamp: row["stamp"], sha256: row["sha256"]) }
      }
      return known
    }
  }

  /// The language in which the nights of the history speak.
  static func language(_ database: Database) throws -> Language? {
    guard try database.columns(in: "runs").contains(where: { $0.name == "brief" }),
      let row = try Row.fetchOne(
        database, sql: "SELECT brief FROM runs WHERE brief NOT NULL ORDER BY id DESC LIMIT 1"),
      let packed = row["brief"] as Data?
    else { return nil }
    return (try? LifeStore.unpacked(packed, "the last run")).flatMap { NightBrief(json: $0) }?.usualLanguage
  }

  static func observation(of path: String, key: String, _ database: Database) throws -> Observation? {
    let statement = try database.cachedStatement(sql: "SELECT payload FROM observations WHERE path = ? AND key = ?")
    return try Row.fetchOne(statement, arguments: [path, key]).flatMap(Self.observation)
  }

  static func observation(_ id: Int64, _ database: Database) throws -> Observation? {
    let statement = try database.cachedStatement(sql: "SELECT payload FROM observations WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).flatMap(Self.observation)
  }

  private static func observation(_ row: Row) throws -> Observation? {
    // Written by an earlier version, and read from a shared history as it is.
    let value: DatabaseValue = row["payload"]
    if case .string(let text) = value.storage { return Observation(json: Array(text.utf8)) }
    return Observation(json: try LifeStore.unpacked(row["payload"], "a workbook"))
  }
}
