#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What fee each deal has, what is printed and who sees the costs, after a workbook with loops was rendered like a page.
#
# Package: xltpl 0.21 renders (BookWriter, with Jinja2 3.1.6 below it); pyofficeeditor 0.4.1 calculates, XlsxWriter 3.3.1 makes the template, openpyxl 3.1.5
# reads; PyPI.
# The template: one row of a deal with a loop around it by notes, as its pages show, with a fee, =C2*Rate; below it the total, =SUM(C2:C2); bold for amounts
# above 250, a drop-down for customers, a filter, a print area from the headings to the total; a report, =Deals!C3; costs on a hidden sheet. Three deals, 600.
# One would guess: what it names as supported grows with the rows, merged cells, drop-downs and the filter, and so do formulas; or formulas are no part of it
# and are left out. A relative formula that is copied into a row is one of that row.
# Seen: drop-down and filter grow to all deals. Formulas are copied letter by letter: each deal has the fee of the FIRST, 10, 10 and 10 for 10, 20 and 30; the
# total is the first deal, 100; the report shows the second deal where its total was. The print area stays, so that the last deal and the total are not on
# paper. Bold is gone. The sheet of the costs is visible. Nothing is raised; with one deal the figures are right.
# So: amounts that are calculated are calculated before and rendered as values, {%xv d.fee %}; sheets are hidden again and the print area set afterwards.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xltpl==0.21 Jinja2==3.1.6 pyofficeeditor==0.4.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import openpyxl
import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor
from xltpl.writerx import BookWriter

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
TEMPLATE, RENDERED = str(FOLDER / "template.xlsx"), str(FOLDER / "rendered.xlsx")

book = xlsxwriter.Workbook(TEMPLATE)
deals, report, costs = (book.add_worksheet(name) for name in ("Deals", "Report", "Costs"))
deals.write_row(0, 0, ["Id", "Customer", "Amount", "Fee"])
deals.write_comment("A2", "beforerow{% for d in deals %}")
deals.write_comment("A3", "beforerow{% endfor %}")
deals.write_row(1, 0, ["{{d.id}}", "{{d.customer}}", "{%xv d.amount %}"])
deals.write_formula(1, 3, "=C2*Rate", None, "")
deals.write(2, 0, "Total")
deals.write_formula(2, 2, "=SUM(C2:C2)", None, "")
deals.conditional_format("C2:C2", {"type": "cell", "criteria": ">", "value": 250, "format": book.add_format({"bold": True})})
deals.data_validation("B2:B2", {"validate": "list", "source": ["Acme", "Best"]})
deals.autofilter("A1:D2")
deals.print_area("A1:D3")
report.write_formula(0, 0, "=Deals!C3", None, "")
costs.write(0, 0, 77)
costs.hide()
book.define_name("Rate", "=0.1")
book.close()


def rendered(number):
    writer = BookWriter(TEMPLATE)
    rows = [{"id": f"D{row}", "customer": "Acme", "amount": row * 100} for row in range(1, number + 1)]
    sheets = [{"tpl_name": name, "sheet_name": name} for name in ("Deals", "Report", "Costs")]
    writer.render_book([{**sheet, "deals": rows} for sheet in sheets])
    writer.save(RENDERED)
    sheet = openpyxl.load_workbook(RENDERED)["Deals"]
    loaded = Editor.open(RENDERED)
    loaded.calculate()
    cells = loaded.sheet("Deals")
    return {
        "fees": [cells[f"D{row}"].value for row in range(2, number + 2)],
        "total": cells[f"C{number + 2}"].value,
        "report": loaded.sheet("Report")["A1"].value,
        "print area": str(sheet.print_area).replace("'", ""),
        "filter": sheet.auto_filter.ref,
        "drop-down": [str(rule.sqref) for rule in sheet.data_validations.dataValidation],
        "bold": len(list(sheet.conditional_formatting)),
        "costs": openpyxl.load_workbook(RENDERED)["Costs"].sheet_state,
    }


EXPECTED = {
    3: {
        "fees": [10, 10, 10], "total": 100, "report": 200, "print area": "Deals!$A$1:$D$3", "filter": "A1:D4",
        "drop-down": ["B2 B3 B4"], "bold": 0, "costs": "visible",
    },
    1: {
        "fees": [10], "total": 100, "report": 100, "print area": "Deals!$A$1:$D$3", "filter": "A1:D2", "drop-down": ["B2"], "bold": 0,
        "costs": "visible",
    },
}
same = True
for number, expected in EXPECTED.items():
    found = rendered(number)
    print(number, found)
    same = same and found == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
