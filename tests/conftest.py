"""What every test stands on: small tables drawn as text, loaded by the real pipeline."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, settings

from pipeline.codebooks import Codebooks, read_codebooks
from pipeline.examine import Examination, examine
from pipeline.load import build, find_all_sources
from queries.store import SOUND

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = """
title = "Specification"
licence = "MIT"
citation = "Made up for the tests."
about = "Made up for the tests."
frameworks = ["spec"]
review_type = "SCR"
"""

# How long a test takes is measured in the benchmark: a busy computer fails none.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

Database = Callable[..., duckdb.DuckDBPyConnection]
Write = Callable[..., Path]


def rows_of(table: str) -> tuple[list[str], list[list[str]]]:
    """Read a table drawn as text: headings, then a line a row, with `|` between the cells."""
    lines = [
        [cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()
    ]
    return lines[0], lines[1:]


def write_table(path: Path, table: str) -> None:
    """Write a table drawn as text to a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        headings, rows = rows_of(table)
        csv.writer(file).writerows([headings, *rows])


@pytest.fixture(scope="session")
def codebook_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped codebooks, and a short framework of the tests' own, named `spec`.

    Its rows of the crosswalk stand after the shipped ones.
    """
    folder = tmp_path_factory.mktemp("codebooks") / "codebooks"
    shutil.copytree(ROOT / "data" / "codebooks", folder)
    shutil.copytree(ROOT / "tests" / "codebooks" / "spec", folder / "spec")
    own = (ROOT / "tests" / "codebooks" / "crosswalk.csv").read_text(encoding="utf-8")
    with (folder / "crosswalk.csv").open("a", encoding="utf-8", newline="") as shipped:
        shipped.write(own.split("\n", maxsplit=1)[1])
    return folder


@pytest.fixture(scope="session")
def codebooks(codebook_folder: Path) -> Codebooks:
    """The codebooks of `codebook_folder`, read."""
    return read_codebooks(codebook_folder)


@pytest.fixture
def write_source(tmp_path: Path) -> Write:
    """Write a source of canonical files: `write_source(reviews="...", findings="...")`.

    `name` is the source's, `settings` its source.toml ("" for none).
    """

    def write(name: str = "spec", settings: str = SETTINGS, **tables: str) -> Path:
        folder = tmp_path / "sources" / name
        folder.mkdir(parents=True)
        if settings:
            (folder / "source.toml").write_text(settings, encoding="utf-8")
        for table, text in tables.items():
            write_table(folder / f"{table}.csv", text)
        return folder

    return write


@pytest.fixture
def examined(
    codebooks: Codebooks,
) -> Callable[..., tuple[duckdb.DuckDBPyConnection, Examination]]:
    """Read and check sources at paths, in memory."""

    def run(
        *paths: Path, quarantine: bool = False
    ) -> tuple[duckdb.DuckDBPyConnection, Examination]:
        connection = duckdb.connect(config=SOUND)
        sources = find_all_sources(paths)
        return connection, examine(connection, codebooks, sources, quarantine)

    return run


@pytest.fixture
def database(
    write_source: Write,
    examined: Callable[..., tuple[duckdb.DuckDBPyConnection, Examination]],
) -> Database:
    """Load tables drawn as text by the real pipeline: `database(reviews="...", findings="...")`.

    Fails the test if the rules find an error in them.
    """

    def load(**tables: str) -> duckdb.DuckDBPyConnection:
        connection, examination = examined(write_source(**tables))
        errors = [str(one) for one in examination.problems if one.severity == "error"]
        assert not errors, "\n".join(errors)
        connection.execute("insert into load values (timestamp '2026-01-01', '', '')")
        build(connection, examination)
        return connection

    return load
