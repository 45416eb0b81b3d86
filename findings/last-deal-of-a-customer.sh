#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deal engines find for "the last one of this customer", and what a condition on the first letters of a name adds up to.
#
# Packages: formualizer 0.13.0, ironcalc 0.9.1, recalc-engine 0.1.0, betteroffice-xlsx 0.2.1, cellrune 0.2.0, openpyxl 3.1.5 to make and
# read files, all from PyPI. LibreOffice 7.4.7 (without XLOOKUP) and cellrune give what is called right below.
# The file: deals D1 to D6 of 100 to 600; customers Acme, Best, Acme, Cook, Acme, Best.
# One would guess: an engine that has a function has its arguments, or says that it does not; spreadsheet programs give the last one by
# LOOKUP(2,1/(customers="Acme"),ids) since there was no XLOOKUP, and by XLOOKUP with the search mode -1 now.
# Seen:
#   - LOOKUP(2,1/(…),…): D5. formualizer, ironcalc and recalc-engine give the FIRST deal, D1, although the last one is the point of it.
#   - XLOOKUP(…,0,-1): D5. betteroffice gives D1: it takes the search mode and does not look at it; nor at the match mode: the next smaller
#     amount below 350 (D3) and a name by wildcard (D2) are "none", the text for what is not there.
#   - SUMPRODUCT((LEFT(customers,2)="Ac")*amounts): 900. formualizer gives 2100, the sum of all deals: LEFT takes the first name only, and
#     the comparison holds for every row. ironcalc and recalc-engine take the name in the row where the formula stands: the same formula,
#     with the same ranges, gives 0 beside Cook, 2100 or 500 beside the last Acme, and #VALUE! below the list.
# So: "last" formulas come out as "first" without an error, and a total may change by being moved to another row; a column that computes the
# condition row by row is safe in all of them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formualizer==0.13.0 ironcalc==0.9.1 recalc-engine==0.1.0 betteroffice-xlsx==0.2.1 \
    cellrune==0.2.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import formualizer
import ironcalc
import openpyxl
import recalc

FOLDER = pathlib.Path(sys.argv[1])
FILE, EMPTY, OUT = FOLDER / "deals.xlsx", FOLDER / "empty.xlsx", FOLDER / "out.xlsx"
TOTAL = '=SUMPRODUCT((LEFT(B2:B7,2)="Ac")*C2:C7)'
FORMULAS = {
    1: '=LOOKUP(2,1/(B2:B7="Acme"),A2:A7)',
    2: '=_xlfn.XLOOKUP("Acme",B2:B7,A2:A7,"none",0,-1)',
    3: '=_xlfn.XLOOKUP(350,C2:C7,A2:A7,"none",-1)',
    4: '=_xlfn.XLOOKUP("B*",B2:B7,A2:A7,"none",2)',
    5: TOTAL,  # beside Cook
    6: TOTAL,  # beside Acme
    9: TOTAL,  # below the list
}
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Id", "Customer", "Amount"])
for n, customer in enumerate(["Acme", "Best", "Acme", "Cook", "Acme", "Best"], 1):
    sheet.append([f"D{n}", customer, n * 100])
for row, formula in FORMULAS.items():
    sheet.cell(row, 5).value = formula
book.save(FILE)
# The same without the empty values beside the formulas, which recalc-engine does not read.
with zipfile.ZipFile(FILE) as old, zipfile.ZipFile(EMPTY, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def values_of(path):
    return [openpyxl.load_workbook(path, data_only=True).active.cell(row, 5).value for row in FORMULAS]


def by_formualizer():
    formualizer.recalculate_xlsx_file(str(FILE), output=str(OUT))
    return values_of(OUT)


def by_ironcalc():
    model = ironcalc.load_from_xlsx(str(FILE), "en", "UTC", "en")
    model.evaluate()
    found = [model.get_formatted_cell_value(0, row, 5) for row in FORMULAS]
    return [int(value) if value.isdigit() else value for value in found]


def by_recalc():
    loaded = recalc.open(str(EMPTY))
    loaded.recalc()
    found = [loaded.cell("Deals", f"E{row}") for row in FORMULAS]
    return [value.code if isinstance(value, recalc.CellError) else value for value in found]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(str(FILE))
    loaded.recalculate()
    return [loaded.value("Deals", f"E{row}") for row in FORMULAS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(str(FILE))
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return values_of(OUT)


EXPECTED = {
    by_formualizer: ["D1", "D5", "D3", "D2", 2100, 2100, 2100],
    by_ironcalc: ["D1", "D5", "D3", "D2", 0, 2100, "#VALUE!"],
    by_recalc: ["D1", "D5", "#UNSUPPORTED!", "#UNSUPPORTED!", 0, 500, "#VALUE!"],
    by_betteroffice: ["D5", "D1", "none", "none", 900, 900, 900],
    by_cellrune: ["D5", "D5", "D3", "D2", 900, 900, 900],
}
for row, formula in FORMULAS.items():
    print(f"E{row}  {formula}")
same = True
for calculate, expected in EXPECTED.items():
    found = calculate()
    print(calculate.__name__, found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
