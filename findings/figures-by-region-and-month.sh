#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which figure of a plan is found by region and month, by two XLOOKUP one within the other and by one SUMPRODUCT over the whole table.
#
# Packages: mog-sdk 0.9.1, duke-sheets 0.1.20; formualizer 0.13.0, betteroffice-xlsx 0.2.1, formulon 0.18.0, pyofficeeditor 0.4.1, ironcalc 0.9.1 and
# officework 0.9.0 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: a plan of three regions by three months, 10 to 90; West in March is 60, West 150, March 180. XLOOKUP within XLOOKUP is an example on
# Microsoft's page of the function, where it stands for INDEX with two MATCH; the column of a month by SUM(XLOOKUP(month,headings,plan)).
# One would guess: 60, 150, 180; an engine that finds the row of a region finds the column of a month, or has an error for it, as duke-sheets,
# officework and ironcalc have.
# Seen: mog counts the found heading as a row: asked for March it gives the third region, so that West in March is 80, East in February 60, and the sum
# of March 240 for 180. With the region outside and the month inside it is wrong, the other way round it is right, and so is North in January, the cell
# that is tried first. The plan has as many regions as months; nothing is an error. In duke-sheets, SUMPRODUCT with a condition on rows or columns takes
# the first cell of the other direction: West is 40 for 150, March 30 for 180, West in March 0; with a condition on the figures themselves it is right,
# 350. Of two lists that lie crosswise, which is #VALUE! in Excel, mog and formualizer make 7200 and officework 3000. The four others are right in all
# that they have.
# So: for these engines it is INDEX(plan,MATCH(…),MATCH(…)); a sum by month is compared with the total of the plan.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 duke-sheets==0.1.20 officework==0.9.0 formualizer==0.13.0 \
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
    '=_xlfn.XLOOKUP("West",Plan!A2:A4,_xlfn.XLOOKUP("Mar",Plan!B1:D1,Plan!B2:D4))',
    '=_xlfn.XLOOKUP("Mar",Plan!B1:D1,_xlfn.XLOOKUP("West",Plan!A2:A4,Plan!B2:D4))',
    '=_xlfn.XLOOKUP("East",Plan!A2:A4,_xlfn.XLOOKUP("Feb",Plan!B1:D1,Plan!B2:D4))',
    '=_xlfn.XLOOKUP("North",Plan!A2:A4,_xlfn.XLOOKUP("Jan",Plan!B1:D1,Plan!B2:D4))',
    '=SUM(_xlfn.XLOOKUP("West",Plan!A2:A4,Plan!B2:D4))',
    '=SUM(_xlfn.XLOOKUP("Mar",Plan!B1:D1,Plan!B2:D4))',
    '=SUMPRODUCT((Plan!A2:A4="West")*(Plan!B1:D1="Mar")*Plan!B2:D4)',
    '=SUMPRODUCT((Plan!A2:A4="West")*Plan!B2:D4)',
    '=SUMPRODUCT((Plan!B1:D1="Mar")*Plan!B2:D4)',
    "=SUMPRODUCT((Plan!B2:D4>40)*Plan!B2:D4)",
    "=SUMPRODUCT(Plan!B2:B4,Plan!B2:D2)",
    '=INDEX(Plan!B2:D4,MATCH("West",Plan!A2:A4,0),MATCH("Mar",Plan!B1:D1,0))',
    '=SUM(INDEX(Plan!B2:D4,MATCH("West",Plan!A2:A4,0),0))',
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
plan = book.create_sheet("Plan")
for row in (["", "Jan", "Feb", "Mar"], ["North", 10, 20, 30], ["West", 40, 50, 60], ["East", 70, 80, 90]):
    plan.append(row)
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


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


RIGHT = [60, 60, 80, 10, 150, 180, 60, 150, 180, 350, "error", 60, 150]
EXPECTED = {
    by_mog: [80.0, 60.0, 60.0, 10.0, 150.0, 240.0, 60.0, 150.0, 180.0, 350.0, 7200.0, 60.0, 150.0],
    by_duke_sheets: ["error", "error", "error", "error", "error", "error", 0.0, 40.0, 30.0, 350.0, "error", 60.0, 150.0],
    by_officework: ["error", "error", "error", "error", "error", "error", 60.0, 150.0, 180.0, 350.0, 3000.0, 60.0, "error"],
    by_formualizer: [60.0, 60.0, 80.0, 10.0, 150.0, 180.0, 60.0, 150.0, 180.0, 350.0, 7200.0, 60.0, 150.0],
    by_betteroffice: RIGHT,
    by_ironcalc: ["error", "error", "error", "error", "error", "error", 60.0, 150.0, 180.0, 350.0, "error", 60.0, 150.0],
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
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
