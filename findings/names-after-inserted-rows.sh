#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which cells a name stands for after an engine inserted or deleted a row, and which it calculates with.
#
# Packages: ironcalc 0.9.1, mog-sdk 0.9.1; formulon 0.18.0 and pyofficeeditor 0.4.1 to compare; openpyxl 3.1.5 makes and reads the file; all from
# PyPI.
# The file: five deals of 100 to 500 in rows 2 to 6 and their total, 1500, in row 7; the names Amounts for the five and Total for the total; a
# report that has each figure by name and by address, and 10% of Total.
# One would guess: names follow the rows like the formulas do, or stay and the formulas too, or the engine refuses.
# Seen: formulas by address follow in both, on the other sheet as well; names do not. After a row is inserted above row 4, the report has 1500 and,
# by name, 1000; Total is the deal of 500, and 10% of it is 50. After row 4 is deleted it has 1200 by address and 2400 by name, because Amounts
# now holds the total too, and Total is an empty cell. What ironcalc saves has the old addresses in the names for good. What mog saves has the right
# addresses, and the wrong figures beside the formulas: opened and calculated once more, the same workbook has 1500. No cell has an error.
# formulon and pyofficeeditor move both.
# So: a workbook with names is not edited by rows in such an engine, or the names are set again after every insertion; what mog saved is
# calculated once more before anybody reads it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1 mog-sdk==0.9.1 formulon==0.18.0 pyofficeeditor==0.4.1 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import io
import pathlib
import re
import sys
import zipfile

import formulon
import ironcalc
import mog
import openpyxl
from openpyxl.workbook.defined_name import DefinedName
from pyofficeeditor.excel import Workbook as Editor

FOLDER = pathlib.Path(sys.argv[1])
FILE, OUT = str(FOLDER / "deals.xlsx"), FOLDER / "out.xlsx"
FORMULAS = ["=SUM(Deals!B2:B6)", "=SUM(Amounts)", "=Deals!B7", "=Total", "=Total*10%"]
ROWS = range(1, len(FORMULAS) + 1)

book = openpyxl.Workbook()
deals = book.active
deals.title = "Deals"
deals.append(["Id", "Amount"])
for n in range(1, 6):
    deals.append([f"D{n}", n * 100])
deals.append(["Total", "=SUM(B2:B6)"])
report = book.create_sheet("Report")
for row, formula in zip(ROWS, FORMULAS):
    report.cell(row, 1).value = formula
book.defined_names["Amounts"] = DefinedName("Amounts", attr_text="Deals!$B$2:$B$6")
book.defined_names["Total"] = DefinedName("Total", attr_text="Deals!$B$7")
book.save(FOLDER / "whole.xlsx")
# Without the empty values beside the formulas.
with zipfile.ZipFile(FOLDER / "whole.xlsx") as old, zipfile.ZipFile(FILE, "w") as new:
    for name in old.namelist():
        new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"", old.read(name)))


def saved(data):
    names = openpyxl.load_workbook(io.BytesIO(data)).defined_names
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Report"]
    addresses = [names[name].attr_text.replace("$", "").replace("Deals!", "") for name in ("Amounts", "Total")]
    return [sheet.cell(row, 1).value for row in ROWS], addresses


def by_ironcalc(insert):
    model = ironcalc.create_user_model_from_xlsx(FILE, "en", "UTC", "en")
    (model.insert_rows if insert else model.delete_rows)(0, 4, 1)
    model.evaluate()
    OUT.unlink(missing_ok=True)
    model.save_to_xlsx(str(OUT))
    return [model.get_cell_value(1, row, 1) for row in ROWS], *saved(OUT.read_bytes())


def by_mog(insert):
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    rows = loaded.get_sheet_by_name("Deals").structure
    (rows.insert_rows if insert else rows.delete_rows)(3, 1)
    loaded.calculate()
    sheet = loaded.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS], *saved(loaded.to_buffer())


def by_mog_opened_again(insert):
    loaded = mog.open_workbook(FILE)
    loaded.calculate()
    rows = loaded.get_sheet_by_name("Deals").structure
    (rows.insert_rows if insert else rows.delete_rows)(3, 1)
    loaded.calculate()
    OUT.write_bytes(loaded.to_buffer())
    again = mog.open_workbook(str(OUT))
    again.calculate()
    sheet = again.get_sheet_by_name("Report")
    return [sheet.get_value(f"A{row}") for row in ROWS], *saved(again.to_buffer())


def by_formulon(insert):
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as loaded:
        loaded.recalc()
        (loaded.insert_rows if insert else loaded.delete_rows)(0, 3, 1)
        loaded.recalc()
        return [loaded.get_value(1, row - 1, 0).to_python() for row in ROWS], *saved(loaded.save())


def by_pyofficeeditor(insert):
    loaded = Editor.open(FILE)
    sheet = loaded.sheet("Deals")
    (sheet.insert_rows if insert else sheet.delete_rows)(4)
    loaded.calculate()
    return [loaded.sheet("Report")[f"A{row}"].value for row in ROWS], *saved(loaded.to_bytes())


OLD, LONGER, SHORTER = ["B2:B6", "B7"], ["B2:B7", "B8"], ["B2:B5", "B6"]
INSERTED, DELETED = [1500, 1500, 1500, 1500, 150], [1200, 1200, 1200, 1200, 120]
MIXED_INSERTED, MIXED_DELETED = [1500, 1000, 1500, 500, 50], [1200, 2400, 1200, 0, 0]
# engine: figures, figures in the saved file, names in the saved file; after an insertion and after a deletion
EXPECTED = {
    by_ironcalc: ((MIXED_INSERTED, MIXED_INSERTED, OLD), (MIXED_DELETED, MIXED_DELETED, OLD)),
    by_mog: ((MIXED_INSERTED, MIXED_INSERTED, LONGER), (MIXED_DELETED, MIXED_DELETED, SHORTER)),
    by_mog_opened_again: ((INSERTED, INSERTED, LONGER), (DELETED, DELETED, SHORTER)),
    by_formulon: ((INSERTED, INSERTED, LONGER), (DELETED, DELETED, SHORTER)),
    by_pyofficeeditor: ((INSERTED, INSERTED, LONGER), (DELETED, DELETED, SHORTER)),
}
print(*FORMULAS)
same = True
for act, expected in EXPECTED.items():
    for insert, wanted in zip((True, False), expected):
        found = act(insert)
        print(f"{act.__name__:20}", "inserted" if insert else "deleted ", *found)
        same = same and found == wanted
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
