"""The charts of the responses to reviews, and from each number the way to its list."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.charts import response_status as chart
from dashboard.chosen import Chosen
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.responses import Responded
from dashboard.sentences import count, escaped
from dashboard.sentences.counts import found_of
from dashboard.sentences.over_time import AXES
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import clicked
from dashboard.views.parts.responses_asked import Asked
from dashboard.views.parts.settings import choose

MOST_DRAWN = 25
"""So many agencies are drawn: those with the most reviews."""


def draw(asked: Asked, chosen: Chosen) -> None:
    """Draw each status over time, or one by agency; a mark opens the list of its reviews.

    Args:
        asked: what is drawn.
        chosen: the reader's choice.
    """
    key = f"responses {asked.by} {asked.status} {place.arrivals()}"
    if asked.by == "period":
        _over_time(asked, AXES[str(chosen.selection.basis)], key)
    else:
        _by_agency(asked, key)


def choose_number(numbers: Mapping[str, Responded]) -> str:
    """Draw the way to a list for those who do not use a pointer.

    Args:
        numbers: the numbers, by the code of their group.

    Returns:
        The code of the group whose reviews are listed; empty for all selected reviews.
    """
    options = {"": "All selected reviews"}
    for code, row in numbers.items():
        number = (
            found_of(row.reviews_with, row.reviews_recorded)
            if row.reviews_recorded is not None
            else count(row.reviews_with or 0, "review")
        )
        options[code] = f"{row.group}: {number}"
    label = "Reviews behind a number: choose it here, or click it in the chart"
    with st.container(width=LINE):
        return choose("at", label, options, "", kind="select")


def drawn_agencies(of_status: Sequence[Responded]) -> list[Responded]:
    """Return the agencies that are drawn: each one body, with reviews enough to give a share.

    Args:
        of_status: the rows of one status, those with the most reviews first.
    """
    return [row for row in of_status if row.is_told and row.is_one_body][:MOST_DRAWN]


def _over_time(asked: Asked, basis: str, key: str) -> None:
    """Draw each status over time."""
    drawn = asked.in_periods
    undated = next((row.reviews_recorded for row in asked.rows if row.first is None), 0)
    if undated:
        reviews = count(undated, "review")
        st.caption(f"Of {reviews} with a status, the date falls into no such period.", width=LINE)
    if not drawn:
        return
    figure, alt = chart.over_time(drawn, basis, mode()), chart.over_time_alt_text(drawn, basis)
    event = clickable_chart(figure, key, alt)
    whole = [entry.replace(" ", "\u00a0", 1) for entry in chart.key(drawn)]
    st.caption(escaped("\u2003".join(whole)), width=LINE)
    if mark := clicked(event):
        _open(status=mark[0], at=mark[2])


def _by_agency(asked: Asked, key: str) -> None:
    """Draw one status by agency."""
    drawn = drawn_agencies(asked.of_status)
    if drawn:
        figure, alt = chart.by_agency(drawn, mode()), chart.by_agency_alt_text(drawn)
        if mark := clicked(clickable_chart(figure, key, alt)):
            _open(at=mark[0])
    st.caption(_left_out(asked, len(drawn)), width=LINE)


def _open(**settings: Any) -> None:
    """Open the list behind a mark."""
    place.show(place.address().with_settings(**settings))


def _left_out(asked: Asked, drawn: int) -> str:
    """Say which agencies are not drawn, and where they are; nothing where all are."""
    every = asked.of_status
    enough = sum(row.is_told and row.is_one_body for row in every)
    several = sum(not row.is_one_body for row in every)
    few = len(every) - enough - several
    said = []
    if enough > drawn:
        said.append(f"Drawn are the {drawn} with the most reviews, of {enough:,}.")
    if few:
        said.append(f"Of {count(few, *asked.noun)} there are fewer than {TOO_FEW_REVIEWS} reviews.")
    if several:
        said.append(f"{count(several, 'name')} may stand for several, or for none that is known.")
    return " ".join([*said, "The table holds all."]) if said else ""
