"""The PDF holds what the document says, letter for letter, tagged, and the same on any day."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from dashboard.briefing.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Section,
    Table,
)
from dashboard.briefing.drawing.measure import SMALL
from dashboard.briefing.figures import Bar, Bars, Dots, Series
from dashboard.briefing.text import plain
from dashboard.briefing.writers.pdf import WIDTH, to_pdf
from dashboard.briefing.writers.widths import UPRIGHT
from tests.dashboard.briefing.documents_drawn import (
    BARS,
    DOTS,
    HOSTILE,
    LONG_TABLE,
    LONG_WORD,
    SIDE_BY_SIDE,
    TREND,
    document,
)

IN_A_PROCESS = """
import hashlib
from dashboard.briefing.writers.pdf import to_pdf
from tests.dashboard.briefing.documents_drawn import document
print(hashlib.sha256(to_pdf(document())).hexdigest())
"""


@pytest.fixture(scope="module")
def written() -> bytes:
    return to_pdf(document())


@pytest.fixture(scope="module")
def read(written: bytes) -> PdfReader:
    return PdfReader(BytesIO(written))


def opened(*blocks: Block, **more: Any) -> PdfReader:
    """Return the PDF of a document of one section."""
    one = replace(document(), sections=(Section("one", "One", blocks),), **more)
    return PdfReader(BytesIO(to_pdf(one)))


def words(reader: PdfReader) -> str:
    """Return all text, however it is broken into lines."""
    return squeezed(" ".join(page.extract_text() for page in reader.pages))


def squeezed(text: str) -> str:
    """Return text without white space: where a line is broken is not what it says."""
    return "".join(text.split())


def elements(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every element of the structure that a screen reader hears."""
    waiting: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, DictionaryObject) and "/K" in one:
            yield one
            waiting.append(one["/K"])


def test_it_is_tagged_and_says_its_language_and_title(read: PdfReader):
    root: Any = read.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert (
        "pdfuaid:part" in read.xmp_metadata.stream.get_data().decode() if read.xmp_metadata else 0
    )
    assert read.metadata
    assert read.metadata.title == "Quarterly briefing: Q1 2025/26 (Apr-Jun)"


def test_the_only_date_is_that_of_the_data(read: PdfReader):
    assert read.metadata
    assert read.metadata.get("/CreationDate", "").startswith("D:20250731")


def test_the_same_document_has_the_same_bytes_in_another_process(written: bytes):
    assert to_pdf(document()) == written
    other = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == hashlib.sha256(written).hexdigest()


def test_the_headings_are_bookmarks(read: PdfReader):
    outline: list[Any] = [one for one in read.outline if not isinstance(one, list)]
    headings = [section.heading for section in document().sections]
    assert [one.title for one in outline if one.title != "Contents"] == headings


def test_letters_are_never_commands(read: PdfReader):
    assert words(read).count(squeezed(HOSTILE)) >= 8


def test_what_no_print_shows_is_left_out(read: PdfReader):
    assert "Onetwothreefourfive" in words(read)
    assert not set("\x0b\x00\x1b\u202e") & set(words(read))


def test_each_figure_says_what_it_shows(read: PdfReader):
    alternatives = [str(one["/Alt"]) for one in elements(read) if one.get("/S") == "/Figure"]
    assert sorted(alternatives) == sorted(one.alt for one in (DOTS, SIDE_BY_SIDE, TREND, BARS))


def test_each_table_has_a_tagged_heading_row(read: PdfReader):
    kinds = [one.get("/S") for one in elements(read)]
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") == len(LONG_TABLE.columns) + 10
    assert kinds.count("/H1") == len(document().sections) + 1  # and the list of contents


def test_the_heading_row_of_a_table_is_said_again_on_each_page(read: PdfReader):
    for page in read.pages[-2:]:
        assert re.search(r"Factor\s+Where\s+Found in", page.extract_text())


def test_a_row_is_never_broken():
    table = Table(
        "T", (Column("A"), Column("B")), tuple((f"r{n}", "word " * 90) for n in range(12))
    )
    pages = [page.extract_text() for page in opened(table).pages]
    assert sum(page.count("word") for page in pages) == 12 * 90
    for page in pages:
        assert page.count("word") % 90 == 0


def test_every_page_but_the_cover_says_what_it_is_at_its_head(read: PdfReader):
    pages = [squeezed(page.extract_text()) for page in read.pages]
    said = document()
    for page in pages[1:]:
        assert squeezed(said.marking) in page
        assert squeezed(said.running) in page
    assert squeezed(said.running) not in pages[0]
    assert squeezed(said.marking) in pages[0]


