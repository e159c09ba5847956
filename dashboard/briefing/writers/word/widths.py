"""How wide the columns of a table are, so that no word is broken where there is room for it."""

from dashboard.briefing.document import Cell, Table
from dashboard.briefing.drawing.measure import length

UPRIGHT = 481.9
"""Points between the margins of an A4 page that stands."""
SMALL = 8.0
USUAL = 9.0
MANY_COLUMNS = 7
"""With more columns than these the letters are small."""
_BESIDE = 7.0  # points that a cell keeps free to the left and right of its letters
_LONGEST = 120.0  # a word longer than this is broken: an address, for instance


def size_of(table: Table) -> float:
    """Return the size of the letters of a table, in points."""
    has_room = len(table.columns) <= MANY_COLUMNS and sum(_least(table, USUAL)) <= UPRIGHT
    return USUAL if has_room else SMALL


def is_wide(table: Table) -> bool:
    """Say whether a table needs a page that lies, since its words do not fit on one that stands."""
    return sum(_least(table, size_of(table))) > UPRIGHT


def widths(table: Table, room: float) -> list[float]:
    """Return the width of each column in points: as its weight, but no less than its words need.

    Args:
        table: what is set down.
        room: points that there are in all, and that are all given away.
    """
    least = _least(table, size_of(table))
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    weights = [column.weight for column in table.columns]
    narrow: set[int] = set()
    while True:
        free = room - sum(least[place] for place in narrow)
        shared = sum(weight for place, weight in enumerate(weights) if place not in narrow)
        found = [
            least[place] if place in narrow else free * weight / shared
            for place, weight in enumerate(weights)
        ]
        short = {place for place, width in enumerate(found) if width < least[place]}
        if short <= narrow:
            return found
        narrow |= short


def _least(table: Table, size: float) -> list[float]:
    """Return for each column the points that its longest word needs."""
    return [
        min(_LONGEST, max([_longest(column.name, size, is_bold=True), *_words(table, place, size)]))
        + _BESIDE
        for place, column in enumerate(table.columns)
    ]


def _words(table: Table, place: int, size: float) -> list[float]:
    """Return how long the longest word of each cell of a column is."""
    cells = {letters(row[place]) for row in table.rows}
    return [_longest(text, size, is_bold=False) for text in cells]


def letters(cell: str | Cell) -> str:
    """Return what stands in a cell."""
    return cell.text if isinstance(cell, Cell) else cell


def _longest(text: str, size: float, *, is_bold: bool) -> float:
    """Return how long the longest word of a text is."""
    return max((length(word, size, is_bold) for word in text.split()), default=0.0)
