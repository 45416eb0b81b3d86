# SPDX-License-Identifier: Apache-2.0
"""O1: texts of a workbook that try to become something else where they are shown."""
import csv
import html
import io
import json
import re
import tempfile
import time
import unicodedata

import books
import command

TEXTS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠A1', "=cmd|'/c calc'!A0", '=HYPERLINK("http://x","y")', '=IMPORTXML("u")',
         '"=1"', 'a,b', 'a"b', 'a\nb', 'a\r\nb', '\x1b[31mred', '\x1b]0;title\x07', '\x9b31m', '\x90q\x9c', 'a\x08b', '\x7f', '\x00x'.replace('\0', ''),
         '\u202eevil', '\u2066x\u2069', '\u200f', '\u2028', '\u2029', '\u0085', '<script>alert(1)</script>', '<img src=x onerror=y>', '"><b>', '&lt;b&gt;',
         'javascript:alert(1)', '| a | b |', '[x](javascript:y)', '`x`', '![x](http://y)', '\\', '\\n', "'", "'=1", ' =1', '\u00a0=1', '\ufeff=1', '%0A', '${x}', '$(id)', '%s%n',
         '{"a":1}', 'null', 'true', '1e999', '{{7*7}}']
UNSAFE = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]')
FORMULA = tuple('=+-@\t\r\n＝＋－＠')
NUMBER = re.compile(r'[+-][0-9.]+(e[+-]?[0-9]+)?')


def run(options, report):
    started, failures, count = time.monotonic(), [], 0
    texts = list(TEXTS)
    for _ in range(options.count(40, 300)):
        texts.append(''.join(options.random.choice(TEXTS) for _ in range(options.random.randint(2, 4))))
    texts = [t for t in texts if t and all(c in '\t\n\r' or ord(c) >= 0x20 for c in t)] + [t for t in texts if any(ord(c) < 0x20 and c not in '\t\n\r' for c in t)]

    def stored(text):
        # Control characters that XML has no place for are written as in 22.4.2.4 of ECMA-376.
        escaped = ''.join(f'_x{ord(c):04X}_' if ord(c) < 0x20 and c not in '\t\n' or c == '\r' else c for c in text)
        return html.escape(escaped, quote=False).replace('\r', '&#13;')
    rows = ''.join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t xml:space="preserve">{stored(t)}</t></is></c></row>' for n, t in enumerate(texts, 1))
    name = html.escape('=1+\u202e<b>\x9b"')
    book = books.book({'xl/workbook.xml': books.parts()['xl/workbook.xml'].replace('name="Data"', f'name="{name}"')}, rows=rows, after='')
    with tempfile.TemporaryDirectory() as folder:
        with open(f'{folder}/book.xlsx', 'wb') as file:
            file.write(book)

        def call(*words):
            code, out, err, _, _ = command.execute([options.dealbook, *words], folder)
            if code not in (0, 1):
                failures.append(f'O1 {" ".join(words)}: exit {code} {err[:200]}')
            return out.decode(), err
        table, _ = call('cells', 'book.xlsx', '--format', 'csv')
        records = list(csv.reader(io.StringIO(table, newline='')))[1:]
        lines, _ = call('cells', 'book.xlsx', '--format', 'jsonl')
        objects = [json.loads(line) for line in lines.split('\n') if line]
        if len(records) != len(texts) or len(objects) != len(texts):
            failures.append(f'O1 {len(texts)} texts gave {len(records)} records and {len(objects)} objects')
        for text, record, thing in zip(texts, records, objects):
            count += 2
            if any(field.startswith(FORMULA) and not NUMBER.fullmatch(field) for field in record):
                failures.append(f'O1 CSV: {record!r} begins like a formula')
            # Apostrophes may stand before any sign that some reader would take for the beginning of a formula.
            if record[3].replace("'", '') != text.replace("'", ''):
                failures.append(f'O1 CSV: {text!r} came out as {record[3]!r}')
            if thing['value'] != text:
                failures.append(f'O1 JSON: {text!r} came out as {thing["value"]!r}')
        if UNSAFE.search(lines.replace('\n', '')):
            failures.append('O1 JSON: a control or direction character')
        for words in (['cells', 'book.xlsx'], ['inspect', 'book.xlsx'], ['check', 'book.xlsx'], ['check', 'book.xlsx', '--format', 'json'],
                      ['fill', 'book.xlsx', '--diff'], ['cells', 'book.xlsx', '--sheet', '\x1b[2Jno'], ['check', 'no\x1b[2J.xlsx']):
            code, out, err, _, _ = command.execute([options.dealbook, *words], folder)
            for place, shown in (('output', out.decode()), ('messages', err)):
                count += 1
                bad = UNSAFE.search(shown.replace('\t', ''))
                if bad:
                    failures.append(f'O1 {" ".join(words)!r}, {place}: U+{ord(bad[0]):04X} {unicodedata.name(bad[0], "")}')
    report.add('O1', 'texts that pose as something else', count, failures, started)


