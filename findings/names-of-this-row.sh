#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which row a name stands for that was defined for "the amount in this row", in engines that calculate workbooks without a spreadsheet program.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20, ironcalc 0.9.1, cellrune 0.2.0, formulon 0.18.0,
# pyofficeeditor 0.4.1, formualizer 0.13.0; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: a total of 1000 on top, in B1, and deals of 100, 200, 300 and 400 in rows 3 to 6; the name RowAmount is Deals!$B1, the way in which the
# format keeps "column B of the row where I am used": as seen from A1 (the same for RowFee, Deals!$B1*0.1). Fees and sizes of deals are made from it.
# One would guess: an engine that knows names and knows relative references puts the two together, or says that it does not: fees of 10, 20, 30, 40, as
# LibreOffice 7.4.7 and Gnumeric 1.12.55 have them.
# Seen: eight engines take the name literally, as the cell B1, wherever it is used: every deal has the amount 1000, which is the total of all, a fee of
# 100, and is big; the fees add up to 400 instead of 100. Beneath a heading it would be the text of the heading, and an error; under a
# total there is no error anywhere. Four of them (officework, duke-sheets, ironcalc and formualizer) have an error for RowFee, a name that
# calculates; formualizer has one for both, and is the only one that gives no wrong amount.
# So: before such an engine recalculates a workbook, its names are looked through for references without a $ before the row.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    ironcalc==0.9.1 cellrune==0.2.0 formulon==0.18.0 pyofficeeditor==0.4.1 formualizer==0.13.0 openpyxl==3.1.5
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
from openpyxl.workbook.defined_name import DefinedName
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "deals.xlsx"), FOLDER / "out.xlsx"
ROWS = range(3, 7)
CELLS = [*(f"C{row}" for row in ROWS), *(f"E{row}" for row in ROWS), "B1", "C1", "D3"]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for row in [["Total", "=SUM(B3:B6)", "=SUM(C3:C6)"], ["Id", "Amount", "Fee"], ["D1", 100], ["D2", 200], ["D3", 300], ["D4", 400]]:
    sheet.append(row)
book.defined_names["RowAmount"] = DefinedName("RowAmount", attr_text="Deals!$B1")
book.defined_names["RowFee"] = DefinedName("RowFee", attr_text="Deals!$B1*0.1")
for row in ROWS:
    sheet[f"C{row}"] = "=RowAmount*0.1"
    sheet[f"D{row}"] = "=RowFee"
    sheet[f"E{row}"] = '=IF(RowAmount>350,"big","small")'
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


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, *place(cell)) for cell in CELLS]


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
    if value in ("big", "small"):
        return value
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return "error"


FIRST = [*[100.0] * 4, *["big"] * 4, 1000.0, 400.0]
EXPECTED = {
    by_mog: [*FIRST, 100.0],
    by_betteroffice: [*FIRST, 100.0],
    by_officework: [*FIRST, "error"],
    by_duke_sheets: [*FIRST, "error"],
    by_ironcalc: [*FIRST, "error"],
    by_cellrune: [*FIRST, 100.0],
    by_formulon: [*FIRST, 100.0],
    by_pyofficeeditor: [*FIRST, 100.0],
    by_formualizer: [*["error"] * 8, 1000.0, "error", "error"],
}
print("right:         fees 10, 20, 30, 40; small, small, small, big; total 1000; fees 100; first RowFee 10")
same = True
for calculated, expected in EXPECTED.items():
    seen = [plain(value) for value in calculated()]
    print(f"{calculated.__name__[3:]:14} {seen}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
echo "as described"
