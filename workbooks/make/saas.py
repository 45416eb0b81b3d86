"""saas/team_en.xlsx and saas/team_hans.xlsx: one software company's workbook in two languages, for saas/dealbook.yaml. The
English one is made with XlsxWriter, the Chinese one with openpyxl.

Needs XlsxWriter==3.2.5 or later and openpyxl==3.1.5. Run: python3 workbooks/make/saas.py [FOLDER]
"""

import datetime
import pathlib
import sys

import openpyxl
import xlsxwriter

from sheets import fill_sheet
from tables import STAMP, column_width, kind, settle, table

SHEETS = {}

SHEETS["Settings"] = table("""
Name|Value|Unit|Note
AsOf|2026-03-31|date|All ages are counted from this day
PeriodStart|2026-01-01|date|
PeriodEnd|2026-12-31|date|
""")

SHEETS["Products"] = table("""
Product ID|Product name|Unit|List price|Recurring
P-FLOW|Northstar Flow|seat and year|300|✓
P-ASSIST|Northstar Assist|seat and year|120|✓
""")

SHEETS["People"] = table("""
Person|Role|Team|Manager|Active
Ada Lin|Sales director|Sales||✓
Ben Ortiz|Account executive|Sales|Ada Lin|✓
Chloe Tan|Account executive|Sales|Ada Lin|✓
Dev Rao|Customer success|Success|Ada Lin|✓
""")

SHEETS["Accounts"] = table("""
Account ID|Account name|Industry|Region|Lifecycle stage|Account manager|Intelligence date
A01|Harbor Bank|Banking|Singapore|Stability|Ben Ortiz|2026-02-20
A02|Lumen Retail|Retail|Sydney|Formation|Ben Ortiz|2026-03-02
A03|Orchid Health|Health care|Hong Kong|Exploration|Chloe Tan|2026-01-15
A04|Peak Logistics|Logistics|Shanghai|Stability|Chloe Tan|2026-03-18
A05|Quill Media|Media|London|Decline|Chloe Tan|2025-12-09
""")

SHEETS["Seat potential"] = table("""
Driver ID|Account ID|Product ID|Driver factor|Staff|Unit|Seats per head|Price per seat and year|Growth|Source|Collected on
DR01|A01|P-FLOW|Branch staff|1200|person|0.5|420||Annual report|2026-02-20
DR02|A02|P-FLOW|Store managers|600|person|0.8|240|10%|Buyer interview|2026-03-02
DR03|A03|P-FLOW|Ward staff|900|person|0.4|240||Site visit|2026-01-15
DR04|A04|P-FLOW|Drivers and dispatchers|2000|person|0.6|420||Road map meeting|2026-03-18
DR05|A05|P-ASSIST|Editors|150|person|1|120||Public profile|2025-12-09
""")

SHEETS["Targets"] = table("""
Target ID|Owner|Period start|Period end|Target|Guaranteed minimum
T01|Ben Ortiz|2026-01-01|2026-12-31|500000|200000
T02|Chloe Tan|2026-01-01|2026-12-31|400000|150000
""")

SHEETS["Leads"] = table("""
Lead ID|Account ID|Lead name|Channel|Received on|First response on|Owner|Estimated amount|Status|Next action|Next date
L01|A02|Loyalty desk|Content and webinars|2026-03-16|2026-03-17|Ben Ortiz|48000|Working|Demo with the operations lead|2026-04-08
L02||Freight start-up|Product sign-up|2026-03-28|2026-03-29|Chloe Tan|6000|New|Call the team owner|2026-04-02
L03|A03|Clinic scheduling|Customer referral|2026-01-20|2026-01-21|Chloe Tan|18000|Converted||
""")

