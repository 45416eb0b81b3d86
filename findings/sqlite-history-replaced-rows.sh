#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether a table can be restored from its history after rows were replaced, renumbered or renamed by case.
#
# Package: sqlite-history-json 0.4 from PyPI, with the SQLite of Python's sqlite3.
# The table: deals with an id (the primary key), an external number (unique, in one run compared without case) and an amount. Its history is
# kept by triggers; restore() builds the table anew from it.
# One would guess: what the table holds at the end is what restore() gives for the end; that is so for UPDATE, DELETE and an INSERT … ON
# CONFLICT DO UPDATE.
# Seen: INSERT OR REPLACE, which loaders use to take over the rows of another system, leaves an insert in the history and no delete, since
# SQLite runs no delete trigger for the row that gives way. restore() then stops with an IntegrityError, for this version and for EVERY
# later one, also after the row was updated or deleted properly; restoring to a version before it still works. A changed id is an entry
# without values: restore() has the old id and not the new one. A number changed from a to A, in a column that compares without case, is an
# entry without values as well, and restore() has a.
# So: tables with such a history are written with ON CONFLICT DO UPDATE, never with REPLACE, and PRAGMA recursive_triggers=ON mends the
# first case for connections that set it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sqlite-history-json==0.4
cat >"$work/try.py" <<'PY'
import sqlite3
import sys

from sqlite_history_json import enable_tracking, restore


def told(*statements, collation="", before=()):
    """Whether restoring gives what is there; what restoring says; whether restoring to the start does."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in before:
        connection.execute(statement)
    connection.execute(f"CREATE TABLE deals (id INTEGER PRIMARY KEY, number TEXT {collation} UNIQUE, amount)")
    connection.execute("INSERT INTO deals VALUES (1, 'a', 100), (2, 'b', 200)")
    enable_tracking(connection, "deals")
    start = connection.execute("SELECT max(id) FROM _history_json_deals").fetchone()[0]
    for statement in statements:
        connection.execute(statement)

    def rows(table):
        return connection.execute(f"SELECT * FROM [{table}] ORDER BY id").fetchall()

    def restored(version):
        try:
            name = restore(connection, "deals", new_table_name=f"at_{version}", up_to_id=version)
        except sqlite3.IntegrityError:
            return "IntegrityError"
        return rows(name)

    end = connection.execute("SELECT max(id) FROM _history_json_deals").fetchone()[0]
    return rows("deals"), restored(end), restored(start) == [(1, "a", 100), (2, "b", 200)]


REPLACE = "INSERT OR REPLACE INTO deals VALUES (2, 'b', 250)"
CASES = [
    ("update", ("UPDATE deals SET amount = 150 WHERE id = 1",), {}, [(1, "a", 150), (2, "b", 200)], None),
    ("upsert", ("INSERT INTO deals VALUES (2, 'b', 250) ON CONFLICT (id) DO UPDATE SET amount = excluded.amount",), {}, [(1, "a", 100), (2, "b", 250)], None),
    ("replace by id", (REPLACE,), {}, [(1, "a", 100), (2, "b", 250)], "IntegrityError"),
    ("replace by number", ("INSERT OR REPLACE INTO deals VALUES (3, 'b', 250)",), {}, [(1, "a", 100), (3, "b", 250)], "IntegrityError"),
    ("replace, then update", (REPLACE, "UPDATE deals SET amount = 300 WHERE id = 2"), {}, [(1, "a", 100), (2, "b", 300)], "IntegrityError"),
    ("replace, then delete", (REPLACE, "DELETE FROM deals WHERE id = 2"), {}, [(1, "a", 100)], "IntegrityError"),
    ("replace, recursive triggers", (REPLACE,), {"before": ("PRAGMA recursive_triggers = ON",)}, [(1, "a", 100), (2, "b", 250)], None),
    ("another id", ("UPDATE deals SET id = 9 WHERE id = 1",), {}, [(2, "b", 200), (9, "a", 100)], [(1, "a", 100), (2, "b", 200)]),
    ("another case", ("UPDATE deals SET number = 'A' WHERE id = 1",), {"collation": "COLLATE NOCASE"}, [(1, "A", 100), (2, "b", 200)], [(1, "a", 100), (2, "b", 200)]),
]
same = True
for name, statements, how, table, back in CASES:
    found = told(*statements, **how)
    print(f"{name}: table {found[0]}, restored {found[1]}, the start restored {found[2]}")
    same = same and found == (table, table if back is None else back, True)
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py"
echo "as described"
