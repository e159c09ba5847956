"""How each meaning looks in print: a colour, and a shape or a fill that tells it without colour.

The colours are those of the pages. In a black and white print the fills of a bar are told apart by
how deep they are, by hatching and by their outline.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard import theme
from dashboard.briefing.figures import Series

GREYS = theme.ground("light")


@dataclass(frozen=True)
class Look:
    """How one meaning looks.

    Attributes:
        colour: of its lines and points.
        symbol: of its points, as Vega names it.
        is_hollow: whether its points have no fill.
        fill: of its part of a bar.
        outline: of its part of a bar.
        dash: pixels drawn and left out in that outline.
        hatch: colour of the lines over the fill; empty for none.
    """

    colour: str
    symbol: str = "circle"
    is_hollow: bool = False
    fill: str = GREYS.background
    outline: str = GREYS.background
    dash: tuple[int, int] = (1, 0)
    hatch: str = ""

    @property
    def text(self) -> str:
        """The colour of letters that can be read on its fill."""
        shades = (GREYS.text, GREYS.background)
        return max(shades, key=lambda shade: theme.contrast(shade, self.fill))


def looks(series: Sequence[Series]) -> dict[Series, Look]:
    """Return how each series looks; what has a meaning not known here is a grey of its own."""
    found: dict[Series, Look] = {}
    unknown = [one for one in series if one.meaning not in _KNOWN]
    for one in series:
        found[one] = (
            _unknown(unknown.index(one), len(unknown)) if one in unknown else _KNOWN[one.meaning]
        )
    return found


def _solid(colour: str, symbol: str = "circle") -> Look:
    """Return the look of what is drawn in one colour."""
    return Look(colour, symbol, fill=colour)


def _unknown(place: int, of: int) -> Look:
    """Return a grey: the only one, or one of several from pale to deep."""
    depths = theme.steps(GREYS.muted, "light")
    depth = depths[3 if of == 1 else min(1 + place, len(depths) - 1)]
    symbol = ("circle", "square", "triangle-up", "diamond")[place % 4]
    return replace(_solid(GREYS.muted, symbol), fill=depth.fill)


def _known() -> dict[str, Look]:
    """Return the look of each meaning."""
    hue, muted = theme.signal_colour("light"), GREYS.muted
    depths = [step.fill for step in theme.steps(muted, "light")]
    bare = Look(muted, outline=muted)
    appraised = {
        name: _solid(cue.colour, cue.symbol) for name, cue in theme.APPRAISALS["light"].items()
    }
    hatched = appraised["strength"].colour
    pale = theme.steps(appraised["mixed"].colour, "light")[1].fill
    mild = theme.steps(appraised["neutral"].colour, "light")[3].fill
    return {
        "problem": appraised["problem"],
        "strength": replace(
            appraised["strength"], fill=GREYS.background, outline=hatched, hatch=hatched
        ),
        "mixed": replace(appraised["mixed"], fill=pale),
        "neutral": replace(appraised["neutral"], fill=mild),
        "earlier": replace(bare, is_hollow=True),
        "now": _solid(hue),
        "overdue": replace(_solid(hue), outline=GREYS.text),
        "open": replace(bare, fill=depths[0]),
        "complete": replace(bare, fill=depths[1]),
        "awaiting sign-off": replace(bare, fill=depths[2]),
        "signed off": replace(bare, fill=depths[3]),
        "set aside": replace(bare, hatch=GREYS.rule),
        "not recorded": replace(bare, dash=(2, 2)),
        "seen again": replace(_solid(hue), outline=hue),
        "overlaps": replace(bare, colour=hue, outline=hue, hatch=hue),
        "not seen": replace(bare, fill=GREYS.rule),
        "too early": replace(bare, dash=(2, 2)),
        **{name: _solid(cue.colour) for name, cue in theme.LAYERS["light"].items()},
        **{
            name: replace(bare, fill=theme.strength_fill(name, "light")) for name in theme.STRENGTHS
        },
    }


_KNOWN = _known()
