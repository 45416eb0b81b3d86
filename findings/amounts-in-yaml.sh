#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What an amount of 99,95 and the customer 0089 are in a YAML file that Python wrote, for readers in Ruby, in R and in Rust.
#
# Packages: PyYAML 6.0.4 writes (safe_dump); py-yaml12 0.2.0, fastyaml-rs 0.7.0 and oryaml 0.1.0, all of 2026 and written in Rust, and ruamel.yaml 0.19.1 read;
# from PyPI, and ryl 0.26.1 formats. Psych 4.0.3 of Ruby 3.1 (Debian 12, ruby) and yaml 2.3.7 for R (Debian 12, r-cran-yaml), which must be installed, read too.
# The file: eleven texts of an export, each a text in Python: amounts 99,95, 1,5, -5,0, 12,34.5, 1.234,50 and 1,234.50; customers 0077, 0089 and 12E03; times 08:30, 8:30.
# One would guess: safe_dump puts quotation marks where a text would be read as a number; what it leaves bare is a text for all, or a reader sees the version of
# YAML. A decimal comma is a number nowhere in YAML, 1.1 or 1.2, so that it stays a text, or is 99.95 at best.
# Seen: bare are all but 0077 and 8:30. Ruby takes commas out wherever they stand: 99,95 is 9995, a hundred times as much, 1,5 is 15, -5,0 is -50 and 12,34.5 is
# 1234.5, but 1.234,50 is a text, so that small amounts grow and large ones do not; 08:30 is 30600. R has NA for all six amounts, 1.234,50 among them, with a
# warning for each. The readers of YAML 1.2 have 89 for 0089, where 0077, by its quotation marks, is a text: only customers with an 8 or a 9 behind the zeros lose
# them, for in YAML 1.1 those are no octal numbers. 12E03 is 12000 for them. oryaml keeps 0089, not 12E03. Ruby and R keep both, and write 99,95 in quotation
# marks themselves. PyYAML reads what it wrote.
# With default_style='"' all seven readers have all eleven texts, until the file is formatted: ryl format, which writes 0089 and 12E03 in marks, as it knows of YAML
# 1.2, takes them off all six amounts and off 08:30, and Ruby and R are where they were.
# So: texts that go into YAML for others are written with default_style='"', and such files are kept from formatters.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ruby -ryaml -e 'exit Psych::VERSION.start_with?("4.0.")' || { echo "needs Ruby with Psych 4.0 (Debian: ruby)"; exit 1; }
Rscript -e 'library(yaml)' >/dev/null 2>&1 || { echo "needs yaml for R (Debian: r-cran-yaml)"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PyYAML==6.0.4 py-yaml12==0.2.0 fastyaml-rs==0.7.0 oryaml==0.1.0 ruamel.yaml==0.19.1 \
    ryl==0.26.1
cat >"$work/read.rb" <<'RUBY'
require "json"
require "yaml"
puts YAML.safe_load(File.read(ARGV[0])).to_json
RUBY
cat >"$work/read.R" <<'R'
found <- suppressWarnings(yaml::yaml.load_file(commandArgs(TRUE)[1]))
for (name in names(found)) cat(name, class(found[[name]]), format(found[[name]]), "\n")
R
cat >"$work/try.py" <<'PY'
import json
import pathlib
import subprocess
import sys

import fast_yaml
import oryaml
import ruamel.yaml
import yaml
import yaml12

FOLDER = pathlib.Path(sys.argv[1])
FILE = FOLDER / "export.yaml"
TEXTS = ["99,95", "1,5", "-5,0", "12,34.5", "1.234,50", "1,234.50", "0077", "0089", "12E03", "08:30", "8:30"]
NAMED = {f"t{number:02}": text for number, text in enumerate(TEXTS)}
FILE.write_text(yaml.safe_dump(NAMED))
print(FILE.read_text())


def by_ruby(text):
    return json.loads(subprocess.run(["ruby", FOLDER / "read.rb", FILE], capture_output=True, text=True, check=True).stdout)


def by_r(text):
    output = subprocess.run(["Rscript", FOLDER / "read.R", FILE], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in output.splitlines()]
    return {name: shown if kind == "character" else f"{kind} {shown}" for name, kind, shown in rows}


LATER = {"0089": 89, "12E03": 12000.0}
EXPECTED = {
    "PyYAML": (yaml.safe_load, {}),
    "Ruby": (by_ruby, {"99,95": 9995, "1,5": 15, "-5,0": -50, "12,34.5": 1234.5, "1,234.50": 1234.5, "08:30": 30600}),
    "R": (
        by_r,
        {text: "integer NA" for text in ("99,95", "1,5", "-5,0")} | {text: "numeric NA" for text in ("12,34.5", "1.234,50", "1,234.50")},
    ),
    "py-yaml12": (yaml12.parse_yaml, LATER),
    "fastyaml-rs": (fast_yaml.safe_load, LATER),
    "ruamel.yaml": (ruamel.yaml.YAML(typ="safe", pure=True).load, LATER),
    "oryaml": (oryaml.loads, {"12E03": 12000.0}),
}


def changed(read):
    found = read(FILE.read_text())
    return {text: found[name] for name, text in NAMED.items() if found[name] != text}


quoted = [text for text in TEXTS if f"'{text}'" in FILE.read_text()]
same = quoted == ["0077", "8:30"]
for name, (read, expected) in EXPECTED.items():
    seen = changed(read)
    print(f"{name:12}", seen or "all texts as they were")
    same = same and seen == expected and all(type(seen[text]) is type(value) for text, value in expected.items())
FILE.write_text(yaml.safe_dump(NAMED, default_style='"'))
for name, (read, _) in EXPECTED.items():
    same = same and changed(read) == {}
print("with default_style='\"' all texts are as they were for all of them:", same)
subprocess.run([pathlib.Path(sys.executable).parent / "ryl", "format", "export.yaml"], cwd=FOLDER, check=True)
print(FILE.read_text())
for name in ("Ruby", "R"):
    read, expected = EXPECTED[name]
    print(name, "after ryl format:", changed(read))
    same = same and changed(read) == expected
for name in ("py-yaml12", "fastyaml-rs", "ruamel.yaml", "oryaml"):
    same = same and changed(EXPECTED[name][0]) == {}
written = subprocess.run(["ruby", "-ryaml", "-e", 'print({"a" => "99,95"}.to_yaml)'], capture_output=True, text=True, check=True).stdout
by_r_written = subprocess.run(["Rscript", "-e", 'cat(yaml::as.yaml(list(a="99,95")))'], capture_output=True, text=True, check=True).stdout
print("written by Ruby:", written.split()[-1], "by R:", by_r_written.split()[-1])
same = same and written.split()[-1] == by_r_written.split()[-1] == "'99,95'"
sys.exit(0 if same else "the behaviour has changed")
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
