#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What else than the contents of cells comes over from the other branch when two versions of a sheet are merged.
#
# Packages: xlgit 0.1.1 (a git merge driver for workbooks), openpyxl 3.1.5 to make and read files, both from PyPI.
# The files: ours changed a heading, theirs did one thing to the same sheet.
# One would guess: what the other branch added comes over, or is reported. xlgit says of itself that formatting is kept and edits to it are
# carried over; a print area or a filter of theirs is a conflict indeed.
# Seen: drop-downs, conditional formats, links, merged cells, hidden columns and rows, frozen panes, sheet protection and number
# formats of theirs are gone, and the driver returns 0 with "no conflicts". A date that they typed arrives as the number 46112 in a cell of
# the format General, an agreed 30% as 0.3.
# So: after such a merge, rules are compared by hand, and a merged date column is looked at for numbers.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlgit==0.1.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import sys

import openpyxl
import xlgit
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

FOLDER = pathlib.Path(sys.argv[1])


def book():
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Deals"
    sheet.append(["Id", "Amount", "Stage", "Close", "Share"])
    for n in range(1, 5):
        sheet.append([f"D{n}", n * 100, "Open"])
    return made


def drop_down(sheet):
    rule = DataValidation(type="list", formula1='"Open,Won,Lost"')
    rule.add("C2:C5")
    sheet.add_data_validation(rule)


def highlight(sheet):
    sheet.conditional_formatting.add("B2:B5", FormulaRule(formula=["$B2>300"], fill=PatternFill("solid", bgColor="FFFF0000")))


def link(sheet):
    sheet["A3"].hyperlink = "https://example.org/D2"


def merge_cells(sheet):
    sheet.merge_cells("F1:G1")


def hide(sheet):
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True


def freeze(sheet):
    sheet.freeze_panes = "A2"


def protect(sheet):
    sheet.protection.sheet = True


def number_format(sheet):
    sheet["B3"].number_format = "#,##0.00"


def date(sheet):
    sheet["D3"] = datetime.date(2026, 3, 31)


def share(sheet):
    sheet["E3"] = 0.3
    sheet["E3"].number_format = "0%"


LOOK = {
    drop_down: lambda sheet: len(sheet.data_validations.dataValidation),
    highlight: lambda sheet: len(list(sheet.conditional_formatting)),
    link: lambda sheet: sheet["A3"].hyperlink is not None,
    merge_cells: lambda sheet: len(sheet.merged_cells.ranges),
    hide: lambda sheet: sheet.column_dimensions["B"].hidden or sheet.row_dimensions[3].hidden,
    freeze: lambda sheet: sheet.freeze_panes,
    protect: lambda sheet: sheet.protection.sheet,
    number_format: lambda sheet: sheet["B3"].number_format,
    date: lambda sheet: (sheet["D3"].value, sheet["D3"].number_format),
    share: lambda sheet: (sheet["E3"].value, sheet["E3"].number_format),
}
NOTHING = {
    drop_down: 0, highlight: 0, link: False, merge_cells: 0, hide: False, freeze: None, protect: False, number_format: "General",
    date: (46112, "General"), share: (0.3, "General"),
}

same = True
for edit, look in LOOK.items():
    base, ours, theirs = (FOLDER / f"{edit.__name__}-{name}.xlsx" for name in ("base", "ours", "theirs"))
    book().save(base)
    made = book()
    made["Deals"]["A1"] = "Deal"
    made.save(ours)
    made = book()
    edit(made["Deals"])
    made.save(theirs)
    in_theirs = look(openpyxl.load_workbook(theirs)["Deals"])
    code = xlgit.merge(str(base), str(ours), str(theirs), "deals.xlsx")
    sheet = openpyxl.load_workbook(ours)["Deals"]
    found = look(sheet)
    print(f"{edit.__name__}: returned {code}; theirs {in_theirs}, merged {found}")
    same = same and code == 0 and found == NOTHING[edit] and in_theirs != found and sheet["A1"].value == "Deal"
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>/dev/null
echo "as described"
