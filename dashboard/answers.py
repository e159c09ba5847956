"""How a question is asked, by whoever needs its answer: a page, or a briefing from the shell."""

from collections.abc import Callable
from typing import Any, Protocol

import pandas as pd

from queries.selection import Selection


class Ask(Protocol):
    """Asks a question of the build that is served, and answers with a table that is shared."""

    def __call__(self, name: str, selection: Selection, **own: Any) -> pd.DataFrame:
        """Ask.

        Args:
            name: the question.
            selection: the reader's filters, settled.
            own: the question's own parameters.

        Returns:
            The answer under the question's columns: it is never to be changed.
        """
        ...


def rows_of(table: pd.DataFrame) -> list[Any]:
    """Return the rows of a short table, with its columns as attributes."""
    return list(table.itertuples(index=False))


def ask_rows(ask: Ask, name: str, selection: Selection, **own: Any) -> list[Any]:
    """Ask a question whose answer is short, and return its rows with its columns as attributes."""
    return rows_of(ask(name, selection, **own))


def kept(ask: Ask) -> Ask:
    """Return a way to ask that asks each question once, and keeps its answer."""
    answers: dict[str, pd.DataFrame] = {}

    def ask_once(name: str, selection: Selection, **own: Any) -> pd.DataFrame:
        key = repr((name, selection, sorted(own.items())))
        if key not in answers:
            answers[key] = ask(name, selection, **own)
        return answers[key]

    return ask_once


Told = Callable[[str], None]
"""Tells whoever waits how far long work has come, in a few words."""
