#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the fourth deal is worth in a report whose template has its total below three rows, and what is left of the old deals when there is one.
#
# Package: xltemplate 0.2.0 fills (write_df, headers=False) with pandas 3.1.1; pyofficeeditor 0.4.1 calculates, openpyxl 3.1.5 makes and reads; all from PyPI.
# The file: a template with three deals, amounts 2, 3 and 4 as samples, a fee beside each, =B2*0.1, and below them Total, =SUM(B2:B4).
# One would guess: cells with formulas are left alone, as it says of itself, so that the fees survive; a frame that does not fit is an error, or
# its rows go over the total, which one sees.
# Seen: five deals of 100 to 500 give an id in each row and the amount in each row but one: the cell with the total is a formula and is left alone, so that
# the fourth deal, whose id has replaced the word Total, is worth 600, the sum of the first three, and nothing says that 400 was dropped. What the rows
# show is 1700 for deals of 1500. One deal leaves the samples in the rows below it, and the total is 107. A fee in the frame is left out in favour
# of the formula, as it should be, and three deals are right.
# So: the total of a template stands above the list or on a sheet of its own, and rows that are not needed are emptied before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xltemplate==0.2.0 pandas==3.1.1 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import openpyxl
import pandas as pd
from pyofficeeditor.excel import Workbook as Editor
from xltemplate import Workbook

FOLDER = pathlib.Path(sys.argv[1])
TEMPLATE, OUT = str(FOLDER / "template.xlsx"), str(FOLDER / "out.xlsx")
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Amount", "Fee"])
for row in (2, 3, 4):
    sheet.append([f"T{row}", row, f"=B{row}*0.1"])
sheet.append(["Total", "=SUM(B2:B4)"])
book.save(TEMPLATE)


def filled(amounts, **more):
    """Id and calculated amount of each row, then the sum of what the rows show."""
    frame = pd.DataFrame({"Id": [f"N{number}" for number in range(1, len(amounts) + 1)], "Amount": amounts, **more})
    template = Workbook(TEMPLATE)
    template.sheet("Deals").write_df(frame, row=2, col=1, headers=False)
    template.save(OUT)
    editor = Editor.open(OUT)
    editor.calculate()
    cells = editor.sheet("Deals")
    rows = [(cells[f"A{row}"].value, cells[f"B{row}"].value) for row in range(2, 7) if cells[f"A{row}"].value]
    return [f"{name} {amount or 0:g}" for name, amount in rows], cells["C2"].value


CASES = [
    ("three deals", filled([100.0, 200.0, 300.0]), (["N1 100", "N2 200", "N3 300", "Total 600"], 10)),
    ("a fee in the frame", filled([100.0, 200.0, 300.0], Fee=[1, 2, 3]), (["N1 100", "N2 200", "N3 300", "Total 600"], 10)),
    ("five deals", filled([100.0, 200.0, 300.0, 400.0, 500.0]), (["N1 100", "N2 200", "N3 300", "N4 600", "N5 500"], 10)),
    ("one deal", filled([100.0]), (["N1 100", "T3 3", "T4 4", "Total 107"], 10)),
]
same = True
for name, found, expected in CASES:
    print(f"{name:20}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
