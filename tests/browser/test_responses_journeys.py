"""From a share of responses to the reviews behind it, to one of them, and back."""

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import SHOWN, click_middle, has_address, is_still, opened


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def test_a_dot_of_an_agency_opens_its_reviews_and_back_returns_to_the_chart(page: Page):
    opened(page, "/after_action?source=pfd&by=agency", "After action?")
    click_middle(page, page.locator(".js-plotly-plot .scatterlayer .point").first)
    has_address(page, r"/after_action\?by=agency&at=GOV-DHSC")
    expect(page.get_by_text("66 of 380 reviews (17%) that name")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    page.get_by_role("button", name="Back to the chart").click()
    is_still(page)
    has_address(page, r"/after_action\?by=agency")
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    page.go_back()
    expect(page.get_by_text("66 of 380 reviews (17%) that name")).to_be_visible()
