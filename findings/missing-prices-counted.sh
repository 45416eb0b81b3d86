#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many deals have no price, when a missing price is #N/A and the report counts those before it says that it is complete.
#
# Programs: Gnumeric 1.12.55 and LibreOffice 7.4.7 (Debian 12, gnumeric and libreoffice-calc), which must be installed; formulon 0.18.0, mog-sdk 0.9.1,
# formualizer 0.13.0, betteroffice-xlsx 0.2.1, cellrune 0.2.0, duke-sheets 0.1.20, officework 0.9.0, ironcalc 0.9.1; pyofficeeditor 0.4.1 to compare; openpyxl
# 3.1.5 makes and reads the file; from PyPI.
# The file: five deals whose prices are looked up in a list of two products; three products are not in it and their prices #N/A. Counted by COUNTIF(…,"#N/A"),
# by NA() as the criterion, by what is not #N/A, and by SUMPRODUCT(--ISNA(…)); the sum of the others by SUMIF(…,"<>#N/A").
# One would guess: a criterion that reads as an error finds the cells that have it, as in Excel, 3, 2 and 30; it is how a report looks after itself. Where an
# engine does not have it, it is an error, and the two ways of writing it are alike.
# Seen: formulon, mog, formualizer, betteroffice, cellrune and Gnumeric find no missing price by "#N/A", and the report is "complete" with three of five
# missing. What is not #N/A is all five in four of these, while mog has 2, so that 2 of 5 are there and 0 are missing. By NA() formulon, mog and cellrune have
# 3, and betteroffice and duke-sheets, which is right by the text, have 0. ISNA in SUMPRODUCT is 0 in formualizer, ironcalc, Gnumeric and officework, which
# has errors for all else and is "complete" too. LibreOffice is right by the text; ironcalc by both; pyofficeeditor is right in all.
# So: what is missing is counted by ROWS less COUNT, and summed with "<9E+307", in all but officework.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formulon==0.18.0 mog-sdk==0.9.1 formualizer==0.13.0 betteroffice-xlsx==0.2.1 \
    cellrune==0.2.0 duke-sheets==0.1.20 officework==0.9.0 ironcalc==0.9.1 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
    '=COUNTIF(Deals!C2:C6,"#N/A")',
    '=IF(COUNTIF(Deals!C2:C6,"#N/A")>0,"prices missing","complete")',
    "=COUNTIF(Deals!C2:C6,NA())",
    '=COUNTIF(Deals!C2:C6,"<>#N/A")',
    '=SUMIF(Deals!C2:C6,"<>#N/A")',
    "=SUMPRODUCT(--ISNA(Deals!C2:C6))",
    "=ROWS(Deals!C2:C6)-COUNT(Deals!C2:C6)",
    '=SUMIF(Deals!C2:C6,"<9E+307")',
]
ROWS = range(11, 11 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
deals = book.create_sheet("Deals")
for row in [["Id", "Product", "Price"], ["D1", "A"], ["D2", "X"], ["D3", "B"], ["D4", "Y"], ["D5", "Z"]]:
    deals.append(row)
for row, (product, price) in enumerate([("A", 10), ("B", 20)], 2):
    deals.cell(row, 6).value, deals.cell(row, 7).value = product, price
for row in range(2, 7):
    deals.cell(row, 3).value = f"=VLOOKUP(B{row},$F$2:$G$3,2,FALSE)"
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


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


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


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, OUT], check=True, capture_output=True)
    return stored(OUT)


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    return stored(FOLDER / "office" / "report.xlsx")


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = str(value)
    try:
        return round(float(text), 2)
    except ValueError:
        return text if text in ("complete", "prices missing") else "error"


EXPECTED = {
    by_formulon: [0, "complete", 3, 5, "error", 3, 3, 30],
    by_mog: [0, "complete", 3, 2, 30, 3, 3, 30],
    by_formualizer: [0, "complete", "error", 5, 30, 0, 3, 30],
    by_betteroffice: [0, "complete", 0, 5, 30, 3, 3, 30],
    by_cellrune: [0, "complete", 3, 5, "error", 3, 3, 30],
    by_gnumeric: [0, "complete", "error", "error", "error", 0, 3, 30],
    by_duke_sheets: [3, "prices missing", 0, 2, 30, "error", 3, 30],
    by_officework: ["error", "complete", "error", "error", "error", 0, "error", "error"],
    by_libreoffice: [3, "prices missing", "error", 2, 30, 3, 3, 30],
    by_ironcalc: [3, "prices missing", 3, 2, 30, 0, 3, 30],
    by_pyofficeeditor: [3, "prices missing", 3, 2, 30, 3, 3, 30],
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
