# SPDX-License-Identifier: Apache-2.0
"""Random histories: several people change copies of one workbook, saved by openpyxl or LibreOffice, and dealbook merge must come to
what their edits come to on records.

    sweep.py DEALBOOK [COUNT] [SEED]
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import openpyxl

SHEET, FIRST = '商機', 4
COLUMNS = ['商機名稱', '金額(元)', '申報階段', '下一步']
STAGES = ['驗證商機', '標前引導', '標書提交', '談判簽約']


def sheet_of(book):
    """The sheet of deals, whatever its tab is called now."""
    for sheet in book.worksheets:
        if any(sheet.cell(r, c).value == '商機編號' for r in range(1, 6) for c in range(1, 30)):
            return sheet
    raise SystemExit('no sheet of deals')


def header(sheet):
    for row in range(1, 8):
        names = {sheet.cell(row, c).value: c for c in range(1, sheet.max_column + 1) if sheet.cell(row, c).value}
        if '商機編號' in names:
            return row, names
    raise SystemExit('no header')


def rows(sheet):
    top, names = header(sheet)
    for row in range(top + 1, sheet.max_row + 1):
        if sheet.cell(row, names['商機編號']).value not in (None, ''):
            yield row


def records(path):
    sheet = sheet_of(openpyxl.load_workbook(path))
    _, names = header(sheet)
    found = {}
    for row in rows(sheet):
        cell = lambda name: sheet.cell(row, names[name]).value if name in names else None
        found[str(cell('商機編號'))] = {name: text(cell(name)) for name in COLUMNS}
    return found


def text(value):
    return '' if value is None else str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def grown(path, count, dice):
    """More deals than the sample has, below its last one."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    top, names = header(sheet)
    last = max(rows(sheet))
    for number in range(count):
        for name, column in names.items():
            value = sheet.cell(last, column).value
            if name == '商機編號':
                value = f'D{500 + number}'
            elif name in COLUMNS:
                value = dice.choice(STAGES) if name == '申報階段' else 1000 * number if '金額' in name else f'{name} {number}'
            elif isinstance(value, str) and value.startswith('='):
                value = None
            sheet.cell(last + 1 + number, column).value = value
    book.save(path)


def changed(source, target, person, dice):
    book = openpyxl.load_workbook(source)
    sheet = sheet_of(book)
    top, names = header(sheet)
    for step in range(dice.randint(1, 8)):
        here = list(rows(sheet))
        row = dice.choice(here)
        action = dice.random()
        if action < 0.1 and len(here) > 4:
            sheet.delete_rows(row)
        elif action < 0.25:
            sheet.insert_rows(row)
            for name in ['客戶編號', '客戶經理', '產品編號']:
                sheet.cell(row, names[name]).value = sheet.cell(row + 1, names[name]).value
            sheet.cell(row, names['商機編號']).value = f'D{1000 * (person + 1) + step}'
            sheet.cell(row, names['商機名稱']).value = f'新案 {person} {step}'
            sheet.cell(row, names['申報階段']).value = STAGES[0]
        else:
            name = dice.choice(COLUMNS)
            value = dice.choice(STAGES) if name == '申報階段' else 10 * dice.randint(1, 4) if '金額' in name else f'字 {dice.randint(1, 3)}'
            sheet.cell(row, names[name]).value = value
    if dice.random() < 0.2:
        sheet.title = f'商機{person}'
    if dice.random() < 0.2:
        sheet.cell(top, sheet.max_column + 1).value = f'心情{person}'
    book.save(target)


def through_libreoffice(path, folder):
    out = folder / 'lo'
    out.mkdir(exist_ok=True)
    subprocess.run(
        ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx', '--outdir', out, path],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    shutil.move(out / path.name, path)


def expected(base, copies):
    result, conflicts = {}, set()
    for key, row in base.items():
        gone = any(key not in copy for copy in copies)
        edited = any(key in copy and copy[key] != row for copy in copies)
        if gone and edited:
            conflicts.add(('row', key))
            result[key] = row
        elif not gone:
            result[key] = {}
            for name in COLUMNS:
                new = {copy[key][name] for copy in copies} - {row[name]}
                if len(new) > 1:
                    conflicts.add(('cell', key))
                result[key][name] = new.pop() if len(new) == 1 else row[name]
    for copy in copies:
        for key, row in copy.items():
            if key not in base:
                result[key] = row
    return result, conflicts


def main():
    dealbook = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    wrong = 0
    for seed in range(first, first + count):
        dice = random.Random(seed)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            base = folder / 'base.xlsx'
            subprocess.run([dealbook, 'new', base, '--language', 'zh-Hant', '--sample', '--as-of', '2026-03-31'], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            grown(base, dice.choice([0, 10, 100]), dice)
            copies = []
            for person in range(dice.randint(2, 6)):
                copy = folder / f'copy{person}.xlsx'
                changed(base, copy, person, dice)
                if dice.random() < 0.25:
                    through_libreoffice(copy, folder)
                copies.append(copy)
            out = folder / 'out.xlsx'
            run = subprocess.run([dealbook, 'merge', base, *copies, '-o', out, '--format', 'json'], capture_output=True, text=True)
            if run.returncode not in (0, 1):
                wrong += 1
                print(f'seed {seed}: ended with {run.returncode}: {run.stderr.strip()[:300]}')
                continue
            told = json.loads(run.stdout)
            wanted, conflicts = expected(records(base), [records(copy) for copy in copies])
            got = records(out)
            said = {(c['kind'], c['rowId']) for c in told['conflicts']}
            if got != wanted or said != conflicts:
                wrong += 1
                differs = [key for key in wanted.keys() | got.keys() if wanted.get(key) != got.get(key)]
                print(f'seed {seed}: rows {differs[:5]}, conflicts {sorted(said ^ conflicts)[:5]}')
    print(f'{count - wrong} of {count} as the records say')
    sys.exit(1 if wrong else 0)


main()
