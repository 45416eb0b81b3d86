#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What shares, prices, budgets and terms of payment of a workbook are after one and after two tools of csvkit.
#
# Packages: csvkit 2.2.0 (in2csv, csvsort, csvsql, csvstat) with agate 1.14.2 and agate-excel 0.4.2; openpyxl 3.1.5 makes the file; all from PyPI.
# The file: three deals with an amount; a share, as the number 0.3 and as the texts 12% and 25%; a price as a German supplier writes it, 1.234,56, 12,50
# and 999,00; a budget, 5m, 2m and 3m; terms of payment, 1 month, 2 months and 14 days.
# One would guess: what is not a number or a date in all rows stays the text it was; a per cent sign, which is taken for part of a number, divides by a
# hundred; what one tool has written the next one reads as the same.
# Seen: the shares are 0.3, 12 and 25, so that amount times share is 3,680,000 and not 66,500. The prices are 1.23456, 1250 and 99900: one a thousandth,
# two the hundredfold. Five millions are five minutes, 0:05:00. One month is the date 0001-02-01 and 14 days are 0001-01-15, counted from the
# year 1; the next tool in the pipe makes of them 2001-01-02 and 2015-01-01: a term of a month that is a day of January. Without the row of 14
# days, it is the same; with rows of days only, it is "14 days, 0:00:00". Nothing is told, and csvstat --sum adds up to 101151.235.
# So: in2csv and what follows it get -I, in each of them, and numbers are made in the query; with -I every text is what it was.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 agate-excel==0.4.2 openpyxl==3.1.5
"$work/venv/bin/python" - "$work/deals.xlsx" <<'PY'
import sys

import openpyxl

book = openpyxl.Workbook()
for row in [
    ["Id", "Amount", "Share", "Price", "Budget", "Terms"], ["D1", 100000, 0.3, "1.234,56", "5m", "1 month"],
    ["D2", 200000, "12%", "12,50", "2m", "2 months"], ["D3", 50000, "25%", "999,00", "3m", "14 days"],
]:
    book.active.append(row)
book.save(sys.argv[1])
PY
bin=$work/venv/bin
{
    "$bin/in2csv" "$work/deals.xlsx"
    echo "sorted by Id:"
    "$bin/in2csv" "$work/deals.xlsx" | "$bin/csvsort" -c Id
    echo "sum of amounts times shares:"
    "$bin/in2csv" "$work/deals.xlsx" | "$bin/csvsql" --query 'SELECT SUM(Amount*Share) AS fees FROM stdin'
    echo "sum of prices:"
    "$bin/in2csv" "$work/deals.xlsx" | "$bin/csvstat" --sum -c Price
    echo "with -I:"
    "$bin/in2csv" -I "$work/deals.xlsx" | "$bin/csvsort" -I -c Id
} 2>"$work/told" | tee "$work/seen"
cat >"$work/expected" <<'TXT'
Id,Amount,Share,Price,Budget,Terms
D1,100000,0.3,1.23456,0:05:00,0001-02-01
D2,200000,12,1250,0:02:00,0001-03-01
D3,50000,25,99900,0:03:00,0001-01-15
sorted by Id:
Id,Amount,Share,Price,Budget,Terms
D1,100000,0.3,1.23456,0:05:00,2001-01-02
D2,200000,12,1250,0:02:00,2001-01-03
D3,50000,25,99900,0:03:00,2015-01-01
sum of amounts times shares:
fees
3680000.0
sum of prices:
101151.235
with -I:
Id,Amount,Share,Price,Budget,Terms
D1,100000,0.3,"1.234,56",5m,1 month
D2,200000,12%,"12,50",2m,2 months
D3,50000,25%,"999,00",3m,14 days
TXT
diff "$work/seen" "$work/expected" || { echo "the behaviour has changed"; exit 1; }
[ ! -s "$work/told" ] || { echo "something is told now:"; cat "$work/told"; exit 1; }
echo "as described"
