"""Makes pipeline/report.xlsx, a pipeline as a CRM exports it, with a title above the headers and stages of its own, and
pipeline/export.csv, the export of a week later: some deals went on, three are new, one is gone.

Usage: python3 workbooks/make/pipeline.py (needs openpyxl). All names and numbers are invented.
"""
import csv
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

rows = [[cell.value for cell in row[: len(HEADERS)]] for row in sheet.iter_rows(min_row=4)]
for row in rows[5:60:11]:
    row[4] = STAGES[min(STAGES.index(row[4]) + 1, 4)]
    row[5] += 5000
del rows[7]
for number in range(240, 243):
    rows.append([
        f"006{number:05d}", "Line 3 upgrade", "Halden AG", "Ida Berg", "Prospecting", 30_000, datetime.date(2026, 11, 30),
        datetime.date(2026, 9, 1), "Web",
    ])
with open(folder / "export.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(HEADERS)
    for row in rows:
        writer.writerow([day.strftime("%Y-%m-%d") if hasattr(day, "strftime") else day for day in row])
