#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many working days are left for an order that is late, and what share of a year a contract has left, when the second date is the earlier one.
#
# Programs: Gnumeric 1.12.55 (Debian 12, gnumeric), which must be installed, calculates by ssconvert; cellrune 0.2.0 and duke-sheets 0.1.20; ironcalc
# 0.9.1, mog-sdk 0.9.1 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; from PyPI.
# The file: a report of 15 May 2026 with orders due on 1 and on 29 May, both Fridays: NETWORKDAYS(report, due), IF(…<0,"late","in time"), the same with a
# list of one holiday; DAYS; and the share of a year from the report to the due date by YEARFRAC, times 1200, 30 days to a month.
# One would guess: NETWORKDAYS has a sign, as DAYS and every difference of dates, -11 and 11, and YEARFRAC has none, 46.67 both ways, as in Excel and
# LibreOffice 7.4.7; a program that has the one has the other.
# Seen: Gnumeric has 11 and 11: the order that is two weeks late has as much time as the other and is "in time"; with the holiday it is 10. DAYS and
# YEARFRAC are right in it. cellrune and duke-sheets have NETWORKDAYS right and a sign in YEARFRAC, -46.67: what was to be charged is credited, and the sum
# of both orders is 0 for 93.33. ironcalc, mog and pyofficeeditor are right in all. None is an error.
# So: late is asked by the dates themselves, due<report; a share of a year is taken from the earlier to the later date, or by ABS.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cellrune==0.2.0 duke-sheets==0.1.20 ironcalc==0.9.1 mog-sdk==0.9.1 pyofficeeditor==0.4.1 \
    openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import re
import subprocess
import sys
import warnings
import zipfile

import cellrune
import duke_sheets
import ironcalc
import mog
import openpyxl
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "orders.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=NETWORKDAYS($A$1,B1)",
    "=NETWORKDAYS($A$1,B2)",
    '=IF(NETWORKDAYS($A$1,B1)<0,"late","in time")',
    "=NETWORKDAYS($A$1,B1,C1:C2)",
    "=DAYS(B1,$A$1)",
    "=ROUND(1200*YEARFRAC($A$1,B1),2)",
    "=ROUND(1200*(YEARFRAC($A$1,B1)+YEARFRAC($A$1,B2)),2)",
]
ROWS = range(1, len(FORMULAS) + 1)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Orders"
sheet["A1"], sheet["B1"], sheet["B2"], sheet["C1"] = (datetime.date(2026, 5, day) for day in (15, 1, 29, 6))
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 8).value = formula.replace("=DAYS", "=_xlfn.DAYS")
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def stored():
    return [openpyxl.load_workbook(OUT, data_only=True)["Orders"].cell(row, 8).value for row in ROWS]


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, OUT], check=True, capture_output=True)
    return stored()


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored()


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"H{row}")) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 8) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Orders").get_value(f"H{row}") for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Orders")[f"H{row}"].value for row in ROWS]


def plain(value):
    try:
        return round(float(value), 2)
    except (TypeError, ValueError):
        return str(value)


RIGHT = [-11, 11, "late", -10, -14, 46.67, 93.33]
SIGNED = [-11, 11, "late", -10, -14, -46.67, 0]
EXPECTED = {
    by_gnumeric: [11, 11, "in time", 10, -14, 46.67, 93.33],
    by_cellrune: SIGNED,
    by_duke_sheets: SIGNED,
    by_ironcalc: RIGHT,
    by_mog: RIGHT,
    by_pyofficeeditor: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
