#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which sheet a formula reads that was filled down and names a sheet called Q1.
#
# Packages: formualizer 0.13.0, mog-sdk 0.9.1, ironcalc 0.9.1, cellrune 0.2.0, openpyxl 3.1.5, all from PyPI.
# The file: sheets Year, Q1 to Q4; on Year, B2:B5 hold one shared formula, 'Q1'!B2 filled down, as Excel stores it (the quotation marks are
# there because Q1 is the name of a cell too); C2:C5 hold LOG10(B2), shared as well.
# One would guess: B3 reads 'Q1'!B3, and C3 is LOG10(B3). A library that is careful about it says so, or does it right.
# Seen: formualizer's load_workbook fills down the sheet as well: B3 is Q2!B3, B4 is Q3!B4, B5 is Q4!B5, and evaluating gives those figures,
# one quarter per customer, without an error. Its recalculate_xlsx_file knows of the trap and refuses the same file.
# mog-sdk keeps the sheet and fills down the function: C3 is LOG11(B3), C4 is LOG12(B4), which are errors at least. ironcalc, cellrune and
# openpyxl are right in both.
# So: sheets with names like Q1, H2 or FY26 are read by such a library after the formulas were written in full in every cell, which one
# passage through openpyxl does.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check formualizer==0.13.0 mog-sdk==0.9.1 ironcalc==0.9.1 cellrune==0.2.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import zipfile

import cellrune
import formualizer
import ironcalc
import mog
import openpyxl

FOLDER = pathlib.Path(sys.argv[1])
FILE, FULL, OUT = FOLDER / "year.xlsx", FOLDER / "full.xlsx", FOLDER / "out.xlsx"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEETS = ["Year", "Q1", "Q2", "Q3", "Q4"]
ROWS = range(2, 6)


def relationships(*targets):
    rows = (f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def override(part, kind):
    return f'<Override PartName="/xl/{part}" ContentType="{KIND}.{kind}+xml"/>'


def shared(cell, row, index, text, value):
    formula = f'<f t="shared" ref="{cell}2:{cell}5" si="{index}">{text}</f>' if row == 2 else f'<f t="shared" si="{index}"/>'
    return f'<c r="{cell}{row}">{formula}<v>{value}</v></c>'


def sheet(rows):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + override("workbook.xml", "sheet.main") + override("styles.xml", "styles")
    + "".join(override(f"worksheets/sheet{n}.xml", "worksheet") for n in range(1, 6)) + "</Types>",
    "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
    "xl/_rels/workbook.xml.rels": relationships(*(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, 6)), ("styles", "styles.xml")),
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    + "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(SHEETS, 1)) + "</sheets></workbook>",
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    "xl/worksheets/sheet1.xml": sheet(
        f'<row r="{row}">{shared("B", row, 0, "&apos;Q1&apos;!B2", 100 + row)}{shared("C", row, 1, "LOG10(B2)", 2)}</row>' for row in ROWS
    ),
}
for quarter in range(1, 5):
    parts[f"xl/worksheets/sheet{quarter + 1}.xml"] = sheet(
        f'<row r="{row}"><c r="B{row}"><v>{quarter * 100 + row}</v></c></row>' for row in ROWS
    )
with zipfile.ZipFile(FILE, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in parts.items():
        archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
openpyxl.load_workbook(FILE).save(FULL)


def plain(formula):
    return formula.lstrip("=").replace("'", "")


def by_formualizer(path=FILE):
    book = formualizer.load_workbook(str(path))
    book.evaluate_all()
    return [plain(book.get_formula("Year", row, 2)) for row in ROWS], [book.evaluate_cell("Year", row, 2) for row in ROWS], plain(book.get_formula("Year", 3, 3))


def by_formualizer_in_full():
    return by_formualizer(FULL)


def by_mog():
    book = mog.open_workbook(str(FILE))
    book.calculate()
    year = book.active_sheet
    return [plain(year.get_formula(f"B{row}")) for row in ROWS], [year.get_value(f"B{row}") for row in ROWS], plain(year.get_formula("C3"))


def by_ironcalc():
    model = ironcalc.load_from_xlsx(str(FILE), "en", "UTC", "en")
    model.evaluate()
    return (
        [plain(model.get_cell_formula(0, row, 2)) for row in ROWS],
        [int(model.get_formatted_cell_value(0, row, 2)) for row in ROWS],
        plain(model.get_cell_formula(0, 3, 3)),
    )


def by_cellrune():
    book = cellrune.Workbook.open_path(str(FILE))
    book.calculate()
    cells = {cell["address"]: cell["formula"] for cell in book.read_range("Year", "B2", "C5")["cells"]}
    OUT.write_bytes(book.to_bytes())
    values = openpyxl.load_workbook(OUT, data_only=True)["Year"]
    return [plain(cells[f"B{row}"]) for row in ROWS], [values.cell(row, 2).value for row in ROWS], plain(cells["C3"])


RIGHT = (["Q1!B2", "Q1!B3", "Q1!B4", "Q1!B5"], [102, 103, 104, 105], "LOG10(B3)")
EXPECTED = {
    by_formualizer: (["Q1!B2", "Q2!B3", "Q3!B4", "Q4!B5"], [102, 203, 304, 405], "LOG10(B3)"),
    by_formualizer_in_full: RIGHT,
    by_mog: (RIGHT[0], RIGHT[1], "LOG11(B3)"),
    by_ironcalc: RIGHT,
    by_cellrune: RIGHT,
}
same = True
for read, expected in EXPECTED.items():
    found = read()
    print(read.__name__, *found)
    same = same and tuple(found) == expected
try:
    formualizer.recalculate_xlsx_file(str(FILE), output=str(OUT))
    refused = False
except (OSError, RuntimeError) as problem:
    refused = "shared formula sheet qualifier" in str(problem)
print("recalculate_xlsx_file refuses", refused)
sys.exit(0 if same and refused else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
