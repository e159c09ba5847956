"""The factors found at each agency, or group of agencies, and elsewhere."""

from typing import Any

from queries.selection import Selection
from tests.queries.oracle.agency_groups import sector_labels
from tests.queries.oracle.answers import Rows, found_in, in_order, missing_last
from tests.queries.oracle.selecting import appraisals, asked, group_of, is_assessed, selected
from tests.queries.oracle.world import Finding, Review, Row, World

Key = tuple[str, str]
"""A group of agencies, and how what is found is attributed to it."""
Beside = list[tuple[Review, list[tuple[str, Finding]]]]
"""The selected reviews, each with what is found in it."""
Members = dict[Key, dict[int, set[str]]]
"""For each group the reviews in which it was involved, by their place, with its agencies there."""


def factor_by_agency(
    world: World, selection: Selection, agencies_as: str | None, follow_successors: bool | None
) -> Rows:
    """Count the reviews in which each factor is found at each agency, and elsewhere."""
    beside = found_in(world, selected(world, selection), selection)
    members = members_of(world, beside, agencies_as, follow_successors)
    used = appraisals(world, selection)
    answer = []
    for position, factor in enumerate(asked(world, selection)):
        assessed = {
            place
            for place, (review, _) in enumerate(beside)
            if is_assessed(review, factor, selection)
        }
        for appraisal in used:
            held = {
                place: [
                    finding
                    for factor_id, finding in pairs
                    if factor_id == factor["factor_id"] and finding["appraisal"] == appraisal
                ]
                for place, (_, pairs) in enumerate(beside)
            }
            for key in members:
                counts = counted(beside, members, held, assessed, key)
                row = (
                    *(factor["factor_id"], factor["label"], factor["layer_id"] or None, appraisal),
                    *named(world, key[0], agencies_as),
                    key[1],
                    *counts,
                )
                first = missing_last(None if counts[0] is None else -counts[0])
                answer.append(((first, position, appraisal, *key), row))
    return in_order(answer)


def members_of(
    world: World, beside: Beside, agencies_as: str | None, follow_successors: bool | None
) -> Members:
    """Say in which reviews each group was involved, and by which of its agencies."""
    members: Members = {}
    for place, (review, _) in enumerate(beside):
        for agency in review["involved"]:
            group = group_of(world, agency, agencies_as, follow_successors)
            of_group = members.setdefault((group, review["attribution"]), {})
            of_group.setdefault(place, set()).add(agency)
    return members


def is_recorded(beside: Beside, reviews: dict[int, set[str]]) -> bool:
    """Say whether each of a group's reviews names one of its agencies other than at a finding."""
    return all(
        any(beside[place][0]["involvement"][agency] != "found at" for agency in agencies)
        for place, agencies in reviews.items()
    )


def counted(
    beside: Beside,
    members: Members,
    held: dict[int, list[Finding]],
    assessed: set[int],
    key: Key,
) -> tuple[Any, ...]:
    """Count found and assessed at a group, and found and assessed elsewhere."""

    def at(reviews: dict[int, set[str]]) -> tuple[int, int]:
        found = sum(
            any(agencies & finding["found_at"] for finding in held[place])
            for place, agencies in reviews.items()
        )
        return found, len(assessed & set(reviews))

    found, of = at(members[key])
    if key[1] == "review":
        others = {
            place
            for place, (review, _) in enumerate(beside)
            if review["attribution"] == "review"
            and review["involvement"]
            and place not in members[key]
        }
        found_elsewhere = sum(bool(held[place]) for place in others)
        of_elsewhere = len(assessed & others)
    else:
        pooled = [
            at(reviews)
            for other, reviews in members.items()
            if other[1] == "coded" and other != key and is_recorded(beside, reviews)
        ]
        found_elsewhere = sum(one for one, _ in pooled)
        of_elsewhere = sum(one for _, one in pooled)
    if not is_recorded(beside, members[key]):
        return found if of else None, None, None, None
    return (
        found if of else None,
        of,
        found_elsewhere if of_elsewhere else None,
        of_elsewhere,
    )


def named(world: World, group: str, agencies_as: str | None) -> tuple[str, str, str]:
    """Give the code, the name and the sector of a group."""
    if agencies_as == "sector":
        return group, sector_labels()[group], group
    row: Row = world.agencies[group]
    return group, row["label"], row["sector"]
