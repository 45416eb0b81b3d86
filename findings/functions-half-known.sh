#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a mean deal is, whether it is much, and what 1,234 is as a number, in two programs that evaluate single formulas over a workbook.
#
# Packages: xlsx-viewer-pro 1.1.2 (evaluate_formula, "129 formula functions") and gridcalc 0.6.0, the version for Python 3.11 (--eval); openpyxl 3.1.5
# makes and reads the file; all from PyPI.
# The file: deals of 100, 200, 300, an empty cell and 500, at the stages Won, Lost, won, Open and Won, which close from 1 May to 17 July 2026.
# One would guess: empty cells are left out by COUNT, AVERAGE and MIN, as Microsoft describes it; a function that is not known is #NAME?, and what is
# built on it too; a separator of thousands is one or is an error. LibreOffice 7.4.7 and Gnumeric 1.12.55 have it so.
# Seen: in both the empty cell is a deal of 0: 5 deals, 220 on average for 275, the smallest 0, two below 150 for one, no blank cell. In xlsx-viewer-pro
# a function that it does not know gives back its own text: SUBTOTAL(9,B2:B6) is the text "SUBTOTAL(9,B2:B6)", which is no error for IFERROR, twice of
# which is 0, and of which IF says that it is not above 1000, "few" for 1100. VALUE of 1,234 is 1.234, of 1,234.50 it is 0. SUMIFS from
# ">="&DATE(2026,6,1) on has all deals, 1100, and 800 with the day's number. MONTH of a day's number is an error, and MONTH(D2)=5 FALSE. gridcalc has
# these right, and errors for what it does not know. SUM and SUMIF are right in both.
# So: an empty amount is left out by the script beforehand; a result that is a text with brackets is an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlsx-viewer-pro==1.1.2 gridcalc==0.6.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import json
import subprocess
import sys

import openpyxl
import xlsx_viewer

FILE = f"{sys.argv[1]}/deals.xlsx"
book = openpyxl.Workbook()
sheet = book.active
rows = [("D1", 100, "Won", 46143), ("D2", 200, "Lost", 46150), ("D3", 300, "won", 46180), ("D4", None, "Open", 46200), ("D5", 500, "Won", 46220)]
for row in [("Id", "Amount", "Stage", "Closes"), *rows]:
    sheet.append(row)
book.save(FILE)
cells = {cell.coordinate: cell.value for row in openpyxl.load_workbook(FILE).active for cell in row if cell.value is not None}

# formula: what xlsx-viewer-pro and gridcalc have
EXPECTED = {
    "=SUM(B2:B6)": (1100, 1100),
    '=SUMIF(C2:C6,"Won",B2:B6)': (900, 900),
    "=COUNT(B2:B6)": (5, 5),
    "=AVERAGE(B2:B6)": (220, 220),
    "=MIN(B2:B6)": (0, 0),
    '=COUNTIF(B2:B6,"<150")': (2, 2),
    "=COUNTBLANK(B2:B6)": (0, 0),
    "=SUBTOTAL(9,B2:B6)": ("SUBTOTAL(9,B2:B6)", None),
    "=SUBTOTAL(9,B2:B6)*2": (0, None),
    '=IF(SUBTOTAL(9,B2:B6)>1000,"many","few")': ("few", None),
    "=IFERROR(NETWORKDAYS(D2,D3),0)": ("NETWORKDAYS(D2,D3)", 6),
    '=VALUE("1,234")': (1.234, 1234),
    '=VALUE("1,234.50")': (0, 1234.5),
    '=SUMIFS(B2:B6,D2:D6,">="&DATE(2026,6,1))': (1100, 800),
    '=SUMIFS(B2:B6,D2:D6,">=46174")': (800, 800),
    "=MONTH(D2)=5": (False, "TRUE"),
}
command = [f"{sys.argv[1]}/venv/bin/gridcalc", FILE]
for formula in EXPECTED:
    command += ["--eval", formula]
told = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
by_gridcalc = next([each.get("value") for each in value] for value in told.values() if isinstance(value, list))
same = True
for (formula, expected), other in zip(EXPECTED.items(), by_gridcalc, strict=True):
    found = xlsx_viewer.evaluate_formula(formula, cells), other
    print(f"{formula:45}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
