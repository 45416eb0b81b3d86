# SPDX-License-Identifier: Apache-2.0
"""W8: nights whose history, reports, pages, copies or workbooks lie on a disk that is full, or that soon is. Each must end in a documented
code, say so, leave every file whole, and come to the right end once there is room."""
import glob
import json
import os
import subprocess
import tempfile
import time
import zipfile

import command
import races
import strangers

PLACES = ('history', 'report', 'pages', 'fill', 'copies', 'annotated', 'all')


def whole(path):
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return False


def fill_up(path, free):
    """Takes all room but so many bytes."""
    file = os.open(path, os.O_CREAT | os.O_WRONLY)
    try:
        while True:
            os.write(file, bytes(4096))
    except OSError:
        pass
    os.close(file)
    os.truncate(path, max(0, os.path.getsize(path) - free))


def night(options, place, disk, free, failures, what):
    book = races.Ground.make('A', 'Ann')
    share = f'{disk}/share' if what in ('fill', 'all') else f'{place}/share'
    os.makedirs(share)
    for name in 'abc':
        with open(f'{share}/{name}.xlsx', 'wb') as file:
            file.write(book)

    def where(kind, name):
        return f'{disk if what in (kind, "all") else place}/{name}'
    more = ['--fill'] if what in ('fill', 'all') else ['--fill', '--output', f'{disk}/copies'] if what == 'copies' else ['--annotate', f'{disk}/annotated'] if what == 'annotated' else []
    words = [options.dealbook, 'nightly', share, *strangers.DAY, '-q', '--history', where('history', 'h.sqlite'), '--json', where('report', 'night.json'),
             '--html', where('pages', 'html'), *more]
    fill_up(f'{disk}/filler', free)
    code, out, err, _, _ = command.execute(words, place, memory=0)
    case = f'W8 {what}, {free >> 10} KiB free'
    if code not in (0, 3, 5):
        failures.append(f'{case}: exit {code} {err[:200]}')
    if code and not err and not out:
        failures.append(f'{case}: exit {code} without a word')
    for name in 'abc':
        with open(f'{share}/{name}.xlsx', 'rb') as file:
            if file.read() != book and not whole(f'{share}/{name}.xlsx'):
                failures.append(f'{case}: {name}.xlsx is broken')
    for path in glob.glob(f'{disk}/copies/*.xlsx') + glob.glob(f'{disk}/annotated/*.xlsx'):
        if not whole(path):
            failures.append(f'{case}: {path} is broken')
    for path in glob.glob(where('report', 'night.json')):
        with open(path, encoding='utf-8') as file:
            try:
                json.load(file)
            except ValueError:
                failures.append(f'{case}: the report is cut off')
    for path in glob.glob(f'{where("pages", "html")}/**/*.html', recursive=True):
        with open(path, encoding='utf-8') as file:
            if not file.read().rstrip().endswith('</html>'):
                failures.append(f'{case}: {os.path.basename(path)} is cut off')
    os.unlink(f'{disk}/filler')
    code, _, err, _, _ = command.execute(words, place, memory=0)
    left = [name for root in (place, disk) for _, _, names in os.walk(root) for name in names if name.startswith('.') or 'journal' in name or 'tmp' in name]
    if code != 0 or left:
        failures.append(f'{case}, and then there is room: exit {code} {left} {err[:200]}')


def run(options, report):
    started, failures, count = time.monotonic(), [], 0
    sizes = [0, 16, 64] if options.quick else [0, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512]
    for what in PLACES[-1:] if options.slice else PLACES:
        for free in sizes[1:2] if options.slice else sizes:
            with tempfile.TemporaryDirectory(prefix='full-') as place, tempfile.TemporaryDirectory(prefix='disk-') as disk:
                if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], capture_output=True).returncode:
                    print('W8  left out: no disk can be mounted')
                    return
                try:
                    night(options, place, disk, free << 10, failures, what)
                    count += 1
                finally:
                    subprocess.run(['umount', disk], check=True)
    report.add('W8', 'nights on a full disk', count, failures, started)
