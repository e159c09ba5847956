"""Which recommendations can be compared with those made before, in plain Python."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.dates import Span
from tests.queries.oracle.selecting import found, group_of, selected
from tests.queries.oracle.world import Finding, Recommendation, Review, Row, World, read_csv

PRECISIONS = {1: "day", 31: "month", 92: "quarter", 366: "year"}
SET_ASIDE = ("superseded", "not accepted")
DONE = ("complete", "awaiting sign-off")
Asked = tuple[Review, Recommendation, list[str]]


def recommendations_compared(world: World, selection: Selection) -> list[tuple[Any, ...]]:
    """List the recommendations that can be compared, once for each factor."""
    labels = {one["factor_id"]: one["label"] for one in world.factors[selection.framework or ""]}
    terms = read_csv(world.codebooks / "terms.csv")
    rows = []
    for review, recommendation, factors in every(world, selection):
        agency = asks(world, review, recommendation)
        if reason(agency, recommendation, factors) is not None:
            continue
        first, last = recommendation["made"]
        for factor in factors:
            row = (
                review["source_id"],
                review["board"] or None,
                review["review_ref"],
                recommendation["recommendation_ref"],
                recommendation["statement"],
                factor,
                labels[factor],
                agency,
                world.agencies[str(agency)]["label"],
                first,
                last,
                precision_of(recommendation["made"]),
                *came_of(recommendation["actions"], terms),
            )
            place = (first, last, row[0], row[3], list(labels).index(factor))
            rows.append((place, row))
    return [row for _, row in sorted(rows, key=lambda one: one[0])]


def recommendations_not_compared(world: World, selection: Selection) -> list[tuple[Any, ...]]:
    """Count the others by the first reason."""
    reasons = Counter(
        reason(asks(world, review, recommendation), recommendation, factors)
        for review, recommendation, factors in every(world, selection)
    )
    del reasons[None]
    return sorted(reasons.items(), key=lambda one: (-one[1], str(one[0])))


def every(world: World, selection: Selection) -> Iterator[Asked]:
    """List the selected recommendations, each with the factors of what it answers."""
    is_narrowed = bool(
        selection.factors
        or selection.layers
        or selection.patterns
        or selection.perspectives
        or selection.appraisals
        or selection.text
    )
    for review in selected(world, selection):
        pairs = (
            found(world, review, selection) if selection.framework in review["frameworks"] else []
        )
        for recommendation in review["recommendations"]:
            ref = recommendation["finding_ref"]
            factors = [factor for factor, finding in pairs if finding["finding_ref"] == ref]
            if factors or not is_narrowed:
                yield review, recommendation, factors


def asks(world: World, review: Review, recommendation: Recommendation) -> str | None:
    """Say which agency a recommendation asks, as the last that took its place."""
    if recommendation["addressed_to"]:
        return group_of(world, recommendation["addressed_to"], None, True)
    answered: list[Finding] = [
        finding
        for finding in review["findings"]
        if finding["finding_ref"] == recommendation["finding_ref"]
    ]
    if review["attribution"] != "coded" or not answered:
        return None
    at = {group_of(world, agency, None, True) for agency in answered[0]["found_at"]}
    return at.pop() if len(at) == 1 else None


def reason(agency: str | None, recommendation: Recommendation, factors: list[str]) -> str | None:
    """Say why a recommendation cannot be compared; None where it can."""
    if not recommendation["finding_ref"]:
        return "no finding"
    if not factors:
        return "no factor"
    if agency is None:
        return "no agency"
    return "no date" if recommendation["made"] is None else None


def came_of(actions: list[dict[str, Any]], terms: list[Row]) -> tuple[Any, ...]:
    """Say what became of a recommendation by its actions."""
    counted = [one for one in actions if one["status"] not in SET_ASIDE]
    signed = [one for one in counted if one["status"] == "signed off" or one["signed off"]]
    complete = [
        one for one in counted if one not in signed and (one["status"] in DONE or one["completed"])
    ]
    sign_offs = [one["signed off"] for one in counted if one["signed off"]]
    held = {one["status"] for one in actions}
    statuses = [
        row["label"] for row in terms if row["vocabulary"] == "status" and row["term"] in held
    ]
    grades = [row for row in terms if row["vocabulary"] == "action_evidence"]
    shown = [
        row["label"] for row in grades if row["term"] in {a["evidence_grade"] for a in actions}
    ]
    return (
        len(actions),
        len(signed),
        len(complete),
        *latest([one["completed"] for one in counted if one["completed"]]),
        *latest(sign_offs),
        max(last for _, last in sign_offs) if actions and len(sign_offs) == len(actions) else None,
        "; ".join(statuses) or None,
        shown[-1] if shown else None,
    )


def latest(spans: list[Span]) -> tuple[Any, Any]:
    """Give the first day of the latest of some dates, and how much of it is known."""
    if not spans:
        return None, None
    span = max(spans, key=lambda one: (one[1], one[0]))
    return span[0], precision_of(span)


def precision_of(span: Span) -> str:
    """Say how much of a date is known, by the days that it may be."""
    days = (span[1] - span[0]).days + 1
    return next(precision for most, precision in PRECISIONS.items() if days <= most)
