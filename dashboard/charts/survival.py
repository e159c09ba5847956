"""How long until the factor was seen again: the share in which it was not, falling step by step.

Each group of follow-ups has a panel of its own, one beneath the other on one scale of time: bands
of a handful are wide, and laid over one another they could not be read. Beneath each panel stands
how many are still watched, without which the end of a curve means nothing: where they are too few,
the line is dotted. A group of too few has its line of words and no curve.
"""

import html
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import FEWEST_FOLLOW_UPS, Curve, Survival
from dashboard.sentences.after_action import MONTH, YEAR, duration, within
from dashboard.sentences.counts import TOO_FEW, count, percent

Y_AXIS = "Share in which the factor has not been seen again"
X_AXIS = "Time to later practice ({})"
LEFT, RIGHT = 68, 42
TOP, BOTTOM = 30, 4
AXIS_TITLE = 22
NAME_LINE = 18
LINE = 54  # characters of a panel's line of words on a telephone
NAME_SPACE = 12  # between the words and the plot, in which a mark at 100% needs room
PLOT, PLOT_ALONE = 150, 240
BENEATH = 62  # ticks, numbers and the space to the next panel
TICKS_TO_NUMBERS = 34
NEAR_ALL = 0.85
STEPS = {"months": (1, 3, 6), "years": (1, 2, 5, 10)}
TICKS_AT_MOST = 7
SHORT = 2
"""In years: if all was watched for less, the axis is in months."""
Trace = dict[str, Any]


class Panel(NamedTuple):
    """A group with its place, in pixels from the top."""

    curve: Curve
    number: int  # of its axes; 0 for one without a curve
    words: list[str]  # lines of plain text beneath its name
    top: int
    plot: int  # height
    is_last: bool  # with a plot: the title of the axis of time stands beneath it

    @property
    def plot_top(self) -> int:
        """Where its plot begins."""
        return self.top + NAME_LINE * (1 + len(self.words)) + NAME_SPACE

    @property
    def bottom(self) -> int:
        """Where the next panel begins."""
        beneath = BENEATH + AXIS_TITLE * self.is_last
        return self.plot_top + (self.plot + beneath if self.plot else 0)

    @property
    def axis(self) -> str:
        """Return plotly's ending of the names of its axes."""
        return "" if self.number == 1 else str(self.number)


class Scale(NamedTuple):
    """The axis of time."""

    unit: str  # months or years
    days: float  # in one
    end: float  # in the unit
    ticks: list[int]


def survival(curves: Sequence[Curve], mode: theme.Mode) -> go.Figure:
    """Draw a panel for each group: the curve, its 95% band, and how many are still watched.

    Args:
        curves: the groups, in the order to draw them.
        mode: "light" or "dark".

    Returns:
        A figure as high as its panels. Each point of a curve carries `customdata` of the key of its
        group and "seen again" or "not seen".
    """
    panels, scale = _placed(curves), _scale(curves)
    traces = [trace for panel in panels for trace in _traces(panel, scale, mode)]
    return go.Figure({"data": traces, "layout": _layout(panels, scale, mode)})


def key(curves: Sequence[Curve]) -> list[str]:
    """Return what the marks mean that are drawn, each as plain text."""
    drawn = [curve for curve in curves if curve.survival is not None]
    if not drawn:
        return []
    entries = []
    if any(curve.events for curve in drawn):
        entries.append("● seen again")
    if any(curve.events < curve.counted for curve in drawn):
        entries.append("| last looked at, not seen")
    if any(curve.survival and curve.survival.median for curve in drawn):
        entries.append("◆ half seen again")
    has_end = any(curve.survival and curve.told < curve.survival.time.size for curve in drawn)
    return [
        *entries,
        "shaded: 95% interval",
        *([f"dotted: fewer than {FEWEST_FOLLOW_UPS} still watched, {TOO_FEW}"] * has_end),
        "Watched: looked at then or later, and not seen again before",
    ]


