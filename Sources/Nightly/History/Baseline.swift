internal import GRDB

/// The run that a night is compared with, and what was known after it.
struct Baseline {
  struct Known {
    var id: Int64
    var path: String
    /// The state of its last event: open ones are `new` and `reopened`, and `waived`.
    var state: String
    var firstSeen: String

    var isOpen: Bool { state == "new" || state == "reopened" || state == "waived" }
  }

  struct File {
    var outcome: String
    var sha256: String
    var observationID: Int64?
    var observation: Observation?
  }

  /// Nil for the first run.
  var run: Int64?
  var asOf: String?
  /// The number of the night's own run: that of the last run when it is the same night once more, else the next.
  var own: Int64
  var repeats: Bool
  /// By fingerprint.
  var known: [String: Known] = [:]
  /// By path.
  var files: [String: File] = [:]
  /// Findings about the list of waivers, which no workbook holds, by fingerprint.
  var waiverWords: [String: ObservedFinding] = [:]
}

extension HistoryStore {
  /// - Parameter inputs: all that the night rests on. When the last run had the same, the night is that run once more, and is
  ///   compared with what that one was compared with.
  func baseline(inputs: String) throws(NightlyError) -> Baseline {
    try read { database in
      let last = try Row.fetchOne(database, sql: "SELECT id, inputs FROM runs ORDER BY id DESC LIMIT 1")
      let lastID: Int64 = last?["id"] ?? 0
      let repeats = last.map { ($0["inputs"] as String) == inputs } ?? false
      let own = repeats ? lastID : lastID + 1
      let base = try Row.fetchOne(
        database, sql: "SELECT id, as_of FROM runs WHERE id < ? ORDER BY id DESC LIMIT 1", arguments: [own])
      var baseline = Baseline(run: base?["id"], asOf: base?["as_of"], own: own, repeats: repeats)
      guard let run = baseline.run else { return baseline }
      let findings = try Row.fetchCursor(
        database,
        sql: """
          SELECT f.id, f.fingerprint, f.path, f.first_seen, e.state FROM findings f
          JOIN events e ON e.finding = f.id AND e.run =
            (SELECT max(run) FROM events WHERE finding = f.id AND run < ?)
          """, arguments: [own])
      while let row = try findings.next() {
        baseline.known[row["fingerprint"]] = Baseline.Known(
          id: row["id"], path: row["path"], state: row["state"], firstSeen: row["first_seen"])
      }
      let files = try Row.fetchCursor(
        database,
        sql: """
          SELECT f.path, f.outcome, f.sha256, f.observation, o.payload FROM files f
          LEFT JOIN observations o ON o.id = f.observation WHERE f.run = ?
          """, arguments: [run])
      while let row = try files.next() {
        let payload = row["payload"] as String?
        baseline.files[row["path"]] = Baseline.File(
          outcome: row["outcome"], sha256: row["sha256"], observationID: row["observation"],
          observation: payload.flatMap { JSON.value(Observation.self, from: Array($0.utf8)) })
      }
      let words = try Row.fetchCursor(
        database, sql: "SELECT fingerprint, words FROM findings WHERE rule LIKE 'WVR-%'")
      while let row = try words.next() {
        let text: String = row["words"]
        baseline.waiverWords[row["fingerprint"]] = JSON.value(ObservedFinding.self, from: Array(text.utf8))
      }
      return baseline
    }
  }
}
