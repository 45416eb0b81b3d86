#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a company's total is that adds the same cells of four sheets, North to West, by one reference.
#
# Packages: mog-sdk 0.9.1 and betteroffice-xlsx 0.2.1 calculate; formulon 0.18.0 and pyofficeeditor 0.4.1 to compare; XlsxWriter 3.3.1 makes the
# file and openpyxl 3.1.5 reads it; all from PyPI.
# The file: sheets North, East, South, West with three deals each, 300, 600, 900 and 1200 together; on the sheet Year their sums:
# SUM(North:West!B2), the same as SUM(North:West!B2:B2), SUM(North:West!B2:B4), and 10% of each. The figures are stored beside the formulas.
# One would guess: an engine that knows references across sheets, as mog does, knows those to ranges, or gives an error; what an engine does not
# know keeps an error or is counted in the report of the calculation.
# Seen: mog gives 1000 for B2, and 0 for B2:B2 and B2:B4: the sum of one cell is right and the sum of a column is nothing. LibreOffice
# 7.4.7 writes B2:B2 when it saves B2, so that a total that mog calculated is 0 for mog after one passage through LibreOffice.
# betteroffice leaves what is stored: the figures look calculated, and after a deal of North is raised by 900 all six still are what they were;
# its report says that nothing was limited. Where the file has no figures, it gives nothing for the total and 0 for 10% of it.
# formulon and pyofficeeditor have all right, before and after.
# So: totals for engines are written North!B2+East!B2+…; after an edit, a total over sheets is compared with the sum of the sheets' totals.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 formulon==0.18.0 pyofficeeditor==0.4.1 \
    XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import formulon
import mog
import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
STORED, BARE = str(FOLDER / "stored.xlsx"), str(FOLDER / "bare.xlsx")
FORMULAS = ["=SUM(North:West!B2)", "=C2*10%", "=SUM(North:West!B2:B2)", "=C4*10%", "=SUM(North:West!B2:B4)", "=C6*10%"]
BEFORE, AFTER = [1000, 100, 1000, 100, 3000, 300], [1900, 190, 1900, 190, 3900, 390]
ROWS = range(2, len(FORMULAS) + 2)

book = xlsxwriter.Workbook(STORED)
year = book.add_worksheet("Year")
for row, formula, value in zip(ROWS, FORMULAS, BEFORE):
    year.write_formula(row - 1, 2, formula, None, value)
for number, name in enumerate(["North", "East", "South", "West"], 1):
    sheet = book.add_worksheet(name)
    for row in (1, 2, 3):
        sheet.write_row(row, 0, [f"D{number}{row}", number * 100])
book.close()
with zipfile.ZipFile(STORED) as old, zipfile.ZipFile(BARE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", old.read(name)))


def by_mog(path):
    loaded = mog.open_workbook(path)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Year")
    yield [sheet.get_value(f"C{row}") for row in ROWS]
    loaded.get_sheet_by_name("North").set_cell("B2", 1000)
    loaded.calculate()
    yield [sheet.get_value(f"C{row}") for row in ROWS]


def by_betteroffice(path):
    loaded = betteroffice_xlsx.Workbook.open_path(path)
    report = loaded.recalculate()
    print("  ", report)
    yield [loaded.value("Year", f"C{row}") for row in ROWS] + [report.limited]
    loaded.set("North", "B2", 1000)
    report = loaded.recalculate()
    yield [loaded.value("Year", f"C{row}") for row in ROWS] + [report.limited]


def by_formulon(path):
    with formulon.Workbook.load(pathlib.Path(path).read_bytes()) as loaded:
        loaded.recalc()
        yield [loaded.get_value(0, row - 1, 2).to_python() for row in ROWS]
        loaded.set_number(1, 1, 1, 1000)
        loaded.recalc()
        yield [loaded.get_value(0, row - 1, 2).to_python() for row in ROWS]


def by_pyofficeeditor(path):
    loaded = Editor.open(path)
    loaded.calculate()
    yield [loaded.sheet("Year")[f"C{row}"].value for row in ROWS]
    loaded.sheet("North")["B2"].value = 1000
    loaded.calculate()
    yield [loaded.sheet("Year")[f"C{row}"].value for row in ROWS]


NOTHING = [None, 0, None, 0, None, 0, 0]
# engine: figures before and after the edit with stored figures, and without
EXPECTED = {
    by_mog: ([[1000, 100, 0, 0, 0, 0], [1900, 190, 0, 0, 0, 0]], [[1000, 100, 0, 0, 0, 0], [1900, 190, 0, 0, 0, 0]]),
    by_betteroffice: ([[*BEFORE, 0], [*BEFORE, 0]], [NOTHING, NOTHING]),
    by_formulon: ([BEFORE, AFTER], [BEFORE, AFTER]),
    by_pyofficeeditor: ([BEFORE, AFTER], [BEFORE, AFTER]),
}
print(*FORMULAS)
same = True
for calculate, expected in EXPECTED.items():
    for path, wanted in zip((STORED, BARE), expected):
        found = [[round(value, 6) if isinstance(value, float) else value for value in figures] for figures in calculate(path)]
        print(f"{calculate.__name__:18}", pathlib.Path(path).stem, *found)
        same = same and found == wanted
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
