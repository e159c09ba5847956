"""How long words are in print, so that lines are broken before they run out of room."""

import unicodedata
from functools import cache

from dashboard.briefing.text import printable

SIZE = 12
"""Pixels: the size of labels; what is of second rank is a little smaller."""
SMALL = 11
LINE_HEIGHT = 15
"""Pixels from one line of a label to the next."""

# Advance widths of Liberation Sans from space to tilde, in thousandths of the size of the letters.
# Those of Arial and Helvetica, which stand in for it, are the same.
_WIDTHS = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_WIDEST = 1000  # what is not among them, such as a long dash
_BOLD = 1.1  # no text of some words is wider than this in bold, beside itself


def length(text: str, size: float = SIZE, is_bold: bool = False) -> float:
    """Return how long a line of text is, in pixels; never less than it is."""
    thousandths = sum(map(_width, unicodedata.normalize("NFC", text)))
    return thousandths * size / 1000 * (_BOLD if is_bold else 1)


def lines(text: str, room: float, size: float = SIZE, is_bold: bool = False) -> list[str]:
    """Break text into lines at its spaces; a word longer than a line is broken too.

    Args:
        text: plain text.
        room: pixels that a line has.
        size: of the letters, in pixels.
        is_bold: whether they are bold.

    Returns:
        At least one line, none of them longer than there is room.
    """
    found = [""]
    for word in printable(text).split():
        for piece in _pieces(word, room, size, is_bold):
            joined = f"{found[-1]} {piece}".strip()
            if length(joined, size, is_bold) <= room:
                found[-1] = joined
            else:
                found.append(piece)
    return [line for line in found if line] or [""]


def _pieces(word: str, room: float, size: float, is_bold: bool) -> list[str]:
    """Return a word whole, or in pieces that fit into a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and length(pieces[-1] + letter, size, is_bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _width(letter: str) -> int:
    """Return the width of one letter; an accent does not make it wider."""
    base = unicodedata.normalize("NFKD", letter)[:1]
    place = ord(base) - ord(" ") if base else -1
    return _WIDTHS[place] if 0 <= place < len(_WIDTHS) else _WIDEST
