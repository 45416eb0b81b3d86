#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals that went over to another account, or are worth ten times as much, count as the same in a comparison of two exports.
#
# Package: datarecon 0.1.1 from PyPI (reconcile, with the pandas 3.1.1 below it), which says why two tables differ.
# The files: two CSV exports with the deals D1 to D6; amounts, and accounts with ids of 19 digits, as CRM systems give them. In the second export D1 is of
# another account, …789 became …788, D2 is worth 15 where it was 1,5 (one and a half, as a German system writes it), D3 12500 where it was 12.500 (the same
# amount by a German system), D4 100.00 where it was 100; D5 is unchanged, and D6
# is of another account whose ids begin with a letter.
# One would guess: it reads all cells as texts, to lose nothing, as it says; a difference of format is one that writes the same value in another way, 100
# and 100.00, and digits that differ are another value. To treat formats as equal is the safe part of the comparison.
# Seen: D1 is a difference of format, for ids are compared as floats, of which two that are near are one; so is D2, for the comma is taken out. D3, the same
# amount, is the one that counts as another value. With numeric_format treated as equal, D3 and D6 are left: whoever
# asks whether anything but formats changed is told of the deal that did not change and not of the two that did. D6, with its letter, is right.
# So: columns of ids are given a letter before, or are part of the key; formats are not treated as equal where a comma can be a decimal one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check datarecon==0.1.1 pandas==3.1.1
cat >"$work/try.py" <<'PY'
import csv
import pathlib
import sys

from datarecon import reconcile

FOLDER = pathlib.Path(sys.argv[1])
OLD, NEW = FOLDER / "old.csv", FOLDER / "new.csv"
ID = "1234567890123456789"
# deal: account and amount before and after
DEALS = {
    "D1": (ID, "200", ID[:-1] + "8", "200"),
    "D2": (ID, "1,5", ID, "15"),
    "D3": (ID, "12.500", ID, "12500"),
    "D4": (ID, "100", ID, "100.00"),
    "D5": (ID, "700", ID, "700"),
    "D6": ("A" + ID, "700", "A" + ID[:-1] + "8", "700"),
}
for path, places in ((OLD, (0, 1)), (NEW, (2, 3))):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "account", "amount"])
        writer.writerows([deal, *(values[place] for place in places)] for deal, values in DEALS.items())


def causes(**options):
    found = reconcile(str(OLD), str(NEW), key="id", **options)
    return found, {row["key"]: row["cause"] for row in found.differences.to_dict("records")}


CASES = [
    ({}, {"D1": "numeric_format", "D2": "numeric_format", "D3": "value_mismatch", "D4": "numeric_format", "D6": "value_mismatch"}),
    ({"treat_as_equal": {"numeric_format"}}, {"D3": "value_mismatch", "D6": "value_mismatch"}),
]
same = True
for options, expected in CASES:
    result, found = causes(**options)
    print(options or "as it is", found)
    same = same and found == expected
print(*[line for line in reconcile(str(OLD), str(NEW), key="id").summary().splitlines() if "only" in line or "mismatches" in line], sep="\n")
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
