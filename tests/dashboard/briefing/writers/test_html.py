"""The HTML briefing: one file that runs and loads nothing, and reads well aloud and on paper."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import html as reader

from dashboard.briefing.document import Column, Document, Section, Table
from dashboard.briefing.figure_numbers import numbers
from dashboard.briefing.figures import Bars, Dots, Figure, Trend
from dashboard.briefing.gathered import NUMBERS, table_of
from dashboard.briefing.text import letters, printable
from dashboard.briefing.writers.html import to_html
from dashboard.briefing.writers.widths import SIZES, UPRIGHT, letters_of, widths
from dashboard.theme import appraisal_cue, layer_cue, steps
from tests.dashboard.briefing.documents_drawn import CONTROL, DOTS, HOSTILE, MATRIX, document

MARKUP = '</style></script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;" }'
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def read(written: Document) -> Any:
    """Read a briefing as a browser does."""
    return reader.document_fromstring(to_html(written).decode("utf-8"))


def text_of(page: Any) -> str:
    """All that a reader sees, with single spaces."""
    return " ".join(page.body.text_content().split())


def figures_of(written: Document) -> list[Figure]:
    """The figures, in their order."""
    return [
        block
        for section in written.sections
        for block in section.blocks
        if isinstance(block, Dots | Bars | Trend)
    ]


def cells_of(table: Any) -> list[list[str]]:
    """The rows of a table, as text."""
    return [[cell.text_content() for cell in row] for row in table.findall("tbody/tr")]


@pytest.fixture(scope="module")
def page() -> Any:
    """The briefing made by hand."""
    return read(document())


def with_numbers(written: Document) -> Document:
    """The same briefing, with the appendix that holds the numbers of its figures."""
    tables = tuple(map(table_of, figures_of(written)))
    appendix = Section(NUMBERS, "The numbers in the figures", tables, is_appendix=True)
    return replace(written, sections=(*written.sections, appendix))


def test_the_same_briefing_is_the_same_bytes():
    assert to_html(document()) == to_html(document())


def test_hostile_letters_are_shown_as_letters(page):
    shown = text_of(page)
    # board, fact, notice, paragraph, point, subheading, quotation, row of a figure, question, note
    assert shown.count(" ".join(HOSTILE.split())) == 10
    assert not page.xpath("//b")
    assert "<Friends>" in shown


def test_no_text_becomes_an_element_wherever_it_stands():
    written = document()
    first = replace(written.sections[1], heading=MARKUP, blocks=(replace(DOTS, title=MARKUP),))
    hostile = replace(
        written,
        **dict.fromkeys(("title", "subtitle", "board", "marking", "running"), MARKUP),
        sections=(written.sections[0], first),
    )
    page = read(hostile)
    assert not page.xpath("//script | //img | //iframe | //object | //link | //base | //form")
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")]
    assert len(page.xpath("//style")) == 1
    assert MARKUP in page.xpath("//h1")[0].text_content()
    assert "<" not in page.xpath("//style")[0].text


def test_what_no_print_shows_is_left_out(page):
    assert printable(CONTROL) in text_of(page)
    assert not set(to_html(document()).decode()) & {"\x00", "\x0b", "\x1b", "\u202e"}


def test_nothing_is_run_and_nothing_is_loaded(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    assert policy.startswith(POLICY)
    assert not page.xpath("//@src | //@srcset | //@action")
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    style = page.xpath("//style")[0].text
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_says_its_language_title_and_one_heading_of_all(page):
    assert page.get("lang") == "en-GB"
    assert page.xpath("//title")[0].text.startswith("Quarterly briefing: Q1 2025/26 (Apr-Jun)")
    [heading] = page.xpath("//h1")
    assert heading.text_content() == "Quarterly briefing: Q1 2025/26 (Apr-Jun)"


def test_no_heading_is_skipped(page):
    levels = [int(one.tag[1]) for one in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    assert set(levels) == {1, 2, 3}
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_is_short_has_no_contents():
    assert not read(replace(document(), is_short=True)).xpath("//nav")


def test_the_contents_lead_to_each_section_and_every_link_to_something(page):
    names = page.xpath("//@id")
    assert len(set(names)) == len(names)
    assert {link.removeprefix("#") for link in page.xpath("//@href")} <= set(names)
    links = page.xpath("//nav//a")
    assert [link.get("href") for link in links] == [f"#{s.key}" for s in document().sections]
    assert [link.text for link in links] == page.xpath("//main//h2/text()")


def test_marking_stands_first_and_last_and_at_the_head_of_each_printed_page(page):
    assert text_of(page).removeprefix("Skip to the briefing ").startswith("OFFICIAL-SENSITIVE")
    assert text_of(page).endswith("OFFICIAL-SENSITIVE")
    style = page.xpath("//style")[0].text
    head, foot = re.findall(r'content: "(OFFICIAL[^"]*)"', style)
    assert _read_string(head) == f"OFFICIAL-SENSITIVE · {document().running}"
    assert _read_string(foot) == "OFFICIAL-SENSITIVE"


def _read_string(written: str) -> str:
    """Read a string of CSS."""
    return re.sub(r"\\([0-9A-F]+) ", lambda found: chr(int(found[1], 16)), written)


def test_with_no_marking_none_stands_there():
    page = read(replace(document(), marking=""))
    assert not page.xpath("//*[@class='marking']")


def test_notices_stand_before_the_first_section(page):
    notices = [one.text_content() for one in page.xpath("//header//*[@class='notice']")]
    assert notices == [letters(one) for one in document().notices]


def test_bold_runs_are_strong(page):
    assert page.xpath("//p[@class='lead']")[0].xpath("strong/text()") == ["Supervision"]


def test_every_table_has_a_caption_and_headers_of_columns_and_rows(page):
    tables = page.xpath("//table")
    assert len(tables) == 2 + len(figures_of(document()))
    for table in tables:
        assert table.findtext("caption/span")
        heads = table.xpath("thead/tr/th[@scope='col']")
        for row in table.xpath("tbody/tr"):
            assert len(row) == len(heads)
            assert (row[0].tag, row[0].get("scope")) == ("th", "row")
            assert {cell.tag for cell in row[1:]} <= {"td"}


def test_a_table_scrolls_in_a_box_that_the_keyboard_reaches(page):
    for table in page.xpath("//table"):
        box = table.getparent()
        assert (box.get("role"), box.get("tabindex")) == ("region", "0")
        assert box.get("aria-label") == table.findtext("caption/span")


@pytest.mark.parametrize("hue", ["problem", "strength", "neutral", "front-line"])
def test_a_shaded_cell_has_the_step_of_its_hue_in_light_and_dark(hue):
    section = Section("where", "Where", (replace(MATRIX, hue=hue),))
    page = read(replace(document(), sections=(section,)))
    cell = page.xpath("//td[contains(@class, '-5')]")[0]
    assert f"{hue}-5" in cell.get("class").split()
    style = page.xpath("//style")[0].text
    for mode in ("light", "dark"):
        cue = layer_cue(hue, mode) if hue == "front-line" else appraisal_cue(hue, mode)
        step = steps(cue.colour, mode)[4]
        assert f".{hue}-5 {{ background: {step.fill}; color: {step.text}; }}" in style


def test_a_cell_that_is_not_shaded_has_the_number_all_the_same(page):
    [matrix] = [
        one for one in page.xpath("//table") if one.findtext("caption/span") == MATRIX.title
    ]
    assert cells_of(matrix)[0][:3] == ["Factor 1", "1 of 50", "2 of 50"]
    assert matrix.xpath("tbody/tr/td")[0].get("class") == "number"


def test_a_figure_is_drawn_for_a_screen_and_for_a_telephone_and_says_what_it_shows(page):
    shown = page.xpath("//figure[div]")
    assert len(shown) == len(figures_of(document()))
    for drawn, figure in zip(shown, figures_of(document()), strict=True):
        assert drawn.findtext("figcaption") == figure.title
        pictures = drawn.findall("div")
        assert [one.find("svg").get("width") for one in pictures] == ["720", "360"]
        assert {one.get("role") for one in pictures} == {"img"}
        assert {one.get("aria-label") for one in pictures} == {figure.alt}


def test_the_numbers_of_a_figure_stand_beneath_it_where_no_part_holds_them(page):
    shown = page.xpath("//details//table")
    for table, figure in zip(shown, figures_of(document()), strict=True):
        assert cells_of(table) == [list(map(printable, row)) for row in numbers(figure).rows]


def test_a_figure_leads_to_its_numbers_where_a_part_holds_them():
    written = with_numbers(document())
    page = read(written)
    assert not page.xpath("//details")
    links = page.xpath("//figure//a/@href")
    for link, figure in zip(links, figures_of(written), strict=True):
        [held] = page.xpath(f"//*[@id='{link[1:]}']//table")
        assert cells_of(held) == [list(map(printable, row)) for row in numbers(figure).rows]


def test_a_briefing_of_the_shipped_sources_is_set_down_whole(briefing):
    written = briefing("2024/25-Q2", sources=("anytown",), marking="official")
    page = read(written)
    shown = text_of(page)
    assert figures_of(written)
    for section in written.sections:
        assert section.heading in shown
        for block in section.blocks:
            if isinstance(block, Table):
                assert block.title in shown
    assert "Made-up data" in page.xpath("//header//*[@class='notice']")[0].text_content()
    assert to_html(written) == to_html(
        briefing("2024/25-Q2", sources=("anytown",), marking="official")
    )


@pytest.mark.parametrize(
    ("number", "is_small"), [("12 of 20", False), ("1,142 of 2,774 (41%)", True)]
)
def test_a_table_shares_its_width_as_on_paper_and_is_small_where_it_is_so_there(number, is_small):
    names = ("Then", "Now", "Alone", "Before", "After")
    columns = (Column("Factor", weight=2.4), *(Column(name, is_number=True) for name in names))
    row = ("Community health care and emergency services", *(number for _ in names))
    table = Table("Changes", columns, (row,))
    [drawn] = read(replace(document(), sections=(Section("one", "One", (table,)),))).iter("table")
    letters = letters_of(table, UPRIGHT)
    printed = [100 * wide / UPRIGHT for wide in widths(table, letters, UPRIGHT)]
    shares = [float(re.findall(r"[\d.]+", one.get("style"))[0]) for one in drawn.iter("col")]
    assert shares == pytest.approx(printed, abs=0.01)
    assert (letters != SIZES[0]) == (drawn.get("class") == "small") == is_small
