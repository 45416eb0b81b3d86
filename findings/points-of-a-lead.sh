#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many points a lead has for what is true of it, and how many pieces were ordered, when SUM adds up what formulas within it give.
#
# Programs: Gnumeric 1.12.55 and LibreOffice 7.4.7 (Debian 12, gnumeric and libreoffice-calc), which must be installed; duke-sheets 0.1.20, mog-sdk 0.9.1,
# officework 0.9.0; ironcalc 0.9.1, formulon 0.18.0, formualizer 0.13.0, betteroffice-xlsx 0.2.1, cellrune 0.2.0 and pyofficeeditor 0.4.1 to compare; openpyxl
# 3.1.5 makes and reads the file; from PyPI.
# The file: a lead from the web with 120 seats in the North, and orders typed as "12 pcs" and "A-250". A point for each that is true, SUM(B2="Web",C2>=100,…),
# and by plus signs; 10 points as a text, IF(…,"10","0"); the pieces by LEFT and MID within SUM, AVERAGE, MAX and PRODUCT, and by a plus sign.
# One would guess: logical values and texts of digits count when they are arguments themselves, and are left out only where they stand in cells of a range, as
# Microsoft describes it for SUM, AVERAGE, MAX and COUNT: 3 points, 2, 15; 13 pieces, 16, 250, 24. A plus sign makes numbers of them in any case.
# Seen: Gnumeric and duke-sheets leave both out: the lead has NO point where the plus signs give 3, 5 for 15 and 1 piece for 13, and the mean of 12 and 20 is
# 20. mog counts what is true and leaves out texts: 3, but 5 for 15, 1 piece, and the largest of 250 and 100 is 100. officework counts all but in COUNT, which
# has none. LibreOffice counts what is true and has an error for texts, so that it is told. The six others are right in all. The plus sign is right in all
# eleven.
# So: what is true is added by plus signs, and a text of digits is made a number, --LEFT(E2,2), before it is an argument.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duke-sheets==0.1.20 mog-sdk==0.9.1 officework==0.9.0 ironcalc==0.9.1 formulon==0.18.0 \
    formualizer==0.13.0 betteroffice-xlsx==0.2.1 cellrune==0.2.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
import sys
import warnings
import zipfile

import betteroffice_xlsx
import cellrune
import duke_sheets
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]
FILE, OUT = str(FOLDER / "report.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    '=SUM(Leads!B2="Web",Leads!C2>=100,Leads!D2="North")',
    '=(Leads!B2="Web")+(Leads!C2>=100)+(Leads!D2="North")',
    '=COUNT(Leads!B2="Web",Leads!C2>=100)',
    '=SUM(IF(Leads!B2="Web","10","0"),5)',
    "=SUM(LEFT(Leads!E2,2),1)",
    "=LEFT(Leads!E2,2)+1",
    "=AVERAGE(LEFT(Leads!E2,2),20)",
    "=MAX(MID(Leads!E3,3,3),100)",
    "=PRODUCT(2,LEFT(Leads!E2,2))",
]
ROWS = range(11, 11 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
leads = book.create_sheet("Leads")
leads.append(["Id", "Source", "Seats", "Region", "Order"])
leads.append(["L1", "Web", 120, "North", "12 pcs"])
leads.append(["L2", "Fair", 20, "South", "A-250"])
# Below the rows of all lists, so that no formula stands beside a deal.
for row, formula in zip(ROWS, FORMULAS):
    sheet.cell(row, 1).value = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def stored(path):
    saved = openpyxl.load_workbook(path, data_only=True)["Report"]
    return [saved.cell(row, 1).value for row in ROWS]


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, OUT], check=True, capture_output=True)
    return stored(OUT)


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    return stored(FOLDER / "office" / "report.xlsx")


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 0).to_python() for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = str(value)
    try:
        return round(float(text), 2)
    except ValueError:
        return "error"


RIGHT = [3, 3, 2, 15, 13, 13, 16, 250, 24]
NEITHER = [0, 3, 0, 5, 1, 13, 20, 100, 2]
EXPECTED = {
    by_gnumeric: NEITHER,
    by_duke_sheets: NEITHER,
    by_mog: [3, 3, 2, 5, 1, 13, 20, 100, 2],
    by_officework: [3, 3, 0, 15, 13, 13, 16, 250, 24],
    by_libreoffice: [3, 3, 2, "error", "error", 13, "error", "error", "error"],
    by_ironcalc: RIGHT,
    by_formulon: RIGHT,
    by_formualizer: RIGHT,
    by_betteroffice: RIGHT,
    by_cellrune: RIGHT,
    by_pyofficeeditor: RIGHT,
}
print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$office"
echo "as described"
