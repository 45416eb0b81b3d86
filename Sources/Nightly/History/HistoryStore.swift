internal import GRDB

/// What runs have seen, in a SQLite file. A run is written in one transaction: a killed one leaves no trace here, and two
/// cannot mix.
///
/// Opening it starts threads. A process that makes workers opens it after the last of them.
struct HistoryStore {
  let path: String
  let queue: DatabaseQueue
  private let setsAside: Bool

  /// Makes the file when it is not there, and brings an older one up to date.
  ///
  /// - Parameters:
  ///   - isReadOnly: leaves the file as it is, for one among many machines.
  ///   - setsAside: one that is damaged, or none of ours, gets another name, so that the next run can begin a new one.
  init(_ path: String, isReadOnly: Bool = false, setsAside: Bool = false) throws(NightlyError) {
    self.path = path
    self.setsAside = setsAside && !isReadOnly
    if !isReadOnly { try Files.makePrivate(path) }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      configuration.foreignKeysEnabled = true
      configuration.readonly = isReadOnly
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
      guard FileStamp(path)?.size ?? 0 <= HistoryCheck.sizeLimit else {
        throw HistoryCheck.Damage(reason: "it is larger than any history")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { try HistoryCheck.requireNothingActive($0) }
      // One that a later edition has written may mean something else by the same tables.
      guard try queue.read({ try !HistorySchema.migrator.hasBeenSuperseded($0) }) else {
        throw NightlyError.history(path, "a later edition of dealbook has written it")
      }
      if !isReadOnly {
        try HistorySchema.migrator.migrate(queue)
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
      return .history(path, "\(reason); it is set aside as \(place), and the next run begins a new one")
    }
    if let error = error as? DatabaseError { return .history(path, error.message ?? "\(error.resultCode)") }
    return .history(path, "\(error)")
  }

  /// Which workbooks need not be looked at again: paths and keys of the observations that are there.
  func knownKeys() throws(NightlyError) -> [String: Set<String>] {
    try read { database in
      var keys: [String: Set<String>] = [:]
      // A run that was killed at its very beginning leaves an empty file.
      guard try database.tableExists("observations") else { return keys }
      let rows = try Row.fetchCursor(database, sql: "SELECT path, key FROM observations")
      while let row = try rows.next() { keys[row["path"], default: []].insert(row["key"]) }
      return keys
    }
  }

  static func observation(of path: String, key: String, _ database: Database) throws -> Observation? {
    let statement = try database.cachedStatement(sql: "SELECT payload FROM observations WHERE path = ? AND key = ?")
    return try String.fetchOne(statement, arguments: [path, key]).flatMap {
      Observation(json: Array($0.utf8))
    }
  }

  static func observation(_ id: Int64, _ database: Database) throws -> Observation? {
    let statement = try database.cachedStatement(sql: "SELECT payload FROM observations WHERE id = ?")
    return try String.fetchOne(statement, arguments: [id]).flatMap {
      Observation(json: Array($0.utf8))
    }
  }
}
