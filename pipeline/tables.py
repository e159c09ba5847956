"""Insert plain Python values into a table, a column at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

import duckdb


def insert_rows(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows whose values stand in the order of the table's columns.

    Args:
        connection: where the table is.
        table: a table of our own schema, never a name that a reader gave.
        rows: the values; a tuple stands for a list.
    """
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        # one statement for all rows: a statement for each takes a thousand times as long
        marks = ", ".join("unnest(?)" for _ in columns)
        connection.execute("insert into " + table + " select " + marks, columns)


def insert_values(connection: duckdb.DuckDBPyConnection, table: str, values: Iterable[Any]) -> None:
    """Insert dataclass values whose fields bear the names of the table's columns.

    Fields that the table does not have, such as aliases, are left aside.
    """
    columns = connection.table(table).columns
    kept = list(values)
    if kept:
        names = {field.name for field in fields(kept[0])}
        missing = [column for column in columns if column not in names]
        if missing:
            raise KeyError(f"{table} has columns that its values do not: {missing}")
    insert_rows(
        connection, table, ([getattr(value, column) for column in columns] for value in kept)
    )
