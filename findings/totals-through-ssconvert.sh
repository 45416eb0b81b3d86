#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the total of a filtered list is, and what a formula gives that counts itself, after a workbook went once through Gnumeric's converter.
#
# Programs: Gnumeric 1.12.55 (Debian 12, gnumeric), which must be installed, converts .xlsx to .xlsx by ssconvert; formulon 0.18.0 and mog-sdk 0.9.1
# calculate, XlsxWriter 3.3.1 makes the file, openpyxl 3.1.5 reads it; from PyPI.
# The file: six deals of 100 to 600, filtered to the won ones, 1200 by =SUBTOTAL(9,C2:C7); below it a slip, =SUM(C2:C10) in C10 itself; heading row
# repeated on each page; red for amounts above 250 and bold for those above 50.
# One would guess: a conversion from a format to itself writes what it does not change as it was; where it cannot it says so, as it does for notes.
# Seen: nothing is printed, the exit code is 0, and
#   - the filter has lost its condition while its rows stay hidden. They are hidden by hand now, which SUBTOTAL(9,…) counts: 2100 instead of 1200 as soon as
#     somebody calculates;
#   - the workbook allows circles, iterate="1", which it did not. The slip, which Excel would report and engines leave at 0, becomes a figure, 420000, a
#     hundred times the list; Excel takes this setting over for all workbooks that are opened after the first;
#   - both rules have the same priority and stop the other, stopIfTrue="1", so that no amount is red and bold;
#   - the name of the repeated heading is Print_Titles without _xlnm., an ordinary name, and no heading is repeated.
# The stored values are still the old ones, so that the file looks right until it is calculated.
# So: ssconvert is for .csv; a workbook that went through it gets its filter and its calculation settings anew.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formulon==0.18.0 mog-sdk==0.9.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/make.py" <<'PY'
import sys

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet("Deals")
sheet.write_row(0, 0, ["Id", "Stage", "Amount"])
for row in range(1, 7):
    sheet.write_row(row, 0, [f"D{row}", "Lost" if row % 2 else "Won", row * 100])
    if row % 2:
        sheet.set_row(row, None, None, {"hidden": True})
sheet.autofilter("A1:C7")
sheet.filter_column("B", "x == Won")
sheet.write_formula("C9", "=SUBTOTAL(9,C2:C7)", None, 1200)
sheet.write_formula("C10", "=SUM(C2:C10)", None, 0)
sheet.repeat_rows(0)
for limit, look in ((250, {"bg_color": "#FF0000"}), (50, {"bold": True})):
    sheet.conditional_format("C2:C7", {"type": "cell", "criteria": ">", "value": limit, "format": book.add_format(look)})
book.close()
PY
"$work/venv/bin/python" "$work/make.py" "$work/before.xlsx"
ssconvert "$work/before.xlsx" "$work/after.xlsx" >"$work/said" 2>&1
[ ! -s "$work/said" ] || { echo "it says something now:"; cat "$work/said"; exit 1; }
cat >"$work/see.py" <<'PY'
import pathlib
import sys
import warnings
import zipfile

import formulon
import mog
import openpyxl

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])


def seen(path):
    with zipfile.ZipFile(path) as archive:
        workbook, sheet = (archive.read(f"xl/{name}").decode() for name in ("workbook.xml", "worksheets/sheet1.xml"))
    found = ["filterColumn" in sheet, sheet.count('hidden="1"'), 'iterate="1"' in workbook, sheet.count("stopIfTrue")]
    found.append('name="_xlnm.Print_Titles"' in workbook)
    stored = openpyxl.load_workbook(path, data_only=True)["Deals"]
    found += [stored["C9"].value, stored["C10"].value]
    with formulon.Workbook.load(path.read_bytes()) as book:
        book.recalc()
        found += [book.get_value(0, row, 2).to_python() for row in (8, 9)]
    book = mog.open_workbook(str(path))
    book.calculate()
    return [*found, book.get_sheet_by_name("Deals").get_value("C10")]


EXPECTED = {
    "before": [True, 3, False, 0, True, 1200, 0, 1200, 0, 0],
    "after": [False, 3, True, 2, False, 1200, 0, 2100, 420000, 420000],
}
print("condition, hidden rows, circles, rules that stop, repeated heading; total and slip as stored, by formulon; slip by mog")
same = True
for name, expected in EXPECTED.items():
    found = seen(FOLDER / f"{name}.xlsx")
    print(f"{name:7}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/see.py" "$work"
echo "as described"
