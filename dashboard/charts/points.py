"""What a factor's points over time have in common, small or large: shapes, words, and where to go.

Nothing here is good or bad, so nothing is told by colour alone: a whole period is filled, a part or
incomplete one hollow, and each rule of change has a shape.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.course import Course, Point
from dashboard.estimates import RUN, is_too_few
from dashboard.sentences.counts import found_of, percent

GLYPHS = {"circle": "●", "diamond": "◆", "square": "■", "triangle-up": "▲", "star": "★"}
RULES = {
    "outside": "outside the limits",
    "shift": f"{RUN} or more in a row on one side",
    "trend": f"{RUN} or more in a row rising or falling",
    "two of three": "two of three near a limit",
}
HOLLOW = "○ part period, or reviews may be still to come"
NO_REVIEWS = "× no reviews"
BEYOND = "△ few reviews, and beyond the scale"
SCALES = (0.1, 0.2, 0.3, 0.5, 0.75)
Trace = dict[str, Any]
Place = Callable[[Course, float], float]
"""Where a share of a course stands on the axis of the chart."""


class Placed(NamedTuple):
    """A point on a chart."""

    course: Course
    point: Point


def assessed(courses: Iterable[Course]) -> list[Placed]:
    """Return all points that have a share."""
    return [
        Placed(course, point) for course in courses for point in course.points if point.is_assessed
    ]


def marks(
    courses: Sequence[Course], y: Place, end: float, size: int, mode: theme.Mode
) -> Iterator[Trace]:
    """Yield the points: ordinary, hollow, and a trace for each rule of change.

    A point that several rules make a signal has the shape of the first of them. One of few reviews
    that lies beyond the scale stands at its end, and is shaped so as to say it.

    Args:
        courses: what is drawn.
        y: where a share stands.
        end: the highest share of the scale.
        size: of an ordinary point, in pixels.
        mode: "light" or "dark".
    """
    greys, signal = theme.ground(mode), theme.signal_colour(mode)
    drawn = assessed(courses)
    beyond = {"symbol": "triangle-up-open", "size": size + 3, "color": greys.muted}
    yield _marks([one for one in drawn if one.point.share > end], y, beyond, BEYOND)
    every = [one for one in drawn if one.point.share <= end]
    whole = [one for one in every if one.point.is_whole]
    plain = [one for one in whole if not one.point.rules]
    hollow = [one for one in every if not one.point.is_whole]
    yield _marks(plain, y, {"symbol": theme.POINT, "size": size, "color": greys.muted}, "Reviews")
    yield _marks(
        hollow,
        y,
        {
            "symbol": theme.POINT,
            "size": size + 1,
            "color": greys.background,
            "line": {"color": greys.muted, "width": 1.3},
        },
        "Part or incomplete",
    )
    for rule, symbol in theme.SIGNALS.items():
        of_rule = [one for one in whole if one.point.rules[:1] == (rule,)]
        shape = {"symbol": symbol, "size": size + 3, "color": signal}
        yield _marks(of_rule, y, shape, RULES[rule])


def _marks(points: Sequence[Placed], y: Place, marker: dict[str, Any], name: str) -> Trace:
    """Return points of one shape."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [one.point.period.place for one in points],
        "y": [y(one.course, one.point.share) for one in points],
        "marker": {"opacity": 1} | marker,
        "unselected": {"marker": {"opacity": 1}},
        "customdata": [customdata(one) for one in points],
        "hovertext": [hover(one) for one in points],
        "hoverinfo": "text",
        "cliponaxis": False,
        "showlegend": False,
    }


def customdata(one: Placed) -> list[str]:
    """Return what a click needs: factor, appraisal, first and last day of the period."""
    period = one.point.period
    return [
        one.course.factor_id,
        one.course.appraisal,
        period.first.isoformat(),
        period.last.isoformat(),
    ]


def hover(one: Placed) -> str:
    """Return what a point says when pointed at; the table says it too."""
    point = one.point
    lines = [
        f"<b>{as_plotly(wrapped(one.course.label))}</b>",
        f"{point.period.name}: {found_of(point.reviews_with, point.reviews_assessed)}",
    ]
    if not is_too_few(point.reviews_assessed):
        lines.append(f"95% interval {percent(point.share_low)} to {percent(point.share_high)}")
    return "<br>".join([*lines, *remarks(point)])


