# SPDX-License-Identifier: Apache-2.0
"""The measurements of Scripts/bench: makes the workbook once, runs the contenders in turns, and prints medians and ratios.

Every run is a process of its own, so that its peak memory is its own. A library's seconds count from after its import;
dealbook's are those of the whole process, as are all processor seconds (they tell more on a busy machine). What a run produced is checked before its time counts."""

import argparse
import datetime
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import zipfile

import scale

HERE = pathlib.Path(__file__).parent
COLUMNS = 20
VALUE = 12345.5
# How many times faster than these we must be. Of zlib alone: at most one and a half times its time.
GOALS = {("read", "fastexcel"): 4, ("read", "calamine"): 8, ("read", "excelreader"): 3, ("read", "zlib"): 1 / 1.5,
         ("set", "pyopenxlsx"): 2, ("set", "excelize"): 20, ("set", "wolfxl"): 10, ("set", "openpyxl"): 60}
# The maximum ratio of our peak memory to theirs.
MEMORY_GOALS = {("read", "fastexcel"): 1, ("read", "calamine"): 1, ("set", "pyopenxlsx"): 1 / 5}
# How much a file may grow when one cell is set in each sheet.
SIZE_GOAL = 1.1


def make_workbook(path, rows):
    """2 sheets of deals: repeated and unique texts, numbers, money, dates, ticks, percentages, blanks and a formula."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": datetime.datetime(2026, 3, 31)})
    date, money = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "#,##0.00"})
    percent = book.add_format({"num_format": "0%"})
    stages = ["驗證商機", "標前引導", "標書提交", "談判簽約", "贏單", "輸單", "擱置"]
    owners = ["林怡君", "陳柏翰", "黃雅雯", "張家豪", "Jonas Weber", "Mira Hoffmann"]
    for number in (1, 2):
        chance = random.Random(number)
        sheet = book.add_worksheet(f"Data{number}")
        sheet.freeze_panes(1, 0)
        for column in range(COLUMNS):
            sheet.write_string(0, column, f"欄{column + 1}")
        for row in range(1, rows):
            day = 45000 + chance.randrange(1500)
            sheet.write_string(row, 0, f"D{number}{row:06d}")
            sheet.write_number(row, 1, chance.randrange(10_000_000) / 100, money)
            sheet.write_string(row, 2, stages[chance.randrange(len(stages))])
            sheet.write_string(row, 3, owners[chance.randrange(len(owners))])
            sheet.write_number(row, 4, day, date)
            sheet.write_number(row, 5, day + chance.randrange(200), date)
            sheet.write_number(row, 6, chance.randrange(101) / 100, percent)
            sheet.write_string(row, 7, f"A{chance.randrange(rows // 10 + 1):05d}")
            sheet.write_string(row, 8, f"商機 {chance.randrange(rows)} 期")
            for column in range(9, 14):
                if chance.random() < 0.8:
                    sheet.write_string(row, column, "✓✗—"[chance.randrange(3)])
            for column in range(14, 18):
                sheet.write_number(row, column, chance.random() * 1e6)
            sheet.write_boolean(row, 18, chance.random() < 0.5)
            sheet.write_formula(row, 19, f"=ROUND(B{row + 1}*G{row + 1},2)", money, 0)
    book.close()


def measure(command):
    """(seconds and processor seconds of the process, peak MiB, standard output); raises if the command fails."""
    done = subprocess.run([sys.executable, "-I", "-S", str(HERE / "measure.py"), *command], capture_output=True, text=True)
    *messages, last = done.stderr.splitlines() or [""]
    code, seconds, busy, kibibytes = (last.split() + ["?", "0", "0", "0"])[:4]
    if code != "0":
        raise RuntimeError(f"exit {code}: {' '.join(command)}\n" + "\n".join(messages))
    return float(seconds), float(busy), float(kibibytes) / 1024, done.stdout


def cell_is_set(path):
    """Whether B2 of both sheets of the package at `path` holds the value."""
    with zipfile.ZipFile(path) as archive:
        return all(
            re.search(rb'<c r="B2"[^>]*>\s*<v>12345\.5</v>', archive.read(f"xl/worksheets/sheet{n}.xml")[:2_000_000])
            for n in (1, 2))


def contenders(options, book, out):
    """[(job, name, command)]; dealbook first."""
    found = [
        ("read", "dealbook", [options.dealbook, "cells", book, "--count"]),
        ("set", "dealbook", [options.dealbook, "set", book, f"Data1!B2={VALUE}", f"Data2!B2={VALUE}", "-o", out]),
    ]
    if options.peers:
        peer = [sys.executable, str(HERE / "peers.py")]
        found += [("read", name, [*peer, name, "read", book]) for name in ("zlib", "calamine", "fastexcel", "excelreader")]
        found += [("set", name, [*peer, name, "set", book, out]) for name in ("wolfxl", "crabxl", "excelize", "pyopenxlsx", "openpyxl")]
    return found


def run(options, book, out):
    """{(job, name): [(seconds, processor seconds, MiB)]}. The slow libraries run once, the others in every round, in turns."""
    results = {}
    for turn in range(options.rounds):
        for job, name, command in contenders(options, book, out):
            if turn and results[job, name][0][0] > options.slow:
                continue
            pathlib.Path(out).unlink(missing_ok=True)
            seconds, busy, memory, output = measure(command)
            if name != "dealbook":
                seconds = float(output.split()[0])
            if job == "set" and not cell_is_set(out):
                raise RuntimeError(f"{name} did not set the cells")
            if job == "set" and name == "dealbook" and os.path.getsize(out) > SIZE_GOAL * os.path.getsize(book):
                raise RuntimeError(f"the file grew from {os.path.getsize(book)} to {os.path.getsize(out)} bytes")
            results.setdefault((job, name), []).append((seconds, busy, memory))
            print(f"  {job:4} {name:10} {seconds:8.2f} s {memory:7.0f} MiB", file=sys.stderr, flush=True)
    pathlib.Path(out).unlink(missing_ok=True)
    return results


def report(results, book, rows):
    """The Markdown table and the goals that were missed."""
    lines = [f"2 sheets × {rows:,} rows × {COLUMNS} columns, {os.path.getsize(book) / 1e6:.1f} MB; medians; × is times dealbook's.", ""]
    lines += ["| job | program | runs | seconds | × | processor s | × | peak MiB | × |", "|" + " --- |" * 9]
    missed = []
    middle = {key: tuple(statistics.median(run[i] for run in runs) for i in range(3)) for key, runs in results.items()}
    for (job, name), (seconds, busy, memory) in sorted(middle.items(), key=lambda item: (item[0][0], item[1][0])):
        own_seconds, own_busy, own_memory = middle[job, "dealbook"]
        title = "read all cells" if job == "read" else "set one cell per sheet, save"
        lines.append(f"| {title} | {name} | {len(results[job, name])} | {seconds:.2f} | {seconds / own_seconds:.1f} "
                     f"| {busy:.2f} | {busy / own_busy:.1f} | {memory:.0f} | {memory / own_memory:.1f} |")
        goal = GOALS.get((job, name))
        if goal and seconds / own_seconds < goal:
            missed.append(f"{title}: {seconds / own_seconds:.2f} times faster than {name}, the goal is {goal:.2f}")
        goal = MEMORY_GOALS.get((job, name))
        if goal and own_memory > goal * memory:
            missed.append(f"{title}: {own_memory / memory:.2f} of the memory of {name}, the goal is {goal:.2f}")
    lines.append("")
    lines += [f"Goal missed: {text}." for text in missed]
    if not missed:
        judged = [name for job, name in GOALS if (job, name) in middle]
        lines.append("All goals met." if judged else "Goals are judged against the peers: run with --peers.")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dealbook", required=True, help="the binary to measure")
    parser.add_argument("--work", required=True, help="a folder for the workbook and the outputs")
    parser.add_argument("--peers", action="store_true", help="measure the other libraries too")
    parser.add_argument("--rows", type=int, default=50_000, help="rows of each sheet (default 50,000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each runs (default 5)")
    parser.add_argument("--slow", type=float, default=20, help="run once what takes longer than so many seconds (default 20)")
    parser.add_argument("--out", help="write the table to this file too")
    parser.add_argument("--only-scale", action="store_true", help="leave out reading and setting cells")
    scale.add_arguments(parser)
    options = parser.parse_args()
    if options.only_scale:
        finish(options, scale.report(options))
        return
    book, out = f"{options.work}/rows-{options.rows}.xlsx", f"{options.work}/out.xlsx"
    if not os.path.exists(book):
        print(f"making {book} (once)", file=sys.stderr, flush=True)
        make_workbook(book + ".part", options.rows)
        os.replace(book + ".part", book)
    finish(options, report(run(options, book, out), book, options.rows) + "\n" + scale.report(options))


def finish(options, table):
    print(table)
    if options.out:
        pathlib.Path(options.out).write_text(table + "\n", encoding="utf-8")


main()
