#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a turnover of three thousand million is in a workbook that was written from a data frame, and whether it matters that another amount is missing.
#
# Packages: rapidxlsx 0.1.0 writes (write, "1,000,000 rows in under 1 second"); polars 2.1.0, pandas 3.1.1 and numpy 2.4.6 make the frames, openpyxl 3.1.5
# reads; all from PyPI.
# The list: three regions with a turnover of 1,200,000,000, 3,000,000,000 and 2,600,000,000 in NT$, kept in 32 bits without a sign, as pandas makes of it by
# to_numeric(…, downcast="unsigned"); a stage, an answer after 30 hours; and two records, of which the second one has a discount.
# One would guess: a number that fits its column fits a cell, which holds any of 15 digits; a writer widens what it does not know or refuses it; and a
# missing value in a column changes that one cell.
# Seen: 3,000,000,000 is -1,294,967,296 and 2,600,000,000 is -1,694,967,296 from either frame, without a word; the total is below zero. As signed numbers
# of 64 bits they are right. In polars they are right as well as soon as ONE amount of the column is missing, so that a try with a gap is right. The delay
# is 625817600 from pandas, 30 hours in microseconds cut to 32 bits, and a text from polars. A missing stage is the text "nan" from pandas, which
# COUNTA counts, and an empty cell from polars. From records the columns are those of the first one: the discount of the second is left out.
# So: amounts are cast to Int64 or floats before, and the workbook's total is read back.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rapidxlsx==0.1.0 polars==2.1.0 pandas==3.1.1 numpy==2.4.6 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import sys

import openpyxl
import pandas as pd
import polars as pl
import rapidxlsx

FILE = pathlib.Path(sys.argv[1]) / "regions.xlsx"
TURNOVER = [1_200_000_000, 3_000_000_000, 2_600_000_000]
DELAY = [datetime.timedelta(hours=30)] * 3
STAGE = ["Won", None, "Lost"]


def written(data):
    """The columns of the sheet by their headings."""
    rapidxlsx.write(FILE, data)
    heading, *rows = openpyxl.load_workbook(FILE).active.values
    return {name: [row[place] for row in rows] for place, name in enumerate(heading)}


def small_in_pandas():
    column = pd.to_numeric(pd.Series(TURNOVER), downcast="unsigned")
    assert str(column.dtype) == "uint32"
    return written(pd.DataFrame({"Turnover": column}))["Turnover"]


def small_in_polars():
    return written(pl.DataFrame({"Turnover": TURNOVER}, schema={"Turnover": pl.UInt32}))["Turnover"]


def small_with_a_gap():
    return written(pl.DataFrame({"Turnover": [*TURNOVER, None]}, schema={"Turnover": pl.UInt32}))["Turnover"]


def wide_in_pandas():
    return written(pd.DataFrame({"Turnover": TURNOVER}))["Turnover"]


def delay_in_pandas():
    return written(pd.DataFrame({"Delay": DELAY}))["Delay"]


def delay_in_polars():
    return written(pl.DataFrame({"Delay": DELAY}))["Delay"]


def stage_in_pandas():
    return written(pd.DataFrame({"Stage": STAGE}))["Stage"]


def stage_in_polars():
    return written(pl.DataFrame({"Stage": STAGE}))["Stage"]


def records():
    return list(written([{"Id": "D1", "Amount": 100}, {"Id": "D2", "Amount": 200, "Discount": 50}]))


EXPECTED = {
    small_in_pandas: [1200000000, -1294967296, -1694967296],
    small_in_polars: [1200000000, -1294967296, -1694967296],
    small_with_a_gap: [1200000000, 3000000000, 2600000000],
    wide_in_pandas: [1200000000, 3000000000, 2600000000],
    delay_in_pandas: [625817600] * 3,
    delay_in_polars: ["1 day, 6:00:00"] * 3,
    stage_in_pandas: ["Won", "nan", "Lost"],
    stage_in_polars: ["Won", None, "Lost"],
    records: ["Id", "Amount"],
}
same = True
for see, expected in EXPECTED.items():
    found = see()
    print(f"{see.__name__:18}", *found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
