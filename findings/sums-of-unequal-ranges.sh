#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a sum by customer is when its two ranges are not of one length, as after a list grew and one of them was forgotten.
#
# Packages: ironcalc 0.9.1, formulon 0.18.0, mog-sdk 0.9.1, duke-sheets 0.1.20, formualizer 0.13.0; betteroffice-xlsx 0.2.1, cellrune 0.2.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: six deals of 100 to 600, those of Acme in rows 2, 4 and 6: 900 together, 300 on average.
# One would guess: SUMIF and AVERAGEIF take from the range of amounts its first cell only, and as many cells as the range of customers has, as
# Microsoft describes it; SUMIFS, which does not, gives #VALUE!. LibreOffice 7.4.7, betteroffice, cellrune and pyofficeeditor do.
# Seen: with amounts C2:C4 beside customers B2:B7, ironcalc, formulon, mog and duke-sheets give 400 for SUMIF and 200 for AVERAGEIF: the deal of 500
# is left out without a word. With C2 alone mog gives 100, duke-sheets 0, formulon 900. The other way round, B2:B4 beside C2:C7, ironcalc
# reads on below the customers that were asked for, 900 for 400. With C2:D7, formulon and mog give 600 for 900. SUMIFS with unequal ranges gives 400 in
# formualizer, ironcalc and mog, where it is an error elsewhere.
# So: a workbook that is right in Excel with such ranges has smaller sums there; ranges of one formula are written with the same rows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 formulon==0.18.0 mog-sdk==0.9.1 duke-sheets==0.1.20 formualizer==0.13.0 \
    betteroffice-xlsx==0.2.1 cellrune==0.2.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
FILE, OUT = str(FOLDER / "deals.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    '=SUMIF(B2:B7,"Acme",C2:C7)',
    '=SUMIF(B2:B7,"Acme",C2:C4)',
    '=SUMIF(B2:B7,"Acme",C2)',
    '=AVERAGEIF(B2:B7,"Acme",C2:C4)',
    '=SUMIF(B2:B4,"Acme",C2:C7)',
    '=SUMIF(B2:B7,"Acme",C2:D7)',
    '=SUMIFS(C2:C4,B2:B7,"Acme")',
]
ROWS = range(1, len(FORMULAS) + 1)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Customer", "Amount"])
for n, customer in enumerate(["Acme", "Best", "Acme", "Cook", "Acme", "Best"], 1):
    sheet.append([f"D{n}", customer, n * 100])
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 6).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 6) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 5).to_python() for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"F{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"F{row}")) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 6) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"F{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active.cell(row, 6).value for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"F{row}"].value for row in ROWS]


ERROR = "error"
RIGHT = [900, 900, 900, 300, 400, 900, ERROR]
EXPECTED = {
    by_ironcalc: [900, 400, ERROR, 200, 900, 900, 400],
    by_formulon: [900, 400, 900, 200, 400, 600, ERROR],
    by_mog: [900, 400, 100, 200, 400, 600, 400],
    by_duke_sheets: [900, 400, 0, 200, 400, 900, ERROR],
    by_formualizer: [900, 900, 900, 300, 400, 900, 400],
    by_betteroffice: RIGHT,
    by_cellrune: RIGHT,
    by_pyofficeeditor: RIGHT,
}


def plain(value):
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return ERROR


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
