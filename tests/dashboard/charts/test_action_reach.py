"""The matrix of layers: the layer of each action against that of the finding it answers."""

from typing import Any

import pytest

from dashboard.action_strength import Reach
from dashboard.charts import action_reach
from dashboard.charts.matrix import Cell


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
