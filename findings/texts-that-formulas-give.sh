#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose name stands in a cell whose formula gives a text, for a reader that is to be a fast stand-in for the most used one.
#
# Packages: openexcel-c 1.0.0 reads and saves; openpyxl 3.1.5 and python-calamine 0.9.1 to compare; XlsxWriter 3.3.1 makes the file; all from PyPI.
# The file: three deals with customers Acme, Best and Cook and amounts of 100, 900 and 300; formulas give the size, "small" or "large", the number of the
# price list as a text, "1", "9" and "3", and the customer once more, with their results beside them as Excel stores them: <c t="str"><f>…</f><v>large</v>.
# One would guess: the text in <v> is the text (ECMA-376 Part 1, 18.18.11: str is a string from a formula, s an index of the table of shared strings).
# Seen: openexcel takes str for s and looks the result up in the table of shared strings. A text that is no number is entry 0, "Id", which is the
# first heading: all sizes and all customers are "Id". A text that is a number is the entry of this number: the price list "9" is "Best", the name of a
# customer, and "1" and "3" are headings. With one amount changed and saved, these are the stored results of the formulas: openpyxl with
# data_only, calamine and all who do not calculate read "Id" and "Best" from there. Nothing is raised; numbers and texts without a formula are right.
# So: a workbook with formulas that give texts is not read with it; what it saved is calculated before anybody reads it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openexcel-c==1.0.0 openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import openexcel
import openpyxl
import python_calamine
import xlsxwriter

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE, SAVED = str(FOLDER / "deals.xlsx"), str(FOLDER / "saved.xlsx")

book = xlsxwriter.Workbook(FILE)
sheet = book.add_worksheet("Deals")
sheet.write_row(0, 0, ["Id", "Customer", "Amount", "Size", "List", "For"])
for row, (customer, amount) in enumerate([("Acme", 100), ("Best", 900), ("Cook", 300)], 1):
    sheet.write_row(row, 0, [f"D{row}", customer, amount])
    sheet.write_formula(row, 3, f'=IF(C{row + 1}>500,"large","small")', None, "large" if amount > 500 else "small")
    sheet.write_formula(row, 4, f'=TEXT(C{row + 1}/100,"0")', None, str(amount // 100))
    sheet.write_formula(row, 5, f'=B{row + 1}&""', None, customer)
book.close()


def by_openexcel(path):
    return [[cell.value for cell in row] for row in openexcel.load_workbook(path)["Deals"].iter_rows()]


def by_openpyxl(path):
    return [list(row) for row in openpyxl.load_workbook(path, data_only=True)["Deals"].iter_rows(values_only=True)]


def by_calamine(path):
    return python_calamine.load_workbook(path).get_sheet_by_name("Deals").to_python()


book = openexcel.load_workbook(FILE)
book["Deals"]["C2"] = 200
book.save(SAVED)
RIGHT = [["small", "1", "Acme"], ["large", "9", "Best"], ["small", "3", "Cook"]]
WRONG = [["Id", "Customer", "Id"], ["Id", "Best", "Id"], ["Id", "Size", "Id"]]
same = True
for path, name, expected in ((FILE, "before", (WRONG, RIGHT, RIGHT)), (SAVED, "saved", (WRONG, WRONG, WRONG))):
    for read, wanted in zip((by_openexcel, by_openpyxl, by_calamine), expected):
        rows = read(path)
        found = [row[3:] for row in rows[1:]]
        print(f"{name:7} {read.__name__:13}", *found)
        amounts = [row[2] for row in rows[1:]]
        same = same and found == wanted and amounts == [200 if path == SAVED else 100, 900, 300]
        same = same and [row[1] for row in rows[1:]] == ["Acme", "Best", "Cook"]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
