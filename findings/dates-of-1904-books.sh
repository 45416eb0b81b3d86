#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which year a closing date has in a workbook that counts its days from 1904, for programs of today.
#
# Packages: betteroffice-xlsx 0.2.1, ironcalc 0.9.1, xlsxedit 1.0.2, pystreamxl 6.2.0, opensheet-core 0.3.0, oxlsx 0.2.0; openpyxl 3.1.5 to
# make and read files, cellrune 0.2.0 and formualizer 0.13.0 to compare; all from PyPI.
# The file: one date, 2026-03-31, in a workbook with date1904, which templates that once came from Excel for Mac still have. openpyxl writes
# the day as 44650, which is right there.
# One would guess: the setting is an old one and every reader knows it; or a program that does not know it is wrong in one and the same way.
# Seen: pystreamxl, opensheet-core, oxlsx and xlsxedit read 2022-03-30. ironcalc shows that date and calculates with it; DATE(2026,3,31)
# gives 46112, which is 2030-04-01 in the saved workbook, so that a deal that closes today has 1462 days of delay. betteroffice knows the
# setting in TEXT(date,…), 2026-03-31, and does not in YEAR(date), 2022, nor in DATE, in one recalculation of one sheet. For both engines, the
# end of the month of the date is the 1st of April. A date that xlsxedit writes is read by others as 2030-04-01. cellrune and formualizer give
# 2026 throughout.
# So: who makes workbooks from a template looks for date1904 first; a test of one date function says nothing of the next.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check betteroffice-xlsx==0.2.1 ironcalc==0.9.1 xlsxedit==1.0.2 pystreamxl==6.2.0 \
    opensheet-core==0.3.0 oxlsx==0.2.0 cellrune==0.2.0 formualizer==0.13.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import formualizer
import ironcalc
import openpyxl
import opensheet_core
import oxlsx
import pystreamxl
import xlsxedit
from openpyxl.utils.datetime import CALENDAR_MAC_1904

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = FOLDER / "deals.xlsx", FOLDER / "out.xlsx"
DATE = datetime.date(2026, 3, 31)
FORMULAS = ["=YEAR(A2)", '=TEXT(A2,"yyyy-mm-dd")', "=DATE(2026,3,31)", "=DATE(2026,3,31)-A2", "=EOMONTH(A2,0)"]
book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904
sheet = book.active
sheet.title = "Deals"
sheet["A1"] = "Close"
sheet["A2"] = DATE
for row, formula in enumerate(FORMULAS, 2):
    sheet.cell(row, 3).value = formula
book.save(FILE)
with zipfile.ZipFile(FILE) as archive:
    assert re.search(r'<c r="A2"[^>]*><v>44650</v>', archive.read("xl/worksheets/sheet1.xml").decode())
    assert "date1904" in archive.read("xl/workbook.xml").decode()


def day(value):
    return value.date() if isinstance(value, datetime.datetime) else value


def values_of(path):
    return [openpyxl.load_workbook(path, data_only=True).active.cell(row, 3).value for row in range(2, len(FORMULAS) + 2)]


def read_by_pystreamxl():
    rows = [list(row.values() if isinstance(row, dict) else row) for row in pystreamxl.read(str(FILE))]
    return [day(row[0]) for row in rows if isinstance(row[0], datetime.date)]


def read_by_opensheet():
    return [day(opensheet_core.read_sheet(str(FILE))[1][0])]


def read_by_oxlsx():
    return [day(oxlsx.load_workbook(str(FILE)).active["A2"].value)]


def read_by_xlsxedit():
    return [day(xlsxedit.Workbook(str(FILE))["Deals"]["A2"].value)]


def written_by_xlsxedit():
    edited = xlsxedit.Workbook(str(FILE))
    edited["Deals"]["A2"].value = DATE
    edited.save(str(OUT))
    return [day(openpyxl.load_workbook(OUT).active["A2"].value)]


def calculated_by_ironcalc():
    model = ironcalc.load_from_xlsx(str(FILE), "en", "UTC", "en")
    model.evaluate()
    return [model.get_formatted_cell_value(0, row, 3) for row in range(2, len(FORMULAS) + 2)]


def calculated_by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(str(FILE))
    loaded.recalculate()
    return [loaded.value("Deals", f"C{row}") for row in range(2, len(FORMULAS) + 2)]


def calculated_by_cellrune():
    loaded = cellrune.Workbook.open_path(str(FILE))
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return values_of(OUT)


def calculated_by_formualizer():
    formualizer.recalculate_xlsx_file(str(FILE), output=str(OUT))
    return values_of(OUT)


EARLY, LATE = datetime.date(2022, 3, 30), datetime.date(2030, 4, 1)
EXPECTED = {
    read_by_pystreamxl: [EARLY],
    read_by_opensheet: [EARLY],
    read_by_oxlsx: [EARLY],
    read_by_xlsxedit: [EARLY],
    written_by_xlsxedit: [LATE],
    calculated_by_ironcalc: ["2022", "2022-03-30", "46112", "1462", "44651"],
    calculated_by_betteroffice: [2022, "2026-03-31", 46112, 1462, 44651],
    calculated_by_cellrune: [2026, "2026-03-31", 44650, 0, 44650],
    calculated_by_formualizer: [2026, "2026-03-31", 44650, 0, 44650],
}
print(*FORMULAS, sep="   ")
same = True
for look, expected in EXPECTED.items():
    found = look()
    print(look.__name__, *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
