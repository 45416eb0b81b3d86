#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What closes from June on, and how many deals closed before 3 May, when the criterion has the date in words.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20; cellrune 0.2.0, ironcalc 0.9.1, formualizer 0.13.0, formulon
# 0.18.0 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: deals of 100 to 500 that close on 30 April, 3 May, 31 May, 1 June and 1 December 2026, stored as dates. COUNTIFS(dates,"<5/3/2026"), which is
# an example on Microsoft's page of COUNTIFS; SUMIFS with ">=6/1/2026", with ">=2026-06-01", with ">="&TEXT(date,"yyyy-mm-dd") and with "<2026-06-01"; the
# deals of one day; the same by the number of the day.
# One would guess: 1, 900, 900, 900, 600 and 1, as LibreOffice 7.4.7 and Gnumeric 1.12.55 have; an engine that does not read dates in criteria has an
# error, or finds nothing, so that somebody notices.
# Seen: mog, betteroffice and officework find nothing in all of them, from June on and before June. duke-sheets compares the dates with texts: by 2026-06-01
# everything is from June on, 1500, and nothing before, 0; by 6/1/2026 nothing is from June on, and before 3 May all 5 deals are. Two periods of
# a report are 1500 and 0, and their sum is right. None is an error. By the number of the day, ">="&46174, and by a cell that has it, the four are right;
# the five others are right in all.
# So: for these engines a criterion joins a date, ">="&DATE(2026,6,1), and no text; the periods of a report are compared each with a SUMPRODUCT.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    cellrune==0.2.0 ironcalc==0.9.1 formualizer==0.13.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
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
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "book.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    '=COUNTIFS(A2:A6,"<5/3/2026")',
    '=SUMIFS(B2:B6,A2:A6,">=6/1/2026")',
    '=SUMIFS(B2:B6,A2:A6,">=2026-06-01")',
    '=SUMIFS(B2:B6,A2:A6,">="&TEXT(A5,"yyyy-mm-dd"))',
    '=SUMIFS(B2:B6,A2:A6,"<2026-06-01")',
    '=COUNTIF(A2:A6,"2026-05-03")',
    '=SUMIFS(B2:B6,A2:A6,"<>5/3/2026")',
    '=SUMIFS(B2:B6,A2:A6,">="&46174)',
    '=SUMIFS(B2:B6,A2:A6,"<"&A5)',
]
ROWS = range(2, len(FORMULAS) + 2)
RIGHT = [1, 900, 900, 900, 600, 1, 1300, 900, 600]
NONE = [0, 0, 0, 0, 0, 0, 1500, 900, 600]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Closes", "Amount"])
for day, amount in [((4, 30), 100), ((5, 3), 200), ((5, 31), 300), ((6, 1), 400), ((12, 1), 500)]:
    sheet.append([datetime.date(2026, *day), amount])
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


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", f"H{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    loaded.save(str(OUT))
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True)["Deals"].cell(row, 8).value for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 8) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 7).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[f"H{row}"].value for row in ROWS]


def plain(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return str(value)


EXPECTED = {
    by_mog: NONE,
    by_betteroffice: NONE,
    by_officework: NONE,
    by_duke_sheets: [5, 0, 1500, 1500, 0, 0, 1500, 900, 600],
    by_cellrune: RIGHT,
    by_ironcalc: RIGHT,
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
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
