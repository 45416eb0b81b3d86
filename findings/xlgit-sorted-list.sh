#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# On which record a change lands when one branch sorted the list and the other branch changed a cell of it.
#
# Packages: xlgit 0.1.1 (a git merge driver for workbooks), openpyxl 3.1.5 to make and read files, both from PyPI. Needs git.
# The file: six deals, each with an id, all at the stage Open. One branch sorts them by amount, the other sets the stage of D2 to Won.
# One would guess: the change follows its row, as xlgit does when rows were inserted, deleted or moved; or the merge stops with a conflict,
# as it does when rows on both sides were changed in ways that it cannot follow.
# Seen: git merges without a conflict and commits. D5 is won now and D2 is open. Sorting changes ids, names and amounts in place; the stage
# column had the same word in every row, so that its cells count as unchanged by the sort, and the other branch's cell is taken by its
# address. It does not matter which branch sorted. One row that was moved to the top is followed.
# So: who merges workbooks with it does not sort a list on a branch; and a column with few different values (stage, owner, currency) is the
# one where nothing is noticed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlgit==0.1.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import os
import pathlib
import subprocess
import sys

import openpyxl

FOLDER = pathlib.Path(sys.argv[1])
XLGIT = pathlib.Path(sys.executable).with_name("xlgit")
DEALS = [[f"D{n}", f"Customer {n}", n * 100, "Open"] for n in range(1, 7)]


def save(path, rows):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Deals"
    sheet.append(["Id", "Customer", "Amount", "Stage"])
    for row in rows:
        sheet.append(row)
    book.save(path)


def by_amount():
    return sorted(DEALS, key=lambda row: -row[2])


def last_first():
    return [DEALS[-1], *DEALS[:-1]]


def d2_won():
    return [[*row[:3], "Won"] if row[0] == "D2" else row for row in DEALS]


def merged(ours, theirs):
    """What git makes of the two branches: whether it committed, and which deals are won."""
    home = FOLDER / f"{ours.__name__}-{theirs.__name__}"
    home.mkdir()
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
    }

    def run(*command, check=True):
        return subprocess.run(command, cwd=home, env=environment, check=check, capture_output=True, text=True).returncode

    run("git", "init", "--quiet", "--initial-branch=ours")
    run(str(XLGIT), "install", "--repo")
    save(home / "deals.xlsx", DEALS)
    run("git", "add", "--all")
    run("git", "commit", "--quiet", "--message", "base")
    run("git", "checkout", "--quiet", "-b", "theirs")
    save(home / "deals.xlsx", theirs())
    run("git", "commit", "--quiet", "--all", "--message", "theirs")
    run("git", "checkout", "--quiet", "ours")
    save(home / "deals.xlsx", ours())
    run("git", "commit", "--quiet", "--all", "--message", "ours")
    clean = run("git", "merge", "--no-edit", "theirs", check=False) == 0
    sheet = openpyxl.load_workbook(home / "deals.xlsx")["Deals"]
    return clean, [row[0].value for row in sheet.iter_rows(min_row=2) if row[3].value == "Won"]


for name, ours, theirs, expected in [
    ("ours sorts, theirs wins D2", by_amount, d2_won, (True, ["D5"])),
    ("ours wins D2, theirs sorts", d2_won, by_amount, (True, ["D5"])),
    ("ours moves the last deal to the top, theirs wins D2", last_first, d2_won, (True, ["D2"])),
]:
    seen = merged(ours, theirs)
    print(f"{name}: committed without a conflict {seen[0]}, won {seen[1]}")
    assert seen == expected, f"changed: expected {expected}"
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described: after a sort the change is on another deal"
