"""How many coders of a double-coded finding chose each factor, the slow and obvious way."""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.selecting import asked, coders_of, is_assessed, named_of, selected
from tests.queries.oracle.world import Row, World

LAST = "9999"


def coder_agreement(world: World, selection: Selection) -> Rows:
    """Answer `coder_agreement.sql`."""
    factors = asked(world, selection)
    spans = sorted({_times(factor) for factor in factors})
    answer = []
    for review in selected(world, selection):
        for finding in review["findings"]:
            coders = named_of(coders_of(finding, selection.framework))
            if len(coders) < 2:
                continue
            where = (review["source_id"], review["review_ref"], finding["finding_ref"])
            for number, times in enumerate(spans, 1):
                of_span = [factor for factor in factors if _times(factor) == times]
                if not is_assessed(review, of_span[0], selection):
                    continue
                found = [
                    (factor["factor_id"], factor["label"], len(coders), chosen)
                    for factor in of_span
                    if (chosen := sum(factor["factor_id"] in held for held in coders.values()))
                ]
                order = (*where[:2], finding["place"], number)
                for place, row in enumerate(found or [(None, None, len(coders), None)]):
                    answer.append(((*order, place), (*where, number, *row)))
    return [row for _, row in sorted(answer, key=lambda pair: pair[0])]


def _times(factor: Row) -> tuple[str, str]:
    """Return from when until when a factor exists; what has no end comes last."""
    return factor["valid_from"] or LAST, factor["valid_to"] or LAST
