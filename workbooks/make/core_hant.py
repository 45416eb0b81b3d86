"""core_hant.xlsx: the clean core workbook of a power-equipment supplier in Taipei, made with openpyxl.

Needs openpyxl==3.1.5. Run: python3 workbooks/make/core_hant.py [OUT]
"""

import pathlib
import sys

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tables import column_width, kind, settle, table, width

CHECKLIST = ["向導已找到", "決策體系已摸清", "需求已解碼", "競爭格局已分析", "客戶已認可", "試用體驗", "聯盟已建立",
             "對手已阻退", "條款已預溝通", "標書已提交", "已中標", "標後談判完成", "合同已簽"]
CARE = ["情-關係維護", "理-合同履行", "法-合同原件", "法-送貨/到貨單", "法-驗收報告", "法-發票", "法-對賬函", "法-往來函件"]
CHAIN = ["鏈-採購決策人", "鏈-產品使用者", "鏈-技術把關人員", "鏈-財務", "鏈-供應鏈", "鏈-質量", "鏈-監理/第三方"]
DRIFT = ["漂移-人事變動", "漂移-企業變動", "漂移-產品變動", "漂移-模式變動", "漂移-對手動作"]

SHEETS = {}

SHEETS["客戶"] = table("""
客戶編號|客戶名稱|上級客戶編號|客戶層級|行業|區域|採購場景|入圈狀態|採購週期(月)|生命週期階段|現有關係類型|期望關係類型|客戶經理|跟進團隊|購買行為與決策機制|情報更新日|跟蹤策略|備註
A001|北辰晶圓科技股份有限公司||集團|半導體|新竹|持續購買|已入圈|12|穩定期|綜合解決方案|深度合作|林怡君|北區一組|廠務處提需求,採購中心年度議價,副總經理核定|2026-02-25|每季廠務會報,共訂三年備援藍圖|
A002|北辰晶圓台南廠|A001|單體|半導體|台南|持續購買|已入圈|12|形成期|簡單交易|綜合解決方案|林怡君|北區一組|廠務主管初選,總公司採購定案|2026-03-12|借新竹廠實績導入,先做一條產線|
A003|恆岳資料中心股份有限公司||單體|資料中心|桃園|持續購買|申請中|6|形成期|簡單交易|深度合作|陳柏翰|北區二組|技術長主導,以可用度與每千瓦成本評選|2026-03-05|安排參觀樣板機房,爭取第二期|目前由外商獨家供應
A004|蘭陽食品工業股份有限公司||單體|食品|宜蘭|偶發購買|||考察期|簡單交易|簡單交易|黃雅雯|北區二組|總經理決定,重視交期與電費節省|2026-01-20|以節電試算開場|
A005|海峽風電股份有限公司||集團|再生能源|彰化|偶發購買|||形成期|簡單交易|綜合解決方案|張家豪|中區組|工程總包推薦,業主工程部複核|2026-03-18|與總包結盟,儲能搭配併網方案|
A006|大屯醫療體系||集團|醫療|台北|持續購買|已入圈|12|穩定期|綜合解決方案|深度合作|黃雅雯|北區二組|總務室提案,採購審議會三家比價|2025-11-28|維運合約帶動汰換|
A007|雲嘉自來水事業處||省級|公用事業|嘉義|偶發購買|||退化期|簡單交易|綜合解決方案|張家豪|中區組|公開招標,異質最低標|2025-09-30|處長換人,重新拜訪機電科|
A008|竹風精密機械股份有限公司||單體|機械|台中|持續購買|未入圈|12|考察期|簡單交易|綜合解決方案|陳柏翰|北區二組|廠長與財務長共同決定|2026-03-02|先取得供應商編號|
""")

SHEETS["驅動因素"] = table("""
編號|客戶編號|產品編號|驅動因素|驅動量|單位|年單耗|單價(元)|年增長率|情報來源|採集日
DR001|A001|P-UPS|產線數|14|條|1|1850000|8%|廠務五年計畫|2026-02-25
DR002|A001|P-SVC|備援機組數|96|套|1|62000|5%|維運清冊|2026-02-25
DR003|A002|P-UPS|產線數|4|條|1|1850000|25%|台南廠說明會|2026-03-12
DR004|A003|P-UPS|機房容量|18|MW|0.5|3200000|30%|技術長簡報|2026-03-05
DR005|A003|P-ESS|機房容量|18|MW|0.1|5400000||公開資訊觀測站|2026-01-16
DR006|A004|P-TR|變電站數|2|座|0.5|780000||現場勘查|2026-01-20
DR007|A005|P-ESS|併網點數|6|處|0.5|6800000|10%|總包採購計畫|2026-03-18
DR008|A006|P-UPS|院區數|7|院|0.8|960000|3%|院務年報|2025-11-28
DR009|A006|P-SVC|備援機組數|41|套|1|58000||維運清冊|2025-11-28
DR010|A007|P-TR|抽水站數|23|站|0.2|640000|-5%|標案公告|2025-09-30
DR011|A008|P-UPS|加工中心數|36|台|0.05|420000|10%|廠長訪談|2026-03-02
""")

