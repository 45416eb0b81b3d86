# SPDX-License-Identifier: Apache-2.0
"""`fill` and `check` of a full team workbook, compared with LibreOffice, and how time and memory grow with the rows."""

import math
import os
import pathlib
import shutil

import runs
import teams


def exponent(points):
    """The slope of log(value) over log(rows) by least squares."""
    logs = [(math.log(rows), math.log(value)) for rows, value in points]
    mean_x, mean_y = (sum(pair[i] for pair in logs) / len(logs) for i in (0, 1))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def lines(options):
    out = f"{options.work}/filled.xlsx"
    points = {"fill": [], "check": []}
    for share in options.shares:
        rows = round(sum(teams.SIZES.values()) * share)
        path = runs.made(f"{options.work}/team-{share}.xlsx", lambda path: teams.make(path, options.dealbook, share))
        for job, command in (("fill", ["fill", path, "-o", out]), ("check", ["check", path])):
            pathlib.Path(out).unlink(missing_ok=True)
            seconds, busy, memory = runs.median([options.dealbook, *command, "--quiet", "--as-of", "2026-03-31"], 1)
            points[job].append((rows, busy, memory))
            yield runs.line(f"{job} a team of {rows:,} rows", "seconds (processor), peak MiB", f"{seconds:.1f} ({busy:.1f}), {memory:.0f}", "", None)
    for job, found in points.items():
        if len(found) > 1:
            for title, place in (("processor time", 1), ("memory", 2)):
                slope = exponent([(point[0], point[place]) for point in found])
                yield runs.line(f"{job}, growth with the rows", f"exponent of {title}", f"{slope:.2f}", "≤ 1.1", slope <= 1.1)
    if options.peers and shutil.which("soffice"):
        share = options.office_share
        path = runs.made(f"{options.work}/team-{share}.xlsx", lambda path: teams.make(path, options.dealbook, share))
        pathlib.Path(out).unlink(missing_ok=True)
        own = runs.median([options.dealbook, "fill", path, "-o", out, "--quiet", "--as-of", "2026-03-31"], 1)[0]
        os.makedirs(f"{options.work}/office", exist_ok=True)
        slow, _, memory, found = runs.peer("libreoffice", out, f"{options.work}/office")
        deals = round(teams.SIZES["Deals"] * share)
        does = "recalculates and saves" if found[0].isdigit() else f"gives up ({found[0]})"
        # It grows faster than the rows, so a small team says nothing about the goal.
        holds = None if share < 1 else slow >= 50 * own
        yield runs.line(
            f"fill a team of {deals:,} deals", f"times faster than LibreOffice {does} ({own:.1f} and {slow:.0f} s, {memory:.0f} MiB)",
            f"{slow / own:.1f}", "≥ 50 at 50,000 deals (--office-share 1)", holds)