SHEETS["Opportunities"] = table("""
Deal ID|Account ID|Product ID|Deal name|Owner (AR)|Solution engineer|Contract value (TCV)|Declared stage|Stage entered on|Created on|Expected close|Actual close|Main rival|Position|Next action|Next date|Stage before loss|Loss reason|Plan|Seats|Term (months)
D01|A01|P-FLOW|Branch roll-out|Ben Ortiz|Dev Rao|336000|Contracting|2026-03-16|2025-12-01|2026-05-15||Taskwheel|Leading|Security schedule signed|2026-04-09|||Enterprise|300|36
D02|A02|P-FLOW|Store managers|Ben Ortiz|Dev Rao|57600|Proposal|2026-03-18|2026-01-12|2026-06-10||Taskwheel|Level|Price review with finance|2026-04-14|||Team|300|12
D03|A03|P-FLOW|Ward pilots|Chloe Tan|Dev Rao|18000|Evaluation|2026-03-09|2026-01-28|2026-07-01||Bedside Flow|Level|Pilot report|2026-04-20|||Team|200|6
D04|A04|P-FLOW|Dispatch|Chloe Tan|Dev Rao|252000|Won|2026-02-12|2025-09-08|2026-02-20|2026-02-12||Leading|||||Enterprise|350|24
D05|A05|P-ASSIST|Assist for editors|Chloe Tan||9000|Discovery|2026-03-20|2026-03-20|2026-09-30|||Unknown|Workshop|2026-04-15|||Starter|100|12
D06|A02|P-FLOW|Loyalty|Ben Ortiz|Dev Rao|40000|Lost|2026-02-03|2025-11-03|2026-02-28||Taskwheel|Behind|||Evaluation|Price|Team|150|12
""")

SHEETS["Subscriptions"] = table("""
Renewal ID|Account ID|Product ID|Period start|Period end|Service stage|Satisfaction|Opening recurring|New recurring|Expansion|Contraction|Churned|Subscription ends|Renewal status|Renewal amount|Need match|Drift: Product change|Owner|Next action|Next date|Seats|Active users
R01|A01|P-FLOW|2025-04-01|2026-03-31|Customer success|9|200000||30000|||2026-05-31|In talks|230000|Matched||Dev Rao|Order form sent|2026-04-07|500|450
R02|A04|P-FLOW|2025-07-01|2026-06-30|Relationship management|7|120000|||20000||2026-06-30|Not started|100000|No new need|✓|Dev Rao|Usage review|2026-04-10|400|180
R03|A05|P-ASSIST|2025-01-01|2025-12-31|Reactive|4|15000||||15000|2025-12-31|Churned|||✓|Dev Rao|||100|20
R04|A02|P-FLOW|2025-10-01|2026-09-30|Relationship management|8|40000||8000|||2026-09-30|Not started|48000|No new need||Dev Rao|Business review|2026-05-12|200|100
""")

