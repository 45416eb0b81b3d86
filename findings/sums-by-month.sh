#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the sales of May are when they are summed by MONTH, TEXT or LEFT inside of SUMPRODUCT, and how many customers there are, by engine.
#
# Packages: officework 0.9.0, duke-sheets 0.1.20, formualizer 0.13.0; mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, cellrune 0.2.0, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of 101, 202, 303 and 404 with the customers Acme, Best, Acme and Cook, closed in May, April, May and June.
# One would guess: SUMPRODUCT calculates what is inside of it for every row; an engine that does so for $C$2:$C$5>150 does so for a function of
# the rows, or for none, and then with an error.
# Seen: all are right with the comparison, 909. officework takes the first row only inside of a function: the sales of May are 1010, which is all of
# them, by TEXT and by first letter they are 0, there is 1 customer, and 10% of each deal in whole numbers, 100, is 10.1. duke-sheets has 0 for
# the three sums, by which nothing was sold in May. formualizer has an error for MONTH, and 1010 by TEXT and by LEFT, since the first deal fits:
# two of three ways agree on it. What is wrong is silent in nearly all. mog, betteroffice, cellrune, formulon, pyofficeeditor are right in all.
# So: for such engines a month is a SUMIFS between two dates; one SUMPRODUCT that is right says nothing of the next.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    cellrune==0.2.0 formulon==0.18.0 pyofficeeditor==0.4.1 formualizer==0.13.0 openpyxl==3.1.5
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
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "deals.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=SUMPRODUCT((C2:C5>150)*C2:C5)",
    "=SUMPRODUCT((MONTH(B2:B5)=5)*C2:C5)",
    '=SUMPRODUCT((TEXT(B2:B5,"yyyy-mm")="2026-05")*C2:C5)',
    '=SUMPRODUCT((LEFT(A2:A5,1)="A")*C2:C5)',
    "=SUMPRODUCT(1/COUNTIF(A2:A5,A2:A5))",
    "=SUMPRODUCT(ROUND(C2:C5*0.1,0))",
]
CELLS = [f"E{row}" for row in range(11, 11 + len(FORMULAS))]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Customer", "Closed", "Amount"])
for number, (customer, month) in enumerate((("Acme", 5), ("Best", 4), ("Acme", 5), ("Cook", 6)), 1):
    sheet.append([customer, datetime.date(2026, month, 10), number * 101])
for cell, formula in zip(CELLS, FORMULAS):
    sheet[cell] = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def place(cell):
    return int(cell[1:]), "ABCDE".index(cell[0]) + 1


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(cell) for cell in CELLS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", cell) for cell in CELLS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[cell].value for cell in CELLS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(cell)) for cell in CELLS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active[cell].value for cell in CELLS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, column - 1).to_python() for row, column in map(place, CELLS)]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[cell].value for cell in CELLS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", *place(cell)) for cell in CELLS]


def plain(value):
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return "error"


RIGHT = [909, 404, 404, 404, 3, 100]
EXPECTED = {
    by_officework: [909, 1010, 0, 0, 1, 10.1],
    by_duke_sheets: [909, 0, 0, 0, "error", "error"],
    by_formualizer: [909, "error", 1010, 1010, "error", "error"],
    by_mog: RIGHT,
    by_betteroffice: RIGHT,
    by_cellrune: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculated, expected in EXPECTED.items():
    seen = [plain(value) for value in calculated()]
    print(f"{calculated.__name__[3:]:14} {seen}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
echo "as described"
