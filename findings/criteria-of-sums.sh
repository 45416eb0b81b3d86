#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What three everyday criteria of SUMIFS and COUNTIFS give in engines that calculate workbooks without a spreadsheet program.
#
# Packages: ironcalc 0.9.1, formualizer 0.13.0, formulon 0.18.0, recalc-engine 0.1.0, betteroffice-xlsx 0.2.1, cellrune 0.2.0, openpyxl
# 3.1.5 to make and read files, all from PyPI. LibreOffice 7.4.7 and the last two engines give what is called right below.
# The file: six deals of 100 to 600; stages Won, Lost, Open, empty, Won, Open; chances 10%, 25%, 50%, 75%, 100%, "n/a".
# One would guess: engines that have SUMIFS, and that know a 50% in a formula, agree on these.
# Seen:
#   - not lost, "<>Lost": the deal without a stage belongs to it (1900). ironcalc and recalc-engine leave it out (1500).
#   - likely, ">=50%": three deals (1200). ironcalc and formualizer compare text with text: ironcalc finds none (0); formualizer finds the
#     one deal that has "n/a" for its chance, since n comes after 5 (600). ">=0.5" gives three in all of them.
#   - won or open, SUM(SUMIFS(…,{"Won","Open"})): 1500. ironcalc and formualizer give 0, formulon the first word's sum, 600; recalc-engine
#     says that it cannot.
# None of the wrong results is an error.
# So: who writes formulas for such engines writes ">="&0.5, adds two SUMIFS instead of one with a list, and fills empty stages.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 formualizer==0.13.0 formulon==0.18.0 recalc-engine==0.1.0 \
    betteroffice-xlsx==0.2.1 cellrune==0.2.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import formualizer
import formulon
import ironcalc
import openpyxl
import recalc

FOLDER = pathlib.Path(sys.argv[1])
FILE, EMPTY, OUT = FOLDER / "deals.xlsx", FOLDER / "empty.xlsx", FOLDER / "out.xlsx"
FORMULAS = [
    '=SUMIFS(C2:C7,A2:A7,"<>Lost")',
    '=SUMIFS(C2:C7,B2:B7,">=50%")',
    '=COUNTIFS(B2:B7,">=0.5")',
    '=SUM(SUMIFS(C2:C7,A2:A7,{"Won","Open"}))',
]
ROWS = len(FORMULAS)
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for row in [["Stage", "Chance", "Amount"], ["Won", 0.1, 100], ["Lost", 0.25, 200], ["Open", 0.5, 300], [None, 0.75, 400], ["Won", 1, 500], ["Open", "n/a", 600]]:
    sheet.append(row)
for row, formula in enumerate(FORMULAS, 1):
    sheet.cell(row, 5).value = formula
book.save(FILE)
# The same without the empty values beside the formulas, which recalc-engine does not read.
with zipfile.ZipFile(FILE) as old, zipfile.ZipFile(EMPTY, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def values_of(path):
    return [openpyxl.load_workbook(path, data_only=True).active.cell(row, 5).value for row in range(1, ROWS + 1)]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(str(FILE), "en", "UTC", "en")
    model.evaluate()
    return [float(model.get_formatted_cell_value(0, row, 5)) for row in range(1, ROWS + 1)]


def by_formualizer():
    formualizer.recalculate_xlsx_file(str(FILE), output=str(OUT))
    return values_of(OUT)


def by_formulon():
    with formulon.Workbook.load(FILE.read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row, 4).to_python() for row in range(ROWS)]


def by_recalc():
    loaded = recalc.open(str(EMPTY))
    loaded.recalc()
    found = [loaded.cell("Deals", f"E{row}") for row in range(1, ROWS + 1)]
    return [value.code if isinstance(value, recalc.CellError) else value for value in found]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(str(FILE))
    loaded.recalculate()
    return [loaded.value("Deals", f"E{row}") for row in range(1, ROWS + 1)]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(str(FILE))
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return values_of(OUT)


EXPECTED = {
    by_ironcalc: [1500, 0, 3, 0],
    by_formualizer: [1900, 600, 3, 0],
    by_formulon: [1900, 1200, 3, 600],
    by_recalc: [1500, 1200, 3, "#UNSUPPORTED!"],
    by_betteroffice: [1900, 1200, 3, 1500],
    by_cellrune: [1900, 1200, 3, 1500],
}
print("", *FORMULAS, sep="   ")
same = True
for calculate, expected in EXPECTED.items():
    found = calculate()
    print(calculate.__name__, found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
