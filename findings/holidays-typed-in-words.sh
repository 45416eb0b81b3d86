#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many working days a month has, and when something is due, when the holidays are texts, 2026-05-14, by engine and by function.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed; officework 0.9.0, formualizer 0.13.0, mog-sdk 0.9.1,
# pyofficeeditor 0.4.1; betteroffice-xlsx 0.2.1, duke-sheets 0.1.20, ironcalc 0.9.1 and formulon 0.18.0 to compare; openpyxl 3.1.5 makes the file; from
# PyPI.
# The file: three holidays of May 2026, the 1st, 14th and 25th, as dates, as texts, and with the 14th alone as a text, the way a copied list has it; 21
# days from Monday to Friday, 18 of them worked. A list as texts within the formula, {"2006/1/2","2006/1/16"}, is an example on Microsoft's page of
# NETWORKDAYS.INTL, which has 22 there.
# One would guess: holidays are read as dates everywhere or are an error, for to leave them out makes a month longer that is paid by days; a program has
# the one rule.
# Seen: formulon reads all; betteroffice, duke-sheets and ironcalc have errors. The rest leave texts out without a word, each where it likes: officework
# and formualizer always, 21 days and 24 for 22; LibreOffice in NETWORKDAYS, 21, and not in WORKDAY, where the 14th is a holiday and the order is due on
# the 15th, and a text within the formula is an error; pyofficeeditor in cells, 21, and in lists, 24, and not when it is one text, 20; mog in lists
# only, 21 and 24, and is right with cells. With one text among dates, 19 in four of them: it looks as if that holiday fell on a Sunday.
# So: COUNT beside COUNTA over the list of holidays, before days are counted.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check officework==0.9.0 formualizer==0.13.0 mog-sdk==0.9.1 pyofficeeditor==0.4.1 \
    betteroffice-xlsx==0.2.1 duke-sheets==0.1.20 ironcalc==0.9.1 formulon==0.18.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import re
import subprocess
import sys
import zipfile

import betteroffice_xlsx
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "report.xlsx")
OFFICE = sys.argv[2]
FORMULAS = [
    "=NETWORKDAYS(DATE(2026,5,1),DATE(2026,5,29),Holidays!A2:A4)",
    "=NETWORKDAYS(DATE(2026,5,1),DATE(2026,5,29),Holidays!B2:B4)",
    "=NETWORKDAYS(DATE(2026,5,1),DATE(2026,5,29),Holidays!B2)",
    '=NETWORKDAYS(DATE(2026,5,1),DATE(2026,5,29),"2026-05-01")',
    '=NETWORKDAYS(DATE(2026,5,1),DATE(2026,5,29),{"2026/5/14","2026/5/25"})',
    '=NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),7,{"2006/1/2","2006/1/16"})',
    "=WORKDAY(DATE(2026,5,13),1,Holidays!B2:B4)",
    "=NETWORKDAYS(DATE(2026,5,1),DATE(2026,5,29),Holidays!C2:C4)",
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
holidays = book.create_sheet("Holidays")
holidays.append(["Dates", "Words", "Mixed"])
for day in (1, 14, 25):
    holidays.append([datetime.date(2026, 5, day), f"2026-05-{day:02}", datetime.date(2026, 5, day) if day != 14 else "2026-05-14"])
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    sheet = openpyxl.load_workbook(FOLDER / "office" / "report.xlsx", data_only=True)["Report"]
    return [sheet.cell(row, 1).value for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def plain(value):
    text = "" if value is None else str(value)
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper()
    try:
        return round(float(text), 6) + 0.0
    except ValueError:
        return "error" if text.startswith("#") or "ERROR" in text or "'Error'" in text else text


EXPECTED = {
    by_libreoffice: [18.0, 21.0, 21.0, "error", "error", "error", 46157.0, 19.0],
    by_officework: [18.0, 21.0, 21.0, 21.0, 21.0, 24.0, 46156.0, 19.0],
    by_formualizer: [18.0, 21.0, 21.0, 21.0, 21.0, 24.0, 46156.0, 19.0],
    by_mog: [18.0, 18.0, 20.0, 20.0, 21.0, 24.0, 46157.0, 18.0],
    by_pyofficeeditor: [18.0, 21.0, 21.0, 20.0, 21.0, 24.0, 46156.0, 19.0],
    by_betteroffice: [18.0, "error", "error", "error", "error", "error", "error", "error"],
    by_duke_sheets: [18.0, "error", "error", "error", "error", "error", "error", "error"],
    by_ironcalc: [18.0, "error", "error", "error", "error", "error", "error", "error"],
    by_formulon: [18.0, 18.0, 20.0, 20.0, 19.0, 22.0, 46157.0, 18.0],
}


print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$office"
echo "as described"
