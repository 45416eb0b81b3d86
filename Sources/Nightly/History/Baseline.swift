internal import GRDB

/// The run that a night is compared with. What was known after it is asked for file by file.
struct Baseline {
  struct Known {
    var id: Int64
    /// The state of its last event: open ones are `new` and `reopened`, and `waived`.
    var state: String
    var firstSeen: String

    var isOpen: Bool { state == "new" || state == "reopened" || state == "waived" }
  }

  struct File {
    var outcome: String
    var sha256: String
    var observationID: Int64?
  }

  /// Nil for the first run.
  var run: Int64?
  var asOf: String?
  /// Of the list of waivers at that run.
  var waivers = ""
  /// The number of the night's own run: that of the last run when it is the same night once more, else the next.
  var own: Int64
  var repeats: Bool
  /// By path.
  var files: [String: File] = [:]

  /// - Parameter inputs: all that the night rests on. When the last run had the same, the night is that run once more, and is
  ///   compared with what that one was compared with.
  init(inputs: String, _ database: Database) throws {
    let last = try Row.fetchOne(database, sql: "SELECT id, inputs FROM runs ORDER BY id DESC LIMIT 1")
    let lastID: Int64 = last?["id"] ?? 0
    repeats = last.map { ($0["inputs"] as String) == inputs } ?? false
    own = repeats ? lastID : lastID + 1
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

  /// What was known of the findings of one file after the run before, by fingerprint.
  func known(of path: String, _ database: Database) throws -> [String: Known] {
    guard run != nil else { return [:] }
    var known: [String: Known] = [:]
    let statement = try database.cachedStatement(
      sql: """
        SELECT f.id, f.fingerprint, f.first_seen, e.state FROM findings f
        JOIN events e ON e.finding = f.id AND e.run =
          (SELECT max(run) FROM events WHERE finding = f.id AND run < ?)
        WHERE f.path = ?
        """)
    let rows = try Row.fetchCursor(statement, arguments: [own, path])
    while let row = try rows.next() {
      known[row["fingerprint"]] = Known(id: row["id"], state: row["state"], firstSeen: row["first_seen"])
    }
    return known
  }

  /// What was last seen in a workbook.
  func observation(of path: String, _ database: Database) throws -> Observation? {
    guard let id = files[path]?.observationID else { return nil }
    return try HistoryStore.observation(id, database)
  }

  /// Findings about the list of waivers, which no workbook holds, by fingerprint, each with the name of the list.
  func waiverWords(_ database: Database) throws -> [String: (path: String, finding: ObservedFinding)] {
    var words: [String: (path: String, finding: ObservedFinding)] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT fingerprint, path, words FROM findings WHERE rule LIKE 'WVR-%'")
    while let row = try rows.next() {
      let text: String = row["words"]
      guard let finding = ObservedFinding(json: Array(text.utf8)) else { continue }
      words[row["fingerprint"]] = (row["path"], finding)
    }
    return words
  }
}
