# SPDX-License-Identifier: Apache-2.0
"""What the sweeps over random histories have in common: their options, and going through the seeds."""
import argparse
import pathlib
import shutil
import sys
import tempfile
import warnings


def parser(about, people):
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('dealbook')
    options.add_argument('count', type=int, nargs='?', default=20)
    options.add_argument('seed', type=int, nargs='?', default=1)
    options.add_argument('--people', type=int, default=people)
    options.add_argument('--steps', type=int, default=8, help='most edits a person makes')
    options.add_argument('--keep', help='keep the files of histories with something wrong in this folder')
    return options


def go_through(options, lines_of):
    """Ends with 1 if `lines_of(folder, seed)` says that something is wrong with the history of any seed."""
    warnings.simplefilter('ignore')
    wrong = 0
    for seed in range(options.seed, options.seed + options.count):
        with tempfile.TemporaryDirectory() as name:
            lines = lines_of(pathlib.Path(name), seed)
            for line in lines:
                print(f'seed {seed}: {line}', flush=True)
            wrong += bool(lines)
            if lines and options.keep:
                shutil.copytree(name, pathlib.Path(options.keep) / str(seed), ignore=shutil.ignore_patterns('profile'), dirs_exist_ok=True)
    print(f'{options.count - wrong} of {options.count} as the records say')
    sys.exit(1 if wrong else 0)
