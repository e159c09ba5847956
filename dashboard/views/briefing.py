"""Briefing: the paper for a board on one quarter, or on one factor or review."""

import streamlit as st

from dashboard.briefing.nothing_to_tell import NothingToTell
from dashboard.briefing.request import fault_of_subject
from dashboard.sentences import escaped
from dashboard.views.chosen import chosen
from dashboard.views.parts import (
    briefing_choices,
    briefing_files,
    briefing_nothing,
    briefing_preview,
)
from dashboard.views.parts.around import LINE
from dashboard.views.parts.briefing_document import document
from dashboard.views.parts.links import BRIEFING

here = chosen()
st.title(BRIEFING)
st.markdown(
    "A paper for the board on every selected review up to the end of a quarter: what recurs, what "
    "is new, and what to ask. It is made from the same numbers as the other pages.",
    width=LINE,
)
asked = briefing_choices.draw(here)
fault = fault_of_subject(asked) if asked is not None else None
if fault is not None:
    st.markdown(escaped(fault), width=LINE)
elif asked is not None:
    try:
        made = document(asked)
    except NothingToTell as nothing:
        briefing_nothing.draw(nothing)
    else:
        briefing_files.draw(made, asked)
        briefing_preview.draw(made, asked)
