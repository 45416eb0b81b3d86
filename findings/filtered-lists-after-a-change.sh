#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which won deals a list made by FILTER has after the stage of one deal was changed in the file and the workbook recalculated.
#
# Packages: mog-sdk 0.9.1, duke-sheets 0.1.20, formualizer 0.13.0, cellrune 0.2.0, pyofficeeditor 0.4.1; betteroffice-xlsx 0.2.1, ironcalc 0.9.1 and
# formulon 0.18.0 to compare; openpyxl 3.1.5 and XlsxWriter 3.3.1 make and read the file; all from PyPI.
# The file: four deals of 100 to 400 and =FILTER(amounts, stage="Won") in E2, a dynamic array as Excel 365 writes it, with the values that it had
# last, three (100, 200, 400) in E2:E4. D1 is lost since, so that two are right (200, 400); or D3 is won since, so that four are.
# One would guess: the array is calculated anew and takes the cells that it needs: its own old values are not in its way, and what is left of them is
# emptied; if not, the whole list is an error.
# Seen: betteroffice, ironcalc and formulon have it so. mog writes the new first amount and leaves the old ones below: whoever reads the cells has 200,
# 200, 400, three deals and 800, while SUM over these very cells is 600, and COUNT 2 (100, 200, 400, 400 when there are four). formualizer and
# cellrune find the old values in the way, #SPILL! in E2, and keep them in E3 and E4 below it. duke-sheets has #SPILL! in E2 and E3, and values
# further down. pyofficeeditor keeps the old size: #N/A for what there is no more of, and without a word the fourth deal is left out when there
# are four: 600 of 1000.
# So: after a recalculation by these, lists made by FILTER are not read from their cells; the same is calculated by the script from the deals.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 duke-sheets==0.1.20 \
    ironcalc==0.9.1 cellrune==0.2.0 formulon==0.18.0 pyofficeeditor==0.4.1 formualizer==0.13.0 openpyxl==3.1.5 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
OUT = FOLDER / "out.xlsx"
CELLS = ["E2", "E3", "E4", "E5", "G1", "G2"]


def make(name, stages):
    book = xlsxwriter.Workbook(FOLDER / name)
    sheet = book.add_worksheet("Deals")
    for number, stage in enumerate(stages, 1):
        sheet.write_row(number, 0, [f"D{number}", number * 100, stage])
    sheet.write_dynamic_array_formula("E2:E4", '=_xlfn._xlws.FILTER(B2:B5,C2:C5="Won")', None, 100)
    sheet.write("E3", 200)
    sheet.write("E4", 400)
    sheet.write_formula("G1", "=SUM(E2:E10)", None, 700)
    sheet.write_formula("G2", "=COUNT(E2:E10)", None, 3)
    book.close()
    return str(FOLDER / name)



def place(cell):
    return int(cell[1:]), "ABCDEFG".index(cell[0]) + 1


def by_mog(path):
    loaded = mog.open_workbook(path)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(cell) for cell in CELLS]


def by_betteroffice(path):
    loaded = betteroffice_xlsx.Workbook.open_path(path)
    loaded.recalculate()
    return [loaded.value("Deals", cell) for cell in CELLS]


def by_duke_sheets(path):
    loaded = duke_sheets.Workbook.open(path)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(cell)) for cell in CELLS]


def by_ironcalc(path):
    model = ironcalc.load_from_xlsx(path, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, *place(cell)) for cell in CELLS]


def by_cellrune(path):
    loaded = cellrune.Workbook.open_path(path)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active[cell].value for cell in CELLS]


def by_formulon(path):
    with formulon.Workbook.load(pathlib.Path(path).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, column - 1).to_python() for row, column in map(place, CELLS)]


def by_pyofficeeditor(path):
    loaded = Editor.open(path)
    loaded.calculate()
    return [loaded.sheet("Deals")[cell].value for cell in CELLS]


def by_formualizer(path):
    loaded = formualizer.Workbook.from_path(path)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", *place(cell)) for cell in CELLS]


def plain(value):
    if value is None or value == "":
        return None
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return "error"


FEWER, MORE = make("fewer.xlsx", ["Lost", "Won", "Lost", "Won"]), make("more.xlsx", ["Won", "Won", "Won", "Won"])
RIGHT = ([200, 400, None, None, 600, 2], [100, 200, 300, 400, 1000, 4])
EXPECTED = {
    by_betteroffice: RIGHT,
    by_ironcalc: RIGHT,
    by_formulon: RIGHT,
    by_mog: ([200, 200, 400, None, 600, 2], [100, 200, 400, 400, 1000, 4]),
    by_formualizer: (["error", 200, 400, None, "error", 2], ["error", 200, 400, None, "error", 2]),
    by_cellrune: (["error", 200, 400, None, "error", 0], ["error", 200, 400, None, "error", 0]),
    by_duke_sheets: (["error", "error", 200, 400, "error", 2], ["error", "error", 100, 200, "error", 4]),
    by_pyofficeeditor: ([200, 400, "error", None, "error", 2], [100, 200, 300, None, 600, 3]),
}
same = True
for calculated, expected in EXPECTED.items():
    seen = tuple([plain(value) for value in calculated(path)] for path in (FEWER, MORE))
    print(f"{calculated.__name__[3:]:14} fewer {seen[0]} more {seen[1]}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
echo "as described"
