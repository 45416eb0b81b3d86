# SPDX-License-Identifier: Apache-2.0
"""Random histories: several people change copies of one workbook, saved in turn by openpyxl, excelize and LibreOffice, and dealbook
merge must give the same result as applying their edits to records.

Also checked: the laws of merging and comparing, that whatever nobody changed is as it was in OURS, and, with --calculated, that the
values of all formulas are those that LibreOffice gives.
"""
import argparse
import json
import math
import random
import shutil
import subprocess

import excelize
import openpyxl
import xlsxwriter

import histories

COLUMNS = ['商機名稱', '金額(元)', '申報階段', '下一步']
STAGES = ['驗證商機', '標前引導', '標書提交', '談判簽約']
# A workbook of the team's own, without anything of Dealbook's.
OWN = ['商機編號', '客戶編號', '商機名稱', '客戶經理', '產品編號', '金額(元)', '申報階段', '預計簽約日', '下一步']


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


def records(path, columns=COLUMNS):
    sheet = sheet_of(openpyxl.load_workbook(path))
    _, names = header(sheet)
    found = {}
    for row in rows(sheet):
        cell = lambda name: sheet.cell(row, names[name]).value if name in names else None
        found[str(cell('商機編號'))] = {name: text(cell(name)) for name in columns}
    return found


