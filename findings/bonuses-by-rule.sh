#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a bonus is by a rule that is written as an Excel formula and evaluated in Python, for a stage typed "won" and an amount that ends in a half.
#
# Packages: hotxlfp 1.0.3 evaluates single formulas (Parser); pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes its file; all from PyPI.
# The formulas: rounding of halves, comparisons of "Won" with "won", signs with powers, the hour of 0.75, millions in a label, 0.1+0.2=0.3.
# One would guess: a parser for Excel's formulas that has ROUND, = and TEXT has them as in Excel; or as in Python, and then one sees it by the first test, for
# functions of one package agree with each other.
# Seen: ROUND goes to the even digit as in Python, 2.5 is 2, 0.5 is 0, 10.125 is 10.12, and TEXT(2.5,"0") beside it is 3; ROUND(1.5,0) and ROUND(12.345,2), with
# which one tries it, are right. "Won"="won" is FALSE, and so in IF, IFS and SWITCH, and MATCH("won",…) finds "Won": a lookup of the stage works and the
# rule beside it gives no bonus. -2^2 is -4, where Excel has 4, HOUR(0.75) is 0 and not 18, and TEXT(1500000,"0.0,,") is 1,500,000.0. Nothing is an error.
# So: rules are compared with Excel by values that end in a half and by words in small letters, or stages are put through UPPER on both sides.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check hotxlfp==1.0.3 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import hotxlfp
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

FILE = str(pathlib.Path(sys.argv[1]) / "rules.xlsx")
# formula: what hotxlfp has, what is right
CASES = {
    "ROUND(1.5,0)": (2, 2),
    "ROUND(12.345,2)": (12.35, 12.35),
    "ROUND(2.5,0)": (2, 3),
    "ROUND(0.5,0)": (0, 1),
    "ROUND(10.125,2)": (10.12, 10.13),
    'TEXT(2.5,"0")': ("3", "3"),
    'TEXT(1234.5,"#,##0.00")': ("1,234.50", "1,234.50"),
    'TEXT(1500000,"0.0,,")': ("1,500,000.0", "1.5"),
    'IF("Won"="Won",100,0)': (100, 100),
    'IF("Won"="won",100,0)': (0, 100),
    'IFS("Won"="won",100,TRUE,0)': (0, 100),
    'SWITCH("won","Won",100,0)': (0, 100),
    'MATCH("won",{"Lost","Won"},0)': (2, 2),
    "-2^2": (-4, 4),
    "HOUR(0.75)": (0, 18),
    "0.1+0.2=0.3": (False, True),
}
book = openpyxl.Workbook()
for row, formula in enumerate(CASES, 1):
    name = formula.split("(")[0]
    book.active.cell(row, 1).value = f"=_xlfn.{formula}" if name in ("IFS", "SWITCH") else f"={formula}"
book.save(FILE)
editor = Editor.open(FILE)
editor.calculate()
parser = hotxlfp.Parser(debug=False)
same = True
for row, (formula, expected) in enumerate(CASES.items(), 1):
    told = parser.parse(formula)
    found = (told["error"] or told["result"], editor.sheets[0][f"A{row}"].value)
    print(f"{formula:32}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
