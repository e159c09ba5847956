"""Numbers that add up, on a slide: bars that lie, in parts."""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from dashboard.briefing.figures import Bars, Series, series_of
from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.slides import looks, lying, measure, native, workbook
from dashboard.briefing.writers.slides.letters import colour

_CLEAR = 5.0  # points about a number on a part
_NUMBER = "#,##0;;;"  # nothing where there is none


def draw(slide: Any, figure: Bars, box: native.Box) -> Any:
    """Draw numbers as a chart that can be edited.

    Args:
        slide: where it is drawn.
        figure: the numbers.
        box: its place.

    Returns:
        The graphic frame of the chart.
    """
    series = series_of(figure)
    labels = list(dict.fromkeys(bar.label for bar in figure.bars))
    numbers = {(bar.label, bar.series): bar.number for bar in figure.bars}
    held = {one: [numbers.get((label, one), 0) for label in labels] for one in series}
    box = lying.as_high_as(box, 1, len(labels), len(series) > 1)
    names = [_name(label, held, place) for place, label in enumerate(labels)]
    data = workbook.Data(names, held, {}, "#,##0")
    frame = native.add(slide, XL_CHART_TYPE.BAR_STACKED, data, box, figure.title)
    inner = lying.inner_of(box, names, len(series) > 1)
    longest = max(sum(held[one][place] for one in series) for place in range(len(labels))) or 1
    _axes(frame.chart, figure.unit, longest)
    native.legend(frame.chart, len(series) > 1)
    lying.plot_in(frame.chart, box, inner)
    plot = frame.chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = 45, 100, False
    fills = looks.fills(series)
    for place, (one, parts) in enumerate(held.items()):
        looks.fill(plot.series[place].format, fills[one])
        _say(plot.series[place], parts, fills[one], inner.width / longest)
    return frame


def _name(label: str, held: Mapping[Series, Sequence[int]], place: int) -> str:
    """Return a label with what its bar adds up to, and how many of these are of the first series.

    A small part has no room for its number; the first series is what the others stand behind.
    """
    numbers = [of[place] for of in held.values()]
    told = f"{sum(numbers):,}"
    if len(numbers) > 1:
        told = f"{numbers[0]:,} of {told} {next(iter(held)).name.lower()}"
    return on_a_line(f"{label} ({told})")


def _axes(chart: Any, unit: str, longest: int) -> None:
    """Set the first label at the top, and the numbers from 0 on beneath."""
    names, numbers = chart.category_axis, chart.value_axis
    native.quiet(names, "", has_grid=False)
    native.quiet(numbers, unit.capitalize(), has_grid=True)
    lying.first_on_top(chart)
    numbers.minimum_scale, numbers.maximum_scale = 0, longest
    numbers.major_unit = _unit(longest)
    numbers.tick_labels.number_format = "#,##0"
    numbers.tick_labels.number_format_is_linked = False


def _unit(longest: int) -> int:
    """Return a round number of which at most five reach along the axis."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if longest <= 5 * step * power:
                return step * power
        power *= 10


def _say(drawn: Any, parts: list[int], look: looks.Fill, points: float) -> None:
    """Write its number on each part that has room for it, and none on an empty one.

    Args:
        drawn: the series of the chart.
        parts: its numbers.
        look: how it is filled.
        points: how long a bar of one is.
    """
    labels = drawn.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = _NUMBER, False
    labels.position = XL_LABEL_POSITION.CENTER
    labels.font.size = Pt(native.LETTERS)
    labels.font.color.rgb = colour(look.text)
    for place, number in enumerate(parts):
        if number and measure.width(f"{number:,}", native.LETTERS) + _CLEAR > number * points:
            native.say_nothing(labels, place)
