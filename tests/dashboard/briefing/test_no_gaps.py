"""No briefing shows what a program writes where nothing stands, or a number with the wrong noun."""

import re

import pytest

from dashboard.asking.opened import asker
from dashboard.briefing.compose import brief
from dashboard.briefing.document import Document
from dashboard.briefing.writers.markdown import to_markdown
from tests.dashboard.briefing.conftest import BUILD, VERSION, requested

OF_ONE = "reviews findings actions factors agencies recommendations follow-ups quarters periods"
GAP = re.compile(
    rf"\b(?:nan|NaN|NaT|inf)\b|\bNone\b(?! of )|<NA>|[{{}}]|[^|\s]  +[^|\s]|\bof 0(?![.\d])"
    rf"|(?<![\d,.])1 (?:{OF_ONE.replace(' ', '|')})\b"
)
"""A missing value as a program writes it, a place that was not filled in, "1 reviews"."""
SHIPPED = [
    ("anytown", "published", "2017/18-Q3"),  # the first
    ("anytown", "published", "2021/22-Q4"),
    ("anytown", "published", "2024/25-Q2"),  # no review in it
    ("anytown", "published", "2026/27-Q2"),  # the latest
    ("anytown", "practice", "2017/18-Q4"),
    ("anytown", "practice", "2024/25-Q4"),
    ("dhrd", "practice", "2005/06-Q2"),
    ("dhrd", "practice", "2018/19-Q2"),
    ("dhrd", "practice", "2022/23-Q3"),
    ("pfd", "published", "2013/14-Q1"),
    ("pfd", "published", "2014/15-Q4"),  # a factor begins
    ("pfd", "published", "2025/26-Q2"),  # a part
]
TABLES = {
    "reviews": """
        review_ref | board | practice_from | practice_to | published_on
        R1         | North | 2020-01-01    | 2020-06-30  | 2021-05-04
        R2         | North | 2021-01-01    | 2021-06-30  | 2022-05-04
        R3         | North |               |             | 2024-02-01
    """,
    "review_agencies": """
        review_ref | agency | involvement
        R1         | POL    | involved
        R2         | POL    | involved
    """,
    "findings": """
        finding_ref | review_ref | statement                | appraisal | pattern
        F1          | R1         | Nobody was there to ask. | problem   | LT1
        F2          | R2         | Nobody was there either. | problem   |
        F3          | R3         | Nobody was there to ask. | problem   |
    """,
    "finding_factors": """
        finding_ref | framework | factor
        F1          | spec      | supervision
        F2          | spec      | supervision
        F3          | spec      | supervision
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | POL
        F2          | POL
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement        | made_on
        REC1               | R1         | F1          | Be there to ask. | 2021-01-01
    """,
    "actions": """
        action_ref | recommendation_ref | owner_agency | statement | status     | signed_off_on
        A1         | REC1               | POL          | Rota      | signed off | 2020-12-01
    """,
}
BARE = ("reviews", "findings", "finding_factors")
ONE = """
    review_ref | board | published_on
    R1         | North | 2021-05-04
"""
ITS_FINDING = """
    finding_ref | review_ref | statement                | appraisal
    F1          | R1         | Nobody was there to ask. | problem
"""
ITS_FACTOR = """
    finding_ref | framework | factor
    F1          | spec      | supervision
"""


def gaps(written: Document) -> list[str]:
    """What stands where nothing should, with the letters around it."""
    text = to_markdown(written).decode("utf-8").replace("\\", "")
    return [text[max(0, one.start() - 60) : one.end() + 20] for one in GAP.finditer(text)]


@pytest.mark.parametrize(("source", "basis", "quarter"), SHIPPED)
def test_no_quarter_of_the_shipped_sources_shows_a_gap(briefing, source, basis, quarter):
    assert gaps(briefing(quarter, sources=(source,), basis=basis)) == []


@pytest.mark.parametrize("quarter", ["2021/22-Q1", "2021/22-Q2", "2022/23-Q1", "2023/24-Q4"])
def test_a_few_reviews_that_all_hold_a_factor_show_none(database, quarter):
    connection = database(**TABLES)
    request = requested(connection, quarter, basis="published")
    assert gaps(brief(asker(connection), request, BUILD, VERSION, lambda _: None)) == []


@pytest.mark.parametrize(
    "tables",
    [
        {name: TABLES[name] for name in BARE},
        {"reviews": ONE, "findings": ITS_FINDING, "finding_factors": ITS_FACTOR},
        {**TABLES, "findings": ITS_FINDING, "finding_factors": ITS_FACTOR, "finding_agencies": ""},
    ],
    ids=["nothing recorded beside findings", "one review", "reviews that hold nothing"],
)
@pytest.mark.parametrize("filters", [{}, {"factors": ("until_2020",)}, {"factors": ("law",)}])
def test_what_was_not_recorded_not_assessed_or_not_found_shows_none(database, tables, filters):
    connection = database(**{name: table for name, table in tables.items() if table})
    request = requested(connection, "2021/22-Q1", basis="published", **filters)
    assert gaps(brief(asker(connection), request, BUILD, VERSION, lambda _: None)) == []
