"""What happened about one factor, and what came before and after something was signed off.

A review is one, however many findings it has: practice is gathered by review and appraisal here,
once for the chart and the sentences. Every event is counted; only those that are shown are read
one by one, for a factor can have many thousands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

APPRAISALS = ("problem", "strength", "mixed", "neutral")
STEPS = ("made", "due", "completed", "signed off")
LISTED = 1000
"""So many events are listed one by one: more are not read on a screen, and a download has all."""


_REVIEW = ["source_id", "review_ref"]
"""What tells a review from every other."""


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


class Happened:
    """The events of one factor: rows of `factor_timeline.sql`, in their order."""

    def __init__(self, rows: pd.DataFrame) -> None:
        self.rows: Any = rows

    def __len__(self) -> int:
        """Return the number of events."""
        return len(self.rows)

    def dated(self, kind: str) -> int:
        """Count the events of one kind that have a date."""
        return len(self._dated[kind])

    def undated(self, kind: str) -> int:
        """Count the events of one kind that have no date."""
        return int((self.rows["event"] == kind).sum()) - self.dated(kind)

    @cached_property
    def has_dates(self) -> bool:
        """Whether any event has a date."""
        return bool(self.rows["first_day"].notna().any())

    @cached_property
    def is_in_review(self) -> bool:
        """Whether agencies of practice only stand in the same review."""
        return bool((self.rows["attribution"] == "review").any())

    @cached_property
    def reviews_with(self) -> dict[str, int]:
        """In how many reviews the factor is found, by how it is appraised, dated or not."""
        found = self.rows.loc[self.rows["event"] == "practice", [*_REVIEW, "appraisal"]]
        number = found.drop_duplicates()["appraisal"].value_counts()
        return {one: int(number.get(one, 0)) for one in APPRAISALS}

    @cached_property
    def reviews_dated(self) -> int:
        """In how many reviews with a date of practice it is found."""
        return len(self._practices[_REVIEW].drop_duplicates())

    @property
    def practices(self) -> int:
        """How many spans of practice there are: one per review and appraisal, with a date."""
        return len(self._practices)

    @cached_property
    def recommendations(self) -> int:
        """How many recommendations answer it."""
        return len(self._of(("made",)).drop_duplicates([*_REVIEW, "recommendation_ref"]))

    @cached_property
    def actions(self) -> int:
        """How many actions with a date, or signed off, answer it."""
        return len(self._of(STEPS[1:]).drop_duplicates([*_REVIEW, "action_ref"]))

    @cached_property
    def between(self) -> tuple[date, date] | None:
        """First and last day of all practice with a date."""
        found = self._practices
        if found.empty:
            return None
        return found["first_day"].min().date(), found["last_day"].max().date()

    def first_of(self, kind: str) -> Days | None:
        """Return the date of the earliest event of a kind: the one certain to be over first."""
        dated = self._dated[kind]
        if dated.empty:
            return None
        [row] = dated.sort_values(["last_day", "first_day"], kind="stable").head(1).itertuples()
        return _days(row.first_day, row.last_day, row.precision)

    def steps(self, kind: str, most: int) -> list[Event]:
        """Return the latest events of a kind that have a date, in the order of their days."""
        return events(_latest(self._dated[kind], most))

    def spans(self, most: int) -> list[Practice]:
        """Return the latest spans of practice, in the order of their days, with all findings."""
        drawn = _latest(self._practices, most)
        every = self._dated["practice"]
        held = every[every["review_ref"].isin(drawn["review_ref"])]
        gathered: dict[tuple[str, ...], list[Event]] = {}
        for event in events(held):
            gathered.setdefault((*event.review, event.appraisal), []).append(event)
        keys = drawn[[*_REVIEW, "appraisal"]].itertuples(index=False, name=None)
        return [Practice(tuple(gathered[key])) for key in keys]

    @cached_property
    def listed(self) -> list[Event]:
        """The events that are listed, in their order: of too many, the latest."""
        rows = self.rows
        if len(rows) > LISTED:
            rows = (rows[rows["first_day"].notna()] if self.has_dates else rows).tail(LISTED)
        return events(rows)

    def beside_sign_off(self, appraisal: str) -> Beside | None:
        """Say how practice with the factor so appraised stands to the first sign-off.

        Only what is certain from the days that the dates may be counts as before or after: practice
        whose beginning is not recorded never counts as after, and such without an end never as
        before.

        Returns:
            The numbers of reviews; None where nothing was signed off on a recorded day.
        """
        signed = self._dated["signed off"]
        if signed.empty:
            return None
        earliest, certain = signed["first_day"].min(), signed["last_day"].min()
        found = self._practices[self._practices["appraisal"] == appraisal]
        ended = found["ended_is_known"].fillna(False).astype(bool)
        is_before = ended & (found["last_day"] <= earliest)
        is_after = found["began_precision"].notna() & (found["first_day"] > certain)
        is_late = is_before & (found["published_first_day"] > certain)
        reviews, before, after = len(found), int(is_before.sum()), int(is_after.sum())
        return Beside(reviews, before, after, reviews - before - after, int(is_late.sum()))

    def _of(self, kinds: Iterable[str]) -> Any:
        """Return the rows of some kinds of event, dated or not."""
        return self.rows[self.rows["event"].isin(list(kinds))]

    @cached_property
    def _dated(self) -> dict[str, Any]:
        """The rows with a date, by the kind of event."""
        dated = self.rows[self.rows["first_day"].notna()]
        return {kind: dated[dated["event"] == kind] for kind in ("practice", *STEPS)}

    @cached_property
    def _practices(self) -> Any:
        """A row of each span of practice, in the order in which they began."""
        return self._dated["practice"].drop_duplicates([*_REVIEW, "appraisal"])


def events(rows: pd.DataFrame) -> list[Event]:
    """Read rows of `factor_timeline.sql`, in their order."""
    return [_event(row) for row in rows.itertuples(index=False)]


def _latest(rows: Any, most: int) -> Any:
    """Return the latest rows with a date, in the order of their days."""
    return rows.sort_values(["last_day", "first_day"], kind="stable").tail(most)


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
