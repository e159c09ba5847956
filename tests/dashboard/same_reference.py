"""Two made-up boards that call their reviews by the same references, to be counted together."""

from pathlib import Path

from tests.conftest import write_table

SHARED = "SCR-01"
"""The reference that each board has."""
BOTH = ("north", "south")


def write_both(folder: Path) -> Path:
    """Write the sources `north` and `south`; every text of a source bears its name.

    Args:
        folder: where the folder of each is made.

    Returns:
        The same folder.
    """
    for position, name in enumerate(BOTH, start=1):
        source = folder / name
        source.mkdir(parents=True)
        (source / "source.toml").write_text(_settings(name, position), encoding="utf-8")
        for table, text in _tables(name).items():
            write_table(source / f"{table}.csv", text)
    return folder


def _settings(name: str, position: int) -> str:
    return f"""
title = "{name.capitalize()} (made up)"
licence = "CC0-1.0: no rights reserved"
citation = "Made up for the tests."
about = "Made up for the tests."
is_made_up = true
attribution = "coded"
frameworks = ["scie-learning-together"]
position = {position}
covers_to = 2024-12-31
"""


def _tables(name: str) -> dict[str, str]:
    """Draw one board: the factor of its first review is asked about, signed off, and found again.

    The second review of `south` has a reference of its own.
    """
    later = {"north": "SCR-02", "south": "SCR-03"}[name]
    return {
        "reviews": f"""
            review_ref | title                | review_type | practice_from | practice_to | board
            SCR-01     | The first of {name}  | SCR         | 2017-01-01    | 2017-06-30  | {name}
            {later}    | The second of {name} | SCR         | 2021-01-01    | 2021-06-30  | {name}
        """,
        "review_agencies": f"""
            review_ref | agency | involvement
            SCR-01     | POL    | involved
            {later}    | POL    | involved
        """,
        "review_attributes": f"""
            review_ref | name            | value
            SCR-01     | response_status | overdue
            {later}    | response_status | overdue
        """,
        "findings": f"""
            finding_ref | review_ref | position | appraisal | perspective  | statement
            F1          | SCR-01     | 1        | problem   | practitioner | Workload of {name}
            F2          | SCR-01     | 2        | strength  | manager      | Staffing of {name}
            F3          | {later}    | 1        | problem   | practitioner | Workload of {name} now
        """,
        "finding_factors": """
            finding_ref | factor
            F1          | CF-CON
            F2          | CF-CON
            F3          | CF-CON
        """,
        "finding_agencies": """
            finding_ref | agency | role
            F1          | POL    | locus
            F2          | POL    | locus
            F3          | POL    | locus
        """,
        "recommendations": f"""
            recommendation_ref | review_ref | finding_ref | addressed_to | made_on    | statement
            R1                 | SCR-01     | F1          | POL          | 2018-01-10 | Help {name}
            R2                 | {later}    | F3          | POL          | 2022-01-10 | Help {name}
        """,
        "actions": f"""
            action_ref | recommendation_ref | owner_agency | statement | signed_off_on | status
            A1         | R1                 | POL          | By {name} | 2018-10-01    | signed off
        """,
    }
