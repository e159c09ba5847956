"""Insert the cells of a sheet into a staged table, by expressions and never by written SQL."""

from collections.abc import Mapping

import duckdb
from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, Expression
from duckdb.sqltypes import VARCHAR

from pipeline.readers.sheet import Sheet
from pipeline.source import Source

EMPTY = ConstantExpression(None).cast(VARCHAR)


def insert(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    sheet: Sheet,
    rows: duckdb.DuckDBPyRelation,
    table: str,
    cells: Mapping[str, Expression],
) -> None:
    """Insert rows that have a `record` into a staged table; what no cell gives stays empty."""
    shaped(connection, source, sheet, rows, table, cells).insert_into(table)


def shaped(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    sheet: Sheet,
    rows: duckdb.DuckDBPyRelation,
    table: str,
    cells: Mapping[str, Expression],
) -> duckdb.DuckDBPyRelation:
    """Give rows that have a `record` the columns of a staged table; what no cell gives is empty."""
    given = {
        "source_id": ConstantExpression(source.source_id),
        "file": ConstantExpression(sheet.file),
        "record": ColumnExpression("record"),
    } | dict(cells)
    if "column_name" not in given:
        given["column_name"] = ConstantExpression(_VALUE_COLUMN.get(table, ""))
    columns = connection.table(table).columns
    return rows.select(*(given.get(column, EMPTY).alias(column) for column in columns))


_VALUE_COLUMN = {
    "staged_review_agency": "agency",
    "staged_review_attribute": "value",
    "staged_review_framework": "framework",
    "staged_finding_factor": "factor",
    "staged_finding_agency": "agency",
}


def column_of(sheet: Sheet, heading: str) -> Expression:
    """Refer to a column of a sheet by its heading."""
    return ColumnExpression(f"c{sheet.headings.index(heading)}")


def or_else(cell: Expression | None, value: str) -> Expression:
    """Give a cell's text, or a value where the cell is empty or there is none."""
    constant = ConstantExpression(value)
    return constant if cell is None else CoalesceOperator(cell, constant)
