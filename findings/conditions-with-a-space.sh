#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many deals are above 100 when the condition is typed "> 100", and how many stages are "Won" with a space behind.
#
# Packages: ironcalc 0.9.1, duke-sheets 0.1.20, officework 0.9.0; mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, cellrune 0.2.0, formualizer 0.13.0, formulon 0.18.0
# and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of 100 to 500 at the stages Won, Lost, won, Open and "Won " with a space, as an export has it. Amounts by ">100", "> 100", ">= 200", "<>
# 100" and "= 100"; stages from Won on, with a space behind it, and before it, as one looks for cells that have to be cleaned.
# One would guess: what follows the sign is read as a number, a space before it or not, as a cell takes it that is typed so, 4, 4, 1400, 1400, 1; a text is
# the text with its spaces, 1 for "Won " and 0 for " Won". LibreOffice 7.4.7 and Gnumeric 1.12.55 have it so.
# Seen: in ironcalc a space makes a text of the number: no deal is above 100, nothing is sold from 200 on, and nothing is not 100, 0 for 1400, where ">100"
# has 4. And from Won on are four stages of five, Open among them, for 3. duke-sheets and officework take the spaces of a text away: "Won " and " Won" are
# Won, 2 and 3 cells, so that a list that was to be cleaned has more of them than there are, in officework all three. No cell has an error. The six others are
# right in all.
# So: a condition for ironcalc joins a number, ">"&100; cells with spaces are found by LEN(B2)<>LEN(TRIM(B2)).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 duke-sheets==0.1.20 officework==0.9.0 mog-sdk==0.9.1 \
    betteroffice-xlsx==0.2.1 cellrune==0.2.0 formualizer==0.13.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import warnings
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "report.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    '=COUNTIF(Deals!C2:C6,">100")',
    '=COUNTIF(Deals!C2:C6,"> 100")',
    '=SUMIF(Deals!C2:C6,">= 200")',
    '=SUMIFS(Deals!C2:C6,Deals!C2:C6,"<> 100")',
    '=COUNTIF(Deals!C2:C6,"= 100")',
    '=COUNTIF(Deals!B2:B6,">=Won")',
    '=COUNTIF(Deals!B2:B6,"Won ")',
    '=COUNTIF(Deals!B2:B6," Won")',
    '=COUNTIF(Deals!A2:A6,">=D3")',
]
ROWS = range(11, 11 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
deals = book.create_sheet("Deals")
for row in [["Id", "Stage", "Amount"], ["D1", "Won", 100], ["D2", "Lost", 200], ["D3", "won", 300], ["D4", "Open", 400], ["D5", "Won ", 500]]:
    deals.append(row)
# Below the rows of all lists, so that no formula stands beside a deal.
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 1).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def stored(path):
    saved = openpyxl.load_workbook(path, data_only=True)["Report"]
    return [saved.cell(row, 1).value for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = str(value)
    try:
        return round(float(text), 2)
    except ValueError:
        return "error"


RIGHT = [4, 4, 1400, 1400, 1, 3, 1, 0, 3]
EXPECTED = {
    by_ironcalc: [4, 0, 0, 0, 0, 4, 1, 0, 3],
    by_duke_sheets: [4, 4, 1400, 1400, 1, 3, 2, 2, 3],
    by_officework: [4, 4, 1400, 1400, 1, 3, 3, 3, 3],
    by_mog: RIGHT,
    by_betteroffice: RIGHT,
    by_cellrune: RIGHT,
    by_formualizer: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
