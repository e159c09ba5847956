"""From the balance of layers to the findings behind it, and back."""

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import SHOWN, click_middle, has_address, is_still, opened, shows


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def test_a_cell_of_a_group_opens_findings_that_add_up_and_back_returns(page: Page):
    opened(page, "/layers?source=anytown", "Which layers and patterns?")
    page.get_by_role("radio", name="By review type").click()
    is_still(page)
    has_address(page, r"/layers\?source=anytown&by=review_type")
    page.reload()
    shows(page, "Which layers and patterns?")
    is_still(page)
    cell = page.locator(".js-plotly-plot .point").first
    click_middle(page, cell)
    shows(page, "Evidence")
    has_address(
        page, r"/evidence\?source=anytown&review_type=LCSPR&layer=front-line&appraisal=problem"
    )
    expect(page.get_by_text("14 of 15 reviews hold a factor")).to_be_visible()
    page.go_back()
    shows(page, "Which layers and patterns?")
