# SPDX-License-Identifier: Apache-2.0
"""Lets each program open and save a workbook, and reports what is left of it and the results of the next check and fill."""

import json
import pathlib
import re
import subprocess
import sys
import zipfile

import programs

# What to count: the parts that contain it, and the pattern that matches one.
COUNTED = {
    "formulas": (r"xl/worksheets/sheet", rb"<f[ >]"),
    "conditional formats": (r"xl/worksheets/sheet", rb"<(?:x14:)?cfRule "),
    "drop-downs and checks": (r"xl/worksheets/sheet", rb"<(?:x14:)?dataValidation "),
    "notes": (r"xl/comments|xl/.*comments\d*\.xml", rb"<comment "),
    "names": (r"xl/workbook\.xml", rb"<definedName "),
    "tables": (r"xl/tables/", rb"<table "),
    "charts": (r"xl/charts/chart[^/]*\.xml$", rb"<(?:c:)?chartSpace"),
}


def counts(book: pathlib.Path) -> dict[str, int]:
    with zipfile.ZipFile(book) as archive:
        return {
            what: sum(
                len(re.findall(one, archive.read(name)))
                for name in archive.namelist() if re.match(parts, name) and name.endswith(".xml"))
            for what, (parts, one) in COUNTED.items()}


class Dealbook:
    def __init__(self, program: str):
        self.program = program

    def run(self, *arguments: object) -> subprocess.CompletedProcess:
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)

    def findings(self, book: pathlib.Path) -> set[tuple]:
        found = json.loads(self.run("check", book, "--as-of", "2026-06-30", "--format", "json").stdout)
        return {(one["rule"], one["sheet"], one["row"], one["column"]) for one in found["findings"]}

    def values(self, book: pathlib.Path) -> dict[tuple, object]:
        """The values of all stored cells on the team's sheets, by sheet and cell, with numbers to twelve digits."""
        lines = map(json.loads, self.run("cells", book, "--format", "jsonl").stdout.splitlines())
        found = {}
        for line in lines:
            value = line.get("value")
            if isinstance(value, float | int) and not isinstance(value, bool):
                value = float(f"{value:.12g}")
            if value not in (None, ""):
                found[line["sheet"], line["cell"]] = value
        return found

    def filled_again(self, book: pathlib.Path) -> str:
        again = book.with_name("again-" + book.name)
        first = self.run("fill", book, "-o", again, "--as-of", "2026-06-30")
        changed = sum(int(n.replace(",", "")) for n in re.findall(r"([\d,]+) cells? changed", first.stdout + first.stderr))
        second = self.run("fill", again, "--in-place", "--as-of", "2026-06-30")
        rest = "" if "nothing to do" in second.stdout + second.stderr else ", and a third fill still writes"
        return (f"ends with {first.returncode}" if first.returncode else f"{changed} cells" if changed else "nothing") + rest


def main(program: str, work: pathlib.Path) -> None:
    dealbook = Dealbook(program)
    ours = work / "ours.xlsx"
    was, findings, values = counts(ours), dealbook.findings(ours), dealbook.values(ours)
    print(f"| program | {' | '.join(was)} | values | findings | next fill |\n|{' --- |' * (len(was) + 4)}")
    print(f"| as written | {' | '.join(map(str, was.values()))} | {len(values)} | {len(findings)} | nothing |")
    for name, saved in programs.saved(ours, work):
        if saved is None:
            print(f"| {name} | could not be run |")
            continue
        now, then = counts(saved), dealbook.values(saved)
        kept = [str(now[what]) if now[what] != was[what] else "same" for what in was]
        lost = sum(key not in then for key in values)
        other = sum(key in then and then[key] != value for key, value in values.items())
        told = "same" if not (lost or other) else ", ".join(
            part for part in [f"{lost} gone" if lost else "", f"{other} other" if other else ""] if part)
        difference = dealbook.findings(saved) ^ findings
        print(f"| {name} | {' | '.join(kept)} | {told} | {'same' if not difference else f'{len(difference)} differ'} | {dealbook.filled_again(saved)} |")
    print()
    for name, read in programs.read(ours):
        print(f"- {name}: {read}")


main(sys.argv[1], pathlib.Path(sys.argv[2]))
