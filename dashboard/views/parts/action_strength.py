"""Are the actions strong enough: their strength, and whether they reach what they answer."""

from typing import Any

import streamlit as st

from dashboard.action_strength import Strengths, action_types, strengths
from dashboard.charts import action_strength as bars
from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences import action_strength as words
from dashboard.views import place
from dashboard.views.parts import action_list, action_numbers, action_reach, action_strength_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.downloads import show_sql
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import clicked
from dashboard.views.parts.settings import choose
from queries.statement import compose

TOGETHER, RECORDED, TYPE = "together", "recorded", "type"
MOST_GROUPS = 40


def draw(chosen: Chosen, answer: Any) -> None:
    """Draw how strong the actions are.

    Args:
        chosen: the reader's choice.
        answer: the container at the top of the page, for the answer in words.
    """
    if not ask_rows("action_strength", chosen.selection):
        recorded = bool(ask_rows("action_strength", chosen.default))
        said = words.no_actions(recorded, int(chosen.extent.reviews_selected))
        answer.markdown(said, width=LINE)
        return
    by = choose("by", "Actions", _groupings(chosen), TOGETHER, kind="pills")
    strength_by = choose(
        "strength_by",
        "Strength",
        {RECORDED: "As the source says", TYPE: "By type alone"},
        RECORDED,
        help="What the source says of an action, and else of its type; or its type alone.",
    )
    is_by_type = strength_by == TYPE
    [together] = strengths(ask_rows("action_strength", chosen.selection, strength_by=strength_by))
    types = action_types(ask_rows("action_types", chosen.selection))
    left_out = ask_rows("action_reach_left_out", chosen.selection)[0]
    with answer:
        st.markdown(words.strength(together, types, by_type=is_by_type), width=LINE)
        st.markdown(action_reach.said(chosen, left_out), width=LINE)
        st.markdown(words.NOT_WORKED, width=LINE)
    own = {"by": None if by == TOGETHER else by, "strength_by": strength_by}
    groups = strengths(ask_rows("action_strength", chosen.selection, **own), own["by"] or "")
    said = action_numbers.in_words(chosen)
    _bars(groups, by, chosen)
    action_numbers.say_listed(chosen, said)
    st.caption(f"{words.WHAT_THEY_ARE} {words.CITATION}", width=LINE)
    cells = action_reach.draw(chosen, left_out)
    if cells:
        action_numbers.say_listed(chosen, said)
    st.header(action_numbers.TITLE)
    action_numbers.choose(action_numbers.numbers(chosen, groups, by, cells))
    listed = action_list.draw(chosen, said, AFTER_ACTION)
    asked = compose("action_strength", chosen.selection, **own)
    tables = action_strength_table.draw(groups, by, cells, types, asked, chosen)
    show_sql(*tables, listed)


def _groupings(chosen: Chosen) -> dict[str, str]:
    """Return what actions can be grouped by."""
    board = chosen.board_label
    return {
        TOGETHER: "All together",
        "action_type": "By type",
        "agency": "By owner",
        "factor": "By factor",
        "board": f"By {board[:1].lower()}{board[1:]}",
    }


def _bars(groups: list[Strengths], by: str, chosen: Chosen) -> None:
    """Draw the bars; a piece that is clicked lists its actions."""
    drawn = groups[:MOST_GROUPS]
    event = clickable_chart(
        bars.action_strength(drawn, mode()),
        f"strength {by} {place.arrivals()} {sorted(action_list.behind_address().items())}",
        bars.alt_text(drawn),
    )
    if mark := clicked(event):
        action_numbers.show(action_numbers.of_group(chosen, by, mark[0], mark[1]))
    captions = [] if all(map(bars.is_drawn, drawn)) else [bars.NO_BAR]
    if by == "factor":
        captions.append(
            "An action stands under each factor of the finding that it answers: the groups add up "
            "to more than all actions."
        )
    if by == "agency":
        captions.append(
            "An agency that owns few actions can differ from others by chance, and by what it was "
            "asked to do: this is no comparison of agencies."
        )
    if len(groups) > MOST_GROUPS:
        captions.append(f"Drawn are the {MOST_GROUPS} largest groups, of {len(groups):,}.")
    for caption in captions:
        st.caption(caption, width=LINE)
