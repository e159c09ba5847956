"""The list of contents of a Word document: a field of Word, with a line that leads to each part."""

from dataclasses import replace

from docx.oxml.ns import qn

from tests.dashboard.briefing.documents_drawn import HOSTILE, document
from tests.dashboard.briefing.writers.word.read_back import headings, of_sections, read, styled


def test_the_list_names_each_section_in_its_order():
    word = read(document())
    (heading,) = styled(word, "TOC Heading")
    assert heading.text == "Contents"
    of_first_rank = [text for level, text in headings(word) if level == 1]
    assert [line.text for line in styled(word, "toc 1")] == of_first_rank


def test_each_line_leads_to_its_heading():
    word = read(document())
    marked = {
        mark.get(qn("w:name")): paragraph.text
        for paragraph in word.paragraphs
        for mark in paragraph._p.iter(qn("w:bookmarkStart"))
    }
    lines = styled(word, "toc 1")
    links = [link for line in lines for link in line._p.iter(qn("w:hyperlink"))]
    led_to = [marked[link.get(qn("w:anchor"))] for link in links]
    assert led_to == [line.text for line in lines]


def test_the_list_is_a_field_that_word_can_write_anew():
    body = read(document()).element.body
    marks = [mark.get(qn("w:fldCharType")) for mark in body.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]
    assert [one.text for one in body.iter(qn("w:instrText"))] == [r' TOC \o "1-1" \n \h \z ']


def test_a_heading_of_any_letters_is_in_the_list_as_it_is():
    first, *others = document().sections
    word = read(of_sections(replace(first, heading=HOSTILE), *others))
    assert styled(word, "toc 1")[0].text == HOSTILE


def test_what_has_few_sections_or_is_short_has_no_list():
    few = of_sections(*document().sections[:7])
    for word in (read(few), read(replace(document(), is_short=True))):
        assert styled(word, "toc 1") == styled(word, "TOC Heading") == []
        assert list(word.element.body.iter(qn("w:bookmarkStart"))) == []
