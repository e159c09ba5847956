"""What one review shares with others, in words."""

from typing import Any

import pandas as pd

from dashboard.sentences.counts import count
from dashboard.sentences.markdown import bold

NOTHING_SHARED = "No other selected review shares a factor with it."


def nearest_reviews(nearest: pd.DataFrame) -> str:
    """Say with which review one shares most, and how many share anything with it.

    Args:
        nearest: rows of `nearest_reviews.sql`, the nearest first.

    Returns:
        Markdown; the name of the review in it is escaped.
    """
    if nearest.empty:
        return NOTHING_SHARED
    first: Any = next(iter(nearest.itertuples(index=False)))
    name = bold(str(first.review_ref if pd.isna(first.title) else first.title))
    alike = int(first.reviews_as_near)
    who = name if alike == 1 else f"{count(alike, 'review')} alike, {name} among them"
    shared = _part(int(first.factors_shared), int(first.factors_of_either))
    compared, sharing = int(first.reviews_compared), int(first.reviews_sharing)
    return (
        f"It shares most with {who}: {shared} found in either. "
        f"{sharing:,} of {count(compared, 'other selected review')} "
        f"{'shares' if sharing == 1 else 'share'} at least one factor with it."
    )


def _part(shared: int, of: int) -> str:
    """Return so many of so many factors: "4 of the 7 factors", "all 3 factors"."""
    if shared < of:
        return f"{shared} of the {of} factors"
    return f"all {of} factors" if of > 1 else "the one factor"
