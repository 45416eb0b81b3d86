#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What return a deal has whose payments are listed by month with an empty cell where nothing is paid.
#
# Packages: formualizer 0.13.0 and duke-sheets 0.1.20; ironcalc 0.9.1, mog-sdk 0.9.1, cellrune 0.2.0, formulon 0.18.0 and pyofficeeditor 0.4.1 to
# compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: -1000, an empty cell, 600, 600; beside it the same with 0 in the empty cell. IRR, MIRR, and NPV at 10%.
# One would guess: an empty cell is left out by the three, as Excel describes it for IRR and NPV, so that 600 is due after one month, not two; or an
# engine takes it for 0 in the three. With 0 it is another deal: 7.6% instead of 13.1% and a loss instead of a gain.
# Seen: the five others leave it out. duke-sheets takes it for 0 in all: the offer that gains 37.57 loses 48.49. formualizer has both rules at
# once: IRR and MIRR take it for 0, NPV leaves it out, so that the NPV at the rate that IRR found is 70.58, where 0 is what IRR means. None is an
# error, and with 0 in the cell all seven agree.
# So: payments that are nothing are written as 0 where an engine calculates them; an NPV at the IRR that is not 0 shows that it was not done.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formualizer==0.13.0 duke-sheets==0.1.20 ironcalc==0.9.1 mog-sdk==0.9.1 cellrune==0.2.0 \
    formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "offer.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    formula.replace("#", column)
    for column in "AB"
    for formula in ("=IRR(#1:#4)", "=MIRR(#1:#4,10%,10%)", "=NPV(10%,#1:#4)", "=NPV(IRR(#1:#4),#1:#4)")
]
ROWS = range(1, len(FORMULAS) + 1)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Offer"
for row, amount in enumerate([-1000, None, 600, 600], 1):
    if amount is not None:
        sheet.cell(row, 1).value = amount
    sheet.cell(row, 2).value = amount or 0
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 4).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Offer", row, 4) for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"D{row}")) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 4) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Offer").get_value(f"D{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active.cell(row, 4).value for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 3).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Offer")[f"D{row}"].value for row in ROWS]


ZERO = [0.0759, 0.0801, -48.49, 0]
RIGHT = [0.1307, 0.1225, 37.57, 0]
EXPECTED = {
    by_formualizer: [0.0759, 0.0801, 37.57, 70.58, *ZERO],
    by_duke_sheets: [*ZERO, *ZERO],
    by_ironcalc: [*RIGHT, *ZERO],
    by_mog: [*RIGHT, *ZERO],
    by_cellrune: [*RIGHT, *ZERO],
    by_formulon: [*RIGHT, *ZERO],
    by_pyofficeeditor: [*RIGHT, *ZERO],
}
print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [round(float(value), 4 if abs(float(value)) < 1 else 2) + 0.0 for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and all(abs(one - two) < 1e-3 for one, two in zip(found, expected))
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
