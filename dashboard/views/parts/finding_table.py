"""The list behind a number, under the headings that a reader sees."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.database import ANSWERS_KEPT, run_table
from dashboard.views.parts import dates
from dashboard.views.parts.source_column import SOURCE, sources_of
from dashboard.views.parts.tables import has_any
from queries.statement import Statement

# In the order shown: heading, column of `findings.sql`.
COLUMNS = {
    "Review": "review_ref",
    SOURCE: "source_id",
    "Title": "title",
    "Finding": "statement",
    "Quotation": "quotation",
    "Page": "page",
    "Factor": "factor_label",
    "Appraisal": "appraisal",
    "Found at": "found_at",
    "In the same review": "found_at",
    "Board": "board",
    "Practice": "practice_on",
    "Published": "published_on",
    "Whose account": "perspective",
    "Pattern": "pattern",
    "Where": "locator",
    "Coders": "coders",
    "Link": "link",
}
RECORDED = ("Finding", "Quotation", "Page", "Whose account", "Pattern")
"""What should stand behind each finding: where a list has none of it, the page says so."""


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _finding_table(file: str, sql: str, parameters: dict, sources: dict[str, str]) -> pd.DataFrame:
    """Make the table once: thousands of rows are not worked over at each rerun."""
    rows: Any = run_table(file, Statement(sql, parameters))
    table = pd.DataFrame({heading: rows[name] for heading, name in COLUMNS.items()})
    coded = rows["attribution"] == "coded"
    return table.assign(
        **{
            SOURCE: sources_of(rows, sources),
            "Appraisal": rows["appraisal"].str.capitalize(),
            "Whose account": rows["perspective"].str.capitalize(),
            "Found at": rows["found_at"].where(coded),
            "In the same review": rows["found_at"].where(~coded),
            "Practice": dates.column(rows, "practice_on", "practice_precision"),
            "Published": dates.column(rows, "published_on", "published_precision"),
            "Coders": who_coded(rows),
            "Link": rows["link"].where(rows["link"].str.match(r"https?://").fillna(False)),
            "source_id": rows["source_id"],
        }
    )


def finding_table(file: str, statement: Statement, sources: dict[str, str]) -> pd.DataFrame:
    """Return the list of findings as shown, with the code of each one's source.

    Args:
        file: the build.
        statement: the question `findings`, or a page of it.
        sources: `Chosen.sources_named`.

    Returns:
        A table that is shared, and never to be changed.
    """
    return _finding_table(file, statement.sql, statement.parameters, sources)


def columns_shown(table: pd.DataFrame, board_label: str, constant: set[str]) -> dict[str, str]:
    """Choose the columns that hold anything, with the heading of each.

    Args:
        table: the list.
        board_label: what a board is called in these sources.
        constant: headings that would say the same in every row.
    """
    return {
        heading: board_label if heading == "Board" else heading
        for heading in COLUMNS
        if heading not in constant and has_any(table, heading)
    }


def not_recorded(table: pd.DataFrame) -> list[str]:
    """Name what is recorded for none of the findings listed."""
    return [heading.lower() for heading in RECORDED if not has_any(table, heading)]


def who_coded(rows: pd.DataFrame) -> pd.Series:
    """Say how many of the coders chose the factor of each row.

    Args:
        rows: rows of `findings.sql`.

    Returns:
        "2 of 2"; "1 of 2, settled together"; "0 of 2 named", where only somebody who is not named
        chose it; blank where there was but one coder.
    """
    words = [
        _agreement(*of_row)
        for of_row in zip(
            rows["coders_agreeing"], rows["coders"], rows["is_consensus"], strict=True
        )
    ]
    return pd.Series(words, index=rows.index, dtype="str")


def _agreement(agreeing: int, coders: int, is_settled: bool) -> str | None:
    if coders < 2:
        return None
    if is_settled:
        return f"{agreeing} of {coders}, settled together"
    return f"{agreeing} of {coders}" if agreeing else f"0 of {coders} named"
