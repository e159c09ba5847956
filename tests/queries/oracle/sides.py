"""What can be set side by side, worked out a second time."""

from datetime import date
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.answers import Rows, is_part_period
from tests.queries.oracle.dates import periods
from tests.queries.oracle.selecting import dated, of_sources, passes, selected
from tests.queries.oracle.world import Review, World

TYPES = {
    "SCR": "Serious case review",
    "SAR": "Safeguarding adults review",
    "MAA": "Multi-agency audit",
    "LTR": "Learning Together review of ordinary work",
}
NO_PERIOD = (None, None, None)


def sides(world: World, selection: Selection, period_kind: str) -> Rows:
    """List every side with its reviews."""
    return [
        *_agencies(world, selection),
        *_most_first("boards", _by(_passing(world, selection, "board"), "board"), {}),
        *_periods(world, selection, period_kind),
        *_most_first(
            "review_types",
            _by(_passing(world, selection, "review_type"), "review_type"),
            TYPES,
        ),
    ]


def _agencies(world: World, selection: Selection) -> Rows:
    """List the agencies, but for those that are known from findings only."""
    involved: dict[tuple[str, str], list[str]] = {}
    for review in selected(world, selection):
        for agency in review["involved"]:
            ways = involved.setdefault((agency, review["attribution"]), [])
            ways.append(review["involvement"][agency])
    rows = [
        ("agencies", agency, world.agencies[agency]["label"], attribution, *NO_PERIOD, len(ways))
        for (agency, attribution), ways in involved.items()
        if "found at" not in ways
    ]
    is_vague = {code for code, one in world.agencies.items() if one["is_one_body"] != "true"}
    return sorted(rows, key=lambda row: (row[1] in is_vague, -row[-1], row[2], row[1], row[3]))


def _passing(world: World, selection: Selection, but_for: str) -> list[Review]:
    """List the reviews that pass every filter but one."""
    return [
        review
        for review in of_sources(world, selection)
        if all(is_in for name, is_in in passes(review, selection).items() if name != but_for)
    ]


def _by(reviews: list[Review], name: str) -> dict[str, int]:
    """Count reviews by what they say of themselves."""
    values = [review[name] for review in reviews if review[name]]
    return {value: values.count(value) for value in values}


def _most_first(compare: str, reviews: dict[str, int], labels: dict[str, str]) -> Rows:
    """Write the sides of one kind."""
    rows: list[tuple[Any, ...]] = [
        (compare, value, labels.get(value, value), None, *NO_PERIOD, number)
        for value, number in reviews.items()
    ]
    return sorted(rows, key=lambda row: (-row[-1], row[2], row[1]))


def _periods(world: World, selection: Selection, period_kind: str) -> Rows:
    """List the periods that hold a selected review, the latest first."""
    found: dict[tuple[date, date, str], int] = {}
    for review in selected(world, selection):
        first, last = dated(review, selection) or (date.max, date.min)
        for period in periods(period_kind):
            if period[0] <= first and last <= period[1] and first <= last:
                found[period] = found.get(period, 0) + 1
    return [
        (
            *("periods", name, name, None, first, last),
            is_part_period(world, selection, first, last),
            number,
        )
        for (first, last, name), number in sorted(found.items(), reverse=True)
    ]
