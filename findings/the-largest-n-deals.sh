#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the largest deals are worth together when how many they are stands in a cell, and on average.
#
# Programs: Gnumeric 1.12.55 and LibreOffice 7.4.7 (Debian 12, gnumeric and libreoffice-calc), which must be installed; ironcalc 0.9.1, formulon 0.18.0,
# formualizer 0.13.0, cellrune 0.2.0, officework 0.9.0, mog-sdk 0.9.1, duke-sheets 0.1.20; betteroffice-xlsx 0.2.1 and pyofficeeditor 0.4.1 to compare;
# openpyxl 3.1.5 makes and reads the file; from PyPI.
# The file: six deals of 100 to 600, every second one won, and 3 in E1. SUMPRODUCT(LARGE(amounts,ROW(INDIRECT("1:"&E1)))), the way to say "the first n" before
# there was SEQUENCE, as each version of Excel has it without any special key; with ROW($1:$3); by E1 for the mean; of the won ones; the amounts from row 5
# on.
# One would guess: within SUMPRODUCT the rows are a list, 1, 2, 3: 1500, 500 and 800. An engine that has lists in braces there, and (ROW(C2:C7)>4)*C2:C7, has
# this, or an error.
# Seen: ironcalc, formualizer, cellrune and Gnumeric take the first row for the list: the three largest are 600 together, which is the largest, and 200 on
# average, less than the smallest of them; the two largest that are won are 500. formulon has it so with INDIRECT and is right with ROW($1:$3), officework the
# other way round has an error with INDIRECT and 600 without. ROW(C2:C7)>4 is right in three of these and 0 in formualizer, cellrune and officework. mog and
# duke-sheets have errors, which is told. betteroffice, pyofficeeditor and LibreOffice are right in all. By SUMIF from the third largest on, all are right.
# So: before such an engine calculates, the largest are added by SUMIF(amounts,">="&LARGE(amounts,E1)), less what is equal to the last.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 formualizer==0.13.0 cellrune==0.2.0 formulon==0.18.0 officework==0.9.0 \
    mog-sdk==0.9.1 duke-sheets==0.1.20 betteroffice-xlsx==0.2.1 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
    '=SUMPRODUCT(LARGE(Deals!C2:C7,ROW(INDIRECT("1:"&Deals!E1))))',
    "=SUMPRODUCT(LARGE(Deals!C2:C7,ROW($1:$3)))",
    '=SUMPRODUCT(LARGE(Deals!C2:C7,ROW(INDIRECT("1:"&Deals!E1))))/Deals!E1',
    '=SUMPRODUCT(LARGE((Deals!B2:B7="Won")*Deals!C2:C7,ROW(INDIRECT("1:2"))))',
    "=SUMPRODUCT((ROW(Deals!C2:C7)>4)*Deals!C2:C7)",
    '=SUMIF(Deals!C2:C7,">="&LARGE(Deals!C2:C7,Deals!E1))',
]
ROWS = range(11, 11 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
deals = book.create_sheet("Deals")
deals.append(["Id", "Stage", "Amount", None, 3])
for number, amount in enumerate((100, 600, 300, 200, 500, 400), 1):
    deals.append([f"D{number}", "Won" if number % 2 else "Lost", amount])
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


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, OUT], check=True, capture_output=True)
    return stored(OUT)


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    return stored(FOLDER / "office" / "report.xlsx")


def plain(value):
    text = str(value)
    try:
        return round(float(text), 2)
    except ValueError:
        return "error"


RIGHT = [1500, 1500, 500, 800, 1100, 1500]
EXPECTED = {
    by_ironcalc: [600, 600, 200, 500, 1100, 1500],
    by_gnumeric: [600, 600, 200, 500, 1100, 1500],
    by_formualizer: [600, 600, 200, 500, 0, 1500],
    by_cellrune: [600, 600, 200, 500, 0, 1500],
    by_formulon: [600, 1500, 200, 500, 1100, 1500],
    by_officework: ["error", 600, "error", "error", 0, 1500],
    by_mog: ["error", "error", "error", "error", 1100, 1500],
    by_duke_sheets: ["error", "error", "error", "error", 1100, 1500],
    by_betteroffice: RIGHT,
    by_pyofficeeditor: RIGHT,
    by_libreoffice: RIGHT,
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
