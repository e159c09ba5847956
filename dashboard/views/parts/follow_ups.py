"""Signed-off actions, and whether their factor was found again in practice afterwards."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import follow_ups as follow_ups_chart
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, build, run_table
from dashboard.estimates import STRATA
from dashboard.sentences import NOT_CAUSED_BY, after_action, count, escaped
from dashboard.sentences.counts import NOT_RECORDED
from dashboard.sentences.not_followed import not_followed, not_placed
from dashboard.views import place
from dashboard.views.parts import follow_up_groups, follow_up_times, one_follow_up
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.downloads import downloads, show_sql
from dashboard.views.parts.follow_up_groups import NARROWED
from dashboard.views.parts.follow_up_list import follow_up_list
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.listed_below import listed_below
from dashboard.views.parts.mode import mode
from dashboard.views.parts.not_followed_list import not_followed_list
from dashboard.views.parts.open_evidence import clicked
from dashboard.views.parts.settings import choose
from queries.statement import Statement, compose

DONE = {"signed off": "signed-off", "completed": "completed"}
EVERY = "all"
NOTICES = (after_action.NOT_SUCCESS, after_action.WHAT_IT_IS, after_action.WHERE_LOOKED)
TITLE = "The follow-ups"


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
        said = (
            after_action.follow_ups(asked.rows, DONE[asked.since]),
            after_action.leniently(asked.rows),
        )
        st.markdown(" ".join(filter(None, said)), width=LINE)
        _cannot_be_told(asked, chosen)
    if not asked.rows.empty:
        _states(asked)
        beneath_states = st.container()
        st.caption(f"{after_action.WHERE_LOOKED} {NOT_CAUSED_BY}", width=LINE)
        follow_up_groups.draw(chosen, asked.since)
        beneath_groups = st.container()
        what = _list(asked, chosen)
        for beneath in (beneath_states, beneath_groups) if what else ():
            with beneath:
                listed_below(what, TITLE)
        follow_up_times.draw(asked.rows)
    if sum(asked.fates.values()) > asked.fates.get("followed", 0):
        not_followed_list(chosen, asked.since)
    show_sql(asked.statement)


def _asked(chosen: Chosen) -> Asked:
    """Draw what the clock starts with, and ask."""
    since = choose("since", after_action.CLOCK, after_action.SINCE, "signed off", kind="pills")
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
        "" if asked.rows.empty else after_action.NOT_SUCCESS,
        not_followed(asked.fates, DONE[asked.since]),
        not_placed(
            int(recorded.reviews),
            int(recorded.reviews_without_date),
            int(recorded.reviews_without_beginning),
            int(recorded.reviews_without_end),
        ),
    ]
    st.markdown(escaped(" ".join(filter(None, said))), width=LINE)


def _states(asked: Asked) -> None:
    """Draw the states; a bar that is clicked lists its follow-ups."""
    here = place.address()
    listed = f"{here.setting('state') or EVERY} {here.setting('reading') or ''}"
    event = clickable_chart(
        follow_ups_chart.follow_ups(asked.rows, mode()),
        # drawn anew with each list: a bar that stays chosen would bring its own list back
        f"states {place.arrivals()} {asked.since} {listed}",
        follow_ups_chart.alt_text(asked.rows),
    )
    if mark := clicked(event):
        state, reading = mark[:2]
        # a bar is of all follow-ups, whatever the list was narrowed to
        every = here.with_settings(**dict.fromkeys(NARROWED), action=None)
        place.show(every.with_settings(state=state, reading=reading or None))


def _list(asked: Asked, chosen: Chosen) -> str:
    """Draw the list of the follow-ups in one state, and the one that was ticked.

    Returns:
        What is listed, in plain text; empty where all are.
    """
    st.header(TITLE)
    here = place.address()
    is_lenient = here.setting("reading") == "lenient"
    column = "lenient_state" if is_lenient else "state"
    narrowed = {name: value for name in NARROWED if (value := here.setting(name))}
    of_group = run_table(
        build(), compose("follow_ups", chosen.selection, since=asked.since, **narrowed)
    )
    in_state = Counter(of_group[column])
    states = {
        name: f"{words} ({in_state[name]:,})"
        for name, words in after_action.STATES.items()
        if not is_lenient or name != "overlaps"
    }
    options = {EVERY: f"All ({len(of_group):,})", **states}
    state = choose("state", "Which are listed", options, EVERY, kind="select", clears=("action",))
    names = _narrowed(asked, narrowed, is_lenient)
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
    of = f" of {count(actions, 'action')}"
    st.markdown(f"**{count(len(rows), 'follow-up')}**{of}", width=LINE)
    if len(rows):
        follow_up_list(statement, chosen, "Signed off" if asked.since == "signed off" else "Done")
    one_follow_up.draw(chosen, asked.since)
    names = [after_action.STATES[state].lower(), *names] if state != EVERY else names
    if len(rows):
        downloads(
            "follow_ups",
            AFTER_ACTION,
            statement,
            chosen,
            notices=NOTICES,
            narrowed=(after_action.clock(asked.since), *(f"Only: {name}" for name in names)),
        )
    return f"{count(len(rows), 'follow-up')} ({'; '.join(names)})" if names else ""


def _narrowed(asked: Asked, narrowed: Mapping[str, str], is_lenient: bool) -> list[str]:
    """Draw what the list is narrowed to, each to be taken away, and return it in words."""
    agencies = asked.rows.drop_duplicates("agency_id").set_index("agency_id")["agency_label"]
    words: dict[str, Callable[[str], str]] = {
        "at": lambda code: f"At {agencies.get(code, code)}",
        "strength": lambda code: f"Strength: {STRATA['strength'].get(code, NOT_RECORDED)}",
        "evidence": lambda code: f"Evidence: {STRATA['evidence_grade'].get(code, NOT_RECORDED)}",
    }
    taken = {
        f"{name} {value}": (words[name](value), {name: None}) for name, value in narrowed.items()
    }
    if is_lenient:
        reading = f"Practice that {after_action.READINGS['lenient'].lower()}"
        taken["lenient"] = (reading, {"reading": None, "state": None})
    if not taken:
        return []
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
    return [label[:1].lower() + label[1:] for label, _ in taken.values()]
