#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# On which days a deal cannot close, which the last day is, and what is won, in a spreadsheet for data work that reads the workbook.
#
# Package: abax 0.1.20 (abax convert to CSV calculates) with the openpyxl 3.1.5 below it; pyofficeeditor 0.4.1 to compare, XlsxWriter 3.3.1 makes the file;
# PyPI.
# The file: deals of 100, 200, 300 and one without an amount, which close on Friday 1, Saturday 2, Sunday 3 and Monday 4 May 2026; three of them won; formulas
# on another sheet. It says of itself that it follows Gnumeric where something is not clear; Gnumeric 1.12.55 and LibreOffice 7.4.7 have all as
# pyofficeeditor.
# One would guess: a function that takes an argument uses it, or has an error for it; a date that YEAR and EOMONTH read is a date for MAX and TEXT.
# Seen: the second argument of WEEKDAY is not used: by WEEKDAY(day,2), where Monday is 1, Friday is 6, which is "weekend", and Sunday is 1, "work day"; what
# is put off to the next work day stays on Sunday. A date is a text to all but the functions of dates: MAX of them is 0, TEXT gives 2026-05-01 00:00:00 for
# any format, so that no two days are of one month. SUMPRODUCT((stage="Won")*amount) is 0 and with -- it is 600, the lost deal too, for 400; SUMIFS has 400.
# The deal without an amount is one of 0 for COUNTIF: two are below 150. ROUND(2.5,0) is 2. Of these none is an error; a date plus 30 is one.
# So: what it calculates is compared with the results that Excel stored before anything is built on it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check abax==0.1.20 openpyxl==3.1.5 pyofficeeditor==0.4.1 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import csv
import datetime
import pathlib
import subprocess
import sys
import warnings

import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "report.xlsx"), FOLDER / "report.csv"
# formula: what abax has, what is right
CASES = {
    "=WEEKDAY(Deals!D2,2)": ("6", "5"),
    '=IF(WEEKDAY(Deals!D2,2)>5,"weekend","work day")': ("weekend", "work day"),
    '=IF(WEEKDAY(Deals!D4,2)>5,"weekend","work day")': ("work day", "weekend"),
    "=WEEKDAY(Deals!D2)": ("6", "6"),
    "=MAX(Deals!D2:D5)": ("0", "46146"),
    '=TEXT(Deals!D2,"yyyy-mm")': ("2026-05-01 00:00:00", "2026-05"),
    '=IF(TEXT(Deals!D2,"mm")=TEXT(Deals!D3,"mm"),"same month","another")': ("another", "same month"),
    "=YEAR(Deals!D2)*100+MONTH(Deals!D2)": ("202605", "202605"),
    '=SUMPRODUCT((Deals!B2:B5="Won")*Deals!C2:C5)': ("0", "400"),
    '=SUMPRODUCT(--(Deals!B2:B5="Won"),Deals!C2:C5)': ("600", "400"),
    '=SUMIFS(Deals!C2:C5,Deals!B2:B5,"Won")': ("400", "400"),
    '=COUNTIF(Deals!C2:C5,"<150")': ("2", "1"),
    "=ROUND(2.5,0)": ("2", "3"),
}

book = xlsxwriter.Workbook(FILE)
report, deals = book.add_worksheet("Report"), book.add_worksheet("Deals")
day = book.add_format({"num_format": "yyyy-mm-dd"})
deals.write_row(0, 0, ["Id", "Stage", "Amount", "Closes"])
for row, amount in enumerate((100, 200, 300, None), 1):
    deals.write_row(row, 0, [f"D{row}", "Lost" if row == 2 else "Won", amount])
    deals.write_datetime(row, 3, datetime.datetime(2026, 5, row), day)
for row, formula in enumerate(CASES):
    report.write_formula(row, 0, formula, None, "")
book.close()
subprocess.run([str(FOLDER / "venv" / "bin" / "abax"), "convert", FILE, str(OUT)], check=True, capture_output=True)
with open(OUT, newline="") as lines:
    found = [row[0] for row in csv.reader(lines)]
loaded = Editor.open(FILE)
loaded.calculate()
compared = [loaded.sheet("Report")[f"A{row}"].value for row in range(1, len(CASES) + 1)]
same = len(found) == len(CASES)
for (formula, (wrong, right)), here, there in zip(CASES.items(), found, compared):
    there = str(int(there)) if isinstance(there, (int, float)) else there
    print(f"{here:20} {there:12} {formula}")
    same = same and (here, there) == (wrong, right)
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
