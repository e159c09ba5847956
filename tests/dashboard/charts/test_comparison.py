"""The chart of two sides holds the numbers of its rows, and tells the sides without colour."""

import re
from typing import Any

import pandas as pd
import pytest

from dashboard import theme
from dashboard.charts import comparison as chart
from dashboard.charts.wrapped import LINE
from dashboard.comparison import compared

LONG = "Hospital Death (Clinical Procedures and medical management) related deaths"


def both(*rows: tuple[str, int | None, int, int | None, int]) -> pd.DataFrame:
    """Return compared rows of label, found and assessed on one side, and on the other."""
    labels = [row[0] for row in rows]
    codebook = pd.DataFrame({"factor_id": labels, "label": labels})
    layers = {"Supervision": ("front-line", "Front line")}
    codebook["layer"] = [layers.get(label, (None, None))[0] for label in labels]
    codebook["layer_label"] = [layers.get(label, (None, None))[1] for label in labels]
    sides = [
        pd.DataFrame(
            [(row[0], *row[place : place + 2]) for row in rows],
            columns=["factor_id", "reviews_with", "reviews_assessed"],
        ).astype({"reviews_with": "Int32", "reviews_assessed": "Int32"})
        for place in (1, 3)
    ]
    return compared(codebook, *sides, largest_first=False)


ROWS = both(
    ("Supervision", 18, 20, 1, 30),
    ("Tools", 5, 20, 9, 30),
    ("Rare", 4, 4, 10, 30),
    ("New", None, 0, 3, 30),
)


@pytest.fixture(params=["light", "dark"])
def mode(request) -> theme.Mode:
    return request.param


def draw(rows: pd.DataFrame, mode: theme.Mode = "light") -> Any:
    return chart.comparison(rows, "Police", "Probation", "problem", mode)


def doors(figure: Any, kind: str) -> dict[tuple[str, str], Any]:
    """Return what is drawn at each mark or number of a side."""
    of = "x" if kind == "markers" else "text"
    return {
        tuple(key): value
        for trace in figure.data
        if trace.mode == kind and trace.customdata is not None
        for key, value in zip(trace.customdata, trace[of], strict=True)
    }


def differences(figure: Any) -> dict[str, tuple[float, float, float, str]]:
    """Return each difference with its limits and its symbol, by the factor's name."""
    return {
        re.sub("<[^>]*>", "", hover.split("<br>")[0]): (x - low, x, x + high, trace.marker.symbol)
        for trace in figure.data
        if trace.xaxis == "x2" and trace.mode == "markers"
        for hover, x, high, low in zip(
            trace.hovertext, trace.x, trace.error_x.array, trace.error_x.arrayminus, strict=True
        )
    }


def difference_texts(figure: Any) -> list[str]:
    texts = [t for t in figure.data if t.xaxis == "x2" and t.mode == "text"]
    placed = [(y, text) for t in texts for y, text in zip(t.y, t.text, strict=True)]
    return [text for _, text in sorted(placed)]


def headings(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations if note.yref == "paper"]


def test_each_mark_of_a_side_stands_at_its_share(mode):
    assert doors(draw(ROWS, mode), "markers") == {
        ("Supervision", "one"): 0.9,
        ("Supervision", "other"): 1 / 30,
        ("Tools", "one"): 0.25,
        ("Tools", "other"): 0.3,
        ("Rare", "one"): 1,
        ("Rare", "other"): 1 / 3,
        ("New", "other"): 0.1,
    }


def test_n_of_n_of_each_side_stands_beside_its_symbol(mode):
    numbers = {key: text.strip() for key, text in doors(draw(ROWS, mode), "text").items()}
    assert numbers["Supervision", "one"] == "▶ 18 of 20 (90%)"
    assert numbers["Supervision", "other"] == "◀ 1 of 30 (3%)"
    assert numbers["Rare", "one"] == "▶ 4 of 4 (too few to tell)"
    assert numbers["New", "one"] == "▶ not assessed"


def test_the_sides_are_told_apart_by_their_symbols_and_named_in_the_key(mode):
    figure = draw(ROWS, mode)
    symbols = {
        (side, trace.marker.symbol)
        for trace in figure.data
        if trace.mode == "markers" and trace.customdata is not None
        for _, side in trace.customdata
    }
    assert symbols == {("one", "triangle-right"), ("other", "triangle-left")}
    assert {"▶ Police", "◀ Probation"} <= set(headings(figure))