SHEETS["線索"] = table("""
線索編號|客戶編號|線索名稱|採購場景|獲客渠道|引薦人|獲取日|首次響應日|責任人|預估金額(元)|樣板展示|S情景|P探究|I暗示|N解決|B預算|A授權|N需求|T時間|預計採購日|線索狀態|轉入商機編號|淘汰原因|下一步|下一步日期
L001|A002|台南廠二期不斷電|持續購買|客戶轉介紹|北辰廠務許處長|2026-01-08|2026-01-09|林怡君|7200000|✓|二期產線七月裝機|舊機組壓降跳機三次|停機一小時損失約四百萬|雙迴路備援|3|2|3|3|2026-06-30|已轉商機|D002||
L002|A003|資料中心二期儲能|持續購買|定點公關||2026-02-11|2026-02-12|陳柏翰|9500000|✓|用電大戶條款上路|契約容量不足|超約罰款逐年增加|削峰與備援合一|2|2|3|2|2026-09-30|跟進中|||技術長參訪樣板案場|2026-04-09
L003|A008|加工中心穩壓備援|持續購買|行業展會造勢||2026-03-10|2026-03-11|陳柏翰|760000||||||1|2|2|2|2026-08-31|跟進中|||補件申請供應商編號|2026-04-07
L004|A004|宜蘭二廠變壓器汰換|偶發購買|網絡品牌口碑||2026-03-26|2026-03-27|黃雅雯|1560000||老舊變壓器溫升高||||1|1|2|||新線索|||電話了解預算|2026-04-02
L005|A005|併網站儲能|偶發購買|產業鏈聯盟||2025-10-15|2025-10-16|張家豪|20400000|✓|併網容量受限|棄風比例偏高|售電收入減少|儲能移峰|3|3|3|2|2026-07-31|已轉商機|D005||
L006||南港辦公大樓備援|偶發購買|渠道商||2026-01-05|2026-01-06|黃雅雯|480000|—|||||0|1|1|1||已淘汰||預算凍結到明年||
L007|A007|抽水站馬達保護|偶發購買|其他||2025-12-02|2025-12-08|張家豪|1280000||站房老舊|斷電停抽||||1|2|1||休眠||||
""")

SHEETS["商機"] = table("""
商機編號|客戶編號|產品編號|來源線索編號|商機名稱|客戶經理|方案經理|交付經理|金額(元)|申報階段|進入階段日|建立日|預計簽約日|實際簽約日|概率覆寫|K|主要對手|競爭位置|投標截止日|下一步|下一步日期|輸單前階段|輸單原因
D001|A001|P-UPS||新竹廠三年備援框架|林怡君|周書豪|吳宗翰|11100000|談判簽約|2026-03-16|2025-09-22|2026-04-24|||✓✓✓✓✓✓✓✓✓✓✓|宇泰電機|領先||法務會簽付款條款|2026-04-03||
D002|A002|P-UPS|L001|台南廠二期不斷電|林怡君|周書豪|吳宗翰|7200000|標前引導|2026-02-20|2026-01-22|2026-06-15|||✓✓✓✓|宇泰電機|並列|2026-05-08|新竹廠實績簡報|2026-04-10||
D003|A003|P-UPS||一期擴充模組化機組|陳柏翰|周書豪|吳宗翰|4800000|標書提交|2026-03-09|2025-11-17|2026-05-20|||✓✓✓✓✓—✓✓✓✓|外商甲|並列|2026-03-20|開標後技術澄清|2026-04-08||
D004|A004|P-TR||宜蘭一廠變壓器|黃雅雯|周書豪||780000|驗證商機|2026-03-04|2026-02-10|2026-07-10|||✓||未知||拜訪總經理談節電|2026-04-14||
D005|A005|P-ESS|L005|併網站儲能首批兩站|張家豪|周書豪|吳宗翰|13600000|標前引導|2026-01-05|2025-11-24|2026-07-31||40%|✓✓✓✓✓|遠能系統|落後|2026-06-12|與總包共編規範|2026-04-01||
D006|A006|P-UPS||士林院區汰換|黃雅雯|周書豪|吳宗翰|2880000|贏單|2026-02-26|2025-08-18|2026-02-28|2026-02-26||✓✓✓✓✓✓—✓✓✓✓✓✓|宇泰電機|領先|||||
D007|A001|P-SVC||新竹廠年度維運|林怡君|周書豪|吳宗翰|5952000|贏單|2026-01-08|2025-11-03|2026-01-15|2026-01-08||✓✓✓✓✓———✓✓✓✓✓||領先|||||
D008|A007|P-TR||抽水站變壓器第一標|張家豪|周書豪||2940000|輸單|2026-02-05|2025-10-07|2026-02-05|||✓✓✓✓.✗..✓✓✗|中部重電|落後|2026-01-28|||標書提交|價格高於底價一成二
D009|A008|P-UPS||精密產線穩壓|陳柏翰|||760000|驗證商機|2026-03-20|2026-03-20|2026-08-31|||✓✓|||||2026-04-07||
D010|A006|P-SVC||全院區維運升級|黃雅雯|周書豪|吳宗翰|2378000|標前引導|2025-12-15|2025-12-01|2026-03-25|||✓✓✓✓||領先||送維運分析報告|2026-03-24||
D011|A005|P-ESS||離岸升壓站備援|張家豪|周書豪||6800000|擱置|2026-01-30|2025-12-18|2026-12-31|||✓|遠能系統|未知|||||
""", K=CHECKLIST)

