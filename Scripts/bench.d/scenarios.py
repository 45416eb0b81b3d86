# SPDX-License-Identifier: Apache-2.0
"""A thousand scenarios of a team with 500 deals beside one recalculation by LibreOffice, and what one scenario of a larger team costs."""

import os
import pathlib
import random
import shutil
import sys

import runs
import teams

DAY = ("--as-of", "2026-03-31")


def deals(path):
    """(id, amount) of the open deals, and the stages that they are at."""
    import openpyxl

    rows = openpyxl.load_workbook(path, read_only=True)["Deals"].iter_rows(values_only=True)
    places = {title: place for place, title in enumerate(next(rows))}
    found, stages = [], set()
    for row in rows:
        stage = row[places["Declared stage"]]
        if row[places["Actual close"]] or stage in ("Closed won", "Closed lost", "On hold") or not row[places["Deal ID"]]:
            continue
        found.append((row[places["Deal ID"]], row[places["Amount"]]))
        stages.add(stage)
    return found, sorted(stages)


def write(path, book, count):
    """A file of scenarios with one to three changes each."""
    found, stages = deals(book)
    chance = random.Random(3)
    with open(path, "w", encoding="utf-8") as file:
        file.write("scenarios:\n")
        for number in range(count):
            file.write(f"  - name: s{number}\n    change:\n")
            for name, amount in chance.sample(found, chance.randint(1, 3)):
                change = chance.choice([f"amount={round(amount * chance.uniform(0.5, 1.5))}", f"stage={chance.choice(stages)}",
                                        f"expected_close=+{chance.randint(10, 90)}d"])
                file.write(f"      - deals.{name}.{change}\n")
    return path


def busy(options, path, count):
    """Processor seconds and peak MiB of so many scenarios."""
    scenarios = write(f"{options.work}/scenarios-{count}.yaml", path, count)
    return runs.median([options.dealbook, "whatif", path, "--scenario", scenarios, "--format", "json", *DAY], 1)[1:]


def lines(options):
    paths = {share: runs.made(f"{options.work}/team-{share}.xlsx", lambda path, share=share: teams.make(path, options.dealbook, share))
             for share in (0.01, 0.1)}
    own, memory = busy(options, paths[0.01], 1000)
    checked = runs.median([options.dealbook, "check", paths[0.01], "--quiet", *DAY], 1)[2]
    work = "1,000 scenarios of 500 deals"
    yield runs.line(work, "memory of `check`", f"{memory / checked:.2f}", "≤ 1.5", memory <= 1.5 * checked)
    one, _ = busy(options, paths[0.01], 1)
    yield runs.line(work, "processor milliseconds each", f"{(own - one) / 999 * 1000:.1f}", "", None)
    first, _ = busy(options, paths[0.1], 1)
    many, _ = busy(options, paths[0.1], 51)
    yield runs.line("a scenario of 5,000 deals", "processor milliseconds", f"{(many - first) / 50 * 1000:.1f}", "", None)
    for job in (["advise", paths[0.01]], ["advise", paths[0.1]]):
        spent = runs.median([options.dealbook, *job, *DAY], 1)[1]
        yield runs.line(f"advise on {500 if job[1] == paths[0.01] else 5000:,} deals", "processor seconds", f"{spent:.1f}", "", None)
    if options.peers and shutil.which("soffice"):
        filled = f"{options.work}/scenarios-filled.xlsx"
        pathlib.Path(filled).unlink(missing_ok=True)
        runs.measured([options.dealbook, "fill", paths[0.01], "-o", filled, "--quiet", *DAY])
        os.makedirs(f"{options.work}/office", exist_ok=True)
        office = runs.measured([sys.executable, str(runs.HERE / "peers_scale.py"), "libreoffice", filled, f"{options.work}/office"], (0,))[1]
        yield runs.line(work, "processor time of one recalculation by LibreOffice", f"{own / office:.2f}", "≤ 1", own <= office)
