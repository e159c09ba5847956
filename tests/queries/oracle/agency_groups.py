"""The groups that agencies count in, with the reviews in which one of them was involved."""

import csv
from pathlib import Path

from queries.selection import Selection
from tests.queries.oracle.answers import Rows, in_order
from tests.queries.oracle.selecting import group_of, selected
from tests.queries.oracle.world import Review, World

TERMS = Path(__file__).resolve().parents[3] / "data" / "codebooks" / "terms.csv"


def sector_labels() -> dict[str, str]:
    """Give the name of each sector."""
    with TERMS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["vocabulary"] == "sector"]
    return {row["term"]: row["label"] for row in rows}


def agency_groups(
    world: World, selection: Selection, agencies_as: str | None, follow_successors: bool | None
) -> Rows:
    """Count the selected reviews in which an agency of each group was involved."""
    beside: dict[str, list[tuple[Review, set[str]]]] = {}
    for review in selected(world, selection):
        members: dict[str, set[str]] = {}
        for agency in review["involved"]:
            group = group_of(world, agency, agencies_as, follow_successors)
            members.setdefault(group, set()).add(agency)
        for group, agencies in members.items():
            beside.setdefault(group, []).append((review, agencies))
    sectors = sector_labels()
    answer = []
    for group, reviews in beside.items():
        agencies = {agency for _, members in reviews for agency in members}
        is_recorded = all(
            any(review["involvement"][agency] != "found at" for agency in members)
            for review, members in reviews
        )
        sector = group if agencies_as == "sector" else world.agencies[group]["sector"]
        label = sectors[group] if agencies_as == "sector" else world.agencies[group]["label"]
        row = (
            group,
            label,
            sector,
            sectors[sector],
            "; ".join(sorted(world.agencies[agency]["label"] for agency in agencies)),
            len(reviews),
            len(reviews) if is_recorded else None,
        )
        answer.append(((-len(reviews), label, group), row))
    return in_order(answer)
