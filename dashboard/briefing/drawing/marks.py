"""Marks as layers of Vega-Lite: each holds its own rows, and says where they stand in pixels.

A layer has scales of its own. What is a share or a number stands in the rows as it is, and the
scale of the layer turns it into pixels; all else is in pixels from the top left.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dashboard.briefing.drawing.looks import GREYS, Look
from dashboard.briefing.drawing.measure import LINE_HEIGHT, SIZE
from dashboard.briefing.text import printable

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
POINT = 60
"""Square pixels of a point."""
Layer = dict[str, Any]
Row = dict[str, Any]


class Scale(NamedTuple):
    """Where values stand: from `lowest` at pixel `begins` to `highest` at pixel `ends`."""

    lowest: float
    highest: float
    begins: float
    ends: float

    def at(self, value: float) -> float:
        """Return the pixel of a value."""
        part = (value - self.lowest) / (self.highest - self.lowest)
        return self.begins + part * (self.ends - self.begins)


def view(layers: Sequence[Layer], width: float, height: float, described: str) -> dict[str, Any]:
    """Return a whole figure of layers.

    Args:
        layers: from the bottom to the top.
        width: in pixels.
        height: in pixels.
        described: what it shows, for those who do not see it.
    """
    return {
        "width": width,
        "height": round(height),
        "padding": 0,
        "autosize": "none",
        "description": printable(described),
        "background": GREYS.background,
        "config": {"font": FONT, "view": {"stroke": None}, "aria": False},
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "layer": [layer for layer in layers if layer["data"]["values"]],
    }


def placed(field: str, scale: Scale | None = None) -> dict[str, Any]:
    """Return how a field of the rows places a mark: by a scale, else in pixels."""
    how: Any = None
    if scale is not None:
        how = {"domain": [scale.lowest, scale.highest], "range": [scale.begins, scale.ends]}
        how |= {"zero": False, "nice": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": how}


def texts(rows: Sequence[Row]) -> Layer:
    """Write each line of text: rows made by `text`."""
    mark = {"type": "text", "baseline": "middle", "align": {"expr": "datum.align"}}
    mark["fontWeight"] = {"expr": "datum.weight"}
    encoding = {"x": placed("x"), "y": placed("y"), "text": {"field": "text", "type": "nominal"}}
    encoding |= {"color": _as_it_is("colour"), "size": _as_it_is("size", "quantitative")}
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def text(
    words: str,
    x: float,
    y: float,
    *,
    align: str = "left",
    colour: str = GREYS.text,
    size: float = SIZE,
    is_bold: bool = False,
) -> Row:
    """Return one line of text whose middle is at `y`."""
    weight = "bold" if is_bold else "normal"
    return {
        "text": printable(words),
        "x": x,
        "y": y,
        "align": align,
        "colour": colour,
        "size": size,
        "weight": weight,
    }


def stacked(several: Sequence[str], x: float, middle: float, **how: Any) -> list[Row]:
    """Return lines of text, one beneath the other, around a middle."""
    top = middle - LINE_HEIGHT * (len(several) - 1) / 2
    return [text(words, x, top + LINE_HEIGHT * place, **how) for place, words in enumerate(several)]


def lines(
    rows: Sequence[Row], x: dict[str, Any], y: dict[str, Any], *, x2: str = "", y2: str = ""
) -> Layer:
    """Draw straight lines: rows with `colour`, `thickness` and `dash` beside their places."""
    mark = {"type": "rule", "strokeDash": {"expr": "datum.dash"}}
    encoding = {"x": x, "y": y, "stroke": _as_it_is("colour")}
    encoding["strokeWidth"] = _as_it_is("thickness", "quantitative")
    encoding |= {"x2": {"field": x2}} if x2 else {}
    encoding |= {"y2": {"field": y2}} if y2 else {}
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def stroke(colour: str, thickness: float = 1, dash: Sequence[int] = (1, 0)) -> Row:
    """Return how a line is drawn."""
    return {"colour": colour, "thickness": thickness, "dash": list(dash)}


def points(rows: Sequence[Row], x: dict[str, Any], y: dict[str, Any]) -> Layer:
    """Draw points: rows with what `point` says beside their places."""
    encoding = {"x": x, "y": y, "size": _as_it_is("size", "quantitative")}
    encoding |= {name: _as_it_is(name) for name in ("fill", "stroke", "shape")}
    mark = {"type": "point", "opacity": 1, "strokeWidth": 1.4}
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def point(look: Look, is_hollow: bool = False, size: float = POINT) -> Row:
    """Return how a point is drawn: hollow where it says less than it seems."""
    hollow = look.is_hollow or is_hollow
    fill = GREYS.background if hollow else look.colour
    return {"fill": fill, "stroke": look.colour, "shape": look.symbol, "size": size}


def boxes(rows: Sequence[Row], x: dict[str, Any], x2: str) -> Layer:
    """Draw upright boxes from `y` to `y2`: rows with what `box` says beside their places."""
    mark = {"type": "rect", "strokeDash": {"expr": "datum.dash"}, "strokeWidth": 0.8}
    encoding = {"x": x, "x2": {"field": x2}, "y": placed("y"), "y2": {"field": "y2"}}
    encoding |= {name: _as_it_is(name) for name in ("fill", "stroke")}
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def box(look: Look, y: float, y2: float) -> Row:
    """Return how a box is drawn."""
    return {"fill": look.fill, "stroke": look.outline, "dash": list(look.dash), "y": y, "y2": y2}


def hatching(look: Look, left: float, right: float, top: float, bottom: float) -> list[Row]:
    """Return the slanting lines over a box, cut off at its edges; none where it has no hatching."""
    if not look.hatch:
        return []
    height, rows, begins = bottom - top, [], left - (bottom - top) + _APART / 2
    while begins < right:
        x, x2 = max(begins, left), min(begins + height, right)
        ends = {"x": x, "x2": x2, "y": bottom - (x - begins), "y2": bottom - (x2 - begins)}
        rows.append(ends | stroke(look.hatch, 1.3))
        begins += _APART
    return rows


_APART = 5  # pixels from one line of the hatching to the next, along the edge


def _as_it_is(field: str, kind: str = "nominal") -> dict[str, Any]:
    """Return how a field of the rows says itself what it looks like."""
    return {"field": field, "type": kind, "scale": None}
