"""The shipped sources, loaded once, and the briefings that are built of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.answers import kept
from dashboard.asking.opened import asker
from dashboard.briefing.basis import usual_basis
from dashboard.briefing.compose import KNOWN, brief, inquire
from dashboard.briefing.document import Document
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.quarter import read_quarter
from dashboard.briefing.request import Request
from dashboard.briefing.template import read_template
from queries.resolve import settle
from queries.selection import Selection
from queries.store import connect, current_build

BUILD = "0f1e2d3c"
"""The fingerprint that briefings of the tests bear: that of a build changes with the pipeline."""
VERSION = "1.2.3"
Brief = Callable[..., Document]
Inquire = Callable[..., Inquiry]


@pytest.fixture(scope="session")
def shipped(shipped_builds: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The shipped sources, open."""
    with connect(current_build(shipped_builds)) as connection:
        yield connection


def requested(
    connection: duckdb.DuckDBPyConnection,
    quarter: str,
    template: str = "quarterly",
    marking: str = "none",
    review: str | None = None,
    **filters: Any,
) -> Request:
    """Ask for a briefing as the command does."""
    given = Selection(**filters)
    settled, unknown = settle(connection, given)
    assert not unknown, unknown
    basis = given.basis or usual_basis(asker(connection), settled)
    read = read_template(template, KNOWN)
    selection = replace(settled, basis=basis)
    return Request(read_quarter(quarter), selection, read, template, marking, review)


@pytest.fixture(scope="session")
def briefing(shipped: duckdb.DuckDBPyConnection) -> Brief:
    """Build a briefing of the shipped sources: `briefing("2024/25-Q2", sources=("anytown",))`.

    Each is built once for all tests, and so is each answer: nobody changes them.
    """
    ask = kept(asker(shipped))

    @cache
    def run(quarter: str, **wanted: Any) -> Document:
        request = requested(shipped, quarter, **wanted)
        return brief(ask, request, BUILD, VERSION, lambda _: None)

    return run


@pytest.fixture
def inquiry_of() -> Inquire:
    """Make ready what parts are made from: `inquiry_of(database(...), "2024/25-Q2")`."""

    def run(connection: duckdb.DuckDBPyConnection, quarter: str, **wanted: Any) -> Inquiry:
        return inquire(asker(connection), requested(connection, quarter, **wanted), BUILD, VERSION)

    return run
