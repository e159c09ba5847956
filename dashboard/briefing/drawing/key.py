"""The key of a figure: what each look stands for, in lines above what is drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.briefing.drawing import marks
from dashboard.briefing.drawing.looks import looks
from dashboard.briefing.drawing.marks import Layer
from dashboard.briefing.drawing.measure import length
from dashboard.briefing.figures import Series

ROW = 20
BOX_WIDTH, BOX_HEIGHT = 20, 12
_TO_NAME, _TO_NEXT, _BENEATH = 7, 18, 8


class Key(NamedTuple):
    """A key, and how many pixels it takes from the top."""

    layers: list[Layer]
    height: float


def key(series: Sequence[Series], width: float, as_boxes: bool = False) -> Key:
    """Return the key of the series of a figure; none where there is only one.

    Args:
        series: in the order in which they are drawn.
        width: pixels that there are; the key goes on in a further line where they do not serve.
        as_boxes: whether the series are parts of bars, and not points.
    """
    if len(series) < 2:
        return Key([], 0)
    places = _places(series, width, BOX_WIDTH if as_boxes else 8)
    drawn, hatched, names = [], [], []
    for (one, look), (x, y) in zip(looks(series).items(), places, strict=True):
        end = x + (BOX_WIDTH if as_boxes else 8)
        if as_boxes:
            top, bottom = y - BOX_HEIGHT / 2, y + BOX_HEIGHT / 2
            drawn.append({"x": x, "x2": end, **marks.box(look, top, bottom)})
            hatched += marks.hatching(look, x, end, top, bottom)
        else:
            drawn.append({"x": (x + end) / 2, "y": y, **marks.point(look)})
        names.append(marks.text(one.name, end + _TO_NAME, y))
    x, y = marks.placed("x"), marks.placed("y")
    symbols = marks.boxes(drawn, x, "x2") if as_boxes else marks.points(drawn, x, y)
    layers = [symbols, marks.lines(hatched, x, y, x2="x2", y2="y2"), marks.texts(names)]
    return Key(layers, places[-1][1] + ROW / 2 + _BENEATH)


def _places(series: Sequence[Series], width: float, symbol: float) -> list[tuple[float, float]]:
    """Return where each entry begins, and its middle."""
    places: list[tuple[float, float]] = []
    x, y = 1.0, ROW / 2
    for one in series:
        needed = symbol + _TO_NAME + length(one.name)
        if x > 1 and x + needed > width:
            x, y = 1.0, y + ROW
        places.append((x, y))
        x += needed + _TO_NEXT
    return places
