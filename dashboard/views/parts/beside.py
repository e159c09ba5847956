"""Ordinary work and case reviews, side by side."""

import streamlit as st

from dashboard.database import ask_rows
from dashboard.sentences.ordinary_work import (
    CASES,
    HOW_CHOSEN,
    NO_ORDINARY_WORK,
    ONLY_ORDINARY_WORK,
    ORDINARY,
    ordinary_work,
)
from dashboard.views.chosen import Chosen
from dashboard.views.parts import comparison
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import ORDINARY_WORK
from dashboard.views.parts.sides import of_reviews, set_aside


def draw(chosen: Chosen) -> None:
    """Draw the factors of ordinary work beside those of case reviews."""
    [extent] = ask_rows("extent", chosen.default)
    if not extent.reviews_ordinary:
        st.markdown(NO_ORDINARY_WORK, width=LINE)
        return
    if extent.reviews_ordinary == extent.reviews_of_sources:
        st.markdown(ONLY_ORDINARY_WORK, width=LINE)
        return
    comparison.draw(
        chosen,
        of_reviews(chosen, ORDINARY, work="ordinary"),
        of_reviews(chosen, CASES, work="case"),
        ORDINARY_WORK,
        (*set_aside(chosen, "work"), HOW_CHOSEN),
        also=ordinary_work,
    )
