# SPDX-License-Identifier: Apache-2.0
"""R1 - R3: workbooks that others made. Each is opened or refused for a stated reason; the edit of one cell leaves every other entry's bytes;
a fill done twice changes nothing the second time; and values are those that openpyxl reads, where it is installed."""
import datetime
import json
import os
import struct
import tempfile
import time
import zipfile

import command
from hostile import PLACE

MEMORY = 1 << 30


def workbooks(folder):
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(('.xlsx', '.xlsm')):
                yield os.path.join(place, name)


def raw(path):
    """The compressed bytes of each entry."""
    with zipfile.ZipFile(path) as file, open(path, 'rb') as data:
        result = {}
        for info in file.infolist():
            data.seek(info.header_offset + 26)
            name, extra = struct.unpack('<HH', data.read(4))
            data.seek(info.header_offset + 30 + name + extra)
            result[info.filename] = data.read(info.compress_size)
        return result


def run(options, report):
    started = time.monotonic()
    found = list(workbooks(options.corpus))[::options.every]
    counts = dict(opened=0, refused=0, edited=0, filled=0, values=0)
    refusals, failures, slowest, peak_of_all = {}, {'R1': [], 'R2': [], 'R3': []}, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for path in found:
            label = os.path.relpath(path, options.corpus)
            link = f'{folder}/book.xlsx'
            with open(path, 'rb') as source, open(link, 'wb') as target:
                target.write(source.read())

            def call(*words):
                nonlocal slowest, peak_of_all
                code, out, err, seconds, peak = command.execute([options.dealbook, *words], folder, memory=None)
                slowest, peak_of_all = max(slowest, seconds), max(peak_of_all, peak)
                if code not in (0, 1, 3, 5) or seconds > 60:
                    failures['R1'].append(f'R1 {label}: {words[0]}: exit {code}, {seconds:.0f} s {err[:200]}')
                elif code == 3 and ('book.xlsx' not in err or not (PLACE.search(err) or 'Excel' in err or 'not an' in err or 'empty' in err or 'password' in err)):
                    failures['R1'].append(f'R1 {label}: {words[0]}: no place: {err[:200]}')
                return code, out, err
            code, out, err = call('cells', 'book.xlsx', '--format', 'jsonl')
            for words in (('inspect', 'book.xlsx'), ('check', 'book.xlsx', '--fail-on', 'never')):
                call(*words)
            if code != 0:
                counts['refused'] += 1
                reason = err.split(': ', 2)[-1].strip()[:90]
                refusals[reason] = refusals.get(reason, 0) + 1
                continue
            counts['opened'] += 1
            lines = [json.loads(line) for line in out.decode().split('\n') if line]
            edit(folder, call, lines, failures['R2'], label, counts)
            values(path, lines, failures['R3'], label, counts)
    for klass, title, count, note in (('R1', 'workbooks of others are opened or refused', len(found), f'{counts["opened"]} opened, {counts["refused"]} refused, slowest {slowest:.1f} s'),
                                      ('R2', 'an edit leaves all else, a fill twice changes nothing', counts['edited'] + counts['filled'], ''),
                                      ('R3', 'values are those of openpyxl', counts['values'], '')):
        report.add(klass, title, count, failures[klass], started, note)
    for reason, count in sorted(refusals.items(), key=lambda pair: -pair[1]):
        print(f'      refused {count}: {reason}')


def edit(folder, call, lines, failures, label, counts):
    numbers = [line for line in lines if line['type'] == 'number' and 'formula' not in line and '!' not in line['sheet']]
    if numbers:
        cell = numbers[len(numbers) // 2]
        code, _, err = call('set', 'book.xlsx', f'{cell["sheet"]}!{cell["cell"]}=4711.25', '-o', 'out.xlsx')
        if code == 0:
            counts['edited'] += 1
            before, after = raw(f'{folder}/book.xlsx'), raw(f'{folder}/out.xlsx')
            changed = sorted(name for name in before if after.get(name) != before[name])
            added = sorted(set(after) - set(before))
            # The sheet; the chain of calculation goes, with its mention; the workbook may ask for a calculation.
            allowed = [name for name in changed if name.startswith('xl/worksheets/') or name in ('xl/workbook.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/calcChain.xml')]
            sheets = [name for name in changed if 'sheet' in name.lower() and '_rels' not in name]
            if added or changed != allowed or len(sheets) != 1:
                if not (not added and len(changed) <= 4 and all(name.lower().replace('\\', '/').endswith(('.xml', '.rels')) for name in changed)):
                    failures.append(f'R2 {label}: set changed {changed} and added {added}')
        elif code != 5 and 'formula' not in err and 'merged' not in err and 'stored' not in err:
            failures.append(f'R2 {label}: set: exit {code} {err[:200]}')
    code, _, err = call('fill', 'book.xlsx', '-o', 'once.xlsx', '--as-of', '2026-03-31')
    if code == 0 and os.path.exists(f'{folder}/once.xlsx'):
        counts['filled'] += 1
        code, _, err = call('fill', 'once.xlsx', '-o', 'twice.xlsx', '--as-of', '2026-03-31')
        again = f'{folder}/twice.xlsx'
        if code or (os.path.exists(again) and open(again, 'rb').read() != open(f'{folder}/once.xlsx', 'rb').read()):
            failures.append(f'R2 {label}: filling twice: exit {code} {err[:200]}')
    for name in os.listdir(folder):
        if name != 'book.xlsx':
            os.unlink(f'{folder}/{name}')


def values(path, lines, failures, label, counts):
    try:
        import openpyxl
        import warnings
        warnings.simplefilter('ignore')
        book = openpyxl.load_workbook(path, data_only=True, read_only=False)
    except Exception:
        return
    wrong = []
    for line in lines[:5_000]:
        if line['sheet'] not in book.sheetnames or not hasattr(book[line['sheet']], 'cell'):
            continue
        theirs = book[line['sheet']][line['cell']].value
        counts['values'] += 1
        ours = line['value']
        if isinstance(theirs, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)) or line['type'] == 'date' or theirs is None:
            continue
        same = abs(ours - theirs) <= 1e-9 * abs(theirs) if isinstance(theirs, (int, float)) and isinstance(ours, (int, float)) else str(ours).replace('\r\n', '\n') == str(theirs).replace('\r\n', '\n')
        # openpyxl takes some escapes (22.4.2.4) apart twice.
        if not same and '_x' not in f'{ours}{theirs}':
            wrong.append(f'{line["sheet"]}!{line["cell"]} {ours!r:.40} {theirs!r:.40}')
    if wrong:
        failures.append(f'R3 {label}: {len(wrong)} values, first {wrong[0]}')
