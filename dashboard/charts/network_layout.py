"""Where the factors of a network stand: near to what they are found with, no name on another.

The layout is worked out once for the same factors and pairs, and from a fixed start: the same rows
give the same picture, today and in a briefing next quarter.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import sqrt
from typing import NamedTuple

SEED = 2008
SIZE = (816, 580)  # pixels: the room of a page beside its filters
ROOM_FOR_MANY = 24  # pixels of height for each factor beyond a dozen
CHARACTER_WIDTH = 7.2  # pixels, of a wide letter at the size of the names
LINE_HEIGHT = 15
NAME_GAP = 3
BETWEEN = 10
MARGIN = 4
FAR_APART = 2.0  # how far factors push each other, in networkx's own measure over the root of n
STEPS = 200
MOST_STEPS = 300
LAYOUTS_KEPT = 64


class Node(NamedTuple):
    """A factor to be placed."""

    key: str
    name: tuple[str, ...]  # the lines of its name, which stands under its circle
    radius: float  # pixels

    @property
    def half_width(self) -> float:
        """Half of the width of its circle and its name together."""
        return max(self.radius, max(map(len, self.name)) * CHARACTER_WIDTH / 2)

    @property
    def below(self) -> float:
        """How far its name reaches below the middle of its circle."""
        return self.radius + NAME_GAP + len(self.name) * LINE_HEIGHT


class Tie(NamedTuple):
    """Two factors that draw each other near."""

    one: str
    other: str
    strength: float


class Layout(NamedTuple):
    """The middle of each circle, in pixels from the top left, and the size of the whole."""

    places: dict[str, tuple[float, float]]
    width: int
    height: int


class Box(NamedTuple):
    """The room of a circle with its name."""

    left: float
    top: float
    right: float
    bottom: float


def box(node: Node, place: tuple[float, float]) -> Box:
    """Return the room that a factor takes at a place."""
    x, y = place
    reach = node.half_width
    return Box(x - reach, y - node.radius, x + reach, y + node.below)


@lru_cache(maxsize=LAYOUTS_KEPT)
def layout(nodes: tuple[Node, ...], ties: tuple[Tie, ...]) -> Layout:
    """Place the factors.

    The start is the force-directed layout of Fruchterman and Reingold (1991, Software: Practice
    and Experience 21:1129-1164) as networkx has it: ties pull, factors push apart. Then those whose
    circles or names overlap are pushed apart until none do, the room growing where it is short.

    Args:
        nodes: the factors, in an order that stays the same.
        ties: the pairs, likewise.
    """
    width, height = SIZE
    height += ROOM_FOR_MANY * max(0, len(nodes) - 12)
    start = _forced(nodes, ties)
    while True:
        places = _apart(nodes, _within(nodes, start, width, height), width, height)
        if places is not None:
            return Layout(dict(zip([n.key for n in nodes], places, strict=True)), width, height)
        height += height // 6


def _forced(nodes: Sequence[Node], ties: Sequence[Tie]) -> list[tuple[float, float]]:
    """Return places that the ties alone would give, about the middle, in no unit."""
    # Imported here: the other pages need not wait for networkx.
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(node.key for node in nodes)
    graph.add_weighted_edges_from(ties)
    apart = FAR_APART / sqrt(len(nodes))
    placed = networkx.spring_layout(graph, k=apart, seed=SEED, iterations=STEPS, weight="weight")
    return [(float(placed[node.key][0]), float(placed[node.key][1])) for node in nodes]


def _within(
    nodes: Sequence[Node], places: Sequence[tuple[float, float]], width: int, height: int
) -> list[tuple[float, float]]:
    """Spread places over the whole of a canvas.

    Half of a place is its rank: else one factor that stands far out would press all others into a
    corner.
    """
    spread = []
    for axis, size in ((0, width), (1, height)):
        values = [place[axis] for place in places]
        low, reach = min(values), (max(values) - min(values)) or 1
        rank = {value: at / max(len(values) - 1, 1) for at, value in enumerate(sorted(values))}
        spread.append([((value - low) / reach + rank[value]) / 2 * size for value in values])
    return [
        _kept_in(node, place, width, height)
        for node, place in zip(nodes, zip(*spread, strict=True), strict=True)
    ]


def _kept_in(
    node: Node, place: tuple[float, float], width: int, height: int
) -> tuple[float, float]:
    """Return the nearest place at which a factor is whole within the canvas."""
    x, y = place
    reach = node.half_width
    return (
        min(max(x, reach + MARGIN), width - reach - MARGIN),
        min(max(y, node.radius + MARGIN), height - node.below - MARGIN),
    )


def _apart(
    nodes: Sequence[Node], places: list[tuple[float, float]], width: int, height: int
) -> list[tuple[float, float]] | None:
    """Push factors apart that overlap; None where the canvas has no room for them."""
    places = list(places)
    boxes = [box(node, place) for node, place in zip(nodes, places, strict=True)]
    for _ in range(MOST_STEPS):
        is_moved = False
        for i, j in combinations(range(len(nodes)), 2):
            one, other = boxes[i], boxes[j]
            across = min(one.right, other.right) - max(one.left, other.left) + BETWEEN
            down = min(one.bottom, other.bottom) - max(one.top, other.top) + BETWEEN
            if across <= 0 or down <= 0:
                continue
            is_moved = True
            step = _step(one, other, across, down)
            for at, sign in ((i, -1), (j, 1)):
                x, y = places[at]
                moved = (x + sign * step[0], y + sign * step[1])
                places[at] = _kept_in(nodes[at], moved, width, height)
                boxes[at] = box(nodes[at], places[at])
        if not is_moved:
            return places
    return None


def _step(one: Box, other: Box, across: float, down: float) -> tuple[float, float]:
    """Return how far the second of two boxes has to go, and the first the other way."""
    if across < down:
        is_right = other.left + other.right >= one.left + one.right
        return (across / 2 + 0.5) * (1 if is_right else -1), 0.0
    is_below = other.top + other.bottom >= one.top + one.bottom
    return 0.0, (down / 2 + 0.5) * (1 if is_below else -1)
