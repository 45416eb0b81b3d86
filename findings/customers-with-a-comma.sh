#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What deals add up to when one customer is called "Best, Inc", and which are between 100 and 350, for a database that reads the CSV export itself.
#
# Packages: slothdb 0.2.7 (an embedded database for analytics); duckdb 1.5.5 to compare; both from PyPI.
# The file: a CSV export of six deals, 100.10, 200.20, 300.30, 500, -600 and 50, with customer, stage and day; one customer has a comma in the name, in
# quotation marks (RFC 4180), one deal has no stage.
# One would guess: a reader either knows quotation marks or does not, so that SELECT * shows whether it does; and SUM is the sum of the rows that SELECT shows.
# Seen: SELECT shows all six rows, and conditions on id and customer find Best, Inc. SUM(amount) is 350.40, not 550.60, and a condition on its stage finds no
# row: some plans go through the file in a way of their own, in which that row has one column more. A sum by stage has a stage called  Inc" and none
# Lost. With a condition on the id, or without the comma in the file, the sum is right. In the file without the comma, too, BETWEEN 100 AND 350
# finds all six deals, -600 and 500 among them, where >= and <= are right; MAX of the days is the first day of the file; ROUND(amount / 3, 2) is 33 and
# 67; NOT stage = 'Won' finds the deal without a stage, stage <> 'Won' does not. Nothing is an error; duckdb is right in all.
# So: a sum is compared with the rows by adding them up, once with the real names; figures for customers come from a database that one knows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check slothdb==0.2.7 duckdb==1.5.5
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import duckdb
import slothdb

FILE, PLAIN = (pathlib.Path(sys.argv[1]) / name for name in ("deals.csv", "plain.csv"))
TEXT = """id,customer,stage,amount,closes
D1,Acme,Won,100.10,2026-05-01
D2,"Best, Inc",Lost,200.20,2026-05-15
D3,Cook,Won,300.30,2026-06-01
D4,Dart,,500,2026-07-01
D5,Eden,Won,-600,2027-01-01
D6,Fox,Open,50,2026-05-01
"""
FILE.write_text(TEXT)
PLAIN.write_text(TEXT.replace('"Best, Inc"', "Best"))
NAMES = "D1 D2 D3 D4 D5 D6"
# query: what slothdb has, what is right
CASES = {
    "SELECT id FROM {file}": (NAMES, NAMES),
    "SELECT id FROM {file} WHERE customer = 'Best, Inc'": ("D2", "D2"),
    "SELECT amount FROM {file} WHERE id = 'D2'": ("200.2", "200.2"),
    "SELECT amount FROM {file} WHERE stage = 'Lost'": ("", "200.2"),
    "SELECT SUM(amount) FROM {file}": ("350.4", "550.6"),
    "SELECT SUM(amount) FROM {plain}": ("550.6", "550.6"),
    "SELECT SUM(amount) FROM {file} WHERE id <> 'D0'": ("550.6", "550.6"),
    "SELECT stage, SUM(amount) FROM {file} GROUP BY stage ORDER BY stage": (' Inc" Open Won None', "Lost Open Won None"),
    "SELECT id FROM {plain} WHERE amount BETWEEN 100 AND 350": ("D1 D2 D3 D4 D5 D6", "D1 D2 D3"),
    "SELECT id FROM {plain} WHERE amount >= 100 AND amount <= 350": ("D1 D2 D3", "D1 D2 D3"),
    "SELECT MAX(closes) FROM {plain}": ("2026-05-01", "2027-01-01"),
    "SELECT ROUND(amount / 3, 2) FROM {plain} LIMIT 2": ("33.0 67.0", "33.37 66.73"),
    "SELECT id FROM {plain} WHERE stage <> 'Won'": ("D2 D6", "D2 D6"),
    "SELECT id FROM {plain} WHERE NOT stage = 'Won'": ("D2 D4 D6", "D2 D6"),
}
sloth, duck = slothdb.connect(), duckdb.connect()


def plain(rows):
    return " ".join(str(round(row[0], 2) if isinstance(row[0], float) else row[0]) for row in rows)


same = True
for query, expected in CASES.items():
    full = query.format(file=f"'{FILE}'", plain=f"'{PLAIN}'")
    found = (plain(sloth.sql(full).fetchall()), plain(duck.execute(full).fetchall()))
    print(f"{query:86} {found[0]:20} {found[1]}")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
