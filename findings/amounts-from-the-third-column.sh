#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What VLOOKUP finds in the third column of a list, and how many months a contract has run that began on a 31st, in a workbook that Python evaluates.
#
# Packages: xlcalculator 0.5.0 evaluates (ModelCompiler, Evaluator); pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: a list of four deals with code, price, amount and cost; lookups by the code in columns 1 to 4, counts by a pattern, months by DATEDIF.
# One would guess: a function that it has takes all of its arguments; one that it has in part raises, as LOOKUP and INDEX with MATCH do here; a lookup in a list of
# code and price, which one tries first, tells of the others.
# Seen: VLOOKUP gives the SECOND column whatever number is asked for: the amount in column 3 and the cost in column 4 are the price, 9.50, and so is the code in
# column 1. With 2 it is right. COUNTIF(…,"D*") is 0, where a whole code is counted rightly. DATEDIF in months counts the days of the month that the first date
# has: from 31 January to 31 December it is 6, for there are six more months with a 31st, not 11, and to 1 March 0, not 1; from the 15th all are right. No error.
# So: lists for it have two columns, or their figures are compared with the ones that Excel stored before anything is changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlcalculator==0.5.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import logging
import pathlib
import sys
import warnings

import openpyxl
from pyofficeeditor.excel import Workbook as Editor
from xlcalculator import Evaluator, ModelCompiler

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
FILE = str(pathlib.Path(sys.argv[1]) / "deals.xlsx")
# formula: what xlcalculator has, what is right
CASES = {
    '=VLOOKUP("D3",A2:D5,2,FALSE)': (9.5, 9.5),
    '=VLOOKUP("D3",A2:D5,3,FALSE)': (9.5, 300),
    '=VLOOKUP("D3",A2:D5,4,FALSE)': (9.5, 210),
    '=VLOOKUP("D3",A2:D5,1,FALSE)': (9.5, "D3"),
    '=COUNTIF(A2:A5,"D3")': (1, 1),
    '=COUNTIF(A2:A5,"D*")': (0, 4),
    '=COUNTIF(C2:C5,">150")': (3, 3),
    '=DATEDIF(DATE(2026,1,15),DATE(2026,12,15),"m")': (11, 11),
    '=DATEDIF(DATE(2026,1,15),DATE(2026,12,14),"m")': (10, 10),
    '=DATEDIF(DATE(2026,1,31),DATE(2026,12,31),"m")': (6, 11),
    '=DATEDIF(DATE(2026,1,31),DATE(2026,3,1),"m")': (0, 1),
    '=DATEDIF(DATE(2025,3,15),DATE(2026,3,14),"y")': (0, 0),
    "=SUMPRODUCT(B2:B5,C2:C5)": (9250, 9250),
    "=ROUND(2.5,0)": (3, 3),
}
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for row in [["Code", "Price", "Amount", "Cost"], ["D1", 7.5, 100, 70], ["D2", 8.5, 200, 140], ["D3", 9.5, 300, 210], ["D4", 9.875, 400, 280]]:
    sheet.append(row)
for row, formula in enumerate(CASES, 1):
    sheet.cell(row, 6).value = formula
book.save(FILE)
evaluator = Evaluator(ModelCompiler().read_and_parse_archive(FILE))
editor = Editor.open(FILE)
editor.calculate()
same = True
for row, (formula, expected) in enumerate(CASES.items(), 1):
    value = evaluator.evaluate(f"Deals!F{row}")
    found = (getattr(value, "value", value), editor.sheet("Deals")[f"F{row}"].value)
    print(f"{formula:48}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
