"""Reviews in which two agencies were both involved, worked out a second time."""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.selecting import selected
from tests.queries.oracle.world import World


def agencies_together(world: World, selection: Selection, one: str, other: str) -> Rows:
    """Count the reviews of either agency, and those of both."""
    reviews = selected(world, selection)
    with_one = [review for review in reviews if one in review["involved"]]
    with_other = [review for review in reviews if other in review["involved"]]
    both = [review for review in with_one if other in review["involved"]]
    return [(len(both), len(with_one), len(with_other), len(reviews))]
