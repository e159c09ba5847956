"""Shares over time on a slide: a line a factor, broken where it was not assessed."""

import re
from math import ceil
from typing import Any

from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from dashboard.briefing.figures import Line, Moment, Series, Trend
from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.slides import looks, measure, native, workbook
from dashboard.briefing.writers.slides.letters import GREYS, colour
from dashboard.sentences.counts import NOT_ASSESSED, count, percent

MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
)
DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT)
MOST_NAMED = 12
"""So many periods are named in full; the quarters of more stand under their years."""
MOST_TOLD = 2
"""So many lines have n of N at each point; of more it would be illegible."""
_FIXED = "\u00a0"  # a space at which no line is broken
_SIDE = 80.0  # points to the left of the first period
_BENEATH = 300  # percent of what is usual: a mark on the axis would stand on a name
_QUARTER = re.compile(r"(Q[1-4]) (\d{4}/\d{2})(?: \(.*\))?")
_NEAR_AXIS = 0.1
"""Beneath a share as small as this the names of the periods begin."""


def draw(slide: Any, figure: Trend, box: native.Box) -> Any:
    """Draw shares over time as a chart that can be edited.

    Args:
        slide: where it is drawn.
        figure: at least one line; all have the same periods.
        box: its place.

    Returns:
        The graphic frame of the chart.
    """
    lines = figure.lines
    names = _names(figure)
    values = {_series(line): [one.share.share for one in line.moments] for line in lines}
    centre = _centre(lines[0]) if len(lines) == 1 else None
    if centre:
        values[centre] = [lines[0].centre] * len(names)
    data = workbook.Data(names, values, _beside(figure), "0%")
    frame = native.add(slide, XL_CHART_TYPE.LINE_MARKERS, data, box, figure.title)
    _axes(frame.chart, figure, names, box.width - _SIDE)
    native.legend(frame.chart, True)
    plot = frame.chart.plots[0]
    for place, line in enumerate(lines):
        _draw_line(plot.series[place], line, place, is_told=_is_told(lines, len(names)))
    if centre:
        _draw_centre(plot.series[len(lines)])
    return frame


def _series(line: Line) -> Series:
    """Return what the key calls a line: two of one factor are told apart by their appraisal."""
    remarks = [] if line.series.meaning == "neutral" else [line.series.name.lower()]
    if all(one.share.share is None for one in line.moments):
        remarks.append(NOT_ASSESSED)
    name = f"{line.label} ({', '.join(remarks)})" if remarks else line.label
    return Series(name, line.series.meaning)


def _centre(line: Line) -> Series | None:
    """Return what the key calls the middle of a line, if it has one."""
    if line.centre is None:
        return None
    return Series(f"{line.centre_name.capitalize()}: {percent(line.centre)}", "")


def _remarks(figure: Trend, place: int) -> list[str]:
    """Return why a period says less than it seems."""
    remarks = (line.moments[place].remark for line in figure.lines)
    return list(dict.fromkeys(remark for remark in remarks if remark))


def _names(figure: Trend) -> workbook.Labels:
    """Return the names of the periods: in full, or of many the quarters under their years."""
    moments = figure.lines[0].moments
    if len(moments) <= MOST_NAMED:
        return [_period(figure, place) for place in range(len(moments))]
    quarters = [_QUARTER.fullmatch(one.period) for one in moments]
    if all(quarters):
        return [(one[2], one[1]) for one in quarters if one]
    return [on_a_line(one.period) for one in moments]


def _period(figure: Trend, place: int) -> str:
    """Return the name of a period: why it says less, and of how many reviews, where all agree."""
    moments = [line.moments[place] for line in figure.lines]
    told = _remarks(figure, place)
    of = {one.share.of for one in moments}
    if len(of) == 1 and (number := of.pop()) is not None and len(figure.lines) > MOST_TOLD:
        told.append(count(number, "review"))
    rest = (on_a_line(one).replace(" ", _FIXED) for one in told)
    return ", ".join([on_a_line(moments[0].period), *rest])


