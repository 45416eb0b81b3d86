#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a customer is called in an .ods whose name has a note, two lines or two spaces, and in which column an amount is beside merged cells.
#
# Packages: fast-ods 0.3.2 reads (ODSParser.parse with take_n_rows), python-calamine 0.9.1 to compare; LibreOffice 7.4.7 (Debian 12, libreoffice-calc), which must be
# installed, makes the .ods of the .xlsx of XlsxWriter 3.3.1; from PyPI.
# The file: ten deals of 100 with customer, region, amount and day. The customers are Acme Ltd in the ways in which a cell can have that: plainly, as a link, partly
# bold, with two spaces, in two lines, with a note ("paid?"), and as the result of a formula; one is merged with its region.
# One would guess: a reader that is made for speed reads the text of a cell and leaves notes out; links and bold letters are what it stumbles over if anything;
# a merged cell is one value and an empty one, as in other readers, or the value twice.
# Seen: links and bold letters are right. The customer with a note is called by the note: a day, and "paid?" behind it, and its name is nowhere; an amount with a note
# is right, since the file has numbers apart from their texts. Of two lines there is the first, "Acme", and two spaces are one, so that a key that was
# made from the .xlsx does not match. In the row with the merged cell the amount stands under the region and the day under the amount, for the cell that
# is covered is left out; the sum of the third column, without what is no number, is 900 for 1000. Days are the texts that are shown, 01.05.26, and
# convert_values=True, which is to make days of them, raises for a text that is not ISO's. calamine has the ten names and 1000.
# So: an .ods with notes or merged cells is read by another reader; with this one, the rows are counted that have as many values as the heading.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fast-ods==0.3.2 python-calamine==0.9.1 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import subprocess
import sys

import fast_ods
import python_calamine
import xlsxwriter

FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]
NAME = "Acme Ltd"

book = xlsxwriter.Workbook(str(FOLDER / "deals.xlsx"))
sheet = book.add_worksheet("Deals")
bold, plain, day = book.add_format({"bold": True}), book.add_format(), book.add_format({"num_format": "dd.mm.yy"})
wrapped = book.add_format({"text_wrap": True})
sheet.write_row(0, 0, ["Customer", "Region", "Amount", "Day"])
for row in range(1, 11):
    sheet.write_row(row, 0, [NAME, "North", 100])
    sheet.write_datetime(row, 3, datetime.datetime(2026, 5, row), day)
sheet.write_url(2, 0, "https://example.org/acme", None, NAME)
sheet.write_rich_string(3, 0, plain, "Acme ", bold, "Ltd")
sheet.write_rich_string(4, 0, bold, "Acme", plain, " Ltd")
sheet.write_string(5, 0, "Acme  Ltd")
sheet.write_string(6, 0, "Acme\nLtd", wrapped)
sheet.write_comment(7, 0, "paid?")
sheet.write_comment(10, 2, "paid?")
sheet.write_formula(8, 0, '="Acme"&" Ltd"', None, NAME)
sheet.merge_range(9, 0, 9, 1, NAME)
book.close()
subprocess.run(
    [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "ods", "--outdir", FOLDER, FOLDER / "deals.xlsx"],
    capture_output=True,
    check=True,
)
FILE = str(FOLDER / "deals.ods")


def number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0


rows = [list(row)[:4] for row in fast_ods.ODSParser().parse(FILE, take_n_rows=11)]
for row in rows:
    print(row)
other = python_calamine.load_workbook(FILE).get_sheet_by_index(0).to_python()
print([row[0] for row in other[1:]])
try:
    list(fast_ods.ODSParser().parse(FILE, take_n_rows=11, convert_values=True))
    raised = None
except ValueError as error:
    raised = str(error)
print(raised)
names = [row[0] for row in rows[1:]]
note = names.pop(6)
sums = [sum(number(row[2]) for row in table[1:11] if len(row) > 2) for table in (rows, other)]
print("sums of the third column:", *sums)
same = (
    names == [NAME] * 5 + ["Acme"] + [NAME] * 3
    and "paid?" in note
    and NAME not in note
    and rows[9] == [NAME, "100", "09.05.26", None]
    and rows[10] == [NAME, "North", "100", "10.05.26"]
    and rows[1] == [NAME, "North", "100", "01.05.26"]
    and sums == [900, 1000]
    and raised is not None
    and [row[0] for row in other[1:]] == [NAME] * 4 + ["Acme  Ltd", "Acme\nLtd"] + [NAME] * 4
)
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$office"
echo "as described"
