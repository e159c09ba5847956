"""Found again after sign-off: what became of the factors on which an action was signed off."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard.briefing.document import Block, Paragraph, Question, Section, Slide
from dashboard.briefing.figures import Bar, Bars, Series
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.nothing import nothing
from dashboard.briefing.parts.seen_table import KNOWN, most_seen, seen_table, where
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.sentences import after_action
from dashboard.sentences.after_action import STATES
from dashboard.sentences.briefing import seen_again as told
from dashboard.sentences.not_followed import not_followed, not_placed

MOST, LISTED = 8, 10
"""So many factors are drawn, and follow-ups listed, where the template does not say otherwise."""
SHORT = {"not seen": "Not seen", "too early": "Too early"}
"""What the key calls the states whose names are long."""


def seen_again(inquiry: Inquiry, part: Part) -> Section:
    """Tell after which signed-off actions their factor was found again in later practice.

    The filters choose what is followed, and never where it is looked for; nothing counts that was
    not known by the end of the quarter.
    """
    [recorded] = inquiry.rows("answers_recorded")
    if not recorded.actions_signed_off:
        titles = [source.title for source in inquiry.chosen.sources]
        return nothing(part, said(told.not_recorded(titles)))
    rows = inquiry.table("follow_ups", **KNOWN)
    answer = said(" ".join(filter(None, [after_action.follow_ups(rows), _leniently(rows)])))
    if rows.empty:
        return nothing(part, answer, *_cannot_be_told(inquiry))
    [every] = inquiry.rows("after_action", **KNOWN)
    figure, not_drawn = _by_factor(inquiry, part.most or MOST)
    table = seen_table(inquiry, part.most or LISTED)
    tables = [table] if table else []
    headline = told.headline(int(every.seen_again), int(every.follow_ups))
    later = [
        int(row.reviews_after) for row in inquiry.rows("follow_ups", **KNOWN, state="not seen")
    ]
    open_still = told.bounds(later) or after_action.NOT_SUCCESS
    blocks: list[Block] = [
        Paragraph(answer, "lead"),
        Paragraph(plain(open_still)),
        Paragraph(plain(_known(inquiry, every))),
        figure,
        *([Paragraph(plain(not_drawn), "note")] if not_drawn else []),
        *tables,
        *_cannot_be_told(inquiry),
        Paragraph(plain(after_action.WHERE_LOOKED), "note"),
    ]
    return Section(
        part.show,
        part.heading,
        tuple(blocks),
        said(told.in_short({state: _number(every, state) for state in STATES})),
        slides=(Slide(headline, figure, not_drawn),),
        questions=tuple(_questions(inquiry)),
    )


def _leniently(rows: pd.DataFrame) -> str:
    """Say what the lenient reading changes; nothing where nothing is followed."""
    return "" if rows.empty else after_action.leniently(rows)


def _known(inquiry: Inquiry, every: Any) -> str:
    """Say that what came after the quarter is not looked at, and what it would tell."""
    end, basis = inquiry.request.quarter.last, str(inquiry.up_to.basis)
    [since] = inquiry.rows("after_action")
    said_of_quarter = told.known_by(end, basis)
    if tuple(since) == tuple(every):
        return said_of_quarter
    later = told.since_then(inquiry.chosen.data_date, int(since.seen_again), int(since.follow_ups))
    return f"{said_of_quarter} {later}"


def _cannot_be_told(inquiry: Inquiry) -> Iterator[Paragraph]:
    """Say which actions cannot be followed, and which reviews cannot be placed."""
    fates = {row.fate: int(row.actions) for row in inquiry.rows("followed_or_not", **KNOWN)}
    [recorded] = inquiry.rows("practice_recorded", **KNOWN)
    without = ("reviews", "reviews_without_date", "reviews_without_beginning")
    numbers = [int(getattr(recorded, name)) for name in (*without, "reviews_without_end")]
    sentences = [not_followed(fates, "signed-off"), not_placed(*numbers)]
    if text := " ".join(filter(None, sentences)):
        yield Paragraph(plain(text))


def _by_factor(inquiry: Inquiry, most: int) -> tuple[Bars, str]:
    """Draw the factors that were seen again most often; say what is not drawn."""
    rows = inquiry.rows("after_action", **KNOWN, by="factor")
    ordered = sorted(rows, key=lambda row: (-row.seen_again, -row.follow_ups, row.group_label))
    drawn, rest = ordered[:most], ordered[most:]
    figure = Bars(
        title="What became of the follow-ups, by factor",
        alt=told.alt_text([(one.group_label, one.seen_again, one.follow_ups) for one in drawn]),
        labelled="Factor",
        unit="follow-ups",
        bars=tuple(
            Bar(row.group_label, Series(SHORT.get(state, name), state), _number(row, state))
            for row in drawn
            for state, name in STATES.items()
        ),
    )
    return figure, told.not_drawn(len(rest), sum(int(row.follow_ups) for row in rest))


def _number(row: Any, state: str) -> int:
    """Return the follow-ups of a group that are in a state."""
    return int(getattr(row, state.replace(" ", "_")))


def _questions(inquiry: Inquiry) -> Iterator[Question]:
    """Ask about the factors found again in the most later reviews, each at an agency once."""
    first: dict[tuple[str, str], Any] = {}
    for row in most_seen(inquiry):
        first.setdefault((row.factor_id, row.agency_id), row)
    for row in list(first.values())[: told.ASKED_AT_MOST]:
        evidence = "" if pd.isna(row.evidence_grade) else row.evidence_grade
        seen = int(row.reviews_after_with), int(row.reviews_after)
        asked = told.on_what(row.factor_label, where(row), seen, evidence)
        yield Question(said(asked), told.ON_WHAT)
