"""What recurs, in a line of the summary or the title of a slide."""

from collections.abc import Sequence

import pandas as pd

from dashboard.recurrence import Recurrence, recurrences
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.counts import count, found_of_several, listed
from dashboard.sentences.factor_recurrence import (
    NAMED_AT_MOST,
    NOUNS,
    answered,
    in_most_reviews,
    none_found,
    others_as_likely,
    too_few,
)
from dashboard.sentences.markdown import bold


def in_short(rows: Sequence[Recurrence]) -> str:
    """Name the problem and the strength found in the most reviews, with their counts.

    Args:
        rows: every factor and appraisal, estimated.

    Returns:
        Markdown; empty where no factor was assessed.
    """
    assessed = [row for row in rows if row.is_assessed]
    if not assessed:
        return ""
    if few := too_few(assessed):
        return few
    return " ".join(
        _first([row for row in assessed if row.appraisal == appraisal], appraisal)
        for appraisal in answered(assessed)
    )


def _first(rows: Sequence[Recurrence], appraisal: str) -> str:
    """Say of one appraisal what is found in the most reviews, and whether that is certain."""
    first = in_most_reviews(rows)
    if not first[0].reviews_with:
        return none_found(rows, NOUNS[appraisal])
    is_one = len(rows) == 1
    found = f"Found{AS_WHAT.get(appraisal, '')}{'' if is_one else ' most often'}"
    others = others_as_likely(rows)
    open_order = f"; {count(others, 'other')} may be as frequent" if others else ""
    return f"{found}: {_named(first)}{open_order}."


def _named(first: Sequence[Recurrence]) -> str:
    """Name factors with their counts, or count them where they are many."""
    names = listed([bold(row.label) for row in first])
    if len(first) > NAMED_AT_MOST:
        names = count(len(first), "factor")
    return f"{names}, {_where(first)}"


def briefly(recurrence: pd.DataFrame) -> list[str]:
    """Say which factors are found most often, the longest wording first.

    Args:
        recurrence: rows of `factor_recurrence.sql` with their intervals, of one appraisal.
    """
    rows = recurrences(recurrence)
    assessed = [row for row in rows if row.is_assessed]
    as_what = AS_WHAT.get(rows[0].appraisal, "") if rows else ""
    if not assessed:
        return ["No factor was assessed"]
    first = in_most_reviews(assessed)
    if not first[0].reviews_with:
        return [f"No factor was found{as_what}"]
    where = _where(first)
    told = f"Found most often{as_what}: {listed([row.label for row in first])}, {where}"
    others = others_as_likely(assessed)
    return [
        *([f"{told}; {count(others, 'other')} could come first"] if others else []),
        told,
        f"{count(len(first), 'factor')} found most often{as_what}, {where}",
    ]


def _where(first: Sequence[Recurrence]) -> str:
    """Say in how many reviews they are found, all alike."""
    each = "each " if len(first) > 1 else ""
    assessed = [row.reviews_assessed for row in first]
    return f"{each}in {found_of_several(first[0].reviews_with, assessed)}"


def only_chosen(factors: int) -> str:
    """Say that factors were chosen, so that none of them need be the one found most often.

    Args:
        factors: how many; of one, nothing is said to be found most often.
    """
    if factors < 2:
        return ""
    return f"Only the {factors:,} factors chosen are counted here: others may be found more often."


def not_drawn(every: Sequence[Recurrence], drawn: Sequence[Recurrence]) -> str:
    """Say which factors of one appraisal are not drawn; empty if all are.

    Args:
        every: every factor.
        drawn: those drawn: where any is found, none that is not.
    """
    named = {row.factor_id for row in drawn}
    left = [row for row in every if row.factor_id not in named]
    if not left:
        return ""
    fewer = any(row.is_assessed and row.reviews_with for row in left)
    in_none = any(row.is_assessed and not row.reviews_with for row in left)
    kinds = [
        *(["found in fewer reviews"] if fewer else []),
        *(["in none" if fewer else "found in none"] if in_none else []),
        *([] if all(row.is_assessed for row in left) else ["not assessed"]),
    ]
    noun = "factor" if any(row.reviews_with for row in drawn) else "other factor"
    told = f"{', or '.join(kinds)}{',' if len(kinds) > 1 else ''}"
    return f"The {count(len(left), noun)} {told} {'is' if len(left) == 1 else 'are'} not drawn."
