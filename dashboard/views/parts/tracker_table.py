"""A list of actions, recommendations or findings, under the headings that a reader sees."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.database import ANSWERS_KEPT, run_table
from dashboard.progress import WORDS
from dashboard.views.parts import dates
from dashboard.views.parts.tables import has_any
from queries.statement import Statement

STRENGTHS = {"strong": "Stronger", "intermediate": "Intermediate", "weak": "Weaker"}
# In the order shown: column, heading.
COLUMNS = {
    "review_ref": "Review",
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
    file: str, statement: Statement, board_label: str, constant: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Return a list as shown: only the columns that hold anything.

    Args:
        file: the build.
        statement: a question of the lists, or the first rows of it.
        board_label: what a board is called in these sources.
        constant: columns that would say the same in every row.

    Returns:
        A table that is shared, and never to be changed.
    """
    return _table(file, statement.sql, statement.parameters, board_label, constant)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _table(
    file: str, sql: str, parameters: dict, board_label: str, constant: tuple[str, ...]
) -> pd.DataFrame:
    """Make the table once: a thousand rows are not worked over at each rerun."""
    rows: Any = run_table(file, Statement(sql, parameters))
    changed: dict[str, Any] = {
        name: dates.column(rows, name, f"{name}_precision") for name in DATES if name in rows
    }
    changed |= {name: rows[name].str.capitalize() for name in WORDED if name in rows}
    for name in ("strength", "strength_of_type"):
        if name in rows:
            changed[name] = rows[name].map(STRENGTHS)
    if "tracked" in rows:
        changed["tracked"] = rows["tracked"].map(_words, na_action="ignore")
    shown = rows.assign(**changed)
    held = [name for name in COLUMNS if name in rows and name not in constant]
    kept = [name for name in held if has_any(rows, name)]
    return shown[kept].rename(columns=COLUMNS | {"board": board_label})


def _words(tracked: str) -> str:
    """Return how far the actions have come, in words: one, or several of a recommendation."""
    return ", ".join(WORDS[word] for word in tracked.split("; ")).capitalize()
