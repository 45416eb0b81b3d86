#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What everyday macros of a sales workbook give in a program that runs VBA without Excel and checks them beforehand.
#
# Packages: elixcee 1.0.14 (Vm.run and diagnose_macro); openpyxl 3.1.5 makes the file; both from PyPI.
# The file: five deals, 100.5, 200.5, 301.5, 400, 500; customers Acme, Best, Acme, Cook, Acme; stages Won, Lost, won, Lost, Won.
# One would guess: what the program does not know it reports, as it does for many functions and methods; what it runs, it runs as VBA, and what
# diagnose_macro calls ok gives the figures of Excel.
# Seen: diagnose_macro says ok with no message for all of these, and they run to the end:
#   - v = Range("C2:C6").Value, then For i = 1 To UBound(v): the array begins at 0 and not at 1, and the first deal is left out: 1402 for 1502.5.
#   - If Cells(r, 4).Value = "Won": the deal that is "won" counts as well, 902 for 600.5; VBA compares case without Option Compare Text.
#   - a cell that holds a SUM, read after an amount was raised in the macro: the old sum, 1502.5 for 2402.5. Nothing is calculated meanwhile.
#   - RemoveDuplicates over the customers: all five rows stay. Replace of "Lost" by "Closed": nothing is replaced.
#   - Sort by Key1 and Key2: the second key is ignored.
#   - a Sub that raises its argument, which VBA passes by reference: after Raise a the caller has the old amount, after Call Raise(a) the new one.
#   - Dim n As Integer: n = 7 / 2 is 3.5, where VBA has 4.
# So: figures of a macro that ran there are compared with those of Excel once for each macro; "ok" speaks of the names in it only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check elixcee==1.0.14 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import json
import pathlib
import sys

import elixcee
import openpyxl

FILE = str(pathlib.Path(sys.argv[1]) / "deals.xlsx")
book = openpyxl.Workbook()
book.active.append(["Id", "Customer", "Amount", "Stage"])
for number, row in enumerate(
    [("Acme", 100.5, "Won"), ("Best", 200.5, "Lost"), ("Acme", 301.5, "won"), ("Cook", 400, "Lost"), ("Acme", 500, "Won")], 1
):
    book.active.append([f"D{number}", *row])
book.save(FILE)

# what the macro does: lines, result in VBA, result here
MACROS = {
    "sum over an array": (
        'Dim v, i, t\nv = Range("C2:C6").Value\nFor i = 1 To UBound(v)\nt = t + v(i, 1)\nNext\nCells(1, 10).Value = t',
        1502.5,
        1402,
    ),
    "sum of the won": (
        'Dim r, t\nFor r = 2 To 6\nIf Cells(r, 4).Value = "Won" Then t = t + Cells(r, 3).Value\nNext\nCells(1, 10).Value = t',
        600.5,
        902,
    ),
    "a sum read after an edit": (
        'Range("K1").Formula = "=SUM(C2:C6)"\nRange("C2").Value = 1000.5\nCells(1, 10).Value = Range("K1").Value',
        2402.5,
        1502.5,
    ),
    "duplicates removed": (
        'Range("A1:D6").RemoveDuplicates Columns:=2, Header:=xlYes\nCells(1, 10).Value = Cells(Rows.Count, 1).End(xlUp).Row',
        4,
        6,
    ),
    "a stage replaced": (
        'Range("D2:D6").Replace What:="Lost", Replacement:="Closed"\nCells(1, 10).Value = Range("D3").Value',
        "Closed",
        "Lost",
    ),
    "sorted by two keys": (
        'Range("A1:D6").Sort Key1:=Range("B1"), Order1:=xlAscending, Key2:=Range("C1"), Order2:=xlDescending, Header:=xlYes\n'
        'Cells(1, 10).Value = Range("A2").Value',
        "D5",
        "D1",
    ),
    "raised by a Sub": (
        "Dim a\na = 100\nRaise a\nCells(1, 10).Value = a\nEnd Sub\nSub Raise(amount)\namount = amount + 10",
        110,
        100,
    ),
    "raised by a Sub, by Call": (
        "Dim a\na = 100\nCall Raise(a)\nCells(1, 10).Value = a\nEnd Sub\nSub Raise(amount)\namount = amount + 10",
        110,
        110,
    ),
    "half into an Integer": ("Dim n As Integer\nn = 7 / 2\nCells(1, 10).Value = n", 4, 3.5),
}
same = True
for name, (lines, in_vba, expected) in MACROS.items():
    code = f"Sub Main()\n{lines}\nEnd Sub"
    diagnosis = json.loads(str(elixcee.diagnose_macro(code, "Main", FILE)))
    machine = elixcee.load_workbook(FILE)
    machine.run(code, "Main")
    found = machine.get_cell(1, 10)
    print(f"{name:26} VBA {in_vba:<8} here {found:<8} ok {diagnosis['ok']}, messages {len(diagnosis['messages'])}")
    same = same and found == expected and diagnosis["ok"] is True and diagnosis["messages"] == []
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
