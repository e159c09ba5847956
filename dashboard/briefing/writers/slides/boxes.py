"""Boxes of text on a slide: titles above what is shown, and notes beneath it."""

from collections.abc import Sequence
from typing import Any

from pptx.util import Pt

from dashboard.briefing.text import Text
from dashboard.briefing.writers.slides import measure
from dashboard.briefing.writers.slides.letters import GREYS, set_down
from dashboard.briefing.writers.slides.native import Box

BETWEEN = 2.0
"""Points beneath each paragraph."""


def height(texts: Sequence[Text], size: int, width: float) -> float:
    """Return the height of a box of paragraphs, in points."""
    return measure.of_all(texts, size, width, BETWEEN)


def write(slide: Any, texts: Sequence[Text], box: Box, size: int, *, is_bold: bool | None) -> None:
    """Write paragraphs on a slide.

    Args:
        slide: where.
        texts: the paragraphs; without any, no box is made.
        box: their place.
        size: of the letters, in points.
        is_bold: True for a title; None for notes, of second rank, with each run as it is.
    """
    if not texts:
        return
    frame = slide.shapes.add_textbox(*(Pt(one) for one in box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    ink = GREYS.text if is_bold else GREYS.muted
    set_down(frame, texts, size=size, is_bold=is_bold, fill=ink, after=BETWEEN)
