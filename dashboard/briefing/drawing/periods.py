"""The names of periods beneath an axis: the first, the last, and as many between as there is room.

A name such as "Q1 2026/27 (Apr-Jun)" has two lines.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.briefing.drawing.marks import Scale
from dashboard.briefing.drawing.measure import SMALL, length

_APART = 10  # pixels, at least, from one name to the next


class Place(NamedTuple):
    """A name of a period, and where it stands: in pixels, with how it is set to that place."""

    lines: list[str]
    x: float
    align: str

    @property
    def width(self) -> float:
        """How long its longest line is."""
        return max(length(line, SMALL) for line in self.lines)

    @property
    def begins(self) -> float:
        """Where it begins."""
        return self.x - self.width * {"left": 0, "center": 0.5, "right": 1}[self.align]


def places(periods: Sequence[str], x: Scale) -> list[Place]:
    """Return the names that are written, so that none runs into another.

    Args:
        periods: every period of the axis.
        x: from the place of a period to pixels.
    """
    last = len(periods) - 1
    every = [_place(name, place, last, x) for place, name in enumerate(periods)]
    for step in range(1, last + 1):
        shown = [*every[:last:step], every[last]]
        if not _are_apart(shown[-2:]):
            del shown[-2]
        if len(shown) == 1 or _are_apart(shown):
            return shown
    return every


def _place(name: str, place: int, last: int, x: Scale) -> Place:
    """Return a name: the first begins at its point, the last ends there."""
    head, bracket, rest = name.partition(" (")
    words = [head, f"({rest}"] if bracket else [name]
    at = x.at(place)
    if last and place == 0:
        return Place(words, at - _OUTWARDS, "left")
    return (
        Place(words, at + _OUTWARDS, "right")
        if last and place == last
        else Place(words, at, "center")
    )


_OUTWARDS = 8  # pixels by which the first and the last stand further out than their points


def _are_apart(shown: Sequence[Place]) -> bool:
    """Say whether each begins where the one before it has ended."""
    return all(
        before.begins + before.width + _APART <= after.begins for before, after in pairwise(shown)
    )
