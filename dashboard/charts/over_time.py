"""Several factors over time: one below the other on the same scale, so that times stand in line.

One below the other and not side by side: so each keeps the whole width, on a telephone too, and
what happened at the same time stands at the same place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts import points, time_axis
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.course import Course, Period
from dashboard.sentences.counts import count, found_of, listed, percent

TEXT_HEIGHT = 17
PANEL_HEIGHT = 60
SPACE = 26
SPACE_ABOVE = 8
ABOVE, AXIS_HEIGHT = 4, 84
LEFT, RIGHT = 44, 36
POINT_SIZE = 4
NAME_LINE = 40
"""Characters of a name in bold: what a chart 360 pixels wide holds."""


@dataclass(frozen=True)
class _Panel:
    """Where one factor stands, in pixels from the top."""

    course: Course
    name: list[str]
    beneath: list[str]
    top: float

    @property
    def plot_top(self) -> float:
        return self.top + TEXT_HEIGHT * (len(self.name) + len(self.beneath)) + 6

    @property
    def plot_bottom(self) -> float:
        return self.plot_top + PANEL_HEIGHT


def over_time(
    courses: Sequence[Course], basis: str, mode: theme.Mode, noted: Sequence[time_axis.Dated] = ()
) -> go.Figure:
    """Draw the share of each factor in each period, with its interval.

    Args:
        courses: the factors, in the order to draw; all of them have the same periods.
        basis: what the axis is: "Period of practice" or "Period of publication".
        mode: "light" or "dark".
        noted: notes, in the order of their list: a thin line with its number for each.

    Returns:
        A figure as high as its factors. Each point carries `customdata` of factor_id, appraisal,
        and the first and last day of its period.
    """
    panels = _panels(courses)
    of = {id(panel.course): panel for panel in panels}
    end = points.highest(courses)
    greys = theme.ground(mode)

    def y(course: Course, share: float) -> float:
        panel = of[id(course)]
        return panel.plot_bottom - PANEL_HEIGHT * min(share, end) / end

    def full(course: Course, _: float) -> float:
        return of[id(course)].plot_top

    periods = [point.period for point in courses[0].points] if courses else []
    bottom = panels[-1].plot_bottom if panels else 0
    traces = [
        points.shades(courses, full, y, greys.surface),
        _rules(panels, periods, mode),
        points.bands(courses, y, greys.grid),
        *time_axis.notes(noted, periods, [(p.plot_top, p.plot_bottom) for p in panels], mode),
        points.lines(courses, y, greys.muted),
        points.without_reviews(courses, y, greys.muted),
        _names(panels, mode),
        _scale(panels, end, mode),
        *points.marks(courses, y, end, POINT_SIZE, mode),
    ]
    drawn = [trace for trace in traces if len(trace["x"])]
    return go.Figure({"data": drawn, "layout": _layout(courses, bottom, basis, mode)})


def key(courses: Sequence[Course]) -> list[str]:
    """Return what the marks mean that are drawn, each as plain text."""
    return points.key(courses, points.highest(courses))


def alt_text(courses: Sequence[Course], basis: str) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        courses: the factors that are drawn.
        basis: what the axis is.
    """
    if not courses:
        return "No factor over time."
    changing = [course.label for course in courses if course.signals()]
    periods = count(len(courses[0].points), "period")
    signals = f"Signals of change: {listed(changing)}." if changing else "No signal of change."
    numbers = [f"{course.label}, {_latest(course)}" for course in courses[:3]]
    return (
        f"Lines with 95% intervals: {count(len(courses), 'factor')} by share of the reviews "
        f"assessed, {periods}, by {basis.lower()}. Latest: {'; '.join(numbers)}. {signals}"
    )


def _panels(courses: Sequence[Course]) -> list[_Panel]:
    """Place the factors one below the other."""
    panels, top = [], float(SPACE_ABOVE)
    for course in courses:
        beneath = [_latest(course), *_breaks(course)]
        panels.append(_Panel(course, wrapped(course.label, NAME_LINE), beneath, top))
        top = panels[-1].plot_bottom + SPACE
    return panels


def _latest(course: Course) -> str:
    """Return the number of the latest whole period: "Q1 2025/26 (Apr-Jun): 35 of 80 (44%)"."""
    point = course.latest
    if point is None:
        return "not assessed in any period"
    said = f"{point.period.name}: {found_of(point.reviews_with, point.reviews_assessed)}"
    return said if point.is_whole else f"{said}, incomplete"


def _breaks(course: Course) -> list[str]:
    """Return in words where the line breaks, but for periods without reviews."""
    said = [time_axis.why(broken) for broken in course.breaks if broken.reason != "no reviews"]
    if course.changes:
        said.append(time_axis.changed(course))
    return list(dict.fromkeys(said))


def _names(panels: Sequence[_Panel], mode: theme.Mode) -> points.Trace:
    """Return the names of the factors, each with its latest number beneath."""
    muted = theme.ground(mode).muted
    return {
        "type": "scatter",
        "mode": "text",
        "name": "Factors",
        "x": [-time_axis.HALF] * len(panels),
        "y": [(panel.top + panel.plot_top - 6) / 2 for panel in panels],
        "text": [
            f"<b>{as_plotly(panel.name)}</b><br>"
            f'<span style="color:{muted};font-size:12px">{as_plotly(panel.beneath)}</span>'
            for panel in panels
        ],
        "textposition": "middle right",
        "textfont": {"color": theme.ground(mode).text},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }


def _scale(panels: Sequence[_Panel], end: float, mode: theme.Mode) -> points.Trace:
    """Return zero and the end of the scale, at the left of each factor."""
    return {
        "type": "scatter",
        "mode": "text",
        "name": "Scale",
        "x": [-time_axis.HALF] * 2 * len(panels),
        "y": [y for panel in panels for y in (panel.plot_top, panel.plot_bottom)],
        "text": [text for _ in panels for text in (f"{percent(end)} ", "0% ")],
        "textposition": "middle left",
        "textfont": {"color": theme.ground(mode).muted, "size": 11},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }


def _rules(panels: Sequence[_Panel], periods: Sequence[Period], mode: theme.Mode) -> points.Trace:
    """Return zero, the end of the scale, and a tick for each period that is named."""
    left, right = -time_axis.HALF, len(periods) - time_axis.HALF
    xs: list[float | None] = []
    ys: list[float | None] = []
    for panel in panels:
        for y in (panel.plot_top, panel.plot_bottom):
            xs += [left, right, None]
            ys += [y, y, None]
        for period in time_axis.labelled(periods):
            xs += [period.place, period.place, None]
            ys += [panel.plot_bottom, panel.plot_bottom + 4, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Grid",
        "x": xs,
        "y": ys,
        "line": {"color": theme.ground(mode).rule, "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _layout(
    courses: Sequence[Course], bottom: float, basis: str, mode: theme.Mode
) -> dict[str, Any]:
    """Return the layout: the periods stand beneath the last factor."""
    periods = [point.period for point in courses[0].points] if courses else []
    end = bottom + 8
    axis = time_axis.axis(periods) | {
        "title": {"text": f"{basis} (the same scale for all)", "standoff": 10}
    }
    return {
        "template": theme.template(mode),
        "height": round(ABOVE + end + AXIS_HEIGHT),
        "margin": {"l": LEFT, "r": RIGHT, "t": ABOVE, "b": AXIS_HEIGHT},
        "xaxis": axis,
        "yaxis": {"range": [end, 0], "visible": False, "fixedrange": True},
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": False,
    }
