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


def filter_name(name: str, names: Mapping[str, str] | None = None) -> str:
    """Return what a reader calls a filter of the reviews, in the middle of a sentence."""
    called, fields = REVIEW_FILTERS[name]
    own = names[fields[0]] if names and fields[0] in names else called
    return own[:1].lower() + own[1:]
