"""The actions behind a number: how many they are, the list, and the way from each to its review."""

from collections.abc import Mapping

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows, build
from dashboard.sentences.action_list import listed_actions
from dashboard.sentences.action_strength import CITATION, NOT_WORKED
from dashboard.sentences.counts import first_of
from dashboard.views import place
from dashboard.views.parts import downloads, tracker_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.source_column import SOURCE
from dashboard.views.parts.tables import MOST, TICK_TO_OPEN
from queries.statement import Statement, compose

SETTINGS = (
    *("owner", "strength", "strength_by", "action_type"),
    *("finding_layer", "action_layer"),
)
"""What of an address says which actions are listed: parameters of `actions`, by the same names."""
HEIGHT = 460
FIRST = ("Review", SOURCE, "Action", "Strength", "Strength of its type", "Type", "Owner")
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
    st.caption(
        f"{first_of(MOST, length.actions)} {TICK_TO_OPEN} "
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
    table = tracker_table.table_of(build(), statement, chosen)
    key = f"actions {sorted(statement.parameters.items(), key=str)}"
    tracker_table.draw(table, HEIGHT, key, "The actions, one row for each", FIRST)
