"""The build that is served, and its answers: opened once, asked once, kept until the next build."""

import atexit
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd
import streamlit as st

from dashboard import places
from dashboard.answers import rows_of
from dashboard.chosen import Choices, choices_of
from queries.ask import execute
from queries.resolve import settle as settle_with
from queries.selection import Selection
from queries.statement import Statement, compose
from queries.store import connect, current_build

BUILD = "build"
ANSWERS_KEPT = 256
BUILDS_KEPT = 2
"""The build that is served, and the one before it, which a rerun may still be reading."""

T = TypeVar("T")


def open_build() -> None:
    """Notice which build is served now, and keep to it for the whole rerun.

    Raises:
        NoBuild: nothing is loaded, or what is named cannot be read.
    """
    build = str(current_build(places.builds()))
    _connection(build)
    st.session_state[BUILD] = build


def build() -> str:
    """Return the file that this rerun reads."""
    return st.session_state[BUILD]


def ask_table(name: str, selection: Selection, **own: Any) -> pd.DataFrame:
    """Ask a question.

    Args:
        name: the question.
        selection: the reader's filters, settled.
        own: the question's own parameters.

    Returns:
        The answer, which all sessions share: it is never to be changed.
    """
    return run_table(build(), compose(name, selection, **own))


def ask_rows(name: str, selection: Selection, **own: Any) -> list[Any]:
    """Ask a question whose answer is short.

    Args:
        name: the question.
        selection: the reader's filters, settled.
        own: the question's own parameters.

    Returns:
        The rows, with the question's columns as attributes.
    """
    return rows_of(ask_table(name, selection, **own))


def estimated(statement: Statement, estimate: Callable[..., T], **own: Any) -> T:
    """Return what is estimated from the answer of a statement, worked out once.

    Args:
        statement: a question, composed.
        estimate: a function of a module, or a class, that takes rows. It is known by its name.
        own: what else it is given, plain values.

    Returns:
        What `estimate` returns. All sessions share it: it is never to be changed.
    """
    name = f"{estimate.__module__}.{estimate.__qualname__}"
    return _estimated(build(), statement.sql, statement.parameters, name, own, estimate)


def run_table(file: str, statement: Statement) -> pd.DataFrame:
    """Run a statement on a build; the answer is shared, and never to be changed."""
    return _answer(file, statement.sql, statement.parameters)


def settle(selection: Selection) -> tuple[Selection, tuple[str, ...]]:
    """Fill in defaults and take out unknown values: see `queries.resolve.settle`.

    Raises:
        SelectionFault: the selection cannot be counted; the message says why.
    """
    return _settled(build(), selection)


def choices(selection: Selection) -> Choices:
    """List what each filter can be set to, given the sources and the framework."""
    return _choices(build(), selection)


@st.cache_resource(max_entries=BUILDS_KEPT, show_spinner=False)
def _connection(file: str) -> duckdb.DuckDBPyConnection:
    """Open a build, once for all sessions; each question has a cursor of its own."""
    return connect(Path(file))


# Else DuckDB complains, as Python ends, of connections that nobody closed.
atexit.register(_connection.clear)


# Answers are shared as they are: to copy them for each session would cost more than to ask again.
@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Counting …")
def _answer(file: str, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
    statement = Statement(sql, parameters)
    try:
        return execute(_connection(file), statement).df()
    except duckdb.FatalException:
        # An earlier fault of DuckDB's own has shut the database to all: one opened anew is whole.
        _connection.clear()
        return execute(_connection(file), statement).df()


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Estimating …")
def _estimated(
    file: str,
    sql: str,
    parameters: dict[str, Any],
    name: str,
    own: dict[str, Any],
    _estimate: Callable[..., Any],
) -> Any:
    return _estimate(_answer(file, sql, parameters), **own)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False, hash_funcs={Selection: repr})
def _settled(file: str, selection: Selection) -> tuple[Selection, tuple[str, ...]]:
    return settle_with(_connection(file), selection)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False, hash_funcs={Selection: repr})
def _choices(file: str, selection: Selection) -> Choices:
    rows = execute(_connection(file), compose("choices", selection)).fetchall()
    return choices_of(rows)
