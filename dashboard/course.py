"""The course of a factor over time: its periods, what may be compared, and the signals of change.

Which periods count towards the middle line and the limits is decided here, once for every chart,
sentence and table: those that are whole, that are unlikely to miss reviews still to come, and that
rest on the factor's present definition.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from dashboard import versions
from dashboard.estimates import (
    FEWEST_PERIODS,
    RUN,
    ControlChart,
    is_rare,
    is_too_few,
    p_chart,
    run_median,
    signals,
    with_interval,
)

Kind = Literal["p-chart", "run chart", "time between"]
Reason = Literal["no reviews", "before it began", "after it ended", "not assessed", "not recorded"]


class Period(NamedTuple):
    """A period of the axis."""

    place: int  # from 0, without gaps: the axis
    first: date
    last: date
    name: str
    reviews_selected: int
    is_part: bool  # the data, or what was chosen, cover only a part of it


@dataclass(frozen=True)
class Life:
    """What the codebook says of a factor in time.

    Attributes:
        valid_from: first day on which it could be found; None if always.
        valid_to: last day; None if it still can.
        version: version of the codebook in which its definition was last changed.
    """

    valid_from: date | None = None
    valid_to: date | None = None
    version: str = ""


@dataclass(frozen=True)
class Point:
    """A factor in one period.

    Attributes:
        period: the period.
        reviews_with: reviews in which it is found; says something only if it was assessed.
        reviews_assessed: reviews in which it was assessed.
        share: 0 to 1; NaN if not assessed.
        share_low: lower limit of its 95% interval.
        share_high: upper limit.
        is_part: the data, or the factor's own life, cover only a part of the period.
        may_be_incomplete: reviews of the period may be still to come.
        is_comparable: no coding of the period rests on an earlier definition.
        rules: the rules of the NHS by which it is a signal.
    """

    period: Period
    reviews_with: int
    reviews_assessed: int
    share: float
    share_low: float
    share_high: float
    is_part: bool
    may_be_incomplete: bool
    is_comparable: bool = True
    rules: tuple[str, ...] = ()

    @property
    def is_assessed(self) -> bool:
        """Whether any review of the period could have held the factor."""
        return self.reviews_assessed > 0

    @property
    def is_whole(self) -> bool:
        """Whether the period is complete, as far as can be told."""
        return not self.is_part and not self.may_be_incomplete

    @property
    def counts(self) -> bool:
        """Whether it counts towards middle, limits and rules."""
        return self.is_assessed and self.is_whole and self.is_comparable

    @property
    def tells(self) -> bool:
        """Whether it counts, and has reviews enough for its share to be a signal by itself."""
        return self.counts and not is_too_few(self.reviews_assessed)


class Break(NamedTuple):
    """Periods through which no line may be drawn, and why."""

    first: int  # place
    last: int
    reason: Reason
    day: date | None = None  # on which the factor began or ended


class Signal(NamedTuple):
    """Points in a row that are more than the usual variation, by one rule."""

    rule: str
    points: tuple[Point, ...]
    is_above: bool  # above the middle; for a trend: rising


@dataclass(frozen=True)
class Course:
    """A factor over time, as it is appraised.

    Attributes:
        factor_id: code of the factor.
        label: its name.
        appraisal: problem, strength, mixed or neutral.
        life: what the codebook says of it in time.
        points: every period of the axis.
        breaks: where it was not assessed, or there are no reviews.
        changes: places of the periods that rest on another definition than the one before.
        kind: which chart fits: a p-chart from FEWEST_PERIODS periods on that have reviews enough
            to tell, else a run chart; a chart of the days between where the factor is rare.
        centre: mean of a p-chart, median of a run chart: 0 to 1, NaN where no period counts.
        limits: the limits of a p-chart, for each point that counts.
    """

    factor_id: str
    label: str
    appraisal: str
    life: Life
    points: tuple[Point, ...]
    breaks: tuple[Break, ...] = ()
    changes: tuple[int, ...] = ()
    kind: Kind = "run chart"
    centre: float = float("nan")
    limits: ControlChart | None = field(default=None, compare=False)

    @property
    def counted(self) -> tuple[Point, ...]:
        """The points that count towards middle, limits and rules."""
        return tuple(point for point in self.points if point.counts)

    @property
    def told(self) -> tuple[Point, ...]:
        """The points that count and have reviews enough to tell."""
        return tuple(point for point in self.counted if point.tells)

    @property
    def reviews_with(self) -> int:
        """Reviews in which the factor is found, of all periods."""
        return sum(point.reviews_with for point in self.points)

    @property
    def latest(self) -> Point | None:
        """The latest whole period in which it was assessed, or else the latest at all."""
        assessed = [point for point in self.points if point.is_assessed]
        whole = [point for point in assessed if point.is_whole]
        return (whole or assessed or [None])[-1]

    def stretches(self) -> list[tuple[Point, ...]]:
        """Return the points that a line may join: whole neighbours with the same definition."""
        found: list[list[Point]] = [[]]
        for point in self.points:
            if not (point.is_assessed and point.is_whole):
                found.append([])
                continue
            if point.period.place in self.changes:
                found.append([])
            found[-1].append(point)
        return [tuple(stretch) for stretch in found if stretch]

    def signals(self) -> list[Signal]:
        """Return the signals of change: points in a row that are part of the same rule."""
        points = self.told if self.kind == "p-chart" else self.counted
        return _signals(points, self.centre)


def courses(
    rows: pd.DataFrame,
    lives: Mapping[str, Life],
    versions_used: Iterable[tuple[date, str]] = (),
    incomplete_after: date | None = None,
    *,
    by_publication: bool = False,
) -> list[Course]:
    """Return the course of each factor and appraisal, with its signals.

    Args:
        rows: rows of `factor_by_period.sql` in their order. Reviews whose date falls into no
            period stand on no axis, and are left out.
        lives: what the codebook says of each factor.
        versions_used: the versions with which reviews of each period were coded, by the period's
            first day; those not recorded are left out.
        incomplete_after: reviews of periods that end after this day may be still to come.
        by_publication: whether reviews are placed by publication, by which a factor's life is
            counted too: a factor that begins within a period is assessed in a part of it.
    """
    placed: Any = rows[rows["period_from"].notna()]
    every: list[Any] = list(with_interval(placed).itertuples(index=False))
    used = list(versions_used)
    found = []
    for key, group in groupby(every, key=lambda row: (row.factor_id, row.appraisal)):
        of_factor = list(group)
        life = lives.get(key[0], Life())
        points = [
            _point(place, row, life, incomplete_after, by_publication)
            for place, row in enumerate(of_factor)
        ]
        bare = Course(key[0], str(of_factor[0].label), key[1], life, tuple(points))
        found.append(_judged(_parted(bare, used)))
    return found


def _point(
    place: int, row: Any, life: Life, incomplete_after: date | None, by_publication: bool
) -> Point:
    """Return one row as a point."""
    first, last = row.period_from.date(), row.period_to.date()
    selected, assessed = int(row.reviews_selected), int(row.reviews_assessed)
    period = Period(place, first, last, str(row.period), selected, bool(row.is_part_period))
    begins_within = life.valid_from is not None and first < life.valid_from <= last
    ends_within = life.valid_to is not None and first <= life.valid_to < last
    return Point(
        period=period,
        reviews_with=0 if pd.isna(row.reviews_with) else int(row.reviews_with),
        reviews_assessed=assessed,
        share=float(row.share),
        share_low=float(row.share_low),
        share_high=float(row.share_high),
        is_part=period.is_part or (by_publication and (begins_within or ends_within)),
        may_be_incomplete=incomplete_after is not None and last > incomplete_after,
    )


def _parted(course: Course, used: Sequence[tuple[date, str]]) -> Course:
    """Return a course with the places through which no line runs."""
    days = {"before it began": course.life.valid_from, "after it ended": course.life.valid_to}
    reasons = [_reason(point, course.life) for point in course.points]
    breaks = [
        Break(run[0].period.place, run[-1].period.place, reason, days.get(reason))
        for reason, run in _runs(course.points, reasons)
        if reason is not None
    ]
    old = _of_an_earlier_definition(course, used)
    points = tuple(
        replace(point, is_comparable=point.period.first not in old) for point in course.points
    )
    assessed = [point for point in points if point.is_assessed]
    changes = [
        after.period.place
        for before, after in pairwise(assessed)
        if before.is_comparable != after.is_comparable
    ]
    return replace(course, points=points, breaks=tuple(breaks), changes=tuple(changes))


def _reason(point: Point, life: Life) -> Reason | None:
    """Say why a point has no share; nothing where it has one."""
    if point.is_assessed:
        return None
    if life.valid_from is not None and point.period.last < life.valid_from:
        return "before it began"
    if life.valid_to is not None and point.period.first > life.valid_to:
        return "after it ended"
    return "not assessed" if point.period.reviews_selected else "no reviews"


def _of_an_earlier_definition(course: Course, used: Sequence[tuple[date, str]]) -> set[date]:
    """Return the first days of the periods with a coding that rests on an earlier definition.

    Where no version is recorded, nothing is assumed. Where nobody has coded by the present
    definition yet, all periods rest on the same one.
    """
    if not course.life.version:
        return set()
    present = versions.order(course.life.version)
    old = {first for first, version in used if versions.order(version) < present}
    has_new = any(versions.order(version) >= present for _, version in used)
    return old if has_new else set()


def _judged(course: Course) -> Course:
    """Return a course with its kind of chart, its middle, its limits and its signals."""
    counted = course.counted
    found = np.array([point.reviews_with for point in counted], dtype=float)
    of = np.array([point.reviews_assessed for point in counted], dtype=float)
    shares = np.array([point.share for point in counted], dtype=float)
    limits = p_chart(found, of)
    if len(counted) >= FEWEST_PERIODS and is_rare(found, of):
        return replace(course, kind="time between", centre=limits.centre)
    tells = np.array([point.tells for point in counted], dtype=bool)
    if tells.sum() < FEWEST_PERIODS:
        centre = run_median(shares)
        return _flagged(replace(course, centre=centre), signals(shares, centre))
    # A period with too few reviews is in the mean, but says nothing for or against a change: with
    # one review in it, it would be below the mean nearly always where few reviews hold the factor.
    lines = (limits.low, limits.high, limits.near_low, limits.near_high)
    rules = signals(np.where(tells, shares, np.nan), limits.centre, *lines)
    judged = replace(course, kind="p-chart", centre=limits.centre, limits=limits)
    return _flagged(judged, rules)


def _flagged(course: Course, rules: Sequence[tuple[str, ...]]) -> Course:
    """Return a course whose points that count bear their rules."""
    of_place = {point.period.place: rule for point, rule in zip(course.counted, rules, strict=True)}
    points = tuple(
        replace(point, rules=of_place.get(point.period.place, ())) for point in course.points
    )
    return replace(course, points=points)


def _signals(points: Sequence[Point], centre: float) -> list[Signal]:
    """Gather the points that bear a rule, those in a row together."""
    found = []
    for rule in ("outside", "shift", "two of three"):
        sides = [(rule in point.rules, point.share > centre) for point in points]
        for (bears, is_above), run in _runs(points, sides):
            if bears:
                found.append(Signal(rule, run, is_above))
    return [*found, *_trends(points)]


def _trends(points: Sequence[Point]) -> list[Signal]:
    """Gather the points of each trend: where it turns, another begins with the same point."""
    steps = [
        (after.share > before.share, "trend" in before.rules and "trend" in after.rules)
        for before, after in pairwise(points)
    ]
    found, start = [], 0
    for (is_rising, bears), group in groupby(steps):
        length = len(list(group))
        if bears and length >= RUN - 1:
            found.append(Signal("trend", tuple(points[start : start + length + 1]), is_rising))
        start += length
    return found


def _runs(points: Sequence[Point], marks: Sequence[Any]) -> Iterator[tuple[Any, tuple[Point, ...]]]:
    """Yield the points in a row that bear the same mark."""
    for mark, group in groupby(zip(marks, points, strict=True), key=itemgetter(0)):
        yield mark, tuple(point for _, point in group)


def months_before(day: date, months: int) -> date:
    """Return the day so many months before another, or the last of its month if there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
