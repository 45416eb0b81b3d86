// SPDX-License-Identifier: Apache-2.0

internal import GRDB

extension HistorySchema {
  /// The migration from a row per finding and event to a row per workbook, which stores each text once and compresses what
  /// similar texts have in common.
  static func registerLives(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("5 a life for each workbook") { database in
      try database.execute(
        sql: """
          CREATE TABLE lives (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, is_list INTEGER NOT NULL, last_run INTEGER NOT NULL,
            open INTEGER NOT NULL, fates BLOB NOT NULL, words BLOB NOT NULL);
          CREATE TABLE packed (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL, key TEXT NOT NULL, payload BLOB NOT NULL,
            UNIQUE (path, key));
          ALTER TABLE files ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
          ALTER TABLE runs ADD COLUMN brief BLOB;
          """)
      let store = LifeStore(database)
      for path in try String.fetchAll(database, sql: "SELECT path FROM findings GROUP BY path ORDER BY min(id)") {
        let (life, isList) = try Self.life(of: path, database)
        try store.save(life, isList: isList)
      }
      let rows = try Row.fetchCursor(database, sql: "SELECT id, path, key, payload FROM observations")
      while let row = try rows.next() {
        let payload: String = row["payload"]
        try database.cachedStatement(sql: "INSERT INTO packed VALUES (?, ?, ?, ?)").execute(
          arguments: [row["id"], row["path"], row["key"], try LifeStore.packed(Array(payload.utf8))])
      }
      // The files of a run are no longer needed once there are two later runs.
      try database.execute(
        sql: """
          DELETE FROM files WHERE run < (SELECT max(id) FROM runs) - 1;
          DROP TABLE events;
          DROP TABLE findings;
          DROP TABLE observations;
          ALTER TABLE packed RENAME TO observations;
          """)
    }
  }

  private static func life(of path: String, _ database: Database) throws -> (Life, isList: Bool) {
    var entries: [Life.Entry] = []
    var last: Int64?
    var isList = true
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT f.id, f.fingerprint, f.rule, f.severity, f.first_seen, f.words, e.run, e.as_of, e.state FROM findings f
        JOIN events e ON e.finding = f.id WHERE f.path = ? ORDER BY f.id, e.run
        """, arguments: [path])
    while let row = try rows.next() {
      guard let fate = Life.Fate(rawValue: row["state"]) else {
        throw HistoryCheck.Damage(reason: "a row of events is not valid")
      }
      let id: Int64 = row["id"]
      if last != id {
        last = id
        let fingerprint: String = row["fingerprint"]
        let words: String = row["words"]
        guard Life.bytes(ofHex: fingerprint) != nil, ObservedFinding(json: Array(words.utf8)) != nil else {
          throw HistoryCheck.Damage(reason: "a row of findings is not valid")
        }
        let rule: String = row["rule"]
        isList = isList && rule.hasPrefix("WVR-")
        entries.append(
          Life.Entry(
            fingerprint: fingerprint, severity: row["severity"], firstSeen: row["first_seen"], events: [], place: nil,
            words: Array(words.utf8)))
      }
      entries[entries.count - 1].events.append(Life.Event(run: row["run"], asOf: row["as_of"], fate: fate))
    }
    return (Life(path, entries), isList)
  }
}
