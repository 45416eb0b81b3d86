#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Where a threaded comment is after rows were inserted or deleted in a workbook that is edited in place.
#
# Packages: wolfxl 2.0.21 (load_workbook(…, modify=True)) and openpyxl 3.1.5 to read what it saved, both from PyPI.
# One would guess: wolfxl, which reads and writes threaded comments itself (cell.threaded_comment), moves a thread with its row, as it moves
# the note that Excel keeps beside each thread for older programs; and removes it when its row is deleted.
# Seen: the note moves and its shape too, the thread stays where it was. After a row is inserted above, the note is on B4 and the thread on
# B3; after row 3 is deleted, the note is gone and the thread is still on B3, which is now the cell of the next record.
# So: after insert_rows or delete_rows, what was said about one record stands in current versions of Excel on another, without an error
# anywhere; programs that read the notes only see the right cell.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet wolfxl==2.0.21 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import openpyxl
import wolfxl

FOLDER = pathlib.Path(sys.argv[1])
SOURCE = FOLDER / "deals.xlsx"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
LATER = "http://schemas.microsoft.com/office/2017/10/relationships"
FORMATS = "application/vnd.openxmlformats-officedocument"
THREAD = "{11111111-2222-4333-8444-555555555555}"
PERSON = "{AAAAAAAA-2222-4333-8444-555555555555}"


def relationships(*targets):
    rows = (f'<Relationship Id="rId{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def override(part, kind):
    return f'<Override PartName="/xl/{part}" ContentType="{kind}"/>'


rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n * 10}</v></c></row>' for n in range(1, 7))
parts = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="vml" ContentType="{FORMATS}.vmlDrawing"/>'
        + override("workbook.xml", f"{FORMATS}.spreadsheetml.sheet.main+xml")
        + override("worksheets/sheet1.xml", f"{FORMATS}.spreadsheetml.worksheet+xml")
        + override("comments1.xml", f"{FORMATS}.spreadsheetml.comments+xml")
        + override("threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml")
        + override("persons/person.xml", "application/vnd.ms-excel.person+xml")
        + "</Types>"
    ),
    "_rels/.rels": relationships((f"{OFFICE}/officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Deals" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    ),
    "xl/_rels/workbook.xml.rels": relationships(
        (f"{OFFICE}/worksheet", "worksheets/sheet1.xml"), (f"{LATER}/person", "persons/person.xml")
    ),
    "xl/worksheets/sheet1.xml": (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{rows}</sheetData><legacyDrawing r:id="rId1"/></worksheet>'
    ),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
        (f"{OFFICE}/vmlDrawing", "../drawings/vmlDrawing1.vml"),
        (f"{OFFICE}/comments", "../comments1.xml"),
        (f"{LATER}/threadedComment", "../threadedComments/threadedComment1.xml"),
    ),
    "xl/comments1.xml": (
        f'<comments xmlns="{MAIN}"><authors><author>tc={THREAD}</author></authors><commentList>'
        '<comment ref="B3" authorId="0" shapeId="0"><text><t>[Threaded comment] Call back</t></text></comment>'
        "</commentList></comments>"
    ),
    "xl/threadedComments/threadedComment1.xml": (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B3" dT="2026-03-01T09:00:00.00" '
        f'personId="{PERSON}" id="{THREAD}"><text>Call back</text></threadedComment></ThreadedComments>'
    ),
    "xl/persons/person.xml": (
        f'<personList xmlns="{THREADS}"><person displayName="Kim" id="{PERSON}" userId="kim" providerId="None"/>'
        "</personList>"
    ),
    "xl/drawings/vmlDrawing1.vml": (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
        'o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" '
        'style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>3, 15, 1, 10, 5, 15, 5, 4</x:Anchor>'
        "<x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>"
    ),
}
with zipfile.ZipFile(SOURCE, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in parts.items():
        archive.writestr(name, text)


def after(edit):
    book = wolfxl.load_workbook(str(SOURCE), modify=True)
    assert book.active["B3"].threaded_comment.text == "Call back"
    edit(book.active)
    target = FOLDER / "out.xlsx"
    book.save(str(target))
    sheet = openpyxl.load_workbook(target).active
    notes = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment]
    with zipfile.ZipFile(target) as archive:
        threads = archive.read("xl/threadedComments/threadedComment1.xml").decode()
    return notes, re.findall(r'ref="(\w+)"', threads), sheet["B3"].value


for name, edit, expected in [
    ("a value set", lambda sheet: sheet.__setitem__("A1", 5), (["B3"], ["B3"], 30)),
    ("a row inserted above row 2", lambda sheet: sheet.insert_rows(2), (["B4"], ["B3"], 20)),
    ("row 1 deleted", lambda sheet: sheet.delete_rows(1), (["B2"], ["B3"], 40)),
    ("row 3 deleted", lambda sheet: sheet.delete_rows(3), ([], ["B3"], 40)),
]:
    seen = after(edit)
    print(f"{name}: note on {seen[0]}, thread on {seen[1]}, B3 holds {seen[2]}")
    assert seen == expected, f"changed: expected {expected}"
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described: threads stay behind when their rows move or go"
