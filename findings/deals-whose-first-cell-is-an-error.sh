#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What deals add up to in a CSV export of a workbook when the first cell of one deal is #DIV/0! or its number is written #7.
#
# Packages: duckdb 2.0.1 reads (read_csv as it is); duckdb 1.5.5, pandas 3.1.1, polars 2.1.0 and pyarrow 26.0.1 to compare; all from PyPI.
# The files: a hundred deals of 100 with a share, 0.5, a number from 1 to 100 and an amount, without any line of comment. In one file the share of the seventh
# is #DIV/0!, in others the number of one, of half or of all but one is written with #, as people write numbers; or the error stands in the last column.
# One would guess: a comment is what one says it is, and the option comment is empty by default, as the list of options has it; a column with one error in it
# becomes a column of texts, as it does with n/a in the same place, and the sum of the amounts is 10000 in each file.
# Seen: the deal is gone with its amount, 99 deals and 9900, without an error; so it is with #N/A and #REF!, which are what workbooks have. Where one number
# is written #7, that deal is gone; where half are, half of the deals; where all but one are, one deal is left. Where all are, or where numbers have a letter,
# K7, nothing is gone: the reader tries # for a comment, and finds that the column is then one of numbers, which it prefers. With the error in the last column
# nothing is gone, since the line does not begin with it; nor with the error far down, in line 30001 of 40001. The version before has all of this too;
# pandas, polars and pyarrow keep each deal.
# So: comment = '' is written to each read_csv of an export, and the number of its rows is compared with the number of its lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for version in 2.0.1 1.5.5; do
    python3 -m venv "$work/$version"
    "$work/$version/bin/pip" install --quiet --disable-pip-version-check "duckdb==$version"
done
"$work/2.0.1/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 polars==2.1.0 pyarrow==26.0.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import duckdb

FILE = str(pathlib.Path(sys.argv[1]) / "deals.csv")
OTHERS = sys.argv[2] == "others"


def error_in_share(text, where=7, deals=100):
    lines = [f"{text if number == where else 0.5},{number},100" for number in range(1, deals + 1)]
    return "\n".join(["share,id,amount", *lines]) + "\n"


def numbers(write):
    return "\n".join(["id,customer,amount", *(f"{write(number)},C{number},100" for number in range(1, 101))]) + "\n"


def error_at_the_end():
    return "\n".join(["id,amount,share", *(f"{n},100,{'#DIV/0!' if n == 7 else 0.5}" for n in range(1, 101))]) + "\n"


ALL = (100, 10000)
CASES = {
    "share n/a": (error_in_share("n/a"), ALL),
    "share #DIV/0!": (error_in_share("#DIV/0!"), (99, 9900)),
    "share #N/A": (error_in_share("#N/A"), (99, 9900)),
    "share #REF!": (error_in_share("#REF!"), (99, 9900)),
    "share #REF! in the last column": (error_at_the_end(), ALL),
    "share #REF! in line 30001": (error_in_share("#REF!", 30000, 40000), (40000, 4000000)),
    "one number #7": (numbers(lambda n: f"#{n}" if n == 7 else n), (99, 9900)),
    "half of the numbers": (numbers(lambda n: f"#{n}" if n % 2 else n), (50, 5000)),
    "all numbers but one": (numbers(lambda n: n if n == 7 else f"#{n}"), (1, 100)),
    "all numbers": (numbers(lambda n: f"#{n}"), ALL),
    "numbers K1 to K100 and #7": (numbers(lambda n: f"#{n}" if n == 7 else f"K{n}"), ALL),
}


def others():
    import pandas
    import polars
    import pyarrow.csv

    amounts = pandas.read_csv(FILE)["amount"]
    yield "pandas", len(amounts), int(amounts.sum())
    amounts = polars.read_csv(FILE, infer_schema_length=None)["amount"]
    yield "polars", len(amounts), amounts.sum()
    amounts = pyarrow.csv.read_csv(FILE)["amount"].to_pylist()
    yield "pyarrow", len(amounts), sum(amounts)


print("duckdb", duckdb.__version__)
same = True
for name, (text, expected) in CASES.items():
    pathlib.Path(FILE).write_text(text)
    found = duckdb.sql(f"SELECT count(*), sum(amount)::INT FROM read_csv('{FILE}')").fetchall()[0]
    comment = duckdb.sql(f"SELECT comment FROM sniff_csv('{FILE}')").fetchall()[0][0]
    told = duckdb.sql(f"SELECT count(*), sum(amount)::INT FROM read_csv('{FILE}', comment='')").fetchall()[0]
    print(f"{name:32} {found[0]:6} deals, {found[1]:8}; comment {comment}; with comment='' {told}")
    right = (len(text.splitlines()) - 1, (len(text.splitlines()) - 1) * 100)
    same = same and found == expected and told == right and (comment == "#") == (expected != right)
    for reader, *seen in others() if OTHERS else ():
        print(f"    {reader:10}", *seen)
        same = same and tuple(seen) == right
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/2.0.1/bin/python" "$work/try.py" "$work" others
"$work/1.5.5/bin/python" "$work/try.py" "$work" alone
echo "as described"
