"""The parts that are put together from the other parts: summary, questions, numbers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from operator import itemgetter
from string import ascii_uppercase

from dashboard.briefing.document import (
    Bullets,
    Column,
    Paragraph,
    Question,
    Section,
    Slide,
    Table,
)
from dashboard.briefing.figure_numbers import numbers
from dashboard.briefing.figures import Bars, Dots, Figure, Trend
from dashboard.briefing.template import Part
from dashboard.briefing.text import Run, Text, plain
from dashboard.sentences.briefing import questions as words
from dashboard.sentences.briefing.at_a_glance import nothing_told

Gather = Callable[[Sequence[Section], Part], Section]

NUMBERS = "numbers"
NOTHING = "No other part of this briefing has anything to sum up."
NO_FIGURE = "This briefing has no figure."
MOST_ASKED = 10
"""So many questions are asked at most, where the template does not say otherwise."""
IMPORTANT_FIRST = (
    "seen_again",
    "changed",
    "trend",
    "actions",
    "where",
    "new_and_unseen",
    "balance",
    "quality",
)
"""The parts that ask, what came back after sign-off first and how it was coded last."""
ABOUT = ("filters", "coverage")
"""The parts that say of which reviews a briefing tells: one line of the summary."""
_WIDE = 2.6


def at_a_glance(sections: Sequence[Section], part: Part) -> Section:
    """Say in a line each what the other parts come to."""
    points = tuple(_points(sections))
    if not points:
        return _only(part, NOTHING)
    bullets = Bullets(points)
    return Section(part.show, part.heading, (bullets,), slides=(Slide(part.heading, bullets),))


def _points(sections: Sequence[Section]) -> Iterator[Text]:
    """Yield a line for each part, and one for what several parts have to say together.

    What the reviews are, and what they cover, is one line; and so is what chance may explain,
    where several parts have nothing else to say: the summary is to be read at a glance.
    """
    telling = [section for section in sections if section.message]
    about = [section for section in telling if section.key in ABOUT]
    untold = [section for section in telling if section.untold]
    for section in telling:
        if section in about:
            group, said = about, _run_on
        elif section in untold and len(untold) > 1:
            group, said = untold, _nothing_told
        else:
            group, said = [section], _run_on
        if section is group[0]:
            yield said(group)


def _run_on(sections: Sequence[Section]) -> Text:
    """Return the messages of some parts, one after the other."""
    first, *others = (section.message for section in sections)
    return (*first, *(run for message in others for run in (Run(" "), *message)))


def _nothing_told(sections: Sequence[Section]) -> Text:
    """Return in one sentence of what chance may explain all."""
    return plain(nothing_told([section.untold for section in sections]))


def questions(sections: Sequence[Section], part: Part) -> Section:
    """Gather the questions for the board, each with the rule by which the numbers raise it."""
    raised = _by_rule(sections)
    if not raised:
        return _only(part, words.NONE)
    asked = picked(raised, part.most or MOST_ASKED)
    first_of_each = dict.fromkeys(one.rule for one in asked)
    raised_by = first_of_each | dict.fromkeys(rule for one in asked for rule in one.also_by)
    names = dict(zip(raised_by, ascii_uppercase, strict=False))
    bullets = Bullets(tuple(one.text for one in asked), is_numbered=True)
    with_rules = tuple((*one.text, Run(f" {_rules_of(one, names)}")) for one in asked)
    rules = Bullets(tuple(plain(f"{name}: {rule}") for rule, name in names.items()))
    first = Paragraph(plain(words.asked(len(asked), sum(map(len, raised)))))
    is_shared = any(one.also_by for one in asked)
    why = Paragraph(plain(words.the_rules(is_shared=is_shared)), "note")
    return Section(
        part.show,
        part.heading,
        (first, replace(bullets, items=with_rules), why, rules),
        slides=(Slide(part.heading, bullets),),
        is_kept_whole=True,
    )


def picked(raised: Sequence[Sequence[Question]], most: int) -> list[Question]:
    """Pick the first question of each rule, then the second of each, until there are enough.

    Args:
        raised: the questions of each rule, the most important first.
        most: how many are picked at most, at least 1.

    Returns:
        What is picked, that of each rule together, in the same order.
    """
    in_turn = [
        (rule, one)
        for turn in zip_longest(*raised)
        for rule, one in enumerate(turn)
        if one is not None
    ][:most]
    return [one for _, one in sorted(in_turn, key=itemgetter(0))]


def _by_rule(sections: Sequence[Section]) -> list[list[Question]]:
    """Return the questions of each rule together, the most important first."""
    found: dict[str, list[Question]] = {}
    for question in _once(sections):
        found.setdefault(question.rule, []).append(question)
    return list(found.values())


def _once(sections: Sequence[Section]) -> list[Question]:
    """Return every question, the most important part's first, and of each factor one.

    Where several rules ask about the same factor, the first asks, and holds what the others add.
    """
    asked: list[Question] = []
    place: dict[tuple[str, str], int] = {}
    for section in sorted(sections, key=_importance):
        for question in section.questions:
            if question.about in place:
                here = place[question.about]
                asked[here] = _joined(asked[here], question)
                continue
            if question.about is not None:
                place[question.about] = len(asked)
            asked.append(question)
    return asked


def _joined(first: Question, other: Question) -> Question:
    """Return a question that says also what another rule raises about the same factor."""
    text = (*first.text, Run(" "), *other.also) if other.also else first.text
    return replace(first, text=text, also_by=(*first.also_by, other.rule))


def _rules_of(question: Question, names: Mapping[str, str]) -> str:
    """Return the names of the rules that raise a question, as they stand behind it."""
    return words.by_rule([names[rule] for rule in (question.rule, *question.also_by)])


def _importance(section: Section) -> int:
    """Return the place of a part among those that ask; what is not among them comes last."""
    is_known = section.key in IMPORTANT_FIRST
    return IMPORTANT_FIRST.index(section.key) if is_known else len(IMPORTANT_FIRST)


def _only(part: Part, nothing: str) -> Section:
    """Return a section that says why there is nothing in it."""
    return Section(part.show, part.heading, (Paragraph(plain(nothing), "lead"),))


def the_numbers(sections: Sequence[Section], part: Part) -> Section:
    """Set down every number of every figure as a table."""
    tables = tuple(
        table_of(block)
        for section in sections
        for block in section.blocks
        if isinstance(block, Dots | Bars | Trend)
    )
    none = () if tables else (Paragraph(plain(NO_FIGURE)),)
    return Section(part.show, part.heading, (*none, *tables), is_appendix=True)


def table_of(figure: Figure) -> Table:
    """Return the numbers of a figure as a table."""
    held = numbers(figure)
    columns = tuple(
        Column(name, is_number, 1.0 if is_number or place else _WIDE)
        for place, (name, is_number) in enumerate(zip(held.columns, held.numeric, strict=True))
    )
    return Table(figure.title, columns, held.rows, (plain(held.note),) if held.note else ())


GATHERED: dict[str, Gather] = {
    "at_a_glance": at_a_glance,
    "questions": questions,
    NUMBERS: the_numbers,
}
"""Each gathered part by its name in a template."""
