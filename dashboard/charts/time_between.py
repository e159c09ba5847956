"""A rare factor over time: the days that went by until it was found again.

The fewer the days, the more often it is found: the axis says so. It stands on the same axis of
periods as the other charts, so that notes and gaps in the reviews lie at the same places.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard import theme
from dashboard.between import Between, Gap
from dashboard.charts import points, time_axis
from dashboard.charts.one_over_time import layout, line, name_of_line
from dashboard.course import Course
from dashboard.estimates import FEWEST_GAPS
from dashboard.sentences.counts import count
from dashboard.sentences.dates import day

POINT_SIZE = 7
SHORTEST = 1
"""Days: no gap can lie below a limit that is less."""


def time_between(
    course: Course,
    between: Between,
    basis: str,
    mode: theme.Mode,
    noted: Sequence[time_axis.Dated] = (),
) -> go.Figure:
    """Draw the days between one review in which a factor is found and the next.

    Args:
        course: the factor, with every period of the axis.
        between: its gaps.
        basis: what the axis is: "Period of practice" or "Period of publication".
        mode: "light" or "dark".
        noted: notes, in the order of their list.

    Returns:
        A figure. Each point carries `customdata` of factor_id, appraisal, and the first and last
        day of the date of the review that ends the gap.
    """
    periods = [point.period for point in course.points]
    placed = [
        (x, gap) for gap in between.gaps if (x := time_axis.at(gap.first, periods)) is not None
    ]
    end = _scale(between)
    traces = [
        *_lines(between, end, len(periods), mode),
        *time_axis.notes(noted, periods, [(end, 0)], mode),
        {
            "type": "scatter",
            "mode": "lines",
            "name": "Days",
            "x": [x for x, _ in placed],
            "y": [gap.days for _, gap in placed],
            "line": {"color": theme.ground(mode).muted, "width": 1.3},
            "hoverinfo": "skip",
            "showlegend": False,
        },
        points.without_reviews([course], lambda _, __: 0, theme.ground(mode).muted),
        *_marks(course, placed, mode),
    ]
    drawn = [trace for trace in traces if len(trace["x"])]
    days = {"tickformat": ",d", "nticks": 6}
    return go.Figure({"data": drawn, "layout": layout(course, end, days, basis, mode)})


def key(course: Course, between: Between) -> list[str]:
    """Return what the marks and lines mean that are drawn, each as plain text."""
    present = {gap.rules[0] for gap in between.gaps if gap.rules}
    entries = ["● days since it was found before: the fewer, the more often"]
    if any(broken.reason == "no reviews" for broken in course.breaks):
        entries.append(points.NO_REVIEWS)
    entries += [
        f"{points.GLYPHS[symbol]} {points.RULES[rule]}"
        for rule, symbol in theme.SIGNALS.items()
        if rule in present
    ]
    if between.has_limits:
        return [*entries, "- - limits of the usual variation"]
    return [*entries, f"no limits with fewer than {count(FEWEST_GAPS, 'gap')}"]


def alt_text(course: Course, between: Between, basis: str) -> str:
    """Describe the chart to a reader who does not see it."""
    said = (
        f"A chart of the days between the reviews in which {course.label} is found, "
        f"{count(len(between.gaps), 'gap')}, by {basis.lower()}."
    )
    flagged = [gap for gap in between.gaps if gap.rules]
    signals = f" Signals of change: {count(len(flagged), 'gap')}." if flagged else ""
    if not between.gaps:
        return said
    days = [gap.days for gap in between.gaps]
    return f"{said} The shortest is {min(days):,}, the longest {max(days):,} days.{signals}"


def _scale(between: Between) -> float:
    """Return the end of the scale, in days."""
    highest = max((gap.days for gap in between.gaps), default=1)
    return 1.1 * max(highest, between.high if between.high == between.high else 0, 1)


def _lines(between: Between, end: float, periods: int, mode: theme.Mode) -> list[points.Trace]:
    """Return the middle and the limits."""
    ends = [-time_axis.HALF, periods - time_axis.HALF]
    found = []
    for value, name, dash in (
        (between.centre, f"middle<br>{between.centre:,.0f} days", "solid"),
        (between.low, "lower<br>limit", "dash"),
        (between.high, "upper<br>limit", "dash"),
    ):
        if SHORTEST <= value <= end:
            found += [
                line(
                    ends, [value] * 2, mode, name=name.partition("<br>")[0].capitalize(), dash=dash
                ),
                name_of_line(value, name, periods, mode),
            ]
    return found


def _marks(
    course: Course, placed: Sequence[tuple[float, Gap]], mode: theme.Mode
) -> list[points.Trace]:
    """Return the gaps, a trace for those that are no signal and for each rule."""
    shapes = [((), theme.POINT, theme.ground(mode).muted, POINT_SIZE)] + [
        ((rule,), symbol, theme.signal_colour(mode), POINT_SIZE + 3)
        for rule, symbol in theme.SIGNALS.items()
    ]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": points.RULES[rule[0]] if rule else "Gaps",
            "x": [x for x, gap in placed if gap.rules[:1] == rule],
            "y": [gap.days for _, gap in placed if gap.rules[:1] == rule],
            "marker": {"symbol": symbol, "color": colour, "size": size, "opacity": 1},
            "unselected": {"marker": {"opacity": 1}},
            "customdata": [
                [course.factor_id, course.appraisal, gap.first.isoformat(), gap.last.isoformat()]
                for _, gap in placed
                if gap.rules[:1] == rule
            ],
            "hovertext": [_hover(gap) for _, gap in placed if gap.rules[:1] == rule],
            "hoverinfo": "text",
            "cliponaxis": False,
            "showlegend": False,
        }
        for rule, symbol, colour, size in shapes
    ]


def _hover(gap: Gap) -> str:
    """Return what a gap says when pointed at."""
    found = day(gap.first) if gap.first == gap.last else f"{gap.first:%B %Y}"
    return "<br>".join(
        [
            f"Found again: {found}",
            f"{count(gap.days, 'day')} since it was found before",
            *(points.RULES[rule] for rule in gap.rules),
        ]
    )
