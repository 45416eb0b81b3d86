#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What customer numbers, ticks and gaps are after a data frame with typed columns was put into a workbook, and who can open it with a customer called Nan.
#
# Packages: excelsior-fast 0.13.2 (Editor.with_polars) with polars 1.35.2, which it asks for; openpyxl 3.1.5 and python-calamine 0.9.1 read, pyofficeeditor
# 0.4.1 calculates; all from PyPI.
# The frame: three deals; customer numbers 0042, 1E5 and one of 19 digits, and names, both in columns of type String; amounts with one missing; ticks of type
# Boolean. Formulas beside: how many amounts there are by COUNTA, the second amount plus 1, how many deals are ticked.
# One would guess: the types of a frame are the types of the cells, for that is what a frame has them for: String is a text, null an empty cell, Boolean TRUE; only
# what comes from a CSV is guessed.
# Seen: each value is turned into a text, and each text that Rust can read as a number is a number: 0042 is 42, 1E5 is 100000, the long one loses its last
# digits in whatever counts with 15; and a customer called Nan, or Inf, is one too, <v>Nan</v>, for which openpyxl refuses the whole workbook ("invalid
# XML") while calamine reads not-a-number. A missing amount is an empty TEXT: COUNTA has 3 of 2, and the amount plus 1 is #VALUE!. A tick is the text
# TRUE, so that COUNTIF(…,TRUE) is 0. Nothing is raised when it writes.
# So: what is to be text gets a letter or a sign before it; names are looked through for nan, inf and infinity; gaps are filled before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check excelsior-fast==0.13.2 polars==1.35.2 openpyxl==3.1.5 python-calamine==0.9.1 pyofficeeditor==0.4.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import excelsior
import openpyxl
import polars
from pyofficeeditor.excel import Workbook as Editor
from python_calamine import CalamineWorkbook

FOLDER = pathlib.Path(sys.argv[1])
SOURCE, OUT = str(FOLDER / "source.xlsx"), str(FOLDER / "out.xlsx")
book = openpyxl.Workbook()
book.active.title = "Deals"
for row, formula in enumerate(["=COUNTA(C2:C4)", "=C3+1", "=COUNTIF(D2:D4,TRUE)"], 1):
    book.active.cell(row, 6).value = formula
book.save(SOURCE)


def write(name):
    frame = polars.DataFrame(
        {"Number": ["0042", "1E5", "1234567890123456789"], "Name": ["Acme", name, "Cook"], "Amount": [100.5, None, 300.0], "Won": [True, False, True]},
        schema={"Number": polars.String, "Name": polars.String, "Amount": polars.Float64, "Won": polars.Boolean},
    )
    editor = excelsior.Editor(SOURCE, "Deals")
    editor.with_polars(frame, "A1")
    editor.save(OUT)


def by_openpyxl():
    try:
        return [[cell.value for cell in row] for row in openpyxl.load_workbook(OUT)["Deals"]["A2:D4"]]
    except ValueError as error:
        return "invalid XML" in str(error)


def calculated():
    editor = Editor.open(OUT)
    editor.calculate()
    return [str(editor.sheet("Deals")[f"F{row}"].value) for row in (1, 2, 3)]


write("Best")
CASES = [
    ("read", by_openpyxl(), [[42, "Acme", 100.5, "TRUE"], [100000, "Best", "", "FALSE"], [1234567890123456789, "Cook", 300, "TRUE"]]),
    ("by calamine", [row[0] for row in CalamineWorkbook.from_path(OUT).get_sheet_by_name("Deals").to_python()[1:]], [42, 100000, 1.2345678901234568e18]),
    ("formulas", calculated(), ["3", "#VALUE!", "0"]),
]
write("Nan")
name = CalamineWorkbook.from_path(OUT).get_sheet_by_name("Deals").to_python()[2][1]
CASES += [("openpyxl refuses a Nan", by_openpyxl(), True), ("calamine reads a number", isinstance(name, float) and name != name, True)]
same = True
for what, found, expected in CASES:
    print(f"{what:24}", found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
