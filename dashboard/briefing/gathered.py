"""The parts that are put together from the other parts: summary, questions, numbers."""

from collections.abc import Callable, Sequence

from dashboard.briefing.document import Bullets, Column, Paragraph, Section, Slide, Table
from dashboard.briefing.figures import Bars, Dots, Figure, Trend, numbers
from dashboard.briefing.template import Part
from dashboard.briefing.text import Text, plain
from dashboard.briefing.titles import LETTERS

Gather = Callable[[Sequence[Section], Part], Section]

NUMBERS = "numbers"
NO_QUESTIONS = "None of the rules below raises a question from these numbers."
_WIDE = 2.6


def at_a_glance(sections: Sequence[Section], part: Part) -> Section:
    """Say in a line each what the other parts come to."""
    points = tuple(section.message for section in sections if section.message)
    if not points:
        nothing = Paragraph(plain("There is nothing to tell."), "lead")
        return Section(part.show, part.heading, (nothing,))
    bullets = Bullets(points)
    short = Bullets(tuple(_in_short(section) for section in sections if section.message))
    return Section(part.show, part.heading, (bullets,), slides=(Slide(part.heading, short),))


def _in_short(section: Section) -> Text:
    """Return what a part comes to in the words of its charts, or of its first slide."""
    if not section.slides:
        return section.message
    charts = [one for one in section.slides if isinstance(one.shown, Dots | Bars | Trend)]
    first, *others = (f"{one.message.removesuffix('.')}." for one in charts or section.slides)
    every = " ".join([first, *others]) if charts else first
    return plain(every if len(every) <= 2 * LETTERS else first)


def questions(sections: Sequence[Section], part: Part) -> Section:
    """Gather the questions for the board, each with the rule by which the numbers raise it."""
    asked = [question for section in sections for question in section.questions]
    if not asked:
        return Section(part.show, part.heading, (Paragraph(plain(NO_QUESTIONS), "lead"),))
    bullets = Bullets(tuple(question.text for question in asked), is_numbered=True)
    rules = Bullets(tuple(plain(rule) for rule in dict.fromkeys(one.rule for one in asked)))
    first = Paragraph(plain("Each is raised by a rule from the numbers, and judges nothing."))
    why = Paragraph(plain("The rules that raised them:"), "note")
    return Section(
        part.show,
        part.heading,
        (first, bullets, why, rules),
        slides=(Slide(part.heading, bullets),),
    )


def the_numbers(sections: Sequence[Section], part: Part) -> Section:
    """Set down every number of every figure as a table."""
    tables = tuple(
        table_of(block)
        for section in sections
        for block in section.blocks
        if isinstance(block, Dots | Bars | Trend)
    )
    return Section(part.show, part.heading, tables, is_appendix=True)


def table_of(figure: Figure) -> Table:
    """Return the numbers of a figure as a table."""
    held = numbers(figure)
    columns = tuple(
        Column(name, is_number, 1.0 if is_number or place else _WIDE)
        for place, (name, is_number) in enumerate(zip(held.columns, held.numeric, strict=True))
    )
    return Table(figure.title, columns, held.rows)


GATHERED: dict[str, Gather] = {
    "at_a_glance": at_a_glance,
    "questions": questions,
    NUMBERS: the_numbers,
}
"""Each gathered part by its name in a template."""
