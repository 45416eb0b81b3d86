#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What it means that two lists of deals match, by the mode in which they were compared.
#
# Package: fastrecon 0.9.3 (a reconciliation engine) with duckdb 1.5.5 below it; openpyxl 3.1.5 makes the workbooks; all from PyPI.
# The files: six deals D1 to D6 with owner, amount and month, in two workbooks; in the second the owners, amounts and months of D1 and D6 are
# swapped, or D6 is called D9, or the amount of May is 9999.
# One would guess: with keys=["id"], the mode hash answers what the mode keyed does, by one checksum for each side, as it says of itself; and a
# comparison in ranges of months compares all rows, or says how many lie outside.
# Seen: keyed finds the two swapped deals, and D6 and D9 as missing. hash says MATCH for both: the key columns are left out of its checksum and rows
# are not paired, so that it is the same for whichever deal belongs to whichever id. Without keys it is a mismatch. With ranges for January to
# April, the amount of May is not compared, the result says MATCH, and the counts of rows beside it are those of the whole lists, six and six.
# So: commissions are not released on a MATCH of the mode hash with keys, nor of ranges that do not reach to the last month.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fastrecon==0.9.3 duckdb==1.5.5 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import fastrecon
import openpyxl

FOLDER = pathlib.Path(sys.argv[1])
OWNERS = ["Chen", "Wang", "Li", "Zhao", "Sun", "Zhou"]
DEALS = [[f"D{n}", owner, n * 100, n] for n, owner in enumerate(OWNERS, 1)]


def book(name, rows):
    made = openpyxl.Workbook()
    for row in [["id", "owner", "amount", "month"], *rows]:
        made.active.append(row)
    path = FOLDER / f"{name}.xlsx"
    made.save(path)
    return fastrecon.ExcelFile(str(path))


def compared(rows, keys=("id",), **options):
    result = fastrecon.compare(book("left", DEALS), book("right", rows), keys=list(keys) if keys else None, **options)
    return result.status, result.changed_rows, result.missing_in_left + result.missing_in_right, result.row_count_left, result.row_count_right


SWAPPED = [[DEALS[0][0], *DEALS[5][1:]], *DEALS[1:5], [DEALS[5][0], *DEALS[0][1:]]]
RENAMED = [*DEALS[:5], ["D9", *DEALS[5][1:]]]
RAISED = [*DEALS[:4], [*DEALS[4][:2], 9999, DEALS[4][3]], DEALS[5]]
MONTHS = fastrecon.PartitionSpec(column="month", strategy="range", boundaries=[(1, 3), (3, 5)])
same = True
for name, found, expected in [
    ("swapped, keyed", compared(SWAPPED, compare_mode="keyed"), ("MISMATCH", 2, 0, 6, 6)),
    ("swapped, hash", compared(SWAPPED, compare_mode="hash"), ("MATCH", 0, 0, 6, 6)),
    ("swapped, hash without keys", compared(SWAPPED, keys=None, compare_mode="hash"), ("MISMATCH", 0, 0, 6, 6)),
    ("another id, keyed", compared(RENAMED, compare_mode="keyed"), ("MISMATCH", 0, 2, 6, 6)),
    ("another id, hash", compared(RENAMED, compare_mode="hash"), ("MATCH", 0, 0, 6, 6)),
    ("May raised, keyed", compared(RAISED), ("MISMATCH", 1, 0, 6, 6)),
    ("May raised, hash", compared(RAISED, compare_mode="hash"), ("MISMATCH", 0, 0, 6, 6)),
    ("May raised, January to April", compared(RAISED, partition=MONTHS), ("MATCH", 0, 0, 6, 6)),
]:
    print(f"{name:30}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/messages" || { cat "$work/messages"; exit 1; }
echo "as described"