def test_every_page_has_its_number_of_all(read: PdfReader):
    of = len(read.pages)
    for number, page in enumerate(read.pages, start=1):
        assert f"{number} of {of}" in page.extract_text()


def test_contents_are_listed_where_there_are_more_than_7_sections():
    sections = document().sections
    few = replace(document(), sections=sections[:7])
    assert "Contents" not in words(PdfReader(BytesIO(to_pdf(few))))
    assert "Contents" in words(PdfReader(BytesIO(to_pdf(document()))))


def test_what_is_short_has_its_parts_beneath_its_title_and_no_contents():
    one = replace(document(), is_short=True)
    reader = PdfReader(BytesIO(to_pdf(one)))
    first = squeezed(reader.pages[0].extract_text())
    assert squeezed(one.sections[0].heading) in first
    for said in (one.marking, one.running, f"{one.title}: {one.subtitle}", one.board):
        assert squeezed(said) in first
    for name, value in one.facts:
        assert squeezed(f"{name}: {value}") in first
    assert "Contents" not in words(reader)
    assert len(reader.pages) < len(PdfReader(BytesIO(to_pdf(document()))).pages)


def test_a_table_begins_on_a_page_with_several_rows_or_not_at_all():
    filling = [Paragraph(plain("Filling.")) for _ in range(60)]
    table = Table("T", (Column("A"), Column("B")), tuple((f"row{n}", "x") for n in range(40)))
    for lines in range(22, 36):
        pages = [page.extract_text() for page in opened(*filling[:lines], table).pages]
        first = next(page for page in pages if "row0" in page)
        assert first.count("row") >= 4
        assert "T\nA" in first


@pytest.mark.parametrize("number", [9, 12, 40, 70])
def test_of_a_broken_table_four_rows_stand_on_each_page(number: int):
    filling = [Paragraph(plain("Filling.")) for _ in range(60)]
    rows = tuple((f"row{n}", "x", "y " * 200 if number == 9 else "y") for n in range(number))
    table = Table("T", (Column("A"), Column("B"), Column("C", weight=4)), rows)
    for lines in range(0, 36, 1 if number == 12 else 5):
        pages = [page.extract_text() for page in opened(*filling[:lines], table).pages]
        counted = [page.count("row") for page in pages if "row" in page]
        assert sum(counted) == number
        least = 2 if number == 9 else 4  # rows so high that four of them would leave much blank
        assert min(counted) >= least


def test_the_last_rows_of_a_broken_table_are_rows_like_the_others():
    rows = tuple((f"row{n}", "x") for n in range(40))
    reader = opened(Table("T", (Column("A"), Column("B")), rows))
    kinds = [one.get("/S") for one in elements(reader)]
    assert kinds.count("/Table") == 1
    assert (kinds.count("/TH"), kinds.count("/TD"), kinds.count("/TR")) == (2, 80, 41)


@pytest.mark.parametrize(("points", "is_parted"), [(12, False), (90, True)])
def test_a_section_that_is_kept_whole_is_parted_only_where_no_page_holds_it(
    points: int, is_parted: bool
):
    filling = [Paragraph(plain("Filling.")) for _ in range(60)]
    asked = Bullets((plain("Asked."),) * points, is_numbered=True)
    for lines in range(0, 36, 3):
        sections = (
            Section("one", "One", tuple(filling[:lines])),
            Section("asked", "To ask", (asked,), is_kept_whole=True),
            Section("last", "Last", (Paragraph(plain("End.")),)),
        )
        reader = PdfReader(BytesIO(to_pdf(replace(document(), sections=sections))))
        held = [text for page in reader.pages if "Asked." in (text := page.extract_text())]
        assert (len(held) > 1) == is_parted
        assert "To ask" in held[0]
        assert sum(text.count("Asked.") for text in held) == points
        outline: list[Any] = [one for one in reader.outline if not isinstance(one, list)]
        assert [one.title for one in outline] == ["One", "To ask", "Last"]


