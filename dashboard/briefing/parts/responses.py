"""How reviews were responded to, where the sources record it: beneath how far actions have come."""

from typing import NamedTuple

from dashboard.briefing.document import Block, Paragraph, Slide, Subheading
from dashboard.briefing.figures import Dot, Dots, Series, Share
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.text import Text, plain, said
from dashboard.responses import Responded, judged, responded
from dashboard.sentences import response_status as words
from dashboard.sentences.briefing import responses as told
from dashboard.sentences.briefing.placed import PLACED
from queries.selection import Selection

FIRST = "overdue"
"""The status that is spoken of first, as on the page."""
HEADING = "Whether reviews were responded to"


class Answered(NamedTuple):
    """What is told of responses."""

    blocks: list[Block]
    slides: list[Slide]
    message: Text


def responses(inquiry: Inquiry) -> Answered:
    """Tell of the response statuses of the reviews up to the end of the quarter, and within it."""
    rows = _rows(inquiry, inquiry.up_to)
    if not rows:
        nothing = plain("No response status is recorded of any of these reviews.")
        return Answered([Subheading(HEADING), Paragraph(nothing)], [], ())
    first = said(words.response_status(rows, FIRST))
    within = _rows(inquiry, inquiry.within)
    name = inquiry.request.quarter.name
    placed, reviews = PLACED[str(inquiry.up_to.basis)], inquiry.reviews(inquiry.within)
    then = said(told.this_quarter(within, FIRST, placed, name, reviews))
    figure = Dots(
        title="Response status of reviews",
        alt=told.alt_text(rows),
        labelled="Response status",
        dots=tuple(_dot(row) for row in rows),
        among="reviews with a response status",
        among_in_short="With a status",
    )
    as_at = told.told_as_at(inquiry.covered_to)
    in_short = said(told.in_short(rows, FIRST, inquiry.covered_to))
    notes = [words.not_recorded(rows), as_at, words.OF_THE_WHOLE, words.LESS_TIME]
    blocks = [
        Subheading(HEADING),
        Paragraph(first),
        Paragraph(then),
        figure,
        Paragraph(plain(" ".join(filter(None, notes))), "note"),
    ]
    return Answered(blocks, [Slide(told.headline(rows, FIRST), figure)], in_short)


def _rows(inquiry: Inquiry, selection: Selection) -> list[Responded]:
    """Return the statuses of all reviews that a selection chooses."""
    return responded(judged(inquiry.table("response_status", selection)))


def _dot(row: Responded) -> Dot:
    """Return one status as a dot."""
    share = Share(row.reviews_with, row.reviews_recorded, row.share_low, row.share_high)
    return Dot(row.label, Series("Recorded", "neutral"), share)
