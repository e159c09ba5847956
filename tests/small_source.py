"""A small source in which there is nothing to find fault with, to load and to ask of."""

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import write_table

SETTINGS = """
title = "Small board"
licence = "MIT"
citation = "Made up for the tests."
about = "Made up for the tests."
frameworks = ["spec"]
"""
MADE_UP = SETTINGS + "is_made_up = true\n"

TABLES: Mapping[str, str] = {
    "reviews": """
        review_ref | title | review_type | board | region | practice_from | practice_to | published
        R1         | First | SAR         | North | East   | 01/04/2022    | 30/06/2022  | 01/02/2024
        R2         | Next  | SCR         | South | East   | 2023/24 Q2    | 2023/24 Q2  | 01/03/2025
        R3         | Last  | MAA         | South | West   | 2016          | 2016        | 05/2017
    """,
    "review_agencies": """
        review_ref | agency
        R1         | Police
        R1         | Probation
        R2         | Police
        R3         | Probation
    """,
    "findings": """
        finding_ref | review_ref | statement                   | appraisal | pattern
        F1          | R1         | Nobody was there to ask.    | problem   | LT1
        F2          | R1         | The form hid what mattered. | problem   |
        F3          | R2         | The form hid it again.      | problem   |
        F4          | R3         | She was asked every week.   | strength  |
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | supervision
        F2          | tools
        F3          | Tools
        F4          | supervision
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | Probation
        F2          | Police
        F3          | Police
        F4          | Probation
    """,
}


def write_small(folder: Path, settings: str = SETTINGS, **tables: str) -> Path:
    """Write the small source into a folder, with some of its tables drawn anew."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.toml").write_text(settings, encoding="utf-8")
    for name, table in {**TABLES, **tables}.items():
        write_table(folder / f"{name}.csv", table)
    return folder
