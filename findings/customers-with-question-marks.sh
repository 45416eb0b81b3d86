#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose amount is found for a customer or a product that has a question mark, an asterisk or a tilde in its name.
#
# Packages: mog-sdk 0.9.1, duke-sheets 0.1.20, betteroffice-xlsx 0.2.1, pyofficeeditor 0.4.1, ironcalc 0.9.1, formulon 0.18.0; cellrune 0.2.0 and formualizer
# 0.13.0 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: Whoa Ltd 100, Who? Ltd 200, 5th Hotel 300, 5* Hotel 400, A~1 500. Who? Ltd is looked for by XLOOKUP, which takes no wildcards unless told
# to; by VLOOKUP with Who~? Ltd, since it does, within IFERROR(…,0); by XLOOKUP with wildcards; 5~* Hotel by MATCH; sums of SUMIFS by Who~? Ltd, A~~1 and
# 5~* Hotel, and by ="="&name, where ? stands for any letter: 300.
# One would guess: 200 three times, row 4, sums of 200, 500 and 400, as Microsoft describes ~ for lookups and criteria alike. An engine that has it in SUMIFS
# has it in VLOOKUP.
# Seen: each of the first six has it in one part. mog takes XLOOKUP for one with wildcards, Who? Ltd has the 100 of Whoa Ltd; and after "=" it takes
# none in SUMIFS, 200 for 300. VLOOKUP and MATCH know no ~ in mog, duke-sheets, betteroffice and pyofficeeditor: nothing is found, 0 for 200. With Who~? Ltd
# mog has 200 by SUMIF and 0 by SUMIFS, betteroffice and pyofficeeditor have 200 by both; XLOOKUP with wildcards is right in mog, and finds nothing
# in duke-sheets, betteroffice and pyofficeeditor. A~~1 is nothing for SUMIFS in ironcalc, formulon, mog and duke-sheets. And for duke-sheets,
# which knows no ~ at all, 5* is not the beginning of 5* Hotel: 300 for 700. cellrune and formualizer are right in all.
# So: before such an engine calculates, names with ? * ~ are looked for in the lists; ids are looked up and not names.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 duke-sheets==0.1.20 betteroffice-xlsx==0.2.1 \
    pyofficeeditor==0.4.1 ironcalc==0.9.1 formulon==0.18.0 cellrune==0.2.0 formualizer==0.13.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    '=_xlfn.XLOOKUP("Who? Ltd",A2:A6,B2:B6,0)',
    '=IFERROR(VLOOKUP("Who~? Ltd",A2:B6,2,FALSE),0)',
    '=_xlfn.XLOOKUP("Who~? Ltd",A2:A6,B2:B6,0,2)',
    '=IFERROR(MATCH("5~* Hotel",A2:A6,0),0)',
    '=SUMIF(A2:A6,"Who~? Ltd",B2:B6)',
    '=SUMIFS(B2:B6,A2:A6,"Who~? Ltd")',
    '=SUMIFS(B2:B6,A2:A6,"A~~1")',
    '=SUMIFS(B2:B6,A2:A6,"5~* Hotel")',
    '=SUMIFS(B2:B6,A2:A6,"="&A3)',
    '=SUMIFS(B2:B6,A2:A6,"5*")',
]
ROWS = range(2, len(FORMULAS) + 2)
IN_SUMS = [200, 0, 0, 0, 200, 200, 500, 400, 300, 700]
NO_TILDE = [200, 200, 200, 4, 200, 200, 0, 400, 300, 700]
RIGHT = [200, 200, 200, 4, 200, 200, 500, 400, 300, 700]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Customer", "Amount"])
for row in [("Whoa Ltd", 100), ("Who? Ltd", 200), ("5th Hotel", 300), ("5* Hotel", 400), ("A~1", 500)]:
    sheet.append(row)
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"H{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"H{row}"].value for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_mog: [100, 0, 200, 0, 200, 0, 0, 0, 200, 700],
    by_duke_sheets: [200, 0, 0, 0, 0, 0, 0, 0, 300, 300],
    by_betteroffice: IN_SUMS,
    by_pyofficeeditor: IN_SUMS,
    by_ironcalc: NO_TILDE,
    by_formulon: NO_TILDE,
    by_cellrune: RIGHT,
    by_formualizer: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
