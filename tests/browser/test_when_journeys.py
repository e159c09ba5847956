"""What a reader does with the page When?: from a point in time to its findings, and back."""

import re

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import click_middle, has_address, opened, shows

POINT = ".js-plotly-plot .scatterlayer .points path.point"


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=20_000)


def test_a_click_on_a_point_opens_the_findings_of_its_period_and_back_leads_back(page: Page):
    opened(page, "/when?source=pfd&show=one&large=suicide&periods=calendar_year", "When?")
    expect(page.get_by_text("was found in")).to_be_visible()
    # the first whole year: 2015
    click_middle(page, page.locator(POINT).first)
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=pfd&factor=suicide&from=\d{4}-01-01&to=\d{4}-12-31")
    expect(page.get_by_text(re.compile(r"^\d+ of \d+ reviews hold"))).to_be_visible()
    page.go_back()
    shows(page, "When?")
    has_address(page, r"/when\?source=pfd&show=one&periods=calendar_year&large=suicide")


def test_what_is_chosen_of_the_drawing_survives_a_reload(page: Page):
    opened(page, "/when?source=anytown", "When?")
    page.get_by_text("One factor", exact=True).click()
    has_address(page, r"/when\?source=anytown&show=one")
    page.get_by_text("Strength", exact=True).click()
    has_address(page, r"/when\?source=anytown&show=one&appraised=strength")
    page.reload()
    shows(page, "When?")
    expect(page.get_by_text("as a strength in")).to_be_visible()


@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_scrolls_sideways(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, "/when", "When?")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
