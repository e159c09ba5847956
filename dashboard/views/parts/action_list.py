"""The actions behind a number: how many they are, the list, and the way from each to its review."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from dashboard.database import ask_rows, build
from dashboard.sentences.action_list import listed_actions
from dashboard.sentences.action_strength import CITATION, NOT_WORKED
from dashboard.views import place
from dashboard.views.chosen import Chosen
from dashboard.views.parts import downloads
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import REVIEWS, open_page
from dashboard.views.parts.tables import HEADINGS, height_of_rows, is_dates
from dashboard.views.parts.tracker_table import TEXTS, table_of
from queries.statement import Statement, compose

SETTINGS = (
    *("owner", "strength", "strength_by", "action_type"),
    *("finding_layer", "action_layer"),
)
"""What of an address says which actions are listed: parameters of `actions`, by the same names."""
MOST = 2000
HEIGHT = 460
FIRST = ("Review", "Action", "Strength", "Strength of its type", "Type", "Owner")
"""The columns of which the page speaks; the others follow."""


def behind_address() -> dict[str, str]:
    """Return which actions the address lists, as parameters of the question `actions`."""
    address = place.address()
    held = {name: address.setting(name) for name in SETTINGS}
    return {name: value for name, value in held.items() if value}


def draw(chosen: Chosen, words: Mapping[str, str], title: str) -> Statement:
    """Draw the list of the actions that the address names.

    Args:
        chosen: the reader's choice.
        words: what to say of each parameter that narrows the list, such as "owner: Police";
            what is not said narrows it all the same.
        title: title of the page, for the downloads.

    Returns:
        The question behind the list, to be shown.
    """
    behind = behind_address()
    length = ask_rows("actions_count", chosen.selection, **behind)[0]
    st.markdown(listed_actions(length, [words[one] for one in behind if one in words]), width=LINE)
    if set(behind) - {"strength_by"}:
        st.button(
            "List all actions",
            key="list all actions",
            on_click=place.set_page,
            kwargs=dict.fromkeys(set(SETTINGS) - {"strength_by"}),
        )
    whole = compose("actions", chosen.selection, **behind)
    if not length.actions:
        return whole
    _list(compose("actions", chosen.selection, **behind, most=MOST), chosen)
    more = (
        f"Shown are the first {MOST:,}; the downloads hold all. " if length.actions > MOST else ""
    )
    st.caption(
        f"{more}Tick a row to open its review, or press Shift and Space in the row. "
        "A double click shows the whole of a cell.",
        width=LINE,
    )
    downloads.downloads(
        "actions",
        title,
        whole,
        chosen,
        notices=(NOT_WORKED, CITATION),
        narrowed=tuple(f"Only: {words[one]}" for one in behind if one in words),
    )
    return whole


def _list(statement: Statement, chosen: Chosen) -> None:
    """Draw the rows; one that is ticked opens its review."""
    table = table_of(build(), statement, chosen.board_label)
    first = [heading for heading in FIRST if heading in table]
    order = [*first, *(heading for heading in table if heading not in FIRST)]
    widths = {heading: width for heading, width in TEXTS.items() if heading in table}
    row = height_of_rows(table, widths, 4)
    event = st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=min(HEIGHT, row * len(table) + HEADINGS),
        column_order=order,
        column_config={
            **{
                heading: st.column_config.TextColumn(width=width)
                for heading, width in widths.items()
            },
            **{
                heading: st.column_config.DateColumn(format="DD/MM/YYYY")
                for heading in table
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
