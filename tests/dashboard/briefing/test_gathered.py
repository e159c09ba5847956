"""The parts that are put together from the other parts."""

from dashboard.briefing.document import Bullets, Section, Slide
from dashboard.briefing.gathered import at_a_glance
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters, plain, said
from tests.dashboard.briefing.documents_drawn import DOTS, MATRIX

PART = Part("at_a_glance", "At a glance", "", 0)
LONG = said("**Tools** was found in 12 of 20 reviews, and much more is said of it.")


def short(*slides: Slide) -> list[str]:
    """Return the points of the slide on a part with these slides."""
    [slide] = at_a_glance([Section("recurs", "Recurs", (), LONG, slides)], PART).slides
    assert isinstance(slide.shown, Bullets)
    return [letters(item) for item in slide.shown.items]


def test_on_its_slide_a_part_is_told_in_the_titles_of_its_charts():
    both = (Slide("Tools recurs as a problem", DOTS), Slide("Law recurs as a strength.", DOTS))
    assert short(*both) == ["Tools recurs as a problem. Law recurs as a strength."]


def test_tables_are_told_of_by_the_first_and_only_where_there_is_no_chart():
    assert short(Slide("By agency", MATRIX), Slide("Once more", MATRIX)) == ["By agency."]
    assert short(Slide("31 are overdue", DOTS), Slide("Which", MATRIX)) == ["31 are overdue."]


def test_titles_that_are_long_together_are_told_by_the_first():
    three = [Slide(letter * 150, DOTS) for letter in "ABC"]
    assert short(*three) == ["A" * 150 + "."]


def test_a_part_without_a_slide_is_told_by_its_message():
    assert short() == [letters(LONG)]


def test_on_paper_each_part_is_told_by_its_message():
    section = at_a_glance([Section("recurs", "Recurs", (), LONG, (Slide("Short", DOTS),))], PART)
    assert section.blocks == (Bullets((LONG,)),)
    assert plain("Short") not in section.blocks
