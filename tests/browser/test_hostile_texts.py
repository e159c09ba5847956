"""Coded text is shown as it was written: it makes no link, no picture, no formula, no colour."""

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Dialog, Page, expect

PATHS = (
    "/?source=hostile",
    "/?source=hostile&board=Other&text=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "/evidence?source=hostile",
    "/evidence?source=hostile&review=H-1",
    "/evidence?source=hostile&review=%3Cimg%20src%3Dx%3E",
    "/where?source=hostile",
    "/reviews?source=hostile",
    "/briefing?source=hostile",
    "/about?source=hostile",
    "/about?source=hostile&factor=[x](javascript:alert(1))",
)
MADE_OF_TEXT = (
    "a[href^='javascript'], img[src='x'], .katex, [data-testid=stMain] em, "
    "[data-testid=stMarkdownColoredText], .stMarkdownColoredText"
)


@pytest.mark.parametrize("path", PATHS)
def test_no_text_becomes_anything_else(page: Page, path: str):
    alerts: list[str] = []

    def note(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto(path)
    expect(page.get_by_text("Data as at")).to_be_attached(timeout=30_000)
    page.wait_for_timeout(500)
    expect(page.locator(MADE_OF_TEXT)).to_have_count(0)
    assert alerts == []


def test_the_review_shows_its_texts_letter_by_letter(page: Page):
    page.goto("/evidence?source=hostile&review=H-1")
    written = "[x](javascript:alert(1)) <img src=x onerror=alert(1)> $x^2$ :red[no] **b** `c` # 1"
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(written, timeout=30_000)
    expect(page.get_by_text(f"“{written}”")).to_be_visible()
