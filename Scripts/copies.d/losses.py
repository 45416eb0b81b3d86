# SPDX-License-Identifier: Apache-2.0
"""What is lost when copies of a workbook are put together: 20 situations, each handled by dealbook merge, by daff, by a script with
openpyxl, and by a merge cell by cell. LibreOffice calculates every result, and it is compared with what the people did.

    losses.py DEALBOOK [PAGE]

writes a table in Markdown to PAGE, or prints it. Needs openpyxl, XlsxWriter, daff and LibreOffice.
"""
import copy
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile

import daff
import openpyxl
import xlsxwriter
from openpyxl.comments import Comment

DEALS, MINUTES, REPORT = 'Deals', 'Minutes', 'Report'
ID, NAME, STAGE, CLOSE, AMOUNT, REMARK = 'Deal ID', 'Deal name', 'Declared stage', 'Expected close', 'Amount', 'Our remark'
HEADERS = [ID, 'Account ID', NAME, STAGE, CLOSE, AMOUNT, REMARK]
COLUMNS = [NAME, STAGE, AMOUNT, REMARK]
COUNT = 12


# The team's workbook: deals, a sheet of minutes, a report with formulas and a chart.

def deal(number):
    return [f'D-{number:03}', f'A{number % 3 + 1}', f'deal {number}', 'Verify opportunity', datetime.date(2026, 6, number % 27 + 1),
            number * 1000, None]


def base_book(path, total=False):
    book = xlsxwriter.Workbook(path)
    date, bold = book.add_format({'num_format': 'yyyy-mm-dd'}), book.add_format({'bold': True})
    sheet = book.add_worksheet(DEALS)
    sheet.write_row(0, 0, HEADERS, bold)
    for row in range(1, COUNT + 1):
        for column, value in enumerate(deal(row)):
            if isinstance(value, datetime.date):
                sheet.write_datetime(row, column, value, date)
            elif value is not None:
                sheet.write(row, column, value)
    if total:
        sheet.write(COUNT + 1, 4, 'Total', bold)
        sheet.write_formula(COUNT + 1, 5, f'=SUM(F2:F{COUNT + 1})', bold, sum(deal(n)[5] for n in range(1, COUNT + 1)))
    sheet.conditional_format('F2:F13', {'type': 'data_bar', 'data_bar_2010': True})
    sheet.write_comment('F3', 'agreed by phone')
    minutes = book.add_worksheet(MINUTES)
    for row, line in enumerate(['Kick-off on Monday', 'Bring the slides', 'Lunch at noon', 'Review at four', 'Next call on Friday']):
        minutes.write(row, 0, line)
    report = book.add_worksheet(REPORT)
    report.write(0, 0, 'Amount of D-005')
    report.write_formula(1, 0, f'={DEALS}!F6', None, 5000)
    chart = book.add_chart({'type': 'column'})
    chart.add_series({'values': f'={DEALS}!$F$2:$F$13', 'categories': f'={DEALS}!$C$2:$C$13'})
    report.insert_chart('C2', chart)
    report.add_sparkline('B2', {'range': f'{DEALS}!F2:F13'})
    book.close()


# What people do to a copy.

class Copy:
    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.deals = self.book[DEALS]

    def save(self):
        self.book.save(self.path)

    def row(self, id):
        return next(r for r in range(2, self.deals.max_row + 1) if self.deals.cell(r, self.column(ID)).value == id)

    def column(self, header):
        return next(c for c in range(1, self.deals.max_column + 1) if self.deals.cell(1, c).value == header)

    def set(self, id, header, value):
        self.deals.cell(self.row(id), self.column(header)).value = value

    def put(self, row, values):
        for column, value in enumerate(values, 1):
            self.deals.cell(row, column).value = value

    def add(self, number, at=None, id=None):
        values = deal(number)
        values[0] = id or values[0]
        if at:
            self.deals.insert_rows(at)
        self.put(at or self.deals.max_row + 1, values)

    def rows(self):
        return [[cell.value for cell in row] for row in self.deals.iter_rows(min_row=2)]

    def delete(self, id):
        # As Excel does: what names cells below follows.
        row = self.row(id)
        self.deals.delete_rows(row)
        report = self.book[REPORT]['A2']
        named = int(report.value.split('F')[1])
        if named > row:
            report.value = f'={DEALS}!F{named - 1}'


