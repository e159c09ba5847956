"""What became of what was put right, worked out a second time, one follow-up after the other."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from queries.selection import Selection
from tests.queries.oracle.answers import Rows
from tests.queries.oracle.dates import Span, span_of
from tests.queries.oracle.selecting import (
    asked,
    dated,
    found,
    group_of,
    is_assessed,
    of_sources,
    selected,
    settled,
)
from tests.queries.oracle.world import Finding, Review, Row, World

CLOSED = ("superseded", "not accepted")
STRENGTHS = {"strong": "Stronger", "intermediate": "Intermediate", "weak": "Weaker"}
GRADES = {
    "none": "No evidence",
    "output": "Output",
    "practice": "Practice",
    "outcome": "Outcome",
}
FATES = (
    *("followed", "closed", "no date", "no finding"),
    *("no factor", "no problem", "no agency"),
)
BY = (None, "strength", "evidence", "agency", "factor", "board")


class FollowUp(NamedTuple):
    """One action with one factor at one agency, and the later reviews, parted by when they were."""

    review: Review
    recommendation: Row
    finding: Finding
    action: dict[str, Any]
    factor: Row
    agency: str
    since: tuple[date, date]
    later: dict[str, list[Review]]
    """after, straddles, not known -> reviews"""


def follow_ups(
    world: World,
    selection: Selection,
    since: str | None,
    by_the_end: bool | None,
    reading: str | None,
    state: str | None,
    at: str | None,
    strength: str | None,
    evidence: str | None,
    review: str | None,
    review_source: str | None,
) -> Rows:
    """List what became of each follow-up."""
    answer = []
    for one in followed(world, selection, since, by_the_end):
        if at not in (None, one.agency) or review not in (None, one.review["review_ref"]):
            continue
        if review_source not in (None, one.review["source_id"]):
            continue
        if strength not in (None, strength_of(world, one.action) or "none"):
            continue
        if evidence not in (None, one.action["evidence_grade"] or "not recorded"):
            continue
        after, straddling = one.later["after"], one.later["straddles"]
        after_with = [r for r in after if holds(world, r, one, selection)]
        straddling_with = [r for r in straddling if holds(world, r, one, selection)]
        strict = told(after_with, after)
        lenient = told(after_with + straddling_with, after + straddling)
        overall = "overlaps" if strict != lenient == "seen again" else strict
        if state not in (None, {None: overall, "strict": strict, "lenient": lenient}[reading]):
            continue
        answer.append(
            (
                one.review["source_id"],
                one.review["board"] or None,
                one.review["review_ref"],
                one.recommendation["recommendation_ref"],
                one.finding["finding_ref"],
                one.action["action_ref"],
                one.action["statement"],
                label(world, one.action["owner"]),
                one.factor["factor_id"],
                one.factor["label"],
                one.agency,
                label(world, one.agency),
                one.review["attribution"],
                *one.since,
                precision_of(one.since),
                strength_of(world, one.action),
                one.action["evidence_grade"] or None,
                overall,
                strict,
                lenient,
                len(after),
                len(after_with),
                len(straddling),
                len(straddling_with),
                len(one.later["not known"]),
                min(map(began, after_with), default=None),
                max(map(began, after), default=None),
                min(map(ended, after_with + straddling_with), default=None),
                max(map(ended, after + straddling), default=None),
            )
        )
    return sorted(answer, key=lambda row: _order(world, selection, row))


def _order(world: World, selection: Selection, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give the place of a follow-up: by review, then as actions and factors stand."""
    source_id, review_ref, action_ref, factor_id, agency = row[0], row[2], row[5], row[8], row[10]
    actions = [
        action["action_ref"]
        for review in of_sources(world, selection)
        if (review["source_id"], review["review_ref"]) == (source_id, review_ref)
        for recommendation in review["recommendations"]
        for action in recommendation["actions"]
    ]
    codes = [factor["factor_id"] for factor in world.factors[selection.framework or ""]]
    return (
        *(source_id, review_ref, actions.index(action_ref), codes.index(factor_id)),
        *(label(world, agency), agency),
    )


def after_action(
    world: World,
    selection: Selection,
    since: str | None,
    by_the_end: bool | None,
    by: str | None,
    at: str | None,
) -> Rows:
    """Count the follow-ups in each state."""
    rows = follow_ups(world, selection, since, by_the_end, None, None, at, *[None] * 4)
    codes = [factor["factor_id"] for factor in world.factors[selection.framework or ""]]
    grouped: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for row in rows:
        place, group, name = {
            None: (0, None, None),
            "strength": (_place(STRENGTHS, row[16]), row[16], STRENGTHS.get(row[16])),
            "evidence": (_place(GRADES, row[17]), row[17], GRADES.get(row[17])),
            "agency": (0, row[10], row[11]),
            "factor": (codes.index(row[8]), row[8], row[9]),
            "board": (0, row[1], row[1]),
        }[by]
        grouped.setdefault((place, group, name), []).append(row)
    answer = []
    for (place, group, name), held in grouped.items():
        states, strict, lenient = (Counter(row[n] for row in held) for n in (18, 19, 20))
        order = (place, -len(held), name is None, name or "", group or "")
        numbers = (
            len(held),
            len({(row[0], row[5]) for row in held}),
            *(states[one] for one in ("seen again", "overlaps", "not seen", "too early")),
            *(strict[one] for one in ("not seen", "too early")),
            *(lenient[one] for one in ("seen again", "not seen", "too early")),
        )
        answer.append((order, (group, name, *numbers)))
    return [row for _, row in sorted(answer)]


