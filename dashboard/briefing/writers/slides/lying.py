"""Bars that lie, on a slide: how much room they need, and where within a chart they are drawn."""

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.enum.chart import XL_AXIS_CROSSES
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.briefing.writers.slides import measure
from dashboard.briefing.writers.slides.native import LETTERS, Box

TITLE_HEIGHT, AXIS_HEIGHT, LEGEND_HEIGHT, RIGHT = 30.0, 42.0, 30.0, 12.0
NAMES = 0.36
"""How much of the width of a chart the names have at most."""
_BAR, _BETWEEN, _ASIDE = 14.5, 6.0, 8.0  # points: a bar, what is free between labels, and aside
_ROOMY = 2.6  # a label takes at most so many times the height of its bars


def row_height(label: str, width: float, bars: int) -> float:
    """Return the least height of a label, its name beside its bars, in points.

    Args:
        label: its name.
        width: of the chart, in points.
        bars: how many bars each label has.
    """
    name = measure.height(label, LETTERS, width * NAMES - _ASIDE)
    return max(name, _BAR * bars) + _BETWEEN


def around(has_legend: bool) -> float:
    """Return the height of what stands above and beneath bars, in points."""
    return TITLE_HEIGHT + AXIS_HEIGHT + (LEGEND_HEIGHT if has_legend else 0.0)


def as_high_as(box: Box, bars: int, labels: int, has_legend: bool) -> Box:
    """Return a place no higher than its bars need: a few do not stretch over a slide.

    Args:
        box: the room that there is.
        bars: how many bars each label has.
        labels: how many labels there are.
        has_legend: whether the series are named beneath.
    """
    wanted = around(has_legend) + labels * _ROOMY * _BAR * bars
    return box._replace(height=min(box.height, wanted))


def inner_of(
    box: Box, names: Sequence[str], has_legend: bool, ends: Iterable[tuple[float, float]] = ()
) -> Box:
    """Return where the bars are drawn within a chart, the names to their left.

    Args:
        box: the place of the chart.
        names: of the bars: short ones leave more room to the bars.
        has_legend: whether the series are named beneath.
        ends: where each bar or interval ends, as a part of the whole axis, and the room that what
            is written behind it needs, in points: the axis is as long as all of it allows.
    """
    longest = max(measure.width(name, LETTERS) for name in names)
    left = min(box.width * NAMES, longest + 3 * _ASIDE)
    room = box.width - left - RIGHT
    width = min([room - RIGHT, *((room - behind) / end for end, behind in ends if end)])
    return Box(left, TITLE_HEIGHT, width, box.height - around(has_legend))


def first_on_top(chart: Any) -> None:
    """Let the first category of lying bars stand at the top, and the values beneath all."""
    chart.category_axis.reverse_order = True  # else the first stands at the bottom
    chart.value_axis._element.crosses.val = XL_AXIS_CROSSES.MAXIMUM


def plot_in(chart: Any, box: Box, inner: Box) -> None:
    """Say where within the chart its marks are drawn, so that the names beside them have room.

    Args:
        chart: the chart.
        box: the place of the chart, of which only the size matters.
        inner: the place of the marks, in points from the corner of the chart.
    """
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(
        0,
        parse_xml(
            f"<c:layout {nsdecls('c')}><c:manualLayout><c:layoutTarget val='inner'/>"
            "<c:xMode val='edge'/><c:yMode val='edge'/>"
            f"<c:x val='{inner.left / box.width:.4f}'/><c:y val='{inner.top / box.height:.4f}'/>"
            f"<c:w val='{inner.width / box.width:.4f}'/>"
            f"<c:h val='{inner.height / box.height:.4f}'/>"
            "</c:manualLayout></c:layout>"
        ),
    )
