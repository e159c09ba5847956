"""What the reviews cover: types, times and agencies, and ordinary work beside cases."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from dashboard.briefing.document import Column, Paragraph, Section, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.sentences.briefing import coverage as words
from dashboard.sentences.counts import NOT_RECORDED
from dashboard.sentences.ordinary_work import HOW_CHOSEN


def coverage(inquiry: Inquiry, part: Part) -> Section:
    """Tell of which types the reviews are, what they span, and which of them came this quarter."""
    rows = sorted(inquiry.rows("coverage"), key=lambda row: (row.source_id, -int(row.reviews)))
    framework = inquiry.chosen.labels["framework"][str(inquiry.up_to.framework)]
    types = _types(rows, inquiry)
    answer = said(words.coverage(types, framework))
    ordinary, cases = (
        inquiry.reviews(replace(inquiry.up_to, work=work)) if _asks_for(inquiry, work) else 0
        for work in ("ordinary", "case")
    )
    table = _table(rows, inquiry)
    blocks = [
        Paragraph(answer, "lead"),
        Paragraph(plain(words.work_reviewed(ordinary, cases))),
        table,
        Paragraph(plain(words.NO_SAMPLE), "note"),
    ]
    if ordinary and cases:
        blocks.append(Paragraph(plain(HOW_CHOSEN), "note"))
    in_short = said(words.in_short(types, framework, ordinary, cases))
    return Section(part.show, part.heading, tuple(blocks), message=in_short)


def _asks_for(inquiry: Inquiry, work: str) -> bool:
    """Say whether the filters leave any room for this kind of work."""
    return inquiry.up_to.work in (None, work)


def _types(rows: list[Any], inquiry: Inquiry) -> list[words.TypeOfReview]:
    """Return the types of review, each once, whichever source has it."""
    found: dict[str, words.TypeOfReview] = {}
    for row in rows:
        label = _label(row, inquiry)
        so_far = found.get(label, words.TypeOfReview(label, 0, 0))
        found[label] = words.TypeOfReview(
            label,
            so_far.reviews + int(row.reviews),
            so_far.reviews_assessed + int(row.reviews_assessed),
        )
    return list(found.values())


def _label(row: Any, inquiry: Inquiry) -> str:
    """Return the name of a type of review."""
    return inquiry.chosen.labels["review_types"].get(row.review_type, str(row.review_type))


def _table(rows: list[Any], inquiry: Inquiry) -> Table:
    """Return a row a type of review, and of source where there are several."""
    sources = inquiry.chosen.labels["sources"]
    has_several = len(sources) > 1
    came = {
        (row.source_id, row.review_type): int(row.reviews)
        for row in inquiry.rows("coverage", inquiry.within)
    }
    columns = (
        Column("Type of review", weight=2.4),
        *((Column("Source", weight=1.6),) if has_several else ()),
        Column("Reviews", is_number=True),
        Column("Of these assessed", is_number=True),
        Column("Of these this quarter", is_number=True),
        Column("Practice ended", weight=1.6),
        Column("Published", weight=1.6),
        Column("Agencies involved", is_number=True),
    )
    cells = tuple(
        (
            _label(row, inquiry),
            *((sources[row.source_id],) if has_several else ()),
            f"{int(row.reviews):,}",
            f"{int(row.reviews_assessed):,}",
            f"{came.get((row.source_id, row.review_type), 0):,}",
            words.months(_day(row.first_practice_on), _day(row.last_practice_on)) or NOT_RECORDED,
            words.months(_day(row.first_published_on), _day(row.last_published_on)) or NOT_RECORDED,
            NOT_RECORDED if pd.isna(row.agencies) else f"{int(row.agencies):,}",
        )
        for row in rows
    )
    return Table("Reviews by type", columns, cells)


def _day(value: Any) -> date | None:
    """Return a day, or None where none is recorded."""
    return None if pd.isna(value) else value.date()
