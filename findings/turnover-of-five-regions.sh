#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What five regions sold together, 600 millions each, for a library of data frames that takes over the numbers as a database keeps them.
#
# Packages: polars 2.1.0 adds up; pandas 3.1.1 and pyarrow 26.0.1 to compare; all from PyPI.
# The list: five regions with a turnover of 600,000,000 each in NT$, four of them in the North, in 32 bits with a sign, as INTEGER of a database comes by Arrow or
# Parquet. Each of them fits; together they are 3,000,000,000. And months of 30,000 in 16 bits to compare.
# One would guess: a sum is made in more bits than its parts, as databases, pandas and pyarrow do, and as polars says of itself for 8 and 16 bits: the months are right,
# 90,000. What goes for the smaller types, where it happens at once, goes for the larger one; or a sum that does not fit is an error or empty.
# Seen: sum() of 32 bits is -1,294,967,296, and the North is -1,894,967,296 by group_by, by over, by SQL and by the streaming engine; cum_sum is right for
# three regions and below zero from the fourth on; price times quantity, 600,000,000 * 4, is -1,894,967,296 in each row. The mean is 600,000,000, so that mean
# times count is right and sum is not. In 16 bits sum is 90,000, but sum_horizontal, three months side by side, is 24,464. Nothing is raised or warned of.
# So: amounts are cast to 64 bits or to decimals before anything is added up; a sum that is not mean times count shows that it was not done.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import polars
import pyarrow
import pyarrow.compute
import pyarrow.parquet

FILE = pathlib.Path(sys.argv[1]) / "regions.parquet"
TURNOVER = [600_000_000] * 5
table = pyarrow.table({"region": ["North"] * 4 + ["South"], "turnover": pyarrow.array(TURNOVER, pyarrow.int32())})
pyarrow.parquet.write_table(table, FILE)
frame = polars.read_parquet(FILE)
amount = polars.col("turnover")
by_region = amount.sum()
months = polars.DataFrame({name: polars.Series([30_000], dtype=polars.Int16) for name in ("Jan", "Feb", "Mar")})
LESS = -1_294_967_296
NORTH = -1_894_967_296
seen = {
    "pyarrow": (pyarrow.compute.sum(table["turnover"]).as_py(), 3_000_000_000),
    "pandas": (int(table.to_pandas()["turnover"].sum()), 3_000_000_000),
    "sum": (frame["turnover"].sum(), LESS),
    "sum by SQL": (polars.SQLContext(frame=frame).execute("SELECT SUM(turnover) FROM frame").collect().item(), LESS),
    "sum, streaming": (frame.lazy().select(by_region).collect(engine="streaming").item(), LESS),
    "group_by": (dict(frame.group_by("region").agg(by_region).rows()), {"North": NORTH, "South": 600_000_000}),
    "over": (frame.select(by_region.over("region"))["turnover"][0], NORTH),
    "cum_sum": (frame["turnover"].cum_sum().to_list(), [600_000_000, 1_200_000_000, 1_800_000_000, NORTH, LESS]),
    "times four": (frame.select(amount * 4)["turnover"][0], NORTH),
    "mean times count": (frame["turnover"].mean() * len(frame), 3_000_000_000),
    "as 64 bits": (frame.select(amount.cast(polars.Int64).sum()).item(), 3_000_000_000),
    "16 bits, sum": (polars.Series([30_000] * 3, dtype=polars.Int16).sum(), 90_000),
    "16 bits, side by side": (months.select(polars.sum_horizontal("Jan", "Feb", "Mar")).item(), 24_464),
}
same = True
for name, (value, expected) in seen.items():
    print(f"{name:22} {value}")
    if value != expected:
        same = False
        print(f"    expected: {expected}")
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" -W error "$work/try.py" "$work"
echo "as described: five regions sold less than nothing"
