"""A recommendation beside the earlier ones that it repeats, and what became of each."""

from collections.abc import Mapping

import streamlit as st

from dashboard.repeats import Earlier, Recommended, Repeat
from dashboard.sentences import bold, count, escaped
from dashboard.sentences.repeats import addressee, came_of
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.dates import known
from dashboard.views.parts.links import REVIEWS, link

MOST = 10


def draw(repeat: Repeat, sources: Mapping[str, str]) -> None:
    """Draw the earlier ones, the latest first, and beside them the one that repeats them.

    Args:
        repeat: the recommendation with those before it.
        sources: `Chosen.sources_named`.
    """
    st.header("Side by side")
    asked_of = escaped(addressee(repeat.recommended))
    st.markdown(f"{bold(repeat.factors)}, asked of {asked_of}", width=LINE)
    before, now = st.columns(2, gap="medium")
    with before:
        st.markdown(f"**Before: {count(len(repeat.earlier), 'recommendation')}**")
        for earlier in repeat.earlier[:MOST]:
            _earlier(earlier, sources)
        if len(repeat.earlier) > MOST:
            st.caption(f"These are the latest {MOST}. The download has all.")
    with now:
        st.markdown("**Asked again**")
        with st.container(border=True, gap="xsmall"):
            _recommended(repeat.recommended, "", sources)


def _earlier(earlier: Earlier, sources: Mapping[str, str]) -> None:
    """Draw one earlier recommendation."""
    with st.container(border=True, gap="xsmall"):
        same = earlier.similarity == 100
        alike = "the same words" if same else f"similarity {earlier.similarity} of 100"
        _recommended(earlier.recommended, alike, sources)
        if earlier.is_signed_off_before:
            st.markdown("Signed off before it was asked again.")


def _recommended(one: Recommended, alike: str, sources: Mapping[str, str]) -> None:
    """Draw what was asked, when, in which review, and what became of it."""
    made = known(one.made_on, one.made_precision)
    # the source stands here and not in the link, which is cut where it is too long
    about = (made, one.recommendation_ref, sources.get(one.source_id), alike)
    st.caption(escaped(" · ".join(filter(None, about))))
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
