#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is left of a column of fees that was filled down in Excel, after a reader and writer of workbooks opened and saved it.
#
# Package: excelio 1.0.0 reads and saves; pyofficeeditor 0.4.1 calculates, openpyxl 3.1.5 makes and reads the file; all from PyPI.
# The file: five deals of 100 to 500 with a fee each, =B2*0.1 or =B2*Rate in C2 and filled down, as Excel stores it: one shared formula (ECMA-376 Part 1,
# 18.3.1.40), its text in C2, the results in all five cells; Rate is a name of the workbook for 10%; the total of the fees, 150. And the same with each
# cell's own text, as openpyxl writes it.
# One would guess: an engine for reading and writing has formulas or, where it does not know their kind, the results that stand beside them.
# Seen: the first fee has its formula. The other four cells have neither formula nor value; what stood beside them is in cached_value, and not in the
# file that is saved: four empty cells. The total over them, whose stored result is still 150, is 10 for whoever calculates it. Where each cell
# has its own text all five are kept, so that a try with a file of openpyxl is right. And in both files the name Rate is gone after saving, by which
# the fees that are left become errors as soon as they are calculated. Nothing is raised.
# So: no workbook of Excel is saved with it in place; rows are compared before and after by their number of filled cells.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check excelio==1.0.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import warnings
import zipfile

import excelio
import openpyxl
from openpyxl.workbook.defined_name import DefinedName
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])


def make(path, rate, shared):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Deals"
    sheet.append(["Id", "Amount", "Fee"])
    for row in range(2, 7):
        sheet.append([f"D{row - 1}", (row - 1) * 100, f"=B{row}*{rate}"])
    sheet.append(["Total", None, "=SUM(C2:C6)"])
    book.defined_names["Rate"] = DefinedName("Rate", attr_text="0.1")
    book.save(FOLDER / "whole.xlsx")

    def cell(match):
        row = int(match[1])
        formula = f"<f>{match[2]}</f>"
        if shared and row < 7:
            formula = f'<f t="shared" ref="C2:C6" si="0">B2*{rate}</f>' if row == 2 else '<f t="shared" si="0"/>'
        return f'<c r="C{row}">{formula}<v>{150 if row == 7 else (row - 1) * 10}</v></c>'

    with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = re.sub(r'<c r="C([2-7])"><f>(.*?)</f><v ?(?:/>|></v>)</c>', cell, text.decode())
            new.writestr(name, text)


def outcome(rate, shared):
    """Fees that excelio reads, that are in the file it saved, as formulas and as results; total as stored and calculated; the name."""
    source, saved = FOLDER / "source.xlsx", FOLDER / "saved.xlsx"
    make(source, rate, shared)
    loaded = excelio.load_workbook(str(source))
    rows = list(loaded.sheets[0].iter_rows())[1:6]
    read = sum(any(cell.col == 2 and (cell.has_formula or cell.value is not None) for cell in row) for row in rows)
    loaded.save(str(saved))
    formulas, values = openpyxl.load_workbook(saved), openpyxl.load_workbook(saved, data_only=True)["Deals"]
    counts = [sum(sheet.cell(row, 3).value is not None for row in range(2, 7)) for sheet in (formulas["Deals"], values)]
    editor = Editor.open(str(saved))
    editor.calculate()
    total = editor.sheet("Deals")["C7"].value
    return [read, *counts, values["C7"].value, total if isinstance(total, (int, float)) else str(total), "Rate" in formulas.defined_names]


EXPECTED = {
    ("0.1", True): [1, 1, 1, 150, 10, False],
    ("0.1", False): [5, 5, 5, 150, 150, False],
    ("Rate", True): [1, 1, 1, 150, "#NAME?", False],
    ("Rate", False): [5, 5, 5, 150, "#NAME?", False],
}
same = True
for (rate, shared), expected in EXPECTED.items():
    found = outcome(rate, shared)
    print(f"{rate:4} {'shared' if shared else 'own   '}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
