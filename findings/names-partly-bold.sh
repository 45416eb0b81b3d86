#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a customer is called whose name is partly bold, or begins with a space, in a workbook of openpyxl that others read.
#
# Programs: openxlsx 4.2.5.2 for R (Debian 12, r-cran-openxlsx), which must be installed; turboxl 0.3.2, opensheet-core 0.3.0, xlpp 1.1.2, oxlsx 0.2.0 and
# python-calamine 0.9.1 (to compare) read; openpyxl 3.1.5 makes the file with its rich text, XlsxWriter 3.3.1 the same from the table of strings; PyPI.
# The file: Acme with a bold Ltd, a bold Best with & Sons, Cook with two spaces in front, and Dell; amounts of 100 to 400. openpyxl 3.1 writes texts within
# the cell, t="inlineStr", in runs where parts are bold (ECMA-376 Part 1, 18.3.1.53), and xml:space="preserve" where spaces are to be kept.
# One would guess: bold or not, the name is the name, as for calamine and for LibreOffice 7.4.7, Gnumeric 1.12.55 and roo 2.10.0; who reads runs in the table
# of strings reads them in a cell.
# Seen: each of the others has other names, and no error. turboxl takes what stands before the first bold: Acme, and nothing for Best. opensheet-core takes
# the last run: Ltd and & Sons. xlpp takes the first: Acme, Best. openxlsx has no name, NA, for both, and for Cook the markup too:
# xml:space="preserve">  Cook. oxlsx has all runs and no spaces: AcmeLtd. With the same names from the table of strings the first four are right, so that
# a try with a file of Excel or XlsxWriter shows nothing; AcmeLtd stays. Amounts and Dell are right everywhere: sums by customer are not.
# So: names are written without rich text for others; the names of both readers are compared before sums by name are believed.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
Rscript -e 'library(openxlsx)' 2>/dev/null || { echo "needs R with openxlsx (Debian: r-cran-openxlsx)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check turboxl==0.3.2 opensheet-core==0.3.0 xlpp==1.1.2 oxlsx==0.2.0 python-calamine==0.9.1 \
    openpyxl==3.1.5 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import csv
import io
import subprocess
import sys

import openpyxl
import opensheet_core
import oxlsx
import python_calamine
import turboxl
import xlpp
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

WITHIN, TABLE = f"{sys.argv[1]}/within.xlsx", f"{sys.argv[1]}/table.xlsx"
bold = InlineFont(b=True)
book = openpyxl.Workbook()
names = [CellRichText("Acme", TextBlock(bold, " Ltd")), CellRichText(TextBlock(bold, "Best"), " & Sons"), "  Cook", "Dell"]
for number, name in enumerate(names, 1):
    book.active.append([name, number * 100])
book.save(WITHIN)
with xlsxwriter.Workbook(TABLE) as other:
    sheet, heavy = other.add_worksheet("Sheet"), other.add_format({"bold": True})
    sheet.write_rich_string(0, 0, "Acme", heavy, " Ltd")
    sheet.write_rich_string(1, 0, heavy, "Best", " & Sons")
    sheet.write_column(2, 0, ["  Cook", "Dell"])
    sheet.write_column(0, 1, [100, 200, 300, 400])


def by_calamine(path):
    return [row[0] for row in python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()]


def by_turboxl(path):
    return [row[0] for row in csv.reader(io.StringIO(turboxl.read_sheet_to_csv(path)))]


def by_opensheet(path):
    return [row[0] for row in opensheet_core.read_sheet(path)]


def by_xlpp(path):
    loaded = xlpp.Workbook()
    loaded.load(path)
    return [loaded.worksheet("Sheet").cell(row, 1).value for row in (1, 2, 3, 4)]


def by_oxlsx(path):
    return [row[0] for row in oxlsx.load_workbook(path)["Sheet"].iter_rows(values_only=True)]


def by_openxlsx(path):
    code = 'cat(openxlsx::read.xlsx(commandArgs(TRUE)[1], colNames = FALSE)[, 1], sep = "\\n")'
    return subprocess.run(["Rscript", "-e", code, path], capture_output=True, text=True, check=True).stdout.rstrip("\n").split("\n")


RIGHT = ["Acme Ltd", "Best & Sons", "  Cook", "Dell"]
EXPECTED = {
    by_calamine: (RIGHT, RIGHT),
    by_turboxl: (["Acme", "", "  Cook", "Dell"], RIGHT),
    by_opensheet: ([" Ltd", " & Sons", "  Cook", "Dell"], RIGHT),
    by_xlpp: (["Acme", "Best", "  Cook", "Dell"], RIGHT),
    by_openxlsx: (["NA", "NA", 'xml:space="preserve">  Cook', "Dell"], RIGHT),
    by_oxlsx: (["AcmeLtd", "Best& Sons", "Cook", "Dell"],) * 2,
}
same = True
for read, expected in EXPECTED.items():
    found = read(WITHIN), read(TABLE)
    print(f"{read.__name__:13}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
