"""What is tied to what, of findings, recommendations and actions, worked out a second time."""

from queries.selection import Selection
from tests.queries.oracle.actions import (
    every_action,
    factor_names,
    narrowed,
    precision,
    recommended,
)
from tests.queries.oracle.answers import Rows, in_order
from tests.queries.oracle.selecting import of_sources, selected
from tests.queries.oracle.world import Finding, Review, World


def recording(world: World, selection: Selection) -> dict[str, bool]:
    """Give the chosen sources that record recommendations, each with whether it has actions."""
    found: dict[str, bool] = {}
    for review in of_sources(world, selection):
        for one in review["recommendations"]:
            source = review["source_id"]
            found[source] = found.get(source, False) or bool(one["actions"])
    return found


def calls(world: World, selection: Selection) -> list[tuple[Review, Finding, bool]]:
    """List the findings that could be answered, each with whether it is."""
    sources = recording(world, selection)
    return [
        (
            review,
            finding,
            any(one["finding_ref"] == finding["finding_ref"] for one in review["recommendations"]),
        )
        for review in selected(world, selection)
        if review["source_id"] in sources
        for finding in narrowed(world, review, selection)
    ]


def is_calling(finding: Finding) -> bool:
    """Say whether a finding calls for an answer."""
    return finding["appraisal"] in ("problem", "mixed")


def link_rates(world: World, selection: Selection) -> Rows:
    """Count what is tied to what."""
    findings = calls(world, selection)
    calling = [is_answered for _, finding, is_answered in findings if is_calling(finding)]
    asked = list(recommended(world, selection))
    has_actions = recording(world, selection)
    acted = [bool(one["actions"]) for _, one, _ in asked]
    bare = [not one["actions"] and has_actions[review["source_id"]] for review, one, _ in asked]
    held = [one["action"] for one in every_action(world, selection)]
    grades = [action["evidence_grade"] for action in held]
    linked = [finding is not None for _, _, finding in asked]
    return [
        (
            len(findings),
            len(calling),
            sum(calling),
            len(calling) - sum(calling),
            len(asked),
            sum(linked),
            len(asked) - sum(linked),
            sum(acted),
            sum(bare),
            len(held),
            sum(bool(action["owner"]) for action in held),
            sum(bool(action["due"]) for action in held),
            len(held) - grades.count("") - grades.count("none"),
            grades.count("none"),
        )
    ]


def findings_unanswered(world: World, selection: Selection, most: int | None) -> Rows:
    """List the problems and mixed findings that no recommendation answers."""
    answer = []
    for review, finding, is_answered in calls(world, selection):
        if is_answered or not is_calling(finding):
            continue
        row = (
            review["source_id"],
            review["review_ref"],
            review["board"] or None,
            finding["finding_ref"],
            finding["place"],
            finding["statement"] or None,
            finding["appraisal"],
            factor_names(world, review, finding, selection),
        )
        answer.append(((*row[:2], row[4], row[3]), row))
    return in_order(answer)[:most]


def recommendations(
    world: World,
    selection: Selection,
    without_action: bool | None,
    without_finding: bool | None,
    most: int | None,
) -> Rows:
    """List the recommendations."""
    has_actions = recording(world, selection)
    words: dict[tuple[str, str], set[str]] = {}
    for one in every_action(world, selection):
        key = (one["review"]["source_id"], one["recommendation"]["recommendation_ref"])
        words.setdefault(key, set()).add(one["tracked"])
    answer = []
    for review, one, finding in recommended(world, selection):
        records = has_actions[review["source_id"]]
        if without_action and (one["actions"] or not records):
            continue
        if without_finding and finding is not None:
            continue
        key = (review["source_id"], one["recommendation_ref"])
        made = one["made"]
        row = (
            review["source_id"],
            review["review_ref"],
            review["board"] or None,
            one["recommendation_ref"],
            one["statement"],
            one["kind"] or None,
            world.agencies[one["addressed_to"]]["label"] if one["addressed_to"] else None,
            made[0] if made else None,
            precision(made),
            finding["finding_ref"] if finding else None,
            factor_names(world, review, finding, selection),
            len(one["actions"]) if records else None,
            "; ".join(sorted(words.get(key, ()))) or None,
        )
        answer.append(((*row[:2], row[3]), row))
    return in_order(answer)[:most]
