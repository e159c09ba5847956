"""The reviews that are selected, as a list to choose one from."""

import pandas as pd
import streamlit as st

from dashboard.views.chosen import Chosen
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, said
from dashboard.views.place import arrivals

COLUMNS = {
    "review_ref": "Review",
    "title": "Title",
    "board": "Board",
    "region": "Region",
    "practice_from": "Practice from",
    "practice_to": "Practice to",
    "incident_on": "Incident",
    "published_on": "Published",
    "agencies": "Agencies",
    "findings": "Findings",
    "factors": "Factors",
    "findings_uncoded": "Findings without a factor",
}
DATES = ("practice_from", "practice_to", "incident_on", "published_on")
HEIGHT = 480


def review_list(reviews: pd.DataFrame, chosen: Chosen) -> str | None:
    """Draw the list.

    Args:
        reviews: rows of `reviews.sql`.
        chosen: the reader's choice.

    Returns:
        The reference of the review that was ticked, or None.
    """
    date = st.column_config.DateColumn
    headings = COLUMNS | {"board": chosen.board_label}
    event = st.dataframe(
        reviews,
        hide_index=True,
        height=min(HEIGHT, ONE_LINE * len(reviews) + HEADINGS),
        column_order=said(reviews, COLUMNS),
        column_config={
            name: date(heading, format="DD/MM/YYYY") if name in DATES else heading
            for name, heading in headings.items()
        },
        placeholder="",
        key=f"reviews {arrivals()} {len(reviews)}",
        on_select="rerun",
        selection_mode="single-row",
        alt="The selected reviews",
    )
    st.caption("Tick a row to open the review, or press Shift and Space in the row.")
    rows = event.selection.rows
    return str(reviews["review_ref"].iloc[rows[0]]) if rows else None
