# SPDX-License-Identifier: Apache-2.0
"""Random histories of a workbook with a tab for each salesperson: several people change copies, move deals from tab to tab and add tabs,
and save with openpyxl, excelize or LibreOffice. dealbook merge must give the same result as applying their edits to records, on the
tab where each belongs; dealbook diff must name what differs, and split and gather without an edit must change no byte.
"""
import json
import random
import shutil
import subprocess

import excelize
import openpyxl

import histories

HEADERS = ['商機編號', '客戶名稱', '商機名稱', '申報階段', '金額(元)', '預計簽約日', '備註']
CHANGED = [2, 3, 4, 6]
STAGES = ['驗證商機', '標前引導', '標書提交', '談判簽約']
PEOPLE = ['王強', '李芳', '陳靜', '林志遠', '周敏']
NEW = '新人'


def base(path, dice):
    book = openpyxl.Workbook()
    book.remove(book.active)
    number = 0
    for person in PEOPLE[:dice.randint(2, 5)]:
        sheet = book.create_sheet(person)
        for _ in range(dice.choice([0, 0, 2])):
            sheet.append([f'{person}的商機'])
        sheet.append(HEADERS)
        for _ in range(dice.randint(5, 30)):
            number += 1
            sheet.append([f'D{number:04}', f'客戶{number % 9}', f'專案 {number}', dice.choice(STAGES), 1000 * number,
                          f'=DATE(2026,5,1)+{number % 90}' if dice.random() < 0.1 else None, f'字 {number % 5}'])
            sheet.cell(sheet.max_row, 6).number_format = 'yyyy-mm-dd'
    book.save(path)


def tables(book):
    for sheet in book.worksheets:
        for row in range(1, 6):
            if sheet.cell(row, 1).value == HEADERS[0]:
                yield sheet, row


def text(value):
    return '' if value is None else str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def records(path):
    found = {}
    for sheet, top in tables(openpyxl.load_workbook(path)):
        for row in range(top + 1, sheet.max_row + 1):
            key = sheet.cell(row, 1).value
            if key not in (None, ''):
                found[str(key)] = (sheet.title, tuple(text(sheet.cell(row, c + 1).value) for c in CHANGED))
    return found


def other(column, dice):
    return {2: f'新名 {dice.randint(1, 3)}', 3: dice.choice(STAGES), 4: 10 * dice.randint(1, 4), 6: f'字 {dice.randint(6, 8)}'}[column]


def changed(source, target, person, dice, steps):
    book = openpyxl.load_workbook(source)
    for step in range(dice.randint(1, steps)):
        sheets = list(tables(book))
        sheet, top = dice.choice(sheets)
        rows = [row for row in range(top + 1, sheet.max_row + 1) if sheet.cell(row, 1).value]
        action = dice.random()
        if action < 0.1 and len(rows) > 4:
            sheet.delete_rows(dice.choice(rows))
        elif action < 0.2:
            sheet.append([f'D{10000 * (person + 1) + step}', '客戶1', f'新案 {person} {step}', STAGES[0], 500, None, None])
        elif action < 0.4 and len(rows) > 4:
            row = dice.choice(rows)
            values = [cell.value for cell in sheet[row]][:7]
            sheet.delete_rows(row)
            dice.choice([one for one in sheets if one[0] is not sheet])[0].append(values)
        elif action < 0.45 and NEW not in book.sheetnames:
            new = book.create_sheet(NEW)
            new.append(HEADERS)
            for number in range(5):
                new.append([f'D{10000 * (person + 1) + 500 + number}', '客戶2', f'新人案 {person} {number}', STAGES[1], 700, None, None])
        elif rows:
            column = dice.choice(CHANGED)
            sheet.cell(dice.choice(rows), column + 1).value = other(column, dice)
    if dice.random() < 0.2:
        book.move_sheet(book.worksheets[0], 1)
    book.save(target)


def changed_by_excelize(path, dice):
    places = []
    for sheet, top in tables(openpyxl.load_workbook(path)):
        places += [(sheet.title, row) for row in range(top + 1, sheet.max_row + 1) if sheet.cell(row, 1).value]
    book = excelize.open_file(str(path))
    for _ in range(dice.randint(1, 4)):
        (title, row), column = dice.choice(places), dice.choice(CHANGED)
        book.set_cell_value(title, f'{"ABCDEFG"[column]}{row}', other(column, dice))
    book.save_as(str(path))
    book.close()


def through_libreoffice(path, folder):
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx', '--outdir',
                    folder / 'lo', path], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)
    shutil.move(folder / 'lo' / path.name, path)