NAMES = [t for t in TEXTS if t.strip() and '\x00' not in t] + ['</td></tr></table><script>x</script>', "' onmouseover='x", '" onmouseover="x', '<svg/onload=x>', '&#60;b&#62;', '<!--', ']]>', '<![CDATA[', '::error::x', '%0A::error::x', '::stop-commands::x',
         '```', '~~~', '<b', '| x |\n| --- |', '# heading', '- item', '1. item', '> quote', '***', '<http://x>', '<a@b.c>', 'http://example.invalid/x', '[x]: http://y', '![', '\\|', 'a\\', '&amp;', '"} 1\ndealbook_evil{x="', '\\"', '{{x}}', '$x^2$', '@everyone', '#1', '<details>']


def nightly(options, report):
    """O2: the reports of a night on a workbook whose names, ids, owners, notes and titles are hostile."""
    import html.parser
    import os
    import xml.etree.ElementTree
    import hostile
    started, failures, count = time.monotonic(), [], 0
    base = hostile.Bases(options.dealbook).team
    words = ['nightly', '.', '--settle', '0', '--history', 'h.sqlite', '--as-of', '2026-03-31', '--html', 'html', '--markdown', 'd.md', '--csv', 'n.csv', '--json', 'n.json', '--jsonl', 'n.jsonl',
             '--sarif', 'n.sarif', '--junit', 'n.xml', '--prometheus', 'n.prom']

    def workbook(text):
        stored = html.escape(''.join(f'_x{ord(c):04X}_' if ord(c) < 0x20 and c not in '\t\n' else c for c in text), quote=True).replace('\n', '&#10;')
        cell = hostile.string(stored)
        return hostile.change(base, {hostile.DEALS: hostile.chain(hostile.cells(A5=cell, B5=cell, C5=cell, E5=cell, G5=cell, Z5=cell, E6=cell, F6=cell, J6=cell), hostile.header_at('AH', stored)),
                                     hostile.ACCOUNTS: hostile.cells(A4=cell, E4=cell), hostile.BOOK: lambda t: t.replace('name="Board"', f'name="{stored[:25] if "&" not in stored else "b"}"')})

    class Page(html.parser.HTMLParser):
        def __init__(self):
            super().__init__()
            self.seen, self.links, self.text = set(), set(), ''

        def handle_starttag(self, tag, attributes):
            self.seen.add((tag, tuple(sorted(name for name, _ in attributes))))
            self.links |= {value for name, value in attributes if name in ('href', 'src', 'action', 'style', 'xlink:href')}

        def handle_data(self, data):
            self.text += data

        def handle_comment(self, data):
            self.seen.add(('comment', ()))

    def pages(folder):
        for name in sorted(os.listdir(f'{folder}/html')):
            with open(f'{folder}/html/{name}', encoding='utf-8', newline='') as file:
                yield name, file.read()

    def run(text, file_name, extra=()):
        with tempfile.TemporaryDirectory() as folder:
            with open(f'{folder}/{file_name}', 'wb') as file:
                file.write(workbook(text))
            code, out, err, _, _ = command.execute([options.dealbook, *words, *extra], folder)
            found = {name: open(f'{folder}/{name}', encoding='utf-8', newline='').read() for name in ('d.md', 'n.csv', 'n.json', 'n.jsonl', 'n.sarif', 'n.xml', 'n.prom') if os.path.exists(f'{folder}/{name}')}
            return code, out.decode(), err, found, list(pages(folder)) if os.path.isdir(f'{folder}/html') else []
    allowed, plain = set(), run('harmless', 'book.xlsx')
    for _, text in plain[4]:
        page = Page()
        page.feed(text)
        allowed |= page.seen
    names = options.random.sample(NAMES, options.count(12, len(NAMES)) if options.quick else len(NAMES))
    for text in names:
        count += 1
        odd = ''.join(c for c in text if c != '/')[:60] + '.xlsx'
        odd = 'x' + odd if odd[0] in '.-~' else odd
        code, out, err, found, html_pages = run(text, odd)
        problems = []
        if code not in (0, 1) or len(found) != 7 or len(html_pages) < 2:
            failures.append(f'O2 {text!r}: exit {code}, {sorted(found)}, {len(html_pages)} pages {err[:200]}')
            continue
        for name, page_text in html_pages:
            page = Page()
            page.feed(page_text)
            page.close()
            if page.seen - allowed:
                problems.append(f'{name}: {sorted(page.seen - allowed)[:3]}')
            bad = [link for link in page.links if link and re.match(r'[a-z]+:|//|/', link.strip(), re.I)]
            if bad:
                problems.append(f'{name}: link to {bad[:2]}')
            if UNSAFE.search(page_text.replace('\t', '').replace('\n', '')):
                problems.append(f'{name}: a control or direction character')
        if not any(text.split('\n')[0].strip()[:6] in page for _, page in [(n, html.unescape(p)) for n, p in html_pages]) and text.isascii() and text.isprintable():
            problems.append('the text is in none of the pages')
        problems += markdown_problems(found['d.md'])
        for field in (field for record in csv.reader(io.StringIO(found['n.csv'], newline='')) for field in record):
            # A number may have a sign.
            if field.startswith(FORMULA) and not NUMBER.fullmatch(field):
                problems.append(f'CSV: {field[:40]!r}')
        for name in ('n.json', 'n.sarif'):
            json.loads(found[name])
        for line in found['n.jsonl'].split('\n'):
            if line:
                json.loads(line)
        try:
            xml.etree.ElementTree.fromstring(found['n.xml'])
        except xml.etree.ElementTree.ParseError as error:
            problems.append(f'JUnit: {error}')
        for line in found['n.prom'].split('\n'):
            if line and not re.fullmatch(r'# (HELP|TYPE) \w+ .*|\w+(\{\w+="(?:[^"\\\n]|\\[\\"n])*"(,\w+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?[0-9.eE+-]+|\w+(\{.*\})? (NaN|\+Inf)', line):
                problems.append(f'Prometheus: {line[:80]!r}')
        # CSV is for programs, which get the text as it is.
        for name, value in ((name, value) for name, value in found.items() if name != 'n.csv'):
            if UNSAFE.search(value.replace('\t', '').replace('\n', '').replace('\r', '')):
                problems.append(f'{name}: a control or direction character: {UNSAFE.search(value.replace(chr(9), "").replace(chr(10), "").replace(chr(13), ""))[0]!r}')
        if UNSAFE.search((out + err).replace('\n', '').replace('\t', '')):
            problems.append('terminal: a control or direction character')
        code, out, err, _, _ = run(text, odd, ['--github'])
        for line in out.split('\n'):
            if '::' in line and not re.match('::(error|warning|notice|group|endgroup|debug)( [^:]*)?::', line) and re.match(r'\s*::|##\[', line):
                problems.append(f'GitHub: {line[:80]!r}')
        if out.count('\n::') > plain[1].count('\n::') + 400:
            problems.append('GitHub: too many annotations')
        failures += [f'O2 {text!r}: {problem}' for problem in problems]
    report.add('O2', 'hostile names in the reports of a night', count, failures, started)


def markdown_problems(text):
    """What in a digest would be markup though nobody of us wrote it."""
    problems = []
    columns = None
    for line in text.split('\n'):
        bare = re.sub(r'\\.', '', line)
        code = re.sub('(`+).*?\\1', '', bare)
        if re.search(r'<[A-Za-z/!?]', code):
            problems.append(f'Markdown: a tag in {line[:80]!r}')
        if re.search(r'\]\(|\]\[|!\[', code):
            problems.append(f'Markdown: a link in {line[:80]!r}')
        if '`' in code:
            problems.append(f'Markdown: code in {line[:80]!r}')
        if bare.startswith('|'):
            pipes = bare.count('|')
            if columns is not None and pipes != columns:
                problems.append(f'Markdown: {pipes} instead of {columns} bars in {line[:80]!r}')
            columns = pipes
        else:
            columns = None
    return problems
