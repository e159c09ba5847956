"""Where a table may be broken across pages: never so that a row or two stand alone."""

from collections.abc import Callable

FEWEST_ROWS = 4
"""So many rows of a table that is broken stand on each of its pages at least; of fewer, half."""


def together(rows: int) -> int:
    """Return how many rows at either end of a table are not parted from each other.

    Args:
        rows: that the table has beneath its heading.
    """
    return min(FEWEST_ROWS, rows // 2)


def together_within(rows: int, highest: float, high: Callable[[int], float]) -> int:
    """Return how many rows at one end of a table are not parted, where rows can be high.

    Args:
        rows: that the table has beneath its heading.
        highest: that rows may be together, so that what is left of a page can hold them.
        high: says how high so many of the rows are.
    """
    fitting = (few for few in range(together(rows), 1, -1) if high(few) <= highest)
    return next(fitting, min(rows, 1))
