"""How far actions have come: in all, by owner, within the quarter, and what is longest overdue."""

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.briefing.dated import falls_within
from dashboard.briefing.document import Block, Paragraph, Question, Section, Slide
from dashboard.briefing.figures import Bar, Bars, Series
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.overdue import asked_of_overdue, longest_overdue
from dashboard.briefing.parts.responses import responses
from dashboard.briefing.template import Part
from dashboard.briefing.text import Text, letters, plain, said
from dashboard.charts.action_progress import alt_text
from dashboard.progress import WORDS, Links, Progress, links, progress
from dashboard.sentences import actions as words
from dashboard.sentences.briefing import actions as told
from dashboard.sentences.left_out import FINDING_FILTERS

MOST = 8
"""So many owners are drawn, where the template does not say otherwise."""
UNRECORDED = "Owner not recorded"


class Told(NamedTuple):
    """What is told of recommendations and actions."""

    blocks: list[Block]
    slides: list[Slide]
    message: Text = ()
    questions: tuple[Question, ...] = ()


def actions(inquiry: Inquiry, part: Part) -> Section:
    """Tell how far the actions have come that answer the reviews up to the end of the quarter.

    Where the sources record whether reviews were responded to, that is told too.
    """
    [recorded] = inquiry.rows("answers_recorded")
    if recorded.recommendations or recorded.actions:
        held = _told(inquiry, part.most or MOST, int(recorded.recommendations))
    else:
        titles = [source.title for source in inquiry.chosen.sources]
        held = Told([Paragraph(said(words.not_recorded(titles)), "lead")], [])
    blocks, slides, message = held.blocks, held.slides, held.message
    if recorded.reviews_with_response_status:
        answered = responses(inquiry)
        blocks, slides = [*blocks, *answered.blocks], [*slides, *answered.slides]
        message = message or answered.message
    return Section(
        part.show, part.heading, tuple(blocks), message, tuple(slides), questions=held.questions
    )


def _told(inquiry: Inquiry, most: int, recorded: int) -> Told:
    """Tell of recommendations and actions, where the sources record some."""
    tied = links(inquiry.rows("link_rates"))
    if not tied.recommendations:
        return Told([Paragraph(said(words.nothing(recorded)), "lead")], [])
    rates = said(" ".join(words.link_rates(tied)))
    every = progress(inquiry.table("action_progress"), "")
    questions = tuple(_questions(inquiry, tied, every))
    if not every:
        first = said(words.link_rates(tied)[0])
        return Told([Paragraph(rates, "lead"), *_narrowed(inquiry)], [], first, questions)
    [row] = every
    quarter = _this_quarter(inquiry)
    figure, not_drawn = _by_owner(inquiry, most)
    table = longest_overdue(inquiry, row, most)
    tables = [table] if table else []
    blocks = [
        Paragraph(said(words.progress(row)), "lead"),
        Paragraph(said(quarter), "lead"),
        Paragraph(plain(told.told_as_at(row, inquiry.request.quarter.last))),
        Paragraph(said(" ".join(filter(None, [words.ages(row), words.contradictions(row)])))),
        figure,
        Paragraph(plain(" ".join(filter(None, [not_drawn, words.NO_LEAGUE_TABLE]))), "note"),
        *tables,
        Paragraph(rates),
        *_narrowed(inquiry),
        Paragraph(plain(f"{words.AS_RECORDED} {words.HOW_TOLD}"), "note"),
    ]
    headline = told.headline(row)
    first = letters(said(headline))
    slides = [Slide(first, figure, not_drawn), *(Slide(one.title, one) for one in tables)]
    return Told(blocks, slides, said(f"{headline} {quarter}"), questions)


def _this_quarter(inquiry: Inquiry) -> str:
    """Say what was signed off within the quarter, and what fell due in it and is not done."""
    quarter = inquiry.request.quarter
    signed_off = [
        falls_within(quarter, row.signed_off_on, row.signed_off_on_precision)
        for row in inquiry.rows("actions", tracked="signed off")
    ]
    due = [
        falls_within(quarter, row.due_on, row.due_on_precision)
        for row in inquiry.rows("actions", tracked="overdue")
    ]
    then = told.this_quarter(signed_off.count(True), due.count(True), quarter.name)
    return " ".join(filter(None, [then, told.in_no_quarter(signed_off.count(None))]))


def _by_owner(inquiry: Inquiry, most: int) -> tuple[Bars, str]:
    """Draw the owners with the most overdue actions; say what is not drawn."""
    owners = progress(inquiry.table("action_progress", by="owner"), UNRECORDED)
    drawn, rest = owners[:most], owners[most:]
    present = [word for word in WORDS if any(row.words[word] for row in drawn)]
    figure = Bars(
        title="How far actions have come, by owner",
        alt=alt_text(drawn, "owner"),
        labelled="Owner",
        unit="actions",
        bars=tuple(
            Bar(row.group, Series(WORDS[word], word), row.words[word])
            for row in drawn
            for word in present
        ),
    )
    late = sum(row.words["overdue"] for row in rest)
    return figure, told.not_drawn(len(rest), sum(row.actions for row in rest), late)


def _narrowed(inquiry: Inquiry) -> Iterator[Paragraph]:
    """Say that a filter of findings leaves out what is tied to no such finding."""
    chosen = [name for field, name in FINDING_FILTERS.items() if getattr(inquiry.up_to, field)]
    if chosen:
        yield Paragraph(plain(words.narrowed(chosen)), "note")


def _questions(inquiry: Inquiry, tied: Links, every: list[Progress]) -> Iterator[Question]:
    """Ask about what has been overdue for a year or more, and what has no recommendation."""
    for row in every:
        yield from asked_of_overdue(inquiry, row)
    if tied.findings_without_recommendation:
        yield Question(said(told.not_answered(tied)), told.NOT_ANSWERED)
