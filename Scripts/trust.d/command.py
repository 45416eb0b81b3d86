# SPDX-License-Identifier: Apache-2.0
"""Runs the built command like a user would, on hostile files."""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import books
from zipmaker import deflate

MEMORY = 2 << 30
EXITS = {0, 1, 2, 3, 4, 5, 6}


def measure(arguments, folder, memory):
    """Like execute, but from a small process: the system counts what a process used before it became the command."""
    process = subprocess.run([sys.executable, '-B', __file__, folder, str(memory), *arguments], capture_output=True)
    code, peak, message = process.stdout.decode().split('\n', 2)
    return int(code), int(peak), message


# By the clock, for what hangs. A machine with many other things to do takes its time, so nothing else is judged by the clock.
TIMEOUT = 300


def execute(arguments, folder, memory=MEMORY, timeout=TIMEOUT, **more):
    """(exit code, standard output, standard error, seconds of processor time, bytes of memory at most)"""
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(arguments, cwd=folder, stdout=out, stderr=err, preexec_fn=limit,
                                   env=dict(os.environ, SWIFT_BACKTRACE='enable=no'), **more)
        # A case that hangs is killed, without affecting the others.
        import threading
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        seconds = usage.ru_utime + usage.ru_stime
        return process.returncode, out.read(), err.read().decode(errors='replace'), seconds, usage.ru_maxrss * 1024


def state(folder):
    result = {}
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            continue
        info = os.stat(path)
        with open(path, 'rb') as file:
            result[name] = (file.read(), info.st_ino, info.st_mtime_ns, info.st_mode)
    return result


def run(options, report, cases):
    """CLI: exit codes, messages, and that nothing is modified."""
    commands = [['cells', '--count'], ['check'], ['inspect'], ['cells', '--format', 'csv'], ['fill', '--dry-run'],
                ['check', '--isolate', '--format', 'json']]
    started, failures, count = time.monotonic(), [], 0
    for number, case in enumerate(cases):
        if case.kind not in ('workbook', 'edit'):
            continue
        count += 1
        words = commands[number % len(commands)]
        with tempfile.TemporaryDirectory() as folder:
            with open(f'{folder}/hostile.xlsx', 'wb') as file:
                file.write(case.data)
            before = state(folder)
            code, out, err, seconds, peak = execute(
                [options.dealbook, words[0], 'hostile.xlsx', *words[1:], '--limits', 'untrusted'], folder)
            problem = None
            if code not in EXITS:
                problem = f'exit {code}'
            elif seconds > 30:
                problem = f'took {seconds:.0f} s'
            elif code == 3 and 'hostile.xlsx: ' not in err:
                problem = f'the message does not name the file: {err[:200]}'
            elif peak > 1 << 30:
                problem = f'{peak >> 20} MiB of memory'
            elif state(folder) != before:
                problem = 'the folder is not as it was'
            if problem:
                failures.append(f'CLI {" ".join(words)} on {case.klass} {case.name}: {problem}')
    report.add('CLI', 'the command on hostile files', count, failures, started)


def sheet_of(rows):
    body = ''.join(f'<row r="{r}">' + ''.join(f'<c r="{c}{r}"><v>{r * 7 % 1000}.25</v></c>' for c in 'ABCDEFGH') + '</row>'
                   for r in range(1, rows + 1))
    return books.book(rows=body, after='')


def memory(options, report):
    """M1: memory grows no faster than the sheet, up to a cap. The largest sheet is 200 MB."""
    started, failures, count, peaks = time.monotonic(), [], 0, {}
    sizes = [2_000] if options.slice else [5_000, 40_000] if options.quick else [10_000, 80_000, 250_000, 830_000]
    words = [['cells', '--count'], ['check'], ['set', 'Data!H9=1', '-o', 'out.xlsx'], ['fill', '-o', 'out.xlsx']]
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            data = sheet_of(rows)
            with open(f'{folder}/book.xlsx', 'wb') as file:
                file.write(data)
            inflated = rows * 8 * 30
            for command in words:
                count += 1
                code, peak, err = measure([options.dealbook, command[0], 'book.xlsx', *command[1:]], folder, 1 << 30)
                peaks[command[0], rows] = peak
                if code not in (0, 1) and not (code == 3 and 'not a team workbook' in err):
                    failures.append(f'M1 {command[0]} of {rows} rows within 1 GiB: exit {code} {err[:200]}')
                elif peak > min(1 << 30, (64 << 20) + 8 * inflated):
                    failures.append(f'M1 {command[0]} of {rows} rows: {peak >> 20} MiB')
            # With far too little memory it must fail cleanly if it can, and always as the result for that file.
            count += 1
            code, _, err, _, _ = execute([options.dealbook, 'check', '--isolate', 'book.xlsx', '--limit', 'worker-memory=1MiB'], folder)
            if code not in (3, 70) or 'book.xlsx' not in err:
                failures.append(f'M1 check --isolate within 1 MiB: exit {code} {err[:200]}')
        import hostile
        base = hostile.Bases(options.dealbook).team
        for rows in [] if options.slice else [2_000] if options.quick else [2_000, 10_000]:
            data = hostile.change(base, {hostile.DEALS: hostile.rows(''.join(hostile.deal(n, f'd{n}', amount=str(n)) for n in range(100, 100 + rows)))})
            with open(f'{folder}/book.xlsx', 'wb') as file:
                file.write(data)
            for command in (['check'], ['fill', '-o', 'out.xlsx']):
                count += 1
                code, peak, err = measure([options.dealbook, command[0], 'book.xlsx', *command[1:], '--fail-on', 'never', '--as-of', '2026-03-31'], folder, 2 << 30)
                peaks[f'{command[0]} of deals', rows] = peak
                needed = hostile.inflated(f'{folder}/book.xlsx') + (hostile.inflated(f'{folder}/out.xlsx') if command[0] == 'fill' else 0)
                if code != 0 or peak > min(1 << 30, (64 << 20) + 8 * needed):
                    failures.append(f'M1 {command[0]} of {rows} deals: exit {code}, {peak >> 20} MiB {err[:200]}')
    note = ', '.join(f'{name} {rows} rows {peak >> 20} MiB' for (name, rows), peak in peaks.items() if rows == sizes[-1])
    report.add('M1', 'memory', count, failures, started, note)


if __name__ == '__main__':
    code, _, err, _, peak = execute(sys.argv[3:], sys.argv[1], memory=int(sys.argv[2]))
    print(code, peak, err, sep='\n')
