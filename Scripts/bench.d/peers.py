# SPDX-License-Identifier: Apache-2.0
"""One job with one library, in its own process: peers.py LIBRARY read|set FILE [OUT]. Prints the seconds that the job
took after the library was imported, and how many cells it read. The sheets are Data1 and Data2, set in B2."""

import sys
import time

SHEETS = ("Data1", "Data2")
VALUE = 12345.5


def calamine_read(path):
    import python_calamine

    yield
    book = python_calamine.CalamineWorkbook.from_path(path)
    yield sum(len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())


def zlib_read(path):
    """Only inflates the parts with cells and texts. No reader can be faster on one core."""
    import zipfile
    import zlib

    bytes_of = open(path, "rb").read()
    parts = []
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.filename.startswith(("xl/worksheets/sheet", "xl/sharedStrings")):
                header = entry.header_offset
                names = int.from_bytes(bytes_of[header + 26:header + 28], "little") + int.from_bytes(bytes_of[header + 28:header + 30], "little")
                parts.append(bytes_of[header + 30 + names:header + 30 + names + entry.compress_size])
    yield
    total = 0
    for part in parts:
        inflater = zlib.decompressobj(-15)
        piece = part
        while piece:
            total += len(inflater.decompress(piece, 1 << 18))
            piece = inflater.unconsumed_tail
    yield total


def fastexcel_read(path):
    import fastexcel

    yield
    book = fastexcel.read_excel(path)
    yield sum(sheet.width * sheet.height for sheet in (book.load_sheet(name, header_row=None) for name in book.sheet_names))


def excelreader_read(path):
    import excelreader

    yield
    with excelreader.open_workbook(path) as book:
        tables = [sheet.to_arrow(sheet.infer_schema()) for sheet in book.sheets]
    yield sum(table.num_rows * table.num_columns for table in tables)


def openpyxl_read(path):
    import openpyxl

    yield
    book = openpyxl.load_workbook(path, read_only=True)
    yield sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def openpyxl_set(path, out):
    import openpyxl

    yield
    book = openpyxl.load_workbook(path)
    for name in SHEETS:
        book[name]["B2"] = VALUE
    book.save(out)
    yield 0


def wolfxl_set(path, out):
    import wolfxl

    yield
    book = wolfxl.load_workbook(path, modify=True)
    for name in SHEETS:
        book[name]["B2"] = VALUE
    book.save(out)
    yield 0


def crabxl_set(path, out):
    import crabxl

    yield
    book = crabxl.load_workbook(path)
    for name in SHEETS:
        book[name]["B2"] = VALUE
    book.save(out)
    yield 0


def excelize_set(path, out):
    import excelize

    yield
    book = excelize.open_file(path)
    for name in SHEETS:
        book.set_cell_value(name, "B2", VALUE)
    book.save_as(out)
    book.close()
    yield 0


def excelize_read(path):
    import excelize

    yield
    book = excelize.open_file(path)
    count = sum(len(row) for name in SHEETS for row in book.get_rows(name))
    book.close()
    yield count


def pyopenxlsx_set(path, out):
    import pyopenxlsx

    yield
    book = pyopenxlsx.load_workbook(path)
    for name in SHEETS:
        book[name].cell(2, 2).value = VALUE
    book.save(out)
    yield 0


def main():
    library, job, *paths = sys.argv[1:]
    steps = globals()[f"{library}_{job}"](*paths)
    next(steps)
    started = time.perf_counter()
    cells = next(steps)
    print(time.perf_counter() - started, cells)


main()
