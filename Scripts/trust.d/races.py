# SPDX-License-Identifier: Apache-2.0
"""W6 and W7: nights over a folder in which everything changes at every moment, and nights that are killed, the parent or a worker, at
moments nobody chose; then the next night, which has to come to the right end."""
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time

import command
import strangers

EXITS = {0, 1, 3, 4, 5, 6}


def digest(path):
    try:
        with open(path, 'rb') as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return None


class Ground:
    """A share with three workbooks, one of them in a folder, room beside it, and a folder of somebody else's with a workbook in it whose
    owner occurs nowhere else."""
    SECRET = 'Zebediah Outside'

    def __init__(self, options):
        self.options, self.place = options, tempfile.mkdtemp(prefix='races-')
        self.share, self.outside = f'{self.place}/share', f'{self.place}/outside'
        os.makedirs(f'{self.share}/sub')
        os.makedirs(self.outside)
        self.book = self.make('A', 'Ann')
        self.secret = self.make('Z', self.SECRET)
        self.restore()
        with open(f'{self.outside}/x.xlsx', 'wb') as file:
            file.write(self.secret)
        os.chmod(self.outside, 0o755)
        self.seen = self.state()
        self.filled = self.reference()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.place, ignore_errors=True)

    @staticmethod
    def make(letter, owner):
        accounts, deals = strangers.rows(3, lambda i: f'{letter}{i}', owner=owner)
        # A stage of the method, so that all of it is filled.
        return strangers.team(accounts, [deal[:5] + ['Won'] + deal[6:] for deal in deals])

    def restore(self):
        shutil.rmtree(self.share, ignore_errors=True)
        os.makedirs(f'{self.share}/sub')
        for name in ('a.xlsx', 'b.xlsx', 'sub/x.xlsx'):
            with open(f'{self.share}/{name}', 'wb') as file:
                file.write(self.book)

    def state(self):
        """All that lies in the folder of somebody else: names, bytes, times of writing, modes."""
        return sorted((name, digest(f'{self.outside}/{name}'), os.stat(f'{self.outside}/{name}').st_mtime_ns, os.stat(f'{self.outside}/{name}').st_mode)
                      for name in os.listdir(self.outside))

    def words(self, *more):
        return [self.options.dealbook, 'nightly', self.share, *strangers.DAY, '-q', '--fill', '--history', f'{self.place}/h.sqlite',
                '--json', f'{self.place}/night.json', '--html', f'{self.place}/html', *more]

    def reference(self):
        """What a night makes of the workbook when nothing disturbs it."""
        code, _, err, _, _ = command.execute(self.words(), self.place, memory=0)
        if code != 0:
            raise RuntimeError(f'the quiet night ends with {code} {err}')
        filled = digest(f'{self.share}/a.xlsx')
        self.restore()
        os.unlink(f'{self.place}/h.sqlite')
        return filled

    def spoken(self):
        """Whether any output or the history says what only the folder of somebody else holds."""
        for folder, _, names in os.walk(self.place):
            if folder.startswith((self.outside, self.share, f'{self.place}/held')):
                continue
            for name in names:
                with open(f'{folder}/{name}', 'rb') as file:
                    if self.SECRET.encode() in file.read():
                        return f'{folder}/{name}'
        return None

    def leftovers(self):
        """Names in the share that nobody put there."""
        found = []
        for folder, _, names in os.walk(self.share):
            found += [name for name in names if name not in ('a.xlsx', 'b.xlsx', 'x.xlsx')]
        return found


def swap_link(ground, path, target):
    """A name that is now the thing, now a link to somebody else's."""
    held = f'{ground.place}/held-{os.path.basename(path)}'

    def turn():
        os.rename(path, held)
        os.symlink(target, path)
        time.sleep(0.003)
        os.unlink(path)
        os.rename(held, path)
    return turn


def turns(ground):
    """Name, what happens again and again, and what puts all right when it was interrupted halfway."""
    share, outside = ground.share, ground.outside

    def replaced():
        for data in (ground.book, ground.book[:900], b''):
            with open(f'{share}/.new', 'wb') as file:
                file.write(data)
            os.rename(f'{share}/.new', f'{share}/a.xlsx')
            time.sleep(0.002)

    def hard():
        os.unlink(f'{share}/a.xlsx')
        os.link(f'{ground.place}/spare', f'{share}/a.xlsx')
        time.sleep(0.003)
        os.unlink(f'{share}/a.xlsx')
        with open(f'{share}/a.xlsx', 'wb') as file:
            file.write(ground.book)

    def pipe():
        os.unlink(f'{share}/a.xlsx')
        os.mkfifo(f'{share}/a.xlsx')
        time.sleep(0.003)
        os.unlink(f'{share}/a.xlsx')
        with open(f'{share}/a.xlsx', 'wb') as file:
            file.write(ground.book)
    with open(f'{ground.place}/spare', 'wb') as file:
        file.write(ground.book)
    return [
        ('a workbook and a link to one outside', swap_link(ground, f'{share}/a.xlsx', f'{outside}/x.xlsx')),
        ('a folder and a link to one outside', swap_link(ground, f'{share}/sub', outside)),
        ('a folder and a link to the folder above the root', swap_link(ground, f'{share}/sub', ground.place)),
        ('a workbook replaced, cut off and emptied', replaced),
        ('a workbook and another name of a file', hard),
        ('a workbook and a pipe', pipe),
    ]


