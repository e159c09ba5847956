"""What a reader does with pairs: click one, read its reviews, choose a minimum, come back to it."""

import re

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import SHOWN, choose_option, is_still, opened


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def click_text(page: Page, text: str) -> None:
    """Click on a number in the chart, once it has stopped moving."""
    number = page.locator(".js-plotly-plot text", has_text=re.compile(f"^{re.escape(text)}$"))
    number.first.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = number.first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 1, y)
    page.mouse.click(x, y)


def test_a_pair_that_is_clicked_opens_its_reviews_which_add_up(page):
    opened(page, "/together?source=dhrd", "Together?")
    click_text(page, "105▲")
    expect(page.get_by_role("heading", level=1, name="Evidence")).to_be_visible()
    said = page.get_by_text(re.compile("105 of 188 reviews hold .* together"))
    expect(said).to_be_visible()
    expect(page).to_have_url(
        re.compile(r"factor=intimate_partner_violence&factor=coercive_control&every=yes$")
    )
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Together?")).to_be_visible()


def test_what_is_shown_and_its_minimum_survive_a_reload(page):
    opened(page, "/together?source=dhrd", "Together?")
    page.get_by_role("radio", name="Pairs as a network").click()
    expect(page).to_have_url(re.compile(r"\?source=dhrd&show=network$"))
    is_still(page)
    least = page.get_by_role("combobox", name="Found together in at least")
    choose_option(page, least, "10 reviews")
    expect(page).to_have_url(re.compile(r"\?source=dhrd&show=network&least=10$"))
    page.reload()
    expect(page.get_by_text(re.compile("reach 10 reviews"))).to_be_visible()
    expect(page.get_by_role("figure", name=re.compile("^A network of"))).to_be_visible()


def test_on_a_telephone_the_chart_scrolls_and_the_page_does_not(page):
    page.set_viewport_size({"width": 400, "height": 800})
    for show in ("matrix", "network", "patterns", "layers"):
        opened(page, f"/together?source=anytown&show={show}", "Together?")
        expect(page.locator(".js-plotly-plot").last).to_be_visible()
        assert page.evaluate(
            "() => { const main = document.querySelector('[data-testid=stMain]');"
            " return main.scrollWidth <= main.clientWidth }"
        ), show
