#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the amounts of a workbook are, by which workbook was read before it.
#
# Packages: pyxlsbwriter 0.1.0 reads (ExcelReader, a new one for each file); python-calamine 0.9.1 to compare; XlsxWriter 3.3.1 makes the files; from PyPI.
# The files: deals with amounts as #,##0.0 "EUR" and a day, yyyy-mm-dd; and a list of calls with a day, dd.mm.yyyy, and hours as 0.0 "h". As in all
# workbooks, formats that are not built in have the numbers 164, 165, … in the order in which each file came to need them (ECMA-376 Part 1, 18.8.30).
# One would guess: a reader that is made for one file and closed again has what it reads from that file; if a format were taken wrongly it would be so each time.
# Seen: the first file alone is right, and so is the second. In one process, the first one that is read decides what 164 and 165 mean for all others: after the
# calls, the amounts of the deals are dates of 1902 and the days are numbers, 46143; after the deals, the days of the calls are numbers and the hours are
# dates. Every file that is read later is wrong in the same way, nothing is raised, and a run in the other order is wrong in other files. A test reads one file.
# So: each file is read in a process of its own, or its columns' types are compared with a second reader.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyxlsbwriter==0.1.0 python-calamine==0.9.1 XlsxWriter==3.3.1
cat >"$work/make.py" <<'PY'
import datetime
import pathlib
import sys

import xlsxwriter

DAY = datetime.date(2026, 5, 1)
for name, heading, row, formats in [
    ("deals", ["Amount", "Closes"], [1000.5, DAY], ['#,##0.0 "EUR"', "yyyy-mm-dd"]),
    ("calls", ["Day", "Hours"], [DAY, 2.5], ["dd.mm.yyyy", '0.0 "h"']),
]:
    book = xlsxwriter.Workbook(pathlib.Path(sys.argv[1]) / f"{name}.xlsx")
    sheet = book.add_worksheet("List")
    sheet.write_row(0, 0, heading)
    for column, (value, code) in enumerate(zip(row, formats)):
        sheet.write(1, column, value, book.add_format({"num_format": code}))
    book.close()
PY
cat >"$work/read.py" <<'PY'
import pathlib
import sys

from pyxlsbwriter import ExcelReader
from python_calamine import CalamineWorkbook

for name in sys.argv[2:]:
    path = str(pathlib.Path(sys.argv[1]) / f"{name}.xlsx")
    with ExcelReader() as reader:
        reader.open(path)
        own = reader.read_all("List")[1]
    other = CalamineWorkbook.from_path(path).get_sheet_by_name("List").to_python()[1]
    print(name, *[f"{value:%Y-%m-%d}" if hasattr(value, "year") else value for value in [*own, *other]])
PY
"$work/venv/bin/python" "$work/make.py" "$work"
same=0
see() {
    local expected=$1
    shift
    local found
    found=$("$work/venv/bin/python" "$work/read.py" "$work" "$@")
    echo "$found"
    echo
    [ "$found" = "$expected" ] || same=1
}
echo "file; what pyxlsbwriter reads, what calamine reads"
see "deals 1000.5 2026-05-01 1000.5 2026-05-01" deals
see "calls 2026-05-01 2.5 2026-05-01 2.5" calls
see "calls 2026-05-01 2.5 2026-05-01 2.5
deals 1902-09-26 46143 1000.5 2026-05-01" calls deals
see "deals 1000.5 2026-05-01 1000.5 2026-05-01
calls 46143 1900-01-01 2026-05-01 2.5" deals calls
[ "$same" = 0 ] || { echo "changed"; exit 1; }
echo "as described"
