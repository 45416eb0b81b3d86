#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the sales of May and a due date are in each row in which the same formula stands.
#
# Packages: ironcalc 0.9.1; formulon 0.18.0 and mog-sdk 0.9.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: deals of 100, 200, 300 and 400 in rows 2 to 5, of May, April, May and June; three holidays, 1, 4 and 5 May, in rows 2 to 4 of another
# sheet. Two formulas without any relative reference, in rows 2 to 6 each: SUMPRODUCT((MONTH($B$2:$B$5)=5)*$C$2:$C$5), which is 400, and
# WORKDAY(DATE(2026,4,27),10,Holidays!$A$2:$A$4), which is 14 May.
# One would guess: a formula that names only fixed cells has one result, wherever it stands; and where an engine does not know lists in such a
# place it has an error.
# Seen: ironcalc has 1000, 0, 1000, 0 and an error: inside of MONTH the list becomes the cell of the formula's own row, so that all sales are
# of May beside a deal of May, and none beside another. The due date is 12 May in rows 2 to 4, where the one holiday of that row counts, and an error
# below; NETWORKDAYS with the same list, 8, and SUMPRODUCT(($C$2:$C$5>150)*$C$2:$C$5), 900, are right in every row. Typed into a new
# workbook of ironcalc, the due date is right: it is files that are read so. formulon and mog are right in all.
# So: sums by month are SUMIFS with two dates for ironcalc, due dates are compared with NETWORKDAYS; a formula tried beside one row proves nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 formulon==0.18.0 mog-sdk==0.9.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import re
import sys
import zipfile

import formulon
import ironcalc
import mog
import openpyxl

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "deals.xlsx")
ROWS = range(2, 7)
DUE = "=WORKDAY(DATE(2026,4,27),10,Holidays!$A$2:$A$4)"
FORMULAS = {
    5: "=SUMPRODUCT((MONTH($B$2:$B$5)=5)*$C$2:$C$5)",
    6: DUE,
    7: "=NETWORKDAYS(DATE(2026,4,27),DATE(2026,5,11),Holidays!$A$2:$A$4)",
    8: "=SUMPRODUCT(($C$2:$C$5>150)*$C$2:$C$5)",
}
HOLIDAYS = [datetime.date(2026, 5, day) for day in (1, 4, 5)]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Closed", "Amount"])
for number, month in enumerate((5, 4, 5, 6), 1):
    sheet.append([f"D{number}", datetime.date(2026, month, 10), number * 100])
other = book.create_sheet("Holidays")
for row, day in enumerate(HOLIDAYS, 2):
    other.cell(row, 1).value = day
for row in ROWS:
    for column, formula in FORMULAS.items():
        sheet.cell(row, column).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return {column: [model.get_cell_value(0, row, column) for row in ROWS] for column in FORMULAS}


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return {column: [loaded.get_value(0, row - 1, column - 1).to_python() for row in ROWS] for column in FORMULAS}


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    deals = loaded.get_sheet_by_name("Deals")
    return {column: [deals.get_value(f"{'ABCDEFGH'[column - 1]}{row}") for row in ROWS] for column in FORMULAS}


def serial(month, day):
    return (datetime.date(2026, month, day) - datetime.date(1899, 12, 30)).days


def plain(value):
    try:
        return int(value)
    except ValueError:
        return "error"


RIGHT = {5: [400] * 5, 6: [serial(5, 14)] * 5, 7: [8] * 5, 8: [900] * 5}
BY_ROW = {**RIGHT, 5: [1000, 0, 1000, 0, "error"], 6: [*[serial(5, 12)] * 3, "error", "error"]}
same = True
for calculated, expected in ((by_ironcalc, BY_ROW), (by_formulon, RIGHT), (by_mog, RIGHT)):
    for column, values in calculated().items():
        seen = [plain(value) for value in values]
        print(f"{calculated.__name__[3:]:9} {seen} {FORMULAS[column]}")
        same = same and seen == expected[column]
typed = ironcalc.create("typed", "en", "UTC", "en")
for row, day in enumerate(HOLIDAYS, 2):
    typed.set_user_input(0, row, 1, str(serial(day.month, day.day)))
for row in ROWS:
    typed.set_user_input(0, row, 6, DUE.replace("Holidays!", ""))
typed.evaluate()
seen = [plain(typed.get_cell_value(0, row, 6)) for row in ROWS]
print("typed    ", seen)
sys.exit(0 if same and seen == RIGHT[6] else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
