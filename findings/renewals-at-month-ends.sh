#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# When a contract of 31 January is renewed, and what the last three months come to, in a workbook that was compiled to Python.
#
# Packages: pycel 1.0b30 calculates (ExcelCompiler, evaluate, set_value); pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: six months with sales of 100 to 600, of which the first, third and fifth were good; contracts of 31 January, 31 March and 29 February 2024;
# formulas beside them. Then the sales of the first month become 1100.
# One would guess: functions that it has give what Excel gives, and one that it does not have is an error, as RANK and NETWORKDAYS are here; after
# set_value all figures follow, which is what it is for.
# Seen: EDATE goes on into the next month where Microsoft's page has the last day: 31 January and one month is 3 March, 31 March and one is 1 May, 29
# February 2024 and a year is 1 March 2025; 30 January and a month is 2 March; EOMONTH is right. The sum of the last three months by OFFSET, and by
# INDIRECT, is 0, while OFFSET and INDIRECT of one cell are right. LARGE for {1,2,3} is the largest alone. After set_value SUM(B2:B7) and SUMPRODUCT
# follow, SUM(B:B) is the old one. No cell is an error.
# So: figures that come out are compared with those that Excel stored, cell by cell, before anything is changed; ranges are written with their rows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pycel==1.0b30 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import logging
import pathlib
import sys
import warnings

import openpyxl
from pycel import ExcelCompiler
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
FILE = str(pathlib.Path(sys.argv[1]) / "sales.xlsx")
# formula: what pycel has, what is right
CASES = {
    "=EDATE(DATE(2026,1,31),1)": (46084, 46081),
    "=EDATE(DATE(2026,1,30),1)": (46083, 46081),
    "=EDATE(DATE(2026,3,31),1)": (46143, 46142),
    "=EDATE(DATE(2024,2,29),12)": (45717, 45716),
    "=EDATE(DATE(2026,1,15),1)": (46068, 46068),
    "=EOMONTH(DATE(2026,1,31),1)": (46081, 46081),
    "=OFFSET(B2,3,0)": (400, 400),
    "=SUM(OFFSET(B2,3,0,3,1))": (0, 1500),
    '=INDIRECT("B3")': (200, 200),
    '=SUM(INDIRECT("B5:B7"))': (0, 1500),
    "=SUM(LARGE(B2:B7,{1,2,3}))": (600, 1500),
    "=SUM(B2:B7)": (2100, 2100),
    '=SUMPRODUCT((C2:C7="good")*B2:B7)': (900, 900),
    "=SUM(B:B)": (2100, 2100),
}
AFTER = {"=SUM(B2:B7)": (3100, 3100), '=SUMPRODUCT((C2:C7="good")*B2:B7)': (1900, 1900), "=SUM(B:B)": (2100, 3100)}
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Sales"
sheet.append(["Month", "Sales", "How"])
for number in range(1, 7):
    sheet.append([f"M{number}", number * 100, "good" if number % 2 else "poor"])
for row, formula in enumerate(CASES, 1):
    sheet.cell(row, 5).value = formula
book.save(FILE)
compiler, editor = ExcelCompiler(filename=FILE), Editor.open(FILE)
ROWS = {formula: row for row, formula in enumerate(CASES, 1)}


def compare(cases):
    editor.calculate()
    right = True
    for formula, expected in cases.items():
        value = compiler.evaluate(f"Sales!E{ROWS[formula]}")
        value = value.item() if hasattr(value, "item") else value
        found = (value, editor.sheet("Sales")[f"E{ROWS[formula]}"].value)
        print(f"{formula:36}", *found)
        right = right and found == expected
    return right


same = compare(CASES)
compiler.set_value("Sales!B2", 1100)
editor.sheet("Sales")["B2"] = 1100
print("after the change")
same = compare(AFTER) and same
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
