"""The recommendations that repeat an earlier one, as a list to choose one from."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.repeats import Repeat, repeats
from dashboard.sentences.counts import first_of
from dashboard.sentences.repeats import came_of
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.dates import known
from dashboard.views.parts.source_column import SOURCE
from dashboard.views.parts.tables import BESIDE, HEADINGS, MOST, height_of_rows, width_of

HEIGHT = 420
WIDTHS = {"What is asked": 260, "Factor": 140, "Asked of": 130, "The one before": 165}
"""Pixels of the columns that hold texts."""
ONE_LINE_COLUMNS = ("Last asked", "Review", SOURCE, "Board")
NUMBERS = {
    "Reviews": (70, "Reviews in which it was asked, the latest among them"),
    "Since": (56, "Year in which it was first asked"),
    "Alike": (56, "Similarity of its words with those of the one before, of 100"),
}


def draw(rows: pd.DataFrame, listed: pd.DataFrame, chosen: Chosen) -> None:
    """Draw the list; a row that is ticked goes into the address.

    Args:
        rows: rows of `recommendations_compared.sql`.
        listed: rows of `dashboard.repeats.repeated`, of each repeat to list the latest earlier one.
        chosen: the reader's choice.
    """
    drawn = listed.head(MOST)
    every = repeats(rows, drawn)
    table = shown(every, chosen.sources_named)
    if len(chosen.choices["boards"]) > 1:
        boards: Any = rows["board"].iloc[drawn["later"]]
        table.insert(5, "Board", boards.tolist())
    row = height_of_rows(table, WIDTHS, 4)
    key = f"repeats {place.arrivals()} {len(listed)}"
    text = st.column_config.TextColumn
    st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=min(HEIGHT, row * len(table) + HEADINGS),
        column_config={
            **{name: text(width=width) for name, width in WIDTHS.items()},
            **{
                name: text(
                    chosen.board_label if name == "Board" else name,
                    width=width_of(table, name, 200) + BESIDE,
                )
                for name in ONE_LINE_COLUMNS
                if name in table
            },
            **{
                name: st.column_config.NumberColumn(width=width, format="%d", help=about)
                for name, (width, about) in NUMBERS.items()
            },
        },
        placeholder="",
        key=key,
        on_select=_choose,
        selection_mode="single-row",
        alt="Recommendations that repeat an earlier one, those asked in most reviews first",
    )
    # The callback has no other way to know which rows were shown when it is called.
    st.session_state["repeats_listed"] = (key, [one.recommended.key for one in every])
    st.caption(
        f"{first_of(MOST, len(listed))} Tick a row, or press Shift and Space in it, to read it "
        "side by side below.",
        width=LINE,
    )


def shown(every: list[Repeat], sources: Mapping[str, str]) -> pd.DataFrame:
    """Return the repeats under the headings that a reader sees, one row each.

    Args:
        every: the repeats.
        sources: `Chosen.sources_named`.
    """
    table = pd.DataFrame(
        {
            "Reviews": [one.reviews for one in every],
            "Since": [one.since for one in every],
            "What is asked": [one.recommended.statement for one in every],
            "Factor": [one.factors for one in every],
            "Asked of": [one.recommended.agency for one in every],
            "The one before": [_capital(came_of(one.earlier[0].recommended)) for one in every],
            "Last asked": [
                known(one.recommended.made_on, one.recommended.made_precision) for one in every
            ],
            "Alike": [one.earlier[0].similarity for one in every],
            "Review": [one.recommended.review_ref for one in every],
        }
    )
    of_each = [sources[one.recommended.source_id] for one in every] if sources else None
    return table if of_each is None else table.assign(**{SOURCE: of_each})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _choose() -> None:
    """Put the repeat of the row that was ticked into the address."""
    key, repeats_shown = st.session_state["repeats_listed"]
    rows = st.session_state[key].selection.rows
    place.set_page(one=repeats_shown[rows[0]] if rows else None)
