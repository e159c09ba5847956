"""From a comparison, and from an account, to the findings behind a number, and back."""

import csv
import io
import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Locator, Page, Route, expect

from dashboard.views.parts.comparison import definitions
from tests.browser.test_journeys import (
    GRID,
    SHOWN,
    choose_option,
    click_middle,
    focused_at_rest,
    has_address,
    is_still,
    opened,
    shows,
)


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def choose_side(page: Page, label: str, value: str) -> None:
    """Choose a side of a comparison."""
    choose_option(page, page.get_by_role("combobox", name=label), value)
    is_still(page)


def test_a_side_is_chosen_survives_a_reload_and_opens_the_findings_behind_its_number(page):
    opened(page, "/compare?source=pfd&compare=boards&factor=suicide", "How do two differ?")
    choose_side(page, "One side", "Dorset")
    address = r"/compare\?source=pfd&factor=suicide&compare=boards&one=Dorset"
    has_address(page, address)
    page.reload()
    shows(page, "How do two differ?")
    is_still(page)
    expect(page.get_by_text("Between Dorset and Greater Manchester South")).to_be_visible()
    number = page.locator(".js-plotly-plot .textpoint", has_text=re.compile("▶ .* of"))
    said = re.search(r"(\d+) of (\d+)", number.first.text_content() or "")
    assert said
    click_middle(page, number.first)
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=pfd&board=Dorset&factor=suicide")
    expect(page.get_by_text(f"{said[1]} of {said[2]} reviews hold")).to_be_visible()
    page.go_back()
    page.go_back()  # a page that Python changes is two steps
    has_address(page, address)


def test_the_downloaded_table_holds_both_sides_and_says_what_each_column_is(page):
    opened(
        page, "/compare?source=pfd&compare=boards&factor=suicide&one=Dorset", "How do two differ?"
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert list(row) == [one.name for one in definitions("Dorset", "Greater Manchester South")]
    assert (row["reviews_with_a"], row["reviews_assessed_a"]) == ("6", "32")
    assert (row["reviews_with_b"], row["reviews_assessed_b"]) == ("22", "197")
    assert download.value.suggested_filename == "pfd-comparison-2025-07-31.csv"


def choose_the_other_side(page: Page) -> Locator:
    """Choose the second number of a comparison by keyboard, and return the link to its findings."""
    box = page.get_by_role("combobox", name=re.compile("Findings behind a number"))
    focused_at_rest(page, box)
    box.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    link = page.get_by_role("link", name="Open its evidence")
    expect(link).to_have_attribute("href", re.compile("found_at=LA-CSC"))
    is_still(page)
    return link


def test_the_other_side_opens_its_own_findings_by_keyboard(page):
    opened(page, "/compare?source=anytown&one=POL&other=LA-CSC&factor=CF-CON", "How do two differ?")
    choose_the_other_side(page).press("Enter")
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=anytown&factor=CF-CON&appraisal=problem&found_at=LA-CSC")


@pytest.mark.parametrize("drawn_late", ["Radio", "Multiselect", "ButtonGroup"])
def test_a_filter_that_is_drawn_late_shows_what_the_address_says(page, drawn_late):
    waiting: list[Route] = []
    page.route(re.compile(rf"/{drawn_late}\.[^/]+\.js$"), lambda file: waiting.append(file))
    opened(page, "/compare?source=anytown&one=POL&other=LA-CSC&factor=CF-CON", "How do two differ?")
    link = choose_the_other_side(page)
    assert waiting
    for file in waiting:
        file.continue_()
    expect(page.get_by_role("radio", name=re.compile("Anytown"))).to_be_checked()
    expect(page.get_by_test_id("stSidebar").get_by_text("Conditions of work")).to_be_visible()
    is_still(page)
    link.press("Enter")
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=anytown&factor=CF-CON&appraisal=problem&found_at=LA-CSC")
    expect(page.get_by_role("radio", name=re.compile("Anytown"))).to_be_checked()


def test_a_cell_of_the_accounts_opens_the_findings_of_that_account(page):
    opened(page, "/ordinary?source=anytown&factor=CF-CON", "Ordinary work too?")
    is_still(page)
    page.get_by_test_id("stMain").get_by_text("Whose account", exact=True).click()
    has_address(page, r"/ordinary\?source=anytown&factor=CF-CON&show=accounts")
    is_still(page)
    cell = page.locator(".js-plotly-plot .textpoint", has_text="10 of 40")
    click_middle(page, cell.first)
    shows(page, "Evidence")
    has_address(
        page,
        r"/evidence\?source=anytown&factor=CF-CON&perspective=practitioner&appraisal=problem",
    )
    expect(page.get_by_text("10 of 40 reviews hold")).to_be_visible()
    expect(page.locator(GRID)).to_have_attribute("aria-rowcount", "12")  # 11 and the headings


def test_a_review_in_which_accounts_differ_opens_from_the_list(page):
    opened(page, "/ordinary?source=anytown&show=accounts", "Ordinary work too?")
    grid = page.get_by_test_id("stDataFrame").last
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    grid.click(position={"x": 18, "y": 60})
    expect(page.get_by_role("button", name="Back to the list of findings")).to_be_visible()
    has_address(page, r"/evidence\?source=anytown&factor=[\w-]+&review=ANY-[\d-]+")


@pytest.mark.parametrize(
    "path",
    [
        "/compare?source=pfd",
        "/compare?source=pfd&compare=boards",
        "/ordinary?source=anytown",
        "/ordinary?source=anytown&show=accounts",
    ],
)
def test_nothing_scrolls_sideways_on_a_telephone(page, path):
    page.set_viewport_size({"width": 400, "height": 900})
    page.goto(path)
    expect(page.get_by_text("Data as at")).to_be_attached()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
