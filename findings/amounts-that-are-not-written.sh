#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which amounts and days are in a workbook after a tool wrote them into its cells, and what a check of the cells lets through.
#
# Package: xlinject 0.2.0b2 writes (inject_cells for numbers, inject_cells_mixed for all, with the rules of the sheet or without); openpyxl 3.1.5 reads,
# XlsxWriter 3.3.1 makes the file; all from PyPI.
# The file: five deals of 100 to 500 with a day; a rule that amounts are from 0 to 1000, one for stages, Won or Lost. Written are amounts as a German system
# exports them, 1.250,00 and 1,250 and 12%, a day, an amount with exact decimals, Decimal("12.50"), and a tick.
# One would guess: what is no number is refused, or counted as skipped in the report, which has a count for it; 12,34 is 12.34, as its page shows, and a day
# is a day; a rule of the sheet that has no operator in the file is "between", as the format has it by default (ECMA-376 Part 1, 18.3.1.32).
# Seen: inject_cells leaves out 1.250,00 and 12% and a day without a time, and the OLD amount and day stay: the report says written 1 of 3, skipped 0. 1,250
# is 1.25, a thousandth, and the tick is 1. inject_cells_mixed makes a text of what is neither int nor float: the amount with exact decimals, "12.50", which
# no sum counts, the day, "2026-06-01", and the tick, "True". Nothing is raised. With the rules of the sheet each amount from 1 to 1000 is refused, "equal
# 0.0", and 0 alone goes through; of a list that stands in cells every name is refused.
# So: values are made floats and days datetimes before; the number of written cells is compared with those that were given.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlinject==0.2.0b2 openpyxl==3.1.5 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import datetime
import decimal
import pathlib
import sys

import openpyxl
import xlinject
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = FOLDER / "deals.xlsx", FOLDER / "out.xlsx"
book = xlsxwriter.Workbook(str(FILE))
sheet, day = book.add_worksheet("Deals"), book.add_format({"num_format": "yyyy-mm-dd"})
sheet.write_row(0, 0, ["Id", "Amount", "Closes", "Stage", "Owner"])
for row in range(1, 6):
    sheet.write_row(row, 0, [f"D{row}", row * 100])
    sheet.write_datetime(row, 2, datetime.datetime(2026, 5, row), day)
    sheet.write_row(row, 3, ["Won", "Ann"])
sheet.write_column(0, 7, ["Ann", "Bob"])
sheet.data_validation("B2:B6", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1000})
sheet.data_validation("D2:D6", {"validate": "list", "source": ["Won", "Lost"]})
sheet.data_validation("E2:E6", {"validate": "list", "source": "=$H$1:$H$2"})
book.close()


def written(write, values, **options):
    try:
        report = write(FILE, OUT, sheet_name="Deals", cell_values=values, **options)
    except ValueError as told:
        return str(told)
    saved = openpyxl.load_workbook(OUT)["Deals"]
    return report.written_count, report.skipped_nan_count, *(saved[name].value for name in values)


EXACT = {"B2": decimal.Decimal("12.50"), "C2": datetime.date(2026, 6, 1), "B3": True}
OLD = datetime.datetime(2026, 5, 1)
CASES = [
    (xlinject.inject_cells, {"B2": "1.250,00", "B3": "1,250", "B4": "12%"}, {}, (1, 0, 100, 1.25, 300)),
    (xlinject.inject_cells, EXACT, {}, (2, 0, 12.5, OLD, 1)),
    (xlinject.inject_cells_mixed, EXACT, {"validate_sheet_rules": False}, (3, 0, "12.50", "2026-06-01", "True")),
    (xlinject.inject_cells_mixed, {"B2": 500}, {}, "Cell B2 violates decimal validation equal 0.0: 500.0"),
    (xlinject.inject_cells_mixed, {"B2": 0}, {}, (1, 0, 0)),
    (xlinject.inject_cells_mixed, {"D2": "Lost"}, {}, (1, 0, "Lost")),
    (xlinject.inject_cells_mixed, {"E2": "Bob"}, {}, "Cell E2 expects one of ['$H$1:$H$2'], got 'Bob'"),
]
same = True
for write, values, options, expected in CASES:
    found = written(write, values, **options)
    print(write.__name__, values, "->", found)
    same = same and found == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
