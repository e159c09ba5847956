"""Inquiries for the tests of parts: of small tables that were loaded, or of a shipped source."""

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.briefing.compose import KNOWN, inquire
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.quarter import read_quarter
from dashboard.briefing.request import Request
from dashboard.briefing.template import read_template
from queries.ask import execute
from queries.resolve import settle
from queries.selection import Selection
from queries.statement import compose
from queries.store import connect, current_build

QUARTERS = {"anytown": "2024/25-Q2", "pfd": "2025/26-Q1", "dhrd": "2021/22-Q1"}
"""A quarter of each shipped source into which its data reach."""
BASES = {"anytown": "published", "pfd": "published", "dhrd": "practice"}


def inquiry_of(
    connection: duckdb.DuckDBPyConnection, quarter: str = "2024/25-Q4", **filters: Any
) -> Inquiry:
    """Make ready an inquiry, by publication unless the filters say otherwise."""

    def ask(name: str, selection: Selection, **own: Any) -> pd.DataFrame:
        return execute(connection, compose(name, selection, **own)).df()

    wanted: dict[str, Any] = {"basis": "published"} | filters
    selection, faults = settle(connection, Selection(**wanted))
    assert not faults
    request = Request(read_quarter(quarter), selection, read_template("quarterly", KNOWN))
    return inquire(ask, request, "build", "0")


def of_shipped(builds: Path, source: str, **filters: Any) -> Inquiry:
    """Make ready an inquiry of a shipped source, in its quarter of QUARTERS."""
    build = current_build(builds)
    assert build is not None
    own: dict[str, Any] = {"basis": BASES[source], "sources": (source,)} | filters
    return inquiry_of(connect(build), QUARTERS[source], **own)


def on_page(inquiry: Inquiry) -> dict[str, str]:
    """Return the parameters with which a page shows the same reviews."""
    selection = inquiry.up_to
    assert selection.period_to is not None
    return {
        "source": selection.sources[0],
        "basis": str(selection.basis),
        "to": selection.period_to.isoformat(),
    }
