#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a seasonal forecast says of next year when one of the months before has no row.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed, converts the workbook to CSV; openpyxl 3.1.5 from PyPI makes it.
# The file: monthly sales of 2023 to 2025, the same season each year (60 to 300, December is best) and 24 more each year, so that next December is
# 300+3*24=372 and next year 2374 without any doubt. FORECAST.ETS over them, with the months as first days of months and as numbers 1 to 36;
# once complete, once without the row of August 2025 or of August 2024, as a list of months by deals has it when nothing was sold or not yet booked.
# One would guess: a gap is filled by the mean of the months beside it, which is what the function's default for missing points says and does for
# numbered months; one guessed month of 36 changes next December by little.
# Seen: with all months, and with numbers and a gap, December is 372 to 376. With dates and August 2025 missing it is 618 and the year 5229; with
# August 2024 missing December is 160, the year 2071. Nothing is an error. The 15th of each month is like the 1st, and where the months are dates of
# month ends the function is #VALUE! even for a complete list. A 0 in the place of the missing month gives 365.
# So: months that are dates get a row each before they are forecast, or the forecast is made over numbers of months.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cat >"$work/make.py" <<'PY'
import calendar
import datetime
import sys

import openpyxl

SEASON = [100, 80, 120, 90, 110, 130, 70, 60, 140, 150, 160, 300]
MONTHS = [(year, month) for year in (2023, 2024, 2025) for month in range(1, 13)]


def first(year, month):
    return datetime.date(year, month, 1)


def middle(year, month):
    return datetime.date(year, month, 15)


def last(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def number(year, month):
    return (year - 2023) * 12 + month


book = openpyxl.Workbook()
sheet = book.active
for case, (named, missing, zero) in enumerate([
    (first, None, None), (number, (2025, 8), None), (number, (2024, 8), None), (first, (2025, 8), None), (middle, (2025, 8), None),
    (first, (2024, 8), None), (first, None, (2024, 8)), (last, None, None),
]):
    rows = [month for month in MONTHS if month != missing]
    x, y, target, result = (openpyxl.utils.get_column_letter(case * 4 + n) for n in (4, 5, 6, 7))
    for row, (year, month) in enumerate(rows, 1):
        sheet[f"{x}{row}"] = named(year, month)
        sheet[f"{y}{row}"] = 0 if (year, month) == zero else SEASON[month - 1] + (year - 2023) * 24
    for month in range(1, 13):
        sheet[f"{target}{month}"] = named(2026, month)
        sheet[f"{result}{month}"] = f"=_xlfn.FORECAST.ETS({target}{month},{y}1:{y}{len(rows)},{x}1:{x}{len(rows)})"
    sheet[f"A{case + 1}"] = f"=ROUND({result}12,0)"
    sheet[f"B{case + 1}"] = f"=ROUND(SUM({result}1:{result}12),0)"
book.save(sys.argv[1])
PY
"$work/venv/bin/python" "$work/make.py" "$work/months.xlsx"
"$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to csv --outdir "$work" "$work/months.xlsx" >"$work/log" 2>&1
cat >"$work/see.py" <<'PY'
import csv
import sys

EXPECTED = {
    "all months, dates": ["372", "2374"],
    "no August 2025, numbers": ["372", "2374"],
    "no August 2024, numbers": ["376", "2419"],
    "no August 2025, dates": ["618", "5229"],
    "no August 2025, dates of the 15th": ["618", "5229"],
    "no August 2024, dates": ["160", "2071"],
    "August 2024 is 0, dates": ["365", "2291"],
    "all months, dates of month ends": ["#VALUE!", "#VALUE!"],
}
same = True
with open(sys.argv[1], newline="") as file:
    for (case, expected), row in zip(EXPECTED.items(), csv.reader(file)):
        print(f"{case:34} December {row[0]:8} year {row[1]}")
        same = same and row[:2] == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/see.py" "$work/months.csv"
echo "as described"
