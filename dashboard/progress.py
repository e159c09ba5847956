"""How far actions have come, as plain values: each action under one word."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

WORDS = {
    "overdue": "Overdue",
    "open": "Open",
    "complete": "Complete",
    "awaiting sign-off": "Awaiting sign-off",
    "signed off": "Signed off",
    "set aside": "Set aside",
    "not recorded": "Not recorded",
}
"""The words of `actions.sql` in the order in which they are drawn, each with its name."""
UNKNOWN = "not known"
AGES = {
    "under 3 months": "Overdue under 3 months",
    "3 to 6 months": "Overdue 3 to 6 months",
    "6 to 12 months": "Overdue 6 to 12 months",
    "12 months or more": "Overdue 12 months or more",
    UNKNOWN: "Overdue, not known for how long",
}
"""For how long an action has been overdue, as `actions.sql` says it, each with its name."""


class Progress(NamedTuple):
    """How far the actions of a group have come.

    Attributes:
        group_id: code of the group; empty where it is not recorded.
        group: its name.
        actions: its actions: what `words` add up to.
        words: actions by the word for how far they have come.
        ages: overdue actions by how long they have been overdue.
        contradicting: actions of which something is said that cannot all be so.
        longest: days for which the longest overdue is overdue; None if not known.
        as_at: the first and the last day as at which a source of these actions speaks.
    """

    group_id: str
    group: str
    actions: int
    words: dict[str, int]
    ages: dict[str, int]
    contradicting: int
    longest: int | None
    as_at: tuple[date, date]


class Links(NamedTuple):
    """What is tied to what: the row of `link_rates.sql`, whose header says what each is."""

    findings: int
    findings_calling: int
    findings_with_recommendation: int
    findings_without_recommendation: int
    recommendations: int
    recommendations_linked: int
    recommendations_unlinked: int
    recommendations_with_action: int
    recommendations_without_action: int
    actions: int
    actions_with_owner: int
    actions_with_due_date: int
    actions_with_evidence: int
    actions_without_evidence: int


def progress(rows: pd.DataFrame, unrecorded: str) -> list[Progress]:
    """Return the rows of `action_progress.sql` as values.

    Args:
        rows: the rows.
        unrecorded: name of the group whose code is blank.
    """
    values: list[Any] = rows.to_dict("records")
    return [
        Progress(
            group_id="" if pd.isna(row["group_id"]) else row["group_id"],
            group=unrecorded if pd.isna(row["group_label"]) else row["group_label"],
            actions=int(row["actions"]),
            words={word: int(row[_column(word)]) for word in WORDS},
            ages={age: int(row[_column(f"overdue {age}")]) for age in AGES},
            contradicting=int(row["contradicting"]),
            longest=None if pd.isna(row["longest_overdue"]) else int(row["longest_overdue"]),
            as_at=(row["as_at_from"].date(), row["as_at_to"].date()),
        )
        for row in values
    ]


def links(rows: Sequence[Any]) -> Links:
    """Return the one row of `link_rates.sql` as whole numbers."""
    [row] = rows
    return Links(*map(int, row))


def _column(word: str) -> str:
    """Return the column of a word."""
    return word.replace(" ", "_").replace("-", "_")
