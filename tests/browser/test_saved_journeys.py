"""What a reader saved is there after a reload of the data, and travels with what is taken away."""

import io
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect

from dashboard import places
from pipeline.load import load
from tests.browser.test_journeys import SHOWN, chips, has_address, is_still, opened, shows


@pytest.fixture(autouse=True)
def patience(views_file: Path) -> None:
    expect.set_options(timeout=SHOWN)
    views_file.unlink(missing_ok=True)


def test_a_saved_view_outlives_a_load_and_brings_page_and_filters_back(
    page: Page, builds: Path, hostile: Path, tmp_path: Path
):
    opened(page, "/evidence?source=pfd&factor=suicide&from=2015-01-01", "Evidence")
    page.get_by_text("Save this view").click()
    page.get_by_label("Name", exact=True).fill("Suicide since 2015")
    page.keyboard.press("Enter")
    expect(page.get_by_text('Saved as "Suicide since 2015".')).to_be_visible()

    before = (builds / "current").read_text(encoding="utf-8")
    try:
        load([places.sources()], places.codebooks(), builds)
        assert (builds / "current").read_text(encoding="utf-8") != before
        opened(page, "/?source=anytown", "What recurs?")
        view = page.get_by_role("link", name="Suicide since 2015")
        view.scroll_into_view_if_needed()
        view.click()
        shows(page, "Evidence")
        has_address(page, r"/evidence\?source=pfd&factor=suicide&from=2015-01-01")
        expect(chips(page)).to_have_count(2)
        expect(page.get_by_text("372 of 2,504 reviews hold")).to_be_visible()
    finally:
        load([places.sources(), hostile], places.codebooks(), builds)


def test_a_note_travels_with_the_workbook(page: Page):
    openpyxl = pytest.importorskip("openpyxl")
    opened(page, "/about?source=dhrd", "About the data")
    page.get_by_text("Add a note").click()
    page.get_by_label("Owner").fill("Board")
    page.get_by_label("What happened").fill("Two coders from now on.")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("The note is added.")).to_be_visible()

    opened(page, "/?source=dhrd", "What recurs?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download XLSX").click()
    workbook = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    cells = [str(cell.value) for row in workbook["Read me"].iter_rows() for cell in row]
    assert "Decision · Board: Two coders from now on." in cells
    is_still(page)
