# SPDX-License-Identifier: Apache-2.0
"""Checks that a program was built as required for a release."""
import os
import subprocess
import sys


def read(*words):
    return subprocess.run(['readelf', '-W', *words], check=True, capture_output=True, text=True).stdout


def main(path):
    dynamic, segments, sections, header = read('-d', path), read('-l', path), read('-S', path), read('-h', path)
    symbols = read('--dyn-syms', path)
    stack = next((line for line in segments.splitlines() if 'GNU_STACK' in line), '')
    # Name, type, address, offset, size: 34 MB of ICU's data would stand here, see Sources/CEmptyICUData.
    constants = next(line.split('.rodata', 1)[1].split() for line in sections.splitlines() if ' .rodata ' in line)
    checks = {
        'position independent': 'DYN' in header,
        'full RELRO': 'GNU_RELRO' in segments,
        'bound at the start': 'BIND_NOW' in dynamic or 'NOW' in dynamic,
        'no RPATH or RUNPATH': 'RPATH' not in dynamic and 'RUNPATH' not in dynamic,
        'no executable stack': 'RWE' not in stack,
        'fortified C': '_chk@' in symbols,
        "without ICU's data": int(constants[3], 16) < 10_000_000,
        'stripped': '.symtab' not in sections,
        'symbols beside it': os.path.exists(f'{path}.debug'),
    }
    for name, holds in checks.items():
        print(f'{"yes" if holds else "NO ":3} {name}')
    sys.exit(0 if all(checks.values()) else 1)


main(sys.argv[1])
