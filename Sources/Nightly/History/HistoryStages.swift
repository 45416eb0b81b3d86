// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// Records which stages deals have left, what probability was stated there, and how closed deals ended. A calibration is
/// computed from this. There is a row for each change of stage. Rows outlive the runs, because it takes a while until twenty
/// deals are closed.
struct StageRecorder {
  private let own: Int64
  private let insert: Statement
  private let share: HistoryShare

  /// - Parameter own: the number of the night. Anything written by an earlier attempt at it is deleted.
  init(_ database: Database, own: Int64, _ share: HistoryShare) throws {
    self.own = own
    self.share = share
    try database.execute(sql: "DELETE FROM departures WHERE run >= ?", arguments: [own])
    insert = try database.makeStatement(sql: "INSERT OR REPLACE INTO departures VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  func record(_ path: String, _ before: Observation?, _ now: Observation) throws {
    guard let before else { return }
    var open: [String: Deal] = [:]
    for deal in before.deals where deal.isOpen && deal.stageNumber != nil {
      // Rows that share an id can't be told apart.
      open[deal.id.lowercased()] = open[deal.id.lowercased()] == nil ? deal : Deal()
    }
    var added = 0
    for deal in now.deals {
      guard let was = open[deal.id.lowercased()], let stage = was.stageNumber.flatMap({ Int(exactly: $0) }),
        !deal.isOpen || deal.stageNumber != was.stageNumber
      else { continue }
      added += path.utf8.count + deal.id.utf8.count + was.stage.utf8.count + 40
      guard added <= HistoryShare.mostPerNight(.departures) else { break }
      try insert.execute(arguments: [
        path, deal.id.lowercased(), own, stage, was.stage, was.probability, deal.isOpen ? nil : deal.isWon ? 1 : 0,
      ])
    }
    try share.makeRoom(in: .departures, for: path, added: added)
  }
}

extension HistorySchema {
  /// `outcome`: 1 won, 0 lost, null for a deal that moved on to another stage.
  static let departures = """
    CREATE TABLE departures (
      path TEXT NOT NULL, deal TEXT NOT NULL, run INTEGER NOT NULL, stage INTEGER NOT NULL, label TEXT NOT NULL,
      probability REAL, outcome INTEGER, PRIMARY KEY (path, deal, run)) WITHOUT ROWID;
    """
}

extension HistorySchema {
  /// The stages that closed deals have left, up to the night `:last`. Each deal counts once per stage, with its last departure before it was
  /// closed.
  static let passed = """
    WITH ends AS (
      SELECT path, deal, max(run) AS run, outcome FROM departures
      WHERE outcome IS NOT NULL AND run <= :last GROUP BY path, deal),
    passed AS (
      SELECT d.path, d.deal, d.stage, d.label, max(d.run) AS run, d.probability, e.outcome
      FROM departures d JOIN ends e ON e.path = d.path AND e.deal = d.deal AND d.run <= e.run
      GROUP BY d.path, d.deal, d.stage)
    """
}

extension NightTrend {
  /// R18: the stated and the actual success of a stage, for deals whose closing the history has seen.
  struct StageTruth: Hashable {
    var label: String
    var closed: Int
    var won: Int
    /// The mean of the probabilities stated when deals left the stage; nil if there are none.
    var stated: Double?
    /// The Brier score: the mean squared difference between stated probability and outcome. 0 is perfect, 0.25 is a coin toss.
    var brier: Double?
  }

  /// In the order of the stages.
  func calibration() throws(NightlyError) -> [StageTruth] {
    guard let last = runs.last else { return [] }
    return try store.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          \(HistorySchema.passed)
          SELECT stage, label, count(*) AS closed, sum(outcome) AS won, avg(probability) AS stated,
            avg((probability - outcome) * (probability - outcome)) AS brier
          FROM passed GROUP BY stage ORDER BY stage
          """, arguments: ["last": last])
      return rows.map { row in
        StageTruth(
          label: row["label"], closed: row["closed"], won: row["won"], stated: row["stated"], brier: row["brier"])
      }
    }
  }

  /// R12: an owner's target, and the result of the one before.
  struct TargetStep: Hashable {
    var file: String
    var owner: String
    var period: String
    var before: Double
    var won: Double
    var target: Double

    var attainment: Double { won / before }
    var growth: Double { target / before - 1 }
  }

  /// Targets whose period includes the day, each with the target of the period of similar length right before it, as last seen.
  func targetSteps(on asOf: String) throws(NightlyError) -> [TargetStep] {
    guard let last = runs.last else { return [] }
    return try store.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT path, owner, period_start, period_end, target, won, max(run) AS run,
            julianday(period_end) - julianday(period_start) AS days, julianday(period_start) AS first,
            julianday(period_end) AS last
          FROM figures WHERE run <= :last AND owner <> '' AND target > 0 GROUP BY path, owner, period_start, period_end
          ORDER BY path, owner, period_start
          """, arguments: ["last": last])
      var steps: [TargetStep] = []
      var known: [(path: String, owner: String, days: Double, end: Double, target: Double, won: Double?)] = []
      while let row = try rows.next() {
        guard let days: Double = row["days"], let first: Double = row["first"], let end: Double = row["last"] else {
          continue
        }
        let (path, owner): (String, String) = (row["path"], row["owner"])
        let (start, finish): (String, String) = (row["period_start"], row["period_end"])
        let target: Double = row["target"]
        let run: Int64 = row["run"]
        if start <= asOf, asOf <= finish, run == last,
          let old = known.last(where: {
            $0.path == path && $0.owner == owner && abs($0.end + 1 - first) < 1.5
              && abs($0.days - days) <= 0.1 * max(days, 1)
          }), let won = old.won
        {
          steps.append(
            TargetStep(
              file: path, owner: owner, period: "\(start) – \(finish)", before: old.target, won: won, target: target))
        }
        known.append((path, owner, days, end, target, row["won"]))
        if known.count > 64 { known.removeFirst(32) }
      }
      return steps
    }
  }
}
