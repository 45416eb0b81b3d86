"""messy_hant.xlsx: the workbook of an automation supplier's key-account team as such teams really keep it, made with
XlsxWriter. Titles above two and three header rows, aliases, 萬元, text numbers and dates, subtotals, blank rows, unknown
columns, and everything around the cells that must survive.

Needs XlsxWriter==3.2.5 or later. Run: python3 workbooks/make/messy_hant.py [OUT]
"""

import datetime
import pathlib
import sys

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from tables import STAMP, table

CHECKLIST = ["向導已找到", "決策體系已摸清", "需求已解碼", "競爭格局已分析", "客戶已認可", "試用體驗", "聯盟已建立",
             "對手已阻退", "條款已預溝通", "標書已提交", "已中標", "標後談判完成", "合同已簽"]

ACCOUNTS = table("""
業務員|客戶代碼|公司名稱|地區|產線規模|客戶階段|場景|入圈|採購週期(月)|情報更新日|信用評等(內部)|說明
許志明|A101|銳禾電子|桃園|38 條|穩定期|持續購買|已入圈|12|2026-03-10|AA|年度框架到 2026-12
許志明|A102|銳禾電子 蘇州廠|蘇州|12 條|形成期|持續購買|申請中|12|2026-02-02|A|台幹主導,當地採購比價
許志明|A103|海立光電␠|台中|9 條|形成期|持續購買|已入圈|'6|2026/2/18|A|
|||||||||||
江佩珊|A104|永昕汽車零件|彰化|21 條|稳定期|持續購買|已入圈|12|2026-01-27|AA|老董事長退休,二代接班
江佩珊|A105|冠鋒螺絲|岡山|6 條|考察期|Occasional||||B|
江佩珊|A106|␠東港水產加工|屏東|4 條|考察期|偶發購買|||民國115年2月3日||冷鏈補助案
羅文傑|A107|昱晟儲能|台南|2 條|形成期|偶发购买|||2026-03-20|A|
羅文傑|a108|誠泰物流|林口|7 倉|退化期|偶發購買|||2025-08-15|C|去年客訴兩次
羅文傑|A109|誠泰物流股份有限公司|林口|7 倉||偶發購買|||||疑與上一列重複
""")

DRIVERS = table("""
驅動編號|客戶ID|驅動因素|數量|單位|單耗|單價|年增長率|採集日|情報來源
DR01|A101|產線數|38|條|0.25|1450000|6%|2026-03-10|廠務會議
DR02|A102|產線數|12|條|0.5|1380000|20%|2026-02-02|擴產公告
DR03|A103|產線數|9 條|條|0.5|1250000||2026/2/18|走訪
DR04|A104|沖壓機台|64|台|0.15|98萬|-5%|2026-01-27|設備課
DR05|A106|冷凍庫數|４|座|1|860,000||民國115年2月3日|補助計畫書
DR06|A107|儲能櫃|30|櫃|0.4|1150000|'35%|2026-03-20|技術交流
DR07|A108|倉儲線|7|線|0.3|2200000||2025.8.15|
""")

LEADS = table("""
線索ID|線索|客戶ID|來源|採購場景|創建時間|首次聯繫日|跟進人|預估金額|B|A|N|T|樣板|S|P|I|解決|狀態|下一步|下一步日期|轉入商機編號|淘汰原因|引薦人|冷熱
L-01|蘇州廠視覺檢測|A102|客戶轉介紹|持續購買|2026-01-12|2026-01-13|許志明|３２０萬|2|2|3|3|√|人工複檢|漏檢率 3%|客訴退貨|在線全檢|已轉商機|||D-03||桃園廠陳課長|熱
L-02|鍍膜線節拍改善|A103|定點公關|持續購買|2026/2/20|2026/2/20|許志明|1800000|2|1|2|2|N/A|節拍 14 秒||||跟進中|帶工程師量測|2026-04-07||||溫
L-03|冷鏈自動倉|A106|網絡品牌口碑|偶發購買|2026-03-25||江佩珊|約 500 萬|||2||||||| 新線索|電話初談|2026-04-01||||溫
L-04|螺絲分選|A105|行業展會造勢|偶發購買|2026.1.9|2026.1.14|江佩珊|900,000|1|1|2|1|否|展場詢問||||休眠|||||| 冷
L-05|儲能櫃組裝線|A107|產業鏈聯盟|偶發購買|2025-11-04|2025-11-05|羅文傑|6200000|3|2|3|3|是|產能不足|交期延誤|違約金|兩班變一班|已轉商機|||D-07|||熱
L-06|林口舊倉改造|A108|其他|偶發購買|2025-10-02|2025-10-09|羅文傑|2500000|0|1|1|0|✗|||||已淘汰||||預算刪除||
L-06|倉儲機器人|A108|渠道商|偶發購買|民國115年3月5日||羅文傑|||||||||||新線索
""")

