#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which month the sales of May stand under, and on which day a deal was signed, after a table by month was written to a workbook.
#
# Packages: rvgsrust-xlsxwriter 0.3.5 writes (write_dataframe); pandas 3.1.1, polars 2.1.0 and pyarrow 26.0.1 make and hand over the frames, pandas writes
# to compare; openpyxl 3.1.5 reads; all from PyPI.
# The frames: sales by month and by quarter, as pandas gives them by dt.to_period("M") and groupby; a deal signed on 1 April at 00:30 in Taipei; margins of
# which one is 0/0, from pandas and from polars.
# One would guess: a column of a type that is not known is refused with its name, as it is here for decimals, categories, durations and times of day; a month
# is a text, 2026-05, as pandas writes it itself, or the day on which it begins.
# Seen: May 2026 is 676 and July 678, the second quarter of 2026 is 225: the months and quarters since 1970, of which Arrow keeps whole numbers; without a
# format, under the heading of the month, and as a date 676 is a day of 1901. The deal was signed on 31 March at 16:30, in UTC, another quarter, without a
# sign of a zone. 0/0 is an empty cell from pandas and the text NAN from polars, which a mean leaves out and COUNTA counts. Nothing is raised; pandas'
# own writer has 2026-05.
# So: months are made texts before, astype(str), or days, dt.to_timestamp(); times are made plain in their zone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rvgsrust-xlsxwriter==0.3.5 pandas==3.1.1 polars==2.1.0 pyarrow==26.0.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import decimal
import pathlib
import sys

import openpyxl
import pandas as pd
import polars as pl
from rvgsrust_xlsxwriter import Workbook

FILE = str(pathlib.Path(sys.argv[1]) / "sales.xlsx")


def column(frame):
    book = Workbook(FILE)
    book.add_worksheet("Sales").write_dataframe(0, 0, frame)
    book.close()
    return [f"{cell.value} {cell.number_format}" for cell in openpyxl.load_workbook(FILE)["Sales"]["A"][1:]]


def by_pandas(frame):
    frame.to_excel(FILE, index=False)
    return [str(cell.value) for cell in openpyxl.load_workbook(FILE).active["A"][1:]]


def refused(frame):
    try:
        column(frame)
    except TypeError:
        return True
    return False


def by(period):
    deals = pd.DataFrame({"day": pd.to_datetime(["2026-05-04", "2026-05-20", "2026-07-01"]), "sales": [100.0, 200.0, 50.0]})
    return deals.assign(period=deals["day"].dt.to_period(period)).groupby("period", as_index=False)["sales"].sum()[["period", "sales"]]


signed = pd.DataFrame({"signed": pd.to_datetime(["2026-04-01 00:30"]).tz_localize("Asia/Taipei")})
margins = [float("nan"), 0.5]
CASES = [
    ("months", column(by("M")), ["676.0 General", "678.0 General"]),
    ("months by pandas", by_pandas(by("M")), ["2026-05", "2026-07"]),
    ("quarters", column(by("Q")), ["225.0 General", "226.0 General"]),
    ("signed", column(signed), ["2026-03-31 16:30:00 yyyy-mm-dd hh:mm:ss"]),
    ("margins of pandas", column(pd.DataFrame({"margin": margins})), ["None General", "0.5 General"]),
    ("margins of polars", column(pl.DataFrame({"margin": margins})), ["NAN General", "0.5 General"]),
    ("decimals refused", refused(pl.DataFrame({"amount": [decimal.Decimal("1.50")]})), True),
    ("durations refused", refused(pl.DataFrame({"delay": [datetime.timedelta(hours=1)]})), True),
]
same = True
for name, found, expected in CASES:
    print(f"{name:18}", found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work"
echo "as described"
