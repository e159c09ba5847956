"""The rows of `factor_recurrence.sql`, with their intervals, as values with types."""

from typing import Any, NamedTuple

import pandas as pd


class Recurrence(NamedTuple):
    """How often one factor is found with one appraisal."""

    factor_id: str
    label: str
    layer: str  # empty if the framework has none
    layer_label: str
    appraisal: str  # problem, strength, mixed or neutral
    reviews_with: int  # says something only if it was assessed
    reviews_assessed: int
    share: float  # 0 to 1; NaN if not assessed
    share_low: float
    share_high: float

    @property
    def is_assessed(self) -> bool:
        """Whether any selected review could have found it: 0 is found in none, this is the rest."""
        return self.reviews_assessed > 0


_TEXTS = ("factor_id", "label", "layer", "layer_label", "appraisal")
_COUNTS = ("reviews_with", "reviews_assessed")
_SHARES = ("share", "share_low", "share_high")


def recurrences(rows: pd.DataFrame) -> list[Recurrence]:
    """Return the rows as values, whichever way pandas holds what is missing.

    Args:
        rows: rows of `factor_recurrence.sql` with `share`, `share_low` and `share_high`.
    """
    columns = [
        *([_or_else("", value) for value in rows[name].tolist()] for name in _TEXTS),
        *([int(_or_else(0, value)) for value in rows[name].tolist()] for name in _COUNTS),
        *([float(_or_else("nan", value)) for value in rows[name].tolist()] for name in _SHARES),
    ]
    return list(map(Recurrence._make, zip(*columns, strict=True)))


def _or_else(otherwise: Any, value: Any) -> Any:
    """Return a value, or something else where it is missing."""
    return otherwise if value is None or value is pd.NA or value != value else value
