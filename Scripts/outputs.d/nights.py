# SPDX-License-Identifier: Apache-2.0
"""Three nights over one folder: findings that are new on the first night are there on the second or not, and the third night is like the first."""
import json
import os
import shutil
import subprocess
import sys

ENGINES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'engines.d')
sys.path.insert(0, ENGINES)

import folder  # noqa: E402

LANGUAGES = ['zh-Hant', 'zh-Hans', 'en']
FORMS = {'json': 'night.json', 'jsonl': 'night.jsonl', 'csv': 'night.csv', 'sarif': 'night.sarif', 'junit': 'night.xml',
         'prometheus': 'night.prom', 'markdown': 'night.md', 'html': 'html', 'annotate': 'annotated'}


class Night:
    """The outputs of one night, and its parsed JSON."""

    def __init__(self, place, day, language, status):
        self.place, self.day, self.language, self.status = place, day, language, status
        with open(self.path('json'), encoding='utf-8') as file:
            self.report = json.load(file)
        self.findings = self.report['findings']
        self.name = f'{language} {day}'

    def path(self, form):
        return f'{self.place}/{FORMS[form]}'

    def count(self, **wanted):
        return sum(all(finding[key] == value for key, value in wanted.items()) for finding in self.findings)


def run(dealbook, team, place, day, language):
    """All outputs of one night. Each language has its own history."""
    os.makedirs(place)
    flags = [word for form, name in FORMS.items() for word in (f'--{form}', f'{place}/{name}')]
    # What the notify command receives is an output too.
    notify = f"cat > '{place}/notified.json'"
    command = [dealbook, 'nightly', team, '--as-of', day, '--language', language, '--limits', 'untrusted', '--settle', '0', '--quiet',
               '--history', f'{os.path.dirname(place)}/history.sqlite', '--notify-command', notify, *flags]
    with open(f'{place}/output', 'wb') as output, open(f'{place}/messages', 'wb') as messages:
        status = subprocess.run(command, stdout=output, stderr=messages).returncode
    if not os.path.exists(f'{place}/night.json'):
        with open(f'{place}/messages', errors='replace') as file:
            sys.exit(f'the night of {day} in {language} gave nothing (exit {status}): {file.read()[-600:]}')
    return Night(place, day, language, status)


def make(dealbook, place, count):
    shutil.rmtree(place, ignore_errors=True)
    team = f'{place}/team'
    made = subprocess.run([sys.executable, '-B', folder.__file__, team, str(count)], capture_output=True, check=True)
    names = json.loads(made.stdout)
    before = f'{place}/before'
    shutil.copytree(team, before, symlinks=True)
    nights = []
    for number, day in enumerate(('2026-03-31', '2026-04-01', '2026-04-02')):
        if number == 1:
            folder.change(team, names)
        if number == 2:
            shutil.rmtree(team)
            shutil.copytree(before, team, symlinks=True)
        for language in LANGUAGES:
            nights.append(run(dealbook, team, f'{place}/{language}/{day}', day, language))
    return team, nights
