#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How far a forecast was from what was sold, when the months to come have a forecast and an empty cell for what was sold, by function and by engine.
#
# Programs: LibreOffice 7.4.7 and Gnumeric 1.12.55 (Debian 12, libreoffice-calc and gnumeric), which must be installed; mog-sdk 0.9.1, formualizer 0.13.0, ironcalc 0.9.1;
# formulon 0.18.0, pyofficeeditor 0.4.1, officework 0.9.0 and cellrune 0.2.0 to compare; openpyxl 3.1.5 makes and reads the file; from PyPI.
# The file: forecasts of 100 to 600 for January to June, sales of 110, 190, 330 and 380 until April; May and June are empty. SUMXMY2, the sum of squared
# differences, and SUMX2MY2 and SUMX2PY2 beside it; from the first the mean error, SQRT(SUMXMY2(…)/COUNT(sales)); CORREL and SLOPE of the two.
# One would guess: a pair with an empty cell is left out by all three, as Microsoft's page says of each, "text, logical values, or empty cells, those values are
# ignored", and as all engines do for CORREL and SLOPE; or an engine takes the empty cell for 0 in all three, which one sees when one tries any of them.
# Seen: LibreOffice leaves May and June out in SUMX2MY2 and SUMX2PY2 and takes them for sales of 0 in SUMXMY2, of which the error is made: 611500 for 1500, an error of
# 390.99 a month for 19.36. mog, formualizer and ironcalc take them for 0 in all three. With a 0 typed for May and June all have 611500, so that to the
# sheet nothing looks missing. CORREL and SLOPE are 0.9854 and 0.95 in all: the forecast that fits so well is off by more than it says for an average month.
# Gnumeric, formulon, pyofficeeditor, officework and cellrune have 1500 and leave the pairs out in all three.
# So: SUMPRODUCT((forecast-sales)^2*(sales<>"")), which is 1500 in all of them, or the range ends with the last month that has sales.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in soffice ssconvert; do
    command -v "$program" >/dev/null || { echo "needs $program (Debian: libreoffice-calc, gnumeric)"; exit 1; }
done
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 formualizer==0.13.0 ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 \
    officework==0.9.0 cellrune==0.2.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
import sys
import zipfile

import cellrune
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "plan.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=SUMXMY2(B2:B7,C2:C7)",
    "=SUMX2MY2(B2:B7,C2:C7)",
    "=SUMX2PY2(B2:B7,C2:C7)",
    "=SQRT(SUMXMY2(B2:B7,C2:C7)/COUNT(C2:C7))",
    "=CORREL(B2:B7,C2:C7)",
    "=SLOPE(C2:C7,B2:B7)",
    '=SUMPRODUCT((B2:B7-C2:C7)^2*(C2:C7<>""))',
    "=SUMXMY2(B2:B7,D2:D7)",
]
ROWS = range(2, 2 + len(FORMULAS))
CELLS = [f"F{row}" for row in ROWS]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Plan"
sheet.append(["Month", "Forecast", "Sales", "Sales with 0"])
for month, sales in enumerate((110, 190, 330, 380, None, None), 1):
    sheet.append([month, month * 100, sales, sales or 0])
for cell, formula in zip(CELLS, FORMULAS):
    sheet[cell] = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def stored(path):
    values = openpyxl.load_workbook(path, data_only=True)["Plan"]
    return [values[cell].value for cell in CELLS]


def by_libreoffice():
    profile = f"-env:UserInstallation=file://{FOLDER}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "saved", FILE], capture_output=True, check=True
    )
    return stored(FOLDER / "saved" / "plan.xlsx")


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, FOLDER / "gnumeric.xlsx"], capture_output=True, check=True)
    return stored(FOLDER / "gnumeric.xlsx")


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Plan").get_value(cell) for cell in CELLS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Plan", row, 6) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 6) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 5).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Plan")[cell].value for cell in CELLS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[cell].value for cell in CELLS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


def figures(error, minus, plus):
    return [error, minus, plus, round((error / 4) ** 0.5, 4), 0.9854, 0.95, 1500, 611500]


RIGHT = figures(1500, -1500, 601500)
SUMS = figures(611500, 608500, 1211500)
EXPECTED = {
    by_libreoffice: figures(611500, *RIGHT[1:3]),
    by_mog: SUMS,
    by_formualizer: SUMS,
    by_ironcalc: SUMS,
    by_gnumeric: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
    by_officework: RIGHT,
    by_cellrune: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculated, expected in EXPECTED.items():
    seen = [round(float(value), 4) for value in calculated()]
    print(f"{calculated.__name__[3:]:15}", *seen)
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
