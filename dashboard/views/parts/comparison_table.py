"""The table beside a comparison: the same numbers, to be read and sorted."""

import pandas as pd
import streamlit as st

from dashboard.comparison import Compared, comparisons
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, has_any, width_of

MOST_ROWS_SHOWN = 20
WIDEST_NAME = 400
MAY_BE_BLANK = ("Layer", "Note")


def draw(rows: pd.DataFrame, one: str, other: str) -> None:
    """Draw the table.

    Args:
        rows: rows of `dashboard.comparison.compared`.
        one: name of the first side.
        other: name of the second.
    """
    table = shown(rows, one, other)
    whole = st.column_config.NumberColumn
    points = "Percentage points: the share of the first side less that of the second"
    st.dataframe(
        table,
        hide_index=True,
        column_order=[name for name in table if name not in MAY_BE_BLANK or _says(table, name)],
        column_config={
            "Factor": st.column_config.TextColumn(width=width_of(table, "Factor", WIDEST_NAME)),
            **{
                f"{side}: {of}": whole(format="localized")
                for side in (one, other)
                for of in ("found in", "assessed")
            },
            **{f"{side}: share": whole(format="%.0f%%") for side in (one, other)},
            "Difference": whole(format="%.0f", help=points),
            "From": whole(format="%.0f", help="Lower limit of its 95% interval"),
            "To": whole(format="%.0f", help="Upper limit of its 95% interval"),
            "q": whole(format="%.3f", help="Stands out at 0.05 or less"),
        },
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt=f"Each factor with its counts for {one} and for {other}, and their difference",
    )


def shown(rows: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees.

    A percentage of too few reviews is left blank, and said to be so: sorted, it would stand first.
    """
    every = comparisons(rows)
    is_told = pd.Series([row.is_assessed and not row.is_too_few for row in every], dtype=bool)
    columns: dict[str, object] = {"Factor": rows["label"], "Layer": rows["layer_label"]}
    for side, letter in ((one, "a"), (other, "b")):
        columns[f"{side}: found in"] = rows[f"reviews_with_{letter}"]
        columns[f"{side}: assessed"] = rows[f"reviews_assessed_{letter}"]
        columns[f"{side}: share"] = (100 * rows[f"share_{letter}"]).where(is_told)
    for heading, name in (
        ("Difference", "difference"),
        ("From", "difference_low"),
        ("To", "difference_high"),
    ):
        columns[heading] = (100 * rows[name]).where(is_told)
    columns["q"] = rows["q_value"]
    columns["Note"] = pd.Series([_note(row) for row in every], dtype=object)
    return pd.DataFrame(columns)


def _note(row: Compared) -> str:
    """Return what else there is to say of a row."""
    if not row.is_assessed:
        return NOT_ASSESSED.capitalize()
    if row.is_too_few:
        return TOO_FEW.capitalize()
    return "Stands out" if row.is_different else ""


def _says(table: pd.DataFrame, name: str) -> bool:
    """Say whether a column of texts says anything here."""
    return has_any(table, name) and bool((table[name] != "").any())
