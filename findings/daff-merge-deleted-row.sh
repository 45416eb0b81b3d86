#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether a three-way merge of tables reports a row that one side deleted and the other side changed.
#
# Package: daff 1.4.2 from PyPI, its Merger with a primary key.
# One would guess: a conflict, as `git merge` reports for a file, and as daff itself does for a cell that both sides changed.
# Seen: no conflict, whichever side deleted. The row is gone from the result, and with it the change, without a word; the number of
# conflicts is 0. A cell that both sides changed counts as one conflict.
# So: who merges copies of a table with it compares the rows that are missing from the result by hand, or loses what was typed there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet daff==1.4.2
cat >"$work/try.py" <<'PY'
import daff

HEAD = ["id", "owner", "amount"]
BASE = [HEAD, ["D1", "Chen", 10], ["D2", "Wang", 20], ["D3", "Li", 30]]
WITHOUT = [row for row in BASE if row[0] != "D2"]


def with_amount(amount):
    return [[*row[:2], amount] if row[0] == "D2" else row for row in BASE]


def merged(ours, theirs):
    flags = daff.CompareFlags()
    flags.addPrimaryKey("id")
    result = daff.PythonTableView([list(row) for row in ours])
    tables = [daff.PythonTableView([list(row) for row in rows]) for rows in (BASE, theirs)]
    conflicts = daff.Merger(tables[0], result, tables[1], flags).apply()
    return conflicts, {row[0]: row[2] for row in result.data[1:]}


for name, ours, theirs in [
    ("ours deletes, theirs changes", WITHOUT, with_amount(25)),
    ("ours changes, theirs deletes", with_amount(25), WITHOUT),
]:
    conflicts, rows = merged(ours, theirs)
    print(f"{name}: {conflicts} conflicts, {rows}")
    assert conflicts == 0 and rows == {"D1": 10, "D3": 30}, "changed: look at it again"

conflicts, rows = merged(with_amount(25), with_amount(26))
print(f"both change one cell: {conflicts} conflicts, {rows}")
assert conflicts == 1, "changed: look at it again"
PY
"$work/venv/bin/python" "$work/try.py"
echo "as described: a change in a row that the other side deleted is dropped without a conflict"
