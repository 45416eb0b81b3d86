#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is left behind when a row or a column is inserted by a fork of openpyxl whose formulas follow such edits.
#
# Packages: openpyxl-enhanced 3.2.0b3 inserts and deletes (it takes the place of openpyxl) and reads; pyofficeeditor 0.4.1 calculates; both from PyPI.
# The file: a table T of three deals with stage and amount, 100, 200, 300; below it the total by range and by name, both 600; on another sheet the
# total again, a name for it, and a chart; bold for amounts above a quarter of the total, $C$6/4 = 150; a list for stages, and a filter.
# One would guess: either nothing follows, as in openpyxl, or what the sheet is made of does: a fork that parses each formula of each sheet, and names, to
# move their cells moves the ranges that are plain attributes of the file first of all.
# Seen: every formula and the name follow, with #REF! where a cell is gone, also those on other sheets; merged cells, the print area, row heights and notes
# do. The table, the rule for bold and its formula, the list, the filter, the chart and links stay. After a row is inserted into the list the total is 600
# by range and 300 by name, for the last deal is no row of the table; the limit for bold is read from an empty cell, so that all are bold; the chart
# lacks the last deal. After a column is inserted the total by name is 0, the table's third column being that of the stages, and the list of
# stages hangs on the column before theirs. A try with formulas shows nothing.
# So: tables, rules, lists and charts get their ranges anew by hand after such an edit, or the edit is made below the list.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl-enhanced==3.2.0b3 pyofficeeditor==0.4.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
assert openpyxl.__version__ == "3.2.0b3"
FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = FOLDER / "deals.xlsx", FOLDER / "out.xlsx"
book = openpyxl.Workbook()
sheet, report = book.active, book.create_sheet("Report")
sheet.title = "Deals"
for row in [["Id", "Stage", "Amount"], ["D1", "Won", 100], ["D2", "Lost", 200], ["D3", "Won", 300]]:
    sheet.append(row)
sheet["C6"], sheet["C7"] = "=SUM(C2:C4)", "=SUM(T[Amount])"
sheet.add_table(Table(displayName="T", ref="A1:C4"))
sheet.conditional_formatting.add("C2:C4", CellIsRule(operator="greaterThan", formula=["$C$6/4"], font=Font(bold=True)))
stages = DataValidation(type="list", formula1='"Won,Lost"')
stages.add("B2:B4")
sheet.add_data_validation(stages)
report["A1"], report["A2"] = "=SUM(Deals!C2:C4)", "=Total"
book.defined_names["Total"] = DefinedName("Total", attr_text="Deals!$C$6")
chart = BarChart()
chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=4), titles_from_data=True)
report.add_chart(chart, "D2")
book.save(FILE)


def after(edit):
    """The total by range and by table below the list, by range and by name on the other sheet; table, rule with its limit, list, chart."""
    loaded = openpyxl.load_workbook(FILE)
    if edit:
        getattr(loaded["Deals"], edit[0])(edit[1])
    loaded.save(OUT)
    seen = openpyxl.load_workbook(OUT)
    deals = seen["Deals"]
    editor = Editor.open(str(OUT))
    editor.calculate()
    totals = {cell.value: editor.sheet("Deals")[cell.coordinate].value for row in deals.iter_rows() for cell in row if str(cell.value).startswith("=SUM")}
    ((ranges, rules),) = deals.conditional_formatting._cf_rules.items()
    return [*totals.values(), *(editor.sheet("Report")[f"A{row}"].value for row in (1, 2)), deals.tables["T"].ref, str(ranges.sqref), *rules[0].formula,
            str(deals.data_validations.dataValidation[0].sqref), seen["Report"]._charts[0].series[0].val.numRef.f.replace("'", "")]


REST = ["A1:C4", "C2:C4", "$C$6/4", "B2:B4", "Deals!$C$2:$C$4"]
CASES = {
    None: [600, 600, 600, 600, *REST],
    ("insert_rows", 3): [600, 300, 600, 600, *REST],
    ("delete_rows", 2): [500, 500, 500, 500, *REST],
    ("insert_cols", 2): [600, 0, 600, 600, *REST],
}
same = True
for edit, expected in CASES.items():
    found = after(edit)
    print(edit, *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
