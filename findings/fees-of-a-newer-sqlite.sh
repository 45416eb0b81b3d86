#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What fees add up to in a database that a newer SQLite opens, and which deals have a fee of 0.12, by the way in which the question is put.
#
# Packages: apsw 3.40.0.0 makes the file, with the SQLite 3.40.0 that it has in it, which is that of Debian 12; apsw 3.54.1.0 with SQLite 3.54.1 reads it; apsw 3.42.0.1
# and 3.43.0.0 to compare, and pyturso 0.8.3, which is an SQLite written anew; all from PyPI.
# The file: seven deals of 2.30, 2.90, 4.10, 4.30, 7.10, 100.30 and 53.50 with 5%. The fee is round(amount*rate,2), once as a stored column, once as a column that is
# calculated when it is read, each by GENERATED ALWAYS; an index on that expression and one on the second column.
# One would guess: round is deterministic, or it could not be in an index (an expression there must be, by SQLite's page of them); the file format is the same
# since 2004, and a newer SQLite reads what an older one wrote.
# Seen: 3.40 has fees of 0.12, 0.15, 0.21, 0.22 and 0.36 for the first five, 8.76 together, and 3.54 has 0.11, 0.14, 0.2, 0.21 and 0.35, 8.71 together: 2.3*0.05 is
# 0.11499999999999999, which 3.42 and before round up and 3.43 and later do not. In 3.54 the stored column still has 8.76, and the calculated one 8.71 or, where
# the index is used, 8.76. WHERE round(amount*rate,2)=0.12 finds the first deal, by the index, and =0.11 finds none; so does …+0=0.11, which is to keep an index out,
# for the index has all that the query needs; with NOT INDEXED it is the other way round. PRAGMA integrity_check says that five rows are missing from each
# index, as of a damaged file, and ok again after REINDEX; the stored column keeps its old cents then too. None of it is said when the file is opened.
# pyturso rounds as 3.54. Of the amounts from 0.10 to 10000.00 in steps of 0.10, each with 5%, 9950 of 100000 fees are one cent less in 3.43 than in 3.42.
# So: fees are kept in whole cents; an index on round is rebuilt by REINDEX after each update of SQLite, which an app on a phone gets with its system.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for version in 3.40.0.0 3.42.0.1 3.43.0.0 3.54.1.0; do
    python3 -m venv "$work/$version"
    "$work/$version/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "apsw==$version"
done
"$work/3.54.1.0/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: pyturso==0.8.3
cat >"$work/try.py" <<'PY'
import sys

import apsw

FILE, STEP = sys.argv[1:]
OLD = "0.12 0.15 0.21 0.22 0.36 5.02 2.68"
NEW = "0.11 0.14 0.2 0.21 0.35 5.02 2.68"
EXPRESSION = "round(amount*rate,2)"
version = getattr(apsw, "sqlite_lib_version", None) or apsw.sqlitelibversion
cursor = apsw.Connection(FILE).cursor()
same = True


def ask(question):
    return cursor.execute(question).fetchall()


def expect(name, found, expected):
    global same
    print(f"  {name:48}", found)
    same = same and found == expected


print("SQLite", version(), STEP)
if STEP == "make":
    ask(
        "CREATE TABLE deals(id INTEGER PRIMARY KEY, amount REAL, rate REAL,"
        f" fee REAL GENERATED ALWAYS AS ({EXPRESSION}) STORED, due REAL GENERATED ALWAYS AS ({EXPRESSION}))"
    )
    ask(f"CREATE INDEX fees ON deals({EXPRESSION})")
    ask("CREATE INDEX dues ON deals(due)")
    for amount in (2.3, 2.9, 4.1, 4.3, 7.1, 100.3, 53.5):
        cursor.execute("INSERT INTO deals(amount, rate) VALUES(?, 0.05)", (amount,))
if STEP == "count":
    query = "WITH RECURSIVE m(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM m WHERE n<100000) SELECT round(n/10.0*0.05,2) FROM m"
    print(sum(round(fee * 100) for (fee,) in ask(query)))
    sys.exit(0)
now = OLD if STEP in ("make", "old") else NEW
total = {OLD: 8.76, NEW: 8.71}
rows = "NOT INDEXED ORDER BY id"
expect("the expression", " ".join(str(fee) for (fee,) in ask(f"SELECT {EXPRESSION} FROM deals {rows}")), now)
expect("the stored column", " ".join(str(fee) for (fee,) in ask(f"SELECT fee FROM deals {rows}")), OLD)
expect("the calculated column", " ".join(str(fee) for (fee,) in ask(f"SELECT due FROM deals {rows}")), now)
expect("sum of the calculated column", round(ask("SELECT sum(due) FROM deals NOT INDEXED")[0][0], 6), total[now])
indexed = NEW if STEP == "after REINDEX" else OLD
expect("the same by its index", round(ask("SELECT sum(due) FROM deals INDEXED BY dues")[0][0], 6), total[indexed])
first, last = ([], [(1,)]) if indexed == NEW else ([(1,)], [])
expect("deals with 0.12", ask(f"SELECT id FROM deals WHERE {EXPRESSION}=0.12"), first)
expect("deals with 0.11", ask(f"SELECT id FROM deals WHERE {EXPRESSION}=0.11"), last)
expect("deals with 0.12, + 0", ask(f"SELECT id FROM deals WHERE {EXPRESSION}+0=0.12"), first)
expect("deals with 0.11, + 0", ask(f"SELECT id FROM deals WHERE {EXPRESSION}+0=0.11"), last)
for fee, text in ((0.12, OLD), (0.11, NEW)):
    found = ask(f"SELECT id FROM deals NOT INDEXED WHERE {EXPRESSION}={fee}")
    expect(f"deals with {fee}, NOT INDEXED", found, [(1,)] if now == text else [])
checked = sorted(text for (text,) in ask("PRAGMA integrity_check"))
missing = sorted(f"row {row} missing from index {index}" for row in range(1, 6) for index in ("dues", "fees"))
expect("integrity_check", checked if len(checked) == 1 else f"{len(checked)}, {checked[0]}, …", ["ok"] if indexed == now else f"10, {missing[0]}, …")
same = same and checked == (["ok"] if indexed == now else missing)
if STEP == "new":
    import turso

    expect("pyturso", turso.connect(":memory:").execute("SELECT round(2.3*0.05,2)").fetchall(), [(0.11,)])
    ask("REINDEX")
sys.exit(0 if same else "the behaviour has changed")
PY
try() {
    "$work/$1/bin/python" "$work/try.py" "$work/deals.db" "$2"
}
try 3.40.0.0 make
try 3.42.0.1 old
try 3.43.0.0 early
try 3.54.1.0 new
try 3.54.1.0 "after REINDEX"
before=$(try 3.42.0.1 count | tail -1)
after=$(try 3.43.0.0 count | tail -1)
echo "cents of 100000 fees: $before in 3.42, $after in 3.43"
[ $((before - after)) = 9950 ] || { echo "the behaviour has changed"; exit 1; }
echo "as described"
