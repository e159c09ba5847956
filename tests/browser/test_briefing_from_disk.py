"""The HTML file of a briefing, opened from disk: on a telephone, and printed."""

from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page
from pypdf import PdfReader
from typer.testing import CliRunner

from dashboard.cli import app

QUARTERLY = ("--quarter", "2024/25-Q2")
ONE_FACTOR = ("--template", "seven-minutes", "--factor", "CF-TEA", "--marking", "official")
CUT = """
    (found) => found.filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < 0 || right > innerWidth;
    }).map((one) => one.textContent)
"""


@pytest.fixture
def opened(page: Page, builds: Path, tmp_path: Path):
    """Write a briefing as HTML, and open the file."""

    def run(*options: str) -> Page:
        out = tmp_path / "briefing.html"
        words = ["briefing", "--source", "anytown", *options, "--out", str(out)]
        told = CliRunner().invoke(app, [*words, "--build", str(builds)], catch_exceptions=False)
        assert told.exit_code == 0, told.stderr
        page.goto(out.as_uri())
        return page

    return run


def test_on_a_telephone_no_title_of_a_table_is_cut_though_the_table_scrolls(opened):
    page = opened(*QUARTERLY)
    page.set_viewport_size({"width": 400, "height": 900})
    wide = page.locator(".table").evaluate_all(
        "(found) => found.filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    )
    assert wide > 1
    assert page.locator("caption span").evaluate_all(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 400


def test_a_7_minute_briefing_is_printed_on_two_pages_with_its_marking_last(opened):
    printed = PdfReader(BytesIO(opened(*ONE_FACTOR).pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 2
    first, second = (page.extract_text() for page in printed.pages)
    assert "1. Why it matters" in first
    assert "7. To reflect on" in second
    assert second.count("OFFICIAL") >= 2


def test_no_row_of_a_printed_table_stands_on_a_page_alone(opened):
    page = opened(*QUARTERLY, "--marking", "official-sensitive")
    printed = PdfReader(BytesIO(page.pdf(format="A4", print_background=False)))
    [last] = [
        text
        for one in printed.pages
        if "Serious case review" in (text := one.extract_text()) and "Type of review" in text
    ]
    assert "Domestic homicide review" in last
