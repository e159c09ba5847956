"""Points on a slide: as large as there is room for, numbered on from slide to slide."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dashboard.briefing.text import Text
from dashboard.briefing.writers.slides import measure
from dashboard.briefing.writers.slides.letters import set_down
from dashboard.briefing.writers.slides.native import Box

SIZES = (24, 22, 20, 18, 16, 14, 12)
"""Sizes of the letters, in points: the more there is to say, the smaller."""
USUAL = 16
"""The size in which what is split over several slides is measured."""
INDENT, BETWEEN = 44.0, 8.0
"""Points: before the letters at most, and beneath each point."""
_HANGING = 1.8  # room of a number, in sizes of its letters


def height(items: Sequence[Text], size: int, width: float) -> float:
    """Return how high points stand, in points."""
    return measure.of_all(items, size, width - INDENT, BETWEEN)


def size_of(parts: Sequence[Sequence[Text]], box: Box) -> int:
    """Return the largest size at which the points of every slide of a message fit."""
    fits = (
        size
        for size in SIZES
        if all(height(items, size, box.width) <= box.height for items in parts)
    )
    return next(fits, SIZES[-1])


def fill_in(frame: Any, items: Sequence[Text], size: int, *, first: int | None = None) -> None:
    """Write points.

    Args:
        frame: of the placeholder that they stand in.
        items: the points.
        size: of their letters, in points.
        first: number of the first; None where they have none.
    """
    set_down(frame, items, size=size, after=BETWEEN)
    if first is not None:
        for paragraph in frame.paragraphs:
            form = paragraph._p.get_or_add_pPr()
            form.set("marL", str(Pt(_HANGING * size)))
            form.set("indent", str(-Pt(_HANGING * size)))
            number = f"<a:buAutoNum {nsdecls('a')} type='arabicPeriod' startAt='{first}'/>"
            form.append(parse_xml(number))
