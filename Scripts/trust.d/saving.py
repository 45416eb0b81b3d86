# SPDX-License-Identifier: Apache-2.0
"""Classes I, K, C: saves that are disturbed. Whatever happens, the old file or the new one stands at its path, whole."""
import errno
import os
import re
import resource
import shutil
import subprocess
import tempfile
import time

import allocation
import books
import command
import powerloss
from probe import Probe

CLASSES = ('I1', 'I3', 'I5', 'K1', 'K2', 'I4', 'C1', 'C2', 'C3', 'C4')
CALLS = ['openat', 'write', 'read', 'fsync', 'fchmod', 'fchown', 'flistxattr', 'close', 'renameat2', 'rename', 'linkat', 'unlink', 'fstat', 'newfstatat', 'readlink']
ERRORS = ['EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EINTR', 'EROFS']
SET = ['set', 'book.xlsx', 'Data!A4=7', '--in-place', '-q']


def new_bytes(options, old, assignment='Data!A4=7'):
    with tempfile.TemporaryDirectory() as folder:
        put(folder, old)
        code, _, err, _, _ = command.execute([options.dealbook, 'set', 'book.xlsx', assignment, '-o', 'new.xlsx'], folder)
        assert code == 0, err
        return get(folder, 'new.xlsx')


def put(folder, data, name='book.xlsx'):
    with open(f'{folder}/{name}', 'wb') as file:
        file.write(data)


def get(folder, name='book.xlsx'):
    try:
        with open(f'{folder}/{name}', 'rb') as file:
            return file.read()
    except FileNotFoundError:
        return None


def judge(code, err, folder, old, new, killed=False):
    """None, or what is wrong with what a disturbed save left."""
    data, names = get(folder), set(os.listdir(folder)) - {'book.xlsx'}
    if data not in (old, new):
        return f'neither the old file nor the new one ({None if data is None else len(data)} bytes)'
    visible = [name for name in names if not name.startswith('.')]
    if visible:
        return f'left behind: {visible}'
    if killed:
        # A temporary file and a lock, and the same of a run whose lock was just being cleared away.
        return None if len(names) <= 4 else f'left behind: {names}'
    if code < 0 or code in (70,):
        return f'exit {code}: {err[:200]}'
    if (code in (0, 6)) != (data == new):
        return f'exit {code} and the {"new" if data == new else "old"} file: {err[:200]}'
    return None


def traced(options, folder, inject, words=SET):
    return command.execute(['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=' + inject.split(':')[0], '-e', 'inject=' + inject,
                            options.dealbook, *words], folder, memory=None)


def counts(options, old):
    """How often each call is made in one save."""
    with tempfile.TemporaryDirectory() as folder:
        put(folder, old)
        log = f'{folder}.log'
        command.execute(['strace', '-f', '-qq', '-o', log, '-e', 'trace=all', options.dealbook, *SET], folder, memory=None)
        with open(log) as file:
            calls = re.findall(r'^\d+ +(\w+)\(', file.read(), re.M)
        os.unlink(log)
    return calls


def faults(options, report, old, new):
    """I1: the k-th call of a kind fails, once or from then on."""
    started, failures, count = time.monotonic(), [], 0
    calls = counts(options, old)
    # The first calls are those of the loader, in which no program has a say.
    plan = [(call, k, error, sticky) for call in CALLS for k in range(1, calls.count(call) + 1)
            for error in ERRORS for sticky in (False, True)]
    chosen = [step for step in plan if step[0] not in ('openat', 'read', 'close', 'fstat', 'newfstatat') or step[1] > 4]
    for call, k, error, sticky in options.random.sample(chosen, min(len(chosen), options.count(120, 3_000))):
        with tempfile.TemporaryDirectory() as folder:
            put(folder, old)
            code, _, err, _, _ = traced(options, folder, f'{call}:error={error}:when={k}{"+" if sticky else ""}')
            count += 1
            # What fails before main has begun ends in an exit code of the loader.
            problem = None if code in (127, 1) and get(folder) == old else judge(code, err, folder, old, new)
            # Where nothing can be removed any more, hidden files may stay.
            if problem and problem.startswith('left behind') and sticky:
                problem = None
            if problem:
                failures.append(f'I1 {call} #{k} {error}{" for good" if sticky else ""}: {problem}')
    report.add('I1', 'saves in which a system call fails', count, failures, started)


