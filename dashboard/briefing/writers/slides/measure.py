"""How much room letters take on a slide: as many lines as in print, of letters of another size."""

from collections.abc import Sequence
from functools import lru_cache

from dashboard.briefing.drawing.measure import length, lines
from dashboard.briefing.text import Text, letters

LINE = 1.2
"""Height of a line, in heights of its letters."""
_BOLD = 0.1  # how much wider bold letters are
_SPARE = 0.97
"""How much of a line is used: programs that show slides do not break lines at quite one place."""


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return how wide a line of letters is, in the unit of their size."""
    return length(text, size, is_bold)


@lru_cache(maxsize=2048)  # the same letters are measured for each place that they might stand in
def height(text: str, size: float, room: float, *, is_bold: bool = False) -> float:
    """Return how high letters stand when they are set in lines of a width.

    Args:
        text: the letters.
        size: their size in points.
        room: width of the lines in points.
        is_bold: whether they are bold.

    Returns:
        Points.
    """
    return len(lines(text, room * _SPARE, size, is_bold)) * size * LINE


def of_all(texts: Sequence[Text], size: float, room: float, between: float) -> float:
    """Return how high paragraphs stand, one below the other, in points.

    Args:
        texts: the paragraphs.
        size: size of their letters.
        room: width of their lines.
        between: what is left free beneath each.
    """
    return sum(height(letters(text), size, room / _widened(text)) + between for text in texts)


def _widened(text: Text) -> float:
    """Return how much wider a text is for its bold letters."""
    bold = sum(len(run.text) for run in text if run.is_bold)
    return 1 + _BOLD * bold / max(len(letters(text)), 1)


def fitting(text: str, sizes: Sequence[int], room: float, most: float, *, is_bold: bool) -> int:
    """Return the first size at which letters stand within a height; the last if none does.

    Args:
        text: the letters.
        sizes: from large to small.
        room: width of the lines.
        most: the height, in points.
        is_bold: whether they are bold.
    """
    fits = (size for size in sizes if height(text, size, room, is_bold=is_bold) <= most)
    return next(fits, sizes[-1])
