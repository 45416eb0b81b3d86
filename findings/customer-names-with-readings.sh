#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What name readers give for a customer whose name was typed with a Japanese input method.
#
# Packages: ironcalc 0.9.1, turboxl 0.3.2, pystreamxl 6.2.0, opensheet-core 0.3.0, rustypyxl 0.7.1, oxlsx 0.2.0; openpyxl 3.1.5,
# python-calamine 0.9.1 and wolfxl 2.0.21 to compare; all from PyPI.
# The file: a shared string as Excel writes it, the name and beside it, in rPh, how it is read (ECMA-376 Part 1, 18.4.6). The reading is an
# annotation, shown above the text if at all.
# One would guess: the name of the cell is the text in t.
# Seen: the first six append the reading to the name: 東京商事 becomes 東京商事トウキョウショウジ. Names that were pasted, or written by a program, have no
# reading and stay as they are, so that one customer has two names in one list, and no lookup joins them. COUNTIF for the customer,
# calculated by ironcalc, counts 1 of 2. rustypyxl, which also writes workbooks, writes the reading into the name when it saves.
# So: who reads names with these removes the readings from a copy first; who writes workbooks for them writes none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 turboxl==0.3.2 pystreamxl==6.2.0 opensheet-core==0.3.0 rustypyxl==0.7.1 \
    oxlsx==0.2.0 openpyxl==3.1.5 python-calamine==0.9.1 wolfxl==2.0.21
cat >"$work/try.py" <<'PY'
import csv
import io
import sys
import zipfile

import ironcalc
import openpyxl
import opensheet_core
import oxlsx
import pystreamxl
import python_calamine
import rustypyxl
import turboxl
import wolfxl

FILE, SAVED = sys.argv[1] + "/deals.xlsx", sys.argv[1] + "/saved.xlsx"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NAME, READING = "東京商事", "トウキョウショウジ"


def relationships(*targets):
    rows = (f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def override(part, kind):
    return f'<Override PartName="/xl/{part}" ContentType="{KIND}.{kind}+xml"/>'


strings = (
    "<si><t>Customer</t></si>"
    f'<si><t>{NAME}</t><rPh sb="0" eb="2"><t>{READING[:5]}</t></rPh><rPh sb="2" eb="4"><t>{READING[5:]}</t></rPh><phoneticPr fontId="0"/></si>'
    f"<si><t>{NAME}</t></si>"
)
rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in (1, 2, 3))
rows += f'<row r="4"><c r="A4"><f>COUNTIF(A2:A3,"{NAME}")</f><v>2</v></c></row>'
parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + override("workbook.xml", "sheet.main") + override("worksheets/sheet1.xml", "worksheet") + override("styles.xml", "styles")
    + override("sharedStrings.xml", "sharedStrings") + "</Types>",
    "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Deals" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relationships(
        ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")
    ),
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="A1:A4"/><sheetData>{rows}</sheetData></worksheet>',
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="3" uniqueCount="3">{strings}</sst>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
with zipfile.ZipFile(FILE, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in parts.items():
        archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    assert model.get_formatted_cell_value(0, 4, 1) == "1", "COUNTIF has changed"
    return [model.get_formatted_cell_value(0, row, 1) for row in (2, 3)]


def by_turboxl():
    return [row[0] for row in csv.reader(io.StringIO(turboxl.read_sheet_to_csv(FILE)))][1:3]


def by_pystreamxl():
    rows = [list(row.values() if isinstance(row, dict) else row) for row in pystreamxl.read(FILE)]
    return [row[0] for row in rows if isinstance(row[0], str) and row[0].startswith(NAME)]


def by_opensheet():
    return [row[0] for row in opensheet_core.read_sheet(FILE)][1:3]


def by_rustypyxl():
    book = rustypyxl.load_workbook(FILE)
    book.save(SAVED)
    saved = openpyxl.load_workbook(SAVED).active
    assert saved["A2"].value == NAME + READING, "what is saved has changed"
    return [book.active.cell(row, 1).value for row in (2, 3)]


def by_oxlsx():
    return [row[0] for row in oxlsx.load_workbook(FILE).active.iter_rows(min_row=2, max_row=3, values_only=True)]


def by_openpyxl():
    return [row[0] for row in openpyxl.load_workbook(FILE).active.iter_rows(min_row=2, max_row=3, values_only=True)]


def by_calamine():
    return [row[0] for row in python_calamine.CalamineWorkbook.from_path(FILE).get_sheet_by_index(0).to_python()][1:3]


def by_wolfxl():
    return [row[0] for row in wolfxl.load_workbook(FILE).active.iter_rows(min_row=2, max_row=3, values_only=True)]


WITH, WITHOUT = [NAME + READING, NAME], [NAME, NAME]
EXPECTED = {
    by_ironcalc: WITH, by_turboxl: WITH, by_pystreamxl: WITH, by_opensheet: WITH, by_rustypyxl: WITH, by_oxlsx: WITH,
    by_openpyxl: WITHOUT, by_calamine: WITHOUT, by_wolfxl: WITHOUT,
}
same = True
for read, expected in EXPECTED.items():
    found = read()
    print(read.__name__, *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
