#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which day a deal closes on in a workbook of a Chinese, Japanese or Korean Excel, where dates have the formats of the house: 2026年5月1日.
#
# Packages: openpyxl 3.1.5, pandas 3.1.1, polars 2.1.0 with fastexcel 0.21.0, wolfxl 2.0.21, crabxl 0.1.0a11, oxlsx 0.2.0, turboxl 0.3.2, xlsx2csv 0.8.6
# and fastxlsxio 0.8.2 read; python-calamine 0.9.1, opensheet-core 0.3.0 and xlpp 1.1.2 to compare; XlsxWriter 3.3.1 makes the file; all from PyPI.
# LibreOffice 7.4.7 and readxl 1.4.2 (Debian 12) have dates, Gnumeric 1.12.55, roo 2.10.0 and openxlsx 4.2.5.2 numbers.
# The file: three deals that close on 1 May, 1 June and 1 July 2026, with the formats 14 (which all know), 31 and 57. The numbers 27 to 36 and 50 to 58
# belong to dates in these languages and have no text in the file (ECMA-376 Part 1, 18.8.30); such an Excel stores its own formats so.
# One would guess: a date is read as a date by whoever reads dates at all; the list of these numbers is as old as the format. A column with one more kind
# of date in it stays a column of dates.
# Seen: the first nine, among them the readers that pandas and polars use, have 46174 and 46204 for June and July beside a date for May: a column of two
# kinds (of texts in polars), in which a filter for June finds nothing and the last date is of May. The last three have three dates, also python-calamine,
# which is made from the same calamine as the reader of polars.
# Nothing is raised or printed; in a workbook of a Western Excel, where every date has a text for its format or number 14, all are right.
# So: numbers above 40000 in a column of dates are looked for before it is used; pandas gets engine="calamine".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 pandas==3.1.1 wolfxl==2.0.21 crabxl==0.1.0a11 oxlsx==0.2.0 \
    turboxl==0.3.2 xlsx2csv==0.8.6 fastxlsxio==0.8.2 python-calamine==0.9.1 polars==2.1.0 fastexcel==0.21.0 opensheet-core==0.3.0 xlpp==1.1.2 \
    XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import csv
import io
import pathlib
import subprocess
import sys

import crabxl
import fastxlsxio
import openpyxl
import opensheet_core
import oxlsx
import pandas
import polars
import python_calamine
import turboxl
import wolfxl
import xlpp
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "deals.xlsx")
DAYS = (46143, 46174, 46204)

with xlsxwriter.Workbook(FILE) as book:
    sheet = book.add_worksheet("Deals")
    sheet.write_row(0, 0, ["Id", "Closes"])
    for row, (day, number) in enumerate(zip(DAYS, (14, 31, 57)), 1):
        sheet.write(row, 0, f"D{row}")
        sheet.write(row, 1, day, book.add_format({"num_format": number}))


def with_rows(library):
    return lambda: [row[1] for row in library.load_workbook(FILE)["Deals"].iter_rows(min_row=2, values_only=True)]


def by_pandas():
    return list(pandas.read_excel(FILE, engine="openpyxl")["Closes"])


def by_turboxl():
    return [row[1] for row in csv.reader(io.StringIO(turboxl.read_sheet_to_csv(FILE)))][1:]


def by_xlsx2csv():
    told = subprocess.run([FOLDER / "venv/bin/xlsx2csv", FILE], capture_output=True, text=True, check=True).stdout
    return [row[1] for row in csv.reader(io.StringIO(told))][1:]


def by_fastxlsxio():
    sheet = fastxlsxio.XIORWorkbook(FILE).get_by_name("Deals")
    return [sheet.cell_value((row, 1)) for row in (1, 2, 3)]


def by_calamine():
    return [row[1] for row in python_calamine.load_workbook(FILE).get_sheet_by_name("Deals").to_python()][1:]


def by_polars():
    return polars.read_excel(FILE)["Closes"].to_list()


def by_opensheet():
    return [getattr(row[1], "value", row[1]) for row in opensheet_core.read_sheet(FILE)][1:]


def by_xlpp():
    book = xlpp.Workbook()
    book.load(FILE)
    return [book.worksheet("Deals").cell(row, 2).value for row in (2, 3, 4)]


MIXED, DATES = ["date", "46174", "46204"], ["date", "date", "date"]
EXPECTED = {
    "openpyxl": (with_rows(openpyxl), MIXED),
    "pandas": (by_pandas, MIXED),
    "wolfxl": (with_rows(wolfxl), MIXED),
    "crabxl": (with_rows(crabxl), MIXED),
    "oxlsx": (with_rows(oxlsx), MIXED),
    "turboxl": (by_turboxl, MIXED),
    "xlsx2csv": (by_xlsx2csv, MIXED),
    "fastxlsxio": (by_fastxlsxio, MIXED),
    "calamine": (by_calamine, DATES),
    "polars": (by_polars, MIXED),
    "opensheet": (by_opensheet, DATES),
    "xlpp": (by_xlpp, DATES),
}


def plain(value):
    text = str(value).removesuffix(".0")
    return text if text.isdigit() else "date" if "26" in text else text


same = True
for name, (read, expected) in EXPECTED.items():
    values = read()
    print(f"{name:12}", *values, sep=" | ")
    same = same and [plain(value) for value in values] == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work"
echo "as described"
