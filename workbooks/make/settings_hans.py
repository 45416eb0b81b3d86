"""settings_hans.xlsx: an industrial-software firm in Shenzhen that keeps Settings and Lists of its own, made with openpyxl.

Needs openpyxl==3.1.5. Run: python3 workbooks/make/settings_hans.py [OUT]
"""

import datetime
import pathlib
import sys

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from sheets import fill_sheet
from tables import column_width, settle, table

HERE = pathlib.Path(__file__).parent
CHECKLIST = ["向导已找到", "决策体系已摸清", "需求已解码", "竞争格局已分析", "客户已认可", "试用体验", "联盟已建立",
             "对手已阻退", "条款已预沟通", "标书已提交", "已中标", "标后谈判完成", "合同已签"]
DRIFT = ["漂移-人事变动", "漂移-企业变动", "漂移-产品变动", "漂移-模式变动", "漂移-对手动作"]
CHAIN = ["链-采购决策人", "链-产品使用者", "链-技术把关人员", "链-财务"]
TICKS = set(CHECKLIST + DRIFT + CHAIN + ["样板展示", "争议", "情-关系维护", "理-合同履行", "法-合同原件", "法-验收报告", "法-发票"])

SHEETS = {}

SHEETS["客户"] = table("""
客户编号|客户名称|行业|区域|采购场景|入圈状态|采购周期(月)|生命周期阶段|客户经理|情报更新日|跟踪策略
A-HD01|海鼎重工集团有限公司|装备制造|长沙|持续购买|已入圈|12|稳定期|周晓岚|2026-03-06|集团数字化底座,三年推广到八个基地
A-HD02|海鼎重工常德基地|装备制造|常德|持续购买|已入圈|12|形成期|周晓岚|2026-03-18|基地复制,先上排产
A-LY01|岭越新能源股份有限公司|锂电|惠州|持续购买|申请中|6|形成期|何俊杰|2026-02-27|验厂资料补齐后入库
A-QS01|清湾水泥有限公司|建材|英德|偶发购买|||考察期|何俊杰|2026-01-15|能耗在线试点
A-YH01|粤合精密模具有限公司|模具|东莞|偶发购买|||退化期|梁思雨|2025-10-11|换了信息主管,重新摸底
A-TX01|天行轨道装备有限公司|轨道交通|株洲|持续购买|已入圈|12|稳定期|梁思雨|2026-03-20|运维知识库续订
""")

SHEETS["驱动因素"] = table("""
编号|客户编号|产品编号|驱动因素|驱动量|单位|年单耗|单价(元)|年增长率|情报来源|采集日
DR-01|A-HD01|P-MES|生产基地|8|个|0.25|1680000|5%|集团年会|2026-03-06
DR-02|A-HD01|P-SUB|在线设备|5200|台|1|180|12%|设备台账|2026-03-06
DR-03|A-HD02|P-APS|产线|6|条|0.5|420000||现场|2026-03-18
DR-04|A-LY01|P-MES|电芯产线|10|条|0.5|960000|20%|环评公示|2026-02-27
DR-05|A-QS01|P-EMS|窑线|2|条|0.5|380000||拜访|2026-01-15
DR-06|A-YH01|P-MES|车间|3|个|0.2|260000|-10%|旧合同|2025-10-11
DR-07|A-TX01|P-SUB|检修工位|340|个|1|1200|8%|用户清单|2026-03-20
""")

SHEETS["线索"] = table("""
线索编号|客户编号|线索名称|采购场景|获客渠道|引荐人|获取日|首次响应日|责任人|预估金额(元)|样板展示|S情景|P探究|I暗示|N解决|B预算|A授权|N需求|T时间|线索状态|转入商机编号|淘汰原因|下一步|下一步日期
L-2601|A-HD02|常德基地排产|持续购买|客户转介绍|集团信息部邓总|2026-01-09|2026-01-09|周晓岚|1260000|✓|人工排产|换线等待|交期延误|自动排产|3|3|3|3|已转商机|D-2602
L-2602|A-LY01|二期制造执行|持续购买|行业展会造势||2026-02-05|2026-02-06|何俊杰|4800000|✓|新厂六月封顶|数据断点|追溯要求|一体化|2|2|3|2|跟进中|||补验厂资料|2026-04-08
L-2603|A-QS01|窑线能耗在线|偶发购买|渠道商||2026-01-12|2026-01-14|何俊杰|380000|—|||||1|1|2|2|跟进中|||能耗测算报告|2026-04-03
L-2604||佛山卫浴集团备件平台|偶发购买|网络品牌口碑||2026-03-25|2026-03-27|梁思雨|600000||电话咨询||||1||1||新线索|||约线上演示|2026-04-02
L-2605|A-YH01|模具寿命管理|偶发购买|其他||2025-11-20|2025-11-24|梁思雨|260000||||||0|1|1|0|已淘汰||今年不投信息化
""")

