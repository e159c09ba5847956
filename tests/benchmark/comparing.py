"""How long it takes to find the recommendations that repeat an earlier one."""

from typing import Any

import numpy as np
import pandas as pd

from dashboard.estimates.wording import ALIKE, similarity
from dashboard.repeats import repeated
from tests.benchmark.clock import heading, line, seconds

RECOMMENDATIONS = 100_000
REQUESTS = 2000
AGENCIES, FACTORS = 20, 25
DAYS = 3650
SEED = 1
WORDS = (
    *("agency", "board", "review", "ensure", "assurance", "supervision", "training", "protocol"),
    *("joint", "visits", "escalation", "recording", "family", "children", "adults", "shared"),
    *("information", "meeting", "quarterly", "report", "audit", "practice", "manager", "worker"),
    *("timely", "risk", "assessment", "plan", "outcome", "policy", "staff", "when", "with"),
)


def recommendations(number: int, boards: int) -> pd.DataFrame:
    """Make rows of `recommendations_compared.sql` up: each a request that is made in several ways.

    Args:
        number: how many.
        boards: how many boards they are of.
    """
    chance = np.random.default_rng(SEED)
    requests = [" ".join(chance.choice(WORDS, chance.integers(12, 25))) for _ in range(REQUESTS)]
    days = np.sort(chance.integers(0, DAYS, number))
    of = chance.integers(0, boards, number)
    ways = chance.choice(WORDS, (number, 3))
    made = pd.Series(pd.Timestamp("2015-01-01") + pd.to_timedelta(days, unit="D"))
    return pd.DataFrame(
        {
            "source_id": "made-up",
            "board": [f"Board {board}" for board in of],
            "review_ref": [f"{board}/{day // 30}" for board, day in zip(of, days, strict=True)],
            "recommendation_ref": [f"R{n}" for n in range(number)],
            "statement": [
                f"{requests[request]} {' '.join(way)}"
                for request, way in zip(chance.integers(0, REQUESTS, number), ways, strict=True)
            ],
            "factor_id": chance.integers(0, FACTORS, number),
            "factor_label": "Factor",
            "agency_id": chance.integers(0, AGENCIES, number),
            "made_first": made,
            "made_last": made,
            "all_signed_off_by": made,
        }
    )


def pair_by_pair(rows: pd.DataFrame) -> int:
    """Count the pairs that are alike, each looked at by itself."""
    found = 0
    for _, group in rows.groupby(["board", "agency_id", "factor_id"]):
        values: list[Any] = list(
            group[["review_ref", "made_first", "statement"]].itertuples(index=False)
        )
        for at, later in enumerate(values):
            found += sum(
                earlier.made_first < later.made_first
                and earlier.review_ref != later.review_ref
                and similarity(earlier.statement, later.statement) >= ALIKE
                for earlier in values[:at]
            )
    return found


def measure() -> None:
    """Print how long it takes, of many boards and of one.

    Raises:
        AssertionError: pair by pair there are more repeats, or fewer.
    """
    few = recommendations(RECOMMENDATIONS // 100, boards=1)
    assert len(repeated(few)) == pair_by_pair(few)
    heading(f"Comparing {RECOMMENDATIONS:,} recommendations", "")
    for boards in (100, 1):
        rows = recommendations(RECOMMENDATIONS, boards)
        took = seconds(lambda rows=rows: repeated(rows), rounds=1)
        said = "one board" if boards == 1 else f"{boards} boards"
        line(f"what repeats an earlier one, {said}", f"{took:.1f} s", "", "", "some seconds")
