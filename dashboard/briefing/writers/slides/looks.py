"""How each meaning is filled on a slide: a colour, and a depth or a pattern that tells it in grey."""

from typing import Any, NamedTuple

from pptx.enum.dml import MSO_PATTERN

from dashboard import theme
from dashboard.charts.action_progress import fills
from dashboard.briefing.writers.slides.letters import GREYS, colour

HUE = theme.signal_colour("light")
_DEPTHS = theme.steps(GREYS.muted, "light")


class Look(NamedTuple):
    """How something is filled.

    Attributes:
        fill: its colour, or that of its pattern.
        text: colour of letters that can be read on it.
        line: colour of its outline.
        pattern: its pattern on white; None where it is filled evenly.
    """

    fill: str
    text: str
    line: str
    pattern: MSO_PATTERN | None = None


def look(meaning: str, place: int = 0, *, is_alone: bool = False) -> Look:
    """Return the look of a meaning.

    Args:
        meaning: that of a series: see `dashboard.briefing.figures.Series`.
        place: which series of the figure it is: where the meaning has no look of its own.
        is_alone: whether no other stands beside it, so that it needs no pattern.
    """
    found = _looks().get(meaning) or _grey(_DEPTHS[place % len(_DEPTHS)])
    is_even = is_alone or found.pattern is None
    return found._replace(pattern=None, text=_on(found.fill)) if is_even else found


def appraised(meaning: str) -> str:
    """Return the hue of a meaning: its own where it has one, else that of what is neutral."""
    cues = theme.APPRAISALS["light"]
    return cues[meaning].colour if meaning in cues else HUE


def fill(shape: Any, of: Look) -> None:
    """Fill a part of a chart.

    Args:
        shape: its format: that of a series, or of a point.
        of: the look.
    """
    if of.pattern is None:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(of.fill)
    else:
        shape.fill.patterned()
        shape.fill.pattern = of.pattern
        shape.fill.fore_color.rgb = colour(of.fill)
        shape.fill.back_color.rgb = colour(GREYS.background)
    shape.line.color.rgb = colour(of.line)


def hollow(of: Look) -> Look:
    """Return the look of what rests on too few: the outline alone."""
    return Look(GREYS.background, GREYS.text, of.line)


def _looks() -> dict[str, Look]:
    """Return the look of each meaning that has one."""
    hues = {meaning: _hue(cue.colour) for meaning, cue in theme.APPRAISALS["light"].items()}
    progress = {word: Look(one.fill, one.text, one.outline) for word, one in fills("light").items()}
    return {
        **hues,
        "strength": hues["strength"]._replace(pattern=MSO_PATTERN.WIDE_UPWARD_DIAGONAL),
        "mixed": hues["mixed"]._replace(pattern=MSO_PATTERN.NARROW_HORIZONTAL),
        **progress,
        "set aside": Look(GREYS.muted, GREYS.text, GREYS.muted, MSO_PATTERN.LIGHT_UPWARD_DIAGONAL),
        "earlier": Look(GREYS.rule, GREYS.text, GREYS.muted),
        "now": _hue(HUE),
        "seen again": _hue(HUE),
        "overlaps": Look(HUE, GREYS.text, HUE, MSO_PATTERN.LIGHT_UPWARD_DIAGONAL),
        "not seen": Look(GREYS.rule, GREYS.text, GREYS.muted),
        "too early": Look(GREYS.muted, GREYS.text, GREYS.muted, MSO_PATTERN.PERCENT_10),
    }


def _hue(hexadecimal: str) -> Look:
    """Return an even fill of one hue."""
    return Look(hexadecimal, _on(hexadecimal), hexadecimal)


def _grey(step: theme.Step) -> Look:
    """Return an even fill of one depth of grey, with an outline that the lightest needs."""
    return Look(step.fill, step.text, GREYS.muted)


def _on(hexadecimal: str) -> str:
    """Return a colour of letters that can be read on a fill."""
    texts = (GREYS.background, GREYS.text)
    return max(texts, key=lambda text: theme.contrast(text, hexadecimal))
