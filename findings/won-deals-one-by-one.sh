#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the smallest won deal is, and which the won deals are one by one, by AGGREGATE, which leaves out what is an error.
#
# Packages: formulon 0.18.0, cellrune 0.2.0; mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, duke-sheets 0.1.20 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5
# makes and reads the file; all from PyPI.
# The file: deals D1 to D6 of 300, 200, 600, 100, 500 and 400, of which D2, D4 and D5 are won. AGGREGATE(15,6,amounts/(stage="Won"),1) in six rows, all
# references fixed; the won deals by INDEX and the first, second and third row of AGGREGATE(15,6,(ROW(amounts)-1)/(stage="Won"),k), the way to list them
# before there was FILTER; the second largest of all.
# One would guess: with 14 to 19 AGGREGATE takes a calculated list as it is, as Microsoft describes for its array form, 100 in each row, D2, D4, D5; an engine
# that does not has an error everywhere, as ironcalc, formualizer and Gnumeric have.
# Seen: formulon takes of the list the one value that belongs to the row of the formula: beside a won deal the smallest won deal is that deal, 200, 100 and
# 500, and an error beside a lost one; the list of won deals is errors. It is what an old formula would do with @, and SUMPRODUCT over the same ranges is
# right there. cellrune has the smallest right in all rows, and D1, D1, D1 for the list: ROW of a range is the first row only, so that the deal that is lost
# is listed three times as won. The second largest is right in both. mog, betteroffice, duke-sheets and pyofficeeditor are right in all, and LibreOffice 7.4.7
# is too.
# So: a workbook for these two has a column of its own for the condition, and the count of listed deals is compared with COUNTIF.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formulon==0.18.0 cellrune==0.2.0 mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 \
    duke-sheets==0.1.20 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import warnings
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formulon
import mog
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "report.xlsx"), FOLDER / "out.xlsx"
WON = '(Deals!$B$2:$B$7="Won")'
FORMULAS = [
    *[f"=_xlfn.AGGREGATE(15,6,Deals!$C$2:$C$7/{WON},1)"] * 6,
    *[f"=INDEX(Deals!$A$2:$A$7,_xlfn.AGGREGATE(15,6,(ROW(Deals!$C$2:$C$7)-1)/{WON},{number}))" for number in (1, 2, 3)],
    "=_xlfn.AGGREGATE(14,6,Deals!$C$2:$C$7,2)",
]
ROWS = range(2, 2 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
deals = book.create_sheet("Deals")
deals.append(["Id", "Stage", "Amount"])
for number, amount in enumerate((300, 200, 600, 100, 500, 400), 1):
    deals.append([f"D{number}", "Won" if number in (2, 4, 5) else "Lost", amount])
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


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = str(value)
    if re.fullmatch(r"D\d", text):
        return text
    return int(float(text)) if re.fullmatch(r"[\d.]+", text) else "error"


RIGHT = [*[100] * 6, "D2", "D4", "D5", 500]
EXPECTED = {
    by_formulon: ["error", 200, "error", 100, 500, "error", "error", "error", "error", 500],
    by_cellrune: [*[100] * 6, "D1", "D1", "D1", 500],
    by_mog: RIGHT,
    by_betteroffice: RIGHT,
    by_duke_sheets: RIGHT,
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