SHEETS["商机"] = table("""
商机编号|客户编号|产品编号|来源线索编号|商机名称|客户经理|方案经理|交付经理|金额(元)|申报阶段|进入阶段日|建立日|预计签约日|实际签约日|概率覆写|K|主要对手|竞争位置|投标截止日|下一步|下一步日期|输单前阶段|输单原因
D-2601|A-HD01|P-MES||集团数字化底座三期|周晓岚|唐毅|彭湃|3360000|谈判签约|2026-03-13|2025-08-21|2026-04-28|||✓✓✓✓✓✓✓✓✓✓✓|星图软件|领先||集团法务审条款|2026-04-03
D-2602|A-HD02|P-APS|L-2601|常德基地排产|周晓岚|唐毅|彭湃|1260000|标前引导|2026-02-11|2026-01-20|2026-06-18|||✓✓✓✓|星图软件|并列|2026-05-20|排产样板演示|2026-04-09
D-2603|A-LY01|P-MES||一期质量追溯|何俊杰|唐毅|彭湃|980000|标书提交|2026-03-05|2025-12-02|2026-05-15|||✓✓✓✓✓—✓✓✓✓|云桥数科|并列|2026-03-24|述标答疑|2026-04-07
D-2604|A-QS01|P-EMS||磨机能耗试点|何俊杰|||190000|验证商机|2026-03-09|2026-03-09|2026-07-31|||✓||未知||厂长面谈|2026-04-15
D-2605|A-TX01|P-SUB||运维知识库扩容|梁思雨|唐毅|彭湃|163200|赢单|2026-02-10|2025-11-18|2026-02-13|2026-02-10||✓✓✓✓✓✓———✓✓✓✓||领先
D-2606|A-YH01|P-MES||车间无纸化|梁思雨|唐毅||255000|输单|2026-01-16|2025-09-03|2026-01-16|||✓.✓✓|云桥数科|落后||||标前引导|信息主管更换,转用老东家系统
D-2607|A-HD01|P-SUB||在线设备订阅|周晓岚|唐毅|彭湃|936000|标前引导|2025-12-22|2025-11-10|2026-03-27||30%|✓✓✓||并列||补订阅测算|2026-03-25
""", K=CHECKLIST)

SHEETS["合同"] = table("""
合同编号|商机编号|客户编号|合同名称|合同类型|合同金额(元)|责任人|签订日|到货日|验收日|质保期(月)|首付比例|到货比例|验收比例|质保比例
K-2601|D-2605|A-TX01|运维知识库扩容|订阅|163200|梁思雨|2026-02-10|2026-02-24|2026-03-10||50%|30%|20%|0%
K-2507||A-HD01|集团数字化底座二期|服务/咨询|2780000|周晓岚|2025-03-14|2025-07-30|2025-11-28|12|30%|30%|30%|10%
""")

SHEETS["回款"] = table("""
回款编号|合同编号|客户编号|付款阶段|比例|金额覆写(元)|账期(天)|到期日覆写|发票号|实收(元)|实收日|责任人|拖延理由|争议|情-关系维护|理-合同履行|法-合同原件|法-验收报告|法-发票|C|下一步|下一步日期
Y-01|K-2601|A-TX01|首付款|50%||10||'44081207|81600|2026-02-14|梁思雨||✗|✓|✓|✓|—|✓|✓——✓
Y-02|K-2601|A-TX01|到货款|30%||15||'44081266|48960|2026-03-06|梁思雨||✗|✓|✓|✓|—|✓|✓✓—✓
Y-03|K-2601|A-TX01|验收款|20%||30||'44081310|||梁思雨||✗|✓|✓|✓|✓|✓|✓✓✓.|确认付款批次|2026-04-03
Y-04|K-2507|A-HD01|首付款|30%||15||'43902214|834000|2025-03-27|周晓岚||✗|✓|✓|✓|—|✓|✓——✓
Y-05|K-2507|A-HD01|到货款|30%||30||'43921108|834000|2025-09-02|周晓岚||✗|✓|✓|✓|—|✓|✓✓—✓
Y-06|K-2507|A-HD01|验收款|30%||45||'43977540|400000|2026-01-20|周晓岚|审批流程|✗|✓|✓|✓|✓|✓|✓✓✓✗|请财务共享中心排款|2026-04-02
Y-07|K-2507|A-HD01|质保尾款|10%||30|||||周晓岚||✗
""", C=CHAIN)

SHEETS["续单"] = table("""
续单编号|客户编号|产品编号|期初|期末|服务成熟度|满意度|期初经常性收入(元)|新增收入(元)|增购收入(元)|缩减收入(元)|流失收入(元)|本期收入(元)|合约到期日|续约状态|续单金额(元)|签约时间|新需求|需求匹配度|转介绍客户数|D|责任人|下一步|下一步日期
R-01|A-TX01|P-SUB|2025-04-01|2026-03-31|客户成功管理|9|244800||163200|||326400|2026-03-31|已续约|408000|2026-03-12|检修工位扩到 500|已匹配|1||梁思雨
R-02|A-HD01|P-SUB|2025-07-01|2026-06-30|客户关系管理|8|780000|||||585000|2026-06-30|洽谈中|936000||按台订阅|需改造||..✓.✓|周晓岚|补订阅测算|2026-04-03
R-03|A-YH01|P-SUB|2025-01-01|2025-12-31|被动响应|5|96000||||96000|96000|2025-12-31|已流失|||不再投入|不匹配||✓✓..✓|梁思雨
R-04|A-LY01|P-SUB|2025-10-01|2026-09-30|客户关系管理|7|120000||||||2026-09-30|未启动|150000||二期接入|已匹配|||何俊杰|验收后谈|2026-06-20
""", D=DRIFT)

