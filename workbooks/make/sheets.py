"""How a sheet of ours looks when openpyxl writes it: header, widths, formats, drop-downs, frozen panes, print set-up."""

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tables import column_width, kind, width

FORMATS = {"date": "yyyy-mm-dd", "percent": "0%", "money": "#,##0"}


def fill_sheet(sheet, titles, rows, color, font, options, notes, ticks):
    """Writes a clean sheet. `options` gives the drop-down of a title: a text of labels parted by commas, or a reference."""
    line = Side(style="thin", color="D0D7DE")
    border = Border(left=line, right=line, top=line, bottom=line)
    head = PatternFill("solid", fgColor=color)
    sheet.append(titles)
    for row in rows:
        sheet.append(row)
    last = len(rows) + 1
    for number, title in enumerate(titles, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = 7.5 if title in ticks else column_width(title, [row[number - 1] for row in rows])
        cell = sheet.cell(1, number)
        cell.font = Font(name=font, bold=True, color="FFFFFF", size=10)
        cell.fill = head
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = border
        if title in notes:
            cell.comment = Comment(notes[title], sheet.parent.properties.creator, width=220, height=60)
        choice = options.get(title) or ("✓,✗,—" if title in ticks else None)
        if choice:
            check = DataValidation(type="list", formula1=choice if "!" in choice else f'"{choice}"', allow_blank=True, showErrorMessage=True)
            check.errorTitle = title
            check.add(f"{letter}2:{letter}500")
            sheet.add_data_validation(check)
        shape = FORMATS.get(kind(title))
        for row in range(2, last + 1):
            cell = sheet.cell(row, number)
            cell.font = Font(name=font, size=10)
            cell.border = border
            if shape and cell.value is not None:
                cell.number_format = shape
            if title in ticks or shape == FORMATS["date"] or number == 1:
                cell.alignment = Alignment(horizontal="center", vertical="center")
            elif isinstance(cell.value, str):
                cell.alignment = Alignment(horizontal="left", vertical="center", indent=1, wrap_text=width(cell.value) > 34)
            else:
                cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 40
    for row in range(2, last + 1):
        sheet.row_dimensions[row].height = 21
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{last}"
    sheet.sheet_properties.tabColor = color
    sheet.sheet_view.zoomScale = 90
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = "A:B"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    across = sum(d.width for d in sheet.column_dimensions.values())
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = max(1, round(across / 190)), 0
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&A  &P / &N"
