#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What amounts a customer reads in an offer that was made a web page from the workbook.
#
# Packages: xlsx2html 0.6.4 converts, with Babel 2.18.0 below it; xlfmt 0.1.0 to compare; XlsxWriter 3.3.1 makes the file, openpyxl 3.1.5 reads it;
# all from PyPI.
# The file: prices, quantities, shares and totals under the number formats that sales lists have.
# One would guess: a converter that keeps the formats of cells shows what the workbook shows, or the plain number where it does not know a format; amounts
# like 1,234.50 USD come through, which one looks at, and so the others do.
# Seen: formats of Excel are handed to Babel as patterns of CLDR, which look alike. Commas behind the digits do not divide there, so that 1,200,000 as
# 0.0,,"M" is 1200000.0"M"; the condition of [>=1000]0.0,"k" is filled with the amount, [>=2500]; and halves go to the even digit: 2.5 pieces are 2 where the
# workbook shows 3 and 3.5 are 4, 1,234.50 is 1,234 without decimals, 28.5% is 28%, 0.125 is 0.12. A line of pieces times price does not come out
# any more for the reader; a sum of the shown lines is not the shown sum. -0.4 is -0, text in quotation marks keeps them, HK$ becomes HK$C. With
# two decimals, a currency sign, a per cent of one decimal and all days the page is right; xlfmt has all of them right. Nothing is raised.
# So: a page is made from texts that another package has formatted; workbooks for it have plain formats and rounded values.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlsx2html==0.6.4 Babel==2.18.0 xlfmt==0.1.0 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import html
import io
import pathlib
import re
import sys
import warnings

import xlsxwriter
from xlfmt import format_value
from xlsx2html import xlsx2html

warnings.simplefilter("ignore")
FILE = pathlib.Path(sys.argv[1]) / "offer.xlsx"
# value and format: what the page has, what is right
CASES = {
    (1234.5, "#,##0.00"): ("1,234.50", "1,234.50"),
    (1234.5, "$#,##0.00"): ("$1,234.50", "$1,234.50"),
    (0.125, "0.0%"): ("12.5%", "12.5%"),
    (46143, "d mmm yyyy"): ("1 May 2026", "1 May 2026"),
    (1200000, '0.0,,"M"'): ('1200000.0"M"', "1.2M"),
    (2500, '[>=1000]0.0,"k";0'): ('[>=2500]0.0,"k"', "2.5k"),
    (1234567.891, "#,##0.00,"): ("1,234,567.89", "1,234.57"),
    (2.5, "0"): ("2", "3"),
    (3.5, "0"): ("4", "4"),
    (1234.5, "#,##0"): ("1,234", "1,235"),
    (0.285, "0%"): ("28%", "29%"),
    (0.125, "0.00"): ("0.12", "0.13"),
    (-0.4, "0"): ("-0", "0"),
    (0, '#,##0;(#,##0);"-"'): ('"-"', "-"),
    (12, '0 "months"'): ('12 "months"', "12 months"),
    (100, "[$HK$-C04]#,##0.00"): ("HK$C100.00", "HK$100.00"),
    (123456789, "000-000-000"): ("123456789", "123-456-789"),
}
book = xlsxwriter.Workbook(FILE)
sheet = book.add_worksheet("Offer")
for row, (value, code) in enumerate(CASES):
    sheet.write_number(row, 0, value, book.add_format({"num_format": code}))
book.close()
page = io.StringIO()
xlsx2html(str(FILE), page, locale="en")
cells = [html.unescape(re.sub(r"<.*?>", "", cell)).strip() for cell in re.findall(r"<td.*?>(.*?)</td>", page.getvalue(), re.S)]
same = True
for shown, ((value, code), expected) in zip(cells, CASES.items(), strict=True):
    found = (shown, str(format_value(value, code)).strip())
    print(f"{value:<12} {code:26} {found[0]:16} {found[1]}")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
