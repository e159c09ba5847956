"""Two sides of each factor: their shares, and beside them the difference with its interval.

The sides are told apart by symbols that point to where their excess stands: the first to the right
of the zero line, the second to the left. Places are pixels from the top of the list, as in the
chart of what recurs.
"""

import html
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.placed import MARK_HEIGHT, SPACE_ABOVE, SPACE_BETWEEN, TEXT_HEIGHT
from dashboard.charts.wrapped import LINE, as_plotly, wrapped
from dashboard.comparison import SIDES, Compared, comparisons
from dashboard.estimates import is_too_few
from dashboard.sentences.comparison import points, whole, whole_points
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, count, found_of, listed

SYMBOLS = ("triangle-right", "triangle-left")
GLYPHS = ("▶", "◀")
DIFFERENT, CHANCE, FEW = "■ stands out", "● may be chance", "○ too few to tell"
BLANK = "\u2003"
CHARACTER_WIDTH = 6.6  # pixels, of a number at its size
NARROWEST = 330
"""Pixels that the chart has on a telephone."""
KEY_LINE = 20
Trace = dict[str, Any]


class Placed(NamedTuple):
    """A factor with its place."""

    row: Compared
    name: list[str]  # lines of plain text
    has_own_line: bool  # whether the layer has a line of its own
    top: float

    @property
    def marks_top(self) -> float:
        """Where the name ends and the marks begin."""
        return self.top + TEXT_HEIGHT * (len(self.name) + self.has_own_line)

    @property
    def bottom(self) -> float:
        """Where the marks end."""
        return self.marks_top + 2 * MARK_HEIGHT

    def y(self, side: int) -> float:
        """Return the middle of the line of a side."""
        return self.marks_top + MARK_HEIGHT * (side + 0.5)


class _Side(NamedTuple):
    """What one side says of a factor."""

    found: int
    of: int
    share: float

    @property
    def text(self) -> str:
        """The number: found, of how many, as a percentage."""
        return found_of(self.found, self.of)


def comparison(
    rows: pd.DataFrame, one: str, other: str, appraisal: str, mode: theme.Mode
) -> go.Figure:
    """Draw both shares of each factor, and the difference with its interval.

    Args:
        rows: rows of `dashboard.comparison.compared`, in the order to draw.
        one: name of the first side.
        other: name of the second.
        appraisal: as what the factors are found: it has the hue.
        mode: "light" or "dark".

    Returns:
        A figure as high as its rows. Each mark and number of a side carries `customdata` of
        factor_id and "one" or "other".
    """
    factors = _placed(comparisons(rows))
    hue = theme.appraisal_cue(appraisal, mode).colour
    scales = _share_scale(factors), _difference_scale(factors)
    traces = [
        *_grid(factors, scales, mode),
        *(trace for side in (0, 1) for trace in _marks(factors, side, hue, mode)),
        *(_numbers(factors, side, mode) for side in (0, 1)),
        *_differences(factors, one, other, mode),
        *_difference_texts(factors, mode),
    ]
    drawn = [trace for trace in traces if len(trace["x"])]
    layout = _layout(factors, scales, _key(factors, (one, other), hue, mode), mode)
    return go.Figure({"data": drawn, "layout": layout})


