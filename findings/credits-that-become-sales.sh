#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a credit, a German price and "10 x 30" are for three readers that are made for amounts with signs, brackets and currencies around them.
#
# Packages: VisiData 3.4 (the type currency), pyjanitor 0.32.60 (currency_column_to_numeric, as it is and with the style accounting) with pandas 3.1.1, and price-parser
# 0.5.1 (Price.fromstring); all from PyPI.
# The amounts: 1,200.50, and a credit of 300 as (300), -300 and 300 CR; € 1.234,50; 1 234,50 € with a space; 10 x 30, ten pieces of 30; 300 (2 items); 1e3.
# One would guess: what is made for amounts has brackets for a credit, as every ledger does, and surely a minus sign; what it cannot read is an error or empty, and not
# the digits that are left when all else is taken away.
# Seen: (300) is 300 for VisiData, for pyjanitor and for price-parser: the credit counts as a sale, and the list is wrong by twice of it. For price-parser -300
# is 300 as well. pyjanitor has -300 for brackets with the style accounting, which cannot read 300 CR, which is a sale of 300 for all three. € 1.234,50 is
# 1.2345 for VisiData and pyjanitor in both styles, 1 234,50 € is 123450, a hundred times as much; price-parser has both right. Ten pieces of 30 are 1030, and
# 300 (2 items) are 3002, and 1e3 is 13, for VisiData and pyjanitor. 1,200.50 is right for all, which one tries. Only the style accounting has errors.
# So: signs and brackets are counted in the texts before, and compared with the number of amounts below zero after.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check visidata==3.4 pyjanitor==0.32.60 pandas==3.1.1 price-parser==0.5.1
cat >"$work/try.py" <<'PY'
import sys

import janitor  # noqa: F401, which adds currency_column_to_numeric to frames
import pandas
import price_parser
import visidata


def by_visidata(text):
    return visidata.currency(text)


def by_pyjanitor(text):
    return pandas.DataFrame({"amount": [text]}).currency_column_to_numeric("amount")["amount"].iloc[0]


def by_accounting(text):
    frame = pandas.DataFrame({"amount": [text]})
    return frame.currency_column_to_numeric("amount", cleaning_style="accounting")["amount"].iloc[0]


def by_price_parser(text):
    return price_parser.Price.fromstring(text).amount_float


READERS = (by_visidata, by_pyjanitor, by_accounting, by_price_parser)
EXPECTED = {
    "1,200.50": (1200.5, 1200.5, 1200.5, 1200.5),
    "(300)": (300, 300, -300, 300),
    "-300": (-300, -300, -300, 300),
    "300 CR": (300, 300, "error", 300),
    "€ 1.234,50": (1.2345, 1.2345, 1.2345, 1234.5),
    "1 234,50 €": (123450, 123450, "error", 1234.5),
    "10 x 30": (1030, 1030, "error", 10),
    "300 (2 items)": (3002, 3002, "error", 300),
    "1e3": (13, 13, 1000, 1),
}
same = True
for text, expected in EXPECTED.items():
    seen = []
    for reader in READERS:
        try:
            seen.append(float(reader(text)))
        except ValueError:
            seen.append("error")
    print(f"{text:14} " + ", ".join(f"{reader.__name__[3:]} {value}" for reader, value in zip(READERS, seen)))
    same = same and tuple(seen) == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work"
echo "as described: credits are sales"
