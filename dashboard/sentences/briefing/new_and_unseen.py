"""What is said of factors that are new, and of those not seen for long, together."""

from collections.abc import Sequence
from typing import Any, TypeVar

from dashboard.sentences.counts import count
from dashboard.sentences.over_time import also_undated

NOT_GONE = (
    "A factor that is not seen need not be gone, and one that is new need not be new in practice: "
    "other cases, another review method or another way of coding can do both."
)
Row = TypeVar("Row", bound=Any)


def of_one(rows: Sequence[Row], appraisal: str) -> list[Row]:
    """Return the rows of one appraisal."""
    return [row for row in rows if row.appraisal == appraisal]


def remark(row: Any) -> str:
    """Return what stands behind a factor: in brackets the reviews of which no date is known.

    Args:
        row: row of `factor_history.sql`.
    """
    undated = also_undated(row).removeprefix("; ")
    return f" ({undated})" if undated else ""


def in_all(new: int, unseen: int) -> str:
    """Return the title of a slide: "1 factor was found before, and not for 8 quarters".

    Args:
        new: factors that are new in the quarter.
        unseen: factors that were found before, and not in the eight quarters.
    """
    is_new = f"{count(new, 'factor')} {'is' if new == 1 else 'are'} new" if new else ""
    was = "was" if unseen == 1 else "were"
    if not unseen:
        return f"{is_new} this quarter"
    if not new:
        return f"{count(unseen, 'factor')} {was} found before, and not for 8 quarters"
    return f"{is_new} this quarter, and {unseen:,} {was} not found for 8 quarters"


def first_of(shown: int, factors: int) -> str:
    """Say that a table holds only the factors found most; empty where it holds all."""
    return f"The {shown:,} of {factors:,} found in the most reviews." if shown < factors else ""
