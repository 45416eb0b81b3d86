#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many customers there are, and what they bought together, in a report that lists each customer once by UNIQUE and adds up by SUMIF.
#
# Packages: formualizer 0.13.0, duke-sheets 0.1.20; betteroffice-xlsx 0.2.1, mog-sdk 0.9.1, cellrune 0.2.0, ironcalc 0.9.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: six deals of 100, 200, 300, 400, 500, 50, 1550 together, of Acme, Best, ACME, acme, Cook and Dell as people type them; for each customer of
# UNIQUE the sum of SUMIF, the sum of these, the number of customers, and how many of them bought once only.
# One would guess: UNIQUE holds small and capital letters for the same, as SUMIF, COUNTIF, MATCH and = do, and as it does in Excel: 4 customers, 800
# for Acme, 1550 together. An engine in which ACME = acme for SUMIF has it so in UNIQUE, or its sum would not be right.
# Seen: formualizer and duke-sheets compare letter by letter in UNIQUE and not in SUMIF: Acme, ACME and acme are three customers, each has the 800 of all
# three, and the report adds up to 3150 of 1550. There are 6 customers, and all six bought once only. MATCH finds ACME as the first row in
# both. No cell has an error, and with names that are typed alike everything is right.
# So: the sum of such a report is compared with that of the deals; UNIQUE is asked for UPPER(names).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formualizer==0.13.0 duke-sheets==0.1.20 betteroffice-xlsx==0.2.1 mog-sdk==0.9.1 \
    cellrune==0.2.0 ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=IFERROR(SUMIF(A2:A7,INDEX(_xlfn.UNIQUE(A2:A7),1),B2:B7),0)",
    "=IFERROR(SUMIF(A2:A7,INDEX(_xlfn.UNIQUE(A2:A7),2),B2:B7),0)",
    "=IFERROR(SUMIF(A2:A7,INDEX(_xlfn.UNIQUE(A2:A7),3),B2:B7),0)",
    "=IFERROR(SUMIF(A2:A7,INDEX(_xlfn.UNIQUE(A2:A7),4),B2:B7),0)",
    "=IFERROR(SUMIF(A2:A7,INDEX(_xlfn.UNIQUE(A2:A7),5),B2:B7),0)",
    "=IFERROR(SUMIF(A2:A7,INDEX(_xlfn.UNIQUE(A2:A7),6),B2:B7),0)",
    "=SUM(H2:H7)",
    "=SUM(B2:B7)",
    "=ROWS(_xlfn.UNIQUE(A2:A7))",
    "=COUNTA(_xlfn.UNIQUE(A2:A7,FALSE,TRUE))",
    '=MATCH("ACME",A2:A7,0)',
    "=ROWS(_xlfn.UNIQUE(A3:A4))",
]
ROWS = range(2, len(FORMULAS) + 2)
THRICE = [800, 200, 800, 800, 500, 50, 3150, 1550, 6, 6, 1, 2]
RIGHT = [800, 200, 500, 50, 0, 0, 1550, 1550, 4, 3, 1, 2]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Customer", "Amount"])
for row in [("Acme", 100), ("Best", 200), ("ACME", 300), ("acme", 400), ("Cook", 500), ("Dell", 50)]:
    sheet.append(row)
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"H{row}"].value for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_formualizer: THRICE,
    by_duke_sheets: THRICE,
    by_betteroffice: RIGHT,
    by_mog: RIGHT,
    by_cellrune: RIGHT,
    by_ironcalc: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
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
