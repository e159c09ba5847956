"""The charts of the page When?, and from each point the way to its evidence."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go
import streamlit as st

from dashboard.address import Address
from dashboard.between import Between
from dashboard.charts import one_over_time, over_time, time_between
from dashboard.charts.time_axis import Dated
from dashboard.chosen import Chosen
from dashboard.course import Course, Point
from dashboard.database import ask_table
from dashboard.sentences import count, escaped
from dashboard.sentences.counts import found_of
from dashboard.sentences.over_time import AXES
from dashboard.timeline import Timeline, days_between
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.links import EVIDENCE, open_page
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked, evidence
from dashboard.views.parts.timeline import DRAWN
from dashboard.views.place import arrivals


def draw(timeline: Timeline, large: Course | None, chosen: Chosen, noted: Sequence[Dated]) -> None:
    """Draw several factors, or one.

    Args:
        timeline: the factors over time.
        large: the factor that is drawn large; None where several are drawn.
        chosen: the reader's choice.
        noted: notes in the order of their list.
    """
    if large is None:
        _several(timeline.courses[:DRAWN], chosen, noted)
        others = len(timeline.courses) - DRAWN
        if others > 0:
            st.caption(
                f"The {DRAWN} factors found in the most reviews. {count(others, 'other')} can be "
                "drawn as one factor, and are in the tables.",
                width=LINE,
            )
    else:
        _one(large, days_between(ask_table, large, timeline, chosen), chosen, noted)


def _several(courses: Sequence[Course], chosen: Chosen, noted: Sequence[Dated]) -> None:
    """Draw several factors one below the other."""
    basis = AXES[str(chosen.selection.basis)]
    _key(over_time.key(courses))
    figure = over_time.over_time(courses, basis, mode(), noted)
    _chart(figure, over_time.alt_text(courses, basis), chosen, "several")
    choose_number(
        "Findings behind a factor's latest number: choose it here, or click any point",
        [
            (
                f"{course.label}, {point.period.name}: "
                f"{found_of(point.reviews_with, point.reviews_assessed)}",
                _of_point(chosen, course, point),
            )
            for course in courses
            if (point := course.latest) and point.reviews_with
        ],
    )


def _one(course: Course, days: Between | None, chosen: Chosen, noted: Sequence[Dated]) -> None:
    """Draw one factor large: its share, or the days between where it is rare."""
    basis = AXES[str(chosen.selection.basis)]
    if days is None:
        _key(one_over_time.key(course))
        figure = one_over_time.one_over_time(course, basis, mode(), noted)
        alt = one_over_time.alt_text(course, basis)
    else:
        _key(time_between.key(course, days))
        figure = time_between.time_between(course, days, basis, mode(), noted)
        alt = time_between.alt_text(course, days, basis)
    _chart(figure, alt, chosen, f"one {course.factor_id}")
    choose_number(
        "Findings behind a number: choose it here, or click it in the chart",
        [
            (
                f"{point.period.name}: {found_of(point.reviews_with, point.reviews_assessed)}",
                _of_point(chosen, course, point),
            )
            for point in reversed(course.points)
            if point.reviews_with
        ],
    )


def in_period(chosen: Chosen, factor: str, appraisal: str, first: date, last: date) -> Address:
    """Return the address of the findings of a factor in a period: of its part that is chosen."""
    begins, ends = chosen.selection.period_from, chosen.selection.period_to
    return evidence(
        chosen,
        factor,
        appraisal,
        period_from=max(first, begins) if begins else first,
        period_to=min(last, ends) if ends else last,
    )


def _of_point(chosen: Chosen, course: Course, point: Point) -> Address:
    """Return the address of the findings behind a point."""
    period = point.period
    return in_period(chosen, course.factor_id, course.appraisal, period.first, period.last)


def _key(entries: Sequence[str]) -> None:
    """Draw what the marks mean."""
    whole = [entry.replace(" ", "\u00a0", 1) for entry in entries]  # a mark stays at its meaning
    st.caption(escaped("\u2003".join(whole)), width=LINE)


def _chart(figure: go.Figure, alt: str, chosen: Chosen, name: str) -> None:
    """Draw a chart whose points open their evidence."""
    event = clickable_chart(
        figure,
        f"when {name} {arrivals()}",
        alt,
    )
    if mark := clicked(event):
        factor, appraisal, first, last = mark[:4]
        days = date.fromisoformat(first), date.fromisoformat(last)
        open_page(EVIDENCE, in_period(chosen, factor, appraisal, *days))
