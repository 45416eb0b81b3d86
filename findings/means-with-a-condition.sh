#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the mean, the median and the smallest of the won deals are by an array formula, AVERAGE(IF(stage="Won",amount)), in engines that calculate
# workbooks without a spreadsheet program.
#
# Packages: mog-sdk 0.9.1, ironcalc 0.9.1, officework 0.9.0, duke-sheets 0.1.20; formualizer 0.13.0, betteroffice-xlsx 0.2.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: deals of 100 to 600, every second one won, from 100 on; the formulas are array formulas as Excel stores those that were entered with
# Ctrl+Shift+Enter (t="array", ECMA-376 Part 1, 18.3.1.40): AVERAGE, MEDIAN, MIN, COUNT, STDEV, SMALL, PERCENTILE, QUARTILE, MAX of the negative,
# PRODUCT; and the mean with two conditions.
# One would guess: IF without a third part gives FALSE for a deal that is lost, and logical values of an array are left out, as Microsoft describes it
# for AVERAGE, MIN and their relatives, whence the formula is so usual: 300, 300, 100. LibreOffice 7.4.7 and Gnumeric 1.12.55 have it so. An engine that
# counts FALSE as 0 does so in COUNT as well.
# Seen: mog and ironcalc count each FALSE as 0 in AVERAGE and nowhere near it: COUNT is 3, SUM 900 and the mean 150. With two conditions it is 133.33
# for 400, as the share of the others grows. mog does so in MIN, 0, in MAX of negatives, 0, and in PRODUCT, and not in MEDIAN, SMALL, STDEV or QUARTILE;
# ironcalc does so in MEDIAN, 50, has a COUNT of 0, and has MIN right. Of two ways to the smallest won deal mog has 0 by MIN and 100 by SMALL. With ""
# as third part both are right. officework does not calculate the array, and says 0 for all sums and means, 1 for one of them; duke-sheets has errors,
# and 0 for COUNT. formualizer, betteroffice, formulon and pyofficeeditor are right in all.
# So: for these engines it is AVERAGEIFS, MINIFS or "" as third part; a mean is compared with sum by count.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 ironcalc==0.9.1 formualizer==0.13.0 officework==0.9.0 \
    duke-sheets==0.1.20 betteroffice-xlsx==0.2.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from openpyxl.worksheet.formula import ArrayFormula
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "report.xlsx")
FORMULAS = [
    '=AVERAGE(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=MIN(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=MEDIAN(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=COUNT(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=STDEV(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=SMALL(IF(Deals!C2:C7="Won",Deals!B2:B7),1)',
    '=PERCENTILE(IF(Deals!C2:C7="Won",Deals!B2:B7),0.5)',
    '=QUARTILE(IF(Deals!C2:C7="Won",Deals!B2:B7),1)',
    '=MAX(IF(Deals!C2:C7="Won",-Deals!B2:B7))',
    '=LARGE(IF(Deals!C2:C7="Won",Deals!B2:B7),3)',
    '=GEOMEAN(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=SUM(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=AVERAGE(IF(Deals!C2:C7="Won",Deals!B2:B7,""))',
    '=MIN(IF(Deals!C2:C7="Won",Deals!B2:B7,""))',
    '=AVERAGE(IF((Deals!C2:C7="Won")*(Deals!B2:B7>100),Deals!B2:B7))',
    '=TRIMMEAN(IF(Deals!C2:C7="Won",Deals!B2:B7),0)',
    '=PRODUCT(IF(Deals!C2:C7="Won",Deals!B2:B7))',
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = ArrayFormula(f"A{row}", formula)
deals = book.create_sheet("Deals")
deals.append(["Id", "Amount", "Stage"])
for n in range(1, 7):
    deals.append([f"D{n}", n * 100, "Won" if n % 2 else "Lost"])
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = "" if value is None else str(value)
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper()
    try:
        return round(float(text), 6) + 0.0
    except ValueError:
        return "error" if text.startswith("#") or "ERROR" in text or "'Error'" in text else text


RIGHT = [300, 100, 300, 3, 200, 100, 300, 200, -100, 100, 246.621207, 900, 300, 100, 400, 300, 15000000]
EXPECTED = {
    by_mog: [150.0, 0.0, 300.0, 3.0, 200.0, 100.0, 300.0, 200.0, 0.0, 100.0, 246.621207, 900.0, 300.0, 100.0, 133.333333, 300.0, 0.0],
    by_ironcalc: [150.0, 100.0, 50.0, 0.0, 200.0, 100.0, 300.0, 200.0, -100.0, 100.0, "error", 900.0, 300.0, 100.0, 133.333333, 300.0, "error"],
    by_formualizer: RIGHT,
    by_officework: [0.0, 0.0, 0.0, 0.0, "error", "error", "error", "error", 0.0, "error", "error", 0.0, 0.0, 0.0, 1.0, "error", 0.0],
    by_duke_sheets: [
        "error", "error", "error", 0.0, "error", "error", "error", "error", "error", "error", "error", "error", "error", "error", "error", "error",
        "error",
    ],
    by_betteroffice: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
}


print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
