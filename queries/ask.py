"""Ask a question of an open build."""

from dataclasses import dataclass
from typing import Any

import duckdb

from queries.question import question
from queries.selection import Selection
from queries.statement import Statement, compose


@dataclass(frozen=True)
class Answer:
    """The rows of an answer, under the columns that the question's header promises."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def ask(
    connection: duckdb.DuckDBPyConnection, name: str, selection: Selection, **own: Any
) -> Answer:
    """Ask one question with the reader's filters.

    Args:
        connection: an open build.
        name: the question, one of `queries.question.names()`.
        selection: the reader's filters, resolved.
        own: the question's own parameters.
    """
    rows = execute(connection, compose(name, selection, **own)).fetchall()
    return Answer(tuple(column.name for column in question(name).columns), rows)


def execute(
    connection: duckdb.DuckDBPyConnection, statement: Statement
) -> duckdb.DuckDBPyConnection:
    """Run a statement with its values bound, on a cursor of its own."""
    return connection.cursor().execute(statement.sql, statement.parameters)
