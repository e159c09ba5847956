"""The matrix of accounts holds the counts of its rows; only what can be listed can be opened."""

from typing import Any

import pandas as pd

from dashboard.charts import factor_by_perspective as chart

NAMES = {"practitioner": "Practitioner", "record": "Record", None: None}


def rows(*drawn: tuple[str, str | None, int | None, int, int | None]) -> pd.DataFrame:
    """Return rows of label, perspective, reviews_with, reviews_assessed and findings."""
    names = ["label", "perspective", "reviews_with", "reviews_assessed", "findings"]
    table = pd.DataFrame(drawn, columns=names)
    whole = {"reviews_with": "Int32", "reviews_assessed": "Int32", "findings": "Int32"}
    return table.astype(whole).assign(
        factor_id=table["label"].str.lower(),
        layer_label=None,
        perspective_label=[NAMES[row[1]] for row in drawn],
    )


ROWS = rows(
    ("Tools", "practitioner", 12, 20, 15),
    ("Tools", "record", 0, 20, 0),
    ("Tools", None, 3, 20, 3),
    ("Few", "practitioner", 2, 4, 2),
    ("Few", "record", 0, 4, 0),
    ("Few", None, 0, 4, 0),
    ("New", "practitioner", None, 0, None),
    ("New", "record", None, 0, None),
    ("New", None, None, 0, None),
)


def draw(notes: dict[str, str] | None = None) -> Any:
    return chart.factor_by_perspective(ROWS, notes or {}, "problem", "light")


def doors(figure: Any) -> list[list[str]]:
    [trace] = [
        trace for trace in figure.data if trace.type != "heatmap" and trace.mode == "markers"
    ]
    return [list(key) for key in trace.customdata]


def texts(figure: Any) -> list[str]:
    placed = [
        (y, x, text)
        for trace in figure.data
        if trace.type != "heatmap" and trace.mode == "text"
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    ]
    return [text for _, _, text in sorted(placed)]


def test_each_cell_says_n_of_n_and_a_share_where_there_are_enough():
    assert texts(draw()) == [
        *("12 of 20<br>60%", "0 of 20<br>0%", "3 of 20<br>15%"),
        *("2 of 4", "0 of 4", "0 of 4"),
        *("not assessed", "not assessed", "not assessed"),
    ]


def test_a_cell_opens_what_is_found_and_so_does_what_is_not_recorded():
    assert [key for key in doors(draw()) if key] == [
        ["tools", "practitioner"],
        ["tools", ""],
        ["few", "practitioner"],
    ]


def test_what_is_not_recorded_is_a_column_with_its_name_and_number():
    figure = draw({"": "40 findings"})
    said = " ".join(note.text for note in figure.layout.annotations)
    assert "Not recorded" in said.replace("<br>", " ")
    assert "40 findings" in said.replace("<br>", " ")


def test_too_few_and_not_assessed_have_no_depth():
    filled = [trace for trace in draw().data if trace.type == "heatmap"]
    assert len(filled) == 1  # the row of Tools


def test_the_alternative_text_names_what_is_found_most_in_each_account():
    assert chart.alt_text(ROWS) == (
        "A matrix of 3 factors by whose account they rest on, with the reviews in each. Most often "
        "found, by account: Practitioner: Tools in 12 of 20 (60%) and "
        "Not recorded: Tools in 3 of 20 (15%)."
    )
