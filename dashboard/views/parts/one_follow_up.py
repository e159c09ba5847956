"""One signed-off action: what became of it, and every later review that could have shown it."""

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.answers import rows_of
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table
from dashboard.sentences import after_action, count, day, escaped
from dashboard.sentences.repeats import within_sentence
from dashboard.sentences.reviews import review_named
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.dates import known
from dashboard.views.parts.links import REVIEWS, link
from dashboard.views.parts.words import named, text_of

QUOTES = "“”\"' "
WHEN = {
    "after": "Practice that began after the action",
    "straddles": "Practice under way at the time",
    "not known": "Left out: its dates do not say whether practice was later",
}


def draw(chosen: Chosen, since: str) -> None:
    """Draw the action that the address names, if it names one that is followed.

    Args:
        chosen: the reader's choice.
        since: what the clock starts with: signed off or completed.
    """
    action = place.address().setting("action")
    if action is None:
        return
    every = ask_table("follow_ups", chosen.selection, since=since)
    both: Any = every["source_id"] + "/" + every["action_ref"]
    of_it: Any = every[(every["action_ref"] == action) | (both == action)]
    rows = rows_of(of_it)
    st.header(escaped(f"Action {rows[0].action_ref if rows else action}"))
    if not rows:
        st.markdown(
            "No action with this reference is followed among the selected ones.", width=LINE
        )
        return
    first = rows[0]
    of_action = {"since": since, "action": first.action_ref}
    later = ask_rows("follow_up_reviews", chosen.selection, **of_action)
    st.text(str(first.action), width=LINE)
    about = named(
        (f"{since.capitalize()} ", _since(first)),
        ("action of ", within_sentence(text_of(first.owner_label))),
        ("answers ", text_of(first.finding_ref)),
    )
    st.caption(escaped(" · ".join(about)), width=LINE)
    _open_review("Open the review that asked for it", first.source_id, first.review_ref)
    for row in [one for one in rows if one.source_id == first.source_id]:
        st.markdown(f"{after_action.place(row)}: {after_action.one(row)}", width=LINE)
        of = [one for one in later if _of(one) == (row.source_id, row.factor_id, row.agency_id)]
        for placed, words in WHEN.items():
            _reviews(words, [one for one in of if one.placed == placed], row, chosen.sources_named)


def _of(one: Any) -> tuple[str, str, str]:
    """Return which follow-up of an action a later review belongs to."""
    return one.action_source_id, one.factor_id, one.agency_id


def _reviews(words: str, later: list[Any], follow_up: Any, sources: Mapping[str, str]) -> None:
    """Draw the later reviews of one kind, each with the findings that hold the factor."""
    if not later:
        return
    by_review = attrgetter("source_id", "review_ref")
    reviews = [
        (review_named(ref, source, sources), list(found))
        for (source, ref), found in groupby(later, by_review)
    ]
    st.markdown(f"**{escaped(words)}**: {count(len(reviews), 'review')}", width=LINE)
    for name, findings in reviews:
        one = findings[0]
        with st.container(border=True, width=LINE, gap="xsmall"):
            title = "" if pd.isna(one.title) else f" · {one.title}"
            st.markdown(escaped(f"{name}{title}"))
            st.caption(escaped(_placed(one)))
            held = [finding for finding in findings if not pd.isna(finding.finding_ref)]
            for finding in held:
                _finding(finding)
            if not held:
                st.markdown(
                    escaped(f"{follow_up.factor_label} is not found as a problem here."),
                )
            _open_review(f"Open {one.review_ref}", one.source_id, one.review_ref)


def _finding(finding: Any) -> None:
    """Draw a finding that holds the factor."""
    st.text(str(finding.statement))
    if not pd.isna(finding.quotation):
        st.text(f"“{str(finding.quotation).strip(QUOTES)}”")
    where = [
        str(finding.appraisal).capitalize(),
        *([] if pd.isna(finding.page) else [f"page {finding.page}"]),
        *([] if pd.isna(finding.locator) else [str(finding.locator)]),
    ]
    st.caption(escaped(" · ".join(where)))


def _placed(one: Any) -> str:
    """Say when the practice of a review was, and when the review came out."""
    if pd.isna(one.practice_to) and pd.isna(one.practice_from):
        practice = "Practice: no date recorded"
    elif pd.isna(one.practice_to):
        practice = f"Practice from {day(one.practice_from.date())}, end not recorded"
    elif pd.isna(one.practice_from):
        practice = f"Practice: beginning not recorded, to {day(one.practice_to.date())}"
    else:
        practice = f"Practice {day(one.practice_from.date())} to {day(one.practice_to.date())}"
    out = known(one.published_on, one.published_precision)
    work = " · ordinary work" if one.is_ordinary_work else ""
    return f"{practice}{f' · published {out}' if out else ' · not published'}{work}"


def _since(row: Any) -> str:
    """Return the date that the clock starts with, as precisely as it is known."""
    return known(row.since_first, row.since_precision)


def _open_review(label: str, source: str, reference: str) -> None:
    """Draw the way to a review."""
    to = place.address().of_review(reference, source)
    link(REVIEWS, escaped(label), to, icon=":material/arrow_forward:")
