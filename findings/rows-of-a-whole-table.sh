#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose amount is found when a formula looks in a table by its bare name, Deals, and not by the name of a column.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed, converts the workbook to CSV; openpyxl 3.1.5 from PyPI makes it.
# The file: a table Deals of id, customer and amount, D1 to D3 with 100, 200, 300 and a totals row; formulas beside it.
# One would guess: the bare name is the rows of data, without headings and totals, as Microsoft describes it and as the same program takes
# Deals[Amount] and Deals[[#Data]]. A program that knows the parts of a table knows this one.
# Seen: the bare name is the whole table, headings and totals included. INDEX(Deals,MATCH("D2",Deals[Id],0),3) counts in the data and looks in the
# whole, and gives 100: the amount of the deal above, for the first one the heading. SUM(INDEX(Deals,0,3)) and SUM(Deals) are 1200 of 600, the
# largest amount is the total, ROWS is 5. VLOOKUP over the same name is right, for it searches, and INDEX(Deals[Amount],…) is right. No error is
# shown anywhere but where the heading is multiplied.
# So: formulas that leave Excel name the columns, or Deals[[#Data]], which is right here too; INDEX over a bare name is looked for in a workbook
# before it is recalculated by this program.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cat >"$work/table.py" <<'PY'
import csv
import sys

import openpyxl
from openpyxl.worksheet.table import Table

EXPECTED = {
    '=INDEX(Deals,MATCH("D1",Deals[Id],0),3)': "Amount",
    '=INDEX(Deals,MATCH("D2",Deals[Id],0),3)': "100",
    '=INDEX(Deals,MATCH("D3",Deals[Id],0),2)': "Best",
    "=SUM(INDEX(Deals,0,3))": "1200",
    "=SUM(Deals)": "1200",
    "=MAX(Deals)": "600",
    "=ROWS(Deals)": "5",
    '=INDEX(Deals[Amount],MATCH("D2",Deals[Id],0))': "200",
    '=VLOOKUP("D2",Deals,3,FALSE)': "200",
    '=INDEX(Deals[[#Data]],MATCH("D2",Deals[Id],0),3)': "200",
    "=SUM(Deals[[#Data]])": "600",
    "=ROWS(Deals[[#Data]])": "3",
}
if sys.argv[2] == "make":
    book = openpyxl.Workbook()
    sheet = book.active
    total = "=SUBTOTAL(109,Deals[Amount])"
    for row in [["Id", "Customer", "Amount"], ["D1", "Acme", 100], ["D2", "Best", 200], ["D3", "Cook", 300], ["Total", None, total]]:
        sheet.append(row)
    table = Table(displayName="Deals", ref="A1:C5", totalsRowCount=1)
    table._initialise_columns()
    for column, heading in zip(table.tableColumns, ("Id", "Customer", "Amount")):
        column.name = heading
    table.autoFilter.ref = "A1:C4"
    sheet.add_table(table)
    for row, formula in enumerate(EXPECTED, 1):
        sheet[f"E{row}"] = formula
    book.save(sys.argv[1])
else:
    with open(sys.argv[1], newline="") as file:
        seen = [row[4] for row in csv.reader(file)]
    for formula, value in zip(EXPECTED, seen):
        print(f"{value:8} {formula}")
    sys.exit(0 if seen == list(EXPECTED.values()) else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/table.py" "$work/deals.xlsx" make
"$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to csv --outdir "$work" "$work/deals.xlsx" >"$work/log" 2>&1
"$work/venv/bin/python" "$work/table.py" "$work/deals.csv" see
echo "as described"
