"""Whether a factor came back after a signed-off action: how long until it was found again.

A follow-up is one signed-off action with one factor at one agency. It can only be told of if there
is later practice to look at: a later review in which the agency was involved and the factor
assessed. Without, it is too early to tell, and nothing of it is estimated.

Time in which nobody looked is not time in which nothing happened. So a follow-up in which the
factor was not seen again is watched up to the latest practice that could have shown it, and no
longer: not up to today, nor up to the end of the data, as if years without a review were years of
success. At every time that makes the share not found again the same or lower, never higher, than
watching up to the end of the data would: it is the more cautious.

What is estimated is the time until a review finds the factor again, not until it was there again:
how soon that can be hangs on how soon there is another review.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.estimates.survival import Survival, survival

Reading = Literal["strict", "lenient"]
"""strict: practice began after the last day on which the sign-off may have been. lenient: it ended
after the first such day, so that what was under way counts too."""

FEWEST_FOLLOW_UPS = 5
"""With fewer follow-ups to look at there is no curve: as for shares, it is "too few to tell".

The end of a curve on which fewer are still watched is no more telling: a single one that is seen
again last takes it to 0, however many were not seen again.
"""

ALL = "all"
STRATA: dict[str, dict[str, str]] = {
    "strength": {"strong": "Stronger", "intermediate": "Intermediate", "weak": "Weaker"},
    "evidence_grade": {
        "outcome": "Outcome",
        "practice": "Practice",
        "output": "Output",
        "none": "No evidence",
    },
}
"""The groups of follow-ups in the order to draw them; what is blank comes last."""

NOT_RECORDED = "Not recorded"

_FATE = ["source_id", "board", "factor_id", "agency_id", "since_first", "since_last"]
_SEEN, _NOT_SEEN = "seen again", "not seen"


@dataclass(frozen=True)
class Curve:
    """The follow-ups of one group, and how long it was until the factor was found again."""

    key: str  # the value of what they are grouped by, "" if blank; ALL if they are not grouped
    name: str
    too_early: int  # follow-ups without later practice to look at: not in the curve
    follow_ups: int  # those with
    days: np.ndarray  # of those that count, until the factor was seen again or last looked for
    is_event: np.ndarray  # whether it was seen again
    survival: Survival | None  # None: too few to tell

    @property
    def counted(self) -> int:
        """How many count, those that share their fate counting once."""
        return self.days.size

    @property
    def shared(self) -> int:
        """How many follow-ups count together with another and not by themselves."""
        return self.follow_ups - self.counted

    @property
    def told(self) -> int:
        """How many steps of the estimate rest on FEWEST_FOLLOW_UPS that are still watched."""
        if self.survival is None:
            return 0
        return int((self.survival.at_risk >= FEWEST_FOLLOW_UPS).sum())

    @property
    def events(self) -> int:
        """In how many of those that count the factor was seen again."""
        return int(self.is_event.sum())


def curves(rows: pd.DataFrame, reading: Reading, by: str | None = None) -> list[Curve]:
    """Estimate the time until the factor was found again, for all follow-ups or group by group.

    Args:
        rows: rows of `follow_ups.sql`.
        reading: which later practice counts.
        by: None, or a name of STRATA: strength or evidence_grade.

    Returns:
        A curve for each group that has a follow-up, in the order of STRATA, the blank last. One of
        fewer than FEWEST_FOLLOW_UPS that count has no estimate.

    Raises:
        ValueError: if a follow-up has a day that cannot be, or lacks one that it must have.
    """
    if by is None:
        return [_curve(ALL, "All follow-ups", rows, reading)]
    value = rows[by].astype(object).where(rows[by].notna(), "")
    groups = STRATA[by] | {"": NOT_RECORDED}
    present = set(value)
    return [
        _curve(key, name, rows.loc[value == key], reading)
        for key, name in groups.items()
        if key in present
    ]


def counted_once(rows: pd.DataFrame, reading: Reading) -> tuple[pd.DataFrame, int]:
    """Count follow-ups that share their fate once.

    Several actions of one board on one factor at one agency that were signed off on the same day
    are followed by the same later reviews: if the factor comes back after one, it comes back after
    all. Counted one by one they would be so many witnesses where there is one, and the band would
    be too narrow. Those signed off on different days count each, though one review may be the end
    of several: the band is then still somewhat narrower than it should be.

    Args:
        rows: follow-ups with something to look at.
        reading: which later practice counts.

    Returns:
        One row of each, and how many rows were left out.
    """
    fate = [*_FATE, f"{reading}_event_on", f"{reading}_last_on"]
    once = rows.drop_duplicates(fate)
    return once, len(rows) - len(once)


def log_rank(every: list[Curve]) -> float | None:
    """Test whether two groups differ in how long it was until the factor was found again.

    It compares how many were found again on each day with how many of those at risk would have
    been if the groups did not differ, and so uses the whole curves and not one chosen time. Of two
    groups only: among more, some two would differ by chance. Actions were not given their strength
    by lot, so that a difference is no proof of what made it.

    Source: Mantel 1966, Cancer Chemotherapy Reports 50:163-170; Bland and Altman 2004, BMJ
    328:1073; by SciPy's `logrank`.

    Args:
        every: the curves shown.

    Returns:
        The two-sided p-value; None unless there are two groups, both with an estimate, and the
        factor was found again in any.
    """
    from scipy.stats import CensoredData, logrank

    if len(every) != 2 or any(curve.survival is None for curve in every):
        return None
    if not any(curve.events for curve in every):
        return None
    one, other = (CensoredData.right_censored(curve.days, ~curve.is_event) for curve in every)
    p_value = float(logrank(one, other).pvalue)
    return None if np.isnan(p_value) else p_value


def _curve(key: str, name: str, rows: pd.DataFrame, reading: Reading) -> Curve:
    """Estimate one group."""
    watched = rows.loc[rows[f"{reading}_state"].isin([_SEEN, _NOT_SEEN])]
    once, _ = counted_once(watched, reading)
    days, is_event = _times(once, reading)
    enough = days.size >= FEWEST_FOLLOW_UPS
    return Curve(
        key,
        name,
        too_early=len(rows) - len(watched),
        follow_ups=len(watched),
        days=days,
        is_event=is_event,
        survival=survival(days, is_event) if enough else None,
    )


def _times(rows: pd.DataFrame, reading: Reading) -> tuple[np.ndarray, np.ndarray]:
    """Return how many days each follow-up was watched, and whether the factor was seen again.

    Raises:
        ValueError: if a day is missing, or practice lies before the sign-off.
    """
    is_event = (rows[f"{reading}_state"] == _SEEN).to_numpy(dtype=bool)
    start = pd.to_datetime(rows["since_last" if reading == "strict" else "since_first"])
    seen_on = pd.to_datetime(rows[f"{reading}_event_on"])
    last_on = pd.to_datetime(rows[f"{reading}_last_on"])
    end = seen_on.where(is_event, last_on)
    days = (end - start).dt.days.to_numpy(dtype=float)
    cannot_be = rows.loc[~(days >= 0), "action_ref"].tolist()
    if cannot_be:
        raise ValueError(
            f"Action {cannot_be[0]} is followed by practice of no known day, or of a day "
            "before its sign-off."
        )
    return days, is_event
