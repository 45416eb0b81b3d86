#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether a workbook with one note opens, by the way in which the sheet names the part of its notes.
#
# Packages: ironcalc 0.9.1, openpyxl 3.1.5 and XlsxWriter 3.3.1 to make the files; crabxl 0.1.0a11, cellrune 0.2.0 and wolfxl 2.0.21 to
# compare; all from PyPI.
# The files: one sheet with a table and a note, by openpyxl, which names the parts from the root of the package
# (/xl/comments/comment1.xml), and by XlsxWriter, which names them from the sheet (../comments1.xml). Both are right by the Open Packaging
# Conventions (ECMA-376 Part 2).
# One would guess: a reader takes both. ironcalc takes both for the sheet itself and for the table.
# Seen: with a note, ironcalc does not open the workbook of openpyxl at all: "specified file not found in archive". The same file with the one
# target rewritten opens, and so does the file with the table and without the note. The other readers open all of them.
# So: who writes workbooks that are to be calculated by it names the parts of notes from the sheet, as Excel does.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1 crabxl==0.1.0a11 cellrune==0.2.0 \
    wolfxl==2.0.21
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import zipfile

import cellrune
import crabxl
import ironcalc
import openpyxl
import wolfxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

FOLDER = pathlib.Path(sys.argv[1])
NOTED, BARE, REWRITTEN, WRITTEN = (FOLDER / f"{name}.xlsx" for name in ("noted", "bare", "rewritten", "written"))
RELATIONSHIPS = "xl/worksheets/_rels/sheet1.xml.rels"


def by_openpyxl(path, note):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Deals"
    sheet.append(["Id", "Amount"])
    sheet.append(["D1", 500])
    sheet.add_table(Table(displayName="tblDeals", ref="A1:B2"))
    if note:
        sheet["A2"].comment = Comment("Call back", "Kim")
    book.save(path)


by_openpyxl(NOTED, note=True)
by_openpyxl(BARE, note=False)
with zipfile.ZipFile(NOTED) as old, zipfile.ZipFile(REWRITTEN, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        data = old.read(name)
        if name == RELATIONSHIPS:
            assert data.count(b'"/xl/comments/') == 1 and data.count(b'"/xl/tables/') == 1
            data = data.replace(b'"/xl/comments/', b'"../comments/')
        new.writestr(name, data)
book = xlsxwriter.Workbook(str(WRITTEN))
sheet = book.add_worksheet("Deals")
sheet.add_table("A1:B2", {"data": [["D1", 500]], "columns": [{"header": "Id"}, {"header": "Amount"}]})
sheet.write_comment("A2", "Call back")
book.close()


def ironcalc_reads(path):
    try:
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    except ironcalc.WorkbookError as problem:
        return str(problem)
    return model.get_formatted_cell_value(0, 2, 2)


def others_read(path):
    return [
        crabxl.load_workbook(str(path)).active["B2"].value,
        cellrune.Workbook.open_path(str(path)).read_values("Deals", "B2", "B2")[0][0]["value"],
        wolfxl.load_workbook(str(path)).active["B2"].value,
    ]


same = True
for path, expected in [(NOTED, "Zip Error: specified file not found in archive"), (BARE, "500"), (REWRITTEN, "500"), (WRITTEN, "500")]:
    found, others = ironcalc_reads(path), others_read(path)
    print(f"{path.name}: ironcalc {found}; others {others}")
    same = same and found == expected and others == [500, 500, 500]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
