#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which month a deal closes in, and how many working days are left, when the date is a text, 2026-05-04, as exports have it.
#
# Packages: officework 0.9.0; duke-sheets 0.1.20, formualizer 0.13.0, mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, ironcalc 0.9.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: a deal of 100 that closes on "2026-05-04"; its year, month, weekday, the end of its month, the same day a month later, working days to 15
# May, five working days later, 30-day shares of a year, days until 14 May, its amount if it is of May, whether it is after 1 May.
# One would guess: a text that reads as a date is taken for it where a date is asked for, as in Excel and LibreOffice 7.4.7, or the result is an error,
# as in duke-sheets and formualizer; officework has DATEVALUE, which reads this very text, 46146.
# Seen: officework takes the text for day 0 in every function of dates: the year is 1899, the month 12, a month later is day 31, there are 32,970
# working days until 15 May, five working days later is day 6, the half year is charged with 152,213 for 600. A sum of May leaves the deal out, 0. B2+30
# is an error, so that it does know a text. In all engines but one a text is greater than any number, so that the deal is open after 1 May; officework
# has it overdue. TEXT(B2,"mmm yy") gives the text back, 2026-05-04, in officework, duke-sheets, betteroffice and ironcalc, and May 26 in the four
# others: a list by months that is made so has months in the one and days in the other. None of these is an error.
# So: before such an engine calculates, COUNT beside COUNTA over the dates; texts are made dates, or the formula says DATEVALUE.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check officework==0.9.0 duke-sheets==0.1.20 formualizer==0.13.0 mog-sdk==0.9.1 \
    betteroffice-xlsx==0.2.1 ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "report.xlsx")
FORMULAS = [
    "=YEAR(Deals!B2)",
    "=MONTH(Deals!B2)",
    "=EDATE(Deals!B2,1)",
    "=EOMONTH(Deals!B2,0)",
    "=WEEKDAY(Deals!B2)",
    "=NETWORKDAYS(Deals!B2,DATE(2026,5,15))",
    "=WORKDAY(Deals!B2,5)",
    "=YEARFRAC(Deals!B2,DATE(2026,11,4))*1200",
    '=DATEDIF(Deals!B2,DATE(2026,5,14),"d")',
    '=IF(Deals!B2>DATE(2026,5,1),"open","overdue")',
    "=IF(MONTH(Deals!B2)=5,Deals!C2,0)",
    "=Deals!B2+30",
    "=DATEVALUE(Deals!B2)",
    '=TEXT(Deals!B2,"mmm yy")&""',
    "=YEAR(DATEVALUE(Deals!B2))",
    "=INT(Deals!B2)",
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
deals = book.create_sheet("Deals")
deals.append(["Id", "Closes", "Amount"])
deals.append(["D1", "2026-05-04", 100])
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = "" if value is None else str(value)
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper()
    try:
        return round(float(text), 6) + 0.0
    except ValueError:
        return "error" if text.startswith("#") or "ERROR" in text or "'Error'" in text else text


EXPECTED = {
    by_officework: [1899.0, 12.0, 31.0, 1.0, 7.0, 32970.0, 6.0, 152213.333333, 46156.0, "overdue", 0.0, "error", 46146.0, "2026-05-04", 2026.0, 0.0],
    by_duke_sheets: [
        "error", "error", "error", "error", "error", "error", "error", "error", "error", "open", "error", "error", 46146.0, "2026-05-04", 2026.0,
        "error",
    ],
    by_formualizer: [
        "error", "error", "error", "error", "error", "error", "error", "error", "error", "open", "error", 46176.0, "2026-05-04", "May 26", 2026.0,
        "error",
    ],
    by_mog: [2026.0, 5.0, 46177.0, 46173.0, 2.0, 10.0, 46153.0, 600.0, 10.0, "open", 100.0, 46176.0, 46146.0, "May 26", 2026.0, 46146.0],
    by_betteroffice: [2026.0, 5.0, 46177.0, 46173.0, 2.0, 10.0, 46153.0, 600.0, 10.0, "open", 100.0, 46176.0, 46146.0, "2026-05-04", 2026.0, 46146.0],
    by_ironcalc: [2026.0, 5.0, 46177.0, 46173.0, 2.0, 10.0, 46153.0, 600.0, 10.0, "open", 100.0, 46176.0, 46146.0, "2026-05-04", 2026.0, 46146.0],
    by_formulon: [2026.0, 5.0, 46177.0, 46173.0, 2.0, 10.0, 46153.0, 600.0, 10.0, "open", 100.0, 46176.0, 46146.0, "May 26", 2026.0, 46146.0],
    by_pyofficeeditor: [2026.0, 5.0, 46177.0, 46173.0, 2.0, 10.0, 46153.0, 600.0, 10.0, "open", 100.0, 46176.0, 46146.0, "May 26", 2026.0, 46146.0],
}


print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
