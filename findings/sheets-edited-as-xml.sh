#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals are left in a workbook after one amount was changed in the XML of its sheet by a script with Python's own parser.
#
# Packages: XlsxWriter 3.3.1 makes the file and ElementTree of Python edits it; opensheet-core 0.3.0, turboxl 0.3.2, pystreamxl 6.2.0, elixcee 1.0.14 and pyofficeeditor
# 0.4.1 read, the last two also save; openpyxl 3.1.5 and python-calamine 0.9.1 to compare; from PyPI. openxlsx 4.2.5 for R, Spreadsheet::XLSX 0.17 for Perl
# and ogrinfo of GDAL 3.6.2 (Debian 12, r-cran-openxlsx, libspreadsheet-xlsx-perl and gdal-bin), which must be installed.
# The file: three deals of 100, 200.50 and 300; the sheet is parsed, 100 is made 150, and it is written back by tostring. ElementTree gives the elements the prefix ns0:
# then, as the Open XML SDK gives them x:, with the same namespace: for XML it is the same sheet (Namespaces in XML 1.0, section 6.1), and the format of workbooks
# names namespaces and no prefixes (ECMA-376 Part 1).
# One would guess: a reader takes elements by their namespace, or says that the sheet has no <worksheet>, as formulon 0.18.0 does.
# Seen: openpyxl and calamine read 650.5 (as do readxl, roo, Spreadsheet::ParseXLSX and Gnumeric). For opensheet-core, turboxl, pystreamxl, elixcee and GDAL the sheet
# has no row, and for Spreadsheet::XLSX no cell; openxlsx returns NULL with a warning that no data is found. No error: a night's import of such a file has no
# deals in it. elixcee saves a sheet without cells over it. pyofficeeditor reads all, but an amount that it sets is written without the prefix, where
# the format has no such element: the deal set to 250 has no amount for openpyxl and the sum is 450, while calamine and pyofficeeditor itself read the 250.
# So: a script registers the namespace with an empty prefix before it writes, register_namespace("", …), and an import that finds no row is a failure.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v Rscript >/dev/null || { echo "needs openxlsx for R (Debian: r-cran-openxlsx)"; exit 1; }
command -v ogrinfo >/dev/null || { echo "needs ogrinfo (Debian: gdal-bin)"; exit 1; }
perl -MSpreadsheet::XLSX -e 1 || { echo "needs Spreadsheet::XLSX (Debian: libspreadsheet-xlsx-perl)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1 opensheet-core==0.3.0 turboxl==0.3.2 \
    pystreamxl==6.2.0 elixcee==1.0.14 pyofficeeditor==0.4.1
cat >"$work/cells.pl" <<'PL'
use Spreadsheet::XLSX;
my $sheet = Spreadsheet::XLSX->new($ARGV[0])->{Worksheet}[0];
print scalar(grep { defined && defined $_->{Val} && $_->{Val} ne "" } map { @{ $_ || [] } } @{ $sheet->{Cells} || [] });
PL
cat >"$work/rows.R" <<'R'
found <- suppressWarnings(openxlsx::read.xlsx(commandArgs(TRUE)[1]))
cat(if (is.null(found)) "NULL" else sum(found$Amount))
R
cat >"$work/try.py" <<'PY'
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

import elixcee
import openpyxl
import opensheet_core
import pystreamxl
import python_calamine
import turboxl
import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
MADE, EDITED, SAVED = (str(FOLDER / f"{name}.xlsx") for name in ("made", "edited", "saved"))
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

book = xlsxwriter.Workbook(MADE)
deals = book.add_worksheet("Deals")
for row, line in enumerate([("Id", "Customer", "Amount"), ("D1", "Acme", 100), ("D2", "Best", 200.5), ("D3", "Corp", 300)]):
    deals.write_row(row, 0, line)
book.close()

with zipfile.ZipFile(MADE) as old, zipfile.ZipFile(EDITED, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        data = old.read(name)
        if name == SHEET:
            sheet = ET.fromstring(data)
            for cell in sheet.iter(MAIN + "c"):
                if cell.get("r") == "C2":
                    cell.find(MAIN + "v").text = "150"
            data = ET.tostring(sheet, encoding="utf-8", xml_declaration=True)
        new.writestr(name, data)


def total(rows):
    amounts = [line[2] for line in list(rows)[1:]]
    return sum(float(amount or 0) for amount in amounts) if amounts else "no rows"


def by_openpyxl(path):
    return total(openpyxl.load_workbook(path)["Deals"].iter_rows(values_only=True))


def by_calamine(path):
    return total(python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())


def by_opensheet_core(path):
    return total(opensheet_core.read_sheet(path))


def by_turboxl(path):
    return total(line.split(",") for line in turboxl.read_sheet_to_csv(path).splitlines())


def by_pystreamxl(path):
    return total(pystreamxl.read(path))


def by_elixcee(path):
    return total(list(line) for line in elixcee.open_stream(path))


def by_pyofficeeditor(path):
    sheet = Editor.open(path).sheet("Deals")
    return total([sheet[f"{column}{row}"].value for column in "ABC"] for row in range(1, 5))


def by_openxlsx(path):
    text = subprocess.run(["Rscript", FOLDER / "rows.R", path], check=True, capture_output=True, text=True).stdout
    return "no rows" if text == "NULL" else float(text)


def by_gdal(path):
    text = subprocess.run(["ogrinfo", "-ro", "-al", path], check=True, capture_output=True, text=True).stdout
    amounts = re.findall(r"Amount \(\w+\) = (\S+)", text)
    return sum(map(float, amounts)) if amounts else "no rows"


def cells_for_spreadsheet_xlsx(path):
    return int(subprocess.run(["perl", FOLDER / "cells.pl", path], check=True, capture_output=True, text=True).stdout)


EXPECTED = {
    by_openpyxl: (600.5, 650.5),
    by_calamine: (600.5, 650.5),
    by_opensheet_core: (600.5, "no rows"),
    by_turboxl: (600.5, "no rows"),
    by_pystreamxl: (600.5, "no rows"),
    by_elixcee: (600.5, "no rows"),
    by_openxlsx: (600.5, "no rows"),
    by_gdal: (600.5, "no rows"),
    by_pyofficeeditor: (600.5, 650.5),
    cells_for_spreadsheet_xlsx: (12, 0),
}
same = True


def compare(what, found, expected):
    global same
    print(f"{what:34} {found}")
    same = same and found == expected


for read, expected in EXPECTED.items():
    compare(read.__name__, (read(MADE), read(EDITED)), expected)

elixcee.load_workbook(EDITED).save_workbook(SAVED)
compare("saved by elixcee", by_openpyxl(SAVED), "no rows")
changed = Editor.open(EDITED)
changed.sheet("Deals")["C3"].value = 250
changed.save(SAVED)
compare("saved by pyofficeeditor", (by_openpyxl(SAVED), by_calamine(SAVED), by_pyofficeeditor(SAVED)), (450, 700, 700))
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
