"""What every chart on a slide has: quiet axes, letters large enough, labels and intervals."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.briefing.figures import Share
from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.slides.letters import GREYS, colour

LETTERS, TITLE = 12, 14
"""Sizes of the letters of a chart, and of its title, in points."""


_AS_FITS = "-60000000"
_CHARTS_OF_2012 = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"

Reach = tuple[str, Sequence[float | None]]
"""The cells of the workbook in which one side of intervals stands, and how far each goes."""


class Box(NamedTuple):
    """A place on a slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class Whisker(NamedTuple):
    """How an interval is drawn: its colour, how wide in points, and whether its ends are marked."""

    ink: str
    wide: float
    has_caps: bool


STRONG, LIGHT = Whisker(GREYS.text, 1.25, True), Whisker(GREYS.muted, 0.75, False)


def reach(one: Share | None) -> tuple[float | None, float | None]:
    """Return how far the interval of a share goes below it, and above; None where it has none."""
    if one is None or one.share is None or one.low is None or one.high is None:
        return None, None
    return max(one.share - one.low, 0.0), max(one.high - one.share, 0.0)


def add(slide: Any, kind: Any, data: CategoryChartData, box: Box, title: str) -> Any:
    """Put a chart on a slide.

    Args:
        slide: the slide.
        kind: which chart.
        data: its numbers.
        box: where.
        title: what stands above it.

    Returns:
        The graphic frame of the chart.
    """
    frame = add_bare(slide, kind, data, box)
    frame.chart.has_title = True
    paragraph = frame.chart.chart_title.text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = on_a_line(title)
    run.font.size, run.font.bold = Pt(TITLE), True
    _place(frame.chart.chart_title._element, "c:tx", 0.0, 0.0)  # else it stands in the middle
    return frame


def add_bare(slide: Any, kind: Any, data: CategoryChartData, box: Box) -> Any:
    """Put a chart on a slide as `add` does, without a title."""
    frame = slide.shapes.add_chart(kind, *(Pt(one) for one in box), data)
    frame.chart.has_title = False
    frame.chart.font.size = Pt(LETTERS)
    frame.chart.font.color.rgb = colour(GREYS.text)
    return frame


def describe(frame: Any, name: str, alt: str) -> None:
    """Say what a chart or a table shows, for those who do not see it.

    Args:
        frame: its graphic frame.
        name: what it is called in the list of what stands on the slide.
        alt: what it shows.
    """
    held = frame._element.nvGraphicFramePr.cNvPr
    held.set("name", name or held.get("name"))
    held.set("descr", alt)


def legend(chart: Any, is_needed: bool) -> None:
    """Name the series beneath the chart, where there is more than one."""
    chart.has_legend = is_needed
    if is_needed:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(LETTERS)


def quiet(axis: Any, title: str, *, has_grid: bool) -> None:
    """Give an axis a title, faint lines and no ticks."""
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS
    axis.format.line.color.rgb = colour(GREYS.rule)
    axis.has_major_gridlines = has_grid
    if has_grid:
        axis.major_gridlines.format.line.color.rgb = colour(GREYS.grid)
    axis.has_title = bool(title)
    if title:
        run = axis.axis_title.text_frame.paragraphs[0].add_run()
        run.text = on_a_line(title)
        run.font.size, run.font.bold = Pt(LETTERS), False
        run.font.color.rgb = colour(GREYS.muted)


def level(axis: Any) -> None:
    """Keep the names on an axis level: never turned on their side."""
    _turn(axis, "0")


def name_every(chart: Any, so_many: int) -> None:
    """Name every so many categories of a chart, where there are too many to name all.

    The others are blank in what the chart keeps of its workbook, since not every program that
    shows slides leaves names out; the workbook holds all of them.
    """
    axis = chart.category_axis
    _turn(axis, _AS_FITS)  # at a given angle a long name is broken at the width of one category
    skip = parse_xml(f"<c:tickLblSkip {nsdecls('c')} val='{so_many}'/>")
    axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    for kept in chart._chartSpace.iter(qn("c:cat")):
        for point in list(kept.iter(qn("c:pt"))):
            if int(point.get("idx")) % so_many:
                point.getparent().remove(point)


