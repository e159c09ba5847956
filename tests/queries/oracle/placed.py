"""Into which period each review falls, worked out a second time."""

from datetime import date

from queries.selection import Selection
from tests.queries.oracle.dates import periods
from tests.queries.oracle.selecting import dated
from tests.queries.oracle.world import Review, World

Period = tuple[date, date, str]


def period_of(review: Review, selection: Selection, kind: str) -> Period | None:
    """Give the period that holds every day that a review's date stands for."""
    span = dated(review, selection)
    if span is None:
        return None
    for period in periods(kind):
        if period[0] <= span[0] and span[1] <= period[1]:
            return period
    return None


def spine(reviews: list[Review], selection: Selection, kind: str) -> list[Period]:
    """List every period from the first to the last into which one of the reviews falls."""
    held = [one for review in reviews if (one := period_of(review, selection, kind))]
    return [one for one in periods(kind) if held and min(held) <= one <= max(held)]


def covered_to(world: World, selection: Selection) -> date | None:
    """Give the last day that one of the chosen sources covers."""
    chosen = [source for source in world.sources if source.source_id in selection.sources]
    return max((one.covers_to for one in chosen if one.covers_to), default=None)
