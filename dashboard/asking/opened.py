"""A build, opened by a command, which says so where another version made it."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from queries.ask import execute
from queries.selection import Selection
from queries.statement import compose
from queries.store import NoBuild, connect, made_by

if TYPE_CHECKING:  # what is slow is imported by those who need it
    import pandas as pd

    from dashboard.answers import Ask


@contextmanager
def opened(build: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a build.

    Raises:
        NoBuild: the file cannot be read as a build; or what is asked of it is not in it, and
            another version of Crossreview made it.
    """
    try:
        with connect(build) as connection:
            yield connection
    except (duckdb.CatalogException, duckdb.BinderException):
        if made_by(build) == version("crossreview"):
            raise
        raise NoBuild(
            f'"{build.name}" was made by another version of Crossreview. '
            "Load the reviews again: crossreview load PATH"
        ) from None


def asker(connection: duckdb.DuckDBPyConnection) -> "Ask":
    """Return a way to ask an open build."""

    def ask(name: str, selection: Selection, **own: Any) -> "pd.DataFrame":
        return execute(connection, compose(name, selection, **own)).df()

    return ask
