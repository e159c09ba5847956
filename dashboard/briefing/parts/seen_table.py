"""The follow-ups seen again: which action, of which factor and agency, and in which reviews."""

from typing import Any

from dashboard.briefing.dated import date_cell, is_after
from dashboard.briefing.document import Column, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.text import plain
from dashboard.sentences import IN_THE_SAME_REVIEW
from dashboard.sentences.briefing import seen_again as told
from dashboard.sentences.counts import listed

LISTED = 10
"""So many stand in the table."""
AFTER = " (out after the quarter)"
_COLUMNS = (
    Column("Action", weight=1.3),
    Column("Factor", weight=1.8),
    Column("Agency", weight=1.6),
    Column("Signed off", weight=1.1),
    Column("Seen again in", weight=1.8),
    Column("Of later reviews", is_number=True),
)
_Key = tuple[str, str, str, str]
_Seen = dict[_Key, dict[str, bool]]
"""Of each follow-up the reviews that show the factor again: whether each came out later."""


def seen_table(inquiry: Inquiry) -> Table | None:
    """Set down the follow-ups seen again, those found in the most later reviews first.

    Returns:
        None where none was.
    """
    rows = most_seen(inquiry)
    if not rows:
        return None
    seen = _seen(inquiry)
    notes = [told.first_of(LISTED, len(rows))]
    if any(row.attribution != "coded" for row in rows):
        notes.append(IN_THE_SAME_REVIEW)
    return Table(
        "Factors seen again after sign-off",
        _COLUMNS,
        tuple(_row(one, seen) for one in rows[:LISTED]),
        tuple(plain(note) for note in notes if note),
    )


def most_seen(inquiry: Inquiry) -> list[Any]:
    """Return the follow-ups seen again, those found in the most later reviews first."""
    rows = inquiry.rows("follow_ups", state="seen again")
    return sorted(rows, key=lambda row: -row.reviews_after_with)


def only_later(inquiry: Inquiry) -> int:
    """Count the follow-ups seen again only in reviews that came out after the quarter."""
    return sum(all(reviews.values()) for reviews in _seen(inquiry).values())


def where(row: Any) -> str:
    """Say where a factor is followed: "at Police", "in the same review as Police"."""
    is_there = "at" if row.attribution == "coded" else "in the same review as"
    return f"{is_there} {row.agency_label}"


def _seen(inquiry: Inquiry) -> _Seen:
    """Return in which reviews of practice that began later each factor was seen again."""
    found: _Seen = {}
    quarter = inquiry.request.quarter
    for row in inquiry.rows("follow_up_reviews", state="seen again", placed="after", is_found=True):
        key = (row.action_source_id, row.action_ref, row.factor_id, row.agency_id)
        is_later = is_after(quarter, row.published_on, row.published_precision)
        found.setdefault(key, {})[row.review_ref] = is_later
    return found


def _row(one: Any, seen: _Seen) -> tuple[str, ...]:
    """Return a row of the table."""
    reviews = seen[(one.source_id, one.action_ref, one.factor_id, one.agency_id)]
    named = [f"{ref}{AFTER}" if is_later else ref for ref, is_later in reviews.items()]
    return (
        one.action_ref,
        one.factor_label,
        one.agency_label,
        date_cell(one.since_first, one.since_precision),
        listed(named),
        f"{int(one.reviews_after_with):,} of {int(one.reviews_after):,}",
    )
