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
  /// The header of the column as on the sheet; nil without one.
  public var header: String?
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
public struct HistoryExport: Sendable {
  public var runs: [RunRecord]
  public var events: [FindingEvent]
  public var changes: [ValueChange]
  public var figures: [OwnerFigures]
  public var kept: [History.Kept] = []
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

  static func runs(_ database: Database) throws -> [RunRecord] {
    try Row.fetchAll(database, sql: "SELECT * FROM runs ORDER BY id").map { row in
      RunRecord(
        run: row["id"], asOf: row["as_of"], version: row["version"], started: row["started"], ended: row["ended"],
        times: row["times"], exit: row["status"], files: row["files"], notChecked: row["unchecked"], new: row["new"],
        reopened: row["reopened"], fixed: row["fixed"], persisting: row["persisting"], waived: row["waived"],
        notAsked: row["not_asked"])
    }
  }

  static func forEachChange(
    of run: Int, _ question: Question, _ database: Database, _ body: (ValueChange) -> Void
  ) throws {
    // Changes belong to neither a finding nor an owner.
    guard question.finding == nil, question.owner == nil else { return }
    let statement = try database.cachedStatement(
      sql: """
        SELECT c.*, r.as_of FROM changes c JOIN runs r ON r.id = c.run
        WHERE c.run = :run AND (:row IS NULL OR c.row_id = :row COLLATE NOCASE) AND (:file IS NULL OR c.path = :file)
        ORDER BY c.rowid
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: ["run": run, "row": question.row, "file": question.file])
    while let row = try rows.next() {
      body(
        ValueChange(
          run: row["run"], asOf: row["as_of"], file: row["path"], kind: row["kind"], rowId: row["row_id"],
          field: row["field"], before: row["before"], after: row["after"]))
    }
  }

  static func forEachFigures(
    of run: Int, _ question: Question, _ database: Database, _ body: (OwnerFigures) -> Void
  ) throws {
    guard question.finding == nil else { return }
    let statement = try database.cachedStatement(
      sql: """
        SELECT g.*, r.as_of FROM figures g JOIN runs r ON r.id = g.run
        WHERE g.run = :run AND (:row IS NULL OR g.target_id = :row COLLATE NOCASE) AND (:file IS NULL OR g.path = :file)
          AND (:owner IS NULL OR g.owner = :owner)
        ORDER BY g.rowid
        """)
    let rows = try Row.fetchCursor(
      statement,
      arguments: ["run": run, "row": question.row, "file": question.file, "owner": question.owner])
    while let row = try rows.next() {
      body(
        OwnerFigures(
          run: row["run"], asOf: row["as_of"], file: row["path"],
          figures: Target(
            id: row["target_id"], owner: row["owner"], start: row["period_start"], end: row["period_end"],
            target: row["target"], won: row["won"], open: row["open"], probability: row["probability"], p10: row["p10"],
            p50: row["p50"], p90: row["p90"], committable: row["committable"])))
    }
  }
}
