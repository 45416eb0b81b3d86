# SPDX-License-Identifier: Apache-2.0
"""Shared by the parts of Scripts/bench: a measured run, medians, and the format of a line."""

import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def measured(command, accepted=(0, 1)):
    """(seconds, processor seconds, peak MiB, standard output) of one run; raises for an exit code that is not accepted."""
    done = subprocess.run([sys.executable, "-I", "-S", str(HERE / "measure.py"), *command], capture_output=True, text=True)
    *messages, last = done.stderr.splitlines() or [""]
    code, seconds, busy, kibibytes = (last.split() + ["70", "0", "0", "0"])[:4]
    if int(code) not in accepted:
        raise RuntimeError(f"exit {code}: {' '.join(command)[:300]}\n" + "\n".join(messages[-5:]))
    return float(seconds), float(busy), float(kibibytes) / 1024, done.stdout


def median(command, rounds, accepted=(0, 1)):
    """The medians of seconds, processor seconds and peak MiB over some rounds."""
    runs = [measured(command, accepted)[:3] for _ in range(rounds)]
    return tuple(statistics.median(run[i] for run in runs) for i in range(3))


def peer(job, *paths):
    """(seconds, seconds after its imports, peak MiB, what else it printed) of a job of peers_scale.py."""
    seconds, _, memory, output = measured([sys.executable, str(HERE / "peers_scale.py"), job, *paths], (0,))
    first, *rest = output.split()
    return seconds, float(first), memory, rest


def made(path, make):
    """`path`, made once by `make(path)`."""
    if not os.path.exists(path):
        print(f"making {path} (once)", file=sys.stderr, flush=True)
        make(path + ".part.xlsx")
        os.replace(path + ".part.xlsx", path)
    return path


def line(work, measure, value, goal, holds):
    """A row of the table. `goal` is text; `holds` says whether it is met, or is None if there is no goal."""
    verdict = {True: "met", False: "**missed**", None: ""}[holds]
    return f"| {work} | {measure} | {value} | {goal} | {verdict} |", None if holds is not False else f"{work}: {measure} {value}, the goal is {goal}"
