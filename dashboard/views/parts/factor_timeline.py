"""The timeline of one factor: practice, what answers it, and what was signed off, on one axis."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.address import Address
from dashboard.charts import factor_timeline as chart
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table, estimated
from dashboard.events import Event, Happened
from dashboard.sentences import IN_THE_SAME_REVIEW, NOT_CAUSED_BY, bold, escaped
from dashboard.sentences import factor_timeline as words
from dashboard.views import place
from dashboard.views.parts import downloads, empty, factor_timeline_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.links import AFTER_ACTION, REVIEWS, WHEN, link, open_page
from dashboard.views.parts.mode import mode
from dashboard.views.parts.notes import draw_note, draw_notes, notes_of
from dashboard.views.parts.open_evidence import clicked
from dashboard.views.parts.settings import choose
from queries.statement import compose

NAME = "factor_timeline"
ANYWHERE = ""
LISTED = 500
"""The table holds the others."""


def draw(chosen: Chosen, answer: DeltaGenerator) -> None:
    """Draw the timeline of the factor that the reader chooses, at any agency or at one.

    Args:
        chosen: the reader's choice.
        answer: the container at the top of the page, for the answer in words.
    """
    if not _has_answers(chosen):
        _no_answers(answer)
        return
    found = [row for row in ask_rows("factor_found", chosen.selection) if _is_found(row)]
    if not found:
        empty.no_finding(chosen)
        return
    with st.container(horizontal=True, key="settings of timeline", gap="medium"):
        with st.container(width=LINE // 2):
            factor = _factor(chosen, found)
        one = replace(chosen.selection, factors=(factor,))
        with st.container(width=LINE // 2):
            at, agency = _agency(chosen, ask_table(NAME, one))
    statement = compose(NAME, one, at=at or None)
    happened = estimated(statement, Happened)
    name = next(row.label for row in found if row.factor_id == factor)
    if not len(happened):
        _nothing_there(name, agency, answer)
        return
    with answer:
        st.markdown(words.factor_timeline(name, agency, happened), width=LINE)
        cannot = f"{words.cannot_tell(happened)} {words.LAG}"
        st.markdown(escaped(cannot.strip()), width=LINE)
    if happened.has_dates:
        _chart(name, happened, chosen, f"{factor} {at}")
    st.caption(escaped(_to_read(happened)), width=LINE)
    listed = happened.listed
    _choose_event(listed, chosen)
    if ticked := factor_timeline_table.draw(listed, len(happened), chosen):
        open_page(REVIEWS, _of_review(ticked))
    downloads.downloads(
        NAME,
        AFTER_ACTION,
        statement,
        chosen,
        notices=(words.LAG, words.LINKED),
        narrowed=(f"Factor of the timeline: {name}", f"Agency: {agency or 'any'}"),
    )
    downloads.show_sql(statement)
    st.header("Notes of the board")
    draw_notes(chosen)


def _has_answers(chosen: Chosen) -> bool:
    """Say whether anything answers a finding; where something was signed off it does."""
    signed = ask_table(NAME, chosen.selection, event="signed off")
    return not signed.empty or not ask_table(NAME, chosen.default, event="made").empty


def _is_found(row: Any) -> bool:
    """Say whether a factor is found in any of the selected reviews."""
    return bool(pd.notna(row.reviews_with) and row.reviews_with)


def _factor(chosen: Chosen, found: Sequence[Any]) -> str:
    """Draw the choice of the factor, and return it.

    The first is the one of which most was signed off, else the one found in the most reviews.
    """
    by_reviews = sorted(found, key=lambda row: -row.reviews_with)
    signed = ask_table(NAME, chosen.selection, event="signed off").dropna(subset="first_day")
    number = Counter(signed["factor_id"])
    usual = max(by_reviews, key=lambda row: number[row.factor_id]).factor_id
    names = {row.factor_id: row.label for row in by_reviews}
    if len(names) == 1:
        return usual
    return choose("large", "Factor", names, usual, kind="select")


def _agency(chosen: Chosen, rows: pd.DataFrame) -> tuple[str, str]:
    """Draw the choice of the agency, and return its code and its name; "" for any.

    Args:
        chosen: the reader's choice.
        rows: the events of the factor, for the agencies that are asked or own something.
    """
    involved = ask_rows("agency_groups", chosen.selection, follow_successors=True)
    names = {row.group_id: row.label for row in involved}
    asked: Any = rows.loc[rows["event"] != "practice", ["agency_id", "agency_label"]]
    names = dict(asked.dropna().drop_duplicates().itertuples(index=False)) | names
    if not names:
        return ANYWHERE, ""
    ordered = dict(sorted(names.items(), key=lambda name: name[1].casefold()))
    at = choose("at", "Agency", {ANYWHERE: "Any agency", **ordered}, ANYWHERE, kind="select")
    return at, names.get(at, "")


def _no_answers(answer: DeltaGenerator) -> None:
    """Say that nothing is recorded that practice could be set beside, and where to look instead."""
    with answer:
        st.markdown(
            "**No recommendation or action is recorded that answers a finding of the chosen "
            "sources**, so that there is nothing to set practice beside. When each factor was "
            "found can be seen by period.",
            width=LINE,
        )
        link(WHEN, "See when factors were found", place.address().elsewhere())


def _nothing_there(name: str, agency: str, answer: DeltaGenerator) -> None:
    """Say that an agency has nothing of the factor, and offer to look at any."""
    with answer:
        st.markdown(
            f"No finding with {bold(name)} names {escaped(agency)} in the selected reviews, and "
            "nothing that answers it is asked of it or owned by it.",
            width=LINE,
        )
        st.button(
            "Look at any agency", key="any_agency", on_click=place.set_page, kwargs={"at": None}
        )


def _chart(name: str, happened: Happened, chosen: Chosen, key: str) -> None:
    """Draw the chart, whose marks open their reviews, or the note that they are of."""
    event = clickable_chart(
        chart.factor_timeline(happened, notes_of(chosen), mode(), chosen.sources_named),
        f"{NAME} {key} {place.arrivals()}",
        chart.alt_text(name, happened),
    )
    if mark := clicked(event):
        if mark[0]:
            open_page(REVIEWS, place.address().of_review(*mark))
        draw_note(int(mark[1]), chosen)


def _to_read(happened: Happened) -> str:
    """Return what must be known to read the chart and the table."""
    same = [IN_THE_SAME_REVIEW] if happened.is_in_review else []
    captions = [chart.left_undrawn(happened), chart.HOW_TO_READ, words.LINKED, *same]
    return " ".join(filter(None, [*captions, NOT_CAUSED_BY]))


def _choose_event(happened: Sequence[Event], chosen: Chosen) -> None:
    """Draw the way to a review for those who do not use a pointer: choose, follow a link."""
    few = len(happened) <= LISTED
    event = st.selectbox(
        "Review behind an event: choose it here, or click its mark in the chart"
        if few
        else f"Review behind one of the latest {LISTED} events: choose it here, or click its mark",
        happened[-LISTED:],
        format_func=lambda event: factor_timeline_table.in_words(event, chosen.sources_named),
        key=f"event {place.arrivals()}",
        on_change=place.stay,
        filter_mode="contains",
        width=LINE,
    )
    link(REVIEWS, "Open the review", _of_review(event), icon=":material/arrow_forward:")


def _of_review(event: Event) -> Address:
    """Return the address of the review that an event belongs to."""
    return place.address().of_review(event.review_ref, event.source_id)
