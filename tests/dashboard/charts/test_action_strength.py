"""Bars of the strengths of actions, and the matrix of layers."""

from typing import Any

import pytest

from dashboard.action_strength import Reach, Strengths
from dashboard.charts import action_reach, action_strength
from dashboard.charts.matrix import Cell

POLICE = Strengths("POL", "Police <force>", 20, (5, 0, 13, 2), 20)
FEW = Strengths("NHS-GP", "Primary care", 4, (1, 1, 2, 0), 4)


def pieces(figure: Any) -> dict[tuple[str, str], float]:
    """Return the length of each piece of a bar, by its group and strength."""
    return {
        tuple(mark): length
        for trace in figure.data
        for mark, length in zip(trace.customdata, trace.x, strict=True)
    }


def texts(figure: Any) -> str:
    """Return all that stands above the bars."""
    said = "\n".join(str(note.text) for note in figure.layout.annotations)
    return said.replace(action_strength.HARD_SPACE, " ")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_bar_has_a_piece_for_each_strength_that_there_is(mode):
    figure = action_strength.action_strength([POLICE], mode)
    assert pieces(figure) == {("POL", "strong"): 0.25, ("POL", "weak"): 0.65, ("POL", "none"): 0.1}


def test_each_number_stands_above_its_bar_with_a_sign_a_word_and_its_share():
    said = texts(action_strength.action_strength([POLICE], "light"))
    assert "Police &lt;force&gt; · 20 actions" in said
    for number in ("■ 5 stronger (25%)", "◧ 0 intermediate (0%)", "□ 13 weaker (65%)"):
        assert number in said
    assert "· 2 not known (10%)" in said


def test_under_five_actions_have_numbers_and_no_bar():
    figure = action_strength.action_strength([FEW], "light")
    assert pieces(figure) == {}
    assert "■ 1 stronger" in texts(figure)
    assert "%" not in texts(figure)
    assert "not known" not in texts(figure)


def test_the_three_strengths_differ_in_depth_and_are_no_colours_of_appraisal():
    figure: Any = action_strength.action_strength([POLICE], "light")
    fills = [trace.marker.color for trace in figure.data]
    assert len(set(fills)) == 4
    for fill in fills:
        channels = [int(fill[i : i + 2], 16) for i in (1, 3, 5)]
        assert max(channels) - min(channels) < 25, "a grey"


def test_the_bars_describe_themselves():
    assert action_strength.alt_text([POLICE]) == (
        "Bars of 1 group of actions, each parted by strength. Police <force>: stronger 5 of 20 "
        "(25%), intermediate 0 of 20 (0%), weaker 13 of 20 (65%) and not known 2 of 20 (10%)."
    )


def reach(finding: str, action: str, actions: int, is_mismatch: bool | None) -> Reach:
    """Return a cell."""
    return Reach(finding, finding.capitalize(), action, action.capitalize(), actions, is_mismatch)


CELLS = [
    reach("front", "front", 30, False),
    reach("front", "national", 10, False),
    reach("front", "none", 0, None),
    reach("national", "front", 3, True),
    reach("national", "national", 0, False),
    reach("national", "none", 0, None),
    reach("none", "front", 8, None),
    reach("none", "national", 0, None),
    reach("none", "none", 0, None),
]


def drawn() -> dict[tuple[str, str], Cell]:
    """Return each cell that is handed on to be drawn."""
    kept: dict[tuple[str, str], Cell] = {}

    def keep(rows, columns, cells, mode, hue):
        kept.update({(cell.row, cell.column): cell for cell in cells})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(action_reach, "matrix", keep)
        action_reach.action_reach(CELLS, "light")
    return kept


def test_a_mismatch_is_framed_and_says_so_and_nothing_else_is():
    cells = drawn()
    assert cells["national", "front"].text == "3\nnearer"
    assert {key for key, cell in cells.items() if cell.mark} == {("national", "front")}


def test_a_cell_holds_its_number_and_its_share_of_the_row_where_there_are_enough():
    cells = drawn()
    assert (cells["front", "front"].text, cells["front", "front"].shade) == ("30\n75%", 0.75)
    assert cells["national", "front"].shade is None  # of 3
    assert (cells["none", "front"].text, cells["none", "front"].shade) == ("8", None)


def test_only_cells_with_actions_open_a_list():
    assert {key for key, cell in drawn().items() if cell.customdata} == {
        ("front", "front"),
        ("front", "national"),
        ("national", "front"),
        ("none", "front"),
    }


def test_a_column_for_what_has_no_layer_is_there_only_if_it_holds_actions():
    assert {column for _, column in drawn()} == {"front", "national"}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_matrix_is_drawn_and_describes_itself(mode):
    figure: Any = action_reach.action_reach(CELLS, mode)
    assert "The action acts at" in "".join(str(note.text) for note in figure.layout.annotations)
    assert action_reach.alt_text(CELLS).endswith(
        "Nearer the front line than the finding: 3 at Front for findings at National."
    )
