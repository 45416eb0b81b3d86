#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a credit of -250 is, and which columns a list has, for the reader that comes with a fast writer of binary workbooks.
#
# Packages: pyxlsbwriter 0.1.0 writes and reads .xlsb and .xlsx; python-calamine 0.9.1 and formulon 0.18.0 to compare, XlsxWriter 3.3.1 makes a file; all
# from PyPI.
# The files: seven amounts, 250, -250, -0.5, -1, 99.99, -250.5 and -600000000, as .xlsb and as .xlsx, both by pyxlsbwriter; and a list with a title in A1 above it,
# as reports have it, by XlsxWriter: Deals of May, then id, customer and amount in three columns, an empty row in between.
# One would guess: a package reads what it wrote; what goes wrong with signs does so for all of them, and the sum of a column shows it; a reader gives a list as
# wide as its widest row, or as the dimension says that the file has.
# Seen: from .xlsb whole credits are positive, by a thousand million: -250 is 1073741574 and -1 is 1073741823 (30 bits are kept, the sign is not), while
# -0.5, -250.5 and -600000000, which do not fit those bits, are right; so is the file, for calamine and formulon. From .xlsx all are right. And every
# row is cut to the width of the first: below a title there are ids and no customers and amounts, no warning; the empty row is left out, so that rows
# have other numbers.
# So: what is read from .xlsb is compared with the amounts that were written, with a whole negative one among them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyxlsbwriter==0.1.0 python-calamine==0.9.1 formulon==0.18.0 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import formulon
import xlsxwriter
from python_calamine import CalamineWorkbook
from pyxlsbwriter import ExcelReader, XlsbWriter, XlsxWriter

FOLDER = pathlib.Path(sys.argv[1])
AMOUNTS = [250, -250, -0.5, -1, 99.99, -250.5, -600000000]
BINARY, PLAIN, TITLED = (FOLDER / name for name in ("deals.xlsb", "deals.xlsx", "titled.xlsx"))
for path, writer in ((BINARY, XlsbWriter), (PLAIN, XlsxWriter)):
    with writer(str(path)) as book:
        book.add_sheet("Deals")
        book.write_sheet([["Id", "Amount"], *([f"D{number}", amount] for number, amount in enumerate(AMOUNTS, 1))])
book = xlsxwriter.Workbook(TITLED)
sheet = book.add_worksheet("Deals")
sheet.write(0, 0, "Deals of May")
for row, values in enumerate([["Id", "Customer", "Amount"], ["D1", "Acme", 100], ["D2", "Best", 200]], 2):
    sheet.write_row(row, 0, values)
book.close()


def own(path):
    with ExcelReader() as reader:
        reader.open(str(path))
        return reader.read_all("Deals")


def by_calamine(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_name("Deals").to_python()


def by_formulon(path):
    with formulon.Workbook.load(path.read_bytes()) as loaded:
        return [[loaded.get_value(0, row, column).to_python() for column in (0, 1)] for row in range(len(AMOUNTS) + 1)]


def amounts(rows):
    return [row[1] for row in rows[1:]]


CASES = [
    ("pyxlsbwriter, .xlsb", amounts(own(BINARY)), [250, 1073741574, -0.5, 1073741823, 99.99, -250.5, -600000000]),
    ("pyxlsbwriter, .xlsx", amounts(own(PLAIN)), AMOUNTS),
    ("calamine, .xlsb", amounts(by_calamine(BINARY)), AMOUNTS),
    ("formulon, .xlsb", amounts(by_formulon(BINARY)), AMOUNTS),
    ("pyxlsbwriter, a title", own(TITLED), [["Deals of May"], ["Id"], ["D1"], ["D2"]]),
    ("calamine, a title", by_calamine(TITLED)[3:], [["D1", "Acme", 100], ["D2", "Best", 200]]),
]
same = True
for name, found, expected in CASES:
    print(f"{name:22}", found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
