#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which number formats make an amount a date when a workbook is read or turned into CSV.
#
# Packages: turboxl 0.3.2 (workbook to CSV), pystreamxl 6.2.0, xlsxedit 1.0.2; openpyxl 3.1.5 and XlsxWriter 3.3.1 to compare and to make
# the file; all from PyPI.
# The file: one amount, 46112.5, under the formats that sales lists have.
# One would guess: a format is a date's when one of its date letters stands outside of quotation marks, of [brackets] and behind no
# backslash; it is for openpyxl, which reads a number in every line.
# Seen: turboxl takes letters inside of quotation marks and brackets: with [Red] for negative amounts, "M" for millions, [$CNY] or [$RM-43E]
# the CSV has 2026-03-31 where the amount was, with [$USD], [$HKD] or [$HK$-C04] the time 12:00:00, and with [$TWD] the amount. pystreamxl
# reads a date under [$CNY] and [$HKD], under [$USD] behind the digits but not before them, and under [$HK$-C04], [Yellow], "MTD" and
# 0" months"; xlsxedit under [$HKD], [$HK$-C04] and 0" months". Plain #,##0.00, a currency sign without such letters and a per cent stay
# what they are, so that a first look at a file shows nothing.
# So: who writes workbooks for such readers keeps letters out of number formats of amounts; who reads with them compares a sum.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check turboxl==0.3.2 pystreamxl==6.2.0 xlsxedit==1.0.2 openpyxl==3.1.5 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import csv
import datetime
import io
import sys

import openpyxl
import pystreamxl
import turboxl
import xlsxedit
import xlsxwriter

FILE = sys.argv[1] + "/deals.xlsx"
AMOUNT = 46112.5
# format: what turboxl writes; what pystreamxl and xlsxedit read (n a number, d a date)
EXPECTED = {
    "#,##0.00": ("46112.5", "n", "n"),
    "0.0%": ("46112.5", "n", "n"),
    "[$¥-804]#,##0.00": ("46112.5", "n", "n"),
    "[$NT$-404]#,##0": ("46112.5", "n", "n"),
    "[Red]#,##0;[Blue]-#,##0": ("2026-03-31", "n", "n"),
    "[Yellow]0.00": ("2026-03-31", "d", "n"),
    "[$RM-43E]#,##0": ("2026-03-31", "n", "n"),
    "[$TWD] #,##0.00": ("46112.5", "n", "n"),
    "[$CNY] #,##0.00": ("2026-03-31", "d", "n"),
    "[$HKD] #,##0.00": ("12:00:00", "d", "d"),
    "[$USD] #,##0": ("12:00:00", "n", "n"),
    "#,##0 [$USD]": ("12:00:00", "d", "n"),
    "[$HK$-C04]#,##0.00": ("12:00:00", "d", "d"),
    '#,##0.0,,"M"': ("2026-03-31", "n", "n"),
    '0 "MTD"': ("2026-03-31", "d", "n"),
    '0" months"': ("12:00:00", "d", "d"),
}
book = xlsxwriter.Workbook(FILE)
sheet = book.add_worksheet("Deals")
sheet.write_row(0, 0, ["Format", "Amount"])
for row, number_format in enumerate(EXPECTED, 1):
    sheet.write_string(row, 0, number_format)
    sheet.write_number(row, 1, AMOUNT, book.add_format({"num_format": number_format}))
book.close()


def kind(value):
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        return "d"
    return "n" if value == AMOUNT else repr(value)


count = len(EXPECTED)
plain = [kind(row[1]) for row in openpyxl.load_workbook(FILE).active.iter_rows(min_row=2, values_only=True)]
turbo = [row[1] for row in csv.reader(io.StringIO(turboxl.read_sheet_to_csv(FILE)))][1:]
stream = [kind(list(row.values() if isinstance(row, dict) else row)[1]) for row in list(pystreamxl.read(FILE))[-count:]]
edit = [kind(xlsxedit.Workbook(FILE)["Deals"][f"B{row}"].value) for row in range(2, count + 2)]
assert plain == ["n"] * count and len(turbo) == count, (plain, turbo)
same = True
for number_format, *seen in zip(EXPECTED, turbo, stream, edit):
    print(f"{number_format:28} turboxl {seen[0]:12} pystreamxl {seen[1]}  xlsxedit {seen[2]}")
    same = same and tuple(seen) == EXPECTED[number_format]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
