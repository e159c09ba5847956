"""How wide the columns of a printed table are, and how high it is: no word of it is broken."""

from collections.abc import Sequence

from dashboard.briefing.document import Table, in_cell
from dashboard.briefing.drawing.measure import length, lines

_LONGEST = 30
"""Letters: a longer word may be broken anywhere, and is not what a column is made wide for."""
_MOST_FOR_NUMBERS = 0.85  # of the room: the names of the rows need some too
_TO_SPARE = 0.5  # widths of letters are rounded: what just fits might not
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

    Args:
        table: the table.
        size: of its letters.
        inset: what each cell leaves free at its left and at its right.
        room: that all columns have.

    Returns:
        Widths that add up to the room. Where it does not serve for the longest words, it is shared
        as they need it, and words are broken. Numbers stay in one line where there is room.
    """
    least = needed(table, size, inset, has_whole_numbers=True)
    if sum(least) > _MOST_FOR_NUMBERS * room:
        least = needed(table, size, inset)
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    fixed: dict[int, float] = {}
    while True:
        free = {n: c.weight for n, c in enumerate(table.columns) if n not in fixed}
        each = (room - sum(fixed.values())) / (sum(free.values()) or 1)
        narrow = {n: least[n] for n, weight in free.items() if weight * each < least[n]}
        if not narrow:
            return [fixed.get(n, free.get(n, 0) * each) for n in range(len(least))]
        fixed |= narrow


def height(table: Table, within: Sequence[float], size: float, inset: float) -> float:
    """Return about how high the rows of a table are, with its heading.

    Args:
        table: the table.
        within: widths of its columns.
        size: of its letters.
        inset: what each cell leaves free at its left and at its right, and above and below.
    """
    rows = [[column.name for column in table.columns], *(map(in_cell, row) for row in table.rows)]
    return sum(_row_height(list(row), within, size, inset) for row in rows)


def _row_height(row: list[str], within: Sequence[float], size: float, inset: float) -> float:
    """Return about how high a row is."""
    cells = zip(row, within, strict=True)
    most = max(len(lines(cell, max(width - 2 * inset, size), size)) for cell, width in cells)
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
