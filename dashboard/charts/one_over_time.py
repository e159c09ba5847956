"""One factor over time: its share with interval, its middle, its limits, and the signals of change.

From twelve whole periods with reviews enough to tell on a p-chart, whose limits widen where there
are few reviews; below that a run chart, which says so. Where its line breaks, the reason stands
above, in words.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts import points, time_axis
from dashboard.course import Course
from dashboard.estimates import FEWEST_PERIODS, TOO_FEW_REVIEWS
from dashboard.sentences.counts import count, found_of, percent

PLOT_HEIGHT = 300
AXIS_HEIGHT = 84
LEFT, RIGHT = 44, 64
POINT_SIZE = 7


def one_over_time(
    course: Course, basis: str, mode: theme.Mode, noted: Sequence[time_axis.Dated] = ()
) -> go.Figure:
    """Draw the share of one factor in each period.

    Args:
        course: the factor.
        basis: what the axis is: "Period of practice" or "Period of publication".
        mode: "light" or "dark".
        noted: notes, in the order of their list: a thin line with its number for each.

    Returns:
        A figure. Each point carries `customdata` of factor_id, appraisal, and the first and last
        day of its period.
    """
    end = points.highest([course], with_interval=True)
    shares = {"tickformat": ".0%", "dtick": end / 5 if end < 0.75 else 0.25}
    greys = theme.ground(mode)

    def y(_: Course, share: float) -> float:
        return min(share, end)

    def full(_: Course, __: float) -> float:
        return end

    periods = [point.period for point in course.points]
    traces = [
        points.shades([course], full, y, greys.surface),
        points.bands([course], y, greys.grid),
        *_limits(course, end, mode),
        *_middle(course, mode),
        *time_axis.notes(noted, periods, [(end, 0)], mode),
        points.lines([course], y, greys.muted),
        points.without_reviews([course], y, greys.muted),
        *points.marks([course], y, end, POINT_SIZE, mode),
    ]
    drawn = [trace for trace in traces if len(trace["x"])]
    return go.Figure({"data": drawn, "layout": layout(course, end, shares, basis, mode)})


def key(course: Course) -> list[str]:
    """Return what the marks and lines mean that are drawn, each as plain text."""
    entries = points.key([course], points.highest([course], with_interval=True))
    if course.kind == "p-chart":
        return [*entries, "- - limits of the usual variation about the mean (p-chart)"]
    if course.kind == "run chart":
        needed = f"{FEWEST_PERIODS} whole periods of {TOO_FEW_REVIEWS} reviews or more"
        return [*entries, f"run chart: no limits with fewer than {needed}"]
    return entries


def alt_text(course: Course, basis: str) -> str:
    """Describe the chart to a reader who does not see it."""
    kind = {"p-chart": "A p-chart", "run chart": "A run chart"}.get(course.kind, "A line")
    counted = course.counted
    said = [
        f"{kind} of the share of reviews in which {course.label} is found, "
        f"{count(len(course.points), 'period')}, by {basis.lower()}."
    ]
    if counted:
        first, last = counted[0], counted[-1]
        said.append(
            f"First whole period {first.period.name}: "
            f"{found_of(first.reviews_with, first.reviews_assessed)}; "
            f"last {last.period.name}: {found_of(last.reviews_with, last.reviews_assessed)}."
        )
    for signal in course.signals():
        first, last = signal.points[0].period.name, signal.points[-1].period.name
        where = first if first == last else f"{first} to {last}"
        said.append(f"{points.RULES[signal.rule].capitalize()}: {where}.")
    return " ".join(said)


def _middle(course: Course, mode: theme.Mode) -> Iterator[points.Trace]:
    """Yield the mean or the median, over the periods that it is of."""
    counted = course.counted
    if not counted or course.kind == "time between":
        return
    ends = [counted[0].period.place - 0.5, counted[-1].period.place + 0.5]
    yield line(ends, [course.centre] * 2, mode, name="Middle")
    name = "mean" if course.kind == "p-chart" else "median"
    yield name_of_line(
        course.centre, f"{name}<br>{percent(course.centre)}", len(course.points), mode
    )


def _limits(course: Course, end: float, mode: theme.Mode) -> Iterator[points.Trace]:
    """Yield the limits, a step for each period, since each has its own number of reviews."""
    if course.limits is None:
        return
    for name, values in (("Lower limit", course.limits.low), ("Upper limit", course.limits.high)):
        xs: list[float | None] = []
        ys: list[float | None] = []
        for point, value in zip(course.counted, values, strict=True):
            xs += [point.period.place - 0.5, point.period.place + 0.5]
            ys += [min(value, end)] * 2
            following = point.period.place + 1
            if following < len(course.points) and not course.points[following].counts:
                xs.append(None)
                ys.append(None)
        yield line(xs, ys, mode, name=name, dash="dash")
        at = "upper" if name.startswith("Upper") else "lower"
        if at == "lower" or values[-1] < end:
            yield name_of_line(
                min(float(values[-1]), end), f"{at}<br>limit", len(course.points), mode
            )


def line(
    xs: Sequence[float | None],
    ys: Sequence[float | None],
    mode: theme.Mode,
    *,
    name: str,
    dash: str = "solid",
) -> points.Trace:
    """Return a thin line that nothing happens on.

    Args:
        xs: places on the axis of periods.
        ys: heights, on the axis of the chart.
        mode: "light" or "dark".
        name: what it is.
        dash: plotly's name of its kind.
    """
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(xs),
        "y": list(ys),
        "line": {"color": theme.ground(mode).muted, "width": 1, "dash": dash},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def name_of_line(y: float, text: str, periods: int, mode: theme.Mode) -> points.Trace:
    """Return the name of a line, at the right of the chart.

    Args:
        y: height of the line.
        text: its name, with <br> between its lines.
        periods: number of periods of the axis.
        mode: "light" or "dark".
    """
    return {
        "type": "scatter",
        "mode": "text",
        "name": "Names of lines",
        "x": [periods - time_axis.HALF],
        "y": [y],
        "text": [f"\u2002{text.replace('<br>', '<br>' + chr(0x2002))}"],
        "textposition": "middle right",
        "textfont": {"color": theme.ground(mode).muted, "size": 11},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }


def layout(
    course: Course, end: float, values: dict[str, Any], basis: str, mode: theme.Mode
) -> dict[str, Any]:
    """Return the layout: the reason of each break above, the periods beneath.

    Args:
        course: the factor.
        end: the highest value that is drawn; the axis of values begins at zero.
        values: how that axis is labelled.
        basis: what the axis of periods is.
        mode: "light" or "dark".
    """
    periods = [point.period for point in course.points]
    reasons = time_axis.reasons(course)
    above = time_axis.height_above(reasons)
    return {
        "template": theme.template(mode),
        "height": PLOT_HEIGHT + above + AXIS_HEIGHT,
        "margin": {"l": LEFT, "r": RIGHT, "t": above, "b": AXIS_HEIGHT},
        "xaxis": time_axis.axis(periods) | {"title": {"text": basis, "standoff": 10}},
        "yaxis": {
            "range": [-0.02 * end, end],
            "fixedrange": True,
            "zeroline": False,
            **values,
        },
        "annotations": time_axis.reasons_above(reasons, periods, mode),
        "shapes": [time_axis.edge(place, mode) for place, _ in reasons],
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": False,
    }
