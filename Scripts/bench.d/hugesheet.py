# SPDX-License-Identifier: Apache-2.0
"""One worksheet of 1,048,576 rows × 20 columns."""

import random

import runs

ROWS = 1_048_575


def make(path, rows):
    import xlsxwriter

    chance = random.Random(7)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Visits")
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    titles = ["Visit ID", "Date", "Account ID", "Main contact", "Other attendees", "Deal", "Mode", "Our lead"]
    sheet.write_row(0, 0, titles + [f"Note {n}" for n in range(12)])
    for row in range(1, rows + 1):
        sheet.write_string(row, 0, f"V{row:07d}")
        sheet.write_number(row, 1, 45000 + row % 900, date)
        sheet.write_string(row, 2, f"A{chance.randrange(2000):04d}")
        sheet.write_string(row, 3, f"C{chance.randrange(6000):04d}")
        sheet.write_string(row, 5, f"D{chance.randrange(50000):05d}")
        sheet.write_string(row, 6, "On-site")
        sheet.write_string(row, 7, f"Person {row % 40}")
        for column in range(8, 20):
            sheet.write_number(row, column, chance.randrange(100_000))
    book.close()


def lines(options):
    path = runs.made(f"{options.work}/huge-{options.huge}.xlsx", lambda path: make(path, options.huge))
    out = f"{options.work}/huge-filled.xlsx"
    work = f"{options.huge:,} rows × 20 columns on one sheet"
    for job, command in (("check", ["check", path]), ("fill", ["fill", path, "-o", out])):
        seconds, busy, memory = runs.median([options.dealbook, *command, "--quiet", "--as-of", "2026-03-31"], 1)
        yield runs.line(work, f"{job}, seconds (processor)", f"{seconds:.1f} ({busy:.1f})", "finishes", True)
        each = memory * 1024 / options.huge
        yield runs.line(work, f"{job}, KiB of memory a row", f"{each:.2f}", "≤ 1", each <= 1)
