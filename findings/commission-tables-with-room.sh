#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which commission a deal earns from a table of rates that has room for more rates below, by engine and by function.
#
# Packages: ironcalc 0.9.1, cellrune 0.2.0, formualizer 0.13.0, mog-sdk 0.9.1, duke-sheets 0.1.20; betteroffice-xlsx 0.2.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: rates of 1%, 2%, 3%, 5% from 0, 1000, 5000, 10000 on, in rows 2 to 5; the formulas look through rows 2 to 20. Deals of 7500 and 20000.
# One would guess: VLOOKUP, MATCH and LOOKUP for the next smaller value leave out empty cells, as they do in spreadsheet programs, where everybody
# gives such ranges room: 225 and 1000. An engine that does it for one of the three does it for all, and for small deals as for large ones.
# Seen: ironcalc finds the last empty row in all three, rate and commission are 0 for every deal, also with whole columns. cellrune is right
# for 7500 and gives 0 for 20000 with VLOOKUP and MATCH: it falls into the room only above the last rate, so that the largest deals earn
# nothing and all others are right; with LOOKUP it is right. formualizer and mog are right with VLOOKUP and MATCH, and 0 with LOOKUP.
# duke-sheets has an error with VLOOKUP, is like cellrune with MATCH and gives 0 with LOOKUP. "The last amount of a column",
# LOOKUP(9.99E+307,…), is 0 or nothing in the four that fail at LOOKUP. Where the range ends with the rates, all are right; LibreOffice 7.4.7 is
# right in all.
# So: in workbooks that such engines calculate, the range ends with the table; one test with a middle deal does not tell.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 cellrune==0.2.0 formualizer==0.13.0 mog-sdk==0.9.1 duke-sheets==0.1.20 \
    betteroffice-xlsx==0.2.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "rates.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=7500*VLOOKUP(7500,A2:B20,2)",
    "=20000*VLOOKUP(20000,A2:B20,2)",
    "=7500*INDEX(B2:B20,MATCH(7500,A2:A20))",
    "=20000*INDEX(B2:B20,MATCH(20000,A2:A20))",
    "=7500*LOOKUP(7500,A2:A20,B2:B20)",
    "=20000*LOOKUP(20000,A2:A20,B2:B20)",
    "=LOOKUP(9.99E+307,A2:A20)",
    "=20000*VLOOKUP(20000,A2:B5,2)",
    "=20000*LOOKUP(20000,A2:A5,B2:B5)",
]
ROWS = range(2, len(FORMULAS) + 2)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Rates"
sheet.append(["From", "Rate"])
for row in [(0, 0.01), (1000, 0.02), (5000, 0.03), (10000, 0.05)]:
    sheet.append(row)
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 4).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 4) for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active.cell(row, 4).value for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Rates", row, 4) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Rates").get_value(f"D{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"D{row}")) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Rates", f"D{row}") for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 3).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Rates")[f"D{row}"].value for row in ROWS]


RIGHT = [225, 1000, 225, 1000, 225, 1000, 10000, 1000, 1000]
LOOKUP = [225, 1000, 225, 1000, 0, 0, 0, 1000, 1000]
EXPECTED = {
    by_ironcalc: [0, 0, 0, 0, 0, 0, 0, 1000, 1000],
    by_cellrune: [225, 0, 225, 0, 225, 1000, 10000, 1000, 1000],
    by_formualizer: LOOKUP,
    by_mog: LOOKUP,
    by_duke_sheets: ["#N/A", "#N/A", 225, 0, 0, 0, "", 1000, 1000],
    by_betteroffice: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
}
print(*FORMULAS, sep="\n")


def plain(value):
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return value


same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
