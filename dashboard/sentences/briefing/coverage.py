"""What the reviews of a briefing cover, in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.sentences.counts import count, every, found_of
from dashboard.sentences.markdown import bold

NO_SAMPLE = (
    "Reviews are no sample of practice: how often a factor is found in them says nothing of how "
    "often it is there."
)


class TypeOfReview(NamedTuple):
    """The reviews of one type."""

    label: str
    reviews: int
    reviews_assessed: int


def coverage(types: Sequence[TypeOfReview], framework: str) -> str:
    """Say how many reviews of which types there are, and how many were assessed.

    Args:
        types: the types of review, at least one; each once.
        framework: title of the framework that factors are counted in.

    Returns:
        Markdown: the type that most reviews are of in bold.
    """
    reviews = sum(one.reviews for one in types)
    assessed = sum(one.reviews_assessed for one in types)
    return f"This briefing rests on {types_of(types)} {_assessed(assessed, reviews, framework)}"


def types_of(types: Sequence[TypeOfReview]) -> str:
    """Say how many reviews of which types there are, without more.

    Args:
        types: the types of review, at least one; each once.
    """
    reviews = sum(one.reviews for one in types)
    most = max(one.reviews for one in types)
    first = [one for one in types if one.reviews == most]
    if len(types) == 1:
        return f"{count(reviews, 'review')}, of one type: {bold(first[0].label)}."
    of = f"{count(reviews, 'review')} of {len(types)} types"
    if len(first) > 1:
        return f"{of}."
    return f"{of}, most often {bold(first[0].label)}: {found_of(most, reviews)}."


def in_short(types: Sequence[TypeOfReview], framework: str, ordinary: int, cases: int) -> str:
    """Say in a line of the summary of which types the reviews are, and what they look at.

    Args:
        types: the types of review, at least one; each once.
        framework: title of the framework that factors are counted in.
        ordinary: audits of ordinary work.
        cases: case reviews.

    Returns:
        Markdown.
    """
    reviews = sum(one.reviews for one in types)
    assessed = sum(one.reviews_assessed for one in types)
    said = [_most_often(types, reviews)]
    if ordinary and cases:
        look = "looks" if ordinary == 1 else "look"
        said.append(f"{ordinary:,} of {reviews:,} {look} at ordinary work.")
    if assessed < reviews:
        said.append(f"{assessed:,} of {reviews:,} {_were(assessed)} assessed with {framework}.")
    return " ".join(said)


def work_reviewed(ordinary: int, cases: int) -> str:
    """Say how many reviews are of ordinary work, beside those of cases.

    Args:
        ordinary: audits of ordinary work.
        cases: case reviews.
    """
    if not ordinary:
        each = "It" if cases == 1 else "Each"
        return f"{each} is a review of a case: there is no ordinary work to set beside it."
    if not cases:
        each = "It" if ordinary == 1 else "Each"
        return f"{each} looks at ordinary work: there is no case review to set beside it."
    look = "looks" if ordinary == 1 else "look"
    are = "is a case review" if cases == 1 else "are case reviews"
    return f"{count(ordinary, 'review')} {look} at ordinary work, and {cases:,} {are}."


def months(first: date | None, last: date | None) -> str:
    """Return the months between which dates lie: "Feb 2019 to May 2021".

    Args:
        first: the earliest day; None if no date is recorded.
        last: the latest.
    """
    if first is None or last is None:
        return ""
    begins, ends = f"{first:%b %Y}", f"{last:%b %Y}"
    return begins if begins == ends else f"{begins} to {ends}"


def _most_often(types: Sequence[TypeOfReview], reviews: int) -> str:
    """Name the type that most reviews are of, if one is."""
    first, *others = sorted(types, key=lambda one: -one.reviews)
    if not others:
        are = "is" if reviews == 1 else "are"
        return f"{every(reviews, 'review')} {are} of one type: {bold(first.label)}."
    of = f"The {reviews:,} reviews are of {len(types)} types"
    if others[0].reviews == first.reviews:
        return f"{of}."
    return f"{of}, most often {bold(first.label)}: {found_of(first.reviews, reviews)}."


def _were(reviews: int) -> str:
    """Return the verb that goes with a number of reviews."""
    return "was" if reviews == 1 else "were"


def _assessed(assessed: int, reviews: int, framework: str) -> str:
    """Say in how many of them factors of the framework could be found."""
    if assessed == reviews:
        every = "It was" if reviews == 1 else "Each was"
        return f"{every} assessed with {bold(framework)}."
    return (
        f"{assessed:,} of them {_were(assessed)} assessed with {bold(framework)}: only these can "
        "hold a factor of it."
    )
