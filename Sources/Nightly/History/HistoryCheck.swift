// SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import GRDBSQLite

/// Checks that a file is one of our histories and has not been tampered with. A trigger would run when a night is written, and
/// text in place of a number would make the run fail.
enum HistoryCheck {
  /// Ten times the size of a history of thousands of workbooks over ten years.
  static let sizeLimit = 8 << 30

  private static let mostCount = 1 << 53

  /// No name, reason or hash in a history is longer than this.
  private static let longestText = 1 << 20
  /// No value in a history is longer than this, in bytes.
  private static let longestValue = Int32(128 << 20)

  /// Makes the database refuse longer values before it reads them.
  static func limitValues(_ database: Database) {
    _ = unsafe sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_LENGTH, longestValue)
  }

  /// Whether a later edition of this program has written the file, which then has all that this one writes, and more.
  static func isOfLaterEdition(_ database: Database) throws -> Bool {
    let migrator = HistorySchema.migrator
    let own = Set(migrator.migrations)
    guard try database.tableExists("grdb_migrations") else { return false }
    let applied = try Set(String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations"))
    guard !applied.isSubset(of: own) else { return false }
    guard own.isSubset(of: applied) else {
      throw Damage(reason: "its list of migrations is not that of a history file")
    }
    return true
  }

  /// Must run before anything else is used: rejects triggers and everything else that would act by itself.
  static func requireNothingActive(_ database: Database) throws {
    let active = try Row.fetchAll(
      database, sql: "SELECT type, name FROM sqlite_master WHERE type NOT IN ('table', 'index') LIMIT 5")
    guard active.isEmpty else {
      let names = active.map { "\(($0["type"] as String?) ?? "?") \(($0["name"] as String?) ?? "?")" }
      throw Damage(reason: "it contains what no history file has: \(names.joined(separator: ", "))")
    }
  }

  /// Runs after migration: the tables must be those of a new history and hold values of the right types.
  static func requireOwnTables(_ database: Database) throws {
    let fresh = try DatabaseQueue()
    try HistorySchema.migrator.migrate(fresh)
    let expected = try fresh.read { try tables($0) }
    guard try tables(database) == expected else { throw Damage(reason: "its tables are not those of a history file") }
    for table in expected.keys.sorted() where try table != "grdb_migrations" && database.tableExists(table) {
      let wrong = try database.columns(in: table).compactMap { column -> String? in
        let name = "\"\(column.name)\""
        let isNullable = !column.isNotNull
        switch column.type.uppercased() {
        // Numbers of runs and rows, counts and sizes. With more than this, the next one could not be counted.
        case "INTEGER":
          return
            "typeof(\(name)) NOT IN ('integer'\(isNullable ? ", 'null'" : "")) OR \(name) NOT BETWEEN 0 AND \(mostCount)"
        // Of what nights read as a whole, the length too.
        case "TEXT":
          let isLong =
            ["changes", "departures", "figures"].contains(table) ? "" : " OR length(\(name)) > \(longestText)"
          return "typeof(\(name)) NOT IN ('text'\(isNullable ? ", 'null'" : ""))\(isLong)"
        case "REAL": return "typeof(\(name)) NOT IN ('real', 'integer'\(isNullable ? ", 'null'" : ""))"
        case "BLOB": return "typeof(\(name)) NOT IN ('blob'\(isNullable ? ", 'null'" : ""))"
        default: return nil
        }
      }
      guard !wrong.isEmpty else { continue }
      let found = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM \"\(table)\" WHERE \(wrong.joined(separator: " OR ")))")
      if found == true { throw Damage(reason: "a row of \(table) is not valid") }
    }
  }

  /// The SQL of the tables by name.
  private static func tables(_ database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL")
    return Dictionary(rows.map { ($0["name"] ?? "", $0["sql"] ?? "") }) { first, _ in first }
  }

  struct Damage: Error { var reason: String }

  /// Whether the error means that the file is damaged, rather than inaccessible. In a history of ours every question of ours can
  /// be asked, every value has its type and no rule of the tables stands in the way of a new night.
  static func isDamage(_ error: any Error) -> Bool {
    if error is Damage || error is RowDecodingError { return true }
    guard let error = error as? DatabaseError else { return false }
    return [
      .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH,
      .SQLITE_TOOBIG,
    ].contains(error.resultCode)
  }
}
