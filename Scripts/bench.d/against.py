# SPDX-License-Identifier: Apache-2.0
"""Compares this build with an earlier one (`Scripts/bench --baseline REV`), in turns in one run: processor time, peak memory, and the size of what
they write. More is better for all ratios except sizes and memory."""

import os
import pathlib
import shutil
import statistics

import runs
import teams

BOOKS = pathlib.Path(__file__).parents[2] / "workbooks"
DAY = ["--as-of", "2026-03-31"]
COPIES = 40


def turns(options, command, rounds=None, accepted=(0, 1)):
    """The median processor seconds and peak MiB of the earlier build and of this one; `command(binary, name)` gives the command line."""
    found = {"before": [], "now": []}
    for _ in range(rounds or options.rounds):
        for name, binary in (("before", options.baseline_binary), ("now", options.dealbook)):
            _, busy, memory, _ = runs.measured(command(binary, name), accepted)
            found[name].append((busy, memory))
    return [tuple(statistics.median(run[i] for run in found[name]) for i in range(2)) for name in ("before", "now")]


def faster(work, before, now, goal):
    return runs.line(work, f"times the processor time before ({before[0]:.3f} and {now[0]:.3f} s)", f"{before[0] / now[0]:.2f}", f"≥ {goal}",
                     before[0] >= goal * now[0])


def smaller(work, measure, before, now, goal):
    return runs.line(work, f"{measure} ({before:,.0f} and {now:,.0f})", f"{now / before:.2f}", f"≤ {goal}", now <= goal * before)


def night(options):
    folder = pathlib.Path(options.work, "night")
    if not folder.exists():
        folder.mkdir()
        for source in sorted(BOOKS.glob("*.xlsx")):
            for copy in range(COPIES):
                shutil.copyfile(source, folder / f"{source.stem}-{copy}.xlsx")
    histories = {name: f"{options.work}/night-{name}.sqlite" for name in ("before", "now")}
    for path in histories.values():
        for each in pathlib.Path(path).parent.glob(pathlib.Path(path).name + "*"):
            each.unlink()

    def command(binary, name, *more):
        return [binary, "nightly", str(folder), *DAY, "--settle", "0", "--quiet", "--history", histories[name], *more]

    work = f"a night over {len(list(folder.iterdir()))} workbooks"
    yield faster(work + ", the first", *turns(options, command, 1), 1)
    sizes = {name: os.path.getsize(path) for name, path in histories.items()}
    yield smaller(work, "bytes of the history", sizes["before"], sizes["now"], 0.3)
    yield faster(work + ", nothing changed", *turns(options, command), 10)
    grown = os.path.getsize(histories["now"]) / sizes["now"] - 1
    yield runs.line(work + ", nothing changed", "the history grows by", f"{grown:.1%}", "≤ 1%", grown <= 0.01)
    # An earlier build always reads every byte.
    verified = turns(options, lambda binary, name: command(binary, name, *(["--verify"] if name == "now" else [])))
    yield faster(work + ", nothing changed, every byte read", *verified, 3)


def filled(options):
    for share in options.shares:
        path = runs.made(f"{options.work}/team-{share}.xlsx", lambda path: teams.make(path, options.dealbook, share))
        outs = {name: f"{options.work}/against-{name}.xlsx" for name in ("before", "now")}
        deals = round(teams.SIZES["Deals"] * share)

        def fill(binary, name, *more):
            pathlib.Path(outs[name]).unlink(missing_ok=True)
            return [binary, "fill", path, "-o", outs[name], "--quiet", *DAY, *more]

        for form in ("plain", "shared"):
            before, now = turns(options, lambda binary, name: fill(binary, name, *(["--formulas", form] if name == "now" else [])))
            work = f"fill a team of {deals:,} deals, formulas {form}"
            yield faster(work, before, now, 2.5)
            yield smaller(work, "peak MiB", before[1], now[1], 0.7)
            yield smaller(work, "bytes of the file", os.path.getsize(outs["before"]), os.path.getsize(outs["now"]), 0.5)
            again = f"{options.work}/against-again.xlsx"
            for job, words in (("check", []), ("fill", ["-o", again])):
                both = turns(options, lambda binary, name: [binary, job, outs[name], "--quiet", *DAY, *words])
                yield faster(f"{job} what is filled, {deals:,} deals, formulas {form}", *both, 2)


def lines(options):
    if not options.baseline_binary:
        return
    yield from night(options)
    yield from filled(options)
    small = str(BOOKS / "core_hant.xlsx")
    yield faster("check one small workbook", *turns(options, lambda binary, name: [binary, "check", small, "--quiet", *DAY], 21), 1)
    before, now = turns(options, lambda binary, name: [binary, "--version"], 51)
    yield smaller("a start", "microseconds of the processor", before[0] * 1e6, now[0] * 1e6, 0.6)
