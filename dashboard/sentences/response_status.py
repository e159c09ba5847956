"""How reviews were responded to, in words: n of N, and what a status cannot tell."""

from collections.abc import Sequence

from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.responses import Responded
from dashboard.sentences.balance import in_reviews
from dashboard.sentences.counts import TOO_FEW, count, found_of, listed
from dashboard.sentences.markdown import bold, escaped
from dashboard.sentences.over_time import BASES

OF_THE_WHOLE = (
    "The status is of the review as a whole. Where several agencies were written to, it does not "
    "say which of them has answered."
)
LESS_TIME = (
    "The latest reviews have had less time to be answered: more of them can be pending or overdue "
    "for that reason alone."
)
WHAT_IS_RECORDED = (
    "A change can lie in how replies were published and recorded. That a reply is recorded does "
    "not say what was done."
)
NAMED_AT_MOST = 3


def response_status(rows: Sequence[Responded], status: str) -> str:
    """Say in how many reviews each status is recorded, one of them first.

    Args:
        rows: the rows of all reviews together, at least one.
        status: the status to say first.

    Returns:
        Markdown.
    """
    first = next((row for row in rows if row.status == status), rows[0])
    others = [
        f"in {row.reviews_with or 0:,} as {escaped(row.status)}"
        for row in rows
        if row.status != first.status
    ]
    more = f"; {listed(others)}" if others else ""
    number = in_reviews(first.reviews_with or 0, first.reviews_recorded or 0)
    return f"**I{number[1:]}** the response is recorded as {bold(first.status)}{more}."


def not_recorded(rows: Sequence[Responded]) -> str:
    """Say of how many selected reviews no status is recorded; nothing if of none.

    Args:
        rows: the rows of all reviews together, at least one.
    """
    selected = rows[0].reviews_selected
    without = selected - (rows[0].reviews_recorded or 0)
    if not without:
        return ""
    return (
        f"No response status is recorded of {without:,} of the {count(selected, 'review')} "
        "selected. That is not the same as no answer, and no number here counts them."
    )


def over_time(rows: Sequence[Responded], status: str, basis: str) -> str:
    """Say what share a status had in the first and in the last whole period.

    Args:
        rows: the rows of periods, without those of no period.
        status: the status to speak of.
        basis: practice or published.

    Returns:
        Markdown; that it cannot be told where fewer than two whole periods have reviews enough.
    """
    told = [
        row
        for row in rows
        if row.status == status and row.is_told and not row.is_part and not row.is_open
    ]
    if len(told) < 2:
        return (
            f"{BASES[basis]}, fewer than two whole periods have enough reviews and none that is "
            f"pending: {TOO_FEW}."
        )
    ends = [
        f"{in_reviews(row.reviews_with or 0, row.reviews_recorded or 0)} of {escaped(row.group)}"
        for row in (told[0], told[-1])
    ]
    return (
        f"{BASES[basis]}, {bold(status)} is recorded {listed(ends)}: the first and the last whole "
        f"period without a pending review. {WHAT_IS_RECORDED}"
    )


def by_agency(rows: Sequence[Responded], noun: tuple[str, str]) -> str:
    """Say how often one status is recorded for the agencies with the most reviews.

    Args:
        rows: the rows of one status that are drawn, those with the most reviews first.
        noun: what a group is called, and several: agency, agencies.

    Returns:
        Markdown; that it cannot be told where no agency has reviews enough.
    """
    if not rows:
        return (
            f"No {noun[0]} is named in {TOO_FEW_REVIEWS} reviews with a response status: by "
            f"{noun[0]} it is {TOO_FEW}."
        )
    named = [
        f"{bold(row.group)} in {found_of(row.reviews_with, row.reviews_recorded)}"
        for row in rows[:NAMED_AT_MOST]
    ]
    return (
        f"The {noun[1]} with the most reviews, and in how many the status is "
        f"{bold(rows[0].status)}: {listed(named)}."
    )


def behind(row: Responded, by: str, basis: str) -> str:
    """Say which reviews are listed.

    Args:
        row: the number that they stand behind.
        by: agency or period; empty for all reviews together.
        basis: practice or published.

    Returns:
        Markdown: the number with its denominator, and how many reviews are listed.
    """
    found = row.reviews_with or 0
    if row.reviews_recorded is None:
        number = f"{count(found, 'review')} (in how many it was involved is not recorded)"
    else:
        number = in_reviews(found, row.reviews_recorded).removeprefix("in ")
    of = {"agency": f" that name {bold(row.group)}", "period": f" of {bold(row.group)}"}
    when = f", {BASES[basis][:1].lower()}{BASES[basis][1:]}" if by == "period" else ""
    listing = {0: "none to list", 1: "it is listed"}.get(found, f"the {found:,} are listed")
    return f"Response status {bold(row.label)}: {number}{of.get(by, '')}{when}; {listing}."
