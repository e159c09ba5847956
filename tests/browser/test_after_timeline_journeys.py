"""What a reader does with the timeline of a factor: from a mark to its review, and back."""

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import (
    choose_option,
    click_middle,
    has_address,
    is_still,
    opened,
    shows,
)

TIMELINE = "/after_action?source=anytown&show=timeline"
MARK = ".js-plotly-plot .scatterlayer .points path.point"


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=20_000)


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by typing the beginning of a name."""
    box = page.get_by_test_id("stMain").get_by_role("combobox", name=label)
    choose_option(page, box, option)


def test_a_factor_and_an_agency_are_chosen_and_a_mark_opens_its_review(page: Page):
    opened(page, TIMELINE, "After action?")
    choose(page, "Factor", "Inter-agency or inter-professional team")
    has_address(page, r"/after_action\?.*large=CF-INT")
    choose(page, "Agency", "Police")
    has_address(page, r"/after_action\?.*large=CF-INT.*at=POL")
    is_still(page)
    expect(page.get_by_text("at Police was found as a problem in")).to_be_visible()
    click_middle(page, page.locator(MARK).first)
    has_address(page, r"/reviews\?source=anytown&review=ANY-\d{4}-\d{2}")
    expect(page.get_by_text("Back to the list of reviews")).to_be_visible()
    is_still(page)
    # to change the page from Python is two steps of the browser's history
    page.go_back()
    is_still(page)
    page.go_back()
    shows(page, "After action?")
    has_address(page, r"/after_action\?.*large=CF-INT.*at=POL")


@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_scrolls_sideways(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, TIMELINE, "After action?")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
