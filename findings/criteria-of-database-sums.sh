#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals DSUM, DCOUNTA and DAVERAGE take for the criterion "Won", and for criteria with an empty row below, by engine.
#
# Packages: mog-sdk 0.9.1, duke-sheets 0.1.20, officework 0.9.0, formualizer 0.13.0, ironcalc 0.9.1, cellrune 0.2.0, formulon 0.18.0, pyofficeeditor
# 0.4.1; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of 100, 200, 300, 400, 500 at the stages Won, Lost, Won back, Won, won; criteria in cells: the text Won; the formula ="=Won" for
# exactly Won; Won with an amount above 150; the same with an empty row below in the range of criteria, as it is left for more of them.
# One would guess: the criterion is the one of SUMIFS, where Won is Won in small or capital letters, 1000; so the two may stand for each other.
# Seen: Microsoft describes another rule for these functions: a text stands for all that begin with it, and ="=Won" for exactly it. cellrune, formulon
# and pyofficeeditor have 1300 and 1000 so, and Gnumeric 1.12.55 too. mog, duke-sheets, officework, formualizer and LibreOffice 7.4.7 (for an
# .xlsx) have 1000 for both; ironcalc has 1300 for both: no way of writing it is exact there. An empty row of criteria stands for every deal: 1500,
# of all stages, in mog, duke-sheets, ironcalc, cellrune, formulon, pyofficeeditor and Gnumeric; officework, formualizer and LibreOffice
# leave it out and have 900. All have 700 for an amount between 250 and 450, so that a try with numbers shows nothing.
# So: a DSUM over stages gets ="=Won" and a range of criteria without room, and is compared with SUMIFS once; ironcalc gets SUMIFS.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 duke-sheets==0.1.20 officework==0.9.0 formualizer==0.13.0 \
    ironcalc==0.9.1 cellrune==0.2.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

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
FORMULAS = [
    "=SUMIFS(C2:C6,B2:B6,H2)",
    '=DSUM(A1:C6,"Amount",H1:H2)',
    '=DSUM(A1:C6,"Amount",I1:I2)',
    '=DSUM(A1:C6,"Amount",J1:K2)',
    '=DSUM(A1:C6,"Amount",J1:K3)',
    '=DCOUNTA(A1:C6,"Id",H1:H2)',
    '=DAVERAGE(A1:C6,"Amount",H1:H2)',
    '=DSUM(A1:C6,"Amount",L1:M2)',
]
ROWS = range(1, len(FORMULAS) + 1)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for row in [["Id", "Stage", "Amount"], ["D1", "Won", 100], ["D2", "Lost", 200], ["D3", "Won back", 300], ["D4", "Won", 400], ["D5", "won", 500]]:
    sheet.append(row)
for column, title, criterion in [
    ("H", "Stage", "Won"), ("I", "Stage", '="=Won"'), ("J", "Stage", "Won"), ("K", "Amount", ">150"), ("L", "Amount", ">250"), ("M", "Amount", "<450"),
]:
    sheet[f"{column}1"], sheet[f"{column}2"] = title, criterion
for row, formula in zip(ROWS, FORMULAS):
    sheet[f"F{row}"] = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"F{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[f"F{row}"].value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"F{row}")) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 6) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 6) for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active.cell(row, 6).value for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 5).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"F{row}"].value for row in ROWS]


DESCRIBED = [1000, 1300, 1000, 1200, 1500, 4, 325, 700]
EXPECTED = {
    by_mog: [1000, 1000, 1000, 900, 1500, 3, 333.333, 700],
    by_duke_sheets: [1000, 1000, 1000, 900, 1500, 3, 333.333, 700],
    by_officework: [1000, 1000, 1000, 900, 900, 3, 333.333, 700],
    by_formualizer: [1000, 1000, 1000, 900, 900, 3, 333.333, 700],
    by_ironcalc: [1000, 1300, 1300, 1200, 1500, 4, 325, 700],
    by_cellrune: DESCRIBED,
    by_formulon: DESCRIBED,
    by_pyofficeeditor: DESCRIBED,
}
print(*FORMULAS, sep="\n")
same = True
for calculated, expected in EXPECTED.items():
    seen = [round(float(value), 3) for value in calculated()]
    print(f"{calculated.__name__[3:]:14} {seen}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
echo "as described"
