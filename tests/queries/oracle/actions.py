"""How far actions have come and which are listed, worked out a second time."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from queries.selection import NONE, Selection
from tests.queries.oracle.answers import Rows, in_order, missing_last
from tests.queries.oracle.dates import Span, month_after
from tests.queries.oracle.selecting import existed, found, layers_of, selected, settled
from tests.queries.oracle.world import Finding, Recommendation, Review, World

Action = dict[str, Any]

LOADED_ON = date(2026, 1, 1)
"""The day on which the tests say that everything was loaded."""
NARROWING = ("factors", "layers", "patterns", "perspectives", "appraisals", "text")
AGES = ("under 3 months", "3 to 6 months", "6 to 12 months", "12 months or more", "not known")
WORDS = (
    *("signed off", "awaiting sign-off", "complete", "open", "overdue", "set aside"),
    "not recorded",
)


def narrowed(world: World, review: Review, selection: Selection) -> list[Finding]:
    """List the findings of a review that the filters of findings leave; all if there is none."""
    if not any(getattr(selection, name) for name in NARROWING):
        return review["findings"]
    held = [finding["finding_ref"] for _, finding in found(world, review, selection)]
    return [one for one in review["findings"] if one["finding_ref"] in held]


def recommended(
    world: World, selection: Selection
) -> Iterator[tuple[Review, Recommendation, Finding | None]]:
    """List the recommendations that the filters leave, each with the finding that it answers."""
    is_narrow = any(getattr(selection, name) for name in NARROWING)
    for review in selected(world, selection):
        findings = {one["finding_ref"]: one for one in narrowed(world, review, selection)}
        for one in review["recommendations"]:
            finding = findings.get(one["finding_ref"])
            if finding is not None or not is_narrow:
                yield review, one, finding


def factor_names(
    world: World, review: Review, finding: Finding | None, selection: Selection
) -> str | None:
    """Name the factors of a finding in the order of the codebook."""
    if finding is None or selection.framework not in review["frameworks"]:
        return None
    counted = settled(finding, selection.framework)
    names = [
        factor["label"]
        for factor in world.factors[selection.framework or ""]
        if factor["factor_id"] in counted and existed(factor, review)
    ]
    return "; ".join(names) or None


def as_at(world: World, review: Review) -> date:
    """Give the day as at which the source of a review speaks."""
    [source] = [one for one in world.sources if one.source_id == review["source_id"]]
    return source.covers_to or LOADED_ON


def tracked(action: Action, day: date) -> str:
    """Say in a word how far an action has come."""
    status, due = action["status"], action["due"]
    if status in ("superseded", "not accepted"):
        return "set aside"
    if status == "signed off" or action["signed off"]:
        return "signed off"
    if status == "awaiting sign-off":
        return status
    if status == "complete" or action["completed"]:
        return "complete"
    if status == "overdue" or (due and due[1] < day):
        return "overdue"
    return "open" if status or due else "not recorded"


def age(days_overdue: int | None, action: Action, day: date) -> str:
    """Say for how long an action has been overdue, in months of the calendar."""
    if days_overdue is None:
        return "not known"
    reached = [is_past_by(months, action["due"][1], day) for months in (3, 6, 12)]
    return AGES[sum(reached)]


def is_past_by(months: int, due: date, day: date) -> bool:
    """Say whether a number of months have gone by since a day, the last of a month if need be."""
    month = due.replace(day=1)
    for _ in range(months):
        month = month_after(month)
    length = (month_after(month) - month).days
    return day >= month.replace(day=min(due.day, length))


def is_before(one: Span | None, other: Span | None) -> bool:
    """Say whether one date is certainly before another."""
    return bool(one and other and one[1] < other[0])


def contradictions(action: Action, made: Span | None) -> str | None:
    """Say what of an action cannot all be so."""
    said = [
        f"{step} before the recommendation was made"
        for step in ("due", "completed", "signed off")
        if is_before(action[step], made)
    ]
    completed, signed_off, status = action["completed"], action["signed off"], action["status"]
    if is_before(signed_off, completed) and not is_before(signed_off, made):
        said.append("signed off before the action was completed")
    undone = status in ("not started", "in progress", "overdue")
    if signed_off and (undone or status == "awaiting sign-off"):
        said.append(f"said to be {status}, with a date of sign-off")
    elif completed and undone:
        said.append(f"said to be {status}, with a date of completion")
    elif status == "signed off" and not signed_off:
        said.append("said to be signed off, without a date of sign-off")
    elif status in ("complete", "awaiting sign-off") and not completed:
        said.append(f"said to be {status}, without a date of completion")
    return "; ".join(said) or None


def precision(span: Span | None) -> str | None:
    """Say how much of a date is known, by the days that it stands for."""
    if span is None:
        return None
    days = (span[1] - span[0]).days + 1
    return "day" if days == 1 else "month" if days < 32 else "quarter" if days < 93 else "year"


def every_action(world: World, selection: Selection) -> Iterator[dict[str, Any]]:
    """Give what is to be known of each selected action."""
    for review, one, finding in recommended(world, selection):
        for action in one["actions"]:
            day, made, due = as_at(world, review), one["made"], action["due"]
            word = tracked(action, day)
            of_type = world.action_types.get(action["action_type"], {})
            is_late = word == "overdue" and due and due[1] < day
            days = (day - due[1]).days if is_late else None
            is_open = word in ("open", "overdue") and made and made[1] <= day
            yield {
                "review": review,
                "recommendation": one,
                "finding": finding,
                "action": action,
                "framework": of_type.get("framework_id"),
                "layer": of_type.get("layer_id"),
                "tracked": word,
                "as_at": day,
                "days_overdue": days,
                "age": age(days, action, day) if word == "overdue" else None,
                "days_open": (day - made[1]).days if is_open else None,
                "recorded": action["strength"] or None,
                "of_type": of_type.get("strength"),
                "contradictions": contradictions(action, made),
            }


def listed(world: World, selection: Selection, **own: Any) -> Iterator[dict[str, Any]]:
    """Give the actions that the parameters of a list leave."""
    for one in every_action(world, selection):
        action, finding = one["action"], one["finding"]
        by_type = own["strength_by"] == "type"
        strength = one["of_type"] if by_type else one["recorded"] or one["of_type"]
        framework = selection.framework or ""
        answers = finding is not None and framework in one["review"]["frameworks"]
        layers = layers_of(world, one["review"], finding or {}, framework) if answers else set()
        lacks = {
            "owner": not action["owner"],
            "due date": not action["due"],
            "evidence": action["evidence_grade"] in ("", "none"),
        }
        kept = {
            "owner": action["owner"] or NONE,
            "tracked": one["tracked"],
            "overdue_for": one["age"],
            "strength": strength or NONE,
            "action_type": action["action_type"] or NONE,
            "action_layer": (one["layer"] if one["framework"] == framework else None) or NONE,
        }
        if (
            all(own[name] in (None, value) for name, value in kept.items())
            and (own["finding_layer"] in (layers or {NONE}) or own["finding_layer"] is None)
            and (own["without"] is None or lacks[own["without"]])
            and (not own["contradicting"] or one["contradictions"])
        ):
            yield one


def actions(world: World, selection: Selection, most: int | None, **own: Any) -> Rows:
    """List the actions behind a number."""
    answer = []
    for one in listed(world, selection, **own):
        review, recommendation, action = one["review"], one["recommendation"], one["action"]
        dates = (recommendation["made"], action["due"], action["completed"], action["signed off"])
        row = (
            review["source_id"],
            review["review_ref"],
            review["board"] or None,
            recommendation["recommendation_ref"],
            recommendation["statement"],
            one["finding"]["finding_ref"] if one["finding"] else None,
            factor_names(world, review, one["finding"], selection),
            action["action_ref"],
            action["statement"],
            action["owner"],
            world.agencies[action["owner"]]["label"] if action["owner"] else None,
            action["action_type"] or None,
            one["recorded"],
            one["of_type"],
            one["recorded"] or one["of_type"],
            action["status"] or None,
            one["tracked"],
            *(part for span in dates for part in (span[0] if span else None, precision(span))),
            action["evidence_grade"] or None,
            one["tracked"] == "overdue",
            one["days_overdue"],
            one["days_open"],
            one["contradictions"],
            one["as_at"],
        )
        answer.append(((*row[:2], row[3], row[7]), row))
    return in_order(answer)[:most]


def actions_count(world: World, selection: Selection, **own: Any) -> Rows:
    """Count the list of actions behind a number."""
    rows = actions(world, selection, most=None, **own)
    return [(len({row[:2] for row in rows}), len({(row[0], row[3]) for row in rows}), len(rows))]


def action_progress(world: World, selection: Selection, by: str | None) -> Rows:
    """Count actions by how far they have come."""
    groups: dict[str | None, list[dict[str, Any]]] = {}
    for one in every_action(world, selection):
        held_by = {"owner": one["action"]["owner"], "board": one["review"]["board"] or None}
        groups.setdefault(held_by.get(by or ""), []).append(one)
    answer = []
    for group, held in groups.items():
        words = [one["tracked"] for one in held]
        label = world.agencies[group]["label"] if group and by == "owner" else group
        days = [one["days_overdue"] for one in held if one["days_overdue"] is not None]
        row = (
            group,
            label,
            len(held),
            *(words.count(word) for word in WORDS),
            sum(one["contradictions"] is not None for one in held),
            max(days, default=None),
            min(one["as_at"] for one in held),
            max(one["as_at"] for one in held),
            *([one["age"] for one in held].count(band) for band in AGES),
        )
        answer.append(((-words.count("overdue"), -len(held), missing_last(group)), row))
    return in_order(answer)
