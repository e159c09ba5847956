"""Take flat sheets apart: a row for each finding, factor and agency becomes rows of each table."""

from pathlib import Path

import duckdb

from pipeline.problems import Problem, of_file
from pipeline.source import Source

FLAT = "staged_flat"
# (source_id, file, staged table, column) -> the file's own heading
Headings = dict[tuple[str, str, str, str], str]
_FOLDER = Path(__file__).parent


def take_apart(
    connection: duckdb.DuckDBPyConnection, source: Source, headings: Headings
) -> list[Problem]:
    """Take the flat sheets of a source apart, and say so where they do not tell who was involved.

    Args:
        connection: where the staged tables are.
        source: the source.
        headings: those of the flat sheets tell which columns they have.
    """
    files = _flat_files(source, headings)
    if not files:
        return []
    says_involved = all("agencies_involved" in columns for columns in files.values())
    _run(connection, "take_apart_flat.sql", source=source.source_id, says_involved=says_involved)
    return [
        of_file(
            "warning",
            source.source_id,
            file,
            "does not say which agencies were involved in each review. Only those at which "
            "something was found are known, so in how many of its reviews a factor is found at an "
            'agency cannot be told. Add a column "agencies involved".',
        )
        for file, columns in files.items()
        if "agency" in columns and "agencies_involved" not in columns
    ]


def forget(connection: duckdb.DuckDBPyConnection, source: Source, headings: Headings) -> bool:
    """Take out what was made of the flat sheets of a source; say whether there are any."""
    files = list(_flat_files(source, headings))
    if files:
        _run(connection, "forget_flat.sql", source=source.source_id, files=files)
    return bool(files)


def _run(connection: duckdb.DuckDBPyConnection, script: str, **values: object) -> None:
    """Run the statements of a file, each with the values that it names."""
    text = (_FOLDER / script).read_text(encoding="utf-8")
    for statement in connection.extract_statements(text):
        connection.execute(statement, {name: values[name] for name in statement.named_parameters})


def _flat_files(source: Source, headings: Headings) -> dict[str, set[str]]:
    """List the flat sheets of a source, with the columns that each has."""
    found: dict[str, set[str]] = {}
    for source_id, file, table, column in headings:
        if source_id == source.source_id and table == FLAT:
            found.setdefault(file, set()).add(column)
    return found
