"""How each meaning is filled on a slide: as it looks in print, in what a chart there can have."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.dml import MSO_PATTERN

from dashboard import theme
from dashboard.briefing.drawing.looks import Look, looks
from dashboard.briefing.figures import Series
from dashboard.briefing.writers.slides.letters import GREYS, colour


class Fill(NamedTuple):
    """How a part of a chart is filled.

    Attributes:
        fill: its colour.
        text: colour of letters that can be read on it.
        line: colour of its outline.
        pattern: lines over the fill, in the colour of `over`; None for none.
        over: that colour.
    """

    fill: str
    text: str
    line: str
    pattern: MSO_PATTERN | None = None
    over: str = ""


def fills(series: Sequence[Series]) -> dict[Series, Fill]:
    """Return how each series is filled; one alone needs no pattern."""
    is_alone = len(series) == 1
    return {one: _fill(look, is_alone) for one, look in looks(series).items()}


def hue(series: Series) -> str:
    """Return the colour of the lines and points of a series."""
    return looks([series])[series].colour


def shade(meaning: str) -> str:
    """Return the hue of a table whose cells are shaded."""
    cues = theme.APPRAISALS["light"]
    return cues[meaning].colour if meaning in cues else hue(Series(meaning, meaning))


def fill(part: Any, of: Fill) -> None:
    """Fill a part of a chart.

    Args:
        part: its format: that of a series, or of a point.
        of: how.
    """
    if of.pattern is None:
        part.fill.solid()
        part.fill.fore_color.rgb = colour(of.fill)
    else:
        part.fill.patterned()
        part.fill.pattern = of.pattern
        part.fill.fore_color.rgb = colour(of.over)
        part.fill.back_color.rgb = colour(of.fill)
    part.line.color.rgb = colour(of.line)


def even(hexadecimal: str, line: str) -> Fill:
    """Return an even fill with an outline."""
    return Fill(hexadecimal, GREYS.text, line)


def hollow(of: Fill) -> Fill:
    """Return the look of what rests on too few: the outline alone."""
    return even(GREYS.background, of.line)


def _fill(look: Look, is_alone: bool) -> Fill:
    """Return a look in print as a fill: an outline of dashes becomes lines the other way."""
    line = look.fill if look.outline == GREYS.background else look.outline
    if look.hatch and not is_alone:
        pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        return Fill(look.fill, look.text, line, pattern, look.hatch)
    if look.hatch:
        return Fill(look.colour, GREYS.background, look.colour)
    if look.dash[1]:
        return Fill(look.fill, look.text, line, MSO_PATTERN.LIGHT_DOWNWARD_DIAGONAL, look.colour)
    if look.is_hollow:  # an outline alone is for what rests on too few
        return even(GREYS.rule, line)
    return Fill(look.fill, look.text, line)