def remarks(point: Point) -> list[str]:
    """Return what else is to be known of a period: part, incomplete, and its rules in words."""
    return [*cautions(point), *(RULES[rule] for rule in point.rules)]


def cautions(point: Point) -> list[str]:
    """Return why a period says less than it seems: part, incomplete, an earlier definition."""
    said = []
    if point.is_part:
        said.append("part period")
    if point.may_be_incomplete:
        said.append("may be incomplete")
    if not point.is_comparable:
        said.append("earlier definition")
    return said


def bands(courses: Iterable[Course], y: Place, colour: str) -> Trace:
    """Return the intervals of whole neighbours as bands."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for course in courses:
        for stretch in course.stretches():
            there = [(p.period.place, y(course, p.share_high)) for p in stretch]
            back = [(p.period.place, y(course, p.share_low)) for p in reversed(stretch)]
            if len(stretch) == 1:  # a band of one period has a width too
                (x, high), (_, low) = there[0], back[0]
                there, back = [(x - 0.2, high), (x + 0.2, high)], [(x + 0.2, low), (x - 0.2, low)]
            outline = [*there, *back, there[0]]
            xs += [*(x for x, _ in outline), None]
            ys += [*(at for _, at in outline), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "95% interval",
        "x": xs,
        "y": ys,
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def lines(courses: Iterable[Course], y: Place, colour: str) -> Trace:
    """Return the line of each course, broken wherever neighbours may not be joined."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for course in courses:
        for stretch in course.stretches():
            xs += [*(point.period.place for point in stretch), None]
            ys += [*(y(course, point.share) for point in stretch), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Share",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": 1.3},
        "connectgaps": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def without_reviews(courses: Iterable[Course], y: Place, colour: str) -> Trace:
    """Return a cross at zero for each period in which there are no reviews at all."""
    places = [
        (course, place)
        for course in courses
        for broken in course.breaks
        if broken.reason == "no reviews"
        for place in range(broken.first, broken.last + 1)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "No reviews",
        "x": [place for _, place in places],
        "y": [y(course, 0) for course, _ in places],
        "marker": {"symbol": "x-thin", "size": 6, "line": {"color": colour, "width": 1.2}},
        "unselected": {"marker": {"opacity": 1}},
        "hovertext": [
            f"{course.points[place].period.name}: no reviews" for course, place in places
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
        "showlegend": False,
    }


def shades(courses: Iterable[Course], top: Place, bottom: Place, colour: str) -> Trace:
    """Return a ground for the time in which a factor was not assessed."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for course in courses:
        for broken in course.breaks:
            if broken.reason != "no reviews":
                left, right = broken.first - 0.5, broken.last + 0.5
                high, low = top(course, 1), bottom(course, 0)
                xs += [left, right, right, left, left, None]
                ys += [high, high, low, low, high, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Not assessed",
        "x": xs,
        "y": ys,
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def key(courses: Sequence[Course], end: float) -> list[str]:
    """Return what the marks mean that are drawn, each as plain text.

    Args:
        courses: what is drawn.
        end: the highest share of the scale.
    """
    every = assessed(courses)
    entries = ["● share of reviews, with its 95% interval"]
    if any(not one.point.is_whole for one in every):
        entries.append(HOLLOW)
    if any(broken.reason == "no reviews" for course in courses for broken in course.breaks):
        entries.append(NO_REVIEWS)
    if any(one.point.share > end for one in every):
        entries.append(BEYOND)
    present = {one.point.rules[0] for one in every if one.point.rules}
    shapes = ((rule, GLYPHS[symbol]) for rule, symbol in theme.SIGNALS.items())
    return [*entries, *(f"{glyph} {RULES[rule]}" for rule, glyph in shapes if rule in present)]


def highest(courses: Iterable[Course], *, with_interval: bool = False) -> float:
    """Return the end of the scale: it holds every share that is not of too few reviews.

    One review of one would stretch the scale to 100%, and flatten all the others.

    Args:
        courses: what is drawn.
        with_interval: whether it holds the intervals of whole periods too.
    """
    every = [one.point for one in assessed(courses)]
    enough = [point for point in every if not is_too_few(point.reviews_assessed)] or every
    tops = [point.share for point in enough]
    if with_interval:
        tops += [point.share_high for point in enough if point.is_whole]
    return next((end for end in SCALES if max(tops, default=0) <= end), 1)
