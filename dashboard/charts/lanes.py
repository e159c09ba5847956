"""Lanes one below the other on an axis of days, each with as many rows as its stretches need.

Places are pixels from the top, so that a lane takes as much room as what is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

HEADING, ROW, GAP = 18, 15, 16
"""Pixels of a line of a heading, of a row of marks, and between lanes."""


class Stretch(NamedTuple):
    """What a mark takes of the axis, with its words: ordinals of its first and last day."""

    first: float
    last: float


@dataclass(frozen=True)
class Lane:
    """A lane.

    Attributes:
        heading: lines of text above its marks.
        top: where its heading begins.
        rows: of each of its stretches, in their order, the row.
    """

    heading: tuple[str, ...]
    top: float
    rows: tuple[int, ...]

    @property
    def marks_top(self) -> float:
        """Where its heading ends and its marks begin."""
        return self.top + HEADING * len(self.heading)

    @property
    def bottom(self) -> float:
        """Where it ends; a lane without marks is its heading alone."""
        return self.marks_top + ROW * (max(self.rows, default=-1) + 1)

    def y(self, place: int) -> float:
        """Return the middle of the row of a stretch."""
        return self.marks_top + ROW * (self.rows[place] + 0.5)


def lanes(
    drawn: Sequence[tuple[tuple[str, ...], Sequence[Stretch]]], apart: float, top: float
) -> list[Lane]:
    """Place lanes from the top, the stretches of each in rows so that none covers another.

    Args:
        drawn: the heading of each lane, and its stretches.
        apart: days that must lie between two stretches of a row.
        top: where the first lane begins.
    """
    placed: list[Lane] = []
    for heading, stretches in drawn:
        placed.append(Lane(heading, top, tuple(packed(stretches, apart))))
        top = placed[-1].bottom + GAP
    return placed


def packed(stretches: Sequence[Stretch], apart: float) -> list[int]:
    """Return the row of each stretch, from 0: the first that is free when it begins.

    Args:
        stretches: in any order.
        apart: days that must lie between two of a row.
    """
    ends: list[float] = []
    rows = [0] * len(stretches)
    for place in sorted(range(len(stretches)), key=lambda place: stretches[place]):
        first, last = stretches[place]
        free = (row for row, end in enumerate(ends) if end + apart <= first)
        row = next(free, len(ends))
        if row == len(ends):
            ends.append(last)
        ends[row] = last
        rows[place] = row
    return rows
