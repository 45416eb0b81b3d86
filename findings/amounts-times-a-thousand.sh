#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What amounts a reader made for exports of many countries finds in a column, by what else is in the column.
#
# Package: criba 0.1.0 from PyPI (with the pandas 3.1.1 below it), criba.read with the profile "en" and its report.
# The file: a CSV export with prices per unit, 1.125, 0.375, 12.50, 1,234.56 or 250.00, as an English system writes them.
# One would guess: criba decides from the whole column and not value by value, as it says of itself; what 12.50 and 1,234.56 show of the point holds
# for 1.125, and what is no number in any case is empty and reported.
# Seen: without a text in the column the prices are right. With one cell "TBD", or one with a thousands separator, or a currency sign, 1.125 becomes
# 1125.0 and 0.375 becomes 375.0, while 12.50 stays 12.5: each value is judged alone, and three digits behind a point are taken for thousands, as
# its function for single values describes, also behind a zero. The report has no warning. A word in one row multiplies the prices of others.
# So: columns with prices of three decimals are read with parse=False, or the sum is compared with that of pandas.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check criba==0.1.0 pandas==3.1.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import criba

FILE = pathlib.Path(sys.argv[1]) / "prices.csv"


def read(prices):
    rows = [f"2026-12-{day};Supplier {day};{price}" for day, price in enumerate(prices, 10)]
    FILE.write_text("\n".join(["Date;Supplier;Amount", *rows]) + "\n", encoding="utf-8")
    table, report = criba.read(FILE, profile="en", explain=True)
    return [None if price != price else price for price in table["Amount"]], list(report.warnings)


same = True
for prices, expected in [
    (["1.125", "0.375", "12.50", "250.00"], [1.125, 0.375, 12.5, 250.0]),
    (["1.125", "0.375", "12.50", "TBD"], [1125.0, 375.0, 12.5, None]),
    (["1.125", "0.375", "12.50", "1,234.56"], [1125.0, 375.0, 12.5, 1234.56]),
    (["$1.125", "$0.375", "$12.50", "$250.00"], [1125.0, 375.0, 12.5, 250.0]),
]:
    found, warnings = read(prices)
    print(prices, "->", found, "warnings", warnings)
    same = same and found == expected and warnings == []
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