def edited(source, name, change):
    path = source.parent / f'{name}.xlsx'
    shutil.copy(source, path)
    made = Copy(path)
    change(made)
    made.save()
    return path


def typed_in_place(source, name, old, new):
    """A copy in which a person typed one number and the program kept everything else, as Excel does."""
    path = source.parent / f'{name}.xlsx'
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == 'xl/worksheets/sheet1.xml':
                assert old in data
                data = data.replace(old, new, 1)
            after.writestr(entry, data)
    return path


def through_libreoffice(path):
    folder = path.parent / 'lo'
    convert([path], folder)
    shutil.move(folder / path.name, path)


def convert(paths, folder):
    folder.mkdir(exist_ok=True)
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx', '--outdir',
                    folder, *paths], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


# What a workbook holds.

def deals_sheet(book):
    for sheet in book.worksheets:
        if ID in [cell.value for cell in sheet[1]]:
            return sheet
    return None


def text(value):
    if isinstance(value, str) and value.replace(',', '').isdigit():
        value = float(value.replace(',', ''))
    return '' if value is None else str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def records(path):
    sheet = deals_sheet(openpyxl.load_workbook(path, data_only=True))
    found = {}
    if sheet is None:
        return found
    headers = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2, values_only=True):
        record = dict(zip(headers, row))
        if record.get(ID):
            key = record[ID]
            while key in found:
                key += ' again'
            found[key] = {name: text(record.get(name)) for name in headers if name and name != ID and (name in COLUMNS or name not in HEADERS)}
    return found


# The situations. Each makes the copies and says what must come of them.

class Case:
    def __init__(self, title, copies, change, conflicts=(), also=lambda path, told: []):
        self.title, self.copies, self.change, self.conflicts, self.also = title, copies, change, set(conflicts), also


def minute_lines(path):
    book = openpyxl.load_workbook(path)
    return [cell.value for cell in book[MINUTES]['A'] if cell.value] if MINUTES in book.sheetnames else []


def wants_minutes(*wanted):
    def check(path, told):
        found = minute_lines(path)
        return [f'loses the line “{line}”' for line in wanted if line not in found]
    return check


def keeps(*patterns):
    def check(path, told):
        with zipfile.ZipFile(path) as book:
            everything = b''.join(book.read(name) for name in book.namelist())
            names = ' '.join(book.namelist())
        return [f'loses {what}' for what, pattern in patterns if pattern not in everything and pattern.decode() not in names]
    return check


def cell_number(path, sheet, cell):
    value = openpyxl.load_workbook(path, data_only=True)[sheet][cell].value
    return value if isinstance(value, (int, float)) else None


