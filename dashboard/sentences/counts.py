"""Counts and shares in words: the number found and the number assessed stand together."""

from collections.abc import Collection, Sequence
from math import floor

from dashboard.estimates import is_too_few

NOT_ASSESSED = "not assessed"
TOO_FEW = "too few to tell"
SMALLEST = 0.001
"""A p- or q-value below this is said to be so: more digits would claim more than they can."""
NOT_RECORDED, NO_LAYER = "Not recorded", "No layer"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 review", "2,869 reviews".

    Args:
        number: how many.
        singular: the noun for one.
        plural: the noun for more, where adding "s" does not make it.
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Sequence[str], joined_by: str = "and") -> str:
    """Return names as a list in a sentence: "A", "A and B", "A, B and C".

    Args:
        names: at least one.
        joined_by: the word before the last name: "or" after "nothing" and "none".
    """
    *most, last = names
    return f"{', '.join(most)} {joined_by} {last}" if most else last


def some_of(number: int, of: int) -> str:
    """Return a number of what was named before: "none", "3", "both" or "all".

    Args:
        number: how many.
        of: how many there are.
    """
    if number == of > 1:
        return "both" if of == 2 else "all"
    return f"{number:,}" if number else "none"


def out_of(number: int, of: int, singular: str, plural: str | None = None) -> str:
    """Return a number with what it is of, as somebody would say it.

    Args:
        number: how many.
        of: how many there are, at least one.
        singular: the noun for one.
        plural: the noun for more, where adding "s" does not make it.

    Returns:
        "3 of 4 actions", "none of 4 actions", "both actions", "all 4 actions". Of one, "the 1
        action": whether it is that one or none, the sentence must say.
    """
    every = count(of, singular, plural)
    if of == 1:
        return f"the {every}"
    if number == of:
        return f"both {plural or singular + 's'}" if of == 2 else f"all {every}"
    return f"{some_of(number, of)} of {every}"


def every(of: int, singular: str) -> str:
    """Return all of them at the beginning of a sentence: "All 4 reviews", "Both reviews"."""
    words = out_of(of, of, singular)
    return words[:1].upper() + words[1:]


def first_named(named: Sequence[str], of: int) -> list[str]:
    """Return what is named, and what counts the rest as one more: "A", "B", "3 others".

    Args:
        named: those that are named, at least one.
        of: how many there are.
    """
    rest = of - len(named)
    return [*named, count(rest, "other")] if rest > 0 else list(named)


def first_of(shown: int, rows: int) -> str:
    """Say that a list is not shown whole; empty where it is.

    Args:
        shown: rows that are shown at most.
        rows: rows that there are.
    """
    return (
        f"The first {shown:,} of {rows:,} are shown; the downloads hold all."
        if rows > shown
        else ""
    )


def percent(share: float) -> str:
    """Return a share (0 to 1) as a whole percentage.

    More digits would claim more than some dozens of reviews can tell. Only what is none is "0%" and
    only what is all is "100%": between them stand "under 1%" and "over 99%".
    """
    # 100 * (23 / 40) is a hair under the 57.5 that it is: without rounding it would be told as 57.
    whole = floor(round(100 * share, 9) + 0.5)
    if whole == 0 and share > 0:
        return "under 1%"
    if whole == 100 and share < 1:
        return "over 99%"
    return f"{whole}%"


def found_of(found: int | None, of: int | None) -> str:
    """Return a share for a chart or a cell: "12 of 20 (60%)".

    Args:
        found: reviews in which the factor is found; None if it was not assessed.
        of: reviews in which it was assessed.

    Returns:
        The text; "3 of 4 (too few to tell)" where a percentage would mislead, "not assessed" where
        there is no denominator.
    """
    if not of or found is None:
        return NOT_ASSESSED
    return f"{found:,} of {of:,} ({TOO_FEW if is_too_few(of) else percent(found / of)})"


def share_of_reviews(found: int, of: int, low: float, high: float) -> str:
    """Return a share for a sentence: "12 of 20 reviews (60%; 95% interval 39% to 78%)".

    Args:
        found: reviews in which the factor is found.
        of: reviews in which it was assessed, at least 1.
        low: lower limit of the share's interval, 0 to 1.
        high: upper limit.
    """
    share = TOO_FEW if is_too_few(of) else percent(found / of)
    limits = f"95% interval {percent(low)} to {percent(high)}"
    return f"{found:,} of {count(of, 'review')} ({share}; {limits})"


def found_of_reviews(found: int, of: int) -> str:
    """Return a share for a sentence without its interval: "17 of 40 reviews (43%)".

    Args:
        found: reviews in which the factor is found.
        of: reviews in which it was assessed, at least 1.
    """
    share = TOO_FEW if is_too_few(of) else percent(found / of)
    return f"{found:,} of {count(of, 'review')} ({share})"


def found_of_several(found: int, assessed: Collection[int]) -> str:
    """Return in how many reviews each of several is found, all in as many: "8 of 20 to 24 reviews".

    Args:
        found: reviews in which each is found.
        assessed: for each, reviews in which it was assessed, at least 1.
    """
    least, most = min(assessed), max(assessed)
    if least == most:
        return found_of_reviews(found, most)
    return f"{found:,} of {least:,} to {count(most, 'review')}"


def probability(value: float) -> str:
    """Return a p- or q-value with two digits or three: never as nought, which nothing is."""
    if value < SMALLEST:
        return f"under {SMALLEST}"
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}"


def q_value(value: float) -> str:
    """Return a q-value for a sentence: "q = 0.31", "q under 0.001", "not tested" if it is NaN."""
    if value != value:
        return "not tested"
    return f"q {'' if value < SMALLEST else '= '}{probability(value)}"
