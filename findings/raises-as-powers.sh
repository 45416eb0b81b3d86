#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a price is after raises that were written as powers, and how large deviations are, in engines that calculate workbooks without a spreadsheet
# program.
#
# Packages: mog-sdk 0.9.1, duke-sheets 0.1.20, officework 0.9.0; ironcalc 0.9.1, formualizer 0.13.0, betteroffice-xlsx 0.2.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: a price of 1000 in A2, raised by 0.02 (B2) in each of 4 quarters of 2 years, =A2*(1+B2)^4^2; a month that missed its plan by 300 (C2)
# and one that missed it by 400 (D2), their squares =-C2^2 and =-D2^2 and the root of both.
# One would guess: powers from left to right and the sign before the power, as Microsoft describes its operators and ECMA-376 Part 1, 18.17.2.2, has
# them: (1.02^4)^2*1000 is 1171.66, squares are not negative, the root is 500. An engine that reads workbooks reads them by these rules.
# Seen: duke-sheets, officework and mog take powers from right to left, as mathematics and most programming languages do: 1.02^16, 1372.79, 17% more
# than the price in Excel. Gnumeric 1.12.55 (ssconvert --recalc) does so too. mog also takes the sign after the power: -90000 and -160000, with an
# error for their root, and without one for their mean, -125000. The five others have 1171.66 and 500. One power alone, A2*(1+B2)^8, is right in
# all, and so is (-C2)^2.
# So: workbooks that are calculated by several programs have parentheses around both; a search for ^ twice in a formula and for a minus sign before
# a power finds those that have not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 duke-sheets==0.1.20 officework==0.9.0 ironcalc==0.9.1 \
    formualizer==0.13.0 betteroffice-xlsx==0.2.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=A2*(1+B2)^4^2",
    "=-C2^2",
    "=-D2^2",
    "=SQRT(-C2^2+-D2^2)",
    "=AVERAGE(H3:H4)",
    "=A2*(1+B2)^8",
    "=(-C2)^2",
]
ROWS = range(2, len(FORMULAS) + 2)
FROM_THE_RIGHT = [1372.7857, 90000, 160000, 500, 125000, 1171.6594, 90000]
RIGHT = [1171.6594, 90000, 160000, 500, 125000, 1171.6594, 90000]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Price", "Raise", "Missed 1", "Missed 2"])
sheet.append([1000, 0.02, 300, 400])
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    loaded.save(str(OUT))
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


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
    by_mog: [1372.7857, -90000, -160000, "#NUM!", -125000, 1171.6594, 90000],
    by_duke_sheets: FROM_THE_RIGHT,
    by_officework: FROM_THE_RIGHT,
    by_ironcalc: RIGHT,
    by_formualizer: RIGHT,
    by_betteroffice: RIGHT,
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
