"""What every reader gives: the cells of one sheet in DuckDB, and where each of them stands."""

import csv
import io
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from glob import escape
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import duckdb
from duckdb import CaseExpression, CoalesceOperator, CSVLineTerminator, Expression
from duckdb import ColumnExpression as Column
from duckdb import ConstantExpression as Constant
from duckdb import FunctionExpression as Function

from pipeline.headings import fold

SPACES_THAT_DO_NOT_BREAK = "\u00a0\u2007\u202f"
# Nobody sees these, and with them two equal texts would differ: zero-width spaces, soft hyphens.
UNSEEN = "\u200b\u2060\ufeff\u00ad"
# What is cut from both ends of a cell: the spaces of Unicode, tabs and line breaks.
WHITE = "\t\n\r \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
# In bytes; a row of an Excel sheet can be long.
LONGEST_LINE = 1 << 23

# How DuckDB writes line ends. None is for it to find out, which it does not always do rightly.
LineEnd = CSVLineTerminator | None
LINE_FEED = CSVLineTerminator.LINE_FEED

RECORDS_AT_A_TIME = 5_000  # asked for in one statement
_numbers = count(1)


class UnreadableFile(Exception):
    """A file or a sheet that cannot be read.

    As text it is a whole sentence: where, what it is, what to do.

    Attributes:
        file: the file, as in `Sheet`.
        message: what it is and what to do, to be said after the place.
        place: where in the file, such as "line 3"; "" for the file as a whole.
    """

    def __init__(self, file: str, message: str, place: str = "") -> None:
        super().__init__(f"{file} {place}".rstrip() + f": {message}")
        self.file, self.message, self.place = file, message, place


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that is not well formed, and so is not in the relation of its sheet.

    Attributes:
        record: the number of the row below the headings, from 1.
        place: where it stands, such as "line 3".
        message: what it is and what to do, to be said after the place.
        cells: the row as it stands in the file.
    """

    record: int
    place: str
    message: str
    cells: str


@dataclass(frozen=True)
class Sheet:
    """The rows below one row of headings.

    Attributes:
        file: the file as the reader of a message knows it: 'findings.csv', or, of a workbook,
            'board.xlsx sheet "Findings"'.
        headings: the headings as written, trimmed; heading N stands over column cN.
        relation: `record` (bigint, from 1, counted from the headings on) and c0, c1, ... (varchar,
            trimmed, null where blank). A row without any text is left out. The order is not kept.
        notes: what the reader did that the author of the file may not expect.
        faults: the rows that are not well formed.
        unit: what a record is counted in, "line" or "row".
        line_of: turns a record into its line in the file, or its row in the workbook.
        letters: the letter of each column in a workbook; none for a text file.
    """

    file: str
    headings: tuple[str, ...]
    relation: duckdb.DuckDBPyRelation = field(repr=False)
    notes: tuple[str, ...]
    faults: tuple[RowFault, ...]
    unit: Literal["line", "row"]
    line_of: Callable[[int], int] = field(repr=False)
    letters: tuple[str, ...] = ()

    def place(self, record: int) -> str:
        """Say where a record begins, as an editor or Excel counts: "line 3", "row 7"."""
        return f"{self.unit} {self.line_of(record)}"

    def cell(self, record: int, heading: str) -> str:
        """Say where a cell stands: "line 3, factor", "cell C7, factor"."""
        if self.letters and heading in self.headings:
            letter = self.letters[self.headings.index(heading)]
            return f"cell {letter}{self.line_of(record)}, {heading}"
        return f"{self.place(record)}, {heading}"

    def cells(self, record: int) -> str:
        """Give the cells of a record as one line of CSV; "" where there is no such record."""
        return self.cells_of([record]).get(record, "")

    def cells_of(self, records: Collection[int]) -> dict[int, str]:
        """Give the cells of many records at once, each as one line of CSV."""
        wanted = [Constant(record) for record in records if record not in self._faulty]
        found = {record: self._faulty[record] for record in records if record in self._faulty}
        for first in range(0, len(wanted), RECORDS_AT_A_TIME):
            some = wanted[first : first + RECORDS_AT_A_TIME]
            rows = self.relation.filter(Column("record").isin(*some)).fetchall()
            found |= {record: as_csv(cells) for record, *cells in rows}
        return found

    @cached_property
    def _faulty(self) -> Mapping[int, str]:
        return {fault.record: fault.cells for fault in self.faults}


def as_csv(cells: Iterable[str | None]) -> str:
    """Write cells as one line of CSV, without the line break at its end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def clean(cell: str) -> str:
    """Clean one cell as `keep` does: plain spaces, nothing unseen, nothing at the ends."""
    plain = cell.translate(dict.fromkeys(map(ord, UNSEEN)))
    return plain.translate(dict.fromkeys(map(ord, SPACES_THAT_DO_NOT_BREAK), " ")).strip(WHITE)


def keep(
    connection: duckdb.DuckDBPyConnection,
    raw: duckdb.DuckDBPyRelation,
    *,
    odd_spaces: bool = True,
    white_ends: bool = True,
) -> duckdb.DuckDBPyRelation:
    """Store the cells of a relation, cleaned, in memory beside the databases of the connection.

    They are stored once, because several tables are read from one sheet. DuckDB writes to one
    database in a transaction: no transaction may be open that has written elsewhere.

    Args:
        connection: where the rows are wanted.
        raw: the rows; columns named cN are cleaned, others kept.
        odd_spaces: whether non-breaking or unseen characters may occur.
        white_ends: whether tabs or line breaks may stand at the ends of a cell.

    Returns:
        The stored rows; `rowid` counts them from 0 in their order.
    """
    name = f"sheets.sheet_{next(_numbers)}"
    connection.execute("attach if not exists ':memory:' as sheets")
    raw.select(
        *(
            _cleaned(column, odd_spaces, white_ends).alias(column)
            if column.startswith("c")
            else Column(column)
            for column in raw.columns
        )
    ).create(name)
    return connection.table(name)


