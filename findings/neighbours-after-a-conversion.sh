#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which formulas a workbook has after a program saved it that could not calculate some of them.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed, converts .xlsx to .xlsx; openpyxl 3.1.5 makes and reads the file,
# betteroffice-xlsx 0.2.1, mog-sdk 0.9.1 and pyofficeeditor 0.4.1 calculate it before and after; from PyPI.
# The file: a table of amounts by owner and quarter with a totals row, and a block of figures: the highest amount, MAX(Targets[#Data]); below it the
# best quarter, MAX(Targets[#Totals]); and MAX(Targets[#All]). And the last two once more with an empty row between them.
# One would guess: LibreOffice does not know these parts in single brackets, shows #NAME? and, as with functions that it does not know, writes
# them back as they were, so that whoever knows them calculates the workbook on.
# Seen: #NAME?, and of formulas one below the other that differ in that part only, all are written back as the FIRST: three times
# MAX(Targets[#data]). What asked for the best quarter asks for the highest amount, and what engines that know the parts calculate is 300 where
# it was 720. With an empty row between them each stays what it was. It is so for columns the table does not have, too, Targets[Q5] above
# Targets[Q6]; not for functions or names that the program does not know, one above the other.
# So: a workbook that has shown #NAME? in LibreOffice is not saved by it; or the parts are written Targets[[#Totals]], which it keeps and knows.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 betteroffice-xlsx==0.2.1 mog-sdk==0.9.1 pyofficeeditor==0.4.1
cat >"$work/make.py" <<'PY'
import sys

import openpyxl
from openpyxl.worksheet.table import Table

HEADINGS = ["Owner", "Q1", "Q2", "Q3"]
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Targets"
totals = ["Total", *(f"=SUBTOTAL(109,Targets[{quarter}])" for quarter in HEADINGS[1:])]
for row in [HEADINGS, ["Chen", 100, 300, 210], ["Wang", 200, 150, 260], ["Li", 120, 90, 250], totals]:
    sheet.append(row)
table = Table(displayName="Targets", ref="A1:D5", totalsRowCount=1)
table._initialise_columns()
for column, heading in zip(table.tableColumns, HEADINGS):
    column.name = heading
table.autoFilter.ref = "A1:D4"
sheet.add_table(table)
for row, formula in enumerate([
    "=MAX(Targets[#Data])", "=MAX(Targets[#Totals])", "=MAX(Targets[#All])", None, "=MAX(Targets[#Totals])", None, "=MAX(Targets[#All])", None,
    "=MAX(Targets[[#Data]])", "=MAX(Targets[[#Totals]])", "=SUM(North)", "=SUM(South)", "=SUM(Targets[Q5])", "=SUM(Targets[Q6])",
], 1):
    sheet[f"F{row}"] = formula
book.save(sys.argv[1])
PY
"$work/venv/bin/python" "$work/make.py" "$work/targets.xlsx"
mkdir "$work/saved"
"$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to xlsx --outdir "$work/saved" "$work/targets.xlsx" >"$work/log" 2>&1
cat >"$work/see.py" <<'PY'
import pathlib
import sys

import betteroffice_xlsx
import mog
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
BEFORE, AFTER = (str(FOLDER / name) for name in ("targets.xlsx", "saved/targets.xlsx"))
ROWS = (1, 2, 3, 5, 7, 9, 10)


def by_betteroffice(path):
    loaded = betteroffice_xlsx.Workbook.open_path(path)
    loaded.recalculate()
    return [loaded.value("Targets", f"F{row}") for row in ROWS]


def by_mog(path):
    loaded = mog.open_workbook(path)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Targets").get_value(f"F{row}") for row in ROWS]


def by_pyofficeeditor(path):
    loaded = Editor.open(path)
    loaded.calculate()
    return [loaded.sheet("Targets")[f"F{row}"].value for row in ROWS]


EXPECTED = {
    1: "=MAX(Targets[#data])", 2: "=MAX(Targets[#data])", 3: "=MAX(Targets[#data])", 5: "=MAX(Targets[#totals])", 7: "=MAX(Targets[#all])",
    9: "=MAX(Targets[[#Data]])", 10: "=MAX(Targets[[#Totals]])", 11: "=SUM(north)", 12: "=SUM(south)", 13: "=SUM(Targets[q5])", 14: "=SUM(Targets[q5])",
}
made, saved = (openpyxl.load_workbook(path).active for path in (BEFORE, AFTER))
same = True
for row, expected in EXPECTED.items():
    print(f"{made[f'F{row}'].value:26} saved as {saved[f'F{row}'].value}")
    same = same and saved[f"F{row}"].value == expected
for calculated in (by_betteroffice, by_mog, by_pyofficeeditor):
    before, after = calculated(BEFORE), calculated(AFTER)
    print(f"{calculated.__name__[3:]:14} before {before} after {after}")
    same = same and before == [300, 720, 720, 720, 720, 300, 720] and after == [300, 300, 300, 720, 720, 300, 720]
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/see.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
echo "as described"
