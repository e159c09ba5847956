"""A list of actions, recommendations or findings, under the headings that a reader sees."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ANSWERS_KEPT, run_table
from dashboard.estimates import STRATA
from dashboard.progress import WORDS
from dashboard.views import place
from dashboard.views.parts import dates
from dashboard.views.parts.links import REVIEWS, open_page
from dashboard.views.parts.source_column import SOURCE, WIDTH, sources_of
from dashboard.views.parts.tables import HEADINGS, has_any, height_of_rows, is_dates
from queries.statement import Statement

# In the order shown: column, heading.
COLUMNS = {
    "review_ref": "Review",
    "source": SOURCE,
    "contradictions": "What contradicts what",
    "statement": "Finding",
    "action": "Action",
    "owner_label": "Owner",
    "tracked": "How far",
    "due_on": "Due",
    "days_overdue": "Days overdue",
    "status": "Status as recorded",
    "recommendation": "Recommendation",
    "addressed_to": "Addressed to",
    "kind": "Kind",
    "appraisal": "Appraisal",
    "factors": "Factors of the finding",
    "made_on": "Made",
    "completed_on": "Completed",
    "signed_off_on": "Signed off",
    "actions": "Actions",
    "action_type": "Type",
    "strength": "Strength",
    "strength_of_type": "Strength of its type",
    "evidence_grade": "Evidence",
    "days_open": "Days open",
    "board": "Board",
    "finding_ref": "Finding ref.",
    "recommendation_ref": "Recommendation ref.",
    "action_ref": "Action ref.",
}
DATES = ("made_on", "due_on", "completed_on", "signed_off_on")
WORDED = ("status", "kind", "appraisal", "action_type", "evidence_grade")
TEXTS = {
    "Review": 115,
    SOURCE: WIDTH,
    "What contradicts what": 300,
    "Finding": 320,
    "Action": 300,
    "Owner": 160,
    "How far": 125,
    "Recommendation": 300,
    "Factors of the finding": 200,
}
"""Pixels of the columns that hold texts."""


def table_of(
    file: str, statement: Statement, chosen: Chosen, constant: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Return a list as shown: only the columns that hold anything, and the code of each source.

    Args:
        file: the build.
        statement: a question of the lists, or the first rows of it.
        chosen: the reader's choice.
        constant: columns that would say the same in every row.

    Returns:
        A table that is shared, and never to be changed.
    """
    headings = COLUMNS | {"board": chosen.board_label}
    return _table(
        file, statement.sql, statement.parameters, headings, chosen.sources_named, constant
    )


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _table(
    file: str,
    sql: str,
    parameters: dict,
    headings: dict[str, str],
    sources: dict[str, str],
    constant: tuple[str, ...],
) -> pd.DataFrame:
    """Make the table once: a thousand rows are not worked over at each rerun."""
    answer = run_table(file, Statement(sql, parameters))
    rows: Any = answer.assign(source=sources_of(answer, sources))
    changed: dict[str, Any] = {
        name: dates.column(rows, name, f"{name}_precision") for name in DATES if name in rows
    }
    changed |= {name: rows[name].str.capitalize() for name in WORDED if name in rows}
    for name in ("strength", "strength_of_type"):
        if name in rows:
            changed[name] = rows[name].map(STRATA["strength"])
    if "tracked" in rows:
        changed["tracked"] = rows["tracked"].map(_words, na_action="ignore")
    shown = rows.assign(**changed)
    held = [name for name in headings if name in rows and name not in constant]
    kept = [name for name in held if has_any(rows, name)]
    return shown[[*kept, "source_id"]].rename(columns=headings)


def draw(table: pd.DataFrame, height: int, key: str, alt: str, first: Sequence[str] = ()) -> None:
    """Draw a list; a row that is ticked opens its review.

    Args:
        table: what `table_of` gives.
        height: pixels beyond which the list scrolls.
        key: what tells this list from every other of the page.
        alt: what the list holds, for those who do not see it.
        first: headings of the columns that stand first.
    """
    widths = {heading: width for heading, width in TEXTS.items() if heading in table}
    row = height_of_rows(table, widths, 4)
    text, date = st.column_config.TextColumn, st.column_config.DateColumn
    event: Any = st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=min(height, row * len(table) + HEADINGS),
        column_order=[
            *(heading for heading in first if heading in table),
            *(heading for heading in table if heading not in (*first, "source_id")),
        ],
        column_config={
            **{heading: text(width=width) for heading, width in widths.items()},
            **{name: date(format="DD/MM/YYYY") for name in table if is_dates(table, name)},
        },
        placeholder="",
        key=f"{key} {place.arrivals()}",
        on_select=place.stay,
        selection_mode="single-row",
        alt=alt,
    )
    if rows := event.selection.rows:
        row = table.iloc[rows[0]]
        open_page(REVIEWS, place.address().of_review(str(row["Review"]), str(row["source_id"])))


def _words(tracked: str) -> str:
    """Return how far the actions have come, in words: one, or several of a recommendation."""
    return ", ".join(WORDS[word] for word in tracked.split("; ")).capitalize()
