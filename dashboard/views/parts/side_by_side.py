"""A recommendation beside the earlier ones that it repeats, and what became of each."""

import streamlit as st

from dashboard.repeats import Earlier, Recommended, Repeat
from dashboard.sentences import bold, count, escaped
from dashboard.sentences.repeats import addressee, came_of
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.dates import known
from dashboard.views.parts.links import REVIEWS, link

MOST = 10


def draw(repeat: Repeat) -> None:
    """Draw the earlier ones, the latest first, and beside them the one that repeats them."""
    st.header("Side by side")
    asked_of = escaped(addressee(repeat.recommended))
    st.markdown(f"{bold(repeat.factors)}, asked of {asked_of}", width=LINE)
    before, now = st.columns(2, gap="medium")
    with before:
        st.markdown(f"**Before: {count(len(repeat.earlier), 'recommendation')}**")
        for earlier in repeat.earlier[:MOST]:
            _earlier(earlier)
        if len(repeat.earlier) > MOST:
            st.caption(f"These are the latest {MOST}. The download has all.")
    with now:
        st.markdown("**Asked again**")
        with st.container(border=True, gap="xsmall"):
            _recommended(repeat.recommended, "")


def _earlier(earlier: Earlier) -> None:
    """Draw one earlier recommendation."""
    with st.container(border=True, gap="xsmall"):
        same = earlier.similarity == 100
        alike = "the same words" if same else f"similarity {earlier.similarity} of 100"
        _recommended(earlier.recommended, alike)
        if earlier.is_signed_off_before:
            st.markdown("Signed off before it was asked again.")


def _recommended(one: Recommended, alike: str) -> None:
    """Draw what was asked, when, in which review, and what became of it."""
    made = known(one.made_on, one.made_precision)
    st.caption(escaped(" · ".join(filter(None, (made, one.recommendation_ref, alike)))))
    st.text(one.statement)
    st.caption(escaped(_became(one)))
    to = place.address().of_review(one.review_ref, one.source_id)
    link(REVIEWS, escaped(f"Review {one.review_ref}"), to, icon=":material/arrow_forward:")


def _became(one: Recommended) -> str:
    """Return what became of it, with the statuses of its actions and the evidence."""
    if not one.actions:
        return "No action is recorded."
    came = came_of(one)
    said = [count(one.actions, "action"), came]
    if one.evidence:
        said.append(f"best evidence: {one.evidence.lower()}")
    return " · ".join(said)
