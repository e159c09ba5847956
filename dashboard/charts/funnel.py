"""A funnel: how far the agencies lie apart, beside how far chance alone would put them.

The limits narrow as reviews grow in number: few reviews may lie far out and mean nothing. An agency
beyond a limit has a symbol of its own and its name beside it; one with few reviews is hollow and is
never flagged.
"""

from collections.abc import Sequence
from math import log10
from typing import Any, NamedTuple

import numpy as np
import plotly.graph_objects as go

from dashboard import theme
from dashboard.by_agency import InFunnel
from dashboard.charts.factor_by_agency import number
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import FEWEST_INVOLVED, funnel_limits
from dashboard.sentences.counts import count, listed, percent

NAME_LINE = 20
MANY_REVIEWS = 100
"""With more reviews than this at one agency a log axis parts those of few, else a heap."""
TICKS = (1, 5, 20, 100, 500, 2000, 10_000)

LEVELS = ((0.998, "dash", "99.8%"), (0.95, "dot", "95%"))
SYMBOLS = {"high": "triangle-up", "low": "triangle-down"}
HEIGHT = 460
TOP = 34
BOTTOM = 46
ROOM_FOR_ENDS = 76
"""Pixels at the right, where the lines are named."""
WIDTH = 420
"""Pixels between the axis and the right that names are placed for: the width is not known here."""
LINE_HEIGHT = 15
LETTER = 6.5
MARK = 14


class _Box(NamedTuple):
    """A part of the chart, in pixels."""

    left: float
    right: float
    bottom: float
    top: float

    def touches(self, other: "_Box") -> bool:
        """Say whether two parts lie on one another."""
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.top <= other.bottom or other.top <= self.bottom)


def funnel(
    points: Sequence[InFunnel], baseline: float, mode: theme.Mode, appraisal: str, *, in_same: bool
) -> go.Figure:
    """Draw each agency's share by the number of its reviews, within the limits of chance.

    Args:
        points: the agencies; one whose involvement is not recorded has no place and is not drawn.
        baseline: share of all, 0 to 1.
        mode: "light" or "dark".
        appraisal: the appraisal that is shown.
        in_same: whether the factor is only known to be in the same review.

    Returns:
        A figure as wide as there is room. Each mark carries `customdata` of factor_id, agency_id
        and attribution.
    """
    drawn = [point for point in points if point.cell.reviews_assessed and point.cell.is_assessed]
    most = max((point.cell.reviews_assessed or 0 for point in drawn), default=1)
    return go.Figure(
        {
            "data": [
                *_limits(baseline, most, mode),
                _baseline(baseline, most, mode),
                *_marks(drawn, mode, appraisal),
                *_names(drawn, most, _top(drawn, baseline), mode),
            ],
            "layout": _layout(drawn, baseline, most, mode, in_same=in_same),
        }
    )


