"""The one thing that a 7-minute briefing is about: a factor, or a review."""

from dataclasses import dataclass, replace

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences import escaped
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.settings import choose
from queries.selection import Selection

_ABOUT = {"factor": "One factor", "review": "One review"}
_KEY = "briefing review"


@dataclass(frozen=True)
class Subject:
    """One of the two.

    Attributes:
        factor: code of the factor.
        review: reference of the review.
    """

    factor: str | None = None
    review: str | None = None


def draw(chosen: Chosen, up_to: Selection) -> Subject | None:
    """Draw the choice of the one thing.

    Args:
        chosen: the reader's choice.
        up_to: the filters, up to the end of the quarter.

    Returns:
        The choice; None where nothing is chosen yet, which is said.
    """
    with st.container(horizontal=True, key="subject of briefing", gap="medium"):
        usual = "review" if place.address().review else "factor"
        if choose("about", "About", _ABOUT, usual) == "review":
            subject = Subject(review=_review(up_to))
        else:
            subject = Subject(factor=_factor(chosen))
    if subject == Subject():
        st.markdown(
            "**Choose what it is about.** This briefing tells of one factor or one review, so that "
            "a team can talk it over.",
            width=LINE,
        )
        return None
    return subject


def _factor(chosen: Chosen) -> str | None:
    """Draw the choice of a factor, unless the sidebar has exactly one."""
    held = chosen.selection.factors
    if len(held) == 1:
        return held[0]
    labels = {code: label for code, (label, _) in chosen.choices["factors"].items()}
    options = {"": "Choose a factor"} | {code: labels[code] for code in held or labels}
    return choose("one", "Factor", options, "", kind="select") or None


def _review(up_to: Selection) -> str | None:
    """Draw the choice of a review that is selected, latest first."""
    reviews = {row.review_ref: row.title for row in ask_rows("reviews", up_to)}
    held = place.address().review
    if held is not None and held not in reviews:
        st.caption(escaped(f'"{held}" is not a review that is selected up to then.'))
        held = None
    if st.session_state.get(_KEY) != held:
        st.session_state[_KEY] = held
    st.selectbox(
        "Review",
        list(reviews),
        index=None,
        format_func=lambda reference: _named(reference, reviews[reference]),
        key=_KEY,
        placeholder="Choose a review",
        on_change=_take,
    )
    return held


def _named(reference: str, title: str | None) -> str:
    """Name a review by its reference and its title."""
    return f"{reference}: {title}" if isinstance(title, str) and title else reference


def _take() -> None:
    """Go to the review that was chosen."""
    place.go(replace(place.address(), review=st.session_state[_KEY]))
