#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is told of a won deal whose amount is #N/A, by the sums that have conditions and by those that have none.
#
# Packages: formualizer 0.13.0, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20, cellrune 0.2.0; ironcalc 0.9.1, mog-sdk 0.9.1 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: five deals of 100 to 500; the first, third and fifth are won; the amount of the third is a lookup in a price list that finds nothing.
# One would guess: an error among the amounts comes through to each total that contains it, as in spreadsheet programs (LibreOffice 7.4.7 has #N/A
# in all eight): that is how a missing price is noticed. An engine that does so in SUM does so in SUMIFS.
# Seen: ironcalc, mog and pyofficeeditor do. formualizer and betteroffice have #N/A in SUM and leave the deal out of SUMIF, SUMIFS and AVERAGEIFS
# without a word: 600 of at least 600 and more; betteroffice also out of MAXIFS, and so does cellrune, which is right in all else. officework has
# #N/A in SUMIF and 600 in SUMIFS, its average is 200, as if the deal were worth nothing, and IF(#N/A>100,…) says "small". duke-sheets and
# officework have 600 in SUMPRODUCT.
# So: a total by stage or owner is no proof that every amount is there; one SUM over the whole column, or a count of errors, stands beside it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formualizer==0.13.0 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    cellrune==0.2.0 ironcalc==0.9.1 mog-sdk==0.9.1 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "deals.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=SUM(B2:B6)",
    '=SUMIF(C2:C6,"Won",B2:B6)',
    '=SUMIFS(B2:B6,C2:C6,"Won")',
    '=AVERAGEIFS(B2:B6,C2:C6,"Won")',
    '=_xlfn.MAXIFS(B2:B6,C2:C6,"Won")',
    '=SUMPRODUCT((C2:C6="Won")*B2:B6)',
    '=IF(B4>100,"large","small")',
    "=MAX(B2:B6)",
]
ROWS = range(2, len(FORMULAS) + 2)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Amount", "Stage"])
for n in range(1, 6):
    sheet.append([f"D{n}", n * 100, "Won" if n % 2 else "Lost"])
sheet["B4"] = '=VLOOKUP("Seats",H2:I3,2,FALSE)'
sheet["H2"], sheet["I2"], sheet["H3"], sheet["I3"] = "Desk", 10, "Chair", 20
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 5).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 5) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"E{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[f"E{row}"].value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"E{row}")) for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active.cell(row, 5).value for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 5) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"E{row}") for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"E{row}"].value for row in ROWS]


NONE = "#N/A"
EXPECTED = {
    by_formualizer: [NONE, 600, 600, 300, NONE, NONE, NONE, NONE],
    by_betteroffice: [NONE, 600, 600, 300, 500, NONE, NONE, NONE],
    by_officework: [NONE, NONE, 600, 200, NONE, 600, "small", NONE],
    by_duke_sheets: [NONE, NONE, NONE, NONE, NONE, 600, NONE, NONE],
    by_cellrune: [NONE, NONE, NONE, NONE, 500, NONE, NONE, NONE],
    by_ironcalc: [NONE] * 8,
    by_mog: [NONE] * 8,
    by_pyofficeeditor: [NONE] * 8,
}


def plain(value):
    """A number, or the error as it is written."""
    if isinstance(value, dict):
        return NONE if value.get("kind") == "Na" else value.get("kind")
    text = str(getattr(value, "code", value))
    try:
        return round(float(text), 6)
    except ValueError:
        return text


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
