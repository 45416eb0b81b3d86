# SPDX-License-Identifier: Apache-2.0
"""Runs the classes of hostile inputs and faults and reports in plain figures. Started by Scripts/trust."""
import argparse
import hashlib
import os
import random
import re
import sys
import time

import books
import command
import containers
import corpus
import costs
import fulldisk
import hostile
import markup
import output
import races
import saving
import semantics
import strangers
import streams
from case import Case
from probe import MEMORY, Probe

CLASSES = {
    'Z1': ('truncated archives', containers.truncation), 'Z2': ('header fields that lie', containers.lies),
    'Z3': ('bombs, overlaps, stacked archives', containers.bombs), 'Z4': ('duplicate and odd names', containers.names),
    'Z5': ('data descriptors', containers.descriptors), 'Z6': ('deflate streams, as zlib reads them', streams.streams),
    'F6': ('random damage', containers.flips),
    'X1': ('hostile XML in every kind of part', markup.hostile), 'X3': ('the same said otherwise', markup.rewrites),
    'S1': ('semantic corruption', semantics.corruptions), 'S2': ('published faults of others', semantics.replays),
}
STRANGERS = {'W1': strangers.speakers, 'W2': strangers.work, 'W3': strangers.links, 'W4': strangers.twofold, 'W5': strangers.history, **races.CLASSES, 'W8': fulldisk.run, 'W9': costs.run}
PLACE = re.compile(r'xl/|_rels|\[Content_Types\]|sheet [“"]|central directory|archive|entr|end of|zip|the file|byte \d|workbook|package')


