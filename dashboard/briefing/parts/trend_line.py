"""A course as the line of a trend: what may be joined, and what says less than it seems."""

from dataclasses import replace

from dashboard.briefing.figures import Line, Moment, Series, Share
from dashboard.charts.points import cautions
from dashboard.charts.time_axis import why
from dashboard.course import Course, Point

DRAWN_PERIODS = 24
"""So many periods stand beside one another on paper, the last of them: six years of quarters."""
_CENTRES = {"p-chart": "mean", "run chart": "median"}


def line_of(course: Course) -> Line:
    """Return the last periods of a course; its middle is that of all of them."""
    joined = {point.period.place for run in course.stretches() for point in run[1:]}
    why_not = {
        place: why(broken)
        for broken in course.breaks
        for place in range(broken.first, broken.last + 1)
    }
    first, *rest = [
        _moment(point, point.period.place in joined, why_not.get(point.period.place, ""))
        for point in course.points[-DRAWN_PERIODS:]
    ]
    has_centre = course.kind in _CENTRES and bool(course.counted)
    return Line(
        label=course.label,
        series=Series(course.appraisal.capitalize(), course.appraisal),
        moments=(replace(first, joins=False), *rest),
        centre=float(course.centre) if has_centre else None,
        centre_name=_CENTRES[course.kind] if has_centre else "",
    )


def _moment(point: Point, joins: bool, why_not: str) -> Moment:
    """Return one period; why there is no share, or why it says less than it seems."""
    if not point.is_assessed:
        return Moment(point.period.name, Share(None, 0), why_not, joins=False)
    share = Share(point.reviews_with, point.reviews_assessed, point.share_low, point.share_high)
    return Moment(point.period.name, share, "; ".join(cautions(point)), joins)
