"""What a reader does with the dashboard, from the first visit to the page of a review."""

import csv
import io
import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Locator, Page, expect

SHOWN = 20_000
MILLISECONDS_STILL = 300
GRID = "[data-testid=stDataFrame] table[role=grid]"
HOSPITAL = "Hospital Death (Clinical Procedures and medical management) related deaths"


@pytest.fixture(autouse=True)
def patience() -> None:
    expect.set_options(timeout=SHOWN)


def opened(page: Page, path: str, title: str) -> None:
    """Open an address and wait for its page, whole."""
    page.goto(path)
    shows(page, title)
    is_still(page)


def shows(page: Page, title: str) -> None:
    """Wait for a page."""
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def is_still(page: Page) -> None:
    """Wait until the server has answered: what is replaced under the pointer is not clicked.

    A slow server may not have begun when it is first asked, and one answer may bring the next: it
    is still when it has been so for a while.
    """
    page.evaluate("() => { window.stillSince = null; }")
    page.wait_for_function(
        """([state, least]) => {
            const app = document.querySelector("[data-test-script-state]");
            const isStill = app?.getAttribute("data-test-script-state") === state;
            window.stillSince = isStill ? (window.stillSince ?? performance.now()) : null;
            return isStill && performance.now() - window.stillSince >= least;
        }""",
        arg=["notRunning", MILLISECONDS_STILL],
        polling=50,
    )


def focused_at_rest(page: Page, wanted: Locator) -> None:
    """Put the focus on what is wanted, and wait until the page has scrolled to it.

    A list of choices closes when the page scrolls, as it does for a reader who turns the wheel; a
    slow browser scrolls only after the next key. Scrolling is told before a frame is drawn.
    """
    wanted.focus()
    page.evaluate(
        "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
    )


def choose_option(page: Page, box: Locator, option: str) -> None:
    """Choose from a list by typing a name, so that the list is short and does not scroll away."""
    focused_at_rest(page, box)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.click()


def has_address(page: Page, pattern: str) -> None:
    """Wait for an address, given without its server."""
    expect(page).to_have_url(re.compile(r"http://localhost:\d+" + pattern + "$"))


def chips(page: Page):
    """The filters in force."""
    return page.locator(".st-key-chips button")


def click_middle(page: Page, locator) -> None:
    """Click in the middle of something drawn, once it has stopped moving."""
    locator.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = locator.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2 - 1, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def choose(page: Page, label: str, value: str) -> None:
    """Choose a value of a filter that holds several."""
    choose_option(page, page.get_by_role("combobox", name=label, exact=True), value)
    page.keyboard.press("Escape")