def kills(options, report, old, new):
    """K1: killed at the k-th system call."""
    started, failures, count = time.monotonic(), [], 0
    total = counts(options, old)
    kinds = sorted(set(total))
    plan = [(call, k) for call in kinds for k in range(1, total.count(call) + 1) if call not in ('execve', 'exit_group')]
    # Those that change something first: of the others a sample will do.
    key = [step for step in plan if step[0] in ('linkat', 'renameat2', 'rename', 'unlink', 'fsync', 'fchmod', 'write')]
    rest = [step for step in plan if step not in key]
    if options.slice:
        key = options.random.sample(key, min(8, len(key)))
    for call, k in key + options.random.sample(rest, min(len(rest), options.count(60, 2_000))):
        with tempfile.TemporaryDirectory() as folder:
            put(folder, old)
            traced(options, folder, f'{call}:signal=KILL:when={k}')
            count += 1
            problem = judge(0, '', folder, old, new, killed=True)
            if not problem:
                # Whoever comes next is not held up and clears away what was left.
                code, _, err, _, _ = command.execute([options.dealbook, *SET], folder)
                if code != 0 or get(folder) != new or os.listdir(folder) != ['book.xlsx']:
                    problem = f'the next save: exit {code}, {os.listdir(folder)} {err[:200]}'
            if problem:
                failures.append(f'K1 killed at {call} #{k}: {problem}')
    report.add('K1', 'killed at each system call, then saved again', count, failures, started)


def random_kills(options, report):
    """K2: a large workbook, killed at a moment nobody chose."""
    started, failures, count = time.monotonic(), [], 0
    old = command.sheet_of(500 if options.slice else 20_000)
    new = new_bytes(options, old)
    with tempfile.TemporaryDirectory() as folder:
        put(folder, old)
        begun = time.monotonic()
        command.execute([options.dealbook, *SET], folder)
        usual = time.monotonic() - begun
        end = time.monotonic() + 60 * options.minutes
        tally = {old: 0, new: 0}
        while count < options.count(60, 500) or time.monotonic() < end:
            put(folder, old)
            process = subprocess.Popen([options.dealbook, *SET], cwd=folder, stderr=subprocess.DEVNULL)
            time.sleep(options.random.uniform(0, usual * 1.2))
            process.kill()
            process.wait()
            count += 1
            problem = judge(0, '', folder, old, new, killed=True)
            if problem:
                failures.append(f'K2 round {count}: {problem}')
            else:
                tally[get(folder)] += 1
        code, _, err, _, _ = command.execute([options.dealbook, *SET], folder)
        if code or os.listdir(folder) != ['book.xlsx']:
            failures.append(f'K2 the save after all: exit {code}, {os.listdir(folder)} {err[:200]}')
    report.add('K2', 'killed at random, one after the other', count, failures, started, f'{tally[old]} old, {tally[new]} new')


