# SPDX-License-Identifier: Apache-2.0
"""Checks 2,000 small workbooks in isolation, and measures the cost of starting."""

import pathlib
import shutil

import runs

BOOKS = pathlib.Path(__file__).parents[2] / "workbooks"
COUNT = 2000


def lines(options):
    folder = pathlib.Path(options.work, "many")
    folder.mkdir(exist_ok=True)
    originals = [BOOKS / name for name in ("core_hant.xlsx", "full_en.xlsx", "settings_hans.xlsx", "deals_hans.xlsx")]
    files = []
    for number in range(COUNT):
        path = folder / f"{number:04d}.xlsx"
        if not path.exists():
            shutil.copyfile(originals[number % len(originals)], path)
        files.append(str(path))
    seconds, busy, memory = runs.median([options.dealbook, "check", "--isolate", "--quiet", "--as-of", "2026-03-31", *files], 1)
    yield runs.line(f"{COUNT:,} small workbooks, isolated", "a second", f"{COUNT / seconds:.0f}", "≥ 100 on two cores", COUNT >= 100 * seconds)
    yield runs.line(f"{COUNT:,} small workbooks, isolated", "processor milliseconds each", f"{busy / COUNT * 1000:.1f}", "", None)
    start = runs.median([options.dealbook, "--version"], 21, (0,))[0] * 1000
    yield runs.line("a start", "milliseconds", f"{start:.1f}", "≤ 10", start <= 10)