def test_opens_on_the_real_source_and_answers_at_once(page):
    opened(page, "/", "What recurs?")
    expect(page.get_by_text("2,869 of 2,869 reviews")).to_be_visible()
    expect(page.get_by_text("in 1,168 of 2,869 reviews (41%;")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_be_visible()
    expect(page).to_have_title("What recurs? - Crossreview")
    has_address(page, "/")


def test_a_filter_is_counted_shown_and_written_into_the_address(page):
    opened(page, "/", "What recurs?")
    choose(page, "Coroner area", "Dorset")
    expect(page.get_by_text(re.compile(r"^33 of 2,869 reviews$"))).to_be_visible()
    expect(chips(page)).to_have_text(["Coroner area: Dorsetclose"])
    expect(page.get_by_text("Left out: 2,836 reviews by coroner area.")).to_be_visible()
    has_address(page, r"/\?source=pfd&board=Dorset")


def test_names_typed_faster_than_the_page_answers_are_chosen_each_and_no_other(page):
    opened(page, "/", "What recurs?")
    box = page.get_by_role("combobox", name="Coroner area", exact=True)
    focused_at_rest(page, box)
    for area in ("Dorset", "Avon"):
        box.fill(area)
        expect(page.get_by_role("option", name=area).first).to_be_visible()
        box.press("Enter")
    expect(chips(page)).to_have_text(["Coroner area: Dorsetclose", "Coroner area: Avonclose"])
    has_address(page, r"/\?source=pfd&board=Dorset&board=Avon")


def test_the_filters_go_along_to_another_page_and_back(page):
    opened(page, "/?source=pfd&factor=suicide&from=2015-01-01", "What recurs?")
    page.get_by_role("link", name="Evidence", exact=True).click()
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=pfd&factor=suicide&from=2015-01-01")
    expect(page.get_by_text("372 of 2,504 reviews hold")).to_be_visible()
    page.go_back()
    shows(page, "What recurs?")
    has_address(page, r"/\?source=pfd&factor=suicide&from=2015-01-01")
    expect(chips(page)).to_have_count(2)
    page.go_forward()
    shows(page, "Evidence")
    expect(chips(page)).to_have_count(2)


def test_a_reload_keeps_every_filter(page):
    opened(page, "/evidence?source=pfd&factor=suicide&from=2015-01-01", "Evidence")
    page.reload()
    shows(page, "Evidence")
    expect(page.get_by_text("2,504 of 2,869 reviews")).to_be_visible()
    expect(page.get_by_text("372 of 2,504 reviews hold")).to_be_visible()
    expect(chips(page)).to_have_count(2)


def test_back_takes_back_the_last_filter(page):
    opened(page, "/?source=pfd&from=2015-01-01", "What recurs?")
    choose(page, "Coroner area", "Dorset")
    expect(chips(page)).to_have_count(2)
    has_address(page, r"/\?source=pfd&board=Dorset&from=2015-01-01")
    page.go_back()
    expect(chips(page)).to_have_count(1)
    has_address(page, r"/\?source=pfd&from=2015-01-01")
    expect(page.get_by_text("2,504 of 2,869 reviews")).to_be_visible()


def test_filters_are_taken_away_one_by_one_or_all_at_once(page):
    opened(page, "/?source=pfd&factor=suicide&board=Dorset&from=2015-01-01", "What recurs?")
    expect(chips(page)).to_have_count(3)
    chips(page).filter(has_text="Dorset").click()
    expect(chips(page)).to_have_count(2)
    has_address(page, r"/\?source=pfd&factor=suicide&from=2015-01-01")
    page.get_by_role("button", name="Reset all").click()
    expect(chips(page)).to_have_count(0)
    has_address(page, "/")


def test_a_stale_link_opens_and_says_what_was_left_out(page):
    opened(page, "/?source=pfd&factor=suicide&factor=gone&from=soon&colour=blue", "What recurs?")
    notice = page.get_by_test_id("stAlert")
    expect(notice).to_contain_text('"gone" is not a factor in the chosen sources.')
    expect(notice).to_contain_text('"from" must be a day such as 2015-01-31, not "soon".')
    expect(notice).to_contain_text('The address names "colour", which is not a filter.')
    expect(chips(page)).to_have_text(["Factor: Suicide (from 2015)close"])
    has_address(page, r"/\?source=pfd&factor=suicide")


def test_made_up_and_real_reviews_are_not_counted_together(page):
    opened(page, "/?source=pfd&source=anytown", "These cannot be counted together")
    expect(page.get_by_text("never counted together with real ones")).to_be_visible()
    page.get_by_text("Count several sources together").click()
    shows(page, "What recurs?")
    expect(page.get_by_text("2,869 of 2,869 reviews")).to_be_visible()


def test_a_made_up_source_is_one_choice_away_and_labelled_wherever_it_is_shown(page):
    opened(page, "/", "What recurs?")
    page.get_by_text("(made up)").first.click()
    has_address(page, r"/\?source=anytown")
    for name in ("Evidence", "Reviews", "Codebook", "About the data", "What recurs?"):
        page.get_by_role("link", name=name, exact=True).click()
        shows(page, name)
        expect(page.get_by_test_id("stAlert").first).to_contain_text("Made-up data:")


def test_a_click_on_a_factor_opens_the_findings_that_add_up_to_its_number(page):
    opened(page, "/", "What recurs?")
    click_middle(page, page.locator(".js-plotly-plot .textpoint", has_text="372 of 2,504"))
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=pfd&factor=suicide")
    expect(page.get_by_text("372 of 2,504 reviews hold")).to_be_visible()
    expect(page.get_by_text("the 372 findings are listed")).to_be_visible()
    # 372 findings and the headings
    expect(page.locator(GRID)).to_have_attribute("aria-rowcount", "373")
    page.go_back()
    shows(page, "What recurs?")


def test_a_click_on_a_mark_opens_its_evidence_as_it_was_appraised(page):
    opened(page, "/?source=anytown", "What recurs?")
    marks = page.locator(".js-plotly-plot .trace.scatter:has(.errorbar)")
    click_middle(page, marks.nth(1).locator("path.point").first)
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=anytown&factor=[\w-]+&appraisal=strength")
    expect(chips(page)).to_have_count(2)


def test_the_evidence_can_be_opened_without_a_pointer(page):
    opened(page, "/", "What recurs?")
    link = page.get_by_role("link", name="Open its evidence")
    link.focus()
    page.keyboard.press("Enter")
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=pfd&factor=hospital-death")
    expect(page.get_by_text("1,168 of 2,869 reviews hold")).to_be_visible()
    page.go_back()
    has_address(page, "/")


def test_the_downloaded_table_holds_the_numbers_on_the_page(page):
    opened(page, "/", "What recurs?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    path = Path(download.value.path())
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    found = {row["label"]: (row["reviews_with"], row["reviews_assessed"]) for row in rows}
    assert found[HOSPITAL] == ("1168", "2869")
    assert found["Suicide (from 2015)"] == ("372", "2504")
    assert download.value.suggested_filename == "pfd-factor-recurrence-2025-07-31.csv"


def test_the_workbook_says_what_it_is(page):
    openpyxl = pytest.importorskip("openpyxl")
    opened(page, "/?source=pfd&from=2015-01-01", "What recurs?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download XLSX").click()
    workbook = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert workbook.sheetnames == ["Data", "Read me"]
    cells = [str(cell.value) for row in workbook["Read me"].iter_rows() for cell in row]
    assert "Published: from 1 January 2015" in cells
    assert "2,504 reviews" in cells


def test_a_review_opens_from_an_address_and_shows_its_findings(page):
    opened(page, "/evidence?source=anytown", "Evidence")
    grid = page.get_by_test_id("stDataFrame")
    expect(page.locator(GRID)).to_be_attached()
    grid.click(position={"x": 18, "y": 80})
    expect(page.get_by_role("button", name="Back to the list of findings")).to_be_visible()
    has_address(page, r"/evidence\?source=anytown&review=[\w-]+")
    expect(
        page.get_by_role("heading", level=2, name=re.compile(r"^\d+ findings?$"))
    ).to_be_visible()
    page.go_back()
    shows(page, "Evidence")
    has_address(page, r"/evidence\?source=anytown")


def test_an_empty_page_says_which_filter_emptied_it(page):
    opened(page, "/?source=pfd&board=Dorset&from=2013-01-01&to=2013-02-01", "What recurs?")
    expect(page.get_by_text("It is the period that leaves none.")).to_be_visible()
    page.get_by_role("button", name="Take the period away: 33 reviews").click()
    has_address(page, r"/\?source=pfd&board=Dorset")
    expect(page.locator(".js-plotly-plot")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/", "/where", "/where?show=funnel", "/evidence", "/reviews", "/codebook", "/about"]
)
@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_scrolls_sideways(page, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Data as at")).to_be_attached()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
