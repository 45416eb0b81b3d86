#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals are above 500, and which close from June on, when a pipeline of tables takes them from a CSV export.
#
# Package: petl 1.7.30 from PyPI (fromcsv, convertnumbers, selectgt, selectge, sort, aggregate).
# The file: a CSV export with D1 to D4, amounts 900, 90, "1,200" with a separator and empty; days 2026-05-01, 2026-05-15, 2026-06-01, 2026-07-01.
# One would guess: values of a CSV are texts, as petl says, and to compare a text with a number is a TypeError, as in Python; or they are compared as
# numbers where they are some. With convertnumbers in between, what is no number is what one looks for.
# Seen: petl puts values of different types in an order of its own, nothing, numbers, days, texts, and each comparison uses it. Of texts ALL are above 500,
# also 90 and the empty one, and none is below; compared with a date, all close from June on and none before. After convertnumbers 900 and 90 are
# right, and the two that stayed texts, "1,200" and the empty one, are above any limit, 5000 too, and are the two largest when one sorts. Nothing is raised.
# So: amounts are converted with a function that raises, convert("Amount", float, failonerror=True), and days with dateparser(…, strict=True).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check petl==1.7.30
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import sys

import petl

FILE = pathlib.Path(sys.argv[1]) / "deals.csv"
FILE.write_text('Id,Amount,Day\nD1,900,2026-05-01\nD2,90,2026-05-15\nD3,"1,200",2026-06-01\nD4,,2026-07-01\n')
texts = petl.fromcsv(str(FILE))
numbers = petl.convertnumbers(texts)
days = petl.convert(texts, "Day", petl.dateparser("%Y-%m-%d"))
JUNE = datetime.date(2026, 6, 1)


def ids(table):
    return " ".join(petl.values(table, "Id"))


CASES = [
    ("texts above 500", ids(petl.selectgt(texts, "Amount", 500)), "D1 D2 D3 D4"),
    ("texts below 500", ids(petl.selectlt(texts, "Amount", 500)), ""),
    ("texts equal to 900", ids(petl.selecteq(texts, "Amount", 900)), ""),
    ("numbers above 500", ids(petl.selectgt(numbers, "Amount", 500)), "D1 D3 D4"),
    ("numbers above 5000", ids(petl.selectgt(numbers, "Amount", 5000)), "D3 D4"),
    ("numbers below 500", ids(petl.selectlt(numbers, "Amount", 500)), "D2"),
    ("from the largest", ids(petl.sort(numbers, "Amount", reverse=True)), "D3 D4 D1 D2"),
    ("texts from June on", ids(petl.selectge(texts, "Day", JUNE)), "D1 D2 D3 D4"),
    ("texts before June", ids(petl.selectlt(texts, "Day", JUNE)), ""),
    ("days from June on", ids(petl.selectge(days, "Day", JUNE)), "D3 D4"),
]
same = True
for name, found, expected in CASES:
    print(f"{name:20}", found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
