"""What every chart on a slide has: numbers that can be edited, quiet axes, letters large enough."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt
from xlsxwriter import Workbook

from dashboard.briefing.figures import Series
from dashboard.briefing.writers.slides.letters import GREYS, colour, shown

LETTERS, TITLE = 12, 14
"""Sizes of the letters of a chart, and of its title, in points."""
TITLE_HEIGHT, AXIS_HEIGHT, LEGEND_HEIGHT, RIGHT = 30.0, 42.0, 30.0, 12.0
_NO_CLOCK = datetime(2000, 1, 1)  # every date of the file is settled when it is written

Values = Mapping[Series, Sequence[float | None]]


class Box(NamedTuple):
    """A place on a slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class Data(CategoryChartData):
    """The numbers beneath a chart: in the chart, and in the workbook in which they are edited.

    A text is a text in the workbook, whatever it begins with: never a formula, never a link.
    """

    def __init__(self, labels: Sequence[str], values: Values, beside: Values, form: str):
        """Take the numbers.

        Args:
            labels: the categories, in the order given.
            values: for each series a value a category; None where there is none.
            beside: columns that stand in the workbook to the right of the series.
            form: how a value is written: "0%".
        """
        super().__init__(number_format=form)
        self.categories = [shown(label) for label in labels]
        self._columns = [(shown(one.name), list(held)) for one, held in values.items()]
        self._beside = [(shown(one.name), list(held)) for one, held in beside.items()]
        for name, held in self._columns:
            self.add_series(name, held)

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        written = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(written, options) as book:
            book.set_properties({"created": _NO_CLOCK})
            sheet = book.add_worksheet("Sheet1")
            form = book.add_format({"num_format": self.number_format})
            sheet.set_column(0, 0, 48)
            for row, category in enumerate(self.categories, 1):
                sheet.write_string(row, 0, category.label)
            for column, (name, held) in enumerate([*self._columns, *self._beside], 1):
                sheet.write_string(0, column, name)
                sheet.write_column(1, column, held, form)
        return written.getvalue()


def add(slide: Any, kind: Any, data: Data, box: Box, title: str) -> Any:
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
    frame = slide.shapes.add_chart(kind, *(Pt(one) for one in box), data)
    chart = frame.chart
    chart.font.size = Pt(LETTERS)
    chart.font.color.rgb = colour(GREYS.text)
    chart.has_title = True
    paragraph = chart.chart_title.text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = shown(title)
    run.font.size, run.font.bold = Pt(TITLE), True
    _place(chart.chart_title._element, "c:tx", 0.0, 0.0)  # else it stands in the middle
    return frame


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
        run.text = shown(title)
        run.font.size, run.font.bold = Pt(LETTERS), False
        run.font.color.rgb = colour(GREYS.muted)


def level(axis: Any) -> None:
    """Keep the names on an axis level: never turned on their side."""
    body = axis.tick_labels.font._element.getparent().getparent().getparent().find(qn("a:bodyPr"))
    body.set("rot", "0")
    body.set("vert", "horz")


def name_every(axis: Any, so_many: int) -> None:
    """Name every so many categories of an axis, where there are too many to name all."""
    element = axis._element
    for old in element.findall(qn("c:tickLblSkip")):
        element.remove(old)
    skip = parse_xml(f"<c:tickLblSkip {nsdecls('c')} val='{so_many}'/>")
    element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


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


def move(label: Any, right: float) -> None:
    """Move the label of a point to the right, by a part of the width of the chart."""
    element = label._dLbl
    layout = parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout><c:x val='{right:.4f}'/><c:y val='0'/>"
        "</c:manualLayout></c:layout>"
    )
    element.find(qn("c:idx")).addnext(layout)


def say_nothing(labels: Any, place: int) -> None:
    """Leave the label of a point out, though those of its series are written."""
    element = labels._element
    silent = parse_xml(
        f"<c:dLbl {nsdecls('c')}><c:idx val='{place}'/><c:delete val='1'/></c:dLbl>"
    )
    before = element.findall(qn("c:dLbl"))
    element.insert(len(before), silent)


def whiskers(
    series: Any, below: tuple[str, Sequence[float | None]], above: tuple[str, Sequence[float | None]]
) -> None:
    """Draw intervals about the values of a series.

    Args:
        series: the series.
        below: cells of the workbook, and how far each interval goes below its value.
        above: cells, and how far it goes above.
    """
    bars = parse_xml(
        f"<c:errBars {nsdecls('c', 'a')}><c:errBarType val='both'/><c:errValType val='cust'/>"
        f"<c:noEndCap val='0'/>{_reach('plus', *above)}{_reach('minus', *below)}"
        f"<c:spPr><a:ln w='15875'><a:solidFill><a:srgbClr val='{GREYS.text[1:]}'/></a:solidFill>"
        "</a:ln></c:spPr></c:errBars>"
    )
    series._element.find(qn("c:cat")).addprevious(bars)


def cells(column: int, rows: int) -> str:
    """Return the cells of a column of the workbook, the first being 0 and holding the labels."""
    return f"Sheet1!${chr(ord('A') + column)}$2:${chr(ord('A') + column)}${rows + 1}"


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
    layout: etree._Element = parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout><c:xMode val='edge'/><c:yMode val='edge'/>"
        f"<c:x val='{left}'/><c:y val='{top}'/></c:manualLayout></c:layout>"
    )
    element.find(qn(after)).addnext(layout)
