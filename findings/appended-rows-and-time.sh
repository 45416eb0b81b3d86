#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long it takes to append the rows of an export to a sheet, when there are four times as many.
#
# Packages: oxlsx 0.2.0, rustypyxl 0.7.1, officework 0.9.0, elixcee 1.0.14; openpyxl 3.1.5, wolfxl 2.0.21 and crabxl 0.1.0a11 to compare; all from
# PyPI. Measured is processor time of append alone, without saving; deals of four cells.
# One would guess: append costs the same for each row; four times the rows take four times as long, and packages written in Rust to be faster than
# openpyxl are so for large sheets above all.
# Seen: the first four take 16 times as long and more (18 to 50 measured), each row costs more than the one before. 8,000 rows were a few
# seconds with oxlsx and elixcee and 16,000 rows about 26 seconds with oxlsx, 2 minutes with officework, 3 seconds with rustypyxl and 0.1 seconds with
# openpyxl; at 100,000 rows the same growth makes minutes to hours. openpyxl, wolfxl and crabxl stay at four times. In rustypyxl it is append alone: the
# same cells by cell(row, column) take four times as long, and a fortieth of the time. A try with a hundred rows shows the four as quick.
# So: an export of all deals is written by cell or with another package; a time that was measured with a few rows says nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check oxlsx==0.2.0 rustypyxl==0.7.1 officework==0.9.0 elixcee==1.0.14 openpyxl==3.1.5 \
    wolfxl==2.0.21 crabxl==0.1.0a11
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import time

import crabxl
import elixcee
import openpyxl
import oxlsx
import rustypyxl
import wolfxl
from officework import sheet as officework

EMPTY = str(pathlib.Path(sys.argv[1]) / "empty.xlsx")
openpyxl.Workbook().save(EMPTY)


def deal(number):
    return [f"D{number}", f"Customer {number % 500}", number * 1.5, "Won"]


def appended(sheet, count):
    for number in range(count):
        sheet.append(deal(number))


def by_oxlsx(count):
    book = oxlsx.Workbook()
    appended(book.active, count)


def by_rustypyxl(count):
    book = rustypyxl.Workbook()
    appended(book.create_sheet("Deals"), count)


def by_rustypyxl_cells(count):
    book = rustypyxl.Workbook()
    sheet = book.create_sheet("Deals")
    for number in range(count):
        for column, value in enumerate(deal(number), 1):
            sheet.cell(number + 1, column).value = value


def by_officework(count):
    book = officework.Workbook()
    appended(book.active, count)


def by_elixcee(count):
    machine = elixcee.load_workbook(EMPTY)
    for number in range(count):
        machine.append_row(deal(number))


def by_openpyxl(count):
    book = openpyxl.Workbook()
    appended(book.active, count)


def by_wolfxl(count):
    book = wolfxl.Workbook()
    appended(book.active, count)


def by_crabxl(count):
    book = crabxl.Workbook()
    appended(book.active, count)


def seconds(act, count):
    start = time.process_time()
    act(count)
    return time.process_time() - start


# how: rows, and whether four times the rows take more than twelve times as long
CASES = {
    by_oxlsx: (2000, True),
    by_rustypyxl: (4000, True),
    by_officework: (1000, True),
    by_elixcee: (2000, True),
    by_rustypyxl_cells: (4000, False),
    by_openpyxl: (4000, False),
    by_wolfxl: (20000, False),
    by_crabxl: (4000, False),
}
same = True
for act, (count, grows) in CASES.items():
    act(100)
    # The better of three tries for what is short; another program may have the processor.
    few = min(seconds(act, count) for _ in range(3))
    many = min(seconds(act, 4 * count) for _ in range(1 if grows else 3))
    print(f"{act.__name__:20} {count:6} rows {few:7.3f} s, {4 * count:6} rows {many:7.3f} s: {many / few:5.1f} times as long")
    same = same and (many > 12 * few) == grows
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