def races(options, report):
    started, failures, count, codes = time.monotonic(), [], 0, {}
    rounds = 1 if options.slice else options.count(2, 10)
    with Ground(options) as ground:
        kinds = turns(ground)
        for name, turn in kinds[:3] if options.slice else kinds:
            for _ in range(rounds):
                count += 1
                stop = threading.Event()

                def work():
                    while not stop.is_set():
                        try:
                            turn()
                        except OSError:
                            pass
                        time.sleep(options.random.uniform(0, 0.004))
                thread = threading.Thread(target=work)
                thread.start()
                code, _, err, seconds, _ = command.execute(ground.words(), ground.place, memory=0)
                stop.set()
                thread.join()
                codes[code] = codes.get(code, 0) + 1
                if code not in EXITS:
                    failures.append(f'W6 {name}: exit {code} after {seconds:.0f} s {err[:200]}')
                if ground.state() != ground.seen:
                    failures.append(f'W6 {name}: outside is not as it was: {ground.state()}')
                    break
                if ground.spoken():
                    failures.append(f'W6 {name}: {ground.spoken()} holds what was read outside')
                # Nobody stirs: the next night comes to the right end, over what an interrupted save may have left there.
                shutil.rmtree(f'{ground.place}/held-sub', ignore_errors=True)
                if os.path.islink(f'{ground.share}/sub'):
                    os.unlink(f'{ground.share}/sub')
                ground.restore()
                code, _, err, _, _ = command.execute(ground.words(), ground.place, memory=0)
                made = [digest(f'{ground.share}/{n}') for n in ('a.xlsx', 'b.xlsx', 'sub/x.xlsx')]
                if code != 0 or set(made) != {ground.filled} or ground.leftovers():
                    failures.append(f'W6 after {name}: exit {code}, {[m == ground.filled for m in made]}, {ground.leftovers()} {err[:200]}')
                ground.restore()
    report.add('W6', 'races between look and use', count, failures, started, ', '.join(f'{n} with {code}' for code, n in sorted(codes.items())))


def descendants(process):
    try:
        with open(f'/proc/{process}/task/{process}/children') as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def kills(options, report):
    started, failures, count, tally = time.monotonic(), [], 0, {}
    rounds = 2 if options.slice else options.count(40, 300)
    with Ground(options) as ground:
        once = time.monotonic()
        command.execute(ground.words(), ground.place, memory=0)
        usual = time.monotonic() - once
        original = hashlib.sha256(ground.book).hexdigest()
        for number in range(rounds):
            ground.restore()
            count += 1
            which = ('the parent', 'a worker', 'all')[number % 3]
            process = subprocess.Popen(ground.words(), cwd=ground.place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(options.random.uniform(0, usual * 1.1))
            children = descendants(process.pid)
            try:
                if which == 'all':
                    os.killpg(process.pid, 9)
                elif which == 'the parent' or not children:
                    process.kill()
                else:
                    os.kill(options.random.choice(children), 9)
            except ProcessLookupError:
                pass
            process.wait(timeout=command.TIMEOUT)
            tally[which] = tally.get(which, 0) + 1
            if which != 'a worker':
                # Workers end with their parent.
                until = time.monotonic() + 2
                while time.monotonic() < until and any(os.path.exists(f'/proc/{child}') for child in children):
                    time.sleep(0.01)
                if any(os.path.exists(f'/proc/{child}') for child in children):
                    failures.append(f'W7 {number} {which}: a worker outlives its parent')
            elif process.returncode not in EXITS | {-9}:
                failures.append(f'W7 {number} {which}: exit {process.returncode}')
            for name in ('a.xlsx', 'b.xlsx', 'sub/x.xlsx'):
                if digest(f'{ground.share}/{name}') not in (original, ground.filled):
                    failures.append(f'W7 {number} {which}: {name} is neither the old nor the new one')
            if os.path.exists(f'{ground.place}/night.json'):
                with open(f'{ground.place}/night.json', encoding='utf-8') as file:
                    try:
                        json.load(file)
                    except ValueError:
                        failures.append(f'W7 {number} {which}: the report is cut off')
            code, _, err, _, _ = command.execute(ground.words(), ground.place, memory=0)
            made = [digest(f'{ground.share}/{n}') == ground.filled for n in ('a.xlsx', 'b.xlsx', 'sub/x.xlsx')]
            if code != 0 or not all(made) or ground.leftovers():
                failures.append(f'W7 {number} {which}, the next night: exit {code}, {made}, {ground.leftovers()} {err[:200]}')
            with sqlite3.connect(f'{ground.place}/h.sqlite') as database:
                if database.execute('PRAGMA integrity_check').fetchone()[0] != 'ok':
                    failures.append(f'W7 {number} {which}: the history is damaged')
            database.close()
            if ground.state() != ground.seen or ground.spoken():
                failures.append(f'W7 {number} {which}: something outside was touched')
            left = [name for name in os.listdir(ground.place) if name not in ('share', 'outside', 'h.sqlite', 'h.sqlite.lock', 'night.json', 'html', 'spare')]
            if left:
                failures.append(f'W7 {number} {which}: {left} is left')
                for name in left:
                    path = f'{ground.place}/{name}'
                    shutil.rmtree(path, ignore_errors=True) if os.path.isdir(path) else os.unlink(path)
    report.add('W7', 'nights that are killed', count, failures, started, ', '.join(f'{n} {which}' for which, n in sorted(tally.items())))


CLASSES = {'W6': races, 'W7': kills}
