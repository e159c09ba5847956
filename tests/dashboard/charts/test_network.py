"""The network: the same for the same rows, every name whole, and none on another."""

from itertools import combinations
from math import pi
from typing import Any

import pytest

from dashboard import theme
from dashboard.charts import network_layout
from dashboard.charts.network import alt_text, network
from dashboard.charts.network_layout import Node, Tie, layout
from dashboard.estimates import with_association
from dashboard.together import Found, Pair, founds, pairs
from queries.ask import execute
from queries.resolve import resolve
from queries.selection import Selection
from queries.statement import compose
from queries.store import connect, current_build
from tests.dashboard.pairs_drawn import FACTORS, PAIRS, drawn_factors

CHARACTER, LINE = 7, 15  # pixels, of a wide letter at the size of a name
SHIPPED = {
    "pfd": ("pfd-category", "pfd-research-tags"),
    "dhrd": ("dhrd-flags",),
    "anytown": ("scie-learning-together",),
}


@pytest.fixture(params=["light", "dark"])
def mode(request) -> theme.Mode:
    return request.param


def of_shipped(build, source: str, framework: str) -> tuple[list[Found], list[Pair]]:
    """Return the factors and the pairs of a shipped source."""
    with connect(current_build(build)) as connection:
        selection = resolve(connection, Selection(sources=(source,), framework=framework))
        found = execute(connection, compose("factor_found", selection)).df()
        together = execute(connection, compose("factor_pairs", selection)).df()
    return founds(found), pairs(with_association(together, least=1))


def circles(figure: Any) -> dict[str, tuple[float, float, float]]:
    """Return the middle and the size of each circle, by factor."""
    return {
        key[0]: (x, y, size)
        for trace in figure.data
        if trace.customdata is not None
        and trace.mode == "markers"
        and len(trace.customdata[0]) == 1
        for key, x, y, size in zip(
            trace.customdata, trace.x, trace.y, trace.marker.size, strict=True
        )
    }


def boxes(figure: Any) -> list[tuple[str, float, float, float, float]]:
    """Return the room of each name and of each circle: left, top, right, bottom."""
    [names] = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "text"]
    found = []
    for text, x, y in zip(names.text, names.x, names.y, strict=True):
        lines = text.replace("&amp;", "&").split("<br>")
        half, high = max(map(len, lines)) * CHARACTER / 2, len(lines) * LINE / 2
        found.append((text, x - half, y - high, x + half, y + high))
    for key, (x, y, size) in circles(figure).items():
        found.append((key, x - size / 2, y - size / 2, x + size / 2, y + size / 2))
    return found


@pytest.mark.parametrize("least", [2, 3, 5, 10])
@pytest.mark.parametrize(
    ("source", "framework"), [(s, f) for s, frameworks in SHIPPED.items() for f in frameworks]
)
def test_no_name_stands_on_another_or_on_a_circle_or_outside(
    shipped_builds, source, framework, least
):
    found, together = of_shipped(shipped_builds, source, framework)
    shown = [pair for pair in together if pair.reviews_with_both >= least]
    assert shown
    figure: Any = network(found, shown, "light")
    drawn = boxes(figure)
    for one, other in combinations(drawn, 2):
        across = min(one[3], other[3]) - max(one[1], other[1])
        down = min(one[4], other[4]) - max(one[2], other[2])
        assert across <= 0 or down <= 0, f"{one[0]} and {other[0]}"
    room = figure.layout.yaxis.range[0]
    for name, left, top, right, bottom in drawn:
        assert left >= 0, name
        assert top >= 0, name
        assert right <= figure.layout.width, name
        assert bottom <= room, name


def test_the_same_rows_give_the_same_picture():
    once = network(FACTORS, PAIRS, "light").to_json()
    network_layout.layout.cache_clear()
    assert network(FACTORS, PAIRS, "light").to_json() == once


def test_the_layout_is_worked_out_once():
    network_layout.layout.cache_clear()
    for mode in ("light", "dark", "light"):
        network(FACTORS, PAIRS, mode)
    assert network_layout.layout.cache_info().misses == 1


def test_the_area_of_a_circle_is_the_number_of_reviews():
    areas = {key: pi * (size / 2) ** 2 for key, (_, _, size) in circles(drawn_network()).items()}
    assert areas["tools"] / areas["form"] == pytest.approx(20 / 10)
    assert areas["tools"] / areas["staff"] == pytest.approx(20 / 12)


def drawn_network(mode: theme.Mode = "light") -> Any:
    """Draw the pairs of the tests."""
    return network(FACTORS, PAIRS, mode)


def lines(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if trace.mode == "lines"]


def test_a_pair_that_stands_out_is_solid_and_the_others_are_not(mode):
    drawn = {trace.line.dash: trace for trace in lines(drawn_network(mode))}
    assert [trace.line.dash for trace in lines(drawn_network(mode))].count("solid") == 1
    assert drawn["solid"].line.color != drawn["dot"].line.color
    assert drawn["solid"].line.width > drawn["dot"].line.width


def test_a_wider_line_is_more_reviews():
    by_ends = {tuple(trace.x): trace.line.width for trace in lines(drawn_network())}
    at = circles(drawn_network())
    six = by_ends[at["law"][0], at["staff"][0]]
    two = by_ends[at["staff"][0], at["form"][0]]
    assert six > two


def test_a_line_opens_its_pair_and_a_circle_its_factor():
    figure = drawn_network()
    keys = {
        tuple(key) for trace in figure.data if trace.mode == "markers" for key in trace.customdata
    }
    assert keys == {pair.factors for pair in PAIRS} | {("tools",), ("law",), ("staff",), ("form",)}


def test_a_factor_of_no_pair_is_not_drawn():
    assert "alone" not in circles(drawn_network())


def test_the_layers_are_told_by_symbol_and_name_as_well_as_colour(mode):
    layers = [("front-line", "Front line"), ("national", "National")] * 3
    layered = [
        factor._replace(layer=layer, layer_label=label)
        for factor, (layer, label) in zip(FACTORS, layers, strict=False)
    ]
    figure: Any = network(layered, PAIRS, mode)
    symbols = {trace.name: trace.marker.symbol for trace in figure.data if trace.name}
    assert symbols == {"Front line": "pentagon", "National": "star"}
    said = " ".join(note.text for note in figure.layout.annotations)
    assert "Front line" in said
    assert "National" in said


def test_two_factors_are_a_network():
    two = drawn_factors(("tools", 5, 9), ("law", 4, 9))
    figure: Any = network(two, [PAIRS[0]], "light")
    assert set(circles(figure)) == {"tools", "law"}


def test_names_that_have_no_room_make_the_room_grow():
    crowd = tuple(
        Node(str(i), ("a long name of a", "factor, in three", "lines of its own"), 20)
        for i in range(40)
    )
    ties = tuple(Tie("0", str(i), 0.1) for i in range(1, 40))
    placed = layout(crowd, ties)
    assert placed.height > network_layout.SIZE[1]
    for one, other in combinations(crowd, 2):
        a, b = (network_layout.box(node, placed.places[node.key]) for node in (one, other))
        assert min(a.right, b.right) <= max(a.left, b.left) or min(a.bottom, b.bottom) <= max(
            a.top, b.top
        )


def test_the_alternative_text_tells_what_is_drawn():
    assert alt_text(FACTORS, PAIRS) == (
        "A network of 4 factors and 4 pairs of them. Found with the most others: Tools with "
        "2 others, Law with 2 others and Staff with 2 others. 1 of the pairs stands out from "
        "chance."
    )
