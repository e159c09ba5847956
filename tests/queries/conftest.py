"""What the specs of the questions stand on: each set of tables is loaded once, then asked often."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from pipeline.codebooks import Codebooks
from tests.conftest import SETTINGS, Database, Write
from tests.queries.boards import loaded


@pytest.fixture(scope="session")
def loaded_before() -> dict[tuple, duckdb.DuckDBPyConnection]:
    """The databases that specs have drawn so far, by their tables."""
    return {}


@pytest.fixture
def database(database: Database, loaded_before: dict) -> Database:
    """Load tables drawn as text, or take the database that another spec has loaded of the same."""

    def load(**tables: str) -> duckdb.DuckDBPyConnection:
        key = tuple(sorted(tables.items()))
        if key not in loaded_before:
            loaded_before[key] = database(**tables)
        return loaded_before[key]

    return load


@pytest.fixture
def databases(
    write_source: Write, codebooks: Codebooks, loaded_before: dict
) -> Callable[..., duckdb.DuckDBPyConnection]:
    """Load several sources together: `databases(one={"reviews": "..."}, two={...})`.

    A source's `settings` are added to those of the specs.
    """

    def load(**sources: dict[str, str]) -> duckdb.DuckDBPyConnection:
        key = tuple((name, *sorted(drawn.items())) for name, drawn in sources.items())
        if key in loaded_before:
            return loaded_before[key]
        folders: list[Path] = []
        for name, drawn in sources.items():
            tables = dict(drawn)
            settings = SETTINGS + tables.pop("settings", "")
            folders.append(write_source(name=name, settings=settings, **tables))
        loaded_before[key] = loaded(folders, codebooks)
        return loaded_before[key]

    return load
