#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What two amounts add up to, and how many deals are won, for a program that reads the same list from .xlsx and from .ods.
#
# Programs: roo 2.10.0 for Ruby (Debian 12, ruby-roo) reads and LibreOffice 7.4.7 (Debian 12, libreoffice-calc) makes the .ods of the .xlsx; both must be
# installed. XlsxWriter 3.3.1 makes the .xlsx, python-calamine 0.9.1 to compare; from PyPI.
# The file: three deals of 100.50, 200.50 and 300 in euros, format with the sign; the same amounts without a sign in the next column; a share; and a tick, TRUE
# for the first deal and FALSE for the others.
# One would guess: roo hides the format of the file, it is what it is for: one class for all of them, with numbers as numbers. What a program does with
# an .xlsx it does with the .ods of it; a format for display is none of its concern.
# Seen: from .xlsx the amounts are numbers and the ticks true and false. From .ods an amount whose format has a currency is a text, "100.5", and the plain one
# beside it and the share are numbers: the sum of the column is "100.5200.5300", by to_f of it 100.5, the largest deal by comparing texts "300" even
# beside 1000. Ticks are the texts "true" and "false", and in Ruby each text counts as true: three of three deals are won. to_csv, which
# stops at such a cell, is the one place that tells. calamine has numbers from both; its ticks from .ods are 1.0 and 0.0.
# So: values of an .ods are read with Float(…) and == "true", or the file is made an .xlsx before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in soffice ruby; do
    command -v "$program" >/dev/null || { echo "needs $program (Debian: libreoffice-calc, ruby-roo)"; exit 1; }
done
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 python-calamine==0.9.1
cat >"$work/make.py" <<'PY'
import sys

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet("Deals")
euros, share = book.add_format({"num_format": "[$€-407] #,##0.00"}), book.add_format({"num_format": "0.0%"})
sheet.write_row(0, 0, ["Id", "Amount", "Plain", "Share", "Won"])
for row, amount in enumerate([100.5, 200.5, 300], 1):
    sheet.write(row, 0, f"D{row}")
    sheet.write_number(row, 1, amount, euros)
    sheet.write_number(row, 2, amount)
    sheet.write_number(row, 3, 0.125, share)
    sheet.write_boolean(row, 4, row == 1)
book.close()
PY
cat >"$work/read.rb" <<'RB'
require "roo"

raise "another version: #{Roo::VERSION}" unless Roo::VERSION == "2.10.0"

sheet = Roo::Spreadsheet.open(ARGV[0]).sheet(0)
rows = (2..4).map { |number| sheet.row(number) }
p rows[0][1..], rows.map { |row| row[1] }.inject(:+), rows.map { |row| row[2] }.inject(:+), rows.count { |row| row[4] }
begin
  sheet.to_csv
  puts "to_csv"
rescue RuntimeError => error
  puts error.message
end
RB
cat >"$work/calamine.py" <<'PY'
import sys

from python_calamine import CalamineWorkbook

rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()[1:]
print(rows[0][1:], sum(row[1] for row in rows), sum(1 for row in rows if row[4]))
PY
"$work/venv/bin/python" "$work/make.py" "$work/deals.xlsx"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to ods --outdir "$work" "$work/deals.xlsx" >/dev/null 2>&1
same=0
see() {
    local found
    found=$("${@:3}" "$work/deals.$1" 2>&1)
    echo "$1:" $found
    [ "$(echo $found)" = "$2" ] || same=1
}
see xlsx '[100.5, 100.5, 0.125, true] 601.0 601.0 1 to_csv' ruby "$work/read.rb"
see ods '["100.5", 100.5, 0.125, "true"] "100.5200.5300" 601.0 3 unhandled celltype currency' ruby "$work/read.rb"
see xlsx '[100.5, 100.5, 0.125, True] 601.0 1' "$work/venv/bin/python" "$work/calamine.py"
see ods '[100.5, 100.5, 0.125, 1.0] 601.0 1' "$work/venv/bin/python" "$work/calamine.py"
[ "$same" = 0 ] || { echo "changed"; exit 1; }
echo "as described"
