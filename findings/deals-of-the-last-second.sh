#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# In which month a deal closes that a database dates with the last moment of May, 31 May 2026 23:59:59.997, by reader and by function.
#
# Packages: XlsxWriter 3.3.1 writes (write_datetime). python-calamine 0.9.1, openpyxl 3.1.5, turboxl 0.3.2, officework 0.9.0, formualizer 0.13.0, excelize 0.1.0,
# opensheet-core 0.3.0 and pystreamxl 6.2.0 read; mog-sdk 0.9.1, ironcalc 0.9.1, betteroffice-xlsx 0.2.1, pyofficeeditor 0.4.1, officework and formualizer
# calculate; from PyPI.
# The file: two deals with a moment in yyyy-mm-dd hh:mm:ss: .997, which is what SQL Server's datetime has for the end of a day, and the last full second. Beside each
# MONTH and DAY of it, and the moment as a text by TEXT.
# One would guess: the cell has 46173.99999996528, which is less than 46174, so that the deal is of May everywhere; a reader without fractions of a second cuts them off.
# Seen: for calamine and openpyxl the deal closes on 31 May, for officework, turboxl, formualizer and excelize on 1 June at 00:00:00, in another month, and perhaps in
# another quarter and year. opensheet-core and pystreamxl cannot read the sheet at all for this one cell ("hour must be in 0..23"). MONTH and DAY are 5 and 31 in
# all six engines, also where the same package reads 1 June from the same cell; Excel, as was reported to ironcalc (issue 1337), takes 31 January + 0.9999999
# for February, so that a report by MONTH moves the deal when it is calculated elsewhere. TEXT beside it is 1 June 00:00:00 in betteroffice, formualizer and
# pyofficeeditor, 31 May 00:00:00, a day early, in mog and officework, and 23:59:60 in ironcalc. The last full second is right in all.
# So: closing dates are written as days, or moments are cut to seconds before they are written.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1 turboxl==0.3.2 officework==0.9.0 \
    formualizer==0.13.0 excelize==0.1.0 opensheet-core==0.3.0 pystreamxl==6.2.0 mog-sdk==0.9.1 ironcalc==0.9.1 betteroffice-xlsx==0.2.1 pyofficeeditor==0.4.1
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import sys

import betteroffice_xlsx
import excelize
import formualizer
import ironcalc
import mog
import openpyxl
import opensheet_core
import pystreamxl
import python_calamine
import turboxl
import xlsxwriter
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FILE = str(pathlib.Path(sys.argv[1]) / "deals.xlsx")
MOMENTS = [datetime.datetime(2026, 5, 31, 23, 59, 59, 997000), datetime.datetime(2026, 5, 31, 23, 59, 59)]
ROWS = range(2, 2 + len(MOMENTS))

book = xlsxwriter.Workbook(FILE)
deals = book.add_worksheet("Deals")
moment_format = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
deals.write_row(0, 0, ["Id", "Closed", "Month", "Day", "Shown"])
for row, moment in zip(ROWS, MOMENTS):
    deals.write(row - 1, 0, f"D{row - 1}")
    deals.write_datetime(row - 1, 1, moment, moment_format)
    deals.write_formula(row - 1, 2, f"=MONTH(B{row})")
    deals.write_formula(row - 1, 3, f"=DAY(B{row})")
    deals.write_formula(row - 1, 4, f'=TEXT(B{row},"yyyy-mm-dd hh:mm:ss")')
book.close()


def read_by_openpyxl():
    return [openpyxl.load_workbook(FILE)["Deals"].cell(row, 2).value for row in ROWS]


def read_by_calamine():
    return [line[1] for line in python_calamine.CalamineWorkbook.from_path(FILE).get_sheet_by_index(0).to_python()[1:]]


def read_by_officework():
    return [officework.Book.open(FILE)["Deals"][f"B{row}"].value for row in ROWS]


def read_by_turboxl():
    return [line.split(",")[1] for line in turboxl.read_sheet_to_csv(FILE).splitlines()[1:]]


def read_by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    return [loaded.get_value("Deals", row, 2) for row in ROWS]


def read_by_excelize():
    return [line[1] for line in excelize.open_file(FILE).get_rows("Deals")[1:]]


def read_by_opensheet_core():
    return [line[1] for line in opensheet_core.read_sheet(FILE)[1:]]


def read_by_pystreamxl():
    return [line[1] for line in list(pystreamxl.read(FILE))[1:]]


def mog_calculates():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Deals")
    return [[sheet.get_value(f"{column}{row}") for column in "CDE"] for row in ROWS]


def ironcalc_calculates():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [[model.get_cell_value(0, row, column) for column in (3, 4, 5)] for row in ROWS]


def betteroffice_calculates():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [[loaded.value("Deals", f"{column}{row}") for column in "CDE"] for row in ROWS]


def formualizer_calculates():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [[loaded.get_value("Deals", row, column) for column in (3, 4, 5)] for row in ROWS]


def pyofficeeditor_calculates():
    loaded = Editor.open(FILE)
    loaded.calculate()
    sheet = loaded.sheet("Deals")
    return [[sheet[f"{column}{row}"].value for column in "CDE"] for row in ROWS]


def officework_calculates():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [[loaded["Deals"][f"{column}{row}"].value for column in "CDE"] for row in ROWS]


def found(function):
    try:
        values = function()
    except ValueError as error:
        return str(error)
    if isinstance(values[0], list):
        return [f"{float(month):.0f} {float(day):.0f} {text}" for month, day, text in values]
    return [str(value).replace("T", " ") for value in values]


MAY, JUNE, SECOND = "2026-05-31 23:59:59.997000", "2026-06-01 00:00:00", "2026-05-31 23:59:59"
EXPECTED = {
    read_by_openpyxl: [MAY, SECOND],
    read_by_calamine: [MAY, SECOND],
    read_by_officework: [JUNE, SECOND],
    read_by_turboxl: [JUNE, SECOND],
    read_by_formualizer: [JUNE, SECOND],
    read_by_excelize: [JUNE, SECOND],
    read_by_opensheet_core: "hour must be in 0..23",
    read_by_pystreamxl: "hour must be in 0..23",
    mog_calculates: ["5 31 2026-05-31 00:00:00", f"5 31 {SECOND}"],
    ironcalc_calculates: ["5 31 2026-05-31 23:59:60", f"5 31 {SECOND}"],
    betteroffice_calculates: [f"5 31 {JUNE}", f"5 31 {SECOND}"],
    formualizer_calculates: [f"5 31 {JUNE}", f"5 31 {SECOND}"],
    pyofficeeditor_calculates: [f"5 31 {JUNE}", f"5 31 {SECOND}"],
    officework_calculates: ["5 31 2026-05-31 00:00:00", f"5 31 {SECOND}"],
}
same = True
for function, expected in EXPECTED.items():
    values = found(function)
    print(f"{function.__name__:26} {values}")
    same = same and values == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
