#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose credit limit an amount is checked against after a customer was inserted into the list of another sheet.
#
# Packages: pyofficeeditor 0.4.1, excelize 0.1.0, mog-sdk 0.9.1 and formulon 0.18.0 insert the row; openpyxl 3.1.5 makes and reads the files; all from
# PyPI.
# The file: on Customers five customers with limits of 1000 to 5000, East in row 6; on Deals a cell that shows East's limit, Customers!B6, the check of
# amounts against it, the rule that turns larger amounts red, the drop-down of the customers and a link to East's row.
# One would guess: a library in which the formulas of other sheets follow moves what the same sheets have in checks and rules as well; pyofficeeditor
# says that every reference in the workbook follows.
# Seen: after a row is inserted above row 3, the cell shows East's 5000 in all four. In pyofficeeditor and mog the check, the red and the drop-down
# still point to row 6, which is Dell's with 4000 now, and the new last customer is not in the drop-down: the limit that is shown and the
# limit that is applied differ. excelize moves check and drop-down and not the rule for red. formulon moves the three. The link goes to Dell in all four.
# Deleting a row does the same in the other direction.
# So: after rows of a list were inserted, checks and rules of the other sheets are compared with the cells beside them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyofficeeditor==0.4.1 excelize==0.1.0 mog-sdk==0.9.1 formulon==0.18.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import excelize
import formulon
import mog
import openpyxl
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, SAVED = str(FOLDER / "deals.xlsx"), str(FOLDER / "saved.xlsx")

book = openpyxl.Workbook()
customers = book.active
customers.title = "Customers"
customers.append(["Name", "Limit"])
for n, name in enumerate(["Acme", "Best", "Cook", "Dell", "East"], 1):
    customers.append([name, n * 1000])
deals = book.create_sheet("Deals")
deals.append(["Customer", "Amount", "Limit"])
deals.append(["East", 4500, "=Customers!B6"])
limit = DataValidation(type="decimal", operator="lessThanOrEqual", formula1="Customers!$B$6")
limit.add("B2:B9")
names = DataValidation(type="list", formula1="Customers!$A$2:$A$6")
names.add("A2:A9")
deals.add_data_validation(limit)
deals.add_data_validation(names)
deals.conditional_formatting.add("B2:B9", FormulaRule(formula=["$B2>Customers!$B$6"], fill=PatternFill("solid", bgColor="FFFF0000")))
deals["D2"] = "East"
deals["D2"].hyperlink = Hyperlink(ref="D2", location="Customers!A6")
book.save(FILE)


def by_pyofficeeditor(insert):
    loaded = Editor.open(FILE)
    (loaded.sheet("Customers").insert_rows if insert else loaded.sheet("Customers").delete_rows)(3)
    loaded.save(SAVED)


def by_mog(insert):
    loaded = mog.open_workbook(FILE)
    rows = loaded.get_sheet_by_name("Customers").structure
    (rows.insert_rows if insert else rows.delete_rows)(2, 1)
    pathlib.Path(SAVED).write_bytes(loaded.to_buffer())


def by_excelize(insert):
    file = excelize.open_file(FILE)
    if insert:
        file.insert_rows("Customers", 3, 1)
    else:
        file.remove_row("Customers", 3)
    file.save_as(SAVED)


def by_formulon(insert):
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        (loaded.insert_rows if insert else loaded.delete_rows)(0, 2, 1)
        pathlib.Path(SAVED).write_bytes(loaded.save())


def rows_of():
    """The last row of Customers in the shown limit, the check, the rule, the drop-down and the link."""
    sheet = openpyxl.load_workbook(SAVED)["Deals"]
    checks = {check.type: check.formula1 for check in sheet.data_validations.dataValidation}
    rules = [formula for area in sheet.conditional_formatting for rule in area.rules for formula in rule.formula]
    return [int(text[-1]) for text in (sheet["C2"].value, checks["decimal"], rules[0], checks["list"], sheet["D2"].hyperlink.location)]


# library: after an insertion and after a deletion
EXPECTED = {
    by_pyofficeeditor: ([7, 6, 6, 6, 6], [5, 6, 6, 6, 6]),
    by_mog: ([7, 6, 6, 6, 6], [5, 6, 6, 6, 6]),
    by_excelize: ([7, 7, 6, 7, 6], [5, 5, 6, 5, 6]),
    by_formulon: ([7, 7, 7, 7, 6], [5, 5, 5, 5, 6]),
}
print("East's row in: shown limit, check, rule, drop-down, link")
same = True
for act, expected in EXPECTED.items():
    for insert, wanted in zip((True, False), expected):
        act(insert)
        found = rows_of()
        pathlib.Path(SAVED).unlink()
        print(f"{act.__name__:18} {'inserted' if insert else 'deleted '}", *found)
        same = same and found == wanted
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
