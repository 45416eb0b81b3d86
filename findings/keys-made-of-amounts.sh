#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is found by a key that joins a customer and an amount, and how an amount reads that a formula puts into a text.
#
# Packages: betteroffice-xlsx 0.2.1, duke-sheets 0.1.20, formualizer 0.13.0, ironcalc 0.9.1; mog-sdk 0.9.1, officework 0.9.0, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI. Gnumeric 1.12.55 (Debian 12, gnumeric), which must be installed.
# The file: payments by key, Acme|3.3 and Best|119.119; deals of 1.1 three times and of 100.1 net with 19% on it; counted and looked up by
# ="Acme|"&1.1*3 and the like, as invoices and payments are matched when the ids differ. The amount in a text, the length of it, with a comma for the
# point.
# One would guess: a number in a text has at most 15 digits, which is what Microsoft names as the precision of Excel, so that fractions of two do not
# show: Acme|3.3, as in LibreOffice 7.4.7.
# Seen: betteroffice, duke-sheets, formualizer and ironcalc write 17: the key is Acme|3.3000000000000003, COUNTIF finds no payment, the lookup within
# IFERROR(…,0) says that nothing was paid, the text of the price is 119.11899999999999 EUR, the rate 7.000000000000001%. Gnumeric writes 20 digits of a
# longer fraction, 3.3000000000000000002, finds one payment of the two, and in its texts 2/3 is 66.66666666666666667. In ironcalc 1.1*3=3.3 and
# 100.1*1.19=119.119 are TRUE beside it: the amounts are equal and their keys are not. mog, officework, formulon and pyofficeeditor have 15. None is an
# error, and amounts that were typed are right.
# So: an amount is rounded before it is joined, &ROUND(1.1*3,2), which all of them have as 3.3.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ssconvert=$(command -v ssconvert) || { echo "needs Gnumeric (Debian: gnumeric)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check betteroffice-xlsx==0.2.1 duke-sheets==0.1.20 formualizer==0.13.0 \
    ironcalc==0.9.1 mog-sdk==0.9.1 officework==0.9.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
SSCONVERT = sys.argv[2]
FORMULAS = [
    '="Acme|"&1.1*3',
    '=COUNTIF(Paid!A2:A4,"Acme|"&1.1*3)',
    '=IFERROR(VLOOKUP("Acme|"&1.1*3,Paid!A2:B4,2,FALSE),0)',
    '=IFERROR(VLOOKUP(Deals!A2&"|"&Deals!B2*1.19,Paid!A2:B4,2,FALSE),0)',
    '=IF(Deals!B2*1.19=119.119,"equal","differs")',
    '=Deals!B2*1.19&" EUR"',
    "=1.1*3=3.3",
    "=LEN(1.1*3)",
    '=SUBSTITUTE(1.1*3,".",",")&" EUR"',
    '=CONCATENATE("Rate ",7/100*100,"%")',
    '="Acme|"&ROUND(1.1*3,2)',
    '=2/3*100&"%"',
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
deals = book.create_sheet("Deals")
deals.append(["Customer", "Net"])
deals.append(["Best", 100.1])
paid = book.create_sheet("Paid")
paid.append(["Key", "Paid"])
for row in (["Acme|3.3", 3.3], ["Best|119.119", 119.119], ["Acme|0.3", 0.3]):
    paid.append(row)
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_gnumeric():
    subprocess.run([SSCONVERT, "--recalc", FILE, FOLDER / "gnumeric.xlsx"], check=True, capture_output=True)
    sheet = openpyxl.load_workbook(FOLDER / "gnumeric.xlsx", data_only=True)["Report"]
    return [sheet.cell(row, 1).value for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


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


EXPECTED = {
    by_betteroffice: [
        "Acme|3.3000000000000003", 0.0, 0.0, 0.0, "differs", "119.11899999999999 EUR", "FALSE", 18.0, "3,3000000000000003 EUR",
        "Rate 7.000000000000001%", "Acme|3.3", "66.66666666666666%",
    ],
    by_duke_sheets: [
        "Acme|3.3000000000000003", 0.0, 0.0, 0.0, "differs", "119.11899999999999 EUR", "FALSE", 18.0, "3,3000000000000003 EUR",
        "Rate 7.000000000000001%", "Acme|3.3", "66.66666666666666%",
    ],
    by_formualizer: [
        "Acme|3.3000000000000003", 0.0, 0.0, 0.0, "differs", "119.11899999999999 EUR", "FALSE", 18.0, "3,3000000000000003 EUR",
        "Rate 7.000000000000001%", "Acme|3.3", "66.66666666666666%",
    ],
    by_ironcalc: [
        "Acme|3.3000000000000003", 0.0, 0.0, 0.0, "equal", "119.11899999999999 EUR", "TRUE", 18.0, "3,3000000000000003 EUR",
        "Rate 7.000000000000001%", "Acme|3.3", "66.66666666666666%",
    ],
    by_gnumeric: [
        "Acme|3.3000000000000000002", 0.0, 0.0, 119.119, "equal", "119.119 EUR", "FALSE", 21.0, "3,3000000000000000002 EUR", "Rate 7%", "Acme|3.3",
        "66.66666666666666667%",
    ],
    by_mog: ["Acme|3.3", 1.0, 3.3, 119.119, "equal", "119.119 EUR", "TRUE", 3.0, "3,3 EUR", "Rate 7%", "Acme|3.3", "66.6666666666667%"],
    by_officework: ["Acme|3.3", 1.0, 3.3, 119.119, "equal", "119.119 EUR", "TRUE", 3.0, "3,3 EUR", "Rate 7%", "Acme|3.3", "66.6666666666667%"],
    by_formulon: ["Acme|3.3", 1.0, 3.3, 119.119, "equal", "119.119 EUR", "TRUE", 3.0, "3,3 EUR", "Rate 7%", "Acme|3.3", "66.6666666666667%"],
    by_pyofficeeditor: ["Acme|3.3", 1.0, 3.3, 119.119, "equal", "119.119 EUR", "TRUE", 3.0, "3,3 EUR", "Rate 7%", "Acme|3.3", "66.6666666666667%"],
}


print(*FORMULAS, sep="\n")
same = True
for calculate, expected in EXPECTED.items():
    found = [plain(value) for value in calculate()]
    print(f"{calculate.__name__:18}", *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$ssconvert"
echo "as described"
