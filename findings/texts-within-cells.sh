#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which texts a reader of workbooks finds in a file that the most used writer of workbooks made.
#
# Packages: aspose-cells-foss 26.10.0 reads and saves; openpyxl 3.1.5 and XlsxWriter 3.3.1 make the files; python-calamine 0.9.1, oxlsx 0.2.0
# and rustypyxl 0.7.1 to compare; all from PyPI.
# The file: three deals with id, customer, amount and stage. openpyxl 3.1 writes each text within its cell (t="inlineStr"), and so does
# XlsxWriter with constant_memory; XlsxWriter otherwise, and Excel, write it to the table of shared strings.
# One would guess: a package of 2026 for reading and modifying .xlsx files reads what openpyxl writes.
# Seen: numbers and formulas are there, every text is None: headings, ids, customers, stages. Nothing is raised. After one amount was changed and
# the workbook saved, the texts are gone from the file as well, and SUMIFS over the stages, which was kept, gives 0. The same list from the table
# of shared strings is complete, so that a try with a file of Excel shows nothing.
# So: no workbook of openpyxl is changed with it in place; what it saved is compared with what it read before the old file is removed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check aspose-cells-foss==26.10.0 openpyxl==3.1.5 XlsxWriter==3.3.1 python-calamine==0.9.1 \
    oxlsx==0.2.0 rustypyxl==0.7.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import openpyxl
import oxlsx
import python_calamine
import rustypyxl
import xlsxwriter
from aspose import cells_foss

FOLDER = pathlib.Path(sys.argv[1])
ROWS = [["Id", "Customer", "Amount", "Stage"], ["D1", "Acme", 100, "Won"], ["D2", "Best", 200, "Lost"], ["D3", "Cook", 300, "Won"]]
FORMULA = '=SUMIFS(C2:C4,D2:D4,"Won")'


def with_openpyxl(path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["F1"] = FORMULA
    book.save(path)


def with_xlsxwriter(path, **options):
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet()
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
        if number == 0:
            sheet.write_formula(0, 5, FORMULA)
    book.close()


def read(path):
    cells = cells_foss.Workbook(path).worksheets[0].cells
    return [[cells[f"{column}{row}"].value for column in "ABCD"] for row in range(1, 5)]


def saved(path):
    book = cells_foss.Workbook(path)
    book.worksheets[0].cells["C4"].value = 350
    target = str(FOLDER / "saved.xlsx")
    book.save(target)
    sheet = openpyxl.load_workbook(target).active
    return [[sheet.cell(row, column).value for column in range(1, 5)] for row in range(1, 5)], sheet["F1"].value


def without_texts(rows):
    return [[None if isinstance(value, str) else value for value in row] for row in rows]


CHANGED = [*ROWS[:3], ["D3", "Cook", 350, "Won"]]
same = True
for name, make, bare in [
    ("openpyxl", with_openpyxl, True),
    ("XlsxWriter, constant_memory", lambda path: with_xlsxwriter(path, constant_memory=True), True),
    ("XlsxWriter", with_xlsxwriter, False),
]:
    path = str(FOLDER / "deals.xlsx")
    make(path)
    others = [
        [row[:4] for row in python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()],
        [list(row)[:4] for row in oxlsx.load_workbook(path).active.iter_rows(values_only=True)],
        [list(row)[:4] for row in rustypyxl.load_workbook(path).active.iter_rows(values_only=True)],
    ]
    found, (kept, formula) = read(path), saved(path)
    print(name, "\n   read ", found, "\n   saved", kept, formula)
    same = same and all(other == ROWS for other in others) and formula == FORMULA
    same = same and found == (without_texts(ROWS) if bare else ROWS) and kept == (without_texts(CHANGED) if bare else CHANGED)
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