CHINESE = dict(line.split("|") for line in """
Settings|设置
Name|名称
Value|值
Unit|单位
Note|说明
date|日期
All ages are counted from this day|所有天数都从这一天算起
Products|产品
Product ID|产品编号
Product name|产品名称
List price|标准单价(元)
Recurring|经常性收入
seat and year|席位·年
People|人员
Person|姓名
Role|角色
Team|团队
Manager|上级
Active|在职
Sales director|销售总监
Account executive|客户经理
Sales|销售部
Success|客户成功部
Accounts|客户
Account ID|客户编号
Account name|客户名称
Industry|行业
Region|区域
Lifecycle stage|生命周期阶段
Account manager|客户经理
Intelligence date|情报更新日
Stability|稳定期
Formation|形成期
Exploration|考察期
Decline|退化期
Seat potential|席位潜力
Driver ID|编号
Driver factor|驱动因素
Staff|人数
Seats per head|人均席位
Price per seat and year|席位年价(元)
Growth|年增长率
Source|情报来源
Collected on|采集日
Targets|目标
Target ID|目标编号
Owner|责任人
Period start|期初
Period end|期末
Target|目标(元)
Guaranteed minimum|保底目标(元)
Leads|线索
Lead ID|线索编号
Lead name|线索名称
Channel|获客渠道
Received on|获取日
First response on|首次响应日
Estimated amount|预估金额(元)
Status|线索状态
Next action|下一步
Next date|下一步日期
Content and webinars|内容与线上研讨
Product sign-up|产品自助注册
Customer referral|客户转介绍
Working|跟进中
New|新线索
Converted|已转商机
Opportunities|销售机会
Deal ID|商机编号
Deal name|商机名称
Owner (AR)|客户经理
Solution engineer|售前工程师
Contract value (TCV)|合同总额(元)
Declared stage|申报阶段
Stage entered on|进入阶段日
Created on|建立日
Expected close|预计签约日
Actual close|实际签约日
Main rival|主要对手
Position|竞争位置
Stage before loss|输单前阶段
Loss reason|输单原因
Plan|套餐
Seats|席位数
Term (months)|期限(月)
Contracting|签约流程
Proposal|方案报价
Evaluation|试用评估
Discovery|需求发现
Won|赢单
Lost|输单
Leading|领先
Level|并列
Behind|落后
Unknown|未知
Price|价格
Enterprise|企业版
Starter|入门版
Subscriptions|订阅
Renewal ID|续单编号
Service stage|服务成熟度
Satisfaction|满意度
Opening recurring|期初经常性收入(元)
New recurring|新增收入(元)
Expansion|增购收入(元)
Contraction|缩减收入(元)
Churned|流失收入(元)
Subscription ends|订阅到期日
Renewal status|续约状态
Renewal amount|续单金额(元)
Need match|需求匹配度
Drift: Product change|漂移-产品变动
Active users|活跃用户
Customer success|客户成功管理
Relationship management|客户关系管理
Reactive|被动响应
In talks|洽谈中
Not started|未启动
Matched|已匹配
No new need|无新需求
""".strip().splitlines())
# A word that means something else where it is a value.
LABELS = {("Renewal status", "Churned"): "已流失", ("Plan", "Team"): "团队版", ("Role", "Customer success"): "客户成功经理"}


def english(out):
    book = xlsxwriter.Workbook(out)
    book.set_properties({"title": "Northstar revenue 2026", "author": "Revenue operations", "created": STAMP})
    formats = {"date": "yyyy-mm-dd", "percent": "0%", "money": "#,##0"}
    style = {shape: book.add_format({"num_format": code, "font_name": "Arial", "font_size": 10}) for shape, code in formats.items()}
    plain = book.add_format({"font_name": "Arial", "font_size": 10})
    head = book.add_format({"bold": True, "font_name": "Arial", "font_size": 10, "font_color": "white", "bg_color": "#3B3F8C",
                            "text_wrap": True, "valign": "vcenter"})
    for name, (titles, rows) in SHEETS.items():
        sheet = book.add_worksheet(name)
        for column, title in enumerate(titles):
            cells = [row[column] for row in rows]
            sheet.set_column(column, column, column_width(title, cells))
            for row, cell in enumerate(cells, 1):
                if isinstance(cell, datetime.date):
                    sheet.write_datetime(row, column, datetime.datetime(cell.year, cell.month, cell.day), style["date"])
                elif cell is not None:
                    sheet.write(row, column, cell, style.get(kind(title), plain))
        sheet.add_table(0, 0, len(rows), len(titles) - 1, {
            "name": "t" + name.replace(" ", ""), "style": "Table Style Light 1",
            "columns": [{"header": title, "header_format": head} for title in titles]})
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 2 if name != "Settings" else 0)
    book.close()


def chinese(out):
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = "营收运营"
    book.properties.title = "Northstar 营收 2026"
    for name, (titles, rows) in SHEETS.items():
        rows = [[LABELS.get((title, cell), CHINESE.get(cell, cell)) if isinstance(cell, str) else cell for title, cell in zip(titles, row)]
                for row in rows]
        fill_sheet(book.create_sheet(CHINESE[name]), [CHINESE[title] for title in titles], rows, "3B3F8C", "Microsoft YaHei", {}, {}, {"在职", "经常性收入"})
    book.save(out)
    settle(out)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "saas")
    english(str(folder / "team_en.xlsx"))
    chinese(folder / "team_hans.xlsx")
