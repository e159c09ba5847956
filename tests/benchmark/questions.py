"""Each question, beside the same answer in pandas, all reviews chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from queries.ask import execute
from queries.resolve import resolve
from queries.selection import Selection
from queries.statement import compose
from queries.store import connect, current_build
from tests.benchmark.clock import heading, line, seconds
from tests.benchmark.in_pandas import (
    Tables,
    accounts,
    actions,
    agencies,
    answers,
    coders,
    events,
    follow_ups,
    layers,
    recommendations,
    recurrence,
    reviews,
    strengths,
    times,
)

QUARTERS = {"period_kind": "financial_quarter"}
SECTORS = {"agencies_as": "sector", "follow_successors": True}
# Where a count is not told, the question leaves it blank; where pandas has no row, neither adds up.
COMPARED = (
    "accounts",
    "actions",
    "awaiting_sign_off",
    "actions_complete",
    "actions_signed_off",
    "codings",
    "coders",
    "coders_agreeing",
    "coders_choosing",
    "complete",
    "delay_months",
    "factors",
    "factors_of_either",
    "factors_of_other",
    "factors_shared",
    "findings",
    "findings_coded",
    "findings_of",
    "findings_uncoded",
    "findings_uncoded_with",
    "findings_without_pattern",
    "follow_ups",
    "intermediate",
    "is_differing",
    "is_overdue",
    "longest_gap",
    "not_seen",
    "not_recorded",
    "open",
    "overdue",
    "overlaps",
    "periods_assessed",
    "periods_with",
    "recommendations",
    "reviews",
    "reviews_after",
    "reviews_after_with",
    "reviews_as_near",
    "reviews_assessed_before",
    "reviews_assessed_since",
    "reviews_compared",
    "reviews_differing",
    "reviews_not_placed",
    "reviews_sharing",
    "reviews_straddling",
    "reviews_straddling_with",
    "reviews_with",
    "reviews_with_both",
    "reviews_with_response_status",
    "reviews_with_undated",
    "seen_again",
    "set_aside",
    "signed_off",
    "stronger",
    "too_early",
    "weaker",
)


@dataclass(frozen=True)
class Case:
    """A question as it is asked, and who answers it in pandas.

    Attributes:
        name: the question.
        in_pandas: gives the same answer.
        own: the question's own parameters.
        filters: what is chosen besides the source and the framework.
        said: what is said of it in the table, after its name.
    """

    name: str
    in_pandas: Callable[[Tables, str], pd.DataFrame]
    own: Mapping[str, Any] = field(default_factory=dict)
    filters: Mapping[str, Any] = field(default_factory=dict)
    said: str = ""


CASES = (
    Case("accounts_differing", accounts.accounts_differing),
    Case("action_reach", strengths.action_reach),
    Case("actions", actions.actions, {"most": actions.LISTED}, said=f"first {actions.LISTED}"),
    Case("action_strength", strengths.action_strength, {"by": "factor"}, said="by factor"),
    Case("action_progress", actions.action_progress, {"by": "owner"}, said="by owner"),
    Case("after_action", follow_ups.after_action, {"by": "agency"}, said="by agency"),
    Case("agency_groups", agencies.agency_groups),
    Case("answers_recorded", answers.answers_recorded),
    Case("codebook_versions", times.codebook_versions, QUARTERS),
    Case("coder_agreement", coders.coder_agreement),
    Case("coverage", reviews.coverage),
    Case("crosswalk_recurrence", layers.crosswalk_recurrence, {"through": layers.THROUGH}),
    Case("factor_by_agency", agencies.factor_by_agency),
    Case("factor_by_agency", agencies.factor_by_sector, SECTORS, said="sectors, followed"),
    Case("factor_by_layer", layers.factor_by_layer),
    Case("factor_by_pattern", layers.factor_by_pattern),
    Case("factor_by_period", times.factor_by_period, QUARTERS),
    Case("factor_by_perspective", accounts.factor_by_perspective),
    Case("factor_dates", times.factor_dates, filters={"factors": (times.RARE,)}, said="a factor"),
    Case("factor_found", recurrence.factor_found),
    Case("factor_history", times.factor_history, QUARTERS),
    Case("factor_pairs", recurrence.factor_pairs),
    Case("factor_recurrence", recurrence.factor_recurrence),
    Case(
        "findings",
        reviews.findings,
        {"most": reviews.ROWS_LISTED},
        {"factors": (reviews.LISTED,)},
        f"first {reviews.ROWS_LISTED} of a factor",
    ),
    Case(
        "factor_timeline",
        events.factor_timeline,
        filters={"factors": (events.FOLLOWED,)},
        said="a factor",
    ),
    Case("follow_ups", follow_ups.follow_ups),
    Case(
        "follow_up_reviews",
        follow_ups.follow_up_reviews,
        {"action": follow_ups.ACTION},
        said="of an action",
    ),
    Case("layer_balance", layers.layer_balance),
    Case("layer_balance", layers.layer_balance_by_agency, {"by": "agency"}, said="by agency"),
    Case("nearest_reviews", reviews.nearest_reviews, {"most": reviews.NEAREST}),
    Case("pattern_balance", layers.pattern_balance),
    Case("recommendations_compared", recommendations.recommendations_compared),
    Case("recommendations_not_compared", recommendations.recommendations_not_compared),
    Case("reporting_delays", times.reporting_delays),
    Case("reviews", reviews.reviews),
)
TABLES = (
    "action",
    "action_hierarchy",
    "agency",
    "agency_rollup",
    "answer_date",
    "crosswalk",
    "factor",
    "finding",
    "finding_agency",
    "finding_factor",
    "layer",
    "load",
    "recommendation",
    "review",
    "review_agency",
    "review_attribute",
    "review_date",
    "review_framework",
    "review_period",
    "source",
    "term",
)


def measure(builds: Path) -> None:
    """Print how long each question takes, all reviews chosen."""
    with connect(current_build(builds)) as connection:
        tables = {name: connection.table(name).df() for name in TABLES}
        chosen = resolve(connection, Selection())
        framework = str(chosen.framework)
        first = tables["review"].sort_values("review_id")["review_ref"].iloc[0]
        heading("Asking, nothing filtered", "pandas")
        for case in CASES:
            own = dict(case.own) | ({"review": first} if case.name == "nearest_reviews" else {})
            statement = compose(case.name, replace(chosen, **case.filters), **own)
            said = case.name + (f", {case.said}" if case.said else "")
            compare(said, execute(connection, statement).df(), case.in_pandas(tables, framework))
            ours = seconds(lambda statement=statement: execute(connection, statement).df())
            theirs = seconds(lambda case=case: case.in_pandas(tables, framework))
            line(
                said,
                f"{ours * 1000:.0f} ms",
                f"{theirs * 1000:.0f} ms",
                f"{theirs / ours:.1f}",
                "at least 3",
            )


def compare(said: str, ours: pd.DataFrame, theirs: pd.DataFrame) -> None:
    """Make sure that both answers add up to the same in every count that both give.

    Raises:
        AssertionError: they do not.
    """
    shared = [name for name in COMPARED if name in ours and name in theirs]
    if not shared and len(ours) != len(theirs):
        raise AssertionError(f"{said}: {len(ours)} rows, and {len(theirs)} in pandas")
    for name in shared:
        total: Any = ours[name].sum()
        other: Any = theirs[name].sum()
        if float(total) != float(other):
            raise AssertionError(f"{said}, {name}: {total}, and {other} in pandas")
