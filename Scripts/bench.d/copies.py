# SPDX-License-Identifier: Apache-2.0
"""`merge` beside `fill`, `diff` beside `cells --count`, and memory of both beside `check`."""

import pathlib
import random

import hugesheet
import runs
import teams

DAY = ("--as-of", "2026-03-31")
SHARE = 0.1
ROWS = 50_000
CHANGED = 60


def copy(options, original, name, cells):
    """A copy of a workbook with other values in some cells."""
    path = f"{options.work}/{name}.xlsx"
    pathlib.Path(path).unlink(missing_ok=True)
    runs.measured([options.dealbook, "set", original, *cells, "-o", path])
    return path


def amounts(first):
    return [f"Deals!I{first + 40 * number}={100_000 + 1000 * number + first}" for number in range(CHANGED)]


def merged(options):
    team = runs.made(f"{options.work}/team-{SHARE}.xlsx", lambda path: teams.make(path, options.dealbook, SHARE))
    filled, out = f"{options.work}/copies-filled.xlsx", f"{options.work}/copies-out.xlsx"
    pathlib.Path(filled).unlink(missing_ok=True)
    runs.measured([options.dealbook, "fill", team, "-o", filled, "--quiet", *DAY])
    deals = round(teams.SIZES["Deals"] * SHARE)
    for state, base in (("as it was typed", team), ("filled", filled)):
        ours, theirs = (copy(options, base, f"copies-{name}", amounts(first)) for name, first in (("ours", 10), ("theirs", 11)))
        busy, memory = {}, {}
        for job, command in (("check", ["check", ours]), ("fill", ["fill", ours, "-o", out]), ("merge", ["merge", base, ours, theirs, "-o", out])):
            pathlib.Path(out).unlink(missing_ok=True)
            _, busy[job], memory[job] = runs.median([options.dealbook, *command, "--quiet", *DAY], 1)
        work, times = f"merge two copies of {deals:,} deals, {state}", busy["merge"] / busy["fill"]
        yield runs.line(work, "processor time of `fill`", f"{times:.2f}", "≤ 2", times <= 2)
        share = memory["merge"] / memory["check"]
        yield runs.line(work, "memory of `check`", f"{share:.2f}", "≤ 1.5", share <= 1.5)


def compared(options):
    old = runs.made(f"{options.work}/huge-{ROWS}.xlsx", lambda path: hugesheet.make(path, ROWS))
    chance = random.Random(5)
    cells = {f"Visits!{chance.choice('IJKLMNOPQRST')}{chance.randrange(2, ROWS)}" for _ in range(500)}
    new = copy(options, old, "copies-changed", [f"{cell}=-1" for cell in sorted(cells)])
    count = sum(runs.median([options.dealbook, "cells", "--count", path], 3)[1] for path in (old, new))
    _, busy, memory = runs.median([options.dealbook, "diff", old, new], 3)
    checked = runs.median([options.dealbook, "check", new, "--quiet", *DAY], 1)[2]
    work = f"diff of 2 × {ROWS:,} rows × 20 columns"
    yield runs.line(work, "processor time of `cells --count` on both", f"{busy / count:.2f}", "≤ 3", busy <= 3 * count)
    yield runs.line(work, "memory of `check`", f"{memory / checked:.2f}", "≤ 1.5", memory <= 1.5 * checked)


def lines(options):
    yield from merged(options)
    yield from compared(options)
