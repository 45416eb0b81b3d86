internal import GRDB

/// Writes a night into the history file by file, in the place of the same night when that is the last one. All of it is one
/// transaction of the caller's.
struct NightRecorder {
  private let database: Database
  private let baseline: Baseline
  private let asOf: String
  private let findObservation: Statement
  private let insertObservation: Statement
  private let insertFile: Statement
  private let insertFinding: Statement
  private let insertEvent: Statement
  private let insertFigures: Statement
  private let insertChange: Statement

  init(_ database: Database, _ baseline: Baseline, inputs: String, _ terms: Night.Terms) throws {
    self.database = database
    self.baseline = baseline
    asOf = terms.asOf
    let own = baseline.own
    var times = 1
    var begun = terms.started
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
    // What comes of the run is filled in at its end.
    try database.execute(
      sql: "INSERT INTO runs VALUES (?, ?, ?, ?, ?, '', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)",
      arguments: [own, terms.asOf, terms.version, inputs, begun, times, terms.waivers.sha256])
    findObservation = try database.makeStatement(sql: "SELECT id FROM observations WHERE path = ? AND key = ?")
    insertObservation = try database.makeStatement(
      sql: "INSERT INTO observations (path, key, payload) VALUES (?, ?, ?)")
    insertFile = try database.makeStatement(sql: "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)")
    insertFinding = try database.makeStatement(
      sql: """
        INSERT INTO findings (fingerprint, path, rule, severity, sheet, row_id, column_key, owner, first_seen, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertEvent = try database.makeStatement(sql: "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?)")
    insertFigures = try database.makeStatement(
      sql: "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertChange = try database.makeStatement(sql: "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// - Parameter key: of the observation.
  /// - Returns: the number of the observation that goes with the file.
  func insert(_ file: NightFile, _ now: Observation?, key: String) throws -> Int64? {
    // What could not be seen tonight is compared tomorrow with what was seen last.
    var id = file.outcome == .gone ? nil : baseline.files[file.movedFrom ?? file.path]?.observationID
    if let now {
      id = try Int64.fetchOne(findObservation, arguments: [file.path, key])
      if id == nil {
        try insertObservation.execute(arguments: [
          file.path, key, String(decoding: now.json, as: UTF8.self),
        ])
        id = database.lastInsertedRowID
      }
      for target in now.targets {
        try insertFigures.execute(arguments: [
          baseline.own, file.path, target.id, target.owner, target.start, target.end, target.target, target.won,
          target.open, target.probability, target.p10, target.p50, target.p90, target.committable,
        ])
      }
    }
    try insertFile.execute(arguments: [
      baseline.own, file.path, file.outcome.rawValue, file.why, file.size, file.sha256, id,
    ])
    return id
  }

  /// - Parameters:
  ///   - renamed: fingerprints of findings that are known under another name of their workbook from now on.
  ///   - known: what was known of all of them.
  func insert(_ findings: [NightFinding], renamed: [String], known: [String: Baseline.Known]) throws {
    for fingerprint in Set(renamed).sorted() {
      guard let known = known[fingerprint] else { continue }
      try insertEvent.execute(arguments: [known.id, baseline.own, asOf, "moved"])
    }
    for night in findings {
      let known = known[night.fingerprint]
      // A finding that goes on as it was needs no event.
      if night.state == .persisting, known?.isOpen == true { continue }
      if night.state == .waived, known?.state == FindingState.waived.rawValue { continue }
      var id = known?.id
      if id == nil {
        let finding = night.finding
        try insertFinding.execute(arguments: [
          night.fingerprint, night.file, finding.rule, finding.severity, finding.sheet, finding.rowId, finding.column,
          finding.owner, night.firstSeen, String(decoding: finding.json, as: UTF8.self),
        ])
        id = database.lastInsertedRowID
      }
      // One whose workbook has another name now begins under it.
      let state = night.state == .persisting ? .new : night.state
      try insertEvent.execute(arguments: [id, baseline.own, asOf, state.rawValue])
    }
  }

  func insert(_ changes: [Digest.Change]) throws {
    for change in changes {
      try insertChange.execute(arguments: [
        baseline.own, change.file, change.kind, change.rowId, change.field, change.before, change.after,
      ])
    }
  }

  /// Fills in what came of the run, and forgets runs before the last `keep`.
  func finish(_ night: Night, status: Int, keep: Int) throws {
    try database.execute(
      sql: """
        UPDATE runs SET ended = ?, status = ?, files = ?, unchecked = ?, new = ?, reopened = ?, fixed = ?,
          persisting = ?, waived = ?, not_asked = ? WHERE id = ?
        """,
      arguments: [
        Files.now(), status, night.files.count, night.unchecked.count, night.count(.new), night.count(.reopened),
        night.count(.fixed), night.count(.persisting), night.count(.waived), night.count(.notAsked),
        baseline.own,
      ])
    try prune(keep: keep)
  }

  private func prune(keep: Int) throws {
    let own = baseline.own
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
          (SELECT 1 FROM events WHERE finding = findings.id AND (run >= ? OR state NOT IN ('fixed', 'no longer asked', 'moved')))
        """, arguments: [oldest])
    // Only the last two runs are ever compared with.
    try database.execute(
      sql:
        "DELETE FROM observations WHERE id NOT IN (SELECT observation FROM files WHERE observation NOT NULL AND run >= ?)",
      arguments: [own - 1])
  }
}
