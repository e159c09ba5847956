"""Which factors were found before and not for long since, in words."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dashboard.estimates import TOO_FEW_REVIEWS, is_too_few
from dashboard.sentences.briefing.new_and_unseen import of_one
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.counts import count, first_named, found_of_reviews, listed
from dashboard.sentences.markdown import bold, escaped
from dashboard.sentences.over_time import also_undated, found_in_none

NAMED_AT_MOST = 3
ASKED_AT_MOST = 3
FOUND_BEFORE = 2
"""In so many reviews a factor was found before its absence is asked about: one may be chance."""
UNSEEN_RULE = (
    f"A factor was found in at least {FOUND_BEFORE} earlier reviews, and in none of the last 8 "
    f"quarters, in which at least {TOO_FEW_REVIEWS} reviews assessed it. At most {ASKED_AT_MOST} "
    "are asked about: those found in the most reviews before."
)
LATE = (
    "Reviews come out after the practice that they tell of: those of the latest quarters may be "
    "still to come, and may hold what is not seen in them yet."
)
NOTHING_SO_LONG_AGO = (
    "No selected review is from before the last 8 quarters, so nothing can have gone unseen for so "
    "long."
)
NONE_UNSEEN = "No factor that was found before has gone unseen for 8 quarters."
NO_REVIEW_LATELY = (
    "No review falls into the last 8 quarters, so what is no longer seen cannot be told."
)


class Unseen(NamedTuple):
    """A factor that was found before the latest quarters, and not in them."""

    row: Any  # of `factor_history.sql`
    reviews_with: int  # found in, before these quarters
    reviews_assessed_before: int
    reviews_assessed: int  # in these quarters, and found in none of them
    low: float  # limits of the 95% interval of the share in these quarters, 0 to 1
    high: float

    @property
    def appraisal(self) -> str:
        """As what it was found."""
        return str(self.row.appraisal)

    @property
    def is_too_few(self) -> bool:
        """Whether too few reviews of these quarters were assessed to tell that it is not seen."""
        return is_too_few(self.reviews_assessed)

    @property
    def last_found(self) -> str:
        """When it was last found: a period, or a year where its date is coarser than one."""
        named = self.row.last_found_in
        return named if isinstance(named, str) else f"{self.row.last_found_on:%Y}"


def unseen(rows: Sequence[Unseen], appraisals: Sequence[str]) -> str:
    """Say which factors were not seen for eight quarters.

    Args:
        rows: the factors that were not.
        appraisals: as what factors can be found here, at least one.

    Returns:
        Markdown: factors in bold, each with the reviews assessed and when it was last found. Those
        assessed in too few reviews to tell are counted, not named.
    """
    told = [row for row in rows if not row.is_too_few]
    few = _few(len(rows) - len(told))
    if not told:
        return few or NONE_UNSEEN
    said = [_unseen(found, one) for one in appraisals if (found := of_one(told, one))]
    return " ".join(filter(None, (*said, few)))


def unseen_in_short(rows: Sequence[Unseen], appraisals: Sequence[str]) -> str:
    """Count the factors that were not seen for eight quarters, for a line of the summary.

    Args:
        rows: the factors that were not.
        appraisals: as what factors can be found here, at least one.
    """
    told = [row for row in rows if not row.is_too_few]
    if not told:
        return _few(len(rows)) or NONE_UNSEEN
    parts = [
        f"{count(len(found), 'factor')}{AS_WHAT.get(one, '')}"
        for one in appraisals
        if (found := of_one(told, one))
    ]
    fewest = min(row.reviews_assessed for row in told)
    most = max(row.reviews_assessed for row in told)
    of = f"{fewest:,} to {count(most, 'review')}" if fewest < most else count(most, "review")
    return f"Found before, but not in the last 8 quarters (0 of {of}): {listed(parts)}."


def is_asked_of_unseen(one: Unseen) -> bool:
    """Say whether a factor was found, and could have been found again, in reviews enough to ask."""
    return one.reviews_with >= FOUND_BEFORE and not one.is_too_few


def also_unseen(one: Unseen) -> str:
    """Say that a factor, about which a question is asked already, was not seen for long too."""
    return f"In the last 8 quarters, it was found in {found_in_none(one.reviews_assessed)}."


def ask_of_unseen(one: Unseen) -> str:
    """Ask what a factor that was not seen for long means."""
    asked = "Is it lost, there and no longer looked for, or is it chance?"
    if one.appraisal != "strength":
        asked = (
            "Is it no longer there, no longer looked for, were the cases others, or is it chance?"
        )
    return (
        f"{bold(one.row.label)} was found{AS_WHAT.get(one.appraisal, '')} in "
        f"{found_of_reviews(one.reviews_with, one.reviews_assessed_before)}, last in "
        f"{escaped(one.last_found)}; in the last 8 quarters, in "
        f"{found_in_none(one.reviews_assessed)}. {asked}"
    )


def not_assessed_lately(factors: int) -> str:
    """Count the factors that could not have been found of late; empty if there are none."""
    if not factors:
        return ""
    was = "was" if factors == 1 else "were"
    it = "it is" if factors == 1 else "they are"
    return (
        f"{count(factors, 'factor')} found before {was} not assessed in the last 8 quarters: "
        f"whether {it} still there cannot be told."
    )


def _unseen(rows: Sequence[Unseen], appraisal: str) -> str:
    """Name the factors of one appraisal that were not seen."""
    told = [
        f"{bold(one.row.label)} ({found_in_none(one.reviews_assessed)}; last in "
        f"{escaped(one.last_found.partition(' (')[0])}{also_undated(one.row)})"
        for one in rows[:NAMED_AT_MOST]
    ]
    as_what = AS_WHAT.get(appraisal, "")
    named = listed(first_named(told, len(rows)))
    return f"Found{as_what} before, but not in the last 8 quarters: {named}."


def _few(factors: int) -> str:
    """Count the factors of which too few reviews tell."""
    if not factors:
        return ""
    was = "was" if factors == 1 else "were"
    return (
        f"{count(factors, 'factor')} found before {was} not seen in the last 8 quarters, "
        f"but assessed in fewer than {TOO_FEW_REVIEWS} reviews: too few to tell."
    )
