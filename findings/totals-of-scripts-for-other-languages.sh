#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the deals and the total of a workbook are that a script in Python saved, for programs in Perl, Ruby, R and C++ that read it before Excel has opened it.
#
# Package: openpyxl 3.1.5 writes; from PyPI. Spreadsheet::XLSX 0.17 and Spreadsheet::ParseXLSX 0.27 for Perl, roo 2.10.0 for Ruby, openxlsx 4.2.5 and readxl 1.4.2 for R and
# GDAL 3.6.2 read (Debian 12, libspreadsheet-xlsx-perl, libspreadsheet-parsexlsx-perl, ruby-roo, r-cran-openxlsx, r-cran-readxl and gdal-bin), which must be installed.
# The file: three deals of 100, 200.50 and 300; and the same with a row below, Total and =SUM(C2:C4). openpyxl does not calculate: the result is an empty element,
# <v/> or <v></v>. It names the sheet from the root of the package, /xl/worksheets/sheet1.xml, as ECMA-376 Part 2 has it for absolute targets, and writes texts within cells.
# One would guess: openpyxl is what most scripts write with, so that readers know its files; a total without a result is empty, or is said to be missing.
# Seen: for Spreadsheet::XLSX neither file has a cell, its list of sheets is right and it says nothing: it looks for xl//xl/worksheets/sheet1.xml. With that name made
# relative it has the numbers and none of the texts. roo reads the deals, and raises "invalid value for Integer()" for the whole sheet as soon as it has one
# formula. For ParseXLSX, with a warning of Perl about "", and for openxlsx, without one, the total is 0, a number like any other: a script that adds up
# the totals of all regions takes it for a region that sold nothing. readxl has NA and GDAL nothing, which is right.
# So: what a script saved is calculated and saved once by another program before it is handed on, or a total that is 0 is taken for one that is not known.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for module in Spreadsheet::XLSX Spreadsheet::ParseXLSX; do
    perl "-M$module" -e 1 || { echo "needs $module (Debian: libspreadsheet-xlsx-perl, libspreadsheet-parsexlsx-perl)"; exit 1; }
done
command -v ogrinfo >/dev/null || { echo "needs ogrinfo (Debian: gdal-bin)"; exit 1; }
command -v Rscript >/dev/null || { echo "needs openxlsx and readxl for R (Debian: r-cran-openxlsx, r-cran-readxl)"; exit 1; }
ruby -e 'require "roo"' || { echo "needs roo (Debian: ruby-roo)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cat >"$work/cells.pl" <<'PL'
my ($module, $path) = @ARGV;
eval "require $module" or die $@;
my $book = $module eq "Spreadsheet::XLSX" ? $module->new($path) : $module->new->parse($path);
my ($sheet) = $book->worksheets;
my @rows;
for my $row (0 .. 4) {
    push @rows, join ",", map { my $cell = $sheet->{Cells}[$row][$_]; $cell && defined $cell->unformatted ? $cell->unformatted : "" } 0 .. 2;
}
print $sheet->{Name}, ": ", join "|", @rows;
PL
cat >"$work/cells.rb" <<'RB'
require "roo"
begin
  sheet = Roo::Spreadsheet.open(ARGV[0]).sheet(0)
  print((1..sheet.last_row).map { |row| sheet.row(row).join(",") }.join("|"))
rescue ArgumentError => error
  print error.message
end
RB
cat >"$work/amounts.R" <<'R'
path <- commandArgs(TRUE)[1]
cat(openxlsx::read.xlsx(path)$Amount, "; ", sep = " ")
cat(suppressMessages(readxl::read_excel(path))$Amount, sep = " ")
R
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
import sys
import zipfile

import openpyxl

FOLDER = pathlib.Path(sys.argv[1])
DEALS, TOTAL, RELATIVE = (FOLDER / f"{name}.xlsx" for name in ("deals", "total", "relative"))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Deals"
for line in [("Id", "Customer", "Amount"), ("D1", "Acme", 100), ("D2", "Best", 200.5), ("D3", "Corp", 300)]:
    sheet.append(line)
book.save(DEALS)
sheet.append(("Total", None, "=SUM(C2:C4)"))
book.save(TOTAL)
with zipfile.ZipFile(TOTAL) as old, zipfile.ZipFile(RELATIVE, "w") as new:
    for name in old.namelist():
        data = old.read(name)
        new.writestr(name, data.replace(b'Target="/xl/', b'Target="') if name == "xl/_rels/workbook.xml.rels" else data)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def by_perl(module):
    return [run("perl", FOLDER / "cells.pl", module, path) for path in (DEALS, TOTAL, RELATIVE)]


def by_gdal(path):
    rows = run("ogrinfo", "-q", "-ro", "-al", path).split("OGRFeature")[1:]
    return [float((re.search(r"Amount \(\w+\) = (\S+)", row) or [0, "nan"])[1]) for row in rows]


CASES = [
    (
        by_perl("Spreadsheet::XLSX"),
        ["Deals: ,,|,,|,,|,,|,,", "Deals: ,,|,,|,,|,,|,,", "Deals: ,,|,,100|,,200.5|,,300|,,"],
    ),
    (
        by_perl("Spreadsheet::ParseXLSX"),
        ["Deals: Id,Customer,Amount|D1,Acme,100|D2,Best,200.5|D3,Corp,300|,,"] + 2 * ["Deals: Id,Customer,Amount|D1,Acme,100|D2,Best,200.5|D3,Corp,300|Total,,0"],
    ),
    (
        [run("ruby", FOLDER / "cells.rb", path) for path in (DEALS, TOTAL)],
        ["Id,Customer,Amount|D1,Acme,100|D2,Best,200.5|D3,Corp,300", 'invalid value for Integer(): ""'],
    ),
    (
        [run("Rscript", FOLDER / "amounts.R", path) for path in (DEALS, TOTAL)],
        ["100 200.5 300 ; 100 200.5 300", "100 200.5 300 0 ; 100 200.5 300 NA"],
    ),
    (repr([by_gdal(path) for path in (DEALS, TOTAL)]), "[[100.0, 200.5, 300.0], [100.0, 200.5, 300.0, nan]]"),
]
same = True
for found, expected in CASES:
    print(found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
