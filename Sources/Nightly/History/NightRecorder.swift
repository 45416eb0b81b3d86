// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// Writes a night into the history one file at a time, replacing the last run if it was the same night. The caller wraps
/// everything in one transaction.
struct NightRecorder {
  private let database: Database
  private let baseline: Baseline
  private let asOf: String
  let store: LifeStore
  let share: HistoryShare
  /// The first run that the history still has after this one.
  private let oldest: Int
  private let findObservation: Statement
  private let insertObservation: Statement
  private let addPage: Statement
  private let insertFile: Statement
  private let insertFigures: Statement
  private let insertChange: Statement
  private let insertState: Statement

  init(_ database: Database, _ baseline: Baseline, inputs: String, _ terms: NightlyRun.Terms) throws {
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
    }
    // The outcome is filled in at the end of the run.
    try database.execute(sql: "UPDATE runs SET brief = NULL WHERE brief NOT NULL")
    try database.execute(
      sql: "INSERT INTO runs VALUES (?, ?, ?, ?, ?, '', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, NULL)",
      arguments: [own, terms.asOf, terms.version, inputs, begun, times, terms.waivers.sha256])
    store = LifeStore(database)
    share = HistoryShare(database, own: baseline.own, keep: terms.keep)
    // Forget runs that are too old.
    try database.execute(sql: "DELETE FROM runs WHERE id <= ?", arguments: [own - Int64(max(2, terms.keep))])
    oldest = try store.oldest()
    try database.execute(sql: "DELETE FROM states WHERE run <= ?", arguments: [own - Int64(max(2, terms.keep))])
    findObservation = try database.makeStatement(
      sql: "SELECT id, has_page FROM observations WHERE path = ? AND key = ?")
    insertObservation = try database.makeStatement(
      sql: "INSERT INTO observations (path, key, payload, has_page) VALUES (?, ?, ?, ?)")
    addPage = try database.makeStatement(sql: "UPDATE observations SET payload = ?, has_page = 1 WHERE id = ?")
    insertFile = try database.makeStatement(sql: "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insertFigures = try database.makeStatement(
      sql: "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertState = try database.makeStatement(sql: "INSERT OR REPLACE INTO states VALUES (?, ?, ?, ?)")
    insertChange = try database.makeStatement(sql: "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// Whether the history has an observation of a file under a key.
  func knows(_ path: String, key: String) throws -> Bool {
    try Row.fetchOne(findObservation, arguments: [path, key]) != nil
  }

  /// - Parameters:
  ///   - key: the key of the observation.
  ///   - stamp: how the file was found.
  /// - Returns: the number of the observation that belongs to the file.
  func insert(_ file: NightFile, _ now: Observation?, key: String, stamp: String? = nil) throws -> Int64? {
    // A file that could not be observed tonight is compared tomorrow with its last observation.
    var id = file.outcome == .gone ? nil : baseline.files[file.movedFrom ?? file.path]?.observationID
    if let now {
      let recorded = try Row.fetchOne(findObservation, arguments: [file.path, key])
      id = recorded?["id"]
      if let recorded {
        if now.hasPage, recorded["has_page"] == 0 {
          try addPage.execute(arguments: [try LifeStore.packed(now.tabularJSON), id])
        }
      } else {
        try insertObservation.execute(
          arguments: [file.path, key, try LifeStore.packed(now.tabularJSON), now.hasPage])
        id = database.lastInsertedRowID
      }
      try insert(now.targets, of: file.path)
    }
    if !file.sha256.isEmpty, baseline.files[file.path]?.sha256 != file.sha256 {
      try insertState.execute(arguments: [file.path, Baseline.name(ofState: file.sha256), asOf, baseline.own])
    }
    try insertFile.execute(arguments: [
      baseline.own, file.path, file.outcome.rawValue, file.why, file.size, file.sha256, id, stamp ?? "",
    ])
    return id
  }

  private func insert(_ targets: [Target], of path: String) throws {
    var added = 0
    for target in targets {
      added += 2 * (path.utf8.count + target.id.utf8.count) + target.owner.utf8.count + 120
      guard added <= HistoryShare.mostPerNight(.figures) else { break }
      try insertFigures.execute(arguments: [
        baseline.own, path, target.id, target.owner, target.start, target.end, target.target, target.won, target.open,
        target.probability, target.p10, target.p50, target.p90, target.committable,
      ])
    }
    try share.makeRoom(in: .figures, for: path, added: added)
  }

  /// Records the findings of one file or, for a list, those about the list of waivers.
  ///
  /// - Parameters:
  ///   - renamed: the fingerprints of findings that continue under the workbook's new name.
  ///   - isGone: whether there is no workbook of this name any more.
  func save(
    _ life: Life, _ findings: [NightFinding], renamed: [String] = [], isList: Bool = false, isGone: Bool = false
  ) throws {
    var life = life
    life.note(renamed: renamed, run: Int(baseline.own), asOf: asOf)
    life.note(findings, run: Int(baseline.own), asOf: asOf)
    life.prune(before: max(oldest, 0))
    if let first = try store.save(life, isList: isList, room: isGone ? .gone : .workbook) {
      try share.note(life.path, from: Int64(first))
    }
  }

  func insert(_ changes: [Digest.Change]) throws {
    guard let path = changes.first?.file else { return }
    var added = 0
    for change in changes {
      added += 2 * (path.utf8.count + change.rowId.utf8.count) + change.before.utf8.count + change.after.utf8.count + 40
      guard added <= HistoryShare.mostPerNight(.changes) else { break }
      try insertChange.execute(arguments: [
        baseline.own, change.file, change.kind, change.rowId, change.field, change.before, change.after,
      ])
    }
    try share.makeRoom(in: .changes, for: path, added: added)
  }

  /// Fills in the outcome of the run.
  func finish(_ night: NightlyRun, status: Int) throws {
    try database.execute(
      sql: """
        UPDATE runs SET ended = ?, status = ?, files = ?, unchecked = ?, new = ?, reopened = ?, fixed = ?,
          persisting = ?, waived = ?, not_asked = ?, brief = ? WHERE id = ?
        """,
      arguments: [
        Files.now(), status, night.files.count, night.unchecked.count, night.count(.new), night.count(.reopened),
        night.count(.fixed), night.count(.persisting), night.count(.waived), night.count(.notAsked),
        try LifeStore.packed(night.brief.json), baseline.own,
      ])
    try store.prune(before: oldest)
    let first = try share.makeRoom(for: night.files.count { $0.outcome != .gone }, oldest: oldest)
    try database.execute(sql: "DELETE FROM kept WHERE run <= ?", arguments: [first])
    // Only the last two runs are ever compared.
    try database.execute(sql: "DELETE FROM files WHERE run < ?", arguments: [baseline.own - 1])
    try database.execute(
      sql:
        "DELETE FROM observations WHERE id NOT IN (SELECT observation FROM files WHERE observation NOT NULL)")
  }
}
