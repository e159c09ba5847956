"""Every counting question against the oracle, over reviews made up at random."""

import csv
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.codebooks import Codebooks
from queries.ask import ask
from queries.resolve import resolve
from queries.selection import NONE, Selection
from tests.queries.boards import loaded
from tests.queries.oracle import (
    action_strength,
    actions,
    answers,
    balance,
    crosswalk,
    follow_ups,
    links,
    responses,
    selecting,
)
from tests.queries.oracle.accounts_differing import accounts_differing
from tests.queries.oracle.agencies_together import agencies_together
from tests.queries.oracle.agency_groups import agency_groups
from tests.queries.oracle.codebook_versions import codebook_versions
from tests.queries.oracle.coder_agreement import coder_agreement
from tests.queries.oracle.factor_by_agency import factor_by_agency
from tests.queries.oracle.factor_by_layer import factor_by_layer
from tests.queries.oracle.factor_by_pattern import factor_by_pattern
from tests.queries.oracle.factor_by_perspective import factor_by_perspective
from tests.queries.oracle.factor_dates import factor_dates
from tests.queries.oracle.factor_found import factor_found
from tests.queries.oracle.factor_history import factor_history
from tests.queries.oracle.factor_timeline import EVENTS, factor_timeline
from tests.queries.oracle.nearest_reviews import nearest_reviews
from tests.queries.oracle.perspectives import perspectives
from tests.queries.oracle.random_answers import add_answers
from tests.queries.oracle.random_reviews import AGENCY_IDS, random_selection, random_source
from tests.queries.oracle.recommendations_compared import (
    recommendations_compared,
    recommendations_not_compared,
)
from tests.queries.oracle.reporting_delays import reporting_delays
from tests.queries.oracle.sides import sides
from tests.queries.oracle.world import SourceTables, World

SOURCES = 20
SEEDS = range(45)
PERIOD_KINDS = ("financial_quarter", "financial_year", "calendar_quarter", "calendar_year")

Answers = dict[str, tuple[Callable[..., answers.Rows], Any, tuple[str, ...] | None]]