class Options:
    def __init__(self, arguments):
        self.quick, self.slice, self.seed = arguments.quick, arguments.slice, arguments.seed
        self.random = random.Random(arguments.seed)
        self.dealbook, self.probe = (os.path.abspath(path) for path in (arguments.dealbook, arguments.probe))

    def count(self, quick, full):
        return max(1, quick // 10) if self.slice else quick if self.quick else full


class Report:
    def __init__(self):
        self.rows, self.failures = [], []

    def add(self, klass, title, cases, failures, started, note=''):
        self.rows.append((klass, title, cases, len(failures), time.monotonic() - started, note))
        self.failures += failures
        print(f'{klass:3} {title:46} {cases:7} cases {len(failures):4} failures {time.monotonic() - started:7.1f} s  {note}', flush=True)
        for failure in failures[:10]:
            print(f'      {failure}', flush=True)


def judge(case, verdict, seconds, sentence, sound, patience=5):
    """None, or what is wrong. A build without optimisation gets more patience."""
    if verdict not in ('accepted', 'refused'):
        return verdict
    if seconds > patience + len(case.data) * 5e-6:
        return f'took {seconds:.1f} s'
    same = verdict == 'accepted' and sentence == sound
    wrong = {'accept': verdict != 'accepted', 'refuse': verdict != 'refused', 'same': not same,
             'same or refuse': verdict == 'accepted' and not same, 'any': False}[case.expect]
    if wrong:
        return f'expected {case.expect}: {verdict}: {sentence[:200]}'
    if verdict == 'refused':
        if case.needle and case.needle not in sentence:
            return f'the message does not name {case.needle}: {sentence[:200]}'
        if case.cell and f'cell {case.cell}' not in sentence:
            return f'the message does not name the cell {case.cell}: {sentence[:200]}'
        if not PLACE.search(sentence):
            return f'the message names no place: {sentence[:200]}'
    return None


def sweep(options, wanted, report):
    probe = Probe(options.probe, memory=MEMORY)
    sound = {kind: probe.run(kind, books.book())[2] for kind in ('workbook', 'edit', 'zip')}
    slow, kept = 0, {}
    for klass, (title, make) in CLASSES.items():
        if klass not in wanted:
            continue
        started, failures, count = time.monotonic(), [], 0
        refused = accepted = 0
        cases = list(make(options))
        if options.slice:
            cases = options.random.sample(cases, min(12 if klass in ('S2', 'Z3') else 40, len(cases)))
        for case in cases:
            count += 1
            verdict, seconds, sentence = probe.run(case.kind, case.data)
            slow = max(slow, seconds)
            accepted += verdict == 'accepted'
            refused += verdict == 'refused'
            problem = judge(case, verdict, seconds, sentence, sound.get(case.kind), 30 if options.slice else 5)
            if problem:
                failures.append(f'{klass} {case.name}: {problem}')
                keep(case)
        kept[klass] = options.random.sample(cases, min(len(cases), options.count(20, 60)))
        report.add(klass, title, count, failures, started, f'{accepted} accepted, {refused} refused')
    print(f'    slowest {slow:.2f} s, probe within {MEMORY >> 20} MiB of address space, at most {probe.peak() >> 20} MiB used')
    probe.stop()
    return kept


def keep(case):
    """What failed stays to be looked at."""
    folder = '.build/trust-failures'
    os.makedirs(folder, exist_ok=True)
    name = hashlib.sha256(case.data).hexdigest()[:12]
    with open(f'{folder}/{case.klass}-{case.kind}-{name}', 'wb') as file:
        file.write(case.data)


def scaling(options, report):
    """X2: an input of eight times the size takes at most ten times as long. In a slice, beside the tests, small inputs show no more
    than that it is not 64 times."""
    started, failures, count = time.monotonic(), [], 0
    probe = Probe(options.probe)
    curves, most = list(markup.curves()), 25 if options.slice else 10
    if options.slice:
        curves = options.random.sample(curves, 8)
    for name, kind, make in curves:
        base = 500 if options.slice else 4_000 if options.quick else 10_000
        times = []
        for factor in (1, 8) if options.quick else (1, 2, 4, 8):
            data = make(base * factor)
            rounds = [probe.run(kind, data) for _ in range(3)]
            if any(verdict not in ('accepted', 'refused') for verdict, _, _ in rounds):
                failures.append(f'X2 {name} at {base * factor}: {rounds}')
                break
            times.append(min(seconds for _, seconds, _ in rounds))
            count += 1
        # Below a tenth of a second it is mostly the machine that is measured.
        if len(times) > 1 and times[-1] > max(0.1, most * times[0]):
            again = [min(probe.run(kind, make(base * f))[1] for _ in range(5)) for f in (1, 8)]
            if again[1] > max(0.1, most * again[0]):
                failures.append(f'X2 {name}: {again[0] * 1e3:.1f} ms at {base}, {again[1] * 1e3:.1f} ms at {base * 8}')
    probe.stop()
    report.add('X2', 'time grows with size and no faster', count, failures, started)


def found(options, report):
    """What fuzzers once found, and must never hurt again."""
    folder = 'Tests/Fuzz/found'
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    if not names:
        return
    started, failures = time.monotonic(), []
    probe = Probe(options.probe, memory=MEMORY)
    for name in names:
        with open(f'{folder}/{name}', 'rb') as file:
            case = Case('F', name, name.split('-')[0], file.read(), 'any')
        problem = judge(case, *probe.run(case.kind, case.data), None)
        if problem:
            failures.append(f'F {name}: {problem}')
    probe.stop()
    report.add('F', 'what fuzzers once found', len(names), failures, started)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--quick', action='store_true', help='a sample of each class, under three minutes')
    parser.add_argument('--slice', action='store_true', help='a few cases of each class, some seconds')
    parser.add_argument('--seed', type=int, default=20261123)
    parser.add_argument('--dealbook', required=True)
    parser.add_argument('--probe', required=True)
    parser.add_argument('--class', dest='classes', action='append', help='only this class; may be repeated')
    parser.add_argument('--minutes', type=float, default=0, help='keep killing saves at random for so long')
    parser.add_argument('--corpus', help='a folder of workbooks of others: nothing but classes R1 to R3')
    parser.add_argument('--every', type=int, default=1, help='with --corpus: each so many-th workbook')
    arguments = parser.parse_args()
    arguments.quick = arguments.quick or arguments.slice
    options, report, started = Options(arguments), Report(), time.monotonic()
    options.minutes = arguments.minutes
    wanted = set(arguments.classes or [])
    if arguments.corpus:
        options.corpus, options.every = arguments.corpus, arguments.every
        corpus.run(options, report)
        sys.exit(1 if report.failures else 0)
    # What needs many commands is not for every test run.
    slow = {'O2', 'C4', 'W2', 'W3'} if options.slice else set()
    chosen = wanted or set(CLASSES) | {'X2', 'F', 'CLI', 'H1', 'O1', 'O2', 'M1'} | set(STRANGERS) | set(saving.CLASSES) - slow
    kept = sweep(options, chosen, report)
    if 'F' in chosen:
        found(options, report)
    if 'X2' in chosen:
        scaling(options, report)
    if 'CLI' in chosen:
        command.run(options, report, [case for cases in kept.values() for case in cases])
    if 'H1' in chosen:
        hostile.run(options, report)
    if 'O1' in chosen:
        output.run(options, report)
    if 'O2' in chosen:
        output.nightly(options, report)
    if 'M1' in chosen:
        command.memory(options, report)
    for klass, run in STRANGERS.items():
        if klass in chosen:
            run(options, report)
    saving.run(options, report, chosen)
    cases = sum(row[2] for row in report.rows)
    if report.failures:
        # Once more at the end: whoever keeps a part of a long output keeps its end.
        print('\n' + '\n'.join(report.failures[:20]))
    print(f'\n{cases} cases, {len(report.failures)} failures, {time.monotonic() - started:.0f} s, seed {options.seed}')
    sys.exit(1 if report.failures else 0)


if __name__ == '__main__':
    main()