def follow_up_reviews(
    world: World,
    selection: Selection,
    since: str | None,
    by_the_end: bool | None,
    placed: str | None,
    is_found: bool | None,
) -> list[tuple[Any, ...]]:
    """List the later reviews with what they hold, as a set of the columns that tell them apart."""
    answer = []
    for one in followed(world, selection, since, by_the_end):
        for when, reviews in one.later.items():
            for review in reviews if placed in (None, when) else []:
                held = holding(world, review, one, selection)
                if is_found and not held:
                    continue
                for finding in held or [None]:
                    answer.append(
                        (
                            one.review["source_id"],
                            one.action["action_ref"],
                            one.factor["factor_id"],
                            one.agency,
                            review["review_ref"],
                            when,
                            began(review),
                            ended(review) if is_end_known(review) else None,
                            finding and finding["finding_ref"],
                        )
                    )
    return answer


def followed_or_not(
    world: World, selection: Selection, since: str | None, by_the_end: bool | None
) -> Rows:
    """Count the actions that are followed, and the others by why not."""
    fates = Counter(fate for *_, fate in action_fates(world, selection, since, by_the_end))
    return [(fate, fates[fate]) for fate in FATES if fates[fate]]


def not_followed(
    world: World, selection: Selection, since: str | None, by_the_end: bool | None
) -> Rows:
    """List the actions that are not followed."""
    rows = [
        (
            review["source_id"],
            review["review_ref"],
            recommendation["recommendation_ref"],
            action["action_ref"],
            action["statement"],
            label(world, action["owner"]),
            action["status"] or None,
            fate,
        )
        for review, recommendation, action, fate in action_fates(
            world, selection, since, by_the_end
        )
        if fate != "followed"
    ]
    return sorted(rows, key=lambda row: row[:2])


def practice_recorded(world: World, selection: Selection, by_the_end: bool | None) -> Rows:
    """Count the reviews whose practice can be placed."""
    reviews = [
        review
        for review in of_sources(world, selection)
        if selection.framework in review["frameworks"]
        and is_in_time(dated(review, selection), selection, by_the_end)
    ]
    placed = [review for review in reviews if review["practice"]]
    return [
        (
            len(reviews),
            len(reviews) - len(placed),
            sum(not review["practice_from"] for review in placed),
            sum(not is_end_known(review) for review in placed),
            max((review["practice"][1] for review in placed), default=None),
        )
    ]


def action_fates(
    world: World, selection: Selection, since: str | None, by_the_end: bool | None
) -> Iterator[tuple[Review, Row, dict[str, Any], str]]:
    """Say of each action that was signed off, or completed, whether it is followed."""
    since = since or "signed off"
    said = ("signed off",) if since == "signed off" else ("complete", "awaiting sign-off")
    said = (*said, "signed off")
    kept = {
        (one.review["source_id"], one.action["action_ref"])
        for one in followed(world, selection, since, by_the_end)
    }
    for review, recommendation, action in actions_of(world, selection):
        if not action[since] and action["status"] not in said:
            continue
        if action[since] and not is_in_time(action[since], selection, by_the_end):
            continue
        pairs = [
            finding
            for _, finding in found(world, review, selection)
            if finding["finding_ref"] == recommendation["finding_ref"]
        ]
        if (review["source_id"], action["action_ref"]) in kept:
            fate = "followed"
        elif action["status"] in CLOSED:
            fate = "closed"
        elif not action[since]:
            fate = "no date"
        elif not recommendation["finding_ref"]:
            fate = "no finding"
        elif not pairs:
            fate = "no factor"
        elif pairs[0]["appraisal"] not in ("problem", "mixed"):
            fate = "no problem"
        else:
            fate = "no agency"
        yield review, recommendation, action, fate


def followed(
    world: World, selection: Selection, since: str | None, by_the_end: bool | None
) -> Iterator[FollowUp]:
    """Give each action with each factor of its problem at each agency, and what came later."""
    factors = {factor["factor_id"]: factor for factor in asked(world, selection)}
    for review, recommendation, action in actions_of(world, selection):
        span = action[since or "signed off"]
        if not span or action["status"] in CLOSED:
            continue
        if not is_in_time(span, selection, by_the_end):
            continue
        for factor_id, finding in found(world, review, selection):
            is_problem = finding["appraisal"] in ("problem", "mixed")
            if not is_problem or finding["finding_ref"] != recommendation["finding_ref"]:
                continue
            for agency in agencies_of(world, finding, action):
                factor = factors[factor_id]
                parts = parted(world, selection, review, factor, agency, span)
                later = {
                    when: [
                        one
                        for one in reviews
                        if is_in_time(dated(one, selection), selection, by_the_end)
                    ]
                    for when, reviews in parts.items()
                }
                yield FollowUp(review, recommendation, finding, action, factor, agency, span, later)


