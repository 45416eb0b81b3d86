# SPDX-License-Identifier: Apache-2.0
"""Prints line coverage by module, and ends with 1 if a module is below its floor.

modules.py RESULT.json FLOORS [--set-floors]
"""
import json
import math
import os
import sys
from collections import defaultdict

# How many points below the measured value a new floor is: tests that depend on the machine reach a little more or less.
MARGIN = 2


def counted(path):
    """(lines, lines reached) by module of Sources; the packed playbook is data."""
    modules = defaultdict(lambda: [0, 0])
    with open(path, encoding="utf-8") as file:
        result = json.load(file)
    for entry in result["data"][0]["files"]:
        name = entry["filename"]
        if "/Sources/" not in name or "/.build/" in name.split("/Sources/")[1] or "/checkouts/" in name or "/Embedded/" in name:
            continue
        lines = entry["summary"]["lines"]
        module = modules[name.split("/Sources/")[1].split("/")[0]]
        module[0] += lines["count"]
        module[1] += lines["covered"]
    return modules


def read_floors(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip() and not line.startswith("#")]
    return {module: int(floor) for module, floor in rows}


def main(result, floors_path, *options):
    modules = counted(result)
    if not modules:
        sys.exit(f"{result}: no file of Sources in it")
    if "--set-floors" in options:
        with open(floors_path, "w", encoding="utf-8") as file:
            file.write("# The least percentage of lines that the tests of each module may reach; see Scripts/coverage.\n")
            for module, (count, covered) in sorted(modules.items()):
                file.write(f"{module} {max(0, math.floor(100 * covered / count) - MARGIN)}\n")
    floors = read_floors(floors_path)
    low = []
    for module, (count, covered) in sorted(modules.items()):
        share = 100 * covered / count
        floor = floors.get(module)
        if floor is None or share < floor:
            low.append(module)
        print(f"{module:16} {share:5.1f} % of {count:6} lines   floor {'none' if floor is None else floor}")
    if low:
        sys.exit(f"below its floor, or without one (Scripts/coverage --set-floors writes them): {', '.join(low)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
