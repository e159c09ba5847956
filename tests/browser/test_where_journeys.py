"""From a number on "Where?" to the findings that add up to it, in a real browser."""

import re

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_journeys import GRID, SHOWN, has_address, is_still, opened, shows

FOUND_AT = "&factor=CF-CON&appraisal=problem"


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def cell(page: Page, text: str) -> Locator:
    """The text of a cell, which is not itself what takes the click."""
    return page.locator(".js-plotly-plot .textpoint", has_text=text).first


def click_corner(page: Page, inside: Locator) -> None:
    """Click far from the middle of a cell: all of it is a door."""
    inside.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = inside.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2 + 28, box["y"] + box["height"] / 2 + 14
    page.mouse.move(x - 1, y)
    page.mouse.click(x, y)


def adds_up(page: Page, reviews: int) -> None:
    """Wait for the evidence, and count the reviews of its list."""
    shows(page, "Evidence")
    expect(
        page.get_by_text(re.compile(rf"^{reviews} of the \d+ reviews? in which .+ holds? "))
    ).to_be_visible()
    sentence = page.get_by_text(re.compile(r"the \d+ findings are listed"))
    [findings] = re.findall(r"the (\d+) findings are", sentence.inner_text())
    # the findings and the headings
    expect(page.locator(GRID)).to_have_attribute("aria-rowcount", str(int(findings) + 1))
    assert int(findings) >= reviews


def test_a_click_anywhere_on_a_cell_opens_the_findings_that_add_up_to_it(page):
    opened(page, "/where?source=anytown&factor=CF-CON", "Where?")
    expect(cell(page, "4 of 29")).to_be_visible()
    click_corner(page, cell(page, "4 of 29"))
    adds_up(page, 4)
    has_address(page, r"/evidence\?source=anytown" + FOUND_AT + r"&found_at=POL")
    page.go_back()
    shows(page, "Where?")


def test_a_click_on_a_sector_opens_the_findings_of_all_its_agencies(page):
    opened(page, "/where?source=anytown&factor=CF-CON", "Where?")
    page.get_by_test_id("stMain").get_by_text("Sectors", exact=True).click()
    expect(cell(page, "12 of 40")).to_be_visible()
    has_address(page, r"/where\?source=anytown&factor=CF-CON&agencies_as=sector")
    is_still(page)
    click_corner(page, cell(page, "12 of 40"))
    adds_up(page, 12)
    has_address(
        page, r"/evidence\?source=anytown" + FOUND_AT + r"&agencies_as=sector&found_at=health"
    )


def test_a_reload_keeps_what_is_drawn(page):
    opened(page, "/where?source=anytown&show=funnel&agencies_as=kind&large=CF-CON", "Where?")
    funnel = page.get_by_role("heading", name=re.compile("How much do agencies differ"))
    expect(funnel).to_be_visible()
    page.reload()
    expect(funnel).to_be_visible()
    expect(page.get_by_text("Conditions of work as a problem:")).to_be_visible()
    has_address(page, r"/where\?source=anytown&show=funnel&agencies_as=kind&large=CF-CON")


def test_a_click_on_a_mark_of_the_funnel_opens_its_findings(page):
    opened(page, "/where?source=anytown&show=funnel&large=CF-CON", "Where?")
    marks = page.locator(".js-plotly-plot .trace.scatter path.point")
    expect(marks.first).to_be_visible()
    last = max(marks.all(), key=lambda mark: (mark.bounding_box() or {"x": 0})["x"])
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = last.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 1, y)
    page.mouse.click(x, y)
    # the police were involved in more reviews than any other agency
    adds_up(page, 4)
    has_address(page, r"/evidence\?source=anytown" + FOUND_AT + r"&found_at=POL")


def test_on_a_telephone_the_names_of_factors_stand_still_while_the_rest_is_scrolled(page):
    page.set_viewport_size({"width": 400, "height": 900})
    opened(page, "/where?source=pfd", "Where?")
    name = page.locator(".js-plotly-plot .annotation-text", has_text="Suicide").first
    expect(name).to_be_visible()
    scrolled = page.locator("[class*=st-key-wide-]")
    name.scroll_into_view_if_needed()
    before = name.bounding_box()
    scrolled.evaluate("element => { element.scrollLeft = 300 }")
    page.wait_for_timeout(300)
    assert scrolled.evaluate("element => element.scrollLeft") == 300
    assert name.bounding_box() == before