def is_in_time(span: Span | None, selection: Selection, by_the_end: bool | None) -> bool:
    """Say whether a date counts: any does, unless only those by the end of the period do."""
    if not by_the_end or selection.period_to is None:
        return True
    return span is not None and span[1] <= selection.period_to


def agencies_of(world: World, finding: Finding, action: dict[str, Any]) -> set[str]:
    """Say at which agencies an action is followed."""
    found_at = {present(world, agency) for agency in finding["found_at"]}
    owner = action["owner"] and present(world, action["owner"])
    if owner in found_at:
        return {owner}
    if found_at or not owner:
        return found_at
    row = world.agencies[owner]
    return {owner} if row["is_one_body"] == "true" and row["sector"] != "partnership" else set()


def parted(
    world: World,
    selection: Selection,
    origin: Review,
    factor: Row,
    agency: str,
    since: tuple[date, date],
) -> dict[str, list[Review]]:
    """Part the other reviews of the board in which it could have been found by when they were."""
    later: dict[str, list[Review]] = {"after": [], "straddles": [], "not known": []}
    for review in of_sources(world, selection):
        same_source = review["source_id"] == origin["source_id"]
        is_same = review["board"] == origin["board"] and (bool(origin["board"]) or same_source)
        if not is_same or review is origin or not is_assessed(review, factor, selection):
            continue
        if agency not in {present(world, one) for one in review["involved"]}:
            continue
        if not review["practice"]:
            later["not known"].append(review)
        elif began(review) and began(review) > since[1]:
            later["after"].append(review)
        elif not is_end_known(review):
            later["not known"].append(review)
        elif ended(review) > since[0]:
            later["straddles"].append(review)
    return later


def holds(world: World, review: Review, one: FollowUp, selection: Selection) -> bool:
    """Say whether the factor is found again at the agency in a review."""
    return bool(holding(world, review, one, selection))


def holding(world: World, review: Review, one: FollowUp, selection: Selection) -> list[Finding]:
    """List the problems of a review that hold the factor at the agency."""
    return [
        finding
        for finding in review["findings"]
        if finding["appraisal"] in ("problem", "mixed")
        and one.factor["factor_id"] in settled(finding, selection.framework)
        and one.agency in {present(world, agency) for agency in finding["found_at"]}
    ]


def precision_of(span: tuple[date, date]) -> str:
    """Say how much of a date is known, from the days that it may be."""
    days = (span[1] - span[0]).days
    return "day" if not days else "month" if days < 31 else "quarter" if days < 92 else "year"


def told(reviews_with: list[Review], reviews: list[Review]) -> str:
    """Say what some later practice tells."""
    if reviews_with:
        return "seen again"
    return "not seen" if reviews else "too early"


def actions_of(world: World, selection: Selection) -> Iterator[tuple[Review, Row, dict[str, Any]]]:
    """Give the actions that answer the selected recommendations."""
    bare = Selection()
    is_narrowed = any(
        getattr(selection, name) != getattr(bare, name)
        for name in ("factors", "layers", "patterns", "perspectives", "appraisals", "text")
    )
    for review in selected(world, selection):
        kept = {finding["finding_ref"] for _, finding in found(world, review, selection)}
        for recommendation in review["recommendations"]:
            if not is_narrowed or recommendation["finding_ref"] in kept:
                for action in recommendation["actions"]:
                    yield review, recommendation, action


def strength_of(world: World, action: dict[str, Any]) -> str | None:
    """Give the strength of an action: as recorded, else by its type."""
    of_type = world.action_types.get(action["action_type"], {}).get("strength")
    return action["strength"] or of_type


def present(world: World, agency: str) -> str:
    """Give the agency that took the place of another, or itself."""
    return group_of(world, agency, "named", True)


def label(world: World, agency: str | None) -> str | None:
    """Give the name of an agency."""
    return world.agencies[agency]["label"] if agency else None


def began(review: Review) -> Any:
    """Give the first day on which practice may have begun; None where it is not recorded."""
    span = span_of(review["practice_from"])
    if span and is_turned_round(review):
        return review["practice"][0]
    return span[0] if span else None


def ended(review: Review) -> Any:
    """Give the last day on which practice may have ended; None where it cannot be placed."""
    span = span_of(review["practice_from"])
    if span and is_turned_round(review):
        return span[0]
    return review["practice"] and review["practice"][1]


def is_end_known(review: Review) -> bool:
    """Say whether anything tells when practice ended."""
    return bool(review["practice_to"] or review["incident_on"])


def is_turned_round(review: Review) -> bool:
    """Say whether practice is recorded as begun after the day that ends it."""
    span = span_of(review["practice_from"])
    return bool(span and review["practice"] and span[0] > review["practice"][1])


def _place(order: dict[str, str], value: str | None) -> float:
    return list(order).index(value) if value else float("inf")
