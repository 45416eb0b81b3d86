# SPDX-License-Identifier: Apache-2.0
"""Makes the folder of a large team: clean, messy, broken and hostile workbooks with realistic names.

folder.py FOLDER COUNT prints the names of the workbooks as JSON. This is a separate process, because making some of them takes much memory, and
the system counts what a process used before it became the command to measure.
"""
import json
import os
import random
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
OWN = os.path.join(HERE, '..', '..', 'workbooks')
sys.path.insert(0, os.path.join(HERE, '..', 'trust.d'))

import books  # noqa: E402
import containers  # noqa: E402
import markup  # noqa: E402
import semantics  # noqa: E402

CLEAN = ['core_hant.xlsx', 'settings_hans.xlsx', 'deals_hans.xlsx', 'full_en.xlsx', 'golden/inputs_core_hant.xlsx', 'golden/inputs_hans.xlsx']
MESSY = ['messy_hant.xlsx', 'messy_en.xlsx', 'golden/team_messy_hant.xlsx', 'golden/faulty_settings_hant.xlsx']
REGIONS = ['華北區', '华东区', '南部 (含離島)', 'EMEA', '東京・大阪']
PEOPLE = ['王強', '李小明', '陳美玲', "O'Neil", '張 “大” 偉', 'Müller & Söhne']
QUARTERS = ['2026年第一季度', '2026 Q2', '歸檔']
ODD = ['-rf.xlsx', '"引號".xlsx', "it's.xlsx", '$(touch x).xlsx', '兩行\n名稱.xlsx', '🎯目標.xlsx', '*.xlsx', '%s %d.xlsx', ' 前後空白 .xlsx', 'UPPER.XLSX',
       'a;b|c&d.xlsx', '客戶<王>.xlsx', '\\n.xlsx', '名' * 80 + '.xlsx']
WAIVERS = """waivers:
  - rule: DEA-008
    reason: 知道了
    expires: 2026-12-31
  - rule: PAY-005
    file: 華北區/**
    reason: 已與財務確認
    expires: 2026-04-01
  - rule: XXX-001
    reason: of no use
    expires: 2027-01-01
"""


class Options:
    """As the attacks of Scripts/trust take them."""
    quick, slice = True, True

    def __init__(self, dice):
        self.random = dice

    def count(self, quick, full):
        return quick


def hostile(dice):
    """Inputs of the attacks of Scripts/trust, the same ones each time."""
    options = Options(dice)
    cases = [case.data for make in (containers.bombs, containers.names, containers.descriptors, semantics.replays)
             for case in make(options) if case.kind in ('workbook', 'edit')]
    cases += [case.data for case in dice.sample([c for c in markup.hostile(options) if len(c.data) < 100_000], 60)]
    dice.shuffle(cases)
    return cases


def own(name, number):
    """One of our workbooks, with bytes of its own: a comment on the archive."""
    with open(os.path.join(OWN, name), 'rb') as file:
        data = file.read()
    end = data.rindex(b'PK\x05\x06')
    note = b'%d' % number
    return data[:end + 20] + len(note).to_bytes(2, 'little') + note


def contents(number, attacks, dice):
    share = number % 20
    if share < 9:
        return own(CLEAN[number % len(CLEAN)], number)
    if share < 16:
        return own(MESSY[number % len(MESSY)], number)
    if share < 18:
        return attacks[number % len(attacks)]
    whole = own(dice.choice(MESSY), number)
    return dice.choice([b'', b'not a workbook', b'PK\x03\x04', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(600),
                        whole[:dice.randrange(len(whole))], whole[dice.randrange(1, 400):], books.book()[:-30]])


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(data)


def make(folder, count):
    """The files that are workbooks, by their paths below the folder."""
    dice = random.Random(6)
    attacks = hostile(dice)
    names = []
    for number in range(count):
        if number < len(ODD):
            base = ODD[number]
        else:
            base = f'{dice.choice(["客戶", "商機", "team", "目標 與 回款", "付款"])}_{number:04}.{"xlsm" if number % 50 == 7 else "xlsx"}'
        name = '/'.join([dice.choice(REGIONS), dice.choice(PEOPLE), dice.choice(QUARTERS), base][number % 3:])
        write(f'{folder}/{name}', contents(number, attacks, dice))
        names.append(name)
    # Two companies with their own playbooks.
    for company in ('saas', 'equipment'):
        for name in sorted(os.listdir(f'{OWN}/{company}')):
            with open(f'{OWN}/{company}/{name}', 'rb') as file:
                write(f'{folder}/公司/{company}/{name}', file.read())
            if name.endswith('.xlsx'):
                names.append(f'公司/{company}/{name}')
    # Open in LibreOffice, open in Excel.
    for place, lock in ((names[-1], '.~lock.{}#'), (names[-2], '~${}')):
        base, name = os.path.split(place)
        write(f'{folder}/{base}/{lock.format(name)}', ',王強,pc-17,31.03.2026 09:12,file:///C:/Users/wang;'.encode())
    # Files that are not workbooks of the team.
    for name in ('.hidden.xlsx', '華北區/~$tmp.xlsx', 'download.xlsx.part', '.git/x.xlsx', 'notes.txt', '華北區/報表.csv'):
        write(f'{folder}/{name}', b'x')
    os.symlink('..', f'{folder}/華北區/回到上面')
    write(f'{folder}/dealbook-waivers.yaml', WAIVERS.encode())
    # Pretend that everything has been there for an hour, so that only the file being written is waited for.
    before = time.time() - 3600
    for base, _, files in os.walk(folder):
        for name in files:
            os.utime(f'{base}/{name}', (before, before))
    return names


def change(folder, names):
    """What happens in a day: the names after it, of those that `make` gave."""
    dice = random.Random(7)
    left = [name for name in names if name.endswith('.xlsx') and '公司' not in name]
    dice.shuffle(left)
    left = iter(left)
    now = set(names)
    some = max(2, len(names) // 100)
    for number in range(some):
        # Fixed or damaged: replaced by another workbook.
        write(f'{folder}/{next(left)}', own(dice.choice(CLEAN + MESSY), 10_000 + number))
        gone = next(left)
        os.remove(f'{folder}/{gone}')
        moved = next(left)
        os.makedirs(f'{folder}/歸檔', exist_ok=True)
        os.rename(f'{folder}/{moved}', f'{folder}/歸檔/{number} {os.path.basename(moved)}')
        broken = next(left)
        write(f'{folder}/{broken}', b'half of an upload')
        write(f'{folder}/新客戶/{number}.xlsx', own(dice.choice(MESSY), 20_000 + number))
        now -= {gone, moved}
        now |= {f'歸檔/{number} {os.path.basename(moved)}', f'新客戶/{number}.xlsx'}
    with open(f'{folder}/dealbook-waivers.yaml', 'a') as file:
        file.write('  - rule: LEA-014\n    reason: later\n    expires: 2026-05-01\n')
    before = time.time() - 1800
    for base, _, files in os.walk(folder):
        for name in files:
            if os.stat(f'{base}/{name}').st_mtime > before:
                os.utime(f'{base}/{name}', (before, before))
    return sorted(now)


if __name__ == '__main__':
    print(json.dumps(make(sys.argv[1], int(sys.argv[2]))))
