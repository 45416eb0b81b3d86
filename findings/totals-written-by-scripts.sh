#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which total a workbook has whose array formulas were written by a script as ordinary ones, in the engines that scripts check with.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, formualizer 0.13.0, ironcalc 0.9.1, duke-sheets 0.1.20, officework 0.9.0; formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5, which writes what it is given, makes the file; all from PyPI.
# The file: six deals; in rows below them =SUM(IF(stage="Won",amount)) and nine more as text, without t="array" (ECMA-376 Part 1, 18.3.1.40), for in
# Excel 365 they are typed so too. There, what is typed is stored as an array, and what is stored as an ordinary formula is shown with @ before each
# range and takes the one row that it stands in (Microsoft's page on the implicit intersection operator).
# One would guess: an engine that recalculates files goes by what is stored and has #VALUE! below the list, as LibreOffice 7.4.7, Gnumeric 1.12.55,
# formulon and pyofficeeditor have it; or it takes every formula for an array. Either way one formula that was tried tells of the others.
# Seen: mog and betteroffice calculate arrays of all, formualizer of those with IF and operators: 900, the total that was meant, in a file that shows
# #VALUE! in Excel, or beside the list the amount of one deal. ironcalc and duke-sheets have 900 for SUM((stage="Won")*amount) and an error for
# SUM(IF(…)). officework has 900 for the one and 0 for the other, 2 letters for 12, and 14.285714 for a sum of rounded amounts, each without an error.
# SUMPRODUCT is 900 in all.
# So: a script writes such formulas as arrays (ArrayFormula of openpyxl, write_dynamic_array_formula of XlsxWriter) or with SUMPRODUCT; that an engine
# has the right total says nothing of Excel.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 formualizer==0.13.0 ironcalc==0.9.1 \
    duke-sheets==0.1.20 officework==0.9.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
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
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "report.xlsx")
FORMULAS = [
    '=SUM(IF(Deals!C2:C7="Won",Deals!B2:B7))',
    '=MAX(IF(Deals!C2:C7="Lost",Deals!B2:B7))',
    '=SUM((Deals!C2:C7="Won")*Deals!B2:B7)',
    "=SUM(LEN(Deals!A2:A7))",
    "=SUM(--(MONTH(Deals!D2:D7)=5))",
    '=INDEX(Deals!A2:A7,MATCH(1,(Deals!C2:C7="Lost")*(Deals!B2:B7>300),0))',
    "=SUM(VLOOKUP(Deals!E2:E3,Deals!A2:B7,2,FALSE))",
    "=SUM(ROUND(Deals!B2:B7/7,0))",
    "=SUM(1/COUNTIF(Deals!C2:C7,Deals!C2:C7))",
    '=SUMPRODUCT((Deals!C2:C7="Won")*Deals!B2:B7)',
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
deals = book.create_sheet("Deals")
deals.append(["Id", "Amount", "Stage", "Closed", "Asked for"])
for n in range(1, 7):
    closed = datetime.date(2026, [4, 5, 5, 6, 7, 8][n - 1], 10)
    deals.append([f"D{n}", n * 100, "Won" if n % 2 else "Lost", closed, f"D{n}" if n < 3 else None])
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


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


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


RIGHT = ["error", "error", "error", "error", "error", "error", "error", "error", "error", 900]
EXPECTED = {
    by_mog: [900.0, 600.0, 900.0, 12.0, 2.0, "D4", 300.0, 300.0, 2.0, 900.0],
    by_betteroffice: [900.0, 600.0, 900.0, 12.0, 2.0, "D4", 300.0, 300.0, 2.0, 900.0],
    by_formualizer: [900.0, 600.0, 900.0, 2.0, "error", "D4", "error", "error", "error", 900.0],
    by_ironcalc: ["error", "error", 900.0, "error", "error", "D4", "error", "error", "error", 900.0],
    by_duke_sheets: ["error", "error", 900.0, "error", "error", "D4", "error", "error", "error", 900.0],
    by_officework: [0.0, 0.0, 900.0, 2.0, 0.0, "D4", 100.0, 14.285714, 0.2, 900.0],
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
