"""The map of factors by agencies: n of N in each cell, and what has no share says why."""

import re
from typing import Any

import pytest

from dashboard import theme
from dashboard.by_agency import at_agencies, with_cells
from dashboard.charts import factor_by_agency as chart
from dashboard.charts.matrix import Line
from tests.dashboard.agencies_drawn import by_agency

ROWS = by_agency(
    ("Own team", "Police", "coded", 18, 20, 20, 200),
    ("Own team", "Health", "coded", 0, 40, 38, 180),
    ("Own team", "Housing", "coded", 1, 4, 37, 216),
    ("Own team", "Schools", "coded", 3, None, None, None),
    ("Own team", "Courts", "coded", None, 0, None, 30),
)
AGENCIES = ("Police", "Health", "Housing", "Schools", "Courts")
CELLS = at_agencies(with_cells(ROWS, "problem", AGENCIES))


def draw(mode: theme.Mode = "light") -> Any:
    columns = [Line(chart.column_key(cell), cell.agency_label) for cell in CELLS]
    return chart.factor_by_agency(CELLS, [Line("Own team", "Own team")], columns, mode, "problem")


def texts() -> list[str]:
    """Return what the cells say, from the left."""
    said = {
        x: re.sub("<[^>]*>", " ", text).strip()
        for trace in draw().data
        if trace.type == "scatter" and trace.mode == "text"
        for x, text in zip(trace.x, trace.text, strict=True)
    }
    return [said[x] for x in sorted(said)]


def test_n_of_n_stands_in_each_cell_and_the_four_marks_are_told_apart():
    police, health, housing, schools, courts = texts()
    assert police == "18 of 20 90% ▲"
    assert health == "0 of 40 ▼"
    assert housing == "1 of 4"  # too few: no share, and no fill
    assert schools == "3 of ?"
    assert courts == "–"


def test_only_what_has_a_share_is_filled():
    [fills] = [trace for trace in draw().data if trace.type == "heatmap"]
    police, health, *others = fills.z[0]
    assert police == len(theme.DEPTHS) - 1
    assert health == 0
    assert others == [None, None, None]


def test_a_cell_with_findings_is_a_door_to_them_and_one_without_is_none():
    [doors] = [trace for trace in draw().data if trace.customdata is not None]
    assert list(map(list, doors.customdata)) == [
        ["Own team", "Police", "coded"],
        [],
        ["Own team", "Housing", "coded"],
        ["Own team", "Schools", "coded"],
        [],
    ]


def test_a_cell_pointed_at_says_its_interval_and_what_it_is_compared_with():
    [doors] = [trace for trace in draw().data if trace.customdata is not None]
    assert "18 of 20 (90%)" in doors.hovertext[0]
    assert "95% interval 70% to 97%" in doors.hovertext[0]
    assert "More often than elsewhere: 20 of 200" in doors.hovertext[0]
    assert "1 of 4 (too few to tell)" in doors.hovertext[2]
    assert "interval" not in doors.hovertext[2]
    assert "not assessed" in doors.hovertext[4]


def test_what_is_only_in_the_same_review_is_never_said_to_be_found_at():
    rows = by_agency(("Own team", "Police", "review", 9, 20, 20, 200))
    [cell] = at_agencies(with_cells(rows, "problem", ["Police"]))
    line = Line("Own team", "Own team")
    figure: Any = chart.factor_by_agency(
        [cell], [line], [Line(chart.column_key(cell), "Police")], "light", "problem"
    )
    [doors] = [trace for trace in figure.data if trace.customdata is not None]
    assert "In the same review as Police" in doors.hovertext[0]


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.04, ["none", "under 1%", "1% to under 2%", "2% to under 3%", "3% or more"]),
        (0.55, ["none", "under 15%", "15% to under 30%", "30% to under 45%", "45% or more"]),
        (1.0, ["none", "under 25%", "25% to under 50%", "50% to under 75%", "75% or more"]),
    ],
)
def test_the_steps_of_the_hue_are_all_used_and_said_in_words(share, words):
    found = by_agency(("Own team", "Police", "coded", round(share * 100), 100, 0, 10))
    cells = at_agencies(with_cells(found, "problem", ["Police"]))
    assert chart.steps_in_words(chart.step_of_scale(cells)) == words


def test_the_alt_text_says_what_is_drawn_and_what_stands_out():
    assert chart.alt_text(CELLS, "problem") == (
        "Matrix of 1 factor by 5 agencies, as problem: in how many of its reviews each is found. "
        "Most: Own team at Police in 18 of 20 (90%) and Own team at Housing in 1 of 4 "
        "(too few to tell). 2 cells stand out."
    )
