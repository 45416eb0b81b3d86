#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many deals a table has for those who read it by its name, after its workbook was once an .ods.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed, converts; polars 2.1.0 with fastexcel 0.21.0 and python-calamine
# 0.9.1 read the table, betteroffice-xlsx 0.2.1 and mog-sdk 0.9.1 calculate, openpyxl 3.1.5 makes the file; from PyPI.
# The file: a table Deals of three deals, 600, with a totals row. It is saved as .xlsx by LibreOffice, or as .ods and from there as .xlsx.
# One would guess: the table and its totals row survive or they do not, and the way does not matter for one program: .ods is what it keeps most in.
# Seen: the direct way keeps totalsRowCount="1". By way of .ods the table is there, with the same range and name, and the totals row is one of its
# rows now, totalsRowCount="0": whoever reads the table by name has a fourth deal called Total, with 600 and no stage, and a sum of 1200. The
# total itself is still 600 and the sheet looks as before; formulas that were there name cells now and are right. A new formula
# SUM(Deals[Amount]) is 1200 in the engines.
# So: after .ods, a table is compared with its totals row before it is read by name; a row called Total is dropped.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 polars==2.1.0 fastexcel==0.21.0 python-calamine==0.9.1 \
    betteroffice-xlsx==0.2.1 mog-sdk==0.9.1
cat >"$work/make.py" <<'PY'
import sys

import openpyxl
from openpyxl.worksheet.table import Table

HEADINGS = ["Id", "Stage", "Amount"]
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for row in [HEADINGS, ["D1", "Won", 100], ["D2", "Lost", 200], ["D3", "Won", 300], ["Total", None, "=SUBTOTAL(109,Deals[Amount])"]]:
    sheet.append(row)
table = Table(displayName="Deals", ref="A1:C5", totalsRowCount=1)
table._initialise_columns()
for column, heading in zip(table.tableColumns, HEADINGS):
    column.name = heading
table.autoFilter.ref = "A1:C4"
sheet.add_table(table)
sheet["E1"] = "=SUM(Deals[Amount])"
book.save(sys.argv[1])
PY
"$work/venv/bin/python" "$work/make.py" "$work/deals.xlsx"
convert() { "$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to "$@" >>"$work/log" 2>&1; }
convert xlsx --outdir "$work/direct" "$work/deals.xlsx"
convert ods --outdir "$work/by-ods" "$work/deals.xlsx"
convert xlsx --outdir "$work/by-ods" "$work/by-ods/deals.ods"
cat >"$work/see.py" <<'PY'
import pathlib
import sys

import betteroffice_xlsx
import mog
import openpyxl
import polars
import python_calamine

FOLDER = pathlib.Path(sys.argv[1])
EXPECTED = {
    "direct": ["A1:C5", 1, 600, 600, "=SUM(Deals[Amount])", 600, 3, 600, 600, 600],
    "by-ods": ["A1:C5", 0, 600, 600, "=SUM(Deals!$C$2:$C$4)", 1200, 4, 1200, 1200, 1200],
}
print("range, totals rows, total, old formula and its text, sum by polars, rows and sum by calamine, new formula by betteroffice and mog")
same = True
for way, expected in EXPECTED.items():
    path = str(FOLDER / way / "deals.xlsx")
    book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True).active
    sheet = book.active
    table = sheet.tables["Deals"]
    seen = [table.ref, table.totalsRowCount, values["C5"].value, values["E1"].value, sheet["E1"].value]
    seen.append(polars.read_excel(path, table_name="Deals")["Amount"].sum())
    rows = python_calamine.load_workbook(path, load_tables=True).get_table_by_name("Deals").to_python()
    seen += [len(rows), sum(row[2] for row in rows)]
    sheet["G1"] = "=SUM(Deals[Amount])"
    again = str(FOLDER / f"{way}.xlsx")
    book.save(again)
    by_betteroffice = betteroffice_xlsx.Workbook.open_path(again)
    by_betteroffice.recalculate()
    by_mog = mog.open_workbook(again)
    by_mog.calculate()
    seen += [by_betteroffice.value("Deals", "G1"), by_mog.get_sheet_by_name("Deals").get_value("G1")]
    print(way, seen)
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/see.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
echo "as described"
