"""Each question, beside the same answer in pandas from memory."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd

from queries.ask import execute
from queries.resolve import resolve
from queries.selection import Selection
from queries.statement import compose
from queries.store import connect, current_build
from tests.benchmark import in_pandas
from tests.benchmark.clock import heading, line, seconds

Question = Callable[[in_pandas.Tables, str], pd.DataFrame]
IN_PANDAS: dict[str, Question] = {
    "coverage": in_pandas.coverage,
    "factor_by_agency": in_pandas.factor_by_agency,
    "factor_by_period": in_pandas.factor_by_period,
    "factor_pairs": in_pandas.factor_pairs,
    "factor_recurrence": in_pandas.factor_recurrence,
    "findings": in_pandas.findings,
    "reviews": in_pandas.reviews,
}
OWN = {
    "factor_by_period": {"period_kind": "financial_quarter"},
    "findings": {"most": in_pandas.ROWS_LISTED},
}
TABLES = (
    "agency",
    "factor",
    "finding",
    "finding_agency",
    "finding_factor",
    "review",
    "review_agency",
    "review_date",
    "review_framework",
    "review_period",
)


def measure(builds: Path) -> None:
    """Print how long each question takes, all reviews chosen."""
    with connect(current_build(builds)) as connection:
        tables = {name: connection.table(name).df() for name in TABLES}
        chosen = resolve(connection, Selection())
        assert chosen.framework is not None
        heading("Asking, nothing filtered", "pandas")
        for name, other in IN_PANDAS.items():
            factors = (in_pandas.LISTED,) if name == "findings" else ()
            statement = compose(name, replace(chosen, factors=factors), **OWN.get(name, {}))
            answer = execute(connection, statement).df()
            same = other(tables, chosen.framework)
            if len(answer) < len(same) and name != "reviews":
                raise AssertionError(f"{name}: the two answers differ in length")
            for column in {
                "reviews_with",
                "findings",
                "factors",
                "codings",
                "coders",
                "coders_agreeing",
            } & set(same):
                if answer[column].sum() != same[column].sum():
                    raise AssertionError(f"{name}, {column}: the two answers differ")
            ours = seconds(lambda statement=statement: execute(connection, statement).df())
            theirs = seconds(lambda other=other: other(tables, str(chosen.framework)))
            line(
                name,
                f"{ours * 1000:.0f} ms",
                f"{theirs * 1000:.0f} ms",
                f"{theirs / ours:.1f}",
                "at least 3",
            )
