# SPDX-License-Identifier: Apache-2.0
"""Small handmade workbooks, part by part."""
from zipmaker import Entry, archive

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROWS = ('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>甲 &amp; 乙</t></is></c></row>'
        '<row r="2"><c r="A2" s="1"><v>46112</v></c><c r="B2"><f>A2+1</f><v>46113</v></c><c r="C2" t="b"><v>1</v></c></row>'
        '<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="str"><f t="shared" ref="B3:B4" si="0">A3&amp;"x"</f><v>ax</v></c></row>'
        '<row r="4"><c r="A4"><v>-1.5E-7</v></c><c r="B4" t="str"><f t="shared" si="0"/><v>bx</v></c></row>')


def relations(*items):
    body = ''.join(f'<Relationship Id="{i}" Type="{REL}/{t}" Target="{to}"/>' for i, t, to in items)
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def part(root, body, attributes=''):
    return f'{HEAD}<{root} xmlns="{MAIN}" xmlns:r="{REL}"{attributes}>{body}</{root}>'


def parts(rows=ROWS, before='', after='<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts>'):
    def override(name, kind):
        return f'<Override PartName="/{name}" ContentType="{TYPES}{kind}+xml"/>'
    types = ''.join(override(*pair) for pair in [
        ('xl/workbook.xml', 'sheet.main'), ('xl/worksheets/sheet1.xml', 'worksheet'), ('xl/sharedStrings.xml', 'sharedStrings'),
        ('xl/styles.xml', 'styles'), ('xl/tables/table1.xml', 'table'), ('xl/comments1.xml', 'comments')])
    return {
        '[Content_Types].xml': f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        f'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{types}</Types>',
        '_rels/.rels': relations(('rId1', 'officeDocument', 'xl/workbook.xml')),
        'xl/workbook.xml': part('workbook', '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets><definedNames>'
                                '<definedName name="AsOf">Data!$A$2</definedName></definedNames>'),
        'xl/_rels/workbook.xml.rels': relations(('rId1', 'worksheet', 'worksheets/sheet1.xml'),
                                                ('rId2', 'sharedStrings', 'sharedStrings.xml'), ('rId3', 'styles', 'styles.xml')),
        'xl/worksheets/sheet1.xml': part('worksheet', f'{before}<sheetData>{rows}</sheetData>{after}'),
        'xl/worksheets/_rels/sheet1.xml.rels': relations(('rId1', 'table', '../tables/table1.xml'),
                                                         ('rId2', 'comments', '../comments1.xml')),
        'xl/sharedStrings.xml': part('sst', '<si><t>Name</t></si><si><r><t>Da</t></r><r><t>te</t></r></si>'),
        'xl/styles.xml': part('styleSheet', '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts>'
                              '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'),
        'xl/tables/table1.xml': part('table', '<tableColumns count="2"><tableColumn id="1" name="Name"/><tableColumn id="2" '
                                     'name="Date"/></tableColumns>', ' id="1" displayName="T" ref="A1:B2"'),
        'xl/comments1.xml': part('comments', '<authors><author>a</author></authors><commentList><comment ref="A1" authorId="0">'
                                 '<text><t>note</t></text></comment></commentList>'),
    }


def data(value):
    return value if isinstance(value, bytes) else value.encode()


def entries(changes=None, **options):
    base = parts(**options)
    base.update(changes or {})
    return [Entry(name, data(value)) for name, value in base.items() if value is not None]


def book(changes=None, **options):
    return archive(entries(changes, **options))