def alt_text(curves: Sequence[Curve]) -> str:
    """Describe the chart to a reader who does not see it."""
    drawn = [curve for curve in curves if curve.survival is not None]
    said = [
        f"{count(len(drawn), 'curve')} of the share in which the factor has not been seen again, "
        "by the time to later practice."
    ]
    for curve in curves:
        if curve.survival is None:
            said.append(f"{curve.name}: {_words(curve)}.")
            continue
        median = curve.survival.median
        half = f"an estimated half {within(median.days)}" if median else "median not reached"
        said.append(f"{curve.name}: {_words(curve)}; {half}.")
    return " ".join(said)


def _placed(curves: Sequence[Curve]) -> list[Panel]:
    """Place the panels one beneath the other."""
    height = PLOT_ALONE if len(curves) == 1 else PLOT
    panels, number = [], 0
    plots = sum(curve.survival is not None for curve in curves)
    top = TOP if plots else 0
    for curve in curves:
        number += curve.survival is not None
        panel = Panel(
            curve,
            number if curve.survival is not None else 0,
            wrapped(_words(curve), LINE),
            top,
            height if curve.survival is not None else 0,
            curve.survival is not None and number == plots,
        )
        panels.append(panel)
        top = panel.bottom
    return panels


def _words(curve: Curve) -> str:
    """Return what stands beneath the name of a group."""
    if not curve.counted:
        return "no follow-up with later practice to look at"
    words = f"seen again after {curve.events:,} of {count(curve.counted, 'follow-up')}"
    if curve.shared:
        share = "shares" if curve.shared == 1 else "share"
        words += f" ({curve.shared:,} more {share} the day of one of them)"
    if curve.survival is None:
        return f"{words}: {TOO_FEW}"
    return f"{words}; {_told(curve, curve.survival)}"


def _told(curve: Curve, estimate: Survival) -> str:
    """Return the last share that enough follow-ups stand behind, in words."""
    at = curve.told - 1
    share, days = percent(float(estimate.share[at])), duration(float(estimate.time[at]))
    limits = f"{percent(float(estimate.low[at]))} to {percent(float(estimate.high[at]))}"
    return f"after {days}, {share} were not (95% interval {limits})"


def _scale(curves: Sequence[Curve]) -> Scale:
    """Return the axis of time, the same for all."""
    longest = max((curve.days.max() for curve in curves if curve.survival is not None), default=0)
    unit, days = ("months", MONTH) if longest < SHORT * YEAR else ("years", YEAR)
    end = max(longest / days, 1)
    step = next((step for step in STEPS[unit] if end / step <= TICKS_AT_MOST), STEPS[unit][-1])
    return Scale(unit, days, end, list(range(0, int(end) + 1, step)))


def _traces(panel: Panel, scale: Scale, mode: theme.Mode) -> Iterator[Trace]:
    """Yield what one panel holds."""
    estimate = panel.curve.survival
    if estimate is None:
        return
    greys, hue = theme.ground(mode), theme.signal_colour(mode)
    x = estimate.time / scale.days
    common = {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "xaxis": f"x{panel.axis}",
        "yaxis": f"y{panel.axis}",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }
    steps = {"shape": "hv", "width": 0, "color": greys.grid}
    yield common | {"name": "Upper limit", "y": estimate.high, "line": steps}
    yield common | {
        "name": "95% interval",
        "y": estimate.low,
        "line": steps,
        "fill": "tonexty",
        "fillcolor": greys.grid,
    }
    yield from (common | line for line in _lines(panel.curve, estimate, scale, hue))
    for state, marker in _markers(greys, hue).items():
        yield common | _marks(panel.curve, estimate, state, scale) | {"marker": marker}
    if estimate.median:
        yield common | _half(estimate, scale, hue)


