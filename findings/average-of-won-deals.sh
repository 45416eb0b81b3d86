#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What an average won deal is worth, and what the smallest is, where the amount is shown for won deals only.
#
# Packages: officework 0.9.0; mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, cellrune 0.2.0, duke-sheets 0.1.20, ironcalc 0.9.1, pyofficeeditor 0.4.1 and
# formualizer 0.13.0 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of 100, 200, 300, one without an amount and 500; the second and the fifth are lost. Column D shows what was won, =IF(C2="Won",B2,""),
# the empty cell left out by the formula too. Mean, median, smallest, count and deviation of column D; the mean of won deals by AVERAGEIFS and
# AVERAGEIF over column B, with the empty cell in it.
# One would guess: "" is a text, and texts and empty cells are left out, as Microsoft describes it for AVERAGE, MIN, AVERAGEIFS and their
# relatives: 200 and 100. An engine whose COUNT is 2 divides by 2.
# Seen: officework counts each "" as 0: the mean of the two won deals is 80, their median 0, the smallest 0, the deviation 130.38 where it is 141.42,
# and the product 0, beside a COUNT of 2. AVERAGEIFS and AVERAGEIF count the empty cell as 0, 133.33 for 200, which AVERAGE over the same column
# leaves out. SMALL and SUBTOTAL(1,…) over column D are right. No cell has an error, and the seven others are right in all.
# So: sums are divided by COUNT before officework calculates a workbook; the two ways are compared where it has done so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check officework==0.9.0 mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 cellrune==0.2.0 \
    duke-sheets==0.1.20 ironcalc==0.9.1 pyofficeeditor==0.4.1 formualizer==0.13.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=AVERAGE(D2:D6)",
    "=MIN(D2:D6)",
    "=STDEV(D2:D6)",
    "=PRODUCT(D2:D6)",
    "=COUNT(D2:D6)",
    "=SUM(D2:D6)/COUNT(D2:D6)",
    "=MEDIAN(D2:D6)",
    "=SMALL(D2:D6,1)",
    "=SUBTOTAL(1,D2:D6)",
    '=AVERAGEIFS(B2:B6,C2:C6,"Won")',
    '=AVERAGEIF(C2:C6,"Won",B2:B6)',
    '=IFERROR(AVERAGEIFS(B2:B6,C2:C6,"Open"),"none")',
    "=AVERAGE(B2:B6)",
]
ROWS = range(2, len(FORMULAS) + 2)
RIGHT = [200, 100, 141.4214, 30000, 2, 200, 200, 100, 200, 200, 200, "none", 275]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Amount", "Stage", "Won"])
for row in [("D1", 100, "Won"), ("D2", 200, "Lost"), ("D3", 300, "Won"), ("D4", None, "Won"), ("D5", 500, "Lost")]:
    sheet.append(row)
for row in range(2, 7):
    sheet.cell(row, 4).value = f'=IF(AND(C{row}="Won",B{row}<>""),B{row},"")'
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    loaded.save(str(OUT))
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"H{row}"].value for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_officework: [80, 0, 130.384, 0, 2, 200, 0, 100, 200, 133.3333, 133.3333, "none", 275],
    by_mog: RIGHT,
    by_betteroffice: RIGHT,
    by_cellrune: RIGHT,
    by_duke_sheets: RIGHT,
    by_ironcalc: RIGHT,
    by_pyofficeeditor: RIGHT,
    by_formualizer: RIGHT,
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
