#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which step of a bonus is reached by 70% and 10% where the step begins at 80%, by function and by engine.
#
# Programs: mog-sdk 0.9.1, formulon 0.18.0, cellrune 0.2.0, officework 0.9.0, formualizer 0.13.0, ironcalc 0.9.1, betteroffice-xlsx 0.2.1, duke-sheets 0.1.20;
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; from PyPI. LibreOffice 7.4.7 and Gnumeric 1.12.55 (Debian 12, libreoffice-calc and
# gnumeric), which must be installed, to compare.
# The file: 0.7 and 0.1 and their sum; steps from 0.7, 0.8 and 0.9 on, with 1%, 2% and 3%; the rate of the sum by IF(sum>=0.8,…), by VLOOKUP, by LOOKUP and by MATCH,
# the number of sums that are at least 0.8, COUNTIF(sum,">=0.8"), and the number of steps that are reached, COUNTIF(steps,"<="&sum); and the sum as a text.
# One would guess: 0.7+0.1 is 0.7999999999999999 in binary, so that an engine has 1% everywhere; or it takes what is equal in fifteen digits for equal, as
# spreadsheet programs do, and has 2% everywhere. A test of the condition tells which of the two it is.
# Seen: betteroffice and duke-sheets have 1% in all, LibreOffice, Gnumeric and pyofficeeditor 2% in all. The six others contradict themselves: mog has 2% by IF and
# LOOKUP and 1% by VLOOKUP and MATCH, the step is reached by one COUNTIF and not by the other; formulon 2% by IF and 1% by all lookups, and the two COUNTIF differ;
# cellrune 2% by IF and COUNTIF, 1% by all lookups; officework 1% by LOOKUP only; formualizer the other way round, 1% by IF and by COUNTIF and 2% by all lookups;
# ironcalc 2% by IF and all lookups, and by both COUNTIF the step is not reached. All show 80.00% by TEXT; the text of the sum tells as little: betteroffice,
# duke-sheets, formualizer and ironcalc have 0.7999999999999999, the others 0.8.
# So: a sum that is compared with a step is rounded first, ROUND(sum,4), with which all are at 2%; a condition that is checked tells nothing of a lookup.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v soffice >/dev/null || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 formulon==0.18.0 cellrune==0.2.0 officework==0.9.0 formualizer==0.13.0 \
    ironcalc==0.9.1 betteroffice-xlsx==0.2.1 duke-sheets==0.1.20 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
import sys
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

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "bonus.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    "=IF(D2>=0.8,2,1)",
    "=VLOOKUP(D2,$F$2:$G$4,2,TRUE)",
    "=LOOKUP(D2,$F$2:$F$4,$G$2:$G$4)",
    "=INDEX($G$2:$G$4,MATCH(D2,$F$2:$F$4,1))",
    '=COUNTIF(D2:D3,">=0.8")',
    '=COUNTIF($F$2:$F$4,"<="&D2)',
    "=VLOOKUP(ROUND(D2,4),$F$2:$G$4,2,TRUE)",
    '=TEXT(D2,"0.00%")',
    '=D2&""',
]
ROWS = range(2, 2 + len(FORMULAS))
CELLS = [f"I{row}" for row in ROWS]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Bonus"
sheet.append(["Who", "New", "Old", "Sum", None, "From", "Percent"])
sheet.append(["Kim", 0.7, 0.1, "=B2+C2", None, 0.7, 1])
for step, percent in ((0.8, 2), (0.9, 3)):
    sheet.append([None, None, None, None, None, step, percent])
for cell, formula in zip(CELLS, FORMULAS):
    sheet[cell] = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def stored(path):
    values = openpyxl.load_workbook(path, data_only=True)["Bonus"]
    return [values[cell].value for cell in CELLS]


def by_libreoffice():
    profile = f"-env:UserInstallation=file://{FOLDER}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "saved", FILE], capture_output=True, check=True
    )
    return stored(FOLDER / "saved" / "bonus.xlsx")


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, FOLDER / "gnumeric.xlsx"], capture_output=True, check=True)
    return stored(FOLDER / "gnumeric.xlsx")


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Bonus")[cell].value for cell in CELLS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Bonus", cell) for cell in CELLS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(cell)) for cell in CELLS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Bonus").get_value(cell) for cell in CELLS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, 8).to_python() for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return stored(OUT)


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[cell].value for cell in CELLS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Bonus", row, 9) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 9) for row in ROWS]


# IF, VLOOKUP, LOOKUP, MATCH, sums that reach the step, steps that are reached
EXPECTED = {
    by_libreoffice: [2, 2, 2, 2, 1, 2],
    by_gnumeric: [2, 2, 2, 2, 1, 2],
    by_pyofficeeditor: [2, 2, 2, 2, 1, 2],
    by_betteroffice: [1, 1, 1, 1, 0, 1],
    by_duke_sheets: [1, 1, 1, 1, 0, 1],
    by_mog: [2, 1, 2, 1, 0, 2],
    by_formulon: [2, 1, 1, 1, 0, 2],
    by_cellrune: [2, 1, 1, 1, 1, 2],
    by_officework: [2, 2, 1, 2, 1, 2],
    by_formualizer: [1, 2, 2, 2, 0, 1],
    by_ironcalc: [2, 2, 2, 2, 0, 1],
}
print(*FORMULAS, sep="\n")
same = True
for calculated, expected in EXPECTED.items():
    *seen, percent, text = calculated()
    seen = [float(value) for value in seen]
    print(f"{calculated.__name__[3:]:15}", *seen, percent, text)
    digits = calculated in (by_betteroffice, by_duke_sheets, by_formualizer, by_ironcalc)
    same = same and seen == [*expected, 2] and percent == "80.00%" and text == ("0.7999999999999999" if digits else "0.8")
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
