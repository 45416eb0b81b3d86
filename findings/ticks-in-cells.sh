#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a list of deals adds up to that has ticks in a column, which Excel keeps as TRUE and FALSE, by engine and by function.
#
# Programs: LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be installed; officework 0.9.0, mog-sdk 0.9.1, duke-sheets 0.1.20, formualizer
# 0.13.0, betteroffice-xlsx 0.2.1; ironcalc 0.9.1, formulon 0.18.0 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; from PyPI.
# The file: deals of 100 to 600 and beside each a tick for paid, as check boxes in cells have it since 2024: three TRUE, three FALSE. Counted and summed
# by TRUE, by 1 and by 0; sum, mean and smallest of the amounts with the ticks in the range; ticks times amounts by SUMPRODUCT.
# One would guess: TRUE is not 1 until something is calculated with it: SUM, COUNT, AVERAGE and MIN leave logical values of a range out, as Microsoft
# describes it for each, SUMPRODUCT takes what is no number for 0, and a criterion 1 finds ones. A program is of one mind about it.
# Seen: all have 900 by TRUE. For LibreOffice a tick is the number 1 everywhere: the mean of deals is 175.25 for 350, the smallest 0, there are 12
# amounts for 6, 2103 for 2100, and 0 as a criterion has the 1200 that are not paid. betteroffice and duke-sheets take 1 for TRUE in criteria only: 900
# and 1200, and 7 deals below 150 for 1, beside a SUM that knows no ticks. officework takes it in SUM, AVERAGE and MIN and not in COUNT, SMALL or
# SUBTOTAL: 175.25 by AVERAGE and 350 by SUBTOTAL(1,…). SUMPRODUCT(ticks,amounts), which is 0 in Excel, is 900 in LibreOffice, officework, mog,
# duke-sheets and formualizer: a figure that looks checked and is nothing at the customer's. ironcalc, formulon and pyofficeeditor are right in all.
# None is an error.
# So: ticks stand outside of the ranges that are averaged, criteria name TRUE, and SUMPRODUCT gets --(ticks) or *.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check officework==0.9.0 mog-sdk==0.9.1 duke-sheets==0.1.20 formualizer==0.13.0 \
    betteroffice-xlsx==0.2.1 ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
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
    "=COUNTIF(Deals!C2:C7,TRUE)",
    "=SUMIFS(Deals!B2:B7,Deals!C2:C7,TRUE)",
    "=COUNTIF(Deals!C2:C7,1)",
    "=SUMIFS(Deals!B2:B7,Deals!C2:C7,1)",
    "=SUMIF(Deals!C2:C7,0,Deals!B2:B7)",
    '=COUNTIFS(Deals!C2:C7,">0")',
    "=SUM(Deals!C2:C7)",
    "=COUNT(Deals!C2:C7)",
    "=SUMPRODUCT(Deals!C2:C7,Deals!B2:B7)",
    "=SUMPRODUCT(Deals!C2:C7*Deals!B2:B7)",
    "=AVERAGE(Deals!B2:C7)",
    "=SUM(Deals!B2:C7)",
    "=COUNT(Deals!A2:D7)",
    "=MIN(Deals!B2:C7)",
    "=SMALL(Deals!B2:C7,1)",
    "=SUBTOTAL(1,Deals!B2:C7)",
    "=MATCH(1,Deals!C2:C7,0)",
    "=IF(Deals!C2=1,1,0)",
    "=SUM(Deals!C2,Deals!C4)",
    '=COUNTIF(Deals!B2:C7,"<150")',
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
deals = book.create_sheet("Deals")
deals.append(["Id", "Amount", "Paid"])
for n in range(1, 7):
    deals.append([f"D{n}", n * 100, n % 2 == 1])
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


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = "" if value is None else str(value)
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper()
    try:
        return round(float(text), 6) + 0.0
    except ValueError:
        return "error" if text.startswith("#") or "ERROR" in text or "'Error'" in text else text


RIGHT = [3, 900, 0, 0, 0, 0, 0, 0, 0, 900, 350, 2100, 6, 100, 100, 350, "error", 0, 0, 1]
EXPECTED = {
    by_libreoffice: [3.0, 900.0, 3.0, 900.0, 1200.0, 3.0, 3.0, 6.0, 900.0, 900.0, 175.25, 2103.0, 12.0, 0.0, 0.0, 175.25, 1.0, 1.0, 2.0, 7.0],
    by_officework: [3.0, 900.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 900.0, 900.0, 175.25, 2103.0, 6.0, 0.0, 100.0, 350.0, "error", 1.0, 2.0, 1.0],
    by_mog: [3.0, 900.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 900.0, 900.0, 350.0, 2100.0, 6.0, 100.0, 100.0, 350.0, "error", 0.0, 0.0, 1.0],
    by_duke_sheets: [3.0, 900.0, 3.0, 900.0, 1200.0, 3.0, 0.0, 0.0, 900.0, 900.0, 350.0, 2100.0, 6.0, 100.0, 100.0, 350.0, "error", 0.0, 0.0, 7.0],
    by_formualizer: [3.0, 900.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 900.0, 900.0, 350.0, 2100.0, 6.0, 100.0, 100.0, 350.0, "error", 0.0, 0.0, 1.0],
    by_betteroffice: [3.0, 900.0, 3.0, 900.0, 1200.0, 3.0, 0.0, 0.0, 0.0, 900.0, 350.0, 2100.0, 6.0, 100.0, 100.0, 350.0, "error", 0.0, 0.0, 7.0],
    by_ironcalc: RIGHT,
    by_formulon: RIGHT,
    by_pyofficeeditor: RIGHT,
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
