#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a table of discounts shows, made by What-If Analysis, after the price above it was changed by a script and the workbook recalculated.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20, formualizer 0.13.0, formulon 0.18.0, pyofficeeditor 0.4.1,
# ironcalc 0.9.1 and cellrune 0.2.0; openpyxl 3.1.5 makes the file; all from PyPI. LibreOffice 7.4.7 (Debian 12) where it is installed.
# The file: price and discount of an offer, what it then costs, =B1*(1-A1), and a data table (t="dataTable", ECMA-376 Part 1, 18.3.1.40) of the
# same for 0%, 20% and 50%, with their sum. It was calculated last for a price of 500: 500, 400, 250, 1150. The price is 1000 now.
# One would guess: 1000, 800, 500 and 2300, or a refusal; an engine that recalculates everything leaves no old price beside the new one.
# Seen: formulon and pyofficeeditor calculate it, ironcalc and cellrune refuse the file. betteroffice and officework calculate the offer anew,
# 900, and keep the old table and its sum below it. formualizer has an error in the first cell of the table and the old price in all others.
# mog puts the old result where the discount belongs: the first offer is -449000, the others errors. duke-sheets has errors only. LibreOffice
# saves a workbook with EMPTY texts in the table, a function TABLE(…) that no workbook has, and the old sum above them.
# So: a workbook with data tables is looked for by t="dataTable" before it is recalculated; what stands in them then is older than the rest.
set -euo pipefail
export LC_ALL=C.UTF-8
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
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "deals.xlsx"), FOLDER / "out.xlsx"
CELLS = ["E1", "E2", "E3", "E4", "G1"]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for cell, value in {
    "A1": 0.1, "B1": 1000, "E1": "=B1*(1-A1)", "D2": 0, "D3": 0.2, "D4": 0.5, "E2": "=table", "E3": 400, "E4": 250, "G1": "=SUM(E2:E4)",
}.items():
    sheet[cell] = value
book.save(FOLDER / "made.xlsx")
# With the table and the values of the last calculation.
with zipfile.ZipFile(FOLDER / "made.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        part = old.read(name).decode()
        if name.endswith("sheet1.xml"):
            part = part.replace("<f>table</f>", '<f t="dataTable" ref="E2:E4" dt2D="0" dtr="0" r1="A1"/>')
            for cell, value in {"E1": 450, "E2": 500, "G1": 1150}.items():
                part, times = re.subn(rf'(<c r="{cell}"[^>]*><f.*?(?:</f>|/>))<v ?(?:/>|></v>)', rf"\g<1><v>{value}</v>", part)
                assert times == 1
        new.writestr(name, part)


def place(cell):
    return int(cell[1:]), "ABCDEFG".index(cell[0]) + 1


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
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return "error"


RIGHT = [900, 1000, 800, 500, 2300]
OLD = [900, 500, 400, 250, 1150]
EXPECTED = {
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
    by_betteroffice: OLD,
    by_officework: OLD,
    by_formualizer: [900, "error", 400, 250, "error"],
    by_mog: [900, -449000, "error", "error", "error"],
    by_duke_sheets: [900, "error", "error", "error", "error"],
    by_ironcalc: "refused",
    by_cellrune: "refused",
}
same = True
for calculated, expected in EXPECTED.items():
    try:
        seen = [plain(value) for value in calculated()]
    except (ironcalc.WorkbookError, cellrune.CellRuneError):
        seen = "refused"
    print(f"{calculated.__name__[3:]:14} {seen}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
if office=$(command -v soffice || command -v libreoffice); then
    mkdir "$work/saved"
    "$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to xlsx --outdir "$work/saved" "$work/deals.xlsx" >"$work/log" 2>&1
    "$work/venv/bin/python" - "$work/saved/deals.xlsx" <<'PY'
import sys

import openpyxl

formulas, values = (openpyxl.load_workbook(sys.argv[1], data_only=only).active for only in (False, True))
seen = [values[cell].value for cell in ("E2", "E3", "E4", "G1")]
print("LibreOffice   ", seen, formulas["E2"].value)
sys.exit(0 if seen == [None, None, None, 1150] and formulas["E2"].value.startswith("=TABLE(") else "the behaviour has changed")
PY
else
    echo "LibreOffice is not installed, and was not tried"
fi
echo "as described"
