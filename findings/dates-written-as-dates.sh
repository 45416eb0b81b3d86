#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a quarter adds up to when its closing dates are stored as dates and not as numbers of days.
#
# Packages: openpyxl 3.1.5 makes the file with its option iso_dates; formualizer 0.13.0, mog-sdk 0.9.1, duke-sheets 0.1.20, officework 0.9.0,
# ironcalc 0.9.1, cellrune 0.2.0, formulon 0.18.0 and pyofficeeditor 0.4.1 calculate it; oxlsx 0.2.0 and elixcee 1.0.14 read it; all from PyPI.
# The file: five deals of 100 to 500, closing on the 28th of January to May 2026; sums of those from 1 March on. The dates are cells of the
# type d with 2026-01-28 in them, as ISO/IEC 29500-1:2012 has them and the Strict format of Excel writes them. LibreOffice 7.4.7 gives 1200.
# One would guess: a date is a date; an engine that does not know the type says so, or is wrong in one way.
# Seen: cellrune, formulon and pyofficeeditor give 1200. formualizer, mog and duke-sheets take the dates for texts, and two formulas for one
# question differ in opposite ways: SUMIFS finds no deal, 0, and SUMPRODUCT over the same comparison finds all, 1500, because every text is
# greater than every number. officework gives 0 for both, ironcalc 0 for SUMIFS. The count of dates is 0. oxlsx and elixcee read the dates as
# empty, and a workbook that oxlsx saved has none. Only ironcalc prints a line about it. With iso_dates off, all of them give 1200.
# So: the option stays off for workbooks that others calculate; COUNT over the column of dates, beside COUNTA, shows what an engine sees.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 formualizer==0.13.0 mog-sdk==0.9.1 duke-sheets==0.1.20 \
    officework==0.9.0 ironcalc==0.9.1 cellrune==0.2.0 formulon==0.18.0 pyofficeeditor==0.4.1 oxlsx==0.2.0 elixcee==1.0.14
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import re
import sys
import zipfile

import cellrune
import duke_sheets
import elixcee
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
import oxlsx
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
OUT = FOLDER / "out.xlsx"
FORMULAS = ['=SUMIFS(B2:B6,C2:C6,">="&DATE(2026,3,1))', "=SUMPRODUCT((C2:C6>=DATE(2026,3,1))*B2:B6)", "=COUNT(C2:C6)"]
CELLS = ["E1", "E2", "E3"]


def make(path, as_dates):
    book = openpyxl.Workbook()
    book.iso_dates = as_dates
    sheet = book.active
    sheet.title = "Deals"
    sheet.append(["Id", "Amount", "Close"])
    for n in range(1, 6):
        sheet.append([f"D{n}", n * 100, datetime.date(2026, n, 28)])
    for cell, formula in zip(CELLS, FORMULAS):
        sheet[cell] = formula
    whole = FOLDER / "whole.xlsx"
    book.save(whole)
    # Without the empty values beside the formulas.
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_formualizer(path):
    book = formualizer.Workbook.from_path(path)
    book.evaluate_all()
    return [book.get_value("Deals", row, 5) for row in (1, 2, 3)]


def by_mog(path):
    book = mog.open_workbook(path)
    book.calculate()
    return [book.get_sheet_by_name("Deals").get_value(cell) for cell in CELLS]


def by_duke_sheets(path):
    book = duke_sheets.Workbook.open(path)
    book.calculate()
    return [float(str(book.get_sheet(0).get_calculated_value(cell))) for cell in CELLS]


def by_officework(path):
    book = officework.Book.open(path)
    book.recalc()
    return [book.active[cell].value for cell in CELLS]


def by_ironcalc(path):
    model = ironcalc.load_from_xlsx(path, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 5) for row in (1, 2, 3)]


def by_cellrune(path):
    book = cellrune.Workbook.open_path(path)
    book.calculate()
    OUT.write_bytes(book.to_bytes())
    sheet = openpyxl.load_workbook(OUT, data_only=True).active
    return [sheet[cell].value for cell in CELLS]


def by_formulon(path):
    with formulon.Workbook.load(pathlib.Path(path).read_bytes()) as book:
        book.recalc()
        return [book.get_value(0, row, 4).to_python() for row in (0, 1, 2)]


def by_pyofficeeditor(path):
    book = Editor.open(path)
    book.calculate()
    return [book.sheet("Deals")[cell].value for cell in CELLS]


def dates_by_oxlsx(path):
    sheet = oxlsx.load_workbook(path).active
    return [sum(sheet[f"C{row}"].value is not None for row in range(2, 7))]


def dates_by_elixcee(path):
    rows = [list(row) for row in elixcee.open_stream(path)][1:]
    return [sum(len(row) > 2 and row[2] is not None for row in rows)]


def dates_saved_by_oxlsx(path):
    oxlsx.load_workbook(path).save(str(OUT))
    return [sum(cell.value is not None for cell in openpyxl.load_workbook(OUT).active["C"]) - 1]


# engine: with dates as dates, with dates as numbers
RIGHT = [1200, 1200, 5]
EXPECTED = {
    by_formualizer: ([0, 1500, 0], RIGHT),
    by_mog: ([0, 1500, 0], RIGHT),
    by_duke_sheets: ([0, 1500, 0], RIGHT),
    by_officework: ([0, 0, 0], RIGHT),
    by_ironcalc: ([0, "#N/IMPL!", 0], RIGHT),
    by_cellrune: (RIGHT, RIGHT),
    by_formulon: (RIGHT, RIGHT),
    by_pyofficeeditor: (RIGHT, RIGHT),
    dates_by_oxlsx: ([0], [5]),
    dates_by_elixcee: ([0], [5]),
    dates_saved_by_oxlsx: ([0], [5]),
}
print(*FORMULAS, sep="\n")
same = True
for act, expected in EXPECTED.items():
    found = []
    for number, as_dates in enumerate((True, False)):
        path = str(FOLDER / f"deals{number}.xlsx")
        make(path, as_dates)
        found.append(act(path))
    print(f"{act.__name__:20}", *found)
    same = same and found == list(expected)
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
