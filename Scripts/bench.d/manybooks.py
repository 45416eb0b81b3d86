# SPDX-License-Identifier: Apache-2.0
"""Checks 2,000 small workbooks in isolation, and measures the cost of starting."""

import pathlib
import shutil

import runs

BOOKS = pathlib.Path(__file__).parents[2] / "workbooks"
COUNT = 2000


def night(options, folder):
    """A night of all of them, without and with pages."""
    spent = {}
    for kind in ("plain", "pages"):
        place = pathlib.Path(options.work, f"night-{kind}")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        pages = ["--html", str(place / "pages")] if kind == "pages" else []
        command = [options.dealbook, "nightly", str(folder), "--history", str(place / "history"), "--quiet", "--as-of", "2026-03-31", *pages]
        spent[kind] = runs.median(command, 1)[1]
    yield runs.line(f"a night of {COUNT:,} small workbooks", "processor milliseconds each", f"{spent['plain'] / COUNT * 1000:.1f}", "", None)
    times = spent["pages"] / spent["plain"]
    yield runs.line(f"a night of {COUNT:,} small workbooks with pages", "times the night without", f"{times:.2f}", "≤ 1.15", times <= 1.15)


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
    yield from night(options, folder)
    start = runs.median([options.dealbook, "--version"], 21, (0,))[0] * 1000
    yield runs.line("a start", "milliseconds", f"{start:.1f}", "≤ 10", start <= 10)
