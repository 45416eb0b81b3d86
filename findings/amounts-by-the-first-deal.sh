#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the deals of a workbook add up to in a database that they were loaded into, by which deal stands first.
#
# Packages: openpyxl 3.1.5 makes and reads the workbook; dlt 1.31.0 loads what it read (pipeline.run, as it is), with duckdb 2.0.1 for the database; from PyPI.
# The file: four deals of 100, 200.50, 300 and 400.25, all of them numbers in cells of one format, 1000.75 together; once so, once with the deal of 200.50 first.
# One would guess: a column of a workbook has numbers, for the file knows one kind of them; a loader widens whole numbers to fractions when the first one comes, and it
# has all four rows of one load before it makes the table. What it sets aside it sets aside for texts, as its pages on variant columns say.
# Seen: openpyxl gives 100 as a whole number and 200.5 as a fraction, and dlt makes the column BIGINT by the first deal. Each deal with cents has an EMPTY amount, and its
# figure is in a second column, amount__v_double, of the same table: SUM(amount) is 400 of 1000.75, AVG 200, the largest deal 300. With the deal of 200.50 first
# the column is DOUBLE, there is no second one and the sum is right, so that a list sorted in another way is another turnover. A second load stays as the first
# made it. The load ends well, four rows are counted, and nothing is told.
# So: amounts are turned into float, or into decimals, before they are handed over, or columns={"amount": {"data_type": "decimal"}} is given.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "dlt[duckdb]==1.31.0" duckdb==2.0.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import os
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1])
# Nothing is sent anywhere, and nothing is kept in the home folder.
os.environ.update({"RUNTIME__DLTHUB_TELEMETRY": "false", "DLT_DATA_DIR": str(FOLDER / "data"), "HOME": str(FOLDER)})
os.chdir(FOLDER)

import dlt
import duckdb
import openpyxl


def read(amounts):
    book = openpyxl.Workbook()
    book.active.append(["id", "amount"])
    for number, amount in enumerate(amounts, 1):
        book.active.append([f"D{number}", amount])
    book.save(FOLDER / "deals.xlsx")
    rows = openpyxl.load_workbook(FOLDER / "deals.xlsx").active.iter_rows(values_only=True)
    headings = next(rows)
    return [dict(zip(headings, row)) for row in rows]


def load(name, *lists, **hints):
    """What the database has of the deals: the columns, the sum, the mean, the largest, the rows."""
    file = FOLDER / f"{name}.duckdb"
    pipeline = dlt.pipeline(
        pipeline_name=name, pipelines_dir=str(FOLDER / "pipelines"), destination=dlt.destinations.duckdb(str(file)), dataset_name="sales")
    for amounts in lists:
        pipeline.run(read(amounts), table_name="deals", **hints)
    with duckdb.connect(str(file), read_only=True) as database:
        columns = [row[0] for row in database.execute("DESCRIBE sales.deals").fetchall() if row[0].startswith("amount")]
        figures = database.execute("SELECT SUM(amount), AVG(amount), MAX(amount), COUNT(*) FROM sales.deals").fetchone()
    return columns, [float(figure) for figure in figures]


WHOLE_FIRST, CENTS_FIRST = [100, 200.5, 300, 400.25], [200.5, 100, 300, 400.25]
DECIMAL = {"columns": {"amount": {"data_type": "decimal"}}}
same = True
for name, seen, expected in (
    ("whole first", load("whole", WHOLE_FIRST), (["amount", "amount__v_double"], [400, 200, 300, 4])),
    ("cents first", load("cents", CENTS_FIRST), (["amount"], [1000.75, 250.1875, 400.25, 4])),
    ("whole first, then cents first", load("both", WHOLE_FIRST, CENTS_FIRST), (["amount", "amount__v_double"], [800, 200, 300, 8])),
    ("as decimals", load("decimals", WHOLE_FIRST, **DECIMAL), (["amount"], [1000.75, 250.1875, 400.25, 4])),
):
    print(f"{name}: {seen}")
    if seen != expected:
        same = False
        print(f"    expected: {expected}")
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described: the sum depends on which deal stands first"
