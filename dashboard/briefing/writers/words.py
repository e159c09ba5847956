"""How long the words of a cell are, and how many lines they take."""

from dataclasses import dataclass
from functools import lru_cache

from dashboard.briefing.drawing.measure import length
from dashboard.briefing.text import printable

_LONGEST = 30  # letters: a longer word is broken anywhere, and no column is made wide for it


@dataclass(frozen=True)
class Words:
    """The words of a text: how long each is, and how long a space is between two of them."""

    long: tuple[float, ...]
    may_be_broken: tuple[bool, ...]
    space: float


@lru_cache(maxsize=4096)
def words_of(text: str, size: float, is_bold: bool = False) -> Words:
    """Measure the words of a text."""
    parts = printable(text).split()
    return Words(
        tuple(length(part, size, is_bold) for part in parts),
        tuple(len(part) > _LONGEST for part in parts),
        length(" ", size, is_bold),
    )


def in_a_line(words: Words) -> float:
    """Return how long words are in one line."""
    return sum(words.long) + words.space * max(len(words.long) - 1, 0)


def longest(words: Words) -> float:
    """Return how long the longest word is of those that are never broken."""
    pairs = zip(words.long, words.may_be_broken, strict=True)
    return max((long for long, may_be_broken in pairs if not may_be_broken), default=0.0)


def lines_of(words: Words, room: float) -> int:
    """Count the lines that words take; a word longer than a line is broken."""
    number, taken = 1, 0.0
    for long in words.long:
        if taken and taken + words.space + long > room:
            number, taken = number + 1, 0.0
        taken += long + (words.space if taken else 0.0)
        number, taken = number + int(taken / room), taken if taken <= room else taken % room
    return number
