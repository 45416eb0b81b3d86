#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many hours of service a customer is charged for when a cell shows 30:00 and its format is [h]:mm.
#
# Packages: turboxl 0.3.2, duckdb 1.5.5 with duckdb-extension-excel 1.5.5, opensheet-core 0.3.0, wolfxl 2.0.21 and xlpp 1.1.2 read; openpyxl 3.1.5,
# python-calamine 0.9.1 and polars 2.1.0 with fastexcel 0.21.0 to compare; openpyxl makes the file; all from PyPI.
# The file: three visits of 30:00, 6:00 and 48:30 hours, stored as parts of a day, 1.25, 0.25 and 2.0208…, 84.5 hours together.
# One would guess: a time is a duration where the format has brackets (ECMA-376 Part 1, 18.8.31), or a number of days; a reader that knows dates and times
# and not this has an error or the number.
# Seen: turboxl and duckdb have the time of day, 06:00, 06:00 and 00:30: 12.5 hours for 84.5, and two visits that are alike. opensheet-core has moments of
# 1900, and midnight for the visit of 6 hours, which is lost altogether: without a day before it a time is dropped. wolfxl and xlpp have moments as
# well: 1 January 1900, 06:00, for 30 hours, 31 December 1899, 06:00, for 6 and 2 January for 48:30, and those who take .hour of them have 12.5 again.
# openpyxl, calamine and polars have durations. Nothing is raised. A sheet in which no visit is longer than a day is right in duckdb and turboxl.
# So: hours are stored as numbers of hours, 30 and not 30:00, for all who do not read with the last three.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check turboxl==0.3.2 duckdb==1.5.5 duckdb-extension-excel==1.5.5 opensheet-core==0.3.0 \
    wolfxl==2.0.21 xlpp==1.1.2 openpyxl==3.1.5 python-calamine==0.9.1 polars==2.1.0 fastexcel==0.21.0
cat >"$work/try.py" <<'PY'
import csv
import datetime
import io
import pathlib
import sys

import duckdb
import duckdb_extension_excel
import openpyxl
import opensheet_core
import polars
import python_calamine
import turboxl
import wolfxl
import xlpp

FILE = f"{sys.argv[1]}/visits.xlsx"
HOURS = (30, 6, 48.5)
book = openpyxl.Workbook()
book.active.title = "Visits"
book.active.append(["Visit", "Hours"])
for row, hours in enumerate(HOURS, 2):
    book.active.append([f"V{row - 1}", hours / 24])
    book.active.cell(row, 2).number_format = "[h]:mm"
book.save(FILE)


def by_turboxl():
    return [datetime.time.fromisoformat(row[1]) for row in csv.reader(io.StringIO(turboxl.read_sheet_to_csv(FILE))) if row[0] != "Visit"]


def by_duckdb():
    connection = duckdb.connect()
    extension = next(pathlib.Path(duckdb_extension_excel.__file__).parent.rglob("excel.duckdb_extension"))
    connection.execute(f"load '{extension}'")
    return [row[0] for row in connection.execute(f"select Hours from read_xlsx('{FILE}')").fetchall()]


def by_opensheet():
    return [getattr(row[1], "value", row[1]) for row in opensheet_core.read_sheet(FILE)][1:]


def by_wolfxl():
    return [row[1] for row in wolfxl.load_workbook(FILE)["Visits"].iter_rows(min_row=2, values_only=True)]


def by_xlpp():
    loaded = xlpp.Workbook()
    loaded.load(FILE)
    return [loaded.worksheet("Visits").cell(row, 2).value for row in (2, 3, 4)]


def by_openpyxl():
    return [row[1] for row in openpyxl.load_workbook(FILE)["Visits"].iter_rows(min_row=2, values_only=True)]


def by_calamine():
    return [row[1] for row in python_calamine.load_workbook(FILE).get_sheet_by_index(0).to_python()][1:]


def by_polars():
    return polars.read_excel(FILE)["Hours"].to_list()


def plain(value):
    """Hours of a duration; what a time or moment says, to the minute."""
    if isinstance(value, datetime.timedelta):
        return round(value.total_seconds() / 3600, 2)
    return value.strftime("%H:%M" if isinstance(value, datetime.time) else "%Y-%m-%d %H:%M")


CLOCK, MOMENTS, RIGHT = ["06:00", "06:00", "00:30"], ["1900-01-01 06:00", "1899-12-31 06:00", "1900-01-02 00:30"], [30.0, 6.0, 48.5]
EXPECTED = {
    by_turboxl: CLOCK,
    by_duckdb: CLOCK,
    by_opensheet: ["1900-01-01 06:00", "1899-12-31 00:00", "1900-01-02 00:30"],
    by_wolfxl: MOMENTS,
    by_xlpp: MOMENTS,
    by_openpyxl: RIGHT,
    by_calamine: RIGHT,
    by_polars: RIGHT,
}
same = True
for read, expected in EXPECTED.items():
    found = [plain(value) for value in read()]
    print(f"{read.__name__:13}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
