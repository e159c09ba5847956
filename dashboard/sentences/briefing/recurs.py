"""What recurs, in the words of a briefing: the title of its slide."""

import pandas as pd

from dashboard.recurrence import Recurrence, recurrences
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.counts import count, found_of_reviews, listed
from dashboard.sentences.factor_recurrence import could_come_first, found_most


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
    first = found_most(assessed)
    if not first[0].reviews_with:
        return [f"No factor was found{as_what}"]
    where = _where(first)
    told = f"Found most often{as_what}: {listed([row.label for row in first])}, {where}"
    others = could_come_first(assessed)
    return [
        *([f"{told}; {count(others, 'other')} could come first"] if others else []),
        told,
        f"{count(len(first), 'factor')} found most often{as_what}, {where}",
    ]


def _where(first: list[Recurrence]) -> str:
    """Say in how many reviews they are found, all alike."""
    top, each = first[0], "each " if len(first) > 1 else ""
    if len({row.reviews_assessed for row in first}) > 1:
        return f"{each}in {count(top.reviews_with, 'review')}"
    return f"{each}in {found_of_reviews(top.reviews_with, top.reviews_assessed)}"
