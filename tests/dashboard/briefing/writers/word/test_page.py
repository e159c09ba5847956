"""The pages of a Word document, and its properties."""

from dataclasses import replace
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from dashboard.briefing.document import Column, Paragraph, Section, Subheading, Table
from dashboard.briefing.text import plain
from tests.dashboard.briefing.documents_drawn import HOSTILE, document
from tests.dashboard.briefing.writers.word.read_back import has, of_blocks, of_sections, read

A4 = (21.0, 29.7)
AGENCIES = (Column("Factor", weight=2), *(Column("Neighbourhood", True) for _ in range(9)))
WIDE = Table("Too wide to stand", AGENCIES, (("Supervision", *["12 of 20"] * 9),))
AFTER = Paragraph(plain("What follows."))


def sizes(word: Any) -> list[tuple[float, float]]:
    """Return the width and height of the pages of each section, in cm."""
    return [
        (round(section.page_width.cm, 1), round(section.page_height.cm, 1))
        for section in word.sections
    ]


def texts(part: Any) -> list[str]:
    return [paragraph.text for paragraph in part.paragraphs]


def test_pages_are_a4_and_stand_with_margins_of_2_cm():
    word = read(document())
    (section,) = word.sections
    margins = (
        *(section.left_margin, section.right_margin),
        *(section.top_margin, section.bottom_margin),
    )
    assert sizes(word) == [A4]
    assert {round(margin.cm, 2) for margin in margins} == {2.0}


def test_a_page_lies_for_a_table_that_is_too_wide_and_stands_again_after_it():
    word = of_blocks(AFTER, WIDE, AFTER)
    assert sizes(word) == [A4, A4[::-1], A4]
    assert [section.orientation for section in word.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]


def test_tables_that_follow_each_other_lie_in_one_section_of_pages():
    assert len(of_blocks(AFTER, WIDE, WIDE).sections) == 2


def test_a_heading_stands_on_the_page_that_lies_for_the_table_beneath_it():
    word = of_blocks(AFTER, Subheading("By agency"), WIDE)
    assert len(word.sections) == 2
    end_of_first = next(one for one in word.paragraphs if has(one._p, "w:sectPr"))
    heading = next(one for one in word.paragraphs if one.style.name == "Heading 2")
    assert end_of_first._p.getnext() is heading._p


def test_a_section_that_begins_with_a_wide_table_begins_on_the_page_that_lies():
    assert sizes(of_blocks(WIDE)) == [A4, A4[::-1]]
    word = of_blocks(WIDE)
    end_of_cover = next(one for one in word.paragraphs if has(one._p, "w:sectPr"))
    heading = next(one for one in word.paragraphs if one.style.name == "Heading 1")
    assert end_of_cover._p.getnext() is heading._p


def test_only_the_cover_has_no_running_head():
    word = of_blocks(AFTER, WIDE, AFTER)
    assert [one.different_first_page_header_footer for one in word.sections] == [
        True,
        False,
        False,
    ]
    first = word.sections[0]
    assert texts(first.first_page_header) == texts(first.first_page_footer) == [""]
    for section in word.sections:
        assert texts(section.header) == [document().marking, document().running]


def test_what_is_short_has_no_cover():
    word = read(replace(document(), is_short=True))
    assert not word.sections[0].different_first_page_header_footer
    heading = next(one for one in word.paragraphs if one.style.name == "Heading 1")
    assert not heading.paragraph_format.page_break_before


def test_what_is_short_is_set_closer_in_letters_of_at_least_8_and_a_half_points():
    short, usual = (read(replace(document(), is_short=is_short)) for is_short in (True, False))
    for name in ("Normal", "Heading 1", "Lead", "Note", "Quote", "Quote source", "List Bullet"):
        closer, usually = (word.styles[name] for word in (short, usual))
        assert 8.5 <= closer.font.size.pt <= usually.font.size.pt
        assert closer.paragraph_format.space_after < usually.paragraph_format.space_after


def test_without_a_marking_the_head_has_no_line_for_it():
    word = read(replace(document(), marking=""))
    assert texts(word.sections[0].header) == [document().running]
    assert (word.core_properties.category, word.core_properties.keywords) == ("", "")


def test_the_foot_says_which_page_of_how_many_and_whose_briefing():
    (foot,) = read(document()).sections[0].footer.paragraphs
    fields = [one.get(qn("w:instr")) for one in foot._p.findall(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    letters = "".join(str(one.text) for one in foot._p.iter(qn("w:t")))
    assert letters == f"Page 1 of 1 · {document().board}"


def test_the_properties_say_what_it_is_and_how_it_is_marked():
    drawn = document()
    found = read(drawn).core_properties
    assert found.title == f"{drawn.title}: {drawn.subtitle}"
    assert found.subject == drawn.board
    assert found.author == found.last_modified_by == "Crossreview"
    assert found.category == found.keywords == "OFFICIAL-SENSITIVE"
    assert found.comments == drawn.running
    assert found.language == "en-GB"


@pytest.mark.parametrize("board", [HOSTILE * 9, "\x00\x1b"])
def test_a_property_holds_any_board_as_far_as_it_can(board):
    found = read(replace(document(), board=board)).core_properties.subject
    assert board.replace("\x00\x1b", "").startswith(found)
    assert len(found) <= 255


def test_the_first_appendix_begins_a_page_and_the_next_follows_it():
    parts = [
        Section("a", "First", (AFTER,)),
        Section("b", "Second", (AFTER,)),
        Section("c", "Numbers", (AFTER,), is_appendix=True),
        Section("d", "Method", (AFTER,), is_appendix=True),
    ]
    word = read(of_sections(*parts))
    starts = {
        one.text: one.paragraph_format.page_break_before
        for one in word.paragraphs
        if one.style.name == "Heading 1"
    }
    assert starts == {"First": True, "Second": None, "Numbers": True, "Method": None}


@pytest.mark.parametrize(("is_short", "starts", "above"), [(True, None, 0), (False, True, 48)])
def test_what_is_short_begins_beneath_its_title_and_all_else_on_a_page_of_its_own(
    is_short, starts, above
):
    word = read(replace(of_sections(Section("a", "First", ())), is_short=is_short))
    first, *_ = [one for one in word.paragraphs if one.style.name == "Heading 1"]
    assert first.paragraph_format.page_break_before is starts
    assert word.styles["Title"].paragraph_format.space_before.pt == above


def test_a_picture_of_another_document_does_not_come_along():
    package = read(document()).part.package
    assert not [part for part in package.iter_parts() if "thumbnail" in part.partname]