def text(value):
    return '' if value is None else str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def grown(dealbook, path, count, dice):
    """The sample of `dealbook new` with more deals below its last one."""
    subprocess.run([dealbook, 'new', path, '--language', 'zh-Hant', '--sample', '--as-of', '2026-03-31'], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    book = openpyxl.load_workbook(path)
    sheet = sheet_of(book)
    _, names = header(sheet)
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


def own(path, count, dice):
    """A team's own workbook, with a total below the deals in some and formulas on another sheet."""
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({'num_format': 'yyyy-mm-dd'})
    sheet = book.add_worksheet('商機')
    sheet.write_row(0, 0, OWN)
    total = 0
    for number in range(1, count + 1):
        values = [f'D{number:04}', f'A{number % 7:02}', f'專案 {number}', dice.choice(['王強', '李芳', '陳靜']), 'P01',
                  1000 * number, dice.choice(STAGES), None, f'下一步 {number % 5}']
        total += 1000 * number
        sheet.write_row(number, 0, values)
        sheet.write_number(number, 7, 46100 + number % 200, day)
    if dice.random() < 0.4:
        sheet.write(count + 1, 4, '合計')
        # Its own row tells where the data ends: openpyxl moves rows without their formulas.
        sheet.write_formula(count + 1, 5, '=SUM(F2:INDEX(F:F,ROW()-1))', None, total)
    report = book.add_worksheet('報表')
    report.write_formula(0, 0, '=SUMIF(商機!A:A,"D*",商機!F:F)', None, total)
    report.write_formula(1, 0, '=COUNTA(商機!A:A)-1', None, count)
    report.write_formula(2, 0, f'=商機!F{count // 2 + 1}', None, 1000 * (count // 2))
    book.close()


def changed(source, target, person, dice, steps):
    book = openpyxl.load_workbook(source)
    sheet = sheet_of(book)
    top, names = header(sheet)
    here = list(rows(sheet))
    for step in range(dice.randint(1, steps)):
        row = dice.choice(here)
        action = dice.random()
        if action < 0.1 and len(here) > 4:
            sheet.delete_rows(row)
            here = list(rows(sheet))
        elif action < 0.25:
            sheet.insert_rows(row)
            for name in ['客戶編號', '客戶經理', '產品編號']:
                sheet.cell(row, names[name]).value = sheet.cell(row + 1, names[name]).value
            sheet.cell(row, names['商機編號']).value = f'D{10000 * (person + 1) + step}'
            sheet.cell(row, names['商機名稱']).value = f'新案 {person} {step}'
            sheet.cell(row, names['申報階段']).value = STAGES[0]
            here = list(rows(sheet))
        else:
            name = dice.choice(COLUMNS)
            value = dice.choice(STAGES) if name == '申報階段' else 10 * dice.randint(1, 4) if '金額' in name else f'字 {dice.randint(1, 3)}'
            sheet.cell(row, names[name]).value = value
    done = dice.random()
    if done < 0.2:
        whole = [[(cell.value, cell.number_format) for cell in sheet[row]] for row in here]
        # Formulas of a row name its own row: such sheets are sorted by programs that move formulas, not here.
        if not any(str(value).startswith('=') for line in whole for value, _ in line):
            whole.sort(key=lambda line: text(line[names['商機名稱'] - 1][0]), reverse=dice.random() < 0.5)
            for row, line in zip(here, whole):
                for column, (value, form) in enumerate(line, 1):
                    sheet.cell(row, column).value = value
                    sheet.cell(row, column).number_format = form
    elif done < 0.35:
        last = openpyxl.utils.get_column_letter(max(names.values()))
        sheet.auto_filter.ref = f'A{top}:{last}{max(here)}'
        for row in here[::3]:
            sheet.row_dimensions[row].hidden = True
    if dice.random() < 0.2 and '報表' in book.sheetnames:
        sheet.title = f'商機{person}'
        # As spreadsheet programs do, and openpyxl does not.
        for line in book['報表'].iter_rows():
            for cell in line:
                cell.value = str(cell.value).replace('商機!', f'商機{person}!')
    if dice.random() < 0.2:
        sheet.cell(top, sheet.max_column + 1).value = f'心情{person}'
    book.save(target)


def changed_by_excelize(path, person, dice):
    """A person goes on in a program that keeps what it does not know and moves formulas with inserted and removed rows."""
    sheet = sheet_of(openpyxl.load_workbook(path))
    _, names = header(sheet)
    here, title = list(rows(sheet)), sheet.title
    letters = {name: openpyxl.utils.get_column_letter(column) for name, column in names.items()}
    # An appended row would have to go above a total; in the workbooks of dealbook new, formulas of a row belong to it.
    plain = not any(str(cell.value).startswith('=') for row in here for cell in sheet[row])
    book = excelize.open_file(str(path))
    for step in range(dice.randint(1, 4)):
        row, action = dice.choice(here), dice.random()
        if plain and action < 0.15 and len(here) > 4:
            book.remove_row(title, row)
            here = [r - (r > row) for r in here if r != row]
        elif plain and action < 0.3:
            book.insert_rows(title, row, 1)
            here = sorted([r + (r >= row) for r in here] + [row])
            for name, value in [('商機編號', f'D{10000 * (person + 1) + 900 + step}'), ('客戶編號', 'A01'), ('客戶經理', '王強'),
                                ('產品編號', 'P01'), ('商機名稱', f'再案 {person} {step}'), ('申報階段', STAGES[0])]:
                book.set_cell_value(title, f'{letters[name]}{row}', value)
        else:
            name = dice.choice(COLUMNS)
            value = dice.choice(STAGES) if name == '申報階段' else 10 * dice.randint(1, 4) if '金額' in name else f'字 {dice.randint(1, 3)}'
            book.set_cell_value(title, f'{letters[name]}{row}', value)
    book.save_as(str(path))
    book.close()


def through_libreoffice(paths, folder):
    out = folder / 'lo'
    out.mkdir(exist_ok=True)
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx', '--outdir', out,
                    *paths], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)
    return [out / path.name for path in paths]


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


class Case:
    """One history: its files, and what was found wrong."""

    def __init__(self, dealbook, folder, seed, options):
        self.dealbook, self.folder, self.seed, self.wrong = dealbook, folder, seed, []
        self.dice = random.Random(seed)
        self.base = folder / 'base.xlsx'
        count = self.dice.choice(options.rows)
        if options.sample or options.sample is None and self.dice.random() < 0.3 and count <= 200:
            grown(dealbook, self.base, max(0, count - 10), self.dice)
        else:
            own(self.base, count, self.dice)
        self.copies = []
        for person in range(self.dice.randint(2, options.people)):
            copy = folder / f'copy{person}.xlsx'
            changed(self.base, copy, person, self.dice, options.steps)
            if self.dice.random() < 0.4:
                changed_by_excelize(copy, person, self.dice)
            self.copies.append(copy)
        saved = [copy for copy in self.copies if self.dice.random() < 0.25]
        if saved:
            for copy, new in zip(saved, through_libreoffice(saved, folder)):
                shutil.move(new, copy)

    def merge(self, out, *copies):
        run = subprocess.run([self.dealbook, 'merge', self.base, *copies, '-o', out, '--format', 'json'], capture_output=True, text=True)
        if run.returncode not in (0, 1):
            self.wrong.append(f'ended with {run.returncode}: {run.stderr.strip()[:300]}')
            return None
        return json.loads(run.stdout)

    def check(self, laws, calculated):
        out = self.folder / 'out.xlsx'
        told = self.merge(out, *self.copies)
        if told is None:
            return
        base, copies, got = records(self.base), [records(copy) for copy in self.copies], records(out)
        wanted, conflicts = expected(base, copies)
        said = {(c['kind'], c['rowId']) for c in told['conflicts']}
        if got != wanted or said != conflicts:
            differs = [key for key in wanted.keys() | got.keys() if wanted.get(key) != got.get(key)]
            self.wrong.append(f'rows {differs[:5]}, conflicts {sorted(said ^ conflicts)[:5]}')
        self.untouched(self.copies[0], out)
        if laws:
            self.laws(base, copies, out)
        if calculated:
            self.calculated(out)

    def untouched(self, ours, out):
        """Columns that nobody changes are as they were in OURS, with their looks."""
        before, after = sheet_of(openpyxl.load_workbook(ours)), sheet_of(openpyxl.load_workbook(out))
        (_, names), (_, now) = header(before), header(after)
        place = {after.cell(row, now['商機編號']).value: row for row in rows(after)}
        for row in rows(before):
            new = place.get(before.cell(row, names['商機編號']).value)
            if new is None:
                continue
            for name, column in names.items():
                if name in COLUMNS or name not in OWN or name not in now:
                    continue
                old, cell = before.cell(row, column), after.cell(new, now[name])
                if str(old.value).startswith('='):
                    continue
                if old.value != cell.value or old.number_format != cell.number_format or repr(old.font) != repr(cell.font):
                    self.wrong.append(f'{name} of {before.cell(row, names["商機編號"]).value}: {old.value!r} became {cell.value!r}')
                    return

    def laws(self, base, copies, out):
        ours, other = self.copies[0], self.copies[1]
        one = self.folder / 'law.xlsx'
        for theirs, why in [(self.base, 'merge(b, x, b) is not x'), (ours, 'merge(b, x, x) is not x')]:
            if self.merge(one, ours, theirs) is not None and one.read_bytes() != ours.read_bytes():
                self.wrong.append(why)
        if self.merge(one, self.base, other) is not None:
            if records(one) != copies[1]:
                self.wrong.append('merge(b, b, x) is not x')
            run = subprocess.run([self.dealbook, 'diff', one, other, '--format', 'json'], capture_output=True, text=True)
            left = [sheet for sheet in json.loads(run.stdout)['sheets'] if sheet['kind'] == 'data' and sheet['rows']]
            if left:
                self.wrong.append(f'diff(merge(b, b, x), x) is not empty: {json.dumps(left, ensure_ascii=False)[:300]}')
        again = self.folder / 'again.xlsx'
        if len(self.copies) > 2 and self.merge(again, ours, *reversed(self.copies[1:])) is not None:
            if again.read_bytes() != out.read_bytes():
                self.wrong.append('the order of THEIRS matters')
        for a, b in [(base, copies[0]), (copies[0], copies[1])]:
            files = [self.base if a is base else ours, ours if b is copies[0] else other]
            run = subprocess.run([self.dealbook, 'diff', *files, '--format', 'json'], capture_output=True, text=True)
            rows = [row for sheet in json.loads(run.stdout)['sheets'] if sheet['kind'] == 'data' for row in sheet['rows']]
            changed = {row['rowId'] for row in rows}
            if changed != {key for key in a.keys() | b.keys() if a.get(key) != b.get(key)}:
                self.wrong.append(f'diff names {sorted(changed)[:5]}')

    def calculated(self, out):
        [new] = through_libreoffice([out], self.folder)
        stored, fresh = openpyxl.load_workbook(out, data_only=True), openpyxl.load_workbook(new, data_only=True)
        formulas = openpyxl.load_workbook(out)
        for sheet in formulas.worksheets:
            for line in sheet.iter_rows():
                for cell in line:
                    if cell.data_type != 'f':
                        continue
                    a, b = stored[sheet.title][cell.coordinate].value, fresh[sheet.title][cell.coordinate].value
                    same = a == b or a in (None, '') and b in (None, '')
                    # openpyxl leaves names of a renamed sheet as they were; programs tell that by different errors.
                    same = same or str(a).startswith('#') and str(b).startswith('#')
                    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
                        same = math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
                    if not same:
                        self.wrong.append(f'{sheet.title}!{cell.coordinate} {str(cell.value)[:80]} is {a!r}, LibreOffice has {b!r}')
                        return


def main():
    parser = histories.parser(__doc__, people=6)
    parser.add_argument('--rows', type=lambda text: [int(number) for number in text.split(',')], default=[10, 20, 110, 400])
    parser.add_argument('--sample', action=argparse.BooleanOptionalAction, help="only workbooks of dealbook new, or none of them")
    parser.add_argument('--laws', action='store_true')
    parser.add_argument('--calculated', action='store_true')
    options = parser.parse_intermixed_args()

    def lines(folder, seed):
        case = Case(options.dealbook, folder, seed, options)
        case.check(options.laws, options.calculated)
        return case.wrong

    histories.go_through(options, lines)


main()
