"""The reviews behind the number of a response status."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import build, run_table
from dashboard.responses import Responded
from dashboard.sentences import response_status as words
from dashboard.views import place
from dashboard.views.parts import dates, downloads
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import AFTER_ACTION, REVIEWS, open_page
from dashboard.views.parts.source_column import SOURCE, sources_of
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, TICK_TO_OPEN, is_dates, said
from queries.statement import Statement, compose

HEIGHT = 480
COLUMNS = {
    "review_ref": "Review",
    "source": SOURCE,
    "title": "Title",
    "published_on": "Published",
    "board": "Board",
    "status": "Response status",
    "replies": "Replies",
    "agencies": "Agencies",
    "link": "Link",
}


def draw(number: Responded, by: str, statement: Statement, chosen: Chosen) -> None:
    """Draw the list, and how it adds up to the number.

    Args:
        number: the number that the list stands behind.
        by: agency or period; empty for all reviews together.
        statement: what `statement_of` gives.
        chosen: the reader's choice.
    """
    st.header("The reviews")
    st.markdown(words.behind(number, by, str(chosen.selection.basis)), width=LINE)
    table = run_table(build(), statement)
    if table.empty:
        return
    _list(table, chosen)
    st.caption(TICK_TO_OPEN)
    group = (f"{by.capitalize()}: {number.group}",) if by else ()
    downloads.downloads(
        "responses",
        AFTER_ACTION,
        statement,
        chosen,
        notices=(words.OF_THE_WHOLE,),
        narrowed=(f"Response status: {number.label}", *group),
    )


def statement_of(number: Responded, agencies_as: str, chosen: Chosen) -> Statement:
    """Return the question that lists the reviews behind a number.

    Args:
        number: the number.
        agencies_as: what agencies count as: named, kind or sector.
        chosen: the reader's choice.
    """
    selection, involved = chosen.selection, number.group_id or None
    if number.first and number.last:
        begins, ends, involved = selection.period_from, selection.period_to, None
        selection = replace(
            selection,
            period_from=max(number.first, begins) if begins else number.first,
            period_to=min(number.last, ends) if ends else number.last,
        )
    return compose(
        "responses",
        selection,
        response_status=number.status,
        involved=involved,
        agencies_as=agencies_as,
    )


def _list(table: pd.DataFrame, chosen: Chosen) -> None:
    """Draw the rows; one that is ticked opens its review."""
    shown = table.assign(
        source=sources_of(table, chosen.sources_named),
        published_on=dates.column(table, "published_on", "published_on_precision"),
        replies=_numbers(table["replies"]),
    )
    published = COLUMNS["published_on"]
    headings = COLUMNS | {"board": chosen.board_label}
    event = st.dataframe(
        shown,
        hide_index=True,
        height=min(HEIGHT, ONE_LINE * len(shown) + HEADINGS),
        column_order=said(shown, COLUMNS),
        column_config={
            **headings,
            "published_on": st.column_config.DateColumn(published, format="DD/MM/YYYY")
            if is_dates(shown, "published_on")
            else published,
            "agencies": st.column_config.TextColumn("Agencies", width="large"),
            "link": st.column_config.LinkColumn(display_text="Open"),
        },
        placeholder="",
        key=f"responses listed {place.arrivals()} {len(shown)}",
        on_select=place.stay,
        selection_mode="single-row",
        alt="The reviews with their response status",
    )
    if rows := event.selection.rows:
        row = shown.iloc[rows[0]]
        open_page(REVIEWS, place.address().of_review(str(row["review_ref"]), str(row["source_id"])))


def _numbers(replies: Any) -> Any:
    """Return numbers of replies as numbers, to be sorted as such, where all of them are."""
    as_numbers: Any = pd.to_numeric(replies, errors="coerce")
    return as_numbers if as_numbers.notna().sum() == replies.notna().sum() else replies
