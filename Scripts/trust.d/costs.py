# SPDX-License-Identifier: Apache-2.0
"""W9: what one workbook of less than a megabyte may cost a night: processor, memory, outputs, and the history night after night."""
import os
import random
import subprocess
import time

import strangers

TIME, MEMORY, OWN_MEMORY, BYTES = 10, 512 << 20, 64 << 20, 16 << 20
OUTPUTS = {'json': 'n.json', 'jsonl': 'n.jsonl', 'csv': 'n.csv', 'sarif': 'n.sarif', 'junit': 'n.xml', 'markdown': 'n.md', 'html': 'html'}


def size(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def peak(process):
    """The most memory that a process has had so far."""
    try:
        with open(f'/proc/{process}/status', encoding='ascii') as file:
            return next((int(line.split()[1]) << 10 for line in file if line.startswith('VmHWM')), 0)
    except (OSError, StopIteration):
        return 0


def watch(arguments, folder):
    """(exit code, messages, processor seconds, memory of the process, memory of its children in the order of their start)"""
    with open(f'{folder}/.messages', 'wb+') as err:
        process = subprocess.Popen(arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err)
        own, children = 0, {}
        while True:
            own = max(own, peak(process.pid))
            try:
                with open(f'/proc/{process.pid}/task/{process.pid}/children', encoding='ascii') as file:
                    for child in file.read().split():
                        children[child] = max(children.get(child, 0), peak(child))
            except OSError:
                pass
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            time.sleep(0.003)
        process.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        message = err.read().decode(errors='replace')
    os.unlink(f'{folder}/.messages')
    return process.returncode, message, usage.ru_utime + usage.ru_stime, own, list(children.values())


def night(share, day, *more):
    return watch([share.options.dealbook, 'nightly', share.folder, '--as-of', day, '--settle', '0', '--fail-on', 'never', '--language', 'en', '-q',
                  '--history', f'{share.place}/h.sqlite', *more], share.place)


def marks(count, people, length, rng):
    """Deals of many owners and accounts, with names that HTML and JSON write longer."""
    names = [f'{i} ' + ''.join(rng.choice('&"') for _ in range(length)) + '&' * 2 * length for i in range(people)]
    accounts = [[f'A{i:05d}', names[i], 'S', names[i]] for i in range(people)]
    deals = [[f'D{i:05d}', f'A{i % people:05d}', names[i % people], names[i // people % people], 1000 + i, 'Contacted', 45000, 44900, 45800, names[i % people], 46110] for i in range(count)]
    return accounts, deals, ['Next action', 'Next date']


def changing(number, count):
    """In the workbook of each night every value is another and wrong."""
    accounts = [[f'A{number}?{i}', f'n{number}?{i}', f'l{number}?{i}', f'm{number}?{i}'] for i in range(count)]
    deals = [[f'{name}{number}?{i}' for name in 'daoumsecx'] for i in range(count)]
    return accounts, deals


def run(options, report):
    started, failures, count = time.monotonic(), [], 0
    rng = random.Random(options.random.random())

    def check(name, result, share, outputs, before=0):
        code, message, seconds, own, children = result
        children = children or [0]
        if code not in (0, 1, 3):
            failures.append(f'W9 {name}: exit {code} {message[:200]}')
        # The slice goes with a build for debugging, which takes several times as long.
        if seconds > TIME and not options.slice:
            failures.append(f'W9 {name}: {seconds:.1f} s of processor time')
        if max(children) > MEMORY:
            failures.append(f'W9 {name}: {max(children) >> 20} MiB in a worker')
        if max(own, children[-1]) > OWN_MEMORY:
            failures.append(f'W9 {name}: {own >> 20} MiB in the process of the night, {children[-1] >> 20} in the one that concludes it')
        written = outputs + size(f'{share.place}/h.sqlite') - before
        if written > BYTES:
            failures.append(f'W9 {name}: {written >> 20} MiB of outputs and history')

    deals = 1200 if options.slice else 5000
    shapes = [('many owners and accounts', marks(deals, 450, 100, rng)), ('long names', marks(2000, 450, 150, rng)), ('everything wrong', changing(0, 3000))]
    for name, rows in shapes[:1] if options.slice else shapes:
        with strangers.Share(options) as share:
            share.put('x.xlsx', strangers.team(*rows))
            if os.path.getsize(f'{share.folder}/x.xlsx') > 1 << 20:
                failures.append(f'W9 {name}: not a small workbook')
            flags = [word for key, file in OUTPUTS.items() for word in (f'--{key}', f'{share.place}/{file}')]
            for day in ('2026-03-30', '2026-03-31'):
                before = size(f'{share.place}/h.sqlite') if day > '2026-03-30' else 0
                result = night(share, day, *flags)
                check(f'{name} {day}', result, share, sum(size(f'{share.place}/{file}') for file in OUTPUTS.values()), before)
                count += 1
    nights = 2 if options.slice else 12 if options.quick else 60
    with strangers.Share(options) as share:
        for number in range(nights):
            share.put('x.xlsx', strangers.team(*changing(number, 600)))
            result = night(share, f'2026-{1 + number // 28:02d}-{1 + number % 28:02d}', '--json', f'{share.place}/n.json', '--html', f'{share.place}/html')
            count += 1
            check(f'a workbook of which nothing stays, night {number + 1}', result, share, 0)
        for flags in ([], ['--format', 'json'], ['--file', 'x.xlsx']):
            code, message, _, own, _ = watch([options.dealbook, 'history', f'{share.place}/h.sqlite', *flags], share.place)
            count += 1
            if code != 0 or own > OWN_MEMORY:
                failures.append(f'W9 history {flags}: exit {code}, {own >> 20} MiB {message[:200]}')
    report.add('W9', 'what a small workbook may cost a night', count, failures, started)
