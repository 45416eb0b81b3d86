#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How much of a lease paid at the beginning of each month is interest, month by month and in all.
#
# Packages: mog-sdk 0.9.1, cellrune 0.2.0, formualizer 0.13.0; ironcalc 0.9.1, duke-sheets 0.1.20, formulon 0.18.0 and pyofficeeditor 0.4.1 to compare;
# openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: 10000 at 1% a month in 12 payments in advance (type 1), of 879.69 each; interest and repayment of months 1 to 3 by IPMT and PPMT, CUMIPMT of
# the first three, the sum of all twelve by IPMT, and twelve payments less 10000.
# One would guess: an engine that has type 1 in PMT and CUMIPMT has it in IPMT; it is arithmetic: nothing in month 1, for the payment comes at once;
# then 1% of the 9120.31 that are left, 91.20, then 83.32, 174.52 for three months and 556.29 for twelve.
# Seen: ironcalc, duke-sheets, formulon and pyofficeeditor have these. mog has 100.00 and 92.12 in months 2 and 3 and 653.06 in all,
# cellrune and formualizer have 92.12, 84.15 and 561.85, while CUMIPMT is 174.52 in each of them and the payments less the debt are 556.29. PPMT is
# wrong by as much, so that interest and repayment add up to the payment in every month, and month 1 is right. Payments at the end of the month are
# right in all. Gnumeric 1.12.55 has months 2 and 3 and CUMIPMT right and 99.01 of interest in month 1.
# So: a schedule in advance is checked by its sum against CUMIPMT before it is booked, or calculated from the balance.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 cellrune==0.2.0 formualizer==0.13.0 ironcalc==0.9.1 \
    duke-sheets==0.1.20 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

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
    "=IPMT(0.01,1,12,10000,0,1)",
    "=IPMT(0.01,2,12,10000,0,1)",
    "=IPMT(0.01,3,12,10000,0,1)",
    "=PPMT(0.01,2,12,10000,0,1)",
    "=IPMT(0.01,2,12,10000,0,1)+PPMT(0.01,2,12,10000,0,1)",
    "=PMT(0.01,12,10000,0,1)",
    "=CUMIPMT(0.01,12,10000,1,3,1)",
    "=SUM(A1:A12)",
    "=12*PMT(0.01,12,10000,0,1)+10000",
    "=IPMT(0.01,2,12,10000)",
]
ROWS = range(2, len(FORMULAS) + 2)
# Month 2 in all, payment, CUMIPMT; payments less debt, month 2 of payments at the end.
SAME = [-879.691, -879.691, -174.5213, -556.2917, -92.1151]
RIGHT = [0, -91.2031, -83.3182, -788.4879, *SAME[:3], -556.2917, *SAME[3:]]
AT_THE_END = [0, -92.1151, -84.1514, -787.5759, *SAME[:3], -561.8546, *SAME[3:]]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Lease"
for month in range(1, 13):
    sheet.cell(month, 1).value = f"=IPMT(0.01,{month},12,10000,0,1)"
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Lease").get_value(f"H{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Lease"].cell(row, 8).value for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Lease", row, 8) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Lease")[f"H{row}"].value for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_mog: [0, -100, -92.1151, -779.691, *SAME[:3], -653.0577, *SAME[3:]],
    by_cellrune: AT_THE_END,
    by_formualizer: AT_THE_END,
    by_ironcalc: RIGHT,
    by_duke_sheets: RIGHT,
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
