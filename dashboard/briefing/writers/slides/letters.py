"""Text on a slide: runs as they are, without what a file of the kind cannot hold."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Pt

from dashboard import theme
from dashboard.briefing.text import Text, plain, printable

GREYS = theme.ground("light")


def colour(hexadecimal: str) -> RGBColor:
    """Return a colour of the theme as the library takes it."""
    return RGBColor.from_string(hexadecimal.removeprefix("#"))


def set_down(
    frame: Any,
    paragraphs: Iterable[Text | str],
    *,
    size: float | None = None,
    is_bold: bool | None = None,
    fill: str | None = None,
    after: float = 0.0,
) -> None:
    """Write paragraphs into a text frame, instead of what stands in it.

    Args:
        frame: the text frame of a shape or a cell.
        paragraphs: at least one.
        size: size of the letters in points; None as the layout has it.
        is_bold: whether all of it is bold; None as each run is.
        fill: colour of the letters; None as the layout has it.
        after: what is left free beneath each paragraph, in points.
    """
    for place, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        if after:
            paragraph.space_after = Pt(after)
        for run in plain(text) if isinstance(text, str) else text:
            _write(paragraph, run.text, size, run.is_bold if is_bold is None else is_bold, fill)


def _write(paragraph: Any, text: str, size: float | None, is_bold: bool, fill: str | None) -> None:
    """Write one run."""
    run = paragraph.add_run()
    run.text = printable(text)
    if size:
        run.font.size = Pt(size)
    if is_bold:
        run.font.bold = True
    if fill:
        run.font.color.rgb = colour(fill)