def expected(before, copies):
    result, conflicts = {}, set()
    for key, (tab, values) in before.items():
        gone = any(key not in copy for copy in copies)
        edited = any(key in copy and copy[key] != (tab, values) for copy in copies)
        here = copies[0].get(key, (tab,))[0]
        if gone and edited:
            conflicts.add(('row', key))
            result[key] = (here, values)
        elif not gone:
            merged = []
            for place, value in enumerate(values):
                new = {copy[key][1][place] for copy in copies} - {value}
                if len(new) > 1:
                    conflicts.add(('cell', key))
                merged.append(new.pop() if len(new) == 1 else value)
            new = {copy[key][0] for copy in copies} - {tab}
            if len(new) > 1:
                conflicts.add(('tab', key))
            result[key] = (new.pop() if len(new) == 1 else here if new else tab, tuple(merged))
    for copy in copies:
        result.update({key: row for key, row in copy.items() if key not in before})
    return result, conflicts


class Case:
    """One history: its files, and what was found wrong."""

    def __init__(self, dealbook, folder, seed, options):
        self.dealbook, self.folder, self.wrong = dealbook, folder, []
        dice = random.Random(seed)
        self.base = folder / 'base.xlsx'
        base(self.base, dice)
        self.copies = []
        for person in range(dice.randint(2, options.people)):
            copy = folder / f'copy{person}.xlsx'
            changed(self.base, copy, person, dice, options.steps)
            if dice.random() < 0.4:
                changed_by_excelize(copy, dice)
            if dice.random() < 0.25:
                through_libreoffice(copy, folder)
            self.copies.append(copy)

    def run(self, *words):
        run = subprocess.run([self.dealbook, *words], capture_output=True, text=True)
        if run.returncode not in (0, 1):
            self.wrong.append(f'{words[0]} ended with {run.returncode}: {run.stderr.strip()[:300]}')
            return None
        return run.stdout

    def merge(self, out, *copies):
        told = self.run('merge', self.base, *copies, '-o', out, '--format', 'json')
        return None if told is None else json.loads(told)

    def check(self):
        out = self.folder / 'out.xlsx'
        told = self.merge(out, *self.copies)
        if told is None:
            return
        before, copies, got = records(self.base), [records(copy) for copy in self.copies], records(out)
        wanted, conflicts = expected(before, copies)
        said = {(c['kind'], c['rowId']) for c in told['conflicts']}
        if got != wanted or said != conflicts:
            differs = [(key, wanted.get(key), got.get(key)) for key in wanted.keys() | got.keys() if wanted.get(key) != got.get(key)]
            self.wrong.append(f'rows {differs[:3]}, conflicts {sorted(said ^ conflicts)[:5]}')
        self.laws(before, copies, out)
        self.handed_out()

    def laws(self, before, copies, out):
        ours, other = self.copies[:2]
        one = self.folder / 'law.xlsx'
        for theirs, why in [(self.base, 'merge(b, x, b) is not x'), (ours, 'merge(b, x, x) is not x')]:
            if self.merge(one, ours, theirs) is not None and one.read_bytes() != ours.read_bytes():
                self.wrong.append(why)
        if self.merge(one, self.base, other) is not None and records(one) != copies[1]:
            self.wrong.append('merge(b, b, x) is not x')
        if len(self.copies) > 2 and self.merge(one, ours, *reversed(self.copies[1:])) is not None:
            if one.read_bytes() != out.read_bytes():
                self.wrong.append('the order of THEIRS matters')
        for a, b, files in [(before, copies[0], (self.base, ours)), (copies[0], copies[1], (ours, other))]:
            told = self.run('diff', *files, '--format', 'json')
            rows = [row for sheet in json.loads(told or '{"sheets": []}')['sheets'] if sheet['kind'] == 'data' for row in sheet['rows']]
            if {row['rowId'] for row in rows} != {key for key in a.keys() | b.keys() if a.get(key) != b.get(key)}:
                self.wrong.append(f'diff names {sorted(row["rowId"] for row in rows)[:5]}')
            moved = {row['rowId'] for row in rows if any(cell['kind'] == 'tab' for cell in row['cells'])}
            if moved != {key for key in a.keys() & b.keys() if a[key][0] != b[key][0]}:
                self.wrong.append(f'diff calls {sorted(moved)[:5]} moved')

    def handed_out(self):
        folder, back = self.folder / 'handed', self.folder / 'back.xlsx'
        if self.run('split', self.base, '--by', 'owner', '-o', folder, '--quiet') is None:
            return
        copies = sorted(path for path in folder.glob('base-*.xlsx'))
        if self.run('gather', self.base, *copies, '-o', back, '--quiet') is not None and back.read_bytes() != self.base.read_bytes():
            self.wrong.append('split and gather have changed something')


def main():
    options = histories.parser(__doc__, people=5).parse_intermixed_args()

    def lines(folder, seed):
        case = Case(options.dealbook, folder, seed, options)
        case.check()
        return case.wrong

    histories.go_through(options, lines)


main()
