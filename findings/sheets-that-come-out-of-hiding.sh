#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Who sees the costs of a workbook after one amount was changed in it by libraries that read and write workbooks.
#
# Packages: xlpp 1.1.2 (the version for Python 3.11) and xlsx-viewer-pro 1.1.2 open and save; pyofficeeditor 0.4.1 to compare and to calculate; openpyxl
# 3.1.5 makes and reads the file; all from PyPI.
# The file: deals with a chart and a total by a name of the workbook; their costs on a hidden sheet, margins on a very hidden one, which Excel's own menu
# does not list; a cell for typing in a protected sheet; a drop-down.
# One would guess: a library that has sheets, charts and names in its table of features writes back what it read; what is hidden stays hidden, for the
# state is one word beside the name of the sheet (ECMA-376 Part 1, 18.2.19).
# Seen: both show both sheets: costs and margins are tabs like any other. In xlpp the chart is gone from the sheet while its part lies in the archive, so
# that a look at the list of parts finds it; the name, the drop-down and the protection are kept. xlsx-viewer-pro keeps the formula =SUM(Amounts) and
# drops the name, so that the total is an error, drops the protection of the sheet, the drop-down and the chart. Neither says anything.
# pyofficeeditor keeps all of it.
# So: the states of the sheets are compared before such a workbook leaves the house, by a reader and not by eye in the library itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlpp==1.1.2 xlsx-viewer-pro==1.1.2 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import sys
import zipfile

import openpyxl
import xlpp
import xlsx_viewer
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from pyofficeeditor.excel import Workbook as Editor

FILE, SAVED = f"{sys.argv[1]}/deals.xlsx", f"{sys.argv[1]}/saved.xlsx"
book = openpyxl.Workbook()
deals = book.active
deals.title = "Deals"
for row in (["Id", "Amount", "Stage"], ["D1", 100, "Won"], ["D2", 200, "Lost"], ["D3", 300, "Won"], ["Total", "=SUM(Amounts)"]):
    deals.append(row)
deals["B2"].protection = Protection(locked=False)
deals.protection.enable()
choice = DataValidation(type="list", formula1='"Won,Lost"', sqref="C2:C4")
deals.add_data_validation(choice)
chart = BarChart()
chart.add_data(Reference(deals, min_col=2, min_row=1, max_row=4), titles_from_data=True)
deals.add_chart(chart, "E2")
for title, state in (("Costs", "hidden"), ("Margins", "veryHidden")):
    sheet = book.create_sheet(title)
    sheet["A1"] = 0.3
    sheet.sheet_state = state
book.defined_names["Amounts"] = DefinedName("Amounts", attr_text="Deals!$B$2:$B$4")
book.save(FILE)


def by_xlpp():
    loaded = xlpp.Workbook()
    loaded.load(FILE)
    loaded.worksheet("Deals").cell(3, 2).set_numeric_value(999)
    loaded.save(SAVED)


def by_viewer():
    loaded = xlsx_viewer.load_workbook(FILE)
    xlsx_viewer.save_workbook(loaded, SAVED)


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.sheet("Deals")["B3"] = 999
    loaded.save(SAVED)


def total():
    loaded = Editor.open(SAVED)
    loaded.calculate()
    return str(loaded.sheet("Deals")["B5"].value)


def outcome():
    """States of the sheets, charts on the sheet and parts of charts, the total, protection, drop-downs."""
    saved = openpyxl.load_workbook(SAVED)
    sheet = saved["Deals"]
    parts = sum("charts/chart" in name for name in zipfile.ZipFile(SAVED).namelist())
    states = [each.sheet_state for each in saved]
    return [states, len(sheet._charts), parts, total(), sheet.protection.sheet, len(sheet.data_validations.dataValidation)]


OPEN, KEPT = ["visible"] * 3, ["visible", "hidden", "veryHidden"]
EXPECTED = {
    by_xlpp: [OPEN, 0, 1, "1399", True, 1],
    by_viewer: [OPEN, 0, 0, "#NAME?", False, 0],
    by_pyofficeeditor: [KEPT, 1, 1, "1399", True, 1],
}
same = True
for save, expected in EXPECTED.items():
    save()
    found = outcome()
    print(f"{save.__name__:18}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
