"""Which factors are found together: a triangle of pairs, its names on its slope.

Each pair has one cell, below the slope: the name at the head of its column is the one factor, the
name at the end of its row the other. So every name stands once, level and whole, and the triangle
needs no more room than its cells.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.matrix import GLYPHS, UNSEEN, step_of
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.sentences.counts import count, found_of, listed
from dashboard.sentences.together import in_words
from dashboard.together import Found, Pair

SMALLEST_CELL = (40, 36)  # pixels
ROOM = 816  # pixels of a page beside its filters: names are broken so that all fits, if it can
LINE_HEIGHT = 16
GAP = 2
NAME_GAP = 8
NAME_LINES = (20, 60)  # characters, the shortest and the longest line of a name
CHARACTER_WIDTH = 6.6
SIGNS = {"together": GLYPHS["more"], "apart": GLYPHS["less"], "": ""}
Trace = dict[str, Any]


def pairs(found: Sequence[Found], shown: Sequence[Pair], mode: theme.Mode, hue: str) -> go.Figure:
    """Draw each pair of factors as a cell with the number of reviews in which both are found.

    The shade is Jaccard's index: of the reviews that hold either, the share that hold both. It is
    not lift, which a rare factor makes large from a handful of reviews. The darkest shade is that
    of the largest share shown: see `darkest`.

    Args:
        found: the factors, in the order in which they are named; only those of a pair are drawn.
        shown: the pairs that reach the minimum support. All other cells stay empty.
        mode: "light" or "dark".
        hue: colour of the deepest shade.

    Returns:
        A figure with a width and a height of its own. Each cell of a pair carries `customdata` of
        both factor_ids.
    """
    grid = _placed(drawn(found, shown), shown)
    right, bottom = grid.end
    return go.Figure(
        {
            "data": [
                _fills(grid, mode, hue),
                *_numbers(grid, mode, hue),
                _names(grid, mode),
                _doors(grid),
            ],
            "layout": {
                "template": theme.template(mode),
                "width": round(right),
                "height": round(bottom) + GAP,
                "margin": {"l": 0, "r": 0, "t": 0, "b": GAP},
                "xaxis": {"range": [0, right], "visible": False, "fixedrange": True},
                "yaxis": {"range": [bottom, 0], "visible": False, "fixedrange": True},
                "shapes": _frames(grid, mode),
                "hovermode": "closest",
                "hoverdistance": round(grid.width / 2),
                "dragmode": False,
                "showlegend": False,
            },
        }
    )


def alt_text(found: Sequence[Found], shown: Sequence[Pair]) -> str:
    """Describe the chart to a reader who does not see it; the table beside it holds the rest."""
    factors = count(len(drawn(found, shown)), "factor")
    first = listed([f"{_both(pair)} in {_number(pair)}" for pair in shown[:3]])
    out = sum(pair.stands_out != "" for pair in shown)
    return (
        f"A triangle of {factors}: {count(len(shown), 'pair')}, each with the number of reviews in "
        f"which both are found. Most often found together: {first}. "
        f"{out:,} of the pairs {'stands' if out == 1 else 'stand'} out from chance."
    )


def darkest(shown: Sequence[Pair]) -> float:
    """Return the share of reviews with either that hold both, 0 to 1, that is shaded darkest."""
    return max((pair.jaccard for pair in shown if pair.jaccard == pair.jaccard), default=1.0)


def drawn(found: Sequence[Found], shown: Sequence[Pair]) -> list[Found]:
    """Return the factors that belong to a pair."""
    in_a_pair = {factor for pair in shown for factor in pair.factors}
    return [factor for factor in found if factor.factor_id in in_a_pair]


def hover(pair: Pair) -> str:
    """Return what a pair says when pointed at; the table says it too."""
    names = "<br>and ".join(
        f"<b>{as_plotly(wrapped(name))}</b>" for name in (pair.factor_a_label, pair.factor_b_label)
    )
    apart = (
        f"The one in {found_of(pair.reviews_with_a, pair.reviews_assessed)}, "
        f"the other in {found_of(pair.reviews_with_b, pair.reviews_assessed)}"
    )
    said = as_plotly(wrapped(in_words(pair), 60))
    return f"{names}<br>Together in {_number(pair)}<br>{apart}<br>{said}"


def _number(pair: Pair) -> str:
    """Return the number of a pair."""
    return found_of(pair.reviews_with_both, pair.reviews_assessed)


def _both(pair: Pair) -> str:
    """Return the names of a pair as text."""
    return f"{pair.factor_a_label} with {pair.factor_b_label}"


class _Cell(NamedTuple):
    """A pair with its column and its row, counted from the top left."""

    pair: Pair
    column: int
    row: int


class _Grid(NamedTuple):
    """The cells, and the lines of the names on their slope."""

    names: list[list[str]]
    cells: list[_Cell]
    width: float  # of a cell
    height: float
    most: float  # the share that is shaded darkest

    @property
    def end(self) -> tuple[float, float]:
        """Where the longest name ends, and the last row."""
        ends = [
            at * self.width + NAME_GAP + max(map(len, lines)) * CHARACTER_WIDTH
            for at, lines in enumerate(self.names)
        ]
        return max(ends, default=0) + NAME_GAP, self.height * len(self.names)

    def middle(self, cell: _Cell) -> tuple[float, float]:
        """Return the middle of a cell, in pixels."""
        return (cell.column + 0.5) * self.width, (cell.row + 0.5) * self.height

    def step(self, pair: Pair, mode: theme.Mode, hue: str) -> theme.Step:
        """Return the depth of a pair's shade."""
        share = pair.jaccard / self.most if pair.jaccard == pair.jaccard and self.most else 0
        return theme.steps(hue, mode)[step_of(share)]