def situations(base, totals):
    def case(title, ours, theirs, change, conflicts=(), also=lambda path, told: [], more=(), base=base):
        number = len(cases) + 1
        copies = [ours if isinstance(ours, pathlib.Path) else edited(base, f'{number}-ours', ours)]
        for place, one in enumerate([theirs, *more]):
            copies.append(one if isinstance(one, pathlib.Path) else edited(base, f'{number}-theirs{place}', one))
        cases.append(Case(title, (base, copies), change, conflicts, also))

    cases = []
    nothing = lambda book: None

    def value(id, header, new):
        def change(wanted):
            wanted[id][header] = text(new)
        return change

    def both(*changes):
        def change(wanted):
            for one in changes:
                one(wanted)
        return change

    def added(*numbers, ids=None):
        def change(wanted):
            for place, number in enumerate(numbers):
                row = dict(zip(HEADERS, deal(number)))
                wanted[ids[place] if ids else row[ID]] = {name: text(row[name]) for name in COLUMNS}
        return change

    def gone(id):
        def change(wanted):
            del wanted[id]
        return change

    case('Two people change different rows', lambda b: b.set('D-002', AMOUNT, 21), lambda b: b.set('D-007', AMOUNT, 71),
         both(value('D-002', AMOUNT, 21), value('D-007', AMOUNT, 71)))
    case('Two people change different cells of one row', lambda b: b.set('D-002', AMOUNT, 21),
         lambda b: b.set('D-002', STAGE, 'Bid submitted'), both(value('D-002', AMOUNT, 21), value('D-002', STAGE, 'Bid submitted')))
    case('Two people change one cell differently', lambda b: b.set('D-002', AMOUNT, 21), lambda b: b.set('D-002', AMOUNT, 22),
         lambda wanted: wanted['D-002'].pop(AMOUNT), ['D-002'])
    case('A row comes in at the top of one copy, a row below is changed in the other', lambda b: b.set('D-009', AMOUNT, 91),
         lambda b: b.add(20, at=2), both(value('D-009', AMOUNT, 91), added(20)))
    case('Both add rows at the end', lambda b: b.add(20), lambda b: (b.add(30), b.add(31)), added(20, 30, 31))

    def same_id(path, told):
        found = [row for row in records(path).values()]
        names = [row.get(NAME) for row in found]
        lost = [f'loses the new row “{name}”' for name in ['deal 20', 'deal 30'] if name not in names]
        return lost + ([] if told else ['does not say that two rows have one id'])
    case('Both give one new id to different rows', lambda b: b.add(20, id='D-013'), lambda b: b.add(30, id='D-013'), None, ['D-013'], same_id)

    def sorted_and_changed(b):
        b.set('D-003', AMOUNT, 31)
        for place, row in enumerate(sorted(b.rows(), key=lambda row: -row[5]), 2):
            b.put(place, row)
    case('One copy was sorted', lambda b: b.set('D-010', STAGE, 'Bid submitted'), sorted_and_changed,
         both(value('D-003', AMOUNT, 31), value('D-010', STAGE, 'Bid submitted')))

    def turned(b):
        b.set('D-003', AMOUNT, 31)
        order = [0, 5, 3, 2, 1, 4, 6]
        for place, row in enumerate([HEADERS] + b.rows(), 1):
            b.put(place, [row[n] for n in order])
    case('One copy has its columns in another order', lambda b: b.set('D-010', STAGE, 'Bid submitted'), turned,
         both(value('D-003', AMOUNT, 31), value('D-010', STAGE, 'Bid submitted')))

    def column(b):
        for place, word in enumerate(['Mood'] + ['fine'] * COUNT, 1):
            b.deals.cell(place, 8).value = word

    def moods(wanted):
        for id, row in wanted.items():
            if id != 'D-020':
                row['Mood'] = 'fine'
    case('One copy has a new column, the other a new row', lambda b: b.add(20), column, both(added(20), moods))
    case('One deletes a row that the other left alone', lambda b: b.set('D-010', AMOUNT, 11), lambda b: b.delete('D-003'),
         both(gone('D-003'), value('D-010', AMOUNT, 11)))
    case('One deletes a row that the other changed', lambda b: b.set('D-003', AMOUNT, 31), lambda b: b.delete('D-003'),
         lambda wanted: wanted.pop('D-003'), ['D-003'])

    def renamed(b):
        b.set('D-003', AMOUNT, 31)
        b.deals.title = 'Pipeline'
    case('One copy has the sheet renamed', lambda b: b.set('D-010', AMOUNT, 11), renamed,
         both(value('D-003', AMOUNT, 31), value('D-010', AMOUNT, 11)))
    office = edited(base, 'office', lambda b: b.set('D-003', AMOUNT, 31))
    through_libreoffice(office)
    case('One copy was saved by LibreOffice', lambda b: b.set('D-010', AMOUNT, 11), office,
         both(value('D-003', AMOUNT, 31), value('D-010', AMOUNT, 11)))
    case('A number became a text in one copy and was changed in the other', lambda b: b.set('D-003', AMOUNT, '3,000'),
         lambda b: b.set('D-003', AMOUNT, 31), value('D-003', AMOUNT, 31))

    def note(b):
        b.deals.cell(b.row('D-006'), 6).comment = Comment('ask Li', 'Li')

    def has_note(path, told):
        sheet = deals_sheet(openpyxl.load_workbook(path))
        notes = {sheet.cell(r, 1).value: c.comment.text for r in range(2, sheet.max_row + 1) for c in sheet[r] if c.comment}
        return [f'loses the note on {id}' for id, words in [('D-002', 'phone'), ('D-006', 'ask Li')] if words not in notes.get(id, '')]
    case('One copy has a note on a cell', lambda b: b.set('D-010', AMOUNT, 11), note, value('D-010', AMOUNT, 11), also=has_note)
    case('Three copies', lambda b: b.set('D-002', AMOUNT, 21), lambda b: (b.set('D-003', AMOUNT, 31), b.add(30)),
         both(value('D-002', AMOUNT, 21), value('D-003', AMOUNT, 31), value('D-004', STAGE, 'Bid submitted'), added(30, 40)),
         more=[lambda b: (b.set('D-004', STAGE, 'Bid submitted'), b.add(40))])

    def line(b):
        b.book[MINUTES].insert_rows(1)
        b.book[MINUTES]['A1'] = 'Parking is free'

    def other_line(b):
        b.book[MINUTES]['A4'] = 'Review at five'
    case('A sheet without ids: a line comes in at the top of one copy, a line is changed in the other', other_line, line, lambda wanted: None,
         also=wants_minutes('Parking is free', 'Kick-off on Monday', 'Review at five', 'Next call on Friday'))

    def total(path, told):
        sheet = deals_sheet(openpyxl.load_workbook(path, data_only=True))
        cells = [sheet.cell(r, 6).value for r in range(2, sheet.max_row + 1) if sheet.cell(r, 5).value == 'Total']
        rows = records(path)
        wanted = sum(float(row[AMOUNT] or 0) for row in rows.values())
        if len(cells) != 1:
            return [f'the total stands {len(cells)} times']
        return [] if cells[0] == wanted else [f'the total shows {cells[0]} instead of {wanted:.0f}']

    def above_total(number):
        def change(b):
            at = next(r for r in range(2, b.deals.max_row + 1) if b.deals.cell(r, 5).value == 'Total')
            b.deals.insert_rows(at)
            b.put(at, deal(number))
            b.deals.cell(at + 1, 6).value = f'=SUM(F2:F{at})'
        return change
    case('A total stands below the data, and both add a row', above_total(20), above_total(30), added(20, 30), also=total, base=totals)
    case('The workbook has a chart, data bars and sparklines', typed_in_place(base, 'excel', b'<v>10000</v>', b'<v>11</v>'),
         lambda b: b.set('D-003', AMOUNT, 31), both(value('D-003', AMOUNT, 31), value('D-010', AMOUNT, 11)),
         also=keeps(('the chart', b'xl/charts/chart1.xml'), ('the sparkline', b'sparklineGroup'), ('the new data bars', b'x14:dataBar')))

    other = base.parent / 'other.xlsx'
    shutil.copy(base, other)
    strange = Copy(other)
    for place in range(2, COUNT + 2):
        strange.put(place, deal(place + 100))
    strange.save()
    case('The base is not the base', nothing, lambda b: b.set('D-003', AMOUNT, 31), 'refused')
    cases[-1].copies = (other, cases[-1].copies[1])
    return cases


