#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the total below a filtered list is, in engines that calculate workbooks without a spreadsheet program.
#
# Packages: cellrune 0.2.0, formulon 0.18.0, ironcalc 0.9.1, recalc-engine 0.1.0, betteroffice-xlsx 0.2.1, formualizer 0.13.0, openpyxl
# 3.1.5 to make and read files, all from PyPI.
# The file: deals of 100 to 600, every second one lost; a filter on the stage shows the won ones, 900 together, and hides the rest; a total,
# SUBTOTAL(9,…), below. The same once more with the rows hidden by hand.
# One would guess: SUBTOTAL(9,…) leaves out what a filter hides and keeps what was hidden by hand (2100), SUBTOTAL(109,…) leaves out both,
# and neither adds another SUBTOTAL in its range: so Microsoft describes it, and LibreOffice 7.4.7 calculates it.
# Seen: cellrune and formulon do. ironcalc and recalc-engine know hidden rows and not why they are hidden: 9 gives 2100 for the filtered
# list. betteroffice looks at no row, gives 2100 for 109 as well, and adds the total below to a total of all, 4200. formualizer recalculates
# NOTHING in such a workbook: it refuses the file for one hidden row below a SUBTOTAL, which is told and safe. And the sum with a second
# condition over what is visible, SUMPRODUCT(SUBTOTAL(103,OFFSET(…))*…), is 900 in LibreOffice only: the engines give 2100, recalc-engine
# 300.
# So: a table's total row, which is a SUBTOTAL(109,…), is read from the file and not recalculated by such an engine while rows are filtered.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cellrune==0.2.0 formulon==0.18.0 ironcalc==0.9.1 recalc-engine==0.1.0 \
    betteroffice-xlsx==0.2.1 formualizer==0.13.0 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import zipfile

import betteroffice_xlsx
import cellrune
import formualizer
import formulon
import ironcalc
import openpyxl
import recalc

FOLDER = pathlib.Path(sys.argv[1])
OUT = FOLDER / "out.xlsx"
FORMULAS = [
    "=SUBTOTAL(9,Deals!C2:C7)",
    "=SUBTOTAL(109,Deals!C2:C7)",
    "=SUBTOTAL(9,Deals!C2:C8)",
    "=SUMPRODUCT(SUBTOTAL(103,OFFSET(Deals!A2,ROW(Deals!A2:A7)-ROW(Deals!A2),0))*Deals!C2:C7)",
]
ROWS = range(1, len(FORMULAS) + 1)


def make(path, filtered):
    book = openpyxl.Workbook()
    deals = book.active
    deals.title = "Deals"
    deals.append(["Id", "Stage", "Amount"])
    for n in range(1, 7):
        deals.append([f"D{n}", "Won" if n % 2 else "Lost", n * 100])
        deals.row_dimensions[n + 1].hidden = n % 2 == 0
    deals["C8"] = "=SUBTOTAL(9,C2:C7)"
    if filtered:
        deals.auto_filter.ref = "A1:C7"
        deals.auto_filter.add_filter_column(1, ["Won"])
    totals = book.create_sheet("Totals")
    for row, formula in zip(ROWS, FORMULAS):
        totals.cell(row, 1).value = formula
    whole = FOLDER / "whole.xlsx"
    book.save(whole)
    # Without the empty values beside the formulas, which recalc-engine does not read.
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def by_cellrune(path):
    loaded = cellrune.Workbook.open_path(str(path))
    loaded.calculate()
    OUT.write_bytes(loaded.to_bytes())
    totals = openpyxl.load_workbook(OUT, data_only=True)["Totals"]
    return [totals.cell(row, 1).value for row in ROWS]


def by_formulon(path):
    with formulon.Workbook.load(path.read_bytes()) as loaded:
        loaded.recalc()
        return [loaded.get_value(1, row - 1, 0).to_python() for row in ROWS]


def by_ironcalc(path):
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    return [int(model.get_formatted_cell_value(1, row, 1)) for row in ROWS]


def by_recalc(path):
    loaded = recalc.open(str(path))
    loaded.recalc()
    found = [loaded.cell("Totals", f"A{row}") for row in ROWS]
    return [value.code if isinstance(value, recalc.CellError) else value for value in found]


def by_betteroffice(path):
    loaded = betteroffice_xlsx.Workbook.open_path(str(path))
    loaded.recalculate()
    return [loaded.value("Totals", f"A{row}") for row in ROWS]


def by_formualizer(path):
    try:
        formualizer.recalculate_xlsx_file(str(path), output=str(OUT))
    except (OSError, RuntimeError) as problem:
        return ["refused" if "hidden row" in str(problem) else str(problem)]
    return ["calculated"]


# engine: with the filter, by hand
EXPECTED = {
    by_cellrune: ([900, 900, 900, 2100], [2100, 900, 2100, 2100]),
    by_formulon: ([900, 900, 900, 2100], [2100, 900, 2100, 2100]),
    by_ironcalc: ([2100, 900, 2100, 2100], [2100, 900, 2100, 2100]),
    by_recalc: ([2100, 900, 2100, 300], [2100, 900, 2100, 300]),
    by_betteroffice: ([2100, 2100, 4200, 2100], [2100, 2100, 4200, 2100]),
    by_formualizer: (["refused"], ["refused"]),
}
print(*FORMULAS, sep="\n")
same = True
for filtered in (True, False):
    path = FOLDER / f"deals-{filtered}.xlsx"
    make(path, filtered)
    print("hidden by a filter:" if filtered else "hidden by hand:")
    for calculate, expected in EXPECTED.items():
        found = calculate(path)
        print("  ", calculate.__name__, *found)
        same = same and found == expected[0 if filtered else 1]
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