def test_the_difference_stands_with_its_interval_at_the_side_that_has_more(mode):
    found = differences(draw(ROWS, mode))
    rows = ROWS.set_index("label")
    assert set(found) == {"Supervision", "Tools", "Rare"}  # New was not assessed on both sides
    for label, (low, middle, high, _) in found.items():
        expected = rows.loc[label, ["difference_low", "difference", "difference_high"]]
        assert (low, middle, high) == pytest.approx(tuple(expected))
    assert found["Supervision"][1] > 0 > found["Tools"][1]


def test_what_stands_out_is_square_and_bold_and_what_is_too_few_hollow(mode):
    figure = draw(ROWS, mode)
    symbols = {label: symbol for label, (_, _, _, symbol) in differences(figure).items()}
    assert symbols == {"Supervision": "square", "Tools": "circle", "Rare": "circle-open"}
    texts = difference_texts(figure)
    assert texts[0].startswith("<b>▶ 87 (")
    assert texts[1].startswith("◀ 5 (\u2212")
    assert texts[2:] == ["too few to tell", "not assessed"]
    assert "■ stands out\u2003● may be chance\u2003○ too few to tell" in headings(figure)


def test_the_key_names_only_what_is_there():
    assert "● may be chance" in headings(draw(both(("Tools", 5, 20, 9, 30))))


def test_a_mark_of_too_few_reviews_is_hollow(mode):
    hollow = {
        tuple(key)
        for trace in draw(ROWS, mode).data
        if trace.mode == "markers"
        and trace.customdata is not None
        and trace.marker.color == theme.ground(mode).background
        for key in trace.customdata
    }
    assert hollow == {("Rare", "one")}


def test_the_difference_of_none_leans_to_no_side():
    [text] = difference_texts(draw(both(("Tools", 10, 20, 10, 20))))
    assert text.startswith("0 (\u2212")


def test_a_long_name_is_whole_wrapped_and_no_markup():
    figure = draw(both((LONG, 5, 20, 9, 30), ("a <b> & c", 1, 20, 1, 20)))
    names = [note.text for note in figure.layout.annotations if note.yref == "y"]
    assert names[0].replace("<br>", " ") == LONG
    assert max(map(len, names[0].split("<br>"))) <= LINE
    assert names[1] == "a &lt;b&gt; &amp; c"


def test_the_name_of_a_side_is_no_markup():
    figure = chart.comparison(ROWS, "<b>A", LONG, "problem", "light")
    assert "▶ &lt;b&gt;A" in headings(figure)
    assert "◀ Hospital Death (Clinical Procedures and medical" in headings(figure)


def test_the_scales_hold_every_mark_and_interval_and_zero_stands_in_the_middle():
    for rows in (ROWS, both(("Tools", 11, 2000, 20, 2000)), both(("Tools", 0, 20, 0, 20))):
        layout = draw(rows).layout
        low, high = layout.xaxis2.range
        assert low == -high
        assert rows["difference_high"].max() <= high
        assert rows["difference_low"].min() >= low
        assert max(rows["share_a"].max(), rows["share_b"].max()) <= layout.xaxis.range[1]


def test_the_height_follows_the_rows():
    def height(rows: int) -> int:
        return draw(both(*((str(i), 1, 9, 2, 9) for i in range(rows)))).layout.height

    assert height(40) - height(39) == height(4) - height(3)
    assert height(3) < 400


def test_no_rows_draw_an_empty_chart(mode):
    assert not draw(ROWS.head(0), mode).data


def test_the_alternative_text_tells_the_largest_differences():
    assert chart.alt_text(ROWS, "Police", "Probation") == (
        "Shares of Police and of Probation side by side for 4 factors, each with the difference "
        "and its 95% interval. The largest differences are Supervision: 87 percentage points more "
        "in Police; 95% interval 63 to 94 and Tools: 5 percentage points more in Probation; 95% "
        "interval \u221221 to 28. 1 of 2 stands out."
    )
    assert chart.alt_text(ROWS.tail(1), "Police", "Probation").endswith("95% interval.")


def test_a_click_fades_nothing_by_itself(mode):
    for trace in draw(ROWS, mode).data:
        if trace.mode == "markers":
            assert trace.unselected.marker.opacity == 1
        if trace.mode == "text":
            assert trace.unselected.textfont.color == trace.textfont.color
