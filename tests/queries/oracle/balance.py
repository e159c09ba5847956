"""The balance of layers and of patterns, group by group."""

from collections.abc import Callable
from typing import Any

from queries.selection import NONE, Selection
from tests.queries.oracle.answers import Rows, in_order, missing_last
from tests.queries.oracle.selecting import (
    appraisals,
    asked,
    existed,
    found,
    is_assessed,
    is_of_kind,
    of_sources,
    selected,
    settled,
)
from tests.queries.oracle.world import Finding, Review, World, read_csv

BY = (None, "agency", "board", "review_type", "method")
"""What reviews are grouped by."""

Group = tuple[str | None, str | None]
"""What the reviews of a group have in common, and for an agency how its findings are tied to it."""


def groups(world: World, selection: Selection, by: str | None) -> dict[Group, list[Review]]:
    """Put the selected reviews into groups; a review is in one for each agency involved in it."""
    grouped: dict[Group, list[Review]] = {}
    for review in selected(world, selection):
        if by == "agency":
            keys: list[Group] = [(agency, review["attribution"]) for agency in review["involved"]]
        else:
            keys = [((review[by] or None) if by else None, None)]
        for key in keys:
            grouped.setdefault(key, []).append(review)
    return grouped


def label_of(world: World, by: str | None, group: str | None) -> str | None:
    """Give the name of a group."""
    if by == "agency":
        return world.agencies[group or ""]["label"]
    if by == "review_type":
        terms = read_csv(world.codebooks / "terms.csv")
        types = {row["term"]: row["label"] for row in terms if row["vocabulary"] == "review_type"}
        return types.get(group or "", group)
    return group


def is_of(group: Group, finding: Finding) -> bool:
    """Say whether a finding of a review counts for a group that the review is in."""
    agency, attribution = group
    return attribution is None or agency in finding["found_at"]


def coded_or_not(review: Review, selection: Selection) -> list[Finding]:
    """List the findings of a review that could have been coded, by all filters of findings."""
    if selection.framework not in review["frameworks"]:
        return []
    text = (selection.text or "").lower()
    of_review = (review["title"], review["review_ref"])
    return [
        finding
        for finding in review["findings"]
        if is_of_kind(finding, selection)
        and any(
            text in one.lower() for one in (finding["statement"], finding["quotation"], *of_review)
        )
    ]


def rows_of(
    world: World,
    selection: Selection,
    by: str | None,
    kinds: list[Any],
    row_of: Callable[[Group, list[Review], Any, str], tuple],
) -> Rows:
    """Make a row for each group, kind (layer or pattern) and appraisal."""
    grouped = groups(world, selection, by)
    every = [
        one for review in selected(world, selection) for one in coded_or_not(review, selection)
    ]
    used = {*appraisals(world, selection), *(finding["appraisal"] for finding in every)}
    answer = []
    for group, reviews in grouped.items():
        label = label_of(world, by, group[0])
        for place, kind in enumerate(kinds):
            for appraisal in used:
                row = (group[0], label, group[1], *row_of(group, reviews, kind, appraisal))
                first = (missing_last(label), missing_last(group[0]), missing_last(group[1]))
                answer.append(((first, place, appraisal), row))
    return in_order(answer)


def is_recorded(group: Group, reviews: list[Review]) -> bool:
    """Say whether it is known in how many reviews the agency of a group was involved."""
    agency, attribution = group
    return attribution is None or all(one["involvement"][agency] != "found at" for one in reviews)


def uncoded_of(
    group: Group, reviews: list[Review], selection: Selection, appraisal: str
) -> tuple[int, int]:
    """Count the findings of a group, and those that no coder gave a factor."""
    own = [
        finding
        for review in reviews
        for finding in coded_or_not(review, selection)
        if finding["appraisal"] == appraisal and is_of(group, finding)
    ]
    return len(own), sum(not settled(finding, selection.framework) for finding in own)


def layer_balance(world: World, selection: Selection, by: str | None) -> Rows:
    """Count the reviews in which a factor of each layer is found."""
    every = {one["factor_id"]: one for one in world.factors[selection.framework or ""]}
    factors = asked(world, selection)
    labels = world.layers[selection.framework or ""]
    present = {factor["layer_id"] for factor in factors}
    layers = [layer for layer in (*labels, "") if layer in present]

    def holds(review: Review, finding: Finding, layer: str, pairs: list) -> bool:
        own = [every[one]["layer_id"] for one, found_in in pairs if found_in is finding]
        given = settled(finding, selection.framework)
        counted = [every[one]["layer_id"] for one in given if existed(every[one], review)]
        return layer in own and (bool(layer) or not any(counted))

    def row_of(group: Group, reviews: list[Review], layer: str, appraisal: str) -> tuple:
        of_layer = [factor for factor in factors if factor["layer_id"] == layer]
        assessed = sum(
            any(is_assessed(review, factor, selection) for factor in of_layer) for review in reviews
        )
        held = []
        for review in reviews:
            pairs = found(world, review, selection)
            held.append(
                sum(
                    holds(review, finding, layer, pairs)
                    for finding in review["findings"]
                    if finding["appraisal"] == appraisal and is_of(group, finding)
                )
            )
        return (
            layer or None,
            labels.get(layer),
            appraisal,
            sum(map(bool, held)) if assessed else None,
            assessed if is_recorded(group, reviews) else None,
            len(reviews),
            sum(held) if assessed else None,
            *uncoded_of(group, reviews, selection, appraisal),
        )

    return rows_of(world, selection, by, layers, row_of)


def pattern_balance(world: World, selection: Selection, by: str | None) -> Rows:
    """Count the reviews in which each kind of underlying pattern is found."""
    codebook = read_csv(world.codebooks / "scie-patterns" / "factors.csv")
    labels = {row["factor_id"]: row["label"] for row in codebook}
    patterns = [one for one in labels if not selection.patterns or one in selection.patterns]
    recording = {
        review["source_id"]
        for review in of_sources(world, selection)
        if any(finding["pattern"] for finding in review["findings"])
    }
    factors = asked(world, selection)

    def row_of(group: Group, reviews: list[Review], pattern: str, appraisal: str) -> tuple:
        assessed = sum(
            any(is_assessed(review, factor, selection) for factor in factors)
            for review in reviews
            if not pattern or review["source_id"] in recording
        )
        held, uncoded = [], 0
        for review in reviews:
            coded = [finding for _, finding in found(world, review, selection)]
            of_pattern = [
                finding
                for finding in coded_or_not(review, selection)
                if finding["pattern"] == pattern
                and finding["appraisal"] == appraisal
                and is_of(group, finding)
            ]
            held.append(sum(finding in coded for finding in of_pattern))
            uncoded += sum(not settled(one, selection.framework) for one in of_pattern)
        return (
            pattern or None,
            labels.get(pattern),
            appraisal,
            sum(map(bool, held)) if assessed else None,
            assessed if is_recorded(group, reviews) else None,
            len(reviews),
            sum(held) if assessed else None,
            uncoded,
            *uncoded_of(group, reviews, selection, appraisal),
        )

    asks_none = not selection.patterns or NONE in selection.patterns
    kinds = [*patterns, *([""] if asks_none else [])]
    return rows_of(world, selection, by, kinds, row_of)
