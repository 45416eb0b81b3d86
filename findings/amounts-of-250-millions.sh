#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What an amount reads in the text of its cell, and what a total by name is, after an .ods was edited by a library that writes both and moves formulas.
#
# Package: odsslicer 1.0.1 edits; LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed, makes the .ods of the .xlsx of XlsxWriter 3.3.1
# and converts what was saved; openpyxl 3.1.5 reads; from PyPI.
# The file: deals with turnovers of 1,500,000 as 0.0,,"M", amounts of 100 to 500 as #,##0;[Red](#,##0) and hours as [h]:mm; a total by cells and one by a name
# of the workbook, Amounts; red by a rule for amounts above 250. An .ods keeps beside each value the text that is shown, <text:p>.
# One would guess: the text is as the format of the cell shows the value, as odsslicer infers it from the formats of the document; a row that is inserted, and
# a column, move the ranges of names and rules like those of formulas, on all sheets, which it does as a spreadsheet program does.
# Seen: the texts of 2500000 and 1499999 are 2500000.0M and 1499999.0M, a million times too much, since the two commas do not divide. And an amount of 250 set
# after the turnover of its row is 250M, and a credit of -1.5 is -1.5M; set before it they are 250 and (-2), as they should be: a text is made after the
# example of other cells, those of the row first. Hours that are set as a number are 1.25M as well. The values are right, so that LibreOffice shows them
# rightly, and who reads texts, as searches and previews do, has millions. Formulas follow an inserted row and column on both sheets. After a row above the
# third deal the total by cells is 1500 and the one by name 1000, after a column before the amounts 1500 and 0; the rule for red stays with the old cells.
# Nothing is raised.
# So: texts are taken from LibreOffice after it has saved the file once; names and rules are set anew after an insertion.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check odsslicer==1.0.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import subprocess
import sys
import zipfile

import odsslicer
import openpyxl
import xlsxwriter

FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]


def converted(path, kind):
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", kind, "--outdir", FOLDER, path]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(f".{kind}")


book = xlsxwriter.Workbook(str(FOLDER / "deals.xlsx"))
sheet, report = book.add_worksheet("Deals"), book.add_worksheet("Report")
credit, millions, hours = (book.add_format({"num_format": code}) for code in ("#,##0;[Red](#,##0)", '0.0,,"M"', "[h]:mm"))
sheet.write_row(0, 0, ["Id", "Turnover", "Amount", "Hours"])
for row in range(1, 6):
    sheet.write(row, 0, f"D{row}")
    sheet.write(row, 1, 1500000, millions)
    sheet.write(row, 2, row * 100, credit)
    sheet.write(row, 3, 1.25, hours)
book.define_name("Amounts", "=Deals!$C$2:$C$6")
sheet.conditional_format("C2:C6", {"type": "cell", "criteria": ">", "value": 250, "format": book.add_format({"font_color": "red"})})
report.write_formula("A1", "=SUM(Deals!C2:C6)", None, 1500)
report.write_formula("A2", "=SUM(Amounts)", None, 1500)
book.close()
SOURCE = str(converted(FOLDER / "deals.xlsx", "ods"))

loaded = odsslicer.ODSReader(SOURCE)
deals = loaded.sheet("Deals")
before = [deals[name].text for name in ("C2", "B2", "D2")]
for name, value in {"B2": 2500000, "C2": 250, "B3": 1499999, "C3": -1.5, "D2": 1.25}.items():
    deals[name].value = value
loaded.save(str(FOLDER / "set.ods"))
with zipfile.ZipFile(FOLDER / "set.ods") as archive:
    content = archive.read("content.xml").decode()
texts = [deals[name].text for name in ("C2", "C3", "B2", "B3", "D2")]
found = {"before": before, "set": texts, "in the file": all(f"<text:p>{text}</text:p>" in content for text in texts)}
saved = openpyxl.load_workbook(converted(FOLDER / "set.ods", "xlsx"), data_only=True)["Deals"]
found["values"] = [saved[name].value for name in ("C2", "C3", "B2", "B3")]
again = odsslicer.ODSReader(SOURCE).sheet("Deals")
for name, value in {"C2": 250, "B2": 2500000, "C3": -1.5, "B3": 1499999}.items():
    again[name].value = value
found["set before"] = [again[name].text for name in ("C2", "C3", "B2", "B3")]
for what, edit in {"row": lambda rows: rows.insert_rows(3, 1), "column": lambda rows: rows.insert_columns(2, 1)}.items():
    loaded = odsslicer.ODSReader(SOURCE)
    edit(loaded.sheet("Deals"))
    path = FOLDER / f"{what}.ods"
    loaded.save(str(path))
    saved = converted(path, "xlsx")
    totals = openpyxl.load_workbook(saved, data_only=True)["Report"]
    book = openpyxl.load_workbook(saved)
    rules = [str(area.sqref) for area in book["Deals"].conditional_formatting]
    found[what] = [totals["A1"].value, totals["A2"].value, book.defined_names["Amounts"].attr_text, *rules]
EXPECTED = {
    "before": ["100", "1.5M", "30:00"],
    "set": ["250M", "-1.5M", "2500000.0M", "1499999.0M", "1.25M"],
    "in the file": True,
    "values": [250, -1.5, 2500000, 1499999],
    "set before": ["250", "(-2)", "2500000.0M", "1499999.0M"],
    "row": [1500, 1000, "Deals!$C$2:$C$6", "C2:C6"],
    "column": [1500, 0, "Deals!$C$2:$C$6", "C2:C6"],
}
for part, value in found.items():
    print(f"{part:12} {value}")
sys.exit(0 if found == EXPECTED else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$office"
echo "as described"
