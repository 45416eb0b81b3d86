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
UNSAFE = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]')
FORMULA = tuple('=+-@\t\r\n＝＋－＠')


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
            if any(field.startswith(FORMULA) for field in record):
                failures.append(f'O1 CSV: {record!r} begins like a formula')
            if record[3] not in (text, "'" + text):
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