def alt_text(points: Sequence[InFunnel], baseline: float) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        points: the agencies that the chart draws.
        baseline: share of all, 0 to 1.
    """
    drawn = [point for point in points if point.cell.reviews_assessed and point.cell.is_assessed]
    outside = [point for point in drawn if point.is_outside]
    few = sum(point.funnel == "too few" for point in drawn)
    named = [f"{point.cell.agency_label} ({number(point.cell)})" for point in outside[:3]]
    return " ".join(
        [
            f"Funnel of {count(len(drawn), 'agency', 'agencies')} around {percent(baseline)}.",
            f"Beyond the 95% limits: {len(outside)}{', ' + listed(named) if named else ''}.",
            f"Too few reviews to be flagged: {few}.",
        ]
    )


def _trace(**trace: Any) -> dict[str, Any]:
    """Return a trace with what all have in common; a click fades none of them."""
    kept: dict[str, Any] = {"marker": {"opacity": 1}}
    if "textfont" in trace:
        kept["textfont"] = {"color": trace["textfont"]["color"]}
    common = {"type": "scatter", "hoverinfo": "skip", "cliponaxis": False, "showlegend": False}
    return common | {"unselected": kept} | trace


def _limits(baseline: float, most: int, mode: theme.Mode) -> list[dict[str, Any]]:
    """Return the four limits; they begin where an agency can be flagged."""
    lines = []
    reviews = np.arange(FEWEST_INVOLVED, max(most, FEWEST_INVOLVED) + 1)
    for level, dash, _ in LEVELS:
        for limit in funnel_limits(baseline, reviews, level):
            lines.append(
                _trace(
                    mode="lines",
                    x=reviews,
                    y=limit,
                    line={"color": theme.ground(mode).muted, "width": 1.2, "dash": dash},
                    cliponaxis=True,
                )
            )
    return lines


def _baseline(baseline: float, most: int, mode: theme.Mode) -> dict[str, Any]:
    """Return the line of all."""
    line = {"color": theme.ground(mode).text, "width": 1.2}
    return _trace(mode="lines", x=[1, most], y=[baseline, baseline], line=line)


def _marks(points: Sequence[InFunnel], mode: theme.Mode, appraisal: str) -> list[dict[str, Any]]:
    """Return the agencies: circles within the limits, hollow if few, triangles beyond."""
    greys, hue = theme.ground(mode), theme.appraisal_cue(appraisal, mode).colour
    marks = []
    for funnel_place in dict.fromkeys(point.funnel for point in points):
        alike = [point for point in points if point.funnel == funnel_place]
        side = funnel_place.partition("_")[0]
        is_outside = side in SYMBOLS
        is_hollow = funnel_place == "too few"
        marks.append(
            _trace(
                mode="markers",
                name=funnel_place,
                x=[point.cell.reviews_assessed for point in alike],
                y=[point.cell.share for point in alike],
                marker={
                    "symbol": SYMBOLS.get(side, "circle"),
                    "size": 13 if is_outside else 9,
                    "color": hue if is_outside else greys.background if is_hollow else greys.muted,
                    "line": {
                        "color": greys.text if alike[0].is_far_outside else greys.muted,
                        "width": 2 if alike[0].is_far_outside else 1,
                    },
                    "opacity": 1,
                },
                customdata=[
                    [point.cell.factor_id, point.cell.agency_id, point.cell.attribution]
                    if point.cell.reviews_with
                    else []
                    for point in alike
                ],
                hovertext=[_hover(point) for point in alike],
                hoverinfo="text",
            )
        )
    return marks


def _hover(point: InFunnel) -> str:
    """Return what a mark says when pointed at; the table says it too."""
    name = as_plotly(wrapped(point.cell.agency_label))
    return f"<b>{name}</b><br>{number(point.cell)}"


def _names(
    points: Sequence[InFunnel], most: int, top: float, mode: theme.Mode
) -> list[dict[str, Any]]:
    """Return the names of those beyond a limit, each on the side where there is room."""
    traces = []
    for is_right in (False, True):
        named = [
            point for point in _with_room(points, most, top) if _is_right(point, most) == is_right
        ]
        traces.append(
            _trace(
                mode="text",
                x=[point.cell.reviews_assessed for point in named],
                y=[point.cell.share for point in named],
                text=[_beside(point.cell.agency_label, is_right=is_right) for point in named],
                textposition="middle left" if is_right else "middle right",
                textfont={"color": theme.ground(mode).text, "size": 12},
            )
        )
    return [trace for trace in traces if trace["x"]]


def _with_room(points: Sequence[InFunnel], most: int, top: float) -> list[InFunnel]:
    """Return those beyond a limit whose names lie on no mark and no other name.

    Those beyond the outer limit come first, and of these the ones with most reviews.
    """
    outside = sorted(
        (point for point in points if point.is_outside),
        key=lambda point: (not point.is_far_outside, -(point.cell.reviews_assessed or 0)),
    )
    named: list[tuple[InFunnel, _Box]] = []
    for point in outside:
        box = _box_of_name(point, most, top)
        marks = (_box_of_mark(other, most, top) for other in points if other is not point)
        if not any(box.touches(taken) for taken in (*marks, *(held for _, held in named))):
            named.append((point, box))
    return [point for point, _ in named]


def _box_of_name(point: InFunnel, most: int, top: float) -> _Box:
    """Return the room that a name takes beside its mark."""
    lines = wrapped(point.cell.agency_label, NAME_LINE)
    width = max(map(len, lines)) * LETTER + MARK
    x, y = _place(point, most, top)
    left = x - width if _is_right(point, most) else x
    height = len(lines) * LINE_HEIGHT
    return _Box(left, left + width, y - height / 2, y + height / 2)


def _box_of_mark(point: InFunnel, most: int, top: float) -> _Box:
    """Return the room that a mark takes."""
    x, y = _place(point, most, top)
    return _Box(x - MARK / 2, x + MARK / 2, y - MARK / 2, y + MARK / 2)


def _place(point: InFunnel, most: int, top: float) -> tuple[float, float]:
    """Return where a mark is on a chart of middling width, in pixels."""
    return _across(point, most) * WIDTH, point.cell.share / top * (HEIGHT - TOP - BOTTOM)


def _across(point: InFunnel, most: int) -> float:
    """Return how far to the right an agency lies, 0 to 1."""
    reviews = point.cell.reviews_assessed or 1
    return log10(reviews) / log10(most) if most > MANY_REVIEWS else reviews / most


def _is_right(point: InFunnel, most: int) -> bool:
    """Say whether an agency lies in the right half of the chart."""
    return _across(point, most) > 0.5


def _beside(name: str, *, is_right: bool) -> str:
    """Return a name with a gap between it and its mark."""
    gap = "\u00a0\u00a0\u00a0"  # another space is dropped at the end of a line
    lines = wrapped(name, NAME_LINE)
    spaced = [line + gap if is_right else gap + line for line in lines]
    return as_plotly(spaced)


def _layout(
    points: Sequence[InFunnel], baseline: float, most: int, mode: theme.Mode, *, in_same: bool
) -> dict[str, Any]:
    """Return the layout: zero where zero is, and the lines named at their ends."""
    greys = theme.ground(mode)
    top = _top(points, baseline)
    stands = "stands" if in_same else "was involved"
    is_log = most > MANY_REVIEWS
    end = most * 1.02
    return {
        "template": theme.template(mode),
        "height": HEIGHT,
        "margin": {"l": 42, "r": ROOM_FOR_ENDS, "t": TOP, "b": BOTTOM},
        "xaxis": {
            "type": "log" if is_log else "linear",
            "range": [log10(0.9), log10(end * 1.08)] if is_log else [0, end],
            "tickvals": TICKS if is_log else None,
            "title": {"text": f"Reviews in which the agency {stands}"},
            "zeroline": False,
            "showgrid": False,
            "showline": True,
            "fixedrange": True,
        },
        "yaxis": {"range": [0, top], "tickformat": ".0%", "zeroline": True, "fixedrange": True},
        "annotations": [_axis_name(mode), *_ends(baseline, most, top, greys)],
        "hovermode": "closest",
        "hoverdistance": 25,
        "dragmode": False,
    }


def _top(points: Sequence[InFunnel], baseline: float) -> float:
    """Return where the axis ends: above every share, and above the limit of the fewest reviews."""
    highest = max((point.cell.share for point in points), default=0)
    limit = float(funnel_limits(baseline, np.array([FEWEST_INVOLVED]), 0.95)[1][0])
    return min(1.04, max(highest, limit) * 1.08)


def _axis_name(mode: theme.Mode) -> dict[str, Any]:
    """Return the name of the upright axis, level and above it."""
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xshift": -38, "yshift": 8}
    how = {"xanchor": "left", "yanchor": "bottom", "showarrow": False}
    font = {"size": 12, "color": theme.ground(mode).muted}
    return {"text": "Share of them in which it is found", "font": font} | place | how


def _ends(baseline: float, most: int, top: float, greys: theme.Ground) -> list[dict[str, Any]]:
    """Return the names of the upper limits and of the line of all, none upon another."""
    reviews = np.array([max(most, FEWEST_INVOLVED)])
    ends = [
        (f"{name} limit", float(funnel_limits(baseline, reviews, level)[1][0]))
        for level, _, name in LEVELS
    ]
    ends.append((f"All: {percent(baseline)}", baseline))
    apart = LINE_HEIGHT * top / (HEIGHT - TOP - BOTTOM)
    named, below = [], top + apart
    for text, y in ends:
        below = min(y, below - apart)
        named.append(
            {
                "text": text,
                "xref": "paper",
                "x": 1,
                "xshift": 4,
                "y": below,
                "xanchor": "left",
                "showarrow": False,
                "font": {"size": 11, "color": greys.muted},
            }
        )
    return named
