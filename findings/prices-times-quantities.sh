#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is charged in all, price times quantity, when the two are columns of a table and the formula is the one for it.
#
# Packages: formulon 0.18.0; betteroffice-xlsx 0.2.1, mog-sdk 0.9.1, ironcalc 0.9.1, pyofficeeditor 0.4.1, cellrune 0.2.0, duke-sheets 0.1.20 and
# officework 0.9.0 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: a table Sales of three products, prices 10, 20, 30, quantities 5, 4, 3, two of them won; 220 in all, 140 of it won, 18.33 on average. The
# same by cells, by names for the columns, and with the product written out.
# One would guess: SUMPRODUCT(Sales[Price],Sales[Quantity]) is what SUMPRODUCT(B2:B4,C2:C4) is: a column of a table is a range, as SUM, SUMIFS and
# all others have it in formulon.
# Seen: SUMPRODUCT of formulon takes a column that is named through its table for a single text: 0 in all and 0 on average, without an error. The sum of one
# column is 0 too, where SUM is 12. With a condition, --(Sales[Stage]="Won"), it is an error, and 0 within IFERROR. By cells, by names and with a
# product inside, Sales[Price]*Sales[Quantity] or only a + before each, it is right. The seven others are right in all.
# So: before formulon calculates a workbook, SUMPRODUCT with a comma and a table is looked for; it is written with * inside.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formulon==0.18.0 betteroffice-xlsx==0.2.1 mog-sdk==0.9.1 ironcalc==0.9.1 \
    pyofficeeditor==0.4.1 cellrune==0.2.0 duke-sheets==0.1.20 officework==0.9.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=SUMPRODUCT(Sales[Price],Sales[Quantity])",
    "=SUMPRODUCT(Sales[Price],Sales[Quantity])/SUM(Sales[Quantity])",
    '=IFERROR(SUMPRODUCT(--(Sales[Stage]="Won"),Sales[Price],Sales[Quantity]),0)',
    "=SUMPRODUCT(Sales[Quantity])",
    "=SUM(Sales[Quantity])",
    "=SUMPRODUCT(B2:B4,C2:C4)",
    "=SUMPRODUCT(Prices,Quantities)",
    "=SUMPRODUCT(Sales[Price]*Sales[Quantity])",
    '=SUMPRODUCT((Sales[Stage]="Won")*Sales[Price]*Sales[Quantity])',
    "=SUMPRODUCT(+Sales[Price],+Sales[Quantity])",
]
ROWS = range(2, len(FORMULAS) + 2)
RIGHT = [220, 18.3333, 140, 12, 12, 220, 220, 220, 140, 220]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Product", "Price", "Quantity", "Stage"])
for row in [("P1", 10, 5, "Won"), ("P2", 20, 4, "Lost"), ("P3", 30, 3, "Won")]:
    sheet.append(row)
sheet.add_table(Table(displayName="Sales", ref="A1:D4"))
book.defined_names["Prices"] = DefinedName("Prices", attr_text="Deals!$B$2:$B$4")
book.defined_names["Quantities"] = DefinedName("Quantities", attr_text="Deals!$C$2:$C$4")
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"H{row}"].value for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    loaded.save(str(OUT))
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_formulon: [0, 0, 0, 0, 12, 220, 220, 220, 140, 220],
    by_betteroffice: RIGHT,
    by_mog: RIGHT,
    by_ironcalc: RIGHT,
    by_pyofficeeditor: RIGHT,
    by_cellrune: RIGHT,
    by_duke_sheets: RIGHT,
    by_officework: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
