"""How wide the columns of a printed table are, how large its letters, and how high it is.

No word is broken, and no number parted, where there is room; numbers of one kind have columns of
one width. The same for PDF and Word, whose letters are equally wide.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import inf
from operator import itemgetter

from dashboard.briefing.document import Table, in_cell
from dashboard.briefing.writers.lowering import lowered
from dashboard.briefing.writers.words import in_a_line, lines_of, longest, words_of


@dataclass(frozen=True)
class Letters:
    """The letters of a table, and what its cells leave free around them; all in points.

    Attributes:
        name: of this size, from the largest on.
        size: of the letters; those of the heading are bold.
        beside: free at the left and at the right of a cell.
        above: free above and beneath.
    """

    name: str
    size: float
    beside: float
    above: float


UPRIGHT, LYING = 481.8, 728.4
"""Points between the margins of a page that stands, and of one that lies."""
SIZES = (
    Letters("usual", 9.0, 4.0, 4.0),
    Letters("small", 8.0, 3.5, 3.5),
    Letters("smallest", 7.5, 2.75, 3.0),
)
"""The largest is taken by which no number is parted."""
MOST_UPRIGHT = 12
"""With more columns than this a table lies in any case."""
_FOR_WORDS = 0.33  # of the room, for the columns of words; numbers are whole beside that
_AT_LEAST_FOR_WORDS = 0.15  # the same in the smallest letters
_SHORT = 100.0  # points: a line of words that is no longer, such as a period, is best kept whole
_PRICE = 1.08  # a table may be so much higher for short lines kept whole, or for columns alike
_TO_SPARE = 0.25  # widths are rounded: what just fits might not
_LINES_OF_HEADS = (5, 4, 3)
_LOOKED_AT = 40  # rows by which it is told how high a table is
_HALVINGS = 40  # so many leave less than a millionth of a point
_LINE = 1.25  # of the size of the letters, from one line to the next


def letters_of(table: Table, room: float) -> Letters:
    """Return the largest letters by which no number is parted.

    Where none are small enough for that, the largest by which no word is broken; else the smallest.

    Args:
        table: the table.
        room: points that all its columns have.
    """
    for letters in SIZES:
        if _takes_whole_numbers(table, letters, room):
            return letters
    fitting = (one for one in SIZES if sum(needed(table, one)) <= room)
    return next(fitting, SIZES[-1])


def lies(table: Table) -> bool:
    """Say whether a table has no room on an upright page, even in the smallest letters."""
    return len(table.columns) > MOST_UPRIGHT or sum(needed(table, SIZES[-1])) > UPRIGHT


def needed(table: Table, letters: Letters) -> list[float]:
    """Return how many points wide each column has to be for its longest word."""
    return [one.word for one in _measured(table, letters)]


def widths(table: Table, letters: Letters, room: float) -> list[float]:
    """Share the room between the columns: by weight, and none narrower than its longest word.

    None is wider than its longest line either, while another breaks its lines; and of the ways to
    do so that is taken by which the table is lowest. But a little height is given for columns of
    numbers that are equally wide where they weigh the same, and for short lines that stay whole.

    Args:
        table: the table.
        letters: that it has.
        room: points that all columns have.

    Returns:
        Points that add up to the room. Where it does not serve for the longest words, it is shared
        as they need it, and words are broken.
    """
    least = needed(table, letters)
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    kinds, starts = _kinds(table), list(_starts(table, letters, room))
    high = _heights(replace(table, rows=table.rows[:_LOOKED_AT]), letters)
    wishes = [
        _lowest(table, letters, room, starts[-1:], kinds, high),
        _lowest(table, letters, room, starts, kinds, high),
        _lowest(table, letters, room, starts, range(len(kinds)), high),
    ]
    highest = _PRICE * min(high for high, _ in wishes)
    return next(one for high, one in wishes if high <= highest)


def height(table: Table, within: Sequence[float], letters: Letters) -> float:
    """Return about how many points high the rows of a table are, with its heading.

    Args:
        table: the table.
        within: widths of its columns.
        letters: that it has.
    """
    return _heights(table, letters)(within)


def _heights(table: Table, letters: Letters) -> Callable[[Sequence[float]], float]:
    """Return what says how high the rows of a table are, which counts no lines of a column twice.

    Its columns are looked at in many widths, of which most move two of them alone.
    """
    columns = [
        [
            words_of(column.name, letters.size, is_bold=True),
            *(words_of(in_cell(row[place]), letters.size) for row in table.rows),
        ]
        for place, column in enumerate(table.columns)
    ]

    @cache
    def lines(place: int, width: float) -> list[int]:
        inside = max(width - 2 * letters.beside, letters.size)
        return [lines_of(words, inside) for words in columns[place]]

    def high(within: Sequence[float]) -> float:
        rows = zip(*(lines(place, width) for place, width in enumerate(within)), strict=True)
        around = 2 * letters.above * (len(table.rows) + 1)
        return sum(map(max, rows)) * letters.size * _LINE + around

    return high


def _lowest(
    table: Table,
    letters: Letters,
    room: float,
    starts: Sequence[list[float]],
    kinds: Sequence[int],
    high: Callable[[Sequence[float]], float],
) -> tuple[float, list[float]]:
    """Return how high a table is at least, and with which widths; endless if there are none.

    Args:
        table: the table.
        letters: that it has.
        room: points that all columns have.
        starts: ways to say what each column takes at least.
        kinds: columns of one kind are equally wide.
        high: says how high it is with such widths.
    """
    ways = _ways(table, letters, room, starts, kinds)
    found = ((high(shared), shared, least) for shared, least in ways)
    _, shared, least = min(found, key=itemgetter(0), default=(inf, [], []))
    if not shared:
        return inf, []
    lower = lowered(shared, least, kinds, high)
    return high(lower), lower


def _ways(
    table: Table,
    letters: Letters,
    room: float,
    starts: Sequence[list[float]],
    kinds: Sequence[int],
) -> Iterator[tuple[list[float], list[float]]]:
    """Yield ways to share the room between columns: by what they weigh, or by what they hold.

    With each stands what its columns keep at least, however high their headings are.
    """
    measured = _measured(table, letters)
    most = _alike([max(one.line, one.heading) for one in measured], kinds)
    by_cells = _alike([one.line for one in measured], kinds)
    by_weight = [one.weight for one in table.columns]
    for start in starts:
        kept = _alike(start, kinds)
        for heads in _heads(table, letters):
            least = _alike(list(map(max, start, heads)), kinds)
            if sum(least) <= room:
                yield _shared(by_weight, least, most, room), kept
                yield _shared(by_cells, least, most, room), kept


def _starts(table: Table, letters: Letters, room: float) -> Iterator[list[float]]:
    """Yield what each column takes at least: for its words, its numbers, or its short lines."""
    measured = _measured(table, letters)
    if not _takes_whole_numbers(table, letters, room):
        yield [one.word for one in measured]
    yield [one.whole for one in measured]
    yield [max(one.whole, one.line if one.line <= _SHORT else 0) for one in measured]


def _kinds(table: Table) -> list[int]:
    """Return for each column the first of its kind: numbers that weigh the same are of one."""
    columns = table.columns
    return [
        next(
            first
            for first, other in enumerate(columns)
            if first == place
            or (column.is_number and other.is_number and other.weight == column.weight)
        )
        for place, column in enumerate(columns)
    ]


def _alike(values: list[float], kinds: Sequence[int]) -> list[float]:
    """Give each column the most that any of its kind has."""
    return [
        max(value for value, other in zip(values, kinds, strict=True) if other == kind)
        for kind in kinds
    ]


def _takes_whole_numbers(table: Table, letters: Letters, room: float) -> bool:
    """Say whether no number need be parted, and enough is left over for words."""
    measured = list(zip(table.columns, _measured(table, letters), strict=True))
    of_words = [one for column, one in measured if not column.is_number]
    least = sum(one.word for one in of_words)
    lines = sum(max(one.word, one.line) for one in of_words)
    numbers = sum(one.whole for column, one in measured if column.is_number)
    part = _AT_LEAST_FOR_WORDS if letters == SIZES[-1] else _FOR_WORDS
    return numbers + max(least, min(lines, part * room)) <= room


@dataclass(frozen=True)
class _Measured:
    """How wide a column is, in points, with what its cells leave free beside their letters.

    Attributes:
        word: for its longest word, its heading among them.
        whole: so that no number is parted.
        line: for its longest cell in one line.
        heading: for its heading in one line.
    """

    word: float
    whole: float
    line: float
    heading: float


@lru_cache(maxsize=256)
def _measured(table: Table, letters: Letters) -> tuple[_Measured, ...]:
    """Measure the columns of a table."""
    return tuple(_column(table, place, letters) for place in range(len(table.columns)))


def _column(table: Table, place: int, letters: Letters) -> _Measured:
    """Measure a column."""
    column, cells = table.columns[place], {in_cell(row[place]) for row in table.rows}
    around = 2 * letters.beside + _TO_SPARE
    of_cells = [words_of(cell, letters.size) for cell in cells]
    of_heading = words_of(column.name, letters.size, is_bold=True)
    word = around + max(map(longest, [of_heading, *of_cells]))
    line = around + max(map(in_a_line, of_cells), default=0.0)
    whole = max(word, line) if column.is_number else word
    return _Measured(word, whole, line, around + in_a_line(of_heading))


def _heads(table: Table, letters: Letters) -> Iterator[list[float]]:
    """Yield how wide columns are whose headings have no more than so many lines, ever fewer."""
    yield [0.0] * len(table.columns)
    around = 2 * letters.beside + _TO_SPARE
    for most in _LINES_OF_HEADS:
        yield [_in_lines(one.name, most, letters.size) + around for one in table.columns]


@lru_cache(maxsize=1024)
def _in_lines(heading: str, most: int, size: float) -> float:
    """Return how wide a heading is that is broken into no more than so many lines."""
    words = heading.split()
    parts = {
        in_a_line(words_of(" ".join(words[first:end]), size, is_bold=True))
        for first in range(len(words))
        for end in range(first + 1, len(words) + 1)
    }
    whole = words_of(heading, size, is_bold=True)
    fitting = (one + _TO_SPARE for one in sorted(parts) if lines_of(whole, one + _TO_SPARE) <= most)
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
