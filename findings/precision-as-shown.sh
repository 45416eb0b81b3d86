#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a bonus is in a workbook that calculates with the figures as they are shown, in engines that calculate without a spreadsheet program.
#
# Packages: mog-sdk 0.9.1, betteroffice-xlsx 0.2.1, officework 0.9.0, duke-sheets 0.1.20, ironcalc 0.9.1, cellrune 0.2.0, formulon 0.18.0,
# pyofficeeditor 0.4.1, formualizer 0.13.0; openpyxl 3.1.5 makes and reads the file; all from PyPI. LibreOffice 7.4.7 (Debian 12) where it is installed.
# The file: fullPrecision="0", which Excel calls "set precision as displayed" and companies set so that totals agree with what is printed. A third
# of a bonus of 100,000, =1/3 shown as 33%, then the amount; three amounts with cents and their total; a check of the printed total.
# One would guess: an engine keeps the switch, which is one of those of calculation, or refuses it; results that differ would be a cent.
# Seen: none looks at it: 33,333.33 where the workbook pays 33,000, the third of a cent in each line comes back in the total, and
# =IF(C8=28.84,"agrees","differs") is "differs" in all nine. Gnumeric 1.12.55 is like the nine. LibreOffice has 33,000, 28.84 and "agrees", and writes a
# workbook with these values and WITHOUT the switch: whoever calculates that one next pays 33,333.33. Nothing is told by any of them.
# So: what an engine calculated is not written into a workbook with fullPrecision="0"; a script asks openpyxl for calculation.fullPrecision.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 officework==0.9.0 duke-sheets==0.1.20 \
    ironcalc==0.9.1 cellrune==0.2.0 formulon==0.18.0 pyofficeeditor==0.4.1 formualizer==0.13.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
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
FILE, OUT = str(FOLDER / "deals.xlsx"), FOLDER / "out.xlsx"
CELLS = ["C1", "C2", "C8", "C9"]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for cell, value, shown in [
    ("A1", 1, "0"), ("B1", 3, "0"), ("C1", "=A1/B1", "0%"), ("B2", 100000, "#,##0.00"), ("C2", "=B2*C1", "#,##0.00"),
    ("A5", 3, "0"), ("B5", 0.333, "0.000"), ("C5", "=A5*B5", "0.00"), ("A6", 7, "0"), ("B6", 1.116, "0.000"), ("C6", "=A6*B6", "0.00"),
    ("A7", 9, "0"), ("B7", 2.226, "0.000"), ("C7", "=A7*B7", "0.00"), ("C8", "=SUM(C5:C7)", "0.00"), ("C9", '=IF(C8=28.84,"agrees","differs")', "General"),
]:
    sheet[cell] = value
    sheet[cell].number_format = shown
book.calculation.fullPrecision = False
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def place(cell):
    return int(cell[1:]), "ABCDE".index(cell[0]) + 1


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


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active[cell].value for cell in CELLS]


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


def plain(value):
    return value if value in ("agrees", "differs") else round(float(value), 3)


EXACT = [0.333, 33333.333, 28.845, "differs"]
EXPECTED = dict.fromkeys(
    [by_mog, by_betteroffice, by_officework, by_duke_sheets, by_ironcalc, by_cellrune, by_formulon, by_pyofficeeditor, by_formualizer], EXACT)
written = zipfile.ZipFile(FILE).read("xl/workbook.xml").decode()
print(written[written.index("<calcPr"):].split(">")[0] + ">")
print("as shown:      share 0.33, bonus 33000, total 28.84, agrees")
same = True
for calculated, expected in EXPECTED.items():
    seen = [plain(value) for value in calculated()]
    print(f"{calculated.__name__[3:]:14} {seen}")
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" 2>"$work/told" || { cat "$work/told"; exit 1; }
if office=$(command -v soffice || command -v libreoffice); then
    mkdir "$work/saved"
    "$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to xlsx --outdir "$work/saved" "$work/whole.xlsx" >"$work/log" 2>&1
    "$work/venv/bin/python" - "$work/saved/whole.xlsx" <<'PY'
import sys
import zipfile

import openpyxl

values = openpyxl.load_workbook(sys.argv[1], data_only=True).active
seen = [values[cell].value for cell in ("C1", "C2", "C8", "C9")]
kept = "fullPrecision" in zipfile.ZipFile(sys.argv[1]).read("xl/workbook.xml").decode()
print(f"LibreOffice    {seen} switch {'kept' if kept else 'not kept'}")
sys.exit(0 if seen == [0.33, 33000, 28.84, "agrees"] and not kept else "the behaviour has changed")
PY
else
    echo "LibreOffice is not installed, and was not tried"
fi
echo "as described"
