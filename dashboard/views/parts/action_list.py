"""The actions behind a number: how many they are, the list, and the way from each to its review."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.database import ANSWERS_KEPT, ask_rows, build, run_table
from dashboard.sentences.action_list import listed_actions
from dashboard.sentences.action_strength import NAMES
from dashboard.views import place
from dashboard.views.chosen import Chosen
from dashboard.views.parts import dates, downloads
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import REVIEWS, open_page
from dashboard.views.parts.tables import HEADINGS, height_of_rows, is_dates, said
from queries.selection import NONE
from queries.statement import Statement, compose

SETTINGS = (
    *("owner", "tracked", "strength", "strength_by", "action_type"),
    *("finding_layer", "action_layer"),
)
"""What of an address says which actions are listed: parameters of `actions`, by the same names."""
MOST = 2000
HEIGHT = 460
WIDTHS = {"Action": 320, "Recommendation": 280, "Factors of the finding": 220, "Contradiction": 220}
"""Pixels of the columns that hold texts."""
COLUMNS = {
    "Review": "review_ref",
    "Action": "action",
    "Strength": "strength",
    "Strength of its type": "strength_of_type",
    "Type": "action_type",
    "Owner": "owner_label",
    "How far": "tracked",
    "Due": "due_on",
    "Signed off": "signed_off_on",
    "Recommendation": "recommendation",
    "Factors of the finding": "factors",
    "Board": "board",
    "Contradiction": "contradictions",
}
DATES = {"Due": "due_on", "Signed off": "signed_off_on"}


def behind_address() -> dict[str, str]:
    """Return which actions the address lists, as parameters of the question `actions`."""
    address = place.address()
    held = {name: address.setting(name) for name in SETTINGS}
    return {name: value for name, value in held.items() if value}


def draw(
    chosen: Chosen,
    words: Mapping[str, str],
    behind: Mapping[str, Any] | None = None,
    *,
    title: str,
) -> None:
    """Draw the list.

    Args:
        chosen: the reader's choice.
        words: what to say of each parameter that narrows the list, such as "owner: Police";
            what is not said narrows it all the same.
        behind: the parameters of `actions`; None for those of the address.
        title: title of the page, for the downloads.
    """
    behind = behind_address() if behind is None else behind
    length = ask_rows("actions_count", chosen.selection, **behind)[0]
    st.markdown(listed_actions(length, [words[one] for one in behind if one in words]), width=LINE)
    if set(behind) - {"strength_by"}:
        st.button(
            "List all actions",
            key="list all actions",
            on_click=place.set_page,
            kwargs=dict.fromkeys(set(SETTINGS) - {"strength_by"}),
        )
    if not length.actions:
        return
    whole = compose("actions", chosen.selection, **behind)
    _list(compose("actions", chosen.selection, **behind, most=MOST), chosen)
    more = (
        f"Shown are the first {MOST:,}; the downloads hold all. " if length.actions > MOST else ""
    )
    st.caption(
        f"{more}Tick a row to open its review, or press Shift and Space in the row. "
        "A double click shows the whole of a cell.",
        width=LINE,
    )
    downloads.downloads("actions", title, whole, chosen)
    downloads.show_sql(whole)


def _list(statement: Statement, chosen: Chosen) -> None:
    """Draw the rows; one that is ticked opens its review."""
    table = _action_table(build(), statement.sql, statement.parameters, _types(chosen))
    shown = said(table, COLUMNS)
    if table["Strength"].equals(table["Strength of its type"]):
        shown.remove("Strength of its type")
    if table["Board"].nunique() < 2 and "Board" in shown:
        shown.remove("Board")
    widths = {heading: width for heading, width in WIDTHS.items() if heading in shown}
    row = height_of_rows(table, widths, 4) if widths else 35
    event = st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=min(HEIGHT, row * len(table) + HEADINGS),
        column_order=shown,
        column_config={
            **{
                heading: st.column_config.TextColumn(width=width)
                for heading, width in widths.items()
            },
            "Board": st.column_config.TextColumn(chosen.board_label),
            **{
                heading: st.column_config.DateColumn(format="DD/MM/YYYY")
                for heading in DATES
                if is_dates(table, heading)
            },
        },
        placeholder="",
        key=f"actions {place.arrivals()} {sorted(statement.parameters.items(), key=str)}",
        on_select="rerun",
        selection_mode="single-row",
        alt="The actions, one row for each",
    )
    if rows := event.selection.rows:
        reference = str(table["Review"].iloc[rows[0]])
        open_page(REVIEWS, replace(place.address().elsewhere(), review=reference))


def _types(chosen: Chosen) -> dict[str, str]:
    """Return what each type of action is called."""
    rows = ask_rows("action_types", chosen.default)
    return {row.action_type: row.action_type_label for row in rows if row.action_type != NONE}


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _action_table(
    file: str, sql: str, parameters: dict[str, Any], types: dict[str, str]
) -> pd.DataFrame:
    """Make the table once, with words for codes."""
    rows: Any = run_table(file, Statement(sql, parameters))
    table = pd.DataFrame({heading: rows[name] for heading, name in COLUMNS.items()})
    return table.assign(
        **{
            "Strength": rows["strength"].map(NAMES),
            "Strength of its type": rows["strength_of_type"].map(NAMES),
            "Type": rows["action_type"].map(types),
            "How far": rows["tracked"].str.capitalize(),
            **{
                heading: dates.column(rows, name, f"{name}_precision")
                for heading, name in DATES.items()
            },
        }
    )
