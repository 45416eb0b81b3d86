#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which quotas a team has whose file takes those of the region over and changes all twelve of them, by the month.
#
# Packages: PyYAML 6.0.4, of 2026, by safe_load and with CSafeLoader, and msgspec 0.23.0, which reads YAML by it; PyYAML 6.0.3, ruamel.yaml 0.19.1, fastyaml-rs
# 0.7.0 and pyrs-yaml 0.18.3 to compare; all from PyPI.
# The file: a plan with 100 for each month, 1 to 12; a region that takes it over by <<: *plan and has 150 for each month; a team that takes the region over by
# <<: *region and has a name. Then two plans, of 100 and 200, in one list, <<: [*first, *second].
# One would guess: what a mapping has itself goes before what it takes over, in every month alike (yaml.org/type/merge.html, "unless the key already exists in it"),
# and of two in a list the first one counts; an update of the last digit changes neither.
# Seen: with PyYAML 6.0.4 the region has 150 in all months; the team, which adds nothing but a name, has 100 from January to September and 150 from October on. Of
# the two plans the first counts from January to September, the second from October on. With 6.0.3 it is 150, and the first plan, in all months. In 6.0.4,
# which was to stop files that grow by taking over, a key is left out when its text is the same object as one before; CPython has one object for each text of one
# character, so that keys of one character keep what came first, and for others the last one counts: so a key Q has 100 where Q1 beside it has 150. safe_load and
# CSafeLoader agree; msgspec has what the PyYAML beside it has. ruamel.yaml, fastyaml-rs and pyrs-yaml have 150 and the first plan throughout.
# So: PyYAML is held at 6.0.3 where files take over from files that take over; a test reads keys of one character and of two. The issue is 953 of yaml/pyyaml.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for version in 6.0.4 6.0.3; do
    python3 -m venv "$work/$version"
    "$work/$version/bin/pip" install --quiet --disable-pip-version-check "PyYAML==$version" msgspec==0.23.0
done
"$work/6.0.4/bin/pip" install --quiet --disable-pip-version-check ruamel.yaml==0.19.1 fastyaml-rs==0.7.0 pyrs-yaml==0.18.3
cat >"$work/try.py" <<'PY'
import sys

import msgspec
import yaml

OTHERS = yaml.__version__ == "6.0.4"


def quotas(amount):
    return "".join(f"  {month}: {amount}\n" for month in range(1, 13))


PLAN = f"plan: &plan\n{quotas(100)}region: &region\n  <<: *plan\n{quotas(150)}team:\n  <<: *region\n  name: North\n"
LIST = f"first: &first\n{quotas(100)}second: &second\n{quotas(200)}team:\n  <<: [*first, *second]\n"
LETTERS = "plan: &plan {Q: 100, Q1: 100}\nregion: &region\n  <<: *plan\n  Q: 150\n  Q1: 150\nteam:\n  <<: *region\n"


def readers():
    yield "safe_load", yaml.safe_load
    yield "CSafeLoader", lambda text: yaml.load(text, yaml.CSafeLoader)
    yield "msgspec", lambda text: msgspec.yaml.decode(text.encode())


def others():
    import fast_yaml
    import pyrs_yaml
    import ruamel.yaml

    yield "ruamel.yaml", ruamel.yaml.YAML(typ="safe", pure=True).load
    yield "fastyaml-rs", fast_yaml.safe_load
    yield "pyrs-yaml", pyrs_yaml.safe_load


def by_month(mapping):
    return [mapping[month] for month in range(1, 13)]


RIGHT = ([150] * 12, [150] * 12, [100] * 12, {"Q": 150, "Q1": 150})
SEEN = ([150] * 12, [100] * 9 + [150] * 3, [100] * 9 + [200] * 3, {"Q": 100, "Q1": 150})
same = True
print("PyYAML", yaml.__version__)
for group, expected in ((readers(), SEEN if OTHERS else RIGHT), (others() if OTHERS else (), RIGHT)):
    for name, read in group:
        plan = read(PLAN)
        seen = (by_month(plan["region"]), by_month(plan["team"]), by_month(read(LIST)["team"]), dict(read(LETTERS)["team"]))
        print(f"  {name:12} region {seen[0]}\n{'':15}team   {seen[1]}\n{'':15}list   {seen[2]} {seen[3]}")
        same = same and seen == expected
sys.exit(0 if same else "the behaviour has changed")
PY
for version in 6.0.4 6.0.3; do
    "$work/$version/bin/python" "$work/try.py"
done
echo "as described"
