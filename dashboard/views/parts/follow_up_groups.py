"""What came of the follow-ups, group by group: each number opens its list."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen
from dashboard.database import build, run_table
from dashboard.sentences.after_action import EXPLAINED, STATES, clock
from dashboard.sentences.counts import NOT_RECORDED
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.downloads import downloads
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.settings import choose
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, width_of
from queries.selection import NONE
from queries.statement import compose

BY = {
    "strength": "Strength of the action",
    "evidence": "Evidence of its effect",
    "agency": "Agency",
    "factor": "Factor",
    "board": "Board",
}
NUMBERS = {name.replace(" ", "_"): (name, words) for name, words in STATES.items()}
"""Each column of states: the state, and its heading."""
NARROWED = ("at", "strength", "evidence")
"""The settings that narrow the list to a group."""
HEIGHT = 420
NARROWEST, WIDEST = 150, 380


def draw(chosen: Chosen, since: str) -> None:
    """Draw the table.

    Args:
        chosen: the reader's choice.
        since: what the clock starts with: signed off or completed.
    """
    st.header("By group")
    by = choose("by", "Each row is", BY | {"board": chosen.board_label}, "strength", kind="select")
    statement = compose("after_action", chosen.selection, since=since, by=by)
    rows = run_table(build(), statement)
    table = rows.assign(group_label=rows["group_label"].fillna(NOT_RECORDED))
    heading = chosen.board_label if by == "board" else BY[by]
    columns = ["group_label", "follow_ups", *NUMBERS]
    key = f"groups {place.arrivals()} {by} {since} {len(rows)}"
    st.dataframe(
        table,
        hide_index=True,
        height=min(HEIGHT, ONE_LINE * len(table) + HEADINGS),
        column_order=columns,
        column_config={
            "group_label": st.column_config.TextColumn(
                heading, width=max(width_of(table, "group_label", WIDEST), NARROWEST)
            ),
            "follow_ups": "Follow-ups",
            **{
                name: st.column_config.NumberColumn(words, help=EXPLAINED[state])
                for name, (state, words) in NUMBERS.items()
            },
        },
        key=key,
        on_select=_open,
        selection_mode="single-cell",
        alt=f"Follow-ups in each state, by {BY[by].lower()}",
    )
    # The callback has no other way to know which rows were shown when it is called.
    st.session_state["follow_up_groups"] = (key, by, rows["group_id"])
    st.caption(
        "Click a number to list its follow-ups below. Groups differ in how often they were looked "
        "at, and actions were not given to them by lot: this is no ranking.",
        width=LINE,
    )
    downloads(
        "after_action", AFTER_ACTION, statement, chosen, narrowed=(clock(since), f"By: {heading}")
    )


def _open() -> None:
    """List the follow-ups of the number that was clicked."""
    place.stay()
    key, by, groups = st.session_state["follow_up_groups"]
    cells = st.session_state[key].selection.cells
    if not cells:
        return
    row, column = cells[0]
    # a number is of all follow-ups of its group, whatever the list was narrowed to
    here = place.address().with_settings(**dict.fromkeys(NARROWED), reading=None, action=None)
    here = here.with_settings(state=NUMBERS[column][0] if column in NUMBERS else None)
    to = narrowed(here, by, groups.iloc[row])
    if to is not None:
        place.go(to)


def narrowed(address: Address, by: str, group: Any) -> Address | None:
    """Return an address that lists the follow-ups of one group.

    Args:
        address: where the reader is.
        by: what the group is of.
        group: its code; missing where it is not recorded.

    Returns:
        None where no filter chooses the group: a board that is not recorded.
    """
    missing = pd.isna(group)
    if by == "factor":
        return address.with_selection(factors=(str(group),))
    if by == "board":
        return None if missing else address.with_selection(boards=(str(group),))
    if by == "evidence":
        return address.with_settings(evidence="not recorded" if missing else str(group))
    setting = {"agency": "at", "strength": "strength"}[by]
    return address.with_settings(**{setting: NONE if missing else str(group)})
