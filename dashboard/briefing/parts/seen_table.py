"""The follow-ups seen again: which action, of which factor and agency, and in which reviews."""

from collections.abc import Mapping
from typing import Any

from dashboard.briefing.dated import date_cell
from dashboard.briefing.document import Column, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.text import plain
from dashboard.sentences import IN_THE_SAME_REVIEW
from dashboard.sentences.briefing import seen_again as told
from dashboard.sentences.counts import listed
from dashboard.sentences.reviews import review_named

KNOWN: dict[str, Any] = {"by_the_end": True}
"""How every question of follow-ups is asked: of what was known by the end of the quarter."""
_COLUMNS = (
    Column("Action", weight=1.3),
    Column("Factor", weight=1.8),
    Column("Agency", weight=1.6),
    Column("Signed off", weight=1.1),
    Column("Seen again in", weight=1.8),
    Column("Of later reviews", is_number=True),
)
_Key = tuple[str, str, str, str]
_Seen = dict[_Key, list[str]]
"""Of each follow-up the names of the reviews that show the factor again, each once."""


def seen_table(inquiry: Inquiry, most: int) -> Table | None:
    """Set down the follow-ups seen again, those found in the most later reviews first.

    Args:
        inquiry: how to ask.
        most: so many stand in the table.

    Returns:
        None where none was.
    """
    rows = most_seen(inquiry)
    if not rows:
        return None
    seen = _seen(inquiry)
    notes = [told.first_of(most, len(rows))]
    if any(row.attribution != "coded" for row in rows):
        notes.append(IN_THE_SAME_REVIEW)
    return Table(
        "Factors seen again after sign-off",
        _COLUMNS,
        tuple(_row(one, seen, inquiry.chosen.sources_named) for one in rows[:most]),
        tuple(plain(note) for note in notes if note),
    )


def most_seen(inquiry: Inquiry) -> list[Any]:
    """Return the follow-ups seen again, those found in the most later reviews first."""
    rows = inquiry.rows("follow_ups", **KNOWN, state="seen again")
    return sorted(rows, key=lambda row: -row.reviews_after_with)


def where(row: Any) -> str:
    """Say where a factor is followed: "at Police", "in the same review as Police"."""
    is_there = "at" if row.attribution == "coded" else "in the same review as"
    return f"{is_there} {row.agency_label}"


def _seen(inquiry: Inquiry) -> _Seen:
    """Return in which reviews of practice that began later each factor was seen again."""
    found: dict[_Key, dict[tuple[str, str], None]] = {}
    shown = {"state": "seen again", "placed": "after", "is_found": True}
    for row in inquiry.rows("follow_up_reviews", **KNOWN, **shown):
        key = (row.action_source_id, row.action_ref, row.factor_id, row.agency_id)
        found.setdefault(key, {})[row.review_ref, row.source_id] = None
    sources = inquiry.chosen.sources_named
    return {
        key: [review_named(*review, sources) for review in reviews]
        for key, reviews in found.items()
    }


def _row(one: Any, seen: _Seen, sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return a row of the table; where several sources are chosen, each action is named by its."""
    return (
        review_named(one.action_ref, one.source_id, sources),
        one.factor_label,
        one.agency_label,
        date_cell(one.since_first, one.since_precision),
        listed(seen[(one.source_id, one.action_ref, one.factor_id, one.agency_id)]),
        f"{int(one.reviews_after_with):,} of {int(one.reviews_after):,}",
    )
