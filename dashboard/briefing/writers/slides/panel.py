"""One factor over time, as a small chart that can be edited, with its last share in words."""

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from dashboard.briefing.figures import Line, Moment, Series
from dashboard.briefing.text import Run, Text, on_a_line, plain
from dashboard.briefing.writers.slides import boxes, looks, measure, native, workbook
from dashboard.briefing.writers.slides.letters import GREYS, colour
from dashboard.briefing.writers.slides.lying import plot_in
from dashboard.briefing.writers.slides.native import LETTERS, Box
from dashboard.sentences.counts import NOT_ASSESSED, percent

AXIS = 10
"""Size of the letters of the axes, in points: there is little room beside a small chart."""
_LEFT, _RIGHT, _BENEATH, _ABOVE = 36.0, 10.0, 20.0, 6.0  # points about the marks
_LABEL = 18.0  # points above an interval for n of N
_MARK, _SMALL_MARK, _ROOMY = 8, 5, 30.0  # sizes of a point, and how far apart large ones stand
_QUARTER = re.compile(r"(Q[1-4] \d{4}/\d{2}) \(.*\)")


def name(line: Line) -> str:
    """Return what a chart is called: two of one factor are told apart by their appraisal."""
    remarks = [] if line.series.meaning == "neutral" else [line.series.name.lower()]
    if all(one.share.share is None for one in line.moments):
        remarks.append(NOT_ASSESSED)
    return f"{line.label} ({', '.join(remarks)})" if remarks else line.label


def middle(line: Line) -> str:
    """Return what the middle of a line is: "mean 33%"; empty where it has none."""
    return "" if line.centre is None else f"{line.centre_name} {percent(line.centre)}"


def short(period: str) -> str:
    """Return the name of a period as it stands on an axis: a quarter without its months."""
    quarter = _QUARTER.fullmatch(period)
    return quarter[1] if quarter else on_a_line(period)


def head_height(line: Line, width: float) -> float:
    """Return the height of what stands above a chart, in points."""
    return boxes.height([text for text, _ in _head(line)], LETTERS, width)


def draw(slide: Any, line: Line, box: Box, top: float, head: float) -> Any:
    """Draw one line.

    Args:
        slide: where it is drawn.
        line: the factor.
        box: its place.
        top: the share at which the scale ends, 0 to 1.
        head: what is left free for what stands above it, in points: as much in all charts, so
            that they stand in line.

    Returns:
        The graphic frame of the chart.
    """
    series, names = Series(name(line), line.series.meaning), [short(m.period) for m in line.moments]
    values: dict[Series, list[float | None]] = {series: [m.share.share for m in line.moments]}
    if line.centre is not None:
        values[Series(middle(line).capitalize(), "")] = [line.centre] * len(names)
    under = box.top
    for text, is_bold in _head(line):
        high = boxes.height([text], LETTERS, box.width)
        place = box._replace(top=under, height=high)
        boxes.write(slide, [text], place, LETTERS, is_bold=is_bold)
        under += high
    box = box._replace(top=box.top + head, height=box.height - head)
    data = workbook.Data(names, values, _beside(line, series), "0%")
    frame = native.add_bare(slide, XL_CHART_TYPE.LINE_MARKERS, data, box)
    apart = (box.width - _LEFT - _RIGHT) / len(names)
    is_told = apart >= max(measure.width(text, LETTERS) for text in map(_n_of_n, line.moments))
    inner = _inner(box, is_told)
    plot_in(frame.chart, box, inner)
    frame.chart.has_legend = False
    _axes(frame.chart, names, apart, top)
    drawn = frame.chart.plots[0].series
    _draw_line(drawn[0], line, _MARK if apart > _ROOMY else _SMALL_MARK)
    _reach(drawn[0], line, len(values))
    if is_told:
        _say(drawn[0], line, inner.height / box.height / top)
    if line.centre is not None:
        _draw_centre(drawn[1])
    return frame


def _head(line: Line) -> Iterator[tuple[Text, bool | None]]:
    """Yield what stands above the marks: the name in bold, then the last share and the middle."""
    yield (Run(on_a_line(name(line)), is_bold=True),), True
    drawn = [one for one in line.moments if one.share.share is not None]
    if drawn:
        last = f"{drawn[-1].share.said} in {short(drawn[-1].period)}"
        yield plain(f"{last}; {middle(line)} (dashes)" if middle(line) else last), None


