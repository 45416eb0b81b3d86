#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What follows a row that is inserted into a table: its range, the formulas that name it, or those that name its cells.
#
# Packages: excelize 0.1.0, rustypyxl 0.7.1 and mog-sdk 0.9.1 insert and delete; formulon 0.18.0 and pyofficeeditor 0.4.1 to compare; what they
# saved is calculated by pyofficeeditor; openpyxl 3.1.5 makes and reads the files; all from PyPI.
# The file: a table T of five deals, 100 to 500, in A1:B6, a total below it; a report with SUM(T[Amount]) and SUM(Deals!B2:B6).
# One would guess: a library that moves references at all moves both, so that the two sums stay equal: 1500 after a row is inserted above row 4,
# 1200 after row 4 (300) is deleted.
# Seen: each of the three moves one half.
#   - excelize: addresses follow and the table stays A1:B6. The last deal falls out of its table, 1000 beside 1500; after the deletion the total has come
#     into it, 2400 beside 1200.
#   - rustypyxl: the table follows and addresses do not: 1500 beside 1000. After the deletion SUM(B2:B6) stands in B6 itself and is a circle.
#   - mog: both follow in memory, and the figures that it stores are right; the table in the saved file is still A1:B6. Whoever calculates that file
#     next has 1000 or 2400 where 1500 or 1200 was to be read before.
# formulon and pyofficeeditor move both. Nothing is raised and no cell has an error.
# So: after such an edit the range of each table is compared with the list, and a total by the table with one by addresses.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check excelize==0.1.0 rustypyxl==0.7.1 mog-sdk==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 \
    openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import excelize
import formulon
import mog
import openpyxl
import rustypyxl
from openpyxl.worksheet.table import Table
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, SAVED = str(FOLDER / "deals.xlsx"), str(FOLDER / "saved.xlsx")

book = openpyxl.Workbook()
deals = book.active
deals.title = "Deals"
deals.append(["Id", "Amount"])
for n in range(1, 6):
    deals.append([f"D{n}", n * 100])
deals.append(["Total", "=SUM(B2:B6)"])
deals.add_table(Table(displayName="T", ref="A1:B6"))
report = book.create_sheet("Report")
report["A1"], report["A2"] = "=SUM(T[Amount])", "=SUM(Deals!B2:B6)"
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_excelize(insert):
    file = excelize.open_file(FILE)
    if insert:
        file.insert_rows("Deals", 4, 1)
    else:
        file.remove_row("Deals", 4)
    file.save_as(SAVED)


def by_rustypyxl(insert):
    loaded = rustypyxl.load_workbook(FILE)
    (loaded["Deals"].insert_rows if insert else loaded["Deals"].delete_rows)(4)
    loaded.save(SAVED)


def by_mog(insert):
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    rows = loaded.get_sheet_by_name("Deals").structure
    (rows.insert_rows if insert else rows.delete_rows)(3, 1)
    loaded.calculate()
    pathlib.Path(SAVED).write_bytes(loaded.to_buffer())


def by_formulon(insert):
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        (loaded.insert_rows if insert else loaded.delete_rows)(0, 3, 1)
        loaded.recalc()
        pathlib.Path(SAVED).write_bytes(loaded.save())


def by_pyofficeeditor(insert):
    loaded = Editor.open(FILE)
    (loaded.sheet("Deals").insert_rows if insert else loaded.sheet("Deals").delete_rows)(4)
    loaded.calculate()
    loaded.save(SAVED)


def outcome():
    """Range of the table, the two formulas, their stored figures, and those of a calculation of the file."""
    formulas, stored = openpyxl.load_workbook(SAVED), openpyxl.load_workbook(SAVED, data_only=True)
    table = [table.ref for table in formulas["Deals"].tables.values()][0]
    address = formulas["Report"]["A2"].value.removeprefix("=SUM(Deals!").removesuffix(")")
    loaded = Editor.open(SAVED)
    loaded.calculate()
    found = [loaded.sheet("Report")[cell].value for cell in ("A1", "A2")]
    return table, address, [stored["Report"][cell].value for cell in ("A1", "A2")], found


NONE = [None, None]
# library: after an insertion and after a deletion
EXPECTED = {
    by_excelize: (("A1:B6", "B2:B7", NONE, [1000, 1500]), ("A1:B6", "B2:B5", NONE, [2400, 1200])),
    by_rustypyxl: (("A1:B7", "B2:B6", NONE, [1500, 1000]), ("A1:B5", "B2:B6", NONE, [1200, None])),
    by_mog: (("A1:B6", "B2:B7", [1500, 1500], [1000, 1500]), ("A1:B6", "B2:B5", [1200, 1200], [2400, 1200])),
    by_formulon: (("A1:B7", "B2:B7", [1500, 1500], [1500, 1500]), ("A1:B5", "B2:B5", [1200, 1200], [1200, 1200])),
    by_pyofficeeditor: (("A1:B7", "B2:B7", [1500, 1500], [1500, 1500]), ("A1:B5", "B2:B5", [1200, 1200], [1200, 1200])),
}
same = True
for act, expected in EXPECTED.items():
    for insert, wanted in zip((True, False), expected):
        act(insert)
        found = outcome()
        pathlib.Path(SAVED).unlink()
        print(f"{act.__name__:18} {'inserted' if insert else 'deleted '} table {found[0]}, addresses {found[1]}, stored {found[2]}, calculated {found[3]}")
        same = same and found == wanted
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
