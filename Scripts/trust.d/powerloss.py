# SPDX-License-Identifier: Apache-2.0
"""I3: the power fails. What one save asks of the system is written down (strace), and played on a disk of our own that may lose,
reorder and tear all that was not flushed: after each call, in every state that the disk may then be in, the old file or the new one
stands at its path, whole; and once the command has ended well, the new one."""
import os
import re
import subprocess
import tempfile
import time

import books
import command

CALLS = 'openat,open,creat,close,dup,dup2,dup3,fcntl,write,pwrite64,writev,copy_file_range,sendfile,ftruncate,truncate,fallocate,fsync,fdatasync,sync,syncfs,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat'
LINE = re.compile(r'^(\d+) +(.*)$')
PAGE = 4096


def calls_of(log):
    """(name, arguments as text, result) of each call that succeeded, in the order in which they came back."""
    waiting = {}
    for line in log.splitlines():
        pid, rest = LINE.match(line).groups()
        if rest.endswith('<unfinished ...>'):
            waiting[pid] = rest[:-len('<unfinished ...>')].rstrip()
            continue
        resumed = re.match(r'<\.\.\. \w+ resumed>(.*)$', rest)
        if resumed:
            rest = waiting.pop(pid) + resumed[1]
        found = re.match(r'(\w+)\((.*)\) += (\d+)', rest)
        if found:
            yield found[1], found[2], int(found[3])


def strings(arguments):
    return [bytes.fromhex(text.replace('\\x', '')) for text in re.findall(r'(?<!<)"((?:\\x[0-9a-f]{2})*)"', arguments)]


class Inode:
    """Contents: what is flushed, and the writes since."""

    def __init__(self, data=b''):
        self.safe, self.writes = data, []

    def flush(self):
        self.safe, self.writes = self.now(), []

    def now(self):
        return play(self.safe, self.writes)

    def states(self):
        """What the disk may hold of it: any write lost, any torn at any page, any order."""
        if not self.writes:
            return {self.safe}
        states = {self.safe, self.now()}
        pieces = [(at + p, data[p:p + PAGE]) for at, data in self.writes for p in range(0, max(1, len(data)), PAGE)]
        for n in range(len(pieces) + 1):
            states.add(play(self.safe, pieces[:n]))
            states.add(play(self.safe, pieces[n:]))
            states.add(play(self.safe, pieces[:n] + pieces[n + 1:]))
            if n < len(pieces):
                # Its size is known, its contents are not.
                at, data = pieces[n]
                states.add(play(self.safe, pieces[:n] + [(at, bytes(len(data)))] + pieces[n + 1:]))
                states.add(play(self.safe, pieces[:n] + [(at, data[:512])]))
        return states


def play(data, writes):
    image = bytearray(data)
    for at, piece in writes:
        if len(image) < at + len(piece):
            image.extend(bytes(at + len(piece) - len(image)))
        image[at:at + len(piece)] = piece
    return bytes(image)


class Disk:
    """One folder. Each name may stand for any inode that it stood for since the folder was last flushed."""

    def __init__(self, folder):
        self.folder = folder
        self.now, self.may_be, self.open = {}, {}, {}
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), 'rb') as file:
                self.now[name] = Inode(file.read())
        self.flush_names()

    def flush_names(self):
        self.may_be = {name: [inode] for name, inode in self.now.items()}

    def name(self, path):
        path = os.path.join(self.folder, os.fsdecode(path))
        return os.path.basename(path) if os.path.dirname(path) == self.folder else None

    def bind(self, name, inode):
        self.may_be.setdefault(name, [None] if name not in self.now else [self.now[name]]).append(inode)
        if inode is None:
            self.now.pop(name, None)
        else:
            self.now[name] = inode

    def apply(self, call, arguments, result):
        """Whether the call has to do with the folder and changes something."""
        texts = strings(arguments)
        fd = int(found[0]) if (found := re.match(r'\d+', arguments)) else None
        if call in ('openat', 'open', 'creat'):
            if os.path.join(self.folder, os.fsdecode(texts[0])) == self.folder:
                # A file without a name, or the folder itself.
                self.open[result] = [Inode() if 'O_TMPFILE' in arguments else self, 0]
                return False
            name = self.name(texts[0])
            self.open.pop(result, None)
            if name is None:
                return False
            if name not in self.now:
                assert 'O_CREAT' in arguments, arguments
                self.bind(name, Inode())
            self.open[result] = [self.now[name], 0]
            if 'O_TRUNC' in arguments:
                # The old contents may be gone, and may not.
                inode = self.now[name] = Inode()
                self.may_be[name].append(inode)
                self.open[result] = [inode, 0]
                return True
            return 'O_CREAT' in arguments
        if call == 'close':
            self.open.pop(fd, None)
            return False
        if call in ('write', 'pwrite64', 'ftruncate', 'fsync', 'fdatasync'):
            if fd not in self.open:
                return False
            inode, at = self.open[fd]
            if call in ('fsync', 'fdatasync'):
                inode.flush_names() if inode is self else inode.flush()
            elif call == 'ftruncate':
                inode.writes.append((int(arguments.rsplit(',', 1)[1]), b''))
            elif call == 'pwrite64':
                inode.writes.append((int(arguments.rsplit(',', 1)[1]), texts[-1][:result]))
            else:
                inode.writes.append((at, texts[-1][:result]))
                self.open[fd][1] += result
            return True
        if call in ('rename', 'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat'):
            if texts[0].startswith(b'/proc/self/fd/'):
                self.bind(self.name(texts[1]), self.open[int(texts[0].rsplit(b'/')[-1])][0])
                return True
            names = [self.name(text) for text in texts]
            if not any(names):
                return False
            assert all(names), arguments
            if call in ('unlink', 'unlinkat'):
                self.bind(names[0], None)
            elif call in ('link', 'linkat'):
                self.bind(names[1], self.now[names[0]])
            else:
                old, new = self.now[names[0]], self.now.get(names[1])
                self.bind(names[1], old)
                self.bind(names[0], new if 'RENAME_EXCHANGE' in arguments else None)
            return True
        assert call in ('fcntl', 'sync', 'syncfs') or fd not in self.open, f'{call} is not known to the model'
        return False

    def states(self, name):
        """Everything that may be found under `name`; None for no file."""
        for inode in self.may_be.get(name, [None]):
            if inode is None:
                yield None
            else:
                yield from inode.states()


