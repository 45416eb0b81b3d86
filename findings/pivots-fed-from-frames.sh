#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a report adds up, and by which day, after its table was given the deals of a new month from a data frame.
#
# Package: pivoteer 0.2.2 fills (apply_dataframe, which resizes the table and lets pivot tables refresh), with pandas 3.1.1; pyofficeeditor 0.4.1 calculates,
# XlsxWriter 3.3.1 makes the template, openpyxl 3.1.5 reads; all from PyPI.
# The file: a table Deals of id, amount and day with three deals of 100, 200 and 300, with or without a totals row; on another sheet SUM(Deals[Amount]),
# SUM over a column of the sheet down to row 20, and how many close from 2 June on.
# One would guess: the columns of a frame go to the columns of their names, or a frame with others is refused; what a frame has for a day is a day in the
# cell; the totals row moves down; rows that are no longer needed are emptied, as the table's new range says.
# Seen: columns go by their place: a frame of amount, id, day puts amounts under Id, and the sum is 0. Days are texts, 2026-06-02T00:00:00, in cells that
# still have the format of a day, and so are decimals, which a sum leaves out. Five deals overwrite the totals row, and the table still counts its last
# row as one, so that the fifth deal is no deal of the table: 100 of 150. With two deals the third of last month stays below the table, where the
# sum over the column has it. Nothing is raised; the sum of a first try, three deals with floats in the table's order, is right.
# So: a frame gets the table's columns in their order, floats, and days as numbers of days; the template has no totals row.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pivoteer==0.2.2 pandas==3.1.1 pyofficeeditor==0.4.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import decimal
import pathlib
import sys
import warnings

import openpyxl
import pandas as pd
import xlsxwriter
from pivoteer.core import Pivoteer
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
TEMPLATE, OUT = FOLDER / "template.xlsx", FOLDER / "out.xlsx"


def make(totals):
    book = xlsxwriter.Workbook(TEMPLATE)
    sheet, report = book.add_worksheet("Data"), book.add_worksheet("Report")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    columns = [{"header": "Id", "total_string": "Total"}, {"header": "Amount", "total_function": "sum"}, {"header": "Day"}]
    rows = [[f"D{number}", number * 100.0] for number in (1, 2, 3)]
    sheet.add_table(0, 0, 3 + totals, 2, {"name": "Deals", "columns": columns, "total_row": totals, "data": rows})
    for row in (1, 2, 3):
        sheet.write_datetime(row, 2, datetime.datetime(2026, 5, row), day)
    report.write_formula("A1", "=SUM(Deals[Amount])", None, 600)
    report.write_formula("A2", "=SUM(Data!B2:B20)", None, 600)
    report.write_formula("A3", '=COUNTIF(Data!C2:C20,">="&DATE(2026,6,2))', None, 0)
    book.close()


def june(count, value=float):
    days = pd.to_datetime([f"2026-06-0{number}" for number in range(1, count + 1)])
    return pd.DataFrame({"Id": [f"N{number}" for number in range(1, count + 1)], "Amount": [value(number * 10) for number in range(1, count + 1)], "Day": days})


def filled(frame, totals=False):
    """The sum by the table, the sum over the column, how many close from the 2nd on; amount and day of the first deal; range and totals row."""
    make(totals)
    pivoteer = Pivoteer(TEMPLATE)
    pivoteer.apply_dataframe("Deals", frame)
    pivoteer.save(OUT)
    editor = Editor.open(str(OUT))
    editor.calculate()
    figures = [editor.sheet("Report")[f"A{row}"].value for row in (1, 2, 3)]
    sheet = openpyxl.load_workbook(OUT)["Data"]
    table = sheet.tables["Deals"]
    return [*figures, sheet["B2"].value, sheet["C2"].value, table.ref, table.totalsRowCount or 0]


TEXT = "2026-06-01T00:00:00"
CASES = [
    ("three deals, floats", filled(june(3)), [60, 60, 0, 10, TEXT, "A1:C4", 0]),
    ("three deals, decimals", filled(june(3, lambda value: decimal.Decimal(value) / 1)), [0, 0, 0, "10", TEXT, "A1:C4", 0]),
    ("amount, id, day", filled(june(3)[["Amount", "Id", "Day"]]), [0, 0, 0, "N1", TEXT, "A1:C4", 0]),
    ("five deals, a totals row", filled(june(5), totals=True), [100, 150, 0, 10, TEXT, "A1:C6", 1]),
    ("two deals", filled(june(2)), [30, 330, 0, 10, TEXT, "A1:C3", 0]),
]
same = True
for name, found, expected in CASES:
    print(f"{name:24}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
