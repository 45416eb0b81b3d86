#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What an amount, a share and a day read in a label that a formula makes by TEXT, as titles of charts and lines of mails have them, by engine.
#
# Packages: betteroffice-xlsx 0.2.1, ironcalc 0.9.1, officework 0.9.0, duke-sheets 0.1.20, formualizer 0.13.0; mog-sdk 0.9.1, formulon 0.18.0 and
# pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: fifteen labels, each between < and >: 1,500,000 and 2,500 in millions or thousands, by two commas and by conditions, a credit in brackets, a
# zero as a dash, euros before and behind, a share with its sign, a day, a weekday, hours of more than a day, -0.4 without decimals, a period.
# One would guess: an engine that shows amounts has TEXT for their formats, for it is one grammar (ECMA-376 Part 1, 18.8.31); what it does not know is
# an error, or is left out of all labels alike. LibreOffice 7.4.7 and Gnumeric 1.12.55 have all fifteen.
# Seen: betteroffice puts the M behind and does not divide: 1500000.0M, 2500.0k, a million times too much. ironcalc takes the first of three conditions
# for every amount: 2,500 is 0.0M. formualizer drops the conditions and the euro: 2500, 1500000, 1,234.50 without a currency. duke-sheets drops
# everything that is not plain: 1500000, -250, 0.5, and 46143 for the 1st of May. officework has the day as 1 5 2026 and Friday as 金曜日 in any workbook,
# the euro at the wrong end (ironcalc too), and errors for labels with words. betteroffice, duke-sheets and officework have -0. None but those of officework is an
# error; $1,234.50 is right in all, which is the one that is tried. mog, formulon and pyofficeeditor have all fifteen.
# So: labels are compared once by eye after such an engine; a title gets its amount divided in the formula, ROUND(B2/1000000,1)&"M".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check betteroffice-xlsx==0.2.1 duke-sheets==0.1.20 officework==0.9.0 \
    ironcalc==0.9.1 formualizer==0.13.0 mog-sdk==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
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
FILE = str(FOLDER / "report.xlsx")
FORMULAS = [
    '="<"&TEXT(1500000,"0.0,,""M""")&">"',
    '="<"&TEXT(2500,"[>=1000000]0.0,,""M"";[>=1000]0.0,""k"";0")&">"',
    '="<"&TEXT(1500000,"[>=1000000]0.0,,""M"";[>=1000]0.0,""k"";0")&">"',
    '="<"&TEXT(-250,"#,##0;(#,##0)")&">"',
    '="<"&TEXT(0,"#,##0;-#,##0;""-""")&">"',
    '="<"&TEXT(1234.5,"#,##0.00 ""EUR""")&">"',
    '="<"&TEXT(1234.5,"[$€-407] #,##0.00")&">"',
    '="<"&TEXT(1234.5,"#,##0.00 [$€-407]")&">"',
    '="<"&TEXT(0.5,"+0%;-0%;0%")&">"',
    '="<"&TEXT(46143,"d mmm yyyy")&">"',
    '="<"&TEXT(46143,"dddd")&">"',
    '="<"&TEXT(1.25,"[h]:mm")&">"',
    '="<"&TEXT(-0.4,"0")&">"',
    '="<"&TEXT(123456,"0000-00")&">"',
    '="<"&TEXT(1234.5,"$#,##0.00")&">"',
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


def by_betteroffice():
    loaded = betteroffice_xlsx.Workbook.open_path(FILE)
    loaded.recalculate()
    return [loaded.value("Report", f"A{row}") for row in ROWS]


def by_duke_sheets():
    loaded = duke_sheets.Workbook.open(FILE)
    loaded.calculate()
    return [str(loaded.get_sheet(0).get_calculated_value(f"A{row}")) for row in ROWS]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Report"][f"A{row}"].value for row in ROWS]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_formualizer():
    loaded = formualizer.Workbook.from_path(FILE)
    loaded.evaluate_all()
    return [loaded.get_value("Report", row, 1) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS]


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


RIGHT = [
    "<1.5M>", "<2.5k>", "<1.5M>", "<(250)>", "<->", "<1,234.50 EUR>", "<€ 1,234.50>", "<1,234.50 €>", "<+50%>", "<1 May 2026>", "<Friday>",
    "<30:00>", "<0>", "<1234-56>", "<$1,234.50>",
]
EXPECTED = {
    by_betteroffice: [
        "<1500000.0M>", "<2500.0k>", "<1500000.0M>", "<(250)>", "<->", "<1,234.50 EUR>", "<€ 1,234.50>", "<1,234.50 €>", "<+50%>", "<1 May 2026>",
        "<Friday>", "<30:00>", "<-0>", "<1234-56>", "<$1,234.50>",
    ],
    by_duke_sheets: [
        "<1500000>", "<2500>", "<1500000>", "<-250>", "<0>", "<1234.5>", "<1234.5>", "<1234.5>", "<0.5>", "<46143>", "<46143>", "<1.25>", "<-0>",
        "<123456>", "<$1,234.50>",
    ],
    by_officework: [
        "error", "error", "error", "<(250)>", "error", "error", "<€ 1,234.50>", "<€1,234.50 >", "<+50%>", "<1 5 2026>", "<金曜日>", "<30:00>", "<-0>",
        "<123456>", "<$1,234.50>",
    ],
    by_ironcalc: [
        "<1.5M>", "<0.0M>", "<1.5M>", "<(250)>", "<->", "<1,234.50 EUR>", "<€ 1,234.50>", "<€1,234.50 >", "<+50%>", "<1 May 2026>", "<Friday>",
        "<30:00>", "<0>", "<1234-56>", "<$1,234.50>",
    ],
    by_formualizer: [
        "<1.5M>", "<2500>", "<1500000>", "<(250)>", "<->", "<1,234.50 EUR>", "<1,234.50>", "<1,234.50>", "<+50%>", "<1 May 2026>", "<Friday>",
        "<30:00>", "<0>", "<123456>", "<$1,234.50>",
    ],
    by_mog: [
        "<1.5M>", "<2.5k>", "<1.5M>", "<(250)>", "<->", "<1,234.50 EUR>", "<€ 1,234.50>", "<1,234.50 €>", "<+50%>", "<1 May 2026>", "<Friday>",
        "<30:00>", "<0>", "<123456->", "<$1,234.50>",
    ],
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
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
