#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether saving a workbook under another name leaves the file alone that it was read from.
#
# Packages: pyopenxlsx 1.4.2 (OpenXLSX behind Python), openpyxl 3.1.5 to make and read files, both from PyPI.
# One would guess: load_workbook("in.xlsx"), a change, save("out.xlsx") leaves in.xlsx as it was, as with every other library.
# Seen: save("out.xlsx") also rewrites in.xlsx. Where in.xlsx has document properties its parts are stored anew, without the change. Where it
# has none, as files of exporters often do, in.xlsx gets a docProps/core.xml that is not well-formed XML (no space before `standalone` in
# its declaration), and openpyxl cannot open in.xlsx any more; out.xlsx is fine.
# So: who edits with it works on a copy, and a reader of such files must not need docProps/core.xml.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pyopenxlsx==1.4.2 openpyxl==3.1.5
cat >"$work/try.py" <<'PY'
import pathlib
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

import openpyxl
import pyopenxlsx

FOLDER = pathlib.Path(sys.argv[1])


def make(path, with_properties):
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    whole = FOLDER / "whole.xlsx"
    book.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if not with_properties:
                if name.startswith("docProps/"):
                    continue
                data = re.sub(rb'<(?:Relationship|Override) [^>]*docProps[^>]*/>', b"", data)
            new.writestr(name, data)


def value(path):
    try:
        return openpyxl.load_workbook(path).active["A1"].value
    except tree.ParseError as problem:
        return f"not read: {str(problem).split(':')[0]}"


def told(with_properties):
    source, target = FOLDER / "in.xlsx", FOLDER / "out.xlsx"
    make(source, with_properties)
    before = source.read_bytes()
    assert value(source) == 1
    book = pyopenxlsx.load_workbook(str(source))
    book[book.sheetnames[0]]["A1"].value = 2
    untouched = source.read_bytes() == before
    book.save(str(target))
    return untouched, source.read_bytes() == before, value(source), value(target)


EXPECTED = {True: (True, False, 1, 2), False: (True, False, "not read: XML declaration not well-formed", 2)}
same = True
for with_properties, expected in EXPECTED.items():
    found = told(with_properties)
    print(f"with properties {with_properties}: input untouched before save {found[0]}, after {found[1]}; A1 of input {found[2]}, of output {found[3]}")
    same = same and found == expected
sys.exit(0 if same else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
