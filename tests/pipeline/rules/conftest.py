"""What the rules say of tables drawn as text, by the real path from files to messages."""

from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import pytest

from pipeline.examine import Examination

# Tables in which there is nothing to find fault with; a test redraws the one that it is about.
SOUND: Mapping[str, str] = {
    "reviews": """
        review_ref | review_type | published_on
        R1         | SAR         | 01/02/2024
    """,
    "review_agencies": """
        review_ref | agency
        R1         | Police
    """,
    "findings": """
        finding_ref | review_ref | statement                    | appraisal
        F1          | R1         | Supervision did not happen.  | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | supervision
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | Police
    """,
}
Said = Callable[..., list[str]]


@pytest.fixture
def said(
    write_source: Callable[..., Path],
    examined: Callable[..., tuple[duckdb.DuckDBPyConnection, Examination]],
) -> Said:
    """Say everything that is found in the sound tables, with some of them drawn anew.

    `and_source` holds the tables of a second source, named "later". Messages begin with their
    severity, and stand in the order in which they are printed.
    """

    def say(and_source: Mapping[str, str] | None = None, **tables: str) -> list[str]:
        paths = [write_source(**{**SOUND, **tables})]
        if and_source is not None:
            paths.append(write_source(name="later", **{**SOUND, **and_source}))
        _, examination = examined(*paths)
        return [f"{problem.severity}: {problem}" for problem in examination.problems]

    return say
