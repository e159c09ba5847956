"""A briefing is chosen, read in its frame, and taken away."""

import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from dashboard.briefing.publish import FORMATS
from tests.browser.test_journeys import SHOWN, choose_option, has_address, is_still, opened

FRAME = "iframe[title^='Preview: Quarterly briefing']"


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def test_a_briefing_is_read_for_another_quarter_and_taken_away(page: Page):
    opened(page, "/briefing?source=anytown", "Briefing")
    frame = page.frame_locator(FRAME)
    heading = frame.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Q2 2026/27 (Jul-Sep)")
    expect(frame.get_by_text("40 reviews up to 30 September 2026")).to_be_visible()

    choose_option(page, page.get_by_role("combobox", name="Quarter"), "Q2 2024/25 (Jul-Sep)")
    expect(heading).to_contain_text("Q2 2024/25 (Jul-Sep)")
    expect(frame.get_by_text("27 reviews up to 30 September 2024")).to_be_visible()
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
    choose_option(page, page.get_by_role("combobox", name="Quarter"), "Q2 2024/25 (Jul-Sep)")
    expect(heading).to_contain_text("Q2 2024/25 (Jul-Sep)")
    is_still(page)
    page.evaluate("history.back()")
    expect(heading).to_contain_text("Q2 2026/27 (Jul-Sep)")
    has_address(page, r"/briefing\?source=anytown")


def test_where_nothing_is_to_be_told_a_button_leads_to_the_first_quarter_and_back(page: Page):
    early = "/briefing?source=pfd&from=2020-01-01&quarter=2017%2F18-Q3"
    opened(page, early, "Briefing")
    button = page.get_by_role("button", name="Show Q4 2019/20 (Jan-Mar)")
    button.click()
    heading = page.frame_locator(FRAME).get_by_role("heading", level=1)
    expect(heading).to_contain_text("Q4 2019/20 (Jan-Mar)")
    has_address(page, r"/briefing\?source=pfd&from=2020-01-01&quarter=2019%2F20-Q4")
    is_still(page)
    page.evaluate("history.back()")
    expect(button).to_be_visible()


def test_every_file_is_given_away_under_one_name(page: Page):
    opened(page, "/briefing?source=dhrd&quarter=2018%2F19-Q2", "Briefing")
    page.get_by_text("The command that makes the same").click()
    stems = set()
    for what in (*(form.name for form in FORMATS.values()), "manifest"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download {what}", exact=True).click()
        assert Path(download.value.path()).stat().st_size > 0
        stems.add(download.value.suggested_filename.partition(".")[0])
    [stem] = stems
    assert stem.startswith("dhrd-briefing-2018-19-q2-")
