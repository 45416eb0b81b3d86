# SPDX-License-Identifier: Apache-2.0
"""Compares two nights over a large folder byte by byte, run normally and through engines. Started by Scripts/engines."""
import argparse
import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time

import cluster
import folder
from night import FORMS, plain, shared

DAYS = ['2026-03-31', '2026-04-01']


class Upload(threading.Thread):
    """A workbook that is being uploaded during the whole sweep."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.path, self.over = path, False
        folder.write(path, folder.own('messy_en.xlsx', 0)[:9000])

    def run(self):
        while not self.over:
            with open(self.path, 'ab') as file:
                file.write(b'x')
            time.sleep(0.2)


def contents(place):
    """The name and bytes of every report, including the HTML pages."""
    files = {}
    for form in FORMS:
        path = f'{place}/{form}'
        names = sorted(os.listdir(path)) if os.path.isdir(path) else ['']
        for name in names:
            with open(os.path.join(path, name).rstrip('/'), 'rb') as file:
                files[f'{form} {name}'.strip()] = file.read()
    return files


def remembered(dealbook, history):
    """Everything in a history except the times of its runs."""
    text = subprocess.run([dealbook, 'history', history, '--format', 'json'], capture_output=True, check=True).stdout
    known = json.loads(text)
    for run in known['runs']:
        run.pop('started', None), run.pop('ended', None)
    return known


def differences(dealbook, expected, place, outcome, base, base_outcome):
    found = []
    if (outcome.status, outcome.output) != (base_outcome.status, base_outcome.output):
        found.append(f'ends with {outcome.status}, {len(outcome.output)} bytes printed, for {base_outcome.status}, {len(base_outcome.output)}')
    try:
        now = contents(place)
    except OSError as error:
        with open(f'{place}/messages', errors='replace') as file:
            return found + [f'no report: {error}; {file.read()[-600:]}']
    found += [name for name in sorted(expected.keys() | now.keys()) if expected.get(name) != now.get(name)]
    histories = [remembered(dealbook, f'{os.path.dirname(p)}/history.sqlite') for p in (base, place)]
    return found + ([] if histories[0] == histories[1] else ['history'])


def account(report, names, uploads):
    """Every workbook has one result, and nothing else has."""
    files = [file['path'] for file in report['files'] if file['outcome'] != 'gone']
    wrong = sorted(set(names + uploads) ^ set(files)) + ([] if len(files) == len(set(files)) else ['a workbook twice'])
    by = {file['path']: file['outcome'] for file in report['files']}
    return wrong + [f'{name}: {by.get(name)}' for name in uploads if by.get(name) != 'unsettled']


def as_check(dealbook, team, report, options, dice, count):
    """Findings of a sample of workbooks are those of `check`."""
    by, wrong = {}, []
    for finding in report['findings']:
        by.setdefault(finding['file'], []).append(finding)
    checked = [file['path'] for file in report['files'] if file['outcome'] == 'checked']
    for name in dice.sample(checked, min(count, len(checked))):
        text = subprocess.run([dealbook, 'check', f'{team}/{name}', *options, '--format', 'json'], capture_output=True).stdout
        expected = json.loads(text)['findings']
        found = [finding for finding in by.get(name, []) if finding['state'] != 'fixed']
        # Only check reports these: headers and names as the team wrote them, and which finding is a consequence of which.
        keys = set().union(*expected) - {'file', 'header', 'rowName', 'owner', 'follows'}
        if [[f.get(k) for k in sorted(keys)] for f in expected] != [[f.get(k) for k in sorted(keys)] for f in found]:
            wrong.append(f'{name}: {len(found)} findings, check has {len(expected)}')
    return wrong


def line(*cells):
    print(f'{cells[0]:30} {cells[1]:>6} {cells[2]:>8} {cells[3]:>8} {cells[4]:>7}  {cells[5]}', flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--dealbook', required=True)
    parser.add_argument('--place', required=True, help='a folder for all that is made')
    parser.add_argument('--files', type=int, default=2000)
    parser.add_argument('--shares', type=int, default=32)
    parser.add_argument('--engine', dest='engines', action='append')
    parser.add_argument('--nights', type=int, default=2, choices=(1, 2))
    parser.add_argument('--slice', action='store_true', help='one night of a few workbooks, some seconds')
    parser.add_argument('--sample', type=int, default=100, help='workbooks whose findings are compared with those of check')
    arguments = parser.parse_args()
    dealbook, place = os.path.abspath(arguments.dealbook), os.path.abspath(arguments.place)
    engines = arguments.engines or ['parallel', 'dask', 'slurm', 'spark']
    if arguments.slice:
        arguments.files, arguments.nights, arguments.shares, arguments.sample, engines = 6, 1, 4, 2, ['xargs']
    shutil.rmtree(place, ignore_errors=True)
    team, failures, dice = f'{place}/team', [], random.Random(6)
    made = subprocess.run([sys.executable, '-B', folder.__file__, team, str(arguments.files)], capture_output=True, check=True)
    names = json.loads(made.stdout)
    # On a busy machine, a pause may look like the end of an upload. The slice must not fail because of that.
    uploads = [] if arguments.slice else ['華北區/正在上傳.xlsx']
    uploading = [Upload(f'{team}/{name}') for name in uploads]
    for upload in uploading:
        upload.start()
    with contextlib.ExitStack() as stack:
        environment = dict(os.environ, SPARK_LOCAL_IP='127.0.0.1', PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable,
                           PATH=os.path.dirname(sys.executable) + os.pathsep + os.environ['PATH'])
        if 'slurm' in engines:
            environment |= {'SLURM_CONF': stack.enter_context(cluster.slurm(f'{place}/slurm'))['SLURM_CONF']}
        line('engine', 'files', 'seconds', 'files/s', 'killed', 'same bytes')
        for number, day in enumerate(DAYS[:arguments.nights]):
            if number > 0:
                names = folder.change(team, names)
            options = ['--as-of', day, '--limits', 'untrusted']
            trusted = ['--waivers', f'{team}/dealbook-waivers.yaml']
            night = [*options, '--settle', '3', *trusted]
            count = len(names) + len(uploads)

            def begin(engine):
                os.makedirs(f'{place}/{engine}/{number}')
                return f'{place}/{engine}/{number}'

            def end(engine, outcome, found):
                line(f'{day} {engine}', count, f'{outcome.seconds:.1f}', f'{count / outcome.seconds:.1f}',
                     'yes' if outcome.killed else 'no', 'yes' if not found else f'NO: {"; ".join(found[:8])}')
                failures.extend(f'{day} {engine}: {one}' for one in found)

            base = begin('plain')
            first = plain(dealbook, team, base, night)
            with open(f'{base}/json', 'rb') as file:
                report = json.load(file)
            expected = contents(base)
            line(f'{day} plain', count, f'{first.seconds:.1f}', f'{count / first.seconds:.1f}', 'no', '-')
            lost = account(report, names, uploads)
            others = as_check(dealbook, team, report, options, dice, arguments.sample)
            states = {state: sum(f['state'] == state for f in report['findings']) for state in ('new', 'persisting', 'fixed', 'reopened', 'waived')}
            outcomes = {o: sum(f['outcome'] == o for f in report['files']) for o in sorted({f['outcome'] for f in report['files']})}
            print(f'  files {outcomes}, findings {states}; not accounted for: {len(lost)}; '
                  f'{arguments.sample} workbooks not as check: {len(others)}; parent at most {first.peak >> 20} MiB, any process {first.largest >> 20} MiB', flush=True)
            failures += lost + others
            if not arguments.slice:
                target = begin('continued')
                outcome = plain(dealbook, team, target, night, kill_after=count // 2)
                end('continued', outcome, differences(dealbook, expected, target, outcome, base, first))
            for engine in engines:
                target = begin(engine)
                outcome = shared(engine, dealbook, team, target, night, arguments.shares, environment)
                found = differences(dealbook, expected, target, outcome, base, first)
                end(engine, outcome, found + ([] if outcome.killed else ['nothing was killed']))
        for size in (200, 1000):
            if size >= arguments.files or arguments.slice:
                continue
            base = f'{place}/memory/{size}'
            os.makedirs(base)
            with open(f'{base}/plan', 'wb') as file:
                plan = subprocess.run([dealbook, 'nightly', team, '--plan'], capture_output=True, check=True).stdout
                file.write(b''.join(plan.splitlines(keepends=True)[:size]))
            os.makedirs(f'{base}/night')
            outcome = plain(dealbook, team, f'{base}/night', night, ['--planned', f'{base}/plan'])
            print(f'  {size} files: parent at most {outcome.peak >> 20} MiB, any process {outcome.largest >> 20} MiB, {size / outcome.seconds:.1f} files/s', flush=True)
    for upload in uploading:
        upload.over = True
        upload.join()
    for failure in failures[:40]:
        print(f'FAILED {failure}')
    print(f'{"failed" if failures else "all the same"}: {place}')
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