def alt_text(rows: pd.DataFrame, one: str, other: str) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        rows: the rows that the chart draws.
        one: name of the first side.
        other: name of the second.

    Returns:
        What is drawn, the three largest differences, and how many stand out. The table beside the
        chart holds the rest.
    """
    every = comparisons(rows)
    told = [row for row in every if row.is_assessed and not row.is_too_few]
    largest = sorted(told, key=lambda row: -abs(row.difference))[:3]
    sentences = [
        f"Shares of {one} and of {other} side by side for {count(len(every), 'factor')}, each with "
        "the difference and its 95% interval."
    ]
    if largest:
        named = listed([f"{row.label}: {points(row, one, other)}" for row in largest])
        sentences.append(f"The largest differences are {named}.")
        different = sum(row.is_different for row in told)
        sentences.append(f"{different or 'None'} of {len(told)} stand{'s' * (different < 2)} out.")
    return " ".join(sentences)


def _placed(rows: Sequence[Compared]) -> list[Placed]:
    """Place the factors one below the other."""
    factors, top = [], float(SPACE_ABOVE)
    for row in rows:
        name = wrapped(row.label)
        has_own_line = row.layer_label != "" and len(name[-1]) + len(row.layer_label) + 2 > LINE
        factors.append(Placed(row, name, has_own_line, top))
        top = factors[-1].bottom + SPACE_BETWEEN
    return factors


def _side(row: Compared, side: int) -> _Side:
    """Return one side of a factor."""
    if side == 0:
        return _Side(row.with_a, row.of_a, row.share_a)
    return _Side(row.with_b, row.of_b, row.share_b)


def _trace(**trace: Any) -> Trace:
    """Return a trace with what all traces of the chart have in common; a click fades nothing."""
    kept: dict[str, Any] = {"marker": {"opacity": 1}}
    if "textfont" in trace:
        kept["textfont"] = {"color": trace["textfont"]["color"]}
    common = {"type": "scatter", "hoverinfo": "none", "cliponaxis": False, "showlegend": False}
    return common | {"unselected": kept} | trace


def _share_scale(factors: Sequence[Placed]) -> float:
    """Return the end of the axis of shares."""
    shares = [_side(factor.row, side).share for factor in factors for side in (0, 1)]
    highest = max((share for share in shares if share == share), default=0)
    return next((end for end in (0.1, 0.2, 0.5) if 0 < highest <= end), 1)


def _difference_scale(factors: Sequence[Placed]) -> float:
    """Return the end of the axis of differences, the same to both sides, for every interval."""
    limits = [abs(limit) for factor in factors for limit in (factor.row.low, factor.row.high)]
    farthest = max((limit for limit in limits if limit == limit), default=0)
    return next((end for end in (0.05, 0.1, 0.25, 0.5) if 0 < farthest <= end), 1)


def _grid(
    factors: Sequence[Placed], scales: tuple[float, float], mode: theme.Mode
) -> Iterator[Trace]:
    """Yield the zeros, then the gridlines: behind marks only, so that none runs through a name."""
    greys = theme.ground(mode)
    share, difference = scales
    drawn = [factor for factor in factors if factor.row.is_assessed]
    both = [(factor.marks_top, factor.bottom) for factor in drawn]
    first = [(factor.marks_top, factor.marks_top + MARK_HEIGHT) for factor in drawn]
    for axis, at, colour, bands in (
        ("x", (0,), greys.rule, both),
        ("x", (share / 2, share), greys.grid, both),
        ("x2", (-difference, difference), greys.grid, first),
        ("x2", (0,), greys.muted, first),
    ):
        yield _trace(
            mode="lines",
            x=np.array([x for _ in bands for tick in at for x in (tick, tick, np.nan)]),
            y=np.array([y for top, bottom in bands for _ in at for y in (top, bottom, np.nan)]),
            xaxis=axis,
            line={"color": colour, "width": 1},
            hoverinfo="skip",
        )


def _marks(factors: Sequence[Placed], side: int, hue: str, mode: theme.Mode) -> Iterator[Trace]:
    """Yield the marks of a side; hollow where too few reviews were assessed."""
    for is_hollow in (False, True):
        drawn = [
            factor
            for factor in factors
            if _side(factor.row, side).of and is_too_few(_side(factor.row, side).of) == is_hollow
        ]
        yield _trace(
            mode="markers",
            x=[_side(factor.row, side).share for factor in drawn],
            y=[factor.y(side) for factor in drawn],
            marker={
                "color": theme.ground(mode).background if is_hollow else hue,
                "symbol": SYMBOLS[side],
                "size": 12,
                "line": {"color": hue, "width": 1.5 if is_hollow else 0},
            },
            customdata=[[factor.row.factor_id, SIDES[side]] for factor in drawn],
            hovertext=[_name(factor) for factor in drawn],
            hoverinfo="text",
        )


def _numbers(factors: Sequence[Placed], side: int, mode: theme.Mode) -> Trace:
    """Return the numbers of a side, under the names."""
    return _trace(
        mode="text",
        x=[0] * len(factors),
        y=[factor.y(side) for factor in factors],
        xaxis="x3",
        text=[f"{GLYPHS[side]} {_side(factor.row, side).text}" for factor in factors],
        textposition="middle right",
        textfont={"size": 12, "color": theme.ground(mode).text},
        customdata=[[factor.row.factor_id, SIDES[side]] for factor in factors],
    )


def _differences(
    factors: Sequence[Placed], one: str, other: str, mode: theme.Mode
) -> Iterator[Trace]:
    """Yield the differences with their intervals: bold and square where they stand out."""
    greys = theme.ground(mode)
    kinds: tuple[tuple[Callable[[Compared], bool], str, float, float], ...] = (
        (lambda row: row.is_different, "square", 10, 3),
        (lambda row: not row.is_different and not row.is_too_few, "circle", 8, 1.2),
        (lambda row: row.is_too_few, "circle-open", 8, 1.2),
    )
    for is_kind, symbol, size, width in kinds:
        drawn = [f for f in factors if f.row.is_assessed and is_kind(f.row)]
        colour = greys.text if symbol == "square" else greys.muted
        yield _trace(
            mode="markers",
            x=[factor.row.difference for factor in drawn],
            y=[factor.y(0) for factor in drawn],
            xaxis="x2",
            error_x={
                "array": [factor.row.high - factor.row.difference for factor in drawn],
                "arrayminus": [factor.row.difference - factor.row.low for factor in drawn],
                "color": colour,
                "thickness": width,
                "width": 0,
            },
            marker={"color": colour, "symbol": symbol, "size": size},
            hovertext=[
                f"{_name(factor)}<br>{_plain(points(factor.row, one, other))}" for factor in drawn
            ],
            hoverinfo="text",
        )


def _difference_texts(factors: Sequence[Placed], mode: theme.Mode) -> Iterator[Trace]:
    """Yield the differences as numbers, under their marks."""
    greys = theme.ground(mode)
    for is_different in (True, False):
        drawn = [factor for factor in factors if factor.row.is_different == is_different]
        yield _trace(
            mode="text",
            x=[0] * len(drawn),
            y=[factor.y(1) for factor in drawn],
            xaxis="x2",
            text=[_difference(factor.row) for factor in drawn],
            textposition="middle center",
            textfont={"size": 12, "color": greys.text if is_different else greys.muted},
            hoverinfo="skip",
        )


def _difference(row: Compared) -> str:
    """Return a difference in points, as seen from the side that has more."""
    if not row.is_assessed:
        return NOT_ASSESSED
    if row.is_too_few:
        return TOO_FEW
    side, limits = (0, (row.low, row.high))
    if row.difference < 0:
        side, limits = 1, (-row.high, -row.low)
    size = whole(abs(row.difference))
    glyph = f"{GLYPHS[side]} " if size else ""
    text = f"{glyph}{size} ({whole_points(limits[0])} to {whole_points(limits[1])})"
    return f"<b>{text}</b>" if row.is_different else text


def _name(factor: Placed) -> str:
    """Return what a mark says first when pointed at."""
    return f"<b>{as_plotly(factor.name)}</b>"


def _plain(text: str) -> str:
    """Return text for plotly, in whose text `<` begins a tag."""
    return html.escape(text, quote=False)


def _key(
    factors: Sequence[Placed], sides: tuple[str, str], hue: str, mode: theme.Mode
) -> list[tuple[str, str]]:
    """Return the lines of the key, each with its colour: the sides, and how a difference stands."""
    lines = [
        (f"{GLYPHS[side] if i == 0 else BLANK} {_plain(text)}", hue)
        for side in (0, 1)
        for i, text in enumerate(wrapped(sides[side]))
    ]
    rows = [factor.row for factor in factors if factor.row.is_assessed]
    present = [
        (DIFFERENT, any(row.is_different for row in rows)),
        (CHANCE, any(not row.is_different and not row.is_too_few for row in rows)),
        (FEW, any(row.is_too_few for row in rows)),
    ]
    shown = BLANK.join(text for text, is_present in present if is_present)
    return [*lines, *([(shown, theme.ground(mode).muted)] if shown else [])]


def _layout(
    factors: Sequence[Placed],
    scales: tuple[float, float],
    key: list[tuple[str, str]],
    mode: theme.Mode,
) -> dict[str, Any]:
    """Return the layout: key and scales on top, names above numbers, marks and differences."""
    greys = theme.ground(mode)
    share, difference = scales
    height = factors[-1].bottom + 8 if factors else 0
    numbers, shares, differences = _panels(factors)
    top = 66 + KEY_LINE * len(key)
    hidden = {"fixedrange": True, "showgrid": False, "zeroline": False}
    ticks = hidden | {"side": "top"}
    middle = sum(differences) / 2
    titles = [
        _note(shares[0], 44, "Share of reviews<br>assessed", greys.muted),
        _note(middle, 44, "Difference,<br>points", greys.muted)
        | {"xanchor": "center", "align": "center"},
    ]
    keys = [
        _note(0, top - KEY_LINE * (i + 0.5), text, colour) for i, (text, colour) in enumerate(key)
    ]
    end = whole(difference)
    return {
        "template": theme.template(mode),
        "height": round(top + height),
        "margin": {"l": 2, "r": 26, "t": top, "b": 0},
        "xaxis": {
            "domain": shares,
            "range": [0, share],
            "tickvals": [0, share],
            "tickformat": ".0%",
            **ticks,
        },
        "xaxis2": {
            "domain": differences,
            "range": [-difference, difference],
            "tickvals": [-difference, 0, difference],
            "ticktext": [f"{GLYPHS[1]} {end}", "0", f"{end} {GLYPHS[0]}"],
            "anchor": "y",
            **ticks,
        },
        "xaxis3": {
            "domain": numbers,
            "range": [0, 1],
            "showticklabels": False,
            "anchor": "y",
            **hidden,
        },
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "annotations": [*titles, *keys, *(_label(factor, mode) for factor in factors)],
        "hovermode": "closest",
        # A number is clicked anywhere on it, not only where it begins.
        "hoverdistance": 120,
        "dragmode": False,
    }


def _panels(factors: Sequence[Placed]) -> tuple[tuple[float, float], ...]:
    """Share the width out: to the numbers what they need on a telephone, then to both scales.

    A click is felt only within a panel, and so the numbers have one too.
    """
    texts = (_side(factor.row, side).text for factor in factors for side in (0, 1))
    longest = max(map(len, texts), default=0) + 2
    numbers = min(longest * CHARACTER_WIDTH / NARROWEST, 0.5)
    rest = 1 - numbers
    return (0, numbers), (numbers, numbers + 0.42 * rest), (numbers + 0.58 * rest, 1)


def _note(x: float, y: float, text: str, colour: str) -> dict[str, Any]:
    """Return a line of text above the chart, at a share of its width, so many pixels up."""
    return {
        **{"xref": "paper", "yref": "paper", "x": x, "y": 1, "xshift": -2, "yshift": y},
        **{"xanchor": "left", "yanchor": "middle", "showarrow": False, "align": "left"},
        **{"text": text, "font": {"size": 13, "color": colour}},
    }


def _label(factor: Placed, mode: theme.Mode) -> dict[str, Any]:
    """Return the name of a factor, followed by its layer in the layer's colour."""
    text = as_plotly(factor.name)
    if factor.row.layer_label:
        colour = theme.layer_cue(factor.row.layer, mode).colour
        gap = "<br>" if factor.has_own_line else "\u2002"
        layer = _plain(factor.row.layer_label)
        text = f'{text}{gap}<span style="color:{colour};font-size:11px">{layer}</span>'
    return {
        **{"xref": "paper", "yref": "y", "x": 0, "xshift": -2},
        **{"y": (factor.top + factor.marks_top) / 2, "xanchor": "left", "yanchor": "middle"},
        **{"showarrow": False, "align": "left", "text": text},
    }