def _inner(box: Box, is_told: bool) -> Box:
    """Return where the marks stand within a chart."""
    above = _ABOVE + (_LABEL if is_told else 0.0)
    return Box(_LEFT, above, box.width - _LEFT - _RIGHT, box.height - above - _BENEATH)


def _beside(line: Line, series: Series) -> workbook.Values:
    """Return what stands in the workbook beside the shares: their intervals, and n of N."""
    shares = [one.share for one in line.moments]
    reaches = [native.reach(one) for one in shares]
    columns: dict[str, Sequence[float | None]] = {
        "interval below": [below for below, _ in reaches],
        "interval above": [above for _, above in reaches],
        "found in": [one.found for one in shares],
        "assessed in": [one.of for one in shares],
    }
    return {Series(f"{series.name}: {of}", series.meaning): held for of, held in columns.items()}


def _axes(chart: Any, names: Sequence[str], apart: float, top: float) -> None:
    """Set the periods beneath, as many as have room, and the shares from 0 on at the side."""
    periods, shares = chart.category_axis, chart.value_axis
    native.quiet(periods, "", has_grid=False)
    native.quiet(shares, "", has_grid=True)
    for axis in (periods, shares):
        axis.tick_labels.font.size = Pt(AXIS)
        axis.tick_labels.font.color.rgb = colour(GREYS.muted)
    native.level(periods)
    longest = max(measure.width(one, AXIS) for one in names) + AXIS
    if longest > apart:
        native.name_every(chart, ceil(longest / apart))
    shares.minimum_scale, shares.maximum_scale, shares.major_unit = 0, top, top / 2
    shares.tick_labels.number_format, shares.tick_labels.number_format_is_linked = "0%", False


def _draw_line(drawn: Any, line: Line, size: int) -> None:
    """Draw the course: a point that says less than it seems is a cross."""
    hue = looks.hue(line.series)
    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width = colour(hue), Pt(2)
    _mark(drawn.marker, hue, size, is_less=False)
    for at, moment in enumerate(line.moments):
        if moment.share.share is None:
            continue
        is_less, point = bool(moment.remark) or moment.share.is_too_few, drawn.points[at]
        if is_less or not moment.joins:
            _mark(point.marker, hue, size, is_less=is_less)
            # a point with a look of its own takes on no other
            point.format.line.color.rgb, point.format.line.width = colour(hue), Pt(2)
        if not moment.joins:
            point.format.line.fill.background()


def _mark(marker: Any, hue: str, size: int, *, is_less: bool) -> None:
    """Draw a point. A cross, since not every program that shows slides draws hollow points."""
    marker.style = XL_MARKER_STYLE.X if is_less else XL_MARKER_STYLE.CIRCLE
    marker.size = size
    if not is_less:
        looks.fill(marker.format, looks.even(hue, hue))
        return
    marker.format.fill.background()
    marker.format.line.color.rgb, marker.format.line.width = colour(hue), Pt(1.75)


def _reach(drawn: Any, line: Line, series: int) -> None:
    """Draw the intervals, lightly."""
    reaches = [native.reach(one.share) for one in line.moments]
    below, above = (workbook.cells(1 + series + side, len(reaches)) for side in (0, 1))
    native.whiskers(
        drawn,
        (below, [below for below, _ in reaches]),
        (above, [above for _, above in reaches]),
        native.LIGHT,
    )


def _n_of_n(moment: Moment) -> str:
    """Return the numbers of a point: "12 of 20"; empty where there are none."""
    share = moment.share
    return "" if share.share is None else f"{share.found:,} of {share.of:,}"


def _say(drawn: Any, line: Line, full: float) -> None:
    """Write n of N above each interval.

    Args:
        drawn: the series of the chart.
        line: its shares.
        full: how much of the height of the chart 100% takes.
    """
    for place, moment in enumerate(line.moments):
        if moment.share.share is not None:
            label = drawn.points[place].data_label
            native.write(label, _n_of_n(moment))
            label.position = XL_LABEL_POSITION.ABOVE
            _, above = native.reach(moment.share)
            native.move(label, 0.0, -((above or 0.0) * full))
    native.without_leaders(drawn)


def _draw_centre(drawn: Any) -> None:
    """Draw the middle of a line: grey, thin, in dashes, without marks."""
    drawn.smooth = False
    drawn.marker.style = XL_MARKER_STYLE.NONE
    drawn.format.line.color.rgb = colour(GREYS.muted)
    drawn.format.line.width = Pt(1.25)
    drawn.format.line.dash_style = MSO_LINE.DASH
