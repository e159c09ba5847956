"""What recurs, in one or two sentences."""

from collections.abc import Sequence

import pandas as pd

from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.recurrence import Recurrence, recurrences
from dashboard.sentences.counts import count, found_of_several, listed, share_of_reviews
from dashboard.sentences.markdown import bold

NAMED_AT_MOST = 3
"""Factors that tie for the first place are named up to this many, and counted beyond."""

NOUNS = {
    "problem": "problem",
    "strength": "strength",
    "mixed": "mixed finding",
    "neutral": "factor",
}


def factor_recurrence(recurrence: pd.DataFrame) -> str:
    """Answer "What recurs?": the problem and the strength found most often.

    Args:
        recurrence: rows of `factor_recurrence.sql` with `share`, `share_low` and `share_high`.

    Returns:
        Markdown: factors in bold, each share with its counts and interval, and what cannot be told.
        Where findings are neither problems nor strengths, the factor found most often.
    """
    rows = recurrences(recurrence)
    assessed = [row for row in rows if row.is_assessed]
    if not rows:
        return "There is nothing to count: no factor fits these filters."
    not_assessed = len({row.factor_id for row in rows} - {row.factor_id for row in assessed})
    if not assessed:
        return (
            f"{count(not_assessed, 'factor')} could have been found, and none was assessed in the "
            "selected reviews: whether they recur cannot be told."
        )
    sentences = [too_few(assessed)]
    for appraisal in answered(assessed):
        of_appraisal = [row for row in assessed if row.appraisal == appraisal]
        sentences += [
            _most_found(of_appraisal, NOUNS[appraisal]),
            _open_order(of_appraisal, NOUNS[appraisal]),
        ]
    sentences.append(_not_assessed(not_assessed))
    return " ".join(filter(None, sentences))


def others_as_likely(rows: Sequence[Recurrence]) -> int:
    """Count the other factors that could stand first, as far as these reviews can tell.

    Args:
        rows: the factors assessed with one appraisal, at least one.

    Returns:
        None where several stand first, where none was found, or where too few were assessed.
    """
    [top, *ties] = in_most_reviews(rows)
    if ties or top.reviews_with == 0 or top.reviews_assessed < TOO_FEW_REVIEWS:
        return 0
    return sum(row.share_high >= top.share_low for row in rows) - 1


def answered(assessed: Sequence[Recurrence]) -> list[str]:
    """Return the appraisals to speak of: problem and strength, or what there is instead."""
    present = {row.appraisal for row in assessed}
    return [a for a in ("problem", "strength") if a in present] or [
        a for a in ("mixed", "neutral") if a in present
    ]


def in_most_reviews(rows: Sequence[Recurrence]) -> list[Recurrence]:
    """Return the row found in the most reviews, or all that tie for it."""
    most = max(row.reviews_with for row in rows)
    return [row for row in rows if row.reviews_with == most]


def too_few(assessed: Sequence[Recurrence]) -> str:
    """Warn where no factor was assessed in enough reviews."""
    most = max(row.reviews_assessed for row in assessed)
    if most >= TOO_FEW_REVIEWS:
        return ""
    was = "was" if most == 1 else "were"
    return f"Only {count(most, 'review')} {was} assessed: too few to tell what recurs."


def _most_found(rows: Sequence[Recurrence], noun: str) -> str:
    """Name the factor, or the factors, found in the most reviews."""
    first = in_most_reviews(rows)
    top = first[0]
    if top.reviews_with == 0:
        return none_found(rows, noun)
    if len(rows) == 1:
        as_what = "" if noun == "factor" else f" as a {noun}"
        return f"{bold(top.label)} was found{as_what} in {_share(top)}."
    if len(first) == 1:
        return f"The {noun} found most often is {bold(top.label)}: in {_share(top)}."
    is_one_share = len({row.reviews_assessed for row in first}) == 1
    if len(first) > NAMED_AT_MOST:
        each = _share(top) if is_one_share else _each(first)
        return f"{count(len(first), noun)} are found most often, each in {each}."
    if is_one_share:
        names = listed([bold(row.label) for row in first])
        return f"The {noun}s found most often are {names}, each in {_share(top)}."
    shares = listed([f"{bold(row.label)} in {_share(row)}" for row in first])
    return f"The {noun}s found most often are {shares}."


def _each(tied: Sequence[Recurrence]) -> str:
    """Return in how many reviews each of some factors is found that are found in as many."""
    return found_of_several(tied[0].reviews_with, [row.reviews_assessed for row in tied])


def none_found(rows: Sequence[Recurrence], noun: str) -> str:
    """Say that every factor was looked for and none was found."""
    most = max(row.reviews_assessed for row in rows)
    reviews = f"the {count(most, 'review')} assessed"
    as_what = "" if noun == "factor" else f" as a {noun}"
    if len(rows) == 1:
        return f"{bold(rows[0].label)} was not found{as_what} in {reviews}."
    return f"None of the {count(len(rows), 'factor')} was found{as_what} in {reviews}."


def _open_order(rows: Sequence[Recurrence], noun: str) -> str:
    """Say how many other factors could stand first, as far as these reviews can tell."""
    others = others_as_likely(rows)
    if not others:
        return ""
    those = "that" if others == 1 else "those"
    return (
        f"Its interval overlaps with {those} of {count(others, f'other {noun}')}: "
        "which of them comes first is not certain."
    )


def _not_assessed(factors: int) -> str:
    """Count the factors that no selected review could have found."""
    if not factors:
        return ""
    was = "was" if factors == 1 else "were"
    return f"{count(factors, 'factor')} {was} not assessed in any selected review."


def _share(row: Recurrence) -> str:
    """Return the share of one row in words."""
    return share_of_reviews(row.reviews_with, row.reviews_assessed, row.share_low, row.share_high)
