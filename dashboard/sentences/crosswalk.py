"""What was found, read as another framework, in words: what maps, by what, and what does not."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.sentences.balance import AS_WHAT, in_reviews, said_of
from dashboard.sentences.counts import count, listed, percent
from dashboard.sentences.markdown import bold, escaped

RELATIONS = {
    "exact": "Exact",
    "close": "Close",
    "broad": "Broad: the other is wider",
    "narrow": "Narrow: the other is narrower",
    "related": "Related",
}
USUAL = ("exact", "close", "broad")
"""The relations by which what is found in a factor is found, for sure or nearly, in the other."""
WHAT_A_CODING_IS = "A coding is one factor of one finding."
WHAT_RELATIONS_MEAN = (
    "By exact, close and broad, what was found stands in the other factor too, or very nearly. By "
    "narrow and related it may and may not: they count only if you choose them."
)
PROPOSED = (
    "The crosswalk is a proposal of Crossreview, and no published standard: read what follows as a "
    "first look."
)
CIRCUMSTANCES = (
    "What these reviews are coded with are circumstances. A circumstance is not a contributory "
    "factor: at most it has to do with one."
)


class Mapped(NamedTuple):
    """How far the codings of the selected reviews read as another framework."""

    codings: int
    mapped: int
    relations: dict[str, int]  # factors that read so, of the relations that count
    others: dict[str, int]  # factors that read so by relations that do not count
    unmapped: list[tuple[str, int]]  # each factor that reads as none, with its codings


def mapped(rows: pd.DataFrame) -> Mapped:
    """Gather the rows of `crosswalk_coverage.sql`, in which a factor may stand several times."""
    factors: dict[str, tuple[str, int, set[str], set[str]]] = {}
    for row in rows.itertuples(index=False):
        one: Any = row
        first = (one.label, int(one.codings), set(), set())
        _, _, counted, loose = factors.setdefault(one.factor_id, first)
        if isinstance(one.relation, str):
            (counted if one.is_counted else loose).add(one.relation)
    return Mapped(
        codings=sum(codings for _, codings, _, _ in factors.values()),
        mapped=sum(codings for _, codings, counted, _ in factors.values() if counted),
        relations=_by_relation([counted for _, _, counted, _ in factors.values()]),
        others=_by_relation([loose for _, _, counted, loose in factors.values() if not counted]),
        unmapped=[
            (label, codings) for label, codings, counted, _ in factors.values() if not counted
        ],
    )


def _by_relation(sets: Sequence[set[str]]) -> dict[str, int]:
    """Count the factors that have each relation."""
    found = {relation: sum(relation in one for one in sets) for relation in RELATIONS}
    return {relation: number for relation, number in found.items() if number}


def coverage(rows: pd.DataFrame, framework: str, through: str) -> str:
    """Say what share of the codings reads as the other framework, and by which relations.

    Args:
        rows: rows of `crosswalk_coverage.sql`.
        framework: name of the framework that the reviews are coded with.
        through: name of the other framework.
    """
    found = mapped(rows)
    if not found.codings:
        return f"No factor of {bold(framework)} is found, so there is nothing to read."
    if not found.mapped:
        return (
            f"None of the {count(found.codings, 'coding')} of {bold(framework)} reads as "
            f"{bold(through)} by the relations that count."
        )
    share = found.mapped / found.codings
    codings = (
        f"{found.mapped:,} of {count(found.codings, 'coding')} ({percent(share)}) of "
        f"{bold(framework)} read as {bold(through)}"
    )
    ways = [
        f"{count(number, 'factor')} as {relation}" for relation, number in found.relations.items()
    ]
    by = f", {listed(ways)}" if ways else ""
    rest = found.codings - found.mapped
    not_read = f" {rest:,} ({percent(1 - share)}) do not." if rest else ""
    return f"{codings}{by}.{not_read}"


def not_read(rows: pd.DataFrame) -> str:
    """Name each factor that reads as none, with its codings; empty where there is none."""
    unmapped = sorted(mapped(rows).unmapped, key=lambda one: -one[1])
    if not unmapped:
        return ""
    named = [f"{escaped(label)} ({codings:,})" for label, codings in unmapped]
    return f"What does not, with its codings: {'; '.join(named)}."


def read_as(layers: pd.DataFrame) -> str:
    """Say in how many reviews each layer of the other framework is found.

    Args:
        layers: rows of `crosswalk_recurrence.sql` for layers.

    Returns:
        Markdown: each layer that something reads as, and those that nothing does.
    """
    rows: list[Any] = list(layers.itertuples(index=False))
    present = {row.appraisal for row in rows if row.reviews_assessed}
    said = []
    for appraisal in said_of(present):
        shares = [
            f"{bold(row.label)} {in_reviews(int(row.reviews_with), int(row.reviews_assessed))}"
            for row in rows
            if row.appraisal == appraisal and row.reviews_assessed
        ]
        found = f"Read so, found {AS_WHAT[appraisal]}".rstrip()
        said.append(f"{found}: {listed(shares)}.")
    nothing = list(dict.fromkeys(row.label for row in rows if not row.reviews_assessed))
    if nothing:
        said.append(
            f"Nothing reads as {listed([bold(label) for label in nothing], 'or')}: not assessed, "
            "which says something of the codebooks and nothing of practice."
        )
    return "  \n".join(said)


def by_other_relations(rows: pd.DataFrame) -> str:
    """Say how many factors more would read by relations that do not count; empty if none."""
    others = mapped(rows).others
    if not others:
        return ""
    ways = [f"{count(number, 'more factor')} as {relation}" for relation, number in others.items()]
    return f"By relations that do not count here: {listed(ways)}."
