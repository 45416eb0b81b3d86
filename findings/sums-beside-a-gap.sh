#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What amounts and prices are for a reader of untidy workbooks, by what else is in their column.
#
# Packages: messy-xlsx 0.10.0 (read_excel as it is) with pandas 3.1.1; openpyxl 3.1.5 makes the files; all from PyPI.
# The files: three deals each. Amounts that ARE numbers in the cells, 1000, 300.5 and 90, or two of them and one "n/a"; prices as texts of an English export,
# 0.375, 1.125 and 12.50, or 1.5 for the second; customers 0042, 0043 and 0044 as texts, or one with a letter.
# One would guess: a reader that finds number formats and types of untidy lists leaves alone what is a number already and has a gap for "n/a", as pandas
# has; it knows the point of a decimal by 12.50 and by 0.375, for no thousand begins with 0 and none has two digits; ids with zeros before are ids.
# Seen: "n/a" becomes the gap, and the numbers beside it become TEXTS, since the column was one of mixed types: their sum is the text 1000300.5 and the
# largest is 300.5, without an error. Prices are put to the vote: where most have three decimals the point is one of thousands for ALL of them, 0.375 is
# 375, 1.125 is 1125 and 12.50 is 1250, a hundred times; with 1.5 for the second all three are right. Customers are 42, 43, 44, and keep their zeros if
# one has a letter. Rows that a filter hides are left out. With numbers alone, and with two decimals, all is right.
# So: the types of the frame are looked at before a sum; prices are read as texts and turned into numbers where one knows the country.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check messy-xlsx==0.10.0 pandas==3.1.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import messy_xlsx
import openpyxl

warnings.simplefilter("ignore")
FILE = pathlib.Path(sys.argv[1]) / "deals.xlsx"


def column(heading, values, hidden=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Deal", heading])
    for number, value in enumerate(values, 1):
        sheet.append([f"D{number}", value])
    if hidden:
        sheet.row_dimensions[hidden].hidden = True
    book.save(FILE)
    return messy_xlsx.read_excel(FILE)[heading.lower()]


def read(heading, values, hidden=None):
    return [None if value != value else value for value in column(heading, values, hidden).tolist()]


CASES = [
    ("numbers", read("Amount", [1000, 300.5, 90]), [1000, 300.5, 90]),
    ("numbers and n/a", read("Amount", [1000, 300.5, "n/a"]), ["1000", "300.5", None]),
    ("their sum", column("Amount", [1000, 300.5, "n/a"]).sum(), "1000300.5"),
    ("the largest", column("Amount", [1000, 300.5, "n/a"]).dropna().max(), "300.5"),
    ("prices", read("Price", ["0.375", "1.125", "12.50"]), [375, 1125, 1250]),
    ("prices with 1.5", read("Price", ["0.375", "1.5", "12.50"]), [0.375, 1.5, 12.5]),
    ("customers", read("Customer", ["0042", "0043", "0044"]), [42, 43, 44]),
    ("one with a letter", read("Customer", ["0042", "0043", "A044"]), ["0042", "0043", "A044"]),
    ("a hidden row", read("Amount", [1000, 300.5, 90], hidden=3), [1000, 90]),
]
same = True
for name, found, expected in CASES:
    print(f"{name:18}", found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