def _placed(factors: Sequence[Found], shown: Sequence[Pair]) -> _Grid:
    """Place the pairs below the slope, in rows that have room for the longest name."""
    place = {factor.factor_id: at for at, factor in enumerate(factors)}
    cells = [_Cell(pair, *sorted(place[one] for one in pair.factors)) for pair in shown]
    least_width, least_height = SMALLEST_CELL
    longest = max((len(f"{pair.reviews_with_both:,}") + 1 for pair in shown), default=1)
    width = max(least_width, longest * CHARACTER_WIDTH + 8)
    shortest_line, longest_line = NAME_LINES
    names = []
    for at, factor in enumerate(factors):
        room = int((ROOM - at * width - 2 * NAME_GAP) / CHARACTER_WIDTH)
        names.append(wrapped(factor.label, min(max(room, shortest_line), longest_line)))
    height = max(least_height, max(map(len, names), default=1) * LINE_HEIGHT + 4)
    return _Grid(names, cells, width, height, darkest(shown))


def _fills(grid: _Grid, mode: theme.Mode, hue: str) -> Trace:
    """Return the shades as one image: the empty cells show how far the triangle goes."""
    size = len(grid.names)
    fills = [theme.ground(mode).grid, *(step.fill for step in theme.steps(hue, mode))]
    depths: list[list[int | None]] = [
        [0 if column < row else None for column in range(size)] for row in range(size)
    ]
    for cell in grid.cells:
        depths[cell.row][cell.column] = fills.index(grid.step(cell.pair, mode, hue).fill)
    last = len(fills) - 1
    return {
        "type": "heatmap",
        "x": [at * grid.width for at in range(size + 1)],
        "y": [at * grid.height for at in range(size + 1)],
        "z": depths,
        "zmin": -0.5,
        "zmax": last + 0.5,
        "colorscale": [
            [(at + end) / (last + 1), fill] for at, fill in enumerate(fills) for end in (0, 1)
        ],
        "showscale": False,
        "xgap": GAP,
        "ygap": GAP,
        "hoverinfo": "skip",
    }


def _numbers(grid: _Grid, mode: theme.Mode, hue: str) -> list[Trace]:
    """Return the numbers, a trace for each colour of text: plotly fades what is not clicked."""
    of_colour: dict[str, list[_Cell]] = {}
    for cell in grid.cells:
        of_colour.setdefault(grid.step(cell.pair, mode, hue).text, []).append(cell)
    return [
        _texts([grid.middle(cell) for cell in alike], [_said(cell.pair) for cell in alike], colour)
        | {"textposition": "middle center"}
        for colour, alike in of_colour.items()
    ]


def _said(pair: Pair) -> str:
    """Return the number of a pair, with the sign that it stands out."""
    number = f"{pair.reviews_with_both:,}"
    return f"<b>{number}{SIGNS[pair.stands_out]}</b>" if pair.stands_out else number


def _names(grid: _Grid, mode: theme.Mode) -> Trace:
    """Return the names of the factors, each at the head of its column and the end of its row."""
    places = [
        (at * grid.width + NAME_GAP / 2, (at + 0.5) * grid.height) for at in range(len(grid.names))
    ]
    return _texts(places, [as_plotly(lines) for lines in grid.names], theme.ground(mode).text)


def _texts(places: Sequence[tuple[float, float]], texts: Sequence[str], colour: str) -> Trace:
    """Return texts of one colour."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "text": list(texts),
        "textposition": "middle right",
        "textfont": {"size": 12, "color": colour},
        "unselected": {"textfont": {"color": colour}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _doors(grid: _Grid) -> Trace:
    """Return the markers that take clicks: plotly lets no one click an image."""
    kept = {"marker": {"color": UNSEEN}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [grid.middle(cell)[0] for cell in grid.cells],
        "y": [grid.middle(cell)[1] for cell in grid.cells],
        "customdata": [list(cell.pair.factors) for cell in grid.cells],
        "hovertext": [hover(cell.pair) for cell in grid.cells],
        "hoverinfo": "text",
        "marker": {"symbol": "square", "size": min(grid.width, grid.height), "color": UNSEEN},
        "selected": kept,
        "unselected": kept,
        "cliponaxis": False,
    }


def _frames(grid: _Grid, mode: theme.Mode) -> list[dict[str, Any]]:
    """Return a frame around each pair that stands out."""
    return [
        {
            "type": "rect",
            "x0": cell.column * grid.width + GAP,
            "x1": (cell.column + 1) * grid.width - GAP,
            "y0": cell.row * grid.height + GAP,
            "y1": (cell.row + 1) * grid.height - GAP,
            "line": {"color": theme.ground(mode).text, "width": 1.5},
        }
        for cell in grid.cells
        if cell.pair.stands_out
    ]