SHEETS["回款"] = table("""
回款編號|合同編號|客戶編號|付款階段|金額覆寫(元)|賬期(天)|到期日覆寫|發票號|實收(元)|實收日|責任人|拖延理由|爭議|E|C|下一步|下一步日期
Y001|K2501|A001|首付款|1785600|15|2026-01-23|AB-26010877|1785600|2026-01-21|林怡君||✗|✓✓✓——✓——|✓——✓———||
Y002|K2501|A001|到貨款|2083200|30|2026-04-10|AB-26030114|||林怡君||✗|✓✓✓✓—✓.✓|✓✓✓✓———|三月底對帳|2026-04-02
Y003|K2501|A001|驗收款|1785600|30|2026-07-31||||林怡君||✗|||
Y004|K2501|A001|質保尾款|297600|30|2027-01-31||||林怡君||✗|||
Y005|K2502|A006|首付款|864000|15|2026-03-13|AB-26030021|864000|2026-03-11|黃雅雯||✗|✓✓✓——✓——|✓——✓———||
Y006|K2502|A006|到貨款|1152000|30|2026-06-15||||黃雅雯||✗|||
Y007|K2502|A006|驗收款|864000|45|2026-08-31||||黃雅雯||✗|||
Y008|K2403|A007|驗收款|418000|30|2026-01-15|AB-25120650|||張家豪|審批流程|✗|✓✓✓✓✓✓.✓|✓✓✓✗—✓.|請主計室確認用印進度|2026-04-02
Y009|K2403|A007|質保尾款|104500|30|2026-12-15||||張家豪||✗|||
Y010|K2404|A004|到貨款|546000|30|2026-02-20|AB-26010233|300000|2026-02-25|黃雅雯|質量瑕疵|✓|✓✓✓✓✗✓✗✓|✓✗✓.—✗—|更換套管後複驗|2026-04-06
Y011|K2405|A003|首付款|960000|10|2025-12-20|AB-25120118|960000|2025-12-19|陳柏翰||✗|✓✓✓——✓——|✓——✓———||
Y012|K2405|A003|驗收款|2240000|30|2026-04-12|AB-26030356|||陳柏翰||✗|✓✓✓✓✓✓.✓|✓✓✓✓——✓|驗收報告送技術長|2026-04-07
""", E=CARE, C=CHAIN)

SHEETS["續單"] = table("""
續單編號|客戶編號|產品編號|期初|期末|服務成熟度|滿意度|期初經常性收入(元)|新增收入(元)|增購收入(元)|縮減收入(元)|流失收入(元)|本期收入(元)|合約到期日|續約狀態|續單金額(元)|簽約時間|新需求|需求匹配度|轉介紹客戶數|D|責任人|下一步|下一步日期
R001|A001|P-SVC|2025-01-01|2025-12-31|客戶成功管理|9|5460000||492000|||5952000|2025-12-31|已續約|5952000|2026-01-08|備援機組遠端監看|已匹配|1||林怡君||
R002|A001|P-SVC|2026-01-01|2026-12-31|客戶成功管理|9|5952000|||||1488000|2026-12-31|未啟動|6250000||AI 預測保養|需新開發|||林怡君|與研發排定示範|2026-05-15
R003|A006|P-SVC|2025-04-01|2026-03-31|客戶關係管理|8|2204000||174000|||2378000|2026-04-30|洽談中|2378000||院區集中監控|需改造|1|✓...✓|黃雅雯|送維運分析報告|2026-04-08
R004|A003|P-SVC|2025-07-01|2026-06-30|被動響應|7|860000|||||645000|2026-06-30|未啟動|900000||無|無新需求|||陳柏翰|安排滿意度訪談|2026-04-21
R005|A007|P-SVC|2025-01-01|2025-12-31|被動響應|5|520000||||520000|520000|2025-12-31|已流失|||自辦維護|不匹配||✓✓..✓|張家豪||
R006|A004|P-SVC|2025-09-01|2026-08-31|客戶關係管理|6|180000||||||2026-08-31|洽談中|180000||||||黃雅雯|套管更換後再談|2026-06-10
""", D=DRIFT)

