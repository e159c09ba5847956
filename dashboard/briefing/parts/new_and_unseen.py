"""What is new this quarter, and what was not seen for the eight quarters that end with it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dashboard.briefing.document import (
    Block,
    Column,
    Paragraph,
    Question,
    Section,
    Slide,
    Subheading,
    Table,
)
from dashboard.briefing.figures import Share
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.lately import LATELY, Lately, lately
from dashboard.briefing.on_slides import shortened
from dashboard.briefing.parts.recurs import appraisals_told
from dashboard.briefing.template import Part
from dashboard.briefing.text import Text, plain, said
from dashboard.sentences.briefing import new as new_words
from dashboard.sentences.briefing import new_and_unseen as words
from dashboard.sentences.briefing import unseen as unseen_words
from dashboard.sentences.comparison import AS_WHAT

Say = Callable[[Sequence[unseen_words.Unseen], Sequence[str]], str]
"""How it is said, of factors and appraisals, what was not seen."""


def new_and_unseen(inquiry: Inquiry, part: Part) -> Section:
    """Tell what is found for the first time, and what was not found again."""
    appraisals = appraisals_told(inquiry.table("factor_recurrence"))
    found = lately(inquiry, appraisals)
    quarter = inquiry.request.quarter.name
    news = _news(inquiry, found, appraisals)
    gone = _gone(inquiry, found, unseen_words.unseen, appraisals)
    new = [table for one in appraisals if (table := _new(found, one, part.most))]
    unseen = [table for one in appraisals if (table := _unseen(found, one, part.most))]
    is_by_practice = inquiry.up_to.basis == "practice"
    blocks: list[Block] = [
        Subheading(f"New in {quarter}"),
        Paragraph(said(news), "lead"),
        *new,
        *_notes(
            new_words.first_assessed(len(found.first_assessed)) if _has_before(inquiry) else ""
        ),
        Subheading(f"Not seen for {LATELY} quarters"),
        Paragraph(said(gone), "lead"),
        *unseen,
        *_notes(
            unseen_words.not_assessed_lately(
                len(found.not_assessed) if inquiry.reviews(found.since) else 0
            ),
            unseen_words.LATE if is_by_practice else "",
            words.NOT_GONE if found.new or found.unseen else "",
        ),
    ]
    return Section(
        part.show,
        part.heading,
        tuple(blocks),
        message=said(_in_short(inquiry, found, appraisals)),
        slides=tuple(_slides(found)),
        questions=(*_asked_of_new(found), *_asked_of_unseen(found)),
    )


def _news(inquiry: Inquiry, found: Lately, appraisals: Sequence[str]) -> str:
    """Say what is new."""
    if not inquiry.reviews(inquiry.within):
        return new_words.nothing_new(inquiry.request.quarter.name, str(inquiry.up_to.basis))
    if not _has_before(inquiry):
        return new_words.NOTHING_BEFORE
    return new_words.new(found.new, appraisals)


def _gone(inquiry: Inquiry, found: Lately, say: Say, appraisals: Sequence[str]) -> str:
    """Say what was not seen."""
    if not inquiry.reviews(found.before):
        return unseen_words.NOTHING_SO_LONG_AGO
    if not inquiry.reviews(found.since):
        return unseen_words.NO_REVIEW_LATELY
    return say(found.unseen, appraisals)


def _in_short(inquiry: Inquiry, found: Lately, appraisals: Sequence[str]) -> str:
    """Say both for the summary, without what its other lines say: that there is no review."""
    told = []
    if inquiry.reviews(inquiry.within) and _has_before(inquiry):
        told.append(_news(inquiry, found, appraisals))
    if inquiry.reviews(found.before):
        told.append(_gone(inquiry, found, unseen_words.unseen_in_short, appraisals))
    return " ".join(told)


def _has_before(inquiry: Inquiry) -> bool:
    """Say whether any review is known from before the quarter."""
    return inquiry.reviews(inquiry.before) > 0


def _new(found: Lately, appraisal: str, most: int) -> Table | None:
    """Return the factors of one appraisal that are new; None if there are none."""
    every = words.of_one(found.new, appraisal)
    rows = every[: most or None]
    columns = (
        Column("Factor", weight=2.6),
        Column("This quarter", is_number=True, weight=1.6),
        Column("Before", is_number=True, weight=1.6),
    )
    cells = tuple(
        (
            f"{row.label}{words.remark(row)}",
            _this_quarter(row).said,
            Share(0, int(row.reviews_assessed_before)).said,
        )
        for row in rows
    )
    title = f"New{AS_WHAT.get(appraisal, '')} this quarter"
    return Table(title, columns, cells, _left(every, rows)) if rows else None


def _unseen(found: Lately, appraisal: str, most: int) -> Table | None:
    """Return the factors of one appraisal that were not seen lately; None if there are none."""
    every = words.of_one(found.unseen, appraisal)
    rows = every[: most or None]
    columns = (
        Column("Factor", weight=2.6),
        Column("Last found in", weight=1.6),
        Column("Found before these quarters", is_number=True, weight=1.4),
        Column(f"Found in the {LATELY} quarters", is_number=True, weight=1.4),
        Column("95% interval", is_number=True, weight=1.2),
    )
    cells = []
    for one in rows:
        since = Share(0, one.reviews_assessed, one.low, one.high)
        before = Share(one.reviews_with, one.reviews_assessed_before)
        label = f"{one.row.label}{words.remark(one.row)}"
        cells.append((label, one.last_found, before.said, since.said, since.interval))
    title = f"Found{AS_WHAT.get(appraisal, '')} before, and not for {LATELY} quarters"
    return Table(title, columns, tuple(cells), _left(every, rows)) if rows else None


def _left(every: Sequence[Any], rows: Sequence[Any]) -> tuple[Text, ...]:
    """Return the note that a table holds only the first factors; none where it holds all."""
    left = words.first_of(len(rows), len(every))
    return (plain(left),) if left else ()


def _slides(found: Lately) -> Iterator[Slide]:
    """Yield one slide that holds as much as fits of what is new and of what was not seen."""
    if not found.new and not found.unseen:
        return
    columns = (
        Column("Factor", weight=2.6),
        Column("When", weight=1.8),
        Column("Found in", is_number=True, weight=1.8),
    )
    new = [
        (
            f"{row.label}{AS_WHAT.get(row.appraisal, '')}",
            "New",
            f"{_this_quarter(row).said} this quarter",
        )
        for row in found.new
    ]
    unseen = [
        (
            f"{one.row.label}{AS_WHAT.get(one.appraisal, '')}",
            f"Last in {one.last_found}",
            f"{Share(0, one.reviews_assessed).said} in {LATELY} quarters",
        )
        for one in found.unseen
    ]
    message = words.in_all(_factors(found.new), _factors([one.row for one in found.unseen]))
    yield Slide(message, shortened(Table("", columns, (*new, *unseen))))


def _this_quarter(row: Any) -> Share:
    """Return how often a factor that is new is found in the quarter."""
    return Share(int(row.reviews_with_latest), int(row.reviews_assessed_latest))


def _factors(rows: Sequence[Any]) -> int:
    """Count factors, each once, as whatever they were found."""
    return len({row.factor_id for row in rows})


def _notes(*told: str) -> list[Paragraph]:
    """Return notes, without those that say nothing."""
    return [Paragraph(plain(one), "note") for one in told if one]


def _asked_of_new(found: Lately) -> list[Question]:
    """Ask of what is new."""
    asked = [row for row in found.new if new_words.is_asked_of_new(row)]
    return [
        Question(
            said(new_words.ask_of_new(row, row.appraisal)),
            new_words.NEW_RULE,
            about=(row.factor_id, row.appraisal),
            also=said(new_words.also_new(row)),
        )
        for row in asked[: new_words.ASKED_AT_MOST]
    ]


def _asked_of_unseen(found: Lately) -> list[Question]:
    """Ask of what was not seen."""
    asked = [one for one in found.unseen if unseen_words.is_asked_of_unseen(one)]
    return [
        Question(
            said(unseen_words.ask_of_unseen(one)),
            unseen_words.UNSEEN_RULE,
            about=(one.row.factor_id, one.appraisal),
            also=said(unseen_words.also_unseen(one)),
        )
        for one in asked[: unseen_words.ASKED_AT_MOST]
    ]
