#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which commission a deal earns when the steps and rates are not in cells but in names of the workbook, {0,1000,5000,10000}, out of reach of whoever
# types.
#
# Packages: betteroffice-xlsx 0.2.1, formulon 0.18.0, ironcalc 0.9.1; mog-sdk 0.9.1, duke-sheets 0.1.20, formualizer 0.13.0, officework 0.9.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: names for steps and rates (1%, 2%, 3%, 5%), for both as a table, for the stages that count, {"Won","Lost"}, for two regions' cells joined by
# a comma, and for the tax, 0.19. A deal of 7500 by LOOKUP, VLOOKUP and MATCH; the highest rate; the amounts of both stages; their sum.
# One would guess: an engine that knows a name for one number, Vat, knows one for a list, which the format keeps in the same place (ECMA-376 Part 1,
# 18.2.5), or has an error: 3%, 5%, 300 and 500, as in LibreOffice 7.4.7.
# Seen: betteroffice takes the first of the list for the whole: the rate is 1% for every deal, the highest rate too, the steps add up to 0, there is 1
# of them, the stages have 100; INDEX, MATCH and VLOOKUP over the same names are errors. formulon has the lists right everywhere but as a condition:
# SUMIF by the stages is 100 of 300, COUNTIF 1 of 2. ironcalc has errors for lists, and 0 in sums of SUMIF and COUNTIF; two areas are 100 for 500, the
# first of them. mog has the lists right and an error for two areas; formualizer has errors, and 0 and 1 where cells are counted. pyofficeeditor is
# right in all.
# So: steps for such an engine stand in cells of a hidden sheet; a rate that is the same for all deals shows that they did not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check betteroffice-xlsx==0.2.1 ironcalc==0.9.1 mog-sdk==0.9.1 duke-sheets==0.1.20 \
    formualizer==0.13.0 officework==0.9.0 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
from openpyxl.workbook.defined_name import DefinedName
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "report.xlsx")
FORMULAS = [
    "=SUM(Steps)",
    "=LOOKUP(7500,Steps,Rates)",
    "=INDEX(Rates,3)",
    "=VLOOKUP(7500,Scheme,2,TRUE)",
    "=INDEX(Rates,MATCH(7500,Steps,1))",
    "=MAX(Rates)",
    "=COUNT(Steps)",
    "=SUMPRODUCT(--(7500>=Steps),Steps)",
    "=SUM(Regions)",
    "=COUNT(Regions)",
    "=Vat*100",
    "=IF(OR(Deals!A2=Stages),1,0)",
    '=MATCH("Lost",Stages,0)',
    "=SUM(SUMIF(Deals!A2:A4,Stages,Deals!B2:B4))",
    "=ROWS(Scheme)",
    "=SUM(COUNTIF(Deals!A2:A4,Stages))",
    "=SMALL(Steps,2)",
]
# Below the rows of all lists, so that no formula stands beside a deal.
ROWS = range(21, 21 + len(FORMULAS))

book = openpyxl.Workbook()
report = book.active
report.title = "Report"
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
deals = book.create_sheet("Deals")
for row in (["Stage", "Amount"], ["Won", 100], ["Lost", 200], ["Open", 400]):
    deals.append(row)
for name, text in (
    ("Steps", "{0,1000,5000,10000}"),
    ("Rates", "{0.01,0.02,0.03,0.05}"),
    ("Scheme", "{0,0.01;1000,0.02;5000,0.03;10000,0.05}"),
    ("Stages", '{"Won","Lost"}'),
    ("Regions", "Deals!$B$2,Deals!$B$4"),
    ("Vat", "0.19"),
):
    book.defined_names[name] = DefinedName(name, attr_text=text)
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


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


RIGHT = [16000, 0.03, 0.03, 0.03, 0.03, 0.05, 4, 6000, 500, 2, 19, 1, 2, 300, 4, 2, 1000]
EXPECTED = {
    by_betteroffice: [0.0, 0.01, "error", "error", "error", 0.01, 1.0, 0.0, "error", 0.0, 19.0, 1.0, "error", 100.0, "error", 1.0, "error"],
    by_ironcalc: [
        "error", "error", "error", "error", "error", "error", 0.0, "error", 100.0, 1.0, "error", "error", "error", 0.0, "error", 0.0, "error",
    ],
    by_mog: [16000.0, 0.03, 0.03, 0.03, 0.03, 0.05, 4.0, 6000.0, "error", 0.0, 19.0, 1.0, 2.0, 300.0, 4.0, 2.0, 1000.0],
    by_duke_sheets: [
        "error", "error", "error", "error", "error", "error", "error", "error", "error", "error", 19.0, "error", "error", "error", "error", "error",
        "error",
    ],
    by_formualizer: [
        "error", "error", "error", "error", "error", "error", 0.0, "error", "error", 0.0, 19.0, "error", "error", "error", 1.0, "error", "error",
    ],
    by_officework: [
        "error", "error", "error", "error", "error", "error", "error", 0.0, "error", "error", "error", "error", "error", "error", "error", "error",
        "error",
    ],
    by_formulon: [16000.0, 0.03, 0.03, 0.03, 0.03, 0.05, 4.0, 6000.0, "error", 0.0, 19.0, 1.0, 2.0, 100.0, 4.0, 1.0, 1000.0],
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
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
