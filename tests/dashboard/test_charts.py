"""Charts hold the numbers of their rows, and say everything in a second way."""

import re
from typing import Any

import pandas as pd
import pytest

from dashboard import charts, theme
from dashboard.charts.wrapped import LINE, as_plotly, wrapped
from dashboard.estimates import with_interval

LONG = "Hospital Death (Clinical Procedures and medical management) related deaths"


def recurrence(*rows: tuple) -> pd.DataFrame:
    """Return rows of label, layer, appraisal, reviews_with, reviews_assessed."""
    names = ["label", "layer", "appraisal", "reviews_with", "reviews_assessed"]
    table = pd.DataFrame(rows, columns=names)
    counts = table.astype({"reviews_with": "Int32", "reviews_assessed": "Int32"})
    layers = {"front-line": "Front-line", "national": "National"}
    return with_interval(
        counts.assign(factor_id=table["label"], layer_label=[layers.get(x) for x in table["layer"]])
    )


TWO = recurrence(
    ("Supervision", "front-line", "strength", 5, 20),
    ("Supervision", "front-line", "problem", 12, 20),
    ("Law", "national", "problem", 0, 20),
    ("Law", "national", "strength", 3, 4),
    ("New", None, "problem", None, 0),
    ("New", None, "strength", None, 0),
)
CATEGORIES = recurrence((LONG, None, "neutral", 1168, 2869), ("Fires", None, "neutral", 11, 2869))


def draw(rows: pd.DataFrame, mode: theme.Mode, selected: str | None = None) -> Any:
    return charts.factor_recurrence(rows, mode, selected)


def traces(figure: Any, mode: str) -> list[Any]:
    return [trace for trace in figure.data if trace.mode == mode and trace.customdata is not None]


def points(figure: Any) -> dict[tuple[str, str], float]:
    """Return what is drawn at each mark, by factor and appraisal."""
    return {
        tuple(key): share
        for trace in traces(figure, "markers")
        for key, share in zip(trace.customdata, trace.x, strict=True)
    }


def numbers(figure: Any) -> dict[tuple[str, str], str]:
    """Return the text at each mark."""
    return {
        tuple(key): text.strip()
        for trace in traces(figure, "text")
        for key, text in zip(trace.customdata, trace.text, strict=True)
        if key[1]
    }


def names(figure: Any) -> dict[str, str]:
    """Return the name drawn for each factor, as plain text."""
    return {
        key[0]: re.sub("<[^>]*>|\u2002", " ", text)
        for trace in traces(figure, "text")
        for key, text in zip(trace.customdata, trace.text, strict=True)
        if not key[1]
    }


def headings(figure: Any) -> list[str]:
    return [re.sub("<[^>]*>", "", note.text) for note in figure.layout.annotations]


@pytest.fixture(params=["light", "dark"])
def mode(request) -> theme.Mode:
    return request.param


def test_each_mark_stands_at_its_share(mode):
    assert points(draw(TWO, mode)) == {
        ("Supervision", "problem"): 0.6,
        ("Supervision", "strength"): 0.25,
        ("Law", "problem"): 0,
        ("Law", "strength"): 0.75,
    }


def test_each_mark_has_its_interval(mode):
    figure = draw(TWO, mode)
    rows = TWO.set_index(["factor_id", "appraisal"])
    for trace in traces(figure, "markers"):
        ends = zip(
            trace.customdata, trace.x, trace.error_x.array, trace.error_x.arrayminus, strict=True
        )
        for key, share, above, below in ends:
            low, high = rows.loc[tuple(key), ["share_low", "share_high"]]
            assert (share - below, share + above) == pytest.approx((low, high))


def test_n_of_n_stands_beside_each_mark_and_not_assessed_where_there_is_none(mode):
    assert numbers(draw(TWO, mode)) == {
        ("Supervision", "problem"): "12 of 20 (60%)",
        ("Supervision", "strength"): "5 of 20 (25%)",
        ("Law", "problem"): "0 of 20 (0%)",
        ("Law", "strength"): "3 of 4 (too few to tell)",
        ("New", "problem"): "not assessed",
    }


def test_problem_stands_above_strength_under_the_name_of_their_factor():
    figure = draw(TWO, "light")
    at = {
        tuple(key): y
        for trace in traces(figure, "markers")
        for key, y in zip(trace.customdata, trace.y, strict=True)
    }
    name = next(t for t in traces(figure, "text") if not t.customdata[0][1])
    assert name.y[0] < at["Supervision", "problem"] < at["Supervision", "strength"] < name.y[1]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1], "read from the top"


def test_factors_not_assessed_come_last():
    reordered = pd.concat([TWO.tail(2), TWO.head(4)])
    assert list(names(draw(reordered, "light"))) == [
        "Supervision",
        "Law",
        "New",
    ]


def test_too_few_is_drawn_hollow(mode):
    hollow = [
        tuple(key)
        for trace in traces(draw(TWO, mode), "markers")
        if trace.marker.color == theme.ground(mode).background
        for key in trace.customdata
    ]
    assert hollow == [("Law", "strength")]


