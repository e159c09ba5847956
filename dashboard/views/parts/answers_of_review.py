"""What one review asks for, what was done about it, and whether the factor came back."""

from dataclasses import replace
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences import after_action, escaped
from dashboard.sentences.action_strength import NAMES
from dashboard.sentences.repeats import within_sentence
from dashboard.views import place
from dashboard.views.parts import asked_before
from dashboard.views.parts.around import LINE
from dashboard.views.parts.dates import known
from dashboard.views.parts.links import AFTER_ACTION, link
from dashboard.views.parts.words import named, text_of


def draw(review: Any, chosen: Chosen) -> None:
    """Draw what the review asked for, whether it was asked before, and what came of it.

    Args:
        review: a row of `review.sql`.
        chosen: the reader's choice, whose filters do not narrow what came before or after.
    """
    of = replace(chosen.default, sources=(review.source_id,), framework=chosen.selection.framework)
    own = {"review": review.review_ref}
    rows = ask_rows("review_recommendations", of, **own)
    if not rows:
        return
    # The actions of its board, of which this question keeps those of the one review. What came
    # later is looked for in all chosen sources, as on the page to which the link leads.
    boards = () if pd.isna(review.board) else (str(review.board),)
    of_board = replace(of, sources=chosen.selection.sources, boards=boards)
    follow_ups = ask_rows("follow_ups", of_board, **own, review_source=review.source_id)
    st.header("Recommendations and actions")
    before = asked_before.repeats_of(review, chosen)
    for _, group in groupby(rows, key=lambda row: row.recommendation_ref):
        actions = list(group)
        first = actions[0]
        with st.container(gap="xsmall"):
            st.text(text_of(first.recommendation) or str(first.recommendation_ref), width=LINE)
            asked = named(
                ("", str(first.recommendation_ref)),
                ("", text_of(first.kind)),
                ("to ", within_sentence(text_of(first.addressed_to))),
                ("made ", known(first.made_on, text_of(first.made_on_precision))),
            )
            st.caption(escaped(" · ".join(asked)), width=LINE)
            if repeat := before.get(str(first.recommendation_ref)):
                asked_before.draw(repeat, review)
            for row in actions:
                _action(row, [one for one in follow_ups if one.action_ref == row.action_ref])


def _action(row: Any, follow_ups: list[Any]) -> None:
    """Draw one action, if there is one, and what came after it."""
    if not text_of(row.action_ref):
        st.caption("No action is recorded.")
        return
    with st.container(border=True, width=LINE, gap="xsmall"):
        st.text(text_of(row.action) or str(row.action_ref))
        done = named(
            ("Action of ", within_sentence(text_of(row.owner_label))),
            ("", text_of(row.action_type)),
            ("strength: ", NAMES.get(text_of(row.strength), "").lower()),
            ("", text_of(row.status)),
            ("due ", known(row.due_on, text_of(row.due_on_precision))),
            ("completed ", known(row.completed_on, text_of(row.completed_on_precision))),
            ("signed off ", known(row.signed_off_on, text_of(row.signed_off_on_precision))),
        )
        st.caption(escaped(" · ".join(done)))
        for one in follow_ups:
            st.markdown(f"{after_action.place(one)}: {after_action.one(one)}")
        if follow_ups:
            key = f"{follow_ups[0].source_id}/{row.action_ref}"
            address = place.address().elsewhere().with_settings(action=key)
            link(AFTER_ACTION, "The later reviews", address, icon=":material/arrow_forward:")
