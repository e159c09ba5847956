"""The answer of the page When?, and what cannot be told."""

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.course import Course
from dashboard.database import ask_table
from dashboard.sentences import escaped, over_time
from dashboard.timeline import Timeline, days_between
from dashboard.views.parts.around import LINE
from dashboard.views.parts.timeline import DRAWN, Settings


def draw(timeline: Timeline, large: Course | None, chosen: Chosen, settings: Settings) -> None:
    """Draw the answer.

    Args:
        timeline: the factors over time.
        large: the factor that is drawn large; None where several are drawn.
        chosen: the reader's choice.
        settings: what is drawn.
    """
    basis = str(chosen.selection.basis)
    if large:
        said = over_time.one(large, basis, days_between(ask_table, large, timeline, chosen))
    else:
        said = over_time.several(timeline.courses[:DRAWN], basis)
    st.markdown(said, width=LINE)
    ends = timeline.ends
    cannot = [
        over_time.incomplete(ends.incomplete_after, ends.delay, ends.end, ends.is_end_known),
        over_time.undated(timeline.undated, basis, over_time.ONE_OF[settings.kind]),
    ]
    if any(cannot):
        st.markdown(escaped(" ".join(filter(None, cannot))), width=LINE)


def no_time(chosen: Chosen, settings: Settings) -> None:
    """Draw what to do where no review falls into such a period."""
    reviews = int(chosen.extent.reviews_selected)
    basis = str(chosen.selection.basis)
    said = over_time.no_time(basis, reviews, over_time.ONE_OF[settings.kind])
    st.markdown(f"**{escaped(said)}**", width=LINE)
    st.markdown(
        "Choose another kind of period above, or other dates to place the reviews by in the "
        "sidebar, if it offers them.",
        width=LINE,
    )
