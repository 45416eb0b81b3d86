#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a bonus is that is a share of what is left after the bonus, in workbooks that are set to calculate such circles.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20, formualizer 0.13.0, formulon 0.18.0, pyofficeeditor
# 0.4.1, ironcalc 0.9.1; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: 1000 to share, a bonus =(E1-E2)*10% in E2, what is left =E1-E2 below; the same beside it with 50% and 90%; iterate="1" with the format's
# own 100 rounds and 0.001. The right bonuses are 90.91, 333.33 and 473.68.
# One would guess: an engine goes round until nothing changes, or says that there is a circle; the file tells it how many rounds.
# Seen: mog, officework, formualizer and formulon go round (473.67 and 473.68). ironcalc says #CIRC!. duke-sheets goes round once and says nothing:
# 100, 500 and 900, with 900, 500 and 100 left, which add up. betteroffice has a bonus of 0 and 1000 left, pyofficeeditor no value at all.
# Gnumeric 1.12.55 (ssconvert --recalc) stops after four rounds: 90.90, 312.50 and 162.90 (with 837.10 left) of 473.68, without a word either.
# LibreOffice 7.4.7 has the first two and Err:523 for the third. A check that bonus and rest are 1000 agrees in all that have values.
# So: such a bonus is written without a circle, =E1*0.1/(1+0.1), before a workbook is calculated by anything but Excel.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 formualizer==0.13.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "deals.xlsx")
CELLS = ["E2", "E3", "F2", "F3", "G2", "G3"]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for column, share in zip("EFG", (0.1, 0.5, 0.9)):
    sheet[f"{column}1"] = 1000
    sheet[f"{column}2"] = f"=({column}1-{column}2)*{share}"
    sheet[f"{column}3"] = f"={column}1-{column}2"
book.calculation.iterate = True
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


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
        return None if value is None else round(float(value), 1)
    except ValueError:
        return "error"


RIGHT = [90.9, 909.1, 333.3, 666.7, 473.7, 526.3]
EXPECTED = {
    by_mog: RIGHT,
    by_officework: RIGHT,
    by_formualizer: RIGHT,
    by_formulon: RIGHT,
    by_duke_sheets: [100, 900, 500, 500, 900, 100],
    by_betteroffice: [0, 1000, 0, 1000, 0, 1000],
    by_pyofficeeditor: [None] * 6,
    by_ironcalc: ["error"] * 6,
}
same = True
for calculated, expected in EXPECTED.items():
    seen = [plain(value) for value in calculated()]
    print(f"{calculated.__name__[3:]:14} {seen}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
echo "as described"
