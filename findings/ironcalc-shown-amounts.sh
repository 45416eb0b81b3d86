#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a cell shows under its number format in a program that calculates correctly.
#
# Packages: ironcalc 0.9.1; XlsxWriter 3.3.1 to make the file and openpyxl 3.1.5 to read what was saved, all from PyPI.
# One would guess: a number format rounds the half away from zero, as ROUND does (ROUND(2.5,0) is 3 in it), and a currency in brackets is
# text: [$NT$-404]#,##0 shows NT$1,235, since [$¥-804]#,##0 shows ¥1,235.
# Seen: under a format halves go to the even digit: 2.5 shows 2, 1234.5 shows 1,234, 0.125 shows 12%; but 0.5 shows 1, and 12.345 shows
# 12.35. TEXT gives the same, so that TEXT(A1,"0") and ROUND(A1,0) differ on one cell. And a currency of more than one character, NT$, HK$,
# USD, Kč, makes the whole cell show #VALUE!, with no error in it: sums over it are right, and the saved file is right. TEXT gives #VALUE!
# too, as a value.
# So: pages and mails made from what this engine shows need amounts rounded by a formula first, and one-character currency signs.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import sys

import ironcalc
import openpyxl
import xlsxwriter

FILE, SAVED = sys.argv[1] + "/deals.xlsx", sys.argv[1] + "/saved.xlsx"
# amount, format, what is shown, what ROUND gives with as many digits
EXPECTED = [
    (0.5, "0", "1", "1"),
    (1.5, "0", "2", "2"),
    (2.5, "0", "2", "3"),
    (-2.5, "0", "-2", "-3"),
    (1234.5, "#,##0", "1,234", "1235"),
    (1000000.5, "#,##0", "1,000,000", "1000001"),
    (0.125, "0%", "12%", "0.13"),
    (0.125, "0.00", "0.12", "0.13"),
    (12.345, "0.00", "12.35", "12.35"),
    (1234.5, "[$¥-804]#,##0", "¥1,234", "1235"),
    (1234.6, "[$¥-804]#,##0", "¥1,235", "1235"),
    (1234.6, "[$NT$-404]#,##0", "#VALUE!", "1235"),
    (1234.6, "[$HK$-C04]#,##0", "#VALUE!", "1235"),
    (1234.6, "[$USD] #,##0", "#VALUE!", "1235"),
    (1234.6, "#,##0 [$Kč-405]", "#VALUE!", "1235"),
]
book = xlsxwriter.Workbook(FILE)
sheet = book.add_worksheet("Deals")
for row, (amount, number_format, _, rounded) in enumerate(EXPECTED):
    digits = len(rounded.partition(".")[2])
    sheet.write_number(row, 0, amount, book.add_format({"num_format": number_format}))
    sheet.write_formula(row, 1, f'=TEXT(A{row + 1},"{number_format}")')
    sheet.write_formula(row, 2, f"=ROUND(A{row + 1},{digits})")
sheet.write_formula(len(EXPECTED), 0, f"=SUM(A1:A{len(EXPECTED)})")
book.close()

model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
model.evaluate()
same = True
for row, (amount, number_format, shown, rounded) in enumerate(EXPECTED, 1):
    found = tuple(model.get_formatted_cell_value(0, row, column) for column in (1, 2, 3))
    print(f"{amount:>10} {number_format:18} shown {found[0]:10} TEXT {found[1]:10} ROUND {found[2]}")
    same = same and found == (shown, shown, rounded)
total = model.get_formatted_cell_value(0, len(EXPECTED) + 1, 1)
model.save_to_xlsx(SAVED)
kept = [cell.value for cell in openpyxl.load_workbook(SAVED).active["A"]][:-1]
print("sum", total)
same = same and float(total) == round(sum(row[0] for row in EXPECTED), 6) and kept == [row[0] for row in EXPECTED]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
