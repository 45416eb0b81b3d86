#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Who reads the costs and the margin, and what the total is, in a report that was filled from a template and printed.
#
# Package: mindoff-dataport 1.0.1 fills and prints (extract, compile, export to .xlsx and .pdf) with polars 2.1.0; pyofficeeditor 0.4.1 calculates, XlsxWriter
# 3.3.1 makes the template, openpyxl 3.1.5 and pypdf 7.1.1 read; all from PyPI.
# The template: {{deals:dataframe}} in column A, and below it the total of the third column, SUM(C3:C3), once more by a name of the workbook, SUM(Amounts),
# and the largest amount; the margin in a hidden column, costs on a hidden sheet. The frame: three deals with id, stage, amount, day and owner, 600 together.
# One would guess: a tool for templates, whose promise is that a report looks as its template does, keeps what is hidden hidden, and a name a name, or refuses
# them; the PDF has what the workbook shows; a cell below the list moves down as the list grows.
# Seen: the margin and the costs are visible in the workbook, and both are in the PDF, which goes to customers. Formulas are printed as their texts,
# =SUM(C3:C3), and there is no amount in their place. A formula is moved down and never changed: the largest amount is that of the first deal, 100. Cells that
# stand in a column to the right of the first are moved to the RIGHT by as many columns as the frame has more than one, so that the total is in column G,
# under no heading, and 100 as well; those in column B stay in B. The name is gone: #NAME? for SUM(Amounts). Days are 46143 in the workbook and 2026-05-01 in
# the PDF. Nothing is raised.
# So: a template for it has nothing hidden, and totals are columns or values of the frame.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mindoff-dataport==1.0.1 polars==2.1.0 pyofficeeditor==0.4.1 XlsxWriter==3.3.1 openpyxl==3.1.5 \
    pypdf==7.1.1
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import sys
import warnings

import openpyxl
import polars
import pypdf
import xlsxwriter
from mindoff_dataport import mo_dataport
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
TEMPLATE, FILLED, PRINTED = (str(FOLDER / name) for name in ("template.xlsx", "report.xlsx", "report.pdf"))

book = xlsxwriter.Workbook(TEMPLATE)
sheet, costs = book.add_worksheet("Report"), book.add_worksheet("Costs")
sheet.write(0, 0, "Deals of {{customer:string}}")
sheet.write(0, 7, "margin 40%")
sheet.set_column("H:H", None, None, {"hidden": True})
sheet.write(1, 0, "{{deals:dataframe}}")
sheet.write_column(3, 0, ["Total", "By name", "Largest"])
sheet.write_formula(3, 2, "=SUM(C3:C3)", None, "")
sheet.write_formula(4, 2, "=SUM(Amounts)", None, "")
sheet.write_formula(5, 1, "=MAX(C3:C3)", None, "")
book.define_name("Amounts", "=Report!$C$3:$C$3")
costs.write_row(0, 0, ["Costs of Acme", 77])
costs.hide()
book.close()

deals = polars.DataFrame({
    "id": ["D1", "D2", "D3"], "stage": ["Won", "Lost", "Won"], "amount": [100.0, 200.0, 300.0],
    "closes": [datetime.date(2026, 5, day) for day in (1, 2, 3)], "owner": ["Ann", "Bob", "Cid"],
})
template = mo_dataport.extract(TEMPLATE)
bundle = mo_dataport.compile(template, data={"Report": {"customer": "Acme", "deals": deals}, "Costs": {}})
mo_dataport.export(bundle, FILLED)
mo_dataport.export(bundle, PRINTED, format="pdf")

filled = openpyxl.load_workbook(FILLED)
report = filled["Report"]
found = {
    "hidden": [filled["Costs"].sheet_state, any(column.hidden for column in report.column_dimensions.values())],
    "cells": {cell.coordinate: cell.value for row in report.iter_rows(min_row=6) for cell in row if cell.value is not None},
    "names": list(filled.defined_names),
    "day": report["D3"].value,
}
loaded = Editor.open(FILLED)
loaded.calculate()
found["calculated"] = [str(loaded.sheet("Report")[name].value) for name in ("G7", "G8", "B9")]
text = " ".join(page.extract_text() for page in pypdf.PdfReader(PRINTED).pages)
found["printed"] = [part in text for part in ("margin 40%", "Costs of Acme", "77", "=SUM(C3:C3)", "=SUM(Amounts)", "=MAX(C3:C3)", "2026-05-01", "600")]
EXPECTED = {
    "hidden": ["visible", False],
    "cells": {"A7": "Total", "G7": "=SUM(C3:C3)", "A8": "By name", "G8": "=SUM(Amounts)", "A9": "Largest", "B9": "=MAX(C3:C3)"},
    "names": [],
    "day": 46143,
    "calculated": ["100", "#NAME?", "100"],
    "printed": [*[True] * 7, False],
}
for part, value in found.items():
    print(f"{part:10} {value}")
sys.exit(0 if found == EXPECTED else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
