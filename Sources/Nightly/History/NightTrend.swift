// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// How things changed from night to night, according to the history.
struct NightTrend {
  /// With more nights than this, a picture can't show them apart.
  private static let nights = 30
  /// With more targets than this, nobody could read the picture.
  static let targets = 20

  /// The figures of a target over the nights.
  struct Chances {
    var owner: String
    var period: String
    /// One per night; nil if the target did not exist or had no value.
    var values: [Double?]
  }

  let store: HistoryStore
  /// The nights up to this one, oldest first.
  let days: [String]
  let runs: [Int64]

  /// - Parameter own: the number of this night.
  init(_ store: HistoryStore, upTo own: Int64) throws(NightlyError) {
    self.store = store
    let rows = try store.read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, as_of FROM runs WHERE id <= ? ORDER BY id DESC LIMIT ?",
        arguments: [own, Self.nights]
      ).map { row -> (Int64, String) in (row["id"], row["as_of"]) }
    }.reversed()
    runs = rows.map(\.0)
    days = rows.map(\.1)
  }

  /// The number of open findings by severity, night by night. Nights of which not everything is known any more are left out.
  func findings() throws(NightlyError) -> [String: [Int]] {
    let known = try store.read { try Int64.fetchOne($0, sql: "SELECT max(run) FROM kept") } ?? 0
    let runs = self.runs.filter { $0 >= known }
    guard let first = runs.first, let last = runs.last else { return [:] }
    let positions = Dictionary(uniqueKeysWithValues: runs.enumerated().map { ($0.element, $0.offset) })
    return try store.read { database in
      var steps: [String: [Int]] = [:]
      try LifeStore(database).visit { life in
        for entry in life.entries {
          var wasOpen = false
          for event in entry.events where event.run <= last {
            let isOpen = event.fate == .new || event.fate == .reopened
            defer { wasOpen = isOpen }
            guard isOpen != wasOpen else { continue }
            // Events before the first night shown count from its beginning. Run numbers have no gaps after that.
            let place = event.run <= first ? 0 : positions[Int64(event.run)] ?? 0
            steps[entry.severity, default: Array(repeating: 0, count: runs.count)][place] += isOpen ? 1 : -1
          }
        }
      }
      return steps.mapValues { steps in
        var sum = 0
        return steps.map { step in
          sum += step
          return sum
        }
      }
    }
  }

  /// The probabilities of the targets of one workbook or, for nil, of those targets of all workbooks that are least likely to
  /// be reached tonight.
  func chances(of file: String?) throws(NightlyError) -> [Chances] {
    guard let first = runs.first, let last = runs.last else { return [] }
    return try store.read { database in
      let now = try Row.fetchAll(
        database,
        sql: """
          SELECT path, target_id, owner, period_start, period_end FROM figures
          WHERE run = :run AND (:file IS NULL OR path = :file) AND probability IS NOT NULL
          ORDER BY probability, path, rowid LIMIT :limit
          """, arguments: ["run": last, "file": file, "limit": Self.targets])
      let past = try database.cachedStatement(
        sql: """
          SELECT run, max(probability) AS probability FROM figures
          WHERE path = ? AND target_id = ? AND run >= ? AND run <= ? GROUP BY run
          """)
      return try now.map { row in
        let path: String = row["path"]
        let target: String = row["target_id"]
        var byRun: [Int64: Double] = [:]
        let rows = try Row.fetchCursor(past, arguments: [path, target, first, last])
        while let row = try rows.next() { byRun[row["run"]] = row["probability"] }
        let (start, end): (String, String) = (row["period_start"], row["period_end"])
        return Chances(
          owner: row["owner"], period: "\(start.prefix(7))–\(end.prefix(7))", values: runs.map { byRun[$0] })
      }
    }
  }
}
