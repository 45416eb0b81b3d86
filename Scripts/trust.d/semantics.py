# SPDX-License-Identifier: Apache-2.0
"""Classes S: well-formed parts that say what can't be."""
import itertools
import re

import books
from case import Case

SHEET, BOOK, STRINGS, STYLES = 'xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'
TABLE, NOTES, BOOK_RELS = 'xl/tables/table1.xml', 'xl/comments1.xml', 'xl/_rels/workbook.xml.rels'
SHEET_RELS, TYPES = 'xl/worksheets/_rels/sheet1.xml.rels', '[Content_Types].xml'
HUGE = '99999999999999999999'
NO_ROW = ['0', '-1', '1048577', '2147483647', '2147483648', '4294967297', HUGE, 'x', '1.5', '0x1', '１']
NO_CELL = ['A0', 'A-1', 'XFE1', 'A1048577', '1A', 'A', '1', '$A$1', 'A1:B2', 'A' + HUGE, 'AAAAAAAA1', 'A1 B', 'Ａ1', 'R1C1']


def mutators():
    """(name, part, old, new, expected, cell in the message)."""
    for value in NO_ROW:
        yield f'row r={value}', SHEET, '<row r="2">', f'<row r="{value}">', 'refuse', None
    for value in NO_CELL:
        yield f'cell r={value}', SHEET, 'r="A2"', f'r="{value}"', 'refuse', None
    for value in ['-1', '2', '2147483648', HUGE, '1.5', 'x', '0x0', '+']:
        yield f'shared string {value}', SHEET, '<v>1</v></c><c r="C1"', f'<v>{value}</v></c><c r="C1"', 'refuse', 'B1'
    for value in ['-1', '2', '65491', '4294967296', HUGE, 'x', '1.5']:
        yield f'style {value}', SHEET, 's="1"', f's="{value}"', 'any', None
    for value in ['zz', '', 'N', 'S']:
        yield f'type {value!r}', SHEET, 't="e"', f't="{value}"', 'any', None
    for value in ['1e999', '0x10', '1,5', '--1', '１', '1 2', '1e', '.', '1e99999999999', '9' * 400 + 'e999999']:
        yield f'number {value[:20]}', SHEET, '<v>-1.5E-7</v>', f'<v>{value}</v>', 'refuse', 'A4'
    # As databases write what is no number; everybody reads the rest of such a workbook.
    for value in ['nan', 'inf', '-inf', 'NaN', '-Infinity', '1.#QNAN']:
        yield f'no number, {value}', SHEET, '<v>-1.5E-7</v>', f'<v>{value}</v>', 'accept', None
    for value in ['9' * 300, '0.' + '0' * 300 + '1', '1e-400', ' 5 ', '+5', '5.', '.5']:
        yield f'number {value[:20]}', SHEET, '<v>-1.5E-7</v>', f'<v>{value}</v>', 'any', None
    for value in ['2', '-1', 'yes', 'TRUE']:
        yield f'boolean {value}', SHEET, 't="b"><v>1</v>', f't="b"><v>{value}</v>', 'refuse', 'C2'
    for value in ['yesterday', '2026-13-45', '0000-00-00', '99999-01-01']:
        yield f'date {value}', SHEET, 's="1"><v>46112</v>', f't="d"><v>{value}</v>', 'any', None
    for value in ['', '#FOO!', '#', 'x' * 1000]:
        yield f'error {value[:9]!r}', SHEET, '<v>#N/A</v>', f'<v>{value}</v>', 'any', None
    for value in ['7', '-1', HUGE, 'x', '']:
        yield f'shared formula without a master: si={value}', SHEET, '<f t="shared" si="0"/>', f'<f t="shared" si="{value}"/>', 'any', None
    for value in ['A1:XFD1048576', 'B9:B1', 'x', '', 'A0', 'B4']:
        yield f'range of a shared formula {value}', SHEET, 'ref="B3:B4"', f'ref="{value}"', 'any', None
    yield 'two masters', SHEET, '<f t="shared" si="0"/>', '<f t="shared" ref="B4" si="0">B1</f>', 'any', None
    for kind in ['array', 'dataTable', 'zz', '']:
        yield f'formula of type {kind!r}', SHEET, '<f>A2', f'<f t="{kind}" ref="B2:XFD1048576">A2', 'any', None
    yield 'a formula of 9,000 characters', SHEET, '<f>A2+1</f>', '<f>A2' + '+1' * 4500 + '</f>', 'refuse', 'B2'
    yield 'brackets 70 deep', SHEET, '<f>A2+1</f>', '<f>' + '(' * 70 + '1' + ')' * 70 + '</f>', 'refuse', 'B2'
    yield 'calls 70 deep', SHEET, '<f>A2+1</f>', '<f>' + 'ABS(' * 70 + '1' + ')' * 70 + '</f>', 'refuse', 'B2'
    for text in ['(', ')', '"', "'", '{', '[', '!', '#', '=', '@', 'A1:', '1++', ',', 'SUM(', '\\', 'a' * 8000]:
        yield f'formula {text[:9]}', SHEET, '<f>A2+1</f>', f'<f>{text}</f>', 'any', None
    yield 'a cell twice', SHEET, '<c r="C2"', '<c r="A2"><v>7</v></c><c r="C2"', 'any', None
    yield 'a row twice', SHEET, '<row r="4">', '<row r="2"><c r="A2"><v>9</v></c></row><row r="4">', 'any', None
    yield 'rows out of order', SHEET, '<row r="4">', '<row r="1048576"/><row r="4">', 'any', None
    yield 'cells of another row', SHEET, 'r="A4"', 'r="A9"', 'any', None
    yield 'cells without r', SHEET, ' r="A4"', '', 'any', None
    yield 'the far corner', SHEET, '</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', 'accept', None
    yield 'a cell behind the last column', SHEET, '</sheetData>', '<row r="9"><c r="XFD9"/><c/></row></sheetData>', 'refuse', None
    yield 'a row behind the last one', SHEET, '</sheetData>', '<row r="1048576"/><row/></sheetData>', 'refuse', None
    yield '20,000 cells in a row', SHEET, '</sheetData>', '<row r="9">' + '<c r="A9"/>' * 20_000 + '</row></sheetData>', 'refuse', None
    for value in ['A1:XFD1048576', 'A0:AZ48943', 'x', '', HUGE]:
        yield f'dimension {value}', SHEET, '<sheetData>', f'<dimension ref="{value}"/><sheetData>', 'accept', None
    for value in ['A1:XFD1048576', 'B2:A1', 'A1', 'x', '', 'D1:D0', 'A1:A' + HUGE]:
        yield f'merge {value}', SHEET, 'ref="D1:E2"', f'ref="{value}"', 'any', None
    for low, high in [('0', '0'), ('9', '1'), ('1', '16385'), ('1', HUGE), ('-1', '3'), ('x', 'y')]:
        yield f'columns {low} to {high}', SHEET, '<sheetData>', f'<cols><col min="{low}" max="{high}"/></cols><sheetData>', 'any', None
    yield 'two sheetData', SHEET, '</sheetData>', '</sheetData><sheetData><row r="1"/></sheetData>', 'any', None
    yield 'no sheetData', SHEET, 'sheetData', 'otherData', 'any', None
    for value in ['0', '-1', HUGE, 'x']:
        yield f'counts of shared strings {value}', STRINGS, '<sst ', f'<sst count="{value}" uniqueCount="{value}" ', 'accept', None
        yield f'count of cell formats {value}', STYLES, 'cellXfs count="2"', f'cellXfs count="{value}"', 'accept', None
        yield f'number format id {value}', STYLES, 'numFmtId="14"', f'numFmtId="{value}"', 'any', None
        yield f'sheet id {value}', BOOK, 'sheetId="1"', f'sheetId="{value}"', 'any', None
        yield f'sheet of a name {value}', BOOK, '<definedName ', f'<definedName localSheetId="{value}" ', 'any', None
        yield f'id of a table {value}', TABLE, 'id="1" displayName', f'id="{value}" displayName', 'any', None
        yield f'author {value}', NOTES, 'authorId="0"', f'authorId="{value}"', 'any', None
        yield f'header rows {value}', TABLE, 'displayName', f'headerRowCount="{value}" totalsRowCount="{value}" displayName', 'any', None
    yield 'shared strings without items', STRINGS, '<si>', '<zz>', 'refuse', None
    for value in ['', 'x' * 40, 'a/b', "'a'", '=cmd', 'Data']:
        yield f'sheet name {value[:9]}', BOOK, '<sheets>', f'<sheets><sheet name="{value}" sheetId="2" r:id="rId1"/>', 'any', None
    for value in ['rId9', '', 'rId2']:
        yield f'sheet with relationship {value!r}', BOOK, 'r:id="rId1"', f'r:id="{value}"', 'any', None
    for value in ['A1:XFD1048576', 'B2:A1', 'x', '', 'A0:B2', 'A1:B' + HUGE]:
        yield f'range of a table {value}', TABLE, 'ref="A1:B2"', f'ref="{value}"', 'any', None
        yield f'cell of a note {value}', NOTES, 'ref="A1"', f'ref="{value}"', 'any', None
    yield 'more table columns than cells', TABLE, '<tableColumns count="2">', '<tableColumns count="2">' + '<tableColumn id="9" name="x"/>' * 300, 'any', None
    yield 'a table column twice', TABLE, 'name="Date"', 'name="Name"', 'any', None
    for target in ['../../../../etc/passwd', 'http://example.invalid/x', '/xl/worksheets/sheet1.xml', '../workbook.xml', '', '#x', '%2e%2e/x', 'x' * 5000,
                   '..\\tables\\table1.xml', '\x01'.replace('\x01', '&#9;')]:
        yield f'table at {target[:20]}', SHEET_RELS, '../tables/table1.xml', target, 'any', None
        yield f'sheet at {target[:20]}', BOOK_RELS, 'worksheets/sheet1.xml', target, 'any', None
    yield 'sheet on another machine', BOOK_RELS, 'Target="worksheets/sheet1.xml"', 'Target="http://127.0.0.1/s" TargetMode="External"', 'refuse', None
    yield 'a workbook that is its own sheet', BOOK_RELS, 'worksheets/sheet1.xml', 'workbook.xml', 'refuse', None
    yield 'strings that are a sheet', BOOK_RELS, 'sharedStrings.xml', 'worksheets/sheet1.xml', 'any', None
    yield 'a relationship id twice', BOOK_RELS, 'Id="rId2"', 'Id="rId1"', 'any', None
    yield 'no relationship types', BOOK_RELS, books.REL, 'urn:x', 'refuse', None
    yield 'two workbooks', '_rels/.rels', '<Relationship ', f'<Relationship Id="r0" Type="{books.REL}/officeDocument" Target="xl/styles.xml"/><Relationship ', 'any', None
    yield 'no main namespace in a sheet', SHEET, books.MAIN, 'urn:x', 'refuse', None
    yield 'no main namespace in the workbook', BOOK, books.MAIN, 'urn:x', 'refuse', None
    yield 'no main namespace in the strings', STRINGS, books.MAIN, 'urn:x', 'refuse', None
    yield 'content type of the workbook', TYPES, 'sheet.main', 'zz', 'any', None
    yield 'the content type of a Word document', TYPES, books.TYPES + 'sheet.main', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main', 'refuse', None


