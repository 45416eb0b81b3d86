#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many hours a visit took from 6:00 to 8:00, by HOUR and MINUTE of the difference, and what TEXT shows of it.
#
# Packages: ironcalc 0.9.1; mog-sdk 0.9.1, officework 0.9.0, duke-sheets 0.1.20, betteroffice-xlsx 0.2.1, formualizer 0.13.0, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: 240 visits of one to ten whole hours that begin at each quarter of an hour from 6:00 to 11:45, begin and end typed as times, which are parts of a
# day; HOUR(B2-A2)+MINUTE(B2-A2)/60, their sum times 80 an hour, and the same by the sums of ends and begins, times 24 and rounded.
# One would guess: a difference of such fractions may be a hair below the full hour, and functions of time are to the second, for there is nothing below it: 2
# hours. If an engine did not round, it would have 1 hour and 59 minutes, and the minutes would tell.
# Seen: ironcalc takes the hour as it is and rounds the minute: from 6:00 to 8:00 is hour 1 and minute 0. 61 of the 240 visits lose one full hour, and 105,600
# becomes 100,720; the 179 others are right, and so is from 6:00 to 9:00, so that the first line of a list shows nothing. TEXT(B2-A2,"h:mm") is 1:59 for the
# same cell. HOUR of a typed time, 8:00, is right. By the sums of ends and begins it is right. The seven others have 240 right visits (LibreOffice 7.4.7 and
# Gnumeric 1.12.55 too); duke-sheets has no TEXT for times.
# So: hours are taken from the number, ROUND((B2-A2)*24,2), in a workbook that ironcalc calculates.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 mog-sdk==0.9.1 officework==0.9.0 duke-sheets==0.1.20 \
    betteroffice-xlsx==0.2.1 formualizer==0.13.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import warnings
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

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "report.xlsx")
VISITS = [(begin, begin + hours * 60) for begin in range(6 * 60, 12 * 60, 15) for hours in range(1, 11)]
FORMULAS = [f"=HOUR(Visits!B{row}-Visits!A{row})+MINUTE(Visits!B{row}-Visits!A{row})/60" for row in range(1, len(VISITS) + 1)]
COUNT = len(FORMULAS)
FORMULAS += [
    f"=SUM(A1:A{COUNT})*80", f"=ROUND((SUM(Visits!B1:B{COUNT})-SUM(Visits!A1:A{COUNT}))*24,2)*80", '=TEXT(Visits!B2-Visits!A2,"h:mm")', "=HOUR(Visits!B2)",
]
ROWS = range(1, 1 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
visits = book.create_sheet("Visits")
for begin, end in VISITS:
    visits.append([begin / 1440, end / 1440])
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 1).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def seen(values):
    hours = [round(float(value), 2) for value in values[:COUNT]]
    wrong = [number for number, (begin, end) in enumerate(VISITS) if hours[number] * 60 != end - begin]
    lost = [number for number in wrong if hours[number] * 60 == VISITS[number][1] - VISITS[number][0] - 60]
    return [len(wrong), len(lost), round(float(values[COUNT])), round(float(values[COUNT + 1])), str(values[COUNT + 2]), round(float(values[COUNT + 3]))]


RIGHT = [0, 0, 105600, 105600, "2:00", 8]
EXPECTED = {
    by_ironcalc: [61, 61, 100720, 105600, "1:59", 8],
    by_mog: RIGHT,
    by_officework: RIGHT,
    by_duke_sheets: [0, 0, 105600, 105600, "0.08333333333333331", 8],
    by_betteroffice: RIGHT,
    by_formualizer: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
}
print("wrong visits, those an hour short; the sum by each way, TEXT and HOUR of the end from 6:00 to 8:00")
same = True
for calculate, expected in EXPECTED.items():
    found = seen(calculate())
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
