# SPDX-License-Identifier: Apache-2.0
"""Lets third-party tools read every output of three nights. Started by Scripts/outputs."""
import argparse
import os
import sys
import time

import nights
import readers


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--dealbook', required=True)
    parser.add_argument('--place', required=True, help='a folder for all that is made')
    parser.add_argument('--files', type=int, default=60)
    arguments = parser.parse_args()
    place = os.path.abspath(arguments.place)
    team, made = nights.make(os.path.abspath(arguments.dealbook), place, arguments.files)
    for night in made:
        states = {state: night.count(state=state) for state in ('new', 'reopened', 'persisting', 'fixed', 'waived')}
        print(f'{night.name}: {len(night.report["files"])} workbooks, {states}, exit {night.status}', flush=True)
    states = {finding['state'] for night in made for finding in night.findings}
    failures = [f'no finding is {state} in any night' for state in ('new', 'reopened', 'persisting', 'fixed', 'waived') if state not in states]
    # The folder still has the workbooks of the last nights.
    last = [night for night in made if night.day == made[-1].day]
    jobs = [(readers.python, made), (readers.sarif_tools, made), (readers.junitparser, made), (readers.promtool, made),
            (readers.prometheus_client, made), (readers.markdown_it, made), (readers.html_checker, made), (readers.chromium, made),
            (readers.openpyxl, last), (lambda some: readers.openxml_audit(some, team), last), (readers.libreoffice, last)]
    titles = [readers.openxml_audit.__doc__ if reader.__name__ == '<lambda>' else reader.__doc__ for reader, _ in jobs]
    missing = []
    for (reader, some), title in zip(jobs, titles):
        started, found = time.monotonic(), []
        try:
            found = [f'{night.name}: {complaint}' for night, complaint in reader(some)]
        except readers.Missing as error:
            missing.append(f'{title} ({error})')
            continue
        print(f'{"ok  " if not found else "FAIL"} {time.monotonic() - started:6.1f} s  {title}', flush=True)
        for complaint in found[:5]:
            print(f'     {complaint}', flush=True)
        failures += found
    for reader in missing:
        print(f'NOT READ: {reader}; Scripts/outputs --install gets the reader')
    print(f'{len(failures)} complaints, {len(missing)} readers not there: {place}')
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
