#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What was sold in India, what the consolidated figure is, and which customers are on the list, for a reader that cleans untidy workbooks.
#
# Package: messy-table 0.1.0 reads (clean as it is); openpyxl 3.1.5 makes the files; both from PyPI.
# The file: five customers with sales in Germany and India and the consolidated figure, numbers without a format between 18,000 and 60,000. From large to small the last
# two are MediaMarkt and TotalEnergies. The same in another order; and with one figure of 65,000.
# One would guess: a number is a date where its format or its heading says so, "Date" or "Closing date"; a row of totals is one that begins with Total and stands
# apart. What is not sure is a warning, as the package has them for that.
# Seen: the sales in India are days of 1961 to 1968 and the consolidated figures days of 2021 to 2053: a heading is one of dates if it contains a word for it in
# English or Portuguese anywhere, and In-dia has dia, day, consoli-date-d has date. Germany stays. With one figure above 60,000, or one below 20,000, the column is
# one of numbers, so that last year's file was right. MediaMarkt and TotalEnergies are gone, since the first word begins like total or like média, and only while
# they are the last rows: with Cook below them both are there. There is no warning; that 2 rows were cut and 6 values made dates is in the report.
# So: the count of rows and the sum of each column are compared with those of openpyxl, and lists are not sorted by amount before they are read.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check messy-table==0.1.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import sys

import messy_table
import openpyxl

FILE = pathlib.Path(sys.argv[1]) / "customers.xlsx"
COLUMNS = ["Customer", "Germany", "India", "Consolidated"]
ACME, BEST, COOK = ["Acme", 31000, 25000, 56000], ["Best", 20500, 24500, 45000], ["Cook", 22000, 22500, 44500]
MEDIA, TOTAL = ["MediaMarkt", 21000, 23000, 44000], ["TotalEnergies", 20100, 20400, 40500]


def read(*rows):
    book = openpyxl.Workbook()
    for row in (COLUMNS, *rows):
        book.active.append(row)
    book.save(FILE)
    return messy_table.clean(FILE)


def customers(result):
    return [row["customer"] for row in result.data]


def kinds(result):
    return {column.name: str(column.dtype) for column in result.columns}


def day(number):
    return datetime.date(1899, 12, 30) + datetime.timedelta(days=number)


by_amount = read(ACME, BEST, COOK, MEDIA, TOTAL)
for row in by_amount.data:
    print(row)
assert customers(by_amount) == ["Acme", "Best", "Cook"], "changed: look at it again"
assert [row["india"] for row in by_amount.data] == [day(25000), day(24500), day(22500)], "changed: look at it again"
assert [row["consolidated"] for row in by_amount.data] == [day(56000), day(45000), day(44500)], "changed: look at it again"
assert [row["germany"] for row in by_amount.data] == [31000, 20500, 22000], "changed: look at it again"
assert by_amount.warnings == [], "it warns now"

other_order = read(ACME, MEDIA, TOTAL, BEST, COOK)
print("with Cook last:", customers(other_order), kinds(other_order))
assert customers(other_order) == ["Acme", "MediaMarkt", "TotalEnergies", "Best", "Cook"], "changed: look at it again"
assert kinds(other_order)["india"] == "date", "changed: look at it again"

larger = read(["Acme", 31000, 65000, 96000], BEST, COOK)
smaller = read(ACME, BEST, ["Cook", 22000, 19000, 41000])
print("with 65,000:", kinds(larger), "with 19,000:", kinds(smaller))
assert kinds(larger) == {"customer": "str", "germany": "int", "india": "int", "consolidated": "int"}, "changed: look at it again"
assert kinds(smaller) == {"customer": "str", "germany": "int", "india": "int", "consolidated": "date"}, "changed: look at it again"
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described: sales in India are days, and the last two customers are gone"