def full_disk(options, report, old, new):
    """I4: no room, no permission, a size limit, few descriptors."""
    started, failures, count, left_out = time.monotonic(), [], 0, []

    def one(label, folder, expected, **more):
        nonlocal count
        count += 1
        code, _, err, _, _ = command.execute([options.dealbook, *SET], folder, **more)
        problem = judge(code, err, folder, old, new)
        if not problem and expected is not None and code not in expected:
            problem = f'exit {code}, expected {expected}: {err[:200]}'
        if problem:
            failures.append(f'I4 {label}: {problem}')

    def limited(kind, value):
        def prepare():
            resource.setrlimit(kind, (value, value))
        return prepare
    for size in [0, 100, 1_000, len(new) // 2, len(new) - 1]:
        with tempfile.TemporaryDirectory() as folder:
            put(folder, old)
            count += 1
            process = subprocess.run([options.dealbook, *SET], cwd=folder, preexec_fn=limited(resource.RLIMIT_FSIZE, size), capture_output=True)
            problem = judge(process.returncode, process.stderr.decode(), folder, old, new)
            if problem or process.returncode != 5:
                failures.append(f'I4 files of at most {size} bytes: exit {process.returncode} {problem}')
    for limit in [4, 16] if options.slice else range(3, 25):
        for words in [SET, ['check', 'book.xlsx', '--fail-on', 'never'], ['check', 'book.xlsx', '--isolate', '--fail-on', 'never'], ['nightly', '.', '--settle', '0', '--fill', '--jobs', '4', '-q', '--history', '.h']]:
            with tempfile.TemporaryDirectory() as folder:
                put(folder, old)
                count += 1
                process = subprocess.run([options.dealbook, *words], cwd=folder, preexec_fn=limited(resource.RLIMIT_NOFILE, limit), capture_output=True)
                # 127: the loader could not open the libraries.
                problem = None if process.returncode in (0, 1, 3, 5, 127) else f'exit {process.returncode}'
                if words is SET and process.returncode in (0, 5):
                    problem = judge(process.returncode, process.stderr.decode(), folder, old, new)
                elif get(folder) != old and (words is SET or words[0] == 'check'):
                    problem = f'exit {process.returncode} and not the old file'
                elif process.returncode not in (0, 1) and not process.stderr:
                    problem = 'no message'
                if problem:
                    failures.append(f'I4 {limit} descriptors, {words[0]}: {problem} {process.stderr.decode()[:200]}')
    if os.getuid() == 0:
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o555)
            put(folder, old)
            os.chmod(f'{folder}/book.xlsx', 0o666)
            count += 1
            process = subprocess.run([options.dealbook, *SET], cwd=folder, user=65534, group=65534, extra_groups=[], capture_output=True)
            problem = judge(process.returncode, process.stderr.decode(), folder, old, new)
            if problem or process.returncode not in (5, 126):
                failures.append(f'I4 a folder that may not be written: exit {process.returncode} {problem} {process.stderr.decode()[:200]}')
        big = command.sheet_of(3_000)
        bigger = new_bytes(options, big)
        for spare in ([0, 8, 64] if options.quick else range(0, 400, 8)):
            with tempfile.TemporaryDirectory() as folder:
                size = (len(big) + 4095) // 4096 * 4096 + 4096 * spare
                if subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={size}', 'tmpfs', folder], capture_output=True).returncode:
                    left_out.append('no tmpfs could be mounted')
                    break
                try:
                    put(folder, big)
                    count += 1
                    code, _, err, _, _ = command.execute([options.dealbook, *SET], folder)
                    problem = judge(code, err, folder, big, bigger)
                    if problem or code not in (0, 5):
                        failures.append(f'I4 {spare * 4} KiB left on the disk: exit {code} {problem} {err[:100]}')
                finally:
                    subprocess.run(['umount', folder], check=True)
        with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as image:
            image.truncate(16 << 20)
            made = shutil.which('mkfs.ext4') and subprocess.run(['mkfs.ext4', '-q', '-F', '-m', '0', image.name], capture_output=True).returncode == 0
            if not made or subprocess.run(['mount', '-o', 'loop', image.name, folder], capture_output=True).returncode:
                left_out.append('no ext4 could be made and mounted')
            else:
                try:
                    os.rmdir(f'{folder}/lost+found')
                    for spare in ([0, 4, 100] if options.quick else [*range(0, 32, 4), *range(32, 400, 16)]):
                        put(folder, big)
                        with open(f'{folder}/.filler', 'wb') as filler:
                            try:
                                while True:
                                    filler.write(bytes(4096))
                                    filler.flush()
                            except OSError:
                                pass
                        os.truncate(f'{folder}/.filler', max(0, os.path.getsize(f'{folder}/.filler') - spare * 1024))
                        os.sync()
                        count += 1
                        code, _, err, _, _ = command.execute([options.dealbook, *SET], folder)
                        os.unlink(f'{folder}/.filler')
                        problem = judge(code, err, folder, big, bigger)
                        if problem or code not in (0, 5) or os.listdir(folder) != ['book.xlsx']:
                            failures.append(f'I4 {spare} KiB left on ext4: exit {code} {problem} {os.listdir(folder)} {err[:100]}')
                finally:
                    subprocess.run(['umount', folder], check=True)
    else:
        left_out.append('full disks and folders that may not be written need root')
    report.add('I4', 'no room, no permission, limits', count, failures, started, '; '.join(left_out))


