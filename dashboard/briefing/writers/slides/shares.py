"""Shares of reviews on a slide: bars that lie, with their intervals, from 0 to 100%."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

from dashboard.briefing.drawing.dots import axis_of
from dashboard.briefing.figures import Dot, Dots, Series, Share, series_of
from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.slides import looks, lying, measure, native, workbook
from dashboard.sentences.counts import NOT_ASSESSED

_CLEAR = 10.0  # points between an interval and its number


def draw(slide: Any, figure: Dots, box: native.Box) -> Any:
    """Draw shares as a chart that can be edited.

    Args:
        slide: where it is drawn.
        figure: the shares.
        box: its place.

    Returns:
        The graphic frame of the chart.
    """
    series = series_of(figure)
    held = {one: _shares(figure, one) for one in series}
    box = lying.as_high_as(box, len(series), len(_labels(figure)), has_legend=False)
    names = [on_a_line(_name(figure, label)) for label in _labels(figure)]
    data = workbook.Data(
        names,
        {one: [share.share if share else None for share in of] for one, of in held.items()},
        _beside(held, figure.among_in_short.lower()),
        "0%",
    )
    frame = native.add(slide, XL_CHART_TYPE.BAR_CLUSTERED, data, box, figure.title)
    told = {one: _told(one, of, len(series) > 1) for one, of in held.items()}
    inner = lying.inner_of(box, names, False, _ends(held, told))
    _axes(frame.chart, axis_of(figure))
    frame.chart.has_legend = False
    lying.plot_in(frame.chart, box, inner)
    plot = frame.chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = 45, 0, False
    fills = looks.fills(series)
    for place, (one, of) in enumerate(held.items()):
        drawn, look = plot.series[place], fills[one]
        looks.fill(drawn.format, look)
        below, above = _reaches(of)
        first = 1 + len(series) + 2 * place
        native.whiskers(
            drawn,
            (workbook.cells(first, len(of)), below),
            (workbook.cells(first + 1, len(of)), above),
        )
        _say(drawn, of, told[one], look, inner.width / box.width, _CLEAR / box.width)
    return frame


def _labels(figure: Dots) -> list[str]:
    """Return each label once, in the order given."""
    return list(dict.fromkeys(dot.label for dot in figure.dots))


def _shares(figure: Dots, series: Series) -> list[Share | None]:
    """Return the share of each label in a series; None where it has none."""
    held = {dot.label: dot.share for dot in figure.dots if dot.series == series}
    return [held.get(label) for label in _labels(figure)]


def _name(figure: Dots, label: str) -> str:
    """Return a label, and which of its shares is not there since it was not assessed."""
    dots: list[Dot] = [dot for dot in figure.dots if dot.label == label]
    missing = [dot.series.name.lower() for dot in dots if dot.share.share is None]
    if not missing:
        return label
    whose = "" if len(missing) == len(dots) else f"{', '.join(missing)} "
    return f"{label} ({whose}{NOT_ASSESSED})"


def _reaches(shares: Sequence[Share | None]) -> tuple[list[float | None], list[float | None]]:
    """Return how far the interval of each share goes below it, and above."""
    reaches = [native.reach(one) for one in shares]
    return [below for below, _ in reaches], [above for _, above in reaches]


def _beside(held: dict[Series, list[Share | None]], among: str) -> workbook.Values:
    """Return what stands in the workbook beside the shares: their intervals, and n of N.

    Args:
        held: the shares of each series.
        among: what N is, such as "assessed in".
    """
    columns: dict[Series, Sequence[float | None]] = {}
    for one, of in held.items():
        below, above = _reaches(of)
        columns[Series(f"{one.name}: interval below", one.meaning)] = below
        columns[Series(f"{one.name}: interval above", one.meaning)] = above
    for one, of in held.items():
        columns[Series(f"{one.name}: found in", one.meaning)] = [s.found if s else None for s in of]
        columns[Series(f"{one.name}: {among}", one.meaning)] = [s.of if s else None for s in of]
    return columns


def _told(series: Series, shares: Sequence[Share | None], is_named: bool) -> list[str]:
    """Return what is written behind each interval: n of N, and of the first whose it is.

    Programs that show slides differ in the order in which a legend names bars that lie; so the
    series are named where they are drawn.
    """
    told = [one.said if one and one.share is not None else "" for one in shares]
    first = next((place for place, text in enumerate(told) if text), None)
    if is_named and first is not None:
        told[first] = f"{on_a_line(series.name)}: {told[first]}"
    return told


def _ends(
    held: Mapping[Series, Sequence[Share | None]], told: Mapping[Series, Sequence[str]]
) -> Iterator[tuple[float, float]]:
    """Yield where each interval ends, 0 to 1, and the room of what is written behind it."""
    for one, shares in held.items():
        for share, text in zip(shares, told[one], strict=True):
            if share and share.share is not None:
                end = max(share.high or 0.0, share.share)
                yield end, measure.width(text, native.LETTERS) + _CLEAR


def _axes(chart: Any, said: str) -> None:
    """Set the first label at the top, and beneath the shares from 0 to 100% and what they are."""
    names, shares = chart.category_axis, chart.value_axis
    native.quiet(names, "", has_grid=False)
    native.quiet(shares, said, has_grid=True)
    lying.first_on_top(chart)
    shares.minimum_scale, shares.maximum_scale, shares.major_unit = 0, 1, 0.25
    shares.tick_labels.number_format, shares.tick_labels.number_format_is_linked = "0%", False


def _say(
    drawn: Any,
    of: Sequence[Share | None],
    told: Sequence[str],
    look: looks.Fill,
    full: float,
    clear: float,
) -> None:
    """Write n of N behind each interval; what rests on too few is drawn as an outline.

    Args:
        drawn: the series of the chart.
        of: its shares.
        told: what is written behind each.
        look: how it is filled.
        full: how much of the width of the chart 100% takes.
        clear: how much of it is left free between an interval and its number.
    """
    for place, share in enumerate(of):
        if share is None or share.share is None:
            continue
        point = drawn.points[place]
        if share.is_too_few:
            looks.fill(point.format, looks.hollow(look))
        label = point.data_label
        native.write(label, told[place])
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        native.move(label, (max(share.high or 0.0, share.share) - share.share) * full + clear)
    native.without_leaders(drawn)