def test_the_layer_is_told_in_words_as_well_as_colour(mode):
    figure = draw(TWO, mode)
    assert names(figure)["Supervision"].split() == ["Supervision", "Front-line"]
    strips = [trace.marker.line.color for trace in figure.data if trace.marker.symbol == "line-ew"]
    assert strips == [
        theme.layer_cue("front-line", mode).colour,
        theme.layer_cue("national", mode).colour,
    ]


def test_a_key_names_problem_and_strength_with_their_symbols(mode):
    assert "● Problem\u2003◆ Strength" in headings(draw(TWO, mode))


def test_one_appraisal_that_appraises_nothing_needs_no_key_and_one_mark_a_row(mode):
    figure = draw(CATEGORIES, mode)
    assert headings(figure) == ["Share of reviews assessed, with its 95% interval"]
    assert len(points(figure)) == len(CATEGORIES)


def test_mixed_is_drawn_where_it_is_present():
    mixed = recurrence(("A", None, "mixed", 2, 20), ("A", None, "problem", 1, 20))
    figure = draw(mixed, "light")
    assert "● Problem\u2003▲ Mixed" in headings(figure)
    assert points(figure) == {("A", "problem"): 0.05, ("A", "mixed"): 0.1}


def test_a_long_name_is_whole_and_wrapped():
    assert " ".join(names(draw(CATEGORIES, "light"))[LONG].split()) == LONG
    assert max(map(len, wrapped(LONG))) <= LINE
    assert wrapped("x" * 100) == ["x" * LINE, "x" * LINE, "x" * (100 - 2 * LINE)]


def test_a_name_is_text_and_not_markup():
    assert as_plotly(["a <b> & c"]) == "a &lt;b&gt; &amp; c"


def test_the_height_follows_the_rows():
    def height(rows: int) -> int:
        table = recurrence(*((str(i), None, "neutral", 1, 9) for i in range(rows)))
        return draw(table, "light").layout.height

    assert height(40) - height(39) == height(4) - height(3)
    assert height(3) < 260


@pytest.mark.parametrize(
    ("found", "of", "end"), [(0, 400, 0.1), (11, 100, 0.2), (30, 100, 0.5), (60, 100, 1)]
)
def test_the_scale_begins_at_zero_and_holds_every_interval(found, of, end):
    rows = recurrence(("A", None, "neutral", found, of))
    axis = draw(rows, "light").layout.xaxis
    assert tuple(axis.range) == (0, end)
    assert rows["share_high"].max() <= end


def test_the_selected_factor_is_brought_out_and_the_others_dimmed(mode):
    figure = draw(TWO, mode, selected="Law")
    lit = {key[0] for t in traces(figure, "markers") if t.opacity == 1 for key in t.customdata}
    dimmed = {key[0] for t in traces(figure, "markers") if t.opacity < 1 for key in t.customdata}
    assert (lit, dimmed) == ({"Law"}, {"Supervision"})
    assert points(figure) == points(draw(TWO, mode))


def test_a_selected_factor_that_is_not_there_dims_nothing():
    figure = draw(TWO, "light", selected="gone")
    assert all(trace.opacity == 1 for trace in traces(figure, "markers"))


def test_no_rows_draw_an_empty_chart(mode):
    assert not draw(TWO.head(0), mode).data


def test_all_not_assessed_draws_no_mark_and_says_so(mode):
    figure = draw(TWO.tail(2), mode)
    assert points(figure) == {}
    assert numbers(figure) == {("New", "problem"): "not assessed"}


def test_the_alternative_text_tells_what_is_drawn():
    assert charts.factor_recurrence_alt_text(TWO) == (
        "Dots with 95% intervals: 3 factors by share of the reviews assessed. "
        "Most often found as a problem: Supervision in 12 of 20 (60%) and Law in 0 of 20 (0%). "
        "Most often found as a strength: Supervision in 5 of 20 (25%) and "
        "Law in 3 of 4 (too few to tell). 1 factor not assessed."
    )
    assert "Most often found: Hospital Death" in charts.factor_recurrence_alt_text(CATEGORIES)
    beside_a_problem = recurrence(("Law", None, "problem", 1, 9), ("Law", None, "neutral", 2, 9))
    said = charts.factor_recurrence_alt_text(beside_a_problem)
    assert "Most often found as neutral: Law in 2 of 9 (22%)." in said


def test_a_click_fades_nothing_by_itself(mode):
    greys = theme.ground(mode)
    figure = draw(TWO, mode)
    for trace in traces(figure, "markers"):
        assert trace.unselected.marker.opacity == 1
    for trace in traces(figure, "text"):
        assert trace.unselected.textfont.color in (greys.text, greys.muted)


@pytest.mark.parametrize("length", [LINE - 1, LINE])
def test_a_name_as_long_as_a_line_takes_one_line_where_there_is_no_layer(length):
    short, full = (recurrence(("x" * n, None, "neutral", 1, 9)) for n in (3, length))
    assert draw(full, "light").layout.height == draw(short, "light").layout.height
