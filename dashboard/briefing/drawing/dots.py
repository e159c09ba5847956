"""Dots: a line a label, the share as a dot on its interval, and its numbers at the right."""

from itertools import groupby
from typing import Any, NamedTuple

from dashboard.briefing.drawing import marks
from dashboard.briefing.drawing.key import key
from dashboard.briefing.drawing.looks import GREYS, Look, looks
from dashboard.briefing.drawing.marks import Row, Scale
from dashboard.briefing.drawing.measure import LINE_HEIGHT, SMALL, length, lines
from dashboard.briefing.figures import Dot, Dots, Series, series_of

LANE = 18
GAP = 8
TICKS = (0, 0.25, 0.5, 0.75, 1)
DOTTED = (2, 2)
_MOST_OF_WIDTH = 0.42  # of the labels
_TO_PLOT, _TO_NUMBERS, _TO_AXIS, _AXIS_HEIGHT = 14, 14, 4, 20


class Placed(NamedTuple):
    """The dots of one label, with where they stand in pixels from the top."""

    label: list[str]
    dots: list[Dot]
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The middle of the label and its dots."""
        return self.top + self.height / 2

    def lane(self, place: int) -> float:
        """Return the middle of the lane of one of its dots."""
        return self.middle + LANE * (place - (len(self.dots) - 1) / 2)


def dots(figure: Dots, width: int) -> dict[str, Any]:
    """Return dots as a specification of Vega-Lite, as high as its rows.

    Args:
        figure: the dots.
        width: in pixels.
    """
    series = series_of(figure)
    legend = key(series, width)
    names, numbers = _columns(figure, width)
    x = Scale(0, 1, names + _TO_PLOT, width - numbers - _TO_NUMBERS)
    rows = _placed(figure, names, legend.height)
    bottom = rows[-1].top + rows[-1].height + _TO_AXIS if rows else legend.height
    titles = lines(axis_of(figure), width - x.begins, SMALL)
    layers = [
        *legend.layers,
        marks.lines(_grid(legend.height, bottom), marks.placed("share", x), _Y, y2="y2"),
        *_shares(rows, looks(series), x),
        marks.texts([*_words(rows, width), *_axis(x, bottom, titles)]),
    ]
    height = bottom + _AXIS_HEIGHT + LINE_HEIGHT * len(titles)
    return marks.view(layers, width, height, figure.alt)


_Y = marks.placed("y")


def axis_of(figure: Dots) -> str:
    """Say what the axis of a figure shows, and of which reviews."""
    return f"Share of the {figure.among}, with its 95% interval"


def _columns(figure: Dots, width: int) -> tuple[float, float]:
    """Return how wide the labels and the numbers are."""
    labels = max((length(dot.label) for dot in figure.dots), default=0)
    numbers = max((length(dot.share.said) for dot in figure.dots), default=0)
    return min(labels, _MOST_OF_WIDTH * width) + 1, numbers


def _placed(figure: Dots, room: float, top: float) -> list[Placed]:
    """Place the labels one beneath the other."""
    found = []
    for label, held in groupby(figure.dots, key=lambda dot: dot.label):
        words, of_label = lines(label, room), list(held)
        height = max(LINE_HEIGHT * len(words), LANE * len(of_label)) + GAP
        found.append(Placed(words, of_label, top, height))
        top += height
    return found


def _grid(top: float, bottom: float) -> list[Row]:
    """Return the gridlines, zero a little stronger."""
    return [
        {"share": tick, "y": top, "y2": bottom, **marks.stroke(GREYS.grid if tick else GREYS.rule)}
        for tick in TICKS
    ]


def _shares(rows: list[Placed], looks_of: dict[Series, Look], x: Scale) -> list[marks.Layer]:
    """Return the dots, each on its interval; what was not assessed has none."""
    held = []
    for row in rows:
        for place, dot in enumerate(row.dots):
            share = dot.share
            if share.share is None:
                continue
            look = looks_of[dot.series]
            held.append(
                {
                    "label": dot.label,
                    "series": dot.series.name,
                    "found": share.found,
                    "of": share.of,
                    "share": share.share,
                    "low": share.low,
                    "high": share.high,
                    "y": row.lane(place),
                    **marks.point(look, share.is_too_few),
                    **marks.stroke(look.colour, 1.2, DOTTED if share.is_too_few else (1, 0)),
                }
            )
    ranged = [row for row in held if row["low"] is not None]
    return [
        marks.lines(ranged, marks.placed("low", x), _Y, x2="high"),
        marks.points(held, marks.placed("share", x), _Y),
    ]


def _words(rows: list[Placed], width: int) -> list[Row]:
    """Return the labels, and the numbers of each dot."""
    found = []
    for row in rows:
        found += marks.stacked(row.label, 0, row.middle)
        for place, dot in enumerate(row.dots):
            is_told = dot.share.share is not None and not dot.share.is_too_few
            colour = GREYS.text if is_told else GREYS.muted
            found.append(
                marks.text(dot.share.said, width, row.lane(place), align="right", colour=colour)
            )
    return found


def _axis(x: Scale, bottom: float, titles: list[str]) -> list[Row]:
    """Return the ticks of the axis, and what it is."""
    quiet = {"colour": GREYS.muted, "size": SMALL}
    ticks = [
        marks.text(f"{tick:.0%}", x.at(tick), bottom + 9, align="center", **quiet)
        for tick in _named(x)
    ]
    middle = bottom + _AXIS_HEIGHT + LINE_HEIGHT * len(titles) / 2 - 1
    return [*ticks, *marks.stacked(titles, x.begins, middle, **quiet)]


def _named(x: Scale) -> tuple[float, ...]:
    """Return the ticks that are named: all, or as many as have room beside one another."""
    room = length(f"{TICKS[-1]:.0%} ", SMALL)
    apart = (x.ends - x.begins) / (len(TICKS) - 1)
    return TICKS[:: next((step for step in (1, 2) if step * apart >= room), len(TICKS) - 1)]
