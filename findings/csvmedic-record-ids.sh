#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether the ids and credits of a CRM's CSV export survive a reader that says what it converted.
#
# Package: csvmedic 0.1.3 from PyPI (with the pandas 3.1.1 below it).
# The file: five records with ids of 19 digits, as systems give them that number by time; amounts with separators, one credit as (300).
# One would guess: long ids stay text or become whole numbers, as pandas alone reads them; csvmedic is made so that ids are not lost, and
# keeps those with leading zeros as text. What cannot be read as a number keeps a column as text, or is reported.
# Seen: the five ids become one and the same, 1234567890123456768, in a column of whole numbers. Above 2^53 each value is rounded on its way
# through a fraction, and none of it shows in the type. The credit is an empty value. The diagnosis says for both columns: converted,
# integer, confidence 100%. With a zero in front of each, they stay text.
# So: joins on such an id join every record with every record; an id column is named in preserve_strings, and amounts are counted after.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvmedic==0.1.3 pandas==3.1.1
cat >"$work/try.py" <<'PY'
import pathlib
import sys

import csvmedic
import pandas

FILE = pathlib.Path(sys.argv[1]) / "deals.csv"
IDS = [1234567890123456789 + n for n in range(5)]
AMOUNTS = ['"1,200"', "(300)", '"2,500"', '"4,000"', "900"]


def save(ids):
    FILE.write_text("".join(f"{one},{two}\n" for one, two in zip(["id", *map(str, ids)], ["amount", *AMOUNTS])), encoding="utf-8")


save(IDS)
plain = pandas.read_csv(FILE)
read = csvmedic.read(FILE)
said = str(read.attrs["diagnosis"])
print(said)
print("ids by pandas  ", [int(value) for value in plain["id"]])
print("ids by csvmedic", [int(value) for value in read["id"]], read["id"].dtype)
print("amounts        ", read["amount"].tolist())
assert [int(value) for value in plain["id"]] == IDS
assert str(read["id"].dtype) == "int64" and [int(value) for value in read["id"]] == [1234567890123456768] * 5, "changed: look at it again"
assert read["amount"].isna().tolist() == [False, True, False, False, False], "changed: look at it again"
lines = [line for line in said.splitlines() if "confidence: 100%, converted" in line]
assert len(lines) == 2 and all("integer" in line for line in lines), "the diagnosis has changed"

save([f"0{value}" for value in IDS])
with_zero = csvmedic.read(FILE)["id"].tolist()
save(IDS)
kept = csvmedic.read(FILE, preserve_strings=["id"])["id"].tolist()
print("with a zero in front", with_zero[:1], "preserved", kept[:1])
assert with_zero == [f"0{value}" for value in IDS] and [str(value) for value in kept] == [str(value) for value in IDS], "changed: look at it again"
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described: five ids become one, a credit becomes nothing"
