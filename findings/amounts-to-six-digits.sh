#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What amounts, totals and numbers of customers are after a spreadsheet for data work turned a workbook into CSV or into another workbook.
#
# Package: abax 0.1.20 (abax convert, by the ends of the names) with the openpyxl 3.1.5 below it, which reads too; XlsxWriter 3.3.1 makes the file; from PyPI.
# The file: three deals of 12,345,678.90, 2,000,000.50 and 98,765.43 without a format, and once more with #,##0.00; customers 0042, 1E5 and 0100, which are
# texts; a total by SUM, the won ones as an array formula, {=SUM(IF(stage="Won",amount))}, each with its result; costs on a hidden sheet.
# One would guess: an amount is written with the digits that it has, or as it is shown; a text is a text; a formula that is not known keeps its result or is
# left as it is, and the name of no part of Python is in a cell.
# Seen: in the CSV an amount without a format has six digits, whatever is before the point: 1.23457e+07, 2e+06 and 98765.4, which together are 20.57 more than
# what was sold; so have results of formulas. With #,##0.00 all digits are there. Customers are 42, 100000 and 100.
# The array formula is the TEXT <openpyxl.worksheet.formula.ArrayFormula object at 0x…>, another each time, and so it is in a workbook: formula and result are
# gone, and a sum that it is part of leaves it out. The day is a text with a time, 2026-05-01 00:00:00, in both. The sheet of the
# costs is visible. The command says "converted" and ends with 0.
# So: amounts get a format before; a workbook with braces around a formula, or hidden sheets, is not converted with it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check abax==0.1.20 openpyxl==3.1.5 XlsxWriter==3.3.1
cat >"$work/make.py" <<'PY'
import datetime
import sys

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
sheet, costs = book.add_worksheet("Deals"), book.add_worksheet("Costs")
money, day = book.add_format({"num_format": "#,##0.00"}), book.add_format({"num_format": "yyyy-mm-dd"})
sheet.write_row(0, 0, ["Id", "Customer", "Stage", "Amount", "Shown", "Closes"])
for row, (customer, stage, amount) in enumerate([("0042", "Won", 12345678.9), ("1E5", "Lost", 2000000.5), ("0100", "Won", 98765.43)], 1):
    sheet.write(row, 0, f"D{row}")
    sheet.write_string(row, 1, customer)
    sheet.write(row, 2, stage)
    sheet.write(row, 3, amount)
    sheet.write(row, 4, amount, money)
    sheet.write_datetime(row, 5, datetime.datetime(2026, 5, row), day)
sheet.write(5, 0, "Total")
sheet.write_formula(5, 3, "=SUM(D2:D4)", None, 14444444.83)
sheet.write_array_formula(6, 3, 6, 3, '{=SUM(IF(C2:C4="Won",D2:D4))}', None, 12444444.33)
sheet.write_formula(7, 3, "=SUM(D6:D7)", None, 26888889.16)
costs.write(0, 0, 77)
costs.hide()
book.close()
PY
"$work/venv/bin/python" "$work/make.py" "$work/deals.xlsx"
for name in deals.csv again.xlsx; do
    "$work/venv/bin/abax" convert "$work/deals.xlsx" "$work/$name" >"$work/said" 2>&1 || { echo "it ends with an error now:"; cat "$work/said"; exit 1; }
    grep -q '^converted' "$work/said" || { echo "it says something else now:"; cat "$work/said"; exit 1; }
done
cat >"$work/see.py" <<'PY'
import csv
import pathlib
import re
import sys

import openpyxl

FOLDER = pathlib.Path(sys.argv[1])


def plain(value):
    return re.sub(r" object at 0x[0-9a-f]+>", ">", str(value)) if value not in (None, "") else ""


with open(FOLDER / "deals.csv", newline="") as lines:
    rows = [[plain(value) for value in row] for row in csv.reader(lines)]
ARRAY = "<openpyxl.worksheet.formula.ArrayFormula>"
EXPECTED = [
    ["Id", "Customer", "Stage", "Amount", "Shown", "Closes"],
    ["D1", "42", "Won", "1.23457e+07", "12,345,678.90", "2026-05-01 00:00:00"],
    ["D2", "100000", "Lost", "2e+06", "2,000,000.50", "2026-05-02 00:00:00"],
    ["D3", "100", "Won", "98765.4", "98,765.43", "2026-05-03 00:00:00"],
    ["", "", "", "", "", ""],
    ["Total", "", "", "1.44444e+07", "", ""],
    ["", "", "", ARRAY, "", ""],
    ["", "", "", "1.44444e+07", "", ""],
]
for row in rows:
    print(*row, sep=" | ")
same = rows == EXPECTED
more = round(sum(float(row[3]) for row in rows[1:4]) - 14444444.83, 2)
print("sum of the CSV less that of the workbook:", more)
book = openpyxl.load_workbook(FOLDER / "again.xlsx")
sheet = book["Deals"]
found = [plain(sheet[name].value) for name in ("B2", "B3", "D2", "F2", "D6", "D7")] + [book["Costs"].sheet_state]
print("as a workbook:", *found)
same = same and more == 20.57 and found == ["42", "100000", "12345678.9", "2026-05-01 00:00:00", "=SUM(D2:D4)", ARRAY, "visible"]
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/see.py" "$work"
echo "as described"
