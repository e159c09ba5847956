"""Which reviews share the most factors with one, by comparing it with each."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.selecting import found, is_assessed, of_sources, selected
from tests.queries.oracle.world import Review, World

Rows = list[tuple[Any, ...]]


def nearest_reviews(
    world: World,
    selection: Selection,
    review: str,
    most: int | None,
    review_source: str | None,
) -> Rows:
    """List the reviews that share a factor with one, the nearest first."""
    named = [
        one
        for one in of_sources(world, selection)
        if one["review_ref"] == review and review_source in (None, one["source_id"])
    ]
    if not named or selection.framework not in named[0]["frameworks"]:
        return []
    one = named[0]
    others = [
        other
        for other in selected(world, selection)
        if other is not one and selection.framework in other["frameworks"]
    ]
    everything = replace(
        selection, factors=(), layers=(), patterns=(), perspectives=(), appraisals=(), text=None
    )
    factors = world.factors[selection.framework or ""]

    def found_in(review: Review) -> set[str]:
        return {factor_id for factor_id, _ in found(world, review, everything)}

    near = []
    for other in others:
        both = {
            factor["factor_id"]
            for factor in factors
            if is_assessed(one, factor, selection) and is_assessed(other, factor, selection)
        }
        here, there = found_in(one) & both, found_in(other) & both
        if here & there:
            near.append((other, here, there))
    near.sort(
        key=lambda pair: (
            -Fraction(len(pair[1] & pair[2]), len(pair[1] | pair[2])),
            -len(pair[1] & pair[2]),
            pair[0]["source_id"],
            pair[0]["review_ref"],
        )
    )
    measures = [(len(here & there), len(here | there)) for _, here, there in near]
    return [
        (
            other["source_id"],
            other["review_ref"],
            other["title"] or None,
            other["review_type"],
            len(here & there),
            len(here),
            len(there),
            len(here | there),
            "; ".join(one["label"] for one in factors if one["factor_id"] in here & there),
            measures.count((len(here & there), len(here | there))),
            len(near),
            len(others),
        )
        for other, here, there in near[:most]
    ]
