#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether the sum of a table's column follows when an amount of the table is changed and the workbook recalculated.
#
# Packages: formulon 0.18.0 calculates; betteroffice-xlsx 0.2.1 and mog-sdk 0.9.1 to compare; openpyxl 3.1.5 makes and reads the file; all from
# PyPI.
# The file: a table T of five deals, 100 to 500, three won; each figure once over the table, SUM(T[Amount]), and once over its cells, SUM(B2:B6).
# One would guess: the two are one formula in two spellings; recalc, which formulon describes as a recalculation of all that depends on an
# edit, changes both, since it read both correctly when the file was loaded.
# Seen: after one amount becomes 1100 and one deal is won, figures over cells are right and those over the table are the old ones: sum, won deals
# (SUMIFS), the amount of a deal (XLOOKUP), the net amount of the row itself (T[[#This Row],[Amount]]*0.9) and what reads any of these. Calling
# recalc again changes nothing, and the workbook that is saved has both, 1500 beside 2500. Loaded again and recalculated, it is right.
# betteroffice and mog follow at once.
# So: with tables, what was edited is saved, loaded again and recalculated before a figure is read; a check that compares a table's sum with that of
# its cells finds the workbooks where it was forgotten.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formulon==0.18.0 betteroffice-xlsx==0.2.1 mog-sdk==0.9.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import io
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import formulon
import mog
import openpyxl
from openpyxl.worksheet.table import Table

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "deals.xlsx")
FORMULAS = [
    "=SUM(T[Amount])",
    "=SUM(Deals!B2:B6)",
    '=SUMIFS(T[Amount],T[Stage],"Won")',
    '=SUMIFS(Deals!B2:B6,Deals!C2:C6,"Won")',
    '=_xlfn.XLOOKUP("D1",T[Id],T[Amount])',
    '=_xlfn.XLOOKUP("D1",Deals!A2:A6,Deals!B2:B6)',
    "=Deals!D2",
    "=A1*2",
]
BEFORE = [1500, 1500, 900, 900, 100, 100, 90, 3000]
AFTER = [2500, 2500, 2100, 2100, 1100, 1100, 990, 5000]
STALE = [1500, 2500, 900, 2100, 100, 1100, 90, 3000]
ROWS = range(1, len(FORMULAS) + 1)

book = openpyxl.Workbook()
deals = book.active
deals.title = "Deals"
deals.append(["Id", "Amount", "Stage", "Net"])
for n in range(1, 6):
    deals.append([f"D{n}", n * 100, "Won" if n % 2 else "Lost", "=T[[#This Row],[Amount]]*0.9"])
deals.add_table(Table(displayName="T", ref="A1:D6"))
report = book.create_sheet("Report")
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formulon():
    def figures(book):
        return [round(book.get_value(1, row - 1, 0).to_python(), 6) for row in ROWS]

    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as edited:
        edited.recalc()
        found = [figures(edited)]
        edited.set_number(0, 1, 1, 1100)
        edited.set_text(0, 2, 2, "Won")
        edited.recalc()
        edited.recalc()
        found.append(figures(edited))
        saved = edited.save()
    sheet = openpyxl.load_workbook(io.BytesIO(saved), data_only=True)["Report"]
    found.append([sheet.cell(row, 1).value for row in ROWS])
    with formulon.Workbook.load(saved) as again:
        again.recalc()
        return [*found, figures(again)]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    found = [[loaded.value("Report", f"A{row}") for row in ROWS]]
    loaded.set("Deals", "B2", 1100)
    loaded.set("Deals", "C3", "Won")
    return [*found, [loaded.value("Report", f"A{row}") for row in ROWS]]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    report = loaded.get_sheet_by_name("Report")
    found = [[report.get_value(f"A{row}") for row in ROWS]]
    loaded.get_sheet_by_name("Deals").set_cell("B2", 1100)
    loaded.get_sheet_by_name("Deals").set_cell("C3", "Won")
    loaded.calculate()
    return [*found, [report.get_value(f"A{row}") for row in ROWS]]


print(*FORMULAS, sep="\n")
same = True
for act, expected in {
    by_formulon: [BEFORE, STALE, STALE, AFTER],
    by_betteroffice: [BEFORE, AFTER],
    by_mog: [BEFORE, AFTER],
}.items():
    found = act()
    print(act.__name__, *found, sep="\n   ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
