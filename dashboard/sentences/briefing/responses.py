"""How reviews were responded to, in the words of a briefing."""

from collections.abc import Sequence
from datetime import date

from dashboard.responses import Responded
from dashboard.sentences.counts import count, found_of, found_of_reviews, listed
from dashboard.sentences.dates import day
from dashboard.sentences.markdown import bold, escaped


def headline(rows: Sequence[Responded], status: str) -> str:
    """Say in one plain line how often one status is recorded.

    Args:
        rows: the rows of all reviews together, at least one.
        status: the status to speak of; the first that there is where it is recorded of none.
    """
    row, _ = _status_first(rows, status)
    number = found_of(row.reviews_with, row.reviews_recorded)
    return f"Of reviews with a response status, {number} have it recorded as {row.status}."


def in_short(rows: Sequence[Responded], status: str, data_date: date) -> str:
    """Say in a line of the summary how often one status is recorded, and as at which day.

    Args:
        rows: the rows of all reviews together, at least one.
        status: the status to speak of; the first that there is where it is recorded of none.
        data_date: the day up to which the data go.

    Returns:
        Markdown: the number in bold.
    """
    row, _ = _status_first(rows, status)
    number = bold(found_of_reviews(row.reviews_with or 0, row.reviews_recorded or 0))
    return (
        f"The response is recorded as {row.status} in {number} with a response status, as at "
        f"{day(data_date)}."
    )


def this_quarter(
    rows: Sequence[Responded], status: str, placed: str, quarter: str, reviews: int
) -> str:
    """Say how the reviews of the quarter were responded to.

    Args:
        rows: the rows of all reviews of the quarter together; none where no status is recorded.
        status: the status to say first.
        placed: how a review is placed in time: "came out".
        quarter: its name.
        reviews: how many reviews of the quarter there are.

    Returns:
        Markdown.
    """
    if not reviews:
        return (
            f"No review {placed} in {quarter}, so there is no response of the quarter to tell of."
        )
    if not rows:
        return f"Of no review that {placed} in {quarter} is a response status recorded."
    first, others = _status_first(rows, status)
    of = rows[0].reviews_recorded or 0
    if of == 1:
        [row] = [row for row in rows if row.reviews_with]
        return (
            f"Of the reviews that {placed} in {quarter}, 1 has a response status: "
            f"{bold(row.status)}."
        )
    number = bold(found_of_reviews(first.reviews_with or 0, of))
    more = [f"as {escaped(row.status)} in {_number(row)}" for row in others]
    return (
        f"Of the reviews that {placed} in {quarter}, the response is recorded as "
        f"{listed([f'{bold(first.status)} in {number}', *more])}."
    )


def _status_first(rows: Sequence[Responded], status: str) -> tuple[Responded, list[Responded]]:
    """Return the row of a status, or the first that there is, and all the others."""
    first = next((row for row in rows if row.status == status), rows[0])
    return first, [row for row in rows if row.status != first.status]


def _number(row: Responded) -> str:
    """Return in how many reviews a status is recorded."""
    return f"{row.reviews_with:,}" if row.reviews_with else "none"


def told_as_at(data_date: date) -> str:
    """Say as at which day the statuses are recorded.

    Args:
        data_date: the day up to which the data go.
    """
    return f"The statuses are those recorded as at {day(data_date)}."


def alt_text(rows: Sequence[Responded]) -> str:
    """Describe the figure to a reader who does not see it."""
    shares = [f"{row.label} {found_of(row.reviews_with, row.reviews_recorded)}" for row in rows]
    return f"Dots of {count(len(rows), 'response status', 'response statuses')}: {listed(shares)}."
