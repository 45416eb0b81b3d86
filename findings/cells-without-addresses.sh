#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is left of a workbook whose cells have no addresses, as one writer on PyPI makes them, after others have read or saved it.
#
# Packages: pystreamxl 6.2.0 makes the file; opensheet-core 0.3.0, stream-xlsx-py 0.4.0, oxlsx 0.2.0, officework 0.9.0, elixcee 1.0.14,
# xlsb-reader-rs 2.1.0, pyofficeeditor 0.4.1 and mog-sdk 0.9.1 read it; openpyxl 3.1.5 and python-calamine 0.9.1 to compare; all from PyPI.
# The file: five deals of 100 to 500, written by pystreamxl.write. It leaves out the attribute r of rows and cells, which is optional
# (ECMA-376 Part 1, 18.3.1.4 and 18.3.1.73): a cell then stands behind the one before it. LibreOffice 7.4.7 shows all of it.
# One would guess: a reader counts the cells itself, as openpyxl and calamine do, or says that it cannot, as formulon and recalc-engine do.
# Seen: oxlsx, officework, elixcee, xlsb-reader-rs and pyofficeeditor find a sheet without a cell. opensheet-core and mog put every cell where
# the last one was, so that the sheet is one cell, 500. stream-xlsx-py makes a row of each cell: one column, in which ids, names and amounts
# follow each other. None of them says a word. With one cell added and saved, oxlsx and officework write a workbook that has this cell and no
# deal; what elixcee saves is empty, and what mog saves is the one 500.
# So: a sum over such a file is 0 or that of the last deal, and a program that only adds a mark to it deletes the list. What such writers made
# goes through openpyxl or LibreOffice once before anything else opens it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pystreamxl==6.2.0 opensheet-core==0.3.0 stream-xlsx-py==0.4.0 polars==2.1.0 \
    oxlsx==0.2.0 officework==0.9.0 elixcee==1.0.14 xlsb-reader-rs==2.1.0 pyofficeeditor==0.4.1 mog-sdk==0.9.1 openpyxl==3.1.5 python-calamine==0.9.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import elixcee
import mog
import openpyxl
import opensheet_core
import oxlsx
import pystreamxl
import python_calamine
import stream_xlsx_py
import xlsb_reader_rs
from officework import sheet as officework
from pyofficeeditor.excel import Workbook as Editor

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(sys.argv[1])
FILE, SAVED = str(FOLDER / "deals.xlsx"), str(FOLDER / "saved.xlsx")
ROWS = [["Id", "Customer", "Amount"]]
ROWS += [[f"D{n}", name, n * 100] for n, name in enumerate(["Acme", "Best", "Cook", "Dell", "East"], 1)]
pystreamxl.write(FILE, ROWS)


def by_openpyxl():
    return [list(row) for row in openpyxl.load_workbook(FILE).active.iter_rows(values_only=True)]


def by_calamine():
    return python_calamine.CalamineWorkbook.from_path(FILE).get_sheet_by_index(0).to_python()


def by_opensheet_core():
    return opensheet_core.read_sheet(FILE)


def by_stream_xlsx():
    found = []
    for frame in stream_xlsx_py.read_xlsx(FILE, batch_size=100):
        found += [list(frame.columns)] + [list(row) for row in frame.rows()]
    return found


def by_oxlsx():
    return [list(row) for row in oxlsx.load_workbook(FILE).active.iter_rows(values_only=True)]


def by_officework():
    return [list(row) for row in officework.Book.open(FILE).active.iter_rows(values_only=True)]


def by_elixcee():
    return [list(row) for row in elixcee.open_stream(FILE)]


def by_xlsb_reader():
    return [xlsb_reader_rs.to_dict(FILE)["values"]]


def by_pyofficeeditor():
    return [list(row) for row in Editor.open(FILE).sheets[0].values()]


def by_mog():
    sheet = mog.open_workbook(FILE).get_sheet_by_index(0)
    return [[sheet.get_value(f"{column}{row}") for column in "ABC"] for row in range(1, 7)]


def saved_by_oxlsx():
    book = oxlsx.load_workbook(FILE)
    book.active["E1"] = "checked"
    book.save(SAVED)


def saved_by_officework():
    book = officework.Book.open(FILE)
    book.active["E1"] = "checked"
    book.save(SAVED)


def saved_by_elixcee():
    elixcee.load_workbook(FILE).save_workbook(SAVED)


def saved_by_mog():
    pathlib.Path(SAVED).write_bytes(mog.open_workbook(FILE).to_buffer())


ALL = [[value for value in row if value not in (None, "")] for row in ROWS]
EXPECTED = {
    by_openpyxl: ALL,
    by_calamine: ALL,
    by_opensheet_core: [[500]],
    by_stream_xlsx: [["Id"]] + [[str(value)] for row in ROWS[1:] for value in row],
    by_oxlsx: [],
    by_officework: [],
    by_elixcee: [],
    by_xlsb_reader: [],
    by_pyofficeeditor: [],
    by_mog: [[500]],
    saved_by_oxlsx: [["checked"]],
    saved_by_officework: [["checked"]],
    saved_by_elixcee: [],
    saved_by_mog: [[500]],
}
same = True
for act, expected in EXPECTED.items():
    found = act()
    if found is None:
        found = openpyxl.load_workbook(SAVED).worksheets[0].iter_rows(values_only=True)
        pathlib.Path(SAVED).unlink()
    found = [[value for value in row if value not in (None, "", {})] for row in found]
    found = [row for row in found if row]
    print(f"{act.__name__:20}", found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
