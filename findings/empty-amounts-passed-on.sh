#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a mean, a count and a smallest amount are when the amounts come from another column or by a lookup and one of them is not known yet.
#
# Packages: duke-sheets 0.1.20, officework 0.9.0; mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, formualizer 0.13.0, ironcalc 0.9.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI. LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be
# installed.
# The file: deals of 200, nothing, 300 and 400 in column B; column C passes them on by =B2 and so forth, column D by VLOOKUP with the id, as a report
# does that others read.
# One would guess: a formula that refers to an empty cell has the value 0, as every spreadsheet shows it: the mean of column C is 225 and not 300, its
# smallest is 0, COUNT is 4, and =B3 beside "" is a number beside a text, so known. That is a trap, and the same one everywhere.
# Seen: in duke-sheets the formula is empty: COUNT 3, mean 300, smallest 200, median 300, no deal below 150, the rank of 200 is 1, COUNTBLANK 1. A
# report that was checked there shows other figures in Excel, which nobody sees in the file, for the cells look alike. LibreOffice and officework have a
# value of both kinds: it is 0 for COUNT, MIN and AVERAGE and equal to "" for IF(C3="",…), which says "to be asked" where Excel says "known"; for
# ISNUMBER of LibreOffice it is no number. The six others have it as in Excel. None is an error.
# So: who passes amounts on writes =IF(B2="","",B2), which has one meaning in all of them.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duke-sheets==0.1.20 officework==0.9.0 mog-sdk==0.9.1 \
    betteroffice-xlsx==0.2.1 formualizer==0.13.0 ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
    "=AVERAGE(Deals!C2:C5)",
    "=COUNT(Deals!C2:C5)",
    "=MIN(Deals!C2:C5)",
    "=COUNTIF(Deals!C2:C5,0)",
    "=COUNTBLANK(Deals!C2:C5)",
    "=MEDIAN(Deals!C2:C5)",
    "=AVERAGE(Deals!D2:D5)",
    "=COUNT(Deals!D2:D5)",
    '=AVERAGEIFS(Deals!C2:C5,Deals!A2:A5,"<>D9")',
    '=IF(Deals!C3="","to be asked","known")',
    '=IF(Deals!B3="","to be asked","known")',
    "=SUM(Deals!C2:C5)/COUNT(Deals!C2:C5)",
    "=RANK(Deals!C2,Deals!C2:C5,1)",
    "=ISNUMBER(Deals!C3)",
    "=ISBLANK(Deals!C3)",
    "=AVERAGE(Deals!B2:B5)",
    '=COUNTIFS(Deals!C2:C5,"<150")',
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
deals = book.create_sheet("Deals")
deals.append(["Id", "Amount", "Amount of the report", "Amount by id"])
for row, amount in enumerate([200, None, 300, 400], 2):
    deals.append([f"D{row - 1}", amount, f"=B{row}", f"=VLOOKUP(A{row},$A$2:$B$5,2,FALSE)"])
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


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


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


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


RIGHT = [225, 4, 0, 1, 0, 250, 225, 4, 225, "known", "to be asked", 225, 2, "TRUE", "FALSE", 300, 1]
EXPECTED = {
    by_duke_sheets: [300.0, 3.0, 200.0, 0.0, 1.0, 300.0, 300.0, 3.0, 300.0, "to be asked", "to be asked", 300.0, 1.0, "FALSE", "TRUE", 300.0, 0.0],
    by_libreoffice: [225.0, 4.0, 0.0, 1.0, 0.0, 250.0, 225.0, 4.0, 225.0, "to be asked", "to be asked", 225.0, 2.0, "FALSE", "FALSE", 300.0, 1.0],
    by_officework: [225.0, 4.0, 0.0, 1.0, 0.0, 250.0, 225.0, 4.0, 225.0, "to be asked", "to be asked", 225.0, 2.0, "TRUE", "FALSE", 300.0, 1.0],
    by_mog: RIGHT,
    by_betteroffice: RIGHT,
    by_formualizer: RIGHT,
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
