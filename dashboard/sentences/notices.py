"""What a reader must be told beside a number."""

from collections.abc import Sequence
from datetime import date

from dashboard.sentences.counts import count, listed
from dashboard.sentences.dates import day

IN_THE_SAME_REVIEW = (
    "These agencies stand in the same review as the factor. "
    "It is not known whether the factor was found at them."
)
NOT_CAUSED_BY = (
    "A factor is found in a review. That does not mean that it caused what happened, and a factor "
    "that a review does not mention may have been there all the same."
)


def made_up(titles: Sequence[str]) -> str:
    """Return the notice that stands wherever made-up reviews are shown.

    Args:
        titles: titles of the made-up sources shown, at least one.
    """
    return (
        f"Made-up data: the reviews of {listed(titles)} were made up to show how this works. "
        "They are about nobody, and nothing may be concluded from them."
    )


def evidence(reviews: int, findings: int) -> str:
    """Say how the list behind a number adds up to the number.

    Args:
        reviews: reviews that hold the factor: the number that was opened.
        findings: findings listed.
    """
    if not reviews:
        return "No review holds this factor, so there is no finding to list."
    hold = "holds" if reviews == 1 else "hold"
    are = "is" if findings == 1 else "are"
    return (
        f"{count(reviews, 'review')} {hold} this factor: {count(findings, 'finding')} {are} listed."
    )


def part_period(
    period: str,
    period_from: date,
    period_to: date,
    covers_from: date | None,
    covers_to: date | None,
) -> str:
    """Say why a period is only a part period; empty if the data cover all of it.

    Args:
        period: name of the period, such as "Q2 2025/26 (Jul-Sep)".
        period_from: its first day.
        period_to: its last day.
        covers_from: first day that the data cover; None if not known.
        covers_to: last day that they cover.
    """
    reasons = []
    if covers_from and covers_from > period_from:
        reasons.append(f"begin on {day(covers_from)}")
    if covers_to and covers_to < period_to:
        reasons.append(f"end on {day(covers_to)}")
    if not reasons:
        return ""
    return f"{period} is a part period: the data {listed(reasons)}."
