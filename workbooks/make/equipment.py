"""equipment/team.xlsx: the workbook of a packaging-machine maker whose contracts are paid in five stages, for
equipment/dealbook.yaml, made with XlsxWriter.

Needs XlsxWriter==3.2.5 or later. Run: python3 workbooks/make/equipment.py [OUT]
"""

import datetime
import pathlib
import sys

import xlsxwriter

from tables import STAMP, column_width, kind, table

SHEETS = {}

SHEETS["設定"] = table("""
名稱|值|單位|說明
AsOf|2026-03-31|日期|逾期和交期都按這一天算
""")

SHEETS["人員"] = table("""
姓名|角色|團隊|上級|在職
高志遠|業務副總|業務部||✓
石美琪|業務經理|業務部|高志遠|✓
羅建民|業務經理|業務部|高志遠|✓
""")

SHEETS["產品"] = table("""
產品編號|產品名稱|單位|標準單價(元)|經常性收入
P-LINE|全自動裝箱線|套|4800000|✗
P-CARE|年度維保|套·年|180000|✓
""")

SHEETS["客戶"] = table("""
客戶編號|客戶名稱|行業|區域|生命週期階段|客戶經理
A01|大禾食品|食品|台南|穩定期|石美琪
A02|永昌製藥|製藥|新竹|形成期|石美琪
A03|海晏飲料|飲料|高雄|形成期|羅建民
A04|綠野日化|日化|桃園|考察期|羅建民
""")

SHEETS["商機"] = table("""
商機編號|客戶編號|產品編號|商機名稱|客戶經理|金額(元)|申報階段|進入階段日|建立日|預計簽約日|實際簽約日|主要對手|競爭位置|下一步|下一步日期
D01|A01|P-LINE|一廠兩條裝箱線|石美琪|10000000|贏單|2025-09-01|2025-02-10|2025-09-15|2025-09-01||領先
D02|A02|P-LINE|針劑裝箱線|石美琪|4800000|贏單|2025-11-10|2025-05-06|2025-11-30|2025-11-10||並列
D03|A03|P-LINE|瓶裝線改造|羅建民|2400000|贏單|2026-02-16|2025-10-20|2026-02-28|2026-02-16||領先
D04|A01|P-LINE|二廠裝箱線|石美琪|6000000|商務談判|2026-03-05|2025-11-12|2026-05-20||富達機械|領先|付款條款定稿|2026-04-10
D05|A04|P-LINE|洗劑裝箱線|羅建民|3000000|投標報價|2026-02-24|2025-12-15|2026-06-30||富達機械|並列|開標|2026-04-22
""")

SHEETS["設備合同"] = table("""
合同編號|商機編號|客戶編號|合同名稱|合同類型|合同金額(元)|責任人|簽訂日|發貨日|安裝完成日|驗收日|質保期(月)|預付比例|發貨比例|安裝比例|驗收比例|質保比例
K01|D01|A01|大禾一廠裝箱線|成套設備|10000000|石美琪|2025-09-01|2025-12-20|2026-01-25|2026-02-28|12|30%|30%|20%|10%|10%
K02|D02|A02|永昌針劑裝箱線|成套設備|4800000|石美琪|2025-11-10|2026-03-15|||12|30%|40%|10%|10%|10%
K03|D03|A03|海晏瓶裝線改造|成套設備|2400000|羅建民|2026-02-16||||12|20%|40%|20%|10%|10%
""")

SHEETS["回款"] = table("""
回款編號|合同編號|客戶編號|付款階段|比例|賬期(天)|實收(元)|實收日|責任人|拖延理由|下一步|下一步日期
Y01|K01|A01|預付款|30%|10|3000000|2025-09-10|石美琪
Y02|K01|A01|發貨款|30%|15|3000000|2026-01-05|石美琪
Y03|K01|A01|安裝款|20%|20|||石美琪||與廠務對賬|2026-04-03
Y04|K01|A01|驗收款|10%|30|||石美琪||送發票|2026-04-02
Y05|K01|A01|質保金|10%||||石美琪
Y06|K02|A02|預付款|30%|7|1000000|2025-11-20|石美琪|信用狀改單|催補餘款|2026-04-01
Y07|K02|A02|發貨款|40%|40|||石美琪
Y08|K02|A02|安裝款|10%|20|||石美琪
Y09|K02|A02|驗收款|10%|30|||石美琪
Y10|K02|A02|質保金|10%||||石美琪
Y11|K03|A03|預付款|20%|10|480000|2026-02-25|羅建民
Y12|K03|A03|發貨款|40%|30|||羅建民
Y13|K03|A03|安裝款|20%|20|||羅建民
Y14|K03|A03|驗收款|10%|30|||羅建民
Y15|K03|A03|質保金|10%||||羅建民
""")

SHEETS["維保續約"] = table("""
續單編號|客戶編號|產品編號|期初|期末|服務成熟度|滿意度|期初經常性收入(元)|增購收入(元)|合約到期日|續約狀態|續單金額(元)|需求匹配度|責任人|下一步|下一步日期
R01|A01|P-CARE|2025-07-01|2026-06-30|客戶關係管理|8|360000|180000|2026-06-30|洽談中|540000|已匹配|石美琪|報價|2026-04-15
""")


def main(out):
    book = xlsxwriter.Workbook(out)
    book.set_properties({"title": "鼎峰精機 設備合同與回款", "author": "業務部", "created": STAMP})
    font = {"font_name": "Microsoft JhengHei", "font_size": 10}
    formats = {"date": "yyyy-mm-dd", "percent": "0%", "money": "#,##0"}
    style = {shape: book.add_format({**font, "num_format": code}) for shape, code in formats.items()}
    plain = book.add_format(font)
    head = book.add_format({**font, "bold": True, "font_color": "white", "bg_color": "#7A3E12", "text_wrap": True, "align": "center", "valign": "vcenter"})
    sheets = {}
    for name, (titles, rows) in SHEETS.items():
        sheet = sheets[name] = book.add_worksheet(name)
        for column, title in enumerate(titles):
            cells = [row[column] for row in rows]
            sheet.write(0, column, title, head)
            sheet.set_column(column, column, column_width(title, cells))
            for row, cell in enumerate(cells, 1):
                if isinstance(cell, datetime.date):
                    sheet.write_datetime(row, column, datetime.datetime(cell.year, cell.month, cell.day), style["date"])
                elif cell is not None:
                    sheet.write(row, column, cell, style.get(kind(title), plain))
        sheet.set_row(0, 34)
        sheet.freeze_panes(1, 1 if name == "設定" else 2)
        sheet.autofilter(0, 0, len(rows), len(titles) - 1)
    sheets["回款"].data_validation("D2:D200", {"validate": "list", "source": ["預付款", "發貨款", "安裝款", "驗收款", "質保金"]})
    sheets["設備合同"].conditional_format("I2:I100", {"type": "blanks", "format": book.add_format({"bg_color": "#FFF2CC"})})
    book.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(pathlib.Path(__file__).parents[1] / "equipment" / "team.xlsx"))
