"""Two sides set beside each other, factor by factor, as rows and as values with types."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.estimates import is_too_few, with_difference

SIDES = ("one", "other")
"""What the sides are called in an address and behind a mark: the first and the second."""


class Compared(NamedTuple):
    """How often one factor is found on each of two sides."""

    factor_id: str
    label: str
    layer: str  # empty if the framework has none
    layer_label: str
    with_a: int  # says something only if it was assessed on that side
    of_a: int
    with_b: int
    of_b: int
    share_a: float  # 0 to 1; NaN if not assessed
    share_b: float
    difference: float  # share_a less share_b; NaN if not assessed on a side
    low: float  # of its 95% interval
    high: float
    q_value: float  # NaN if not tested
    is_different: bool

    @property
    def is_assessed(self) -> bool:
        """Whether the factor could have been found on both sides."""
        return self.of_a > 0 and self.of_b > 0

    @property
    def is_too_few(self) -> bool:
        """Whether a side has too few reviews to say anything of a difference."""
        return is_too_few(self.of_a) or is_too_few(self.of_b)


def joined(codebook: pd.DataFrame, a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    """Put the counts of two sides beside each other.

    Args:
        codebook: rows of `codebook.sql`: every factor that is asked about, in its order.
        a: the first side: one row a factor, with `factor_id`, `reviews_with`, `reviews_assessed`.
        b: the second side, likewise.

    Returns:
        One row a factor of the codebook, in its order: `factor_id`, `label`, `layer`,
        `layer_label`, and the counts of both sides. A factor that a side has no row of was not
        assessed there: `reviews_assessed_...` is 0 and `reviews_with_...` blank.
    """
    rows = codebook[["factor_id", "label", "layer", "layer_label"]]
    for name, side in (("a", a), ("b", b)):
        counts = pd.DataFrame(
            {
                "factor_id": side["factor_id"],
                f"reviews_with_{name}": side["reviews_with"].astype("Int64"),
                f"reviews_assessed_{name}": side["reviews_assessed"].astype("Int64"),
            }
        )
        rows = rows.merge(counts, on="factor_id", how="left", validate="one_to_one")
        assessed = f"reviews_assessed_{name}"
        rows[assessed] = rows[assessed].fillna(0)
    return rows


def compared(
    codebook: pd.DataFrame, a: pd.DataFrame, b: pd.DataFrame, *, largest_first: bool
) -> pd.DataFrame:
    """Join two sides, and estimate the difference of each factor.

    Args:
        codebook: rows of `codebook.sql`.
        a: the first side, of one appraisal.
        b: the second side, of the same.
        largest_first: whether the largest differences come first, with what is too few to tell
            after them; else the codebook's order holds. What was not assessed comes last.

    Returns:
        The rows of `joined`, with what `with_difference` adds.
    """
    rows = with_difference(joined(codebook, a, b))
    order = pd.DataFrame({"group": [_group(row, largest_first) for row in comparisons(rows)]})
    size = rows["difference"].abs() if largest_first else pd.Series(0.0, index=rows.index)
    order["size"] = -size.fillna(0).to_numpy()
    # whole points, as they are shown: what looks equal keeps the codebook's order
    order["size"] = order["size"].round(2)
    sorted_places = order.sort_values(["group", "size"], kind="stable").index
    return rows.iloc[sorted_places].reset_index(drop=True)


def comparisons(rows: pd.DataFrame) -> list[Compared]:
    """Return the rows of `compared` as values, whichever way pandas holds what is missing."""
    texts = [_values(rows, name, "") for name in ("factor_id", "label", "layer", "layer_label")]
    counts = [
        list(map(int, _values(rows, f"reviews_{name}", 0)))
        for name in ("with_a", "assessed_a", "with_b", "assessed_b")
    ]
    numbers = [
        list(map(float, _values(rows, name, float("nan"))))
        for name in (
            *("share_a", "share_b", "difference", "difference_low", "difference_high", "q_value"),
        )
    ]
    different = list(map(bool, _values(rows, "is_different", False)))
    return list(
        map(Compared._make, zip(*texts, *counts, *numbers, different, strict=True)),
    )


def _group(row: Compared, largest_first: bool) -> int:
    """Return which rows come before which: those that tell something, too few, not assessed."""
    if not row.is_assessed:
        return 2
    return 1 if largest_first and row.is_too_few else 0


def _values(rows: pd.DataFrame, name: str, otherwise: Any) -> Sequence[Any]:
    """Return a column, with something else where a value is missing."""
    return [
        otherwise if value is None or value is pd.NA or value != value else value
        for value in rows[name].tolist()
    ]
