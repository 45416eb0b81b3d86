#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which rate and which bonus a deal earns by LOOKUP with a table, and whether the shape of the table matters.
#
# Programs: Gnumeric 1.12.55 and LibreOffice 7.4.7 (Debian 12, gnumeric and libreoffice-calc), which must be installed; duke-sheets 0.1.20, officework 0.9.0,
# mog-sdk 0.9.1; ironcalc 0.9.1, formulon 0.18.0, formualizer 0.13.0, betteroffice-xlsx 0.2.1, cellrune 0.2.0 and pyofficeeditor 0.4.1 to compare; openpyxl
# 3.1.5 makes and reads the file; from PyPI.
# The file: rates of 1%, 2%, 3%, 5% from 0, 1000, 5000, 10000 on, in two columns and in two rows; and steps with a fixed sum and a bonus, 0 (10, 20), 1000
# (30, 40) and 5000 (50, 60), three rows of three columns, then the same with a fourth row. LOOKUP with a value and the table, no other argument.
# One would guess: LOOKUP takes the first column and gives from the last, as Microsoft describes it for a table that is square or taller than wide, or the
# first row and the last where it is wider: 1% for 200, 3% for 7500 and a bonus of 40 for 1500. An engine that has LOOKUP with two ranges right has the
# shorter form right, which is older, or none.
# Seen: in duke-sheets and officework the whole table is one list, of which the last number that is not larger is given: a deal of 200 earns 5%, and every
# deal does; the bonus is always the last one. With two ranges, and by VLOOKUP, they are right. mog and Gnumeric take a SQUARE table for a wide one: the deal
# of 1500 has the bonus of the largest, 60, and 40 as soon as a fourth step is added below, which it does not reach. The seven others are right in all. None
# is an error.
# So: steps are looked up with two ranges, which is right in all eleven; a table that is square gets one more row.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duke-sheets==0.1.20 officework==0.9.0 mog-sdk==0.9.1 ironcalc==0.9.1 formulon==0.18.0 \
    formualizer==0.13.0 betteroffice-xlsx==0.2.1 cellrune==0.2.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
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
FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]
FILE, OUT = str(FOLDER / "report.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=LOOKUP(200,Rates!A2:B5)",
    "=LOOKUP(7500,Rates!A2:B5)",
    "=LOOKUP(7500,Rates!A8:D9)",
    "=LOOKUP(1500,Rates!D2:F4)",
    "=LOOKUP(1500,Rates!D2:F5)",
    "=LOOKUP(7500,Rates!A2:A5,Rates!B2:B5)",
    "=VLOOKUP(7500,Rates!A2:B5,2)",
    "=VLOOKUP(1500,Rates!D2:F4,3)",
]
ROWS = range(11, 11 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
rates = book.create_sheet("Rates")
for number, (step, share) in enumerate([(0, 0.01), (1000, 0.02), (5000, 0.03), (10000, 0.05)]):
    rates.cell(number + 2, 1).value, rates.cell(number + 2, 2).value = step, share
    rates.cell(8, number + 1).value, rates.cell(9, number + 1).value = step, share
for number, row in enumerate([(0, 10, 20), (1000, 30, 40), (5000, 50, 60), (9000, 70, 80)]):
    for column, value in enumerate(row, 4):
        rates.cell(number + 2, column).value = value
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


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, OUT], check=True, capture_output=True)
    return stored(OUT)


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    return stored(FOLDER / "office" / "report.xlsx")


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


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


RIGHT = [0.01, 0.03, 0.03, 40, 40, 0.03, 0.03, 40]
SQUARE = [0.01, 0.03, 0.03, 60, 40, 0.03, 0.03, 40]
EXPECTED = {
    by_duke_sheets: [0.05, 0.05, 0.05, 60, 80, 0.03, 0.03, 40],
    by_officework: [0.05, 0.05, 0.05, 60, 80, 0.03, 0.03, 40],
    by_mog: SQUARE,
    by_gnumeric: SQUARE,
    by_libreoffice: RIGHT,
    by_ironcalc: RIGHT,
    by_formulon: RIGHT,
    by_formualizer: RIGHT,
    by_betteroffice: RIGHT,
    by_cellrune: RIGHT,
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
"$work/venv/bin/python" "$work/try.py" "$work" "$office"
echo "as described"
