"""A trend: a small panel a factor, all on one scale, with the periods beneath each."""

from itertools import pairwise
from typing import Any, NamedTuple

from dashboard.briefing.drawing import marks
from dashboard.briefing.drawing.dots import DOTTED
from dashboard.briefing.drawing.key import key
from dashboard.briefing.drawing.looks import GREYS, Look, looks
from dashboard.briefing.drawing.marks import Layer, Row, Scale
from dashboard.briefing.drawing.measure import LINE_HEIGHT, SMALL, length, lines
from dashboard.briefing.drawing.periods import Place, places
from dashboard.briefing.figures import Line, Moment, Trend, series_of
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, listed

AXIS = "Share of the reviews assessed, with its 95% interval, {basis}."
LESS = "Hollow"
"""How points are drawn that say less than they seem."""
TWO_COLUMNS = 600
"""Pixels from which on there is room for two panels side by side."""
TOPS = (0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
"""Where the scale may end: at the first that fits the highest."""
_PLOT, _LEFT, _BETWEEN, _BENEATH = 92, 34, 28, 16
_TO_PLOT, _TO_CENTRE = 10, 9
_NARROWEST, _WIDEST = 14, 50  # square pixels of a point


class Panel(NamedTuple):
    """One factor, with where it stands."""

    line: Line
    look: Look
    title: list[str]
    x: Scale  # the place of a period -> pixels
    y: Scale  # the share -> pixels
    top: float


def trend(figure: Trend, width: int) -> dict[str, Any]:
    """Return a trend as a specification of Vega-Lite, as high as its panels.

    Args:
        figure: the trend.
        width: in pixels; from 600 on two panels stand side by side.
    """
    series = series_of(figure)
    legend = key(series, width)
    panels, bottom = _panels(figure, width, legend.height)
    notes = lines(note(figure, LESS), width, SMALL)
    words = [row for panel in panels for row in _words(panel, len(series) > 1)]
    middle = bottom + LINE_HEIGHT * len(notes) / 2
    words += marks.stacked(notes, 0, middle, colour=GREYS.muted, size=SMALL)
    layers = [*legend.layers, *(layer for panel in panels for layer in _drawn(panel))]
    height = bottom + LINE_HEIGHT * len(notes) + 4
    return marks.view([*layers, marks.texts(words)], width, height, figure.alt)


def _panels(figure: Trend, width: int, top: float) -> tuple[list[Panel], float]:
    """Place the panels in rows; return them, and where they end."""
    columns = 2 if width >= TWO_COLUMNS and len(figure.lines) > 1 else 1
    wide = (width - _BETWEEN * (columns - 1)) / columns
    top_share, look_of, found = highest(figure), looks(series_of(figure)), []
    for first in range(0, len(figure.lines), columns):
        beside = figure.lines[first : first + columns]
        titles = [lines(line.label, wide, is_bold=True) for line in beside]
        named = len(series_of(figure)) > 1
        plot_top = top + LINE_HEIGHT * (max(map(len, titles)) + named) + _TO_PLOT
        for place, (line, title) in enumerate(zip(beside, titles, strict=True)):
            left, y = place * (wide + _BETWEEN), Scale(0, top_share, plot_top + _PLOT, plot_top)
            right = left + wide - _right(figure)
            x = Scale(0, max(len(line.moments) - 1, 1), left + _LEFT + 8, right)
            found.append(Panel(line, look_of[line.series], title, x, y, top))
        rows = max((len(one.lines) for panel in found for one in _periods(panel)), default=0)
        top = plot_top + _PLOT + LINE_HEIGHT * rows + _BENEATH
    return found, top


def _right(figure: Trend) -> float:
    """Return the room that the names of the middle lines need."""
    names = [line.centre_name for line in figure.lines if line.centre is not None]
    return max((length(name, SMALL) for name in [*names, "100%"] if names), default=0) + _TO_CENTRE


def highest(figure: Trend) -> float:
    """Return where the scale of all panels ends, 0 to 1: above the highest interval."""
    held = [moment.share for line in figure.lines for moment in line.moments]
    drawn = [one.share if one.high is None else one.high for one in held if one.share is not None]
    largest = max([*(value for value in drawn if value is not None), 0])
    return next((top for top in TOPS if largest <= top), TOPS[-1])


def note(figure: Trend, less: str) -> str:
    """Say what is drawn, and why some points say less than they seem.

    Args:
        figure: the trend.
        less: how these points are drawn: "Hollow".
    """
    held = [moment for line in figure.lines for moment in line.moments]
    drawn = [moment for moment in held if moment.share.share is not None]
    why = list(dict.fromkeys(moment.remark for moment in drawn if moment.remark))
    why += [TOO_FEW] if any(moment.share.is_too_few for moment in drawn) else []
    said = AXIS.format(basis=figure.basis)
    return f"{said} {less}: {listed(why, 'or')}." if why else said


def _periods(panel: Panel) -> list[Place]:
    """Return where the names of the periods stand."""
    return places([moment.period for moment in panel.line.moments], panel.x)


def _drawn(panel: Panel) -> list[Layer]:
    """Return the gridlines, the middle line, the intervals, the line and the points of a factor."""
    x, y = marks.placed("place", panel.x), panel.y
    rows = _rows(panel)
    joined = [
        {"place": row["place"] - 1, "next": row["place"], "share": before["share"]}
        | {"share_next": row["share"]}
        | marks.stroke(panel.look.colour, 1.2)
        for before, row in pairwise(rows)
        if row["joins"] and before["place"] == row["place"] - 1
    ]
    ranged = [
        row | marks.stroke(panel.look.colour, 0.8, DOTTED if row["is_less"] else (1, 0))
        for row in rows
        if row["low"] is not None
    ]
    left, right = panel.x.begins - 8, panel.x.ends + 6
    grid = [
        {
            "share": share,
            "x": left,
            "x2": right,
            **marks.stroke(GREYS.grid if share else GREYS.rule),
        }
        for share in (0, y.highest / 2, y.highest)
    ]
    centre = [
        {"share": panel.line.centre, "x": left, "x2": right} | marks.stroke(GREYS.muted, 1, (5, 3))
    ]
    level = marks.placed("share", y)
    return [
        marks.lines(grid, marks.placed("x"), level, x2="x2"),
        marks.lines(
            centre if panel.line.centre is not None else [], marks.placed("x"), level, x2="x2"
        ),
        marks.lines(ranged, x, marks.placed("low", y), y2="high"),
        marks.lines(joined, x, level, x2="next", y2="share_next"),
        marks.points(rows, x, level),
    ]


def _rows(panel: Panel) -> list[Row]:
    """Return what is drawn of a factor: a row a period in which it was assessed."""
    apart = abs(panel.x.at(1) - panel.x.at(0))
    size = max(_NARROWEST, min(_WIDEST, apart * 4))
    return [
        _row(panel, place, moment, size)
        for place, moment in enumerate(panel.line.moments)
        if moment.share.share is not None
    ]


def _row(panel: Panel, place: int, moment: Moment, size: float) -> Row:
    """Return one period as a row."""
    share = moment.share
    is_less = bool(moment.remark) or share.is_too_few
    return {
        "label": panel.line.label,
        "series": panel.line.series.name,
        "period": moment.period,
        "place": place,
        "found": share.found,
        "of": share.of,
        "share": share.share,
        "low": share.low,
        "high": share.high,
        "remark": moment.remark,
        "joins": moment.joins,
        "is_less": is_less,
        **marks.point(panel.look, is_less, size),
    }


def _words(panel: Panel, is_named: bool) -> list[Row]:
    """Return the title, the scale, the periods and the name of the middle line."""
    quiet = {"colour": GREYS.muted, "size": SMALL}
    left, bottom = panel.x.begins - 8 - _LEFT, panel.y.begins
    title = panel.top + LINE_HEIGHT * len(panel.title) / 2
    rows = marks.stacked(panel.title, left, title, is_bold=True)
    if is_named:
        beneath = panel.top + LINE_HEIGHT * (len(panel.title) + 0.5)
        rows.append(marks.text(panel.line.series.name, left, beneath, **quiet))
    for share in (0, panel.y.highest / 2, panel.y.highest):
        at = panel.y.at(share)
        rows.append(marks.text(f"{share:.0%}", left + _LEFT - 6, at, align="right", **quiet))
    for one in _periods(panel):
        middle = bottom + 6 + LINE_HEIGHT * len(one.lines) / 2
        rows += marks.stacked(one.lines, one.x, middle, align=one.align, **quiet)
    if panel.line.centre is not None:
        said = [panel.line.centre_name, f"{panel.line.centre:.0%}"]
        rows += marks.stacked(
            said, panel.x.ends + _TO_CENTRE, panel.y.at(panel.line.centre), **quiet
        )
    if not _rows(panel):
        middle = (panel.x.begins + panel.x.ends) / 2
        rows.append(
            marks.text(NOT_ASSESSED, middle, panel.y.at(panel.y.highest * 0.75), align="center")
        )
    return rows
