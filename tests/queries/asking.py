"""Ask a question the short way."""

from dataclasses import fields
from typing import Any

import duckdb

from queries.ask import ask
from queries.resolve import resolve
from queries.selection import Selection

FILTERS = {field.name for field in fields(Selection)}


def answer(
    connection: duckdb.DuckDBPyConnection, question: str, columns: str, **chosen: Any
) -> list[tuple[Any, ...]]:
    """Ask a question, and keep the columns that a spec is about.

    Args:
        connection: an open database.
        question: name of the question.
        columns: names of the columns to keep, with spaces between them.
        chosen: the reader's filters, and the question's own parameters.
    """
    selection = Selection(**{name: chosen.pop(name) for name in FILTERS & chosen.keys()})
    found = ask(connection, question, resolve(connection, selection), **chosen)
    places = [found.columns.index(column) for column in columns.split()]
    return [tuple(row[place] for place in places) for row in found.rows]
