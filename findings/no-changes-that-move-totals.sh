#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which edits of a workbook a diff for reviews calls "No changes", although the totals are others.
#
# Packages: sheetdelta 0.6.0 compares; pyofficeeditor 0.4.1 calculates; openpyxl 3.1.5 makes the files; all from PyPI.
# The file: a table T of five deals of 100 to 500; SUM(T[Amount]), the commission on it by a name, *Rate, and SUM(B2:B6).
# One would guess: sheetdelta follows tables and names to the cells behind them, and reports for one changed amount each total that it reaches; so
# what changes a total without a formula being touched is a change, at least with --fail-on any. That formats are left out is said.
# Seen: one amount raised by 1 is "breaking" and names the three totals. "No changes." and exit code 0 is the answer when
#   - an amount of 200 becomes the text 200, which no sum counts: all three totals fall,
#   - the name Rate points to the cell below: the commission doubles,
#   - the table ends a row earlier: the last deal is no longer in its sum, nor in the commission.
# So: a workbook that passed such a check in a review may have another total; totals are calculated on both sides and compared as well.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sheetdelta==0.6.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import subprocess
import sys

import openpyxl
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
SHEETDELTA = pathlib.Path(sys.executable).with_name("sheetdelta")
OLD, NEW = str(FOLDER / "old.xlsx"), str(FOLDER / "new.xlsx")


def make(path, amount=200, rate="$F$1", last=6):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Deals"
    sheet.append(["Id", "Amount"])
    for n in range(1, 6):
        sheet.append([f"D{n}", n * 100])
    sheet["B3"] = amount
    sheet["D1"], sheet["D2"], sheet["D3"] = "=SUM(T[Amount])", "=SUM(T[Amount])*Rate", "=SUM(B2:B6)"
    sheet["F1"], sheet["F2"] = 0.1, 0.2
    sheet.add_table(Table(displayName="T", ref=f"A1:B{last}"))
    book.defined_names["Rate"] = DefinedName("Rate", attr_text=f"Deals!{rate}")
    book.save(path)


def totals(path):
    book = Editor.open(path)
    book.calculate()
    return [round(book.sheet("Deals")[cell].value, 6) for cell in ("D1", "D2", "D3")]


make(OLD)
same = totals(OLD) == [1500, 150, 1500]
print("before            ", *totals(OLD))
for name, edit, expected in [
    ("nothing", {}, (0, True, [1500, 150, 1500])),
    ("201 for 200", {"amount": 201}, (1, False, [1501, 150.1, 1501])),
    ("the text 200", {"amount": "200"}, (0, True, [1300, 130, 1300])),
    ("another rate", {"rate": "$F$2"}, (0, True, [1500, 300, 1500])),
    ("a shorter table", {"last": 5}, (0, True, [1000, 100, 1500])),
]:
    make(NEW, **edit)
    said = subprocess.run([SHEETDELTA, "diff", "--fail-on", "any", OLD, NEW], capture_output=True, text=True)
    found = said.returncode, "No changes." in said.stdout, totals(NEW)
    print(f"{name:18}", *found[2], "| exit code", found[0], "|", "No changes." if found[1] else "reported")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
