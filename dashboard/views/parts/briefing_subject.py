"""The one thing that a 7-minute briefing is about: a factor, or a review."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences import escaped
from dashboard.sentences.reviews import review_named
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.settings import choose
from queries.selection import Selection

_ABOUT = {"factor": "One factor", "review": "One review"}
_KEY = "briefing review"
_Key = tuple[str, str]
"""The reference of a review, and the code of its source."""


@dataclass(frozen=True)
class Subject:
    """One of the two.

    Attributes:
        factor: code of the factor.
        review: reference of the review.
        review_source: code of its source, where several that are chosen have that reference.
    """

    factor: str | None = None
    review: str | None = None
    review_source: str | None = None


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
            subject = _review(chosen, up_to)
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


def _review(chosen: Chosen, up_to: Selection) -> Subject:
    """Draw the choice of a review that is selected, latest first."""
    sources = chosen.sources_named
    rows = {(row.review_ref, row.source_id): row for row in ask_rows("reviews", up_to)}
    held = _held(list(rows), sources)
    place.hold(_KEY, held)
    st.selectbox(
        "Review",
        list(rows),
        index=None if held is None else list(rows).index(held),
        format_func=lambda one: _named(review_named(one[0], one[1], sources), rows[one].title),
        key=_KEY,
        placeholder="Choose a review",
        filter_mode="contains",
        on_change=_take,
    )
    if held is None:
        return Subject()
    reference, source = held
    is_shared = len(ask_rows("review", up_to, review=reference)) > 1
    return Subject(review=reference, review_source=source if is_shared else None)


def _held(listed: list[_Key], sources: Mapping[str, str]) -> _Key | None:
    """Return the review that the address names; None, and why, where it is not one of the list."""
    address = place.address()
    if address.review is None:
        return None
    meant = [
        one
        for one in listed
        if one[0] == address.review and address.review_source in (None, one[1])
    ]
    if len(meant) == 1:
        return meant[0]
    of = " and of ".join(sources[source] for _, source in meant)
    st.caption(
        escaped(
            f'"{address.review}" is a review of {of}. Choose the one that is meant.'
            if meant
            else f'"{address.review}" is not a review that is selected up to then.'
        )
    )
    return None


def _named(name: str, title: str | None) -> str:
    """Name a review by its reference, with its source where there are several, and its title."""
    return f"{name}: {title}" if isinstance(title, str) and title else name


def _take() -> None:
    """Go to the review that was chosen."""
    chosen: _Key | None = st.session_state[_KEY]
    address = place.address()
    place.go(address.closing() if chosen is None else address.opening(*chosen))
