"""What one review shares with others: which share the most factors with it, each to be opened."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import build, run_table
from dashboard.sentences.nearest_reviews import nearest_reviews
from dashboard.views import place
from dashboard.views.parts import downloads
from dashboard.views.parts.around import LINE
from dashboard.views.parts.source_column import SOURCE, WIDTH, sources_of
from dashboard.views.parts.tables import HEADINGS, TICK_TO_OPEN, has_any, height_of_rows
from queries.statement import compose

MOST = 10
WIDTHS = {SOURCE: WIDTH, "Title": 200, "Shared factors": 340}


def draw(review: Any, chosen: Chosen) -> None:
    """Draw the sentence, and the list that opens a review.

    Args:
        review: a row of `review.sql`.
        chosen: the reader's choice: the review is compared with the selected reviews.
    """
    st.header("What it shares with other reviews")
    statement = compose(
        "nearest_reviews",
        chosen.selection,
        review=review.review_ref,
        review_source=review.source_id,
        most=MOST,
    )
    nearest = run_table(build(), statement)
    st.markdown(nearest_reviews(nearest), width=LINE)
    opened = _list(review, nearest, chosen) if len(nearest) else None
    st.caption(
        "It is compared with the selected reviews: the filters narrow them. A factor counts "
        "however it was appraised, and only if it was assessed in both. To share factors is not "
        "to be alike: a review does not mention all that there was.",
        width=LINE,
    )
    downloads.show_sql(statement)
    if opened:
        place.go(place.address().opening(*opened))
        st.rerun()


def _list(review: Any, nearest: pd.DataFrame, chosen: Chosen) -> tuple[str, str] | None:
    """Draw the list, and return the reference and source of the review that was ticked, or None."""
    types = chosen.labels["review_types"]
    shared = zip(nearest["factors_shared"], nearest["factors_of_either"], strict=True)
    table = pd.DataFrame(
        {
            "Review": nearest["review_ref"],
            SOURCE: sources_of(nearest, chosen.sources_named),
            "Title": nearest["title"],
            "Shared": [f"{both} of {either}" for both, either in shared],
            "Shared factors": nearest["shared"],
            "Type": [types.get(one, one) for one in nearest["review_type"]],
        }
    )
    constant = {"Type"} if len(set(nearest["review_type"])) == 1 else set()
    shown = [name for name in table if name not in constant and has_any(table, str(name))]
    widths = {name: width for name, width in WIDTHS.items() if name in shown}
    row = height_of_rows(table, widths, 4)
    text = st.column_config.TextColumn
    event = st.dataframe(
        table,
        hide_index=True,
        height=row * len(table) + HEADINGS,
        row_height=row,
        column_order=[str(name) for name in shown],
        column_config={name: text(name, width=width) for name, width in widths.items()},
        placeholder="",
        key=f"nearest {place.arrivals()} {review.source_id} {review.review_ref} {len(table)}",
        on_select=place.stay,
        selection_mode="single-row",
        alt="The reviews that share the most factors with this one",
    )
    st.caption(f"Shared: factors found in both, of those found in either. {TICK_TO_OPEN}")
    if not event.selection.rows:
        return None
    row = nearest.iloc[event.selection.rows[0]]
    return str(row["review_ref"]), str(row["source_id"])
