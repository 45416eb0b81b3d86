# SPDX-License-Identifier: Apache-2.0
"""I5: the k-th memory allocation of libxml2 or zlib fails, once or from then on."""
import os
import shutil
import subprocess
import tempfile
import time

import books
import command

NAME = 'book.xlsx'


def run(options, report):
    started, failures, count = time.monotonic(), [], 0
    compiler = shutil.which('cc') or shutil.which('clang') or shutil.which('gcc')
    if not compiler:
        print('I5  left out: there is no C compiler')
        return
    with tempfile.TemporaryDirectory() as built:
        shim = f'{built}/fail_alloc.so'
        subprocess.run([compiler, '-shared', '-fPIC', '-O1', '-o', shim, os.path.join(os.path.dirname(__file__), 'fail_alloc.c')], check=True)
        book = books.book()
        reads = ['cells', NAME, '--format', 'csv']
        saves = ['set', NAME, 'Data!A4=7', '--in-place', '-q']
        notes = []
        for words in (reads, saves, ['check', NAME, '--as-of', '2026-03-31', '--fail-on', 'never']):
            def once(at, for_good=False):
                with tempfile.TemporaryDirectory() as folder:
                    with open(f'{folder}/{NAME}', 'wb') as file:
                        file.write(book)
                    environment = dict(os.environ, LD_PRELOAD=shim, FAIL_AT=str(at), FAIL_COUNT=f'{built}/count', SWIFT_BACKTRACE='enable=no')
                    if for_good:
                        environment['FAIL_FOR_GOOD'] = '1'
                    process = subprocess.run([options.dealbook, *words], cwd=folder, capture_output=True, env=environment, timeout=command.TIMEOUT)
                    with open(f'{folder}/{NAME}', 'rb') as file:
                        return process.returncode, process.stdout, process.stderr.decode(), file.read(), os.listdir(folder)
            sound = once(0)
            assert sound[0] == 0, sound[2]
            with open(f'{built}/count') as file:
                total = int(file.read())
            notes.append(f'{words[0]} {total}')
            assert total > 50, 'the allocations of libxml2 and zlib are not seen'
            plan = [(at, for_good) for at in range(1, total + 1) for for_good in (False, True)]
            for at, for_good in options.random.sample(plan, min(len(plan), options.count(60, 5_000))):
                count += 1
                code, out, err, data, names = once(at, for_good)
                problem = None
                if code == 0:
                    # A failure that did not matter must not be noticeable.
                    if (out, data, names) != (sound[1], sound[3], sound[4]):
                        problem = 'ended well, but not with the same result'
                elif code not in (3, 5):
                    problem = f'exit {code}'
                elif NAME not in err:
                    problem = 'the message does not name the file'
                elif data != book or names != [NAME]:
                    problem = f'the file is not as it was, or not alone: {names}'
                if problem:
                    failures.append(f'I5 {words[0]}, allocation {at}{" and all after it" if for_good else ""}: {problem} {err[:200]}')
    report.add('I5', 'no memory for libxml2 and zlib', count, failures, started, 'allocations: ' + ', '.join(notes))
