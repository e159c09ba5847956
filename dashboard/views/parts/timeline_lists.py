"""What is new, and what was not seen for long: each a door to its evidence."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.answers import rows_of
from dashboard.chosen import Chosen
from dashboard.sentences import count, escaped, listed, over_time
from dashboard.timeline import Timeline
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import EVIDENCE, link
from dashboard.views.parts.open_evidence import evidence
from dashboard.views.parts.timeline_charts import in_period

LISTED = 10
"""The table holds the others."""
NAMED = 3
DAY = timedelta(days=1)


def draw(timeline: Timeline, chosen: Chosen, kind: str) -> None:
    """Draw both lists.

    Args:
        timeline: the factors over time.
        chosen: the reader's choice.
        kind: kind of period.
    """
    rows: list[Any] = rows_of(timeline.history)
    if not rows or pd.isna(rows[0].latest_from):
        return
    latest = rows[0]
    new = [row for row in rows if row.is_new]
    unseen = [row for row in rows if row.is_not_seen_lately]
    lately = "8 quarters" if "quarter" in kind else "2 years"
    as_what = over_time.AS[latest.appraisal]
    beside = st.columns(2, gap="large")
    with beside[0]:
        st.header(escaped(f"New in {latest.latest_period}{as_what}"))
        none = over_time.none_new(latest.appraisal)
        _list(new, none, over_time.new, lambda row: _in_latest(chosen, row))
        _first_assessed(rows)
    with beside[1]:
        st.header(f"Not seen for {lately}{as_what}")
        none = over_time.none_unseen(latest.appraisal, lately, latest.latest_period)
        _list(unseen, none, over_time.unseen, lambda row: _since(chosen, row))
        if unseen:
            ending = f"The {lately} are those that end with {latest.latest_period}."
            st.caption(escaped(ending), width=LINE)
    after = timeline.ends.incomplete_after
    if after and latest.latest_to.date() > after:
        st.caption(
            "The latest periods may be incomplete: what is not seen in them may be still to come.",
            width=LINE,
        )


def _list(
    rows: Sequence[Any],
    none: str,
    words: Callable[[Any], str],
    address: Callable[[Any], Address],
) -> None:
    """Draw one list, each entry with the way to its evidence; or say that it is empty."""
    if not rows:
        st.markdown(none)
    for row in rows[:LISTED]:
        # the words stand beside the link and not in it: a link is cut where it is too long
        with st.container(gap=None):
            st.markdown(words(row))
            link(EVIDENCE, "Open its evidence", address(row), icon=":material/arrow_forward:")
    if len(rows) > LISTED:
        st.caption(f"{count(len(rows) - LISTED, 'other')} in the table below.")


def _first_assessed(rows: Sequence[Any]) -> None:
    """Name the factors that were found as soon as they were assessed: they are not called new."""
    first = [
        row.label
        for row in rows
        if pd.notna(row.reviews_with_latest)
        and row.reviews_with_latest > 0
        and row.reviews_assessed_before == 0
        and row.found_from >= row.latest_from
    ]
    if first:
        named = listed(first) if len(first) <= NAMED else count(len(first), "factor")
        st.caption(escaped(f"Assessed for the first time, and so not called new: {named}."))


def _in_latest(chosen: Chosen, row: Any) -> Address:
    """Return the address of the findings of a factor in the latest period."""
    days = row.latest_from.date(), row.latest_to.date()
    return in_period(chosen, row.factor_id, row.appraisal, *days)


def _since(chosen: Chosen, row: Any) -> Address:
    """Return the address of the reviews since a factor was last found: 0 of them hold it."""
    return evidence(chosen, row.factor_id, row.appraisal, period_from=row.found_to.date() + DAY)
