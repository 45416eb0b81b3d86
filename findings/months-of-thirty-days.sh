#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many days of interest there are from the end of February on, when each month has thirty, by engine and by function.
#
# Programs: mog-sdk 0.9.1, duke-sheets 0.1.20, formualizer 0.13.0, ironcalc 0.9.1, pyofficeeditor 0.4.1; officework 0.9.0, betteroffice-xlsx 0.2.1 and
# formulon 0.18.0 to compare; openpyxl 3.1.5 makes the file; from PyPI. Gnumeric 1.12.55 and LibreOffice 7.4.7 (Debian 12, gnumeric and
# libreoffice-calc), which must be installed.
# The file: DAYS360 and YEARFRAC times 360, both by the American rule, which is what they have when nothing is said, for 28 February to 31 March, 30
# March, 31 August and 1 March 2026 and, to compare, 31 January to 31 July; and the interest of half a year on 120,000 at 6%, from 28 February to 31
# August, by the one and by the other.
# One would guess: the two count the same days, for one is the other divided by 360, and the last day of February counts as the 30th, as Microsoft
# describes it for DAYS360: 30, 30, 180 and 1 days, 3600.
# Seen: only officework and formulon have the same in both and as described, and betteroffice, which has no DAYS360. duke-sheets counts 33, 32, 183 and
# 3 days in both and mog in YEARFRAC alone: the half year costs 3660 by one function and 3600 by the other. Gnumeric has 31 and 181 in both.
# formualizer, ironcalc, pyofficeeditor and LibreOffice have 30 and 180 in DAYS360 and 31 and 181 in YEARFRAC, 3620 beside 3600. From 31 January to 31
# July all have 180; it is contracts that begin on the last day of February. No cell has an error.
# So: interest is by DAYS360(…)/360 where several programs calculate, or begins on the 1st of March.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
ssconvert=$(command -v ssconvert) || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 duke-sheets==0.1.20 officework==0.9.0 \
    betteroffice-xlsx==0.2.1 formulon==0.18.0 formualizer==0.13.0 ironcalc==0.9.1 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
SSCONVERT = sys.argv[3]
FORMULAS = [
    "=DAYS360(DATE(2026,2,28),DATE(2026,3,31))",
    "=DAYS360(DATE(2026,2,28),DATE(2026,3,30))",
    "=DAYS360(DATE(2026,2,28),DATE(2026,8,31))",
    "=DAYS360(DATE(2026,1,31),DATE(2026,7,31))",
    "=DAYS360(DATE(2026,2,28),DATE(2026,3,1))",
    "=YEARFRAC(DATE(2026,2,28),DATE(2026,3,31))*360",
    "=YEARFRAC(DATE(2026,2,28),DATE(2026,3,30))*360",
    "=YEARFRAC(DATE(2026,2,28),DATE(2026,8,31))*360",
    "=YEARFRAC(DATE(2026,1,31),DATE(2026,7,31))*360",
    "=YEARFRAC(DATE(2026,2,28),DATE(2026,3,1))*360",
    "=ROUND(120000*YEARFRAC(DATE(2026,2,28),DATE(2026,8,31))*0.06,2)",
    "=ROUND(120000*DAYS360(DATE(2026,2,28),DATE(2026,8,31))/360*0.06,2)",
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_gnumeric():
    subprocess.run([SSCONVERT, "--recalc", FILE, FOLDER / "gnumeric.xlsx"], check=True, capture_output=True)
    sheet = openpyxl.load_workbook(FOLDER / "gnumeric.xlsx", data_only=True)["Report"]
    return [sheet.cell(row, 1).value for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    sheet = openpyxl.load_workbook(FOLDER / "office" / "report.xlsx", data_only=True)["Report"]
    return [sheet.cell(row, 1).value for row in ROWS]


def plain(value):
    text = "" if value is None else str(value)
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper()
    try:
        return round(float(text), 6) + 0.0
    except ValueError:
        return "error" if text.startswith("#") or "ERROR" in text or "'Error'" in text else text


EXPECTED = {
    by_mog: [30.0, 30.0, 180.0, 180.0, 1.0, 33.0, 32.0, 183.0, 180.0, 3.0, 3660.0, 3600.0],
    by_duke_sheets: [33.0, 32.0, 183.0, 180.0, 3.0, 33.0, 32.0, 183.0, 180.0, 3.0, 3660.0, 3660.0],
    by_gnumeric: [31.0, 30.0, 181.0, 180.0, 1.0, 31.0, 30.0, 181.0, 180.0, 1.0, 3620.0, 3620.0],
    by_officework: [30.0, 30.0, 180.0, 180.0, 1.0, 30.0, 30.0, 180.0, 180.0, 1.0, 3600.0, 3600.0],
    by_betteroffice: ["error", "error", "error", "error", "error", 30.0, 30.0, 180.0, 180.0, 1.0, 3600.0, "error"],
    by_formulon: [30.0, 30.0, 180.0, 180.0, 1.0, 30.0, 30.0, 180.0, 180.0, 1.0, 3600.0, 3600.0],
    by_formualizer: [30.0, 30.0, 180.0, 180.0, 1.0, 31.0, 30.0, 181.0, 180.0, 1.0, 3620.0, 3600.0],
    by_ironcalc: [30.0, 30.0, 180.0, 180.0, 1.0, 31.0, 30.0, 181.0, 180.0, 1.0, 3620.0, 3600.0],
    by_pyofficeeditor: [30.0, 30.0, 180.0, 180.0, 1.0, 31.0, 30.0, 181.0, 180.0, 1.0, 3620.0, 3600.0],
    by_libreoffice: [30.0, 30.0, 180.0, 180.0, 1.0, 31.0, 30.0, 181.0, 180.0, 1.0, 3620.0, 3600.0],
}


print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$office" "$ssconvert"
echo "as described"
