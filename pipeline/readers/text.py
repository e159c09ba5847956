"""Read delimited text: fast with DuckDB, and, where DuckDB refuses, exactly with `rows`."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from duckdb import ColumnExpression as Column
from duckdb import ConstantExpression as Constant

from pipeline.headings import count_known
from pipeline.readers.encoding import Text, examine
from pipeline.readers.rows import Row, read_rows
from pipeline.readers.sheet import (
    RowFault,
    Sheet,
    UnreadableFile,
    as_csv,
    clean,
    finish,
    from_csv,
    keep,
    keep_rows,
)

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
# The headings are looked for down to this line, below titles and logos.
LAST_HEADING_LINE = 50
ENOUGH_HEADINGS = 2


@dataclass(frozen=True)
class _Layout:
    """Where the headings stand, and what stands between the cells."""

    delimiter: str
    line: int
    headings: tuple[str, ...]


def read_text(
    connection: duckdb.DuckDBPyConnection, path: Path, header_row: int | None = None
) -> Sheet:
    """Read a CSV file, or one with semicolons or tabs.

    Args:
        connection: where the rows are wanted; see `keep` on transactions.
        path: the file.
        header_row: the line of the headings, from 1; without it, the first line with two known
            headings, or else the first line.

    Raises:
        UnreadableFile: nothing can be read of it.
    """
    with TemporaryDirectory() as folder:
        transcript = Path(folder) / "text.csv"
        text = examine(path, transcript)
        layout = _find_headings(path, text.encoding, header_row)
        finished = partial(
            finish,
            file=path.name,
            headings=[" ".join(clean(heading).split()) for heading in layout.headings],
            unit="line",
            notes=list(_notes(text, layout)),
        )
        in_utf_8 = transcript if transcript.exists() else path
        stored = _read_fast(connection, in_utf_8, text, layout)
    if stored is not None:
        record = (Column("rowid") + Constant(0)).alias("record")
        cells = [Column(column) for column in stored.columns]
        below = stored.filter(Column("rowid") > Constant(0)).select(record, *cells)
        return finished(below, line_of=_lines_of(path, text, layout, stored))
    lines = array("Q")
    faults: list[RowFault] = []
    with path.open(encoding=text.encoding, newline="") as file:
        rows = _well_formed(read_rows(file, layout.delimiter), layout, lines, faults)
        width = len(layout.headings)
        stored = keep_rows(connection, width, rows, odd_spaces=text.has_odd_spaces)
    return finished(stored, line_of=lambda record: lines[record - 1], faults=faults)


def _find_headings(path: Path, encoding: str, header_row: int | None) -> _Layout:
    """Find the row of headings, with the delimiter that makes most sense of it."""
    best, fault, most = None, None, (-1, -1)
    for delimiter in DELIMITERS:
        with path.open(encoding=encoding, newline="") as file:
            row = _heading_row(read_rows(file, delimiter), header_row)
        if row is not None:
            cells = row.cells or row.text.split(delimiter)
            sense = (count_known(cells), len(cells))
            if sense > most:
                best, most = _Layout(delimiter, row.line, tuple(row.cells)), sense
                fault = row.fault
    if best is None:
        raise UnreadableFile(
            path.name,
            place=f"line {header_row}",
            message="there are no headings here. Say which line they stand on.",
        )
    if fault is not None:
        raise UnreadableFile(
            path.name, place=f"line {best.line}", message=f"the row of headings {fault}"
        )
    return best


def _heading_row(rows: Iterator[Row], header_row: int | None) -> Row | None:
    if header_row is not None:
        return next((row for row in rows if row.line >= header_row), None)
    near = list(takewhile(lambda row: row.line <= LAST_HEADING_LINE, rows))
    known = (row for row in near if count_known(row.cells) >= ENOUGH_HEADINGS)
    filled = (row for row in near if row.fault or any(map(clean, row.cells)))
    return next(known, next(filled, near[0] if near else None))


def _notes(text: Text, layout: _Layout) -> Iterator[str]:
    if text.encoding == "cp1252":
        yield "was read as Windows-1252, because it is not UTF-8."
    if layout.line == 2:
        yield "line 1 stands above the headings and was left out."
    elif layout.line > 2:
        yield f"lines 1 to {layout.line - 1} stand above the headings and were left out."


def _read_fast(
    connection: duckdb.DuckDBPyConnection, path: Path, text: Text, layout: _Layout
) -> duckdb.DuckDBPyRelation | None:
    """Let DuckDB read a file in UTF-8, the row of headings included.

    Returns:
        The stored rows, that of the headings first; None where DuckDB refuses the file, or where
        it might take it differently from `rows`.
    """
    # A line of one empty cell and a blank line cannot be told apart.
    if len(layout.headings) == 1:
        return None
    columns = {f"c{number}": "VARCHAR" for number in range(len(layout.headings))}
    headings = tuple(clean(heading) or None for heading in layout.headings)
    for line_end in text.line_ends:
        raw = from_csv(connection, path, columns, layout.delimiter, line_end, layout.line - 1)
        try:
            stored = keep(
                connection,
                raw,
                odd_spaces=text.has_odd_spaces,
                white_ends=text.has_quotes or text.has_tabs,
            )
        except duckdb.InvalidInputException:
            continue
        if stored.filter(Column("rowid") == Constant(0)).fetchall() == [headings]:
            return stored
    return None


def _lines_of(
    path: Path, text: Text, layout: _Layout, stored: duckdb.DuckDBPyRelation
) -> Callable[[int], int]:
    """Find the lines of records when the first of them is asked for, and not before."""

    @cache
    def lines() -> Sequence[int]:
        [(rows,)] = stored.aggregate("count(*)").fetchall()
        if not text.has_quotes and text.lines == layout.line - 1 + rows:
            return range(layout.line, text.lines + 1)
        with path.open(encoding=text.encoding, newline="") as file:
            every_row = read_rows(file, layout.delimiter)
            return array("Q", (row.line for row in every_row if row.line >= layout.line))

    return lambda record: lines()[record]


def _well_formed(
    rows: Iterator[Row], layout: _Layout, lines: "array[int]", faults: list[RowFault]
) -> Iterator[tuple[int, Sequence[str]]]:
    """Give record and cells of each well-formed row below the headings.

    Args:
        rows: all rows of the file.
        layout: what is expected of them.
        lines: the line of each record is added to it.
        faults: each row that is not well formed is added to it.
    """
    width = len(layout.headings)
    for row in rows:
        if row.line <= layout.line:
            continue
        lines.append(row.line)
        if row.fault is None and not "".join(row.cells).strip():
            continue
        cells, beyond = row.cells[:width], row.cells[width:]
        message = row.fault
        if message is None and (len(cells) < width or "".join(beyond).strip()):
            message = _wrong_width(len(row.cells), width, DELIMITERS[layout.delimiter])
        if message is None:
            yield len(lines), cells
        else:
            text = row.text or as_csv(row.cells)
            faults.append(RowFault(len(lines), f"line {row.line}", message, text))


def _wrong_width(cells: int, width: int, delimiter: str) -> str:
    has = f"has {cells} {'cell' if cells == 1 else 'cells'}, but there are {width} headings. "
    if cells < width:
        return has + f"Add what is missing, with a {delimiter} after each cell but the last."
    return has + f"Put quotation marks around a cell with a {delimiter} in it, or take out a cell."
