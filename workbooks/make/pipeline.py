"""Makes pipeline/report.xlsx: a pipeline as a CRM exports it, with a title above the headers and stages of its own.

Usage: python3 workbooks/make/pipeline.py (needs openpyxl). All names and numbers are invented.
"""
import datetime
import pathlib
import random

import openpyxl

random.seed(4)
HEADERS = [
    "Opportunity ID", "Opportunity Name", "Account Name", "Opportunity Owner", "Stage", "Amount", "Close Date",
    "Created Date", "Lead Source",
]
STAGES = ["Prospecting", "Qualification", "Proposal/Price Quote", "Negotiation/Review", "Closed Won", "Closed Lost"]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Pipeline 2026"
sheet.append(["Open pipeline, as exported on Monday"])
sheet.append([])
sheet.append(HEADERS)
for number in range(240):
    close = datetime.date(2026, 1, 5) + datetime.timedelta(days=random.randint(0, 300))
    sheet.append([
        f"006{number:05d}", f"Line {number % 17 + 1} upgrade",
        random.choice(["Halden AG", "Norwind Ltd", "Pacific Rail", "Tamsui Foods"]),
        random.choice(["Ida Berg", "Tom Reyes", "Wei Lin"]), random.choice(STAGES), random.randint(5, 90) * 1000, close,
        close - datetime.timedelta(days=60), random.choice(["Web", "Referral"]),
    ])
    for column in (7, 8):
        sheet.cell(sheet.max_row, column).number_format = "yyyy-mm-dd"
folder = pathlib.Path(__file__).resolve().parent.parent / "pipeline"
folder.mkdir(exist_ok=True)
book.save(folder / "report.xlsx")
