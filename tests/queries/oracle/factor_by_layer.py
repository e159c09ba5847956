"""In how many reviews is each factor found in one finding with factors of each layer?"""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.selecting import asked, found, is_assessed, layers_of, selected
from tests.queries.oracle.world import World


def factor_by_layer(world: World, selection: Selection, layer_framework: str | None) -> Rows:
    """Count the reviews in which each factor is found, by the layers beside it in the finding."""
    layer_framework = layer_framework or selection.framework or ""
    reviews = [one for one in selected(world, selection) if layer_framework in one["frameworks"]]
    listed = [
        (review["source_id"], review["review_ref"], finding["finding_ref"], factor, layer)
        for review in reviews
        for factor, finding in found(world, review, selection)
        for layer in layers_of(world, review, finding, layer_framework) or {""}
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
