"""Signed-off actions, and whether their factor was found again in practice afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import follow_ups as follow_ups_chart
from dashboard.database import ask_rows, build, run_table
from dashboard.estimates import STRATA
from dashboard.sentences import NOT_CAUSED_BY, after_action, count, escaped
from dashboard.sentences.counts import NOT_RECORDED
from dashboard.sentences.not_followed import not_followed, not_placed
from dashboard.views import place
from dashboard.views.chosen import Chosen
from dashboard.views.parts import follow_up_groups, follow_up_times, one_follow_up
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.downloads import downloads, show_sql
from dashboard.views.parts.follow_up_groups import NARROWED
from dashboard.views.parts.follow_up_list import follow_up_list
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.mode import mode
from dashboard.views.parts.not_followed_list import not_followed_list
from dashboard.views.parts.open_evidence import clicked
from dashboard.views.parts.settings import choose
from queries.statement import Statement, compose

SINCE = {"signed off": "Signed off by the board", "completed": "Completed, says its owner"}
DONE = {"signed off": "signed-off", "completed": "completed"}
EVERY = "all"


@dataclass(frozen=True)
class Asked:
    """What the reader asked of the follow-ups.

    Attributes:
        since: what the clock starts with: signed off or completed.
        statement: the question `follow_ups`, of all of them.
        rows: its rows.
        fates: rows of `followed_or_not.sql`: fate -> actions.
    """

    since: str
    statement: Statement
    rows: pd.DataFrame
    fates: Mapping[str, int]


def draw(chosen: Chosen, answer: Any) -> None:
    """Draw what became of what was put right.

    Args:
        chosen: the reader's choice.
        answer: the container at the top of the page, for the answer in words.
    """
    asked = _asked(chosen)
    with answer:
        st.markdown(after_action.follow_ups(asked.rows, DONE[asked.since]), width=LINE)
        if leniently := after_action.leniently(asked.rows):
            st.markdown(leniently, width=LINE)
        _cannot_be_told(asked, chosen)
    if not asked.rows.empty:
        _states(asked)
        st.caption(f"{after_action.NOT_SUCCESS} {NOT_CAUSED_BY}", width=LINE)
        _list(asked, chosen)
        follow_up_times.draw(asked.rows)
        follow_up_groups.draw(chosen, asked.since)
    if sum(asked.fates.values()) > asked.fates.get("followed", 0):
        not_followed_list(chosen, asked.since)
    show_sql(asked.statement)


def _asked(chosen: Chosen) -> Asked:
    """Draw what the clock starts with, and ask."""
    since = choose("since", "The clock starts when the action was", SINCE, "signed off")
    statement = compose("follow_ups", chosen.selection, since=since)
    fates = {
        row.fate: int(row.actions)
        for row in ask_rows("followed_or_not", chosen.selection, since=since)
    }
    return Asked(since, statement, run_table(build(), statement), fates)


def _cannot_be_told(asked: Asked, chosen: Chosen) -> None:
    """Say what is left out, and where it is looked for."""
    [recorded] = ask_rows("practice_recorded", chosen.selection)
    said = [
        not_followed(asked.fates, DONE[asked.since]),
        not_placed(
            int(recorded.reviews),
            int(recorded.reviews_without_date),
            int(recorded.reviews_without_beginning),
            int(recorded.reviews_without_end),
        ),
    ]
    st.markdown(escaped(" ".join(filter(None, said))), width=LINE)
    st.caption(
        "A follow-up is one action with one factor at one agency: the action's owner where the "
        "problem was found at it, else each agency where it was. It is looked for in all other "
        "reviews of the same board in the chosen sources, whatever else is chosen, and placed by "
        "when the practice took place: never by when the review came out.",
        width=LINE,
    )


def _states(asked: Asked) -> None:
    """Draw the states; a bar that is clicked lists its follow-ups."""
    event = clickable_chart(
        follow_ups_chart.follow_ups(asked.rows, mode()),
        f"states {place.arrivals()} {asked.since}",
        follow_ups_chart.alt_text(asked.rows),
    )
    if mark := clicked(event):
        state, reading = mark[:2]
        here = place.address()
        if (here.setting("state"), here.setting("reading") or "") != (state, reading):
            # a bar is of all follow-ups, whatever the list was narrowed to
            every = here.with_settings(**dict.fromkeys(NARROWED), action=None)
            place.go(every.with_settings(state=state, reading=reading or None))
            st.rerun()


def _list(asked: Asked, chosen: Chosen) -> None:
    """Draw the list of the follow-ups in one state, and the one that was ticked."""
    st.subheader("The follow-ups")
    here = place.address()
    is_lenient = here.setting("reading") == "lenient"
    column = "lenient_state" if is_lenient else "state"
    narrowed = {name: value for name in NARROWED if (value := here.setting(name))}
    of_group = run_table(
        build(), compose("follow_ups", chosen.selection, since=asked.since, **narrowed)
    )
    in_state = list(of_group[column])
    states = {
        name: f"{words} ({in_state.count(name):,})"
        for name, words in after_action.STATES.items()
        if not is_lenient or name != "overlaps"
    }
    options = {EVERY: f"All ({len(of_group):,})", **states}
    state = choose("state", "Which are listed", options, EVERY, kind="select", clears=("action",))
    _narrowed(asked, narrowed, is_lenient)
    statement = compose(
        "follow_ups",
        chosen.selection,
        since=asked.since,
        state=None if state == EVERY else state,
        reading="lenient" if is_lenient else None,
        **narrowed,
    )
    rows = run_table(build(), statement)
    actions = len(rows[["source_id", "action_ref"]].drop_duplicates())
    of = "" if actions == len(rows) else f" of {count(actions, 'action')}"
    st.markdown(f"**{count(len(rows), 'follow-up')}**{of}", width=LINE)
    if len(rows):
        follow_up_list(statement, chosen, "Signed off" if asked.since == "signed off" else "Done")
    one_follow_up.draw(chosen, asked.since)
    if len(rows):
        downloads("follow_ups", AFTER_ACTION, statement, chosen)


def _narrowed(asked: Asked, narrowed: Mapping[str, str], is_lenient: bool) -> None:
    """Draw what the list is narrowed to, each to be taken away."""
    agencies = dict(zip(asked.rows["agency_id"], asked.rows["agency_label"], strict=True))
    words: dict[str, Callable[[str], str]] = {
        "at": lambda code: f"At {agencies.get(code, code)}",
        "strength": lambda code: f"Strength: {STRATA['strength'].get(code, NOT_RECORDED)}",
        "evidence": lambda code: f"Evidence: {STRATA['evidence_grade'].get(code, NOT_RECORDED)}",
    }
    taken = {
        f"{name} {value}": (words[name](value), {name: None}) for name, value in narrowed.items()
    }
    if is_lenient:
        taken["lenient"] = (after_action.READINGS["lenient"], {"reading": None, "state": None})
    if not taken:
        return
    with st.container(horizontal=True, key="narrowed", gap="small"):
        for key, (label, without) in taken.items():
            st.button(
                escaped(label),
                icon=":material/close:",
                icon_position="right",
                key=f"narrowed {key}",
                on_click=place.set_page,
                kwargs={**without, "action": None},
            )
