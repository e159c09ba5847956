"""Bars that lie, in parts that add up: the number of a part in it, and that of all at the right."""

from itertools import groupby
from typing import Any, NamedTuple

from dashboard.briefing.drawing import marks
from dashboard.briefing.drawing.key import key
from dashboard.briefing.drawing.looks import GREYS, Look, looks
from dashboard.briefing.drawing.marks import Layer, Row, Scale
from dashboard.briefing.drawing.measure import LINE_HEIGHT, SMALL, length, lines
from dashboard.briefing.figures import Bar, Bars, Series, series_of

HEIGHT = 20
GAP = 10
_MOST_OF_WIDTH = 0.42  # of the labels
_TO_PLOT, _TO_TOTAL, _AROUND_NUMBER = 12, 8, 3
_HEADING = 18


class Part(NamedTuple):
    """A part of a bar, with where it stands."""

    bar: Bar
    look: Look
    begins: int  # what the parts before it add up to
    top: float  # pixels from the top of the figure

    @property
    def ends(self) -> int:
        """What it and the parts before it add up to."""
        return self.begins + self.bar.number


def bars(figure: Bars, width: int) -> dict[str, Any]:
    """Return bars as a specification of Vega-Lite, as high as its rows.

    Args:
        figure: the bars.
        width: in pixels.
    """
    series = series_of(figure)
    legend = key(series, width, as_boxes=True)
    held = [(label, list(parts)) for label, parts in groupby(figure.bars, key=lambda b: b.label)]
    longest = max((_total(parts) for _, parts in held), default=0) or 1
    room = min(max((length(label) for label, _ in held), default=0), _MOST_OF_WIDTH * width) + 1
    total = max(length(f"{longest:,}", is_bold=True), length(figure.unit, SMALL)) + _TO_TOTAL
    x = Scale(0, longest, room + _TO_PLOT, width - total)
    top, words, parts = legend.height + _HEADING, [], []
    words.append(_heading(figure, width, legend.height))
    for label, of_label in held:
        name = lines(label, room)
        height = max(LINE_HEIGHT * len(name), HEIGHT)
        words += marks.stacked(name, 0, top + height / 2)
        words.append(_all(of_label, x, top + height / 2))
        parts += _placed(of_label, looks(series), top + (height - HEIGHT) / 2)
        top += height + GAP
    return marks.view(
        [*legend.layers, *_drawn(parts, x), marks.texts(words)], width, top, figure.alt
    )


def _total(parts: list[Bar]) -> int:
    """Return what the parts of a bar add up to."""
    return sum(part.number for part in parts)


def _heading(figure: Bars, width: int, top: float) -> Row:
    """Return what the numbers at the right count."""
    middle = top + _HEADING / 2 - 2
    return marks.text(figure.unit, width, middle, align="right", colour=GREYS.muted, size=SMALL)


def _all(parts: list[Bar], x: Scale, middle: float) -> Row:
    """Return the number of a whole bar, at its end."""
    number = _total(parts)
    return marks.text(f"{number:,}", x.at(number) + _TO_TOTAL, middle, is_bold=True)


def _placed(parts: list[Bar], looks_of: dict[Series, Look], top: float) -> list[Part]:
    """Place the parts of one bar beside each other."""
    found: list[Part] = []
    for bar in parts:
        begins = found[-1].ends if found else 0
        found.append(Part(bar, looks_of[bar.series], begins, top))
    return found


def _drawn(parts: list[Part], x: Scale) -> list[Layer]:
    """Return the parts, their hatching, and their numbers where there is room."""
    rows = [_row(part) for part in parts if part.bar.number]
    hatched, behind, numbers = [], [], []
    for part in parts:
        left, right = x.at(part.begins), x.at(part.ends)
        middle, bottom = part.top + HEIGHT / 2, part.top + HEIGHT
        hatched += marks.hatching(part.look, left, right, part.top, bottom)
        said = f"{part.bar.number:,}"
        room = length(said) + 2 * _AROUND_NUMBER
        if part.bar.number and room <= right - left:
            centre = (left + right) / 2
            numbers.append(marks.text(said, centre, middle, align="center", colour=part.look.text))
            if part.look.hatch:
                ends = {"x": centre - room / 2, "x2": centre + room / 2}
                bare = Look(part.look.colour)
                behind.append(ends | marks.box(bare, part.top + 2, bottom - 2))
    pixels, down = marks.placed("x"), marks.placed("y")
    return [
        marks.boxes(rows, marks.placed("begins", x), "ends"),
        marks.lines(hatched, pixels, down, x2="x2", y2="y2"),
        marks.boxes(behind, pixels, "x2"),
        marks.texts(numbers),
    ]


def _row(part: Part) -> Row:
    """Return a part as a row."""
    return {
        "label": part.bar.label,
        "series": part.bar.series.name,
        "number": part.bar.number,
        "begins": part.begins,
        "ends": part.ends,
        **marks.box(part.look, part.top, part.top + HEIGHT),
    }
