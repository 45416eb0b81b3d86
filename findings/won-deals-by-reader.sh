#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many of three deals are won in a workbook that was made from a CSV export, by the reader.
#
# Packages: py-excel-rs 1.0.2 writes (write_csv_to_sheet with the types String, Number, Boolean and Date); polars 2.1.0 with fastexcel 0.21.0, python-calamine
# 0.9.1, fastxlsxio 0.8.2, wolfxl 2.0.21, rustypyxl 0.7.1, turboxl 0.3.2, crabxl 0.1.0a11 and openpyxl 3.1.5 read; all from PyPI.
# The export: three deals with amount and won: TRUE, FALSE, TRUE, as spreadsheet programs write ticks to CSV; and the same with the day, 2026-05-01, before it.
# One would guess: a type Boolean is there so that TRUE becomes a cell that is true, and Date so that a day becomes a number of days with a format; where a writer
# gets it wrong, all readers show the same wrong thing, or all refuse it.
# Seen: the words go into the cells as they are, <c t="b"><v>TRUE</v></c>, where the file format has 1 and 0 or true and false in small letters (XML Schema,
# boolean). python-calamine finds two deals won; polars and fastxlsxio, which stand on the same library of Rust, three, for any word but 0 is true to them; wolfxl,
# rustypyxl and turboxl none, for any word but 1 is false; crabxl and openpyxl refuse the workbook. No warning. Written as 1 and 0 in the export all find
# two. A day is <v>2026-05-01</v> in a cell of type number: then six of the eight refuse all rows, rustypyxl has the text and turboxl an empty cell.
# So: ticks are turned into 1 and 0 and days into numbers of days before, or all columns are String.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check py-excel-rs==1.0.2 polars==2.1.0 fastexcel==0.21.0 python-calamine==0.9.1 fastxlsxio==0.8.2 \
    wolfxl==2.0.21 rustypyxl==0.7.1 turboxl==0.3.2 crabxl==0.1.0a11 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import csv
import io
import pathlib
import sys

import crabxl
import fastxlsxio
import openpyxl
import polars
import rustypyxl
import turboxl
import wolfxl
from py_excel_rs import CellType, WorkBook
from python_calamine import CalamineWorkbook

FILE = str(pathlib.Path(sys.argv[1]) / "deals.xlsx")


def write(won, day):
    book = WorkBook()
    lines = ["id,amount,won" + ",day" * day]
    lines += [f"D{number},{number * 100},{word}" + ",2026-05-01" * day for number, word in enumerate(won, 1)]
    book.write_csv_to_sheet("Deals", "\n".join([*lines, ""]).encode(), [CellType.String, CellType.Number, CellType.Boolean] + [CellType.Date] * day)
    with open(FILE, "wb") as file:
        book.finish(file)


def third(rows):
    return [row[2] for row in rows][1:]


def by_fastxlsxio():
    sheet = fastxlsxio.XIORWorkbook(FILE).get_by_name("Deals")
    return [sheet.cell_value((row, 2)) for row in (1, 2, 3)]


READERS = {
    "python-calamine": lambda: third(CalamineWorkbook.from_path(FILE).get_sheet_by_name("Deals").to_python()),
    "polars": lambda: polars.read_excel(FILE)["won"].to_list(),
    "fastxlsxio": by_fastxlsxio,
    "wolfxl": lambda: third(wolfxl.load_workbook(FILE)["Deals"].iter_rows(values_only=True)),
    "rustypyxl": lambda: third(rustypyxl.load_workbook(FILE)["Deals"].iter_rows(values_only=True)),
    "turboxl": lambda: third(csv.reader(io.StringIO(turboxl.read_sheet_to_csv(FILE)))),
    "crabxl": lambda: third(crabxl.load_workbook(FILE)["Deals"].iter_rows(values_only=True)),
    "openpyxl": lambda: third(openpyxl.load_workbook(FILE)["Deals"].iter_rows(values_only=True)),
}


def won(read):
    try:
        return sum(str(value).upper() == "TRUE" for value in read())
    except Exception:
        return "refused"


NO = "refused"
CASES = [
    ("1 and 0", ("1", "0", "1"), False, [2, 2, 2, 2, 2, 2, 2, 2]),
    ("TRUE and FALSE", ("TRUE", "FALSE", "TRUE"), False, [2, 3, 3, 0, 0, 0, NO, NO]),
    ("1 and 0 with a day", ("1", "0", "1"), True, [NO, NO, NO, NO, 2, 2, NO, NO]),
]
print("", *READERS)
same = True
for name, words, day, expected in CASES:
    write(words, day)
    found = [won(read) for read in READERS.values()]
    print(f"{name:20}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work"
echo "as described"
