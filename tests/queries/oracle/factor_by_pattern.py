"""In how many reviews is each factor found with each kind of underlying pattern?"""

from queries.selection import NONE, Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.selecting import asked, found, is_assessed, of_sources, selected
from tests.queries.oracle.world import World


def factor_by_pattern(world: World, selection: Selection) -> Rows:
    """Count the reviews in which each factor is found, by the pattern of the finding."""
    reviews = selected(world, selection)
    listed = [
        (review["source_id"], review["review_ref"], finding["finding_ref"], factor, finding)
        for review in reviews
        for factor, finding in found(world, review, selection)
    ]
    coded = {row[:3] for row in listed}
    without = {row[:3] for row in listed if not row[4]["pattern"]}
    recording = {
        review["source_id"]
        for review in of_sources(world, selection)
        if any(finding["pattern"] for finding in review["findings"])
    }
    answer: Rows = []
    for factor in asked(world, selection):
        for pattern, label in patterns(world, selection).items():
            assessed = [
                one
                for one in reviews
                if is_assessed(one, factor, selection)
                and (not pattern or one["source_id"] in recording)
            ]
            here = [
                row
                for row in listed
                if row[3] == factor["factor_id"] and row[4]["pattern"] == pattern
            ]
            answer.append(
                (
                    factor["factor_id"],
                    factor["label"],
                    factor["layer_id"] or None,
                    pattern or None,
                    label or None,
                    len({row[:2] for row in here}) if assessed else None,
                    len({row[:3] for row in here}) if assessed else None,
                    len(assessed),
                    len(coded),
                    len(without),
                )
            )
    return answer


def patterns(world: World, selection: Selection) -> dict[str, str]:
    """Name the kinds of pattern asked about by their codes; "" stands for not recorded."""
    is_recorded = any(
        finding["pattern"]
        for review in of_sources(world, selection)
        for finding in review["findings"]
    )
    kinds = {
        row["factor_id"]: row["label"]
        for row in world.patterns
        if is_recorded and (not selection.patterns or row["factor_id"] in selection.patterns)
    }
    asks_none = not selection.patterns or NONE in selection.patterns
    return kinds | {"": ""} if asks_none else kinds
