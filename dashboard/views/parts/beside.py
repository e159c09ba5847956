"""Ordinary work and case reviews, side by side."""

from streamlit.delta_generator import DeltaGenerator

from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences.ordinary_work import (
    CASES,
    HOW_CHOSEN,
    NO_ORDINARY_WORK,
    ONLY_ORDINARY_WORK,
    ORDINARY,
    ordinary_work,
)
from dashboard.views.parts import comparison
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import ORDINARY_WORK
from dashboard.views.parts.sides import of_reviews, set_aside


def draw(chosen: Chosen, answer: DeltaGenerator) -> None:
    """Draw the factors of ordinary work beside those of case reviews.

    Args:
        chosen: the reader's choice.
        answer: where the sentences that answer the page's question stand.
    """
    [extent] = ask_rows("extent", chosen.default)
    if not extent.reviews_ordinary:
        answer.markdown(NO_ORDINARY_WORK, width=LINE)
        return
    if extent.reviews_ordinary == extent.reviews_of_sources:
        answer.markdown(ONLY_ORDINARY_WORK, width=LINE)
        return
    comparison.draw(
        chosen,
        of_reviews(chosen, ORDINARY, work="ordinary"),
        of_reviews(chosen, CASES, work="case"),
        answer,
        ORDINARY_WORK,
        (*set_aside(chosen, "work"), HOW_CHOSEN),
        also=ordinary_work,
    )
