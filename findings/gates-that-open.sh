#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which edits of a workbook pass the two gates on PyPI that are to let nothing through but what was agreed.
#
# Packages: templategate 0.1.3 (default deny, amounts B2:B6 may change) and spreadsheet-guard 0.1.0 (strict default); pyofficeeditor 0.4.1 calculates,
# XlsxWriter 3.3.1 makes the file and openpyxl 3.1.5 reads it; all from PyPI.
# The file: deals with amounts, closing dates and a filter on won ones; costs in a hidden column; a table of rates with a sum by its name; set to
# calculate with figures as shown (fullPrecision="0") and in circles (iterate="1"), with dates counted from 1904. Each edit changes one of these and no
# cell, as libraries do that write such a part anew and leave out what they do not know.
# One would guess: both gates say so of each edit: for templategate every change that is not allowed is a violation, a workbook switched to manual
# calculation is one of its own examples; spreadsheet-guard audits the parts, formulas and features of the package.
# Seen: each lets through what the other stops. spreadsheet-guard says "passed" when the table ends a row earlier, by which the sum is 3 and not 6; when
# the dates are counted from 1900, by which 1 May 2026 is 30 April 2022; and when the column of costs is shown. templategate obeys its policy when
# figures as shown or circles are switched off, each of which gives other results in Excel. And the filter set from Won to Lost passes both. A changed
# formula is stopped by both, a changed amount passes both, as it should.
# So: the two are run one after the other, and the filter is compared besides.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check templategate==0.1.3 spreadsheet-guard==0.1.0 pyofficeeditor==0.4.1 XlsxWriter==3.3.1 \
    openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import json
import pathlib
import subprocess
import sys
import zipfile

import openpyxl
import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor

FOLDER, BIN = pathlib.Path(sys.argv[1]), pathlib.Path(sys.executable).parent
BEFORE, AFTER, POLICY, REPORT = (FOLDER / name for name in ("before.xlsx", "after.xlsx", "policy.yaml", "report.json"))
POLICY.write_text('version: 1\ntarget: excel\nmode: normal_input\nallow:\n  - selector: "Deals!B2:B6"\n    attributes: [value]\n')

book = xlsxwriter.Workbook(str(FOLDER / "made.xlsx"), {"date_1904": True})
sheet, rates = book.add_worksheet("Deals"), book.add_worksheet("Rates")
date = book.add_format({"num_format": "yyyy-mm-dd"})
sheet.write_row(0, 0, ["Id", "Amount", "Stage", "Closes", "Cost"])
for row in range(1, 6):
    sheet.write_row(row, 0, [f"D{row}", row * 100, "Won"])
    sheet.write_datetime(row, 3, datetime.datetime(2026, 5, row), date)
    sheet.write(row, 4, row * 70)
sheet.autofilter("A1:E6")
sheet.filter_column("C", "x == Won")
sheet.set_column("E:E", None, None, {"hidden": True})
sheet.write_formula("B8", "=SUM(B2:B6)", None, 1500)
rates.add_table("A1:B4", {"name": "Rates", "columns": [{"header": "For"}, {"header": "Rate"}], "data": [["a", 1], ["b", 2], ["c", 3]]})
rates.write_formula("D1", "=SUM(Rates[Rate])", None, 6)
book.close()

SHEET, WORKBOOK, TABLE = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"


def copy(source, target, part, old, new):
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copied:
        for name in archive.namelist():
            text = archive.read(name)
            if name == part:
                assert text.decode().count(old) >= 1, "nothing to change"
                text = text.decode().replace(old, new).encode()
            copied.writestr(name, text)


copy(FOLDER / "made.xlsx", BEFORE, WORKBOOK, "<calcPr ", '<calcPr fullPrecision="0" iterate="1" ')


def gates():
    command = [BIN / "templategate", "check", "--baseline", BEFORE, "--candidate", AFTER, "--policy", POLICY]
    by_templategate = subprocess.run(command, capture_output=True).returncode
    by_guard = subprocess.run([BIN / "spreadsheet-guard", BEFORE, AFTER, "--output", REPORT], capture_output=True).returncode
    assert (json.loads(REPORT.read_text())["status"] == "passed") == (by_guard == 0)
    return by_templategate, by_guard


def figures(path):
    loaded = Editor.open(str(path))
    loaded.calculate()
    return loaded.sheet("Rates")["D1"].value, openpyxl.load_workbook(path)["Deals"]["D2"].value.date().isoformat()


# the edit: where, what, by what; exit codes of the two gates
EDITS = {
    "an amount": (SHEET, "<v>300</v>", "<v>301</v>", (0, 0)),
    "a formula": (SHEET, "SUM(B2:B6)", "SUM(B2:B5)", (1, 1)),
    "the table a row shorter": (TABLE, "A1:B4", "A1:B3", (1, 0)),
    "dates from 1900": (WORKBOOK, 'date1904="1"', "", (1, 0)),
    "costs shown": (SHEET, ' hidden="1"', "", (1, 0)),
    "figures not as shown": (WORKBOOK, ' fullPrecision="0"', "", (0, 1)),
    "no circles": (WORKBOOK, ' iterate="1"', "", (0, 1)),
    "lost ones filtered": (SHEET, 'filter val="Won"', 'filter val="Lost"', (0, 0)),
}
MOVED = {"the table a row shorter": (3, "2026-05-01"), "dates from 1900": (6, "2022-04-30")}
print("before", *figures(BEFORE))
same = figures(BEFORE) == (6, "2026-05-01")
for name, (part, old, new, expected) in EDITS.items():
    copy(BEFORE, AFTER, part, old, new)
    found, moved = gates(), figures(AFTER)
    print(f"{name:26} templategate {found[0]}, spreadsheet-guard {found[1]}; rates and date", *moved)
    same = same and found == expected and moved == MOVED.get(name, (6, "2026-05-01"))
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
