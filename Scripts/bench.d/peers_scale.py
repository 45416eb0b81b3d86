# SPDX-License-Identifier: Apache-2.0
"""One job of another program in its own process: peers_scale.py pandera|polars|frictionless|libreoffice FILE [OUT]. Prints the seconds that
it took after the imports, and for a check how many failures there were."""

import pathlib
import subprocess
import sys
import tempfile
import time

STAGES = ["Lead", "Qualified", "Proposal", "Negotiation", "Won", "Lost"]


def pandera(path):
    import pandas
    import pandera.pandas as pa
    import python_calamine

    yield
    rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name("Orders").to_python()
    frame = pandas.DataFrame(rows[1:], columns=rows[0])
    frame["Opened"], frame["Closed"] = pandas.to_datetime(frame["Opened"]), pandas.to_datetime(frame["Closed"])
    number, text = pa.Column(float, coerce=True, nullable=True), pa.Column(str, nullable=True)
    schema = pa.DataFrameSchema(
        {"Order": pa.Column(str, [pa.Check.str_matches(r"^D[0-9]{6}$")], unique=True), "Account": pa.Column(str), "Person": pa.Column(str),
         "Step": pa.Column(str, pa.Check.isin(STAGES)), "Amount": pa.Column(float, pa.Check.ge(0), coerce=True),
         "Cost": pa.Column(float, pa.Check.ge(0), coerce=True), "Chance": pa.Column(float, pa.Check.in_range(0, 1), coerce=True),
         "Opened": pa.Column("datetime64[ns]", coerce=True), "Closed": pa.Column("datetime64[ns]", coerce=True, nullable=True),
         "Pieces": pa.Column(float, pa.Check.ge(1), coerce=True)}
        | {f"Measure {n}": number for n in range(5)} | {f"Remark {n}": text for n in range(5)},
        checks=[pa.Check(lambda d: d["Cost"] <= d["Amount"]), pa.Check(lambda d: d["Closed"] >= d["Opened"]),
                pa.Check(lambda d: ~((d["Step"] == "Won") & (d["Chance"] < 1))),
                pa.Check(lambda d: ~((d["Amount"] > 50000) & (d["Pieces"] < 2))), pa.Check(lambda d: d["Measure 0"] <= d["Measure 1"])])
    try:
        schema.validate(frame, lazy=True)
        yield 0
    except pa.errors.SchemaErrors as errors:
        yield len(errors.failure_cases)


def polars(path):
    import pandera.polars as pa
    import polars

    yield
    frame = polars.read_excel(path, sheet_name="Orders", engine="calamine")
    column, number, text = polars.col, pa.Column(float, coerce=True, nullable=True), pa.Column(str, nullable=True)

    def row(rule):
        return pa.Check(lambda data: data.lazyframe.select(rule.fill_null(True)))

    schema = pa.DataFrameSchema(
        {"Order": pa.Column(str, [pa.Check.str_matches(r"^D[0-9]{6}$")], unique=True), "Account": pa.Column(str), "Person": pa.Column(str),
         "Step": pa.Column(str, pa.Check.isin(STAGES)), "Amount": pa.Column(float, pa.Check.ge(0), coerce=True),
         "Cost": pa.Column(float, pa.Check.ge(0), coerce=True), "Chance": pa.Column(float, pa.Check.in_range(0, 1), coerce=True),
         "Opened": pa.Column(polars.Date), "Closed": pa.Column(polars.Date, nullable=True),
         "Pieces": pa.Column(float, pa.Check.ge(1), coerce=True)}
        | {f"Measure {n}": number for n in range(5)} | {f"Remark {n}": text for n in range(5)},
        checks=[row(column("Cost") <= column("Amount")), row(column("Closed") >= column("Opened")),
                row(~((column("Step") == "Won") & (column("Chance") < 1))),
                row(~((column("Amount") > 50000) & (column("Pieces") < 2))), row(column("Measure 0") <= column("Measure 1"))])
    try:
        schema.validate(frame, lazy=True)
        yield 0
    except pa.errors.SchemaErrors as errors:
        yield len(errors.failure_cases)


def frictionless(path):
    from frictionless import Checklist, Resource, Schema, checks, fields, formats

    yield
    number = [fields.NumberField(name=n) for n in ("Amount", "Cost", "Chance")]
    for field, low in zip(number, (0, 0, 0)):
        field.constraints = {"minimum": low}
    order = fields.StringField(name="Order", constraints={"required": True, "unique": True, "pattern": "D[0-9]{6}"})
    stage = fields.StringField(name="Step", constraints={"enum": STAGES})
    head = [order, fields.StringField(name="Account"), fields.StringField(name="Person"), stage, *number]
    head += [fields.AnyField(name="Opened"), fields.AnyField(name="Closed"), fields.NumberField(name="Pieces", constraints={"minimum": 1})]
    head += [fields.NumberField(name=f"Measure {n}") for n in range(5)] + [fields.StringField(name=f"Remark {n}") for n in range(5)]
    rules = ["Cost <= Amount", "Closed >= Opened", "Step != 'Won' or Chance >= 1", "Amount <= 50000 or Pieces >= 2"]
    column = [checks.row_constraint(formula=rule) for rule in rules]
    found = Resource(
        path=pathlib.Path(path).name, basepath=str(pathlib.Path(path).parent), schema=Schema(fields=head),
        control=formats.ExcelControl(sheet="Orders")).validate(Checklist(checks=column))
    yield found.stats["errors"] if isinstance(found.stats, dict) else found.stats.errors or 0


def libreoffice(path, folder):
    yield
    with tempfile.TemporaryDirectory() as profile:
        # Everything is recalculated when a file is opened.
        settings = pathlib.Path(profile, "user", "registrymodifications.xcu")
        settings.parent.mkdir()
        settings.write_text(
            '<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
            '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>'
            "</oor:items>")
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx", "--outdir", folder, path],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # With 50,000 deals it gave up after a long time.
    yield pathlib.Path(folder, pathlib.Path(path).name).stat().st_size if done.returncode == 0 else f"exit-{done.returncode}"


def main():
    job, *paths = sys.argv[1:]
    steps = globals()[job](*paths)
    next(steps)
    started = time.perf_counter()
    found = next(steps)
    print(time.perf_counter() - started, found)


main()