DEALS = table("""
商機|項目編號|客戶ID|產品編號|負責人|預計金額(萬元)|商機階段|進入階段日|立項日期|預計結單日期|成交日期|手填概率|K|競品|竞争位置|投標截止日|下步動作|下次跟進日|輸單前階段|丟單原因|主管評語|毛利率(%)
桃園三廠上下料|D-01|A101|P-ROBOT|許志明|860|談判簽約|2026-03-12|2025-09-15|2026-04-30||90%|√√√√√√√√√√√.×|川崎系整合商|領先||催用印|2026-04-02|||本季必拿|31.5
桃園視覺二期|D-02|A101|P-VISION|許志明|'420|标前引导|2026-02-10|2026-01-06|2026年6月30日|||✓✓✓✓.........||並列|2026-05-15|做 POC|2026-04-09||||38
蘇州廠視覺檢測|D-03|A102|P-VISION|許志明|３２０|驗證商機|2026-02-01|2026-02-01|2026-07-15|||✓✓||未知||約當地採購|2026/3/28||||35
鍍膜線改善|D-04|A103|P-LINE|許志明|175.5|標書提交|2026-03-02|2025-12-11|2026-05-29||'40%|√√√√√—√√√√|德系大廠|並列|2026-03-25|補件澄清|2026-04-03||||28
小計|||||1775.5
永昕沖壓連線|D-05|A104|P-LINE|江佩珊|1180|贏單|2026-01-23|2025-06-20|2026-01-31|民國115年1月23日||√√√√√√√√√√√√√|本地同業|領先|||||||27
永昕二期備品|D-06|A104|P-SPARE|江佩珊|64|贏單|2026-03-05|2026-02-12|2026-03-10|2026-03-05||||領先|||||||42
|||||
儲能櫃組裝線|D-07|A107|P-LINE|羅文傑|620|標前引導|2026-01-08|2025-12-01|2026-03-20|||√√√×|對岸設備商|落後|2026-04-03|降規格再報|||| 價格差 15%|24
誠泰舊倉改造|D-08|A108|P-ROBOT|羅文傑|250|輸單|2026-01-30|2025-10-20|2026-01-30|||√.√|||||||價格|客情沒顧好|
東港自動倉|D-09|A106|P-LINE|江佩珊|500萬|快了|2026-03-26|2026-03-26|待補助核定||||||||||| 補助沒過就沒有|
昱晟售後模組|D-07|A110|P-SPARE|羅文傑|-12|驗證商機|2026-03-30|2026-03-30|2026-08-31|||✓||||||||編號要改|
冠鋒分選機|D-11|A105|P-VISION|江佩珊|88|擱置|2026-02-27|2025-11-18|2026-12-31||||||||||||
合計|||||3225.5
""", K=CHECKLIST)

PAYMENTS = table("""
回款ID|合同號|客戶ID|款項性質|計劃回款金額|計劃回款日期|實際回款|到賬日期|負責人|拖欠原因|爭議|情-關係維護|理-合同履行|法-發票|催收紀要
Y-01|K-2511|A104|首付款|3540000|2026-02-06|3540000|2026-02-05|江佩珊||否|√|√|√|
Y-02|K-2511|A104|到貨款|354萬|2026/4/10|||江佩珊||否|√|√|√|
Y-03|K-2511|A104|驗收款|3,540,000|2026-07-31|||江佩珊|||||||
Y-04|K-2511|A104|质保尾款|1180000|2027-07-31|||江佩珊|||||||
Y-05|K-2408|A101|驗收款|2580000|2025-12-31|2000000|2026-01-15|許志明|審批流程||√|√|√|差 58 萬,三月初已對帳
Y-06|K-2408|A101|質保尾款|430000|2026.9.30|||許志明|||√|||
Y-07|K-2502|A108|驗收款|1,125,000元|2025-11-30|||羅文傑|質量瑕疵|是|×|√|√|律師函 2/26
Y-08|K-2512|A104|首付款|640000|2026-03-20|645000|2026-03-19|江佩珊|||√|√|√|多匯五千
Y-08|K-2512|A104|到貨款|0|2026-04-30|||江佩珊|||||||
""")

