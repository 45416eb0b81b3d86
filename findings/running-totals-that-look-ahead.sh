#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is sold until a deal, and whether a customer is new, by ranges that begin at a fixed cell and end in the formula's own row, $C$2:C4.
#
# Packages: duke-sheets 0.1.20 calculates; mog-sdk 0.9.1, formulon 0.18.0, pyofficeeditor 0.4.1, betteroffice-xlsx 0.2.1, ironcalc 0.9.1, formualizer 0.13.0 and
# officework 0.9.0 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: six deals of 1, 10, 100, 1000, 10000 and 100000, so that a sum tells what is in it, of Acme, Acme, Best, Cook, Best and Dell; beside each the sum
# until it, SUM($C$2:C2) and so on filled down, once with C$2 and once with both ends fixed; the largest until it; whether the customer is new,
# IF(COUNTIF($B$2:B2,B2)=1,"new","again"); and the sum of the first three, SUM($C$2:C4), in each of the six rows.
# One would guess: a range is a range, whichever of its ends has a sign before it; $ tells what happens when a formula is copied, and nothing of its value. An
# engine that has SUM($C$2:$C$4) right has SUM($C$2:C4), and what is wrong in a list that is filled down is wrong in its last row, where one looks.
# Seen: duke-sheets takes the next row in as well: 11 for 1 beside the first deal, 111 for 11 beside the second, and so on to 111111 for 11111; the last row is
# right, since what is below it is empty. The largest until each deal is the next one. Acme's first deal is "again", and all other customers are right, since the next
# row has the same customer there only. The same formula, SUM($C$2:C4), is 111 in the rows 2 and 3 and 1111 from row 4 on: where the end of the range is
# below the formula it is right. With both rows fixed, $C$2:$C$4, or with a fixed column only, $C2:C4, all is right; what counts is that one row has the
# sign and the other has not. No error and no word; mog, formulon, pyofficeeditor, betteroffice, ironcalc, formualizer and officework are right in all.
# So: for this engine a running total is the total above plus the deal's own amount; one looks at the first rows of a list, not at the last.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duke-sheets==0.1.20 mog-sdk==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 \
    betteroffice-xlsx==0.2.1 ironcalc==0.9.1 formualizer==0.13.0 officework==0.9.0 openpyxl==3.1.5
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
SUMS = [1, 11, 111, 1111, 11111, 111111]
AHEAD = [*SUMS[1:], SUMS[-1]]
LARGEST = [1, 10, 100, 1000, 10000, 100000]
# formula: what it is in the rows 2 to 7, and what duke-sheets has
FORMULAS = {
    "=SUM($C$2:C{row})": (SUMS, AHEAD),
    "=SUM(C$2:C{row})": (SUMS, AHEAD),
    "=SUM($C$2:$C{row})": (SUMS, AHEAD),
    "=SUM($C$2:$C${row})": (SUMS, SUMS),
    "=SUM($C2:C{row})": (SUMS, SUMS),
    "=MAX($C$2:C{row})": (LARGEST, [*LARGEST[1:], LARGEST[-1]]),
    '=IF(COUNTIF($B$2:B{row},B{row})=1,"new","again")': (
        ["new", "again", "new", "new", "again", "new"],
        ["again", "again", "new", "new", "again", "new"],
    ),
    "=SUM($C$2:C4)": ([111] * 6, [111] * 2 + [1111] * 4),
    "=N(K{above})+C{row}": (SUMS, SUMS),
}
ROWS = range(2, 8)
CELLS = [(column, row) for column in range(5, 5 + len(FORMULAS)) for row in ROWS]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Customer", "Amount"])
for number, customer in enumerate(("Acme", "Acme", "Best", "Cook", "Best", "Dell")):
    sheet.append([f"D{number + 1}", customer, 10**number])
for (column, row), formula in zip(CELLS, [formula for formula in FORMULAS for _ in ROWS]):
    letter = openpyxl.utils.get_column_letter(column)
    sheet.cell(row, column).value = formula.replace("K{above}", f"{letter}{row - 1}").format(row=row)
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def names():
    return [f"{openpyxl.utils.get_column_letter(column)}{row}" for column, row in CELLS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(name)) for name in names()]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(name) for name in names()]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, column - 1).to_python() for column, row in CELLS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[name].value for name in names()]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", name) for name in names()]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, column) for column, row in CELLS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, column) for column, row in CELLS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[name].value for name in names()]


def plain(value):
    try:
        return round(float(value))
    except ValueError:
        return value


same = True
for calculated in (
    by_duke_sheets, by_mog, by_formulon, by_pyofficeeditor, by_betteroffice, by_ironcalc, by_formualizer, by_officework
):
    found = [plain(value) for value in calculated()]
    print(calculated.__name__[3:])
    for number, (formula, expected) in enumerate(FORMULAS.items()):
        seen = found[number * len(ROWS) : (number + 1) * len(ROWS)]
        print(f"    {formula:50}", *seen)
        same = same and seen == expected[1 if calculated is by_duke_sheets else 0]
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