# The four ways. Each returns the ids that it reports as conflicts, or a text with which it refuses.

def with_dealbook(program):
    def run(base, copies, out):
        done = subprocess.run([program, 'merge', base, *copies, '-o', out, '--format', 'json'], capture_output=True, text=True)
        if done.returncode == 3:
            return done.stderr.strip() or 'refused'
        assert done.returncode in (0, 1), done.stderr
        return {conflict['rowId'] for conflict in json.loads(done.stdout)['conflicts']}
    return run


def table_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def with_daff(base, copies, out):
    """Each sheet as a table of daff, written back with openpyxl."""
    old = openpyxl.load_workbook(base)
    result = openpyxl.load_workbook(copies[0])
    told = set()
    for theirs in map(openpyxl.load_workbook, copies[1:]):
        for sheet in list(result.worksheets):
            if sheet.title not in old.sheetnames or sheet.title not in theirs.sheetnames:
                continue
            tables = [table_of(book[sheet.title]) for book in (old, result, theirs)]
            flags = daff.CompareFlags()
            if any(ID in row for row in tables[1][:1]):
                flags.addPrimaryKey(ID)
            mine = copy.deepcopy(tables[1])
            views = [daff.PythonTableView(table) for table in (tables[0], mine, tables[2])]
            merger = daff.Merger(*views, flags)
            merger.apply()
            for conflict in merger.getConflictInfos() or []:
                told.add(str(mine[conflict.row][mine[0].index(ID)] if ID in mine[0] else conflict.row))
            for row in range(1, max(len(mine), sheet.max_row) + 1):
                for column in range(1, max(len(mine[0]) if mine else 0, sheet.max_column) + 1):
                    inside = row <= len(mine) and column <= len(mine[row - 1])
                    sheet.cell(row, column).value = mine[row - 1][column - 1] if inside else None
    result.save(out)
    return told


