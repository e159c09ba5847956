"""How wide the columns of a printed table are, and how high it is: no word of it is broken."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.briefing.document import Table, in_cell
from dashboard.briefing.drawing.measure import length, lines

_LONGEST = 30
"""Letters: a longer word may be broken anywhere, and is not what a column is made wide for."""
_MOST_FOR_NUMBERS = 0.85  # of the room: the names of the rows need some too
_TO_SPARE = 0.5  # widths of letters are rounded: what just fits might not
_LINES_OF_HEADS = (5, 4, 3)
_LOOKED_AT = 40  # rows by which it is told how high a table is
_HALVINGS = 40  # so many leave less than a millionth of a point
_MEASURED = 8  # of the longest words of a column: one of them takes the most room


def needed(
    table: Table, size: float, inset: float, *, has_whole_numbers: bool = False
) -> list[float]:
    """Return how wide each column has to be for its longest word, in the unit of the size.

    Args:
        table: the table.
        size: of its letters; the heading is bold.
        inset: what each cell leaves free at its left and at its right.
        has_whole_numbers: whether a number, such as "12 of 20 (60%)", stays in one line.
    """
    words, around = _words(table, has_whole_numbers), 2 * inset + _TO_SPARE
    return [
        _longest(column.name.split(), size, is_bold=True, other=_longest(held, size)) + around
        for column, held in zip(table.columns, words, strict=True)
    ]


def widths(table: Table, size: float, inset: float, room: float) -> list[float]:
    """Share the room between the columns: by weight, and none narrower than its longest word.

    None is wider than its longest line either, while another breaks its lines; and of the ways to
    do so that is taken by which the table is lowest.

    Args:
        table: the table.
        size: of its letters.
        inset: what each cell leaves free at its left and at its right.
        room: that all columns have.

    Returns:
        Widths that add up to the room. Where it does not serve for the longest words, it is shared
        as they need it, and words are broken. Numbers stay in one line where there is room.
    """
    whole, least = needed(table, size, inset, has_whole_numbers=True), needed(table, size, inset)
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    starts = [whole] if sum(whole) <= _MOST_FOR_NUMBERS * room else [least, whole]
    around = 2 * inset + _TO_SPARE
    cells = _in_one_line(table, size)
    heads = [length(column.name, size, is_bold=True) for column in table.columns]
    most = [max(pair) + around for pair in zip(cells, heads, strict=True)]
    shared = [
        _shared(weights, least_of_all, most, room)
        for weights in ([one.weight for one in table.columns], [one + around for one in cells])
        for start in starts
        for broken in _heads(table, size, around)
        if sum(least_of_all := list(map(max, start, broken))) <= room
    ]
    first_rows = replace(table, rows=table.rows[:_LOOKED_AT])
    return min(shared, key=lambda one: height(first_rows, one, size, inset))


def _heads(table: Table, size: float, around: float) -> Iterator[list[float]]:
    """Yield how wide columns are whose headings have no more than so many lines, ever fewer."""
    yield [0.0] * len(table.columns)
    for most in _LINES_OF_HEADS:
        yield [_in_lines(column.name, most, size) + around for column in table.columns]


def _in_lines(heading: str, most: int, size: float) -> float:
    """Return how wide a heading is that is broken into no more than so many lines."""
    words = heading.split()
    parts = {
        length(" ".join(words[first:end]), size, is_bold=True)
        for first in range(len(words))
        for end in range(first + 1, len(words) + 1)
    }
    fitting = (one for one in sorted(parts) if len(lines(heading, one, size, True)) <= most)
    return next(fitting, 0.0)


def _shared(
    weights: Sequence[float], least: Sequence[float], most: Sequence[float], room: float
) -> list[float]:
    """Share the room by weight, each column between its least and, if others lack room, its most.

    The width that a unit of weight has is found by halving: the wider, the more room is taken.
    """
    if sum(most) <= room:
        most = [room] * len(most)

    def within(each: float) -> list[float]:
        columns = zip(weights, least, most, strict=True)
        return [max(few, min(many, each * weight)) for weight, few, many in columns]

    low, high = 0.0, room / min(weights)
    for _ in range(_HALVINGS):
        each = (low + high) / 2
        low, high = (each, high) if sum(within(each)) < room else (low, each)
    return within(high)


def _in_one_line(table: Table, size: float) -> list[float]:
    """Return how long the longest cell of each column is, were it not broken into lines."""
    columns = range(len(table.columns))
    return [
        max((length(in_cell(row[place]), size) for row in table.rows), default=0)
        for place in columns
    ]


def height(table: Table, within: Sequence[float], size: float, inset: float) -> float:
    """Return about how high the rows of a table are, with its heading.

    Args:
        table: the table.
        within: widths of its columns.
        size: of its letters.
        inset: what each cell leaves free at its left and at its right, and above and below.
    """
    head = [column.name for column in table.columns]
    rows = (list(map(in_cell, row)) for row in table.rows)
    return _row_height(head, within, size, inset, is_bold=True) + sum(
        _row_height(row, within, size, inset) for row in rows
    )


def _row_height(
    row: list[str], within: Sequence[float], size: float, inset: float, is_bold: bool = False
) -> float:
    """Return about how high a row is."""
    cells = zip(row, within, strict=True)
    most = max(
        len(lines(cell, max(width - 2 * inset, size), size, is_bold)) for cell, width in cells
    )
    return most * size * 1.25 + 2 * inset


def _words(table: Table, has_whole_numbers: bool) -> list[list[str]]:
    """Return the words of each column, without those that may be broken."""
    columns = [
        {
            word
            for row in table.rows
            for text in [in_cell(row[place])]
            for word in ([text] if column.is_number and has_whole_numbers else text.split())
        }
        for place, column in enumerate(table.columns)
    ]
    return [[word for word in words if len(word) <= _LONGEST] for words in columns]


def _longest(words: list[str], size: float, is_bold: bool = False, other: float = 0) -> float:
    """Return the length of the longest word, or another length where that is more."""
    long = sorted(words, key=len, reverse=True)[:_MEASURED]
    return max([*(length(word, size, is_bold) for word in long), other])
