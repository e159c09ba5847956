"""The rows of `factor_by_agency.sql`, with what is estimated from them, as values with types."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.estimates import TOO_FEW_REVIEWS, with_funnel, with_interval, with_standing_out

AT_FIRST = 8
"""Agencies that are shown, and tested together, where the reader asks for no more."""


class AtAgency(NamedTuple):
    """How often one factor is found at one agency, or at one group of agencies."""

    factor_id: str
    label: str
    agency_id: str
    agency_label: str
    attribution: str  # coded: found at it; review: only in the same review
    reviews_with: int | None  # None: not assessed in any of its reviews
    reviews_assessed: int | None  # None: in how many reviews it was involved is not recorded
    share: float  # 0 to 1; NaN where there is no denominator
    share_low: float
    share_high: float
    reviews_with_elsewhere: int | None
    reviews_assessed_elsewhere: int | None
    q_value: float  # NaN if not tested
    stands_out: str  # "more", "less" or ""

    @property
    def is_assessed(self) -> bool:
        """Whether any of its reviews could have found it: 0 is found in none, this is the rest."""
        return self.reviews_with is not None

    @property
    def is_recorded(self) -> bool:
        """Whether it is known in how many reviews the agency was involved."""
        return self.reviews_assessed is not None

    @property
    def is_told(self) -> bool:
        """Whether there are enough reviews for a share to say anything."""
        return self.is_assessed and (self.reviews_assessed or 0) >= TOO_FEW_REVIEWS


class InFunnel(NamedTuple):
    """Where one agency lies in the funnel of one factor."""

    cell: AtAgency
    funnel: str  # within, low_95, high_95, low_998, high_998, "too few" or ""

    @property
    def is_outside(self) -> bool:
        """Whether it lies beyond a limit."""
        return self.funnel.startswith(("low", "high"))

    @property
    def is_far_outside(self) -> bool:
        """Whether it lies beyond the outer limit."""
        return self.funnel.endswith("998")


_TEXTS = ("factor_id", "label", "agency_id", "agency_label", "attribution")
_COUNTS = ("reviews_with", "reviews_assessed")
_SHARES = ("share", "share_low", "share_high")
_ELSEWHERE = ("reviews_with_elsewhere", "reviews_assessed_elsewhere")


def with_cells(rows: pd.DataFrame, appraisal: str, agencies: Sequence[str]) -> pd.DataFrame:
    """Keep the cells that are shown, and add their shares and which of them stand out.

    What stands out is told over the cells shown and no others: so the more are shown, the further
    one of them must lie from the rest.

    Args:
        rows: rows of `factor_by_agency.sql`.
        appraisal: the appraisal that is shown.
        agencies: codes of the agencies, or groups, that are shown.

    Returns:
        Those rows, with what `with_interval` and `with_standing_out` add.
    """
    is_kept = (rows["appraisal"] == appraisal) & rows["agency_id"].isin(list(agencies))
    kept = rows.loc[is_kept, :]
    return with_standing_out(with_interval(kept.reset_index(drop=True)))


def with_points(rows: pd.DataFrame, appraisal: str, factor: str, attribution: str) -> pd.DataFrame:
    """Keep the agencies of one funnel, and add their shares and the limits.

    Args:
        rows: rows of `factor_by_agency.sql`.
        appraisal: the appraisal that is shown.
        factor: code of the factor that is shown.
        attribution: coded or review: the two are not counted in the same way.

    Returns:
        Those rows, with what `with_cells` and `with_funnel` add.
    """
    is_kept = (rows["factor_id"] == factor) & (rows["attribution"] == attribution)
    of_factor = rows.loc[is_kept, :]
    return with_funnel(with_cells(of_factor, appraisal, of_factor["agency_id"].tolist()))


def at_agencies(rows: pd.DataFrame) -> list[AtAgency]:
    """Return the rows as values, whichever way pandas holds what is missing.

    Args:
        rows: what `with_cells` returned.
    """
    columns = [
        *(rows[name].tolist() for name in _TEXTS),
        *([_count(value) for value in rows[name].tolist()] for name in _COUNTS),
        *([_share(value) for value in rows[name].tolist()] for name in _SHARES),
        *([_count(value) for value in rows[name].tolist()] for name in _ELSEWHERE),
        [_share(value) for value in rows["q_value"].tolist()],
        rows["stands_out"].tolist(),
    ]
    return list(map(AtAgency._make, zip(*columns, strict=True)))


def in_funnel(rows: pd.DataFrame) -> list[InFunnel]:
    """Return the points of a funnel as values.

    Args:
        rows: what `with_points` returned.
    """
    pairs = zip(at_agencies(rows), rows["funnel"].tolist(), strict=True)
    return [InFunnel(cell, funnel) for cell, funnel in pairs]


def _count(value: Any) -> int | None:
    """Return a count, or None where it is missing."""
    return None if value is None or value is pd.NA or value != value else int(value)


def _share(value: Any) -> float:
    """Return a share, or NaN where it is missing."""
    return float("nan") if value is None or value is pd.NA else float(value)