def write(source: SourceTables, folder: Path) -> None:
    """Write a source as its canonical files; a table without rows is left out."""
    settings = {
        "title": f'"{source.source_id}"',
        "attribution": f'"{source.attribution}"',
        "frameworks": str(list(source.frameworks)),
        "covers_from": source.covers_from,
        "covers_to": source.covers_to,
    }
    path = folder / source.source_id
    path.mkdir()
    (path / "source.toml").write_text(
        "\n".join(f"{name} = {value}" for name, value in settings.items() if value is not None),
        encoding="utf-8",
    )
    for name, rows in source.tables.items():
        if rows:
            with (path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows(rows)


def questions(rng: random.Random, reviews: list[str], sources: tuple[str, ...]) -> Answers:
    """List the questions: how the oracle answers each, its own parameters, and which columns."""
    kind = {"period_kind": rng.choice(PERIOD_KINDS)}
    two = dict(zip(("one", "other"), rng.sample(AGENCY_IDS, 2), strict=True))
    behind = {
        "found_at": rng.choice([None, *AGENCY_IDS, "health", "police"]),
        "agencies_as": rng.choice([None, "named", "kind", "sector"]),
        "follow_successors": rng.choice([None, False, True]),
        "every_factor": rng.choice([None, False, False, True]),
        "beside_layer": rng.choice([None, None, None, "front-line", "national", NONE]),
    }
    layers = {"layer_framework": rng.choice([None, "spec", "spec"])}
    behind |= layers
    groups = {name: behind[name] for name in ("agencies_as", "follow_successors")}
    of_source = {"review_source": rng.choice([None, None, *sources])}
    near = {"review": rng.choice(reviews), "most": rng.choice([None, 10])} | of_source
    by = {"by": rng.choice(balance.BY)}
    through = {
        "through": rng.choice(crosswalk.THROUGH),
        "relations": rng.choice([None, *crosswalk.SOME_RELATIONS]),
    }
    by_the_end = {"by_the_end": rng.choice([None, False, True])}
    since = {"since": rng.choice([None, "signed off", "completed"])} | by_the_end
    at = {"at": rng.choice([None, None, None, *AGENCY_IDS])}
    followed = (
        since | at | {"state": rng.choice([None, None, "not seen", "seen again", "overlaps"])}
    )
    followed |= {"review": rng.choice([None, None, *reviews])} | of_source
    followed |= {"strength": rng.choice([None, None, "weak", NONE])}
    followed |= {"evidence": rng.choice([None, None, "output", "not recorded"])}
    followed |= {"reading": rng.choice([None, None, "strict", "lenient"])}
    each = {"each": rng.choice([None, "factor", "layer"])}
    events = {
        "at": rng.choice([None, None, "BRD", *AGENCY_IDS]),
        "event": rng.choice([None, None, None, *EVENTS]),
    }
    strong = {
        "by": rng.choice(action_strength.BY),
        "strength_by": rng.choice(action_strength.STRENGTH_BY),
    }
    listed = {
        "owner": rng.choice([NONE, "POL", "BRD"]),
        "tracked": rng.choice(actions.WORDS),
        "overdue_for": rng.choice(actions.AGES),
        "contradicting": rng.choice([False, True]),
        "without": rng.choice(["owner", "due date", "evidence"]),
        "strength": rng.choice(["strong", "weak", NONE]),
        "strength_by": rng.choice(["recorded", "type"]),
        "action_type": rng.choice(["training", NONE]),
        "finding_layer": rng.choice(["front-line", "national", NONE]),
        "action_layer": rng.choice(["front-line", "national", NONE]),
    }
    kept = rng.sample(list(listed), rng.randrange(4))  # more would leave nothing
    listed = {name: value if name in kept else None for name, value in listed.items()}
    most = {"most": rng.choice([None, None, 10])}
    without = {
        "without_action": rng.choice([None, False, True]),
        "without_finding": rng.choice([None, False, True]),
    }
    responded = {"by": rng.choice(responses.BY)} | kind | groups
    responses_listed = {
        "response_status": rng.choice([None, "overdue", "partial", "Sent on to others"]),
        "involved": behind["found_at"],
        **groups,
    }
    return {
        "after_action": (
            follow_ups.after_action,
            since | at | {"by": rng.choice(follow_ups.BY)},
            None,
        ),
        "follow_ups": (follow_ups.follow_ups, followed, None),
        "followed_or_not": (follow_ups.followed_or_not, since, None),
        "not_followed": (follow_ups.not_followed, since, None),
        "practice_recorded": (follow_ups.practice_recorded, by_the_end, None),
        "action_reach": (action_strength.action_reach, {}, None),
        "action_reach_left_out": (action_strength.action_reach_left_out, {}, None),
        "action_strength": (action_strength.action_strength, strong, None),
        "action_types": (action_strength.action_types, {}, None),
        "agency_groups": (agency_groups, groups, None),
        "factor_recurrence": (answers.factor_recurrence, {}, None),
        "factor_by_agency": (factor_by_agency, groups, None),
        "factor_by_period": (answers.factor_by_period, kind, None),
        "factor_history": (factor_history, kind, None),
        "factor_dates": (factor_dates, {}, None),
        "codebook_versions": (codebook_versions, kind, None),
        "coder_agreement": (coder_agreement, {}, None),
        "recommendations_compared": (recommendations_compared, {}, None),
        "recommendations_not_compared": (recommendations_not_compared, {}, None),
        "reporting_delays": (reporting_delays, {}, None),
        "factor_pairs": (answers.factor_pairs, {}, None),
        "factor_by_perspective": (factor_by_perspective, {}, None),
        "perspectives": (perspectives, {}, None),
        "accounts_differing": (accounts_differing, {}, None),
        "sides": (sides, kind, None),
        "agencies_together": (agencies_together, two, None),
        "factor_found": (factor_found, {}, None),
        "factor_by_pattern": (factor_by_pattern, {}, None),
        "factor_by_layer": (factor_by_layer, layers, None),
        "coverage": (answers.coverage, {}, None),
        "left_out": (answers.left_out, {}, None),
        "extent": (answers.extent, {}, None),
        "findings_count": (answers.findings_count, behind, None),
        "findings": (answers.findings, behind, answers.FINDINGS),
        "layer_balance": (balance.layer_balance, by, None),
        "pattern_balance": (balance.pattern_balance, by, None),
        "crosswalk_coverage": (crosswalk.crosswalk_coverage, through, None),
        "crosswalk_frameworks": (crosswalk.crosswalk_frameworks, {}, None),
        "crosswalk_recurrence": (crosswalk.crosswalk_recurrence, through | each, None),
        "reviews": (answers.reviews, {}, answers.REVIEWS),
        "nearest_reviews": (nearest_reviews, near, None),
        "factor_timeline": (factor_timeline, events, None),
        "actions": (actions.actions, listed | most, None),
        "actions_count": (actions.actions_count, listed, None),
        "action_progress": (
            actions.action_progress,
            {"by": rng.choice([None, "owner", "board"])},
            None,
        ),
        "link_rates": (links.link_rates, {}, None),
        "findings_unanswered": (links.findings_unanswered, most, None),
        "recommendations": (links.recommendations, without | most, None),
        "answers_recorded": (responses.answers_recorded, {}, None),
        "response_status": (responses.response_status, responded, None),
        "response_statuses": (responses.response_statuses, {}, None),
        "responses": (responses.responses, responses_listed, responses.RESPONSES),
    }


def answered(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    selection: Selection,
    own: dict[str, Any],
    columns: tuple[str, ...] | None,
) -> answers.Rows:
    """Ask the database, and keep the columns that the oracle answers too."""
    answer = ask(connection, name, selection, **own)
    kept = [answer.columns.index(column) for column in columns or answer.columns]
    return [tuple(row[place] for place in kept) for row in answer.rows]


@pytest.fixture(scope="module")
def world(codebook_folder: Path) -> World:
    """What the oracle reads: some fourteen hundred reviews of sources of every kind."""
    sources = [
        random_source(random.Random(f"source {number}"), f"source{number:02}")
        for number in range(SOURCES)
    ]
    for source in sources:
        add_answers(random.Random(f"answers of {source.source_id}"), source)
    return World(sources, codebook_folder)


@pytest.fixture(scope="module")
def connection(
    world: World, codebooks: Codebooks, tmp_path_factory: pytest.TempPathFactory
) -> duckdb.DuckDBPyConnection:
    """The same reviews, loaded by the real pipeline in memory."""
    folder = tmp_path_factory.mktemp("sources")
    for source in world.sources:
        write(source, folder)
    return loaded([folder], codebooks)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_counting_question_agrees_with_the_oracle(seed, world, connection):
    rng = random.Random(seed)
    chosen = random_selection(rng, world)
    selection = resolve(connection, chosen)
    assert selection == selecting.resolve(world, chosen), f"seed {seed}: {chosen}"
    reviews = [review["review_ref"] for review in selecting.of_sources(world, selection)]
    for name, (answer, own, columns) in questions(rng, reviews, selection.sources).items():
        theirs = answered(connection, name, selection, own, columns)
        ours = answer(world, selection, **own)
        where = f"seed {seed}: {name} {own} of {selection}"
        assert theirs == ours, where
