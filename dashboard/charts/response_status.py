"""Response statuses: each over time, and one of them by agency.

Neither way is better or worse drawn: greys and one hue. Agencies stand in the order of the number
of their reviews, never of their share, since the status of a review is not that of an agency.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts import points, time_axis
from dashboard.charts.factor_recurrence import factor_recurrence
from dashboard.charts.over_time import over_time as several_over_time
from dashboard.course import Break, Course, Life, Period, Point
from dashboard.responses import Responded
from dashboard.sentences.counts import count, found_of, listed

AXIS = "Share of reviews with a status, and its 95% interval"
HOLLOW = "○ part period, or some of its reviews still have time to be answered"
NAMED_AT_MOST = 3


def over_time(rows: Sequence[Responded], basis: str, mode: theme.Mode) -> go.Figure:
    """Draw the share of each status in each period, one below the other on one scale.

    Args:
        rows: the rows of periods, without those of no period.
        basis: what the axis is: "Period of practice" or "Period of publication".
        mode: "light" or "dark".

    Returns:
        A figure. Each point carries `customdata` of the status, "neutral", and the first and last
        day of its period.
    """
    drawn = courses(rows)
    figure = several_over_time(drawn, basis, mode)
    periods = [point.period for point in drawn[0].points] if drawn else []
    recorded = {row.first: row.reviews_recorded for row in rows}
    named = time_axis.labelled(periods)
    if not any(" " in period.name for period in named):  # else there is no room for a line more
        figure.update_xaxes(
            ticktext=[f"{period.name}<br>of {recorded[period.first]:,}" for period in named]
        )
    return figure


def key(rows: Sequence[Responded]) -> list[str]:
    """Return what the marks over time mean, each as plain text."""
    drawn = courses(rows)
    entries = points.key(drawn, points.highest(drawn))
    return [HOLLOW if entry == points.HOLLOW else entry for entry in entries]


def over_time_alt_text(rows: Sequence[Responded], basis: str) -> str:
    """Describe the chart over time to a reader who does not see it.

    Args:
        rows: the rows that the chart draws.
        basis: what the axis is.
    """
    drawn = courses(rows)
    latest = [
        f"{course.label} in {found_of(point.reviews_with, point.reviews_assessed)}"
        for course in drawn
        if (point := course.latest)
    ]
    of = next((point.period.name for course in drawn if (point := course.latest)), "")
    said = f" In {of}: {listed(latest)}." if latest else ""
    periods = count(len(drawn[0].points) if drawn else 0, "period")
    return (
        f"Lines with 95% intervals: {count(len(drawn), 'response status', 'response statuses')} "
        f"by share of the reviews with a status, {periods}, by {basis.lower()}.{said}"
    )


def by_agency(rows: Sequence[Responded], mode: theme.Mode) -> go.Figure:
    """Draw the share of one status for each agency, as a dot with its interval.

    Args:
        rows: the rows of one status, each with a denominator, in the order to draw them.
        mode: "light" or "dark".

    Returns:
        A figure as high as its agencies. Each mark, name and number carries `customdata` of the
        code of the agency first.
    """
    drawn = pd.DataFrame(
        {
            "factor_id": [row.group_id for row in rows],
            "label": [row.group for row in rows],
            "layer": None,
            "layer_label": None,
            "appraisal": "neutral",
            "reviews_with": [row.reviews_with for row in rows],
            "reviews_assessed": [row.reviews_recorded for row in rows],
            "share": [row.share for row in rows],
            "share_low": [row.share_low for row in rows],
            "share_high": [row.share_high for row in rows],
        }
    )
    label = rows[0].label if rows else ""
    return factor_recurrence(drawn, mode, axis=AXIS, as_what=label)


def by_agency_alt_text(rows: Sequence[Responded]) -> str:
    """Describe the chart by agency to a reader who does not see it.

    Args:
        rows: the rows that the chart draws.
    """
    named = [
        f"{row.group} {found_of(row.reviews_with, row.reviews_recorded)}"
        for row in rows[:NAMED_AT_MOST]
    ]
    status = f" of the response status {rows[0].label}" if rows else ""
    first = f" {listed(named)}." if named else ""
    return (
        f"Dots with 95% intervals: {count(len(rows), 'agency', 'agencies')} by share{status}, "
        f"those with the most reviews first.{first}"
    )


def courses(rows: Sequence[Responded]) -> list[Course]:
    """Return the course of each status over the periods, unjudged: what a change means is open.

    Args:
        rows: the rows of periods, in their order.
    """
    of_status: dict[str, list[Responded]] = {}
    for row in rows:
        of_status.setdefault(row.status, []).append(row)
    return [
        Course(
            status,
            of_one[0].label,
            "neutral",
            Life(),
            tuple(_point(place, row) for place, row in enumerate(of_one)),
            tuple(
                Break(place, place, "not recorded" if row.reviews_selected else "no reviews")
                for place, row in enumerate(of_one)
                if row.reviews_with is None
            ),
        )
        for status, of_one in of_status.items()
    ]


def _point(place: int, row: Responded) -> Point:
    """Return one row as a point."""
    if row.first is None or row.last is None:
        raise ValueError("A row of no period stands on no axis.")
    return Point(
        period=Period(place, row.first, row.last, row.group, row.reviews_selected, row.is_part),
        reviews_with=row.reviews_with or 0,
        reviews_assessed=row.reviews_recorded or 0,
        share=row.share,
        share_low=row.share_low,
        share_high=row.share_high,
        is_part=row.is_part,
        may_be_incomplete=row.is_open,
    )
