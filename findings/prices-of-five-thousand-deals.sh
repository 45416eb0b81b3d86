#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which price five thousand deals have after the price list was raised, when each looks its price up.
#
# Packages: betteroffice-xlsx 0.2.1 calculates; formualizer 0.13.0 to compare; XlsxWriter 3.3.1 makes the files; all from PyPI.
# The files: 4000 and 5000 deals, each with a product of its own and its price by VLOOKUP from a list as long, and the total of prices; stored is what was
# calculated when every price was 10. In the list of the file every price is 20 now.
# One would guess: all deals have 20 and the total is 80000 and 100000; or, if it is too much work, the calculation is an error or takes long, for a
# recalculation that has ended has recalculated.
# Seen: 4000 deals are right. Of 5000, the first 4,469 have the new price and all behind them the old one, and the total, which comes last, is the old
# 50000, less than the new prices alone add up to. No cell has an error. There is a limit of work for one recalculation, which so many exact lookups
# reach together; what is behind it keeps its stored value, and where none is stored it is #NUM!, so that IFERROR(…,0) has 0. The one trace is
# limited=532 in what recalculate() returns. formualizer has 20 in all.
# So: limited is looked at after each recalculate(); a second call does not go on where the first one stopped.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check betteroffice-xlsx==0.2.1 formualizer==0.13.0 XlsxWriter==3.3.1
cat >"$work/try.py" <<'PY'
import sys

import betteroffice_xlsx
import formualizer
import xlsxwriter

FILE = f"{sys.argv[1]}/deals.xlsx"
OLD, NEW = 10, 20


def make(count):
    with xlsxwriter.Workbook(FILE) as book:
        deals, prices, report = (book.add_worksheet(name) for name in ("Deals", "Prices", "Report"))
        for row in range(count):
            deals.write(row, 0, f"P{row + 1}")
            deals.write_formula(row, 1, f"=VLOOKUP(A{row + 1},Prices!$A$1:$B${count},2,FALSE)", None, OLD)
            prices.write_row(row, 0, [f"P{row + 1}", NEW])
        report.write_formula(0, 0, f"=SUM(Deals!B1:B{count})", None, count * OLD)


def by_betteroffice(count):
    """How many deals have the new price, whether these are the first ones, how many have the old one, the total, what is told."""
    book = betteroffice_xlsx.Workbook.open_path(FILE)
    told = book.recalculate()
    again = book.recalculate()
    prices = [book.value("Deals", f"B{row}") for row in range(1, count + 1)]
    new = prices.count(NEW)
    return new, prices[:new].count(NEW) == new, prices.count(OLD), book.value("Report", "A1"), str(told), str(again)


def by_formualizer(count):
    book = formualizer.Workbook.from_path(FILE)
    book.evaluate_all()
    return sum(book.get_value("Deals", row, 2) == NEW for row in range(1, count + 1)), book.get_value("Report", 1, 1)


same = True
for count in (4000, 5000):
    make(count)
    new, first, old, total, told, again = found = by_betteroffice(count)
    right = by_formualizer(count)
    print(count, found, "formualizer", right)
    same = same and first and new + old == count and right == (count, count * NEW)
    if count == 4000:
        same = same and old == 0 and total == count * NEW and "limited=0" in told
    else:
        same = same and 4400 < new < 4500 and total == count * OLD and "limited=0" not in told and "limited=0" not in again
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
