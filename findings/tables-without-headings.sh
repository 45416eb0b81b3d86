#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many deals a table has for those who read it by its name when its headings are switched off.
#
# Packages: python-calamine 0.9.1, fastexcel 0.21.0, polars 2.1.0 and kyrax 1.0.7 read by name; pandas-xlsx-tables 1.1.2 and betteroffice-xlsx 0.2.1 (which
# calculates the sum of the column) to compare; XlsxWriter 3.3.1 makes the files; all from PyPI.
# The files: a table Deals of four deals, 1000 together, with a totals row; once with its row of headings and once without, as the box "Header Row" of
# Excel has it (headerRowCount="0"); and both without a totals row.
# One would guess: the four readers leave out the totals row, as they do when there are headings; without headings a row more is data, at the top.
# Seen: without headings the totals row is a deal: five rows, the last one Total with 1000, and a sum of 2000. With one of the two switched off only, all is
# right: the totals row is left out beside headings, and no deal is lost without them. pandas-xlsx-tables has four rows in each, betteroffice
# calculates 1000 in each. Nothing is told.
# So: tables are read by name after a look at headerRowCount and totalsRowCount; a row called Total is dropped.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 fastexcel==0.21.0 polars==2.1.0 kyrax==1.0.7 \
    pandas-xlsx-tables==1.1.2 betteroffice-xlsx==0.2.1 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import betteroffice_xlsx
import fastexcel
import kyrax
import pandas_xlsx_tables
import polars
import python_calamine
import xlsxwriter

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
AMOUNTS = [100, 200, 300, 400]


def make(path, headings, totals):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Deals")
    columns = [{"header": "Id", "total_string": "Total"}, {"header": "Amount", "total_function": "sum", "total_value": sum(AMOUNTS)}]
    options = {"name": "Deals", "header_row": headings, "total_row": totals, "columns": columns}
    options["data"] = [[f"D{n}", amount] for n, amount in enumerate(AMOUNTS, 1)]
    sheet.add_table(1, 0, len(AMOUNTS) + headings + totals, 1, options)
    sheet.write_formula("D1", "=SUM(Deals[Amount])", None, 0)
    book.close()


def by_calamine(path):
    return [row[1] for row in python_calamine.load_workbook(path, load_tables=True).get_table_by_name("Deals").to_python()]


def by_fastexcel(path):
    return fastexcel.read_excel(path).load_table("Deals").to_polars()["Amount"].to_list()


def by_polars(path):
    return polars.read_excel(path, table_name="Deals")["Amount"].to_list()


def by_kyrax(path):
    return kyrax.read_excel(path).load_table("Deals").to_polars()["Amount"].to_list()


def by_pandas_xlsx_tables(path):
    return pandas_xlsx_tables.xlsx_tables_to_dfs(path)["Deals"]["Amount"].tolist()


def calculated(path):
    loaded = betteroffice_xlsx.Workbook.open_path(path)
    loaded.recalculate()
    return loaded.value("Deals", "D1")


READERS = (by_calamine, by_fastexcel, by_polars, by_kyrax)
same = True
for headings in (True, False):
    for totals in (True, False):
        path = str(FOLDER / f"{headings}-{totals}.xlsx")
        make(path, headings, totals)
        wrong = totals and not headings
        for read in (*READERS, by_pandas_xlsx_tables):
            amounts = read(path)
            found = len(amounts), sum(amounts)
            print(f"headings {headings!s:5} totals {totals!s:5} {read.__name__:22}", *found)
            same = same and found == ((5, 2000) if wrong and read in READERS else (4, 1000))
        same = same and calculated(path) == 1000
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
