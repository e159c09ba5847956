"""The page When?: what its reader chose, and the courses of the factors that it draws."""

from dataclasses import dataclass

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.course import Course
from dashboard.timeline import Timeline, usual_periods
from dashboard.views.parts.appraised import one_appraisal
from dashboard.views.parts.around import LINE
from dashboard.views.parts.settings import choose

DRAWN = 8
"""So many factors are drawn side by side: those found in the most reviews."""
KINDS = {
    "financial_quarter": "Financial quarters",
    "financial_year": "Financial years",
    "calendar_quarter": "Calendar quarters",
    "calendar_year": "Calendar years",
}
_SHOW = {"several": "Several factors", "one": "One factor"}


@dataclass(frozen=True)
class Settings:
    """What the reader chose of how the page is drawn.

    Attributes:
        show: several factors, or one.
        kind: kind of period.
        appraisal: the appraisal that is drawn.
    """

    show: str
    kind: str
    appraisal: str


def settings(chosen: Chosen) -> Settings:
    """Draw the settings, and return what they are set to."""
    is_alone = len(chosen.selection.factors) == 1
    with st.container(horizontal=True, key="settings of when", gap="medium"):
        show = choose("show", "Draw", _SHOW, "one" if is_alone else "several")
        kind = choose("periods", "Periods", KINDS, usual_periods(chosen), kind="select")
        appraisal = one_appraisal(chosen.appraisals_left)
    return Settings(show, kind, appraisal)


def one_of(timeline: Timeline) -> Course:
    """Draw the choice of the factor that is drawn large, and return it.

    Args:
        timeline: the factors over time, at least one.
    """
    by_code = {course.factor_id: course for course in timeline.courses}
    names = {code: course.label for code, course in by_code.items()}
    first = timeline.courses[0].factor_id
    if len(names) == 1:
        return by_code[first]
    with st.container(width=LINE):
        return by_code[choose("large", "Factor", names, first, kind="select")]
