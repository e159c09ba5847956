"""The reviews in which accounts of one factor differ, as a list that opens each of them."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import build, estimated, run_table
from dashboard.sentences.ordinary_work import NEEDS_BOTH, WHAT_DIFFERS, accounts_differing
from dashboard.views.parts.around import LINE
from dashboard.views.parts.downloads import downloads, show_sql
from dashboard.views.parts.links import EVIDENCE, ORDINARY_WORK, open_page
from dashboard.views.parts.open_evidence import evidence
from dashboard.views.parts.source_column import SOURCE, sources_of
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, TICK_TO_OPEN, said, width_of
from dashboard.views.place import arrivals, stay
from queries.statement import compose

COLUMNS = {
    "review_ref": "Review",
    "source": SOURCE,
    "factor_label": "Factor",
    "accounts_problem": "A problem to",
    "accounts_strength": "A strength to",
    "accounts_both": "Both to",
    "findings": "Findings",
    "title": "Title",
}
HEIGHT = 480
WIDEST = 320


def draw(chosen: Chosen) -> None:
    """Draw in how many reviews accounts differ, and which these are."""
    st.header("Where accounts differ")
    appraisals = chosen.selection.appraisals
    if appraisals and not {"problem", "strength"} <= set(appraisals):
        st.markdown(NEEDS_BOTH, width=LINE)
        return
    statement = compose("accounts_differing", chosen.selection)
    rows = run_table(build(), statement)
    differing, compared = (
        int(rows[name].iloc[0]) if len(rows) else 0
        for name in ("reviews_differing", "reviews_compared")
    )
    st.markdown(accounts_differing(differing, compared), width=LINE)
    st.caption(WHAT_DIFFERS, width=LINE)
    if differing:
        rows = estimated(statement, only_differing)
        _list(chosen, rows.assign(source=sources_of(rows, chosen.sources_named)))
    if compared:
        downloads("accounts_differing", ORDINARY_WORK, statement, chosen, notices=(WHAT_DIFFERS,))
    show_sql(statement)


def only_differing(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in which accounts differ.

    Args:
        rows: rows of `accounts_differing.sql`.
    """
    of_list: Any = rows[rows["is_differing"]]
    return of_list


def _list(chosen: Chosen, rows: pd.DataFrame) -> None:
    """Draw the list; a review that is ticked is opened, and Back leads to the factor's findings."""
    event = st.dataframe(
        rows,
        hide_index=True,
        height=min(HEIGHT, ONE_LINE * len(rows) + HEADINGS),
        column_order=said(rows, COLUMNS),
        column_config={
            name: st.column_config.TextColumn(heading, width=width_of(rows, name, WIDEST))
            for name, heading in COLUMNS.items()
            if name not in ("findings", "title")
        }
        | {name: COLUMNS[name] for name in ("findings", "title")},
        placeholder="",
        key=f"differing {arrivals()} {len(rows)}",
        on_select=stay,
        selection_mode="single-row",
        alt="Reviews in which accounts of the same factor differ",
    )
    st.caption(TICK_TO_OPEN)
    if event.selection.rows:
        row = rows.iloc[event.selection.rows[0]]
        address = evidence(chosen, str(row["factor_id"]))
        open_page(EVIDENCE, address.opening(str(row["review_ref"]), str(row["source_id"])))
