#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals a workbook has after one statement of SQL changed the amount of one of them, or deleted one, by the tool that many databases and maps read workbooks with.
#
# Program: ogrinfo of GDAL 3.6.2 (Debian 12, gdal-bin), which must be installed, with the driver XLSX, which is listed as rw+v, and the dialect SQLITE, in which its
# pages have INSERT, UPDATE and DELETE for what can be written. XlsxWriter 3.3.1 makes the file, openpyxl 3.1.5 reads; from PyPI.
# The file: three deals of 100, 200.50 and 300 with a share and a fee, =C2*D2; on a second sheet the turnover as a formula, =SUM(Deals!C2:C4).
# One would guess: an UPDATE changes the rows of its WHERE, as it does with a CSV file or an SQLite file of the same deals; since the driver writes the whole
# file anew, formulas become values perhaps, and layout is lost.
# Seen: UPDATE of the second deal leaves the second deal and no other, UPDATE of the first and the third leaves the third alone, with the end of a good run, 0, and
# without a word. DELETE of the second leaves a sheet without a cell, headings included. A SELECT beforehand, in another run, has all three. The one statement
# that is right is INSERT: four deals. It is the same with .ods. After each of them the fees and the turnover of the other sheet are numbers: 250 at 25% has the old fee
# of 50.125, and the turnover is still 600.5. UPDATE of such files was mended in GDAL 3.9.1 (pull request 10197); Debian 12 has 3.6.2.
# So: a workbook is turned into a database by ogr2ogr, changed there, and never written by UPDATE or DELETE; the rows are counted before and after.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ogrinfo >/dev/null || { echo "needs ogrinfo (Debian: gdal-bin)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import shutil
import subprocess
import sys

import openpyxl
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
MADE, CHANGED = FOLDER / "made.xlsx", FOLDER / "changed.xlsx"
DEALS = [("D1", "Acme", 100, 0.1), ("D2", "Best", 200.5, 0.25), ("D3", "Corp", 300, 0.5)]

book = xlsxwriter.Workbook(str(MADE))
deals = book.add_worksheet("Deals")
deals.write_row(0, 0, ["Id", "Customer", "Amount", "Share", "Fee"])
for row, deal in enumerate(DEALS, start=1):
    deals.write_row(row, 0, deal)
    deals.write_formula(row, 4, f"=C{row + 1}*D{row + 1}", None, deal[2] * deal[3])
report = book.add_worksheet("Report")
report.write(0, 0, "Turnover")
report.write_formula(0, 1, "=SUM(Deals!C2:C4)", None, 600.5)
book.close()


def ogrinfo(path, *more):
    return subprocess.run(["ogrinfo", "-q", "-dialect", "SQLITE", path, *more], check=True, capture_output=True, text=True)


def after(statement, ending="xlsx"):
    path = FOLDER / f"changed.{ending}"
    path.unlink(missing_ok=True)
    if ending == "xlsx":
        shutil.copy(MADE, path)
    else:
        source = ["ogr2ogr", "-f", {"ods": "ODS", "csv": "CSV", "sqlite": "SQLite"}[ending], path, MADE, "Deals", "-nln", "Deals"]
        subprocess.run(source, check=True, capture_output=True)
    table = path.stem if ending == "csv" else "Deals"
    ran = ogrinfo(path, "-sql", statement.replace("Deals", table))
    said = ran.stdout + ran.stderr
    if ending != "xlsx":
        left = ogrinfo(path, "-sql", f"SELECT Id, Amount FROM {table}").stdout.splitlines()
        values = [line.split(" = ")[1] for line in left if " = " in line]
        return [(values[at], float(values[at + 1])) for at in range(0, len(values), 2)], said
    changed = openpyxl.load_workbook(path)
    rows = [(line[0], line[2], line[4]) for line in changed["Deals"].iter_rows(min_row=2, values_only=True) if line[0]]
    return rows, changed["Deals"]["A1"].value, changed["Report"]["B1"].value, said


UPDATE = "UPDATE Deals SET Amount=250 WHERE Id='D2'"
ALL = [("D1", 100), ("D2", 250), ("D3", 300)]
CASES = [
    (after(UPDATE), ([("D2", 250, 50.125)], "Id", 600.5, "")),
    (after("UPDATE Deals SET Amount=250 WHERE Id IN ('D1','D3')"), ([("D3", 250, 150)], "Id", 600.5, "")),
    (after("DELETE FROM Deals WHERE Id='D2'"), ([], None, 600.5, "")),
    (
        after("INSERT INTO Deals (Id, Amount) VALUES ('D4', 400)"),
        ([("D1", 100, 10), ("D2", 200.5, 50.125), ("D3", 300, 150), ("D4", 400, None)], "Id", 600.5, ""),
    ),
    (after(UPDATE, "ods"), ([("D2", 250)], "")),
    (after(UPDATE, "csv"), (ALL, "")),
    (after(UPDATE, "sqlite"), (ALL, "")),
]
same = ogrinfo(MADE, "-sql", "SELECT Id FROM Deals").stdout.count(" = ") == 3
for found, expected in CASES:
    print(found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
