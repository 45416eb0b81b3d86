// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables of a history as a series of migrations. An older history is brought up to date by those it lacks.
enum HistorySchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs, files, findings") { database in
      try database.execute(
        sql: """
          CREATE TABLE runs (
            id INTEGER PRIMARY KEY, as_of TEXT NOT NULL, version TEXT NOT NULL, inputs TEXT NOT NULL,
            started TEXT NOT NULL, ended TEXT NOT NULL, times INTEGER NOT NULL, status INTEGER NOT NULL,
            files INTEGER NOT NULL, unchecked INTEGER NOT NULL, new INTEGER NOT NULL, reopened INTEGER NOT NULL,
            fixed INTEGER NOT NULL, persisting INTEGER NOT NULL, waived INTEGER NOT NULL);
          CREATE TABLE observations (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL,
            UNIQUE (path, key));
          CREATE TABLE files (
            run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, path TEXT NOT NULL, outcome TEXT NOT NULL,
            why TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
            observation INTEGER REFERENCES observations ON DELETE SET NULL,
            PRIMARY KEY (run, path)) WITHOUT ROWID;
          CREATE INDEX files_observation ON files (observation);
          CREATE TABLE findings (
            id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, path TEXT NOT NULL, rule TEXT NOT NULL,
            severity TEXT NOT NULL, sheet TEXT NOT NULL, row_id TEXT NOT NULL, column_key TEXT NOT NULL,
            owner TEXT NOT NULL, first_seen TEXT NOT NULL, words TEXT NOT NULL);
          CREATE INDEX findings_row ON findings (row_id);
          -- Without a foreign key to runs: the last event of a finding outlives the run in which it happened.
          CREATE TABLE events (
            finding INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE, run INTEGER NOT NULL, as_of TEXT NOT NULL,
            state TEXT NOT NULL, PRIMARY KEY (finding, run)) WITHOUT ROWID;
          CREATE INDEX events_run ON events (run);
          CREATE TABLE figures (
            run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, path TEXT NOT NULL, target_id TEXT NOT NULL,
            owner TEXT NOT NULL, period_start TEXT NOT NULL, period_end TEXT NOT NULL, target REAL, won REAL,
            open REAL, probability REAL, p10 REAL, p50 REAL, p90 REAL, committable REAL);
          CREATE INDEX figures_run ON figures (run);
          CREATE TABLE changes (
            run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, path TEXT NOT NULL, kind TEXT NOT NULL,
            row_id TEXT NOT NULL, field TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL);
          CREATE INDEX changes_row ON changes (row_id);
          CREATE INDEX changes_run ON changes (run);
          """)
    }
    // Findings are queried by workbook.
    migrator.registerMigration("2 findings by path") { database in
      try database.execute(sql: "CREATE INDEX findings_path ON findings (path)")
    }
    // The figures of a target are queried night by night.
    migrator.registerMigration("3 figures by target") { database in
      try database.execute(sql: "CREATE INDEX figures_target ON figures (path, target_id)")
    }
    // A change of the playbook or the waivers does not fix anything.
    migrator.registerMigration("4 no longer asked") { database in
      try database.execute(sql: "ALTER TABLE runs ADD COLUMN not_asked INTEGER NOT NULL DEFAULT 0")
      try database.execute(sql: "ALTER TABLE runs ADD COLUMN waivers TEXT NOT NULL DEFAULT ''")
    }
    registerLives(&migrator)
    // The figures at the top of a page, and the data for a calibration.
    migrator.registerMigration("headlines and departures") { database in
      try database.execute(sql: headlines)
      try database.execute(sql: departures)
    }
    // A restored backup is recognised by its bytes.
    migrator.registerMigration("6 states of workbooks") { database in
      try database.execute(
        sql: """
          CREATE TABLE states (
            path TEXT NOT NULL, state TEXT NOT NULL, as_of TEXT NOT NULL, run INTEGER NOT NULL,
            PRIMARY KEY (path, state)) WITHOUT ROWID;
          INSERT OR IGNORE INTO states
            SELECT f.path, substr(f.sha256, 1, 32), r.as_of, f.run FROM files f JOIN runs r ON r.id = f.run
            WHERE f.sha256 != '' ORDER BY f.run;
          """)
    }
    // A workbook that changes a lot every night must not fill the disk.
    migrator.registerMigration("7 what is kept of a workbook") { database in
      try database.execute(sql: kept)
    }
    // What only pages show is computed when pages are asked for.
    migrator.registerMigration("8 observations without pages") { database in
      try database.execute(sql: "ALTER TABLE observations ADD COLUMN has_page INTEGER NOT NULL DEFAULT 0")
    }
    return migrator
  }
}
