"""The answers to the counting questions, each under the question's own name."""

from datetime import date
from itertools import combinations
from typing import Any

from queries.selection import NONE, Selection
from tests.queries.oracle.placed import period_of, spine
from tests.queries.oracle.selecting import (
    appraisals,
    asked,
    coders_of,
    dated,
    existed,
    found,
    group_of,
    is_assessed,
    layers_of,
    named_of,
    of_sources,
    passes,
    selected,
    settled,
)
from tests.queries.oracle.world import Finding, Review, World

Rows = list[tuple[Any, ...]]

FINDINGS = (
    *("source_id", "review_ref", "finding_ref", "position", "appraisal", "factor_id", "found_at"),
    *("attribution", "coders", "coders_agreeing", "is_consensus"),
)
"""The columns of `findings` that the oracle answers."""
REVIEWS = (
    *("source_id", "review_ref", "is_ordinary_work", "agencies", "findings", "findings_uncoded"),
    "factors",
)
"""The columns of `reviews` that the oracle answers."""


def found_in(
    world: World, reviews: list[Review], selection: Selection
) -> list[tuple[Review, list[tuple[str, Finding]]]]:
    """Put beside each review what is found in it."""
    return [(review, found(world, review, selection)) for review in reviews]


def in_order(answer: list[tuple[tuple, tuple]]) -> Rows:
    """Sort pairs of (what to sort by, row) and give the rows."""
    return [row for _, row in sorted(answer, key=lambda pair: pair[0])]


def missing_last(value: Any) -> tuple[bool, Any]:
    """Sort what is missing after what is there."""
    return value is None, value


def factor_recurrence(world: World, selection: Selection) -> Rows:
    """Count the reviews in which each factor is found."""
    reviews = selected(world, selection)
    beside = found_in(world, reviews, selection)
    used = appraisals(world, selection)
    answer = []
    for position, factor in enumerate(asked(world, selection)):
        assessed = [review for review in reviews if is_assessed(review, factor, selection)]
        for appraisal in used:
            reviews_with, findings, days = 0, 0, []
            for review, pairs in beside:
                here = [
                    finding
                    for factor_id, finding in pairs
                    if factor_id == factor["factor_id"] and finding["appraisal"] == appraisal
                ]
                if here:
                    reviews_with += 1
                    findings += len(here)
                    if span := dated(review, selection):
                        days.append(span[0])
            row = (
                factor["factor_id"],
                factor["label"],
                factor["layer_id"] or None,
                world.layers[selection.framework or ""].get(factor["layer_id"]),
                appraisal,
                reviews_with if assessed else None,
                len(assessed),
                len(reviews),
                findings if assessed else None,
                min(days, default=None),
                max(days, default=None),
            )
            first = missing_last(-reviews_with if assessed else None)
            answer.append(((first, position, appraisal), row))
    return in_order(answer)


def factor_by_period(world: World, selection: Selection, period_kind: str) -> Rows:
    """Count the reviews of each period in which each factor is found."""
    nowhere = (None, None, None)
    reviews = selected(world, selection)
    of_period: dict[tuple, list[tuple[Review, list[tuple[str, Finding]]]]] = {
        period: [] for period in spine(reviews, selection, period_kind)
    }
    for review, pairs in found_in(world, reviews, selection):
        period = period_of(review, selection, period_kind) or nowhere
        of_period.setdefault(period, []).append((review, pairs))
    used = appraisals(world, selection)
    answer = []
    for factor in asked(world, selection):
        for appraisal in used:
            for period in sorted(of_period, key=lambda one: missing_last(one[0])):
                beside = of_period[period]
                assessed = [r for r, _ in beside if is_assessed(r, factor, selection)]
                reviews_with = 0
                for _, pairs in beside:
                    reviews_with += any(
                        factor_id == factor["factor_id"] and finding["appraisal"] == appraisal
                        for factor_id, finding in pairs
                    )
                answer.append(
                    (
                        factor["factor_id"],
                        factor["label"],
                        factor["layer_id"] or None,
                        appraisal,
                        *period,
                        is_part_period(world, selection, period[0], period[1]),
                        reviews_with if assessed else None,
                        len(assessed),
                        len(beside),
                    )
                )
    return answer


def is_part_period(
    world: World, selection: Selection, first: date | None, last: date | None
) -> bool:
    """Say whether the sources, or the chosen dates, cover only a part of a period."""
    if first is None or last is None:
        return False
    chosen = [source for source in world.sources if source.source_id in selection.sources]
    spans = [(one.covers_from or date.min, one.covers_to or date.max) for one in chosen]
    # of those that hold a day of the period at all, each must hold all of them
    holding = [span for span in spans if span[0] <= last and first <= span[1]]
    if not holding or any(first < begin or end < last for begin, end in holding):
        return True
    if selection.period_from and first < selection.period_from:
        return True
    return bool(selection.period_to and last > selection.period_to)


def factor_pairs(world: World, selection: Selection) -> Rows:
    """Count the reviews in which two factors are found together."""
    beside = [
        (review, {factor_id for factor_id, _ in pairs})
        for review, pairs in found_in(world, selected(world, selection), selection)
    ]
    answer = []
    for (first, a), (second, b) in combinations(enumerate(asked(world, selection)), 2):
        both = with_a = with_b = assessed = 0
        for review, factors in beside:
            if is_assessed(review, a, selection) and is_assessed(review, b, selection):
                assessed += 1
                with_a += a["factor_id"] in factors
                with_b += b["factor_id"] in factors
                both += a["factor_id"] in factors and b["factor_id"] in factors
        if both:
            names = (a["factor_id"], a["label"], b["factor_id"], b["label"])
            answer.append(((-both, first, second), (*names, both, with_a, with_b, assessed)))
    return in_order(answer)