def _lines(curve: Curve, estimate: Survival, scale: Scale, hue: str) -> Iterator[Trace]:
    """Yield the curve: what enough follow-ups stand behind, and its end, which is dotted."""
    x, told = estimate.time / scale.days, curve.told
    # A share holds up to the next step, where the end begins.
    held = estimate.share[told - 1 : told]
    until, after = x[told : told + 1], x[told:]
    look = {"shape": "hv", "color": hue}
    yield {
        "name": curve.name,
        "x": np.concatenate([x[:told], until]),
        "y": np.concatenate([estimate.share[:told], held[: until.size]]),
        "line": look | {"width": 2},
    }
    if after.size:
        yield {
            "name": "Few still watched",
            "x": np.concatenate([until, after]),
            "y": np.concatenate([held, estimate.share[told:]]),
            "line": look | {"width": 1.5, "dash": "dot"},
        }


def _markers(greys: theme.Ground, hue: str) -> dict[str, dict[str, Any]]:
    """Return the look of a day on which some were last looked at, and on which seen again."""
    tick = {"symbol": "line-ns", "size": 11, "line": {"width": 1.5, "color": greys.text}}
    dot = {"symbol": theme.POINT, "size": 6, "color": hue}
    return {"not seen": tick | {"opacity": 1}, "seen again": dot | {"opacity": 1}}


def _marks(curve: Curve, estimate: Survival, state: str, scale: Scale) -> Trace:
    """Return the days on which the factor was seen again, or last looked for."""
    number = estimate.events if state == "seen again" else estimate.censored
    at = np.flatnonzero(number)
    return {
        "mode": "markers",
        "name": "Seen again" if state == "seen again" else "Last looked at",
        "x": estimate.time[at] / scale.days,
        "y": estimate.share[at],
        "customdata": [[curve.key, state] for _ in at],
        "hovertext": [_hover(estimate, int(place)) for place in at],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
    }


def _half(estimate: Survival, scale: Scale, hue: str) -> Trace:
    """Return the mark of the day by which the factor was seen again in half."""
    assert estimate.median is not None
    at = int(np.searchsorted(estimate.time, estimate.median.days))
    return {
        "mode": "markers",
        "name": "Half",
        "x": [estimate.median.days / scale.days],
        "y": [estimate.share[at]],
        "marker": {"symbol": "diamond", "size": 12, "color": hue, "opacity": 1},
        "unselected": {"marker": {"opacity": 1}},
    }


def _hover(estimate: Survival, at: int) -> str:
    """Return what a point says when pointed at."""
    low, high = percent(float(estimate.low[at])), percent(float(estimate.high[at]))
    lines = [
        f"<b>After {duration(float(estimate.time[at]))}</b>",
        f"not seen again in {percent(float(estimate.share[at]))} (95% interval {low} to {high})",
        f"{int(estimate.at_risk[at]):,} watched until then",
    ]
    if estimate.events[at]:
        lines.append(f"{int(estimate.events[at]):,} seen again")
    if estimate.censored[at]:
        lines.append(f"{int(estimate.censored[at]):,} last looked at, not seen")
    return "<br>".join(lines)


def _layout(panels: Sequence[Panel], scale: Scale, mode: theme.Mode) -> dict[str, Any]:
    """Return the layout: axes for each panel, words above and numbers beneath."""
    drawn = [panel for panel in panels if panel.plot]
    height = (panels[-1].bottom if panels else TOP) + BOTTOM
    layout: dict[str, Any] = {
        "template": theme.template(mode),
        "height": height,
        "margin": {"l": LEFT, "r": RIGHT, "t": 0, "b": 0},
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": False,
        # Without a panel plotly would draw axes of its own.
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
    }
    for panel in drawn:
        bottom = 1 - (panel.plot_top + panel.plot) / height
        layout[f"yaxis{panel.axis}"] = {
            "domain": [bottom, bottom + panel.plot / height],
            "range": [0, 1],
            "tickvals": [0, 0.5, 1],
            "tickformat": ".0%",
            "fixedrange": True,
            "anchor": f"x{panel.axis}",
        }
        layout[f"xaxis{panel.axis}"] = {
            "range": [0, scale.end],
            "tickvals": scale.ticks,
            "showgrid": False,
            "fixedrange": True,
            "zeroline": False,
            "anchor": f"y{panel.axis}",
        }
    places = _Places(height, mode)
    layout["annotations"] = [
        *(text for panel in panels for text in places.words(panel)),
        *(text for panel in drawn for text in places.watched(panel, scale)),
        *(places.end(panel, scale) for panel in drawn),
        *(places.titles(drawn[-1], scale) if drawn else []),
    ]
    return layout


