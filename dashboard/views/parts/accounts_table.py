"""The table beside the matrix of accounts: the same numbers, to be read and sorted."""

import pandas as pd
import streamlit as st

from dashboard.charts.factor_by_perspective import accounts
from dashboard.sentences.counts import found_of
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, width_of

MOST_ROWS_SHOWN = 20
WIDEST_NAME = 500


def draw(rows: pd.DataFrame) -> None:
    """Draw the table: a line a factor and account.

    Args:
        rows: rows of `factor_by_perspective.sql`, of one appraisal.
    """
    table = shown(rows)
    whole = st.column_config.NumberColumn
    st.dataframe(
        table,
        hide_index=True,
        column_config={
            "Factor": st.column_config.TextColumn(width=width_of(table, "Factor", WIDEST_NAME)),
            "Found in": whole(format="localized", help="Reviews with such a finding"),
            "Assessed": whole(
                format="localized", help="Selected reviews in which the factor was assessed"
            ),
            "Findings": whole(format="localized", help="Findings of the account with the factor"),
        },
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt="Each factor and account with the number of reviews",
    )


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees; blank is not assessed."""
    every = accounts(rows)
    return pd.DataFrame(
        {
            "Factor": [row.label for row in every],
            "Whose account": [row.account for row in every],
            "Found in": pd.array([row.found if row.of else None for row in every], dtype="Int64"),
            "Assessed": [row.of for row in every],
            "In words": [found_of(row.found, row.of) for row in every],
            "Findings": pd.array(
                [row.findings if row.of else None for row in every], dtype="Int64"
            ),
        }
    )
