"""Whether reviews were responded to: each status over time, or one of them by agency."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.responses import judged
from dashboard.sentences import count, escaped
from dashboard.sentences import response_status as words
from dashboard.views import place
from dashboard.views.parts import (
    downloads,
    no_answers,
    response_list,
    responses_charts,
    responses_table,
)
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.responses_asked import Asked, ask


def draw(chosen: Chosen, answer: Any) -> None:
    """Draw how the selected reviews were responded to.

    Args:
        chosen: the reader's choice.
        answer: the container at the top of the page, for the answer in words.
    """
    statuses = ask_rows("response_statuses", chosen.selection)
    if not statuses:
        with answer:
            no_answers.no_responses(chosen)
        return
    asked = ask(chosen, statuses)
    if not asked.together:
        selected = count(int(chosen.extent.reviews_selected), "selected review")
        answer.markdown(f"**No response status is recorded in the {selected}.**", width=LINE)
        return
    with answer:
        _say(asked, chosen)
    numbers = {row.group_id: row for row in asked.of_status if row.group_id}
    behind = numbers.get(responses_charts.choose_number(numbers))
    if behind is not None:
        st.button(
            "Back to the chart", key="back_to_chart", on_click=place.set_page, kwargs={"at": None}
        )
    else:
        responses_charts.draw(asked, chosen)
        _say_meanings(statuses)
        _draw_table(asked, chosen)
    listed = behind or next(row for row in asked.together if row.status == asked.status)
    statement = response_list.statement_of(listed, asked.agencies_as, chosen)
    response_list.draw(listed, asked.by if behind else "", statement, chosen)
    downloads.show_sql(asked.statement, statement)


def _say(asked: Asked, chosen: Chosen) -> None:
    """Draw the answer in words, and what it cannot tell."""
    st.markdown(words.response_status(asked.together, asked.status), width=LINE)
    if without := words.not_recorded(asked.together):
        st.markdown(without, width=LINE)
    st.markdown(f"{words.OF_THE_WHOLE} {words.LESS_TIME}", width=LINE)
    if asked.by == "agency":
        drawn = responses_charts.drawn_agencies(asked.of_status)
        st.markdown(words.by_agency(drawn, asked.noun), width=LINE)
    else:
        basis = str(chosen.selection.basis)
        st.markdown(words.over_time(asked.in_periods, asked.status, basis), width=LINE)


def _say_meanings(statuses: Sequence[Any]) -> None:
    """Draw what the statuses mean, as the codebook says."""
    meanings = [
        f"**{escaped(row.label)}**: {escaped(row.definition)}"
        for row in statuses
        if pd.notna(row.definition)
    ]
    st.caption("  \n".join(meanings), width=LINE)


def _draw_table(asked: Asked, chosen: Chosen) -> None:
    """Draw the numbers of the chart, to be read and taken away."""
    responses_table.draw(asked.rows, asked.by, asked.status, asked.noun[0].capitalize())
    downloads.downloads(
        "response_status",
        AFTER_ACTION,
        asked.statement,
        chosen,
        finish=judged,
        added=responses_table.ADDED,
        notices=(words.OF_THE_WHOLE, words.LESS_TIME),
    )
