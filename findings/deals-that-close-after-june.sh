#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which deals close after the 1st of June, when a command for tables asks the workbook, and when it asks the CSV export of the same list.
#
# Package: nail-parquet 1.9.0 (the command nail: filter, convert, append) from PyPI; XlsxWriter 3.3.1 makes the workbook.
# The files: deals that closed on 31 December 1999, and close on 1 May, 30 June and 1 December 2026, as a workbook with dates and as CSV; a visit of 30 hours;
# a share that is #DIV/0!. And the deals of two months as CSV, of which the second has a column more, a fee.
# One would guess: what a file is makes no difference to a filter, the two of 30 June and 1 December are found in both; a kind of cell that it does not know
# is refused.
# Seen: from the workbook each date is the text of a value in Rust, DateTime(ExcelDateTime { value: 46203.0, …, also in the CSV or Parquet file that is made
# of it. By closes>'2026-06-01' all four deals close after June, that of 1999 too, and by < none, for D comes after 2. Hours are a text of this kind, and
# #DIV/0! is the word Error(Div0). Sorted by the day the list looks right, for all numbers have five digits. From the CSV two deals are found. And append with
# --ignore-schema, which it asks for, leaves the fee out of rows that had one. Nothing is raised.
# So: a workbook is made CSV by another program before; types are looked at with nail schema, where a date is Utf8.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nail-parquet==1.9.0 XlsxWriter==3.3.1
cat >"$work/make.py" <<'PY'
import datetime
import pathlib
import sys

import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
DAYS = [datetime.datetime(1999, 12, 31), datetime.datetime(2026, 5, 1), datetime.datetime(2026, 6, 30), datetime.datetime(2026, 12, 1)]
book = xlsxwriter.Workbook(str(FOLDER / "deals.xlsx"))
sheet = book.add_worksheet("Deals")
day, hours = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "[h]:mm"})
sheet.write_row(0, 0, ["id", "amount", "closes", "hours", "share"])
for row, closes in enumerate(DAYS, 1):
    sheet.write_row(row, 0, [f"D{row}", row * 100])
    sheet.write_datetime(row, 2, closes, day)
    sheet.write(row, 3, 1.25, hours)
    sheet.write_formula(row, 4, "=1/0" if row == 1 else "=1/2", None, "#DIV/0!" if row == 1 else 0.5)
book.close()
lines = [f"D{row},{row * 100},{closes:%Y-%m-%d}" for row, closes in enumerate(DAYS, 1)]
(FOLDER / "deals.csv").write_text("\n".join(["id,amount,closes", *lines, ""]))
(FOLDER / "may.csv").write_text("id,amount\nD1,100\n")
(FOLDER / "june.csv").write_text("id,amount,fee\nD2,200,20\n")
PY
"$work/venv/bin/python" "$work/make.py" "$work"
cd "$work"
nail=$work/venv/bin/nail
{
    for file in deals.xlsx deals.csv; do
        echo "$file after, before:"
        "$nail" filter "$file" -c "closes>'2026-06-01'" -f csv -o - | cut -d, -f1
        "$nail" filter "$file" -c "closes<'2026-06-01'" -f csv -o - | cut -d, -f1
    done
    echo "converted:"
    "$nail" convert deals.xlsx -o made.csv >told
    cat made.csv
    echo "appended:"
    "$nail" append may.csv --files june.csv --ignore-schema -f csv -o -
} | tee seen
cat >expected <<'TXT'
deals.xlsx after, before:
id
D1
D2
D3
D4
deals.csv after, before:
id
D3
D4
id
D1
D2
converted:
id,amount,closes,hours,share
D1,100.0,"DateTime(ExcelDateTime { value: 36525.0, datetime_type: DateTime, is_1904: false })","DateTime(ExcelDateTime { value: 1.25, datetime_type: TimeDelta, is_1904: false })",Error(Div0)
D2,200.0,"DateTime(ExcelDateTime { value: 46143.0, datetime_type: DateTime, is_1904: false })","DateTime(ExcelDateTime { value: 1.25, datetime_type: TimeDelta, is_1904: false })",0.5
D3,300.0,"DateTime(ExcelDateTime { value: 46203.0, datetime_type: DateTime, is_1904: false })","DateTime(ExcelDateTime { value: 1.25, datetime_type: TimeDelta, is_1904: false })",0.5
D4,400.0,"DateTime(ExcelDateTime { value: 46357.0, datetime_type: DateTime, is_1904: false })","DateTime(ExcelDateTime { value: 1.25, datetime_type: TimeDelta, is_1904: false })",0.5
appended:
id,amount
D1,100
D2,200
TXT
diff seen expected || { echo "the behaviour has changed"; exit 1; }
echo "as described"
