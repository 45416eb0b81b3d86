# SPDX-License-Identifier: Apache-2.0
"""The parts of Scripts/bench selected by --scale. Each module yields lines and the goals it missed."""

import sys

import against
import checks
import copies
import fills
import hugesheet
import manybooks
import scenarios
import shapes

PARTS = {"check": checks, "fill": fills, "many": manybooks, "huge": hugesheet, "shapes": shapes, "against": against,
         "copies": copies, "scenarios": scenarios}


def add_arguments(parser):
    parser.add_argument("--scale", default="", help="also these parts: check, fill, many, huge, shapes, against, copies, scenarios, or all, separated by commas")
    parser.add_argument("--baseline-binary", help="an earlier build, for the part against")
    parser.add_argument("--shares", default="0.01,0.02,0.04", type=lambda text: [float(word) for word in text.split(",")],
                        help="sizes of the team workbooks; 1 has 50,000 deals and 100,000 payments (default 0.01,0.02,0.04)")
    parser.add_argument("--office-share", default=0.04, type=float, help="size of the one that LibreOffice recalculates (default 0.04)")
    parser.add_argument("--huge", default=hugesheet.ROWS, type=int, help="rows of the huge sheet (default 1,048,575 and a header)")


def report(options):
    """The table for the selected parts; empty if there are none."""
    names = list(PARTS) if options.scale == "all" else [name for name in options.scale.split(",") if name]
    if not names:
        return ""
    table, missed = ["| work | measure | | goal | |", "| --- | --- | --- | --- | --- |"], []
    for name in names:
        for line, miss in PARTS[name].lines(options):
            print(f"  {line}", file=sys.stderr, flush=True)
            table.append(line)
            missed += [miss] if miss else []
    return "\n".join(["", *table, "", *[f"Goal missed: {text}." for text in missed]])
