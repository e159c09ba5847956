"""From a bar of follow-ups to the later reviews behind one of them, and back."""

import io
import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_journeys import (
    GRID,
    SHOWN,
    choose_option,
    click_middle,
    has_address,
    is_still,
    opened,
    shows,
)

TITLE = "After action?"
HERE = r"/after_action\?source=anytown"
FIRST_CHOICE = 18  # pixels from the left of a list to its boxes
FIRST_ROW = 60  # pixels from its top


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def bars(page: Page) -> Locator:
    """The bars of the states: strictly from the top, then leniently."""
    return page.locator(".js-plotly-plot").first.locator(".barlayer .point")


def listed(page: Page) -> Locator:
    """The list of the follow-ups."""
    return page.locator(GRID, has_text="What came of it")


def said(page: Page, number: int, of_state: str) -> None:
    """Wait for the number of follow-ups that are listed, wherever it is said."""
    way = page.get_by_text(f"Listed below: {number} follow-ups ({of_state}")
    expect(way).to_have_count(2)
    expect(page.get_by_text(f"{number} follow-ups of {number} actions")).to_be_visible()
    expect(listed(page)).to_have_attribute("aria-rowcount", str(number + 1))


def test_a_bar_lists_its_follow_ups_and_every_other_bar_then_lists_its_own(page: Page):
    opened(page, "/after_action?source=anytown", TITLE)
    is_still(page)
    expect(page.get_by_text("17 of 60 follow-ups")).to_be_visible()
    click_middle(page, bars(page).first)
    has_address(page, HERE + r"&state=seen\+again")
    said(page, 17, "seen again")
    is_still(page)
    click_middle(page, bars(page).nth(1))
    has_address(page, HERE + "&state=overlaps")
    said(page, 10, "overlaps")
    page.reload()
    shows(page, TITLE)
    said(page, 10, "overlaps")
    page.go_back()
    has_address(page, HERE + r"&state=seen\+again")
    said(page, 17, "seen again")


def test_the_list_of_a_bar_can_be_left_for_the_list_of_all(page: Page):
    opened(page, "/after_action?source=anytown", TITLE)
    is_still(page)
    click_middle(page, bars(page).first)
    said(page, 17, "seen again")
    is_still(page)
    choice = page.get_by_test_id("stMain").get_by_role("combobox", name="Which are listed")
    choose_option(page, choice, "All (60)")
    has_address(page, HERE)
    expect(page.get_by_text("60 follow-ups of 60 actions")).to_be_visible()


def test_leniently_a_bar_lists_what_was_under_way_too(page: Page):
    opened(page, "/after_action?source=anytown", TITLE)
    is_still(page)
    click_middle(page, bars(page).nth(4))
    has_address(page, HERE + r"&reading=lenient&state=seen\+again")
    said(page, 27, "seen again; practice that ended after the action")
    page.get_by_role("button", name="Practice that ended after the action").click()
    has_address(page, HERE)


def test_a_row_that_is_ticked_shows_its_later_reviews_and_one_of_them_opens(page: Page):
    opened(page, "/after_action?source=anytown&state=seen+again", TITLE)
    is_still(page)
    grid = page.get_by_test_id("stDataFrame").nth(1)  # beneath that of the groups
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    grid.click(position={"x": FIRST_CHOICE, "y": FIRST_ROW})
    has_address(page, HERE + r"&state=seen\+again&action=ANY-[\w-]+")
    is_still(page)
    expect(page.get_by_role("heading", name=re.compile("^Action ANY-"))).to_be_visible()
    counted = page.get_by_text(re.compile(r"seen again in \d+ of \d+ later reviews?$"))
    [later] = re.findall(r"of (\d+) later", counted.first.inner_text())
    expect(page.get_by_text(f"Practice that began after the action: {later}")).to_be_visible()
    expect(page.get_by_text(re.compile("^Problem · page")).first).to_be_visible()
    headings = page.get_by_text(re.compile(r"^Practice .+: \d+ reviews?$")).all_inner_texts()
    opening = page.get_by_role("link", name=re.compile("^Open ANY-"))
    assert opening.count() == sum(int(one.split()[-2]) for one in headings)
    link = opening.first
    reference = link.inner_text().split()[-1]
    link.click()
    has_address(page, rf"/reviews\?source=anytown&review={reference}")
    expect(page.get_by_text("Back to the list of reviews")).to_be_visible()
    page.go_back()
    shows(page, TITLE)
    has_address(page, HERE + r"&state=seen\+again&action=ANY-[\w-]+")
    expect(page.get_by_role("heading", name=re.compile("^Action ANY-"))).to_be_visible()


def test_a_number_of_a_group_lists_its_follow_ups(page: Page):
    opened(page, "/after_action?source=anytown", TITLE)
    is_still(page)
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    grid.click(position={"x": 250, "y": FIRST_ROW})  # of the stronger ones, all
    has_address(page, HERE + "&strength=strong")
    said(page, 11, "strength: Stronger")
    page.go_back()
    has_address(page, HERE)
    expect(page.get_by_text("60 follow-ups of 60 actions")).to_be_visible()


def test_the_workbook_of_a_list_says_what_it_lists(page: Page):
    openpyxl = pytest.importorskip("openpyxl")
    opened(page, "/after_action?source=anytown&state=seen+again&strength=weak", TITLE)
    said(page, 8, "seen again; strength: Weaker")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download XLSX").nth(1).click()
    workbook = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    cells = [str(cell.value) for row in workbook["Read me"].iter_rows() for cell in row]
    assert "The clock starts when the action was: signed off by the board" in cells
    assert "Only: seen again" in cells
    assert "Only: strength: Weaker" in cells
    assert workbook["Data"].max_row == 8 + 1


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize(
    "show", ["back", "timeline", "repeats", "strength", "tracker", "responses"]
)
def test_nothing_scrolls_sideways_and_no_view_is_cut_from_the_choice(
    page: Page, width: int, show: str
):
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, f"/after_action?source=anytown&show={show}", TITLE)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    right = main.evaluate("element => element.getBoundingClientRect().right")
    for view in ("Did it come back?", "Asked before?", "Responses"):
        box = main.get_by_role("radio", name=view).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= right
