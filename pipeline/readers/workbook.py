"""Read an Excel workbook: every sheet in which there is something, hidden ones too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import duckdb
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from pipeline.headings import count_known, fold
from pipeline.readers.encoding import reachable
from pipeline.readers.sheet import Sheet, UnreadableFile, clean, finish, keep_rows

# The headings are looked for down to this row, below titles and logos.
LAST_HEADING_ROW = 50
ENOUGH_HEADINGS = 2
# More ranges than these in one note would not be read.
RANGES_NAMED = 3
# A cell in which Excel's file keeps a formula, and no result of it.
FORMULA_ALONE = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"[^>]*><f(?:/>|[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>'
)

Value = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True)
class _Block:
    """The filled part of a sheet; rows and columns of the sheet are counted from 0.

    Attributes:
        name: of the sheet.
        rows: the values, row by row; none where the sheet has no text.
        top: the row where it begins.
        left: the column where it begins.
        merged: the first and the last cell of each merged range, as row and column.
    """

    name: str
    rows: list[list[Value]]
    top: int
    left: int
    merged: list[tuple[tuple[int, int], tuple[int, int]]]


def read_workbook(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    sheet: str | None = None,
    header_row: int | None = None,
) -> list[Sheet]:
    """Read the sheets of an .xlsx workbook.

    Args:
        connection: where the rows are wanted; see `keep` on transactions.
        path: the workbook.
        sheet: the one sheet that is wanted; all of them otherwise.
        header_row: the row of the headings, from 1; without it, the first row with two known
            headings, or else the first row.

    Returns:
        The sheets in the order of the workbook. Where some have known headings, those that have
        none (instructions, lists to choose from) are left out, with a note on the first.

    Raises:
        UnreadableFile: nothing can be read of it.
    """
    with _open(path) as workbook:
        blocks = [_block(path, workbook, name) for name in _wanted(path, workbook, sheet)]
        hidden = {about.name for about in workbook.sheets_metadata if _is_hidden(about.visible)}
    found = [(block, _heading_row(path, block, header_row)) for block in blocks if block.rows]
    known = [one for one in found if _known(one[0].rows[one[1]]) >= ENOUGH_HEADINGS] or found
    if not known:
        raise UnreadableFile(path.name, "there is nothing in it. Save it again from Excel.")
    sheets = [
        _read_block(connection, path, block, heading, block.name in hidden)
        for block, heading in known
    ]
    notes = [
        f'the sheet "{block.name}" has no headings that are known here, and was left out.'
        for block, heading in found
        if (block, heading) not in known
    ]
    first = replace(sheets[0], notes=(*sheets[0].notes, *notes, *_formulas_alone(path)))
    return [first, *sheets[1:]]


def _open(path: Path) -> CalamineWorkbook:
    with reachable(path) as file:
        start = file.read(8)
    if not start:
        raise UnreadableFile(path.name, "the file is empty. Save it again from Excel.")
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(
            path.name,
            "the workbook has a password, or is an old .xls under a new name. "
            "Open it in Excel, and save it as .xlsx without a password.",
        )
    if not start.startswith(b"PK"):
        raise UnreadableFile(
            path.name,
            "this is not an Excel workbook, although its name says so. "
            "Save it as .xlsx or .csv from the program that made it.",
        )
    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise UnreadableFile(
            path.name, "the workbook has a password. Save it without one."
        ) from None
    except CalamineError:
        raise _damaged(path) from None


def _damaged(path: Path) -> UnreadableFile:
    return UnreadableFile(
        path.name,
        "the workbook is damaged or not complete. "
        "Open it in Excel, let Excel repair it, and save it again.",
    )


def _is_hidden(visible: SheetVisibleEnum) -> bool:
    return visible != SheetVisibleEnum.Visible


def _wanted(path: Path, workbook: CalamineWorkbook, sheet: str | None) -> Sequence[str]:
    names = [
        about.name for about in workbook.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet
    ]
    if sheet is None:
        return names
    same = [name for name in names if name == sheet] or [
        name for name in names if fold(name) == fold(sheet)
    ]
    if not same:
        there = ", ".join(f'"{name}"' for name in names)
        raise UnreadableFile(
            path.name, f'there is no sheet "{sheet}". Name one of its sheets: {there}.'
        )
    return same[:1]


def _block(path: Path, workbook: CalamineWorkbook, name: str) -> _Block:
    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError:
        raise _damaged(path) from None
    top, left = sheet.start or (0, 0)
    rows = sheet.to_python() if sheet.start else []
    has_text = any(clean(_text(value)) for row in rows for value in row)
    return _Block(name, rows if has_text else [], top, left, sheet.merged_cell_ranges or [])


def _heading_row(path: Path, block: _Block, header_row: int | None) -> int:
    """Find the row of headings, counted from 0 from the top of the block."""
    if header_row is not None:
        row = header_row - 1 - block.top
        if not 0 <= row < len(block.rows):
            raise UnreadableFile(
                f'{path.name} sheet "{block.name}"',
                place=f"row {header_row}",
                message="there are no headings here. Say which row they stand on.",
            )
        return row
    near = block.rows[: LAST_HEADING_ROW - block.top] or block.rows[:1]
    known = (row for row, values in enumerate(near) if _known(values) >= ENOUGH_HEADINGS)
    return next(known, 0)


def _known(values: Sequence[Value]) -> int:
    return count_known(map(_text, values))


def _read_block(
    connection: duckdb.DuckDBPyConnection, path: Path, block: _Block, heading: int, is_hidden: bool
) -> Sheet:
    notes = ["is a hidden sheet, and was read."] if is_hidden else []
    first = block.top + heading + 1
    if heading > 0:
        above = range(block.top + 1, first)
        rows = (
            f"row {above[0]} stands" if len(above) == 1 else f"rows {above[0]} to {above[-1]} stand"
        )
        was = "was" if len(above) == 1 else "were"
        notes.append(f"{rows} above the headings and {was} left out.")
    notes += _fill_down(block, heading)
    headings = [" ".join(clean(_text(value)).split()) for value in block.rows[heading]]
    stored = keep_rows(connection, len(headings), _records(block, heading))
    return finish(
        stored,
        file=f'{path.name} sheet "{block.name}"',
        headings=headings,
        unit="row",
        line_of=lambda record: first + record,
        letters=[_letter(block.left + column) for column in range(len(headings))],
        notes=notes,
    )


def _records(block: _Block, heading: int) -> Iterator[tuple[int, Sequence[str]]]:
    for record, values in enumerate(block.rows[heading + 1 :], start=1):
        yield record, [_text(value) for value in values]


def _fill_down(block: _Block, heading: int) -> Iterator[str]:
    """Write the value of merged cells into each row that they span, below the headings."""
    filled = []
    width = len(block.rows[heading])
    for (first, column), (last, _) in sorted(block.merged):
        top, place = first - block.top, column - block.left
        if not (heading < top < len(block.rows) and 0 <= place < width and last > first):
            continue
        for row in block.rows[top + 1 : last - block.top + 1]:
            row[place] = block.rows[top][place]
        letter = _letter(column)
        filled.append(f"{letter}{first + 1}:{letter}{last + 1}")
    if filled:
        more = len(filled) - RANGES_NAMED
        named = ", ".join(filled[:RANGES_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield f"has merged cells, whose text was taken for each of their rows: {named}."


def _formulas_alone(path: Path) -> Iterator[str]:
    """Note formulas that were never worked out: their cells seem blank to any reader but Excel."""
    try:
        with ZipFile(path) as archive:
            parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            found = [cell for part in parts for cell in FORMULA_ALONE.findall(archive.read(part))]
    except (BadZipFile, OSError, NotImplementedError, RuntimeError):
        return
    if found:
        cells = "1 formula" if len(found) == 1 else f"{len(found):,} formulas"
        yield (
            f"has {cells} without a result (cell {found[0].decode()}), read as blank. "
            "Open the workbook in Excel, save it, and read it again."
        )


def _letter(column: int) -> str:
    """Name a column, from 0, as Excel does: A, B, ... Z, AA."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _text(value: Value) -> str:
    """Write a value as a person would have typed it; calamine makes every number a fraction."""
    match value:
        case str():
            return value
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return str(value.date() if value.time() == time() else value)
        case _:
            return str(value)
