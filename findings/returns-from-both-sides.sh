#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What return a deal has that ends with a payment back, as a service contract does that has to be wound up, by engine and by the side that one looks from.
#
# Packages: pyxirr 0.10.8 and officework 0.9.0; numpy-financial 1.0.0, ironcalc 0.9.1, mog-sdk 0.9.1 and cellrune 0.2.0 to compare; openpyxl 3.1.5 makes and
# reads the file; all from PyPI. LibreOffice 7.4.7 and Gnumeric 1.12.55 (Debian 12) have what is called right below.
# The deal: pay 100, get 230 after a year, pay 132 after another; both 10% and 20% bring its payments to zero. The customer's side is the same with the signs
# turned. Another: pay 1000, get 2500, pay 1540: 10% and 40%. And a third: pay 100, get 250 in the third year, pay 160 in the fourth.
# One would guess: of two rates that fit, IRR gives the one that is near its guess, which is 10% where none is given (Microsoft's page on IRR), and a guess
# is for finding the other. To turn all signs changes nothing, for a zero stays a zero.
# Seen: pyxirr has 20% for the deal and 10% for the customer's side of it, 40% for the second deal and 10% from the other side, with a guess of 0 as well;
# its xirr for the same payments, a year apart, has 10%. officework has 10% and does not use the guess: IRR(…,0.3) is 10%, and -17.2% for the third
# deal, where all others have -11.9%. numpy-financial, the other engines and the two programs have 10% each time, and 20% for guesses of 15% and 30%.
# With one change of sign all agree.
# So: payments that change their sign twice get no single rate; the value at the own rate of interest, NPV, is compared instead.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyxirr==0.10.8 officework==0.9.0 numpy-financial==1.0.0 ironcalc==0.9.1 mog-sdk==0.9.1 \
    cellrune==0.2.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import datetime
import pathlib
import sys

import cellrune
import ironcalc
import mog
import numpy_financial
import openpyxl
import pyxirr
from officework import sheet as officework

FILE, OUT = (str(pathlib.Path(sys.argv[1]) / name) for name in ("deals.xlsx", "out.xlsx"))
# payments and guess
CASES = [
    ([-100, 230, -132], None), ([100, -230, 132], None), ([-1000, 2500, -1540], None), ([1000, -2500, 1540], None), ([-100, 0, 0, 250, -160], None),
    ([-100, 60, 60], None), ([-100, 230, -132], 0.15), ([-100, 230, -132], 0.3),
]
ROWS = range(1, len(CASES) + 1)
book = openpyxl.Workbook()
book.active.title = "Deals"
for row, (flows, guess) in enumerate(CASES, 1):
    for column, flow in enumerate(flows, 2):
        book.active.cell(row, column).value = flow
    book.active.cell(row, 1).value = f"=IRR(B{row}:{'_ABCDEFG'[len(flows) + 1]}{row}{'' if guess is None else f',{guess}'})"
book.save(FILE)


def by_pyxirr():
    return [pyxirr.irr(flows) if guess is None else pyxirr.irr(flows, guess=guess) for flows, guess in CASES]


def by_officework():
    loaded = officework.Book.open(FILE)
    loaded.recalc()
    return [loaded["Deals"][f"A{row}"].value for row in ROWS]


def by_numpy():
    return [numpy_financial.irr(flows) for flows, guess in CASES if guess is None]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    model.evaluate()
    return [model.get_cell_value(0, row, 1) for row in ROWS]


def by_mog():
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    return [loaded.get_sheet_by_name("Deals").get_value(f"A{row}") for row in ROWS]


def by_cellrune():
    loaded = cellrune.Workbook.open_path(FILE)
    loaded.calculate()
    pathlib.Path(OUT).write_bytes(loaded.to_bytes())
    return [openpyxl.load_workbook(OUT, data_only=True).active.cell(row, 1).value for row in ROWS]


RIGHT = [10, 10, 10, 10, -11.9, 13.1, 20, 20]
EXPECTED = {
    by_pyxirr: [20, 10, 40, 10, -11.9, 13.1, 20, 20],
    by_officework: [10, 10, 10, 10, -17.2, 13.1, 10, 10],
    by_numpy: RIGHT[:6],
    by_ironcalc: RIGHT,
    by_mog: RIGHT,
    by_cellrune: RIGHT,
}
same = True
for calculate, expected in EXPECTED.items():
    found = [round(100 * value, 1) for value in calculate()]
    print(f"{calculate.__name__:14}", *found)
    same = same and found == expected
years = [datetime.date(year, 1, 1) for year in (2025, 2026, 2027)]
dated = round(100 * pyxirr.xirr(years, CASES[0][0]), 1)
low = round(100 * pyxirr.irr(CASES[0][0], guess=0), 1)
print("pyxirr by dates, and with a guess of 0:", dated, low)
sys.exit(0 if same and (dated, low) == (10, 20) else 1)
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work"
echo "as described"
