"""Readers: one kind of input each, from a file to sheets of text in DuckDB."""

from pathlib import Path

import duckdb

from pipeline.readers.sheet import RowFault, Sheet, UnreadableFile

__all__ = ["RowFault", "Sheet", "UnreadableFile", "read"]

TEXT = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    sheet: str | None = None,
    header_row: int | None = None,
) -> list[Sheet]:
    """Read a file of any kind that can be read.

    Args:
        connection: where the rows are wanted. No transaction may be open that has written.
        path: the file; its ending says what it is.
        sheet: the one sheet of a workbook that is wanted; all of them otherwise.
        header_row: the line or row of the headings, from 1; found by itself otherwise.

    Returns:
        One sheet for a text file; every sheet of a workbook in which there is something.

    Raises:
        UnreadableFile: nothing can be read of it.
    """
    kind = path.suffix.lower()
    if kind in WORKBOOKS:
        from pipeline.readers.workbook import read_workbook

        return read_workbook(connection, path, sheet, header_row)
    if kind in TEXT or path.is_dir() or not path.exists():
        from pipeline.readers.text import read_text

        return [read_text(connection, path, header_row)]
    raise UnreadableFile(
        path.name,
        f"files of this kind ({kind or 'no ending'}) cannot be read. Save it as .xlsx or .csv.",
    )
