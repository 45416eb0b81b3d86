# SPDX-License-Identifier: Apache-2.0
"""Hostile sales workbooks. Every command has rows to work on, and each case lies about one thing or asks for too much."""
import io
import os
import re
import tempfile
import zipfile

import books
import command
from zipmaker import Entry, archive

DEALS, ACCOUNTS, LEADS, PAYMENTS, RENEWALS = (f'xl/worksheets/sheet{n}.xml' for n in (4, 1, 3, 5, 6))
BOOK, BOOK_RELS, STRINGS, STYLES = 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml'
DEALS_RELS, NOTES, DRAWING, TYPES = 'xl/worksheets/_rels/sheet4.xml.rels', 'xl/comments4.xml', 'xl/drawings/vmlDrawing1.vml', '[Content_Types].xml'
SETTINGS, META, LISTS = (f'xl/worksheets/sheet{n}.xml' for n in (10, 12, 11))  # of a workbook that was filled
HUGE = '99999999999999999999'
ROOT = os.path.join(os.path.dirname(__file__), '..', '..')


def unpack(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {info.filename: file.read(info) for info in file.infolist()}


class Bases:
    """The starting points of the cases: a team's workbook, the same one filled, and a new one with sample data."""

    def __init__(self, dealbook):
        with open(os.path.join(ROOT, 'workbooks', 'messy_en.xlsx'), 'rb') as file:
            self.team = unpack(file.read())
        with tempfile.TemporaryDirectory() as folder:
            with open(f'{folder}/team.xlsx', 'wb') as file:
                file.write(pack(self.team))
            for words in (['fill', 'team.xlsx', '-o', 'filled.xlsx', '--as-of', '2026-03-31', '-q'],
                          ['new', 'fresh.xlsx', '--sample', '--language', 'en', '--as-of', '2026-03-31']):
                code, _, err, _, _ = command.execute([dealbook, *words], folder)
                assert code == 0, err
            self.filled, self.fresh = (unpack(open(f'{folder}/{name}.xlsx', 'rb').read()) for name in ('filled', 'fresh'))


def pack(parts):
    return archive([Entry(name, data) for name, data in parts.items()])


def text_of(value):
    return value.decode() if isinstance(value, bytes) else value


def change(base, edits):
    """`base` with parts replaced (text or bytes), left out (None), or edited (a function of their text)."""
    parts = dict(base)
    for name, edit in edits.items():
        if edit is None:
            del parts[name]
            continue
        value = edit(text_of(base[name])) if callable(edit) else edit
        assert value != base.get(name), f'nothing changed in {name}'
        parts[name] = value if isinstance(value, bytes) else value.encode('utf-8', 'surrogatepass')
    return pack(parts)


def swap(old, new, count=1):
    def edit(text):
        assert old in text, f'no {old} there'
        return text.replace(old, new, count)
    return edit


def chain(*edits):
    def edit(text):
        for one in edits:
            text = one(text)
        return text
    return edit


def cells(**values):
    """Existing cells with other contents: F5='<v>1</v>' or a whole <c>."""
    def edit(text):
        for place, value in values.items():
            found = re.search(f'<c r="{place}"[^>]*?(/>|>.*?</c>)', text)
            assert found, f'no cell {place}'
            style = re.search(' s="[0-9]+"', found[0])
            new = value if value.startswith('<c') else f'<c r="{place}"{style[0] if style else ""}{value}</c>'
            text = text[:found.start()] + new + text[found.end():]
        return text
    return edit


def number(value):
    return f'><v>{value}</v>'


def string(value):
    return f' t="inlineStr"><is><t xml:space="preserve">{value}</t></is>'


def column(letter, rows, value):
    return cells(**{f'{letter}{row}': value for row in rows})


def rows(xml):
    return swap('</sheetData>', xml + '</sheetData>')


def behind(xml):
    return swap('</sheetData>', '</sheetData>' + xml)


def deal(row, name, amount='1000', stage='Bid submission', owner='Priya Nair', close='46142'):
    texts = {'A': name, 'B': f'X-{row}', 'C': 'A-101', 'E': owner, 'G': stage}
    inner = ''.join(f'<c r="{c}{row}" t="inlineStr"><is><t>{t}</t></is></c>' if c != 'F' else f'<c r="F{row}"><v>{t}</v></c>'
                    for c, t in sorted((texts | {'F': amount}).items()))
    return f'<row r="{row}">{inner}<c r="J{row}"><v>{close}</v></c></row>'


def grid(base):
    """Where rows and cells are, and how many."""
    yield 'a deal in the last row of the grid', base.team, {DEALS: rows(deal(1_048_576, 'far'))}
    yield 'a deal in each 10,000th row', base.team, {DEALS: rows(''.join(deal(n, f'far {n}') for n in range(10_000, 1_048_576, 10_000)))}
    yield '1,000,000 blank rows, then a deal', base.team, {DEALS: lambda t: rows(a_million() + deal(1_040_000, 'late'))(t)}
    yield '1,000,000 blank rows', base.team, {DEALS: lambda t: rows(a_million())(t)}
    yield 'a cell in the far corner', base.team, {DEALS: rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}
    yield 'a header in the last column', base.team, {DEALS: header_at('XFD', 'My column')}
    yield 'the last columns all taken', base.team, {DEALS: header_at('XFA', 'a', 'b', 'c', 'd')}
    yield 'the last known header in the last column', base.team, {DEALS: header_at('XFD', 'Weighted value')}
    yield '16,000 unknown headers', base.team, {DEALS: header_at('AH', *(f'h{n}' for n in range(16_000)))}
    yield '16,000 headers that are one', base.team, {DEALS: header_at('AH', *(['Deal value'] * 16_000))}
    yield 'a header of 1 MB', base.team, {DEALS: header_at('AH', 'x' * 1_000_000)}
    yield '60,000 blank rows, then a deal', base.team, {DEALS: rows(''.join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(100, 60_100)) + deal(60_200, 'late'))}
    yield '5,000 deals of one name', base.team, {DEALS: rows(''.join(deal(n, 'same') for n in range(100, 5_100)))}
    yield '5,000 owners', base.team, {DEALS: rows(''.join(deal(n, f'd{n}', owner=f'owner {n}') for n in range(100, 5_100)))}
    yield '3,000 deals of unlike value', base.team, {DEALS: rows(''.join(deal(n, f'd{n}', amount=f'{n * 7919 % 9_999_991}.{n % 97:02}') for n in range(100, 3_100)))}
    yield 'a header row twice', base.team, {DEALS: rows(copied_row(base.team, 4, 200))}
    yield '300 header rows', base.team, {DEALS: rows(''.join(copied_row(base.team, 4, row) for row in range(200, 500)))}
    yield 'a row inside a row', base.team, {DEALS: swap('<row r="5"', '<row r="5"><row r="6"/></row><row r="5"')}
    yield 'a cell inside a cell', base.team, {DEALS: cells(F5='<c r="F5"><c r="F6"><v>1</v></c><v>2</v></c>')}
    yield 'two values in a cell', base.team, {DEALS: cells(F5='><v>1</v><v>2</v>')}
    yield 'two formulas in a cell', base.team, {DEALS: cells(F5='><f>1</f><f>2</f><v>2</v>')}
    yield 'a value and a text in a cell', base.team, {DEALS: cells(F5=' t="inlineStr"><v>1</v><is><t>2</t></is>')}
    yield 'elements in a value', base.team, {DEALS: cells(F5='><v><b>1</b></v>')}
    yield 'rows in alternate content', base.team, {DEALS: lambda t: t.replace('<row r="5"', '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback><row r="5"').replace('<row r="6"', '</mc:Fallback></mc:AlternateContent><row r="6"')}
    yield 'rows backwards', base.team, {DEALS: backwards}
    yield 'cells backwards', base.team, {DEALS: lambda t: re.sub(r'(<row r="5"[^>]*>)(.*?)(</row>)', lambda m: m[1] + ''.join(reversed(re.findall(r'<c r=.*?(?:/>|</c>)', m[2]))) + m[3], t, count=1)}
    yield 'every cell twice', base.team, {DEALS: lambda t: re.sub(r'<c r="F\d+".*?</c>', lambda m: m[0] * 2, t)}
    for value in ('A1:XFD1048576', 'A4:AG16', 'A5:A1048576', 'F5:G5', 'XFD1:A1', 'A1:XFE1048577', 'A1:A' + HUGE):
        yield f'cells merged: {value}', base.team, {DEALS: swap('<mergeCell ref="A1:H1"', f'<mergeCell ref="{value}"')}
    yield '50,000 merges', base.team, {DEALS: swap('<mergeCell ref="A1:H1"/>', ''.join(f'<mergeCell ref="AK{n}:AN{n}"/>' for n in range(1, 50_000)))}
    yield '20,000 merges over one another', base.team, {DEALS: swap('<mergeCell ref="A1:H1"/>', '<mergeCell ref="A1:XFD1048576"/>' * 20_000)}
    for low, high in (('1', '16384'), ('16384', '16385'), ('5', '1'), ('1', HUGE)):
        yield f'columns {low} to {high}', base.team, {DEALS: lambda t, low=low, high=high: re.sub('<cols>.*?</cols>', f'<cols><col min="{low}" max="{high}" width="9" hidden="1"/></cols>', t)}
    yield '16,384 overlapping column ranges', base.team, {DEALS: lambda t: re.sub('<cols>.*?</cols>', '<cols>' + '<col min="1" max="16384" width="9"/>' * 16_384 + '</cols>', t)}
    yield 'no columns element closed', base.team, {DEALS: swap('</cols>', '')}


