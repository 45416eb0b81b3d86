#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Which new errors in a workbook pass the gate that compares tonight's SARIF file with last night's, and which waived ones do not.
#
# Package: sarif-tools 3.0.5 from PyPI (sarif --check error diff OLD NEW, and sarif --check error summary).
# The files: SARIF 2.1.0 of a check of a list of deals, each result with its rule, a message, the row and a fingerprint of its own (partialFingerprints,
# 3.27.17, which is there to tell results apart that look alike). Last night the amount of row 3 was missing.
# One would guess: with --check error the exit code is not 0 as soon as an error is there that was not; what somebody accepted (suppressions, status
# accepted, 3.35.3) or what is over (baselineState absent, 3.27.24) is no error, for that is what these properties say.
# Seen: a rule with a message is one issue, however many rows have it: the amount of row 12 missing as well is "+0 +0", exit code 0; the one of row 3
# there again and that of row 9 missing is "no changes". Row and fingerprint are not looked at. With the deal named in the message both are new. An
# accepted error that was not there last night stops the night, exit code 1; in the summary accepted and absent errors are errors, exit code 3 for one.
# So: a tool whose results go through this gate names the cell or the deal in the message, and leaves out what is waived or over.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sarif-tools==3.0.5
cat >"$work/try.py" <<'PY'
import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(sys.argv[1])


def result(row, message="The amount is missing", **more):
    place = {"artifactLocation": {"uri": "deals.xlsx"}, "region": {"startLine": row}}
    prints = {"deal/v1": f"D{row}"}
    return {"ruleId": "A1", "level": "error", "message": {"text": message}, "locations": [{"physicalLocation": place}], "partialFingerprints": prints, **more}


def written(name, results):
    driver = {"name": "check", "rules": [{"id": "A1"}]}
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    (FOLDER / name).write_text(json.dumps(log))
    return FOLDER / name


def told(*arguments):
    done = subprocess.run([FOLDER / "venv/bin/sarif", "--check", "error", *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout


def gate(old, new):
    return told("diff", written("old.sarif", old), written("new.sarif", new))[0]


ACCEPTED = {"suppressions": [{"kind": "external", "status": "accepted"}]}
night = [result(3)]
# what is new: exit codes of the gate
CASES = {
    "nothing": (gate(night, night), 0),
    "row 12 too": (gate(night, [*night, result(12)]), 0),
    "row 9 for row 3": (gate(night, [result(9)]), 0),
    "row 9 for row 3, by name": (gate([result(3, "D3: no amount")], [result(9, "D9: no amount")]), 1),
    "row 12 too, by name": (gate([result(3, "D3: no amount")], [result(3, "D3: no amount"), result(12, "D12: no amount")]), 1),
    "an accepted one": (gate([], [result(3, **ACCEPTED)]), 1),
}
three = [result(3), result(4, **ACCEPTED), result(5, baselineState="absent")]
CASES["summary of one error, one accepted, one that is over"] = (told("summary", written("three.sarif", three))[0], 3)
for case, (found, expected) in CASES.items():
    print(f"{case}: exit code {found}")
print(told("diff", written("old.sarif", night), written("new.sarif", [*night, result(12)]))[1])
sys.exit(0 if all(found == expected for found, expected in CASES.values()) else 1)
PY
"$work/venv/bin/python" "$work/try.py" "$work"
echo "as described"
