"""How wide the columns of a table are, so that no word is broken where there is room for it."""

from dashboard.briefing.document import Table, in_cell
from dashboard.briefing.drawing.measure import length

UPRIGHT = 481.9
"""Points between the margins of an A4 page that stands."""
SMALL = 8.0
USUAL = 9.0
MANY_COLUMNS = 7
"""With more columns than these the letters are small."""
_BESIDE = 10.0  # points that a cell keeps free to the left and right of its letters
_LONGEST = 120.0  # a word longer than this is broken: an address, for instance
_SHORT = 100.0
_GIVES_WAY = 0.85  # of the width: what is left over is for the columns of long lines
_HALVINGS = 40


def size_of(table: Table) -> float:
    """Return the size of the letters of a table, in points."""
    has_room = len(table.columns) <= MANY_COLUMNS and sum(_least(table, USUAL)) <= UPRIGHT
    return USUAL if has_room else SMALL


def is_wide(table: Table) -> bool:
    """Say whether a table needs a page that lies, since its words do not fit on one that stands."""
    return sum(_least(table, size_of(table))) > UPRIGHT


def widths(table: Table, room: float) -> list[float]:
    """Return the width of each column in points: as its weight, as far as its letters need it.

    No column is narrower than its longest word, as long as there is room; and none is wider than
    its longest line while another breaks its lines. Short lines, such as numbers and periods, are
    not broken where long ones can give way.

    Args:
        table: what is set down.
        room: points that there are in all, and that are all given away.
    """
    weights = [column.weight for column in table.columns]
    least, most = _least(table, size_of(table)), _most(table, size_of(table))
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    whole = [high if high <= _SHORT else low for low, high in zip(least, most, strict=True)]
    least = whole if sum(whole) <= room * _GIVES_WAY else least
    spare = room - sum(most)
    if spare >= 0:
        shares = [spare * weight / sum(weights) for weight in weights]
        return [one + share for one, share in zip(most, shares, strict=True)]
    low, high = 0.0, max(one / weight for one, weight in zip(most, weights, strict=True))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        found = _between(least, [weight * middle for weight in weights], most)
        low, high = (middle, high) if sum(found) < room else (low, middle)
    return _between(least, [weight * high for weight in weights], most)


def _between(least: list[float], wanted: list[float], most: list[float]) -> list[float]:
    """Return what is wanted of each, but no less and no more than is good."""
    return [min(max(one, low), high) for low, one, high in zip(least, wanted, most, strict=True)]


def _least(table: Table, size: float) -> list[float]:
    """Return for each column the points that its longest word needs."""
    return [
        min(
            _LONGEST,
            max(_longest(text, size, is_bold=is_bold) for text, is_bold in _texts(table, place)),
        )
        + _BESIDE
        for place in range(len(table.columns))
    ]


def _most(table: Table, size: float) -> list[float]:
    """Return for each column the points that its longest line needs; a heading may have two."""
    return [
        max(
            low,
            *(
                length(text, size, is_bold) / (2 if is_bold else 1) + _BESIDE
                for text, is_bold in _texts(table, place)
            ),
        )
        for place, low in enumerate(_least(table, size))
    ]


def _texts(table: Table, place: int) -> list[tuple[str, bool]]:
    """Return what stands in a column, each once, and whether it is bold: its heading first."""
    cells = dict.fromkeys(in_cell(row[place]) for row in table.rows)
    return [(table.columns[place].name, True), *((text, False) for text in cells)]


def _longest(text: str, size: float, *, is_bold: bool) -> float:
    """Return how long the longest word of a text is."""
    return max((length(word, size, is_bold) for word in text.split()), default=0.0)
