"""The table beside a comparison: the same numbers, to be read and sorted."""

import pandas as pd
import streamlit as st

from dashboard.charts.comparison import GLYPHS
from dashboard.comparison import Compared, comparisons
from dashboard.sentences import escaped
from dashboard.sentences.comparison import whole_points
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, probability
from dashboard.views.parts.tables import HEADINGS, height_of_rows, width_of

MOST_ROWS_SHOWN = 20
WIDEST_NAME = 230
NUMBER = 78
LIMIT = 60
"""Pixels of a column of numbers: all of them are to be seen without scrolling."""


def draw(rows: pd.DataFrame, one: str, other: str) -> None:
    """Draw the table; its headings name the sides by the symbols of the chart.

    Args:
        rows: rows of `dashboard.comparison.compared`.
        one: name of the first side.
        other: name of the second.
    """
    table = shown(rows)
    width = width_of(table, "Factor", WIDEST_NAME)
    row = height_of_rows(table, {"Factor": width})
    has_notes = any(table["Note"].tolist())
    whole = st.column_config.NumberColumn
    points = f"Percentage points: the share of {one} less that of {other}"
    st.caption(escaped(f"{GLYPHS[0]} {one}, {GLYPHS[1]} {other}"))
    st.dataframe(
        # numbers that are sorted as such, and read as "under 0.001", never as nought
        table.style.format(probability, subset=["q"], na_rep="").format(
            lambda points: whole_points(points / 100),
            subset=["Difference", "From", "To"],
            na_rep="",
        ),
        hide_index=True,
        column_order=[name for name in table if name != "Note" or has_notes],
        column_config={
            "Factor": st.column_config.TextColumn(width=width),
            **{
                f"{glyph} {of}": whole(format="localized", width=NUMBER, help=f"{side}: {meaning}")
                for glyph, side in zip(GLYPHS, (one, other), strict=True)
                for of, meaning in MEANINGS.items()
            },
            "Difference": whole(width=NUMBER, help=points),
            "From": whole(width=LIMIT, help="Lower limit of its 95% interval"),
            "To": whole(width=LIMIT, help="Upper limit of its 95% interval"),
            "q": whole(width=NUMBER, help="Stands out at 0.05 or less"),
        },
        row_height=row,
        height=min(len(table), MOST_ROWS_SHOWN) * row + HEADINGS,
        placeholder="",
        alt=f"Each factor with its counts for {one} and for {other}, and their difference",
    )


MEANINGS = {
    "found in": "reviews in which the factor is found",
    "of": "reviews in which it was assessed",
}


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees.

    A difference with too few reviews on a side is left blank, and said to be so: sorted, it would
    stand first.
    """
    every = comparisons(rows)
    is_told = pd.Series([row.is_assessed and not row.is_too_few for row in every], dtype=bool)
    columns: dict[str, object] = {"Factor": rows["label"]}
    for glyph, letter in zip(GLYPHS, "ab", strict=True):
        columns[f"{glyph} found in"] = rows[f"reviews_with_{letter}"]
        columns[f"{glyph} of"] = rows[f"reviews_assessed_{letter}"]
    for heading, name in (
        ("Difference", "difference"),
        ("From", "difference_low"),
        ("To", "difference_high"),
    ):
        columns[heading] = (100 * rows[name]).where(is_told)
    columns["q"] = rows["q_value"]
    columns["Note"] = [_note(row) for row in every]
    return pd.DataFrame(columns)


def _note(row: Compared) -> str:
    """Return what else there is to say of a row."""
    if not row.is_assessed:
        return NOT_ASSESSED.capitalize()
    if row.is_too_few:
        return TOO_FEW.capitalize()
    return "Stands out" if row.is_different else ""
