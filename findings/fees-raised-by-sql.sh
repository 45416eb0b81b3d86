#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals a statement of SQL finds by their fee, and whose fee each deal has after one was deleted, in a workbook whose fees are formulas.
#
# Package: excel-dbapi 0.5.1 (a driver for SQL over workbooks, with data_only=False, which its own warning advises for formulas);
# pyofficeeditor 0.4.1 calculates what was saved, XlsxWriter 3.3.1 makes the file, openpyxl 3.1.5 reads it; all from PyPI.
# The file: five deals of 100 to 500, each with a fee, =C2*0.1 and so on, the results 10 to 50 stored; the total of fees, 150, on another sheet.
# One would guess: a column of formulas has the results that are stored, as by default (where saving would drop the formulas, which it warns of); or the
# text of a formula is no number, and a comparison with 20 finds nothing or is an error.
# Seen: with the option that keeps formulas, "=C2*0.1" is the value, and it is greater than any number: WHERE Fee > 20 updates all five deals, Fee < 20 none, the
# deal by Fee DESC LIMIT 1 is the one of the last row, MAX(Fee) is a formula, SUM and AVG are empty; ORDER BY Amount and SUM(Amount) beside it are right.
# DELETE closes the gap and leaves each formula as it was, so that every deal has the fee of the next one: D2 of 200 pays 30, and the last one nothing;
# the total of fees is 120 where 140 is right. Nothing is raised, and with this option nothing is warned of.
# So: conditions are on columns of typed values; deals are deleted in a spreadsheet program.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check excel-dbapi==0.5.1 pyofficeeditor==0.4.1 XlsxWriter==3.3.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import shutil
import sys
import warnings

import excel_dbapi
import openpyxl
import xlsxwriter
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
SOURCE, FILE = FOLDER / "source.xlsx", FOLDER / "deals.xlsx"
book = xlsxwriter.Workbook(SOURCE)
sheet = book.add_worksheet("Deals")
sheet.write_row(0, 0, ["Id", "Stage", "Amount", "Fee"])
for number in range(1, 6):
    sheet.write_row(number, 0, [f"D{number}", "Open", number * 100])
    sheet.write_formula(number, 3, f"=C{number + 1}*0.1", None, number * 10)
report = book.add_worksheet("Report")
report.write_formula("A1", "=SUM(Deals!D2:D6)", None, 150)
book.close()


def run(statement, formulas):
    """Rows that the statement gives or, for a change, the stages and the fees as calculated, with the total; how many warnings."""
    shutil.copy(SOURCE, FILE)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        connection = excel_dbapi.connect(str(FILE), data_only=not formulas)
        cursor = connection.cursor()
        cursor.execute(statement)
        if statement.startswith("SELECT"):
            rows = [row[0] for row in cursor.fetchall()]
            connection.close()
            return rows
        connection.commit()
        connection.close()
    saved = openpyxl.load_workbook(FILE)["Deals"]
    editor = Editor.open(str(FILE))
    editor.calculate()
    deals = [f"{row[0].value} {row[1].value} {editor.sheet('Deals')[f'D{number}'].value:g}" for number, row in enumerate(saved.iter_rows(min_row=2), 2)
             if row[0].value]
    return [*deals, editor.sheet("Report")["A1"].value, len([one for one in said if one.category is UserWarning])]


CASES = [
    ("SELECT Id FROM Deals WHERE Fee > 20", False, ["D3", "D4", "D5"]),
    ("SELECT Id FROM Deals WHERE Fee > 20", True, ["D1", "D2", "D3", "D4", "D5"]),
    ("SELECT Id FROM Deals WHERE Fee < 20", True, []),
    ("SELECT MAX(Fee) FROM Deals", True, ["=C6*0.1"]),
    ("SELECT SUM(Fee) FROM Deals", True, [None]),
    ("SELECT SUM(Amount) FROM Deals", True, [1500]),
    ("UPDATE Deals SET Stage = 'Late' WHERE Fee > 20", False, ["D1 Open 10", "D2 Open 20", "D3 Late 30", "D4 Late 40", "D5 Late 50", 150, 1]),
    ("UPDATE Deals SET Stage = 'Late' WHERE Fee > 20", True, ["D1 Late 10", "D2 Late 20", "D3 Late 30", "D4 Late 40", "D5 Late 50", 150, 0]),
    ("DELETE FROM Deals WHERE Id = 'D1'", True, ["D2 Open 30", "D3 Open 40", "D4 Open 50", "D5 Open 0", 120, 0]),
]
same = True
for statement, formulas, expected in CASES:
    found = run(statement, formulas)
    print("formulas" if formulas else "values  ", statement, found)
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
