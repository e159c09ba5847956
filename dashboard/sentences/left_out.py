"""What the filters left out, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.sentences.counts import count, listed

# The question's own names of the filters that narrow the reviews: what a reader calls them, and the
# fields of a selection that they stand for.
REVIEW_FILTERS = {
    "review_type": ("review type", ("review_types",)),
    "board": ("board", ("boards",)),
    "region": ("region", ("regions",)),
    "agency": ("agency", ("agencies",)),
    "work": ("work reviewed", ("work",)),
    "period": ("period", ("period_from", "period_to")),
}
FINDING_FILTERS = {
    "factors": "factor",
    "layers": "layer",
    "patterns": "underlying pattern",
    "perspectives": "account",
    "appraisals": "appraisal",
    "text": "text",
}
"""The filters of findings, which narrow no reviews: field, and what a reader calls it."""


def no_finding(reviews: int) -> str:
    """Say that none of the selected reviews holds a finding that fits.

    Args:
        reviews: selected reviews, at least 1.
    """
    return f"No finding of the {count(reviews, 'selected review')} fits the filters."


def left_out(rows: Iterable[Any], names: Mapping[str, str] | None = None) -> str:
    """Say how many reviews each filter leaves out; empty if none does.

    Args:
        rows: rows of `left_out.sql`.
        names: what a filter is called in these sources, by field of the selection.
    """
    parts = []
    for row in rows:
        if row.reviews_left_out:
            called = filter_name(row.filter, names)
            undated = (
                f" ({row.reviews_undated:,} without such a date)" if row.reviews_undated else ""
            )
            parts.append(f"{count(int(row.reviews_left_out), 'review')} by {called}{undated}")
    if not parts:
        return ""
    also = " A review may be left out by several." if len(parts) > 1 else ""
    return f"Left out: {listed(parts)}.{also}"


def not_assessed(assessed: int, selected: int) -> str:
    """Say how many of the selected reviews no factor of the framework was looked for in.

    Args:
        assessed: selected reviews on which the framework was used.
        selected: selected reviews.

    Returns:
        Plain text; empty if it was used on all of them.
    """
    without = selected - assessed
    if not without:
        return ""
    reviews = count(selected, "review")
    if not assessed:
        none = f"The {reviews} was not" if selected == 1 else f"None of the {reviews} was"
        return f"{none} assessed with this framework."
    were, they = ("was", "it is") if without == 1 else ("were", "they are")
    return (
        f"{without:,} of the {reviews} {were} not assessed with this framework: {they} in no "
        "denominator of its factors."
    )


def filter_name(name: str, names: Mapping[str, str] | None = None) -> str:
    """Return what a reader calls a filter of the reviews, in the middle of a sentence."""
    called, fields = REVIEW_FILTERS[name]
    own = names[fields[0]] if names and fields[0] in names else called
    return own[:1].lower() + own[1:]
