"""The tables of how strong actions are, and of what each type of action counts as."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.action_strength import GROUPED_BY, ActionType, Reach, Strengths
from dashboard.chosen import Chosen
from dashboard.sentences import action_strength as words
from dashboard.views.parts import downloads
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, height_of_rows, width_of
from queries.statement import Statement, compose

MOST_ROWS_SHOWN = 12
WIDEST_NAME = 300
NOTICES = (words.NOT_WORKED, words.CITATION)
REASON = 380


def draw(
    groups: Sequence[Strengths],
    by: str,
    cells: Sequence[Reach],
    types: Sequence[ActionType],
    statement: Statement,
    chosen: Chosen,
) -> list[Statement]:
    """Draw the tables, folded: each number in them stands in a chart too.

    Args:
        groups: the groups of actions.
        by: what they are grouped by.
        cells: the cells of the matrix; none where it is not drawn.
        types: the types of action.
        statement: the question of the groups, as it was asked.
        chosen: the reader's choice.

    Returns:
        The statements behind the tables.
    """
    asked = [statement]
    with st.expander("The numbers as tables"):
        _strengths(groups, by, statement, chosen)
        if cells:
            asked += [_reach(cells, chosen), compose("action_reach_left_out", chosen.selection)]
    with st.expander("What each type of action counts as"):
        asked.append(_mapping(types, chosen))
    return asked


def _strengths(rows: Sequence[Strengths], by: str, statement: Statement, chosen: Chosen) -> None:
    """Draw the groups of actions with their counts."""
    group = GROUPED_BY.get(by, "group").capitalize()
    table = pd.DataFrame(
        {
            group: [row.group for row in rows],
            "Actions": [row.actions for row in rows],
            "Stronger": [row.counts[0] for row in rows],
            "Intermediate": [row.counts[1] for row in rows],
            "Weaker": [row.counts[2] for row in rows],
            "Not known": [row.not_known for row in rows],
            "Stronger, of all": [words.number(row, 0) for row in rows],
            "Source says it": [row.recorded for row in rows],
        }
    )
    st.dataframe(
        table,
        hide_index=True,
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        column_config={
            group: st.column_config.TextColumn(width=width_of(table, group, WIDEST_NAME)),
            "Source says it": st.column_config.NumberColumn(
                help="Actions whose strength the source itself says; that of the others is that of "
                "their type"
            ),
        },
        alt="Actions of each strength, group by group",
    )
    by_type = statement.parameters.get("strength_by") == "type"
    basis = "by the type of action alone" if by_type else "as the source says, else by its type"
    downloads.downloads(
        "action_strength",
        AFTER_ACTION,
        statement,
        chosen,
        notices=NOTICES,
        narrowed=(f"Strength: {basis}", *([f"By: {GROUPED_BY[by]}"] if by in GROUPED_BY else [])),
    )


def _reach(cells: Sequence[Reach], chosen: Chosen) -> Statement:
    """Draw the cells of the matrix as a table, and return the question behind it."""
    statement = compose("action_reach", chosen.selection)
    there = [cell for cell in cells if cell.actions]
    table = pd.DataFrame(
        {
            "Finding lies at": [cell.finding for cell in there],
            "Action acts at": [cell.action for cell in there],
            "Actions": [cell.actions for cell in there],
            "Nearer the front line": [_nearer(cell) for cell in there],
        }
    )
    st.dataframe(
        table,
        hide_index=True,
        height=len(table) * ONE_LINE + HEADINGS,
        alt="Actions by the layer of the finding and the layer of the action",
    )
    downloads.downloads("action_reach", AFTER_ACTION, statement, chosen, notices=NOTICES)
    return statement


def _mapping(types: Sequence[ActionType], chosen: Chosen) -> Statement:
    """Draw what each type of action counts as, and why; return the question behind it."""
    st.markdown(words.CHANGEABLE, width=LINE)
    table = pd.DataFrame(
        {
            "Type": [one.label for one in types],
            "Strength": [words.NAMES.get(one.strength, "Not known") for one in types],
            "Layer": [one.layer for one in types],
            "Why": [one.reason for one in types],
            "Standing": [one.standing.capitalize() for one in types],
            "Actions": [one.actions for one in types],
            "Source says otherwise": [one.recorded_otherwise for one in types],
        }
    )
    row = height_of_rows(table, {"Why": REASON})
    st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=len(table) * row + HEADINGS,
        column_config={
            "Why": st.column_config.TextColumn(width=REASON),
            "Standing": st.column_config.TextColumn(
                help="Derived: read from what RCA2 names. Proposed: ours"
            ),
            "Source says otherwise": st.column_config.NumberColumn(
                help="Actions whose strength the source records as another than that of the type"
            ),
        },
        alt="Each type of action with its strength, its layer and the reason",
    )
    st.caption(words.STANDING, width=LINE)
    statement = compose("action_types", chosen.selection)
    downloads.downloads("action_types", AFTER_ACTION, statement, chosen, notices=NOTICES)
    return statement


def _nearer(cell: Reach) -> str:
    """Say whether the actions of a cell act nearer the front line than the finding."""
    return {True: "Yes", False: "No", None: "Cannot be compared"}[cell.is_mismatch]
