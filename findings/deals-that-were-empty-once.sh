#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the fee of a deal is, in a workbook that was turned into SQL and proved, after an amount that was still empty is filled in.
#
# Packages: cellproof 0.2.1 converts (cellproof convert) with the duckdb 2.0.1 below it, on which the models run here as they are, with the names of their tables for
# ref('…'); pyofficeeditor 0.4.1 calculates the workbook to compare; XlsxWriter 3.3.1 makes it; all from PyPI.
# The file: deals of 100, 200, one without amount and stage, and one of "n/a"; for the third the fee, =C4*10%, whether it is open, the sum by + and by SUM, and its
# amount if it is won; for the fourth =IFERROR(C5*2,0) and whether it is a number; a lookup, the largest, a count. Then the third becomes 300 and Won, the fourth
# 50, in the workbook, and in seeds/input_cells.csv, the project's list of all cells that are typed in.
# One would guess: SQL that is proved to give every number of the workbook is the workbook's formulas, and gives those of other input too; what cannot be taken
# over is reported, as the package does with reasons.
# Seen: all 13 formulas pass, none fails, none is unresolved. With the new input the largest, the lookup, the count, the mean and both SUM follow; the fee is 0 for 30, the
# sum by + is 300 for 600, the amount if won is 0 for 300, and the deal is still "open": a cell that was empty is in the models as CAST(0 AS DOUBLE) or '', so
# that its fee is 0 * 0.1 and its condition '' = 'Won', and the list of cells is not asked. What was "n/a" is a number in the list and still none for
# ISNUMBER, a constant FALSE; twice of it is 0 for 100. Fees of deals that had an amount follow. So one project has 600 by SUM and 300 by +.
# So: a workbook is filled with figures in all cells before it is converted, or converted anew with each input, and the proof is of that input only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cellproof==0.2.1 duckdb==2.0.1 pyofficeeditor==0.4.1 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import csv
import pathlib
import re
import subprocess
import sys

import duckdb
import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, PROJECT = FOLDER / "deals.xlsx", FOLDER / "project"
# formula: before, after, and after by the models
FORMULAS = {
    "=C2*10%": (10, 10, 10),
    "=C4*10%": (0, 30, 0),
    '=IF(C4="","open","known")': ("open", "known", "open"),
    '=IF(D4="Won",C4,0)': (0, 300, 0),
    "=C2+C3+C4": (300, 600, 300),
    "=SUM(C2,C3,C4)": (300, 600, 600),
    "=SUM(C2:C4)": (300, 600, 600),
    "=MAX(C2:C4)": (200, 300, 300),
    "=COUNT(C2:C5)": (2, 4, 4),
    '=VLOOKUP("Cook",B2:C5,2,FALSE)': (0, 300, 300),
    "=IFERROR(C5*2,0)": (0, 100, 0),
    "=ISNUMBER(C5)": (False, True, False),
    "=AVERAGE(C2:C4)": (150, 200, 200),
}

book = xlsxwriter.Workbook(str(FILE))
sheet = book.add_worksheet("Deals")
for row, values in enumerate(
    (["Id", "Customer", "Amount", "Stage"], ["D1", "Acme", 100, "Won"], ["D2", "Best", 200, "Lost"], ["D3", "Cook"], ["D4", "Dell", "n/a", "Open"])
):
    sheet.write_row(row, 0, values)
for row, (formula, values) in enumerate(FORMULAS.items()):
    sheet.write_formula(row, 5, formula, None, values[0])
book.close()


def by_pyofficeeditor(filled):
    loaded = Editor.open(str(FILE))
    deals = loaded.sheet("Deals")
    if filled:
        deals["C4"].value, deals["D4"].value, deals["C5"].value = 300, "Won", 50
    loaded.calculate()
    return [deals[f"F{row}"].value for row in range(1, len(FORMULAS) + 1)]


def by_models(filled):
    database = duckdb.connect()
    database.execute("CREATE TABLE input_cells(sheet VARCHAR, row_num INT, col_num INT, kind VARCHAR, num DOUBLE, txt VARCHAR)")
    with open(PROJECT / "seeds" / "input_cells.csv", newline="") as listed:
        for cell in csv.DictReader(listed):
            row = [value or None for value in cell.values()]
            if filled and (cell["row_num"], cell["col_num"]) == ("5", "3"):
                row[3:] = ["n", 50, None]
            database.execute("INSERT INTO input_cells VALUES (?, ?, ?, ?, ?, ?)", row)
    if filled:
        database.execute("INSERT INTO input_cells VALUES ('Deals', 4, 3, 'n', 300, NULL), ('Deals', 4, 4, 's', NULL, 'Won')")
    models = {path.stem: path.read_text() for path in PROJECT.glob("models/**/*.sql")}
    made = {"input_cells"}
    while models:
        name = next(name for name, text in models.items() if set(re.findall(r"ref\('(\w+)'\)", text)) <= made)
        database.execute(f"CREATE TABLE {name} AS " + re.sub(r"\{\{ ref\('(\w+)'\) \}\}", r"\1", models.pop(name)))
        made.add(name)
    rows = database.execute("SELECT row_num, kind, num, txt FROM workbook_cells WHERE col_num = 6 ORDER BY row_num").fetchall()
    return [bool(number) if kind == "b" else text if kind == "s" else number for _, kind, number, text in rows]


output = subprocess.run(
    [pathlib.Path(sys.executable).parent / "cellproof", "convert", FILE, "--out", PROJECT], capture_output=True, text=True, check=True
).stdout
print(output.splitlines()[-1].split(" ->")[0])
same = output.startswith(f"{len(FORMULAS)} pass, 0 fail, 0 unresolved")
for name, seen, column in (
    ("workbook", by_pyofficeeditor(False), 0),
    ("models", by_models(False), 0),
    ("workbook, filled", by_pyofficeeditor(True), 1),
    ("models, filled", by_models(True), 2),
):
    expected = [values[column] for values in FORMULAS.values()]
    print(f"{name:17}", *seen)
    same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
