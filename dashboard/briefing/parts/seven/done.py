"""How far the actions on one factor or of one review have come, and what was found after them."""

from collections import Counter
from dataclasses import replace

import pandas as pd

from dashboard.briefing.parts.seen_table import KNOWN
from dashboard.briefing.parts.seven.subject import OneFactor, OneReview
from dashboard.progress import WORDS, Progress, progress
from dashboard.sentences.counts import NOT_RECORDED
from queries.selection import Selection


def progress_of_factor(one: OneFactor) -> Progress | None:
    """Return how far the actions that answer findings of a factor have come; None without any."""
    rows = progress(one.inquiry.table("action_progress", one.selection), NOT_RECORDED)
    return rows[0] if rows and rows[0].actions else None


def progress_of_review(one: OneReview) -> Progress | None:
    """Return how far the actions of a review have come; None where the source records none."""
    rows = one.of_it(one.inquiry.table("actions"))
    if rows.empty:
        return None
    words = Counter(rows["tracked"].tolist())
    days = rows["days_overdue"].dropna()
    as_at = rows["as_at"]
    return Progress(
        group_id="",
        group=NOT_RECORDED,
        actions=len(rows),
        words={word: words[word] for word in WORDS},
        ages={},
        contradicting=int(rows["contradictions"].notna().sum()),
        longest=int(days.max()) if len(days) else None,
        as_at=(as_at.min().date(), as_at.max().date()),
    )


def follow_ups_of_factor(one: OneFactor) -> pd.DataFrame:
    """Return the follow-ups of signed-off actions on a factor, whatever else is chosen of it.

    As in every part of a briefing, nothing counts that was not known by the end of the quarter.
    """
    return one.inquiry.table("follow_ups", _of_any_finding(one.selection), **KNOWN)


def follow_ups_of_review(one: OneReview) -> pd.DataFrame:
    """Return the follow-ups of the signed-off actions of a review, by the end of the quarter."""
    selection = _of_any_finding(one.inquiry.up_to)
    return one.of_it(one.inquiry.table("follow_ups", selection, review=one.reference, **KNOWN))


def _of_any_finding(selection: Selection) -> Selection:
    """Return a selection in which nothing but the factor is chosen of the findings."""
    return replace(selection, appraisals=(), patterns=(), perspectives=(), layers=(), text=None)
