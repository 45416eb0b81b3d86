#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What becomes of a shared formula when a program writes a value over its first cell.
#
# Packages: excelize 0.1.0, pyopenxlsx 1.4.2, openpyxl 3.1.5, all from PyPI.
# The file: B1:B5 hold one shared formula, A1*2 filled down. Its text stands in B1 alone; B2:B5 refer to it (ECMA-376 Part 1, 18.3.1.40).
# One would guess: a library that lets one write over B1 gives the text to the cells that still need it, or refuses; spreadsheet programs
# do the first.
# Seen: excelize and pyopenxlsx drop the formulas of B2:B5 as well, without a word, and keep only the values last calculated. openpyxl
# writes each cell's own formula when it reads the file, and loses nothing.
# So: who writes workbooks that people edit with such libraries writes a formula in full in every cell.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet excelize==0.1.0 pyopenxlsx==1.4.2 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import re
import sys
import zipfile

import excelize
import openpyxl
import pyopenxlsx

FOLDER = sys.argv[1]
TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
         '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
         '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>')
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relationships(*targets):
    inner = "".join(f'<Relationship Id="rId{n}" Type="{KIND}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def make(path):
    rows = ""
    for n in range(1, 6):
        formula = '<f t="shared" ref="B1:B5" si="0">A1*2</f>' if n == 1 else '<f t="shared" si="0"/>'
        rows += f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}">{formula}<v>{2 * n}</v></c></row>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", relationships(("officeDocument", "xl/workbook.xml")))
        archive.writestr("xl/_rels/workbook.xml.rels", relationships(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>')
        archive.writestr("xl/styles.xml", f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
                         '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>')
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')


def with_formula(path):
    """Which of B1:B5 have a formula in the file."""
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    cells = re.findall(r'<c r="(B\d)"[^>]*?(?:/>|>(.*?)</c>)', sheet)
    return [cell for cell, inner in cells if "<f" in inner]


def by_excelize(path, out):
    book = excelize.open_file(path)
    book.set_cell_value("Sheet1", "B1", 99)
    book.save_as(out)


def by_pyopenxlsx(path, out):
    book = pyopenxlsx.load_workbook(path)
    book["Sheet1"]["B1"].value = 99
    book.save(out)


def by_openpyxl(path, out):
    book = openpyxl.load_workbook(path)
    book["Sheet1"]["B1"] = 99
    book.save(out)


EXPECTED = {by_excelize: [], by_pyopenxlsx: [], by_openpyxl: ["B2", "B3", "B4", "B5"]}
same = True
for write, expected in EXPECTED.items():
    # A file for each: not every library leaves alone what it reads.
    make(f"{FOLDER}/for_{write.__name__}.xlsx")
    out = f"{FOLDER}/{write.__name__}.xlsx"
    write(f"{FOLDER}/for_{write.__name__}.xlsx", out)
    found = with_formula(out)
    print(f"{write.__name__}: formulas left in {found}")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
