#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What becomes of a hidden column and of a total after a workbook was made smaller by a tool that removes empty rows and columns behind the data.
#
# Packages: xlsxslim 2.0.2; csvkit 2.2.0 (in2csv), openpyxl 3.1.5, python-calamine 0.9.1 and xlsx2csv 0.8.6 read; XlsxWriter 3.3.1 makes the files; all
# from PyPI.
# The file: ids and amounts of five deals, a narrow empty column with a colour, and the margins in column D, which is hidden; a total below. Once the
# total follows the deals, once behind a low empty row, once behind two and with an empty coloured cell in front of it.
# One would guess: nothing is behind these data, so that the tool has nothing to do; what it removes is empty, as it says of itself.
# Seen: an empty cell or row that has a format is written <c …/> or <row …/>, and the tool takes it for the beginning of what stands behind it. Column C
# is the last one for it, so that the definition of column D is "removed", which was what hid it: every program shows the margins now. The
# range that the sheet says it has ends with column C, and before the total; in2csv and read-only openpyxl, which go by it, have neither margins nor
# total, while calamine and xlsx2csv have both. In the third file the beginning of the row of the total is cut off: no well-formed XML any more,
# which none of the four opens. The tool ends with 0 and tells the bytes that it saved in all three; with -i it writes over the workbook.
# So: hidden columns are looked for after it, in a copy; a sheet with lines between its rows is not given to it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlsxslim==2.0.2 csvkit==2.2.0 openpyxl==3.1.5 python-calamine==0.9.1 xlsx2csv==0.8.6 \
    XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import csv
import io
import pathlib
import re
import subprocess
import sys
import zipfile

import openpyxl
import python_calamine
import xlsxwriter

FOLDER, BIN = pathlib.Path(sys.argv[1]), pathlib.Path(sys.executable).parent
MARGINS, TOTAL = [7, 14, 21, 28, 35], 1500


def make(path, low_rows):
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Deals")
    colour = book.add_format({"bg_color": "#DDDDDD"})
    sheet.write_row(0, 0, ["Id", "Amount", "", "Margin"], colour)
    for row, margin in enumerate(MARGINS, 1):
        sheet.write_row(row, 0, [f"D{row}", row * 100, "", margin], colour)
    sheet.set_column("C:C", 1)
    sheet.set_column("D:D", 12, None, {"hidden": True})
    for row in range(6, 6 + low_rows):
        sheet.set_row(row, 6)
    row = 6 + low_rows
    sheet.write(row, 0, "" if low_rows == 2 else "Total", colour)
    sheet.write_formula(row, 1, "=SUM(B2:B6)", None, TOTAL)
    book.close()


def by_openpyxl(path):
    return [list(row) for row in openpyxl.load_workbook(path, read_only=True, data_only=True).active.iter_rows(values_only=True)]


def by_calamine(path):
    return python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()


def by_tool(tool, path):
    run = subprocess.run([BIN / tool, path], capture_output=True, text=True)
    assert run.returncode == 0, "refused"
    return list(csv.reader(io.StringIO(run.stdout)))


def by_in2csv(path):
    return by_tool("in2csv", path)


def by_xlsx2csv(path):
    return by_tool("xlsx2csv", path)


def seen(read, path):
    """How many margins there are, and whether the total is there."""
    try:
        cells = [[str(value or "") for value in row] for row in read(path)]
    except Exception:
        return "not opened"
    cells = [[re.sub(r"\.0$", "", value) for value in row] for row in cells]
    return sum(len(row) > 3 and row[3].isdigit() for row in cells), any(str(TOTAL) in row for row in cells)


def hidden(path):
    with zipfile.ZipFile(path) as archive:
        return 'hidden="1"' in archive.read("xl/worksheets/sheet1.xml").decode()


READERS = (by_openpyxl, by_in2csv, by_calamine, by_xlsx2csv)
WHOLE = [True, (5, True), (5, True), (5, True), (5, True)]
EXPECTED = {
    0: [False, (0, True), (0, True), (5, True), (5, True)],
    1: [False, (0, False), (0, False), (5, True), (5, True)],
    2: [False, "not opened", "not opened", "not opened", "not opened"],
}
print("column D hidden; margins and total by", *(read.__name__ for read in READERS))
same = True
for low_rows, expected in EXPECTED.items():
    before, after = FOLDER / f"{low_rows}.xlsx", FOLDER / f"{low_rows}-slim.xlsx"
    make(before, low_rows)
    run = subprocess.run([BIN / "xlsxslim", before, "-o", after], capture_output=True, text=True)
    same = same and run.returncode == 0 and "Saved:" in run.stdout
    for path, wanted in ((before, WHOLE), (after, expected)):
        found = [hidden(path), *(seen(read, path) for read in READERS)]
        print(f"{path.name:12}", *found)
        same = same and found == wanted
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
