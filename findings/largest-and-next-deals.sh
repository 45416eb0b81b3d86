#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals are the largest and the next to close in lists made by SORT and SORTBY, when one deal has no amount or no date yet.
#
# Packages: mog-sdk 0.9.1, pyofficeeditor 0.4.1, cellrune 0.2.0, duke-sheets 0.1.20; betteroffice-xlsx 0.2.1, formualizer 0.13.0, formulon 0.18.0 and
# ironcalc 0.9.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of Acme, Best, Cook, Dell and Ernst of 100, 200, nothing, 400 and 50, which close on day 46112, 46142, none yet, 46173 and 46203 (an
# empty cell each); the largest, the three largest together, whose the largest is; the next to close, whose it is; SMALL and LARGE beside them.
# One would guess: empty cells come last in both directions, as Microsoft describes the order of sorting; or an engine that takes them for 0 has them
# first one way and last the other, the same with all others that do so.
# Seen: four engines put them first, in opposite directions. In mog and pyofficeeditor that is so from large to small: the largest deal is 0, Cook's,
# the three largest are 600 of 700, while the next to close are right. In cellrune and duke-sheets it is so from small to large: the
# largest is right and the next to close is day 0, 1900, Cook's (an empty text in duke-sheets). Whoever tries one direction finds nothing in
# either. SMALL and LARGE over the same cells are right in all, and the four others are right in all.
# So: such a list is made of what has an amount, SORT(FILTER(amounts,amounts<>"")), before engines other than Excel calculate it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 pyofficeeditor==0.4.1 cellrune==0.2.0 duke-sheets==0.1.20 \
    betteroffice-xlsx==0.2.1 formualizer==0.13.0 formulon==0.18.0 ironcalc==0.9.1 openpyxl==3.1.5
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
    "=INDEX(_xlfn._xlws.SORT(B2:B6,1,-1),1)",
    "=SUM(_xlfn.TAKE(_xlfn._xlws.SORT(B2:B6,1,-1),3))",
    "=INDEX(_xlfn.SORTBY(A2:A6,B2:B6,-1),1)",
    "=LARGE(B2:B6,1)",
    "=INDEX(_xlfn._xlws.SORT(C2:C6),1)",
    "=INDEX(_xlfn.SORTBY(A2:A6,C2:C6),1)",
    "=SMALL(C2:C6,1)",
    '=INDEX(_xlfn._xlws.SORT(_xlfn._xlws.FILTER(B2:B6,B2:B6<>""),1,-1),1)',
    '=INDEX(_xlfn._xlws.SORT(_xlfn._xlws.FILTER(C2:C6,C2:C6<>"")),1)',
]
ROWS = range(2, len(FORMULAS) + 2)
RIGHT = [400, 700, "Dell", 400, 46112, "Acme", 46112, 400, 46112]
FALLING = [0, 600, "Cook", 400, 46112, "Acme", 46112, 400, 46112]
RISING = [400, 700, "Dell", 400, 0, "Cook", 46112, 400, 46112]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Customer", "Amount", "Closes"])
for row in [("Acme", 100, 46112), ("Best", 200, 46142), ("Cook", None, None), ("Dell", 400, 46173), ("Ernst", 50, 46203)]:
    sheet.append(row)
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
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


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


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_mog: FALLING,
    by_pyofficeeditor: FALLING,
    by_cellrune: RISING,
    by_duke_sheets: [*RISING[:4], "", *RISING[5:]],
    by_betteroffice: RIGHT,
    by_formualizer: RIGHT,
    by_formulon: RIGHT,
    by_ironcalc: RIGHT,
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
