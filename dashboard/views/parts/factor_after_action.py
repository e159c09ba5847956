"""What came of the actions on one factor: a section of the views of that factor."""

from dataclasses import replace

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import build, run_table
from dashboard.sentences import after_action
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import AFTER_ACTION, link
from queries.statement import compose


def draw(chosen: Chosen, factor: str, at: str | None = None) -> None:
    """Draw whether the factor was found again after action on it, if any was signed off.

    Args:
        chosen: the reader's choice.
        factor: code of the factor.
        at: code of an agency, or None for any.
    """
    # of the findings only the factor counts here: as what else they were found is of no matter
    only = {"appraisals": (), "patterns": (), "perspectives": (), "layers": (), "text": None}
    selection = replace(chosen.selection, factors=(factor,), **only)
    rows = run_table(build(), compose("follow_ups", selection, at=at))
    if rows.empty:
        return
    st.header("After action")
    st.markdown(after_action.follow_ups(rows), width=LINE)
    address = place.address().elsewhere().with_selection(factors=(factor,), **only)
    address = address.with_settings(show="timeline", large=factor, at=at)
    with st.container(horizontal=True, gap="medium"):
        link(
            AFTER_ACTION,
            "Which actions, and which later reviews",
            address.with_settings(show=None, large=None, at=at),
            icon=":material/arrow_forward:",
        )
        link(AFTER_ACTION, "The factor on one line of time", address, icon=":material/timeline:")
