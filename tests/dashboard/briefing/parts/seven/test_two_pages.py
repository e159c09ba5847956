"""A 7-minute briefing stands on two pages, however much its reviews say."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from dashboard.asking.opened import asker
from dashboard.briefing.compose import brief
from dashboard.briefing.writers.pdf import to_pdf
from tests.dashboard.briefing.conftest import BUILD, VERSION, requested

LONG = (
    "The plan was agreed at a meeting to which those who knew the family best had not been asked. "
)
NUMBERS = range(1, 13)


def rows(columns: str, lines: list[str]) -> str:
    """Return a small table."""
    return "\n".join([columns, *lines])


LONG_TABLES = {
    "reviews": rows(
        "review_ref | title | board | practice_from | practice_to | published_on",
        [
            f"R{n} | Child safeguarding practice review on a long period of work {n} | North"
            f" | 2020-01-01 | 2020-06-30 | 2021-05-{n:02}"
            for n in NUMBERS
        ],
    ),
    "review_agencies": rows(
        "review_ref | agency | involvement",
        [f"R{n} | {agency} | involved" for n in NUMBERS for agency in ("POL", "PRB")],
    ),
    "findings": rows(
        "finding_ref | review_ref | position | statement | appraisal | pattern | page",
        [
            f"F{n}-{m} | R{n} | {m} | {LONG * 6}| {'strength' if m % 2 else 'problem'} | LT1 | {m}"
            for n in NUMBERS
            for m in range(1, 17)
        ],
    ),
    "finding_factors": rows(
        "finding_ref | framework | factor",
        [
            f"F{n}-{m} | spec | {factor}"
            for n in NUMBERS
            for m in range(1, 17)
            for factor in ("supervision", "tools")
        ],
    ),
    "finding_agencies": rows(
        "finding_ref | agency",
        [f"F{n}-{m} | POL" for n in NUMBERS for m in range(1, 17)],
    ),
    "recommendations": rows(
        "recommendation_ref | review_ref | finding_ref | statement | made_on",
        [f"REC{n}-{m} | R{n} | F{n}-2 | {LONG * 4}| 2021-01-01" for n in NUMBERS for m in range(6)],
    ),
    "actions": rows(
        "action_ref | recommendation_ref | owner_agency | statement | status | due_on",
        [
            f"A{n}-{m} | REC{n}-{m} | POL | Rota | open | 2021-06-01"
            for n in NUMBERS
            for m in range(6)
        ],
    ),
}


@pytest.mark.parametrize("about", [{"factors": ("supervision",)}, {"review": "R3"}])
def test_the_longest_fits_two_pages(database, about):
    connection = database(**LONG_TABLES)
    wanted = {"template": "seven-minutes", "basis": "published", "marking": "official", **about}
    request = requested(connection, "2021/22-Q1", **wanted)
    document = brief(asker(connection), request, BUILD, VERSION, lambda _: None)
    pages = PdfReader(BytesIO(to_pdf(document))).pages
    assert len(pages) == 2
    assert "To reflect on" in pages[1].extract_text()
