"""From one review to the one that shares the most with it, and back; and a link to send."""

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import SHOWN, has_address, opened, shows


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def test_the_review_that_shares_the_most_is_one_click_away(page: Page):
    opened(page, "/reviews?source=dhrd&review=INC-0003", "INC-0003")
    expect(page.get_by_text("It shares most with INC-0181: all 3 factors")).to_be_visible()
    grid = page.get_by_test_id("stDataFrame").last
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    grid.click(position={"x": 18, "y": 70})
    shows(page, "INC-0181")
    has_address(page, r"/reviews\?source=dhrd&review=INC-0181")
    expect(page.get_by_text("It shares most with INC-0003: all 3 factors")).to_be_visible()
    page.go_back()
    shows(page, "INC-0003")


def test_the_link_of_a_review_opens_it(page: Page, address: str):
    opened(page, "/evidence?source=anytown&agency=police&review=ANY-2021-02", "Multi-agency audit")
    page.get_by_text("Link to this review").click()
    link = page.get_by_test_id("stCode").first
    expect(link).to_have_text(f"{address}/reviews?source=anytown&review=ANY-2021-02")
    opened(page, link.inner_text().strip(), "Multi-agency audit")
    expect(page.get_by_role("button", name="Back to the list of reviews")).to_be_visible()
