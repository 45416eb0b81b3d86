# SPDX-License-Identifier: Apache-2.0
"""The programs. Each opens and saves a workbook, or reads its Deals sheet into a table."""

import importlib.metadata
import pathlib
import subprocess
import typing
import warnings

warnings.simplefilter("ignore")
R = "library(openxlsx); b <- loadWorkbook(commandArgs(TRUE)[1]); saveWorkbook(b, commandArgs(TRUE)[2], overwrite = TRUE)"


def run(*command: object, cwd: pathlib.Path | None = None) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, cwd=cwd).stdout


def debian(package: str) -> str:
    return run("dpkg-query", "--show", "--showformat=${Version}", package).split("-")[0].split("+")[0].split(":")[-1]


def libreoffice(ours: pathlib.Path, out: pathlib.Path) -> str:
    folder = out.parent / "libreoffice"
    run("soffice", f"-env:UserInstallation=file://{out.parent}/profile", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, ours)
    (folder / ours.name).rename(out)
    return "LibreOffice " + debian("libreoffice-calc-nogui")


def gnumeric(ours: pathlib.Path, out: pathlib.Path) -> str:
    run("ssconvert", "--export-type=Gnumeric_Excel:xlsx2", ours, out)
    return "Gnumeric " + debian("gnumeric")


def openpyxl(ours: pathlib.Path, out: pathlib.Path) -> str:
    import openpyxl

    openpyxl.load_workbook(ours).save(out)
    return "openpyxl " + openpyxl.__version__


def excelize(ours: pathlib.Path, out: pathlib.Path) -> str:
    import excelize

    book = excelize.open_file(str(ours))
    book.save_as(str(out))
    return "excelize (Python) " + importlib.metadata.version("excelize")


def openxlsx(ours: pathlib.Path, out: pathlib.Path) -> str:
    run("Rscript", "-e", R, ours, out)
    return "openxlsx (R) " + debian("r-cran-openxlsx")


def saved(ours: pathlib.Path, work: pathlib.Path) -> typing.Iterator[tuple[str, pathlib.Path | None]]:
    for program in [libreoffice, gnumeric, openpyxl, excelize, openxlsx]:
        out = work / f"{program.__name__}.xlsx"
        try:
            yield program(ours, out), out
        except Exception as problem:
            said = getattr(problem, "stderr", "") or str(problem)
            yield f"{program.__name__} ({' '.join(said.split())[:160]})", None


def read(ours: pathlib.Path) -> typing.Iterator[tuple[str, str]]:
    """The Deals sheet as a table: the number of rows and the types of three columns."""
    import pandas
    import polars

    frame = pandas.read_excel(ours, sheet_name="Deals")
    wanted = ["Expected close", "Weighted amount", "Win probability"]
    yield "pandas " + pandas.__version__, f"{len(frame)} rows; " + ", ".join(f"{c} {frame[c].dtype}" for c in wanted)
    table = polars.read_excel(ours, sheet_name="Deals")
    yield "polars " + polars.__version__, f"{table.height} rows; " + ", ".join(f"{c} {table[c].dtype}" for c in wanted)
    try:
        import duckdb

        rows = duckdb.sql(f"INSTALL excel; LOAD excel; SELECT count(*) FROM read_xlsx('{ours}', sheet = 'Deals')").fetchall()
        yield "DuckDB " + duckdb.__version__, f"{rows[0][0]} rows"
    except Exception as problem:
        yield "DuckDB", "not tried: " + str(problem).splitlines()[0][:120]
