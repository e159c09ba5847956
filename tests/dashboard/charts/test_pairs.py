"""The triangle of pairs: each pair once, its number in it, its factors named at both its ends."""

import html
import re
from itertools import pairwise
from typing import Any

import pytest

from dashboard import theme
from dashboard.charts import pairs as chart
from dashboard.charts.pairs import pairs
from tests.dashboard.pairs_drawn import FACTORS, PAIRS, drawn_factors, drawn_pairs

HUE = "#6B5794"
SHOWN = [pair for pair in PAIRS if pair.reviews_with_both >= 3]


def draw(**changes: Any) -> Any:
    how: dict[str, Any] = {"found": FACTORS, "shown": SHOWN, "mode": "light", "hue": HUE}
    return pairs(**how | changes)


def doors(figure: Any) -> dict[tuple[str, ...], tuple[float, float]]:
    """Return where each pair can be clicked, counted in cells."""
    trace = next(trace for trace in figure.data if trace.customdata is not None)
    width, height = figure.data[0].x[1], figure.data[0].y[1]
    return {
        tuple(key): (x // width, y // height)
        for key, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


def texts(figure: Any) -> dict[tuple[float, float], str]:
    """Return every text by where it stands."""
    return {
        (x, y): html.unescape(re.sub("<[^>]*>", " ", text)).strip()
        for trace in figure.data
        if trace.type == "scatter" and trace.mode == "text"
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }


@pytest.fixture(params=["light", "dark"])
def mode(request) -> theme.Mode:
    return request.param


def test_each_pair_has_its_number_in_its_cell_and_stands_once(mode):
    figure = draw(mode=mode)
    trace = next(trace for trace in figure.data if trace.customdata is not None)
    said = texts(figure)
    numbers = {
        tuple(key): said[x, y] for key, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }
    assert numbers == {
        ("tools", "law"): "18▲",  # stands out, which is said by a sign and a frame too
        ("law", "staff"): "6",
        ("tools", "form"): "3",
    }
    assert len(figure.layout.shapes) == 1


def test_a_cell_stands_in_the_column_of_one_factor_and_the_row_of_the_other():
    figure = draw()
    width, height = figure.data[0].x[1], figure.data[0].y[1]
    names = {text: (x // width, y // height) for (x, y), text in texts(figure).items()}
    for (one, other), (column, row) in doors(figure).items():
        assert column == names[one.capitalize()][0]
        assert row == names[other.capitalize()][1]
        assert column < row, "below the slope"


def test_sixteen_factors_with_long_names_fit_beside_the_filters():
    many = drawn_factors(*((f"a name of some length, the {i}th of them", 9, 40) for i in range(16)))
    codes = [factor.factor_id for factor in many]
    chain = drawn_pairs(*((a, b, 5, 9, 9, 40) for a, b in pairwise(codes)))
    figure = draw(found=many, shown=chain)
    assert figure.layout.width <= 816
    assert figure.layout.height == 16 * 36 + 2


def test_a_number_of_four_figures_has_a_wider_cell():
    large = drawn_pairs(("tools", "law", 1168, 2000, 2000, 9000))
    figure = draw(found=drawn_factors(("tools", 2000, 9000), ("law", 2000, 9000)), shown=large)
    assert figure.data[0].x[1] > draw().data[0].x[1]


def test_only_factors_of_a_pair_that_is_shown_are_named():
    assert "Alone" not in texts(draw()).values()
    assert {"Tools", "Law", "Staff", "Form"} <= set(texts(draw()).values())


def test_the_darkest_cell_has_the_largest_share_of_the_reviews_with_either(mode):
    figure = draw(mode=mode)
    depths = {
        (column, row): depth
        for row, line in enumerate(figure.data[0].z)
        for column, depth in enumerate(line)
        if depth
    }
    # tools 0, law 1, staff 2, form 3: 18 of 22, 6 of 26, 3 of 27
    assert max(depths, key=depths.__getitem__) == (0, 1)
    assert chart.darkest(SHOWN) == pytest.approx(18 / 22)
    assert depths[0, 1] > depths[1, 2] >= depths[0, 3]


def test_a_pair_below_the_minimum_is_an_empty_cell_that_opens_nothing():
    figure = draw()
    assert ("staff", "form") not in doors(figure)
    assert figure.data[0].z[3][2] == 0  # there, and empty
    assert figure.data[0].z[2][3] is None  # above the slope there is nothing


def test_a_pair_that_is_less_often_together_is_marked_by_another_sign():
    apart = drawn_pairs(("tools", "law", 3, 50, 50, 100))
    assert apart[0].stands_out == "apart"
    figure = draw(shown=apart, found=drawn_factors(("tools", 50, 100), ("law", 50, 100)))
    assert "3▼" in texts(figure).values()


def test_too_few_reviews_have_a_number_and_no_shade_of_their_own():
    few = drawn_pairs(("tools", "law", 3, 4, 3, 4))
    figure = draw(shown=few, found=drawn_factors(("tools", 4, 4), ("law", 3, 4)))
    assert "3" in texts(figure).values()
    hover = next(trace for trace in figure.data if trace.customdata is not None).hovertext[0]
    assert "3 of 4 (too few to tell)" in hover
    assert "Too few reviews to tell" in hover


def test_what_is_pointed_at_says_both_numbers_with_their_denominators():
    hover = next(trace for trace in draw().data if trace.customdata is not None).hovertext[0]
    assert "Together in 18 of 40 (45%)" in hover
    assert "The one in 20 of 40 (50%), the other in 20 of 40 (50%)" in hover


def test_a_long_name_is_whole_and_its_row_has_room_for_it():
    label = "Hospital Death (Clinical Procedures and medical management) related deaths & more " * 2
    long = [factor._replace(label=label.strip()) for factor in FACTORS]
    figure = draw(found=long)
    assert label.strip() in {" ".join(text.split()) for text in texts(figure).values()}
    lines = max(
        text.count("<br>") + 1
        for trace in figure.data
        for text in (trace.text if trace.type == "scatter" else None) or []
    )
    assert figure.layout.height >= 4 * lines * 16


def test_the_alternative_text_tells_what_is_drawn():
    assert chart.alt_text(FACTORS, SHOWN) == (
        "A triangle of 4 factors: 3 pairs, each with the number of reviews in which both are "
        "found. Most often found together: Tools with Law in 18 of 40 (45%), Law with Staff in "
        "6 of 40 (15%) and Tools with Form in 3 of 40 (8%). 1 of the pairs stands out from chance."
    )
