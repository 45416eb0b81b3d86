#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which formulas follow when a row is inserted or deleted in a workbook that is edited in place.
#
# Packages: wolfxl 2.0.21 (load_workbook(…, modify=True)), openpyxl 3.1.5 to make and read files, both from PyPI.
# One would guess: all formulas that name the sheet follow, as in a spreadsheet program, or none, as openpyxl leaves them. A renamed sheet
# is followed by the formulas of every sheet.
# Seen: the formulas of the sheet itself follow: SUM(A1:A2) becomes SUM(A1:A3). Those of other sheets do not: Report!A1 goes on reading
# Deals!A3, which was the total and is a row of data after the insertion, and an empty cell after the deletion.
# So: after insert_rows and delete_rows a workbook calculates, without an error anywhere, other figures on its other sheets.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet wolfxl==2.0.21 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import openpyxl
import wolfxl

FOLDER = pathlib.Path(sys.argv[1])
SOURCE = FOLDER / "team.xlsx"


def make():
    book = openpyxl.Workbook()
    deals = book.active
    deals.title = "Deals"
    deals["A1"], deals["A2"], deals["A3"] = 10, 20, "=SUM(A1:A2)"
    book.create_sheet("Report")["A1"] = "=Deals!A3"
    book.save(SOURCE)


def after(edit):
    make()
    book = wolfxl.load_workbook(str(SOURCE), modify=True)
    edit(book.active)
    target = FOLDER / "out.xlsx"
    book.save(str(target))
    seen = openpyxl.load_workbook(target)
    total = [cell.value for row in seen.worksheets[0] for cell in row if isinstance(cell.value, str)]
    return total, seen["Report"]["A1"].value


def rename(sheet):
    sheet.title = "Deals 2026"


for name, edit, expected in [
    ("a row inserted above row 2", lambda sheet: sheet.insert_rows(2), (["=SUM(A1:A3)"], "=Deals!A3")),
    ("row 1 deleted", lambda sheet: sheet.delete_rows(1), (["=SUM(A1:A1)"], "=Deals!A3")),
    ("the sheet renamed", rename, (["=SUM(A1:A2)"], "='Deals 2026'!A3")),
]:
    seen = after(edit)
    print(f"{name}: on the sheet {seen[0]}, on the other sheet {seen[1]}")
    assert seen == expected, f"changed: expected {expected}"
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described: formulas on other sheets do not follow inserted and deleted rows"
