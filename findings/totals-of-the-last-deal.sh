#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the total, the tax and the count below a list are after a template with a loop was filled with deals.
#
# Package: docfill 0.3.4 fills (fill_workbook, with Jinja2 3.1.6 below it); pyofficeeditor 0.4.1 calculates, XlsxWriter 3.3.1 makes the template, openpyxl
# 3.1.5 reads; all from PyPI.
# The file: a row for the deals between {% for item in items %} and {% endfor %}, with a fee and a share of the total, and below it the total, SUM(C2:C2), tax
# on it, C4*Rates!$A$2, how many are of Acme, and a discount from the sheet Rates, Rates!A4. Filled with four deals of 100 to 400, 1000 together.
# One would guess: formulas below the loop are moved by as many rows as were added, as it says of itself; SUM(C2:C2) grows with the list, or stays at the
# first deal, or the template is refused; a text of the data stays a text.
# Seen: each number behind a letter is raised, the first row of a range too: the total is SUM(C5:C5), the LAST deal, 400. What has no $ is raised by the rows
# that came, three, although the line of endfor went, so that tax on C4 is tax on C7, the cell below the total, its own. What has a $ is raised by two, and
# the shares in the list, with $C$4, are right to the row and a part of 400: 0.25, 0.5, 0.75 and 1. Cells of OTHER sheets are raised as well: the discount
# Rates!A4 is Rates!A7, and Rates!$A$2 below the list is Rates!$A$2 still, for it lies above. A total on the sheet Rates, SUM(Deals!C2:C2), stays at the first
# deal: one list has 400 and 100 for its total. With ONE deal the total is right and tax on it is not. Customer 0042 is 42, and 1,250 is 1.25.
# So: the total of such a template stands above the list, over a whole column, and nothing is below the loop.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docfill==0.3.4 Jinja2==3.1.6 pyofficeeditor==0.4.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import openpyxl
import xlsxwriter
from docfill import fill_workbook
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
TEMPLATE, FILLED = str(FOLDER / "template.xlsx"), str(FOLDER / "filled.xlsx")

book = xlsxwriter.Workbook(TEMPLATE)
deals, rates = book.add_worksheet("Deals"), book.add_worksheet("Rates")
deals.write_row(0, 0, ["Id", "Customer", "Amount", "Fee", "Share"])
deals.write_row(1, 0, ["{% for item in items %}{{ item.id }}", "{{ item.customer }}", "{{ item.amount }}", "=C2*Rates!$A$2", "=C2/$C$4"])
deals.write(2, 0, "{% endfor %}")
for row, formula in enumerate(["=SUM(C2:C2)", "=C4*Rates!$A$2", '=COUNTIF(B2:B2,"Acme")', "=Rates!A4"], 3):
    deals.write_formula(row, 2, formula, None, "")
rates.write_column(0, 0, ["Rate", 0.1, 0.2, 0.05])
rates.write_formula(7, 0, "=SUM(Deals!C2:C2)", None, "")
book.close()


def filled(customers):
    items = [{"id": f"D{number}", "customer": name, "amount": number * 100} for number, name in enumerate(customers, 1)]
    fill_workbook(TEMPLATE, FILLED, {"items": items})
    rows = range(2, len(customers) + 2)
    below = range(len(customers) + 2, len(customers) + 6)
    sheets = openpyxl.load_workbook(FILLED)
    texts = [sheets["Deals"].cell(row, 3).value for row in below]
    names = [sheets["Deals"].cell(row, 2).value for row in rows]
    loaded = Editor.open(FILLED)
    loaded.calculate()
    sheet = loaded.sheet("Deals")
    total = sheet[f"C{below[0]}"].value
    shares = [sheet[f"E{row}"].value for row in rows]
    return texts, names, total, shares, loaded.sheet("Rates")["A8"].value


EXPECTED = {
    ("Acme", "0042", "1,250", "Acme"): (
        ["=SUM(C5:C5)", "=C7*Rates!$A$2", '=COUNTIF(B5:B5,"Acme")', "=Rates!A7"],
        ["Acme", 42, 1.25, "Acme"], 400, [0.25, 0.5, 0.75, 1], 100,
    ),
}
same = True
for customers, expected in EXPECTED.items():
    found = filled(customers)
    for part in found:
        print(part)
    same = same and found == expected
texts, _, total, _, _ = filled(["Acme"])
print("one deal:", texts, total)
same = same and texts == ["=SUM(C2:C2)", "=C4*Rates!$A$2", '=COUNTIF(B2:B2,"Acme")', "=Rates!A4"] and total == 100
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
