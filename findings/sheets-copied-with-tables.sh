#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose amounts a sheet adds up that was made by copying the sheet of last quarter, or taken over from the workbook of another region.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc and python3-uno), which must be installed; its sheets.copyByName and sheets.importSheet are
# called from Python. XlsxWriter 3.3.1 from PyPI makes the workbooks, openpyxl 3.1.5 reads what was saved.
# The files: a sheet with a table of three deals, 600 in all, with a fee per row (=amount of this row * Rate), and below it totals by the table's
# name, by a name of the workbook, by a name of the sheet and by cells. The copy gets amounts of a tenth. The other workbook has 6000.
# One would guess: what belongs to the sheet follows when it is copied. The names do: the copy gets its own Rate and Amounts. So does the table,
# of which there is a second one, Deals_2, over the cells of the copy.
# Seen: in the copy, all formulas that name the table go on naming the first: the total by table is 600 beside 60 by names and cells, and the fee
# of EACH ROW is that of the row beside it on the old sheet, 10 and not 1. Saved as .xlsx it is so for all who open it. In the sheet of the other
# workbook the table's formulas are errors, which is told; but its names now mean those of the workbook it came to, which were there before:
# its SUM(Amounts) is 600 of the first region where its cells say 6000, and its rate is the other's. Neither call says anything.
# So: a sheet with a table is not the template of the next quarter's by copyByName; a list from another workbook comes without its formulas.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
bridge=
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import uno' 2>/dev/null; then bridge=$python; fi
done
[ -n "$bridge" ] || { echo "needs LibreOffice for Python (Debian: python3-uno)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/make.py" <<'PY'
import pathlib
import sys

import xlsxwriter

for name, amounts, rate in (("North", [100, 200, 300], 0.1), ("South", [1000, 2000, 3000], 0.2)):
    book = xlsxwriter.Workbook(pathlib.Path(sys.argv[1]) / f"{name}.xlsx")
    sheet = book.add_worksheet(name)
    fee = "=Deals[[#This Row],[Amount]]*Rate"
    sheet.add_table("A1:C4", {"name": "Deals", "columns": [{"header": "Id"}, {"header": "Amount"}, {"header": "Fee", "formula": fee}]})
    for row, amount in enumerate(amounts, 1):
        sheet.write_row(row, 0, [f"D{row}", amount])
    for row, formula in enumerate(["=SUM(Deals[Amount])", "=SUM(Deals[Fee])", "=SUM(Amounts)", "=SUM(Local)", "=SUM(B2:B4)", "=Rate"]):
        sheet.write_formula(row, 4, formula)
    sheet.write("G1", rate)
    book.define_name("Rate", f"={name}!$G$1")
    book.define_name("Amounts", f"={name}!$B$2:$B$4")
    book.define_name(f"{name}!Local", f"={name}!$B$2:$B$4")
    book.close()
PY
"$work/venv/bin/python" "$work/make.py" "$work"
cat >"$work/quarter.py" <<'PY'
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]
PIPE = f"pipe,name={FOLDER.name.replace('.', '')};urp;"


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def totals(sheet):
    sheet_cells = [sheet.getCellByPosition(4, row) for row in range(6)] + [sheet.getCellByPosition(2, row) for row in range(1, 4)]
    return ["error" if cell.getError() else round(cell.Value, 6) for cell in sheet_cells]


subprocess.Popen([OFFICE, f"-env:UserInstallation={(FOLDER / 'profile').as_uri()}", "--headless", "--norestore", f"--accept={PIPE}"])
context = uno.getComponentContext()
resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
for _ in range(240):
    try:
        remote = resolver.resolve(f"uno:{PIPE}StarOffice.ComponentContext")
        break
    except NoConnectException:
        time.sleep(0.5)
desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
north, south = (desktop.loadComponentFromURL((FOLDER / f"{name}.xlsx").as_uri(), "_blank", 0, (option("Hidden", True),)) for name in ("North", "South"))
for book in (north, south):
    book.calculateAll()
seen = {"North, made": totals(north.Sheets[0]), "South, made": totals(south.Sheets[0])}
north.Sheets.copyByName("North", "Q2", 1)
for row, amount in enumerate((10, 20, 30), 1):
    north.Sheets[1].getCellByPosition(1, row).Value = amount
north.Sheets.importSheet(south, "South", 2)
north.calculateAll()
seen.update({"North": totals(north.Sheets[0]), "Q2, copied": totals(north.Sheets[1]), "South, imported": totals(north.Sheets[2])})
print("tables:", [table.Name for table in north.DatabaseRanges], "names of the copy:", sorted(north.Sheets[1].NamedRanges.ElementNames))
north.storeToURL((FOLDER / "saved.xlsx").as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
for book in (north, south):
    book.close(True)
try:
    desktop.terminate()
except Exception:
    pass

RIGHT = [600, 60, 600, 600, 600, 0.1, 10, 20, 30]
EXPECTED = {
    "North, made": RIGHT,
    "South, made": [6000, 1200, 6000, 6000, 6000, 0.2, 200, 400, 600],
    "North": RIGHT,
    "Q2, copied": [600, 60, 60, 60, 60, 0.1, 10, 20, 30],
    "South, imported": ["error", "error", 600, 6000, 6000, 0.1, "error", "error", "error"],
}
print(f"{'':16} by table, fees by table, by name, by name of the sheet, by cells, rate, fees of the rows")
for name, values in seen.items():
    print(f"{name:16} {values}")
sys.exit(0 if seen == EXPECTED else "the behaviour has changed")
PY
"$bridge" "$work/quarter.py" "$work" "$office" 2>"$work/log" || { cat "$work/log"; exit 1; }
cat >"$work/see.py" <<'PY'
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
tables = {name: sheet.title for sheet in book for name in sheet.tables}
formulas = [book["Q2"][cell].value for cell in ("E1", "C2")]
print("saved:", tables, formulas)
wrong = tables.get("Deals") != "North" or formulas != ["=SUM(Deals[Amount])", "=Deals[[#This Row],[Amount]]*Rate"]
sys.exit("the behaviour has changed" if wrong else 0)
PY
"$work/venv/bin/python" "$work/see.py" "$work/saved.xlsx"
echo "as described"
