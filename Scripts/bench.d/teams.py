# SPDX-License-Identifier: Apache-2.0
"""A full team workbook of any size, made of the rows of `dealbook new --sample`: copy after copy, each with ids of its own."""

import subprocess
import tempfile

# Rows of each sheet for 50,000 deals. The other sheets keep the rows of the sample.
SIZES = {"Accounts": 2_000, "Drivers": 4_000, "Contacts": 6_000, "Plan": 4_000, "Targets": 100, "Leads": 50_000, "Deals": 50_000,
         "Visits": 20_000, "Contracts": 25_000, "Payments": 100_000, "Renewals": 10_000, "People": 100}
HEADER_ROWS = 3


def sample(dealbook):
    """{sheet: (headers, rows)} of the input columns."""
    import openpyxl

    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/sample.xlsx"
        subprocess.run([dealbook, "new", path, "--sample", "--language", "en", "--as-of", "2026-03-31", "--quiet"], check=True)
        book = openpyxl.load_workbook(path)
        found = {}
        for sheet in book:
            if sheet.title not in SIZES and sheet.title != "Products":
                continue
            rows = list(sheet.iter_rows(min_row=HEADER_ROWS, values_only=True))
            inputs = [n for n in range(len(rows[0])) if rows[0][n] and not any(str(row[n]).startswith("=") for row in rows[1:])]
            found[sheet.title] = [rows[0][n] for n in inputs], [[row[n] for n in inputs] for row in rows[1:]]
        return found


def make(path, dealbook, share):
    """`share` is of the sizes above: 0.1 is a team with 5,000 deals."""
    import xlsxwriter

    sheets = sample(dealbook)
    sizes = {name: max(len(rows), round(SIZES.get(name, 0) * share)) if name in SIZES else len(rows) for name, (_, rows) in sheets.items()}
    home = {row[0]: name for name, (_, rows) in sheets.items() if name != "Products" for row in rows}
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    date = book.add_format({"num_format": "yyyy-mm-dd"})

    def copies(name):
        return -(-sizes[name] // len(sheets[name][1]))

    for name, (headers, rows) in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, headers)
        for number in range(sizes[name]):
            copy, place = divmod(number, len(rows))
            for column, value in enumerate(rows[place]):
                if value is None:
                    continue
                if isinstance(value, str) and value in home:
                    value = f"{value}-{copy % copies(home[value])}"
                if hasattr(value, "year"):
                    sheet.write_datetime(number + 1, column, value, date)
                elif isinstance(value, (int, float)):
                    # Vary the amounts a little, so that rows are not all alike.
                    sheet.write_number(number + 1, column, value + copy % 97 * 10 if value >= 10_000 else value)
                else:
                    sheet.write_string(number + 1, column, str(value))
    book.close()
    return sum(sizes.values())
