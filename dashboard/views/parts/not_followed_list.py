"""The signed-off actions that cannot be followed, each with the reason."""

from typing import Any

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import build, run_table
from dashboard.sentences.after_action import clock
from dashboard.sentences.counts import first_of
from dashboard.sentences.not_followed import REASONS
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.downloads import downloads
from dashboard.views.parts.links import AFTER_ACTION, REVIEWS, open_page
from dashboard.views.parts.source_column import SOURCE, sources_of
from dashboard.views.parts.tables import HEADINGS, MOST, ONE_LINE, TICK_TO_OPEN, said, width_of
from queries.statement import compose

COLUMNS = {
    "action_ref": "Action",
    "why": "Why it is not followed: it",
    "status": "Status",
    "owner_label": "Owner",
    "review_ref": "Review",
    "source": SOURCE,
    "action": "What was done",
}
HEIGHT = 320
WIDEST = 320


def not_followed_list(chosen: Chosen, since: str) -> None:
    """Draw the list, folded; a row that is ticked opens its review.

    Args:
        chosen: the reader's choice.
        since: what the clock starts with: signed off or completed.
    """
    statement = compose("not_followed", chosen.selection, since=since)
    rows = run_table(build(), statement)
    with st.expander(f"The {len(rows):,} that cannot be followed"):
        fates: Any = rows["fate"]
        table = rows.assign(
            why=fates.map(dict(REASONS)), source=sources_of(rows, chosen.sources_named)
        ).head(MOST)
        event = st.dataframe(
            table,
            hide_index=True,
            height=min(HEIGHT, ONE_LINE * len(table) + HEADINGS),
            column_order=said(table, COLUMNS),
            column_config={
                name: st.column_config.TextColumn(heading, width=width_of(table, name, WIDEST))
                for name, heading in COLUMNS.items()
            },
            placeholder="",
            key=f"not followed {place.arrivals()} {since} {len(rows)}",
            on_select=place.stay,
            selection_mode="single-row",
            alt="Signed-off actions that cannot be followed, with the reason",
        )
        st.caption(f"{first_of(MOST, len(rows))} {TICK_TO_OPEN}", width=LINE)
        downloads("not_followed", AFTER_ACTION, statement, chosen, narrowed=(clock(since),))
        if event.selection.rows:
            row = rows.iloc[event.selection.rows[0]]
            open_page(
                REVIEWS, place.address().of_review(str(row["review_ref"]), str(row["source_id"]))
            )
