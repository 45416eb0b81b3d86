#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which of two equal totals is old after a library changed an amount in an .ods, and a spreadsheet program made CSV or a workbook of it.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed, makes the .ods and converts it; odsslicer 1.0.1 changes the amount,
# XlsxWriter 3.3.1 makes the list, openpyxl 3.1.5 reads; from PyPI.
# The file: deals of 100 to 500, their total as =SUM(B2:B6) in a cell without a format and in one with #,##0.00, a fee of each kind, the size of the first
# deal as a word, =IF(B2>1000,"large","small"), and as TRUE or FALSE. The first deal becomes 10000; the results beside the formulas stay as they were.
# One would guess: the program uses the results of a file that it wrote itself, as its option for loading says by default, 1500 everywhere; or it calculates
# all, 11400. Either way one total in two cells is one figure.
# Seen: it goes by the FORMAT of the cell. Where there is none a number is calculated anew, 11400, and where there is one it stays, 1500; so does the fee,
# 1000 beside 10, and words stay in any case, so that a deal of 10000 is "small" beside TRUE for large. A cell that refers to the old total is calculated anew
# from it: 1501. Nothing is told, and the CSV and the workbook are alike. A list in which no formula has a format, as one makes it for a try, is right but for
# words.
# So: a program that changes an .ods takes the results away from beside all formulas, by which all are calculated.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check odsslicer==1.0.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import csv
import pathlib
import re
import subprocess
import sys
import zipfile

import odsslicer
import openpyxl
import xlsxwriter

FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]
FORMULAS = [
    ("=SUM(B2:B6)", False, 1500), ("=SUM(B2:B6)", True, 1500), ("=B2*0.1", False, 10), ("=B2*0.1", True, 10),
    ('=IF(B2>1000,"large","small")', False, "small"), ("=B2>1000", False, False), ("=C11+1", False, 1501),
]


def converted(path, kind):
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", kind, "--outdir", FOLDER, path]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(f".{kind}")


book = xlsxwriter.Workbook(str(FOLDER / "deals.xlsx"))
sheet, money = book.add_worksheet("Deals"), book.add_format({"num_format": "#,##0.00"})
sheet.write_row(0, 0, ["Id", "Amount"])
for row in range(1, 6):
    sheet.write_row(row, 0, [f"D{row}", row * 100])
# With an empty row between them.
for number, (formula, shown, result) in enumerate(FORMULAS):
    sheet.write_formula(8 + 2 * number, 2, formula, money if shown else None, result)
book.close()
loaded = odsslicer.ODSReader(str(converted(FOLDER / "deals.xlsx", "ods")))
loaded.sheet("Deals")["B2"].value = 10000
CHANGED, EMPTIED = FOLDER / "changed.ods", FOLDER / "emptied.ods"
loaded.save(str(CHANGED))
# The same without the results beside the formulas.
RESULT = re.compile(rb' (?:office:value-type|office:value|office:string-value|calcext:value-type)="[^"]*"')
CELL = re.compile(rb'(<table:table-cell[^>]* table:formula="[^>]*)>.*?</table:table-cell>', re.DOTALL)
with zipfile.ZipFile(CHANGED) as old, zipfile.ZipFile(EMPTIED, "w") as new:
    for name in old.namelist():
        part = old.read(name)
        new.writestr(name, CELL.sub(lambda found: RESULT.sub(b"", found[1]) + b"/>", part) if name == "content.xml" else part)


def as_csv(path):
    with open(converted(path, "csv"), newline="") as lines:
        return [row[2] for row in csv.reader(lines)][8::2]


def as_workbook(path):
    saved = openpyxl.load_workbook(converted(path, "xlsx"), data_only=True)["Deals"]
    return [saved.cell(9 + 2 * number, 3).value for number in range(len(FORMULAS))]


FOUND = {"CSV": as_csv(CHANGED), "workbook": as_workbook(CHANGED), "CSV, without the results": as_csv(EMPTIED)}
EXPECTED = {
    "CSV": ["11400", "1500", "1000", "10", "small", "TRUE", "1501"],
    "workbook": [11400, 1500, 1000, 10, "small", True, 1501],
    "CSV, without the results": ["11400", "11400", "1000", "1000", "large", "TRUE", "11401"],
}
print(*(formula for formula, _, _ in FORMULAS), sep="\n")
for name, found in FOUND.items():
    print(f"{name:27}", *found)
sys.exit(0 if FOUND == EXPECTED else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$office"
echo "as described"
