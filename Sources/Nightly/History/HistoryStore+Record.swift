internal import GRDB

/// A run as the history lists it.
public struct RunRecord: Hashable, Sendable, Encodable {
  public var run: Int
  public var asOf: String
  public var version: String
  /// In UTC; the same night once more keeps its start.
  public var started: String
  public var ended: String
  /// How many times the same night was run.
  public var times: Int
  public var exit: Int
  public var files: Int
  public var notChecked: Int
  public var new: Int
  public var reopened: Int
  public var fixed: Int
  public var persisting: Int
  public var waived: Int
}

extension HistoryStore {
  /// Writes a night whole, in the place of the same night when that is the last one, and forgets runs before the last
  /// `keep`.
  func record(
    _ night: Night, _ comparison: Comparison, _ results: [FileResult], trace: [Digest.Change], inputs: String,
    started: String, status: Int, keep: Int
  ) throws(NightlyError) {
    let baseline = comparison.baseline
    try write { database in
      let own = baseline.own
      var times = 1
      var begun = started
      if baseline.repeats,
        let row = try Row.fetchOne(database, sql: "SELECT times, started FROM runs WHERE id = ?", arguments: [own])
      {
        times = row["times"] + 1
        begun = row["started"]
        try database.execute(sql: "DELETE FROM runs WHERE id = ?", arguments: [own])
        try database.execute(sql: "DELETE FROM events WHERE run = ?", arguments: [own])
        try database.execute(
          sql: "DELETE FROM findings WHERE NOT EXISTS (SELECT 1 FROM events WHERE finding = findings.id)")
      }
      try database.execute(
        sql: "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          own, night.asOf, night.version, inputs, begun, Files.now(), times, status, night.files.count,
          night.unchecked.count, night.count(.new), night.count(.reopened), night.count(.fixed),
          night.count(.persisting), night.count(.waived),
        ])
      try Self.insert(night.files, results, baseline, into: database)
      try Self.insert(night.findings, comparison, into: database)
      try Self.insert(results, run: own, into: database)
      for change in trace {
        try database.execute(
          sql: "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [own, change.file, change.kind, change.rowId, change.field, change.before, change.after])
      }
      try Self.prune(own: own, keep: keep, database)
    }
  }

  private static func insert(
    _ files: [NightFile], _ results: [FileResult], _ baseline: Baseline, into database: Database
  ) throws {
    let results = Dictionary(uniqueKeysWithValues: results.map { ($0.path, $0) })
    let find = try database.makeStatement(sql: "SELECT id FROM observations WHERE path = ? AND key = ?")
    let observe = try database.makeStatement(sql: "INSERT INTO observations (path, key, payload) VALUES (?, ?, ?)")
    let insert = try database.makeStatement(sql: "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)")
    for file in files {
      // What could not be seen tonight is compared tomorrow with what was seen last.
      var id = baseline.files[file.movedFrom ?? file.path]?.observationID
      if file.outcome == .gone { id = nil }
      if let result = results[file.path], let observation = result.observation {
        id = try Int64.fetchOne(find, arguments: [file.path, result.key])
        if id == nil {
          let payload = String(decoding: JSON.bytes(observation), as: UTF8.self)
          try observe.execute(arguments: [file.path, result.key, payload])
          id = database.lastInsertedRowID
        }
      }
      try insert.execute(arguments: [
        baseline.own, file.path, file.outcome.rawValue, file.why, file.size, file.sha256, id,
      ])
    }
  }

  private static func insert(_ findings: [NightFinding], _ comparison: Comparison, into database: Database) throws {
    let baseline = comparison.baseline
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO findings (fingerprint, path, rule, severity, sheet, row_id, column_key, owner, first_seen, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let event = try database.makeStatement(sql: "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?)")
    for fingerprint in Set(comparison.renamed).sorted() {
      guard let known = baseline.known[fingerprint] else { continue }
      try event.execute(arguments: [known.id, baseline.own, comparison.asOf, "moved"])
    }
    for night in findings {
      let known = baseline.known[night.fingerprint]
      // A finding that goes on as it was needs no event.
      if night.state == .persisting, known?.isOpen == true { continue }
      if night.state == .waived, known?.state == FindingState.waived.rawValue { continue }
      var id = known?.id
      if id == nil {
        let finding = night.finding
        try insert.execute(arguments: [
          night.fingerprint, night.file, finding.rule, finding.severity, finding.sheet, finding.rowId, finding.column,
          finding.owner, night.firstSeen, String(decoding: JSON.bytes(finding), as: UTF8.self),
        ])
        id = database.lastInsertedRowID
      }
      // One whose workbook has another name now begins under it.
      let state = night.state == .persisting ? .new : night.state
      try event.execute(arguments: [id, baseline.own, comparison.asOf, state.rawValue])
    }
  }

  private static func insert(_ results: [FileResult], run: Int64, into database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for result in results {
      for target in result.observation?.targets ?? [] {
        try insert.execute(arguments: [
          run, result.path, target.id, target.owner, target.start, target.end, target.target, target.won, target.open,
          target.probability, target.p10, target.p50, target.p90, target.committable,
        ])
      }
    }
  }

  private static func prune(own: Int64, keep: Int, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM runs WHERE id <= ?", arguments: [own - Int64(max(2, keep))])
    // Of runs that are forgotten, the last event of each finding stays: it says in which state the finding is.
    let oldest = try Int64.fetchOne(database, sql: "SELECT min(id) FROM runs") ?? own
    try database.execute(
      sql: """
        DELETE FROM events WHERE run < ? AND EXISTS
          (SELECT 1 FROM events later WHERE later.finding = events.finding AND later.run > events.run
            AND later.run <= ?)
        """, arguments: [oldest, oldest])
    try database.execute(
      sql: """
        DELETE FROM findings WHERE NOT EXISTS
          (SELECT 1 FROM events WHERE finding = findings.id AND (run >= ? OR state NOT IN ('fixed', 'moved')))
        """, arguments: [oldest])
    // Only the last two runs are ever compared with.
    try database.execute(
      sql:
        "DELETE FROM observations WHERE id NOT IN (SELECT observation FROM files WHERE observation NOT NULL AND run >= ?)",
      arguments: [own - 1])
  }
}
