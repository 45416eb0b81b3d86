#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# XlsxWriter 3.3.1 (PyPI) with the option use_future_functions.
#
# One would guess: names of functions newer than Excel 2007 get the prefix that the file format wants (NORM.DIST becomes
# _xlfn.NORM.DIST), and every other name stays as it was written.
# Seen: NORMSDIST(z) and NORMSINV(p), functions of Excel 2007 with ONE argument, are written as _xlfn.NORM.DIST(z) and
# _xlfn.NORM.INV(p), functions that take four and three. The dot in the pattern NORM.DIST stands for any character, and the S fits.
#
# Ends with 0 while that is so, with 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1
"$folder/venv/bin/python" - <<'PYTHON'
import io, re, sys, zipfile
import xlsxwriter

formulas = ["NORMSDIST(1.96)", "NORMSINV(0.975)", "NORM.S.DIST(1.96,TRUE)", "NORMDIST(1,0,1,TRUE)", "TDIST(2,5,2)"]
seen = {}
for future in (False, True):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "use_future_functions": future})
    sheet = book.add_worksheet()
    for row, formula in enumerate(formulas):
        sheet.write_formula(row, 0, "=" + formula)
    book.close()
    xml = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    seen[future] = re.findall(r"<f>(.*?)</f>", xml)
    print("use_future_functions", future, seen[future])

expected = ["_xlfn.NORM.DIST(1.96)", "_xlfn.NORM.INV(0.975)", "_xlfn.NORM.S.DIST(1.96,TRUE)", "NORMDIST(1,0,1,TRUE)",
            "TDIST(2,5,2)"]
if seen[False] != formulas or seen[True] != expected:
    sys.exit("the behaviour has changed")
print("as described: NORMSDIST and NORMSINV become other functions")
PYTHON
