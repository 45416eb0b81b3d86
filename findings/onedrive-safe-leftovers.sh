#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is in a workbook that was edited with openpyxl and saved so that the parts that openpyxl drops are kept.
#
# Packages: onedrive-safe-xlsx 0.1.0 (save_preserving), openpyxl 3.1.5, XlsxWriter 3.3.1 to make the file, all from PyPI.
# The file: three sheets, the last with margins; a note on the first; a custom XML part (as document libraries attach to their files) and
# printer settings, each with the relationship that makes it the workbook's or the sheet's.
# One would guess: the custom XML and the printer settings belong to the saved workbook as before, which is what the package is for; a sheet
# and a note that were removed are not in the file.
# Seen: the parts of the old file are copied, the relationships are openpyxl's. The custom XML part is in the archive and nothing refers to
# it, so that it is no more the workbook's than after a plain save; no sheet refers to the printer settings. The removed sheet stays in the
# archive, with its figures and formulas, and so does the removed note, with its text. No program shows them, and anybody who unpacks the
# file reads them. After a plain save by openpyxl they are gone.
# So: a workbook that leaves the house is not saved this way after something was taken out of it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check onedrive-safe-xlsx==0.1.0 openpyxl==3.1.5 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import zipfile

import openpyxl
import xlsxwriter
from onedrive_safe_xlsx import save_preserving

FOLDER = pathlib.Path(sys.argv[1])
MADE, SOURCE, PLAIN, KEPT = (FOLDER / f"{name}.xlsx" for name in ("made", "source", "plain", "kept"))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SECRET = "1234.5"

book = xlsxwriter.Workbook(str(MADE))
deals, report, margins = (book.add_worksheet(name) for name in ("Deals", "Report", "Margins"))
deals.write("A1", "Deal")
deals.write("B1", 5000)
deals.write_comment("B1", "We would go down to 4000")
report.write("A1", 1)
margins.write("A1", float(SECRET))
margins.write_formula("A2", "=A1*0.31")
book.close()

CUSTOM, PRINTER = "customXml/item1.xml", "xl/printerSettings/printerSettings1.bin"
with zipfile.ZipFile(MADE) as old, zipfile.ZipFile(SOURCE, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        text = old.read(name).decode()
        if name == "xl/_rels/workbook.xml.rels":
            text = text.replace("</Relationships>", f'<Relationship Id="rId90" Type="{OFFICE}/customXml" Target="../{CUSTOM}"/></Relationships>')
        elif name == "xl/worksheets/sheet2.xml":
            text = text.replace("</worksheet>", '<pageSetup orientation="portrait" r:id="rId1"/></worksheet>')
        elif name == "[Content_Types].xml":
            text = text.replace("<Override", '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override', 1)
        new.writestr(name, text)
    new.writestr(CUSTOM, '<library xmlns="urn:example:library" document="D-42"/>')
    new.writestr(PRINTER, b"settings")
    new.writestr(
        "xl/worksheets/_rels/sheet2.xml.rels",
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>',
    )


def edited():
    loaded = openpyxl.load_workbook(SOURCE)
    loaded["Deals"]["B1"].comment = None
    loaded.remove(loaded["Margins"])
    return loaded


def told(path):
    with zipfile.ZipFile(path) as archive:
        text = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    return {
        "sheets": openpyxl.load_workbook(path).sheetnames,
        "custom XML in it": CUSTOM in text,
        "custom XML referred to": "customXml" in text["xl/_rels/workbook.xml.rels"],
        "printer settings in it": PRINTER in text,
        "printer settings used by the sheet": "r:id=" in text["xl/worksheets/sheet2.xml"].partition("<pageSetup")[2],
        "figure of the removed sheet": any(SECRET in content for content in text.values()),
        "formula of the removed sheet": any("A1*0.31" in content for content in text.values()),
        "removed note": any("go down to 4000" in content for content in text.values()),
    }


edited().save(PLAIN)
save_preserving(str(SOURCE), edited(), out=str(KEPT))
SHEETS = ["Deals", "Report"]
EXPECTED = {
    SOURCE: [[*SHEETS, "Margins"], True, True, True, True, True, True, True],
    PLAIN: [SHEETS, False, False, False, False, False, False, False],
    KEPT: [SHEETS, True, False, True, False, True, True, True],
}
same = True
for path, expected in EXPECTED.items():
    found = told(path)
    print(path.name, found)
    same = same and list(found.values()) == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
