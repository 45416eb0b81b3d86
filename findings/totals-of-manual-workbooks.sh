#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What total a workbook has that its owner once set to calculate by hand, after a script changed it and another program made CSV of it.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed, converts; openpyxl 3.1.5 and XlsxWriter 3.3.1 from PyPI.
# The file: five deals of 100 to 500 with their total, 1500, a commission and a check of the total against 1500, with calcMode="manual", as Excel keeps
# it in a workbook that was slow once. openpyxl opens it, adds nothing, saves it: it keeps the mode, writes formulas without values and, as
# always, fullCalcOnLoad="1" for programs to calculate them at opening.
# One would guess: a formula for which the file has no value is calculated when the file is opened, by hand or not, as it is in automatic mode; at
# the least since the file asks for it.
# Seen: the mode wins. Total and commission are 0 in the CSV, and so are the two formulas that give texts, "complete" and "bonus"; the exit code is 0.
# Converted to a workbook, the zeros are written as the values of the formulas, so that readers of values have them too. The same file in
# automatic mode gives 1500. And before the script, with the values in it, manual mode gives 1500 as well: only the two together lose it.
# So: a script that saves with openpyxl sets workbook.calculation.calcMode = "auto" before a conversion, which gives 1500.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 XlsxWriter==3.3.1
cat >"$work/make.py" <<'PY'
import pathlib
import sys
import zipfile

import openpyxl
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
for mode in ("manual", "auto"):
    path = FOLDER / f"{mode}-before.xlsx"
    book = xlsxwriter.Workbook(path)
    book.set_calc_mode(mode)
    sheet = book.add_worksheet("Deals")
    for row, amount in enumerate([100, 200, 300, 400, 500]):
        sheet.write_row(row, 0, [f"D{row + 1}", "Won", amount])
    sheet.write_formula("E1", "=SUM(C1:C5)", None, 1500)
    sheet.write_formula("E2", "=E1*0.1", None, 150)
    sheet.write_formula("E3", '=IF(E1=1500,"complete","incomplete")', None, "complete")
    sheet.write_formula("E4", '=IF(E1>1000,"bonus","none")', None, "bonus")
    book.close()
    for name, set_auto in ((f"{mode}-after", False), (f"{mode}-after-set-auto", True)):
        changed = openpyxl.load_workbook(path)
        if set_auto:
            changed.calculation.calcMode = "auto"
        changed.save(FOLDER / f"{name}.xlsx")
written = zipfile.ZipFile(FOLDER / "manual-after.xlsx").read("xl/workbook.xml").decode()
print(written[written.index("<calcPr"):].split(">")[0] + ">")
PY
"$work/venv/bin/python" "$work/make.py" "$work"
mkdir "$work/csv" "$work/again"
convert() { "$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to "$@" >>"$work/log" 2>&1; }
convert csv --outdir "$work/csv" "$work"/*.xlsx
convert xlsx --outdir "$work/again" "$work/manual-after.xlsx"
cat >"$work/see.py" <<'PY'
import csv
import pathlib
import sys

import openpyxl

FOLDER = pathlib.Path(sys.argv[1])
RIGHT = ["1500", "150", "complete", "bonus"]
EXPECTED = {
    "auto-before": RIGHT,
    "auto-after": RIGHT,
    "manual-before": RIGHT,
    "manual-after": ["0", "0", "0", "0"],
    "manual-after-set-auto": RIGHT,
}
same = True
for name, expected in EXPECTED.items():
    with open(FOLDER / "csv" / f"{name}.csv", newline="") as file:
        seen = [row[4] for row in csv.reader(file)][:4]
    print(f"{name:22} {seen}")
    same = same and seen == expected
values = openpyxl.load_workbook(FOLDER / "again" / "manual-after.xlsx", data_only=True).active
seen = [values[f"E{row}"].value for row in range(1, 5)]
print(f"values of the workbook {seen}")
sys.exit(0 if same and seen == [0, 0, 0, 0] else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/see.py" "$work"
echo "as described"
