#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a share of nothing by nothing is, 0/0, in a workbook that a database exported, and who can open that workbook.
#
# Programs: duckdb 1.5.5 with duckdb-extension-excel 1.5.5 writes; openpyxl 3.1.5, crabxl 0.1.0a11, betteroffice-xlsx 0.2.1, formulon 0.18.0, ironcalc
# 0.9.1, mog-sdk 0.9.1, formualizer 0.13.0, polars 2.1.0 with fastexcel 0.21.0 and wolfxl 2.0.21 read; from PyPI. LibreOffice 7.4.7 (Debian 12,
# libreoffice-calc), which must be installed, converts.
# The file: COPY of three regions to .xlsx, with 4 of 10, 0 of 0 and 3 of 4 deals won and the share as won/deals, which is NaN for the second region.
# One would guess: the writer refuses it, as excelreader-native does, or leaves the cell empty, as pandas and openpyxl do; a NULL is an empty cell.
# Seen: the cell has <v>-nan</v> (nan on some processors), a number that the format does not have, and each reader has its own answer to it. openpyxl
# (and pandas by it), crabxl, betteroffice and formulon do not open the workbook, because of one region. LibreOffice and ironcalc have a share of 0, a
# region that lost everything: the mean of the shares is 0.383 for 0.575. mog and formualizer have an error in the cell, polars and wolfxl NaN, which
# makes the sum of all NaN. COPY itself says nothing, and duckdb reads its file back with NaN.
# So: who exports a share writes won/nullif(deals, 0.0), which is an empty cell; a workbook that openpyxl cannot open is looked through for nan.
set -euo pipefail
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office=$(command -v soffice || command -v libreoffice) || { echo "needs LibreOffice Calc (Debian: libreoffice-calc)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5 duckdb-extension-excel==1.5.5 openpyxl==3.1.5 crabxl==0.1.0a11 \
    betteroffice-xlsx==0.2.1 formulon==0.18.0 ironcalc==0.9.1 mog-sdk==0.9.1 formualizer==0.13.0 polars==2.1.0 fastexcel==0.21.0 wolfxl==2.0.21
cat >"$work/try.py" <<'PY'
import pathlib
import subprocess
import sys

import betteroffice_xlsx
import crabxl
import duckdb
import duckdb_extension_excel
import formualizer
import formulon
import ironcalc
import mog
import openpyxl
import polars
import wolfxl

FOLDER, OFFICE = pathlib.Path(sys.argv[1]), sys.argv[2]
FILE = str(FOLDER / "shares.xlsx")
connection = duckdb.connect()
connection.execute(f"load '{next(pathlib.Path(duckdb_extension_excel.__file__).parent.rglob('excel.duckdb_extension'))}'")


def exported(share):
    regions = "(values ('North', 4.0::double, 10.0::double), ('South', 0, 0), ('West', 3, 4)) as regions(region, won, deals)"
    connection.execute(f"copy (select region, {share} as share from {regions}) to '{FILE}' (format xlsx, header true)")


def by_openpyxl():
    return [row[1] for row in openpyxl.load_workbook(FILE).active.iter_rows(min_row=2, values_only=True)]


def by_crabxl():
    return [row[1] for row in crabxl.load_workbook(FILE).active.iter_rows(min_row=2, values_only=True)]


def by_betteroffice():
    book = betteroffice_xlsx.Workbook.open_path(FILE)
    return [book.value("Sheet1", f"B{row}") for row in (2, 3, 4)]


def by_formulon():
    with formulon.Workbook.load(pathlib.Path(FILE).read_bytes()) as book:
        return [book.get_value(0, row, 1).to_python() for row in (1, 2, 3)]


def by_libreoffice():
    command = [OFFICE, f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "csv", "--outdir", FOLDER / "office", FILE]
    subprocess.run(command, check=True, capture_output=True)
    return [line.split(",")[1] for line in (FOLDER / "office" / "shares.csv").read_text().split()[1:]]


def by_ironcalc():
    model = ironcalc.load_from_xlsx(FILE, "en", "UTC", "en")
    return [model.get_cell_value(0, row, 2) for row in (2, 3, 4)]


def by_mog():
    sheet = mog.open_workbook(FILE).get_sheet_by_name("Sheet1")
    return [sheet.get_value(f"B{row}") for row in (2, 3, 4)]


def by_formualizer():
    book = formualizer.Workbook.from_path(FILE)
    return [book.get_value("Sheet1", row, 2) for row in (2, 3, 4)]


def by_polars():
    return polars.read_excel(FILE)["share"].to_list()


def by_wolfxl():
    return [row[1] for row in wolfxl.load_workbook(FILE)["Sheet1"].iter_rows(min_row=2, values_only=True)]


def by_duckdb():
    return [row[0] for row in connection.execute(f"select share from read_xlsx('{FILE}')").fetchall()]


NOT_OPENED, EMPTY = "not opened", ["0.4", "", "0.75"]
EXPECTED = {
    by_openpyxl: NOT_OPENED,
    by_crabxl: NOT_OPENED,
    by_betteroffice: NOT_OPENED,
    by_formulon: NOT_OPENED,
    by_libreoffice: ["0.4", "0", "0.75"],
    by_ironcalc: ["0.4", "0", "0.75"],
    by_mog: ["0.4", "error", "0.75"],
    by_formualizer: ["0.4", "error", "0.75"],
    by_polars: ["0.4", "nan", "0.75"],
    by_wolfxl: ["0.4", "nan", "0.75"],
    by_duckdb: ["0.4", "nan", "0.75"],
}


def plain(value):
    text = "" if value is None else str(value).removesuffix(".0")
    return "error" if text.startswith("#") or "'Error'" in text else text


def seen(read):
    try:
        return [plain(value) for value in read()]
    except Exception:  # each library has a kind of its own
        return NOT_OPENED


exported("won / deals")
same = True
for read, expected in EXPECTED.items():
    found = seen(read)
    print(f"{read.__name__:16}", found)
    same = same and found == expected
exported("won / nullif(deals, 0.0)")
print("with nullif", seen(by_openpyxl), seen(by_libreoffice))
same = same and seen(by_openpyxl) == seen(by_libreoffice) == EMPTY
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work" "$office"
echo "as described"
