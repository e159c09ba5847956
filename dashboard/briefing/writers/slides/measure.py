"""How much room letters take on a slide: roughly, and rather too much than too little."""

from collections.abc import Sequence

from dashboard.briefing.text import Text, letters

LINE = 1.2
"""Height of a line, in heights of its letters."""
_NARROW, _WIDE = frozenset("fijlrtI.,:;'’|!()[]/ -"), frozenset("mwMW%@…—")
_FIRST_FULL_WIDTH = 0x2E80  # from here on most letters are as wide as they are high
_BOLD = 1.08


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return how wide a line of letters is, in points, when set in Arial.

    Args:
        text: the letters.
        size: their size in points.
        is_bold: whether they are bold.
    """
    return size * sum(map(_of_one, text)) * (_BOLD if is_bold else 1.0)


def lines(text: str, size: float, room: float, *, is_bold: bool = False) -> int:
    """Return in how many lines letters are set.

    Args:
        text: the letters.
        size: their size in points.
        room: width of the lines in points.
        is_bold: whether they are bold.
    """
    count, used, space = 1, 0.0, width(" ", size, is_bold=is_bold)
    for word in text.split():
        wide = width(word, size, is_bold=is_bold)
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        broken = int(wide // room)  # a word longer than a line is broken
        count, wide = count + broken, wide - broken * room
        used += wide + (space if used else 0.0)
    return count


def height(text: str, size: float, room: float, *, is_bold: bool = False) -> float:
    """Return how high letters stand when they are set in lines of a width, in points."""
    return lines(text, size, room, is_bold=is_bold) * size * LINE


def of_all(texts: Sequence[Text], size: float, room: float, between: float) -> float:
    """Return how high paragraphs stand, one below the other, in points.

    Args:
        texts: the paragraphs.
        size: size of their letters.
        room: width of their lines.
        between: what is left free beneath each.
    """
    return sum(height(letters(text), size, room) + between for text in texts)


def fitting(text: str, sizes: Sequence[float], room: float, most: float, *, is_bold: bool) -> float:
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


def _of_one(letter: str) -> float:
    """Return the width of a letter as a part of its height."""
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE:
        return 0.88
    if ord(letter) >= _FIRST_FULL_WIDTH:
        return 1.0
    return 0.7 if letter.isupper() else 0.56