LISTS = {
    "採購場景": "持續購買,偶發購買", "入圈狀態": "未入圈,申請中,已入圈,已失格", "生命週期階段": "考察期,形成期,穩定期,退化期",
    "現有關係類型": "簡單交易,綜合解決方案,深度合作", "期望關係類型": "簡單交易,綜合解決方案,深度合作",
    "獲客渠道": "關鍵人引薦,行業展會造勢,定點公關,網絡品牌口碑,產業鏈聯盟,渠道商,客戶轉介紹,其他",
    "線索狀態": "新線索,跟進中,已轉商機,已淘汰,休眠", "申報階段": "驗證商機,標前引導,標書提交,談判簽約,贏單,輸單,擱置",
    "輸單前階段": "驗證商機,標前引導,標書提交,談判簽約", "競爭位置": "領先,並列,落後,未知", "付款階段": "首付款,到貨款,驗收款,質保尾款",
    "服務成熟度": "被動響應,客戶關係管理,客戶成功管理", "續約狀態": "未啟動,洽談中,已續約,已流失",
    "需求匹配度": "已匹配,需改造,需新開發,不匹配,無新需求",
}
NOTES = {"申報階段": "由客戶經理申報;漏斗階段由檢查表核實。", "概率覆寫": "僅在有充分理由時填寫,並在備註說明。",
         "到期日覆寫": "依合同約定的付款日。", "關係分覆寫": "主管判斷,需說明理由。"}
TABS = {"客戶": "1F4E79", "驅動因素": "1F4E79", "線索": "2E75B6", "商機": "548235", "回款": "BF8F00", "續單": "7F6000"}
FORMATS = {"date": "yyyy-mm-dd", "percent": "0%", "money": "#,##0"}
FONT = "Microsoft JhengHei"


def fill_sheet(sheet, name, titles, rows):
    line = Side(style="thin", color="D0D7DE")
    border = Border(left=line, right=line, top=line, bottom=line)
    head = PatternFill("solid", fgColor=TABS[name])
    sheet.append(titles)
    for row in rows:
        sheet.append(row)
    last = len(rows) + 1
    ticks = set(CHECKLIST + CARE + CHAIN + DRIFT + ["樣板展示", "爭議"])
    for number, title in enumerate(titles, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = 7.5 if title in ticks else column_width(title, [row[number - 1] for row in rows])
        cell = sheet.cell(1, number)
        cell.font = Font(name=FONT, bold=True, color="FFFFFF", size=10)
        cell.fill = head
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = border
        if title in NOTES:
            cell.comment = Comment(NOTES[title], "銷售運營", width=220, height=60)
        options = LISTS.get(title) or ("✓,✗,—" if title in ticks else None)
        if options:
            check = DataValidation(type="list", formula1=f'"{options}"', allow_blank=True, showErrorMessage=True)
            check.errorTitle, check.error = title, "請從清單選擇"
            check.add(f"{letter}2:{letter}500")
            sheet.add_data_validation(check)
        shape = FORMATS.get(kind(title))
        for row in range(2, last + 1):
            cell = sheet.cell(row, number)
            cell.font = Font(name=FONT, size=10)
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
    sheet.sheet_properties.tabColor = TABS[name]
    sheet.sheet_view.zoomScale = 90
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = "A:B"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    across = sum(d.width for d in sheet.column_dimensions.values())
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = max(1, round(across / 190)), 0
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&A 第 &P 頁,共 &N 頁"


def main(out):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "銷售運營"
    workbook.properties.title = "大客戶銷售工作簿 2026"
    for name, (titles, rows) in SHEETS.items():
        fill_sheet(workbook.create_sheet(name), name, titles, rows)
    deals, payments = workbook["商機"], workbook["回款"]
    lost = PatternFill("solid", bgColor="EDEDED")
    late = PatternFill("solid", bgColor="FCE4D6")
    deals.conditional_formatting.add("A2:AI200", FormulaRule(formula=['OR($J2="輸單",$J2="擱置")'], fill=lost, font=Font(color="808080")))
    payments.conditional_formatting.add("G2:G200", FormulaRule(formula=['AND($G2<>"",$G2<DATE(2026,3,31),N($I2)<N($E2))'], fill=late))
    workbook["續單"].conditional_formatting.add("G2:G200", CellIsRule(operator="between", formula=["1", "6"], fill=late))
    workbook.save(out)
    settle(out)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "core_hant.xlsx")
