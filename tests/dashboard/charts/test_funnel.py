"""The funnel: what lies beyond a limit has a symbol and a name, what is few is hollow."""

from typing import Any

import pytest

from dashboard import theme
from dashboard.by_agency import InFunnel, in_funnel, with_points
from dashboard.charts import funnel as chart
from tests.dashboard.agencies_drawn import by_agency

ROWS = by_agency(
    ("Own team", "Police", "coded", 18, 20, 20, 200),
    ("Own team", "Health", "coded", 2, 40, 36, 180),
    ("Own team", "Justice", "coded", 4, 12, 36, 180),
    ("Own team", "Housing", "coded", 4, 4, 37, 216),
    ("Own team", "Schools", "coded", 3, None, None, None),
    ("Own team", "Care", "coded", 0, 9, 40, 200),
)
POINTS = in_funnel(with_points(ROWS, "problem", "Own team", "coded"))
BASELINE = 28 / 85


@pytest.fixture(params=["light", "dark"])
def mode(request) -> theme.Mode:
    return request.param


def draw(
    points: list[InFunnel] = POINTS, mode: theme.Mode = "light", *, in_same: bool = False
) -> Any:
    return chart.funnel(points, BASELINE, mode, "problem", in_same=in_same)


def marks(figure: Any) -> dict[str, tuple[float, float, str, str]]:
    """Return reviews, share, symbol and fill by agency."""
    return {
        hover.partition("</b>")[0].removeprefix("<b>"): (
            x,
            y,
            trace.marker.symbol,
            trace.marker.color,
        )
        for trace in figure.data
        if trace.customdata is not None
        for x, y, hover in zip(trace.x, trace.y, trace.hovertext, strict=True)
    }


def names(figure: Any) -> list[str]:
    return [text.strip() for trace in figure.data if trace.mode == "text" for text in trace.text]


def test_each_agency_stands_at_its_reviews_and_its_share(mode):
    drawn = marks(draw(mode=mode))
    assert drawn["Police"][:2] == (20, 0.9)
    assert drawn["Health"][:2] == (40, 0.05)


def test_an_agency_without_a_denominator_has_no_place():
    assert "Schools" not in marks(draw())


def test_beyond_a_limit_is_a_triangle_and_a_name_not_a_colour_alone(mode):
    figure = draw(mode=mode)
    symbols = {agency: symbol for agency, (_, _, symbol, _) in marks(figure).items()}
    assert symbols["Police"] == "triangle-up"
    assert symbols["Health"] == "triangle-down"
    assert symbols["Justice"] == "circle"
    assert sorted(names(figure)) == ["Health", "Police"]


def test_few_reviews_are_drawn_hollow_and_never_flagged(mode):
    figure = draw(mode=mode)
    _, share, symbol, fill = marks(figure)["Housing"]
    assert (share, symbol, fill) == (1, "circle", theme.ground(mode).background)
    assert "Housing" not in names(figure)


def test_the_limits_and_the_line_of_all_are_named_where_they_end():
    notes = {note.text: note.y for note in draw().layout.annotations}
    assert notes["99.8% limit"] > notes["95% limit"] > notes["All: 33%"]


def test_the_limits_begin_where_an_agency_can_be_flagged():
    limits = [trace for trace in draw().data if trace.mode == "lines" and trace.line.dash]
    assert len(limits) == 4
    assert {int(min(trace.x)) for trace in limits} == {5}


def test_a_mark_is_a_door_to_its_findings():
    handed = [
        list(one)
        for trace in draw().data
        if trace.customdata is not None
        for one in trace.customdata
    ]
    assert ["Own team", "Police", "coded"] in handed
    assert [] in handed  # nothing was found at the care provider: there is nothing to list


def test_names_never_lie_on_one_another():
    crowd = by_agency(
        *[("Own team", f"Agency {n}", "coded", 30, 30, 0, 900) for n in range(6)],
        ("Own team", "All others", "coded", 0, 900, 0, 900),
    )
    points = in_funnel(with_points(crowd, "problem", "Own team", "coded"))
    assert sum(point.is_far_outside for point in points) == 7
    # six marks on one place: no name could be told to be of one of them
    assert names(chart.funnel(points, 0.2, "light", "problem", in_same=False)) == ["All others"]


def test_many_reviews_at_one_agency_do_not_crush_the_others():
    assert draw().layout.xaxis.type == "linear"
    rows = by_agency(
        ("Own team", "A", "coded", 90, 900, 0, 9), ("Own team", "B", "coded", 1, 9, 0, 9)
    )
    points = in_funnel(with_points(rows, "problem", "Own team", "coded"))
    assert draw(points).layout.xaxis.type == "log"


def test_what_is_only_in_the_same_review_is_not_said_to_be_involved():
    assert "involved" in draw().layout.xaxis.title.text
    assert "involved" not in draw(in_same=True).layout.xaxis.title.text


def test_the_alt_text_says_who_lies_beyond_the_limits():
    assert chart.alt_text(POINTS, BASELINE) == (
        "Funnel of 5 agencies around 33%. Beyond the 95% limits: 2, Police (18 of 20 (90%)) and "
        "Health (2 of 40 (5%)). Too few reviews to be flagged: 1."
    )
