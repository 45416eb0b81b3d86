#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a running balance is after a row was inserted into a list whose formulas were filled down in Excel.
#
# Packages: kyrax 1.0.7, wolfxl 2.0.21, excelize 0.1.0, pyofficeeditor 0.4.1, rustypyxl 0.7.1, oxlsx 0.2.0 and officework 0.9.0 insert the row; mog-sdk
# 0.9.1, formulon 0.18.0 and ironcalc 0.9.1 to compare; what they saved is calculated by pyofficeeditor; openpyxl 3.1.5 makes and reads the files; all
# from PyPI.
# The file: five payments of 100 to 500 in C2:C6 and their balance in column D, =D2+C3 in D3 and filled down, as Excel stores it: one shared formula
# (ECMA-376 Part 1, 18.3.1.40), its text in D3 alone. The same once more with each cell's own text. An empty row is inserted above row 5.
# One would guess: how the formulas are stored makes no difference: the payment below the new row is added to the balance above it, =D4+C6, 1000, and
# the last balance is 1500; a library that is right for one file is right for the other.
# Seen: a shared formula is read as seen from its first cell, and the cell below a new row is now one row further from it. In kyrax, wolfxl, excelize and
# pyofficeeditor, which have =D4+C6 for texts of their own, it is =D5+C6: the balance begins anew at the empty row, 400 and 900 at the end of
# 1500, without an error. rustypyxl, oxlsx and officework keep of the shared formulas the first and put the old figures in the place of the
# others: 1500 is still right and is no formula; after the first payment became 200 it is still 1500. mog, formulon and ironcalc have it
# right in both files. Who tries it with a file that was written by openpyxl or XlsxWriter sees none of it, for they share no formulas.
# So: before rows are inserted by such a library, the file is once saved by openpyxl, which gives each cell its own text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check kyrax==1.0.7 wolfxl==2.0.21 excelize==0.1.0 pyofficeeditor==0.4.1 rustypyxl==0.7.1 \
    oxlsx==0.2.0 officework==0.9.0 mog-sdk==0.9.1 formulon==0.18.0 ironcalc==0.9.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import excelize
import formulon
import ironcalc
import kyrax
import mog
import openpyxl
import oxlsx
import rustypyxl
import wolfxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
ROW = 5


def make(path, shared):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Deals"
    sheet.append(["Id", "Day", "Amount", "Balance"])
    for n in range(1, 6):
        sheet.append([f"D{n}", n, n * 100, f"=D{n}+C{n + 1}" if n > 1 else "=C2"])
    book.save(FOLDER / "whole.xlsx")
    balance = {2: 100, 3: 300, 4: 600, 5: 1000, 6: 1500}

    def cell(match):
        row = int(match[1])
        formula = f"<f>{match[2]}</f>"
        if shared and row > 2:
            formula = '<f t="shared" ref="D3:D6" si="0">D2+C3</f>' if row == 3 else '<f t="shared" si="0"/>'
        return f'<c r="D{row}">{formula}<v>{balance[row]}</v></c>'

    with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = re.sub(r'<c r="D([2-6])"><f>(.*?)</f><v ?(?:/>|></v>)</c>', cell, text.decode())
            new.writestr(name, text)


def by_kyrax(source, target):
    book = kyrax.load_workbook(source, edit_mode=True)
    book["Deals"].insert_rows(ROW)
    book.save(target)


def by_wolfxl(source, target):
    book = wolfxl.load_workbook(source, modify=True)
    book["Deals"].insert_rows(ROW)
    book.save(target)


def by_excelize(source, target):
    file = excelize.open_file(source)
    file.insert_rows("Deals", ROW, 1)
    file.save_as(target)


def by_pyofficeeditor(source, target):
    book = Editor.open(source)
    book.sheet("Deals").insert_rows(ROW)
    book.calculate()
    book.save(target)


def by_rustypyxl(source, target):
    book = rustypyxl.load_workbook(source)
    book["Deals"].insert_rows(ROW)
    book.save(target)


def by_oxlsx(source, target):
    book = oxlsx.load_workbook(source)
    book["Deals"].insert_rows(ROW)
    book.save(target)


def by_officework(source, target):
    book = officework.Book.open(source)
    book["Deals"].insert_rows(ROW, 1)
    book.recalc()
    book.save(target)


def by_mog(source, target):
    book = mog.open_workbook(source)
    book.calculate()
    book.get_sheet_by_name("Deals").structure.insert_rows(ROW - 1, 1)
    book.calculate()
    pathlib.Path(target).write_bytes(book.to_buffer())


def by_formulon(source, target):
    with formulon.Workbook.load(pathlib.Path(source).read_bytes()) as book:
        book.recalc()
        book.insert_rows(0, ROW - 1, 1)
        book.recalc()
        pathlib.Path(target).write_bytes(book.save())


def by_ironcalc(source, target):
    model = ironcalc.load_from_xlsx(source, "en", "UTC", "en")
    model.insert_rows(0, ROW, 1)
    model.evaluate()
    model.save_to_xlsx(target)


def last_balance(path):
    book = Editor.open(path)
    book.calculate()
    return book.sheet("Deals")["D7"].value


def outcome(path):
    """What stands below the new row, the last balance, and that after the first payment became 200."""
    book = openpyxl.load_workbook(path)
    below = book["Deals"]["D6"].value
    book["Deals"]["C2"] = 200
    book.save(FOLDER / "raised.xlsx")
    return [below, last_balance(path), last_balance(str(FOLDER / "raised.xlsx"))]


RIGHT, ANEW, NONE, OWN = ["=D4+C6", 1500, 1600], ["=D5+C6", 900, 900], [1000, 1500, 1500], ["=D4+C5", 400, 400]
# library: with a shared formula, with texts of its own in each cell (rustypyxl and oxlsx move no references at all)
EXPECTED = {
    by_kyrax: (ANEW, RIGHT),
    by_wolfxl: (ANEW, RIGHT),
    by_excelize: (ANEW, RIGHT),
    by_pyofficeeditor: (ANEW, RIGHT),
    by_officework: (NONE, RIGHT),
    by_rustypyxl: (NONE, OWN),
    by_oxlsx: (NONE, OWN),
    by_mog: (RIGHT, RIGHT),
    by_formulon: (RIGHT, RIGHT),
    by_ironcalc: (RIGHT, RIGHT),
}
same = True
for shared in (True, False):
    source = str(FOLDER / ("shared.xlsx" if shared else "own.xlsx"))
    make(source, shared)
    for insert, expected in EXPECTED.items():
        target = FOLDER / "saved.xlsx"
        insert(source, str(target))
        found = outcome(str(target))
        target.unlink()
        print("shared" if shared else "own   ", f"{insert.__name__:18}", *found)
        same = same and found == expected[0 if shared else 1]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
