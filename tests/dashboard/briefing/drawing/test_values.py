"""What a drawing holds are the numbers of its figure, and those of the page's chart."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard import charts
from dashboard.briefing.drawing import specification
from dashboard.briefing.figure_numbers import numbers
from dashboard.briefing.figures import Bar, Bars, Dots, Figure, Line, Moment, Series, Share, Trend
from dashboard.briefing.parts.recurs import figure_of
from dashboard.charts import action_progress, one_over_time
from dashboard.estimates import with_interval
from tests.dashboard.briefing.documents_drawn import BARS, DOTS, SIDE_BY_SIDE, TREND
from tests.dashboard.rows_over_time import course


def drawn(figure: Figure, field: str) -> list[dict[str, Any]]:
    """Return the rows of the layer that draws the marks of a figure."""
    layers = specification(figure, 640)["layer"]
    held = [layer["data"]["values"] for layer in layers if layer["mark"]["type"] in MARKS]
    return [row for rows in held for row in rows if field in row]


MARKS = ("point", "rect")


def shares(figure: Dots | Trend) -> Iterator[tuple[str, str, Share]]:
    """Yield the label, the series and the share of what was assessed."""
    if isinstance(figure, Dots):
        pairs = [(dot.label, dot.series.name, dot.share) for dot in figure.dots]
    else:
        pairs = [
            (line.label, line.series.name, moment.share)
            for line in figure.lines
            for moment in line.moments
        ]
    yield from (pair for pair in pairs if pair[2].share is not None)


def test_the_dots_stand_at_their_shares():
    for figure in (DOTS, SIDE_BY_SIDE, TREND):
        held = [
            (row["label"], row["series"], Share(row["found"], row["of"], row["low"], row["high"]))
            for row in drawn(figure, "found")
        ]
        assert held == list(shares(figure))
        assert [row["share"] for row in drawn(figure, "found")] == [
            share.share for *_, share in shares(figure)
        ]


def test_a_share_is_placed_by_a_scale_from_0_to_100_percent():
    layers = specification(DOTS, 640)["layer"]
    placed = [
        layer["encoding"]["x"]
        for layer in layers
        if layer["encoding"]["x"]["field"] in ("share", "low")
    ]
    assert {scale["field"] for scale in placed} == {"share", "low"}
    assert all(scale["scale"] == placed[0]["scale"] for scale in placed)
    assert placed[0]["scale"]["domain"] == [0, 1]


def test_the_parts_of_a_bar_are_its_numbers_and_add_up():
    held = [(row["label"], row["series"], row["number"]) for row in drawn(BARS, "number")]
    assert held == [(bar.label, bar.series.name, bar.number) for bar in BARS.bars if bar.number]
    for row in drawn(BARS, "number"):
        assert row["ends"] - row["begins"] == row["number"]
    totals = {row["label"]: row["ends"] for row in drawn(BARS, "number")}
    assert [f"{total:,}" for total in totals.values()] == [row[-1] for row in numbers(BARS).rows]


def test_no_line_joins_what_stands_apart():
    share = Share(2, 10, 0.1, 0.5)
    moments = (
        Moment("2021/22", share),
        Moment("2022/23", share),
        Moment("2023/24", share, "", False),
    )
    figure = Trend("", "", "by publication", (Line("A", Series("Problem", "problem"), moments),))
    joined = [
        row
        for layer in specification(figure, 640)["layer"]
        for row in layer["data"]["values"]
        if "next" in row
    ]
    assert [(row["place"], row["next"]) for row in joined] == [(0, 1)]


def test_a_part_of_a_period_and_too_few_are_hollow():
    hollow = {row["period"] for row in drawn(TREND, "period") if row["fill"] == "#FFFFFF"}
    assert hollow == {TREND.lines[0].moments[-1].period}
    assert [row["label"] for row in drawn(DOTS, "found") if row["fill"] == "#FFFFFF"] == ["Rare"]


ROWS = with_interval(
    pd.DataFrame(
        [
            ("supervision", "Supervision", "front-line", "problem", 12, 20),
            ("tools", "Tools", "front-line", "problem", 3, 20),
            ("rare", "Rare", "national", "problem", 1, 4),
        ],
        columns=["factor_id", "label", "layer", "appraisal", "reviews_with", "reviews_assessed"],
    ).assign(layer_label="Layer")
)


def on_page(figure: Any) -> list[Any]:
    """Return the traces of a page's chart that draw points which open something."""
    return [one for one in figure.data if one.mode == "markers" and one.customdata is not None]


def test_the_dots_of_the_page_have_the_same_values():
    mine = [row["share"] for row in drawn(figure_of(ROWS, "Problems"), "found")]
    page = on_page(charts.factor_recurrence(ROWS, "light"))
    assert mine == [share for trace in page for share in trace.x]


def test_the_parts_of_the_page_have_the_same_values():
    series = {"overdue": Series("Overdue", "overdue"), "open": Series("Open", "open")}
    held = {"Housing": {"overdue": 3, "open": 9}, "Police": {"overdue": 0, "open": 4}}
    parts = tuple(
        Bar(name, series[word], number)
        for name, words in held.items()
        for word, number in words.items()
    )
    mine = drawn(Bars("", "", "Agency", "actions", parts), "number")
    page: Any = action_progress.action_progress(
        [action_progress.Bar(name, name, "", words) for name, words in held.items()], "light"
    )
    for trace in page.data:
        if trace.type == "bar":
            assert [one["number"] for one in mine if one["series"] == trace.name] == list(trace.x)


def test_the_points_of_the_page_have_the_same_values():
    one = course("3/10 5/10 2/4 6/10 5/10 4/10 7/10 6/10")
    moments = tuple(
        Moment(
            point.period.name,
            Share(point.reviews_with, point.reviews_assessed, point.share_low, point.share_high),
        )
        for point in one.points
    )
    line = Line(one.label, Series("Problem", "problem"), moments)
    mine = drawn(Trend("", "", "by publication", (line,)), "found")
    page = on_page(one_over_time.one_over_time(one, "Period of publication", "light"))
    heights = {x: y for trace in page for x, y in zip(trace.x, trace.y, strict=True)}
    assert {row["place"]: row["share"] for row in mine} == heights