def with_a_script(base, copies, out):
    """What one writes in an afternoon: rows by id, columns by header, what differs from the base is taken over."""
    def table(book):
        sheet = deals_sheet(book)
        headers = [cell.value for cell in sheet[1]]
        return sheet, headers, {row[headers.index(ID)].value: {name: row[place].value for place, name in enumerate(headers) if name}
                                for row in sheet.iter_rows(min_row=2) if row[headers.index(ID)].value}
    _, _, old = table(openpyxl.load_workbook(base))
    result = openpyxl.load_workbook(copies[0])
    for theirs in map(openpyxl.load_workbook, copies[1:]):
        sheet, headers, _ = table(result)
        _, names, rows = table(theirs)
        place = {sheet.cell(r, headers.index(ID) + 1).value: r for r in range(2, sheet.max_row + 1)}
        for name in names:
            if name and name not in headers:
                headers.append(name)
                sheet.cell(1, len(headers)).value = name
        for id, row in rows.items():
            if id not in place:
                place[id] = sheet.max_row + 1
                sheet.cell(place[id], headers.index(ID) + 1).value = id
            for name, value in row.items():
                if value != old.get(id, {}).get(name):
                    sheet.cell(place[id], headers.index(name) + 1).value = value
        for id in sorted((id for id in old if id not in rows and id in place), key=lambda id: -place[id]):
            sheet.delete_rows(place[id])
        for other in theirs.worksheets:
            if other.title not in result.sheetnames or other.title == sheet.title:
                continue
            before = openpyxl.load_workbook(base)[other.title] if other.title in openpyxl.load_workbook(base).sheetnames else None
            for line in other.iter_rows():
                for cell in line:
                    if before is None or before[cell.coordinate].value != cell.value:
                        result[other.title][cell.coordinate].value = cell.value
    result.save(out)
    return set()


def by_cells(base, copies, out):
    """A merge of three workbooks address by address."""
    old = openpyxl.load_workbook(base)
    result = openpyxl.load_workbook(copies[0])
    told = set()
    for theirs in map(openpyxl.load_workbook, copies[1:]):
        for sheet in theirs.worksheets:
            if sheet.title not in result.sheetnames:
                result.create_sheet(sheet.title)
            own = result[sheet.title]
            before = old[sheet.title] if sheet.title in old.sheetnames else None
            for row in range(1, max(sheet.max_row, own.max_row) + 1):
                for column in range(1, max(sheet.max_column, own.max_column) + 1):
                    was = before.cell(row, column).value if before is not None else None
                    mine, new = own.cell(row, column), sheet.cell(row, column)
                    if new.comment and not mine.comment:
                        mine.comment = Comment(new.comment.text, new.comment.author)
                    if new.value == was or new.value == mine.value:
                        continue
                    if mine.value != was:
                        told.add(str(own.cell(row, 1).value))
                        mine.value = was
                    else:
                        mine.value = new.value
    result.save(out)
    return told


