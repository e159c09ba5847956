"""Factors against patterns or layers: a number in each cell, no zero where none was recorded."""

from typing import Any

import pytest

from dashboard.charts.crossed import alt_text, crossed
from dashboard.together import Crossed

HUE = "#6B5794"
ROWS = [
    Crossed("tools", "Tools", "", "LT1", "Tools kind", 12, 14, 40),
    Crossed("tools", "Tools", "", "LT2", "Management", 0, 0, 40),
    Crossed("tools", "Tools", "", "", "", 3, 3, 40),
    Crossed("law", "Law & order", "", "LT1", "Tools kind", 2, 2, 4),
    Crossed("law", "Law & order", "", "LT2", "Management", 1, 1, 4),
    Crossed("law", "Law & order", "", "", "", 0, 0, 4),
    Crossed("new", "New", "", "LT1", "Tools kind", 0, 0, 0),
    Crossed("new", "New", "", "LT2", "Management", 0, 0, 0),
    Crossed("new", "New", "", "", "", 0, 0, 0),
]


def draw(rows: list[Crossed] = ROWS) -> Any:
    return crossed(rows, "Not recorded", "light", HUE)


def cells(figure: Any) -> dict[tuple[float, float], str]:
    """Return the text of each cell by its place."""
    return {
        (x, y): text
        for trace in figure.data
        if trace.type == "scatter" and trace.mode == "text"
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }


def doors(figure: Any) -> dict[tuple[str, ...], str]:
    """Return what each cell that can be clicked says."""
    said = cells(figure)
    [trace] = [
        trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"
    ]
    return {
        tuple(key): said[x, y]
        for key, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
        if len(key)
    }


def test_a_cell_that_holds_reviews_opens_its_list():
    assert doors(draw()) == {
        ("tools", "LT1"): "12",
        ("tools", ""): "3",
        ("law", "LT1"): "2",
        ("law", "LT2"): "1",
    }


def test_zero_and_not_assessed_are_told_apart():
    said = list(cells(draw()).values())
    assert said.count("0") == 2  # tools without management; no law unrecorded
    assert said.count("not<br>assessed") == 3


def test_the_denominator_stands_beside_the_name():
    names = " ".join(note.text for note in draw().layout.annotations)
    assert "of 40 reviews" in names
    assert "of 4 reviews: too few to tell" in names
    assert "Law &amp; order" in names


def test_what_is_not_recorded_and_what_is_too_few_has_no_shade():
    figure = draw()
    shaded = [
        depth
        for trace in figure.data
        if trace.type == "heatmap"
        for row in trace.z
        for depth in row
        if depth is not None
    ]
    assert len(shaded) == 2  # tools by each of the two patterns


def test_what_is_pointed_at_says_reviews_and_findings():
    [trace] = [
        trace for trace in draw().data if trace.type == "scatter" and trace.mode == "markers"
    ]
    assert "<b>Tools</b><br>Tools kind: 12 of 40 (30%)<br>14 findings" in trace.hovertext
    assert "<b>New</b><br>Management: not assessed<br>0 findings" in trace.hovertext


@pytest.mark.parametrize("rows", [ROWS, ROWS[2:3]])
def test_the_alternative_text_tells_what_is_drawn(rows):
    said = alt_text(rows, "Not recorded")
    assert said.startswith(f"A matrix of {len({row.factor_id for row in rows})} factor")
    assert ("Most often: Tools with Tools kind in 12 of 40 (30%)" in said) == (len(rows) > 1)
