// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// Something that happened to a finding in a run.
public struct FindingEvent: Hashable, Sendable, Encodable {
  public var run: Int
  public var asOf: String
  public var state: String
  public var file: String
  public var rule: String
  public var severity: String
  public var sheet: String
  public var rowId: String
  public var column: String
  public var owner: String
  /// The message when the finding was first seen.
  public var message: String
  public var fingerprint: String
}

/// A value of a deal, payment or target that changed.
public struct ValueChange: Hashable, Sendable, Encodable {
  public var run: Int
  public var asOf: String
  public var file: String
  public var kind: String
  public var rowId: String
  public var field: String
  public var before: String
  public var after: String
}

/// The figures of an owner for a period, as a run found them.
public struct OwnerFigures: Hashable, Sendable, Encodable {
  public var run: Int
  public var asOf: String
  public var file: String
  public var figures: Target
}

/// Everything in a history.
public struct HistoryExport: Encodable, Sendable {
  public var runs: [RunRecord]
  public var events: [FindingEvent]
  public var changes: [ValueChange]
  public var figures: [OwnerFigures]

  /// One JSON object.
  public var json: [UInt8] { JSON.bytes(self, pretty: true) + [UInt8(ascii: "\n")] }
}

extension History {
  /// Narrows down what to return; by default, everything.
  public struct Question: Sendable {
    /// The id of a row: a deal, a payment, a target …
    public var row: String?
    /// The id of a rule, or the beginning of a fingerprint.
    public var finding: String?
    public var owner: String?
    /// The name of a workbook.
    public var file: String?

    public init(row: String? = nil, finding: String? = nil, owner: String? = nil, file: String? = nil) {
      self.row = row
      self.finding = finding
      self.owner = owner
      self.file = file
    }
  }

  /// The answer, sorted by run and within a run in the order in which things were found.
  public func answer(_ question: Question) throws(NightlyError) -> HistoryExport {
    let store = try HistoryStore(path)
    return try store.read { database in
      HistoryExport(
        runs: try Self.runs(database), events: try Self.events(question, database),
        changes: try Self.changes(question, database), figures: try Self.figures(question, database))
    }
  }

  private static func runs(_ database: Database) throws -> [RunRecord] {
    try Row.fetchAll(database, sql: "SELECT * FROM runs ORDER BY id").map { row in
      RunRecord(
        run: row["id"], asOf: row["as_of"], version: row["version"], started: row["started"], ended: row["ended"],
        times: row["times"], exit: row["status"], files: row["files"], notChecked: row["unchecked"], new: row["new"],
        reopened: row["reopened"], fixed: row["fixed"], persisting: row["persisting"], waived: row["waived"],
        notAsked: row["not_asked"])
    }
  }

  private static func events(_ question: Question, _ database: Database) throws -> [FindingEvent] {
    let row = question.row?.lowercased()
    let about = question.finding?.lowercased()
    var events: [FindingEvent] = []
    let store = LifeStore(database)
    try store.visit(of: question.file) { life in
      for (entry, finding) in zip(life.entries, try store.findings(of: life)) {
        guard row == nil || finding.rowId.lowercased() == row, question.owner == nil || finding.owner == question.owner,
          about.map({ finding.rule.lowercased() == $0 || entry.fingerprint.hasPrefix($0) }) ?? true
        else { continue }
        for event in entry.events {
          events.append(
            FindingEvent(
              run: event.run, asOf: event.asOf, state: event.fate.rawValue, file: life.path, rule: finding.rule,
              severity: finding.severity, sheet: finding.sheet, rowId: finding.rowId, column: finding.column,
              owner: finding.owner, message: finding.message, fingerprint: entry.fingerprint))
        }
      }
    }
    // Keep the order within a run.
    return events.enumerated().sorted { ($0.element.run, $0.offset) < ($1.element.run, $1.offset) }.map(\.element)
  }

  private static func changes(_ question: Question, _ database: Database) throws -> [ValueChange] {
    // Changes belong to neither a finding nor an owner.
    guard question.finding == nil, question.owner == nil else { return [] }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT c.*, r.as_of FROM changes c JOIN runs r ON r.id = c.run
        WHERE (:row IS NULL OR c.row_id = :row COLLATE NOCASE) AND (:file IS NULL OR c.path = :file)
        ORDER BY c.run, c.rowid
        """, arguments: ["row": question.row, "file": question.file])
    return rows.map { row in
      ValueChange(
        run: row["run"], asOf: row["as_of"], file: row["path"], kind: row["kind"], rowId: row["row_id"],
        field: row["field"], before: row["before"], after: row["after"])
    }
  }

  private static func figures(_ question: Question, _ database: Database) throws -> [OwnerFigures] {
    guard question.finding == nil else { return [] }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT g.*, r.as_of FROM figures g JOIN runs r ON r.id = g.run
        WHERE (:row IS NULL OR g.target_id = :row COLLATE NOCASE) AND (:file IS NULL OR g.path = :file)
          AND (:owner IS NULL OR g.owner = :owner)
        ORDER BY g.run, g.rowid
        """, arguments: ["row": question.row, "file": question.file, "owner": question.owner])
    return rows.map { row in
      OwnerFigures(
        run: row["run"], asOf: row["as_of"], file: row["path"],
        figures: Target(
          id: row["target_id"], owner: row["owner"], start: row["period_start"], end: row["period_end"],
          target: row["target"], won: row["won"], open: row["open"], probability: row["probability"], p10: row["p10"],
          p50: row["p50"], p90: row["p90"], committable: row["committable"]))
    }
  }
}
