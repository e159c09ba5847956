"""In how many reviews is each factor found, however it is appraised?"""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.selecting import asked, found, is_assessed, selected
from tests.queries.oracle.world import World


def factor_found(world: World, selection: Selection) -> Rows:
    """Count the reviews in which each factor is found."""
    reviews = selected(world, selection)
    beside = [{factor for factor, _ in found(world, one, selection)} for one in reviews]
    answer: Rows = []
    for factor in asked(world, selection):
        assessed = [one for one in reviews if is_assessed(one, factor, selection)]
        reviews_with = sum(factor["factor_id"] in factors for factors in beside)
        answer.append(
            (
                factor["factor_id"],
                factor["label"],
                factor["layer_id"] or None,
                world.layers[selection.framework or ""].get(factor["layer_id"]),
                reviews_with if assessed else None,
                len(assessed),
            )
        )
    return answer
