"""How far made-up actions have come, for the tests of what is drawn and said of it."""

from datetime import date
from typing import Any

from dashboard.progress import AGES, WORDS, Links, Progress

DAY = date(2026, 9, 30)


def drawn(group: str, longest: int | None = None, contradicting: int = 0, **words: int) -> Progress:
    """Return a group by its words, written with `_` for a space; the overdue for a year or more."""
    counted = {word: words.get(word.replace(" ", "_").replace("-", "_"), 0) for word in WORDS}
    ages = dict.fromkeys(AGES, 0) | {"12 months or more": counted["overdue"]}
    return Progress(
        group_id=group[:1],
        group=group,
        actions=sum(counted.values()),
        words=counted,
        ages=ages,
        contradicting=contradicting,
        longest=longest,
        as_at=(DAY, DAY),
    )


def tied(**changes: Any) -> Links:
    """Return what is tied to what, some of it changed."""
    every = Links(
        findings=20,
        findings_calling=12,
        findings_with_recommendation=7,
        findings_without_recommendation=5,
        recommendations=10,
        recommendations_linked=8,
        recommendations_unlinked=2,
        recommendations_with_action=9,
        recommendations_without_action=1,
        actions=14,
        actions_with_owner=14,
        actions_with_due_date=11,
        actions_with_evidence=6,
        actions_without_evidence=3,
    )
    return every._replace(**changes)