def test_a_section_that_is_kept_whole_has_as_much_room_above_it_as_any_other():
    sections = [
        Section(name, heading, (Paragraph(plain("Said.")),), is_kept_whole=is_kept_whole)
        for name, heading, is_kept_whole in (
            ("one", "One", False),
            ("two", "Two", False),
            ("three", "Three", True),
            ("four", "Four", False),
        )
    ]
    reader = PdfReader(BytesIO(to_pdf(replace(document(), sections=tuple(sections)))))
    heights: dict[str, float] = {}

    def seen(text: str, _: Any, place: Any, *__: Any) -> None:
        heights.setdefault(text.strip(), place[5])

    for page in reader.pages:
        page.extract_text(visitor_text=seen)
    one, two, three, four = (heights[section.heading] for section in sections)
    assert one - two == pytest.approx(two - three) == pytest.approx(three - four)


@pytest.mark.parametrize(("lines", "has_page_of_its_own"), [(1, False), (30, True)])
def test_the_appendices_begin_a_page_unless_the_one_above_would_be_nearly_empty(
    lines: int, has_page_of_its_own: bool
):
    said = (Paragraph(plain("Said.")),) * lines
    looked_up = Paragraph(plain("Looked up."))
    sections = (
        Section("asked", "Asked", said),
        Section("method", "Method", (looked_up,), is_appendix=True),
        *(Section(f"n{n}", f"Numbers {n}", (), is_appendix=True) for n in range(7)),
    )
    reader = PdfReader(BytesIO(to_pdf(replace(document(), sections=sections))))
    pages = [page.extract_text() for page in reader.pages]
    [first] = [page for page in pages if "Looked up." in page]
    assert ("Said." in first) != has_page_of_its_own
    assert all(f"{number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_a_short_list_stays_on_the_page_of_its_note():
    filling = [Paragraph(plain("Filling.")) for _ in range(60)]
    asked = Bullets((plain("Asked."),) * 3)
    for lines in range(20, 45):
        blocks = (*filling[:lines], asked, Paragraph(plain("Small print."), "note"))
        [page] = [page for page in opened(*blocks).pages if "Small print." in page.extract_text()]
        assert page.extract_text().count("Asked.") == 3


def test_no_page_is_empty_wherever_wide_tables_stand():
    wide = Table(
        "Wide", tuple(Column(f"Safeguarding {n}", True) for n in range(13)), (("1",) * 13,)
    )
    sections = tuple(
        Section(str(n), f"Section {n}", (wide,) if n % 2 else (Paragraph(plain("Upright.")),))
        for n in range(1, 9)
    )
    reader = PdfReader(BytesIO(to_pdf(replace(document(), sections=sections))))
    for page in reader.pages[1:]:
        assert "Section" in page.extract_text()
        is_lying = page.mediabox.width > page.mediabox.height
        assert is_lying == ("Wide" in page.extract_text())


def test_what_leads_to_a_list_stays_with_it():
    filling = [Paragraph(plain("Filling.")) for _ in range(60)]
    rules = Bullets((plain("First rule."),) * 3)
    for lines in range(12, 26):  # in one of these the foot of the page comes between
        reader = opened(*filling[:lines], Paragraph(plain("The rules:")), rules)
        [page] = [page for page in reader.pages if "The rules:" in page.extract_text()]
        assert "First rule." in page.extract_text()


def test_a_shaded_cell_holds_its_number():
    cells = tuple(Cell(f"{step} of 9", step) for step in range(6))
    table = Table("T", tuple(Column(f"C{n}") for n in range(6)), (cells,), hue="strength")
    for step in range(6):
        assert f"{step}of9" in words(opened(table))


def test_a_letter_that_the_font_does_not_hold_is_a_box():
    assert "Łódź□end" in words(opened(Paragraph(plain("Łódź 漢 end"))))


def test_a_word_too_long_for_a_line_stays_whole_when_copied():
    long = "a1" * 90
    assert long in words(opened(Paragraph(plain(long)), Paragraph(plain(LONG_WORD))))


def test_a_high_figure_is_made_to_fit_a_page():
    dots = tuple(replace(DOTS.dots[0], label=f"Factor {n}") for n in range(60))
    reader = opened(Dots("High", "A high figure.", "Factor", dots))
    assert len(reader.pages) == 2
    assert "Factor59" in words(reader)


def test_the_letters_of_a_figure_have_at_least_7_and_a_half_points():
    assert SMALL * UPRIGHT / WIDTH >= 7.5


def test_a_document_of_little_is_a_page():
    nothing = Bars("Nothing", "", "Agency", "actions", (Bar("A", Series("Open", "open"), 0),))
    little = Document("T", "S", "B", "", document().data_date, "R", (), (), ())
    assert len(PdfReader(BytesIO(to_pdf(little))).pages) == 1
    assert len(opened(nothing).pages) == 1
