#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a list of deals has of the total, the filter, the drop-down and the days that its writer was asked for.
#
# Packages: jetxl 0.3.1 writes (write_sheet_arrow); pyarrow 26.0.1 makes the table, openpyxl 3.1.5 reads; all from PyPI.
# The list: three deals of 100, 200 and 300, won, lost and "Lost, late", signed on 31 March 2026 at 16:30 in UTC, which is 1 April, 00:30, in Taipei,
# the zone of the column. Asked for: a total below the deals, =SUM(B2:B4) in row 5, and a fee beside each; a filter; the three words as a list to choose
# from.
# One would guess: a formula is written where it is said, or refused; the filter covers the deals; a word is a word; a day is that of the column, or
# refused, as XlsxWriter and openpyxl refuse times with a zone and excelreader-native does.
# Seen: a formula for a cell that has no data is not written: neither the total nor a fee, and nothing is said; one for a cell with data takes the place
# of the deal's amount. Without headings the filter is a row too long and begins with the first deal, which is its heading then and stays when others
# are hidden. "Lost, late" is two words to choose from, and neither is what the cell has. The day is 31 March, another quarter.
# So: what is to stand below or beside the data is a column or a row of it beforehand; times with a zone are made plain in that zone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jetxl==0.3.1 pyarrow==26.0.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import sys

import jetxl
import openpyxl
import pyarrow

FILE = f"{sys.argv[1]}/deals.xlsx"
SIGNED = datetime.datetime(2026, 3, 31, 16, 30, tzinfo=datetime.timezone.utc)
STAGES = ["Won", "Lost", "Lost, late"]
deals = pyarrow.table({
    "Id": ["D1", "D2", "D3"],
    "Amount": [100.0, 200.0, 300.0],
    "Stage": STAGES,
    "Signed": pyarrow.array([SIGNED] * 3, pyarrow.timestamp("us", tz="Asia/Taipei")),
}).to_batches()[0]


def written(**options):
    jetxl.write_sheet_arrow(deals, FILE, **options)
    return openpyxl.load_workbook(FILE).active


def rows(sheet, column):
    return [sheet.cell(row, column).value for row in range(1, 7)]


AMOUNTS = ["Amount", 100, 200, 300, None, None]
fees = [(row, 4, f"=B{row}*0.1", None) for row in (2, 3, 4)]
with_total = written(formulas=[(5, 1, "=SUM(B2:B4)", "600"), *fees])
over_amount = written(formulas=[(4, 1, "=SUM(B2:B3)", None)])
choice = {"start_row": 2, "start_col": 2, "end_row": 4, "end_col": 2, "type": "list", "items": STAGES}
chosen = written(data_validations=[choice]).data_validations.dataValidation[0]
found = [
    rows(with_total, 2),
    rows(with_total, 5),
    rows(over_amount, 2),
    written(auto_filter=True).auto_filter.ref,
    written(auto_filter=True, write_header_row=False).auto_filter.ref,
    (str(chosen.sqref), chosen.formula1),
    str(written()["D2"].value),
]
EXPECTED = [
    AMOUNTS,
    [None] * 6,
    ["Amount", 100, 200, "=SUM(B2:B3)", None, None],
    "A1:D4",
    "A1:D4",
    ("C2:C4", '"Won,Lost,Lost, late"'),
    "2026-03-31 16:30:00",
]
print(*found, sep="\n")
sys.exit(0 if found == EXPECTED else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
