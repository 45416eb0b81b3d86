#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which price list a deal is charged by when last year's and this year's stand one below the other on a sheet.
#
# Packages: xlstream 0.4.0 calculates, pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: prices of 2025 in rows 2 to 4, 10, 20, 30, those of 2026 in rows 8 to 10, 11, 22, 33, of the same products; formulas on another sheet look
# into the rows of one year, and add them up. "New" is sold in 2026 only and has no price in 2025; its code is missing in one row.
# One would guess: ranges have rows. An engine that is fast because it reads a workbook once refuses what it cannot do, as it does here for OFFSET and
# for lookups into the own sheet; and where SUM(B8:B10) is right, a lookup into A8:B10 sees the same three rows.
# Seen: sums, means, SUMIFS and LARGE see the rows. VLOOKUP, XLOOKUP and MATCH look through the whole columns of the
# sheet and take the first: deals of 2026 are charged by 2025, and "New" of 2025 has the price of 2026 instead of #N/A. MATCH gives the row of
# the sheet, and INDEX takes it for one, so that INDEX(…,MATCH(…)) over one list that begins below a heading is right, which is the way one tries it;
# INDEX(B8:B10,1) alone is the heading, and COUNTBLANK counts a million. The same holds with XLOOKUP's search from the end: it begins at the top.
# So: for such an engine each list has a sheet of its own; sums that agree say nothing of lookups.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlstream==0.4.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import openpyxl
import xlstream
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = FOLDER / "prices.xlsx", FOLDER / "out.xlsx"
# formula: what xlstream has, what is right
CASES = {
    "=SUM(Prices!B8:B10)": (66, 66),
    "=AVERAGE(Prices!B2:B4)": (20, 20),
    '=SUMIFS(Prices!B8:B10,Prices!A8:A10,"Plus")': (22, 22),
    "=LARGE(Prices!B2:B4,1)": (30, 30),
    '=VLOOKUP("Plus",Prices!A8:B10,2,FALSE)': (20, 22),
    '=_xlfn.XLOOKUP("Plus",Prices!A8:A10,Prices!B8:B10)': (20, 22),
    '=_xlfn.XLOOKUP("Plus",Prices!A2:A10,Prices!B2:B10,0,0,-1)': (20, 22),
    '=VLOOKUP("New",Prices!A2:B4,2,FALSE)': (33, "#N/A"),
    '=_xlfn.XLOOKUP("New",Prices!A2:A4,Prices!B2:B4,"none")': (33, "none"),
    '=MATCH("Plus",Prices!A2:A4,0)': (3, 2),
    '=INDEX(Prices!B2:B4,MATCH("Plus",Prices!A2:A4,0))': (20, 20),
    '=INDEX(Prices!B8:B10,MATCH("Plus",Prices!A8:A10,0))': (20, 22),
    "=INDEX(Prices!B8:B10,1)": ("2025", 11),
    "=COUNTBLANK(Prices!C8:C10)": (1048574, 1),
}
book = openpyxl.Workbook()
prices = book.active
prices.title = "Prices"
for row in [["Product", "2025", "Code"], ["Basic", 10, "B"], ["Plus", 20, "P"], ["Old", 30, "O"], [], [], ["Product", "2026", "Code"], ["Basic", 11, "B"],
            ["Plus", 22, "P"], ["New", 33]]:
    prices.append(row)
report = book.create_sheet("Report")
report["A1"] = "Figure"
for row, formula in enumerate(CASES, 2):
    report.cell(row, 1).value = formula
book.save(FILE)
xlstream.evaluate(str(FILE), str(OUT))
seen = openpyxl.load_workbook(OUT, data_only=True)["Report"]
editor = Editor.open(str(FILE))
editor.calculate()
same = True
for row, (formula, expected) in enumerate(CASES.items(), 2):
    value = editor.sheet("Report")[f"A{row}"].value
    found = (seen.cell(row, 1).value, value if isinstance(value, (int, float)) else str(value))
    print(f"{formula:60} {found[0]!s:9} {found[1]!s}")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
