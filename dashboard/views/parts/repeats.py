"""Recommendations that were made before: how often, what became of them, and both side by side."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows, build, estimated, run_table
from dashboard.downloads import Definition
from dashboard.estimates.wording import ALIKE
from dashboard.repeats import (
    OF_BOTH,
    OF_EARLIER,
    OF_LATER,
    Repeat,
    counted,
    repeated,
    repeats,
    told,
)
from dashboard.sentences import count, escaped
from dashboard.sentences import repeats as words
from dashboard.views import place
from dashboard.views.parts import repeat_list, side_by_side
from dashboard.views.parts.around import LINE
from dashboard.views.parts.downloads import downloads, show_sql
from dashboard.views.parts.links import AFTER_ACTION, link
from dashboard.views.parts.settings import choose
from queries.question import question
from queries.selection import Selection
from queries.statement import Statement, compose

ALIKES = {"70": "70 or more", "80": "80 or more", "90": "90 or more", "100": "The same words"}
LATEST, EVERY, AFTER = "latest", "all", "after sign-off"
LISTS = {
    LATEST: "Each request once, by its latest repeat",
    EVERY: "All repeats",
    AFTER: "Asked again after sign-off",
}
LISTS_UNLINKED = {
    "show": "tracker",
    "tracked": "without finding",
    **dict.fromkeys(("alike", "state", "one")),
}
"""Settings of the tracker, which lists the recommendations that answer no finding."""
HOW_ALIKE = (
    "The words of both are put in order and compared letter by letter: 100 is the same words, in "
    "whatever order."
)
ADDED = {
    "factors": "factors that the findings of both hold",
    "reviews": "reviews in which it was asked, this one among them",
    "since": "year in which it was first asked",
    "similarity": "of the words of both, 0 to 100, rounded down (token_sort_ratio of RapidFuzz)",
    "is_signed_off_before": "true: all actions of the earlier one were signed off before",
    "is_listed": "false: it stands, with all its earlier ones, among those of a later repeat",
}


def draw(chosen: Chosen, answer: Any) -> None:
    """Draw the repeats, and one of them side by side.

    Args:
        chosen: the reader's choice.
        answer: the container at the top of the page, for the answer in words.
    """
    statement = compose("recommendations_compared", chosen.selection)
    compared = _number(statement)
    reasons = _reasons(chosen.selection)
    if not compared:
        _nothing(chosen, reasons, answer)
        return
    alike = int(
        choose("alike", "How alike the words", ALIKES, str(ALIKE), kind="pills", help=HOW_ALIKE)
    )
    rows = run_table(build(), statement)
    pairs = estimated(statement, repeated, alike=alike)
    lines: Any = pairs[pairs["place"] == 1]
    with answer:
        st.markdown(_said(rows, pairs, compared, alike), width=LINE)
        if without := words.not_compared(reasons, compared):
            st.markdown(without, width=LINE)
            _list_of_unlinked(reasons)
        st.markdown(words.WORDS_ALONE, width=LINE)
    if len(lines):
        listed = _listed(pairs, lines)
        repeat_list.draw(rows, listed, chosen)
        one = _one(rows, pairs, listed if len(listed) else lines)
        side_by_side.draw(one, chosen.sources_named)
        st.caption(words.A_FINDING_ITSELF, width=LINE)
        downloads(
            "recommendations_compared",
            AFTER_ACTION,
            statement,
            chosen,
            finish=lambda answer: told(answer, alike),
            columns=_columns(),
            called="repeated_recommendations",
            notices=(words.WORDS_ALONE, f"Similarity of the words: {alike} or more of 100."),
        )
    show_sql(statement, compose("recommendations_not_compared", chosen.selection))


def _list_of_unlinked(reasons: dict[str, int]) -> None:
    """Draw the way to the recommendations that cannot be compared since they answer no finding."""
    if number := reasons.get("no finding"):
        to = place.address().with_settings(**LISTS_UNLINKED)
        label = f"List the {number:,} that answer no finding" if number > 1 else "List that one"
        link(AFTER_ACTION, label, to, icon=":material/arrow_forward:")


def _listed(pairs: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Draw the choice of what is listed, and return the lines of it.

    Args:
        pairs: rows of `dashboard.repeats.repeated`.
        lines: of these, of each repeat the one with the latest earlier one.
    """
    every: Any = pairs
    of = {
        LATEST: lines[lines["is_listed"]],
        EVERY: lines,
        AFTER: lines[lines["later"].isin(every.loc[every["is_signed_off_before"], "later"])],
    }
    options = {name: f"{LISTS[name]} ({len(rows):,})" for name, rows in of.items()}
    listed = choose("state", "Which are listed", options, LATEST, kind="select", clears=("one",))
    if listed == LATEST:
        st.markdown(words.listing(len(lines), len(of[LATEST])), width=LINE)
    return of[listed]


def _said(rows: pd.DataFrame, pairs: pd.DataFrame, compared: int, alike: int) -> str:
    """Return the answer in words."""
    every: Any = pairs
    first = repeats(rows, _all_of(pairs, every["later"].iloc[0])) if len(pairs) else [None]
    before = every.loc[every["is_signed_off_before"], "later"].nunique()
    return words.repeats(compared, every["later"].nunique(), before, alike, first[0])


def _number(statement: Statement) -> int:
    """Return how many recommendations can be compared."""
    number: Any = estimated(statement, counted)["recommendations"]
    return int(number.iloc[0])


def _reasons(selection: Selection) -> dict[str, int]:
    """Return how many cannot be compared, by the reason."""
    rows = ask_rows("recommendations_not_compared", selection)
    return {row.reason: int(row.recommendations) for row in rows}


def _nothing(chosen: Chosen, reasons: dict[str, int], answer: Any) -> None:
    """Say why nothing can be compared: none is selected, or none is fit to be."""
    if sum(reasons.values()):
        said = f"**No recommendation can be compared.** {words.not_compared(reasons, 0)}"
    else:
        reviews = count(int(chosen.extent.reviews_selected), "selected review")
        said = (
            f"**No recommendation fits the filters**: none of the {reviews} makes one that answers "
            "what is chosen."
        )
    answer.markdown(said, width=LINE)


def _one(rows: pd.DataFrame, pairs: pd.DataFrame, listed: pd.DataFrame) -> Repeat:
    """Return the repeat that the address names, or else the first of the list."""
    held = place.address().setting("one")
    source, _, reference = (held or "").partition("/")
    at: Any = (rows["source_id"] == source) & (rows["recommendation_ref"] == reference)
    chosen = _all_of(pairs, at.to_numpy().argmax()) if at.any() else pairs.iloc[:0]
    if held and chosen.empty:
        st.caption(
            escaped(f'"{held}", which the address names, repeats no earlier one here.'), width=LINE
        )
    if chosen.empty:
        chosen = _all_of(pairs, listed["later"].iloc[0])
    return repeats(rows, chosen)[0]


def _all_of(pairs: pd.DataFrame, later: Any) -> pd.DataFrame:
    """Return the rows of one repeat."""
    rows: Any = pairs[pairs["later"] == later]
    return rows


def _columns() -> tuple[Definition, ...]:
    """Return what the columns of the download mean."""
    asked = {one.name: one.meaning for one in question("recommendations_compared").columns}
    return (
        *(Definition(name, asked[name]) for name in OF_LATER),
        *(Definition(name, ADDED[name]) for name in OF_BOTH),
        *(Definition(f"earlier_{name}", f"earlier one: {asked[name]}") for name in OF_EARLIER),
    )
