#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose deals belong to the customer 0100, and whose to all others, where numbers of customers are texts in some rows and numbers in others.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20, ironcalc 0.9.1, formulon 0.18.0, pyofficeeditor 0.4.1,
# formualizer 0.13.0; openpyxl 3.1.5 makes the file; all from PyPI. LibreOffice 7.4.7 (Debian 12) where it is installed.
# The file: customers "100", 100 (a number), "0100", "1E2" and "100 " with a space, with amounts of 1, 10, 100, 1000, 10000, so that a sum tells whose
# it is; and 200 with 100000, A100 with 1000000. SUMIF by the number 100, by the text 0100, by "<>"&100, and SUMPRODUCT with = and 0100.
# One would guess: a criterion that reads as a number finds that number and the texts that read as it, as spreadsheet programs are known for; engines
# have it the same way or compare strictly; and whoever is not "equal" is "not equal", so that the two add up to the total, 1111111.
# Seen: four answers. mog, betteroffice, officework, formulon and pyofficeeditor give 0100 the deals of all five, 11111, as Gnumeric 1.12.55 does;
# ironcalc of four, without "100 "; duke-sheets the deals of the number only, 10, so that 0100 has nothing of its own; formualizer those of the
# number and of the very same text, 110. LibreOffice does that too, and by the number 100 it finds the number only. "<>100" is the rest of the
# total in mog, betteroffice, officework and formualizer; formulon, pyofficeeditor and ironcalc have 1111101, the texts a second time, so that
# equal and not equal are 1122212 of 1111111; in duke-sheets they are 100010 and in LibreOffice 1111110, with deals that are nobody's. Only
# SUMPRODUCT with = keeps customers apart, in all but officework, which gives 0100 the number's deals as well.
# So: numbers of customers get a letter before they are summed by any of these, C0100; and a report by customer is compared with the total.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    ironcalc==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 formualizer==0.13.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
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
FILE = str(FOLDER / "deals.xlsx")
FORMULAS = [
    "=SUMIF(A1:A7,D1,B1:B7)",
    "=SUMIF(A1:A7,D2,B1:B7)",
    '=SUMIF(A1:A7,"<>"&D1,B1:B7)',
    "=SUMPRODUCT((A1:A7=D2)*B1:B7)",
]
CELLS = [f"F{row}" for row in range(11, 11 + len(FORMULAS))]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for power, customer in enumerate(["100", 100, "0100", "1E2", "100 ", 200, "A100"]):
    sheet.append([customer, 10**power])
sheet["D1"], sheet["D2"] = 100, "0100"
for cell, formula in zip(CELLS, FORMULAS):
    sheet[cell] = formula
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def place(cell):
    return int(cell[1:]), "ABCDEF".index(cell[0]) + 1


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(cell) for cell in CELLS]


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Deals", cell) for cell in CELLS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded.active[cell].value for cell in CELLS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(cell)) for cell in CELLS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, *place(cell)) for cell in CELLS]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(0, row - 1, column - 1).to_python() for row, column in map(place, CELLS)]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Deals")[cell].value for cell in CELLS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Deals", *place(cell)) for cell in CELLS]


ALL = 11111
EXPECTED = {
    by_mog: [ALL, ALL, 1100000, 100],
    by_betteroffice: [ALL, ALL, 1100000, 100],
    by_officework: [ALL, ALL, 1100000, 110],
    by_formulon: [ALL, ALL, 1111101, 100],
    by_pyofficeeditor: [ALL, ALL, 1111101, 100],
    by_ironcalc: [1111, 1111, 1111101, 100],
    by_duke_sheets: [10, 10, 100000, 100],
    by_formualizer: [ALL, 110, 1100000, 100],
}
print(*FORMULAS, sep="\n")
same = True
for calculated, expected in EXPECTED.items():
    seen = [round(float(value)) for value in calculated()]
    print(f"{calculated.__name__[3:]:14} {seen}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
if office=$(command -v soffice || command -v libreoffice); then
    "$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to csv --outdir "$work" "$work/whole.xlsx" >"$work/log" 2>&1
    seen=$(tail -4 "$work/whole.csv" | cut -d, -f6 | xargs)
    echo "LibreOffice    $seen"
    [ "$seen" = "10 110 1111100 100" ] || { echo "the behaviour has changed"; exit 1; }
else
    echo "LibreOffice is not installed, and was not tried"
fi
echo "as described"
