#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the deals add up to when one amount is a text, as it is after a copy from a mail or an export.
#
# Packages: officework 0.9.0, formualizer 0.13.0, betteroffice-xlsx 0.2.1; mog-sdk 0.9.1, cellrune 0.2.0, duke-sheets 0.1.20, ironcalc 0.9.1, formulon
# 0.18.0 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of 100, 200 and 300 and one of "500", a text; all but the second are won. Sum, largest, mean, count, the sum of the won by SUMIFS and
# by SUMPRODUCT, how many are above 400, and the largest cell plus 0.
# One would guess: texts within a range are left out, as Microsoft describes it for each of these functions, 600 in all and 400 won; or an engine is
# generous and counts the text everywhere. Which of the two is for the user to find by any one of the sums.
# Seen: officework counts it in sums, mean and largest, 1100 and 900, and not in COUNT, so that sum divided by count is 366.67 where the mean is 275.
# formualizer leaves it out in SUM and SUMIFS and counts it in SUMPRODUCT: 400 and 900 are won, by two formulas for one question. betteroffice leaves it
# out in all sums, and finds one deal above 400 by COUNTIF(…,">400"), which nothing else in the workbook knows. The six others leave it
# out everywhere. No cell has an error.
# So: COUNT beside COUNTA over the amounts tells that there is a text, in all nine; it is made a number before an engine calculates.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check officework==0.9.0 formualizer==0.13.0 betteroffice-xlsx==0.2.1 mog-sdk==0.9.1 \
    cellrune==0.2.0 duke-sheets==0.1.20 ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=SUM(B2:B5)",
    "=MAX(B2:B5)",
    "=AVERAGE(B2:B5)",
    "=COUNT(B2:B5)",
    "=COUNTA(B2:B5)",
    '=SUMIFS(B2:B5,C2:C5,"Won")',
    '=SUMPRODUCT(--(C2:C5="Won"),B2:B5)',
    "=SUMPRODUCT(B2:B5)",
    '=COUNTIF(B2:B5,">400")',
    '=COUNTIFS(B2:B5,">400",C2:C5,"Won")',
    "=SUM(B2:B5)/COUNT(B2:B5)",
]
ROWS = range(2, len(FORMULAS) + 2)
RIGHT = [600, 300, 200, 3, 4, 400, 400, 600, 0, 0, 200]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for row in [("Id", "Amount", "Stage"), ("D1", 100, "Won"), ("D2", 200, "Lost"), ("D3", 300, "Won"), ("D4", "500", "Won")]:
    sheet.append(row)
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


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


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


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


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
    by_officework: [1100, 500, 275, 3, 4, 900, 900, 1100, 1, 1, 366.6667],
    by_formualizer: [600, 300, 200, 3, 4, 400, 900, 1100, 0, 0, 200],
    by_betteroffice: [600, 300, 200, 3, 4, 400, 400, 600, 1, 1, 200],
    by_mog: RIGHT,
    by_cellrune: RIGHT,
    by_duke_sheets: RIGHT,
    by_ironcalc: RIGHT,
    by_formulon: RIGHT,
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
