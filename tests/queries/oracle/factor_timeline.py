"""What happened when about each factor, event by event, in plain Python."""

from datetime import date
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.answers import Rows, in_order, missing_last
from tests.queries.oracle.dates import Span
from tests.queries.oracle.selecting import asked, found, group_of, selected
from tests.queries.oracle.world import Finding, Review, World

EVENTS = ("practice", "made", "due", "completed", "signed off")
NOWHEN = (None, None, None)


def factor_timeline(world: World, selection: Selection, at: str | None, event: str | None) -> Rows:
    """List the events of each factor: first day first, and what has no day last."""
    answer = []
    for position, factor in enumerate(asked(world, selection)):
        for review in selected(world, selection):
            for factor_id, finding in found(world, review, selection):
                if factor_id == factor["factor_id"]:
                    for one in _events(world, review, finding):
                        if (event is None or one["event"] == event) and (
                            at is None or at in one["places"]
                        ):
                            row = _row(factor, review, finding, one)
                            answer.append(((position, *_order(row, finding)), row))
    return in_order(answer)


def _events(world: World, review: Review, finding: Finding) -> list[dict[str, Any]]:
    """List what is dated about a finding, and what should be and is not."""
    found_at = {group_of(world, one, "named", True) for one in finding["found_at"]}
    days, began = _practice(review)
    events = [
        {
            "event": "practice",
            "days": days,
            "began": began,
            "ended": bool(review["practice_to"] or review["incident_on"]) if days[0] else None,
            "refs": (None, None),
            "label": finding["statement"],
            "agencies": _named(world, found_at),
            "attribution": review["attribution"] if found_at else None,
            "status": None,
            "places": found_at,
        }
    ]
    for asks in review["recommendations"]:
        if asks["finding_ref"] != finding["finding_ref"]:
            continue
        to = _followed(world, asks["addressed_to"])
        said = {"began": (None, None), "ended": None, "attribution": None, "status": None}
        events.append(
            said
            | {
                "event": "made",
                "days": _days(asks["made"]),
                "refs": (asks["recommendation_ref"], None),
                "label": asks["statement"],
                "agencies": _named(world, to),
                "places": found_at | to,
            }
        )
        for action in asks["actions"]:
            owner = _followed(world, action["owner"])
            for step in EVENTS[2:]:
                is_promised = step == "signed off" and action["status"] == "signed off"
                if action[step] or is_promised:
                    events.append(
                        said
                        | {
                            "event": step,
                            "days": _days(action[step]),
                            "refs": (asks["recommendation_ref"], action["action_ref"]),
                            "label": action["statement"],
                            "agencies": _named(world, owner),
                            "status": action["status"] or None,
                            "places": found_at | owner,
                        }
                    )
    return events


def _followed(world: World, agency: str | None) -> set[str]:
    """Give the agency that took the place of one, if one is named."""
    return {group_of(world, agency, "named", True)} if agency else set()


def _named(world: World, agencies: set[str]) -> tuple[str | None, str | None]:
    """Give the codes and the names of agencies, in the order of their names."""
    pairs = sorted((world.agencies[one]["label"], one) for one in agencies)
    codes, labels = [code for _, code in pairs], [label for label, _ in pairs]
    return "; ".join(codes) or None, "; ".join(labels) or None


def _practice(review: Review) -> tuple[tuple[Any, ...], tuple[bool | None, str | None]]:
    """Give the days of the practice of a review, and what is known of its beginning."""
    end: Span | None = review["practice"]
    if end is None:
        return NOWHEN, (None, None)
    begun: Span | None = review["practice_from_span"]
    if begun is None or begun[0] > end[1]:
        return _days(end), (False, None)
    return (begun[0], *_days(end)[1:]), (True, _days(begun)[2])


def _days(span: Span | None) -> tuple[Any, ...]:
    """Give the days that a date may be, and how much of it is known."""
    if span is None:
        return NOWHEN
    first, last = span
    length = (last - first).days
    known = {0: "day"} | dict.fromkeys(range(27, 31), "month") | {364: "year", 365: "year"}
    return first, last, known.get(length, "quarter")


def _row(factor: Any, review: Review, finding: Finding, one: dict[str, Any]) -> tuple[Any, ...]:
    """Write the row of an event."""
    return (
        factor["factor_id"],
        factor["label"],
        one["event"],
        *one["days"],
        *one["began"],
        one["ended"],
        *_days(review["published"]),
        review["source_id"],
        review["review_ref"],
        review["title"] or None,
        review["board"] or None,
        review["is_ordinary_work"],
        finding["finding_ref"],
        *one["refs"],
        one["label"],
        finding["appraisal"],
        *one["agencies"],
        one["attribution"],
        one["status"],
    )


def _order(row: tuple[Any, ...], finding: Finding) -> tuple[Any, ...]:
    """Give what the events of a factor are sorted by."""
    first, last = row[3] or date.max, row[4] or date.max
    refs = tuple(missing_last(ref) for ref in row[18:20])
    return (first, last, EVENTS.index(row[2]), row[12], row[13], finding["place"], row[17], refs)
