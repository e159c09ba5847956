"""How long reviews take to come out, in plain Python."""

from collections import Counter
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.dates import Span
from tests.queries.oracle.selecting import selected
from tests.queries.oracle.world import World


def reporting_delays(world: World, selection: Selection) -> list[tuple[Any, ...]]:
    """Count the reviews by the months from practice to publication."""
    delays: Counter[int] = Counter()
    for review in selected(world, selection):
        practice, published = review["practice"], review["published"]
        if is_known(practice) and is_known(published) and published[1] >= practice[0]:
            came_out, ended = published[0], practice[0]
            delays[(came_out.year - ended.year) * 12 + came_out.month - ended.month] += 1
    return sorted(delays.items())


def is_known(span: Span | None) -> bool:
    """Say whether a date is known at least to its month."""
    return span is not None and (span[0].year, span[0].month) == (span[1].year, span[1].month)
