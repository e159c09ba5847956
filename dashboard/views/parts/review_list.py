"""The reviews that are selected, as a list to choose one from."""

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ANSWERS_KEPT, run_table
from dashboard.views.parts import dates
from dashboard.views.parts.source_column import SOURCE, sources_of
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, TICK_TO_OPEN, is_dates, said
from dashboard.views.place import arrivals, stay
from queries.statement import Statement

COLUMNS = {
    "review_ref": "Review",
    "source": SOURCE,
    "title": "Title",
    "practice_from": "Practice from",
    "practice_to": "Practice to",
    "incident_on": "Incident",
    "published_on": "Published",
    "board": "Board",
    "region": "Region",
    "agencies": "Agencies",
    "findings": "Findings",
    "factors": "Factors",
    "findings_uncoded": "Findings without a factor",
}
DATES = ("practice_from", "practice_to", "incident_on", "published_on")
HEIGHT = 480


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _review_table(file: str, sql: str, parameters: dict, sources: dict[str, str]) -> pd.DataFrame:
    """Put the dates into words once: thousands of rows are not worked over at each rerun."""
    reviews = run_table(file, Statement(sql, parameters))
    return reviews.assign(
        source=sources_of(reviews, sources),
        **{name: dates.column(reviews, name, f"{name}_precision") for name in DATES},
    )


def review_list(file: str, statement: Statement, chosen: Chosen) -> tuple[str, str] | None:
    """Draw the list.

    Args:
        file: the build.
        statement: the question `reviews`.
        chosen: the reader's choice.

    Returns:
        The reference of the review that was ticked, and the code of its source; or None.
    """
    date = st.column_config.DateColumn
    reviews = _review_table(file, statement.sql, statement.parameters, chosen.sources_named)
    real_dates = [name for name in DATES if is_dates(reviews, name)]
    headings = COLUMNS | {"board": chosen.board_label}
    event = st.dataframe(
        reviews,
        hide_index=True,
        height=min(HEIGHT, ONE_LINE * len(reviews) + HEADINGS),
        column_order=said(reviews, COLUMNS),
        column_config={
            name: date(heading, format="DD/MM/YYYY") if name in real_dates else heading
            for name, heading in headings.items()
        },
        placeholder="",
        key=f"reviews {arrivals()} {len(reviews)}",
        on_select=stay,
        selection_mode="single-row",
        alt="The selected reviews",
    )
    st.caption(TICK_TO_OPEN)
    if not event.selection.rows:
        return None
    row = reviews.iloc[event.selection.rows[0]]
    return str(row["review_ref"]), str(row["source_id"])
