"""Inquiries for the tests of parts: of small tables that were loaded, or of a shipped source."""

from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from dashboard.answers import Ask, kept
from dashboard.asking.opened import asker
from dashboard.briefing.compose import inquire
from dashboard.briefing.inquiry import Inquiry
from queries.store import connect, current_build
from tests.dashboard.briefing.conftest import BUILD, VERSION, requested

QUARTERS = {"anytown": "2024/25-Q2", "pfd": "2025/26-Q1", "dhrd": "2021/22-Q1"}
"""A quarter of each shipped source into which its data reach."""
BASES = {"anytown": "published", "pfd": "published", "dhrd": "practice"}


def inquiry_of(
    connection: duckdb.DuckDBPyConnection, quarter: str = "2024/25-Q4", **filters: Any
) -> Inquiry:
    """Make ready an inquiry, by publication unless the filters say otherwise."""
    wanted: dict[str, Any] = {"basis": "published"} | filters
    return inquire(asker(connection), requested(connection, quarter, **wanted), BUILD, VERSION)


def of_shipped(builds: Path, source: str, **filters: Any) -> Inquiry:
    """Make ready an inquiry of a shipped source, in its quarter of QUARTERS."""
    own: dict[str, Any] = {"basis": BASES[source], "sources": (source,)} | filters
    connection, ask = _opened(builds)
    return inquire(ask, requested(connection, QUARTERS[source], **own), BUILD, VERSION)


@cache
def _opened(builds: Path) -> tuple[duckdb.DuckDBPyConnection, Ask]:
    """Open the shipped sources once, and keep what they answer: nobody changes it."""
    connection = connect(current_build(builds))
    return connection, kept(asker(connection))


def on_page(inquiry: Inquiry) -> dict[str, str]:
    """Return the parameters with which a page shows the same reviews."""
    selection = inquiry.up_to
    assert selection.period_to is not None
    return {
        "source": selection.sources[0],
        "basis": str(selection.basis),
        "to": selection.period_to.isoformat(),
    }
