#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the three largest deals are worth together, and two deals by their ids, when the formula asks for several at once.
#
# Packages: formulon 0.18.0 and officework 0.9.0; cellrune 0.2.0, betteroffice-xlsx 0.2.1 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and
# reads the file; all from PyPI.
# The file: deals of 100, 500, 300, 200 and 400: the three largest, SUM(LARGE(amounts,{1,2,3})), 1200, and their mean, 400; the two smallest, 300; the
# largest alone; the same by SUMPRODUCT; two deals by their ids in one XLOOKUP, 600.
# One would guess: a list in braces is taken whole in SUM, as it is without any special key in every version of Excel; LibreOffice 7.4.7 has 1200 too. An
# engine that takes it whole in SUMPRODUCT does so in SUM.
# Seen: formulon takes the first of the list in SUM and AVERAGE: the three largest are 500 together and 500 on average, the two smallest 100, both ids 100,
# the first of them; by SUMPRODUCT the same three are 1200. officework has 500 and 100 by both ways, so that the two agree, and no XLOOKUP. None is an error.
# cellrune, betteroffice and pyofficeeditor are right in all (ironcalc, mog, formualizer and duke-sheets have errors, which is told).
# So: where several are asked for at once, a workbook for these engines adds LARGE(…,1)+LARGE(…,2)+LARGE(…,3).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formulon==0.18.0 officework==0.9.0 cellrune==0.2.0 betteroffice-xlsx==0.2.1 \
    pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import formulon
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=SUM(LARGE(B2:B6,{1,2,3}))",
    "=AVERAGE(LARGE(B2:B6,{1,2,3}))",
    "=SUM(SMALL(B2:B6,{1,2}))",
    "=SUMPRODUCT(LARGE(B2:B6,{1,2,3}))",
    "=LARGE(B2:B6,1)+LARGE(B2:B6,2)+LARGE(B2:B6,3)",
    '=IFERROR(SUM(_xlfn.XLOOKUP({"D1","D2"},A2:A6,B2:B6)),"unknown")',
    "=SUM({1,2,3})",
]
ROWS = range(2, len(FORMULAS) + 2)
RIGHT = [1200, 400, 300, 1200, 1200, 600, 6]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Amount"])
for row in [("D1", 100), ("D2", 500), ("D3", 300), ("D4", 200), ("D5", 400)]:
    sheet.append(row)
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    loaded.save(str(OUT))
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


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
    by_formulon: [500, 500, 100, 1200, 1200, 100, 6],
    by_officework: [500, 500, 100, 500, 1200, "unknown", 6],
    by_cellrune: RIGHT,
    by_betteroffice: RIGHT,
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
