"""Which factors are found together, as a network: factors as circles, pairs as lines."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.matrix import UNSEEN
from dashboard.charts.network_layout import Layout, Node, Tie, layout
from dashboard.charts.pairs import drawn, hover
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.sentences.counts import count, found_of, listed
from dashboard.together import Found, Pair

LARGEST, SMALLEST = 26.0, 6.0  # pixels, radius of a circle
WIDEST, NARROWEST = 9.0, 1.0  # pixels, of a line
FAINT_WIDEST = 4.0
LINE_MARK = 16  # pixels, of what takes the click in the middle of a line
NAME_LINE = 18  # characters
NAME_SIZE = 12
KEY_LINE = 22
GLYPHS = {"pentagon": "⬟", "hexagon": "⬢", "star": "★", "cross": "✚"}
DASHES = {"together": "solid", "apart": "dash", "": "dot"}
Trace = dict[str, Any]


def network(found: Sequence[Found], shown: Sequence[Pair], mode: theme.Mode) -> go.Figure:
    """Draw each factor as a circle and each pair as a line between two.

    The area of a circle is the number of reviews in which the factor is found, the width of a line
    the number in which both are. Pairs found together more than by chance are drawn solid, those
    less than by chance dashed and light, and the others dotted and light. The hue and the symbol of
    a circle are its layer's.

    Args:
        found: the factors, in the order of the framework; only those of a pair are drawn.
        shown: the pairs that reach the minimum support.
        mode: "light" or "dark".

    Returns:
        A figure with a width and a height of its own, the same for the same rows. A circle carries
        `customdata` of its factor_id, the middle of a line those of both factors.
    """
    factors = drawn(found, shown)
    placed = layout(_nodes(factors), _ties(shown))
    traces = [*_lines(shown, placed, mode), _line_doors(shown, placed)]
    traces += [*_circles(factors, placed, mode), _names(factors, placed, mode)]
    return go.Figure({"data": traces, "layout": _layout(factors, placed, mode)})


def alt_text(found: Sequence[Found], shown: Sequence[Pair]) -> str:
    """Describe the chart to a reader who does not see it; the table beside it holds the rest."""
    factors = drawn(found, shown)
    ties = {one.factor_id: sum(one.factor_id in p.factors for p in shown) for one in factors}
    most = sorted(factors, key=lambda one: -ties[one.factor_id])[:3]
    named = listed([f"{one.label} with {count(ties[one.factor_id], 'other')}" for one in most])
    out = sum(pair.stands_out != "" for pair in shown)
    return (
        f"A network of {count(len(factors), 'factor')} and {count(len(shown), 'pair')} of them. "
        f"Found with the most others: {named}. {out:,} of the pairs "
        f"{'stands' if out == 1 else 'stand'} out from chance."
    )


def _nodes(factors: Sequence[Found]) -> tuple[Node, ...]:
    """Return what is to be placed."""
    most = max((factor.reviews_with for factor in factors), default=1)
    return tuple(
        Node(
            one.factor_id,
            tuple(wrapped(one.label, NAME_LINE)),
            max(SMALLEST, LARGEST * sqrt(one.reviews_with / most)),
        )
        for one in factors
    )


def _ties(shown: Sequence[Pair]) -> tuple[Tie, ...]:
    """Return what draws factors together: the share of reviews with either that hold both."""
    return tuple(
        Tie(*pair.factors, pair.jaccard if pair.jaccard == pair.jaccard else 1) for pair in shown
    )


def _width(pair: Pair, most: int) -> float:
    """Return the width of a line."""
    widest = WIDEST if pair.stands_out == "together" else FAINT_WIDEST
    return max(NARROWEST, widest * pair.reviews_with_both / most)


def _lines(shown: Sequence[Pair], placed: Layout, mode: theme.Mode) -> list[Trace]:
    """Return a line for each pair, those that go together last, and so on top."""
    greys = theme.ground(mode)
    most = max((pair.reviews_with_both for pair in shown), default=1)
    traces = []
    for pair in sorted(shown, key=lambda pair: pair.stands_out == "together"):
        (x, y), (u, v) = (placed.places[factor] for factor in pair.factors)
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [x, u],
                "y": [y, v],
                "line": {
                    "color": greys.muted if pair.stands_out == "together" else greys.rule,
                    "width": round(_width(pair, most), 2),
                    "dash": DASHES[pair.stands_out],
                },
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
        )
    return traces


def _line_doors(shown: Sequence[Pair], placed: Layout) -> Trace:
    """Return what takes the clicks on lines: a marker in the middle of each."""
    kept = {"marker": {"color": UNSEEN}}
    ends = [[placed.places[factor] for factor in pair.factors] for pair in shown]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(one[0] + other[0]) / 2 for one, other in ends],
        "y": [(one[1] + other[1]) / 2 for one, other in ends],
        "customdata": [list(pair.factors) for pair in shown],
        "hovertext": [hover(pair) for pair in shown],
        "hoverinfo": "text",
        "marker": {"size": LINE_MARK, "color": UNSEEN},
        "selected": kept,
        "unselected": kept,
    }


def _circles(factors: Sequence[Found], placed: Layout, mode: theme.Mode) -> list[Trace]:
    """Return the circles, a trace for each layer; plotly fades what is not clicked in a trace."""
    radii = {node.key: node.radius for node in _nodes(factors)}
    traces = []
    for layer in dict.fromkeys(factor.layer for factor in factors):
        alike = [factor for factor in factors if factor.layer == layer]
        cue = theme.layer_cue(layer, mode)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": alike[0].layer_label,
                "x": [placed.places[one.factor_id][0] for one in alike],
                "y": [placed.places[one.factor_id][1] for one in alike],
                "customdata": [[one.factor_id] for one in alike],
                "hovertext": [_hover(one) for one in alike],
                "hoverinfo": "text",
                "marker": {
                    "symbol": cue.symbol if layer else "circle",
                    "color": cue.colour,
                    "size": [2 * radii[one.factor_id] for one in alike],
                    "opacity": 1,
                    "line": {"color": theme.ground(mode).background, "width": 1.5},
                },
                "unselected": {"marker": {"opacity": 1}},
                "cliponaxis": False,
            }
        )
    return traces


def _names(factors: Sequence[Found], placed: Layout, mode: theme.Mode) -> Trace:
    """Return the names, each under its circle."""
    greys = theme.ground(mode)
    nodes = _nodes(factors)
    middles = [placed.places[node.key] for node in nodes]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _ in middles],
        "y": [
            y + (node.radius + node.below) / 2 for node, (_, y) in zip(nodes, middles, strict=True)
        ],
        "text": [as_plotly(list(node.name)) for node in nodes],
        "textposition": "middle center",
        "textfont": {"size": NAME_SIZE, "color": greys.text, "shadow": _halo(greys.background)},
        "unselected": {"textfont": {"color": greys.text}},
        "customdata": [[node.key] for node in nodes],
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _halo(colour: str) -> str:
    """Return a shadow that parts the letters of a name from the lines behind it."""
    return ", ".join(f"{x}px {y}px 2px {colour}" for x in (-1, 1) for y in (-1, 1))


def _hover(factor: Found) -> str:
    """Return what a circle says when pointed at; the table says it too."""
    number = found_of(factor.reviews_with, factor.reviews_assessed)
    return f"<b>{as_plotly(wrapped(factor.label))}</b><br>Found in {number}"


def _layout(factors: Sequence[Found], placed: Layout, mode: theme.Mode) -> dict[str, Any]:
    """Return the layout, with a key of the lines, and of the layers where there are any."""
    key = _key(factors, mode)
    top = KEY_LINE * len(key) + 6
    return {
        "template": theme.template(mode),
        "width": placed.width,
        "height": placed.height + top,
        "margin": {"l": 0, "r": 0, "t": top, "b": 0},
        "xaxis": {"range": [0, placed.width], "visible": False, "fixedrange": True},
        "yaxis": {"range": [placed.height, 0], "visible": False, "fixedrange": True},
        "annotations": [_heading(text, at, top) for at, text in enumerate(key)],
        "hovermode": "closest",
        "hoverdistance": 20,
        "dragmode": False,
        "showlegend": False,
    }


def _key(factors: Sequence[Found], mode: theme.Mode) -> list[str]:
    """Return what the lines mean, and the symbols where factors have a layer."""
    greys = theme.ground(mode)
    lines = (
        f'<span style="color:{greys.text}">━ more often together than by chance</span>\u2003'
        f'<span style="color:{greys.muted}">╍ less often\u2003┈ chance may explain it</span>'
    )
    layers = {one.layer: one.layer_label for one in factors if one.layer}
    shown = []
    for layer, label in layers.items():
        cue = theme.layer_cue(layer, mode)
        name = as_plotly([f"{GLYPHS[cue.symbol]} {label}"])
        shown.append(f'<span style="color:{cue.colour}">{name}</span>')
    return [lines, *(["\u2003".join(shown)] if shown else [])]


def _heading(text: str, at: int, top: float) -> dict[str, Any]:
    """Return a line of text above the chart, counted from the top."""
    where = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left"}
    how = {"showarrow": False, "align": "left", "borderpad": 0, "font": {"size": 12}}
    return where | how | {"text": text, "yanchor": "middle", "yshift": top - KEY_LINE * (at + 0.5)}