SETTINGS = [
    ("AsOf", datetime.date(2026, 3, 31), "日期", "基准日"), ("PeriodStart", datetime.date(2026, 1, 1), "日期", "期初日"),
    ("PeriodEnd", datetime.date(2026, 12, 31), "日期", "期末日"), ("Lang", 2, "1/2/3", "语言:2 为简体"),
    ("PotHigh", 2000000, "元/年", "高潜力门槛,本公司取前两成客户"), ("RelHigh", 65, "分", "关系良好门槛"),
    ("WLife", 0.4, "比例", "关系分:生命周期权重"), ("WSup", 0.4, "比例", "关系分:决策人支持权重"), ("WInt", 0.2, "比例", "关系分:互动权重"),
    ("DriftDays", 45, "天", "漂移预警天数"), ("LeadSla", 1, "天", "线索首次响应时限"), ("LeadBig", 1000000, "元", "大额线索门槛"),
    ("CommitMin", 0.75, "比例", "承诺类门槛"), ("BestMin", 0.4, "比例", "乐观类门槛"), ("PayWarn", 20, "天", "到期提醒天数"),
    ("RenewWarn", 120, "天", "续约预警天数"), ("RenewUrgent", 45, "天", "续约紧急天数"), ("TeamTarget", 9000000, "元", "本期团队总目标"),
]
OWN = {("st.conv", "NEGO"): 0.85, ("st.conv", "BID"): 0.6, ("st.conv", "GUIDE"): 0.5, ("st.max_days", "GUIDE"): 45, ("st.max_days", "NEGO"): 21,
       ("ab.rate", "B3"): 0.15, ("ab.rate", "B4"): 0.3, ("sv.base", "CSM"): 0.92}
LIST_OF = {"采购场景": "sc", "入圈状态": "cl", "生命周期阶段": "lc", "获客渠道": "ch", "线索状态": "ls", "申报阶段": "st", "输单前阶段": "st",
           "竞争位置": "po", "合同类型": "kt", "付款阶段": "ps", "服务成熟度": "sv", "续约状态": "rs", "需求匹配度": "nm"}
TABS = {"客户": "1F4E79", "驱动因素": "1F4E79", "线索": "2E75B6", "商机": "548235", "合同": "BF8F00", "回款": "BF8F00", "续单": "7F6000"}
FONT = "Microsoft YaHei"


def write_lists(sheet):
    """Copies the lists of the golden workbook with this firm's own rates; returns where the labels of each stand."""
    source = openpyxl.load_workbook(HERE.parent / "golden" / "inputs_hans.xlsx")["清单"]
    where, codes = {}, []
    for number, cells in enumerate(source.iter_cols(values_only=True), 1):
        title, values = cells[0], list(cells[1:])
        letter = get_column_letter(number)
        if title is None:
            sheet.column_dimensions[letter].width = 2
            continue
        while values and values[-1] is None:
            values.pop()
        prefix, _, field = title.partition(".")
        if field == "code":
            codes = values
        values = [OWN.get((title, code), cell) for code, cell in zip(codes, values)]
        for row, cell in enumerate([title, *values], 1):
            sheet.cell(row, number, cell).font = Font(name=FONT, size=10, bold=row == 1, color="FFFFFF" if row == 1 else "000000")
        sheet.cell(1, number).fill = PatternFill("solid", fgColor="404040")
        sheet.column_dimensions[letter].width = column_width(title, values)
        if field == "hans":
            where[prefix] = f"清单!${letter}$2:${letter}${len(values) + 1}"
    sheet.freeze_panes = "A2"
    return where


def main(out):
    workbook = openpyxl.Workbook()
    settings = workbook.active
    settings.title = "设定"
    workbook.properties.creator, workbook.properties.title = "销售运营", "大客户工作簿 2026"
    fill_sheet(settings, ["Name", "Value", "Unit", "Note"], [list(row) for row in SETTINGS], "404040", FONT, {}, {}, set())
    for row in range(2, 5):
        settings.cell(row, 2).number_format = "yyyy-mm-dd"
    lists = workbook.create_sheet("清单")
    where = write_lists(lists)
    options = {title: where[prefix] for title, prefix in LIST_OF.items()}
    for name, (titles, rows) in SHEETS.items():
        fill_sheet(workbook.create_sheet(name), titles, rows, TABS[name], FONT, options, {}, TICKS)
    workbook.move_sheet("设定", len(SHEETS))
    workbook.move_sheet("清单", len(SHEETS))
    workbook.active = 0
    workbook.save(out)
    settle(out)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else HERE.parent / "settings_hans.xlsx")
