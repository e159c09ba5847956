"""How many coders of a double-coded finding chose each factor, the slow and obvious way."""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.selecting import asked, is_assessed, selected
from tests.queries.oracle.world import Finding, Row, World

LAST = "9999"


def coder_agreement(world: World, selection: Selection) -> Rows:
    """Answer `coder_agreement.sql`."""
    factors = asked(world, selection)
    spans = sorted({_times(factor) for factor in factors})
    answer = []
    for review in selected(world, selection):
        for finding in review["findings"]:
            coders = _coders(finding, selection.framework)
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


def _coders(finding: Finding, framework: str | None) -> dict[str, set[str]]:
    """Return what each coder who is named chose by themselves."""
    found: dict[str, set[str]] = {}
    for coding in finding["codings"]:
        is_own = coding["is_consensus"] != "yes" and coding["coder"]
        if coding["framework"] == framework and is_own:
            found.setdefault(coding["coder"], set()).add(coding["factor"])
    return found
