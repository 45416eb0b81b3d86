# SPDX-License-Identifier: Apache-2.0
"""Writes the manual page of the command from its own help (--experimental-dump-help)."""

import json
import subprocess

EXITS = [
    ("0", "Done; no finding at or above the severity asked for."),
    ("1", "Findings at or above it; differences (diff); conflicts (merge, gather)."),
    ("2", "Wrong usage, or mistakes in a playbook; nothing was done."),
    ("3", "Something could not be read, or a sheet could not be filled; the rest is done."),
    ("4", "Locked by an editor, or changed on disk meanwhile; nothing written."),
    ("5", "Could not write; the original is whole."),
    ("6", "Written whole, but the system would not confirm that it is on disk."),
    ("70", "A fault of the program."),
]


def escaped(text: str) -> str:
    """Escapes text for roff, so that nothing is read as a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.split("\n"))


def names(argument: dict) -> str:
    if argument["kind"] == "positional":
        return f"\\fI{escaped(argument['valueName'])}\\fR"
    spelled = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    value = f" \\fI{escaped(argument['valueName'])}\\fR" if argument["kind"] == "option" else ""
    return ", ".join(f"\\fB{escaped(name)}\\fR" for name in spelled) + value


def arguments(command: dict) -> list[str]:
    lines = []
    for argument in command.get("arguments", []):
        if argument["shouldDisplay"] and argument.get("names", [{}])[0].get("name") not in ("help", "version"):
            default = f" (default: {argument['defaultValue']})" if "defaultValue" in argument else ""
            lines += [".TP", names(argument), escaped(argument.get("abstract", "") + default)]
    return lines


def discussion(command: dict) -> list[str]:
    """Paragraphs are filled; lines that begin with spaces are examples and keep their line breaks."""
    lines = []
    for paragraph in command.get("discussion", "").split("\n\n"):
        if not paragraph.strip():
            continue
        if any(line.startswith("  ") for line in paragraph.split("\n")):
            lines += [".PP", ".nf", escaped(paragraph), ".fi"]
        else:
            lines += [".PP", escaped(paragraph)]
    return lines


def commands(command: dict, path: str) -> list[str]:
    lines = []
    for one in command.get("subcommands", []):
        if not one["shouldDisplay"] or one["commandName"] == "help":
            continue
        name = f"{path} {one['commandName']}"
        lines += [".SS", escaped(name), escaped(one.get("abstract", ""))]
        lines += arguments(one) + discussion(one) + commands(one, name)
    return lines


def page(program: str, version: str, day: str) -> str:
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    command = json.loads(dump)["command"]
    lines = [f'.TH DEALBOOK 1 "{day}" "dealbook {version}" "User commands"', ".SH NAME"]
    lines += [f"dealbook \\- {escaped(command['abstract'])}", ".SH SYNOPSIS", ".B dealbook", ".I command", "[options]"]
    lines += [".SH DESCRIPTION", *discussion(command), ".SH COMMANDS", *commands(command, "dealbook")]
    lines += [".SH EXIT STATUS"]
    for code, meaning in EXITS:
        lines += [".TP", f".B {code}", escaped(meaning)]
    return "\n".join(lines) + "\n"