def judge(case, calculated, raw, told):
    """What is lost or wrong, in words."""
    base, copies = case.copies
    if case.change == 'refused':
        return [] if isinstance(told, str) else ['merges all the same']
    if isinstance(told, str):
        return [f'refuses: {told}']
    lost = []
    if case.change is not None:
        wanted = records(base)
        case.change(wanted)
        got = records(calculated)
        free = case.conflicts
        lost += [f'loses row {id}' for id in wanted if id not in got]
        extra = [id for id in got if id not in wanted and id not in free]
        lost += [f'brings back row {id}' if id in records(base) else f'has a row {id} too many' for id in extra]
        wrong = [f'{id} {name}' for id, row in wanted.items() if id in got for name, new in row.items()
                 if got[id].get(name, '') != new]
        if wrong:
            lost.append(f'{len(wrong)} cells wrong, as {wrong[0]}' if len(wrong) > 2 else 'wrong: ' + ', '.join(wrong))
        amount = cell_number(calculated, REPORT, 'A2')
        right = wanted.get('D-005', {}).get(AMOUNT)
        if right is not None and text(amount) != right:
            lost.append(f'the report shows {text(amount) or "nothing"} for D-005 instead of {right}')
        unknown = told - case.conflicts
        if unknown:
            lost.append(f'{len(unknown)} rows reported as conflicts that are none' if len(unknown) > 1 else '1 false conflict')
        silent = case.conflicts - told
        if silent:
            lost.append('no conflict reported')
    return lost + case.also(calculated if case.title.startswith('A total') else raw, told)


def main():
    warnings.simplefilter('ignore')
    program = sys.argv[1]
    ways = [('dealbook merge', with_dealbook(program)), ('daff', with_daff), ('openpyxl script', with_a_script), ('cell by cell', by_cells)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base, totals = folder / 'base.xlsx', folder / 'totals.xlsx'
        base_book(base)
        base_book(totals, total=True)
        cases = situations(base, totals)
        results = {}
        for number, case in enumerate(cases):
            for way, run in ways:
                out = folder / f'{number:02}-{way.replace(" ", "-")}.xlsx'
                try:
                    told = run(case.copies[0], case.copies[1], out)
                except Exception as error:  # What a tool cannot do at all is a result as well.
                    told = f'ends with {type(error).__name__}'
                results[number, way] = out, told
        made = sorted(out for out, _ in results.values() if out.exists())
        convert(made, folder / 'calculated')
        lines = ['| situation | ' + ' | '.join(way for way, _ in ways) + ' |', '| --- |' + ' --- |' * len(ways)]
        right = {way: 0 for way, _ in ways}
        for number, case in enumerate(cases):
            row = []
            for way, _ in ways:
                out, told = results[number, way]
                lost = judge(case, folder / 'calculated' / out.name, out, told)
                right[way] += not lost
                row.append('; '.join(lost) if lost else 'nothing lost')
            lines.append(f'| {number + 1}. {case.title} | ' + ' | '.join(row) + ' |')
        lines.append('| **right** | ' + ' | '.join(f'**{right[way]} of {len(cases)}**' for way, _ in ways) + ' |')
    page = '\n'.join(lines) + '\n'
    if len(sys.argv) > 2:
        path = pathlib.Path(sys.argv[2])
        start, end = '<!-- table -->\n', '<!-- end of table -->\n'
        before = path.read_text()
        head, rest = before.split(start)
        path.write_text(head + start + page + end + rest.split(end)[1])
    else:
        print(page)
    sys.exit(0 if right['dealbook merge'] == len(cases) else 1)


if __name__ == '__main__':
    main()
