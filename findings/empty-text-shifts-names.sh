#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which customer a deal has after one customer's name was emptied, for readers of the table of shared strings.
#
# Packages: rustypyxl 0.7.1, veloxlsx 0.1.0, opensheet-core 0.3.0, oxlsx 0.2.0, pystreamxl 6.2.0, duke-sheets 0.1.20, officework 0.9.0 and
# mog-sdk 0.9.1; openpyxl 3.1.5, wolfxl 2.0.21, crabxl 0.1.0a11, python-calamine 0.9.1, turboxl 0.3.2 and formualizer 0.13.0 to compare;
# XlsxWriter 3.3.1 makes the file; all from PyPI.
# The file: five deals of 100 to 500, of Acme, an empty text, Best, Cook and Dell. The empty text stands in the table as <si/>, which has neither
# text nor run: both are optional (ECMA-376 Part 1, 18.4.8), and writers in PHP and JavaScript have made it so.
# One would guess: the second customer is empty, and at worst something else is there in this one cell.
# Seen: the first eight do not count the element, and every later text of the whole workbook is the one after it: the deal without a customer is
# Best's, Best's is Cook's, Cook's is Dell's, and the last one has none (duke-sheets has #REF! there, mog the text "8", officework nothing).
# Amounts stay, so that Best has 200 where it has 300. What rustypyxl, oxlsx, officework and mog save has the wrong names for good. <si><t/></si>,
# the other way to write an empty text, is read by all of them.
# So: totals by customer are compared with those of a second reader, and the last names of a list are looked at before it is saved.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rustypyxl==0.7.1 veloxlsx==0.1.0 opensheet-core==0.3.0 oxlsx==0.2.0 pystreamxl==6.2.0 \
    duke-sheets==0.1.20 officework==0.9.0 mog-sdk==0.9.1 openpyxl==3.1.5 wolfxl==2.0.21 crabxl==0.1.0a11 python-calamine==0.9.1 turboxl==0.3.2 \
    formualizer==0.13.0 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import csv
import io
import pathlib
import sys
import zipfile

import crabxl
import duke_sheets
import formualizer
import mog
import openpyxl
import opensheet_core
import oxlsx
import pystreamxl
import python_calamine
import rustypyxl
import turboxl
import veloxlsx
import wolfxl
import xlsxwriter
from officework import sheet as officework

FOLDER = pathlib.Path(sys.argv[1])
SAVED = str(FOLDER / "saved.xlsx")
NAMES = ["Acme", "emptied", "Best", "Cook", "Dell"]


def make(path, item):
    whole = FOLDER / "whole.xlsx"
    book = xlsxwriter.Workbook(whole)
    sheet = book.add_worksheet("Deals")
    sheet.write_row(0, 0, ["Amount", "Owner", "Customer"])
    for number, name in enumerate(NAMES, 1):
        sheet.write_row(number, 0, [number * 100, "Chen", name])
    book.close()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<si><t>emptied</t></si>", item))


def from_rows(rows):
    return [(list(row) + [None, None, None])[2] for row in rows][1:6]


def by_rustypyxl(path):
    return from_rows(rustypyxl.load_workbook(path).active.iter_rows(values_only=True))


def by_veloxlsx(path):
    return from_rows(veloxlsx.iter_rows(path, "Deals"))


def by_opensheet_core(path):
    return from_rows(opensheet_core.read_sheet(path))


def by_oxlsx(path):
    return from_rows(oxlsx.load_workbook(path).active.iter_rows(values_only=True))


def by_pystreamxl(path):
    return from_rows(pystreamxl.read(path, "Deals"))


def by_duke_sheets(path):
    sheet = duke_sheets.Workbook.open(path).get_sheet(0)
    return [str(sheet.get_cell_at(row, 2)) for row in range(1, 6)]


def by_officework(path):
    sheet = officework.Book.open(path).active
    return [sheet[f"C{row}"].value for row in range(2, 7)]


def by_mog(path):
    sheet = mog.open_workbook(path).get_sheet_by_name("Deals")
    return [sheet.get_value(f"C{row}") for row in range(2, 7)]


def by_openpyxl(path):
    return from_rows(openpyxl.load_workbook(path).active.iter_rows(values_only=True))


def by_wolfxl(path):
    return from_rows(wolfxl.load_workbook(path).active.iter_rows(values_only=True))


def by_crabxl(path):
    return from_rows(crabxl.load_workbook(path).active.iter_rows(values_only=True))


def by_calamine(path):
    return from_rows(python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())


def by_turboxl(path):
    return from_rows(csv.reader(io.StringIO(turboxl.read_sheet_to_csv(path))))


def by_formualizer(path):
    book = formualizer.Workbook.from_path(path)
    return [book.get_value("Deals", row, 3) for row in range(2, 7)]


def saved_by_rustypyxl(path):
    rustypyxl.load_workbook(path).save(SAVED)


def saved_by_oxlsx(path):
    oxlsx.load_workbook(path).save(SAVED)


def saved_by_officework(path):
    book = officework.Book.open(path)
    book.active["F1"] = "checked"
    book.save(SAVED)


def saved_by_mog(path):
    pathlib.Path(SAVED).write_bytes(mog.open_workbook(path).to_buffer())


RIGHT, SHIFTED = ["Acme", "", "Best", "Cook", "Dell"], ["Acme", "Best", "Cook", "Dell", ""]
EXPECTED = {
    by_rustypyxl: SHIFTED,
    by_veloxlsx: SHIFTED,
    by_opensheet_core: SHIFTED,
    by_oxlsx: SHIFTED,
    by_pystreamxl: SHIFTED,
    by_duke_sheets: [*SHIFTED[:4], "#REF!"],
    by_officework: SHIFTED,
    by_mog: [*SHIFTED[:4], "8"],
    saved_by_rustypyxl: SHIFTED,
    saved_by_oxlsx: SHIFTED,
    saved_by_officework: SHIFTED,
    saved_by_mog: [*SHIFTED[:4], "8"],
    by_openpyxl: RIGHT,
    by_wolfxl: RIGHT,
    by_crabxl: RIGHT,
    by_calamine: RIGHT,
    by_turboxl: RIGHT,
    by_formualizer: RIGHT,
}
same = True
short, full = str(FOLDER / "short.xlsx"), str(FOLDER / "full.xlsx")
make(short, b"<si/>")
make(full, b"<si><t/></si>")
for act, expected in EXPECTED.items():
    found = []
    for path in (short, full):
        names = act(path)
        if names is None:
            names = by_openpyxl(SAVED)
            pathlib.Path(SAVED).unlink()
        found.append([name or "" for name in names])
    print(f"{act.__name__:20}", *found)
    same = same and found == [expected, RIGHT]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
