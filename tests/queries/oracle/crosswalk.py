"""What was found, read through the crosswalk as factors of another framework."""

import tomllib
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.answers import Rows, found_in
from tests.queries.oracle.selecting import appraisals, asked, is_assessed, selected
from tests.queries.oracle.world import Row, World, read_csv

THROUGH = ("yorkshire", "sar-domains", "scie-learning-together", "pfd-research-tags")
SOME_RELATIONS = (["exact"], ["close", "related"], ["narrow"], ["broad", "close", "exact"], [])
USUAL = ["exact", "close", "broad"]
TURNED = {"broad": "narrow", "narrow": "broad"}

Reading = tuple[str, str, str, str]
"""A relation, the other framework and factor, and how well it is known."""


def factors_of(world: World, framework: str) -> list[Row]:
    """List the factors of a framework."""
    return read_csv(world.codebooks / framework / "factors.csv")


def layers_of(world: World, framework: str) -> dict[str, str]:
    """List the layers of a framework with their names."""
    text = (world.codebooks / framework / "framework.toml").read_text(encoding="utf-8")
    return {layer["id"]: layer["label"] for layer in tomllib.loads(text).get("layers", [])}


def readings(world: World, selection: Selection) -> dict[str, set[Reading]]:
    """Say how each factor asked about reads elsewhere."""
    own: dict[str, set[Reading]] = {}
    for row in read_csv(world.codebooks / "crosswalk.csv"):
        one = (row["from_framework_id"], row["from_factor_id"])
        other = (row["to_framework_id"], row["to_factor_id"])
        turned = TURNED.get(row["relation"], row["relation"])
        for here, there, relation in ((one, other, row["relation"]), (other, one, turned)):
            if here[0] == selection.framework:
                own.setdefault(here[1], set()).add((relation, *there, row["standing"]))
    answer = {}
    for factor in asked(world, selection):
        mine = own.get(factor["factor_id"], set())
        known = {framework for _, framework, _, _ in mine}
        inherited = {
            ("broad" if relation in USUAL else "related", framework, other, "derived")
            for relation, framework, other, _ in own.get(factor["parent_id"], set())
            if framework not in known
        }
        answer[factor["factor_id"]] = mine | inherited
    return answer


def crosswalk_frameworks(world: World, selection: Selection) -> Rows:
    """Count the factors that read in each other framework, by relation."""
    counted: dict[tuple[str, str], set[str]] = {}
    for factor_id, its in readings(world, selection).items():
        for relation, framework, _, _ in its:
            counted.setdefault((framework, relation), set()).add(factor_id)
    answer = []
    for (framework, relation), factor_ids in counted.items():
        text = (world.codebooks / framework / "framework.toml").read_text(encoding="utf-8")
        about: dict[str, Any] = tomllib.loads(text)
        row = (
            framework,
            about["title"],
            bool(about.get("layers")),
            relation,
            len(factor_ids),
            len(asked(world, selection)),
        )
        answer.append(row)
    return sorted(answer, key=lambda row: (row[1], row[0], row[3]))


def crosswalk_coverage(
    world: World, selection: Selection, through: str, relations: list[str] | None
) -> Rows:
    """List the factors with what they read as."""
    beside = found_in(world, selected(world, selection), selection)
    held = [factor_id for _, pairs in beside for factor_id, _ in pairs]
    others = {row["factor_id"]: row for row in factors_of(world, through)}
    layers = layers_of(world, through)
    read = readings(world, selection)
    answer = []
    for factor in asked(world, selection):
        its = [
            (list(others).index(other), relation, other, standing)
            for relation, framework, other, standing in read[factor["factor_id"]]
            if framework == through
        ]
        first = (factor["factor_id"], factor["label"], held.count(factor["factor_id"]))
        for _, relation, other, standing in sorted(its):
            layer = others[other]["layer_id"]
            answer.append(
                (
                    *first,
                    other,
                    others[other]["label"],
                    layer or None,
                    layers.get(layer),
                    relation,
                    relation in (USUAL if relations is None else relations),
                    standing,
                )
            )
        if not its:
            answer.append((*first, None, None, None, None, None, False, None))
    return answer


def crosswalk_recurrence(
    world: World,
    selection: Selection,
    through: str,
    relations: list[str] | None,
    each: str | None,
) -> Rows:
    """Count the reviews in which what was found reads as each factor, or each layer."""
    reviews = selected(world, selection)
    beside = found_in(world, reviews, selection)
    read = readings(world, selection)
    layers = layers_of(world, through)
    others = factors_of(world, through)
    if each == "layer":
        kinds = {
            layer: (label, layer, {one["factor_id"] for one in others if one["layer_id"] == layer})
            for layer, label in layers.items()
        }
    else:
        kinds = {
            one["factor_id"]: (one["label"], one["layer_id"], {one["factor_id"]}) for one in others
        }
    answer = []
    for through_id, (label, layer, factor_ids) in kinds.items():
        sources, said = [], set()
        for factor in asked(world, selection):
            its = {
                relation
                for relation, framework, other, _ in read[factor["factor_id"]]
                if framework == through
                and other in factor_ids
                and relation in (USUAL if relations is None else relations)
            }
            if its:
                sources.append(factor)
                said |= its
        codes = {factor["factor_id"] for factor in sources}
        assessed = sum(
            any(is_assessed(review, factor, selection) for factor in sources) for review in reviews
        )
        for appraisal in appraisals(world, selection):
            held = [
                {
                    finding["finding_ref"]
                    for factor_id, finding in pairs
                    if factor_id in codes and finding["appraisal"] == appraisal
                }
                for _, pairs in beside
            ]
            answer.append(
                (
                    through_id,
                    label,
                    layer or None,
                    layers.get(layer),
                    appraisal,
                    sum(map(bool, held)) if assessed else None,
                    assessed,
                    len(reviews),
                    sum(map(len, held)) if assessed else None,
                    "; ".join(sorted(said)) or None,
                    "; ".join(factor["label"] for factor in sources) or None,
                )
            )
    return answer
