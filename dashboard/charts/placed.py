"""Where each factor stands in a list that is read from the top: its name, then its marks.

The name stands above the marks, not beside them: so the longest name is whole, and the marks keep
their room on a telephone and on a wide screen alike. Places are pixels from the top of the list, so
that a factor takes as much room as its text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.wrapped import LINE, wrapped
from dashboard.recurrence import Recurrence

TEXT_HEIGHT = 17
MARK_HEIGHT = 20
SPACE_BETWEEN = 14
SPACE_ABOVE = 6

APPRAISALS = ("problem", "strength", "mixed", "neutral")


@dataclass(frozen=True)
class Mark:
    """One row of the question: a factor as a problem, as a strength..."""

    row: Recurrence
    y: float  # its middle


@dataclass(frozen=True)
class Factor:
    """A factor with its marks."""

    row: Recurrence  # its first, for what is the same in all
    name: list[str]  # lines of plain text; the name of the layer is the last line or follows it
    has_own_line: bool  # whether the layer has a line of its own
    marks: list[Mark]
    top: float

    @property
    def marks_top(self) -> float:
        """Where the name ends and the marks begin."""
        return self.top + TEXT_HEIGHT * (len(self.name) + self.has_own_line)

    @property
    def bottom(self) -> float:
        """Where the marks end."""
        return self.marks_top + MARK_HEIGHT * len(self.marks)


def placed(rows: Sequence[Recurrence]) -> list[Factor]:
    """Place the factors one below the other, those not assessed last.

    Args:
        rows: factors in the order to draw.

    Returns:
        The factors, each with a mark for every appraisal, problem and strength first; one mark only
        where it was not assessed.
    """
    grouped: dict[str, list[Recurrence]] = {}
    for row in rows:
        grouped.setdefault(row.factor_id, []).append(row)
    factors, top = [], float(SPACE_ABOVE)
    for of_factor in sorted(grouped.values(), key=lambda rows: not rows[0].is_assessed):
        factors.append(_factor(of_factor, top))
        top = factors[-1].bottom + SPACE_BETWEEN
    return factors


def _factor(rows: Sequence[Recurrence], top: float) -> Factor:
    """Place one factor."""
    first = rows[0]
    name = wrapped(first.label)
    has_own_line = first.layer_label != "" and len(name[-1]) + len(first.layer_label) + 2 > LINE
    drawn = sorted(rows, key=lambda row: APPRAISALS.index(row.appraisal))
    bare = Factor(first, name, has_own_line, [], top)
    marks = [
        Mark(row, bare.marks_top + MARK_HEIGHT * (i + 0.5))
        for i, row in enumerate(drawn if first.is_assessed else drawn[:1])
    ]
    return Factor(first, name, has_own_line, marks, top)