def meddling(options, report, old, new):
    """C1: another program changes the file between reading and saving: every k-th call is held up meanwhile."""
    started, failures, count = time.monotonic(), [], 0
    theirs = new_bytes(options, old, 'Data!A3=99')

    def rename(folder):
        put(folder, theirs, 'other')
        os.rename(f'{folder}/other', f'{folder}/book.xlsx')

    def in_place(folder):
        info = os.stat(f'{folder}/book.xlsx')
        put(folder, theirs)
        os.utime(f'{folder}/book.xlsx', ns=(info.st_atime_ns, info.st_mtime_ns))
    moments = [('openat', 12), ('fsync', 1), ('fchmod', 1), ('linkat', 1), ('renameat2', 1)]
    for call, k in options.random.sample(moments, 1 if options.slice else len(moments)):
        for what in (rename, in_place):
            with tempfile.TemporaryDirectory() as folder:
                put(folder, old)
                process = subprocess.Popen(['strace', '-f', '-qq', '-o', '/dev/null', '-e', f'trace={call}', '-e',
                                            f'inject={call}:delay_enter=600000:when={k}', options.dealbook, *SET], cwd=folder,
                                           stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
                time.sleep(0.35)
                what(folder)
                err = process.communicate()[1].decode()
                count += 1
                data, left = get(folder), [name for name in os.listdir(folder) if name != 'book.xlsx']
                # Either it was seen, or it came before we read the file (which then has both changes), or after all was done.
                if data == theirs and process.returncode in (0, 4) and not left:
                    continue
                if data != theirs and data != old and data != new and process.returncode == 0 and not left:
                    continue
                failures.append(f'C1 {what.__name__} at {call} #{k}: exit {process.returncode}, '
                                f'{"theirs" if data == theirs else "ours" if data == new else "other"}, {left} {err[:120]}')
    report.add('C1', 'changed by another while saving', count, failures, started)


def writers(options, report, old):
    """C2: many at once; each that says it saved has saved."""
    started, failures = time.monotonic(), []
    rounds = options.count(40, 500)
    probe = Probe(options.probe)
    with tempfile.TemporaryDirectory() as folder:
        put(folder, old)
        saved, tries = 0, 0
        for number in range(rounds):
            running = [(f'F{number * 4 + n + 10}', subprocess.Popen(
                [options.dealbook, 'set', 'book.xlsx', f'Data!F{number * 4 + n + 10}=1', '--in-place', '-q', '--wait-lock', '5'], cwd=folder,
                stderr=subprocess.PIPE)) for n in range(4)]
            verdict, _, sentence = probe.run('zip', get(folder))
            if verdict != 'accepted':
                failures.append(f'C2 round {number}: a reader found {verdict} {sentence[:120]}')
            for cell, process in running:
                err = process.communicate()[1].decode()
                tries += 1
                if process.returncode == 0:
                    saved += 1
                elif process.returncode != 4:
                    failures.append(f'C2 round {number}: exit {process.returncode} {err[:200]}')
        code, out, _, _, _ = command.execute([options.dealbook, 'cells', 'book.xlsx'], folder)
        there = len(re.findall(rb'!F\d+\t', out))
        if there != saved:
            failures.append(f'C2 {saved} saves were confirmed, {there} are there')
        if os.listdir(folder) != ['book.xlsx']:
            failures.append(f'C2 left behind: {os.listdir(folder)}')
    probe.stop()
    report.add('C2', 'four at once', tries, failures, started, f'{saved} saved, {tries - saved} told to try again')


def locks(options, report, old, new):
    """C3: lock files, whole and broken; options of the save."""
    started, failures, count = time.monotonic(), [], 0
    for name in ('~$book.xlsx', '~$ok.xlsx', '.~lock.book.xlsx#'):
        for data in (b'', b'\x04Wang', b'\xff' * 165, b',,,', b'a,b\x1b[2J,c', os.urandom(300)):
            with tempfile.TemporaryDirectory() as folder:
                put(folder, old)
                put(folder, data, name)
                count += 1
                code, _, err, _, _ = command.execute([options.dealbook, *SET], folder)
                if code != 4 or name not in err or ' since ' not in err or get(folder) != old or '\x1b' in err:
                    failures.append(f'C3 {name} {data[:10]!r}: exit {code} {err[:200]}')
    with tempfile.TemporaryDirectory() as folder:
        for number in (1, 2, 3):
            count += 1
            put(folder, old)
            code, _, err, _, _ = command.execute([options.dealbook, *SET, '--backup'], folder)
            if code or get(folder) != new or get(folder, f'book.xlsx.~{number}~') != old:
                failures.append(f'C3 backup {number}: exit {code} {err[:200]} {os.listdir(folder)}')
    for words, expected in (([], 5), (['--break-hardlinks'], 0)):
        with tempfile.TemporaryDirectory() as folder:
            put(folder, old)
            os.link(f'{folder}/book.xlsx', f'{folder}/.second')
            count += 1
            code, _, err, _, _ = command.execute([options.dealbook, *SET, *words], folder)
            if code != expected or get(folder, '.second') != old or get(folder) != (old if expected else new):
                failures.append(f'C3 hard link {words}: exit {code} {err[:200]}')
    with tempfile.TemporaryDirectory() as folder:
        put(folder, old)
        put(folder, b'', '~$book.xlsx')
        process = subprocess.Popen([options.dealbook, *SET, '--wait-lock', '30'], cwd=folder, stderr=subprocess.PIPE)
        time.sleep(0.6)
        count += 1
        early = process.poll()
        os.unlink(f'{folder}/~$book.xlsx')
        if early is not None or process.wait() or get(folder) != new:
            failures.append(f'C3 --wait-lock: {early} {process.returncode}')
    report.add('C3', 'locks, backups, hard links', count, failures, started)


def nights(options, report):
    """C4: nightly --fill over a folder in which not all is well, with backups; then killed at random."""
    started, failures, count = time.monotonic(), [], 0
    with open(os.path.join(os.path.dirname(__file__), '..', '..', 'workbooks', 'messy_en.xlsx'), 'rb') as file:
        old = file.read()
    day = ['--as-of', '2026-03-31']
    with tempfile.TemporaryDirectory() as folder:
        put(folder, old)
        code, _, err, _, _ = command.execute([options.dealbook, 'fill', 'book.xlsx', '--in-place', '-q', *day], folder)
        assert code == 0, err
        new = get(folder)
    night = ['nightly', 'team', '--fill', '--backup', '--settle', '0', '--history', 'h.sqlite', '--fail-on', 'never', *day]

    def check(what, holds):
        nonlocal count
        count += 1
        if not holds:
            failures.append(f'C4 {what}')
    with tempfile.TemporaryDirectory() as folder:
        team = f'{folder}/team'
        os.mkdir(team)
        for name in ('plain.xlsx', 'open.xlsx', 'linked.xlsx', 'second.xlsx'):
            put(team, old, name)
        put(team, b'\x04Wang' + bytes(160), '~$open.xlsx')
        put(team, old[:9_000], 'cut.xlsx')
        put(team, b'older', 'second.xlsx.~1~')
        os.link(f'{team}/linked.xlsx', f'{folder}/other-name')
        os.mkdir(f'{folder}/elsewhere')
        put(f'{folder}/elsewhere', old, 'target.xlsx')
        os.symlink('../elsewhere/target.xlsx', f'{team}/link.xlsx')
        os.chmod(f'{team}/plain.xlsx', 0o640)
        code, out, err, _, _ = command.execute([options.dealbook, *night], folder)
        check(f'exit {code}: {err[:200]}', code in (3, 4, 5))
        check('a plain workbook is filled', get(team, 'plain.xlsx') == new)
        check('its mode stays', os.stat(f'{team}/plain.xlsx').st_mode & 0o777 == 0o640)
        check('its backup is the old one', get(team, 'plain.xlsx.~1~') == old)
        check('a backup that is there stays', (get(team, 'second.xlsx.~1~'), get(team, 'second.xlsx.~2~'), get(team, 'second.xlsx')) == (b'older', old, new))
        check('one that is open is left alone', get(team, 'open.xlsx') == old and get(team, 'open.xlsx.~1~') is None)
        check('one with a second name is left alone', get(team, 'linked.xlsx') == old)
        check('one that is cut off is left alone', get(team, 'cut.xlsx') == old[:9_000])
        check('a link is kept', os.path.islink(f'{team}/link.xlsx') and get(f'{folder}/elsewhere', 'target.xlsx') in (old, new))
        check(f'each that was left alone is named: {err[:300]}', all(name in out.decode() + err for name in ('open.xlsx', 'linked.xlsx', 'cut.xlsx')))
        before = command.state(team)
        code, _, err, _, _ = command.execute([options.dealbook, *night], folder)
        check(f'the next night changes nothing: exit {code}', command.state(team) == before)
        os.unlink(f'{team}/~$open.xlsx')
        code, _, err, _, _ = command.execute([options.dealbook, *night], folder)
        check('what was open is filled the night after', get(team, 'open.xlsx') == new and get(team, 'open.xlsx.~1~') == old)
        check(f'nothing is left behind: {os.listdir(team)}', not [name for name in os.listdir(team) if name.startswith('.')])
    for number in range(0 if options.slice else options.count(6, 60)):
        with tempfile.TemporaryDirectory() as folder:
            team = f'{folder}/team'
            os.mkdir(team)
            for n in range(4):
                put(team, old, f'b{n}.xlsx')
            process = subprocess.Popen([options.dealbook, *night], cwd=folder, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            time.sleep(options.random.uniform(0.02, 0.7))
            process.kill()
            process.wait()
            check(f'killed, round {number}', all(get(team, f'b{n}.xlsx') in (old, new) for n in range(4)))
            # Its workers end by themselves once nobody listens.
            time.sleep(0.5)
            code, _, err, _, _ = command.execute([options.dealbook, *night], folder)
            check(f'the night after a kill, round {number}: exit {code} {err[:200]} {sorted(os.listdir(team))}',
                  code == 0 and all(get(team, f'b{n}.xlsx') == new and get(team, f'b{n}.xlsx.~1~') == old for n in range(4)) and not [name for name in os.listdir(team) if name.startswith('.')])
    report.add('C4', 'nights that fill', count, failures, started)


def run(options, report, chosen):
    old = books.book()
    new = new_bytes(options, old)
    has_strace = shutil.which('strace') and subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true'], capture_output=True).returncode == 0
    for klass, needs_strace, work in [
            ('I1', True, lambda: faults(options, report, old, new)), ('K1', True, lambda: kills(options, report, old, new)),
            ('K2', False, lambda: random_kills(options, report)), ('I4', False, lambda: full_disk(options, report, old, new)),
            ('I5', False, lambda: allocation.run(options, report)), ('I3', True, lambda: powerloss.run(options, report)), ('C1', True, lambda: meddling(options, report, old, new)), ('C2', False, lambda: writers(options, report, old)),
            ('C3', False, lambda: locks(options, report, old, new)), ('C4', False, lambda: nights(options, report))]:
        if klass not in chosen:
            continue
        if needs_strace and not has_strace:
            print(f'{klass}  left out: strace is not there or may not trace')
            continue
        work()
