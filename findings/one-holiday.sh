#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# When an order is due, and how many working days there are, when the list of holidays has one day in it.
#
# Packages: formualizer 0.13.0; mog-sdk 0.9.1, cellrune 0.2.0, duke-sheets 0.1.20, betteroffice-xlsx 0.2.1, formulon 0.18.0 and pyofficeeditor 0.4.1 to
# compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: an order of Friday 1 May 2026, due in 3 working days; Wednesday the 6th is a holiday, and in a second list also Thursday the 7th. Due
# with the holiday is day 46149, the 7th, and with both 46150, the 8th; from the 1st to the 15th there are 10 and 9 working days. The holidays are
# dates, in column C the first stands once more as the number 46148 without a format.
# One would guess: a holiday is a cell or a list of cells, as Microsoft describes the argument; an engine that leaves out both days of a list leaves out
# the one day of a cell, and to a format, which is for the eye, no result pays attention.
# Seen: formualizer leaves out the two days of B2:B3 and the one day of B2:B2, and not the one day of B2, nor one that is given as
# DATE(2026,5,6): the order is due on the holiday itself, day 46148, and there are 11 working days; the same in WORKDAY.INTL and NETWORKDAYS.INTL, and
# counted backwards. By the number in C2 it is right: it is the format of the cell that loses the day. No cell has an error. The six others are right
# in all. When the list grows by a second day, the dates that were told before move by a day.
# So: for this engine a holiday is given as a range, B2:B2 or with an empty cell below it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formualizer==0.13.0 mog-sdk==0.9.1 cellrune==0.2.0 duke-sheets==0.1.20 \
    betteroffice-xlsx==0.2.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import formulon
import mog
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=WORKDAY(A2,3,C2)",
    "=NETWORKDAYS(A2,A3,C2)",
    "=WORKDAY(A2,3,B2)",
    "=WORKDAY(A2,3,DATE(2026,5,6))",
    "=WORKDAY.INTL(A2,3,1,B2)",
    "=NETWORKDAYS(A2,A3,B2)",
    "=NETWORKDAYS.INTL(A2,A3,1,B2)",
    "=WORKDAY(A3,-7,B2)",
    "=WORKDAY(A2,3,B2:B2)",
    "=NETWORKDAYS(A2,A3,B2:B2)",
    "=WORKDAY(A2,3,B2:B3)",
    "=NETWORKDAYS(A2,A3,B2:B3)",
    "=WORKDAY(A2,3)",
    "=NETWORKDAYS(A2,A3)",
]
ROWS = range(2, len(FORMULAS) + 2)
LISTS = [46149, 10, 46150, 9, 46148, 11]
RIGHT = [46149, 10, 46149, 46149, 46149, 10, 10, 46147, *LISTS]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for row in [("Order and end", "Holidays", "The first"), (46143, datetime.date(2026, 5, 6), 46148), (46157, datetime.date(2026, 5, 7))]:
    sheet.append(row)
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"H{row}"].value for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_formualizer: [46149, 10, 46148, 46148, 46148, 11, 11, 46148, *LISTS],
    by_mog: RIGHT,
    by_cellrune: RIGHT,
    by_duke_sheets: RIGHT,
    by_betteroffice: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
