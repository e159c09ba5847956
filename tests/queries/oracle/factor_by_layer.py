"""In how many reviews is each factor found in one finding with factors of each layer?"""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.selecting import asked, existed, found, is_assessed, selected, settled
from tests.queries.oracle.world import Finding, Review, World


def factor_by_layer(world: World, selection: Selection, layer_framework: str) -> Rows:
    """Count the reviews in which each factor is found, by the layers beside it in the finding."""
    reviews = [one for one in selected(world, selection) if layer_framework in one["frameworks"]]
    listed = [
        (review["source_id"], review["review_ref"], finding["finding_ref"], factor, layer)
        for review in reviews
        for factor, finding in found(world, review, selection)
        for layer in beside(world, review, finding, layer_framework) or {""}
    ]
    answer: Rows = []
    for factor in asked(world, selection):
        assessed = [one for one in reviews if is_assessed(one, factor, selection)]
        for layer in [*world.layers.get(layer_framework, {}), ""]:
            here = [row for row in listed if row[3:] == (factor["factor_id"], layer)]
            answer.append(
                (
                    factor["factor_id"],
                    factor["label"],
                    factor["layer_id"] or None,
                    layer or None,
                    world.layers[layer_framework][layer] if layer else None,
                    len({row[:2] for row in here}) if assessed else None,
                    len({row[:3] for row in here}) if assessed else None,
                    len(assessed),
                )
            )
    return answer


def beside(world: World, review: Review, finding: Finding, layer_framework: str) -> set[str]:
    """List the layers of the factors of a framework that a finding holds."""
    given = settled(finding, layer_framework)
    return {
        factor["layer_id"]
        for factor in world.factors[layer_framework]
        if factor["factor_id"] in given and existed(factor, review) and factor["layer_id"]
    }
