#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many units are ordered, and how many cents charged, when a product that is a whole number is rounded up or down.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20, formualizer 0.13.0; ironcalc 0.9.1, cellrune 0.2.0,
# formulon 0.18.0 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: 7% of 100 seats, rounded up, by ROUNDUP and by CEILING; 19.99 in cents, by ROUNDDOWN and by FLOOR of 0.29; ROUND(1.005,2); each product
# compared with its result, 0.07*100=7.
# One would guess: fractions of two make 0.07*100 a little more than 7, which spreadsheet programs hide in all such functions, and an engine either
# hides it too or never; what says that the product equals 7 does not round it up to 8.
# Seen: ironcalc, cellrune, formulon and pyofficeeditor hide it everywhere, as LibreOffice 7.4.7 does. mog hides it in ROUND and in the comparison,
# and not in ROUNDUP, CEILING, ROUNDDOWN and FLOOR: 8 seats where 0.07*100=7 is TRUE, 1998 cents for 19.99. officework is like it, and has 1.00 for
# ROUND(1.005,2); betteroffice and duke-sheets hide it in none, not in the comparison either. formualizer hides it in ROUNDUP and ROUNDDOWN and not
# in CEILING and FLOOR, so that the two ways to round up in one workbook are 7 and 8.
# So: for such engines a product is rounded to a few places before it is rounded up or down: ROUNDUP(ROUND(0.07*100,6),0).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    formualizer==0.13.0 ironcalc==0.9.1 cellrune==0.2.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "order.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=ROUNDUP(0.07*100,0)",
    "=CEILING(0.07*100,1)",
    "=ROUNDDOWN(19.99*100,0)",
    "=FLOOR(0.29*100,1)",
    "=ROUND(1.005,2)",
    '=IF(0.07*100=7,"equal","not equal")',
    "=ROUNDUP(ROUND(0.07*100,6),0)",
]
ROWS = range(1, len(FORMULAS) + 1)

book = openpyxl.Workbook()
book.active.title = "Order"
for row, formula in zip(ROWS, FORMULAS):
    book.active.cell(row, 1).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Order").get_value(f"A{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[f"A{row}"].value for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Order", f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Order", row, 1) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active.cell(row, 1).value for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Order")[f"A{row}"].value for row in ROWS]


RIGHT = [7, 7, 1999, 29, 1.01, "equal", 7]
EXPECTED = {
    by_mog: [8, 8, 1998, 28, 1.01, "equal", 7],
    by_officework: [8, 8, 1998, 28, 1.0, "equal", 7],
    by_betteroffice: [8, 8, 1998, 28, 1.0, "not equal", 7],
    by_duke_sheets: [8, 8, 1998, 28, 1.0, "not equal", 7],
    by_formualizer: [7, 8, 1999, 28, 1.01, "not equal", 7],
    by_ironcalc: RIGHT,
    by_cellrune: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
}


def plain(value):
    try:
        return round(float(value), 6)
    except ValueError:
        return value


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
