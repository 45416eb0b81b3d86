#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What was sold of the products that begin with 12, and how many numbers of products are texts, by a condition with an asterisk.
#
# Programs: LibreOffice 7.4.7 and Gnumeric 1.12.55 (Debian 12, libreoffice-calc and gnumeric), which must be installed; duke-sheets 0.1.20, officework 0.9.0,
# mog-sdk 0.9.1, betteroffice-xlsx 0.2.1; ironcalc 0.9.1, formulon 0.18.0, formualizer 0.13.0 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and
# reads the file; from PyPI.
# The file: products 1201, 1299, 12 and 112, which are numbers, and 12A and 1301, which are texts, with amounts of 100, 300, 500, 600, 200 and 400. Sums of
# those that begin with 12 and of all others; how many are texts, COUNTIF(…,"*"), and how many amounts are, as one asks after an import; the first that begins
# with 12, by MATCH and by XLOOKUP.
# One would guess: an asterisk stands for letters of a text, so that numbers never fit, as in Excel: 200 and 1900, two texts, no amount that is one, row 2.
# That is a trap, and the same one everywhere; where numbers fit they do in every function, and both sums are the total, 2100.
# Seen: three answers. In duke-sheets, officework and LibreOffice numbers fit: 1100 and 1000, all six are texts, and so are all six amounts, by the check that
# was to find the one that is; in MATCH they fit in LibreOffice alone, and in XLOOKUP in duke-sheets. mog and Gnumeric have 200 for those that begin with 12,
# and 2100 for the others, 2300 of 2100, for after <> an asterisk is an asterisk to them. betteroffice has the sums right and finds nothing by MATCH and
# XLOOKUP. ironcalc, formulon, formualizer and pyofficeeditor have it as in Excel. None of the sums is an error.
# So: a group of products is a column of its own, =LEFT(B2,2)="12"; texts are counted by COUNTA less COUNT, which is right in all ten.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v ssconvert >/dev/null || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duke-sheets==0.1.20 officework==0.9.0 mog-sdk==0.9.1 betteroffice-xlsx==0.2.1 \
    ironcalc==0.9.1 formulon==0.18.0 formualizer==0.13.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
import sys
import warnings
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

warnings.simplefilter("ignore")
FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]
FILE, OUT = str(FOLDER / "report.xlsx"), FOLDER / "out.xlsx"
FORMULAS = [
    '=SUMIF(Deals!B2:B7,"12*",Deals!C2:C7)',
    '=SUMIF(Deals!B2:B7,"<>12*",Deals!C2:C7)',
    '=COUNTIF(Deals!B2:B7,"*")',
    '=COUNTIF(Deals!C2:C7,"*")',
    '=MATCH("12*",Deals!B2:B7,0)',
    '=_xlfn.XLOOKUP("12*",Deals!B2:B7,Deals!A2:A7,"none",2)',
    "=COUNTA(Deals!B2:B7)-COUNT(Deals!B2:B7)",
]
ROWS = range(11, 11 + len(FORMULAS))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Report"
deals = book.create_sheet("Deals")
deals.append(["Id", "Product", "Amount"])
for number, (product, amount) in enumerate([(1201, 100), ("12A", 200), (1299, 300), ("1301", 400), (12, 500), (112, 600)], 1):
    deals.append([f"D{number}", product, amount])
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


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "xlsx", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    return stored(FOLDER / "office" / "report.xlsx")


def by_gnumeric():
    subprocess.run(["ssconvert", "--recalc", FILE, OUT], check=True, capture_output=True)
    return stored(OUT)


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Report").get_value(f"A{row}") for row in ROWS]


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


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_pyofficeeditor():
    loaded = Editor.open(FILE)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS]


def plain(value):
    text = str(value)
    try:
        return int(float(text))
    except ValueError:
        return text if re.fullmatch(r"D\d|none", text) else "error"


RIGHT = [200, 1900, 2, 0, 2, "D2", 2]
EXPECTED = {
    by_duke_sheets: [1100, 1000, 6, 6, 2, "D1", 2],
    by_officework: [1100, 1000, 6, 6, 2, "error", 2],
    by_libreoffice: [1100, 1000, 6, 6, 1, "error", 2],
    by_mog: [200, 2100, 2, 0, 2, "D2", 2],
    by_gnumeric: [200, 2100, 2, 0, 2, "error", 2],
    by_betteroffice: [200, 1900, 2, 0, "error", "none", 2],
    by_ironcalc: RIGHT,
    by_formulon: RIGHT,
    by_formualizer: RIGHT,
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
