#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a report adds up after its table was filled with more or with fewer deals than the template had.
#
# Package: fillxl 0.6.0 (engine openpyxl); pyofficeeditor 0.4.1 calculates, XlsxWriter 3.3.1 makes the template, openpyxl 3.1.5 reads; all from PyPI.
# The file: a template with a table of three deals and a totals row; red for amounts above 250, a check that rates are 0 to 1, a chart of the amounts; a
# report with the sum by the table, by a name and by cells, B2:B4, and a check that the three agree. It is filled with five deals of 100 to 500,
# 1500 together, and with two, 300.
# One would guess: what follows the table follows in all; the package says that tables are resized, charts updated and that formulas stay intact, and
# it refuses where something stands below the table. In Excel, rows that come into a table take along what refers to its whole column.
# Seen: the table, its totals row, the red and the chart follow. The name, the cells in formulas and the check of the rates stay at three rows. With five
# deals the report is 1500 by the table, 600 by name and by cells, and the last two rates are not checked. With two deals the totals row moves up
# into the cells of the formulas: 300 by the table, 600 by name and by cells, each deal counted twice. Nothing is told.
# So: the report of such a template names the table's columns and nothing else.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fillxl==0.6.0 pyofficeeditor==0.4.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import warnings
import zipfile

import openpyxl
import xlsxwriter
from fillxl import fill
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
TEMPLATE, FILLED = str(FOLDER / "template.xlsx"), str(FOLDER / "filled.xlsx")

book = xlsxwriter.Workbook(TEMPLATE)
deals, report = book.add_worksheet("Deals"), book.add_worksheet("Report")
columns = [{"header": "Id", "total_string": "Total"}, {"header": "Amount", "total_function": "sum"}, {"header": "Rate"}]
rows = [[f"D{n}", n * 100, 0.1] for n in (1, 2, 3)]
deals.add_table("A1:C5", {"name": "Deals", "total_row": True, "columns": columns, "data": rows})
deals.data_validation("C2:C4", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1})
red = book.add_format({"bg_color": "#FF0000"})
deals.conditional_format("B2:B4", {"type": "cell", "criteria": ">", "value": 250, "format": red})
book.define_name("Amounts", "=Deals!$B$2:$B$4")
for cell, formula in (("A1", "=SUM(Deals[Amount])"), ("A2", "=SUM(Amounts)"), ("A3", "=SUM(Deals!B2:B4)")):
    report.write_formula(cell, formula, None, 600)
chart = book.add_chart({"type": "column"})
chart.add_series({"values": "=Deals!$B$2:$B$4"})
report.insert_chart("C2", chart)
book.close()


def outcome(number):
    """Ranges of table, red, chart, name and check; the three sums."""
    data = [{"Id": f"D{n}", "Amount": n * 100, "Rate": 0.2} for n in range(1, number + 1)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fill(template=TEMPLATE, output=FILLED, tables={"Deals": data}, engine="openpyxl")
    book = openpyxl.load_workbook(FILLED)
    sheet = book["Deals"]
    with zipfile.ZipFile(FILLED) as archive:
        series = re.search(r"Deals!([$A-Z0-9:]+)</", archive.read("xl/charts/chart1.xml").decode())[1].replace("$", "")
    ranges = [sheet.tables["Deals"].ref, *(str(rule.sqref) for rule in sheet.conditional_formatting), series]
    ranges += [book.defined_names["Amounts"].attr_text.replace("$", "").removeprefix("Deals!")]
    ranges += [str(check.sqref) for check in sheet.data_validations.dataValidation]
    loaded = Editor.open(FILLED)
    loaded.calculate()
    return ranges, [loaded.sheet("Report")[cell].value for cell in ("A1", "A2", "A3")]


EXPECTED = {
    3: (["A1:C5", "B2:B4", "B2:B4", "B2:B4", "C2:C4"], [600, 600, 600]),
    5: (["A1:C7", "B2:B6", "B2:B6", "B2:B4", "C2:C4"], [1500, 600, 600]),
    2: (["A1:C4", "B2:B3", "B2:B3", "B2:B4", "C2:C4"], [300, 600, 600]),
}
print("deals: table, red, chart, name, check; sums by table, name and cells")
same = True
for number, expected in EXPECTED.items():
    found = outcome(number)
    print(f"{number}:", *found[0], *found[1])
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