def _turn(axis: Any, angle: str) -> None:
    """Set the angle of the names on an axis."""
    body = axis.tick_labels.font._element.getparent().getparent().getparent().find(qn("a:bodyPr"))
    body.set("rot", angle)
    body.set("vert", "horz")


def write(label: Any, text: str) -> None:
    """Write the label of a point, in one line."""
    frame = label.text_frame
    frame.word_wrap = False
    run = frame.paragraphs[0].add_run()
    run.text = on_a_line(text)
    run.font.size, run.font.color.rgb = Pt(LETTERS), colour(GREYS.text)


def move(label: Any, right: float, down: float = 0.0) -> None:
    """Move the label of a point, by parts of the width and of the height of the chart."""
    element = label._dLbl
    layout = parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout><c:x val='{right:.4f}'/>"
        f"<c:y val='{down:.4f}'/>"
        "</c:manualLayout></c:layout>"
    )
    element.find(qn("c:idx")).addnext(layout)


def without_leaders(series: Any) -> None:
    """Draw no line from the end of a bar to a label that was moved: it looks like an interval.

    Args:
        series: a series whose points have labels; without any, nothing is to be done.
    """
    labels = series._element.find(qn("c:dLbls"))
    if labels is not None:
        labels.append(
            parse_xml(
                f"<c:extLst {nsdecls('c')}><c:ext uri='{_CHARTS_OF_2012}' xmlns:c15='{_C15}'>"
                "<c15:showLeaderLines val='0'/></c:ext></c:extLst>"
            )
        )


def say_nothing(labels: Any, place: int) -> None:
    """Leave the label of a point out, though those of its series are written."""
    element = labels._element
    silent = parse_xml(f"<c:dLbl {nsdecls('c')}><c:idx val='{place}'/><c:delete val='1'/></c:dLbl>")
    before = element.findall(qn("c:dLbl"))
    element.insert(len(before), silent)


def whiskers(
    series: Any,
    below: Reach,
    above: Reach,
    look: Whisker = STRONG,
) -> None:
    """Draw intervals about the values of a series.

    Args:
        series: the series.
        below: how far each interval goes below its value.
        above: how far it goes above.
        look: how they are drawn.
    """
    bars = parse_xml(
        f"<c:errBars {nsdecls('c', 'a')}><c:errBarType val='both'/><c:errValType val='cust'/>"
        f"<c:noEndCap val='{int(not look.has_caps)}'/>"
        f"{_reach('plus', *above)}{_reach('minus', *below)}"
        f"<c:spPr><a:ln w='{Pt(look.wide)}'><a:solidFill><a:srgbClr val='{look.ink[1:]}'/>"
        "</a:solidFill>"
        "</a:ln></c:spPr></c:errBars>"
    )
    direction = f"<c:errDir {nsdecls('c')} val='y'/>"
    if series._element.getparent().tag == qn("c:lineChart"):
        bars.insert(0, parse_xml(direction))
    series._element.find(qn("c:cat")).addprevious(bars)


def _reach(name: str, where: str, values: Sequence[float | None]) -> str:
    """Write one side of the intervals."""
    points = "".join(
        f"<c:pt idx='{place}'><c:v>{value!r}</c:v></c:pt>"
        for place, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:{name}><c:numRef><c:f>{where}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"<c:ptCount val='{len(values)}'/>{points}</c:numCache></c:numRef></c:{name}>"
    )


def _place(element: Any, after: str, left: float, top: float) -> None:
    """Place a part of a chart by its upper left corner, in parts of the chart."""
    for old in element.findall(qn("c:layout")):
        element.remove(old)
    layout = parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout><c:xMode val='edge'/><c:yMode val='edge'/>"
        f"<c:x val='{left}'/><c:y val='{top}'/></c:manualLayout></c:layout>"
    )
    element.find(qn(after)).addnext(layout)
