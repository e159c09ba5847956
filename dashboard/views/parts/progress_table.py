"""The table beside the bars of actions: the same numbers, to be read and sorted."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.progress import AGES, WORDS, Progress
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, width_of

MOST_ROWS_SHOWN = 15
WIDEST_NAME = 400


def draw(rows: Sequence[Progress], heading: str) -> None:
    """Draw the table: a line a group.

    Args:
        rows: the groups, in the order to draw.
        heading: what they are groups by.
    """
    table = shown(rows, heading)
    st.dataframe(
        table,
        hide_index=True,
        column_config={
            name: st.column_config.TextColumn(width=width_of(table, name, WIDEST_NAME))
            if name == heading
            else st.column_config.NumberColumn(format="localized")
            for name in table
        },
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt=f"How far actions have come, by {heading.lower()}",
    )


def shown(rows: Sequence[Progress], heading: str) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees."""
    return pd.DataFrame(
        {
            heading: [row.group for row in rows],
            "Actions": [row.actions for row in rows],
            **{name: [row.words[word] for row in rows] for word, name in WORDS.items()},
            **{name: [row.ages[age] for row in rows] for age, name in AGES.items()},
            "Contradicting": [row.contradicting for row in rows],
        }
    )
