"""What a quarter moved: each factor before it, by its end, and in its own reviews alone."""

from typing import Any, NamedTuple

import pandas as pd

from dashboard.estimates import is_too_few, with_difference, with_interval

_KEYS = ["factor_id", "appraisal"]
_SIDES = {"before": "b", "within": "a"}


class Standing(NamedTuple):
    """A share of reviews with its interval."""

    found: int | None  # None if not assessed
    of: int
    low: float  # 0 to 1; NaN if not assessed
    high: float

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; None if not assessed."""
        return self.found / self.of if self.of and self.found is not None else None


class Movement(NamedTuple):
    """How one factor stood at the last briefing, how it stands now, and what came between."""

    factor_id: str
    label: str
    appraisal: str  # problem, strength, mixed or neutral
    before: Standing
    now: Standing
    within: Standing
    difference: float  # share within less share before; NaN if not assessed in both
    low: float  # of its 95% interval
    high: float
    q_value: float  # NaN if not tested
    is_told: bool  # whether the difference can be told from chance

    @property
    def size(self) -> float:
        """The share now less the share before, -1 to 1; 0 where there is none to compare."""
        if self.now.share is None or self.before.share is None:
            return 0.0
        return self.now.share - self.before.share

    @property
    def is_too_few(self) -> bool:
        """Whether too few reviews of the quarter, or before it, were assessed to tell."""
        return is_too_few(self.within.of) or is_too_few(self.before.of)


def movements(before: pd.DataFrame, now: pd.DataFrame, within: pd.DataFrame) -> list[Movement]:
    """Set three answers to `factor_recurrence.sql` beside each other, and test what moved.

    What stands before the quarter is a part of what stands at its end: the two are never compared
    with each other. The test sets the reviews of the quarter against those before it, which have
    none in common, for all factors at once.

    Args:
        before: rows of the reviews before the quarter.
        now: rows of those up to its end.
        within: rows of those of the quarter alone.

    Returns:
        A movement for each factor and appraisal found by now: first those that can be told from
        chance, then those that moved most.
    """
    found: Any = now[now["reviews_with"].fillna(0) > 0]
    rows = _counts(found, "now").assign(label=found["label"])
    for name, side in (("before", before), ("within", within)):
        rows = rows.merge(_counts(side, name), on=_KEYS, how="left", validate="one_to_one")
    tested = with_difference(
        rows.rename(
            columns={
                f"{column}_{name}": f"{column}_{side}"
                for name, side in _SIDES.items()
                for column in ("reviews_with", "reviews_assessed")
            }
        )
    )
    told = {name: _told(rows, name) for name in ("before", "now", "within")}
    moved = [
        Movement(*row)
        for row in zip(
            *(rows[name].tolist() for name in ("factor_id", "label", "appraisal")),
            *told.values(),
            *(
                tested[name].astype(float).tolist()
                for name in ("difference", "difference_low", "difference_high", "q_value")
            ),
            tested["is_different"].tolist(),
            strict=True,
        )
    ]
    return sorted(moved, key=lambda one: (not one.is_told, -abs(one.size)))


def _counts(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the counts of one answer, named after it."""
    return pd.DataFrame(
        {
            **{key: rows[key] for key in _KEYS},
            f"reviews_with_{name}": rows["reviews_with"].astype("Int64"),
            f"reviews_assessed_{name}": rows["reviews_assessed"].astype("Int64"),
        }
    )


def _told(rows: pd.DataFrame, name: str) -> list[Standing]:
    """Return the shares of one answer with their intervals."""
    counts: Any = rows[[f"reviews_with_{name}", f"reviews_assessed_{name}"]]
    shares = with_interval(counts.set_axis(["reviews_with", "reviews_assessed"], axis=1))
    return [
        Standing(None if pd.isna(found) else int(found), 0 if pd.isna(of) else int(of), low, high)
        for found, of, low, high in zip(
            *(
                shares[column].tolist()
                for column in ("reviews_with", "reviews_assessed", "share_low", "share_high")
            ),
            strict=True,
        )
    ]
