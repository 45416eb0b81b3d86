#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose deals are in a data frame that was read from a workbook with three thousand of them, by where the first unusual cell stands.
#
# Packages: polars 2.1.0 (read_excel) with fastexcel 0.21.0, and kyrax 1.0.7 read; pandas 3.1.1 with python-calamine 0.9.1 to compare; XlsxWriter 3.3.1 makes
# the files; all from PyPI.
# The files: 3000 deals. Numbers of customers are numbers, and from the 1501st deal on every second one is a text, K-1501 and so on, as after a change of
# systems; the day of every third one is a text from there on, a tick is "yes" for every fifth, a rate "n/a" for every seventh, a share "tbd" for one. And the
# same from the last to the first.
# One would guess: a column of numbers and texts becomes a column of texts, or the reader raises, as read_csv of polars does for such a column; which deal
# comes first makes no difference to what is read.
# Seen: the types are guessed from the first hundred rows, and what does not fit is EMPTY: 750 customers, 500 days and 300 ticks, without a word, where the
# reversed file has all of them as texts. A join on the customer loses a quarter of the deals. The count of rows and the sum of the amounts are right. kyrax,
# which has it as its contract to lose no value silently, reads texts and warns of each column. "n/a" is empty in all of them, in pandas too, also where every
# row was looked at; and the one share that is "tbd" is empty in polars, a text with a warning in kyrax.
# So: read_excel gets infer_schema_length=None, or a type for each column that is a text; null_count() is looked at for columns that are never empty.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 fastexcel==0.21.0 kyrax==1.0.7 pandas==3.1.1 python-calamine==0.9.1 \
    XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys
import warnings

import kyrax
import pandas
import polars
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
NAMES = ["Id", "Customer", "Amount", "Closes", "Paid", "Rate", "Share"]


def make(path, numbers):
    book = xlsxwriter.Workbook(path)
    sheet, day = book.add_worksheet("Deals"), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, NAMES)
    for row, number in enumerate(numbers, 1):
        late = number > 1500
        sheet.write_row(row, 0, [f"D{number}", f"K-{number}" if late and number % 2 else 1000 + number, number + 0.5])
        if late and number % 3 == 0:
            sheet.write(row, 3, "2026-06-01")
        else:
            sheet.write(row, 3, 46143, day)
        sheet.write(row, 4, "yes" if late and number % 5 == 0 else True)
        sheet.write(row, 5, "n/a" if late and number % 7 == 0 else 0.5)
        sheet.write(row, 6, "tbd" if number == 2950 else 0.5)
    book.close()


def by_polars(path, **options):
    frame = polars.read_excel(path, **options)
    return [frame[name].null_count() for name in NAMES], frame["Amount"].sum(), 0


def by_kyrax(path):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        frame = kyrax.read_excel(path).load_sheet(0).to_polars()
    return [frame[name].null_count() for name in NAMES], frame["Amount"].sum(), len(told)


def by_pandas(path):
    frame = pandas.read_excel(path, engine="calamine")
    return [int(frame[name].isna().sum()) for name in NAMES], float(frame["Amount"].sum()), 0


FIRST, LAST = (str(FOLDER / name) for name in ("first.xlsx", "last.xlsx"))
make(FIRST, range(1, 3001))
make(LAST, range(3000, 0, -1))
SUM = sum(number + 0.5 for number in range(1, 3001))
FOUND = {
    "polars": by_polars(FIRST),
    "polars, from the last deal on": by_polars(LAST),
    "polars, all rows looked at": by_polars(FIRST, infer_schema_length=None),
    "kyrax": by_kyrax(FIRST),
    "pandas": by_pandas(FIRST),
}
EXPECTED = {
    "polars": ([0, 750, 0, 500, 300, 214, 1], SUM, 0),
    "polars, from the last deal on": ([0, 0, 0, 0, 0, 214, 0], SUM, 0),
    "polars, all rows looked at": ([0, 0, 0, 0, 0, 214, 0], SUM, 0),
    "kyrax": ([0, 0, 0, 0, 0, 214, 0], SUM, 4),
    "pandas": ([0, 0, 0, 0, 0, 214, 0], SUM, 0),
}
print("empty cells by column, sum of the amounts, warnings:", *NAMES)
for name, found in FOUND.items():
    print(f"{name:30}", *found)
sys.exit(0 if FOUND == EXPECTED else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