def corruptions(options):
    """S1: one contradiction each, then two or three at once."""
    base = books.parts()
    table = list(mutators())
    for name, part, old, new, expect, cell in table:
        assert old in base[part], f'{name}: {old} is not in {part}'
        yield Case('S1', name, 'edit', books.book({part: base[part].replace(old, new)}), expect, cell=cell,
                   needle=part if expect == 'refuse' and cell is None and part == SHEET else None)
    for name in base:
        yield Case('S1', f'no {name}', 'edit', books.book({name: None}), 'any')
    for number in range(options.count(300, 5_000)):
        changed = dict(base)
        names = []
        for name, part, old, new, _, _ in options.random.sample(table, options.random.randint(2, 3)):
            if old in changed[part]:
                changed[part] = changed[part].replace(old, new)
                names.append(name)
        yield Case('S1', ' + '.join(names), 'edit', books.book(changed), 'any')


def replays(options):
    """S2: published faults of others, made anew from their descriptions."""
    base = books.parts()

    def sheet(rows, **more):
        return books.book(dict(more.pop('changes', {})), rows=rows, **more)
    cases = [
        ('CVE-2026-54063 (excelize: row number as a size)', sheet('<row r="2147483647"><c><v>1</v></c></row>'), 'refuse'),
        ('CVE-2026-59161 (excelize: the same, when streaming)', sheet('<row r="-1"><c r="A1"><v>1</v></c></row>'), 'refuse'),
        ('CVE-2026-59162 (excelize: shared string -1)', sheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), 'refuse'),
        ('CVE-2026-107216 (excelize: endless recursion of a formula)', sheet('<row r="1"><c r="A1"><f>_xlfn.ANCHORARRAY(' * 1 + 'A1)</f></c></row>'), 'accept'),
        ('calamine 693 (two far corners)', sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), 'accept'),
        ('calamine 684 (uniqueCount as a size)', books.book({STRINGS: base[STRINGS].replace('<sst ', '<sst uniqueCount="4294967295" ')}), 'accept'),
        ('calamine 285 (dimension A0:AZ48943)', books.book({SHEET: base[SHEET].replace('<sheetData>', '<dimension ref="A0:AZ48943"/><sheetData>')}), 'accept'),
        ('calamine 428 (dimension of a whole sheet)', books.book({SHEET: base[SHEET].replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')}), 'accept'),
        ('fastexcel 121 (shared string that is no number)', sheet('<row r="1"><c r="A1" t="s"><v>abc</v></c></row>'), 'refuse'),
        ('RUSTSEC-2026-0194 (80,000 attributes)', sheet('<row r="1" ' + ' '.join(f'a{i}="1"' for i in range(80_000)) + '/>'), 'any'),
        ('GHSA-8344-3jmq-59r6 (80,000 attributes of a small part)', books.book({STYLES: base[STYLES].replace(
            '<cellXfs', '<cellXfs ' + ' '.join(f'a{i}="1"' for i in range(80_000)))}), 'refuse'),
        ('CVE-2025-31672 (POI: two entries of one name)', None, 'refuse'),
        ('CVE-2014-3529 (POI: external entity)', books.book({SHEET: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + books.part(
            'worksheet', '<sheetData><row r="1"><c r="A1" t="str"><v>&e;</v></c></row></sheetData>').replace(books.HEAD, '')}), 'refuse'),
        ('CVE-2014-3574 (POI: entities that grow)', books.book({BOOK: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + base[BOOK].replace(books.HEAD, '')}), 'refuse'),
        ('CVE-2017-5992 (openpyxl: entity in the content types)', books.book({TYPES: '<!DOCTYPE x [<!ENTITY a "b">]>' + base[TYPES].replace(books.HEAD, '')}), 'refuse'),
        ('CVE-2018-19277 (PhpSpreadsheet: a DOCTYPE in UTF-7)', books.book({SHEET: '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-<x/>'}), 'refuse'),
        ('CVE-2024-45048 (PhpSpreadsheet: a second encoding)', books.book({SHEET: '<?xml version="1.0" encoding="UTF-8" ?><!-- encoding="UTF-7" --><!DOCTYPE x><x/>'}), 'refuse'),
        ('CVE-2024-47873 (PhpSpreadsheet: blanks around the encoding)', books.book({SHEET: '<?xml version="1.0" encoding = \'UTF-7\' ?>+ADw-x+AD4-'}), 'refuse'),
        ('LibreOffice CVE-2026-8357 (a very long formula)', sheet(f'<row r="1"><c r="A1"><f>{"1+" * 500_000}1</f></c></row>'), 'refuse'),
        ('PhpSpreadsheet 1171 (32,739 cell formats)', books.book({STYLES: books.part('styleSheet', '<cellXfs>' + '<xf numFmtId="14"/>' * 32_739 + '</cellXfs>')}), 'accept'),
        ('pyexcel-xlsx 40 (42,000 merged cells)', books.book(after='<mergeCells>' + ''.join(f'<mergeCell ref="D{i}:E{i}"/>' for i in range(1, 42_001)) + '</mergeCells>'), 'accept'),
        ('static-frame 146 (100,000 empty rows with a format)', sheet(''.join(f'<row r="{i}" s="1" customFormat="1"><c r="A{i}" s="1"/></row>' for i in range(1, 100_001))), 'accept'),
        ('umya 366 (prefixed elements)', None, 'same'), ('MiniExcel 193 (Strict)', None, 'same'),
        ('ExcelDataReader 450 (an upload that broke off)', books.book()[:-30], 'refuse'),
        ('EPPlus 1808 (signature of a descriptor in the data)', None, 'same'),
        ('NPOI, office-open-xml-viewer 1428 (sizes in the header and a descriptor)', None, 'same'),
        ('simplexlsx 169 (a descriptor of 24 bytes)', None, 'same'),
        ('uv CVE-2025-54368 (header and directory disagree)', None, 'refuse'),
        ('Go GHSA-236w-p7wf-5ph8 (an end record inside a comment)', None, 'same or refuse'),
        ('SheetJS CVE-2023-30533 (a note for __proto__)', books.book({NOTES: base[NOTES].replace('ref="A1"', 'ref="__proto__"')}), 'any'),
        ('formula with catastrophic backtracking', sheet(f'<row r="1"><c r="A1"><f>{"a" * 30}!{"(" * 30}</f></c></row>'), 'any'),
    ]
    import markup
    from zipmaker import Entry, archive
    def whole(rewrite):
        return books.book({name: rewrite(text) for name, text in base.items()})
    def told(descriptor):
        items = books.entries()
        for entry in items:
            entry.descriptor = descriptor
        return archive(items)
    mismatch = books.entries()
    mismatch[4].local = {'method': 0}
    late = {
        'CVE-2025-31672': archive(books.entries() + [Entry(BOOK, b'<other/>')]), 'umya': whole(markup.prefixed), 'MiniExcel': whole(markup.strict),
        'EPPlus': archive(books.entries() + [Entry('xl/media/a', b'xPK\x07\x08y' * 9, method=0, descriptor=(True, 4, False))]),
        'NPOI': told((True, 4, True)), 'simplexlsx': told((True, 8, False)), 'uv': archive(mismatch),
        'Go': archive(books.entries(), comment=archive([])),
    }
    for name, data, expect in cases:
        if data is None:
            data = next(value for key, value in late.items() if name.startswith(key))
        yield Case('S2', name, 'edit', data, expect)