RENEWALS = table("""
續單ID|客戶ID|期初|期末|期初收入|增購收入(元)|縮減收入(元)|流失收入(元)|本期收入(元)|服務截止|狀態|續約金額|服務成熟度|滿意度評分|匹配度|漂移-人事變動|漂移-企業變動|漂移-對手動作|負責人|下一步|下一步日期|客情紀要
R-01|A101|2026-01-01|2026-12-31|186萬|120000|||495000|2026-12-31|洽談中|2040000|客戶成功管理|9|已匹配|×|×|√|許志明|季度回顧|2026-04-20|對手送試用品
R-02|A104|2025-07-01|2026-06-30|960000||60000||720000|2026-06-30|未啟動|900000|客戶關係管理|7|需改造|√|√||江佩珊||||
R-03|A103|2025-05-01|2026-04-30|420000||||385000|2026年4月30日|未启动|420000|被動響應|6|||||␠許志明||||
R-04|A108|2025-03-01|2026-02-28|540000|||540000|495000|2026-02-28|已流失||被動響應|4|不匹配|√||√|羅文傑|||客訴未結
總計||||1920000
""")

VISITS = table("""
拜訪ID|拜訪日期|客戶ID|拜訪人|方式|拜訪目的|會談紀要|接待情況|下一步|後續責任人|後續期限|後續完成日
V-01|2026-03-10|A101|許志明|上門拜訪|框架條款|付款節點改三三三一,法務下週回覆|陳副總、採購林課長|催用印|許志明|2026-04-02|
V-02|2026-03-12|A107|羅文傑|線上會議|規格確認|規格降為半自動|工程部|重新報價|羅文傑|2026-03-24|
V-03|2026/3/18|A103|許志明|電話|標案澄清|補交安全認證||補件|許志明|2026-03-25|2026-03-24
V-04|2026-03-26|A106|江佩珊|客戶來訪|冷鏈案|參訪永昕產線,談補助時程|總經理、廠長||||
""")


def formats(book):
    base = {"font_name": "新細明體", "font_size": 11, "valign": "vcenter"}
    make = lambda **more: book.add_format(base | more)
    return {
        "": make(), "date": make(num_format="yyyy/m/d", align="center"), "money": make(num_format="#,##0"),
        "percent": make(num_format="0%"), "one": make(num_format="#,##0.0"), "tick": make(align="center"),
        "title": make(bold=True, font_size=18, align="center", font_color="#1F3864"),
        "note": make(italic=True, font_color="#7F7F7F", text_wrap=True),
        "group": make(bold=True, align="center", bg_color="#D9E2F3", border=1, border_color="#8EA9DB"),
        "head": make(bold=True, align="center", text_wrap=True, bg_color="#FFE699", border=1, border_color="#BF9000"),
        "total": make(bold=True, top=1, num_format="#,##0.0", bg_color="#F2F2F2"),
        "link": make(font_color="#0563C1", underline=1), "red": make(font_color="#C00000", bold=True), "bold": make(bold=True),
        "typed": make(num_format="#,##0", bg_color="#FFF2CC"),
    }


def put(sheet, shape, top, titles, rows, money=(), totals=()):
    """Writes titles and rows from row `top` (counted from 0): numbers and dates as such, all else as the text it is."""
    for column, title in enumerate(titles):
        sheet.write_string(top, column, title, shape["head"])
    for number, row in enumerate(rows, top + 1):
        total = row[0] in ("小計", "合計", "總計")
        for column, cell in enumerate(row):
            style = shape["total"] if total else shape["money" if titles[column] in money else ""]
            if cell is None:
                if total:
                    sheet.write_blank(number, column, None, style)
            elif isinstance(cell, datetime.date):
                sheet.write_datetime(number, column, datetime.datetime(cell.year, cell.month, cell.day), shape["date"])
            elif isinstance(cell, str):
                sheet.write_string(number, column, cell, shape["tick"] if len(cell) == 1 else style)
            else:
                small = isinstance(cell, float) and abs(cell) < 1 and not total
                sheet.write_number(number, column, cell, shape["percent"] if small else style)