def keep_rows(
    connection: duckdb.DuckDBPyConnection,
    width: int,
    rows: Iterable[tuple[int, Sequence[str]]],
    *,
    odd_spaces: bool = True,
) -> duckdb.DuckDBPyRelation:
    """Store rows that Python has read.

    They go through a file, which takes a third of the time of Arrow, and no memory.

    Args:
        connection: where the rows are wanted.
        width: how many cells each row has.
        rows: record and cells.
        odd_spaces: as for `keep`.

    Returns:
        The stored rows: record, c0, c1, ...
    """
    columns = {"record": "BIGINT", **{f"c{number}": "VARCHAR" for number in range(width)}}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
            writer.writerows((record, *cells) for record, cells in rows)
        return keep(connection, from_csv(connection, path, columns), odd_spaces=odd_spaces)


def from_csv(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    columns: Mapping[str, str],
    delimiter: str = ",",
    line_end: LineEnd = LINE_FEED,
    skip: int = 0,
) -> duckdb.DuckDBPyRelation:
    """Let DuckDB read a well-formed file in UTF-8, guessing nothing; every row is one of cells.

    Args:
        connection: where the rows are wanted.
        path: the file.
        columns: name and type of each.
        delimiter: one character.
        line_end: what ends each row; other line ends may stand within quoted cells.
        skip: how many lines to leave out at the top.
    """
    return connection.read_csv(
        escape(str(path)),
        auto_detect=False,
        header=False,
        columns=dict(columns),
        sep=delimiter,
        quotechar='"',
        escapechar='"',
        skiprows=skip,
        compression="none",
        strict_mode=True,
        max_line_size=LONGEST_LINE,
        lineterminator=line_end,
    )


def finish(
    stored: duckdb.DuckDBPyRelation,
    *,
    file: str,
    headings: Sequence[str],
    unit: Literal["line", "row"],
    line_of: Callable[[int], int],
    letters: Sequence[str] = (),
    notes: Iterable[str] = (),
    faults: Iterable[RowFault] = (),
) -> Sheet:
    """Make a sheet of stored rows, and refuse one whose columns cannot be told apart.

    Args:
        stored: record, c0, c1, ... as `keep_rows` gives them.
        file: as the reader knows it.
        headings: one for each column; blank headings are dropped with their columns.
        unit: "line" or "row".
        line_of: where a record stands.
        letters: the letter of each column in a workbook.
        notes: see `Sheet`.
        faults: see `Sheet`.

    Raises:
        UnreadableFile: two columns have one heading, or a column with text has none.
    """
    named = [column for column, heading in enumerate(headings) if heading]
    if not named:
        raise UnreadableFile(
            file, "there is no heading. Write the names of the columns above the first row."
        )
    _refuse_duplicates(file, [headings[column] for column in named])
    filled = CoalesceOperator(*(Column(f"c{column}") for column in range(len(headings))))
    rows = stored.filter(filled.isnotnull())
    for column in set(range(len(headings))) - set(named):
        below = rows.filter(Column(f"c{column}").isnotnull())
        [(first,)] = below.aggregate([Function("min", Column("record"))]).fetchall()
        if first is not None:
            where = f"column {letters[column]}" if letters else f"column {column + 1}"
            raise UnreadableFile(
                file,
                place=where,
                message=f"there is no heading, but there is text below it "
                f"({unit} {line_of(first)}). Write a heading, or clear the column.",
            )
    return Sheet(
        file=file,
        headings=tuple(headings[column] for column in named),
        relation=rows.select(
            Column("record"),
            *(Column(f"c{column}").alias(f"c{place}") for place, column in enumerate(named)),
        ),
        notes=tuple(notes),
        faults=tuple(faults),
        unit=unit,
        line_of=line_of,
        letters=tuple(letters[column] for column in named) if letters else (),
    )


def _refuse_duplicates(file: str, headings: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for heading in headings:
        key = fold(heading) or heading
        if key in seen:
            both = f'"{heading}"' if heading == seen[key] else f'"{seen[key]}" and "{heading}"'
            raise UnreadableFile(
                file,
                f"two columns are headed {both}. "
                "Give each column a heading of its own, or delete one of them.",
            )
        seen[key] = heading


def _cleaned(column: str, odd_spaces: bool, white_ends: bool) -> Expression:
    """Say in DuckDB's terms what `clean` does, and null where nothing is left."""
    cell = Column(column)
    if odd_spaces:
        # As slow as trimming, so it is done only where a character takes more than one byte.
        spaces = " " * len(SPACES_THAT_DO_NOT_BREAK)
        plain = Function(
            "translate", cell, Constant(SPACES_THAT_DO_NOT_BREAK + UNSEEN), Constant(spaces)
        )
        is_ascii = Function("strlen", cell) == Function("length", cell)
        cell = CaseExpression(is_ascii, cell).otherwise(plain)
    trimmed = Function("trim", cell)
    if white_ends:
        # Trimming a list of characters is slow, so it is done only where plain trimming has left
        # one of them: tabs and line breaks sort before "!", and nothing else that is text does.
        first_visible = Constant("!")
        more = (trimmed < first_visible) | (Function("right", trimmed, Constant(1)) < first_visible)
        thoroughly = Function("trim", cell, Constant(WHITE))
        trimmed = CaseExpression(more, thoroughly).otherwise(trimmed)
    return Function("nullif", trimmed, Constant(""))
