# SPDX-License-Identifier: Apache-2.0
"""W1 to W4: a folder that strangers write into. Who may speak, how much work a file may ask, where links may lead, and what says two things."""
import glob
import io
import json
import os
import sqlite3
import shutil
import struct
import tempfile
import threading
import time
import zipfile
import zlib

import books
import command

DAY = ['--as-of', '2026-03-31', '--settle', '0', '--fail-on', 'never']
SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'


def cell(reference, text):
    text = text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def team(accounts, deals, more=()):
    """A workbook with two sheets of a team: lists of rows, of texts and numbers."""
    def sheet(rows):
        lines = []
        for number, row in enumerate(rows, 1):
            cells = ''.join(cell(f'{chr(65 + i)}{number}', v) if isinstance(v, str) else f'<c r="{chr(65 + i)}{number}"><v>{v}</v></c>' for i, v in enumerate(row) if v is not None)
            lines.append(f'<row r="{number}">{cells}</row>')
        return f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    accounts = [['Account ID', 'Account name', 'Account level', 'Account manager']] + accounts
    deals = [['Deal ID', 'Account ID', 'Deal name', 'Owner (AR)', 'Amount', 'Declared stage', 'Stage entered on', 'Created on', 'Expected close', *more]] + deals
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006'
    kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>' + ''.join(f'<Override PartName="/xl/s{i}.xml" ContentType="{kind}.worksheet+xml"/>' for i in (1, 2)) + '</Types>')
        archive.writestr('_rels/.rels', f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr('xl/workbook.xml', f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{office}"><sheets><sheet name="Accounts" sheetId="1" r:id="s1"/><sheet name="Deals" sheetId="2" r:id="s2"/></sheets></workbook>')
        archive.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{package}/relationships">' + ''.join(f'<Relationship Id="s{i}" Type="{office}/worksheet" Target="s{i}.xml"/>' for i in (1, 2)) + '</Relationships>')
        archive.writestr('xl/s1.xml', sheet(accounts))
        archive.writestr('xl/s2.xml', sheet(deals))
    return file.getvalue()


def rows(count, identity, name='n', owner='Ann'):
    accounts = [[identity(i), f'{name}{i}', 'S', owner] for i in range(count)]
    deals = [[f'D{i:06d}', identity(i), f'{name}{i}', owner, 1000 + i, 'Contacted', 45000, 44900, 45800] for i in range(count)]
    return accounts, deals


class Share:
    """A folder of somebody's, with a good workbook in it, and room beside it."""
    def __init__(self, options):
        self.options, self.place = options, tempfile.mkdtemp(prefix='strangers-')
        self.folder = f'{self.place}/share'
        os.makedirs(self.folder)
        self.put('good.xlsx', team(*rows(3, lambda i: f'A{i}')))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.place, ignore_errors=True)

    def put(self, name, data):
        os.makedirs(os.path.dirname(f'{self.folder}/{name}'), exist_ok=True)
        with open(f'{self.folder}/{name}', 'wb') as file:
            file.write(data if isinstance(data, bytes) else data.encode())

    def night(self, *more):
        return command.execute([self.options.dealbook, 'nightly', self.folder, *DAY, '--json', f'{self.place}/night.json', *more], self.place, memory=0)

    def json(self):
        with open(f'{self.place}/night.json', encoding='utf-8') as file:
            return json.load(file)


OFF = 'extends: key-account\nrules:\n' + ''.join(f'  {rule}: off\n' for rule in ('ACC-001', 'DEA-001', 'DEA-004', 'GEN-017'))
WAIVERS = 'waivers:\n  - {rule: GEN-017, reason: x, expires: 2030-12-31}\n'


def speakers(options, report):
    started, failures, count = time.monotonic(), [], 0
    for name, text in (('dealbook.yaml', OFF), ('sub/dealbook.yaml', OFF), ('dealbook.yaml', 'a: [\r# x\r*y'), ('dealbook.yaml', 'x' * (2 << 20)),
                       ('dealbook-waivers.yaml', WAIVERS), ('sub/dealbook-waivers.yaml', WAIVERS), ('dealbook.yaml', None), ('dealbook-waivers.yaml', None)):
        with Share(options) as share:
            share.put('sub/other.xlsx', team(*rows(4, lambda i: f'B{i}')))
            share.night('-q')
            before = sorted(f['fingerprint'] for f in share.json()['findings'])
            if text is None:
                os.mkfifo(f'{share.folder}/{name}')
            else:
                share.put(name, text)
            code, out, err, seconds, _ = share.night('-q')
            night = share.json()
            count += 1
            if code not in (0, 1) or seconds > 50:
                failures.append(f'W1 {name}: exit {code} after {seconds:.0f} s {err[:200]}')
            if sorted(f['fingerprint'] for f in night['findings']) != before or night['summary']['fixed']:
                failures.append(f'W1 {name}: findings are others')
            if name not in out.decode() or '--trust-found' not in out.decode():
                failures.append(f'W1 {name}: standard output does not name it: {out[:200]!r}')
            if not any(a['path'].endswith(name) and not a['isInForce'] for a in night['authorities']):
                failures.append(f'W1 {name}: the JSON does not name it')
    report.add('W1', 'who may speak: found playbooks and waivers', count, failures, started)


def work(options, report):
    started, failures, count = time.monotonic(), [], 0
    shapes = [
        ('ids that are patterns', rows(4000 if options.quick else 16_000, lambda i: f'A*{i:06d}')),
        ('ids of many stars', rows(4000 if options.quick else 16_000, lambda i: f'*A*A*A*A*B{i:06d}', name='A' * 30)),
        ('ids that compare', rows(4000 if options.quick else 16_000, lambda i: f'>A{i:06d}')),
        ('long ids that are patterns', rows(40, lambda i: '*' + 'A' * 16_000 + f'B{i}')),
        ('long ids', rows(200, lambda i: 'A' * 16_000 + f'B{i}')),
        ('cells too long', rows(20, lambda i: 'A' * 200_000 + f'B{i}')),
        ('long names', rows(60, lambda i: f'A{i}', name='N' * 30_000, owner='O' * 30_000)),
        ('many findings', rows(8000, lambda i: ' ', owner=' ')),
    ]
    if options.slice:
        shapes = shapes[3:5]
    for name, (accounts, deals) in shapes:
        with Share(options) as share:
            share.put('big.xlsx', team(accounts, deals))
            size = os.path.getsize(f'{share.folder}/big.xlsx')
            code, out, err, _, peak = share.night('-q', '--html', f'{share.place}/html', '--csv', f'{share.place}/n.csv')
            written = sum(os.path.getsize(p) for p in glob.glob(f'{share.place}/**', recursive=True) if os.path.isfile(p) and not p.startswith(share.folder + '/'))
            used = os.times()
            count += 1
            if code not in (0, 1, 3):
                failures.append(f'W2 {name}: exit {code} {err[:200]}')
            if peak > 512 << 20:
                failures.append(f'W2 {name}: {peak >> 20} MiB')
            if written > 16 << 20:
                failures.append(f'W2 {name}: {size} bytes made {written} bytes of output and history')
            if not any(f['path'] == 'good.xlsx' and f['outcome'] == 'checked' for f in share.json()['files']):
                failures.append(f'W2 {name}: the good workbook was not checked')
    report.add('W2', 'work that a small file asks for', count, failures, started)


def links(options, report):
    started, failures, count = time.monotonic(), [], 0
    with Share(options) as share:
        outside = f'{share.place}/outside'
        os.makedirs(outside)
        victim = f'{outside}/x.xlsx'
        shutil.copy(f'{share.folder}/good.xlsx', victim)
        with open(victim, 'rb') as file:
            whole = file.read()
        os.symlink(victim, f'{share.folder}/link.xlsx')
        os.symlink('good.xlsx', f'{share.folder}/inside.xlsx')
        os.mkfifo(f'{share.folder}/pipe.xlsx')
        for device in ('zero', 'stdin'):
            os.symlink(f'/dev/{device}', f'{share.folder}/{device}.xlsx')
        os.makedirs(f'{share.folder}/sub')
        shutil.copy(victim, f'{share.folder}/sub/x.xlsx')
        stop = False

        def swap():
            folder = f'{share.folder}/sub'
            while not stop:
                try:
                    os.rename(folder, f'{share.place}/real')
                    os.symlink(outside, folder)
                    time.sleep(0.004)
                    os.unlink(folder)
                    os.rename(f'{share.place}/real', folder)
                    time.sleep(0.004)
                except OSError:
                    pass
        thread = threading.Thread(target=swap)
        thread.start()
        for number in range(options.count(10, 60)):
            code, _, err, _, _ = share.night('-q', '--fill', '--history', f'{share.place}/h{number % 3}.sqlite')
            count += 1
            if code not in (0, 1, 3, 4, 5, 6):
                failures.append(f'W3 exit {code} {err[:200]}')
            # 6: the folder was gone when it should have been flushed. What was written is whole, wherever the folder is now.
            if code == 6:
                stop = True
                thread.join()
                books = glob.glob(f'{share.folder}/sub/x.xlsx') + glob.glob(f'{share.place}/real/x.xlsx')
                if not any(zipfile.is_zipfile(p) and zipfile.ZipFile(p).testzip() is None for p in books if not os.path.islink(os.path.dirname(p))):
                    failures.append(f'W3 exit 6, and no whole workbook: {books} {err[:200]}')
                stop = False
                thread = threading.Thread(target=swap)
                thread.start()
            with open(victim, 'rb') as file:
                if file.read() != whole or os.listdir(outside) != ['x.xlsx']:
                    failures.append('W3 something outside was written')
                    break
        stop = True
        thread.join()
        files = {f['path']: f for f in share.json()['files']}
        if files.get('link.xlsx', {}).get('outcome') != 'unreadable' or files.get('inside.xlsx', {}).get('outcome') != 'checked':
            failures.append(f'W3 links: {files.get("link.xlsx")} {files.get("inside.xlsx")}')
    report.add('W3', 'links and folders that change', count, failures, started)


def twofold(options, report):
    started, failures, count = time.monotonic(), [], 0
    good = team(*rows(2, lambda i: f'A{i}'))

    def comment():
        inner = team(*rows(3, lambda i: f'B{i}'))
        return good[:-2] + struct.pack('<H', len(inner)) + inner if len(inner) < 65_536 else good

    def changed(name, old, new, more=None):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as target:
            for entry in source.namelist():
                data = source.read(entry)
                target.writestr(entry, data.replace(old.encode(), new.encode(), 1) if entry == name else data)
            for entry, data in (more or {}).items():
                target.writestr(entry, data)
        return out.getvalue()

    def renamed():
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as target:
            for entry in source.namelist():
                info = zipfile.ZipInfo(entry)
                if entry == 'xl/s2.xml':
                    info.extra = struct.pack('<HHBI', 0x7075, 5 + len(b'xl/s1.xml'), 1, 0) + b'xl/s1.xml'
                target.writestr(info, source.read(entry))
        return out.getvalue()
    cases = {
        'an archive in the comment': (comment(), ('comment',)),
        'two relationships with one id': (changed('xl/_rels/workbook.xml.rels', 'Id="s2"', 'Id="s1"'), ('s1.xml', 's2.xml')),
        'two main parts': (changed('_rels/.rels', '</Relationships>', '<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/s1.xml"/></Relationships>'), ('xl/workbook.xml', 'xl/s1.xml')),
        'another name in an extra field': (renamed(), ('xl/s1.xml', 'xl/s2.xml')),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, (data, needles) in cases.items():
            with open(f'{folder}/book.xlsx', 'wb') as file:
                file.write(data)
            for words in (['check', 'book.xlsx'], ['fill', 'book.xlsx', '--in-place'], ['cells', 'book.xlsx', '--limits', 'untrusted']):
                code, _, err, _, _ = command.execute([options.dealbook, *words], folder)
                count += 1
                if code != 3 or any(needle not in err for needle in needles):
                    failures.append(f'W4 {name}, {words[0]}: exit {code} {err[:200]}')
            with open(f'{folder}/book.xlsx', 'rb') as file:
                if file.read() != data:
                    failures.append(f'W4 {name}: the file was touched')
    report.add('W4', 'what says two things', count, failures, started)


def history(options, report):
    """W5: a history that is damaged, or that somebody has prepared."""
    started, failures, count = time.monotonic(), [], 0

    def sql(path, *statements):
        with sqlite3.connect(path) as database:
            for statement in statements:
                database.execute(statement)
        database.close()

    def cut(path):
        with open(path, 'r+b') as file:
            file.truncate(os.path.getsize(path) // 2)

    def noise(path):
        with open(path, 'wb') as file:
            file.write(options.random.randbytes(20_000))

    def inflating(table, column, filler):
        def harm(path):
            with sqlite3.connect(path) as database:
                packed = database.execute(f'SELECT {column} FROM {table} LIMIT 1').fetchone()[0]
                whole = zlib.decompress(packed[8:], -15) + filler * (200 << 20)
                deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
                database.execute(f'UPDATE {table} SET {column} = ?', (struct.pack('<Q', len(whole)) + deflater.compress(whole) + deflater.flush(),))
            database.close()
        return harm
    harms = {
        'cut off': cut, 'noise': noise,
        'findings that inflate': inflating('lives', 'words', b' '), 'fates that inflate': inflating('lives', 'fates', b'\0'),
        'a workbook that inflates': inflating('observations', 'payload', b' '),
        'a migration of another name': lambda path: sql(path, "UPDATE grdb_migrations SET identifier = 'x' || identifier WHERE identifier LIKE '1 %'"),
        'a long name': lambda path: sql(path, 'INSERT INTO files SELECT run, path || hex(zeroblob(5000000)), outcome, why, size, sha256, observation, stamp FROM files'),
        'a trigger': lambda path: sql(path, 'CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM findings; END'),
        'a view for a table': lambda path: sql(path, 'ALTER TABLE changes RENAME TO c2', 'CREATE VIEW changes AS SELECT * FROM c2'),
        'texts for numbers': lambda path: sql(path, "UPDATE runs SET files = 'x', times = 'y'", "UPDATE files SET size = 'z'"),
        'nothing for a text': lambda path: sql(path, 'UPDATE observations SET payload = x\'00ff\''),
    }
    for name, harm in harms.items():
        with Share(options) as share:
            path = f'{share.place}/h.sqlite'
            share.night('-q', '--history', path)
            harm(path)
            code, _, err, seconds, peak = share.night('-q', '--history', path, '--as-of', '2026-04-01')
            count += 1
            if peak > 256 << 20 or seconds > 30:
                failures.append(f'W5 {name}: {peak >> 20} MiB, {seconds:.0f} s')
            if code not in (0, 1, 5):
                failures.append(f'W5 {name}: exit {code} {err[:300]}')
            code, _, err, _, _ = share.night('-q', '--history', path)
            if code not in (0, 1):
                failures.append(f'W5 {name}: the next run ends with {code} {err[:300]}')
    report.add('W5', 'histories that are damaged or prepared', count, failures, started)