def coverage(world: World, selection: Selection) -> Rows:
    """Count what the selected reviews hold, by source and type of review."""
    groups: dict[tuple[str, str], list[Review]] = {}
    for review in selected(world, selection):
        groups.setdefault((review["source_id"], review["review_type"]), []).append(review)
    factors = {one["factor_id"]: one for one in world.factors[selection.framework or ""]}
    answer = []
    for key, reviews in sorted(groups.items()):
        practice = [review["practice"] for review in reviews if review["practice"]]
        published = [review["published"] for review in reviews if review["published"]]
        used = [review for review in reviews if selection.framework in review["frameworks"]]
        findings = uncoded = codings = out_of_date = 0
        for review in used:
            for finding in review["findings"]:
                given = settled(finding, selection.framework)
                findings += 1
                uncoded += not given
                codings += len(given)
                out_of_date += sum(not existed(factors[one], review) for one in given)
        row = (
            *key,
            len(reviews),
            len(used),
            len(practice),
            len(published),
            min((span[0] for span in practice), default=None),
            max((span[1] for span in practice), default=None),
            min((span[0] for span in published), default=None),
            max((span[1] for span in published), default=None),
            len({agency for review in reviews for agency in review["involved"]})
            if any(review["involvement"] for review in reviews)
            else None,
            findings,
            uncoded,
            codings,
            out_of_date,
        )
        answer.append(row)
    return answer


def left_out(world: World, selection: Selection) -> Rows:
    """Count the reviews that each filter leaves out."""
    passing = [(one, passes(one, selection)) for one in of_sources(world, selection)]
    answer = []
    for name in ("agency", "board", "period", "region", "review_type", "work"):
        out = alone = undated = 0
        for review, passed in passing:
            if not passed[name]:
                out += 1
                alone += all(is_in for other, is_in in passed.items() if other != name)
                undated += name == "period" and not dated(review, selection)
        answer.append((name, out, alone, undated, len(passing)))
    return answer


def findings(
    world: World,
    selection: Selection,
    found_at: str | None,
    agencies_as: str | None,
    follow_successors: bool | None,
    every_factor: bool | None,
    beside_layer: str | None,
    layer_framework: str | None,
) -> Rows:
    """List the findings behind a number, by the columns in FINDINGS."""
    answer = []
    for review, pairs in found_in(world, selected(world, selection), selection):
        if every_factor and {factor_id for factor_id, _ in pairs} < set(selection.factors):
            continue
        for factor_id, finding in pairs:
            groups = {
                group_of(world, agency, agencies_as, follow_successors)
                for agency in finding["found_at"]
            }
            if found_at is not None and found_at not in groups:
                continue
            framework = layer_framework or selection.framework or ""
            layers = layers_of(world, review, finding, framework)
            if beside_layer == NONE and (layers or framework not in review["frameworks"]):
                continue
            if beside_layer not in (None, NONE, *layers):
                continue
            codings = [one for one in finding["codings"] if one["framework"] == selection.framework]
            choices = coders_of(finding, selection.framework)
            choices = named_of(choices) or choices
            labels = sorted(world.agencies[agency]["label"] for agency in finding["found_at"])
            row = (
                review["source_id"],
                review["review_ref"],
                finding["finding_ref"],
                finding["place"],
                finding["appraisal"],
                factor_id,
                "; ".join(labels) or None,
                review["attribution"] if labels else None,
                len(choices),
                sum(factor_id in chosen for chosen in choices.values()),
                any(one["factor"] == factor_id for one in codings if one["is_consensus"] == "yes"),
            )
            order = (*row[:2], finding["place"])
            answer.append((order, row))
    return in_order(answer)


def findings_count(world: World, selection: Selection, **own: Any) -> Rows:
    """Count the list of findings behind a number."""
    listed = findings(world, selection, **own)
    return [(len({row[:2] for row in listed}), len({row[:3] for row in listed}), len(listed))]


def reviews(world: World, selection: Selection) -> Rows:
    """List the selected reviews, by the columns in REVIEWS."""
    answer = []
    for review, pairs in found_in(world, selected(world, selection), selection):
        is_used = selection.framework in review["frameworks"]
        uncoded = sum(not settled(one, selection.framework) for one in review["findings"])
        row = (
            review["source_id"],
            review["review_ref"],
            review["is_ordinary_work"],
            len(review["involved"]) if review["involvement"] else None,
            len(review["findings"]),
            uncoded if is_used else None,
            len({factor_id for factor_id, _ in pairs}) if is_used else None,
        )
        span = dated(review, selection)
        answer.append(((missing_last(-span[0].toordinal() if span else None), row[:2]), row))
    return in_order(answer)


def extent(world: World, selection: Selection) -> Rows:
    """Count what there is to select from."""
    every = of_sources(world, selection)
    practice = [review["practice"] for review in every if review["practice"]]
    published = [review["published"] for review in every if review["published"]]
    reviews = selected(world, selection)
    return [
        (
            len(reviews),
            sum(selection.framework in review["frameworks"] for review in reviews),
            len(every),
            sum(review["is_ordinary_work"] for review in every),
            len(practice),
            len(published),
            min((span[0] for span in practice), default=None),
            max((span[1] for span in practice), default=None),
            min((span[0] for span in published), default=None),
            max((span[1] for span in published), default=None),
        )
    ]
