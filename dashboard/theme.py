"""The look of the product: each hue has one meaning, and each meaning a second cue.

Blue and orange carry strength and problem, as in NHS Making Data Count; teal in three depths
carries the layers, which have an order; greys carry structure. No meaning is told by colour alone:
each has a marker symbol too. Red never stands against green. Every colour reaches a contrast of
4.5:1 on its ground, so that it serves for text as well as for marks. Where a share is a depth of
one hue, the depths are few enough to be told apart, and text can be read on each.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

import plotly.graph_objects as go

Mode = Literal["light", "dark"]

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
FONT_SIZE = 13


@dataclass(frozen=True)
class Ground:
    """The greys that structure a page in one mode."""

    background: str
    surface: str  # a panel on the background, such as the sidebar
    text: str
    muted: str  # text of second rank
    rule: str  # borders
    grid: str  # gridlines and tracks: there to be overlooked
    link: str


class Cue(NamedTuple):
    """How one meaning is shown: a colour, and a marker symbol that tells it without colour."""

    colour: str
    symbol: str


class Step(NamedTuple):
    """One depth of a hue, and the colour of text that can be read on it."""

    fill: str
    text: str


READABLE = 4.5
"""Contrast that text needs (WCAG 2.2, success criterion 1.4.3)."""

DEPTHS = (0.07, 0.25, 0.45, 0.7, 1.0)
"""How much of a hue is in each of its steps, from the ground to the hue itself."""

GROUNDS: dict[Mode, Ground] = {
    "light": Ground(
        background="#FFFFFF",
        surface="#F5F6F7",
        text="#0F1419",
        muted="#565F69",
        rule="#D3D8DD",
        grid="#E8EBEE",
        link="#1F5C99",
    ),
    "dark": Ground(
        background="#111418",
        surface="#1A1F25",
        text="#E9ECEF",
        muted="#A7B0BA",
        rule="#3A434D",
        grid="#262D35",
        link="#8CC0F5",
    ),
}

APPRAISALS: dict[Mode, dict[str, Cue]] = {
    "light": {
        "problem": Cue("#B64A00", "circle"),
        "strength": Cue("#1464A5", "diamond"),
        "mixed": Cue("#59626C", "triangle-up"),
        "neutral": Cue("#6B5794", "square"),
    },
    "dark": {
        "problem": Cue("#F59A4C", "circle"),
        "strength": Cue("#6CB4F5", "diamond"),
        "mixed": Cue("#A9B2BC", "triangle-up"),
        "neutral": Cue("#B7A6E3", "square"),
    },
}

# The layers go from the front line inwards: the further from the family, the deeper the tone.
LAYERS: dict[Mode, dict[str, Cue]] = {
    "light": {
        "front-line": Cue("#12827B", "pentagon"),
        "local-strategic": Cue("#0B5C5C", "hexagon"),
        "national": Cue("#06373B", "star"),
    },
    "dark": {
        "front-line": Cue("#2E9C92", "pentagon"),
        "local-strategic": Cue("#6DCFC0", "hexagon"),
        "national": Cue("#C8F2E8", "star"),
    },
}
OTHER_LAYER: dict[Mode, Cue] = {
    "light": Cue("#6A737D", "cross"),
    "dark": Cue("#98A2AD", "cross"),
}

# What changes over time is neither good nor bad: greys, and the hue of what is neutral. Which rule
# makes a point a signal is told by its shape and in words.
SIGNALS = {
    "outside": "diamond",
    "shift": "square",
    "trend": "triangle-up",
    "two of three": "star",
}
POINT = "circle"


# How strong an action is, is no appraisal of practice: greys, the stronger the deeper, and words.
STRENGTHS = {"strong": 4, "intermediate": 2, "weak": 1}
"""The step of grey of each strength of an action; what is not known has no fill."""


def ground(mode: Mode) -> Ground:
    """Return the greys of a mode."""
    return GROUNDS[mode]


def appraisal_cue(appraisal: str, mode: Mode) -> Cue:
    """Return the colour and symbol of problem, strength, mixed or neutral."""
    return APPRAISALS[mode][appraisal]


def layer_cue(layer: str | None, mode: Mode) -> Cue:
    """Return the colour and symbol of a layer.

    Args:
        layer: the layer's id. Only the three layers of the Learning Together model have a hue:
            every other framework's layers, and none, are grey and told apart by their names.
        mode: "light" or "dark".
    """
    return LAYERS[mode].get(layer or "", OTHER_LAYER[mode])


def signal_colour(mode: Mode) -> str:
    """Return the colour of what stands out, where to stand out is neither good nor bad."""
    return APPRAISALS[mode]["neutral"].colour


def strength_fill(strength: str, mode: Mode) -> str:
    """Return the fill of a strength of actions: strong, intermediate, weak; none for any other."""
    greys = ground(mode)
    step = STRENGTHS.get(strength)
    return greys.background if step is None else steps(greys.muted, mode)[step].fill


@cache
def template(mode: Mode) -> go.layout.Template:
    """Return the plotly template of a mode: quiet ground, faint gridlines, horizontal text."""
    greys = ground(mode)
    axis = {
        "gridcolor": greys.grid,
        "linecolor": greys.rule,
        "zerolinecolor": greys.rule,
        "tickcolor": greys.rule,
        "tickfont": {"color": greys.muted, "size": 12},
        "title": {"font": {"color": greys.muted, "size": 12}},
        "tickangle": 0,
        "automargin": False,
    }
    return go.layout.Template(
        layout={
            "paper_bgcolor": greys.background,
            "plot_bgcolor": greys.background,
            "font": {"family": FONT, "size": FONT_SIZE, "color": greys.text},
            "colorway": [cue.colour for cue in APPRAISALS[mode].values()],
            "xaxis": axis,
            "yaxis": axis,
            "legend": {"orientation": "h", "font": {"size": 12}, "bgcolor": "rgba(0,0,0,0)"},
            "hoverlabel": {
                "align": "left",
                "bgcolor": greys.surface,
                "bordercolor": greys.rule,
                "font": {"family": FONT, "size": FONT_SIZE, "color": greys.text},
            },
            "modebar": {
                "bgcolor": "rgba(0,0,0,0)",
                "color": greys.muted,
                "activecolor": greys.text,
            },
        }
    )


def steps(colour: str, mode: Mode) -> tuple[Step, ...]:
    """Return the steps of one hue from just off the ground to the hue itself.

    Args:
        colour: the hue, such as that of problem.
        mode: "light" or "dark".
    """
    greys = ground(mode)
    fills = [_mixed(colour, greys.background, depth) for depth in DEPTHS]
    return tuple(Step(fill, _readable_on(fill, greys)) for fill in fills)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def _readable_on(fill: str, greys: Ground) -> str:
    """Return a colour of text for a fill; of black and white one always serves."""
    texts = (greys.text, greys.background, "#000000", "#FFFFFF")
    return next(text for text in texts if contrast(text, fill) >= READABLE)


def _mixed(colour: str, under: str, share: float) -> str:
    """Return a colour laid over another."""
    pairs = zip(_channels(colour), _channels(under), strict=True)
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02X}" for a, b in pairs)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    values = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> list[int]:
    """Return red, green and blue of a colour, 0 to 255 each."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
