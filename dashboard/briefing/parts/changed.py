"""What changed since the last briefing: what moved, and what of it can be told from chance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dashboard.briefing.document import (
    Block,
    Column,
    Paragraph,
    Question,
    Section,
    Slide,
    Table,
)
from dashboard.briefing.figures import Dot, Dots, Series, Share
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.nothing import nothing
from dashboard.briefing.parts.recurs import appraisals_told
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.briefing.titles import fitting
from dashboard.movement import Movement, Standing, movements
from dashboard.sentences.briefing import changed as words
from dashboard.sentences.briefing import one_change
from dashboard.sentences.briefing.on_slides import first_rows
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.over_time import NOT_BETTER_OR_WORSE

MOST = 8
"""So many factors of each appraisal are drawn, where the template does not say otherwise."""
BEFORE = Series("At the last briefing", "earlier")
NOW = Series("Now", "now")
_STANDINGS = (
    Column("Factor", weight=2.4),
    Column("At the last briefing", is_number=True, weight=1.3),
    Column("Now", is_number=True, weight=1.3),
    Column("This quarter alone", is_number=True, weight=1.3),
)
_TESTS = (
    Column("Difference in points (95% interval)", is_number=True, weight=1.4),
    Column("Chance", weight=1.6),
)


def changed(inquiry: Inquiry, part: Part) -> Section:
    """Tell how each factor stood at the last briefing, how it stands now, and what came between."""
    now, before, within = (
        inquiry.reviews(one) for one in (inquiry.up_to, inquiry.before, inquiry.within)
    )
    if now == before:
        none = words.nothing_came(inquiry.request.quarter.name, str(inquiry.up_to.basis))
        return nothing(part, plain(none))
    if not before:
        first = plain(words.NOTHING_BEFORE)
        return nothing(part, first, message=first)
    appraisals = appraisals_told(inquiry.table("factor_recurrence"))
    moved = _moved(inquiry, appraisals)
    answer = said(words.changed(moved, within))
    told = [one for appraisal in appraisals if (one := _of(moved, appraisal))]
    figures = [figure_of(rows[: part.most or MOST]) for rows in told]
    coarse = words.coarse(now - before - within)
    blocks: list[Block] = [
        Paragraph(answer, "lead"),
        *([Paragraph(plain(coarse))] if coarse else []),
        Paragraph(plain(f"{words.COUNTED_AGAIN} {NOT_BETTER_OR_WORSE}")),
        *(
            block
            for rows, figure in zip(told, figures, strict=True)
            for block in _shown(rows, figure)
        ),
        Paragraph(plain(words.how_tested(moved)), "note"),
    ]
    return Section(
        part.show,
        part.heading,
        tuple(blocks),
        message=said(words.in_short(moved, within)),
        untold=words.untold(moved, within),
        slides=tuple(_slides(moved, within, part.most or MOST)),
        questions=_asked(moved),
    )


def figure_of(rows: Sequence[Movement]) -> Dots:
    """Return movements of one appraisal as a figure.

    Args:
        rows: at least one.
    """
    as_what = AS_WHAT.get(rows[0].appraisal, "")
    dots = tuple(
        Dot(row.label, series, share_of(standing))
        for row in rows
        for series, standing in ((BEFORE, row.before), (NOW, row.now))
    )
    title = f"What moved most{as_what} since the last briefing"
    return Dots(title=title, alt=words.alt_text(rows), labelled="Factor", dots=dots)


def share_of(standing: Standing) -> Share:
    """Return a standing as a share."""
    if standing.share is None:
        return Share(None, standing.of)
    return Share(standing.found, standing.of, standing.low, standing.high)


def _slides(moved: Sequence[Movement], within: int, most: int) -> Iterator[Slide]:
    """Yield one slide of what moved most, as whatever it was found."""
    appraisals = {one.appraisal for one in moved}
    if not appraisals:
        return
    as_what = AS_WHAT if len(appraisals) > 1 else {}
    named = [
        one._replace(label=f"{one.label}{as_what.get(one.appraisal, '')}") for one in moved[:most]
    ]
    titled = replace(figure_of(named), title="What moved most since the last briefing")
    left = first_rows(len(named), len(moved)) if len(named) < len(moved) else ""
    note = " ".join(filter(None, (left, words.tested(named))))
    yield Slide(fitting(words.briefly(moved, within)), titled, note)


def table_of(rows: Sequence[Movement]) -> Table:
    """Return every movement of one appraisal as a table, and what was tested if any was.

    Args:
        rows: at least one.
    """
    are_tested = not all(row.is_too_few for row in rows)
    columns = (*_STANDINGS, *(_TESTS if are_tested else ()))
    cells = tuple(
        (
            row.label,
            *(share_of(one).said for one in (row.before, row.now, row.within)),
            *((one_change.difference(row), one_change.chance(row)) if are_tested else ()),
        )
        for row in rows
    )
    return Table(f"Every change{AS_WHAT.get(rows[0].appraisal, '')}", columns, cells)


def _moved(inquiry: Inquiry, appraisals: Sequence[str]) -> list[Movement]:
    """Return what moved, tested together."""
    sides = (inquiry.before, inquiry.up_to, inquiry.within)
    answers: list[Any] = [inquiry.table("factor_recurrence", side) for side in sides]
    return movements(*(rows[rows["appraisal"].isin(appraisals)] for rows in answers))


def _of(moved: Sequence[Movement], appraisal: str) -> list[Movement]:
    """Return the movements of one appraisal."""
    return [one for one in moved if one.appraisal == appraisal]


def _shown(rows: Sequence[Movement], figure: Dots) -> tuple[Block, ...]:
    """Return a figure, what it leaves out, and the table that holds all."""
    left = words.not_drawn(len(rows) - len(figure.dots) // 2)
    note = (Paragraph(plain(left), "note"),) if left else ()
    return (figure, *note, table_of(rows))


def _asked(moved: Sequence[Movement]) -> tuple[Question, ...]:
    """Ask of what can be told from chance."""
    told = [one for one in moved if one.is_told][: words.ASKED_AT_MOST]
    return tuple(
        Question(said(one_change.ask_of(one)), words.RULE, about=(one.factor_id, one.appraisal))
        for one in told
    )
