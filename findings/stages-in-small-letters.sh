#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is won, and which customers are the same, when stages and names are typed in small or capital letters and with two spaces.
#
# Packages: officework 0.9.0; mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, duke-sheets 0.1.20, ironcalc 0.9.1, cellrune 0.2.0, formualizer 0.13.0, formulon 0.18.0
# and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of 100 to 400, three of them Won, won and WON; customers ACME LTD and acme ltd, Acme  Ltd with two spaces within and one behind, Best Ltd. A
# bonus for what is won; the sum of it by SUMPRODUCT and by SUMIFS; the length of the trimmed name, how many are called Best Ltd; a text and a number
# compared.
# One would guess: =, < and > do not look at the case of letters, for which there is EXACT, and TRIM takes all spaces but one between words, as Microsoft
# describes both; a number is never the text of it and always smaller. An engine that finds "won" by COUNTIF finds it by =.
# Seen: in officework the operators compare letter by letter and its criteria and lookups do not: 600 is won by SUMIFS and 100 by SUMPRODUCT, COUNTIF has
# three and IF pays no bonus for "won"; MATCH finds WON in the first row. ACME LTD and acme ltd are two customers; a comes after B. TRIM cuts the ends and
# leaves two spaces within, so that a length is 9 for 8 and no Best Ltd is found, in formulas that were made to find it. And "10" equals 10, while a text is
# not greater than 999. No cell has an error. The eight others are right in all, and LibreOffice 7.4.7 and Gnumeric 1.12.55 are too.
# So: before officework calculates a workbook, stages and names are made alike in their cells, or = stands between UPPER(…) on both sides.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check officework==0.9.0 mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 duke-sheets==0.1.20 \
    ironcalc==0.9.1 cellrune==0.2.0 formualizer==0.13.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
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
FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "report.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    '=IF(Deals!B3="Won","bonus","none")',
    '=SUMPRODUCT((Deals!B2:B5="Won")*Deals!C2:C5)',
    '=SUMIFS(Deals!C2:C5,Deals!B2:B5,"Won")',
    '=COUNTIF(Deals!B2:B5,"Won")',
    '=MATCH("WON",Deals!B2:B5,0)',
    '=IF(Deals!D3=Deals!D4,"same","another")',
    "=LEN(TRIM(Deals!D2))",
    '=COUNTIF(Deals!D2:D5,TRIM("Best  Ltd "))',
    '=IF("10"=10,"same","another")',
    '=IF("abc">999,"text","number")',
    '=IF("a"<"B","a first","B first")',
]
ROWS = range(11, 11 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
deals = book.create_sheet("Deals")
for row in [
    ["Id", "Stage", "Amount", "Customer"], ["D1", "Won", 100, "Acme  Ltd "], ["D2", "won", 200, "ACME LTD"], ["D3", "WON", 300, "acme ltd"],
    ["D4", "Lost", 400, "Best Ltd"],
]:
    deals.append(row)
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


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    try:
        return int(float(value))
    except (TypeError, ValueError):
        return str(value)


RIGHT = ["bonus", 600, 600, 3, 1, "same", 8, 1, "another", "text", "a first"]
EXPECTED = {
    by_officework: ["none", 100, 600, 3, 1, "another", 9, 0, "same", "number", "B first"],
    by_mog: RIGHT,
    by_betteroffice: RIGHT,
    by_duke_sheets: RIGHT,
    by_ironcalc: RIGHT,
    by_cellrune: RIGHT,
    by_formualizer: RIGHT,
    by_formulon: RIGHT,
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
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
