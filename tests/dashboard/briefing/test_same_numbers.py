"""Every number of a briefing is the one that the command `ask` answers with the same filters."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html as reader
from typer.testing import CliRunner

from dashboard import places
from dashboard.briefing.quarter import read_quarter
from dashboard.cli import app
from tests.dashboard.briefing.same_numbers.asked import Asked, Row
from tests.dashboard.briefing.same_numbers.recipes import RECIPES

BOARD = ["--source", "anytown", "--basis", "published"]
BRIEFINGS = {
    "a board": ("2023/24-Q1", BOARD),
    "a board's quarter of three reviews": ("2021/22-Q4", BOARD),
    "one agency": ("2023/24-Q1", [*BOARD, "--agency", "POL"]),
    "one factor": ("2024/25-Q2", [*BOARD, "--factor", "CF-ORG"]),
    "coroners' reports": ("2025/26-Q1", ["--source", "pfd", "--basis", "published"]),
    "by practice": ("2018/19-Q2", ["--source", "dhrd", "--basis", "practice"]),
}
OUT_OF = re.compile(r"([\d,]+) of ([\d,]+)(?= reviews?\b| \(|;|\))")
"""A number of reviews, and out of how many: in a sentence."""


@pytest.fixture(scope="module", params=BRIEFINGS)
def briefed(
    request: pytest.FixtureRequest, shipped_builds: Path, tmp_path_factory: pytest.TempPathFactory
) -> Any:
    """A briefing as it was written and read again, and a way to ask with its filters."""
    quarter, options = BRIEFINGS[request.param]
    out = tmp_path_factory.mktemp("briefing") / "briefing.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(places.BUILD_VARIABLE, str(shipped_builds))
        words = ["briefing", "--quarter", quarter, *options, "--out", str(out)]
        assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
        page = reader.document_fromstring(out.read_text(encoding="utf-8"))
        yield page, Asked(read_quarter(quarter), options)


def tables_of(page: Any) -> dict[str, tuple[list[str], list[list[str]]]]:
    """The headings and rows of each table, by its title."""
    found = {}
    for table in page.iter("table"):
        title = table.findtext("caption/span")
        assert title not in found, f"two tables are called {title}"
        heads = [cell.text_content() for cell in table.find("thead/tr")]
        rows = [[cell.text_content() for cell in row] for row in table.findall("tbody/tr")]
        found[title] = heads, rows
    return found


def test_every_cell_of_every_table_is_what_the_questions_answer(briefed):
    page, asked = briefed
    for title, (heads, rows) in tables_of(page).items():
        assert title in RECIPES, f'no recipe says what stands in "{title}"'
        for row in rows:
            assert row == RECIPES[title](asked, heads, row), title


def pairs(question: str, *own: str, found: str = "reviews_with", of: str = "reviews_assessed"):
    """Return a way to ask for every pair of numbers that a question answers."""

    def ask(asked: Asked, when: str) -> set[tuple[int, int]]:
        return {counted for row in asked(question, *own, when=when) if (counted := pair(row))}

    def pair(row: Row) -> tuple[int, int] | None:
        return (int(row[found]), int(row[of])) if row[found] and row[of] else None

    return ask


def types(asked: Asked, when: str) -> set[tuple[int, int]]:
    """Return how many reviews are of each type, of all."""
    rows = asked("coverage", when=when)
    every = sum(int(row["reviews"]) for row in rows)
    return {(int(row["reviews"]), every) for row in rows}


ELSEWHERE = {"found": "reviews_with_elsewhere", "of": "reviews_assessed_elsewhere"}
ANSWERS: dict[str, list[Callable[[Asked, str], set[tuple[int, int]]]]] = {
    "coverage": [types],
    "recurs": [pairs("factor_recurrence")],
    "new_and_unseen": [pairs("factor_recurrence")],
    "changed": [pairs("factor_recurrence")],
    "where": [pairs("factor_by_agency"), pairs("factor_by_agency", **ELSEWHERE)],
    "balance": [pairs("layer_balance"), pairs("pattern_balance")],
    "trend": [
        pairs("factor_by_period", "--period-kind", kind)
        for kind in ("financial_year", "financial_quarter")
    ],
    "actions": [pairs("response_status", of="reviews_recorded")],
}
"""What the sentences of each part may tell."""
TIMES = {
    "new_and_unseen": ("within", "before", "long before", "lately"),
    "changed": ("before", "now", "within"),
    "actions": ("now", "within"),
}
GATHERED = ("at_a_glance", "questions")


def told(asked: Asked, key: str) -> set[tuple[int, int]]:
    """Return the pairs of numbers that a part may tell."""
    return set().union(
        *(ask(asked, when) for ask in ANSWERS[key] for when in TIMES.get(key, ("now",)))
    )


def test_every_share_in_a_sentence_is_one_that_the_questions_of_its_part_answer(briefed):
    page, asked = briefed
    parts = {part.get("id"): part for part in page.iter("section")}
    answers = {key: told(asked, key) for key in ANSWERS}
    answers |= dict.fromkeys(GATHERED, set().union(*answers.values()))
    for key, may_be in answers.items():
        said = " ".join(one.text_content() for one in parts[key].iter("p", "li"))
        shares = {(number(one), number(of)) for one, of in OUT_OF.findall(said)}
        assert shares <= may_be, f"{key}: {shares - may_be}"


def number(printed: str) -> int:
    """Return a number as it was printed."""
    return int(printed.replace(",", ""))