def main(out):
    book = xlsxwriter.Workbook(out)
    book.set_properties({"title": "大客戶作戰表", "author": "許志明", "company": "群曜自動化", "created": STAMP})
    book.set_custom_property("文件編號", "SA-2026-07")
    shape = formats(book)
    sheets = {name: book.add_worksheet(name) for name in
              ["封面", "參數", "客戶名單", "潛力測算", "線索跟進", "項目", "應收", "續約", "拜訪記錄", "週報", "草稿", "舊版備份"]}

    cover = sheets["封面"]
    cover.hide_gridlines(2)
    cover.set_column("A:A", 3)
    cover.set_column("B:B", 56)
    cover.merge_range("B2:D2", "群曜自動化 大客戶作戰表", shape["title"])
    cover.write_rich_string("B4", "每週一 ", shape["bold"], "中午前", " 更新;金額欄請看 ", shape["red"], "欄名單位", shape[""])
    for row, name in enumerate(["客戶名單", "潛力測算", "線索跟進", "項目", "應收", "續約", "拜訪記錄", "週報"], 5):
        cover.write_url(row, 1, f"internal:'{name}'!A1", shape["link"], name)
    cover.insert_textbox("B16", "「項目」的檢查表 13 項請照實勾選。\n贏單後三日內補合同號。",
                         {"width": 360, "height": 70, "fill": {"color": "#FFF2CC"}, "line": {"color": "#BF9000"}})

    settings = sheets["參數"]
    settings.merge_range("A1:C1", "參數(財務維護,業務請勿改)", shape["title"])
    for column, title in enumerate(["名稱", "值", "說明"]):
        settings.write(1, column, title, shape["head"])
    for row, (name, number, note) in enumerate([("AsOf", datetime.datetime(2026, 3, 31), "基準日"),
                                                ("PeriodStart", datetime.datetime(2026, 1, 1), "期初"),
                                                ("PeriodEnd", datetime.datetime(2026, 12, 31), "期末"),
                                                ("TeamTarget", 42000000, "全年團隊目標"), ("LeadBig", 3000000, "大額線索門檻")], 2):
        settings.write(row, 0, name, shape[""])
        settings.write(row, 1, number, shape["date" if isinstance(number, datetime.datetime) else "money"])
        settings.write(row, 2, note, shape["note"])
    settings.set_column("A:A", 14)
    settings.set_column("B:B", 13)
    settings.set_column("C:C", 22)

    accounts = sheets["客戶名單"]
    titles, rows = ACCOUNTS
    accounts.merge_range("A1:L1", "2026 年大客戶名單", shape["title"])
    accounts.merge_range("A2:L2", "填表:業務各組   審核:銷售總監   客戶階段每季檢討一次", shape["note"])
    accounts.merge_range("A4:E4", "基本資料", shape["group"])
    accounts.merge_range("F4:J4", "採購與關係", shape["group"])
    accounts.merge_range("K4:L4", "內部", shape["group"])
    put(accounts, shape, 4, titles, rows)
    accounts.autofilter(4, 0, 4 + len(rows), len(titles) - 1)
    accounts.freeze_panes(5, 3)
    accounts.set_column("A:B", 9)
    accounts.set_column("C:C", 24)
    accounts.set_column("D:J", 11)
    accounts.set_column("K:K", 9, None, {"level": 1})
    accounts.set_column("L:L", 30)
    accounts.data_validation("F6:F200", {"validate": "list", "source": ["考察期", "形成期", "穩定期", "退化期"]})
    accounts.data_validation("I6:I200", {"validate": "decimal", "criteria": "between", "minimum": 0.5, "maximum": 120,
                                         "error_title": "採購週期", "error_message": "請填月數", "error_type": "warning"})
    accounts.write_comment("F5", "考察期、形成期、穩定期、退化期,由主管核定", {"author": "許志明", "x_scale": 1.3})
    accounts.write_comment("C15", "與 A108 是否同一家?財務查統編中", {"author": "財務"})
    accounts.set_tab_color("#1F4E79")

    drivers = sheets["潛力測算"]
    titles, rows = DRIVERS
    put(drivers, shape, 0, titles, rows, money={"單價"})
    drivers.freeze_panes(1, 2)
    drivers.set_column("A:J", 12)
    drivers.conditional_format("D2:D60", {"type": "data_bar", "data_bar_2010": True, "bar_color": "#9DC3E6", "bar_solid": True})
    drivers.conditional_format("H2:H60", {"type": "icon_set", "icon_style": "3_arrows"})

    leads = sheets["線索跟進"]
    titles, rows = LEADS
    leads.merge_range("A1:Y1", "線索跟進記錄表", shape["title"])
    leads.merge_range("J2:M2", "BANT", shape["group"])
    leads.merge_range("O2:R2", "SPIN", shape["group"])
    put(leads, shape, 2, titles, rows, money={"預估金額"})
    leads.freeze_panes(3, 2)
    leads.set_column("A:A", 8)
    leads.set_column("B:B", 20)
    leads.set_column("C:I", 12)
    leads.set_column("J:N", 5)
    leads.set_column("O:R", 12, None, {"level": 1, "hidden": True})
    leads.set_column("S:X", 12)
    leads.data_validation("S4:S200", {"validate": "list", "source": ["新線索", "跟進中", "已轉商機", "已淘汰", "休眠"]})
    leads.conditional_format("U4:U200", {"type": "date", "criteria": "less than", "value": datetime.date(2026, 3, 31),
                                         "format": book.add_format({"font_color": "#C00000"})})

    deals = sheets["項目"]
    titles, rows = DEALS
    last = 4 + len(rows)
    deals.merge_range(0, 0, 0, len(titles) - 1, "拿單作戰表(金額單位:萬元)", shape["title"])
    deals.merge_range("A2:L2", "階段照實填;勾選 √ × —;贏單要填成交日期", shape["note"])
    deals.merge_range("A3:L3", "項目", shape["group"])
    deals.merge_range("M3:Y3", "檢查表", shape["group"])
    deals.merge_range("Z3:AF3", "競爭與下一步", shape["group"])
    deals.merge_range("AG3:AH3", "內部", shape["group"])
    put(deals, shape, 3, titles, rows, money={"預計金額(萬元)"})
    deals.write_formula("F9", "=SUM(F5:F8)", shape["total"], 1035.5)
    deals.write_formula("F18", "=F9+SUM(F10:F17)", shape["total"], 3225.5)
    deals.write_rich_string("A5", shape["bold"], "桃園三廠", shape["red"], "上下料", shape[""])
    deals.freeze_panes(4, 2)
    deals.autofilter(3, 0, last - 1, len(titles) - 1)
    deals.set_row(3, 46)
    deals.set_column("A:A", 18)
    deals.set_column("B:L", 11)
    deals.set_column("M:Y", 5.5)
    deals.set_column("Z:AF", 12)
    deals.set_column("AG:AG", 18)
    deals.data_validation(f"G5:G{last}", {"validate": "list", "source": ["驗證商機", "標前引導", "標書提交", "談判簽約", "贏單", "輸單", "擱置"],
                                         "error_type": "information"})
    deals.data_validation(f"M5:Y{last}", {"validate": "list", "source": ["√", "×", "—"], "error_type": "information"})
    deals.conditional_format(f"G5:G{last}", {"type": "cell", "criteria": "==", "value": '"贏單"', "format": book.add_format({"bg_color": "#C6EFCE"})})
    deals.conditional_format(f"A5:AH{last}", {"type": "formula", "criteria": '=$G5="輸單"', "format": book.add_format({"font_color": "#A6A6A6"})})
    deals.conditional_format(f"AH5:AH{last}", {"type": "3_color_scale"})
    deals.write_comment("G4", "由業務申報,主管週會核對檢查表", {"author": "許志明"})
    deals.write_comment("F14", "昱晟要求降規,原報 720 萬", {"author": "羅文傑", "visible": False})
    deals.set_landscape()
    deals.set_paper(8)
    deals.fit_to_pages(1, 0)
    deals.repeat_rows(3)
    deals.print_area(0, 0, last, len(titles) - 1)
    deals.set_header("&L&\"新細明體,粗體\"群曜自動化&R&D")
    deals.set_footer("&C第 &P / &N 頁")
    deals.set_tab_color("#548235")
    deals.ignore_errors({"number_stored_as_text": f"F5:F{last}"})

    payments = sheets["應收"]
    titles, rows = PAYMENTS
    put(payments, shape, 0, titles, rows, money={"計劃回款金額", "實際回款"})
    payments.add_table(0, 0, len(rows), len(titles) - 1, {
        "name": "應收表", "style": "Table Style Medium 4", "columns": [{"header": t, "header_format": shape["head"]} for t in titles]})
    payments.freeze_panes(1, 1)
    payments.set_column("A:D", 10)
    payments.set_column("E:I", 13)
    payments.set_column("J:N", 9)
    payments.set_column("O:O", 26)
    payments.conditional_format(f"E2:E{len(rows) + 1}", {"type": "data_bar", "bar_color": "#F4B183"})

    renewals = sheets["續約"]
    titles, rows = RENEWALS
    renewals.merge_range("A1:V1", "續單情況表", shape["title"])
    renewals.write("A2", "單位:元", shape["note"])
    put(renewals, shape, 2, titles, rows, money={"期初收入", "增購收入(元)", "縮減收入(元)", "流失收入(元)", "本期收入(元)", "續約金額"})
    renewals.write_formula("E8", "=SUM(E4:E7)", shape["total"], 1920000)
    renewals.freeze_panes(3, 2)
    renewals.set_column("A:D", 11)
    renewals.set_column("E:V", 12)

    visits = sheets["拜訪記錄"]
    titles, rows = VISITS
    put(visits, shape, 0, titles, rows)
    visits.set_column("A:F", 11)
    visits.set_column("G:G", 34, None)
    visits.set_column("H:L", 14)

    report = sheets["週報"]
    report.merge_range("A1:F1", "週報:各人在手商機(萬元)", shape["title"])
    for column, title in enumerate(["業務員", "件數", "金額(萬元)", "占比", "走勢"]):
        report.write(2, column, title, shape["head"])
    owners = [("許志明", 4, 1035.5, [620, 780, 900, 1035.5]), ("江佩珊", 4, 1332, [300, 1480, 1544, 1332]), ("羅文傑", 3, 858, [870, 870, 620, 858])]
    whole = sum(o[2] for o in owners)
    for row, (owner, count, amount, trend) in enumerate(owners, 4):
        report.write(row - 1, 0, owner, shape[""])
        report.write_formula(row - 1, 1, f"=COUNTIF('項目'!$E$5:$E$18,A{row})", shape[""], count)
        report.write_formula(row - 1, 2, f"=SUMIF('項目'!$E$5:$E$18,A{row},'項目'!$F$5:$F$18)", shape["one"], amount)
        report.write_formula(row - 1, 3, f"=C{row}/SUM($C$4:$C$6)", shape["percent"], amount / whole)
        for column, number in enumerate(trend, 7):
            report.write(row - 1, column, number, shape["one"])
        report.add_sparkline(row - 1, 4, {"range": f"週報!H{row}:K{row}", "markers": True})
    report.write_array_formula("C8:C8", "{=SUM(('項目'!$G$5:$G$18=\"贏單\")*1)}", shape[""], 2)
    report.write("A8", "贏單件數", shape["bold"])
    report.set_column("A:E", 12)
    report.set_column("H:K", 9, None, {"hidden": True})
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"name": "在手金額", "categories": "=週報!$A$4:$A$6", "values": "=週報!$C$4:$C$6", "fill": {"color": "#5B9BD5"}, "gap": 60})
    chart.set_title({"name": "各人在手商機(萬元)"})
    chart.set_legend({"none": True})
    report.insert_chart("A10", chart, {"x_scale": 1.1})

    draft = sheets["草稿"]
    draft.write("A1", "臨時估算", shape[""])
    draft.write_formula("B1", "=團隊目標/12", shape["money"], 3500000)
    draft.hide()
    backup = sheets["舊版備份"]
    backup.write("A1", "2025 年欄位,請勿刪除", shape["note"])
    backup.very_hidden()

    book.define_name("團隊目標", "=參數!$B$6")
    book.define_name("'項目'!本表金額", "='項目'!$F$5:$F$18")
    cover.activate()
    book.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(pathlib.Path(__file__).parents[1] / "messy_hant.xlsx"))