def record(options, folder, words):
    """The calls of one run, and its exit code."""
    log = f'{folder}.log'
    process = subprocess.run(['strace', '-f', '-qq', '-xx', '-s', '100000000', '-e', f'trace={CALLS}', '-o', log, options.dealbook, *words], cwd=folder,
                             capture_output=True, env=dict(os.environ, SWIFT_BACKTRACE='enable=no'))
    with open(log) as file:
        calls = list(calls_of(file.read()))
    os.unlink(log)
    return calls, process.returncode, process.stderr.decode()


def replay(before, folder, calls, target, allowed, at_end, without=None):
    """(states seen, what is wrong). `before` says what was in the folder."""
    with tempfile.TemporaryDirectory() as start:
        for name, data in before.items():
            with open(f'{start}/{name}', 'wb') as file:
                file.write(data)
        disk = Disk(start)
    disk.folder = folder
    count = 0
    for number, (call, arguments, result) in enumerate(calls):
        if number in (without or ()):
            continue
        if not disk.apply(call, arguments, result):
            continue
        for state in disk.states(target):
            count += 1
            if state not in allowed:
                return count, f'after {call} (call {number}): {"no file" if state is None else f"{len(state)} bytes that are neither"}'
    for name, wanted in at_end.items():
        for state in disk.states(name):
            count += 1
            if state != wanted:
                return count, f'at the end {name} may not be on the disk'
    return count, None


def run(options, report):
    started, failures, count = time.monotonic(), [], 0
    small, large = books.book(), command.sheet_of(1_500)
    in_place = ['set', 'book.xlsx', 'Data!A4=7', '--in-place', '-q']
    scenarios = [('set', {'book.xlsx': small}, in_place), ('set with a backup', {'book.xlsx': small}, in_place + ['--backup']),
                 ('set with a backup that is there', {'book.xlsx': small, 'book.xlsx.~1~': b'older'}, in_place + ['--backup']),
                 ('a large sheet', {'book.xlsx': large}, in_place), ('into another file', {'book.xlsx': small}, ['set', 'book.xlsx', 'Data!A4=7', '-o', 'out.xlsx', '-q']),
                 ('over another file', {'book.xlsx': small, 'out.xlsx': large}, ['set', 'book.xlsx', 'Data!A4=7', '-o', 'out.xlsx', '-q']),
                 ('what a kill left', {'book.xlsx': small, '.book.xlsx.1.dealbook-tmp': b'x'}, in_place), ('nothing to change', {'book.xlsx': small}, ['set', 'book.xlsx', 'Data!A4=-1.5E-7', '--in-place', '-q'])]
    with open(os.path.join(os.path.dirname(__file__), '..', '..', 'workbooks', 'messy_en.xlsx'), 'rb') as file:
        scenarios.append(('fill', {'book.xlsx': file.read()}, ['fill', 'book.xlsx', '--in-place', '--backup', '--repair', 'all', '--as-of', '2026-03-31', '-q']))
    for label, before, words in scenarios[:2] if options.slice else scenarios:
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            for name, data in before.items():
                with open(f'{folder}/{name}', 'wb') as file:
                    file.write(data)
            calls, code, err = record(options, folder, words)
            after = {name: open(f'{folder}/{name}', 'rb').read() for name in os.listdir(folder)}
        target = 'out.xlsx' if 'out.xlsx' in words else 'book.xlsx'
        if code:
            failures.append(f'I3 {label}: exit {code} {err[:200]}')
            continue
        allowed = {before.get(target), after[target]}
        seen, problem = replay(before, folder, calls, target, allowed, after)
        count += seen
        if problem:
            failures.append(f'I3 {label}: {problem}')
        # The model must notice a save that flushes too little: the file, the folder.
        flushes = [n for n, (call, arguments, _) in enumerate(calls) if call == 'fsync']
        if label == 'set' and (len(flushes) < 2 or any(not replay(before, folder, calls, target, allowed, after, without)[1] for without in (flushes, flushes[:1], flushes[1:]))):
            failures.append('I3 the model does not notice that a flush is missing')
    report.add('I3', 'power fails: every state of the disk', count, failures, started)
