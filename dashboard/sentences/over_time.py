"""Whether factors changed over time, in words: what changed, and what cannot be told."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.between import Between
from dashboard.course import Course, Point, Signal
from dashboard.estimates import (
    FEWEST_PERIODS,
    RUN,
    TOO_FEW_REVIEWS,
    USUAL_DELAY_MONTHS,
    Delay,
    is_too_few,
)
from dashboard.sentences.counts import TOO_FEW, count, found_of, listed, out_of, some_of
from dashboard.sentences.dates import day
from dashboard.sentences.markdown import bold, escaped

BASES = {"practice": "By the period of practice", "published": "By the period of publication"}
AXES = {"practice": "Period of practice", "published": "Period of publication"}
ONE_OF = {
    "financial_quarter": "financial quarter",
    "financial_year": "financial year",
    "calendar_quarter": "calendar quarter",
    "calendar_year": "calendar year",
}
NOT_BETTER_OR_WORSE = "A rise can be candour, closer coding or other cases."
DRAW_LARGE = "draw one large to see the days between"
RULES_NEED = "the NHS rules need seven in a row, and twelve for limits"
NAMED_AT_MOST = 3
SIGNALS_AT_MOST = 3
AS = {
    "problem": " as a problem",
    "strength": " as a strength",
    "mixed": " as mixed",
    "neutral": "",
}


def one(course: Course, basis: str, between: Between | None = None) -> str:
    """Say whether one factor changed.

    Args:
        course: the factor.
        basis: practice or published.
        between: the days between, where it is rare.

    Returns:
        Markdown: its first and last whole period with their counts, and the signals of change.
    """
    name = f"{bold(course.label)} was found{AS[course.appraisal]}"
    counted = course.counted
    if len(counted) < 2:
        return f"{BASES[basis]}, {_hardly_any(course, name)}"
    first, last = _ends(course)
    opening = f"{BASES[basis]}, {name} in {_number(first)} and in {_number(last)}"
    return f"{opening}: {_change(course, between)} {NOT_BETTER_OR_WORSE}"


def several(courses: Sequence[Course], basis: str, days_between: str = DRAW_LARGE) -> str:
    """Say which of several factors changed, and of which that cannot be told.

    Args:
        courses: the factors, those found in the most reviews first.
        basis: practice or published.
        days_between: where the days between are to be seen of those too rare for shares.
    """
    said = changes(courses, basis)
    if not are_told(courses):
        return said
    charted = [course for course in courses if course.kind != "time between"]
    short = _short(charted) if can_change(courses) else ""
    rest = (short, _rare(courses, days_between), NOT_BETTER_OR_WORSE)
    return " ".join(filter(None, (said, *rest)))


def are_told(courses: Sequence[Course]) -> bool:
    """Whether anything is found, and in periods enough, for a change to be told at all."""
    is_found = any(point.reviews_with for course in courses for point in course.points)
    return is_found and max((len(course.counted) for course in courses), default=0) >= 2


def can_change(courses: Sequence[Course]) -> bool:
    """Say whether a signal is possible at all: the NHS rules need seven in a row."""
    charted = [course for course in courses if course.kind != "time between"]
    has_enough = any(len(course.counted) >= RUN for course in charted)
    return are_told(courses) and (has_enough or not charted)


def changes(courses: Sequence[Course], basis: str) -> str:
    """Say in one sentence which of several factors changed.

    Args:
        courses: the factors, those found in the most reviews first.
        basis: practice or published.
    """
    points = [point for course in courses for point in course.points]
    if not any(point.reviews_with for point in points):
        none = "the factor drawn was not" if len(courses) == 1 else "none of the factors drawn was"
        return f"{BASES[basis]}, {none} found in any period."
    most = max((len(course.counted) for course in courses), default=0)
    if most < 2:
        whole = "no period is" if most == 0 else "only one period is"
        return (
            f"{BASES[basis]}, {whole} whole and has reviews in which these factors were assessed: "
            "whether they changed cannot be told."
        )
    charted = [course for course in courses if course.kind != "time between"]
    changing = [course for course in charted if course.signals()]
    these = "the factor drawn" if len(courses) == 1 else f"the {len(courses)} factors drawn"
    as_shares = f"those of {these} that can be charted as shares"
    is_one = len(charted) == 1
    if is_one and len(courses) > 1:
        only = f"the only one of {these} that can be charted as shares"
        as_shares = f"{bold(charted[0].label)}, {only},"
    if not charted:
        return f"{BASES[basis]}, whether {these} changed cannot be told from shares."
    tested = these if len(charted) == len(courses) else as_shares
    if not can_change(courses):
        longest = max(len(course.counted) for course in charted)
        few = f"{count(longest, 'whole period')} {'is' if longest == 1 else 'are'} too few"
        return (
            f"{BASES[basis]}, whether {tested} changed cannot be told: {few}, since {RULES_NEED}."
        )
    if not changing:
        no_signal = f"none of {tested} shows a signal"
        if is_one:
            no_signal = f"{tested} shows no signal"
        return f"{BASES[basis]}, {no_signal} of change by the NHS rules."
    number = f"{len(changing)} of {these}"
    if len(changing) == len(courses) > 1:
        number = f"{out_of(len(changing), len(courses), 'factor')} drawn"
    elif len(courses) == 1:
        number = these
    show = "shows" if len(changing) == 1 else "show"
    named = "; ".join(_from_to(course) for course in changing[:NAMED_AT_MOST])
    rest = len(changing) - NAMED_AT_MOST
    also = f"; and {count(rest, 'other')}" if rest > 0 else ""
    return f"{BASES[basis]}, {number} {show} a signal of change by the NHS rules: {named}{also}."


def incomplete(
    after: date | None, delay: Delay | None, end: date | None, is_end_known: bool
) -> str:
    """Say which periods may miss reviews that are still to come, and by what that is judged.

    Args:
        after: last day of which the reviews are likely to be known; None where it is not judged.
        delay: how long reviews take to come out, where the sources tell.
        end: last day of the data.
        is_end_known: whether the sources say so, or it is the latest date in them.
    """
    if after is None or end is None:
        return ""
    if delay:
        why = (
            f"nine in ten of {count(delay.reviews, 'review')} came out within "
            f"{count(delay.late_months, 'month')} of the practice"
        )
    else:
        why = (
            f"reviews come out about {USUAL_DELAY_MONTHS} months after the practice: an "
            "assumption, since these sources do not say"
        )
    until = f"end on {day(end)}" if is_end_known else f"hold no date after {day(end)}"
    return (
        f"Periods that end after {day(after)} may be incomplete: {why}, and the data {until}. "
        "They count towards no middle, limit or rule."
    )


def undated(reviews: int, basis: str, kind: str) -> str:
    """Say how many reviews stand on no axis of time."""
    if not reviews:
        return ""
    date_of = "practice" if basis == "practice" else "publication"
    stand = "stands" if reviews == 1 else "stand"
    its = "its" if reviews == 1 else "their"
    return (
        f"{count(reviews, 'review')} {stand} in no period: {its} date of {date_of} is not known, "
        f"or not known well enough for a {kind}."
    )


def no_time(basis: str, reviews: int, kind: str) -> str:
    """Say that nothing can be drawn over time."""
    none = f"None of the {count(reviews, 'selected review')}" if reviews > 1 else "The review"
    date_of = "practice" if basis == "practice" else "publication"
    return (
        f"{none} has a date of {date_of} that falls into a {kind}, so nothing can be shown over "
        "time."
    )


def none_new(appraisal: str) -> str:
    """Say that nothing is new.

    Args:
        appraisal: the one that is looked at.
    """
    return f"Nothing is new: no factor is found{AS[appraisal]} for the first time."


def none_unseen(appraisal: str, lately: str, latest: str) -> str:
    """Say that no factor has gone unseen.

    Args:
        appraisal: the one that is looked at.
        lately: for how long: "8 quarters".
        latest: name of the period with which they end.
    """
    return (
        f"Nothing: no factor that was found{AS[appraisal]} before, and was assessed in the "
        f"{lately} to {escaped(latest)}, has gone unseen in them."
    )


def new(row: Any) -> str:
    """Return a factor that is new in the latest period, with what it was before.

    Args:
        row: row of `factor_history.sql`.
    """
    here = found_of(int(row.reviews_with_latest), int(row.reviews_assessed_latest))
    before = found_in_none(int(row.reviews_assessed_before))
    return f"{bold(row.label)}: {here}; before, {before}{also_undated(row)}"


def unseen(row: Any) -> str:
    """Return a factor that was not seen lately, with when it was last and how often since.

    Args:
        row: row of `factor_history.sql`.
    """
    last = row.last_found_in if isinstance(row.last_found_in, str) else f"{row.last_found_on:%Y}"
    since = found_in_none(int(row.reviews_assessed_since))
    return f"{bold(row.label)}: last in {escaped(last)}; since, {since}{also_undated(row)}"


def also_undated(row: Any) -> str:
    """Say that a factor is found in reviews of which nobody can tell when they were.

    Args:
        row: row of `factor_history.sql`.

    Returns:
        The end of a sentence; empty if there is no such review.
    """
    undated = int(row.reviews_with_undated)
    return f"; also found in {count(undated, 'review')} without a date" if undated else ""


def found_in_none(reviews: int) -> str:
    """Return "0 of 30 reviews", which says so if they are too few to tell anything.

    Args:
        reviews: in which a factor was assessed.
    """
    few = f" ({TOO_FEW})" if is_too_few(reviews) else ""
    return f"0 of {count(reviews, 'review')}{few}"


def _number(point: Point) -> str:
    """Return "4 of 9 (44%) in 2019/20"."""
    share = found_of(point.reviews_with, point.reviews_assessed)
    of, _, rest = share.partition(" (")
    reviews = "review" if point.reviews_assessed == 1 else "reviews"
    return f"{of} {reviews} ({rest} in {_short_name(point)}"


def _short_name(point: Point) -> str:
    """Return the name of a period for a sentence, without its months: "Q1 2026/27"."""
    return escaped(point.period.name.partition(" (")[0])


def _hardly_any(course: Course, name: str) -> str:
    """Say what is known of a factor with at most one whole period."""
    assessed = [point for point in course.points if point.is_assessed]
    if not assessed:
        return f"{bold(course.label)} was not assessed in any period."
    shown = course.latest or assessed[-1]
    whole = "only one period is whole" if course.counted else "no period is whole"
    return f"{name} in {_number(shown)}, and {whole}: whether it changed cannot be told."


def _change(course: Course, between: Between | None) -> str:
    """Say what the rules show."""
    if between is not None:
        return _of_days(course, between)
    signals = course.signals()
    if course.kind == "run chart" and len(course.counted) < RUN:
        few = f"{count(len(course.counted), 'whole period')} are too few"
        return f"{few} to tell whether it changed, since {RULES_NEED}."
    if course.kind == "run chart":
        short = f"with {_whole(course)}, this is a run chart"
        if not signals:
            return f"{short}, and it shows no shift and no trend."
        return f"{short}, and it shows {signals_in_words(signals, 'median')}."
    if not signals:
        return "no signal of change by the NHS rules."
    return f"the NHS rules show a change: {signals_in_words(signals, 'mean')}."


def _whole(course: Course) -> str:
    """Return how many whole periods can tell something, of those that limits need."""
    enough = f" with {TOO_FEW_REVIEWS} reviews or more"
    with_enough = "" if len(course.told) == len(course.counted) else enough
    return (
        f"{some_of(len(course.told), FEWEST_PERIODS)} of the {FEWEST_PERIODS} whole periods"
        f"{with_enough} that limits need"
    )


def _of_days(course: Course, between: Between) -> str:
    """Say what the days between show, for a factor that is rare."""
    holding = sum(point.reviews_with > 0 for point in course.counted)
    rare = (
        f"it is found in {holding} of {count(len(course.counted), 'whole period')}, too rare for a "
        "share, so the chart shows the days until it was found again"
    )
    if not between.has_limits:
        return f"{rare}. {count(len(between.gaps), 'gap')} cannot tell whether it changed."
    flagged = [gap for gap in between.gaps if gap.rules]
    if not flagged:
        return f"{rare}. They show no signal of change by the NHS rules."
    stand = "stands" if len(flagged) == 1 else "stand"
    return f"{rare}. By the NHS rules {len(flagged)} of {len(between.gaps)} gaps {stand} out."


def signals_in_words(signals: Sequence[Signal], middle: str) -> str:
    """Return the longest shifts and trends, and which periods stand out by the other rules.

    That two of three in a row are near a limit is said only where there is nothing else to say.

    Args:
        signals: at least one.
        middle: what the middle line is: mean or median.
    """
    runs = [one for one in signals if one.rule in ("shift", "trend")]
    runs = sorted(runs, key=lambda one: -len(one.points))[:SIGNALS_AT_MOST]
    runs.sort(key=lambda one: one.points[0].period.place)
    said = [_run(one, middle) for one in runs]
    said += _standing_out(signals, "outside", middle)
    return listed(said or _standing_out(signals, "two of three", middle))


def _standing_out(signals: Sequence[Signal], rule: str, middle: str) -> list[str]:
    """Return the periods that stand out by themselves, or two of three, above and below."""
    said = []
    for is_above, side in ((True, "above"), (False, "below")):
        of_side = [one for one in signals if one.rule == rule and one.is_above == is_above]
        points = [point for one in of_side for point in one.points]
        if not points:
            continue
        number, names = count(len(points), "period"), ""
        if len(points) <= SIGNALS_AT_MOST:
            names = f" ({listed([_short_name(point) for point in points])})"
        if rule == "outside":
            how = f"further {side} the {middle} than chance would often take one"
        else:
            of_three = "one of two such" if len(points) == 1 else "two"
            how = f"well {side} the {middle}, {of_three} of three in a row"
        said.append(f"{number} {how}{names}")
    return said


def _run(signal: Signal, middle: str) -> str:
    """Return a shift or a trend: "8 periods in a row above the mean (2014/15 to 2021/22)"."""
    first, last = _short_name(signal.points[0]), _short_name(signal.points[-1])
    if signal.rule == "trend":
        how = "rising" if signal.is_above else "falling"
    else:
        how = f"{'above' if signal.is_above else 'below'} the {middle}"
    return f"{count(len(signal.points), 'period')} in a row {how} ({first} to {last})"


def _ends(course: Course) -> tuple[Point, Point]:
    """Return the first and the last whole period: of those with reviews enough, if there are two.

    One review of one at the beginning would make a change of nothing.
    """
    counted = course.counted
    enough = [point for point in counted if not is_too_few(point.reviews_assessed)]
    told = enough if len(enough) > 1 else counted
    return told[0], told[-1]


def _from_to(course: Course) -> str:
    """Return a factor with the numbers between which it is told."""
    first, last = _ends(course)
    return f"{bold(course.label)}, from {_number(first)} to {_number(last)}"


def _short(courses: Sequence[Course]) -> str:
    """Say of how many factors only a run chart can be drawn."""
    runs = [course for course in courses if course.kind == "run chart"]
    if not runs:
        return ""
    longest = max(runs, key=lambda course: len(course.told))
    have = "has" if len(runs) == 1 else "have"
    those = count(len(runs), "factor")
    if len(runs) == len(courses):
        those = "It" if len(runs) == 1 else "They"
    at_most = "at most " if len(runs) > 1 and longest.told else ""
    return (
        f"{those} {have} {at_most}{_whole(longest)}: only shifts and trends of seven in a row can "
        "be told."
    )


def _rare(courses: Sequence[Course], days_between: str) -> str:
    """Say how many factors are too rare for their shares to tell anything."""
    rare = sum(course.kind == "time between" for course in courses)
    if not rare:
        return ""
    is_ = "is" if rare == 1 else "are"
    too = f"{count(rare, 'factor')} {is_} too rare for shares"
    return f"{too}: {days_between}."
