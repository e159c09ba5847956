"""What came after a signed-off action, in words: seen again, not seen, and what cannot be told.

"Not seen" is never "solved": a factor that no review found may be there all the same, and where
there was no review nobody looked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.estimates import FEWEST_FOLLOW_UPS, Curve, log_rank, none_of
from dashboard.sentences.counts import (
    TOO_FEW,
    count,
    listed,
    out_of,
    percent,
    probability,
    some_of,
)
from dashboard.sentences.markdown import bold

STATES = {
    "seen again": "Seen again",
    "overlaps": "Overlaps",
    "not seen": "Not seen in later reviews",
    "too early": "Too early to tell",
}
EXPLAINED = {
    "seen again": "practice that began later held the factor",
    "overlaps": "found only in practice that was, or may have been, under way at the time",
    "not seen": "reviews of later practice could have shown the factor, and none did",
    "too early": "no later practice in which the agency was involved and the factor assessed",
}
READINGS = {
    "strict": "Began after the action",
    "lenient": "Ended after the action",
}
"""Which practice counts as later practice."""
WHAT_IT_IS = "A follow-up is one action, with one factor at one agency."
WHERE_LOOKED = (
    "The agency is the action's owner where the problem was found at it, else each agency where it "
    "was. The factor is looked for in all other reviews of the same board in the chosen sources, "
    "whatever else is chosen, by when the practice took place and never by when the review came "
    "out."
)
CLOCK = "The clock starts when the action was"
SINCE = {"signed off": "Signed off by the board", "completed": "Completed, says its owner"}
"""What the clock starts with."""
NOT_SUCCESS = (
    "Not seen is not solved, and no new review is not success: reviews look at few cases, and only "
    "where something went wrong."
)
WATCHED = (
    "Each follow-up is watched up to the last practice that could have shown the factor, and no "
    "longer: time in which nobody looked is not time in which nothing happened."
)
NOT_BY_LOT = (
    "Actions were not given to agencies by lot: a difference can come from the factors, the "
    "agencies or how often there is a review."
)
SHARED_CHANCE = 0.05
"""A difference with a p-value above this may well be chance, and is not told as one."""
MONTH, YEAR = 30.4375, 365.25  # days
IN_YEARS = 2
"""From so many years on, a time is told in years; below, in months."""


def follow_ups(rows: pd.DataFrame, done: str = "signed-off") -> str:
    """Say after how many signed-off actions the factor was seen again.

    Args:
        rows: rows of `follow_ups.sql`.
        done: what the actions are: "signed-off" or "completed".

    Returns:
        Markdown: a sentence in which the numbers add up to all follow-ups, and what one is.
    """
    counts = {state: _count(rows, "state", state) for state in STATES}
    total = sum(counts.values())
    if not total:
        return (
            f"There is nothing to follow up: no {done} action answers a problem of a factor at an "
            "agency."
        )
    if total == 1:
        (state,) = (state for state, number in counts.items() if number)
        return f"There is 1 follow-up of a {done} action: {ALONE[state]}. {WHAT_IT_IS}"
    number = out_of(counts["seen again"], total, "follow-up")
    opening = (
        f"After {bold(number)} of {done} actions, the factor was "
        f"{bold('seen again')} in later practice {_same_agency(rows)}"
    )
    return f"{'; '.join([opening, *_others(counts)])}. {WHAT_IT_IS}"


def clock(since: str) -> str:
    """Say what the clock starts with.

    Args:
        since: signed off or completed.
    """
    return f"{CLOCK}: {SINCE[since][:1].lower()}{SINCE[since][1:]}"


def place(row: Any) -> str:
    """Name the factor and the agency of one follow-up.

    Args:
        row: row of `follow_ups.sql`.

    Returns:
        Markdown: "**Supervision** at **Police**"; where agencies only stand in the same review,
        "**Supervision**, in the same review as **Police**".
    """
    where = " at" if row.attribution == "coded" else ", in the same review as"
    return f"{bold(row.factor_label)}{where} {bold(row.agency_label)}"


def leniently(rows: pd.DataFrame) -> str:
    """Say what changes if practice that was under way at the time counts as later practice.

    Args:
        rows: rows of `follow_ups.sql`.

    Returns:
        A sentence; "" if there is no follow-up, or nothing changes.
    """
    before = _count(rows, "strict_state", "seen again")
    after = _count(rows, "lenient_state", "seen again")
    if after == before:
        return ""
    early = list(rows["lenient_state"]).count("too early")
    too_early = f", and after {early:,} it is too early to tell" if early else ""
    return (
        "If practice that was, or may have been, under way at the time counts too, the factor was "
        f"seen again after {after:,} of {len(rows):,}{too_early}."
    )


def one(row: Any) -> str:
    """Say what became of one follow-up.

    Args:
        row: row of `follow_ups.sql`.

    Returns:
        A phrase, such as "seen again in 2 of 3 later reviews". It begins with its state.
    """
    after, found = int(row.reviews_after), int(row.reviews_after_with)
    straddling, under_way = int(row.reviews_straddling), int(row.reviews_straddling_with)
    if row.state == "seen again":
        return f"seen again in {found:,} of {count(after, 'later review')}"
    if row.state == "not seen":
        return (
            f"not seen in {count(after, 'later review')}: up to {percent(none_of(after))} of such "
            "reviews could still hold it (upper 95% bound)"
        )
    if row.state == "overlaps":
        later = f"; not seen in {count(after, 'later review')}" if after else ""
        return f"overlaps: found in {_under_way(under_way)}{later}"
    not_yet = f"; not seen in {_under_way(straddling)}" if straddling else ""
    return f"too early to tell: {EXPLAINED['too early']}{not_yet}"


def time_until(curve: Curve) -> str:
    """Say how long it was until the factor was seen again.

    Args:
        curve: the follow-ups of all, or of one group.

    Returns:
        A sentence, with how many count; what cannot be told is said.
    """
    if not curve.counted:
        return "No follow-up has later practice to look at: how long it was cannot be told."
    of = f"{count(curve.counted, 'follow-up')} with later practice to look at"
    if curve.survival is None:
        return f"There {'is' if curve.counted == 1 else 'are'} {of}: {TOO_FEW} how long it was."
    return f"Of {of}{_shared(curve)}, {_when(curve)}."


def groups(curves: Sequence[Curve]) -> str:
    """Say how long it was in each group, one after the other, without comparing them.

    Args:
        curves: the groups, in their order.

    Returns:
        Markdown: a sentence.
    """
    if not any(curve.counted for curve in curves):
        return "No follow-up has later practice to look at: how long it was cannot be told."
    said = [f"{bold(curve.name)}, {_in_group(curve)}" for curve in curves if curve.counted]
    return f"{'; '.join(said)}."


def compared(curves: Sequence[Curve]) -> str:
    """Say whether two groups differ in how long it was until the factor was seen again.

    Args:
        curves: the groups.

    Returns:
        Markdown: what the log-rank test lets a reader say; "" unless there are two groups of
        enough follow-ups.
    """
    p_value = log_rank(list(curves))
    if p_value is None:
        return ""
    one, other = (bold(curve.name) for curve in curves)
    test = f"log-rank test, p {'' if p_value < 0.001 else '= '}{probability(p_value)}"
    if p_value > SHARED_CHANCE:
        return f"Whether {one} and {other} differ cannot be told ({test})."
    return (
        f"{one} and {other} differ by more than chance alone would often make ({test}). "
        f"{NOT_BY_LOT}"
    )


def duration(days: float) -> str:
    """Return a time in words: "14 months", "2.1 years"."""
    if days >= IN_YEARS * YEAR:
        years = f"{days / YEAR:.1f}".removesuffix(".0")
        return f"{years} years"
    months = round(days / MONTH)
    return count(months, "month") if months else "less than a month"


def within(days: float) -> str:
    """Return within what time, which is rounded: by 12 months it need not have been a half yet."""
    told = duration(days)
    return f"within {told}" if told.startswith("less") else f"within about {told}"


ALONE = {
    "seen again": "the factor was seen again in later practice at the same agency",
    "overlaps": (
        "the factor was found only in practice that was, or may have been, under way at the time "
        "(overlaps)"
    ),
    "not seen": "the factor was not seen in the later reviews that could have shown it",
    "too early": "it is too early to tell whether the factor came back",
}
"""What became of a follow-up that is the only one."""


def _count(rows: pd.DataFrame, column: str, state: str) -> int:
    """Count the follow-ups in a state."""
    is_in: Any = rows[column] == state
    return int(is_in.sum())


def _same_agency(rows: pd.DataFrame) -> str:
    """Say how later practice is tied to the agency: at it, or only by its review."""
    if set(rows["attribution"].unique()) <= {"coded"}:
        return "at the same agency"
    return "of the same agency (or in the same review as it, where no more is recorded)"


def _others(counts: Mapping[str, int]) -> list[str]:
    """Return what is to be said of the follow-ups that were not seen again, where there are any."""
    said = {
        "not seen": "after {} it was not seen in the later reviews that could have shown it",
        "overlaps": (
            "after {} it was found only in practice that was, or may have been, under way at the "
            "time (overlaps)"
        ),
        "too early": "after {} it is too early to tell",
    }
    total = sum(counts.values())
    return [
        phrase.format(some_of(counts[state], total))
        for state, phrase in said.items()
        if counts[state]
    ]


def _under_way(reviews: int) -> str:
    """Return the reviews whose practice straddles: "1 review whose practice was, or may ..."."""
    return f"{count(reviews, 'review')} whose practice was, or may have been, under way at the time"


def _shared(curve: Curve) -> str:
    """Say how many follow-ups count together with another."""
    if not curve.shared:
        return ""
    share = "shares its" if curve.shared == 1 else "share their"
    count_ = "counts" if curve.shared == 1 else "count"
    return f" ({curve.shared:,} more {share} day with one of them, and {count_} with it)"


def _when(curve: Curve) -> str:
    """Say by when half would be seen again, or that it cannot be told.

    It is said to be an estimate: where some were watched for a short time only, the curve can reach
    a half although fewer than half were seen again.
    """
    if not curve.events:
        return "the factor was seen again after none by the last practice looked at"
    median = curve.survival and curve.survival.median
    if not median:
        return (
            f"the factor was seen again after {curve.events:,}; the median is not reached: more "
            "than half were not seen again by the last practice looked at"
        )
    after = "all" if curve.events == curve.counted else f"{curve.events:,}"
    limits = "; ".join(filter(None, [_limits(median.low, median.high), _on_few(curve)]))
    return (
        f"the factor was seen again after {after}: an estimated half were seen again "
        f"{within(median.days)} ({limits})"
    )


def _on_few(curve: Curve) -> str:
    """Say that few were still watched when half had been seen again."""
    estimate = curve.survival
    if estimate is None or estimate.median is None:
        return ""
    if estimate.median.days <= estimate.time[curve.told - 1]:
        return ""
    return f"fewer than {FEWEST_FOLLOW_UPS} were still watched by then"


def _limits(low: float, high: float | None) -> str:
    """Return the limits of a time; it may have none above."""
    if high is None:
        return f"95% interval from {duration(low)}, without an upper limit"
    return f"95% interval {listed([duration(low), duration(high)], 'to')}"


def _in_group(curve: Curve) -> str:
    """Return what is to be said of one group among others."""
    seen = f"seen again after {curve.events:,} of {count(curve.counted, 'follow-up')}"
    if curve.survival is None:
        return f"{seen} ({TOO_FEW})"
    median = curve.survival.median
    if median is None:
        return f"{seen}, median not reached"
    few = _on_few(curve)
    half = f"an estimated half {within(median.days)}"
    return f"{seen}, {half}{f' ({few})' if few else ''}"
