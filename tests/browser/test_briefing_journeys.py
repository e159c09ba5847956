"""A briefing is chosen, read in its frame, and taken away."""

import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import SHOWN, has_address, is_still, opened

FRAME = "iframe[title^='Preview: Quarterly briefing']"


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def test_a_briefing_is_read_for_another_quarter_and_taken_away(page: Page):
    opened(page, "/briefing?source=anytown", "Briefing")
    frame = page.frame_locator(FRAME)
    heading = frame.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Q2 2026/27 (Jul-Sep)")
    expect(frame.get_by_text("40 reviews up to then")).to_be_visible()

    page.get_by_role("combobox", name="Quarter").click()
    page.get_by_role("option", name="Q2 2024/25 (Jul-Sep)").click()
    expect(heading).to_contain_text("Q2 2024/25 (Jul-Sep)")
    expect(frame.get_by_text("27 reviews up to then")).to_be_visible()
    has_address(page, r"/briefing\?source=anytown&quarter=2024%2F25-Q2")

    frame.get_by_role("link", name="What recurs", exact=True).click()
    expect(frame.locator("section:target h2")).to_have_text("What recurs")
    has_address(page, r"/briefing\?source=anytown&quarter=2024%2F25-Q2")

    with page.expect_download() as download:
        page.get_by_role("button", name="Download HTML").click()
    name = download.value.suggested_filename
    assert name == "made-up-anytown-briefing-2024-25-q2-2026-09-30.html"
    held = Path(download.value.path()).read_text(encoding="utf-8")
    assert re.search(r"<h1>Quarterly briefing.*Q2 2024/25 \(Jul-Sep\)", held)


def test_back_takes_back_the_quarter_in_one_step(page: Page):
    opened(page, "/briefing?source=anytown", "Briefing")
    heading = page.frame_locator(FRAME).get_by_role("heading", level=1)
    expect(heading).to_contain_text("Q2 2026/27 (Jul-Sep)")
    page.get_by_role("combobox", name="Quarter").click()
    page.get_by_role("option", name="Q2 2024/25 (Jul-Sep)").click()
    expect(heading).to_contain_text("Q2 2024/25 (Jul-Sep)")
    is_still(page)
    page.evaluate("history.back()")
    expect(heading).to_contain_text("Q2 2026/27 (Jul-Sep)")
    has_address(page, r"/briefing\?source=anytown")
