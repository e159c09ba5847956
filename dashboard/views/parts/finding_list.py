"""The findings behind a number: how they add up to it, and the list."""

from math import ceil
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table, build
from dashboard.sentences import IN_THE_SAME_REVIEW, NOT_CAUSED_BY, bold, count, escaped, listed
from dashboard.views import place
from dashboard.views.parts import downloads, empty, factor_after_action
from dashboard.views.parts.adds_up import adds_up, behind_address, groups_of_address
from dashboard.views.parts.around import LINE
from dashboard.views.parts.finding_table import columns_shown, finding_table, not_recorded
from dashboard.views.parts.source_column import SOURCE, WIDTH
from dashboard.views.parts.tables import (
    HEADINGS,
    TICK_TO_OPEN,
    has_any,
    height_of_rows,
    is_dates,
    largest,
)
from queries.statement import compose

PAGE = 5000
HEIGHT = 520
WIDTHS = {
    "Review": 120,
    SOURCE: WIDTH,
    "Title": 180,
    "Finding": 320,
    "Quotation": 320,
    "Factor": 200,
    "Found at": 200,
    "In the same review": 320,
}
"""Pixels of the columns that hold texts."""


def draw(chosen: Chosen) -> None:
    """Draw the sentence, the list and its downloads."""
    _found_at(chosen)
    behind = behind_address(chosen)
    length = ask_rows("findings_count", chosen.selection, **behind)[0]
    if not length.codings:
        _none_found(chosen)
        return
    st.markdown(adds_up(chosen, length, behind), width=LINE)
    statement = compose("findings", chosen.selection, **behind)
    after = _page(int(length.codings))
    part = compose("findings", chosen.selection, **behind, after=after, most=PAGE)
    table = finding_table(build(), part, chosen.sources_named)
    missing = not_recorded(table)
    if missing:
        st.caption(f"Not recorded for any of these: {listed(missing)}.", width=LINE)
    _list(table, chosen, after)
    said = " ".join(_notices(table))
    st.caption(
        f"{TICK_TO_OPEN} A double click shows the whole of a cell. {escaped(said)}",
        width=LINE,
    )
    downloads.downloads("findings", "Evidence", statement, chosen, notices=_notices(table))
    if len(chosen.selection.factors) == 1:
        at = None if behind["agencies_as"] else behind["found_at"]
        factor_after_action.draw(chosen, chosen.selection.factors[0], at)
    downloads.show_sql(statement)


def _none_found(chosen: Chosen) -> None:
    """Say that there is nothing to list: none found, or not looked for."""
    recurrence = ask_table("factor_recurrence", chosen.selection)
    assessed = largest(recurrence, "reviews_assessed")
    factors = chosen.selection.factors
    if len(factors) == 1 and len(recurrence):
        name = bold(chosen.labels["factors"][factors[0]])
        if assessed:
            said = f"0 of {count(assessed, 'review')} hold {name}: it was assessed, and not found."
        else:
            said = f"{name} was not assessed in any of the selected reviews."
        st.markdown(said, width=LINE)
    empty.no_finding(chosen)


def _found_at(chosen: Chosen) -> None:
    """Draw the choice of the agency at which the findings were made, where findings say so."""
    rows = ask_rows("agency_groups", chosen.default, **groups_of_address())
    agencies = {row.group_id: row.label for row in rows}
    found_at = place.address().found_at
    if found_at not in agencies:
        found_at = None
        place.stay_at(place.address().at(None))
    if not agencies or not (chosen.is_coded_to_agencies or found_at):
        return
    key = "choose_found_at"
    choices = [None, *agencies]
    st.selectbox(
        "Found at" if chosen.is_coded_to_agencies else "In the same review as",
        choices,
        index=choices.index(place.hold(key, found_at)),
        format_func=lambda agency: "Any agency" if agency is None else agencies[agency],
        key=key,
        filter_mode="contains",
        on_change=_take_found_at,
        width=LINE // 2,
    )


def _take_found_at() -> None:
    """Go to the findings made at an agency."""
    place.go(place.address().at(st.session_state["choose_found_at"]))


def _page(rows: int) -> int:
    """Draw the choice of a page where the list is too long for one; return the rows before it."""
    pages = ceil(rows / PAGE)
    if pages == 1:
        return 0
    chosen = st.selectbox(
        "Part of the list",
        range(pages),
        format_func=lambda n: f"Rows {n * PAGE + 1:,} to {min((n + 1) * PAGE, rows):,}",
        key=f"part {place.arrivals()} {rows}",
        on_change=place.stay,
        filter_mode="contains",
        width=LINE // 2,
    )
    return PAGE * chosen


def _notices(table: pd.DataFrame) -> tuple[str, ...]:
    """Return what must be said beside the list."""
    same = (IN_THE_SAME_REVIEW,) if has_any(table, "In the same review") else ()
    return (*same, NOT_CAUSED_BY)


def _list(table: pd.DataFrame, chosen: Chosen, after: int) -> None:
    """Draw the rows."""
    constant = set()
    if len(chosen.selection.factors) == 1:
        constant.add("Factor")
    if not chosen.has_appraisals:
        constant.add("Appraisal")
    shown = columns_shown(table, chosen.board_label, constant)
    # Rows as high as the longest text would leave room for few: the rest opens by a double click.
    widths = {heading: width for heading, width in WIDTHS.items() if heading in shown}
    row = height_of_rows(table, widths, 4 if {"Finding", "Quotation"} & set(shown) else 2)
    key = f"findings {place.arrivals()} {after} {len(table)}"
    st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=min(HEIGHT, row * len(table) + HEADINGS),
        column_order=list(shown),
        column_config={
            **{
                heading: st.column_config.TextColumn(width=width)
                for heading, width in WIDTHS.items()
            },
            "Board": st.column_config.TextColumn(shown.get("Board")),
            "Practice": _date_column(table, "Practice"),
            "Published": _date_column(table, "Published"),
            "Link": st.column_config.LinkColumn(display_text="Open"),
        },
        placeholder="",
        key=key,
        on_select=_open,
        selection_mode="single-row",
        alt="The findings, one row for each finding and factor",
    )
    # The callback has no other way to know which rows were shown when it is called.
    st.session_state["findings_listed"] = (key, table[["Review", "source_id"]])


def _open() -> None:
    """Open the review of the row that was ticked."""
    place.stay()
    key, listed = st.session_state["findings_listed"]
    rows = st.session_state[key].selection.rows
    if rows:
        reference, source = listed.iloc[rows[0]]
        place.go(place.address().opening(str(reference), str(source)))


def _date_column(table: pd.DataFrame, name: str) -> Any:
    """Return how a column of dates is shown; words are left as they are."""
    if is_dates(table, name):
        return st.column_config.DateColumn(format="DD/MM/YYYY")
    return st.column_config.TextColumn()
