"""With which versions of the codebook reviews were coded, in plain Python."""

from collections import Counter
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.placed import period_of
from tests.queries.oracle.selecting import selected
from tests.queries.oracle.world import World


def codebook_versions(
    world: World, selection: Selection, period_kind: str
) -> list[tuple[Any, ...]]:
    """Count the reviews of each period by the versions they were coded with."""
    counts: Counter[tuple] = Counter()
    for review in selected(world, selection):
        period = period_of(review, selection, period_kind)
        versions = {
            coding["codebook_version"] or None
            for finding in review["findings"]
            for coding in finding["codings"]
            if coding["framework"] == selection.framework
        }
        for version in versions:
            counts[period[0] if period else None, version] += 1
    missing_last = sorted(
        counts, key=lambda key: [(part is None, "" if part is None else str(part)) for part in key]
    )
    return [(*key, counts[key]) for key in missing_last]