def a_million():
    return ''.join(f'<row r="{n}"/>' for n in range(100, 1_000_100))


def header_at(column_name, *headers):
    first = index(column_name)
    xml = ''.join(f'<c r="{name(first + n)}4" t="inlineStr"><is><t>{header}</t></is></c>' for n, header in enumerate(headers))
    return lambda text: re.sub(r'(<row r="4".*?)(</row>)', lambda m: m[1] + xml + m[2], text, count=1)


def index(letters):
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def name(value):
    letters = ''
    while value:
        value, rest = divmod(value - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def copied_row(base, row, to):
    found = re.search(f'<row r="{row}".*?</row>', text_of(base[DEALS]))[0]
    return re.sub(r'r="([A-Z]*)\d+"', lambda m: f'r="{m[1]}{to}"', found)


def backwards(text):
    found = re.search('<sheetData>(.*)</sheetData>', text)
    return text[:found.start(1)] + ''.join(reversed(re.findall('<row .*?</row>', found[1]))) + text[found.end(1):]


def values(base):
    """What cells say: numbers, dates and texts out of all bounds, in columns that are computed with."""
    for value in ('1e308', '-1e308', '1.7976931348623157E+308', '5e-324', '1e15', '123456789012345678901234567890', '-0', '0.1e-300', '00000000000001'):
        yield f'every deal is worth {value}', base.team, {DEALS: column('F', (5, 6, 8, 9), number(value))}
    for value in ('1e999999999', '1e309', '-1e9999', 'NaN', 'INF', '0x1F', '1e', '1_000', '1d5', '٣', '--5', '1e1e1', '1' * 100_000 + 'e'):
        yield f'a deal is worth {value[:12]}', base.team, {DEALS: cells(F5=number(value))}, 'refuse F5'
    yield 'a number of 100,000 digits', base.team, {DEALS: cells(F5=number('0.' + '1' * 100_000))}
    for value in ('-1', '0', '60', '2958465', '2958466', '1e15', '1e300', '-1e300', '0.9999999999999999', '46142.999999999'):
        yield f'dates are {value}', base.team, {DEALS: chain(column('H', (5,), number(value)), column('J', (5, 8), number(value)), column('I', (5,), number(value)))}
    for value in ('9999-12-31', '0001-01-01', '1899-12-31', '1900-02-29', '2026-03-31T23:59:60', '2026-03-31T00:00:00+14:00', '10000-01-01', '2026-02-30', '-2026-01-01', '2026-03-31T25:00:00Z', '20260331', ''):
        yield f'a date of ISO 8601: {value}', base.team, {DEALS: cells(J5=f' t="d"><v>{value}</v>')}
    texts = ['9' * 5_000, '１' * 5_000, '1e400', '-' * 3_000, '120萬' * 500, '(' * 3_000 + '1', '1,' * 3_000, '%' * 3_000, '£' * 5_000 + '1', '99999999999999年99月99日',
             '民國99999999999999年1月1日', '1/1/99999999999999999999', '2025年6月30日' * 200, '十' * 3_000, '九億億億億億億' * 100, '.' * 3_000, ' ' * 20_000 + '5', '5' + '\u3000' * 20_000,
             '\u202e5\u202c', 'ﷺ' * 5_000, 'a\u0301' * 10_000, '👩‍👩‍👧‍👦' * 2_000, '\U000e0001' * 500, 'İ' * 1_000, 'ß' * 30_000, '_x0000_', '_xD800_', '_xDFFF_xD800_', '_xFFFF_', '_x000A_' * 4_000,
             '_x005F_x0041_', '_xZZZZ_', '_x00', '\u0085\u2028', '&#xFFFD;', '&#10;' * 10_000, '=1+1', "'", '#REF!', 'TRUE', 'x' * 32_768, 'x' * 900_000]
    for place in ('F5', 'J5', 'L5', 'B5', 'G5', 'C5'):
        for text in texts if place in ('F5', 'J5') else texts[-12:]:
            yield f'text {text[:10]!r}, {len(text)} characters, in {place}', base.team, {DEALS: cells(**{place: string(text)})}
    for reference in ('&#0;', '&#xD800;', '&#x110000;', '&#xFFFE;', '&nbsp;', '&#;', '&#x;', '&#99999999999;', '&'):
        yield f'a text with {reference}', base.team, {DEALS: cells(B5=string(reference))}, 'refuse'
    for raw in (b'\0', b'\xff', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xc0\x80', b'\x01', b'\xef\xbf\xbe', b'\xe4\xb8'):
        yield f'a text with the bytes {raw.hex()}', base.team, {DEALS: lambda t, raw=raw: cells(B5=string('@@@'))(t).encode().replace(b'@@@', raw)}, 'refuse'
    for kind in ('zz', 'N', '', 'sharedString', 's'):
        yield f'a cell of type {kind!r}', base.team, {DEALS: cells(F5=f' t="{kind}"><v>5920000000</v>')}
    for style in ('99', '-1', '65491', HUGE, 'x'):
        yield f'cell format {style}', base.team, {DEALS: lambda t, style=style: re.sub(r'<c r="([FJ]\d+)" s="\d+"', lambda m: f'<c r="{m[1]}" s="{style}"', t)}
    for space in ('preserve', 'default', 'zz'):
        yield f'xml:space {space} everywhere', base.team, {STRINGS: lambda t, space=space: re.sub(r'<t( xml:space="\w+")?>', f'<t xml:space="{space}">', t).replace('<sst ', f'<sst xml:space="{space}" ', 1)}
    yield 'a shared string of 200,000 runs', base.team, {STRINGS: lambda t: re.sub('<si>.*?</si>', '<si>' + '<r><rPr><b/></rPr><t>x</t></r>' * 200_000 + '</si>', t, count=1)}
    yield 'a shared string of 200,000 phonetic runs', base.team, {STRINGS: lambda t: re.sub('<si>.*?</si>', '<si><t>x</t>' + '<rPh sb="0" eb="1"><t>y</t></rPh>' * 200_000 + '</si>', t, count=1)}
    yield 'a string item in a string item', base.team, {STRINGS: swap('<si>', '<si><si><t>x</t></si>')}
    yield '100,000 more shared strings', base.team, {STRINGS: swap('</sst>', '<si><t>x</t></si>' * 100_000 + '</sst>')}
    yield 'no shared strings', base.team, {STRINGS: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'}, 'refuse'
    yield 'counts of shared strings lie', base.team, {STRINGS: lambda t: re.sub(r'<sst [^>]*>', f'<sst xmlns="{books.MAIN}" count="{HUGE}" uniqueCount="-1">', t, count=1)}


def formulas(base):
    """What formulas say, in cells, names, validations and formats."""
    def everywhere(formula, attributes=''):
        return {DEALS: column('F', (5, 6, 8, 9), f'><f{attributes}>{formula}</f><v>7</v>')}
    yield 'formulas that are a circle', base.team, {DEALS: cells(F5='><f>F6</f><v>1</v>', F6='><f>F5</f><v>1</v>')}
    yield 'a formula of itself', base.team, {DEALS: cells(F5='><f>F5+1</f><v>1</v>')}
    bombs = ['REPT("x",1E9)', 'REPT(REPT("x",32767),32767)', 'SUMPRODUCT(A:XFD*A:XFD)', 'SUM(A1:XFD1048576)', 'SUMPRODUCT((A:A=A:A)*(B:B=B:B)*1)', 'ROW(1:1048576)', 'COUNTIFS(A:XFD,"*")', 'MATCH("*"&REPT("?",999),A:A,0)',
             'INDEX(A:XFD,1E9,1E9)', 'OFFSET(A1,-1,-1)', 'INDIRECT("A1:XFD1048576")', 'SEQUENCE(1048576,16384)', 'MMULT(A:Z,A:Z)', '{' + ','.join(['1'] * 4_000) + '}', 'A1:A1:A1:A1', 'A1 A2 A3', '(((((A1)))))',
             'FACT(170)^FACT(170)', '10^309', '-' * 4_000 + '1', '1' + '%' * 4_000, '(' * 64 + '1' + ')' * 64, 'IF(' * 60 + '1' + ',1)' * 60, '"' + 'x' * 8_100 + '"', '""""' * 1_000, '&amp;'.join(['A1'] * 2_000), "'[../../etc/passwd]x'!A1",
             '[99999999999]x!A1', '_xlfn.' * 900 + 'X()', 'XFE1', 'A1048577', 'A0', '#REF!', 'EXEC("calc")', "cmd|'/c calc'!A0", 'WEBSERVICE("http://127.0.0.1:9/")', '\u202e1+1', '1e999', 'Pipeline:Leads!A1', 'LET(' + ','.join(f'a{n},1' for n in range(900)) + ',a1)',
             'LAMBDA(x,x(x))(LAMBDA(x,x(x)))', 'Table1[[#All],[#Data],[x]]', '@@@@A1', 'A1####', 'R1C1', 'TRUE' * 100, '﻿1']
    for formula in bombs:
        yield f'formula {formula[:24]}', base.team, everywhere(formula)
    yield 'a formula of 8,193 characters', base.team, everywhere('1' + '+1' * 4_096), 'unreadable F5'
    yield 'a formula of 2 MB', base.team, everywhere('1' + '+1' * 1_000_000), 'refuse'
    yield 'brackets 3,000 deep', base.team, everywhere('(' * 3_000 + '1' + ')' * 3_000), 'unreadable F5'
    for place in ('A1:XFD1048576', 'F5:F1048576', 'x', '', 'F9:F5', 'A1:A' + HUGE):
        for kind in ('array', 'shared', 'dataTable'):
            yield f'{kind} formula over {place[:20]}', base.team, {DEALS: cells(F5=f'><f t="{kind}" ref="{place}" si="0">F6*2</f><v>5</v>')}
    shared = {f'F{row}': '><f t="shared" si="0"/><v>5</v>' for row in (6, 8, 9)}
    yield 'a shared formula without a master', base.team, {DEALS: cells(**shared)}
    yield 'a shared formula whose master comes last', base.team, {DEALS: cells(**(shared | {'F9': '><f t="shared" si="0" ref="F5:F9">F6</f><v>1</v>'}))}
    yield 'a shared formula with two masters', base.team, {DEALS: cells(**(shared | {'F5': '><f t="shared" si="0" ref="F5:F9">E5</f><v>1</v>', 'F8': '><f t="shared" si="0" ref="F8:F9">D8</f><v>1</v>'}))}
    yield 'a shared formula that leaves the grid', base.team, {DEALS: cells(**(shared | {'F5': '><f t="shared" si="0" ref="F5:F9">XFD1048576+A1</f><v>1</v>'}))}
    yield 'a shared formula of index 4294967295', base.team, {DEALS: cells(F5='><f t="shared" si="4294967295" ref="F5:F9">E5</f><v>1</v>')}
    yield '2,000 cells of one long shared formula', base.team, {DEALS: rows('<row r="100"><c r="F100"><f t="shared" si="7" ref="F100:F50100">' + '+'.join(['$A$1'] * 1_500) + '</f><v>1</v></c></row>' + ''.join(
        f'<row r="{n}"><c r="F{n}"><f t="shared" si="7"/><v>1</v></c></row>' for n in range(101, 2_100)))}
    names = [('a name of itself', [('Rate2', 'Rate2')]), ('names that are a circle', [('N1', 'N2'), ('N2', 'N1')]), ('a name that is our own', [('AsOf', 'AsOf')]), ('our names over the whole grid', [(n, 'Pipeline!$A:$XFD') for n in ('AsOf', 'PotHigh', 'st_label', 'st_prob', 'PeriodEnd')]),
             ('our names gone', [(n, '#REF!') for n in ('AsOf', 'PotHigh', 'st_label', 'CommitMin')]), ('a name of 300 characters', [('n' * 300, '1')]), ('a name that is a cell', [('A1', '1'), ('R1C1', '2')]), ('a name of a formula of 1 MB', [('long', '1+' * 500_000 + '1')]),
             ('100,000 names', [(f'name{n}', 'Pipeline!$A$1') for n in range(100_000)]), ('a name 2,000 times', [('twice', '1')] * 2_000), ('names that are a chain of 5,000', [(f'c{n}', f'c{n + 1}') for n in range(5_000)]), ('a name with an escape sequence', [('a\x9b31mb', '1')])]
    for label, pairs in names:
        xml = ''.join(f'<definedName name="{n}">{f}</definedName>' for n, f in pairs)
        yield label, base.team, {BOOK: swap('<definedNames>', '<definedNames>' + xml)}
    yield 'names of sheets that are not there', base.team, {BOOK: swap('localSheetId="3"', f'localSheetId="{HUGE}"')}
    yield '30,000 validations', base.team, {DEALS: lambda t: re.sub('<dataValidations.*?</dataValidations>', '<dataValidations>' + '<dataValidation type="list" sqref="G5:G60"><formula1>"a"</formula1></dataValidation>' * 30_000 + '</dataValidations>', t)}
    for place in ('A1:XFD1048576', 'A1:XFE1', ' '.join(f'G{n}' for n in range(1, 30_000)), '', 'x y', HUGE):
        yield f'a validation of {place[:20]!r}', base.team, {DEALS: swap('sqref="G5:G60" type', f'sqref="{place}" type')}
        yield f'a conditional format of {place[:20]!r}', base.team, {DEALS: swap('sqref="F5:F60"', f'sqref="{place}"')}
    yield '30,000 conditional formats', base.team, {DEALS: swap('<conditionalFormatting sqref="G5:G60">', '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="9"><formula>A1</formula></cfRule></conditionalFormatting>' * 30_000 + '<conditionalFormatting sqref="G5:G60">')}
    yield 'a filter beyond the grid', base.team, {DEALS: swap('<autoFilter ref="A4:AG16">', '<autoFilter ref="A4:XFE1048577">')}


def packages(base):
    """Parts, relationships, content types, styles, notes, and what lies about them."""
    for target in ('../../../../etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1:9/x', '', '#', '%2e%2e/%2e%2e/etc/passwd', 'worksheets/../worksheets/sheet4.xml', '/xl/worksheets/sheet4.xml', 'worksheets\\sheet4.xml', 'workbook.xml',
                   '_rels/workbook.xml.rels', 'x' * 70_000, 'worksheets/sheet4.xml?x#y', 'WORKSHEETS/SHEET4.XML', 'worksheets/sheet1.xml', '\u202esheet4.xml', '//host/share/x.xml', 'C:\\x'):
        yield f'the deals are at {target[:30]}', base.team, {BOOK_RELS: swap('worksheets/sheet4.xml', target)}
    for target in ('../worksheets/sheet4.xml', '../workbook.xml', '../comments5.xml', '../../../x', '', 'comments4.xml', '../drawings/vmlDrawing1.vml'):
        yield f'the notes are at {target}', base.team, {DEALS_RELS: swap('../comments4.xml', target)}
        yield f'the drawing of the notes is at {target}', base.team, {DEALS_RELS: swap('../drawings/vmlDrawing1.vml', target)}
    yield 'parts that lead to one another', base.team, {'xl/worksheets/_rels/sheet4.xml.rels': books.relations(('rId2', 'drawing', '../worksheets/sheet4.xml'), ('rId3', 'vmlDrawing', '../workbook.xml'), ('rId1', 'comments', '../worksheets/sheet4.xml'))}
    yield 'relationships of relationships', base.team, {'xl/_rels/_rels/workbook.xml.rels.rels': books.relations(('rId1', 'worksheet', '../workbook.xml'))}
    yield '9,000 more relationships', base.team, {BOOK_RELS: swap('</Relationships>', ''.join(f'<Relationship Id="x{n}" Type="{books.REL}/image" Target="media/{n}.png"/>' for n in range(9_000)) + '</Relationships>')}
    yield '20,000 relationships', base.team, {BOOK_RELS: swap('</Relationships>', ''.join(f'<Relationship Id="x{n}" Type="{books.REL}/image" Target="media/{n}.png"/>' for n in range(20_000)) + '</Relationships>')}
    yield '900 sheets that are one part', base.team, {BOOK: swap('</sheets>', ''.join(f'<sheet name="s{n}" sheetId="{n + 100}" r:id="rId5"/>' for n in range(900)) + '</sheets>')}
    yield '6,000 sheets', base.team, {BOOK: swap('</sheets>', ''.join(f'<sheet name="s{n}" sheetId="{n + 100}" r:id="rId5"/>' for n in range(6_000)) + '</sheets>')}, 'refuse'
    yield 'no sheets', base.team, {BOOK: lambda t: re.sub('<sheets>.*</sheets>', '<sheets/>', t)}
    for old in ('Leads', 'Settings', 'Lists', '_meta', 'Funnel', 'PIPELINE', "a'b", '../x', '\u202ex', 'x' * 300, '', '[1]x', 'a:b', "'"):
        yield f'the hidden sheet is called {old[:12]!r}', base.team, {BOOK: swap('name="scratch"', f'name="{old}"')}
    yield 'a sheet of our own that is a chart', base.team, {BOOK: swap('name="Board"', 'name="Settings"'), BOOK_RELS: swap('worksheets/sheet7.xml', 'charts/chart1.xml')}
    for value in ('-1', HUGE, 'x', ''):
        yield f'the active sheet is {value}', base.team, {BOOK: swap('activeTab="0"', f'activeTab="{value}"')}
        yield f'the dates begin in {value}', base.team, {BOOK: swap('date1904="false"', f'date1904="{value}"')}
        yield f'sheets with id {value}', base.team, {BOOK: lambda t, value=value: re.sub('sheetId="[0-9]+"', f'sheetId="{value}"', t)}
    chain_part = f'<calcChain xmlns="{books.MAIN}">%s</calcChain>'
    for label, xml in {'cells that are not there': '<c r="XFD1048576" i="99"/><c r="A0" i="-1"/>', 'nothing': '', '100,000 cells': '<c r="A1" i="1"/>' * 100_000}.items():
        yield f'a calculation chain of {label}', base.team, {'xl/calcChain.xml': chain_part % xml, BOOK_RELS: swap('</Relationships>', f'<Relationship Id="cc" Type="{books.REL}/calcChain" Target="calcChain.xml"/></Relationships>'),
                                                           TYPES: swap('</Types>', f'<Override PartName="/xl/calcChain.xml" ContentType="{books.TYPES}calcChain+xml"/></Types>')}
    yield 'a calculation chain that is not XML', base.team, {'xl/calcChain.xml': b'\0\xff' * 99, BOOK_RELS: swap('</Relationships>', f'<Relationship Id="cc" Type="{books.REL}/calcChain" Target="calcChain.xml"/></Relationships>')}
    yield 'a calculation chain that is the workbook', base.team, {BOOK_RELS: swap('</Relationships>', f'<Relationship Id="cc" Type="{books.REL}/calcChain" Target="workbook.xml"/></Relationships>')}
    yield 'a calculation chain that is the deals', base.team, {BOOK_RELS: swap('</Relationships>', f'<Relationship Id="cc" Type="{books.REL}/calcChain" Target="worksheets/sheet4.xml"/></Relationships>')}
    for label, edit in {'everything is a picture': lambda t: re.sub('ContentType="[^"]*"', 'ContentType="image/png"', t), 'no types': lambda t: re.sub('<(Override|Default).*?/>', '', t), 'sheets are charts': lambda t: t.replace('worksheet+xml', 'chartsheet+xml'),
                        'a type twice': swap('</Types>', '<Override PartName="/xl/worksheets/sheet4.xml" ContentType="image/png"/></Types>'), 'names in capitals': lambda t: re.sub('PartName="([^"]*)"', lambda m: f'PartName="{m[1].upper()}"', t),
                        '50,000 types': swap('</Types>', ''.join(f'<Override PartName="/x{n}" ContentType="a/b"/>' for n in range(50_000)) + '</Types>')}.items():
        yield f'content types: {label}', base.team, {TYPES: edit}
    for label, edit in {'no cell formats': lambda t: re.sub('<cellXfs.*?</cellXfs>', '<cellXfs count="0"/>', t), 'nothing': lambda t: f'<styleSheet xmlns="{books.MAIN}"/>', '65,490 cell formats': lambda t: re.sub('(<cellXfs[^>]*>)', lambda m: m[1] + '<xf numFmtId="0"/>' * 65_480, t),
                        '100,000 number formats': lambda t: re.sub('<numFmts[^>]*>', lambda m: m[0] + ''.join(f'<numFmt numFmtId="{n}" formatCode="0"/>' for n in range(200, 100_200)), t),
                        'a number format of 60 KB': lambda t: re.sub('formatCode="[^"]*"', f'formatCode="{"y" * 60_000}"', t, count=1), 'a number format of quotes': lambda t: re.sub('formatCode="[^"]*"', f'formatCode="{"[" * 9_000}&quot;"', t),
                        'fonts that are not there': lambda t: re.sub('(font|fill|border|numFmt|xf)Id="[0-9]+"', lambda m: f'{m[1]}Id="{HUGE}"', t), 'number format ids at the top': lambda t: re.sub('numFmtId="16[4-9]"', 'numFmtId="4294967295"', t),
                        'formats without an end': swap('</cellXfs>', '')}.items():
        yield f'styles: {label}', base.team, {STYLES: edit}
    yield 'no styles', base.team, {STYLES: None}
    yield 'no notes', base.team, {NOTES: None}
    yield 'no drawing of the notes', base.team, {DRAWING: None}
    for label, xml in {'that is not XML': '<xml><br><shape></xml>', 'with a DOCTYPE': '<!DOCTYPE x [<!ENTITY e "x">]><xml>&e;</xml>', 'of nothing': '', 'that is binary': b'\0\x01\x02' * 99, 'of 100,000 levels': '<v>' * 100_000 + '</v>' * 100_000, 'of 3 MB': '<xml>' + '<v:shape id="_x0000_s1025"/>' * 110_000 + '</xml>'}.items():
        yield f'a drawing of notes {label}', base.team, {DRAWING: xml}
        yield f'a drawing of notes {label}, and a cell typed over', base.filled, {DRAWING: xml, DEALS: typed_over}
        yield f'notes {label}, and a cell typed over', base.filled, {NOTES: xml, DEALS: typed_over}
    yield 'notes for cells that are none', base.team, {NOTES: lambda t: re.sub('ref="[A-Z0-9]+"', f'ref="A{HUGE}"', t)}
    yield 'a note 50,000 times', base.team, {NOTES: lambda t: re.sub('(<comment .*?</comment>)', lambda m: m[1] * 50_000, t, count=1)}
    yield 'notes by nobody', base.team, {NOTES: lambda t: re.sub('authorId="[0-9]+"', f'authorId="{HUGE}"', t)}
    for place in ('A1:XFE9', 'A4:AG1048577', 'A4:AG16', 'B9:A1', '', HUGE, 'A4:XFD1048576'):
        yield f'a table over {place}', base.team, with_table(place, 33)
    yield 'a table of 100,000 columns', base.team, with_table('A4:AG16', 100_000)
    yield 'a table that is not there', base.team, {DEALS: swap('</worksheet>', '<tableParts count="9999999"><tablePart r:id="rId77"/></tableParts></worksheet>')}
    yield 'digital signature and macros', base.team, {'_xmlsignatures/sig1.xml': '<Signature/>', '_xmlsignatures/origin.sigs': b'', 'xl/vbaProject.bin': b'\xd0\xcf\x11\xe0' * 99}


def typed_over(text):
    """A computed cell that somebody typed over: a repair keeps it in a note."""
    return re.sub('<c r="(AR[5-9])"[^>]*>.*?</c>', lambda m: f'<c r="{m[1]}"><v>12.34</v></c>', text)


def with_table(place, columns):
    names = ''.join(f'<tableColumn id="{n}" name="c{n}"/>' for n in range(1, columns + 1))
    return {'xl/tables/table9.xml': f'<table xmlns="{books.MAIN}" id="9" name="T9" displayName="T9" ref="{place}"><autoFilter ref="{place}"/><tableColumns count="{columns}">{names}</tableColumns></table>',
            DEALS: swap('</worksheet>', '<tableParts count="1"><tablePart r:id="rId77"/></tableParts></worksheet>'),
            DEALS_RELS: swap('</Relationships>', f'<Relationship Id="rId77" Type="{books.REL}/table" Target="../tables/table9.xml"/></Relationships>'),
            TYPES: swap('</Types>', f'<Override PartName="/xl/tables/table9.xml" ContentType="{books.TYPES}table+xml"/></Types>')}


def ours(base):
    """Our own sheets, as a stranger might leave them: settings, lists, what we remember of ourselves."""
    settings = text_of(base.filled[SETTINGS])
    for value in ('1e300', '-1e300', '0', '-1', '5e-324', '2958466'):
        yield f'every setting is {value}', base.filled, {SETTINGS: lambda t, value=value: re.sub(r'(<c r="B\d+"[^>]*>)<v>[^<]*</v>', lambda m: f'{m[1]}<v>{value}</v>', t)}
        yield f'every list has {value} for numbers', base.filled, {LISTS: lambda t, value=value: re.sub(r'<v>[^<]*</v>', f'<v>{value}</v>', t)}
        yield f'every number of what we remember is {value}', base.filled, {META: lambda t, value=value: re.sub(r'<v>[^<]*</v>', f'<v>{value}</v>', t)}
        yield f'every typed number of a fresh workbook is {value}', base.fresh, {name: typed_numbers(value) for name in base.fresh if re.fullmatch(r'xl/worksheets/sheet([4-9]|1[0-4])\.xml', name)}
    for row in re.findall(r'<c r="(B\d+)"', settings)[1:]:
        yield f'setting {row} is a text', base.filled, {SETTINGS: cells(**{row: string('x' * 1_000)})}
    for formula in ('TODAY()', 'AsOf', '1/0', 'REPT("x",1E9)', "Settings!B3", '#REF!'):
        yield f'settings are {formula}', base.filled, {SETTINGS: lambda t, formula=formula: re.sub(r'(<c r="B\d+"[^>]*>)<v>', lambda m: f'{m[1]}<f>{formula}</f><v>', t)}
    yield 'lists of 5,000 items', base.filled, {LISTS: rows(''.join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>x{n}</t></is></c><c r="B{n}"><v>1</v></c></row>' for n in range(100, 5_100)))}
    yield 'lists of one label', base.filled, {LISTS: lambda t: re.sub('<is><t>[^<]*</t></is>', '<is><t>Won</t></is>', t)}
    yield 'what we remember is of another time', base.filled, {META: swap('<v>2</v>', '<v>99999</v>')}
    yield 'what we remember is long', base.filled, {META: rows('<row r="9"><c r="C9" t="inlineStr"><is><t>' + 'x' * 500_000 + '</t></is></c></row>')}
    yield 'a deal far below what was filled', base.filled, {DEALS: rows(deal(900_000, 'far'))}
    yield 'computed cells typed over', base.filled, {DEALS: typed_over}
    yield 'computed cells with other formulas', base.filled, {DEALS: lambda t: re.sub('(<c r="A[R-Z]\\d+"[^>]*>)<f>.*?</f>', lambda m: m[1] + '<f>SUMPRODUCT(A:XFD)</f>', t)}
    yield 'computed cells with the values of others', base.filled, {DEALS: lambda t: re.sub('(</f>)<v>[^<]*</v>', r'\1<v>1e300</v>', t)}
    yield '2,000 deals, exact probabilities', base.fresh, {'xl/worksheets/sheet10.xml': many_deals(2_000)}
    yield '400 targets for one owner of 4,000 deals', base.fresh, {'xl/worksheets/sheet10.xml': many_deals(4_000), 'xl/worksheets/sheet8.xml': many_targets(400)}, 'refuse'


def typed_numbers(value):
    return lambda text: re.sub(r'(<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="n")?>)<v>[^<]*</v>', lambda m: f'{m[1]}<v>{value}</v>', text)


def sample_row(text):
    """The first row of data of a sheet that `dealbook new --sample` wrote."""
    return re.search('<row r="4".*?</row>', text)[0]


def many_deals(count):
    """The first deal of the sample over and over, each of another value."""
    def edit(text):
        row = sample_row(text)
        last = max(int(n) for n in re.findall('<row r="([0-9]+)"', text))
        values = iter(range(1, 10 * count))

        def one(to):
            moved = re.sub(r'r="([A-Z]*)4"', lambda m: f'r="{m[1]}{to}"', row)
            # Numbers above one thousand are amounts.
            moved = re.sub(r'<v>(\d{5,7})</v>', lambda m: f'<v>{m[1] if 40_000 < int(m[1]) < 50_000 else next(values) * 7919 % 99_991 + 0.37}</v>', moved)
            return re.sub(r'<f>.*?</f>', '', moved)
        return text.replace('</sheetData>', ''.join(one(last + 1 + n) for n in range(count)) + '</sheetData>')
    return edit


def many_targets(count):
    def edit(text):
        row = sample_row(text)
        last = max(int(n) for n in re.findall('<row r="([0-9]+)"', text))
        return text.replace('</sheetData>', ''.join(re.sub(r'<f>.*?</f>', '', re.sub(r'r="([A-Z]*)4"', lambda m: f'r="{m[1]}{last + 1 + n}"', row)) for n in range(count)) + '</sheetData>')
    return edit


def descriptions(base):
    """(name, parts, edits, expectation): '' for anything orderly, 'refuse', or 'refuse CELL' where the message must name that cell;
    'unreadable CELL' where only who reads formulas need refuse it."""
    for family in (grid, values, formulas, packages, ours):
        for label, parts, edits, *expect in family(base):
            yield f'{family.__name__}: {label}', parts, edits, expect[0] if expect else ''


def cases(base, chosen=lambda every: every):
    """(name, bytes, expectation)"""
    for label, parts, edits, expect in chosen(list(descriptions(base))):
        yield label, change(parts, edits), expect


NAME = 'hostile.xlsx'
DAY = ['--as-of', '2026-03-31']
ALWAYS = [['check', NAME, '--format', 'json', *DAY], ['fill', NAME, '--in-place', '--repair', 'all', *DAY], ['cells', NAME, '--format', 'jsonl'],
          ['set', NAME, 'Pipeline!F9=1', '--in-place']]
SOMETIMES = [['fill', NAME, '-o', 'out.xlsx', *DAY], ['cells', NAME, '--count'], ['inspect', NAME], ['nightly', '.', '--fill', '--settle', '0', '--history', 'h.sqlite', *DAY],
             ['fill', NAME, '--values', '-o', 'out.xlsx', *DAY], ['cells', NAME, '--format', 'csv'], ['check', NAME, '--isolate', '--limits', 'untrusted', *DAY],
             ['inspect', NAME, '--format', 'json'], ['nightly', '.', '--settle', '0', '--history', 'h.sqlite', '--html', 'html', '--markdown', 'digest.md', '--json', 'n.json', *DAY],
             ['fill', NAME, '--diff', *DAY], ['check', NAME, *DAY], ['set', NAME, 'Pipeline!A1048576="x"', '-o', 'out.xlsx']]
ENDS = {'check': {0, 1, 3}, 'nightly': {0, 1, 3}, 'fill': {0, 3, 5}, 'cells': {0, 3}, 'inspect': {0, 3}, 'set': {0, 2, 3, 5}}
PLACE = re.compile(r'xl/|_rels|\[Content_Types\]|sheet [“"‘]|![A-Z]+[0-9]+|archive|entr|package|workbook|sheets')


def inflated(path):
    if not os.path.exists(path):
        return 0
    with zipfile.ZipFile(path) as file:
        return sum(info.file_size for info in file.infolist())


def attack(options, case, words):
    """None, or what is wrong with how the command ended."""
    label, data, expect = case
    with tempfile.TemporaryDirectory() as folder:
        with open(f'{folder}/{NAME}', 'wb') as file:
            file.write(data)
        before = command.state(folder)[NAME]
        code, out, err, seconds, peak = command.execute([options.dealbook, *words], folder)
        if code not in ENDS[words[0]]:
            return f'exit {code}: {err[:300]}'
        if seconds > (30 if options.slice else 5 + len(data) * 5e-6):
            return f'took {seconds:.1f} s'
        # What is read, written and printed.
        needed = len(out) + sum(inflated(f'{folder}/{name}') for name in (NAME, 'out.xlsx'))
        if peak > (64 << 20) + 8 * needed:
            peak = command.measure([options.dealbook, *words], folder, command.MEMORY)[1]
            if peak > (64 << 20) + 8 * needed:
                return f'{peak >> 20} MiB of memory for {needed >> 10} KiB'
        if code in (3, 5) and (NAME not in err or not PLACE.search(err.replace(NAME, ''))):
            return f'the message names no file or no place: {err[:300]}'
        if len(err) > 200_000:
            return f'{len(err)} bytes of messages: {err[:100]}'
        # `check` reads the values of what people fill in, and no formula there; nor does who counts cells.
        refusing = {'refuse': ('check', 'fill') if case[0].startswith('ours') else ('check', 'cells'), 'unreadable': ('cells',)}
        if words[0] in refusing.get(expect.split(' ')[0], ()) and not (expect.startswith('unreadable') and '--count' in words):
            if code != 3:
                return f'expected to be refused: exit {code}'
            if ' ' in expect and expect.split()[1] not in err:
                return f'the message does not name the cell: {err[:300]}'
        after = command.state(folder).get(NAME)
        changes = '--in-place' in words or '--fill' in words
        if after is None or (after != before and not (changes and code in (0, 1))):
            return 'the workbook is not as it was'
        left = set(os.listdir(folder)) - {NAME, 'out.xlsx', 'html', 'digest.md', 'n.json', 'h.sqlite', 'h.sqlite.lock'}
        if left:
            return f'left behind: {left}'
        written = NAME if changes else 'out.xlsx'
        # `set` looks at its own cells only: what is wrong elsewhere stays wrong.
        if code in (0, 1) and words[0] != 'set' and (changes and after != before or written in os.listdir(folder) and written != NAME):
            again, _, err, _, _ = command.execute([options.dealbook, 'cells', written, '--count'], folder)
            if again != 0:
                return f'what was written is refused: {err[:300]}'
            if words[0] == 'fill' and changes:
                once = command.state(folder)[NAME]
                again, _, err, _, _ = command.execute([options.dealbook, *words], folder)
                if again != 0 or command.state(folder)[NAME] != once:
                    return f'the same once more: exit {again}, {"changed" if command.state(folder)[NAME] != once else "same"} {err[:300]}'
    return None


def run(options, report):
    """H1: every command on hostile sales workbooks."""
    import time
    started, failures, count = time.monotonic(), [], 0
    count_of = 3 if options.slice else 90
    every = cases(Bases(options.dealbook), lambda every: options.random.sample(every, count_of) if options.quick else every)
    for number, case in enumerate(every):
        some = SOMETIMES[number % len(SOMETIMES)]
        for words in [options.random.choice(ALWAYS + SOMETIMES)] if options.quick else ALWAYS + [some, SOMETIMES[(number * 5 + 3) % len(SOMETIMES)]]:
            count += 1
            problem = attack(options, case, words)
            if problem:
                failures.append(f'H1 {" ".join(words)} on {case[0]}: {problem}')
                keep(options, case, failures[-1])
    report.add('H1', 'every command on hostile sales workbooks', count, failures, started)


def keep(options, case, sentence):
    folder = '.build/trust-failures'
    os.makedirs(folder, exist_ok=True)
    with open(f'{folder}/H1-{re.sub("[^A-Za-z0-9]+", "-", case[0])[:60]}.xlsx', 'wb') as file:
        file.write(case[1])
