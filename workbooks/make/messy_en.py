"""messy_en.xlsx: the workbook of a building-controls team, typed by several hands and last saved by LibreOffice.

openpyxl makes it, LibreOffice saves it; what LibreOffice writes differs a little with its version.
Needs openpyxl==3.1.5 and soffice (LibreOffice 7.4). Run: python3 workbooks/make/messy_en.py [OUT]
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tables import column_width, settle, table

CHECKLIST = ["Guide found", "Decision system mapped", "Need decoded", "Competition analysed", "Customer persuaded", "Trial",
             "Alliance built", "Rivals held off", "Terms pre-discussed", "Bid submitted", "Bid won", "Post-bid negotiation done",
             "Contract signed"]

# name, rows above the header, titles and rows
SHEETS = []

SHEETS.append(("Key accounts", ["Key accounts, spring review", "Owners keep their own rows up to date. Questions: Priya."], table("""
Customer|Customer ID|Salesperson|Region / city|Scenario|Supplier-list status|Purchase cycle (months)|Lifecycle|Intelligence date|Remarks|Golf?
Harrow General Hospital Trust|A-101|Priya Nair|London|Continuous|Listed|12|Stability|2026-02-19|Estates director retires in June|no
Severn Data Campus|A-102|Priya Nair|Newport|Continuous|Applying|6|Formation|2026/3/4||yes
Pennine University Estates|A-103|Tom Ashby|Leeds|Continuous|Listed|'12 |Stability|2026-01-22|Framework until July 2027|
|||||
Tyne Retail Parks|A-104|Tom Ashby|Gateshead|Occasional|||Exploration||Owner changed|
Harrow General Hospital Trust␠|A-105|Priya Nair|London|Occasional|||偶發|||same as A-101??
Clyde Shipyard Offices|a-106|Ewan Reid|Glasgow|Occasional|||Decline|2025-07-30|Dispute over commissioning|
""")))

SHEETS.append(("Drivers", [], table("""
Driver ID|Account ID|Driver factor|Quantity|Unit|Usage|Price|Growth|Collected on
DR-1|A-101|Plant rooms|64|room|0.5|18500|3%|2026-02-19
DR-2|A-102|Data halls|12|hall|2|46,000|25%|2026/3/4
DR-3|A-103|Buildings|118|building|0.2|21000|'0%|2026-01-22
DR-4|A-104|Units|230|unit|0.05|9,800||2025.11.6
DR-5|A-106|Floors|14|floor|1|7200|-15%|2025-07-30
""")))

SHEETS.append(("Leads", ["Lead log"], table("""
Lead ID|Lead|Account ID|Source|Purchase scenario|Created|First contact|Owner|Estimate|B|A|N|T|Showcase done|Situation|Problem|Implication|Need-payoff|Status|Next action|Next date|Converted deal|Drop reason|Referrer|Temperature
L-1|Hall 3 controls|A-102|Customer referral|Continuous|2026-01-15|2026-01-16|Priya Nair|552,000|3|2|3|3|Y|Two vendors|Alarms lost|Outage penalty|One head end|Converted|||D-2||Mark Bevan|hot
L-2|Boiler house 2|A-101|Targeted relations|Continuous|2026/3/2|2026/3/3|Priya Nair|180000|2|2|2|1|N/A|Old panels||||Working|Survey|2026-04-10||||warm
L-3|Car park ventilation|A-104|Online brand & word of mouth|Occasional|2026-03-26||Tom Ashby|about 60k|||1||||||| New |Call|2026-04-01||||cold
L-4|Library refit|A-103|Other|Continuous|2025-10-08|2025-10-20|Tom Ashby|95000|0|1|1|0|No|||||Disqualified||||||
L-4|Sports hall|A-103|Other|Continuous|2026-03-30||Tom Ashby|||||||||||New
""")))

SHEETS.append(("Pipeline", ["Pipeline (amounts in pounds)", None, "Tick Y, N or n/a"], table("""
Opportunity|Deal ID|Account ID|Product ID|Salesperson|Deal value|Sales stage|Stage entered on|Created on|Close date|Won on|Probability|K|Competitor|Position|Bid deadline|Next action|Next date|Stage before loss|Loss reason|Manager's view
Plant room programme 2026|D-1|A-101|P-BMS|Priya Nair|592000|Negotiation & signing|2026-03-11|2025-09-18|2026-04-30||'90%|YYYYYYYYYYY.N|Hallmark Controls|Leading||Signature page|2026-04-02|||Certain
Hall 3 controls|D-2|A-102|P-BMS|Priya Nair|£552,000|Pre-bid guidance|2026-02-09|2026-01-28|2026/6/30|||YYYY|Hallmark Controls|Level|2026-05-18|Workshop|2026-04-14
Campus metering|D-3|A-103|P-MTR|Tom Ashby|495600|Bid submission|2026-03-03|2025-12-09|2026-05-22|||YYYYY-YYYY|Metrica|Level|2026-03-24|Clarifications|2026-04-07
Subtotal hospital, data, campus|||||1087600
|||||||||
Retail park heating|D-4|A-104|P-BMS|Tom Ashby|112700|Verify opportunity|2026-03-20|2026-03-20|2026-08-28|||Y||Unknown||Meet the new owner|2026/4/8
Shipyard offices retrofit|D-5|A-106|P-BMS|Ewan Reid|100800|Pre-bid guidance|2025-12-02|2025-10-14|2026-03-13|||YNY|Forth Automation|Behind|2026-04-03|||||Do not spend more time
Service desk upgrade|D-6|A-101|P-SRV|Priya Nair|74000|Won|2026-02-12|2025-12-18|2026-02-20|2026-02-12||YYYYYYYYYYYYY||Leading
Chiller analytics|D-7|A-103|P-MTR|Tom Ashby|38000|贏單|2026-01-29|2025-11-03|2026-01-30|2026-01-29||||Leading
Dry dock lighting|D-8|A-106|P-BMS|Ewan Reid|66000|Lost|2025-12-16|2025-08-11|2025-12-19|||Y.Y|||||||Price|Late
Visitor centre|D-8|A-199|P-BMS|Ewan Reid|n/k|nearly there|2026-03-27|2026-03-27|summer
Total|||||2031100
""", K=CHECKLIST)))

SHEETS.append(("Payments", [], table("""
Payment ID|Contract ID|Account ID|Milestone|Planned amount|Agreed due date|Amount received|Received on|Owner|Delay reason|Dispute|Care (relationship)|Performance|Chasing notes
Y-1|K-77|A-101|Down payment|22200|2026-02-27|22200|2026-02-25|Priya Nair||No|Y|Y
Y-2|K-77|A-101|Delivery payment|29600|2026-04-12|||Priya Nair|||Y|Y
Y-3|K-71|A-103|Acceptance payment|19,000|2026/1/31|9000|2026-02-10|Tom Ashby|Approval|No|Y|N|Part paid, new PO number needed
Y-4|K-65|A-106|Acceptance payment|41500|2025-08-29|||Ewan Reid|Commissioning dispute|Yes|N|N|With the solicitor
Y-5|K-65|A-106|Retention|£4,150|2026-08-28|||Ewan Reid
""")))

SHEETS.append(("Renewals", ["Service renewals"], table("""
Renewal ID|Account ID|Period start|Period end|Opening recurring|Expansion|Contraction|Churned|Revenue of period|Contract expiry|Renewal status|Renewal amount|Service stage|CSAT|Need match|Drift: Personnel change|Drift: Rival move|Owner|Next action|Next date
R-1|A-101|2026-01-01|2026-12-31|148,000|18500|||41600|2026-12-31|In talks|166500|Customer success|9|Matched|Y||Priya Nair|Mid-year review|2026-06-16
R-2|A-103|2025-07-01|2026-06-30|96000||6000||71000|2026/6/30|Not started|90000|Relationship management|7|||Y|Tom Ashby
R-3|A-106|2025-02-01|2026-01-31|24000|||24000|22000|2026-01-31|Churned||Reactive|3|No match|Y|Y|Ewan Reid
Total||||268000
""")))


def main(out):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "Priya Nair"
    head, total = PatternFill("solid", fgColor="DDEBF7"), PatternFill("solid", fgColor="F2F2F2")
    for name, above, (titles, rows) in SHEETS:
        sheet = workbook.create_sheet(name)
        for text in above:
            sheet.append([text])
        if above:
            sheet["A1"].font = Font(bold=True, size=14, color="1F4E79")
            sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=8)
        top = len(above) + 1
        sheet.append(titles)
        for row in rows:
            sheet.append(row)
        for column, title in enumerate(titles, 1):
            cells = [row[column - 1] for row in rows]
            sheet.column_dimensions[get_column_letter(column)].width = column_width(title, cells)
            cell = sheet.cell(top, column)
            cell.font, cell.fill = Font(bold=True), head
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            for row in range(top + 1, sheet.max_row + 1):
                cell = sheet.cell(row, column)
                if cell.is_date:
                    cell.number_format = "dd/mm/yyyy"
                elif isinstance(cell.value, (int, float)):
                    cell.number_format = "0%" if 0 < abs(cell.value) < 1 and title == "Growth" else "#,##0"
        for row in range(top + 1, sheet.max_row + 1):
            if str(sheet.cell(row, 1).value).startswith(("Total", "Subtotal")):
                for cell in sheet[row]:
                    cell.font, cell.fill = Font(bold=True), total
        sheet.freeze_panes = sheet.cell(top + 1, 3)

    deals = workbook["Pipeline"]
    deals["F8"], deals["F16"] = "=SUM(F5:F7)", "=F8+SUM(F10:F15)"
    stages = DataValidation(type="list", formula1='"Verify opportunity,Pre-bid guidance,Bid submission,Negotiation & signing,Won,Lost,On hold"', allow_blank=True)
    stages.add("G5:G60")
    deals.add_data_validation(stages)
    deals.conditional_formatting.add("G5:G60", CellIsRule(operator="equal", formula=['"Won"'], fill=PatternFill("solid", bgColor="C6EFCE")))
    deals.conditional_formatting.add("F5:F60", DataBarRule(start_type="min", end_type="max", color="9DC3E6"))
    deals["G4"].comment = Comment("What the salesperson says, not what the checklist says", "Tom Ashby")
    deals.auto_filter.ref = "A4:AG16"
    deals.page_setup.orientation = "landscape"
    workbook["Payments"]["E5"].comment = Comment("Solicitor's letter sent 12 March", "Ewan Reid")

    board = workbook.create_sheet("Board")
    for row in [["Salesperson", "Open and won"], ["Priya Nair"], ["Tom Ashby"], ["Ewan Reid"]]:
        board.append(row)
    for row in range(2, 5):
        board.cell(row, 2, f"=SUMIF(Pipeline!$E$5:$E$15,A{row},Pipeline!$F$5:$F$15)").number_format = "#,##0"
    board.column_dimensions["A"].width, board.column_dimensions["B"].width = 16, 16
    chart = BarChart()
    chart.title, chart.legend = "Open and won", None
    chart.add_data(Reference(board, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    chart.set_categories(Reference(board, min_col=1, min_row=2, max_row=4))
    board.add_chart(chart, "D2")
    scratch = workbook.create_sheet("scratch")
    scratch["A1"], scratch["B1"] = "FTE cost", "=Rate*1680"
    scratch["A2"], scratch["B2"] = "rate", 62
    scratch.sheet_state = "hidden"
    workbook.defined_names["Rate"] = DefinedName("Rate", attr_text="scratch!$B$2")

    with tempfile.TemporaryDirectory() as folder:
        made, saved = pathlib.Path(folder, "made", "messy_en.xlsx"), pathlib.Path(folder, "saved")
        made.parent.mkdir()
        workbook.save(made)
        subprocess.run(["soffice", f"-env:UserInstallation={pathlib.Path(folder, 'profile').as_uri()}", "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved), str(made)], check=True)
        shutil.copyfile(saved / "messy_en.xlsx", out)
    settle(out)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(pathlib.Path(__file__).parents[1] / "messy_en.xlsx"))