def _beside(figure: Trend) -> workbook.Values:
    """Return what stands in the workbook beside the shares: n of N."""
    columns: dict[Series, list[float | None]] = {}
    for line in figure.lines:
        of, shares = _series(line), [one.share for one in line.moments]
        columns[Series(f"{of.name}: found in", of.meaning)] = [one.found for one in shares]
        columns[Series(f"{of.name}: assessed in", of.meaning)] = [one.of for one in shares]
    return columns


def _axes(chart: Any, figure: Trend, names: workbook.Labels, width: float) -> None:
    """Set the periods beneath, and the shares from 0 to 100% at the side."""
    periods, shares = chart.category_axis, chart.value_axis
    native.quiet(periods, _basis(figure, len(names)), has_grid=False)
    native.quiet(shares, "Share of the reviews assessed", has_grid=True)
    native.level(periods)
    periods.tick_labels.offset = _BENEATH
    periods.major_tick_mark = XL_TICK_MARK.OUTSIDE
    if len(names) > MOST_NAMED:
        last = [name if isinstance(name, str) else name[-1] for name in names]
        longest = max(measure.width(name, native.LETTERS) for name in last) + native.LETTERS
        native.name_every(periods, ceil(len(names) * longest / width))
    shares.minimum_scale, shares.maximum_scale, shares.major_unit = 0, 1, 0.25
    shares.tick_labels.number_format, shares.tick_labels.number_format_is_linked = "0%", False


def _basis(figure: Trend, periods: int) -> str:
    """Return what places reviews in time, and what the names of many periods have no room for."""
    said = [figure.basis[:1].upper() + figure.basis[1:]]
    if periods > MOST_NAMED:
        for place, moment in enumerate(figure.lines[0].moments):
            said += [f"{moment.period}: {remark}" for remark in _remarks(figure, place)]
    return ". ".join(said)


def _is_told(lines: tuple[Line, ...], periods: int) -> bool:
    """Say whether there is room for n of N at each point."""
    return len(lines) <= MOST_TOLD and periods <= MOST_NAMED


def _draw_line(drawn: Any, line: Line, place: int, *, is_told: bool) -> None:
    """Draw a line: marks and dashes tell it without colour."""
    hue = looks.hue(line.series)
    drawn.smooth = False
    _join(drawn.format, hue, place)
    _mark(drawn.marker, hue, place, is_hollow=False)
    for at, moment in enumerate(line.moments):
        if moment.share.share is None:
            continue
        is_hollow, point = bool(moment.remark) or moment.share.is_too_few, drawn.points[at]
        if is_hollow or not moment.joins:
            _mark(point.marker, hue, place, is_hollow=is_hollow)
            _join(point.format, hue, place)  # a point with a look of its own takes on no other
        if not moment.joins:
            point.format.line.fill.background()
        if is_told:
            _say(point.data_label, moment, _place(place, moment.share.share))


def _join(form: Any, hue: str, place: int) -> None:
    """Draw what joins points."""
    form.line.color.rgb = colour(hue)
    form.line.width = Pt(2)
    form.line.dash_style = DASHES[place % len(DASHES)]


def _mark(marker: Any, hue: str, place: int, *, is_hollow: bool) -> None:
    """Draw a point: hollow where it says less than it seems."""
    marker.style, marker.size = MARKERS[place % len(MARKERS)], 9
    looks.fill(marker.format, looks.even(GREYS.background if is_hollow else hue, hue))


def _place(place: int, share: float) -> Any:
    """Return where n of N stands: beneath the second line, where there is room."""
    if place == 0:
        return XL_LABEL_POSITION.ABOVE
    return XL_LABEL_POSITION.RIGHT if share < _NEAR_AXIS else XL_LABEL_POSITION.BELOW


def _say(label: Any, moment: Moment, where: Any) -> None:
    """Write n of N beside a point."""
    native.write(label, f"{moment.share.found:,} of {moment.share.of:,}")
    label.position = where


def _draw_centre(drawn: Any) -> None:
    """Draw the middle of a line: grey, thin, without marks."""
    drawn.smooth = False
    drawn.marker.style = XL_MARKER_STYLE.NONE
    drawn.format.line.color.rgb = colour(GREYS.muted)
    drawn.format.line.width = Pt(1)
    drawn.format.line.dash_style = MSO_LINE.LONG_DASH
