// SPDX-License-Identifier: Apache-2.0

public import Dealbook
internal import GRDB

extension History {
  /// The closed deals of all workbooks with the stages that nights have seen them leave, for ``Dealbook/Calibration``. The file is not
  /// changed. A deal that was opened again counts with how it ended last.
  public func closedDeals() throws(NightlyError) -> SeenDeals {
    try HistoryStore(path, isReadOnly: true).read { database in
      var seen = SeenDeals()
      // An empty file, or one of an earlier version.
      guard try database.tableExists("departures"), try database.tableExists("runs") else { return seen }
      if let days = try Row.fetchOne(database, sql: "SELECT min(as_of) AS first, max(as_of) AS last FROM runs") {
        (seen.first, seen.last) = (days["first"] ?? "", days["last"] ?? "")
      }
      let rows = try Row.fetchCursor(
        database, sql: "\(HistorySchema.passed) SELECT * FROM passed ORDER BY path, deal, stage",
        arguments: ["last": Int64.max])
      var known: (path: String, deal: String)?
      while let row = try rows.next() {
        let place: (path: String, deal: String) = (row["path"], row["deal"])
        let stage = SeenDeals.Stage(number: row["stage"], label: row["label"], stated: row["probability"])
        if let known, known == place {
          seen.deals[seen.deals.count - 1].stages.append(stage)
          continue
        }
        if known?.path != place.path { seen.workbooks += 1 }
        known = place
        let outcome: Int = row["outcome"]
        seen.deals.append(SeenDeals.Deal(stages: [stage], isWon: outcome == 1))
      }
      return seen
    }
  }
}
