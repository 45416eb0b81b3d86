// SPDX-License-Identifier: Apache-2.0

import Dealbook
internal import GRDB

/// Records the headline figures of workbooks. A row is written only for nights on which they change.
struct HeadlineRecorder {
  private static let columns = Headline.places.map { column($0.key.rawValue) }

  private let own: Int64
  private let database: Database
  private let latest: Statement
  private let insert: Statement

  /// - Parameter own: the number of the night. Anything written by an earlier attempt at it is deleted.
  init(_ database: Database, own: Int64) throws {
    self.own = own
    self.database = database
    try database.execute(sql: "DELETE FROM headlines WHERE run >= ?", arguments: [own])
    latest = try database.makeStatement(
      sql: "SELECT * FROM headlines WHERE path = ? AND run < ? ORDER BY run DESC LIMIT 1")
    let marks = Array(repeating: "?", count: 5 + Self.columns.count).joined(separator: ", ")
    insert = try database.makeStatement(sql: "INSERT INTO headlines VALUES (\(marks))")
  }

  /// - Parameters:
  ///   - seen: nil if nothing is known about the workbook tonight.
  ///   - movedFrom: the previous name of a renamed workbook, whose figures are carried over.
  func record(_ path: String, _ seen: Observation?, movedFrom: String? = nil) throws {
    if let movedFrom {
      try database.execute(
        sql: "UPDATE OR REPLACE headlines SET path = ? WHERE path = ?", arguments: [path, movedFrom])
    }
    let now = HeadlineRow(seen)
    let last = try Row.fetchOne(latest, arguments: [path, own]).map(HeadlineRow.init)
    guard now != last, last != nil || now.isThere else { return }
    let figures: [(any DatabaseValueConvertible)?] = now.values
    try insert.execute(
      arguments: [path, own, now.isThere, now.currency, now.period] + StatementArguments(figures))
  }

  /// Of forgotten runs, the last figures of each workbook are kept, because they still apply to the runs after them.
  func prune() throws {
    try database.execute(
      sql: """
        DELETE FROM headlines WHERE EXISTS (SELECT 1 FROM headlines later WHERE later.path = headlines.path
          AND later.run > headlines.run AND later.run <= (SELECT min(id) FROM runs))
        """)
  }

  /// Converts a camel-case key to a column name: `overdueLines` → `overdue_lines`.
  static func column(_ key: String) -> String {
    key == "commit" ? "committed" : key.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
  }
}

/// The figures of a workbook on a night.
struct HeadlineRow: Hashable {
  var isThere: Bool
  var currency: String
  var period: String
  /// In the order of ``Headline/places``.
  var values: [Double?]

  init(_ seen: Observation?) {
    isThere = seen?.isTeamWorkbook == true
    currency = seen?.currency ?? ""
    period = seen.map { Self.period($0.headline) } ?? ""
    values = Headline.places.map { place in seen.flatMap { $0.headline[keyPath: place.path] } }
  }

  init(_ row: Row) {
    isThere = row["is_there"]
    currency = row["currency"]
    period = row["period"]
    values = Headline.places.map { row[HeadlineRecorder.column($0.key.rawValue)] }
  }

  static func period(_ headline: Headline) -> String {
    headline.start.isEmpty ? "" : "\(headline.start)…\(headline.end)"
  }
}

extension HistorySchema {
  /// Money is in the currency of the row. A row applies until a later one of the same workbook.
  static let headlines = """
    CREATE TABLE headlines (
      path TEXT NOT NULL, run INTEGER NOT NULL, is_there INTEGER NOT NULL, currency TEXT NOT NULL, period TEXT NOT NULL,
      target REAL, won REAL, committed REAL, best REAL, chance REAL, p10 REAL, p50 REAL, p90 REAL, overdue REAL,
      overdue_lines REAL, due30 REAL, due60 REAL, due90 REAL, alerts REAL, watches REAL,
      PRIMARY KEY (path, run)) WITHOUT ROWID;
    """
}

extension NightTrend {
  /// The figures of each workbook night by night; nil for a night on which it did not exist or could not be checked.
  ///
  /// - Parameter file: limits the result to this workbook.
  func headlines(of file: String? = nil) throws(NightlyError) -> [String: [HeadlineRow?]] {
    guard let last = runs.last else { return [:] }
    return try store.read { database in
      var nights: [String: [HeadlineRow?]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT * FROM headlines WHERE run <= :last AND (:file IS NULL OR path = :file) ORDER BY path, run",
        arguments: ["last": last, "file": file])
      while let row = try rows.next() {
        let path: String = row["path"]
        let run: Int64 = row["run"]
        let figures = HeadlineRow(row)
        // A row applies from its own night, or from the first one shown.
        guard let place = runs.firstIndex(where: { $0 >= run }) else { continue }
        var all = nights[path] ?? Array(repeating: nil, count: runs.count)
        for night in place..<runs.count { all[night] = figures.isThere ? figures : nil }
        nights[path] = all
      }
      return nights
    }
  }
}
