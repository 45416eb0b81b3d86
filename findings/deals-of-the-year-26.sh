#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# In which year deals close whose days an export writes as 01.05.26, 13-05-26 or 31/03/26, by reader.
#
# Packages: duckdb 2.0.1 (read_csv as it is), polars 2.1.0 (read_csv with try_parse_dates), pandas 3.1.1 (read_csv with parse_dates); pyarrow 26.0.1 to compare;
# from PyPI. readr 2.1.4 and data.table 1.14.8 for R (Debian 12, r-cran-readr and r-cran-data.table), which must be installed.
# The files: four deals that close on 1 May, 13 May, 31 March and 30 June 2026, the day first and the year with two digits, with points, hyphens or slashes.
# One would guess: 13 and 31 can be no months, so that a reader that looks at the whole column finds the day in front; or it leaves texts. That the year could be
# taken wrongly one fears for 69 or 30, not for 26.
# Seen: duckdb has 26 May 2001, 26 May 2013, 26 March 2031 and 26 June 2030: it tries the year in front first, and until 2031 every day and year change places
# without an impossible one among them, so that no further row helps; its sniff_csv says %y.%m.%d. Written without zeros, 1.5.26, all are right, and with four
# digits too. polars has the right days of the year 26, which is before all others. data.table, with hyphens only, has the years 1, 13, 31 and 30. pandas takes
# the month first where it can, 5 January, and the day first for the other three, within one column; dayfirst=True is right. None of them has an error; pandas
# prints a warning. pyarrow and readr leave texts.
# So: the format of a day with two digits for the year is given to the reader, dateformat='%d.%m.%y' for duckdb; exports write four.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
Rscript -e 'library(readr); library(data.table)' >/dev/null 2>&1 || { echo "needs readr and data.table for R (Debian: r-cran-readr, r-cran-data.table)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1
cat >"$work/try.R" <<'R'
Sys.setenv(TZ = "UTC")
file <- commandArgs(TRUE)[1]
shown <- function(day) if (is.character(day)) "texts" else paste(as.integer(format(day, "%Y")), as.integer(format(day, "%m")), as.integer(format(day, "%d")), sep = "-")
cat("readr", shown(readr::read_csv(file, show_col_types = FALSE, progress = FALSE)$day), "\n")
cat("data.table", shown(data.table::fread(file)$day), "\n")
R
cat >"$work/try.py" <<'PY'
import pathlib
import subprocess
import sys
import warnings

import duckdb
import pandas
import polars
import pyarrow.csv

FOLDER = pathlib.Path(sys.argv[1])
FILE = str(FOLDER / "deals.csv")
DAYS = [(1, 5), (13, 5), (31, 3), (30, 6)]
warnings.simplefilter("ignore")


def write(template):
    FOLDER.joinpath("deals.csv").write_text(
        "id,day\n" + "".join(f"D{n},{template.format(d=day, m=month)}\n" for n, (day, month) in enumerate(DAYS))
    )


def shown(days):
    days = list(days)
    return ["texts"] if isinstance(days[0], str) else [f"{day.year}-{day.month}-{day.day}" for day in days]


def read():
    yield "duckdb", shown(day for (day,) in duckdb.sql(f"SELECT day FROM read_csv('{FILE}')").fetchall())
    yield "polars", shown(polars.read_csv(FILE, try_parse_dates=True)["day"].to_list())
    yield "pandas", shown(pandas.read_csv(FILE, parse_dates=["day"])["day"])
    yield "day first", shown(pandas.read_csv(FILE, parse_dates=["day"], dayfirst=True)["day"])
    yield "pyarrow", shown(pyarrow.csv.read_csv(FILE)["day"].to_pylist())
    output = subprocess.run(["Rscript", FOLDER / "try.R", FILE], capture_output=True, text=True, check=True).stdout
    for line in output.splitlines():
        name, *days = line.split()
        yield name, days


RIGHT = [f"2026-{month}-{day}" for day, month in DAYS]
TEXTS = ["texts"]
YEAR_26 = [f"26-{month}-{day}" for day, month in DAYS]
CHANGED = [f"20{day:02}-{month}-26" for day, month in DAYS]
SEEN = {
    "duckdb": CHANGED,
    "polars": YEAR_26,
    "pandas": ["2026-1-5", *RIGHT[1:]],
    "day first": RIGHT,
    "pyarrow": TEXTS,
    "readr": TEXTS,
    "data.table": TEXTS,
}
EXPECTED = {
    "{d:02}.{m:02}.26": SEEN,
    "{d:02}-{m:02}-26": SEEN | {"data.table": [f"{day}-{month}-26" for day, month in DAYS]},
    "{d:02}/{m:02}/26": SEEN,
}
same = True
for template, expected in EXPECTED.items():
    write(template)
    seen = dict(read())
    print(FOLDER.joinpath("deals.csv").read_text().split()[1:])
    for name, days in seen.items():
        print(f"    {name:11}", *days)
    same = same and seen == expected
    format_found = duckdb.sql(f"SELECT dateformat FROM sniff_csv('{FILE}')").fetchall()[0][0]
    given = template.replace("{d:02}", "%d").replace("{m:02}", "%m").replace("26", "%y")
    told = shown(day for (day,) in duckdb.sql(f"SELECT day FROM read_csv('{FILE}', dateformat='{given}')").fetchall())
    print("    duckdb's format:", format_found, "with", given, *told)
    same = same and format_found == given.replace("%d", "%_").replace("%y", "%d").replace("%_", "%y") and told == RIGHT
for template in ("{d}.{m}.26", "{d:02}.{m:02}.2026"):
    write(template)
    seen = shown(day for (day,) in duckdb.sql(f"SELECT day FROM read_csv('{FILE}')").fetchall())
    print(template, "duckdb", *seen)
    same = same and seen == RIGHT
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
