"""What a 7-minute briefing is about: one factor or one review, made ready for its parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from dashboard.briefing.document import Block, Bullets, Paragraph, Section, Slide
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.recurs import appraisals_told
from dashboard.briefing.request import fault_of_subject
from dashboard.briefing.template import Part
from dashboard.briefing.text import Text, letters, plain, said
from dashboard.estimates import with_interval
from dashboard.recurrence import Recurrence, recurrences
from dashboard.sentences.briefing.one_review import Dated, not_here
from dashboard.sentences.briefing.quoted import shortened
from dashboard.timeline import usual_periods
from queries.selection import Selection

LONGEST_MESSAGE = 155  # letters of the title of a slide


@dataclass(frozen=True)
class OneFactor:
    """A factor.

    Attributes:
        inquiry: how its questions are asked.
        factor: its code.
    """

    inquiry: Inquiry
    factor: str

    @property
    def selection(self) -> Selection:
        """The filters with this factor alone, up to the end of the quarter."""
        return replace(self.inquiry.up_to, factors=(self.factor,))

    @property
    def found(self) -> list[Recurrence]:
        """In how many reviews it is found, in each appraisal that is told of."""
        return _told(self.inquiry.table("factor_recurrence", self.selection))

    @property
    def appraisal(self) -> str:
        """The appraisal that is told of first: problem, unless the source tells none."""
        return self.found[0].appraisal if self.found else "neutral"

    @property
    def periods(self) -> str:
        """The kind of period by which it is told when it was found."""
        return usual_periods(self.inquiry.chosen)

    @property
    def history(self) -> Any | None:
        """The row of `factor_history.sql` of the appraisal that is told of first, if any."""
        rows = self.inquiry.rows("factor_history", self.selection, period_kind=self.periods)
        return next((row for row in rows if row.appraisal == self.appraisal), None)

    def appraised(self, appraisal: str) -> Selection:
        """Return the filters with its findings of one appraisal alone."""
        return replace(self.selection, appraisals=(appraisal,))


@dataclass(frozen=True)
class OneReview:
    """A review.

    Attributes:
        inquiry: how its questions are asked.
        row: row of `review.sql`.
    """

    inquiry: Inquiry
    row: Any

    @property
    def reference(self) -> str:
        """The source's own reference."""
        return str(self.row.review_ref)

    def rows(self, question: str) -> list[Any]:
        """Ask a question about this review alone."""
        of_source = replace(self.inquiry.up_to, sources=(self.row.source_id,))
        return self.inquiry.rows(question, of_source, review=self.reference)

    def is_in(self, selection: Selection) -> bool:
        """Say whether it is among the reviews that a selection chooses."""
        chosen = self.inquiry.table("reviews", selection)
        return bool(self.of_it(chosen).shape[0])

    def of_it(self, table: pd.DataFrame) -> Any:
        """Keep the rows of this review of a table that names source and review."""
        is_of_it = table["source_id"] == self.row.source_id
        return table[is_of_it & (table["review_ref"] == self.reference)]

    def dated(self, name: str) -> Dated | None:
        """Return one of its dates and how much of it is known; None if it is not recorded."""
        on = getattr(self.row, name)
        if pd.isna(on):
            return None
        return on.date(), text_of(getattr(self.row, f"{name}_precision")) or None

    @property
    def factors(self) -> list[Recurrence]:
        """What is found in it, with how often that is found in all selected reviews.

        Those found most often come first. Empty where the filters leave the review out.
        """
        findings = self.of_it(self.inquiry.table("findings", review=self.reference))
        here = set(zip(findings["factor_id"], findings["appraisal"], strict=True))
        told = _told(self.inquiry.table("factor_recurrence"))
        of_it = [row for row in told if (row.factor_id, row.appraisal) in here]
        return sorted(of_it, key=lambda row: -row.reviews_with)


OfFactor = Callable[[OneFactor, Part], Section]
OfReview = Callable[[OneReview, Part], Section]


def of_one(inquiry: Inquiry, part: Part, of_factor: OfFactor, of_review: OfReview) -> Section:
    """Make a part of the one factor or review that a briefing is about.

    Args:
        inquiry: how it is asked.
        part: what the template says of the part.
        of_factor: makes it of a factor.
        of_review: makes it of a review.

    Returns:
        The part; what is missing, where there is no such factor or review.
    """
    request = inquiry.request
    if request.factor is not None:
        return of_factor(OneFactor(inquiry, request.factor), part)
    if request.review is None:
        return _told_only(part, fault_of_subject(request) or "")
    found = [
        row
        for row in inquiry.rows("review", review=request.review)
        if request.review_source in (None, row.source_id)
    ]
    if not found:
        return _told_only(part, not_here(request.review))
    return of_review(OneReview(inquiry, found[0]), part)


def section(
    part: Part,
    message: str,
    blocks: Sequence[Block | None],
    points: Sequence[Text],
    title: str = "",
) -> Section:
    """Put a part together.

    Args:
        part: what the template says of it.
        message: Markdown: what it comes to, in a sentence.
        blocks: what stands in it; None is passed over.
        points: what its slide shows beneath its title; none if there is nothing.
        title: Markdown: the title of its slide, where the message is too long for one.
    """
    text = said(message)
    kept = tuple(block for block in blocks if block is not None)
    points = tuple(points) or (text,)
    heads = letters(said(title)) or letters(text)
    slide = Slide(shortened(heads, LONGEST_MESSAGE), Bullets(points))
    return Section(part.show, part.heading, kept, message=text, slides=(slide,))


def paragraph(markdown: str, kind: Any = "plain") -> Paragraph | None:
    """Return sentences as a paragraph; None where nothing is said."""
    return Paragraph(said(markdown.strip()), kind) if markdown.strip() else None


def bullets(lines: Sequence[str]) -> Bullets | None:
    """Return lines of Markdown as a list; None where there is none."""
    return Bullets(tuple(map(said, lines))) if lines else None


def text_of(value: Any) -> str:
    """Return a cell as text; empty where nothing stands."""
    return "" if value is None or pd.isna(value) else str(value)


def _told(rows: pd.DataFrame) -> list[Recurrence]:
    """Return the rows of the appraisals that are told of, problems first."""
    order = appraisals_told(rows)
    found = [row for row in recurrences(with_interval(rows)) if row.appraisal in order]
    return sorted(found, key=lambda row: order.index(row.appraisal))


def _told_only(part: Part, sentence: str) -> Section:
    """Return a part that can only say why it tells nothing."""
    return Section(part.show, part.heading, (Paragraph(plain(sentence), "lead"),))
