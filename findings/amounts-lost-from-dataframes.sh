#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which columns of a list of deals are in the workbook when the list is handed over as a data frame, and when it is handed over row by row.
#
# Packages: rustpy-xlsxwriter 0.8.0 writes (write_worksheet, "7 to 9 times faster"); polars 2.1.0, pandas 3.1.1 and pyarrow 26.0.1 make the frames,
# openpyxl 3.1.5 reads; all from PyPI.
# The list: three deals of 100.50, 200.50 and 300.00 as a database gives them, decimals with two places; their stage, a category; the time of a call; how
# late they are; and when they were signed, 31 March 2026 at 16:30 in UTC, which is 1 April, 00:30, in Taipei, the zone of the column.
# One would guess: a frame is the quick way for the same list; what the writer does not know is refused, as jetxl and excelreader-native refuse decimals,
# or becomes a text.
# Seen: row by row all is there. From a frame of polars, pandas or Arrow, every amount is an EMPTY cell, and so are the stage of a category, the time and
# the delay; headings and all other columns are in place, nothing is raised. SUM over the amounts is 0. The day of signing is 1 April row by row
# and 31 March from a frame, another quarter, for its zone is dropped. With amounts as floats and stages as texts all are right.
# So: decimals are cast to floats and categories to texts before, times of a zone made plain in that zone; the sum of the workbook is read back.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rustpy-xlsxwriter==0.8.0 polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import decimal
import sys

import openpyxl
import polars
import pyarrow
from rustpy_xlsxwriter import write_worksheet

FILE = f"{sys.argv[1]}/deals.xlsx"
SIGNED = datetime.datetime(2026, 3, 31, 16, 30, tzinfo=datetime.timezone.utc)
AMOUNTS = [decimal.Decimal("100.50"), decimal.Decimal("200.50"), decimal.Decimal("300.00")]
deals = pyarrow.table({
    "Id": ["D1", "D2", "D3"],
    "Amount": pyarrow.array(AMOUNTS, pyarrow.decimal128(12, 2)),
    "Stage": pyarrow.array(["Won", "Lost", "Won"]).dictionary_encode(),
    "Call": pyarrow.array([datetime.time(9, 30)] * 3, pyarrow.time64("us")),
    "Late": pyarrow.array([datetime.timedelta(days=3)] * 3, pyarrow.duration("us")),
    "Signed": pyarrow.array([SIGNED] * 3, pyarrow.timestamp("us", tz="Asia/Taipei")),
    "Units": [1, 2, 3],
})
floats = deals.set_column(1, "Amount", deals["Amount"].cast(pyarrow.float64()))
floats = floats.set_column(2, "Stage", floats["Stage"].cast(pyarrow.string()))


def written(data):
    """The rows of the workbook: amounts, stages, what is there of calls and delays, the day of the first signature, units."""
    write_worksheet(data, FILE)
    rows = list(openpyxl.load_workbook(FILE).active.iter_rows(min_row=2, values_only=True))
    columns = list(zip(*rows))
    return [columns[1], columns[2], any(columns[3]), any(columns[4]), str(columns[5][0]), columns[6]]


EMPTY, APRIL, MARCH = (None, None, None), "2026-04-01 00:30:00", "2026-03-31 16:30:00"
GIVEN, STAGES, UNITS = (100.5, 200.5, 300.0), ("Won", "Lost", "Won"), (1, 2, 3)
LOST = [EMPTY, EMPTY, False, False, MARCH, UNITS]
CASES = {
    "rows": (deals.to_pylist(), [GIVEN, STAGES, True, True, APRIL, UNITS]),
    "Arrow": (deals, LOST),
    "polars": (polars.from_arrow(deals), LOST),
    "pandas": (deals.to_pandas(), LOST),
    "floats and texts": (polars.from_arrow(floats), [GIVEN, STAGES, False, False, MARCH, UNITS]),
}
same = True
for how, (data, expected) in CASES.items():
    found = written(data)
    print(how, *found, sep=" | ")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
