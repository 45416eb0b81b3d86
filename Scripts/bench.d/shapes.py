# SPDX-License-Identifier: Apache-2.0
"""Reading and setting again, on workbooks of other shapes: wide, narrow, one sheet, many, inline strings, long Chinese texts, numbers alone,
formulas, sparse rows."""

import datetime
import pathlib
import random
import shutil
import statistics
import sys

import runs

# How many times faster and smaller than these we must be, as for the main workbook.
READ, SET = {"fastexcel": 4, "calamine": 8}, {"pyopenxlsx": 2}
LETTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
WORDS = [first + second for first in LETTERS[::60] for second in LETTERS[7::97]]


def mixed(sheet, row, columns, chance):
    for column in range(columns):
        kind = column % 4
        if kind == 0:
            sheet.write_string(row, column, f"商機 {chance.randrange(150_000)} 期")
        elif kind == 3:
            sheet.write_string(row, column, "✓✗—"[chance.randrange(3)])
        else:
            sheet.write_number(row, column, chance.random() * 1e6 if kind == 1 else chance.randrange(100_000))


def texts(sheet, row, columns, chance):
    """Two texts of some hundred letters, of words that come again as those of people do, and numbers."""
    for column in range(2):
        sheet.write_string(row, column, "".join(chance.choices(WORDS, k=chance.randrange(50, 200))))
    for column in range(2, columns):
        sheet.write_number(row, column, chance.randrange(1000))


def numbers(sheet, row, columns, chance):
    for column in range(columns):
        sheet.write_number(row, column, chance.random() * 1e6)


def formulas(sheet, row, columns, chance):
    for column in range(columns):
        if column % 2:
            sheet.write_formula(row, column, f"=ROUND(A{row + 1}*{column},2)", None, chance.random())
        else:
            sheet.write_number(row, column, chance.randrange(1000))


def sparse(sheet, row, columns, chance):
    for column in sorted(chance.sample(range(columns), 6)):
        if column % 2:
            sheet.write_number(row, column, chance.randrange(100_000))
        else:
            sheet.write_string(row, column, f"D{chance.randrange(5000)}")


# Rows and columns per sheet, number of sheets, the function that writes a row, and whether texts are inline.
SHAPES = {
    "500 columns": (2_000, 500, 2, mixed, False),
    "3 columns": (300_000, 3, 2, mixed, False),
    "one sheet": (100_000, 20, 1, mixed, False),
    "20 sheets": (5_000, 20, 20, mixed, False),
    "inline strings": (50_000, 20, 2, mixed, True),
    "long Chinese texts": (20_000, 6, 2, texts, False),
    "long Chinese texts, inline": (20_000, 6, 2, texts, True),
    "numbers": (50_000, 20, 2, numbers, False),
    "formulas": (50_000, 20, 2, formulas, False),
    "sparse rows": (100_000, 300, 2, sparse, False),
}


def make(path, shape):
    import xlsxwriter

    rows, columns, sheets, write, is_inline = SHAPES[shape]
    book = xlsxwriter.Workbook(path, {"constant_memory": is_inline})
    book.set_properties({"created": datetime.datetime(2026, 3, 31)})
    for number in range(sheets):
        chance = random.Random(number)
        sheet = book.add_worksheet(f"Data{number + 1}")
        for row in range(rows):
            write(sheet, row, columns, chance)
    book.close()


def lines(options):
    for shape, (_, _, sheets, _, _) in SHAPES.items():
        path = runs.made(f"{options.work}/shape-{shape.replace(' ', '-')}.xlsx", lambda path: make(path, shape))
        out, copy = f"{options.work}/shape-out.xlsx", f"{options.work}/shape-copy.xlsx"
        edits = [f"Data{number}!B2=12345.5" for number in range(1, min(sheets, 2) + 1)]
        for job, command, goals in (
            ("read", ["cells", path, "--count"], READ),
            ("set", ["set", path, *edits, "-o", out], SET),
        ):
            own, peers = [], {name: [] for name in goals if options.peers and (job == "read" or sheets > 1)}
            for _ in range(options.rounds):
                pathlib.Path(out).unlink(missing_ok=True)
                own.append(runs.measured([options.dealbook, *command])[:3])
                for name, found in peers.items():
                    # Work on a copy, because pyopenxlsx may change the file it reads.
                    shutil.copyfile(path, copy)
                    arguments = [name, job, copy, *([out] if job == "set" else [])]
                    _, _, memory, output = runs.measured([sys.executable, str(runs.HERE / "peers.py"), *arguments], (0,))
                    found.append((float(output.split()[0]), memory))
            seconds, busy, memory = (statistics.median(run[i] for run in own) for i in range(3))
            yield runs.line(f"{shape}: {job}", "seconds (processor), MiB", f"{seconds:.2f} ({busy:.2f}), {memory:.0f}", "", None)
            for name, found in peers.items():
                times, size = (statistics.median(run[i] for run in found) / own for i, own in ((0, seconds), (1, memory)))
                goal = goals[name]
                yield runs.line(f"{shape}: {job}", f"times faster than {name} (memory ÷ ours {size:.1f})", f"{times:.1f}", f"≥ {goal}", times >= goal)
        pathlib.Path(out).unlink(missing_ok=True)
        pathlib.Path(copy).unlink(missing_ok=True)
