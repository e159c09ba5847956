"""What happened about one factor, and what came before and after something was signed off.

A review is one, however many findings it has: practice is gathered by review and appraisal here,
once for the chart and the sentences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

APPRAISALS = ("problem", "strength", "mixed", "neutral")
STEPS = ("made", "due", "completed", "signed off")


class Days(NamedTuple):
    """A date, as the days that it may be."""

    first: date
    last: date
    precision: str  # day, month, quarter or year


@dataclass(frozen=True)
class Event:
    """A row of `factor_timeline.sql`.

    Attributes:
        kind: practice, made, due, completed or signed off.
        days: when it was; None if not recorded. Of practice, from its beginning to its end.
        began: of practice, how much of the date of its beginning is known; "" if nothing is.
        ended: of practice, whether it is known when it ended, else false: it may have gone on.
        came_out: when the review came out; None if not recorded.
        source_id: code of the source of the review.
        review_ref: reference of the review.
        title: title of the review; "" if it has none.
        board: board that commissioned the review; "" if not recorded.
        is_ordinary_work: whether it is an audit of ordinary work.
        ref: reference of the finding, recommendation or action itself.
        label: the finding, recommendation or action in words; "" if not recorded.
        appraisal: of the finding.
        agency: where it was found, who is asked or who owns it; "" if not recorded.
        attribution: of practice, coded or review; else "".
        status: how far the action is; else "".
    """

    kind: str
    days: Days | None
    began: str
    ended: bool
    came_out: Days | None
    source_id: str
    review_ref: str
    title: str
    board: str
    is_ordinary_work: bool
    ref: str
    label: str
    appraisal: str
    agency: str
    attribution: str
    status: str

    @property
    def at(self) -> Days:
        """When it was, of an event that has a date."""
        assert self.days is not None
        return self.days

    @property
    def review(self) -> tuple[str, str]:
        """What tells the review from every other."""
        return self.source_id, self.review_ref


@dataclass(frozen=True)
class Practice:
    """The practice of one review with the factor so appraised.

    Attributes:
        events: its findings, at least one, all with the same days.
    """

    events: tuple[Event, ...]

    @property
    def one(self) -> Event:
        """A finding of it, for what is the same in all."""
        return self.events[0]

    @property
    def days(self) -> Days:
        """From the first day on which it may have begun to the last on which it may have ended."""
        return self.one.at


class Beside(NamedTuple):
    """How the practice of reviews stands to the first sign-off, and when the reviews came out.

    Attributes:
        reviews: reviews with a date of practice and the factor so appraised.
        before: of these, those whose practice had ended: on that day, at the latest.
        after: of these, those whose practice began later.
        between: the others: practice ran across that day, or which came first is not known.
        before_and_out_after: of those before, the ones that came out later than that day.
    """

    reviews: int
    before: int
    after: int
    between: int
    before_and_out_after: int


def events(rows: pd.DataFrame) -> list[Event]:
    """Return the rows of `factor_timeline.sql`, in their order."""
    return [_event(row) for row in rows.itertuples(index=False)]


def practices(happened: Iterable[Event]) -> list[Practice]:
    """Gather dated practice by review and appraisal, in the order in which it began."""
    gathered: dict[tuple[str, ...], list[Event]] = {}
    for event in happened:
        if event.kind == "practice" and event.days is not None:
            gathered.setdefault((*event.review, event.appraisal), []).append(event)
    return [Practice(tuple(found)) for found in gathered.values()]


def of_kind(happened: Iterable[Event], kind: str) -> list[Event]:
    """Return the events of one kind that have a date."""
    return [event for event in happened if event.kind == kind and event.days is not None]


def undated(happened: Iterable[Event], kind: str) -> list[Event]:
    """Return the events of one kind that have no date."""
    return [event for event in happened if event.kind == kind and event.days is None]


def reviews_with(happened: Iterable[Event], appraisal: str) -> int:
    """Count the reviews in which the factor is found so appraised, dated or not."""
    return len(
        {
            event.review
            for event in happened
            if event.kind == "practice" and event.appraisal == appraisal
        }
    )


def first_of(dated: Sequence[Event]) -> Days | None:
    """Return the date of the earliest of some events: of the one that is certain to be over first.

    Args:
        dated: events with a date.
    """
    known = [event.days for event in dated if event.days is not None]
    return min(known, key=lambda days: (days.last, days.first), default=None)


def beside_sign_off(happened: Sequence[Event], appraisal: str) -> Beside | None:
    """Say how practice with the factor so appraised stands to the first sign-off.

    Only what is certain from the days that the dates may be counts as before or after: practice
    whose beginning is not recorded never counts as after, and such without an end never as before.

    Returns:
        The numbers of reviews; None where nothing was signed off on a recorded day.
    """
    signed = [event.days for event in of_kind(happened, "signed off") if event.days is not None]
    if not signed:
        return None
    earliest, certain = min(days.first for days in signed), min(days.last for days in signed)
    found = [one for one in practices(happened) if one.one.appraisal == appraisal]
    before = [one for one in found if one.one.ended and one.days.last <= earliest]
    after = [one for one in found if one.one.began and one.days.first > certain]
    late = [one for one in before if one.one.came_out and one.one.came_out.first > certain]
    return Beside(
        len(found), len(before), len(after), len(found) - len(before) - len(after), len(late)
    )


def _event(row: Any) -> Event:
    """Read one row."""
    refs = (row.action_ref, row.recommendation_ref, row.finding_ref)
    return Event(
        kind=row.event,
        days=_days(row.first_day, row.last_day, row.precision),
        began=_text(row.began_precision),
        ended=pd.notna(row.ended_is_known) and bool(row.ended_is_known),
        came_out=_days(row.published_first_day, row.published_last_day, row.published_precision),
        source_id=row.source_id,
        review_ref=row.review_ref,
        title=_text(row.title),
        board=_text(row.board),
        is_ordinary_work=bool(row.is_ordinary_work),
        ref=next(ref for ref in refs if pd.notna(ref)),
        label=_text(row.label),
        appraisal=row.appraisal,
        agency=_text(row.agency_label),
        attribution=_text(row.attribution),
        status=_text(row.status),
    )


def _days(first: Any, last: Any, precision: Any) -> Days | None:
    """Read a date; None where there is none."""
    return None if pd.isna(first) else Days(first.date(), last.date(), str(precision))


def _text(value: Any) -> str:
    """Read a text; "" where there is none."""
    return "" if pd.isna(value) else str(value)
