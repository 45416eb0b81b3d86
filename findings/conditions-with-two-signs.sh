#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the won deals add up to when the condition is made a number by two signs, and what an amount with a separator is, in a workbook that Python
# calculates.
#
# Packages: formulas 1.3.4 calculates; pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: deals of 100, 200, 300, 400 at the stages Won, Lost, Won, Lost; amounts from an export as the texts 1,234 and 2,500 and 0.5.
# One would guess: --(stage="Won") is the usual way to make 1 and 0 of a condition, 400 and two deals, as (stage="Won")*1 is in formulas; letters are
# compared as in SUMIFS with "won", which finds Won; VALUE of 1,234 is 1234, or an error.
# Seen: the two signs are taken out, the condition stays TRUE and FALSE, which SUMPRODUCT leaves out: 0 is won by 0 deals, without an error. With *1 or +0
# it is right. SUMIFS and COUNTIF find "won" in any letters and "w*" only in small ones: 400 is won by "won", 0 by "w*" and
# by "w?n", and 400 again by "W*". VALUE of the text 1,234 is 85469, the 1st of January 2134, read as month and year; of 2,500 it is 182654; so that the
# sum of both and 0.5 is 268123.5 for 3734.5. pyofficeeditor is right in all.
# So: a workbook that formulas calculates has *1 in the place of the two signs, conditions with * in the letters of the cells, and amounts that
# are numbers before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formulas==1.3.4 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import formulas
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

FILE = pathlib.Path(sys.argv[1]) / "deals.xlsx"
# formula, right, in formulas
FORMULAS = [
    ('=SUMPRODUCT(--(B2:B5="Won"),C2:C5)', 400, 0),
    ('=SUMPRODUCT(--(B2:B5="Won"))', 2, 0),
    ('=SUMPRODUCT((B2:B5="Won")*1,C2:C5)', 400, 400),
    ('=SUMPRODUCT((B2:B5="Won")+0)', 2, 2),
    ('=SUMIFS(C2:C5,B2:B5,"won")', 400, 400),
    ('=SUMIFS(C2:C5,B2:B5,"w*")', 400, 0),
    ('=COUNTIF(B2:B5,"w?n")', 2, 0),
    ('=SUMIFS(C2:C5,B2:B5,"W*")', 400, 400),
    ("=VALUE(D2)", 1234, 85469),
    ("=VALUE(D3)", 2500, 182654),
    ("=VALUE(D2)+VALUE(D3)+VALUE(D4)", 3734.5, 268123.5),
]
ROWS = range(2, len(FORMULAS) + 2)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Stage", "Amount", "Exported"])
for row in [("D1", "Won", 100, "1,234"), ("D2", "Lost", 200, "2,500"), ("D3", "Won", 300, "0.5"), ("D4", "Lost", 400)]:
    sheet.append(row)
for row, (formula, _, _) in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FILE)

model = formulas.ExcelModel().loads(str(FILE)).finish()
solution = model.calculate()
loaded = Editor.open(str(FILE))
loaded.calculate()
same = True
for row, (formula, right, expected) in zip(ROWS, FORMULAS):
    by_formulas = float(solution[f"'[deals.xlsx]DEALS'!H{row}"].value[0, 0])
    by_editor = loaded.sheet("Deals")[f"H{row}"].value
    print(f"{formula:40} formulas {by_formulas:<10} pyofficeeditor {by_editor}")
    same = same and by_formulas == expected and by_editor == right
sys.exit(0 if same else 1)
PY
TQDM_DISABLE=1 "$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
