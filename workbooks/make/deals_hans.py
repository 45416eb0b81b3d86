"""deals_hans.xlsx: one sheet of deals as a CRM exports it: prefixed elements, inline strings, neither cell references nor
shared strings nor a theme. Written with Python's zipfile alone.

Run: python3 workbooks/make/deals_hans.py [OUT]
"""

import datetime
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

from tables import table

TITLES, ROWS = table("""
商机编号|客户编号|产品编号|商机名称|负责人|商机金额|销售阶段|进入阶段日|创建日期|预计成交日期|签约日期|可能性|竞品|竞争位置|下一步行动|下次跟进日期|丢单原因|输单前阶段|CRM链接
D20260117|A3301|P-AOI|苏州一厂外观检测|沈嘉宁|860000|谈判签约|2026-03-17|2025-11-12|2026-04-20|||微视科技|领先|合同用印|2026-04-02|||crm://opp/20260117
D20260122|A3301|P-AOI|苏州二厂复制|沈嘉宁|1290000|标前引导|2026-02-26|2026-01-30|2026-07-15|||微视科技|并列|二厂产能会|2026-04-13|||crm://opp/20260122
D20260126|A3307|P-AGV|合肥成品库搬运|罗一航|2380000|标书提交|2026-03-06|2025-12-15|2026-05-29||0.5|飞骋机器人|并列|述标|2026-04-08|||crm://opp/20260126
D20260131|A3312|P-AGV|芜湖总装线边|罗一航|1760000|标前引导|2025-12-30|2025-11-20|2026-03-20|||飞骋机器人|落后|||||crm://opp/20260131
D20260204|A3315|P-SRV|无锡备件三年框架|沈嘉宁|540000|赢单|2026-02-27|2025-12-22|2026-02-28|2026-02-27|||领先|||||crm://opp/20260204
D20260209|A3318|P-AOI|宁波端子检测|潘知远|410000|验证商机|2026-03-23|2026-03-23|2026-08-14||||未知|寄送样件|2026-04-07|||crm://opp/20260209
D20260211|A3320|P-AGV|绍兴印染仓|潘知远|980000|输单|2026-03-02|2025-10-27|2026-02-27|||飞骋机器人|落后|||对手含五年维保|标书提交|crm://opp/20260211
D20260215|A3307|P-SRV|合肥驻场运维|罗一航|364000|搁置|2026-01-19|2025-12-15|2026-12-31|||||||||crm://opp/20260215
D20260218|A3323|P-AOI|常州电池片二期|潘知远|1520000|标前引导|2026-03-12|2026-01-08|2026-06-30|||微视科技|领先|打样报告|2026-04-10|||crm://opp/20260218
""")

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def cell(content, style=0):
    look = f' s="{style}"' if style else ""
    if content is None:
        return f"<x:c{look}/>"
    if isinstance(content, datetime.date):
        return f'<x:c s="2"><x:v>{(content - datetime.date(1899, 12, 30)).days}</x:v></x:c>'
    if isinstance(content, (int, float)):
        return f'<x:c s="{3 if content < 1 else 4}"><x:v>{content}</x:v></x:c>'
    return f'<x:c{look} t="inlineStr"><x:is><x:t>{escape(content)}</x:t></x:is></x:c>'


def main(out):
    lines = ["<x:row>" + "".join(cell(title, 1) for title in TITLES) + "</x:row>"]
    lines += ["<x:row>" + "".join(cell(content) for content in row) + "</x:row>" for row in ROWS]
    columns = "".join(f'<x:col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in
                      enumerate([12, 10, 10, 22, 10, 13, 11, 12, 12, 13, 12, 9, 13, 10, 15, 13, 18, 12, 22], 1))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/export.xml" ContentType="{TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="R1" Type="{OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{OFFICE}"><x:bookViews><x:workbookView/></x:bookViews><x:sheets><x:sheet name="商机" sheetId="1" r:id="Rsheet"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="Rsheet" Type="{OFFICE}/worksheet" Target="/xl/export.xml"/>'
        f'<Relationship Id="Rstyles" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<x:styleSheet xmlns:x="{MAIN}"><x:numFmts count="1"><x:numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></x:numFmts>'
        '<x:fonts count="2"><x:font><x:sz val="10"/><x:name val="SimSun"/></x:font><x:font><x:b/><x:sz val="10"/><x:name val="SimSun"/></x:font></x:fonts>'
        '<x:fills count="3"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill>'
        '<x:fill><x:patternFill patternType="solid"><x:fgColor rgb="FFE7E6E6"/></x:patternFill></x:fill></x:fills>'
        '<x:borders count="1"><x:border><x:left/><x:right/><x:top/><x:bottom/><x:diagonal/></x:border></x:borders>'
        '<x:cellStyleXfs count="1"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></x:cellStyleXfs>'
        '<x:cellXfs count="5"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<x:xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>'
        '<x:xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<x:xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<x:xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></x:cellXfs></x:styleSheet>',
        "xl/export.xml": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetViews><x:sheetView workbookViewId="0"><x:pane ySplit="1" topLeftCell="A2" state="frozen"/></x:sheetView></x:sheetViews>'
        f'<x:cols>{columns}</x:cols><x:sheetData>{"".join(lines)}</x:sheetData></x:worksheet>',
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 3, 31, 18, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, (HEAD + text).encode())


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "deals_hans.xlsx")
