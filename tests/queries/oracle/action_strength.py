"""How strong actions are, and at which layers they and the findings that they answer lie."""

from collections.abc import Iterator
from typing import Any

from queries.selection import NONE, Selection
from tests.queries.oracle.answers import Rows, in_order, missing_last
from tests.queries.oracle.selecting import found, layers_of, selected
from tests.queries.oracle.world import Finding, Review, Row, World, read_csv

BY = (None, "board", "agency", "action_type", "factor")
"""What actions are grouped by."""
STRENGTH_BY = (None, "recorded", "type")

Action = tuple[Review, Finding | None, Row]
"""An action, with its review and the finding that it answers."""


def actions(world: World, selection: Selection) -> Iterator[Action]:
    """Give the actions that answer the selected recommendations."""
    narrows = any(
        (selection.factors, selection.layers, selection.patterns, selection.perspectives,
         selection.appraisals, selection.text)
    )  # fmt: skip
    for review in selected(world, selection):
        held = [finding["finding_ref"] for _, finding in found(world, review, selection)]
        of_ref = {finding["finding_ref"]: finding for finding in review["findings"]}
        for recommendation in review["recommendations"]:
            if not narrows or recommendation["finding_ref"] in held:
                for action in recommendation["actions"]:
                    yield review, of_ref.get(recommendation["finding_ref"]), action


def strength_of(world: World, action: Row, strength_by: str | None) -> str | None:
    """Say how strong an action is, None where nobody says it."""
    of_type = world.action_types.get(action["action_type"], {}).get("strength")
    return of_type if strength_by == "type" else action["strength"] or of_type


def groups_of(world: World, selection: Selection, by: str | None, one: Action) -> set[Any]:
    """List the groups that an action is in."""
    review, finding, action = one
    if by == "factor":
        held = {
            factor
            for factor, finding_of in found(world, review, selection)
            if finding_of is finding
        }
        return held or {NONE}
    groups = {
        None: None,
        "board": review["board"] or NONE,
        "agency": action.get("owner") or NONE,
        "action_type": action["action_type"] or NONE,
    }
    return {groups[by]}


def label_of(world: World, selection: Selection, by: str | None, group: str | None) -> str | None:
    """Give the name of a group."""
    if group in (None, NONE):
        return None
    if by == "agency":
        return world.agencies[group or ""]["label"]
    if by == "action_type":
        return terms(world)[group or ""]
    if by == "factor":
        factors = world.factors[selection.framework or ""]
        return next(one["label"] for one in factors if one["factor_id"] == group)
    return group


def terms(world: World) -> dict[str, str]:
    """Give the types of action with what they are called, in the order of the codebook."""
    rows = read_csv(world.codebooks / "terms.csv")
    return {row["term"]: row["label"] for row in rows if row["vocabulary"] == "action_type"}


def action_strength(
    world: World, selection: Selection, by: str | None, strength_by: str | None
) -> Rows:
    """Count the actions of each strength, group by group."""
    grouped: dict[Any, list[Row]] = {}
    for one in actions(world, selection):
        for group in groups_of(world, selection, by, one):
            grouped.setdefault(group, []).append(one[2])
    answer = []
    for group, own in grouped.items():
        strengths = [strength_of(world, action, strength_by) for action in own]
        label = label_of(world, selection, by, group)
        counts = [strengths.count(one) for one in ("strong", "intermediate", "weak", None)]
        recorded = sum(bool(action["strength"]) for action in own)
        first = (group == NONE, -len(own), missing_last(label), missing_last(group))
        answer.append((first, (group, label, len(own), *counts, recorded)))
    return in_order(answer)


def layers(world: World, selection: Selection, one: Action) -> tuple[set[str], str]:
    """Give the layers of the finding that an action answers, and that at which it acts."""
    review, finding, action = one
    framework = selection.framework or ""
    of_type = world.action_types.get(action["action_type"])
    acting = of_type["layer_id"] if of_type and of_type["framework_id"] == framework else NONE
    of_finding = layers_of(world, review, finding, framework) if finding else set()
    return of_finding or {NONE}, acting


def action_reach(world: World, selection: Selection) -> Rows:
    """Set the layer of each action against the layers of the finding that it answers."""
    labels = world.layers[selection.framework or ""]
    order = [*labels, NONE]
    counts = dict.fromkeys([(finding, acting) for finding in order for acting in order], 0)
    for one in actions(world, selection):
        of_finding, acting = layers(world, selection, one)
        for layer in of_finding:
            counts[layer, acting] += 1

    def told(layer: str) -> tuple[str, str | None, int | None]:
        return layer, labels.get(layer), order.index(layer) + 1 if layer in labels else None

    return [
        (*told(finding), *told(acting), number, is_nearer(order, finding, acting))
        for (finding, acting), number in counts.items()
    ]


def is_nearer(order: list[str], finding: str, acting: str) -> bool | None:
    """Say whether an action acts nearer the front line; None where that cannot be compared."""
    return None if NONE in (finding, acting) else order.index(acting) < order.index(finding)


def action_reach_left_out(world: World, selection: Selection) -> Rows:
    """Count the actions that can be compared, and the others by the first reason."""
    order = list(world.layers[selection.framework or ""])
    everything = Selection(sources=selection.sources, framework=selection.framework)
    counts = [0] * 8
    for one in actions(world, selection):
        counts[0] += 1
        review, finding, _ = one
        of_finding, acting = layers(world, selection, one)
        if finding is None:
            counts[4] += 1
        elif not any(coded is finding for _, coded in found(world, review, everything)):
            counts[5] += 1
        elif of_finding == {NONE}:
            counts[6] += 1
        elif acting == NONE:
            counts[7] += 1
        else:
            nearer = [is_nearer(order, layer, acting) for layer in of_finding]
            counts[1] += 1
            counts[2] += any(nearer)
            counts[3] += any(nearer) and not all(nearer)
    return [tuple(counts)]


def action_types(world: World, selection: Selection) -> Rows:
    """Count the actions of each type, and those that the source ranks otherwise."""
    every = [action for _, _, action in actions(world, selection)]
    answer = []
    for kind, label in {**terms(world), NONE: None}.items():
        own = [action for action in every if (action["action_type"] or NONE) == kind]
        known = world.action_types.get(kind)
        names = ("strength", "framework_id", "layer_id")
        place = [known[name] for name in names] if known else [None] * 3
        layer = world.layers[known["framework_id"]][known["layer_id"]] if known else None
        why = [known["reason"], known["standing"]] if known else [None] * 2
        recorded = [action for action in own if action["strength"]]
        otherwise = [one for one in recorded if known and one["strength"] != known["strength"]]
        counts = (len(own), len(recorded), len(otherwise))
        answer.append((kind, label, *place, layer, *why, *counts))
    return answer
