"""Read delimited text row by row, and say exactly what is amiss with a row that is not well formed.

DuckDB reads a well-formed file a few times as fast, and to the same cells; it stops at the first
row that is not, and counts rows where an editor counts lines.
"""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple, TextIO

LONGEST_ROW = 1 << 21
# How many lines may be read again, in all, because a quotation mark was never closed.
LINES_READ_AGAIN = 1_000_000

OPENING = re.compile(r' *"')
QUOTED = re.compile(r'[^"]*+(?:""[^"]*+)*+')
SPACES = re.compile(r" *")


class Row(NamedTuple):
    """One row of a text file.

    Attributes:
        line: the line it begins on, from 1.
        cells: as written, without their quotation marks; empty where there is a fault.
        text: the row as it stands in the file; empty where there is no fault.
        fault: what is amiss and what to do, to be said after the line; None where all is well.
    """

    line: int
    cells: list[str]
    text: str = ""
    fault: str | None = None


class _Lines:
    """The lines of a file, some of which may be put back to be read again."""

    def __init__(self, file: TextIO) -> None:
        self.number = 0
        self._file = file
        self._again: deque[str] = deque()
        self._may_put_back = LINES_READ_AGAIN

    def next(self) -> str:
        line = self._again.popleft() if self._again else self._file.readline(LONGEST_ROW)
        self.number += bool(line)
        return line

    def put_back(self, lines: list[str]) -> None:
        if len(lines) <= self._may_put_back:
            self._may_put_back -= len(lines)
            self._again.extendleft(reversed(lines))
            self.number -= len(lines)


def read_rows(file: TextIO, delimiter: str) -> Iterator[Row]:
    """Read the rows of a file; lines without anything on them are passed over.

    After a row with a quotation mark that is not closed, reading goes on with the next line.

    Args:
        file: opened with `newline=""`.
        delimiter: one character.
    """
    lines = _Lines(file)
    while first := lines.next():
        start = lines.number
        if len(first) >= LONGEST_ROW:
            length = len(first)
            while first and not first.endswith(("\n", "\r")):
                first = file.readline(LONGEST_ROW)
                length += len(first)
            yield Row(start, [], "", too_long(length))
        elif '"' not in first:
            if text := first.rstrip("\r\n"):
                yield Row(start, text.split(delimiter))
        else:
            taken = [first]
            cells, fault = _quoted_row(lines, taken, delimiter)
            if fault:
                lines.put_back(taken[1:])
                yield Row(start, [], first.rstrip("\r\n"), fault)
            else:
                yield Row(start, cells)


def too_long(length: int) -> str:
    """Say that a line is too long to be a row of a table.

    Args:
        length: its characters.
    """
    return (
        f"has {length:,} characters, more than the {LONGEST_ROW:,} that one row may have. "
        "The line breaks may be lost: save the file again as CSV."
    )


def _quoted_row(lines: _Lines, taken: list[str], delimiter: str) -> tuple[list[str], str | None]:
    """Read a row in which there are quotation marks.

    Args:
        lines: where the row goes on if a cell holds a line break.
        taken: the first line; each further line is added to it.
        delimiter: one character.

    Returns:
        The cells and None, or what was read so far and the fault.
    """
    cells: list[str] = []
    text, at, length, begins_on = taken[0], 0, len(taken[0]), lines.number
    while True:
        opening = OPENING.match(text, at)
        if not opening:
            end = text.find(delimiter, at)
            cells.append(text[at:end] if end >= 0 else text[at:].rstrip("\r\n"))
            if end < 0:
                return cells, None
            at = end + 1
            continue
        at, opened_on, parts = opening.end(), lines.number, []
        while True:
            part = QUOTED.match(text, at)
            assert part is not None  # it matches the empty text
            parts.append(part.group())
            at = part.end()
            if at < len(text):
                break
            text, at = lines.next(), 0
            if not text:
                return cells, _never_closed(opened_on, begins_on)
            taken.append(text)
            length += len(text)
            if length > LONGEST_ROW:
                return cells, _never_closed(opened_on, begins_on)
        cells.append("".join(parts).replace('""', '"'))
        spaces = SPACES.match(text, at + 1)
        assert spaces is not None
        at = spaces.end()
        if not text[at:].strip("\r\n"):
            return cells, None
        if text[at] != delimiter:
            return cells, _text_after_closing(opened_on, lines.number, len(taken) > 1)
        at += 1


def _never_closed(opened_on: int, begins_on: int) -> str:
    where = "" if opened_on == begins_on else f" on line {opened_on}"
    return (
        f"opens a quotation mark{where} that is never closed. "
        "Close it with a second one, or remove it; the file may be half-written."
    )


def _text_after_closing(opened_on: int, closed_on: int, is_long: bool) -> str:
    if is_long:
        return (
            f"opens a quotation mark on line {opened_on} that is closed in the midst of the text "
            f"of line {closed_on}. Close it at the end of its cell, or remove it."
        )
    return (
        "has text after a closing quotation mark. "
        'Within a quoted cell, write each quotation mark twice ("").'
    )
