"""The follow-ups as a list: each action with its factor and agency, and what came of it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import build, run_table
from dashboard.estimates import STRATA
from dashboard.sentences.after_action import STATES
from dashboard.sentences.counts import first_of
from dashboard.views import place
from dashboard.views.parts import dates
from dashboard.views.parts.around import LINE
from dashboard.views.parts.source_column import SOURCE, WIDTH, sources_of
from dashboard.views.parts.tables import (
    BESIDE,
    HEADINGS,
    MOST,
    height_of_rows,
    is_dates,
    said,
    width_of,
)
from queries.statement import Statement

COLUMNS = {
    "action_ref": "Action",
    "source": SOURCE,
    "came_of_it": "What came of it",
    "factor_label": "Factor",
    "agency_label": "At",
    "later": "In later reviews",
    "since": "Signed off",
    "under_way": "In practice under way",
    "strength_label": "Strength",
    "evidence_label": "Evidence of its effect",
    "owner_label": "Owner",
    "board": "Board",
    "action": "What was done",
}
WIDTHS = {
    "source": WIDTH,
    "came_of_it": 125,
    "factor_label": 185,
    "agency_label": 160,
    "later": 128,
    "under_way": 160,
    "action": 300,
}
"""Pixels of the columns whose texts break into lines."""
HEIGHT = 420
WIDEST = 260


def follow_up_list(statement: Statement, chosen: Chosen, since_label: str) -> pd.DataFrame:
    """Draw the list, of which each row opens what came later.

    Args:
        statement: the question `follow_ups`, as it is narrowed.
        chosen: the reader's choice.
        since_label: heading of the date that the clock starts with.

    Returns:
        Rows of `follow_ups.sql`.
    """
    rows = run_table(build(), statement)
    if more := first_of(MOST, len(rows)):
        st.caption(more)
    table = _table(rows.head(MOST), chosen.sources_named)
    headings = COLUMNS | {"since": since_label, "board": chosen.board_label}
    key = f"follow-ups {place.arrivals()} {len(rows)} {statement.parameters}"
    exact = {"since": st.column_config.DateColumn(since_label, format="DD/MM/YYYY")}
    real = exact if is_dates(table, "since") else {}
    row = height_of_rows(table, {name: WIDTHS[name] for name in WIDTHS if name != "action"}, 3)
    st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=min(HEIGHT, row * len(table) + HEADINGS),
        column_order=said(table, COLUMNS),
        column_config={
            name: st.column_config.TextColumn(
                heading, width=WIDTHS.get(name) or width_of(table, name, WIDEST) + BESIDE
            )
            for name, heading in headings.items()
            if name not in real
        }
        | real,
        placeholder="",
        key=key,
        on_select=_open,
        selection_mode="single-row",
        alt="Follow-ups: signed-off actions, each with a factor at an agency and what came of it",
    )
    # The callback has no other way to know which rows were shown when it is called.
    st.session_state["follow_ups_listed"] = (key, keys(table))
    st.caption(
        "Tick a row to see the later reviews behind it below, or press Shift and Space in the row.",
        width=LINE,
    )
    return rows


def keys(rows: pd.DataFrame) -> Any:
    """Return what tells each action from every other in an address.

    That is its reference; before it stands its source where two sources have the same.

    Args:
        rows: rows of `follow_ups.sql`.
    """
    sources: Any = rows.groupby("action_ref")["source_id"].transform("nunique")
    whole: Any = rows["source_id"] + "/" + rows["action_ref"]
    return rows["action_ref"].where(sources == 1, whole)


def _open() -> None:
    """Open the action of the row that was ticked, or close it."""
    key, actions = st.session_state["follow_ups_listed"]
    rows = st.session_state[key].selection.rows
    place.set_page(action=str(actions.iloc[rows[0]]) if rows else None)


def _table(rows: pd.DataFrame, sources: dict[str, str]) -> pd.DataFrame:
    """Return the rows with what a reader sees of them."""
    return rows.assign(
        source=sources_of(rows, sources),
        since=dates.column(rows, "since_first", "since_precision"),
        came_of_it=_named(rows, "state", STATES),
        later=_of(rows, "reviews_after"),
        under_way=_of(rows, "reviews_straddling"),
        strength_label=_named(rows, "strength", STRATA["strength"]),
        evidence_label=_named(rows, "evidence_grade", STRATA["evidence_grade"]),
        board=rows["board"] if len(set(rows["board"])) > 1 else None,
    )


def _named(rows: pd.DataFrame, name: str, names: Mapping[str, str]) -> Any:
    """Return a column of codes as their names."""
    codes: Any = rows[name]
    return codes.map(dict(names))


def _of(rows: pd.DataFrame, name: str) -> Any:
    """Return in how many of the later reviews it was found; "none" where there is no review."""
    pairs = zip(rows[f"{name}_with"], rows[name], strict=True)
    words = [f"found in {found} of {of}" if of else "none" for found, of in pairs]
    return pd.Series(words, index=rows.index, dtype="str")
