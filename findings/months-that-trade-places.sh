#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which month a deal closes in, which product it is of and whose it is, after a CSV export became a workbook.
#
# Package: xlsxturbo 1.12.1 (the command and csv_to_xlsx, with the order "auto"); openpyxl 3.1.5 reads the workbook; both from PyPI.
# The file: twelve deals of an American system, which close on 01/02/2026, 01/15/2026, 02/03/2026, … to 06/30/2026: months first, which the days 15 to 30 show
# in every second row. Products 12E4, 00123 and a number of 19 digits; customers Nan and Inf.
# One would guess: "automatic type detection" and the order "auto", ISO, then European, then American, decide for the column: a column with 01/15/2026 in
# it is American. The number of 19 digits, which no cell can hold, stays a text, and so do codes that no number gives back.
# Seen: each cell is tried alone. 01/02/2026 is the 1st of February above the 15th of January; six of the twelve deals change their month, and
# the sum of May and June, 4200, is 3800; all cells are true dates with one format, so that nothing shows it. The number of 19 digits stays
# a text, and 12E4 is 120000 and 00123 is 123. The customer Nan has no name any more, and neither has Inf. The command prints OK and the counts of rows and
# columns. With the order "us" the dates are right.
# So: the order is given for every export; names and codes are compared by their count after the conversion.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlsxturbo==1.12.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import csv
import datetime
import pathlib
import subprocess
import sys

import openpyxl

FOLDER, BIN = pathlib.Path(sys.argv[1]), pathlib.Path(sys.executable).parent
SOURCE, TARGET = FOLDER / "deals.csv", FOLDER / "deals.xlsx"
DATES = [datetime.date(2026, month, day) for month in range(1, 7) for day in (month + 1 if month < 6 else 1, 12 + 3 * month)]
PRODUCTS, CUSTOMERS = ["12E4", "00123", "1234567890123456789"], ["Acme", "Nan", "Inf", "Best"]
with open(SOURCE, "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["Customer", "Product", "Closes", "Amount"])
    for n, date in enumerate(DATES):
        rows.writerow([CUSTOMERS[n % 4], PRODUCTS[n % 3], date.strftime("%m/%d/%Y"), (n + 1) * 100])


def converted(*options):
    run = subprocess.run([BIN / "xlsxturbo", SOURCE, TARGET, *options], capture_output=True, text=True)
    assert run.returncode == 0 and run.stdout.startswith("OK") and not run.stderr, "it says something now"
    rows = list(openpyxl.load_workbook(TARGET).active.iter_rows(min_row=2, values_only=True))
    dates = [row[2].date() for row in rows]
    late = sum(row[3] for row, date in zip(rows, dates) if date.month in (5, 6))
    moved = sum(date.month != right.month for date, right in zip(dates, DATES))
    return [moved, late, [row[1] for row in rows[:3]], [row[0] for row in rows[:4]]]


print("right", [0, sum((n + 1) * 100 for n, date in enumerate(DATES) if date.month in (5, 6)), PRODUCTS, CUSTOMERS])
CODES, NAMES = [120000, 123, "1234567890123456789"], ["Acme", None, None, "Best"]
same = True
for options, expected in (((), [6, 3800]), (("--date-order", "us"), [0, 4200])):
    found = converted(*options)
    print(*options or ["auto"], found)
    same = same and found == [*expected, CODES, NAMES]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
