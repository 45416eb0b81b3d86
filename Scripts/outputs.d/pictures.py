# SPDX-License-Identifier: Apache-2.0
"""Turns what Scripts/pictures made in WORK into the pictures for README in OUT."""

import pathlib
import subprocess
import sys

import openpyxl
from PIL import Image, ImageChops
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

ROWS = 14
LEFT_OUT = ["D", "H", "I"]


def drawn(book: pathlib.Path) -> Image.Image:
    """The first page of a workbook as printed by LibreOffice, without margins."""
    profile = f"-env:UserInstallation=file://{book.parent}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", book.parent, book],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    page = book.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-png", book.with_suffix(".pdf"), page], check=True)
    picture = Image.open(page.with_suffix(".png")).convert("RGB")
    used = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    return picture.crop(used)


def on_one_page(book: pathlib.Path, widths: dict[str, float]) -> pathlib.Path:
    """A copy of which the first rows are printed on one page, with these columns in these widths and their letters above."""
    workbook = openpyxl.load_workbook(book, data_only=True)
    for sheet in workbook.worksheets[1:]:
        sheet.sheet_state = "hidden"
    sheet = workbook.worksheets[0]
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width
    last = list(widths)[-1]
    letters = map(get_column_letter, range(1, column_index_from_string(last) + 1))
    for letter in LEFT_OUT + [letter for letter in letters if letter not in widths]:
        sheet.column_dimensions[letter].hidden = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.headings = sheet.print_options.gridLines = True
    sheet.print_area = f"A1:{last}{ROWS}"
    copy = book.with_name("page-" + book.name)
    workbook.save(copy)
    return copy


def widths(book: pathlib.Path) -> dict[str, float]:
    """Of every column that shows, as wide as its texts ask for."""
    sheet = openpyxl.load_workbook(book, data_only=True).worksheets[0]
    found = {}
    for column in range(1, sheet.max_column + 1):
        letter = get_column_letter(column)
        cells = [sheet.cell(row, column) for row in range(3, ROWS + 1)]
        texts = [cell.value.date().isoformat() if cell.is_date and cell.value else str(cell.value or "")[:24] for cell in cells]
        if not sheet.column_dimensions[letter].hidden:
            found[letter] = max(9, 1.05 * max(map(len, texts)) + 1)
    return found


def main(work: pathlib.Path, out: pathlib.Path) -> None:
    # Show both with the columns of the second, so that added columns stand out.
    columns = widths(work / "after.xlsx")
    before, after = (drawn(on_one_page(work / name, columns)) for name in ("before.xlsx", "after.xlsx"))
    both = Image.new("RGB", (max(before.width, after.width), before.height + after.height + 40), "white")
    both.paste(before, (0, 0))
    both.paste(after, (0, before.height + 40))
    both.quantize(64).save(out / "fill.png", optimize=True)
    drawn(work / "dashboard.xlsx").quantize(128).save(out / "dashboard.png", optimize=True)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
