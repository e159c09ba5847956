"""What stands in a Word document, in its order."""

from docx.oxml.ns import qn
from docx.shared import Cm

from dashboard.briefing.document import Bullets, Paragraph, Quotation, Section, Subheading
from dashboard.briefing.figures import Dot, Dots, Share
from dashboard.briefing.text import plain, said
from tests.dashboard.briefing.documents_drawn import (
    BARS,
    CONTROL,
    DOTS,
    HOSTILE,
    PROBLEM,
    TREND,
    document,
)
from tests.dashboard.briefing.writers.word.read_back import (
    has,
    of_blocks,
    of_sections,
    read,
    styled,
)


def texts(word, style):
    return [paragraph.text for paragraph in styled(word, style)]


def test_the_cover_says_what_it_is_whose_and_what_it_rests_on():
    drawn = document()
    word = read(of_sections())
    written = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs]
    assert written == [
        ("Marking", drawn.marking),
        ("Title", drawn.title),
        ("Subtitle", drawn.subtitle),
        ("Board", drawn.board),
        *(("Fact", f"{name}\t{value}") for name, value in drawn.facts),
        *(("Notice", "".join(run.text for run in notice)) for notice in drawn.notices),
    ]


def test_a_sentence_keeps_its_bold_words():
    word = of_blocks(Paragraph(said("**Supervision** was found in 12 of 20 reviews (60%).")))
    runs = [(run.text, run.style.name == "Strong") for run in word.paragraphs[-1].runs]
    assert runs == [("Supervision", True), (" was found in 12 of 20 reviews (60%).", False)]
    assert word.styles["Strong"].font.bold


def test_each_kind_of_paragraph_has_a_style_of_its_own():
    kinds = ("plain", "lead", "note", "notice")
    word = of_blocks(*(Paragraph(plain(kind), kind) for kind in kinds))
    styles = [paragraph.style.name for paragraph in word.paragraphs[-4:]]
    assert styles == ["Normal", "Lead", "Note", "Notice"]
    assert word.styles["Note"].font.size.pt == 9


def test_what_leads_to_a_list_or_a_quotation_stays_with_it():
    led = (Bullets((plain("One."),)), Quotation("One.", "Review A-13"))
    for follows in led:
        word = of_blocks(Paragraph(plain("3 findings hold it.")), follows)
        (lead,) = [one for one in word.paragraphs if one.text == "3 findings hold it."]
        assert lead.paragraph_format.keep_with_next
    word = of_blocks(Paragraph(plain("3 findings hold it.")), Paragraph(plain("More.")))
    assert not word.paragraphs[-2].paragraph_format.keep_with_next


def test_a_list_has_the_style_of_a_list():
    word = of_blocks(Bullets((plain("One."), plain("Two."))))
    assert texts(word, "List Bullet") == ["One.", "Two."]


def test_every_numbered_list_begins_with_1():
    points = Bullets((plain("One."), plain("Two.")), is_numbered=True)
    word = of_blocks(points, Paragraph(plain("Between.")), points)
    numbers = [point._p.pPr.numPr.numId.val for point in styled(word, "List Number")]
    assert len(set(numbers)) == 2
    assert numbers[0] == numbers[1]
    assert numbers[2] == numbers[3]
    for number in numbers:
        held = word.part.numbering_part.element.num_having_numId(number)
        assert held.find(".//" + qn("w:startOverride")).get(qn("w:val")) == "1"


def test_a_quotation_stands_above_its_source_on_the_same_page():
    word = of_blocks(Quotation("It was said “twice”.", "Review A-13, page 4"))
    assert texts(word, "Quote") == ["It was said “twice”."]
    assert texts(word, "Quote source") == ["Review A-13, page 4"]
    assert word.styles["Quote"].paragraph_format.keep_with_next


def test_every_figure_is_told_to_those_who_do_not_see_it():
    word = of_blocks(DOTS, BARS, TREND)
    told = [
        (shape._inline.docPr.get("title"), shape._inline.docPr.get("descr"))
        for shape in word.inline_shapes
    ]
    assert told == [(figure.title, figure.alt) for figure in (DOTS, BARS, TREND)]
    assert texts(word, "Caption") == [figure.title for figure in (DOTS, BARS, TREND)]


def test_a_figure_fills_the_width_between_the_margins():
    (shape,) = of_blocks(DOTS).inline_shapes
    assert abs(shape.width - Cm(17)) < Cm(0.01)


def test_a_figure_taller_than_a_page_is_made_smaller_as_a_whole():
    tall = Dots(
        "Many", "Many.", "Factor", tuple(Dot(f"{n}", PROBLEM, Share(1, 9)) for n in range(90))
    )
    (shape,) = of_blocks(tall).inline_shapes
    picture = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    image = of_blocks(tall).part.related_parts[picture].image
    assert shape.height <= Cm(21)
    assert abs(shape.width / shape.height - image.px_width / image.px_height) < 0.01


def test_a_figure_stays_with_the_note_beneath_it():
    note = Paragraph(plain("The 4 factors found in fewer reviews are not drawn."), "note")
    with_note, without = of_blocks(DOTS, note), of_blocks(DOTS, Paragraph(plain("More.")))
    assert has(styled(with_note, "Figure")[0]._p, "w:keepNext")
    assert not has(styled(without, "Figure")[0]._p, "w:keepNext")


def test_headings_and_titles_stay_with_what_follows_them():
    word = of_blocks(Subheading("Then"))
    for name in ("Heading 1", "Heading 2", "Caption"):
        assert word.styles[name].paragraph_format.keep_with_next


def test_a_section_that_is_kept_whole_stays_on_one_page_with_its_heading():
    blocks = (Paragraph(plain("First.")), Bullets((plain("One."), plain("Two."))))
    for is_kept_whole in (True, False):
        word = read(of_sections(Section("one", "One", blocks, is_kept_whole=is_kept_whole)))
        *before_last, last = word.paragraphs[-4:]
        assert before_last[0].text == "One"
        stays = [bool(one.paragraph_format.keep_with_next) for one in before_last[1:]]
        assert stays == [True, is_kept_whole]  # what leads to a list stays with it in any case
        assert not last.paragraph_format.keep_with_next
        assert bool(last.paragraph_format.keep_together) == is_kept_whole


def test_letters_that_xml_does_not_hold_are_left_out_everywhere():
    blocks = (
        Subheading(CONTROL),
        Paragraph(plain(CONTROL)),
        Bullets((plain(CONTROL),)),
        Quotation(CONTROL, CONTROL),
        Dots(CONTROL, CONTROL, CONTROL, (Dot("One", PROBLEM, Share(1, 9)),)),
    )
    word = of_blocks(*blocks)
    written = {paragraph.text for paragraph in word.paragraphs if paragraph.text.startswith("One")}
    assert written == {"One", "One twothreefourfive"}


def test_hostile_letters_are_what_they_are():
    word = of_blocks(Subheading(HOSTILE), Paragraph(plain(HOSTILE)), Quotation(HOSTILE, HOSTILE))
    assert [paragraph.text for paragraph in word.paragraphs[-4:]] == [HOSTILE] * 4


def test_no_style_is_in_another_language_or_font():
    element = read(document()).styles.element
    assert {one.get(qn("w:val")) for one in element.iter(qn("w:lang"))} == {"en-GB"}
    defaults = element.find(".//" + qn("w:rPrDefault")).find(".//" + qn("w:rFonts"))
    assert set(defaults.values()) == {"Arial"}