class _Places:
    """Texts at places in pixels from the top and the left of the figure."""

    def __init__(self, height: int, mode: theme.Mode) -> None:
        self.height = height
        self.greys = theme.ground(mode)

    def words(self, panel: Panel) -> Iterator[dict[str, Any]]:
        """Yield the name of a group and what is to be said of it."""
        name = f"<b>{html.escape(panel.curve.name, quote=False)}</b>"
        yield self._at_left(panel.top, name, self.greys.text, 13)
        yield self._at_left(panel.top + NAME_LINE, as_plotly(panel.words), self.greys.muted, 12)

    def watched(self, panel: Panel, scale: Scale) -> Iterator[dict[str, Any]]:
        """Yield the row of numbers still watched, beneath the ticks."""
        assert panel.curve.survival is not None
        top = panel.plot_top + panel.plot + TICKS_TO_NUMBERS - 8
        yield self._at_left(top, "Watched", self.greys.muted, 12)
        numbers = panel.curve.survival.watched_at([tick * scale.days for tick in scale.ticks])
        for tick, number in zip(scale.ticks, numbers, strict=True):
            yield self._text(
                f"{int(number):,}",
                self.greys.text,
                12,
                x=tick,
                xref=f"x{panel.axis}",
                xanchor="center",
                y=0,
                yref=f"y{panel.axis}",
                yanchor="top",
                yshift=8 - TICKS_TO_NUMBERS,
            )

    def end(self, panel: Panel, scale: Scale) -> dict[str, Any]:
        """Return the share at the end of what enough follow-ups stand behind."""
        estimate, told = panel.curve.survival, panel.curve.told
        assert estimate is not None
        until, share = min(told, estimate.time.size - 1), float(estimate.share[told - 1])
        return self._text(
            f"<b>{percent(share)}</b>",
            self.greys.text,
            13,
            x=float(estimate.time[until]) / scale.days,
            xref=f"x{panel.axis}",
            xanchor="left",
            xshift=5,
            y=share,
            yref=f"y{panel.axis}",
            # Above a line at the top stand the words.
            yanchor="top" if share > NEAR_ALL else "bottom",
            yshift=-7 if share > NEAR_ALL else 5,
        )

    def titles(self, last: Panel, scale: Scale) -> Iterator[dict[str, Any]]:
        """Yield what the axes are: that of shares above all, that of time beneath the last."""
        yield self._at_left(4, Y_AXIS, self.greys.muted, 12)
        top = last.plot_top + last.plot + BENEATH - 10
        yield self._at_left(top, X_AXIS.format(scale.unit), self.greys.muted, 12)

    def _at_left(self, top: float, text: str, colour: str, size: int) -> dict[str, Any]:
        """Return a text at the left edge of the figure."""
        return self._text(
            text,
            colour,
            size,
            x=0,
            xref="paper",
            xanchor="left",
            xshift=-LEFT,
            y=1 - top / self.height,
            yref="paper",
            yanchor="top",
        )

    def _text(self, text: str, colour: str, size: int, **place: Any) -> dict[str, Any]:
        """Return a text."""
        font = {"color": colour, "size": size}
        look = {"text": text, "font": font, "align": "left", "showarrow": False, "borderpad": 0}
        return look | place
