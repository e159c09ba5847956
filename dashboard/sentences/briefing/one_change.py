"""One change since the last briefing in words: what moved, by how much, and what to ask of it."""

from dashboard.movement import Movement
from dashboard.sentences.comparison import AS_WHAT, whole, whole_points
from dashboard.sentences.counts import (
    NOT_ASSESSED,
    TOO_FEW,
    found_of,
    found_of_reviews,
    q_value,
)
from dashboard.sentences.markdown import bold


def movement(one: Movement) -> str:
    """Return a movement in a few words: its counts before, now, and in the quarter."""
    return (
        f"from {found_of(one.before.found, one.before.of)} to "
        f"{found_of(one.now.found, one.now.of)}, this quarter alone "
        f"{found_of(one.within.found, one.within.of)}"
    )


def difference(one: Movement) -> str:
    """Return the difference in points with its interval: "+14 (−5 to +33)".

    Empty where it was assessed in too few on a side: points of a handful would be a percentage of
    it in other words.
    """
    if one.is_too_few:
        return ""
    return f"{_signed(one.difference)} ({_signed(one.low)} to {_signed(one.high)})"


def chance(one: Movement) -> str:
    """Say whether a movement can be told from chance."""
    if not one.within.of or not one.before.of:
        return NOT_ASSESSED
    if one.is_too_few:
        return TOO_FEW
    can = "can" if one.is_told else "cannot"
    return f"{can} be told from chance ({q_value(one.q_value)})"


def ask_of(one: Movement) -> str:
    """Ask what explains a movement."""
    return (
        f"{bold(one.label)} was found{AS_WHAT.get(one.appraisal, '')} {how_often(one)} this "
        f"quarter, in {against(one)}. "
        "What could explain it: the work itself, other cases, or another way of coding?"
    )


def how_often(one: Movement) -> str:
    """Say which way a movement went."""
    return "more often" if one.difference > 0 else "less often"


def against(one: Movement) -> str:
    """Set the quarter against what was before: "8 of 10 reviews (80%), against ..."."""
    within = found_of_reviews(one.within.found or 0, one.within.of)
    return f"{within}, against {found_of(one.before.found, one.before.of)} before"


def _signed(share: float) -> str:
    """Return a difference of shares in whole points with its sign."""
    return f"+{whole_points(share)}" if whole(share) > 0 else whole_points(share)
