#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a credit is when it is rounded to steps of 5 like the invoice that it takes back, and a price when it is rounded to steps of 0.20.
#
# Packages: formualizer 0.13.0, duke-sheets 0.1.20; mog-sdk 0.9.1, officework 0.9.0, betteroffice-xlsx 0.2.1, ironcalc 0.9.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI. Gnumeric 1.12.55 (Debian 12, gnumeric), which must be installed.
# The file: an invoice of 247.50 rounded up by CEILING to 5, and its credit of -247.50 by CEILING to -5, and their sum; CEILING and FLOOR of -2.5 by 2
# and by -2, MROUND of 10, of -10, and of 1.3 by 0.2, all of them examples on Microsoft's pages of these functions.
# One would guess: with both signs negative CEILING goes away from zero, -4, and FLOOR towards it, -2, as on these pages, so that a credit takes back
# its invoice to the cent; 1.3 by 0.2 is 1.4, as Microsoft has it.
# Seen: formualizer has the two the other way round, -2 and -4: the invoice of 250 has a credit of -245, and 5 are left open in each pair. With a
# positive step, and with positive amounts, it is right. Gnumeric has 1.2 for 1.3 by 0.2; for credits with a positive step it and duke-sheets have an
# error where a figure is due since Excel 2010, -2 and -4. The six others are right in all. LibreOffice 7.4.7 is too.
# So: a credit is rounded as the negative of its rounded invoice, -CEILING(247.5,5).
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ssconvert=$(command -v ssconvert) || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formualizer==0.13.0 duke-sheets==0.1.20 mog-sdk==0.9.1 officework==0.9.0 \
    betteroffice-xlsx==0.2.1 ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
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
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "report.xlsx")
SSCONVERT = sys.argv[2]
FORMULAS = [
    "=CEILING(247.5,5)",
    "=CEILING(-247.5,-5)",
    "=CEILING(247.5,5)+CEILING(-247.5,-5)",
    "=CEILING(-2.5,-2)",
    "=FLOOR(-2.5,-2)",
    "=CEILING(-2.5,2)",
    "=FLOOR(-2.5,2)",
    "=CEILING(2.5,1)",
    "=FLOOR(1.58,0.1)",
    "=MROUND(10,3)",
    "=MROUND(-10,-3)",
    "=MROUND(1.3,0.2)",
    "=CEILING(247.5,5)-CEILING(247.5,5)",
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_gnumeric():
    subprocess.run([SSCONVERT, "--recalc", FILE, FOLDER / "gnumeric.xlsx"], check=True, capture_output=True)
    sheet = openpyxl.load_workbook(FOLDER / "gnumeric.xlsx", data_only=True)["Report"]
    return [sheet.cell(row, 1).value for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


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


RIGHT = [250, -250, 0, -4, -2, -2, -4, 3, 1.5, 9, -9, 1.4, 0]
EXPECTED = {
    by_formualizer: [250.0, -245.0, 5.0, -2.0, -4.0, -2.0, -4.0, 3.0, 1.5, 9.0, -9.0, 1.4, 0.0],
    by_duke_sheets: [250.0, -250.0, 0.0, -4.0, -2.0, "error", "error", 3.0, 1.5, 9.0, -9.0, 1.4, 0.0],
    by_gnumeric: [250.0, -250.0, 0.0, -4.0, -2.0, "error", "error", 3.0, 1.5, 9.0, -9.0, 1.2, 0.0],
    by_mog: RIGHT,
    by_officework: RIGHT,
    by_betteroffice: RIGHT,
    by_ironcalc: RIGHT,
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
"$work/venv/bin/python" "$work/try.py" "$work" "$ssconvert"
echo "as described"
