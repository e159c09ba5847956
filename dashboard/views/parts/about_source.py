"""What one source is, what it covers, and what was noticed when it was loaded."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.answers import rows_of
from dashboard.chosen import Chosen, named
from dashboard.database import ask_table
from dashboard.sentences import count, escaped
from dashboard.views.parts.around import LINE, build_name
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, has_any, height_of_rows, said
from queries.selection import Selection

COVERAGE = {
    "reviews": "Reviews",
    "reviews_assessed": "Framework used on",
    "reviews_practice_dated": "With a practice date",
    "reviews_published_dated": "With a publication date",
    "first_practice_on": "Practice from",
    "last_practice_on": "Practice to",
    "first_published_on": "Published from",
    "last_published_on": "Published to",
    "agencies": "Agencies",
    "findings": "Findings",
    "findings_uncoded": "Without a factor",
    "codings": "Codings",
    "codings_out_of_date": "Codings out of date",
}
PROBLEMS = {
    "severity": "Severity",
    "file": "File",
    "place": "Place",
    "column_name": "Column",
    "value": "Value",
    "message": "What was noticed",
}
REJECTED = {"file": "File", "place": "Place", "reason": "Reason", "cells": "Row"}
FILES = {"file": "File", "bytes": "Bytes", "sha256": "SHA-256"}


def draw(source: Any, selection: Selection, chosen: Chosen) -> None:
    """Draw all there is to say of a source.

    Args:
        source: its row of `sources.sql`.
        selection: the source with no filter.
        chosen: the reader's choice.
    """
    st.header(escaped(named(source.title, source.is_made_up)))
    st.markdown(escaped(source.about), width=LINE)
    if len(source.cautions):
        st.subheader("What may not be concluded from it")
        st.markdown("\n".join(f"- {escaped(caution)}" for caution in source.cautions), width=LINE)
    st.subheader("Licence and citation")
    st.markdown(escaped(source.licence), width=LINE)
    st.markdown(escaped(source.citation), width=LINE)
    st.subheader("What it covers")
    _coverage(selection, chosen)
    _problems(selection)
    _files(source, selection)


def _coverage(selection: Selection, chosen: Chosen) -> None:
    """Draw how many reviews, findings and codings there are, without any filter."""
    coverage = ask_table("coverage", selection)
    framework = chosen.labels["framework"].get(selection.framework or "", "")
    st.caption(f"Without any filter. Coded with: {escaped(framework)}", width=LINE)
    labels = chosen.labels["review_types"]
    rows = rows_of(coverage)
    codings = sum(int(row.codings) for row in rows)
    out = sum(int(row.codings_out_of_date) for row in rows)
    measures = [
        [heading, *(_cell(getattr(row, name)) for row in rows)]
        for name, heading in COVERAGE.items()
        if has_any(coverage, name)
    ]
    headings = ["", *(labels.get(row.review_type, row.review_type) for row in rows)]
    table = pd.DataFrame(measures, columns=headings)
    st.dataframe(
        table,
        hide_index=True,
        height=ONE_LINE * len(table) + HEADINGS,
        width=LINE if len(rows) < 3 else "stretch",
        alt="What the source covers, for each type of review",
    )
    if out:
        st.caption(
            f"{count(out, 'coding')} of {codings:,} names a factor that did not exist then: "
            "kept, and counted in no number.",
            width=LINE,
        )


def _cell(value: Any) -> str:
    """Return a count or a date as it is read; empty where nothing stands."""
    if pd.isna(value):
        return ""
    return f"{value:%d/%m/%Y}" if isinstance(value, pd.Timestamp) else f"{value:,}"


def _problems(selection: Selection) -> None:
    """Draw what was noticed when the source was loaded, and the rows that were not loaded."""
    problems = ask_table("load_problems", selection)
    rejected = ask_table("rejected_rows", selection)
    st.subheader("Noticed when it was loaded")
    if problems.empty and rejected.empty:
        st.markdown("Nothing: every row was loaded, and nothing in it was remarkable.", width=LINE)
    if len(problems):
        st.markdown(f"{count(len(problems), 'remark')}.")
        _table(problems, PROBLEMS, "What was noticed in the files", {"value": 180, "message": 360})
    if len(rejected):
        st.markdown(f"{count(len(rejected), 'row')} not loaded, and so not counted.")
        _table(rejected, REJECTED, "Rows that were not loaded")


def _files(source: Any, selection: Selection) -> None:
    """Draw which files were read, when, and into which build."""
    st.subheader("Files and build")
    when = f"{source.loaded_at:%d/%m/%Y %H:%M}"
    st.markdown(
        f"Loaded on {escaped(when)} (universal time) into {escaped(build_name())}.", width=LINE
    )
    _table(ask_table("source_files", selection), FILES, "The files of the source")


def _table(
    rows: pd.DataFrame, headings: dict[str, str], alt: str, widths: dict[str, int] | None = None
) -> None:
    """Draw a table with the columns that hold anything, the long texts in several lines."""
    whole, text = st.column_config.NumberColumn, st.column_config.TextColumn
    row = height_of_rows(rows, widths, 4) if widths else ONE_LINE
    st.dataframe(
        rows,
        hide_index=True,
        column_order=said(rows, headings),
        column_config={
            name: whole(heading, format="localized")
            if name == "bytes"
            else text(heading, width=(widths or {}).get(name))
            for name, heading in headings.items()
        },
        row_height=row,
        height=min(400, row * len(rows) + HEADINGS),
        placeholder="",
        alt=alt,
    )
