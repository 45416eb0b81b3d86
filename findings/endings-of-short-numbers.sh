#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the last characters of a number or of a name are, by RIGHT, when it has fewer than are asked for, and whose deals are found by them.
#
# Packages: pyofficeeditor 0.4.1; mog-sdk 0.9.1, formulon 0.18.0, betteroffice-xlsx 0.2.1, ironcalc 0.9.1, formualizer 0.13.0 and officework 0.9.0 to
# compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: customers K-1501, 42, Cook, A and 750; RIGHT of them with counts of 3 to 8 and with 100; an amount that is found by RIGHT(number,4); a number that is
# filled up with zeros, RIGHT("000"&number,6), as lists have it.
# One would guess: RIGHT gives the whole text when that is shorter than what is asked for, as LEFT and MID do, and as Microsoft's page says; an engine that has
# RIGHT("A",6) and RIGHT("Cook",100) right has RIGHT("Cook",6).
# Seen: pyofficeeditor has "ok" for RIGHT("Cook",6), "ook" for 7 and the whole of it for 8 and more, "42" for RIGHT("42",4) and "2" for RIGHT("42",3): as many
# characters as the count is above the length are what is left, so that a text is whole when it is as long as asked for, or at most half as long. K-1501 with
# 7 is "1". So a customer 42 is found by its last four, 750 is not: it is "0" by them, and its 500 are 0. RIGHT("000"&750,6) is whole, with 7 it is "0". LEFT and
# MID are right, and so are the six others in all.
# So: RIGHT(text,MIN(LEN(text),count)) for this engine; a test of such functions takes a count of one more than the length.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyofficeeditor==0.4.1 mog-sdk==0.9.1 formulon==0.18.0 betteroffice-xlsx==0.2.1 \
    ironcalc==0.9.1 formualizer==0.13.0 officework==0.9.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "deals.xlsx")
# formula: what it is, and what pyofficeeditor has
FORMULAS = {
    '="<"&RIGHT(A3,3)&">"': ("<42>", "<2>"),
    '="<"&RIGHT(A3,4)&">"': ("<42>", "<42>"),
    '="<"&RIGHT(A4,5)&">"': ("<Cook>", "<k>"),
    '="<"&RIGHT(A4,6)&">"': ("<Cook>", "<ok>"),
    '="<"&RIGHT(A4,7)&">"': ("<Cook>", "<ook>"),
    '="<"&RIGHT(A4,8)&">"': ("<Cook>", "<Cook>"),
    '="<"&RIGHT(A4,100)&">"': ("<Cook>", "<Cook>"),
    '="<"&RIGHT(A5,6)&">"': ("<A>", "<A>"),
    '="<"&RIGHT(A2,6)&">"': ("<K-1501>", "<K-1501>"),
    '="<"&RIGHT(A2,7)&">"': ("<K-1501>", "<1>"),
    '="<"&LEFT(A4,6)&">"': ("<Cook>", "<Cook>"),
    '="<"&MID(A4,3,6)&">"': ("<ok>", "<ok>"),
    '="<"&RIGHT(A6,4)&">"': ("<750>", "<0>"),
    '="<"&RIGHT("000"&A6,6)&">"': ("<000750>", "<000750>"),
    '="<"&RIGHT("000"&A6,7)&">"': ("<000750>", "<0>"),
    '=SUMIFS(B2:B6,A2:A6,RIGHT(A6,4))': (500, 0),
    '=SUMIFS(B2:B6,A2:A6,RIGHT(A3,4))': (200, 200),
}
CELLS = [f"D{row}" for row in range(2, 2 + len(FORMULAS))]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
sheet.append(["Customer", "Amount"])
for number, customer in enumerate(("K-1501", "42", "Cook", "A", "750"), 1):
    sheet.append([customer, number * 100])
for cell, formula in zip(CELLS, FORMULAS):
    sheet[cell] = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def rows():
    return range(2, 2 + len(FORMULAS))


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[cell].value for cell in CELLS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(cell) for cell in CELLS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 3).to_python() for row in rows()]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", cell) for cell in CELLS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 4) for row in rows()]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", row, 4) for row in rows()]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[cell].value for cell in CELLS]


def plain(value):
    try:
        return float(value)
    except ValueError:
        return value


same = True
for calculated in (by_pyofficeeditor, by_mog, by_formulon, by_betteroffice, by_ironcalc, by_formualizer, by_officework):
    seen = [plain(value) for value in calculated()]
    column = 1 if calculated is by_pyofficeeditor else 0
    print(f"{calculated.__name__[3:]:15}", *seen)
    same = same and seen == [expected[column] for expected in FORMULAS.values()]
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
