#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What an amount in dollars or francs, a credit and 30 hours read for a program in Perl that takes cells as they are shown.
#
# Programs: Spreadsheet::ParseXLSX 0.27 and Spreadsheet::ParseExcel 0.65 below it (Debian 12, libspreadsheet-parsexlsx-perl), which must be installed, read by
# $cell->value, and by $cell->unformatted to compare. XlsxWriter 3.3.1 makes the file, xlfmt 0.1.0 shows what is right; both from PyPI.
# The file: numbers under the formats that sales lists have.
# One would guess: value is what the cell shows, for which the module has the format as a text; a format that it does not know gives the number.
# Seen: 1,234.50 with the currency by its code, [$USD], is U018 .,..00, and with [$CHF] C12F .,..00: the letters S, D and H are taken for seconds, day and hour of
# the moment 1234.5, and the number itself is in none of the characters. $, EUR, € and [$EUR] are right, which are the ones that one tries. 30 hours as [h]:mm
# are 30:01, and 972 hours 972:02, for mm is the MONTH of the day that the number is. A credit in brackets, #,##0;(#,##0), is -250 without
# them, a dash for nothing is 0, a month's change as "+"0;"-"0 is --7, and 2.5 pieces are 2 (halves go to the even digit). unformatted is the number in all.
# So: a program takes unformatted and formats itself; lists that go to it have no currencies in brackets.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
perl -MSpreadsheet::ParseXLSX -e 1 2>/dev/null || { echo "needs Spreadsheet::ParseXLSX (Debian: libspreadsheet-parsexlsx-perl)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 xlfmt==0.1.0
cat >"$work/read.pl" <<'PL'
use strict;
use warnings;
use Spreadsheet::ParseXLSX;

die "another version" unless $Spreadsheet::ParseXLSX::VERSION eq "0.27" && $Spreadsheet::ParseExcel::VERSION eq "0.65";
binmode STDOUT, ":encoding(UTF-8)";
my ($sheet) = Spreadsheet::ParseXLSX->new->parse($ARGV[0])->worksheets;
my (undef, $last) = $sheet->row_range;
for my $row (0 .. $last) {
    my $cell = $sheet->get_cell($row, 0);
    print $cell->value, "\t", $cell->unformatted, "\n";
}
PL
cat >"$work/try.py" <<'PY'
import pathlib
import subprocess
import sys

import xlsxwriter
from xlfmt import format_value

FOLDER = pathlib.Path(sys.argv[1])
FILE = FOLDER / "deals.xlsx"
# value and format: what Spreadsheet::ParseXLSX has for value, what is right
CASES = {
    (1234.5, "$#,##0.00"): ("$1,234.50", "$1,234.50"),
    (1234.5, '#,##0.00 "EUR"'): ("1,234.50 EUR", "1,234.50 EUR"),
    (1234.5, "[$€-407] #,##0.00"): ("€ 1,234.50", "€ 1,234.50"),
    (1234.5, "[$EUR] #,##0.00"): ("EUR 1,234.50", "EUR 1,234.50"),
    (1234.5, "[$USD] #,##0.00"): ("U018 .,..00", "USD 1,234.50"),
    (1234.5, "[$CHF] #,##0.00"): ("C12F .,..00", "CHF 1,234.50"),
    (1.25, "[h]:mm"): ("30:01", "30:00"),
    (40.5, "[h]:mm"): ("972:02", "972:00"),
    (-250, "#,##0;(#,##0)"): ("-250", "(250)"),
    (0, '#,##0;(#,##0);"-"'): ("0", "-"),
    (-7, '"+"0;"-"0'): ("--7", "-7"),
    (2.5, "0"): ("2", "3"),
    (0.125, "0.0%"): ("12.5%", "12.5%"),
    (46143, "yyyy-mm-dd"): ("2026-05-01", "2026-05-01"),
}
book = xlsxwriter.Workbook(FILE)
sheet = book.add_worksheet("Deals")
for row, (value, code) in enumerate(CASES):
    sheet.write_number(row, 0, value, book.add_format({"num_format": code}))
book.close()
told = subprocess.run(["perl", FOLDER / "read.pl", FILE], capture_output=True, text=True, check=True).stdout.splitlines()
same = True
for line, ((value, code), expected) in zip(told, CASES.items(), strict=True):
    shown, plain = line.split("\t")
    found = (shown, str(format_value(value, code)))
    print(f"{value:<8} {code:20} {found[0]:14} {found[1]}")
    same = same and found == expected and float(plain) == value
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
