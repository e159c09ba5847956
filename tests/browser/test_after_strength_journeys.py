"""From a bar of actions, or a cell of layers, to the actions behind it, and on to their review."""

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import SHOWN, click_middle, has_address, is_still, opened, shows

TITLE = "After action?"
HERE = r"/after_action\?source=anytown&show=strength"


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def test_a_piece_of_a_bar_lists_its_actions_and_a_reload_keeps_them(page: Page):
    opened(page, "/after_action?source=anytown&show=strength&by=agency", TITLE)
    is_still(page)
    bar = page.locator(".js-plotly-plot").first.locator(".point").first
    click_middle(page, bar)
    has_address(
        page, r"/after_action\?source=anytown&show=strength&by=agency&owner=BRD&strength=strong"
    )
    expect(page.get_by_text("15 actions are listed")).to_be_visible()
    page.reload()
    shows(page, TITLE)
    expect(page.get_by_text("15 actions are listed")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("372 actions are listed")).to_be_visible()


def test_a_cell_lists_the_actions_nearer_the_front_line_than_their_findings(page: Page):
    opened(page, "/after_action?source=anytown&show=strength", TITLE)
    is_still(page)
    cells = page.locator(".js-plotly-plot").nth(2).locator(".point")
    click_middle(page, cells.nth(3))  # the first of the second row
    has_address(page, HERE + "&finding_layer=local-strategic&action_layer=front-line")
    expect(page.get_by_text("13 actions are listed")).to_be_visible()
    expect(page.get_by_role("link", name="Go to the list").first).to_be_visible()
