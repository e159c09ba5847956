"""The rows of what is found together, as values with types, whichever way pandas holds them."""

from typing import Any, NamedTuple

import pandas as pd


class Found(NamedTuple):
    """In how many reviews one factor is found, as a row of `factor_found.sql`."""

    factor_id: str
    label: str
    layer: str  # empty if it has none
    layer_label: str
    reviews_with: int
    reviews_assessed: int  # 0 if it was not assessed: then reviews_with says nothing


class Pair(NamedTuple):
    """Two factors found together, as a row of `factor_pairs.sql` with its association."""

    factor_a_id: str
    factor_a_label: str
    factor_b_id: str
    factor_b_label: str
    reviews_with_both: int
    reviews_with_a: int
    reviews_with_b: int
    reviews_assessed: int
    lift: float  # NaN, as all that follow, if too few reviews were assessed
    lift_low: float
    lift_high: float
    jaccard: float  # 0 to 1
    p_value: float  # NaN if a factor is found in every review too
    q_value: float
    stands_out: str  # together, apart, or empty where nothing can be said

    @property
    def factors(self) -> tuple[str, str]:
        """The codes of both factors."""
        return self.factor_a_id, self.factor_b_id

    @property
    def is_tested(self) -> bool:
        """Whether it can be told at all if the two have to do with each other."""
        return self.q_value == self.q_value


class Crossed(NamedTuple):
    """In how many reviews a factor is found with a pattern, or beside a layer."""

    factor_id: str
    label: str
    layer: str  # the factor's own, empty if it has none
    across_id: str  # of the pattern or layer, empty where none is recorded
    across: str
    reviews_with: int
    findings: int
    reviews_assessed: int  # 0 if it was not assessed: then the counts say nothing


def founds(rows: pd.DataFrame) -> list[Found]:
    """Return rows of `factor_found.sql` as values."""
    return [Found(*row) for row in _plain(rows, Found)]


def pairs(rows: pd.DataFrame) -> list[Pair]:
    """Return rows of `factor_pairs.sql` with what `with_association` adds as values."""
    return [Pair(*row) for row in _plain(rows, Pair)]


def by_pattern(rows: pd.DataFrame) -> list[Crossed]:
    """Return rows of `factor_by_pattern.sql` as values."""
    named = rows.rename(columns={"pattern_id": "across_id", "pattern": "across"})
    return [Crossed(*row) for row in _plain(named, Crossed)]


def by_layer(rows: pd.DataFrame) -> list[Crossed]:
    """Return rows of `factor_by_layer.sql` as values."""
    named = rows.rename(columns={"beside_layer_id": "across_id", "beside_layer": "across"})
    return [Crossed(*row) for row in _plain(named, Crossed)]


_MISSING: dict[type, Any] = {str: "", int: 0, float: float("nan")}


def _plain(rows: pd.DataFrame, kind: Any) -> list[tuple[Any, ...]]:
    """Return the columns that a kind of value has, each cell as the type that it has there."""
    columns = [
        [_as(of_type, value) for value in rows[name].tolist()]
        for name, of_type in kind.__annotations__.items()
    ]
    return list(zip(*columns, strict=True))


def _as(of_type: type, value: Any) -> Any:
    """Return a cell as a type, or what stands for a missing one."""
    return _MISSING[of_type] if pd.isna(value) else of_type(value)
