"""The action tracker: how far actions have come, what is tied to what, and the lists behind it."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.charts import action_progress as bars
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table
from dashboard.progress import Links, Progress, links, progress
from dashboard.sentences import actions as words
from dashboard.sentences.left_out import FINDING_FILTERS
from dashboard.views import place
from dashboard.views.parts import downloads, progress_table, tracker_lists
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.listed_below import listed_below
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import clicked
from dashboard.views.parts.progress_key import progress_key
from dashboard.views.parts.settings import choose, switch
from queries.selection import NONE
from queries.statement import Statement, compose

TITLE = "The lists behind the numbers"
FIRST = 12
MOST_GROUPS = 60
NAMES = {"owner": "Owner not recorded", "board": "Not recorded"}


def draw(chosen: Chosen, answer: DeltaGenerator) -> None:
    """Draw the tracker.

    Args:
        chosen: the reader's choice.
        answer: the container at the top of the page, for the answer in words.
    """
    tied = links(ask_rows("link_rates", chosen.selection))
    if not tied.recommendations:
        _nothing(chosen, answer)
        return
    every = progress(ask_table("action_progress", chosen.selection), "")
    with answer:
        if every:
            st.markdown(words.progress(every[0]), width=LINE)
        st.markdown("  \n".join(words.link_rates(tied)), width=LINE)
        if notes := _notes(chosen, every):
            st.markdown(" ".join(notes), width=LINE)
    by = _by(chosen)
    asked = [compose("link_rates", chosen.selection)]
    if every:
        _draw_progress(chosen, every[0], by)
    beneath_bars = st.container()
    if every:
        _draw_ages(every[0])
    beneath_ages = st.container()
    st.header(TITLE)
    _doors(tied, every)
    listing = tracker_lists.draw(chosen, tied, every)
    if listing is not None:
        for beneath in (beneath_bars, beneath_ages) if every else ():
            with beneath:
                listed_below(listing.in_words, TITLE)
        asked.append(listing.statement(chosen))
    if every:
        asked.append(_draw_table(chosen, by))
    downloads.show_sql(*asked)


def _notes(chosen: Chosen, every: list[Progress]) -> list[str]:
    """Return what must be known to read the numbers."""
    narrowing = [
        called for name, called in FINDING_FILTERS.items() if getattr(chosen.selection, name)
    ]
    said = [words.AS_RECORDED] if every else []
    if narrowing:
        said.append(words.narrowed(narrowing))
    return said


def _nothing(chosen: Chosen, answer: DeltaGenerator) -> None:
    """Say that no recommendation fits the filters."""
    recorded = links(ask_rows("link_rates", chosen.default)).recommendations
    answer.markdown(words.nothing(recorded), width=LINE)


def _doors(tied: Links, every: list[Progress]) -> None:
    """Draw the numbers that call for a look, each of which opens its list."""
    doors = tracker_lists.doors(tied, every)
    if not doors:
        return
    with st.container(horizontal=True, key="tracker_doors", gap="small"):
        for code, label in doors.items():
            st.button(
                label,
                key=f"door {code}",
                on_click=place.set_page,
                kwargs={"tracked": code, "owner": None},
            )


def _draw_progress(chosen: Chosen, every: Progress, by: str) -> None:
    """Draw a bar for each group of actions."""
    rows = progress(ask_table("action_progress", chosen.selection, by=by), NAMES[by])
    groups = f"{len(rows):,} {'owners' if by == 'owner' else 'groups'}"
    all_drawn = len(rows) > FIRST and switch("every", f"Draw all {groups}")
    drawn = rows[: MOST_GROUPS if all_drawn else FIRST]
    progress_key([word for word, number in every.words.items() if number], mode())
    event = clickable_chart(
        bars.action_progress(bars.by_group(drawn, by == "owner"), mode()),
        # drawn anew with each list: a bar that stays chosen would bring its own list back
        f"action_progress {by} {len(drawn)} {place.arrivals()} {_listed()}",
        bars.alt_text(drawn, by),
    )
    if mark := clicked(event):
        group, word = mark
        here = place.address().with_settings(tracked=word, owner=None)
        if by == "owner":
            here = here.with_settings(owner=group or NONE)
        else:
            here = here.with_selection(boards=(group,))
        place.show(here)
    cut = words.drawn(len(drawn), groups) if len(drawn) < len(rows) else ""
    st.caption(f"{cut}{words.NO_LEAGUE_TABLE} {words.HOW_TOLD}", width=LINE)


def _by(chosen: Chosen) -> str:
    """Draw the choice of what actions are grouped by, where there is one."""
    if len(chosen.choices["boards"]) < 2:
        return "owner"
    options = {"owner": "By owner", "board": f"By {chosen.board_label.lower()}"}
    return choose("by", "Actions", options, "owner")


def _draw_ages(every: Progress) -> None:
    """Draw for how long what is overdue has been overdue, and say what contradicts itself."""
    if every.words["overdue"]:
        st.header("For how long overdue")
        st.markdown(words.ages(every), width=LINE)
        event: Any = clickable_chart(
            bars.action_progress(bars.by_age(every), mode()),
            f"overdue_for {place.arrivals()} {_listed()}",
            bars.ages_alt_text(every),
            width=LINE,
        )
        if mark := clicked(event):
            tracked = tracker_lists.of_age(mark[0])
            place.show(place.address().with_settings(tracked=tracked, owner=None))
    st.markdown(words.contradictions(every), width=LINE)


def _listed() -> str:
    """Return which list the address opens."""
    here = place.address()
    return f"{here.setting('tracked')} {here.setting('owner')}"


def _draw_table(chosen: Chosen, by: str) -> Statement:
    """Draw the table beside the bars and its downloads; return the question behind it."""
    st.header("The numbers as a table")
    statement = compose("action_progress", chosen.selection, by=by)
    rows = progress(ask_table("action_progress", chosen.selection, by=by), NAMES[by])
    progress_table.draw(rows, chosen.board_label if by == "board" else "Owner")
    downloads.downloads("action_progress", AFTER_ACTION, statement, chosen, notices=words.NOTICES)
    return statement
