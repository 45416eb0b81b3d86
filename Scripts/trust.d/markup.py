# SPDX-License-Identifier: Apache-2.0
"""Classes X: hostile and unusual XML."""
import re

import books
from case import Case
from zipmaker import archive

STRICT = {books.MAIN: 'http://purl.oclc.org/ooxml/spreadsheetml/main', books.REL: 'http://purl.oclc.org/ooxml/officeDocument/relationships'}
PARTS = list(books.parts())


def into_root(text, piece):
    """`piece` as the first thing in the root element."""
    return re.sub(r'(<[A-Za-z][^?>]*[^/])>', lambda m: m.group(1) + '>' + piece, text, count=1)


def root_attribute(text, piece):
    return re.sub(r'(<[A-Za-z]\w*)', lambda m: m.group(1) + ' ' + piece, text, count=1)


def bare(text):
    return text.replace(books.HEAD, '')


def documents(text):
    """(name, bytes, expected) of hostile forms of one part."""
    body = bare(text)
    laughs = ''.join(f'<!ENTITY a{n} "{"&a%d;" % (n - 1) * 10}">' for n in range(1, 9))
    doctypes = {
        'internal subset': '<!DOCTYPE x [<!ENTITY e "v">]>', 'empty doctype': '<!DOCTYPE x>',
        'external entity': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        'external subset': '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        'parameter entity': '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]>',
        'billion laughs': f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>',
        'quadratic entity': f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>',
        'default attributes': '<!DOCTYPE x [<!ATTLIST c t CDATA "s">]>',
    }
    for name, doctype in doctypes.items():
        used = {'billion laughs': '&a8;', 'quadratic entity': '&a;' * 5_000}.get(name, '&e;')
        yield name, (doctype + into_root(body, used)).encode(), 'refuse'
        yield name + ', not used', (books.HEAD + doctype + body).encode(), 'refuse'
    yield 'doctype in UTF-16', '\ufeff'.encode('utf-16-le') + ('<!DOCTYPE x>' + body).encode('utf-16-le'), 'refuse'
    declared = '<?xml version="1.0" encoding="%s"?>'
    yield 'UTF-7', (declared % 'UTF-7' + body).encode('utf-7'), 'refuse'
    yield 'UTF-32', ('\ufeff' + declared % 'UTF-32' + body).encode('utf-32'), 'refuse'
    yield 'EBCDIC', (declared % 'IBM037' + body).encode('cp037', 'replace'), 'refuse'
    yield 'UTF-16 that says UTF-8', ('\ufeff' + declared % 'UTF-8' + body).encode('utf-16-le'), 'refuse'
    for encoding in ('Shift_JIS', 'GB18030', 'Big5', 'windows-1252', 'nonsense', ''):
        yield f'encoding {encoding!r}', (declared % encoding + body).encode(), 'refuse'
    raw = body.encode()
    gap = raw.index(b'>') + 1
    for name, piece in {'a NUL': b'\0', 'bad UTF-8': b'\xff', 'overlong UTF-8': b'\xc0\xbc', 'surrogate in UTF-8': b'\xed\xa0\x80',
                        'beyond Unicode': b'\xf5\x80\x80\x80', 'a control character': b'\x01', 'U+FFFF': b'\xef\xbf\xbf'}.items():
        yield name, raw[:gap] + b'<z>' + piece + b'</z>' + raw[gap:], 'any'
    for reference in ('&#0;', '&#xD800;', '&#xFFFE;', '&#x110000;', '&#99999999999999999999;', '&foo;', '&', '&#;', '&#x;'):
        yield f'reference {reference}', into_root(body, f'<z>{reference}</z>').encode(), 'any'
    yield 'two roots', (body + body).encode(), 'any'
    yield 'nothing', b'', 'any'
    yield 'white space only', b' \n', 'any'
    yield 'half of it', raw[:len(raw) // 2], 'refuse'
    yield 'text before the root', b'x' + raw, 'any'
    yield 'declaration not at the start', b' ' + text.encode(), 'any'
    yield 'XML 1.1', raw.replace(b'', b'<?xml version="1.1"?>', 1), 'any'
    yield 'an attribute twice', root_attribute(body, 'zz="1" zz="2"').encode(), 'any'
    yield 'a prefix that nobody declared', into_root(body, '<no:z/>').encode(), 'any'
    yield 'end of CDATA in a text', into_root(body, '<z>]]></z>').encode(), 'any'
    yield 'two dashes in a comment', into_root(body, '<!-- a -- b -->').encode(), 'any'
    yield 'a comment without an end', into_root(body, '<!-- ').encode(), 'refuse'
    yield 'a tag without an end', into_root(body, '<z').encode(), 'refuse'
    yield 'another root', b'<other xmlns="urn:x"/>', 'any'
    limits = {
        '200 attributes': root_attribute(body, ' '.join(f'a{n}="1"' for n in range(200))), '10,000 attributes': root_attribute(
            body, ' '.join(f'a{n}="1"' for n in range(10_000))),
        '200 namespaces': root_attribute(body, ' '.join(f'xmlns:a{n}="u{n}"' for n in range(200))),
        'an attribute of 100 KB': root_attribute(body, f'a="{"x" * 100_000}"'),
        'a name of 300 bytes': root_attribute(body, 'a' * 300 + '="1"'),
    }
    # A scanner of our own reads the shared strings, in time that grows with their bytes alone.
    for name, form in limits.items():
        yield name, form.encode(), 'any' if '<sst' in body else 'refuse'
    yield '100 levels', into_root(body, '<z>' * 100 + '</z>' * 100).encode(), 'any'
    yield '100,000 levels', into_root(body, '<z>' * 100_000 + '</z>' * 100_000).encode(), 'any'
    yield '100,000 levels without an end', into_root(body, '<z>' * 100_000).encode(), 'refuse'
    for name, piece in {'text': '<z>%s</z>', 'comment': '<!--%s-->', 'CDATA': '<z><![CDATA[%s]]></z>', 'instruction': '<?z %s?>'}.items():
        yield f'2 MB of {name}', into_root(body, piece % ('x' * 2_000_000)).encode(), 'any'


def hostile(options):
    """X1: forms that must be refused, and forms that must at least not hurt, in every kind of part."""
    for name in PARTS:
        for form, data, expect in documents(books.parts()[name]):
            if options.quick and len(data) > 1_000_000 and name not in ('xl/worksheets/sheet1.xml', 'xl/styles.xml'):
                continue
            # Only what is read can be wrong.
            yield Case('X1', f'{form} in {name}', 'edit', books.book({name: data}), expect, needle=name if expect == 'refuse' else None)


def curve(name, make):
    return name, make


CURVES = {
    'attributes': lambda n: {'rows': '<row r="1" %s/>' % ' '.join(f'a{i}="1"' for i in range(n))},
    'namespaces': lambda n: {'rows': '<row r="1"><c r="A1" %s><v>1</v></c></row>' % ' '.join(f'xmlns:a{i}="u"' for i in range(n))},
    'depth in a cell': lambda n: {'rows': '<row r="1"><c r="A1">%s%s</c></row>' % ('<z>' * n, '</z>' * n)},
    'foreign elements': lambda n: {'rows': '<row r="1">%s</row>' % ('<z/>' * n)},
    'comments': lambda n: {'rows': '<!-- x -->' * n},
    'comment openings': lambda n: {'rows': '<!-- <!-- ' * n + '-->'},
    'CDATA sections': lambda n: {'rows': '<row r="1"><c r="A1" t="str"><v>%s</v></c></row>' % ('<![CDATA[x]]>' * n)},
    'references': lambda n: {'rows': '<row r="1"><c r="A1" t="str"><v>%s</v></c></row>' % ('&amp;' * n)},
    'rows': lambda n: {'rows': ''.join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, n + 1))},
    'rows backwards': lambda n: {'rows': ''.join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(n, 0, -1))},
    'rows twice': lambda n: {'rows': '<row r="5"><c r="A5"><v>1</v></c></row>' * n},
    'prefixed cells': lambda n: {'rows': '<x:row xmlns:x="%s" r="1">%s</x:row>' % (books.MAIN, '<x:c><x:v>1</x:v></x:c>' * (n // 8))},
    'shared formulas': lambda n: {'rows': ''.join(
        f'<row r="{i}"><c r="A{i}"><f t="shared" ref="A{i}" si="{i}">B1</f><v>1</v></c></row>' for i in range(1, n + 1))},
    'one shared formula': lambda n: {'rows': '<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">B1</f></c></row>' + ''.join(
        f'<row r="{i}"><c r="A{i}"><f t="shared" si="0"/><v>1</v></c></row>' for i in range(2, n + 1))},
    'masters with one index': lambda n: {'rows': ''.join(
        f'<row r="{i}"><c r="A{i}"><f t="shared" ref="A{i}" si="0">B1</f></c><c r="B{i}"><f t="shared" si="0"/></c></row>' for i in range(1, n + 1))},
    'array formulas': lambda n: {'rows': ''.join(
        f'<row r="{i}"><c r="A{i}"><f t="array" ref="A{i}:A{i}">B1</f><v>1</v></c></row>' for i in range(1, n + 1))},
    'merged cells': lambda n: {'after': '<mergeCells>%s</mergeCells>' % ''.join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(9, n + 9))},
    'merged cells over one another': lambda n: {'after': '<mergeCells>%s</mergeCells>' % ''.join(
        f'<mergeCell ref="D1:E{i}"/>' for i in range(2, n + 2))},
    'columns': lambda n: {'before': '<cols>%s</cols>' % ''.join(f'<col min="{i}" max="{i}" width="9"/>' for i in range(1, n + 1))},
    'validations': lambda n: {'after': '<dataValidations>%s</dataValidations>' % (
        '<dataValidation type="list" sqref="A1:A9"><formula1>"a,b"</formula1></dataValidation>' * n)},
    'hyperlinks': lambda n: {'after': '<hyperlinks>%s</hyperlinks>' % ('<hyperlink ref="A1"/>' * n)},
    'shared strings': lambda n: {'xl/sharedStrings.xml': books.part('sst', '<si><t>x</t></si>' * (n + 2))},
    'runs of a shared string': lambda n: {'xl/sharedStrings.xml': books.part(
        'sst', '<si><t>y</t></si><si>%s</si>' % ('<r><t>x</t></r>' * n))},
    'cell formats': lambda n: {'xl/styles.xml': books.part('styleSheet', '<cellXfs>%s</cellXfs>' % ('<xf numFmtId="14"/>' * (n + 2)))},
    'number formats': lambda n: {'xl/styles.xml': books.part('styleSheet', '<numFmts>%s</numFmts><cellXfs><xf/><xf/></cellXfs>' % ''.join(
        f'<numFmt numFmtId="{i}" formatCode="0"/>' for i in range(164, n + 164)))},
    'a long number format': lambda n: {'xl/styles.xml': books.part(
        'styleSheet', '<numFmts><numFmt numFmtId="164" formatCode="%s"/></numFmts><cellXfs><xf numFmtId="164"/><xf/></cellXfs>' % ('[h' * n))},
    'defined names': lambda n: {'xl/workbook.xml': books.part('workbook', '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'
        '<definedNames>%s</definedNames>' % ''.join(f'<definedName name="n{i}">Data!$A$1</definedName>' for i in range(n)))},
    'relationships': lambda n: {'xl/worksheets/_rels/sheet1.xml.rels': books.relations(*[(f'r{i}', 'image', 'x') for i in range(n)])},
    'content types': lambda n: {'[Content_Types].xml': books.parts()['[Content_Types].xml'].replace(
        '</Types>', ''.join(f'<Override PartName="/x{i}" ContentType="a/b"/>' for i in range(n)) + '</Types>')},
    'notes': lambda n: {'xl/comments1.xml': books.part('comments', '<authors><author/></authors><commentList>%s</commentList>' % ''.join(
        f'<comment ref="A{i}" authorId="0"><text><t>x</t></text></comment>' for i in range(1, n + 1)))},
    'table columns': lambda n: {'xl/tables/table1.xml': books.part('table', '<tableColumns>%s</tableColumns>' % ''.join(
        f'<tableColumn id="{i}" name="c{i}"/>' for i in range(n)), ' id="1" displayName="T" ref="A1:B2"')},
}
FORMULA_CURVES = {
    'terms': lambda n: '+'.join(['A1'] * n), 'arguments': lambda n: 'SUM(' + ','.join(['1'] * n) + ')',
    'open brackets': lambda n: '(' * n, 'open quotes': lambda n: "'" * n, 'open texts': lambda n: '"a""' * n,
    'brackets of tables': lambda n: '[' * n, 'braces': lambda n: '{' * n, 'signs': lambda n: '-' * n + '1', 'percents': lambda n: '1' + '%' * n,
    'ranges': lambda n: ':'.join(['A1'] * n), 'a long name': lambda n: 'a' * n, 'a long number': lambda n: '1' * n, 'dots': lambda n: 'a.' * n,
    'exclamation marks': lambda n: 'a!' * n, 'spaces': lambda n: 'A1' + ' ' * n + 'B1', 'hashes': lambda n: '#' * n, 'colons': lambda n: '1:' * n,
}


def curves():
    """X2: (name, kind, maker); the maker gives the input of a size."""
    for name, make in CURVES.items():
        def book(n, make=make):
            wish = dict(make(n))
            options = {key: wish.pop(key) for key in ('rows', 'before', 'after') if key in wish}
            return books.book(wish, **options)
        yield name, 'edit', book
    for name, make in FORMULA_CURVES.items():
        yield 'formula: ' + name, 'formula', lambda n, make=make: make(n).encode()


def prefixed(text):
    if f'xmlns="{books.MAIN}"' not in text:
        return text
    text = re.sub(r'<(/?)([A-Za-z]\w*)(?=[\s/>])', r'<\1q:\2', text)
    return text.replace(f'xmlns="{books.MAIN}"', f'xmlns:q="{books.MAIN}"')


def strict(text):
    for old, new in STRICT.items():
        text = text.replace(old, new)
    return text


def encoded(text, encoding, name):
    return re.sub(r'encoding="[^"]*"', f'encoding="{name}"', text).encode(encoding)


REWRITES = {
    'prefixes': prefixed, 'Strict': strict, 'Strict with prefixes': lambda t: strict(prefixed(t)), 'BOM': lambda t: '\ufeff' + t,
    'UTF-16LE': lambda t: b'\xff\xfe' + encoded(t, 'utf-16-le', 'UTF-16'), 'UTF-16BE': lambda t: b'\xfe\xff' + encoded(t, 'utf-16-be', 'UTF-16'),
    'no declaration': bare, 'single quotes': lambda t: re.sub(r'="([^"\']*)"', r"='\1'", t),
    'CR LF after tags': lambda t: re.sub(r'(</?(?:row|c|sheet|xf|si|sst|worksheet|sheetData)\b[^>]*>)', r'\1' + '\r\n', t),
    'comments between cells': lambda t: re.sub(r'(</c>|</row>|</si>|<sheets>)', r'\1<!-- > <c> -->', t),
    'CDATA': lambda t: re.sub(r'<(v|t)>([^<&]+)</', r'<\1><![CDATA[\2]]></', t),
    'numeric references': lambda t: re.sub(r'<(v|t)>([^<&]+)</', lambda m: f'<{m[1]}>' + ''.join(f'&#{ord(c)};' for c in m[2]) + '</', t),
    'hexadecimal references': lambda t: re.sub(r'<(v|t)>([^<&]+)</', lambda m: f'<{m[1]}>' + ''.join(f'&#x{ord(c):x};' for c in m[2]) + '</', t),
    'foreign attributes': lambda t: re.sub(r'<(row|c|xf|sheet) ', r'<\1 xmlns:w="urn:w" w:r="Z9" ', t),
    'spaces in tags': lambda t: re.sub(r'<(/?)(row|c|v|si|t)>', r'<\1\2  >', t.replace('/>', ' />')),
    'absolute targets': lambda t: t.replace('Target="../', 'Target="/xl/').replace('Target="worksheets/', 'Target="/xl/worksheets/'),
    'US-ASCII': lambda t: encoded(re.sub(r'[^\x00-\x7f]', lambda m: f'&#{ord(m[0])};', t), 'ascii', 'US-ASCII'),
    'ISO-8859-1': lambda t: encoded(re.sub(r'[^\x00-\xff]', lambda m: f'&#{ord(m[0])};', t), 'latin-1', 'ISO-8859-1'),
}


def rewrites(options):
    """X3: the same said otherwise: values must be the same."""
    base = books.parts()
    for name, rewrite in REWRITES.items():
        yield Case('X3', f'{name}, all parts', 'edit', books.book({part: rewrite(text) for part, text in base.items()}), 'same')
        for part, text in base.items():
            changed = rewrite(text)
            if changed != text:
                yield Case('X3', f'{name}, {part}', 'edit', books.book({part: changed}), 'same')
