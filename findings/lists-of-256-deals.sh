#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the total of a list is that has 255 deals, and that has 256, when the workbook is opened and calculated without a spreadsheet program.
#
# Packages: mog-sdk 0.9.1 calculates; formualizer 0.13.0 to compare; XlsxWriter 3.3.1 makes the files and openpyxl 3.1.5 reads what was saved; from
# PyPI.
# The files: 255, 256, 511 and 512 deals of 10 each with an id and a stage, every second one won, and a report with the total, the won amounts by
# SUMIFS, the number of won deals, the largest amount, the amount of the last deal by VLOOKUP and by its address. The right figures are stored beside
# the formulas.
# One would guess: an engine that has these right for twenty deals has them right for more, only later; where it cannot it leaves what is stored, or has
# an error. One deal more is ten more.
# Seen: from the 256th number in a column on, mog's formulas do not see the numbers of that column at all: the total of 256 deals is 0, what was won 0,
# the largest deal 0, the last one 0 by both ways. The number of won deals is still right, 128, since for texts it begins with the 512th cell: then it
# is 0 too, and VLOOKUP finds no id. The amounts themselves are read rightly from the sheet beside it. No error, no message; saved, the zeros stand in
# the file in the place of the stored figures. recalculate_all does not help. After one cell of the list was set, to what it was, and all calculated
# again, all figures are right, so that a program that types something first, and every try with a short list, shows nothing. formualizer is right in
# all.
# So: one cell is set to its own value before it calculates; COUNT of an amount column beside the number of rows tells.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 formualizer==0.13.0 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import formualizer
import mog
import openpyxl
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
FILE, SAVED = str(FOLDER / "deals.xlsx"), FOLDER / "saved.xlsx"
ROWS = range(1, 7)


def right(count):
    """The figures of the report for so many deals of 10."""
    won = (count + 1) // 2
    return [count * 10, won * 10, won, 10, 10, 10]


def make(count):
    formulas = [
        f"=SUM(Deals!B1:B{count})",
        f'=SUMIFS(Deals!B1:B{count},Deals!C1:C{count},"Won")',
        f'=COUNTIF(Deals!C1:C{count},"Won")',
        f"=MAX(Deals!B1:B{count})",
        f'=IFERROR(VLOOKUP("D{count}",Deals!A1:B{count},2,FALSE),"not found")',
        f"=Deals!B{count}",
    ]
    with xlsxwriter.Workbook(FILE) as book:
        report, deals = book.add_worksheet("Report"), book.add_worksheet("Deals")
        for row, (formula, value) in enumerate(zip(formulas, right(count))):
            report.write_formula(row, 0, formula, None, value)
        for row in range(count):
            deals.write_row(row, 0, [f"D{row + 1}", 10, "Lost" if row % 2 else "Won"])


def by_mog(book):
    sheet = book.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_formualizer():
    book = formualizer.Workbook.from_path(FILE)
    book.evaluate_all()
    return [book.get_value("Report", row, 1) for row in ROWS]


# What mog has after it calculated.
EXPECTED = {255: right(255), 256: [0, 0, 128, 0, 0, 0], 511: [0, 0, 256, 0, 0, 0], 512: [0, 0, 0, 0, "not found", 0]}
same = True
for count, expected in EXPECTED.items():
    make(count)
    book = mog.open_workbook(FILE)
    book.calculate()
    found = by_mog(book)
    SAVED.write_bytes(book.to_buffer())
    stored = [cell.value for cell in openpyxl.load_workbook(SAVED, data_only=True)["Report"]["A"]]
    deals = book.get_sheet_by_name("Deals")
    last = deals.get_value(f"B{count}")
    book.recalculate_all()
    again = by_mog(book)
    deals.set_cell("B1", 10)
    book.calculate()
    after = by_mog(book)
    print(count, found, "saved", stored, "last", last, "after a cell was set", after, "formualizer", by_formualizer())
    same = same and found == stored == again == expected and last == 10 and after == by_formualizer() == right(count)
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
