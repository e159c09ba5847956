"""When each factor was found, review by review, in plain Python."""

from typing import Any

from queries.selection import Selection
from tests.queries.oracle.reporting_delays import is_known
from tests.queries.oracle.selecting import appraisals, asked, dated, found, selected
from tests.queries.oracle.world import World


def factor_dates(world: World, selection: Selection) -> list[tuple[Any, ...]]:
    """List the reviews in which each factor is found, in the order of their dates."""
    held = [
        (review, dated(review, selection), found(world, review, selection))
        for review in selected(world, selection)
    ]
    answer = []
    for factor in asked(world, selection):
        for appraisal in appraisals(world, selection):
            rows = []
            for review, span, pairs in held:
                is_found = any(
                    factor_id == factor["factor_id"] and finding["appraisal"] == appraisal
                    for factor_id, finding in pairs
                )
                if is_found and span and is_known(span):
                    precision = "day" if span[0] == span[1] else "month"
                    rows.append((span[0], review["source_id"], review["review_ref"], precision))
            answer += [
                (factor["factor_id"], appraisal, day, precision, source_id, review_ref)
                for day, source_id, review_ref, precision in sorted(rows)
            ]
    return answer
