// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// The run that a night is compared with. What was known about the findings after it is read one file at a time.
struct Baseline {
  struct Known {
    /// What its last event was.
    var fate: Life.Fate
    var firstSeen: String

    var isOpen: Bool { fate.isOpen }
  }

  struct File {
    var outcome: String
    var sha256: String
    var observationID: Int64?
  }

  /// Nil if there was no run before.
  var run: Int64?
  var asOf: String?
  /// The hash of the list of waivers in that run.
  var waivers = ""
  /// The number of this run: that of the last run if it is the same night again, otherwise the next number.
  var own: Int64
  var repeats: Bool
  /// The first run that the history still has.
  private var oldest: Int
  /// By path.
  var files: [String: File] = [:]

  /// - Parameter inputs: everything that the night depends on. If the last run had the same inputs, this night repeats it and
  ///   is compared with the run before that one.
  init(inputs: String, _ database: Database) throws {
    let last = try Row.fetchOne(database, sql: "SELECT id, inputs FROM runs ORDER BY id DESC LIMIT 1")
    let lastID: Int64 = last?["id"] ?? 0
    repeats = last.map { ($0["inputs"] as String) == inputs } ?? false
    own = repeats ? lastID : lastID + 1
    oldest = try LifeStore(database).oldest()
    let base = try Row.fetchOne(
      database, sql: "SELECT id, as_of, waivers FROM runs WHERE id < ? ORDER BY id DESC LIMIT 1", arguments: [own])
    run = base?["id"]
    asOf = base?["as_of"]
    waivers = base?["waivers"] ?? ""
    guard let run else { return }
    let rows = try Row.fetchCursor(
      database, sql: "SELECT path, outcome, sha256, observation FROM files WHERE run = ?", arguments: [run])
    while let row = try rows.next() {
      files[row["path"]] = File(outcome: row["outcome"], sha256: row["sha256"], observationID: row["observation"])
    }
  }

  /// What was known about the findings of one file after the previous run.
  func life(of path: String, _ store: LifeStore) throws -> Life {
    var life = try store.life(of: path)
    life.prune(before: oldest)
    life.forget(from: Int(own))
    return life
  }

  /// The day of an earlier run that saw exactly these bytes while the last run saw others, which means that a backup was
  /// restored.
  func restored(_ path: String, sha256: String, _ database: Database) throws -> String? {
    guard let run, let last = files[path], !sha256.isEmpty, !last.sha256.isEmpty, last.sha256 != sha256 else {
      return nil
    }
    let statement = try database.cachedStatement(
      sql: "SELECT as_of FROM states WHERE path = ? AND state = ? AND run < ?")
    return try String.fetchOne(statement, arguments: [path, Self.name(ofState: sha256), run])
  }

  /// How the history identifies the bytes of a workbook.
  static func name(ofState sha256: String) -> String { String(sha256.prefix(32)) }

  /// The last observation of a workbook.
  func observation(of path: String, _ database: Database) throws -> Observation? {
    guard let id = files[path]?.observationID else { return nil }
    return try HistoryStore.observation(id, database)
  }
}
